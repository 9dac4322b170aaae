#!/bin/sh
# Graphs come out of files of any kind and out of stores, and go where they are
# told to.
. "${0%/*}/common"
needs_node
cp "$root"/examples/*.txt .
attache extract --graph-per-article -o all.nq *.txt
attache extract --graph-per-article -o all.trig *.txt
attache extract --store news *.txt
LC_ALL=C sort all.nq >sorted
gzip -k all.nq
for from in all.nq all.nq.gz all.trig '--store news' '--batch 100 all.nq'; do
  serve a
  # The words of an option and its argument.
  # shellcheck disable=SC2086
  attache push --to "$url/store" $from
  gives 0
  quiet
  halt
  LC_ALL=C sort a/graphs | cmp - sorted || fail "$from: something else arrives"
done
# Sorted by the line, graphs come in many parts; none replaces another.
head -n 300 sorted >part.nq
serve b
attache push --to "$url/store" part.nq
gives 0
halt
LC_ALL=C sort b/graphs | cmp - part.nq || fail "a part replaced another"
# What is in no graph goes where it is told to.
attache extract -o one.ttl signing.txt
serve c
attache push --graph http://example.org/g --to "$url/store" one.ttl
gives 0
halt
grep -q '<http://example.org/g> \.$' c/graphs || fail "it is in no graph"
[ "$(cut -d ' ' -f 2 c/log)" = '/store?graph=http://example.org/g' ] ||
  fail "it went elsewhere"
# A dry run asks nobody.
attache push --dry-run all.nq
gives 0
quiet
[ "$(wc -l <"$out")" = "$(ls *.txt | wc -l)" ] || fail "not a line for each graph"
attache push --to "$url/store"
gives 2
says 'push needs a FILE, or --store DIR'
attache push all.nq
gives 2
says 'push needs --to URL'
attache push --protocol gps --to "$url" all.nq
gives 2
says 'No protocol is called gps; did you mean gsp?'
attache push --to http://127.0.0.1:1/ --protocol virtuoso one.ttl
gives 1
says 'Virtuoso keeps no triples without a graph; name one for them'
printf '<a> <b> .\n' >bad.nq
attache push --dry-run bad.nq
gives 1
says 'attache: bad.nq:1: No quad is here'
