#!/bin/sh
# Sorted N-Quads are merged: each line once, in order.
. "${0%/*}/../case.sh"
attache extract --graph-per-article "$root"/examples/*.txt
cp "$out" all.nq
LC_ALL=C sort -u all.nq >sorted
# Lines dealt out to three files, some of them to two.
awk '{ print > ("part" NR % 3) } NR % 5 == 0 { print > "part" (NR + 1) % 3 }' \
  all.nq
for part in part0 part1 part2; do LC_ALL=C sort "$part" >"$part.nq"; done
gzip -k part1.nq
printf '# a comment\n\n' >empty.nq
attache merge -o merged.nq part0.nq part1.nq.gz empty.nq part2.nq
gives 0
quiet
cmp merged.nq sorted || fail "the merged file is another"
attache merge - <part0.nq
gives 0
LC_ALL=C sort -u part0 | cmp - "$out" || fail "one file is not made single"
attache merge merged.nq merged.nq
cmp "$out" sorted || fail "twice is not once"
attache merge -o out.nq part0.nq all.nq
gives 1
says 'The lines are not sorted by their bytes; LC_ALL=C sort does it'
[ ! -e out.nq ] || fail "half an output"
printf '<http://a> <http://b> "c .\n' >bad.nq
attache merge bad.nq
gives 1
says 'attache: bad.nq:1: No quad is here'
attache merge missing.nq
gives 1
says 'attache: missing.nq: No such file or directory'
attache merge
gives 2
