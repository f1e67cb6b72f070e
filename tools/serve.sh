#!/usr/bin/env bash
# tools/serve.sh PROGRAM [FOLDER]: the service on books with made-up data, which are made when they are not there, with
# an account for each role. Prints the address, the accounts and what to try, and serves until it is interrupted.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/speak.sh"
yidan=$(realpath "$1")
folder=${2:-$root/build/demo}
books=$folder/books.db accounts=$folder/accounts
listen=127.0.0.1:${YIDAN_PORT:-8080}
mkdir -p "$folder"

# Yantai's, each with a password of its own that only this machine knows.
make_accounts() {
  local role password more
  umask 077
  : >"$accounts.new"
  for role in administrator window enrolment assistance fund policy designation supervisor auditor institution \
              citizen; do
    password=$(head -c 9 /dev/urandom | base64)
    more=()
    [[ $role != institution ]] || more=(--provider H1)
    [[ $role != citizen ]] || more=(--person 370600195003010028)
    "$yidan" user put "$role" --role "$role" --pool 370600 "${more[@]}" >/dev/null
    "$yidan" user password "$role" <<<"$password" >/dev/null
    printf '%-14s %s\n' "$role" "$password" >>"$accounts.new"
  done
  mv "$accounts.new" "$accounts"
}

export YIDAN_DB=$books
if [[ ! -e $accounts ]]; then
  say '正在生成示范账册（数据均为虚构）…' 'making books for demonstration (all of it is made up)…' >&2
  rm -f "$books" "$books"-*
  "$root/tools/demo.sh" "$yidan" "$books" >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
  make_accounts
fi

say '烟台市的账户（岗位即用户名）和密码：' 'Accounts of Yantai (the role is the name), and their passwords:'
sed 's/^/  /' "$accounts"
say '试一试：' 'What to try:'
bearer='"Authorization: Bearer $token"'
cat <<END
  token=\$(curl -s http://$listen/v1/login -d '{"user": "citizen", "password": "…"}' | grep -o 'yt_[0-9a-f]*')
  curl -s -H $bearer http://$listen/v1/pools/370600/persons/370600195003010028/bills
  curl -s http://$listen/v1/pools/370600/policy?on=2023-03-05
END
exec "$yidan" serve --listen "$listen"
