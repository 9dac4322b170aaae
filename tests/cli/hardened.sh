#!/bin/sh
# The program is loaded anywhere, its tables are read-only when it runs, its stack
# holds no code and is guarded.
. "${0%/*}/../case.sh"
command -v readelf >/dev/null || skip "no readelf"
readelf -h "$program" >"$out" 2>"$err"
grep -q 'Type:.*DYN' "$out" || fail "it is not position-independent"
readelf -d "$program" >"$out"
grep -q 'BIND_NOW\|Flags:.*NOW' "$out" || fail "functions are bound late"
readelf -lW "$program" >"$out"
grep -q GNU_RELRO "$out" || fail "its tables stay writable"
awk '$1 == "GNU_STACK" { found = 1; if ($7 ~ /E/) bad = 1 }
  END { exit !found || bad }' "$out" || fail "its stack may hold code"
readelf -sW "$program" >"$out"
grep -q __stack_chk_fail "$out" || fail "its stack is not guarded"
