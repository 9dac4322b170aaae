#!/bin/sh
# Several graphs are asked together, whatever their formats.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/knows> <http://e/b> .\n' >a.ttl
printf '<http://e/b> <http://e/knows> <http://e/c> .\n' >b.nt
printf '<http://e/c> <http://e/knows> <http://e/d> <http://e/g> .\n' >c.nq
query='ASK { <http://e/a> <http://e/knows> ?x . ?x <http://e/knows> ?y .
  ?y <http://e/knows> <http://e/d> }'
attache query -e -d a.ttl -d b.nt -d c.nq "$query"
gives 0
attache query -e -d a.ttl -d b.nt "$query"
gives 1
