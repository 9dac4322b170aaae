#!/bin/sh
# A file that is broken adds nothing; the others are added.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/p> "x" <http://e/g> .\nbroken\n' >bad.nq
printf '<http://e/b> <http://e/p> "y" <http://e/h> .\n' >good.nq
attache store add news bad.nq missing.nq good.nq
gives 1
says 'bad.nq:2:'
says 'missing.nq'
attache store export news
cmp good.nq "$out" || fail "not just the good one is there"
