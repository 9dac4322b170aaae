#!/bin/sh
# Whenever a signal comes: the output holds the first articles whole, as many as
# are told, or is absent.
#
# ATTACHE_FAULTS is how many moments are tried (6) for each signal and kind of
# system call; 0: all.
. "${0%/*}/../case.sh"
. "$root/tests/faults/common"
points=${ATTACHE_FAULTS:-6}
at=0

for n in 1 2 3; do
  printf '{"id": "%s", "text": "OSLO: Norway signed an agreement."}\n' $n
done >three.jsonl
for n in 0 1 2 3; do
  head -n $n three.jsonl >some.jsonl
  attache extract --graph-per-article -o "whole.$n.nq" some.jsonl
  gives 0
done

# The number of articles that the program says it brought out; all if it says
# nothing.
told() {
  sed -n 's/.*the output holds \([0-9]*\) articles$/\1/p' "$err" | grep . ||
    echo 3
}

# A file too large for the limit is told as any other that cannot be written.
for list in 'extract -o o.nt' 'extract --graph-per-article -o o.nq' \
  'extract --graph-per-article --resume -o o.nq'; do
  # The words of the list are arguments.
  # shellcheck disable=SC2086
  (ulimit -f 1 && "$program" $list three.jsonl) 2>"$err" >"$out" &&
    status=0 || status=$?
  command="attache $list under a limit"
  gives 1
  says 'File too large'
  [ ! -e o.nt ] && [ ! -e o.nq ] || fail "$command leaves a part"
  [ -z "$(find . -name 'o.*.tmp')" ] || fail "$command leaves something"
done
rm -f o.*

# Who listens to the messages may go away.
printf '{\n' | cat - three.jsonl >bad.jsonl
mkfifo pipe
(exec 3<pipe) &
"$program" extract --graph-per-article -o o bad.jsonl 2>pipe || :
wait
cmp -s o whole.3.nq || fail "a message that nobody reads ends the program"
rm -f o

command -v strace >/dev/null || skip "no strace"
strace -o /dev/null true 2>/dev/null || skip "no process may be traced"
strace -f -qq -o trace "$program" extract --graph-per-article -o o three.jsonl
sed -n 's/^[0-9]* *\([a-z0-9_]*\)(.*/\1/p' trace | sort | uniq -c >counts

for name in openat read mmap write fsync rename close; do
  awk -v name=$name -v points="$points" '$2 == name {
    count = $1
    if (points == 0 || points > count) points = count
    for (i = 0; i < points; i++)
      print 1 + int(points > 1 ? i * (count - 1) / (points - 1) : 0)
  }' counts | sort -nu >where
  while read -r n; do
    for signal in INT TERM HUP; do
      rm -f o o.*
      status=0
      command="attache extract (SIG$signal at $name $n)"
      strace -f -qq -o /dev/null -e trace=$name \
        -e "inject=$name:signal=SIG$signal:when=$n" \
        "$program" extract --graph-per-article -o o three.jsonl \
        >"$out" 2>"$err" </dev/null || status=$?
      at=$((at + 1))
      case $status in
      0 | 1) cmp -s o "whole.$(told).nq" || fail "$command: not what it says" ;;
      129 | 130 | 143) [ ! -e o ] || fail "$command leaves a part" ;;
      *) fail "$command ended with $status" ;;
      esac
      [ -z "$(find . -name 'o.*')" ] || fail "$command leaves something"
    done
  done <where
done
echo "$at signals sent"
