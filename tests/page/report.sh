#!/bin/sh
# A report works in a browser: by mouse, by keyboard, without its script, and
# for those who do not see it; text that is meant to break it stays text.
. "${0%/*}/../case.sh"
browser=$(command -v chromium) || skip "no chromium"
command -v npm >/dev/null || skip "no npm"
cache=${ATTACHE_BUILD:-$root/build/release}/page
mkdir -p "$cache"
cp "$root/tests/page/package.json" "$root/tests/page/browse.js" "$cache"
(cd "$cache" && npm install --no-audit --no-fund --silent) >"$err" 2>&1 ||
  skip "npm does not install the browser's driver"
attache report -o one.html "$root/examples/bilateral-meeting.txt"
gives 0
attache report -o all.html "$root/examples/bilateral-meeting.txt" \
  "$root/examples/phone-call.txt" "$root/examples/signing.txt"
gives 0
attache report -o pages/ "$root/examples/bilateral-meeting.txt" \
  "$root/examples/phone-call.txt"
gives 0
sh "$root/ontology/page.sh" "$program" "$root/ontology" >vocabulary.html ||
  fail "no page of the vocabulary"
cat >hostile.txt <<'TXT'
date 2026-03-11 Norway </title><script>document.title = "broken"</script> meets Chile

OSLO: Foreign Minister Ingrid "><img src=x onerror=alert(1)> Solvang met Chilean counterpart Tomas Arancibia on Wednesday.

"</blockquote></body><script>document.title = 'broken'</script>," Solvang said. Norway condemned ‮the attack‬ on Chile &lt;b&gt;. The two ministers agreed that they would meet again in the spring, and that their countries would work together on the sea and the fisheries.
TXT
attache report -o hostile.html hostile.txt
gives 0
HOME=$folder timeout 280 node "$cache/browse.js" "$browser" "$folder" \
  >"$out" 2>"$err" || fail "the page does not behave"
