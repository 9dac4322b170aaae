#!/bin/sh
# A full device is an error, on standard output and with -o.
. "${0%/*}/../case.sh"
[ -c /dev/full ] || skip "no /dev/full"
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract -o /dev/full good.txt
gives 1
says 'No space left on device'
status=0
"$program" extract good.txt >/dev/full 2>"$err" || status=$?
gives 1
says 'No space left on device'
[ -c /dev/full ] || fail "/dev/full is gone"
