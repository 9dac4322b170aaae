#!/bin/sh
# A folder is not an article.
. "${0%/*}/../case.sh"
mkdir folder
attache extract -o out.ttl folder
gives 1
says 'attache: folder: Is a directory; name the files in it'
[ ! -e out.ttl ] || fail "an output although nothing was read"
