#!/bin/sh
# How a fact was read can be followed: sentence, tree, frame, who is who.
. "${0%/*}/../case.sh"
article=$root/examples/bilateral-meeting.txt
attache explain "$article"
gives 0
quiet
tab=$(printf '\t')
prints "Ingrid Solvang${tab}post${tab}Norwegian Foreign Minister"
number=$(sed -n "s/^\([0-9]*\)${tab}agreement: .*${tab}party${tab}Norway${tab}.*/\1/p" "$out")
[ -n "$number" ] || fail "no fact that Norway is party to the agreement"
cp "$out" facts
attache explain --fact "$number" "$article"
gives 0
prints 'Norway and Chile on Wednesday agreed'
prints 'agreed  root VERB  agree'
prints 'agree evokes Agreement'
prints "$(grep -n '^frame:agree a ' "$root"/ontology/frames-*.ttl | cut -d: -f1,2)"
prints "  97${tab}Norway"
# The numbers are those of the report.
attache report "$article"
prints "<tr id=\"a1-f$(wc -l <facts)\""
# The sentence around a byte.
attache explain --at 600 "$article"
gives 0
prints 'attended the meeting'
prints 'attend-meeting evokes Meeting'
# No colours but on a terminal.
if grep -q "$(printf '\033')" "$out"; then
  fail "colours in a file"
fi
attache explain --fact 9999 "$article"
gives 1
says 'There is no fact 9999: there are'
attache explain --at 99999 "$article"
gives 1
says 'There is no sentence at byte 99999'
# What a terminal would obey is not printed.
printf 'OSLO: Norway \033[31mmet\033[0m Chile on Monday, and the ministers said that it was good.\n' >c.txt
attache explain c.txt
gives 0
if grep -q "$(printf '\033')" "$out"; then
  fail "an escape sequence of the article"
fi
# extract --trace is trace.
attache trace events "$article"
cp "$out" events
attache extract --trace events "$article"
gives 0
cmp -s "$out" events || fail "extract --trace and trace differ"
