#!/bin/sh
# A binary file gets an answer, and RDF that parses.
. "${0%/*}/../case.sh"
head -c 100000 "$program" >binary.txt
attache extract -f ntriples binary.txt
gives 0
prints /article/
[ -z "$(tr -d '\011\012\040-\176' <"$out")" ] || fail "bytes that are no text"
