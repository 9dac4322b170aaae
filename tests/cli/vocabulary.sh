#!/bin/sh
# The page of the vocabulary holds every class with its correspondences.
. "${0%/*}/../case.sh"
sh "$root/ontology/page.sh" "$program" "$root/ontology" >page.html 2>"$err" ||
  fail "no page"
for name in $(sed -n 's/^att:\([A-Za-z0-9]*\) a owl:.*/\1/p' \
  "$root/ontology/vocabulary.ttl"); do
  grep -q "<div id=\"att:$name\">" page.html || fail "att:$name is not there"
done
cp page.html "$out"
for other in 'CAMEO 040' 'PLOVER AGREE' sem:Event org:Membership prov:Entity \
  schema:NewsArticle 'id="sec:fisheries"'; do
  prints "$other"
done
