#!/bin/sh
# A client of others asks a served store: rows, ASK, CONSTRUCT, a mistake.
. "${0%/*}/../case.sh"
command -v npm >/dev/null || skip "no npm"
cache=${ATTACHE_BUILD:-$root/build/release}/client
mkdir -p "$cache"
cp "$root/tests/client/package.json" "$root/tests/client/ask.js" "$cache"
(cd "$cache" && npm install --no-audit --no-fund --silent) >"$err" 2>&1 ||
  skip "npm does not install the client"
attache extract --store news "$root"/examples/*.txt
gives 0
"$program" serve --store news --listen 127.0.0.1:0 >address &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
tries=0
until [ -s address ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || fail "it does not start"
  sleep 0.1
done
timeout 100 node "$cache/ask.js" "$(cat address)sparql" >"$out" 2>"$err" ||
  fail "the client is not answered"
prints meetings
