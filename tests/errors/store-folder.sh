#!/bin/sh
# A folder that is no store, or a broken one, is told in one line and left
# alone.
. "${0%/*}/../case.sh"

refused() {
  for verb in list stat export; do
    attache store "$verb" "$1"
    gives 1
    says "attache: $1: $2"
    [ "$(wc -l <"$err")" -eq 1 ] || fail "more than a line is said"
  done
}

printf '<http://e/a> <http://e/p> "x" <http://e/g> .\n' >g.nq
refused absent 'There is no such folder, or no store in it'
refused g.nq 'A store is a folder; this is a file'

mkdir foreign
echo letter >foreign/letter
refused foreign 'The folder holds other files, and no store'
attache store add foreign g.nq
gives 1
says 'foreign: The folder holds other files, and no store'
[ "$(ls foreign)" = letter ] || fail "the foreign folder is changed"

mkdir noise
head -c 20000 "$program" >noise/data.mdb
refused noise 'The store is damaged: data.mdb is no file of a store'

# Grown by an article's worth, then cut.
awk 'BEGIN {
  for (i = 0; i < 5000; i++)
    printf "<http://e/%d> <http://e/p> \"%d\" <http://e/g> .\n", i, i
}' >many.nq
attache store add cut many.nq
gives 0
head -c 40000 cut/data.mdb >short
cp short cut/data.mdb
refused cut 'The store is damaged: data.mdb is cut off; restore a copy'
attache store add cut g.nq
gives 1
cmp short cut/data.mdb || fail "the damaged store is changed"
