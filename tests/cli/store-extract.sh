#!/bin/sh
# Articles go into a store as they are read: what it holds is what N-Quads of
# them hold, and reading them again changes no byte.
. "${0%/*}/../case.sh"
articles="$root/examples/signing.txt $root/examples/summit.txt"
# The names hold no blanks.
# shellcheck disable=SC2086
{
  attache extract --store news $articles
  gives 0
  quiet
  [ ! -s "$out" ] || fail "something is printed"
  cp news/data.mdb before
  attache extract --store news $articles
  gives 0
  cmp before news/data.mdb || fail "reading again changes the store"
  attache extract -f nquads -o want.nq $articles
}
attache store export news
cmp want.nq "$out" || fail "the store holds something else"
attache store list news
[ "$(wc -l <"$out")" -eq 2 ] || fail "not one graph an article"
attache query --store news -e 'ASK { ?event a att:Event }'
gives 0

# An article that cannot be read leaves the others.
attache extract --store other missing.txt "$root/examples/signing.txt"
gives 1
says missing.txt
attache store list other
[ "$(wc -l <"$out")" -eq 1 ] || fail "the other article is not there"
attache extract --store news -o file "$root/examples/signing.txt"
gives 2
attache extract --store "$root/examples" "$root/examples/signing.txt"
gives 1
says 'The folder holds other files, and no store'
