#!/bin/sh
# The sandbox of extract changes no byte of what it gives, wherever articles,
# lists, stores and outputs lie, and whatever they are.
. "${0%/*}/../case.sh"
articles=$root/examples
mkdir in far store-far links
cp "$articles"/summit.txt "$articles"/signing.txt in
printf '<html><head><meta charset="iso-8859-2"></head><body><p>%s</p></body>' \
  'President Kwa'"$(printf '\266')"'niewski met Chancellor Scholz in Warsaw.' \
  >in/page.html

# same OPTION...: with and without, the same output, messages and status.
same() {
  rm -rf with without
  mkdir with without
  attache extract "$@"
  cp "$out" with/out
  cp "$err" with/err
  sandboxed=$status
  attache extract --no-sandbox "$@"
  [ "$sandboxed" = "$status" ] || fail "$command: $sandboxed in the sandbox"
  cmp -s with/out "$out" || fail "$command prints something else"
  cmp -s with/err "$err" || fail "$command says something else"
}

# written FILE OPTION...: the file is the same, too.
written() {
  file=$1
  shift
  attache extract "$@"
  gives 0
  cp "$file" first
  rm -f "$file"
  attache extract --no-sandbox "$@"
  gives 0
  cmp -s first "$file" || fail "$command writes something else"
}

same in
same -j 2 --graph-per-article in "$articles"
same -f rdfxml --provenance full in/page.html
same missing.txt in/summit.txt
same in/summit.txt in
same --trace events in/summit.txt
same -o missing/out in/summit.txt
same -o in in/summit.txt
same -o /dev/stdout in/summit.txt
same -o /dev/stderr in/summit.txt
same --ontology missing in/summit.txt
written far/out.ttl -o far/out.ttl in
written far/out.nq.gz --graph-per-article -o far/out.nq.gz in
written far/s.json --summary far/s.json in
written far/out.nq --graph-per-article --resume -o far/out.nq -j 2 in
[ "$(find far -type f | wc -l)" -eq 4 ] || fail "something is left beside"

# Links: to an article, to an ontology's files, and an output that is to be.
ln -s ../in/summit.txt links/article.txt
same links/article.txt
mkdir ontology
for file in "$root"/ontology/*.ttl; do
  ln -s "$file" ontology/
done
same --ontology ontology in/summit.txt
ln -s ../far/linked.ttl links/out.ttl
written far/linked.ttl -o links/out.ttl in

# What is read is a stream; the list names files anywhere.
"$program" extract - <in/summit.txt >piped
"$program" extract --no-sandbox - <in/summit.txt >"$out"
cmp -s piped "$out" || fail "standard input gives something else"
cp in/signing.txt far/listed.txt
printf '%s\n' "$folder/far/listed.txt" in/summit.txt >list
same --files-from list
mkfifo pipe
cat in/summit.txt >pipe &
"$program" extract pipe >"$out" 2>"$err" || fail "a pipe is not read"

# A store that is to be made, and one that is there.
attache extract --store store-far/one in/summit.txt
gives 0
attache extract --store store-far/one -j 2 in
gives 0
attache extract --no-sandbox --store store-far/two in
gives 0
"$program" store export store-far/one >one
"$program" store export store-far/two >two
cmp -s one two || fail "a store holds something else"

# It is entered, and only where it is wanted.
if [ "$(uname)" = Linux ] && command -v strace >/dev/null; then
  strace -E ASAN_OPTIONS=detect_leaks=0 -f -e trace=seccomp -o trace \
    "$program" extract in/summit.txt >"$out" 2>"$err" || fail "under strace"
  grep -q 'seccomp(SECCOMP_SET_MODE_FILTER' trace || fail "no sandbox is entered"
  strace -E ASAN_OPTIONS=detect_leaks=0 -f -e trace=seccomp -o trace \
    "$program" extract --no-sandbox in/summit.txt >"$out" 2>"$err"
  ! grep -q SECCOMP_SET_MODE_FILTER trace || fail "a sandbox is entered"
fi
