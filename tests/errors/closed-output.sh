#!/bin/sh
# An output folder that is missing is an error.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract -o nowhere/out.ttl good.txt
gives 1
says nowhere/out.ttl
says 'No such file or directory'
