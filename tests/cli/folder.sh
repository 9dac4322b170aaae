#!/bin/sh
# A folder stands for the articles in it and below, by name.
. "${0%/*}/../case.sh"
mkdir -p folder/b folder/.hidden elsewhere
for name in folder/c folder/a folder/b/d folder/.hidden/e elsewhere/f; do
  printf 'OSLO: Norway signed an agreement with Chile on %s.\n' "$name" >$name.txt
done
printf 'OSLO: Norway signed an agreement with Chile.\n' >folder/b/readme
ln -s ../elsewhere folder/link
ln -s ../elsewhere/f.txt folder/f.txt
ln -s .. folder/b/up
attache extract --graph-per-article folder/a.txt folder/b/d.txt folder/c.txt
gives 0
cp "$out" named
attache extract --graph-per-article folder
gives 0
quiet
cmp "$out" named || fail "the folder gives something else"
attache extract --graph-per-article folder/
cmp "$out" named || fail "the folder with a slash gives something else"
printf '%s\n' folder/a.txt '' folder/b folder/c.txt >list
attache extract --graph-per-article --files-from list
cmp "$out" named || fail "the list gives something else"
attache extract --graph-per-article --files-from - folder/a.txt <<LIST
folder/b/d.txt
folder/c.txt
LIST
cmp "$out" named || fail "the list on standard input gives something else"
attache extract --files-from missing
gives 1
says 'attache: missing: No such file or directory'
