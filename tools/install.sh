#!/usr/bin/env bash
# tools/install.sh PROGRAM PREFIX: PREFIX/bin/yidan and its packs in PREFIX/share/yidan/packs, where it finds them. An
# earlier version is replaced, packs as a whole: a file that is gone must not stay behind.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/speak.sh"
program=$1 prefix=$2
share=$prefix/share/yidan

mkdir -p "$prefix/bin" "$share"
prefix=$(cd "$prefix" && pwd) share=$prefix/share/yidan
new=$(mktemp -d "$share/packs.XXXXXX")
trap 'rm -rf "$new"' EXIT
cp -r "$root/packs/." "$new"
chmod -R u=rwX,go=rX "$new"
# The console, where it was built; it is found beside the packs. One of an earlier version does not fit.
rm -rf "$share/console"
if [[ -e $root/console/dist/index.html ]]; then
  mkdir -p "$share/console"
  cp -r "$root/console/dist" "$share/console/dist"
  chmod -R u=rwX,go=rX "$share/console"
fi
# Under another name first: a program that is running keeps its file.
install -m 755 "$program" "$prefix/bin/yidan.new"
rm -rf "$share/packs"
mv "$new" "$share/packs"
mv -f "$prefix/bin/yidan.new" "$prefix/bin/yidan"

say "已安装：$prefix/bin/yidan，政策包在 $share/packs" "installed: $prefix/bin/yidan, its packs in $share/packs"
case :$PATH: in
  *":$prefix/bin:"*) ;;
  *) say "$prefix/bin 不在 PATH 中：请加入，如 export PATH=\"$prefix/bin:\$PATH\"" \
         "$prefix/bin is not on the PATH: add it, for example export PATH=\"$prefix/bin:\$PATH\"" ;;
esac
