#!/bin/sh
# The ontology that is shipped has nothing wrong with it.
. "${0%/*}/../case.sh"
attache check "$root/ontology"
gives 0
quiet
