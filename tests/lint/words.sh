#!/bin/sh
# No name of a state, place or body stands in a source of the library: they are
# data.
. "${0%/*}/../case.sh"
cd "$root"
for file in states places organizations; do
  cat "ontology/$file.ttl"
done | grep -E 'rdfs:label|skos:altLabel|att:demonym|att:metonym' |
  grep -o '"[^"]*"@en' | sed 's/@en$//' | sort -u >"$folder/names"
[ -s "$folder/names" ] || fail "no names found"
find src -name '*.c' ! -path 'src/cli/*' ! -path 'src/train/*' | sort |
  xargs awk -v names="$folder/names" '
    BEGIN { while ((getline < names) > 0) name[$0] }
    FNR == 1 { comment = 0 }
    # Comments may give examples.
    { gsub(/\/\*.*\*\//, "") }
    comment && /\*\// { sub(/^.*\*\//, ""); comment = 0 }
    comment { next }
    /\/\*/ { sub(/\/\*.*/, ""); comment = 1 }
    {
      line = $0
      while (match(line, /"[^"\\]*"/)) {
        literal = substr(line, RSTART, RLENGTH)
        if (literal in name) { print FILENAME ":" FNR ": " literal; bad = 1 }
        line = substr(line, RSTART + RLENGTH)
      }
    }
    END { exit bad }' >"$err" || fail "a name in a source"
