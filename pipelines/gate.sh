#!/usr/bin/env bash
# Shows what deviates, and fails from the severity in FAIL_ON on. common.sh says what it is told.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
plumbline check --fail-on="${FAIL_ON:-low}" ${how[@]+"${how[@]}"} -- "$CODE"
