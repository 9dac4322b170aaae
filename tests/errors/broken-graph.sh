#!/bin/sh
# Nothing is asked of a graph that does not parse.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/b> <http://e/c> .\n\n<a> <b> ; .\n' >broken.ttl
attache query -d broken.ttl 'SELECT * { ?s ?p ?o }'
gives 1
says 'broken.ttl:3: '
[ ! -s "$out" ] || fail "an answer although the graph is broken"
attache query -d nowhere.ttl 'SELECT * { ?s ?p ?o }'
gives 1
says nowhere.ttl
