#!/usr/bin/env bash
# tools/install_packages.sh build|test|fuzz|tidy|bench: installs those Debian packages of the set that are missing, if
# any.
set -euo pipefail

build=(g++ cmake ninja-build libboost-json1.81-dev libyaml-cpp-dev libcli11-dev libcsv-dev libz3-dev
       libssl-dev libsqlite3-dev libpq-dev libxlsxwriter-dev libzip-dev libexpat1-dev pkgconf libpango1.0-dev
       libboost1.81-dev prometheus-cpp-dev libsodium-dev fonts-wqy-microhei)
test=(python3 python3-yaml python3-jsonschema ccache lld libgtest-dev libgmock-dev clang-format-19 postgresql-15
      curl openssl sqlite3 hledger ledger poppler-utils cvc5 chromium fonts-noto-cjk)
fuzz=(ccache lld clang-19 libclang-rt-19-dev)
tidy=(clang-tidy-19)
bench=(postgresql-15 wrk)
# Node.js often comes from elsewhere, npm with it.
command -v node >/dev/null || { test+=(nodejs); bench+=(nodejs); }
command -v npm >/dev/null || { test+=(npm); bench+=(npm); }

case "${1:-}" in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${build[@]}" "${test[@]}") ;;
  fuzz) wanted=("${build[@]}" "${fuzz[@]}") ;;
  tidy) wanted=("${build[@]}" "${tidy[@]}") ;;
  bench) wanted=("${build[@]}" "${bench[@]}") ;;
  *) echo "usage: tools/install_packages.sh build|test|fuzz|tidy|bench" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  echo "not a Debian system: taken to be there / 非 Debian 系统，视为已安装: ${wanted[*]}" >&2
  exit 0
fi

installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' "${wanted[@]}" 2>/dev/null || true)"
missing=()
for package in "${wanted[@]}"; do
  [[ $installed == *" $package=installed "* ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=(env)
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    {
      echo "error: packages are missing, and installing them needs root or sudo. Ask an administrator to run:"
      echo "错误：缺少软件包，安装需要 root 或 sudo 权限。请管理员执行："
      echo "  apt-get install ${missing[*]}"
    } >&2
    exit 1
  fi
  as_root=(sudo env)
fi

echo "installing / 正在安装: ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300)
install() { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; }
if ! install >"$log" 2>&1 </dev/null; then
  cat "$log" >&2
  echo "error: apt-get could not install / 错误：apt-get 未能安装: ${missing[*]}" >&2
  exit 1
fi
