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

# Opens USER with the OPTIONS of `yidan user put`, and a password that only this machine knows.
make_account() {
  local user=$1 password
  password=$(head -c 9 /dev/urandom | base64)
  "$yidan" user put "$@" >/dev/null
  "$yidan" user password "$user" <<<"$password" >/dev/null
  printf '%-16s %s\n' "$user" "$password" >>"$accounts.new"
}

# Yantai's, by the names of the roles; the window serves Jining, too, where a bill has more layers.
make_accounts() {
  local role
  umask 077
  : >"$accounts.new"
  for role in administrator enrolment assistance fund policy designation supervisor auditor; do
    make_account "$role" --role "$role" --pool 370600
  done
  make_account window --role window --pool 370600 370800
  make_account institution --role institution --pool 370600 --provider H1
  make_account citizen --role citizen --pool 370600 --person 370600195003010028
  make_account citizen-jining --role citizen --pool 370800 --person 370800196805120048
  mv "$accounts.new" "$accounts"
}

# The console is built once for its sources; without Node.js there is none, and everything else is as before.
build_console() {
  local status=0
  [[ -e $root/console/dist/index.html ]] || say '正在构建控制台…' 'building the console…' >&2
  "$root/tools/console.sh" >"$folder/console.log" 2>&1 || status=$?
  case $status in
    0) ;;
    3) say '没有 Node.js（npm），不构建控制台；接口照常。' 'no Node.js (npm): the console is not built, the rest is as ever.' ;;
    *) say "控制台未能构建，接口照常；日志在 $folder/console.log" \
         "the console could not be built, the rest is as ever; the log is $folder/console.log" ;;
  esac
}

export YIDAN_DB=$books
if [[ ! -e $accounts ]]; then
  say '正在生成示范账册（数据均为虚构）…' 'making books for demonstration (all of it is made up)…' >&2
  rm -f "$books" "$books"-*
  "$root/tools/demo.sh" "$yidan" "$books" >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
  make_accounts
fi

build_console

say '账户（岗位即用户名）和密码，烟台市；citizen-jining 属济宁市：' \
  'Accounts (the role is the name) and their passwords, of Yantai; citizen-jining is of Jining:'
sed 's/^/  /' "$accounts"
say "用浏览器打开 http://$listen：window 登录，选济宁市，为 370800196805120048 结算；" \
  "Open http://$listen in a browser: log in as window, choose Jining, settle for 370800196805120048;"
say '  citizen-jining 登录，写同一号码，看付了多少、为什么。' \
  '  log in as citizen-jining, write the same number, and see what was paid, and why.'
say '用命令试一试：' 'What to try by command:'
bearer='"Authorization: Bearer $token"'
cat <<END
  token=\$(curl -s http://$listen/v1/login -d '{"user": "citizen", "password": "…"}' | grep -o 'yt_[0-9a-f]*')
  curl -s -H $bearer http://$listen/v1/pools/370600/persons/370600195003010028/bills
  curl -s http://$listen/v1/pools/370600/policy?on=2023-03-05
END
exec "$yidan" serve --listen "$listen"
