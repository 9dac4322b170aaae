#!/bin/sh
# Who asks is told by the environment or a file, never on the command line, and
# only to a server that shows a certificate to be trusted.
. "${0%/*}/common"
needs_node
attache extract --graph-per-article -o all.nq "$root/examples/signing.txt"
for kind in basic digest bearer; do
  serve $kind auth=$kind
  attache push --auth $kind --to "$url/store" all.nq
  gives 2
  says 'or --credentials'
  ATTACHE_USER=alice ATTACHE_PASSWORD=secret ATTACHE_TOKEN=secret \
    attache push --auth $kind --to "$url/store" all.nq
  gives 0
  quiet
  ATTACHE_USER=alice ATTACHE_PASSWORD=wrong ATTACHE_TOKEN=wrong \
    attache push --auth $kind --to "$url/store" all.nq
  gives 1
  says "attache: $url/store: The server answers 401: the credentials are refused"
  attache push --to "$url/store" all.nq
  gives 1
  says 'The server answers 401'
  if [ $kind = bearer ]; then echo secret; else echo alice:secret; fi >key
  chmod 644 key
  attache push --auth $kind --credentials key --to "$url/store" all.nq
  gives 0
  says 'attache: key: warning: Others can read this; chmod 600 keeps it secret'
  chmod 600 key
  attache push --auth $kind --credentials key --to "$url/store" all.nq
  gives 0
  quiet
  halt
done
attache push --to http://alice:secret@127.0.0.1/ all.nq
gives 1
says 'A user or a password does not stand in an address'
attache push --to file:///etc/passwd all.nq
gives 1
says 'It is no address of http or https'

command -v openssl >/dev/null || exit 0
openssl req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.pem -days 2 \
  -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 >"$err" 2>&1 ||
  fail "no certificate"
serve tls tls=tls.key,tls.pem
url=https${url#http}
attache push --retry 0 --to "$url/store" all.nq
gives 1
says 'The server cannot be spoken to: '
[ ! -s tls/log ] || fail "a certificate of nobody is trusted"
attache push --retry 0 --ca tls.pem --to "$url/store" all.nq
gives 0
quiet
