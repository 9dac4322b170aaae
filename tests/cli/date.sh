#!/bin/sh
# --date dates an article that tells none, and no other.
. "${0%/*}/../case.sh"
printf 'OSLO: Norway and Chile signed an agreement on Monday.\n' >none.txt
attache extract --date 2026-02-12 none.txt
gives 0
prints 2026-02-09
{
  printf 'date 2025-02-12 Norway and Chile sign\n\n'
  cat none.txt
} >own.txt
attache extract --date 2026-02-12 own.txt
prints 2025-02-10
