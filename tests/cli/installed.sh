#!/bin/sh
# The installed program finds its ontology and model.
. "${0%/*}/../case.sh"
[ -n "${ATTACHE_BUILD:-}" ] || skip "no build folder is named"
command -v cmake >/dev/null || skip "no cmake"
cmake --install "$ATTACHE_BUILD" --prefix "$folder/usr" >"$out" 2>"$err" ||
  fail "it does not install"
for file in bin/attache include/attache.h share/man/man1/attache.1 \
  share/man/man1/attache-explain.1 \
  share/bash-completion/completions/attache \
  share/doc/attache/README.md share/doc/attache/examples/agreements.rq \
  share/attache/english.model share/attache/ontology/vocabulary.ttl \
  share/attache/ontology.facts; do
  [ -s "usr/$file" ] || fail "$file is missing"
done
[ ! -e usr/bin/attache-train ] || fail "the trainer is installed"
program=$folder/usr/bin/attache
ATTACHE_DATA=$folder/usr/share/attache
export ATTACHE_DATA
# A label of its own shows that this ontology is read and no other.
sed 's/rdfs:label "Chile"@en/rdfs:label "Chilia"@en ; skos:altLabel "Chile"@en/' \
  "$root/ontology/states.ttl" >"$ATTACHE_DATA/ontology/states.ttl"
printf 'OSLO: Norway signed an agreement with Chile.\n' >a.txt
attache extract a.txt
gives 0
prints Chilia
