#!/bin/sh
# ASK and CONSTRUCT are answered; -e tells no by its status.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/b> <http://e/c> .\n' >a.nt
attache query -d a.nt -e 'ASK { ?s <http://e/b> ?o }'
gives 0
prints yes
attache query -d a.nt -e 'ASK { ?s <http://e/x> ?o }'
gives 1
prints no
attache query -d a.nt 'ASK { ?s <http://e/x> ?o }'
gives 0
attache query -d a.nt -e 'SELECT * { ?s <http://e/x> ?o }'
gives 1
attache query -d a.nt -e 'SELECT * { ?s <http://e/b> ?o }'
gives 0
attache query -d a.nt -f ntriples 'CONSTRUCT { ?o ?p ?s } { ?s ?p ?o }'
gives 0
[ "$(cat "$out")" = '<http://e/c> <http://e/b> <http://e/a> .' ] ||
  fail "not the triple turned round"
attache query -d a.nt 'CONSTRUCT { ?o ?p ?s } { ?s ?p ?o }'
gives 0
prints 'http://e/c'
