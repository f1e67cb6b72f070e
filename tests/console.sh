#!/usr/bin/env bash
# The console. console.sh PROGRAM sources: its types of the interface are those of this program; types, lint, unit
# tests. console.sh PROGRAM browser: it is built within its budget, and used in a real browser against a service of this
# program.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath "$1")
"$root/tools/console.sh"
cd "$root/console"
case $2 in
  sources)
    "$root/tools/console_api.sh" "$program" --check
    npm run --silent types
    npm run --silent lint
    npm run --silent test -- --reporter=dot
    ;;
  browser) YIDAN_PROGRAM=$program npm run --silent browser -- --reporter=dot ;;
  *) echo "usage: console.sh PROGRAM sources|browser" >&2; exit 2 ;;
esac
