#!/usr/bin/env bash
# Lints the description of a running service with a linter that is not ours: lint.sh PROGRAM FOLDER.
# The linter is installed into FOLDER, once for a package-lock.json.
set -euo pipefail
program=$1 folder=$2 here=$(cd "$(dirname "${BASH_SOURCE[0]}")/lint" && pwd)
mkdir -p "$folder"
if [[ ! -e $folder/node_modules ]] || ! cmp -s "$here/package-lock.json" "$folder/package-lock.json"; then
  cp "$here"/package*.json "$folder"
  npm ci --prefix "$folder" --prefer-offline --ignore-scripts --no-audit --no-fund >"$folder/npm.log" 2>&1 ||
    { cat "$folder/npm.log"; exit 1; }
fi
cp "$here/lint.mjs" "$folder"
python3 "$here/../describe.py" --program "$program" >"$folder/openapi.json"
node "$folder/lint.mjs" "$folder/openapi.json"
