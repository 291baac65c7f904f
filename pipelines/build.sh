#!/usr/bin/env bash
# Builds the command where no cache had it, and makes dist/bin/plumbline, for steps of one's own. Install scripts of packages are
# not run: none is needed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ ! -f dist/plumbline.js ]; then
  npm ci --ignore-scripts --no-audit --no-fund
  npm run -s build
fi
mkdir -p dist/bin
cat >dist/bin/plumbline <<'SCRIPT'
#!/usr/bin/env bash
exec node "$(dirname "${BASH_SOURCE[0]}")/../plumbline.js" "$@"
SCRIPT
chmod +x dist/bin/plumbline
