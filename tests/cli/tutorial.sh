#!/bin/sh
# The tutorial of ontology/README.md works as it is written.
. "${0%/*}/../case.sh"
# block KIND N [SECTION]: the Nth block of that kind in "Add a domain", or in
# another section.
block() {
  awk -v open="^\`\`\`$1\$" -v wanted="$2" -v section="${3:-Add a domain}" '
    /^## / { here = $0 == "## " section }
    here && $0 ~ open { n++; inside = 1; next }
    /^```$/ { inside = 0 }
    inside && n == wanted' "$root/ontology/README.md"
}
# A frame, and what is said of one whose near miss fires.
cp -r "$root/ontology" ontology
for part in 1 2 3; do
  block turtle "$part" 'Add a frame'
done >ontology/mine.ttl
grep -q 'att:silent' ontology/mine.ttl || fail "no frame in the tutorial"
attache check ontology
gives 0
quiet
sed 's/The boat ferries/Norway ferried/' ontology/mine.ttl >mistake &&
  mv mistake ontology/mine.ttl
attache check ontology
gives 3
says "$(sed -n 's/^    attache: \(ontology.*\) \.\.\.$/\1/p' "$root/ontology/README.md")"

# A domain.
cp -r "$root/ontology" sport
for part in 1 2 3; do
  block turtle "$part"
  echo
done >sport/cricket.ttl
block text 1 >transfers.txt
block sparql 1 >transfers.rq
block text 2 >expected
[ -s transfers.txt ] && [ -s expected ] || fail "no blocks in the tutorial"
attache check sport
gives 0
quiet
attache extract --ontology sport -o transfers.ttl transfers.txt
gives 0
quiet
attache query -d transfers.ttl -q transfers.rq
gives 0
diff expected "$out" >"$err" || fail "another answer than in the tutorial"
# The mistake that it tells of.
sed 's/att:from/att:fron/' sport/cricket.ttl >mistake && mv mistake sport/cricket.ttl
attache check sport
gives 3
says "$(sed -n 's/^    attache: \(sport.*\)$/\1/p' "$root/ontology/README.md")"
# A skeleton is well-formed, and says how to go on.
cp "$root"/ontology/*.ttl sport
rm sport/cricket.ttl
for verb in ferry 'hand over'; do
  attache new frame "$verb"
  gives 0
  prints 'att:fires'
  cp "$out" sport/mine.ttl
  attache check sport
  gives 0
done
attache new frame Ferry
gives 2
says 'dictionary form'
attache new farme ferry
gives 2
says 'use attache new frame VERB'
attache new frame hand over
gives 2
says 'quote a phrase'
