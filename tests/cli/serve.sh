#!/bin/sh
# A served store speaks the SPARQL Protocol: ways to ask, formats, refusals.
. "${0%/*}/../case.sh"
command -v curl >/dev/null || skip "no curl"
attache serve
gives 2
says 'serve needs --store DIR'
attache serve --store none
gives 1
says none
attache serve --store news --listen 8080
gives 2
says 'write it as 127.0.0.1:8080'
attache extract --store news "$root"/examples/*.txt
gives 0
"$program" serve --store news --listen 127.0.0.1:0 --timeout 20 >address &
server=$!
trap 'kill $server 2>/dev/null || :; rm -rf "$folder"' EXIT
tries=0
until [ -s address ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || fail "it does not start"
  sleep 0.1
done
url=$(cat address)sparql

# ask STATUS TYPE ARGUMENT...: what a request comes to.
ask() {
  wanted="$1 $2"
  shift 2
  status=$(curl -s -o "$out" -w '%{http_code} %{content_type}' "$@") || :
  command="curl $*"
  [ "$status" = "$wanted" ] || fail "$command gives $status, not $wanted"
}
query='SELECT ?s { ?s a <https://w3id.org/attache/ns#Meeting> } ORDER BY ?s'
json='application/sparql-results+json'
text='text/plain; charset=utf-8'
attache query --store news -f json "$query"
cp "$out" expected
# The three operations of the protocol give the same.
ask 200 "$json" -G "$url" --data-urlencode "query=$query"
cmp -s "$out" expected || fail "GET gives another answer than attache query"
ask 200 "$json" "$url" --data-urlencode "query=$query"
cmp -s "$out" expected || fail "a form gives another answer"
ask 200 "$json" "$url" -H 'Content-Type: application/sparql-query' \
  --data-binary "$query"
cmp -s "$out" expected || fail "a posted query gives another answer"
# Formats, as asked for.
ask 200 text/csv "$url" -H 'Accept: text/csv' --data-urlencode "query=$query"
ask 200 "$text" "$url" --data-urlencode "query=$query" \
  --data-urlencode 'format=text/plain'
attache query --store news "$query"
cp "$out" table
ask 200 "$text" "$url" -H 'Accept: text/plain' --data-urlencode "query=$query"
cmp -s "$out" table || fail "plain text is another table"
ask 200 "$text" "$url" -H 'Accept: text/plain' --data-urlencode \
  'query=CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1'
ask 200 application/sparql-results+xml "$url" --data-urlencode "query=$query" \
  -H 'Accept: text/html;q=0.9, application/sparql-results+xml, */*;q=0.1'
ask 200 text/turtle "$url" \
  --data-urlencode 'query=# all
PREFIX a: <http://a/> CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1'
ask 200 "$json" "$url" --data-urlencode 'query=ASK { ?s ?p ?o }'
prints true
ask 406 "$text" "$url" -H 'Accept: image/png' --data-urlencode "query=$query"
# Refusals say why; nothing can be changed.
ask 400 "$text" "$url" --data-urlencode 'query=SELEKT'
ask 400 "$text" "$url" --data-urlencode 'query=DELETE WHERE { ?s ?p ?o }'
ask 400 "$text" "$url" --data-urlencode 'update=CLEAR ALL'
ask 400 "$text" "$url"'?other=1'
ask 415 "$text" "$url" -H 'Content-Type: text/xml' --data-binary "$query"
ask 405 "$text" -X PUT "$url" --data-binary x
ask 404 "$text" "${url}x"
head -c 1100000 /dev/zero | tr '\0' ' ' >large
ask 413 "$text" "$url" -H 'Content-Type: application/sparql-query' \
  --data-binary @large
# A page to ask from; pages of others may not.
ask 200 'text/html; charset=utf-8' "$(cat address)"
prints '<form action="/sparql"'
curl -s -D headers -o "$out" -G "$url" --data-urlencode "query=$query" \
  -H 'Origin: http://example.org'
if grep -qi 'access-control' headers; then
  fail "other sites may ask"
fi
kill "$server"
wait "$server" || fail "it does not end well"
