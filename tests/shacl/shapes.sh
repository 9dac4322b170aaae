#!/bin/sh
# The graphs of the examples, in full, conform to the shapes.
. "${0%/*}/../case.sh"
command -v npm >/dev/null || skip "no npm"
cache=${ATTACHE_BUILD:-$root/build/release}/shacl
mkdir -p "$cache"
cp "$root/tests/shacl/package.json" "$root/tests/shacl/validate.js" "$cache"
(cd "$cache" && npm install --no-audit --no-fund --silent) >"$err" 2>&1 ||
  skip "npm does not install the validator"
attache extract --provenance full -o all.nt "$root"/examples/*.txt
gives 0
[ -s all.nt ] || fail "no triples"
node "$cache/validate.js" "$root/ontology/shapes.ttl" all.nt >"$out" 2>"$err" ||
  fail "$(tail -n 1 "$out")"
