#!/bin/sh
# A graph that is added again replaces its former self; the same changes no
# byte, and the order of adding does not show.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/p> "old" <http://e/g> .\n' >old.nq
printf '<http://e/a> <http://e/p> "new" <http://e/g> .\n' >new.nq
printf '<http://e/b> <http://e/p> "x" <http://e/h> .\n' >h.nq
attache store add first old.nq h.nq new.nq
gives 0
cp first/data.mdb before
attache store add first new.nq h.nq
gives 0
cmp before first/data.mdb || fail "adding the same changes the store"
attache store add second new.nq h.nq
attache store export -o first.nq first
attache store export -o second.nq second
cmp first.nq second.nq || fail "how it came about shows"
cat new.nq h.nq | cmp - first.nq || fail "the old graph is left"
