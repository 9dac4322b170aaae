#!/bin/sh
# TriG reads back as the same quads.
. "${0%/*}/../case.sh"
command -v rapper >/dev/null || skip "no rapper"
# read_back FORMAT FILE: its triples, as rapper writes them
read_back() {
  rapper -q -i "$1" -o ntriples "$2" 2>"$err" | sort -u >read ||
    fail "rapper does not read $2"
}
attache extract --provenance full -f nquads -o all.nq "$root"/examples/*.txt
gives 0
read_back nquads all.nq
mv read quads
[ -s quads ] || fail "no quads"
attache extract --provenance full -o all.trig "$root"/examples/*.txt
read_back trig all.trig
cmp quads read || fail "they differ"
attache extract --graph-per-article --provenance full -o apart.trig \
  "$root"/examples/*.txt
read_back trig apart.trig
cmp quads read || fail "one behind the other they differ"
grep -c '^graph:[0-9a-z]* {$' all.trig >count
[ "$(cat count)" = "$(ls "$root"/examples/*.txt | wc -l)" ] ||
  fail "not one graph an article"
