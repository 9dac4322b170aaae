#!/bin/sh
# Every include points to its own floor or lower, and each library has one door.
. "${0%/*}/../case.sh"
cd "$root/src"

# An include of each file, one a row: file, tab, included.
find . -name '*.[ch]' | sed 's,^\./,,' | sort | while read -r file; do
  sed -n 's/^# *include *["<]\([^">]*\)[">].*/\1/p' "$file" |
    sed "s,^,$file	,"
done >"$folder/includes"
[ -s "$folder/includes" ] || fail "no includes found"

awk -F '\t' '
  BEGIN {
    split("base ontology language reading graph corpus report remote", floors, " ")
    for (i in floors) floor[floors[i]] = i
    door["raptor2.h"] = "ontology/turtle.c graph/write.c graph/answer.c graph/query.c remote/ask.c"
    door["redland.h"] = "graph/redland.c"
    door["rasqal.h"] = "graph/query.c"
    door["pcre2.h"] = "ontology/pattern.c"
    door["utf8proc.h"] = "base/utf8.c"
    door["lmdb.h"] = "graph/store.c"
    door["microhttpd.h"] = "cli/serve.c"
    door["jansson.h"] = "corpus/record.c remote/rows.c"
    door["zlib.h"] = "base/gzip.c"
    door["lzma.h"] = "base/xz.c"
    door["zstd.h"] = "base/zstd.c"
    door["curl/curl.h"] = "remote/http.c"
    door["libxml/HTMLparser.h"] = door["libxml/parser.h"] = "corpus/markup.c"
  }
  function folder(path) {
    return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : ""
  }
  function wrong(why) { print $1 " includes " $2 ": " why; bad = 1 }
  # graph/query_iri.c counts as graph/query.c: one door may be two files.
  function noun(path) { sub(/_[a-z]*\.c$/, ".c", path); return path }
  {
    from = folder($1)
    to = folder($2)
    ours = to in floor || to == "cli" || to == "train" || $2 == "pipeline.h"
  }
  $2 in door && index(" " door[$2] " ", " " noun($1) " ") == 0 {
    wrong("its door is " door[$2])
  }
  !ours { next }
  (from == "cli" || $1 == "main.c") && to != "cli" { wrong("not the library") }
  from in floor && !(to in floor && floor[to] <= floor[from]) {
    wrong("a floor above")
  }
  # The pipeline: what lies beside attache.c.
  from == "" && $1 != "main.c" && to != "" && !(to in floor) {
    wrong("a floor above")
  }
  $1 == "attache.h" { wrong("the public header stands alone") }
  from == "train" && to == "cli" { wrong("not the trainer") }
  END { exit bad }
' "$folder/includes" >&2 || fail "a floor or a door is not respected"
