#!/bin/sh
# A store with any bytes changed is answered or refused in a sentence, and ends
# the program as is documented; one that cannot be written is refused too.
#
# ATTACHE_DAMAGES is how often (6).
. "${0%/*}/../case.sh"
damages=${ATTACHE_DAMAGES:-6}
command -v python3 >/dev/null || skip "no python3"
attache extract --graph-per-article -o all.nq "$root"/examples/*.txt
attache store add store all.nq
gives 0
cat >damage.py <<'PYTHON'
import random, sys
luck = random.Random(int(sys.argv[1]))
data = bytearray(open("store/data.mdb", "rb").read())
for _ in range(luck.choice([1, 8, 64])):
    data[luck.randrange(len(data))] = luck.randrange(256)
open("damaged/data.mdb", "wb").write(data)
PYTHON
refused=0
i=0
while [ "$i" -lt "$damages" ]; do
  i=$((i + 1))
  for verb in list export query add; do
    rm -rf damaged
    mkdir damaged
    python3 damage.py "$i"
    case $verb in
    query) attache query --store damaged 'SELECT * { ?s ?p ?o }' ;;
    add) attache store add damaged all.nq ;;
    *) attache store "$verb" damaged ;;
    esac
    [ "$status" -le 1 ] || fail "damage $i: $verb ended with $status"
    if [ "$status" = 1 ]; then
      refused=$((refused + 1))
      says 'attache: damaged: '
    else
      quiet
    fi
  done
done
[ "$refused" -gt 0 ] || fail "no damage was found"
