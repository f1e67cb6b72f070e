#!/usr/bin/env bash
# bench/service/run.sh PROGRAM: what the service does in a second on SQLite, durably, beside an empty reply of the same
# server; then all books are settled again and compared. Three rounds, so that a disturbed one is seen.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
yidan=$(realpath "$1") seconds=${YIDAN_BENCH_SECONDS:-5} rounds=${YIDAN_BENCH_ROUNDS:-3}
folder=$(mktemp -d) server=
finish() {
  [[ -z $server ]] || kill "$server" 2>/dev/null || true
  wait
  rm -rf "$folder"
}
trap finish EXIT
export YIDAN_DB=$folder/books.db YIDAN_PACKS=${YIDAN_PACKS:-$here/../../packs}

# 5,000 persons.
awk 'BEGIN {
  for (i = 0; i < 5000; ++i) {
    printf "{\"format\":\"yidan.request/1\",\"key\":\"f%d\",\"pool\":\"370600\",", i
    printf "\"person\":\"P%d\",\"do\":\"facts\",", i
    printf "\"facts\":{\"person\":{\"id\":\"P%d\",\"born\":\"1970-01-01\",\"sex\":\"F\",", i
    printf "\"account_balance\":\"1200.00\","
    print "\"coverage\":[{\"scheme\":\"employee\",\"status\":\"active\",\"from\":\"2010-01-01\"}]}}}"
  }
}' >"$folder/persons"
"$yidan" init >/dev/null
"$yidan" post --jsonl --quiet "$folder/persons" >/dev/null 2>&1

"$yidan" serve --listen 127.0.0.1:0 --without-login >"$folder/out" &
server=$!
for _ in $(seq 100); do
  url=$(grep -o 'http://[0-9.:]*' "$folder/out" | head -n 1) && break
  sleep 0.1
done

measure() {
  printf '%-12s ' "$1"
  wrk -t2 -c64 -d"$seconds" -s "$here/service.lua" "$url" -- "$1" | tail -n 1
}
for _ in $(seq "$rounds"); do
  wrk -t2 -c64 -d"$seconds" "$url/healthz" | awk '/^Requests\/sec/ {printf "%-12s %8.0f/s\n", "empty", $2}'
  measure trials
  measure settlements
done
kill "$server"
wait "$server" || true
server=
"$yidan" verify
