#!/bin/sh
# The format comes from -f, else from the extension, else it is Turtle.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >a.txt
attache extract a.txt
prints state:CHL
for pair in turtle:ttl trig:trig ntriples:nt nquads:nq rdfxml:rdf; do
  attache extract -f "${pair%:*}" a.txt
  gives 0
  attache extract -f "${pair%:*}" -o by-name a.txt
  gives 0
  attache extract -o "by-extension.${pair#*:}" a.txt
  gives 0
  cmp by-name "by-extension.${pair#*:}" || fail "$pair: they differ"
done
attache extract -o plain.txt a.txt
cmp plain.txt by-extension.ttl || fail "not Turtle without either"
attache extract -f ntriples -o named.ttl a.txt
cmp named.ttl by-extension.nt || fail "-f does not come first"
