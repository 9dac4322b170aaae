#!/bin/sh
# A syntax error in the ontology is told with file, line and column.
. "${0%/*}/../case.sh"
cp -R "$root/ontology" ontology
printf '# one\n\n<a> <b> ; .\n' >ontology/broken.ttl
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract --ontology ontology good.txt
gives 3
says 'ontology/broken.ttl:3:9: '
attache check ontology
gives 3
says 'ontology/broken.ttl:3:9: '
