#!/bin/sh
# What the linker sees of the library is called att_...
. "${0%/*}/../case.sh"
library=$(find "${ATTACHE_BUILD:-$root/build/release}" -maxdepth 1 \
  -name 'libattache.*' | head -n 1)
[ -n "$library" ] || skip "no library is built"
command -v nm >/dev/null || skip "no nm"
# Sanitizers and coverage add their own, with two underscores.
nm --defined-only -g "$library" 2>/dev/null |
  awk 'NF == 3 && $2 ~ /[A-Z]/ && $3 !~ /^(att_|_)/ { print $3; bad = 1 }
       END { exit bad }' >"$err" || fail "a name without att_"
