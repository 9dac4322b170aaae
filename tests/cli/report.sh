#!/bin/sh
# A report is one page that loads nothing, the same each time, with all facts.
. "${0%/*}/../case.sh"
attache report -o a.html "$root/examples/bilateral-meeting.txt"
gives 0
quiet
attache report "$root/examples/bilateral-meeting.txt"
gives 0
cmp -s a.html "$out" || fail "other bytes the second time"
prints 'Norwegian Foreign Minister'
prints 'id="a1-f1"'
prints '<svg '
prints 'Who said what'
prints 'Timeline'
if grep -qE '(src|href)="?(https?:|//)|url\(|@import' a.html; then
  fail "it loads something"
fi
# A frame that fired, and an assertion a row.
prints '<code>agree</code>'
attache extract --provenance full -f nquads \
  "$root/examples/bilateral-meeting.txt"
count=$(grep -c 'rdf-syntax-ns#predicate>' "$out")
[ "$(grep -c '<tr id="a1-f' a.html)" = "$count" ] ||
  fail "not a row for each of $count facts"
# Several articles have an index; one that cannot be read is said.
attache report -o b.html "$root/examples/signing.txt" missing.txt \
  "$root/examples/phone-call.txt"
gives 1
says missing.txt
grep -q 'Who met whom' b.html || fail "no index"
grep -q 'id="a2-' b.html || fail "no second article"
# Whatever the bytes, the page holds no element of theirs.
printf 'OSLO: Norway and Chile <script>alert(1)</script> signed an agreement with Peru on the 5th of May & the <b>ministers</b> said that "it was the best" of them all.\n' >c.txt
attache report c.txt
gives 0
[ "$(grep -c '<script>' "$out")" = 1 ] || fail "a script of the article's"
prints '&lt;b&gt;'
# What is not English is left out; nothing else, no page.
printf 'Der Minister von Norwegen hat am Montag in Oslo den Minister von Chile getroffen und mit ihm über die Fischerei gesprochen. Beide haben ein Abkommen unterzeichnet, das im Juni in Kraft treten soll.\n' >d.txt
attache report -o d.html d.txt "$root/examples/signing.txt"
gives 0
attache report -o e.html d.txt
gives 1
says 'nothing is written'
[ ! -e e.html ] || fail "an empty page"
# In a folder each article has its page, the same as alone but for its names,
# and the index leads there; what cannot be read leaves no gap.
attache report -o pages/ "$root/examples/signing.txt" d.txt missing.txt \
  "$root/examples/phone-call.txt"
gives 1
[ "$(cd pages && echo *)" = 'a1.html a2.html index.html' ] ||
  fail "other pages in the folder"
grep -q 'href="a2.html#a2-t' pages/index.html || fail "no link to a page"
grep -q 'href="index.html"' pages/a2.html || fail "no link to the index"
attache report -o two.html "$root/examples/signing.txt" \
  "$root/examples/phone-call.txt"
grep -o 'id="a2-[^"]*"' two.html >two && grep -o 'id="a2-[^"]*"' \
  pages/a2.html | diff two - >"$err" || fail "another page in the folder"
mkdir there
attache report -o there "$root/examples/signing.txt"
gives 0
quiet
[ -s there/index.html ] || fail "a folder that is there is not filled"
attache report -o a.html/ "$root/examples/signing.txt"
gives 1
says 'a.html'

# What is only planned is no meeting.
for when in 'will meet:on Friday' 'met:on Monday'; do
  printf 'date 2026-03-11 Talks\n\nOSLO: Foreign Minister Ingrid Solvang of Norway %s Foreign Minister Tomas Arancibia of Chile in Oslo %s, and the ministers of both countries will talk about the sea.\n' \
    "${when%:*}" "${when#*:}" >"${when%% *}.txt"
done
mv met:on.txt met.txt
attache report will.txt "$root/examples/condemnation.txt"
gives 0
if grep -q 'Ingrid Solvang – Tomas Arancibia' "$out"; then
  fail "a meeting that is planned counts as one"
fi
attache report met.txt "$root/examples/condemnation.txt"
prints 'Ingrid Solvang – Tomas Arancibia'
