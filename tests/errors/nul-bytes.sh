#!/bin/sh
# NUL bytes in an article end neither the article nor the program.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway\000 signed an agreement with Chile.\n\000\000' >nul.txt
attache extract nul.txt
gives 0
prints state:CHL
