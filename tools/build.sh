#!/usr/bin/env bash
# tools/build.sh PRESET [TARGET...]: configures if needed and builds, quietly; the full log is shown only on failure.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
preset=$1
shift
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

# ccache would keep its files in HOME, which may not be writable; build is.
export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}
# Without these it would refuse what is compiled with a precompiled header.
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}

say() {
  if [[ -t 2 ]]; then printf '\r\033[K%s' "$1" >&2; elif [[ $2 == first ]]; then printf '%s\n' "$1" >&2; fi
}

progress() {
  local line when=first
  while IFS= read -r line; do
    [[ $line =~ ^\[[0-9]+/[0-9]+\]\ (Building|Linking) ]] || continue
    say "building $preset / 正在构建 $preset: ${line%%]*}]" "$when"
    when=later
  done
  [[ $when == first || ! -t 2 ]] || printf '\r\033[K' >&2
}

fail() {
  cat "$log" >&2
  echo "error: the $preset build failed; the log above is $log / 错误：$preset 构建失败，以上为日志 $log" >&2
  exit 1
}

if ! [[ -e $folder/build.ninja ]] || ! grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
  cmake --fresh --preset "$preset" >"$log" 2>&1 || fail
fi
cmake --build "$folder" ${1:+--target "$@"} 2>&1 | tee "$log" | progress || fail
