#!/usr/bin/env bash
# tools/console_api.sh PROGRAM [--check]: makes the console's types of the interface (console/src/api/schema.d.ts) from
# the program's own description; with --check says whether those that are there are the same.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
file=$root/console/src/api/schema.d.ts
made=$(mktemp)
trap 'rm -f "$made"' EXIT
python3 "$root/tests/service/describe.py" --program "$1" | node "$root/console/tools/api.mjs" >"$made"
if [[ ${2-} == --check ]]; then
  cmp -s "$made" "$file" || { echo "stale, run tools/console_api.sh: console/src/api/schema.d.ts" >&2; exit 1; }
else
  cp "$made" "$file"
fi
