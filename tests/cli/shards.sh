#!/bin/sh
# However articles are dealt out to machines, what these extract apart is, put
# together, what one would have extracted.
. "${0%/*}/../case.sh"
for article in "$root"/examples/*.txt; do
  sed "s/\"/'/g; s/$/\\\\n/" "$article" | tr -d '\n\r' >text
  printf '{"id": "%s", "text": "%s"}\n' "${article##*/}" "$(cat text)"
done >all.jsonl
attache extract --graph-per-article all.jsonl
gives 0
LC_ALL=C sort -u "$out" >whole
count=$(wc -l <all.jsonl)
# Blocks, turns, one alone, and a deal that a number decides.
for deal in 'NR <= 3' 'NR % 2' 'NR == 1' '(NR * 7 + 3) % 5 < 2'; do
  awk "{ print > (($deal) ? \"one.jsonl\" : \"two.jsonl\") }" all.jsonl
  for shard in one two; do
    attache extract --graph-per-article $shard.jsonl
    gives 0
    LC_ALL=C sort -u "$out" >$shard.nq
  done
  attache merge -o merged.nq one.nq two.nq
  gives 0
  cmp merged.nq whole || fail "$deal: the shards give something else"
done
# Each article a shard, the last first.
names=
for n in $(seq "$count"); do
  sed -n "${n}p" all.jsonl >one.jsonl
  attache extract --graph-per-article one.jsonl
  LC_ALL=C sort -u "$out" >"shard$n.nq"
  names="shard$n.nq $names"
done
# The names hold no blanks.
# shellcheck disable=SC2086
attache merge $names
cmp "$out" whole || fail "articles apart give something else"
parallel --version 2>"$err" | grep -q 'GNU parallel' || exit 0
parallel --will-cite --pipe --block 2k -j 2 \
  "'$program' extract --graph-per-article --input jsonl -" <all.jsonl \
  2>"$err" | LC_ALL=C sort -u >piped
cmp piped whole || fail "GNU parallel gives something else"
# Other hosts: what ssh would do there is done here. A host gives its user a
# shell, whatever there is at home.
cat >ssh <<'SSH'
#!/bin/sh
shift
[ "$1" != -- ] || shift
export SHELL=/bin/sh
exec sh -c "$*"
SSH
chmod +x ssh
split -l 2 all.jsonl host-
parallel --will-cite --ssh ./ssh --sshlogin 1/one,1/two -j 1 \
  "cd '$folder' && '$program' extract --graph-per-article --input jsonl {}" \
  ::: host-* 2>"$err" | LC_ALL=C sort -u >hosts
cmp hosts whole || fail "hosts give something else: $(cat "$err")"
