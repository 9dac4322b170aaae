#!/bin/sh
# Random queries on random data have the answers of another engine. More of
# them: ATTACHE_QUERIES=10000, from another seed on: ATTACHE_SEED=5000.
. "${0%/*}/common"
needs_oxigraph
NODE_PATH=$cache/node_modules node "$root/tests/remote/compare.cjs" \
  "$program" "${ATTACHE_SEED:-1}" "${ATTACHE_QUERIES:-100}" >"$err" 2>&1 ||
  fail "another answer"
