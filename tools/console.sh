#!/usr/bin/env bash
# tools/console.sh: builds the console (console/dist) from its sources, with the packages of its lock file, unless that
# was done; prints nothing but what went wrong. Exits 3 where there is no Node.js.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../console"
command -v npm >/dev/null || exit 3
mkdir -p ../build
exec 9>../build/console.lock
flock 9  # one at a time

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() { "$@" >"$log" 2>&1 </dev/null || { cat "$log" >&2; exit 1; }; }

digest() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum; }

packages=$(digest package.json package-lock.json)
if [[ ! -e node_modules/.made || $(<node_modules/.made) != "$packages" ]]; then
  quietly npm ci --prefer-offline --ignore-scripts --no-audit --no-fund
  echo "$packages" >node_modules/.made
fi
sources=$(digest src public tools index.html package.json package-lock.json vite.config.ts)
if [[ ! -e dist/.made || $(<dist/.made) != "$sources" ]]; then
  quietly npm run build
  echo "$sources" >dist/.made
fi
