#!/bin/sh
# A folder without an ontology ends with 3.
. "${0%/*}/../case.sh"
mkdir ontology
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract --ontology ontology good.txt
gives 3
says ontology
