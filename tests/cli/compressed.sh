#!/bin/sh
# What is compressed is read, and can be written.
. "${0%/*}/../case.sh"
command -v gzip >/dev/null || skip "no gzip"
cp "$root"/examples/*.txt .
attache extract --graph-per-article *.txt
cp "$out" plain
attache extract --graph-per-article -o out.nq.gz *.txt
gives 0
gzip -dc out.nq.gz | cmp - plain || fail "the output is not the same"
attache extract --graph-per-article -o again.nq.gz *.txt
cmp out.nq.gz again.nq.gz || fail "the second run differs"
gzip *.txt
attache extract --graph-per-article *.txt.gz
gives 0
quiet
cmp "$out" plain || fail "compressed articles give something else"
# Two files behind each other are one.
printf '{"id": "a", "text": "Norway met Chile."}\n' | gzip >a.jsonl.gz
printf '{"id": "b", "text": "Chile met Norway."}\n' | gzip >>a.jsonl.gz
attache extract --graph-per-article a.jsonl.gz
prints '"b"'
head -c 40 a.jsonl.gz >cut.jsonl.gz
attache extract --graph-per-article cut.jsonl.gz
gives 1
says 'attache: cut.jsonl.gz: The compressed data is damaged or cut off'
command -v xz >/dev/null || exit 0
gzip -dc a.jsonl.gz | xz >a.jsonl.xz
attache extract --graph-per-article a.jsonl.gz
cp "$out" plain
attache extract --graph-per-article a.jsonl.xz
cmp "$out" plain || fail "xz gives something else"
if command -v zstd >/dev/null; then
  gzip -dc a.jsonl.gz | zstd -q >a.jsonl.zst
  attache extract --graph-per-article a.jsonl.zst
  gives 0
  cmp "$out" plain || fail "zstd gives something else"
  head -c 40 a.jsonl.zst >cut.jsonl.zst
  attache extract --graph-per-article cut.jsonl.zst
  gives 1
  says 'attache: cut.jsonl.zst: The compressed data is damaged or cut off'
fi
attache extract -o all.ttl.gz a.jsonl.gz
gives 2
