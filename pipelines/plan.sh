#!/usr/bin/env bash
# Judges the code, plans the changes and writes the comment. common.sh says what it is told.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [ -n "${SARIF:-}" ]; then
  judged plumbline check --format=sarif ${how[@]+"${how[@]}"} -- "$CODE" >"$SARIF"
  node "$here/sarif-below.mjs" "$SARIF" "$CODE"
fi

reports=()
while IFS= read -r report; do
  if [ -n "${report//[[:space:]]/}" ]; then reports+=("--findings=$report"); fi
done <<<"${FINDINGS:-}"
plumbline plan --code="$CODE" --out="$OUT" ${how[@]+"${how[@]}"} ${reports[@]+"${reports[@]}"}

if [ -n "${COMMENT:-}" ]; then
  to=("--limit=${LIMIT:-65536}")
  if [ -n "${RUN_URL:-}" ]; then to+=("--url=$RUN_URL"); fi
  plumbline comment --plan="$OUT/plan.json" "${to[@]}" >"$COMMENT"
fi
