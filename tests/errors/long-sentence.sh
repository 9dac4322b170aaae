#!/bin/sh
# A sentence of 100,000 words ends in good time.
. "${0%/*}/../case.sh"
yes 'Norway and Chile and' | tr '\n' ' ' | head -c 500000 >sentence.txt
attache extract sentence.txt
gives 0
