#!/bin/sh
# A folder without articles is not an answer; nor is one among graphs.
. "${0%/*}/../case.sh"
mkdir folder
echo 'No article.' >folder/read.me
attache extract -o out.ttl folder
gives 1
says 'attache: folder: No articles are in this folder'
[ ! -e out.ttl ] || fail "an output although nothing was read"
