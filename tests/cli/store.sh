#!/bin/sh
# A store takes graphs, lists, exports and counts them, and lets them go.
. "${0%/*}/../case.sh"
printf '<http://e/a> <http://e/p> "x"@en <http://e/g> .\n' >g.nq
printf '<http://e/b> <http://e/p> "y" <http://e/h> .\n' >h.nq
printf '<http://e/c> <http://e/p> 5 .\n' >c.ttl
attache store add news g.nq h.nq c.ttl
gives 0
quiet
attache store list news
gives 0
printf 'default\t1\nhttp://e/g\t1\nhttp://e/h\t1\n' | cmp - "$out" ||
  fail "the list is another"
attache store stat news
gives 0
prints 'quads	3'
prints 'graphs	2'
attache store export news
gives 0
{
  echo '<http://e/c> <http://e/p> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .'
  cat g.nq h.nq
} >all.nq
cmp all.nq "$out" || fail "something else is exported"

# Its own export, added to another store, makes the same.
attache store add other all.nq
attache store export -o other.nq other
gives 0
cmp all.nq other.nq || fail "the export does not come back"

attache store remove news http://e/g default
gives 0
attache store export news
cmp h.nq "$out" || fail "something else is left"
attache store remove news http://e/g
gives 1
says 'news: The store has no graph http://e/g'
