#!/usr/bin/env bash
# tools/demo.sh PROGRAM [BOOKS]: books with made-up entries in every register of the five cities, and with the bills of
# the examples; then a few questions to them.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/speak.sh"
yidan=$(realpath "$1")
books=${2:-demo.db}
if [[ -e $books ]]; then
  say "“$books”已存在：请换一个文件名，或先删去" "'$books' is there already: choose another name, or remove it" >&2
  exit 2
fi
export YIDAN_DB=$books TZ=UTC
requests=$(mktemp)
trap 'rm -f "$requests"' EXIT

awk -f "$root/tools/demo.awk" </dev/null >"$requests"
"$yidan" init --drafts >/dev/null
"$yidan" post --as json --quiet --jsonl "$requests"
shopt -s extglob
"$yidan" post --as json --quiet "$root"/examples/!(record-*).json >/dev/null
"$yidan" post --as json --quiet --jsonl "$root/examples/books.jsonl" >/dev/null
"$yidan" verify
say "账册在 $books，数据均为虚构。接着试：" "The books are in $books; all of it is made up. What to try next:"
cat <<END
  export YIDAN_DB=$books
  ./run register list agreement --overdue --on 2022-12-31
  ./run register check point --pool Rizhao --on 2023-01-01
  ./run register show agreement AH05 --pool Yantai
  ./run tasks --pool Rizhao --on 2023-06-30 --as html >tasks.html
  ./run register check cleanup --pool Rizhao --on 2022-12-01
  ./run register check upload --pool Linyi --on 2023-03-02
  ./run credentials Linyi --from 2023-01-01 --to 2023-12-31
  ./run policy explain Yantai --on 2023-01-01 --as html >rules.html
  ./run register export institution --pool Heze --as xlsx --out institutions.xlsx
END
