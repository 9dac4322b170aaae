#!/bin/sh
# A megabyte without a blank, and deep brackets, end in good time.
. "${0%/*}/../case.sh"
head -c 1000000 /dev/zero | tr '\000' x >word.txt
head -c 100000 /dev/zero | tr '\000' '(' >brackets.txt
yes '"' | tr -d '\n' | head -c 100000 >quotes.txt
attache extract word.txt brackets.txt quotes.txt
gives 0
