#!/usr/bin/env bash
# tools/tour.sh PROGRAM: what the program does, in at most forty lines of eighty columns.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/speak.sh"
yidan=$(realpath "$1")
cd "$root"
shopt -s extglob

# Only the beginning of a page: the program writes all of it, so that no pipe breaks.
first() { awk -v most="$1" 'NR <= most'; }

say '1. 一张单：谁支付多少（settle）' '1. One bill: who pays what (settle)'
"$yidan" settle --as text examples/yantai.json | first 15
echo
say '2. 参保状态：待遇与应缴（standing）' '2. A standing: cover, and what is owed (standing)'
"$yidan" standing --as text --no-text examples/record-heze.json | first 7
echo
say '3. 账册：记入全部例子，再从事项重算核对（init、post、verify）' \
    '3. Books: all examples, settled again and compared (init, post, verify)'
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export YIDAN_DB=$folder/books.db
{
  "$yidan" init --drafts >"$folder/made"
  "$yidan" post --as json --quiet examples/!(record-*).json >"$folder/answers"
  "$yidan" post --as json --quiet --jsonl examples/books.jsonl >"$folder/answers"
  "$yidan" verify
} 2>&1 | sed 's/; /;\n/'
echo
say '图例：█ 基金支付  ▓ 个人账户  ░ 个人负担  ▒ 政策范围内  ‹…› 依据的条款' \
    'Legend: █ funds  ▓ account  ░ the person  ▒ policy scope  ‹…› the clauses'
say '接着试：' 'What to try next:'
cat <<'END'
  ./run settle --as text examples/heze.json
  ./run bill examples/yantai.json --out bill.pdf
  ./run policy show 370600 --on 2023-03-05
  ./run install
  ./run --help
END
