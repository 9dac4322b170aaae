#!/bin/sh
# A program of somebody else's uses the installed library and its one header.
. "${0%/*}/../case.sh"
[ -n "${ATTACHE_BUILD:-}" ] || skip "no build folder is named"
command -v pkg-config >/dev/null || skip "no pkg-config"
cmake --install "$ATTACHE_BUILD" --prefix "$folder/usr" >"$out" 2>"$err" ||
  fail "it does not install"
cat >user.c <<'C'
#include <attache.h>

int
main(void) {
  static const char text[] = "OSLO: Norway signed an agreement with Chile.\n";
  const AttArticle article = { .id = "a",
                               .text = text,
                               .length = sizeof text - 1 };
  AttReader* reader = NULL;
  AttGraph* graph = NULL;
  size_t size = 0;
  if (att_reader_new(&(AttSettings){ 0 }, (AttSink){ 0 }, &reader) == ATT_OK &&
      att_graph_new(&graph) == ATT_OK &&
      att_reader_read(reader, &article, graph) == ATT_OK) {
    size = att_graph_size(graph);
  }
  att_graph_free(graph);
  att_reader_free(reader);
  return size > 0 ? 0 : 1;
}
C
PKG_CONFIG_PATH=$(dirname "$(find "$folder/usr" -name attache.pc)")
export PKG_CONFIG_PATH
# The flags are words.
# shellcheck disable=SC2046
"${CC:-cc}" -std=c17 -Wall -Werror user.c -o user \
  $(pkg-config --define-variable=prefix="$folder/usr" \
    --define-variable=includedir="$folder/usr/include" \
    --define-variable=libdir="$(dirname "$PKG_CONFIG_PATH")" \
    --cflags --libs attache) 2>"$err" || fail "it does not compile"
ATTACHE_DATA=$folder/usr/share/attache \
  LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH") ./user ||
  fail "it reads no facts"
