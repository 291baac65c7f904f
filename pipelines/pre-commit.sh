#!/usr/bin/env bash
# The hook: builds the command where that has not been done, and judges what it is told.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/build.sh" >&2
node "$here/../dist/plumbline.js" check "$@"
