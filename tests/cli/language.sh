#!/bin/sh
# An article in another language is skipped, and that is told.
. "${0%/*}/../case.sh"
cat >german.txt <<'TEXT'
Der Minister sagte am Montag in Berlin, dass die Verhandlungen in der kommenden
Woche fortgesetzt werden. Es war das erste Treffen seit dem Beginn der
Verhandlungen, die im vergangenen Jahr in Wien begonnen haben, und beide Seiten
wollen sich bald wieder treffen.
TEXT
greek='\316\237 \317\205\317\200\316\277\317\205\317\201\316\263\317\214\317\202'
for n in 1 2 3 4 5 6; do
  # The word is written in escapes.
  # shellcheck disable=SC2059
  printf "$greek "
done >greek.txt
printf 'OSLO: Norway signed an agreement with Chile.\n' >english.txt
attache extract --graph-per-article --summary sum.json -o out.nq \
  german.txt greek.txt english.txt
gives 0
says 'attache: german.txt: warning: Skipped: it is not in English'
says 'attache: greek.txt: warning: Skipped: it is not in English'
grep -q state/CHL out.nq || fail "English is not read"
if grep -q '"german"' out.nq; then
  fail "German is read"
fi
grep -qF '"read": 1, "skipped": 2, "failed": 0' sum.json ||
  fail "the summary says: $(cat sum.json)"
printf '{"text": "Oslo ja Chile", "language": "fi"}\n' >a.jsonl
printf '{"text": "Norway signs agreement", "language": "en-GB"}\n' >>a.jsonl
attache extract --graph-per-article a.jsonl
says 'attache: a.jsonl:1: warning: Skipped: it is not in English'
prints '"a-2"'
