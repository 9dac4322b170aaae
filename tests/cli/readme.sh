#!/bin/sh
# What the README shows is what the program says.
. "${0%/*}/../case.sh"
# block N: the lines of the Nth fenced block.
block() {
  awk -v wanted="$1" '/^```./ { n++; inside = 1; next }
    /^```$/ { inside = 0 }
    inside && n == wanted && NF' "$root/README.md"
}
block 1 >article
[ -s article ] || fail "no article in the README"
while read -r line; do
  grep -qxF -- "$line" "$root/examples/bilateral-meeting.txt" ||
    fail "not in the article: $line"
done <article

attache extract "$root/examples/bilateral-meeting.txt"
gives 0
block 2 | sed 's/ [;.]$//' >graph
[ -s graph ] || fail "no graph in the README"
while read -r line; do
  prints "$line"
done <graph

attache extract -o examples.ttl "$root"/examples/*.txt
attache query -d examples.ttl -q "$root/examples/agreements.rq"
gives 0
block 3 | diff - "$out" >"$err" || fail "another answer than in the README"
