#!/bin/sh
# A missing article is named, and the other is written.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway signed an agreement with Chile.\n' >good.txt
attache extract missing.txt good.txt
gives 1
says 'attache: missing.txt: No such file or directory'
prints state:CHL
