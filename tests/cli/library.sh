#!/bin/sh
# A program that is not ours uses the installed library and its one header.
. "${0%/*}/../case.sh"
[ -n "${ATTACHE_BUILD:-}" ] || skip "no build folder is named"
command -v pkg-config >/dev/null || skip "no pkg-config"
cmake --install "$ATTACHE_BUILD" --prefix "$folder/usr" >"$out" 2>"$err" ||
  fail "it does not install"
PKG_CONFIG_PATH=$(dirname "$(find "$folder/usr" -name attache.pc)")
export PKG_CONFIG_PATH
# The flags are words.
# shellcheck disable=SC2046
"${CC:-cc}" -std=c17 -Wall -Werror "$root/examples/read_article.c" -o user \
  $(pkg-config --define-variable=prefix="$folder/usr" \
    --define-variable=includedir="$folder/usr/include" \
    --define-variable=libdir="$(dirname "$PKG_CONFIG_PATH")" \
    --cflags --libs attache) 2>"$err" || fail "it does not compile"
ATTACHE_DATA=$folder/usr/share/attache
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH")
export ATTACHE_DATA LD_LIBRARY_PATH
./user "$root/examples/bilateral-meeting.txt" >"$out" 2>"$err" ||
  fail "it reads nothing"
prints 'Ingrid Solvang  | meeting: '
./user missing.txt >"$out" 2>"$err" && fail "it reads what is not there"
says missing.txt
