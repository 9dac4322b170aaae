#!/bin/sh
# What is wrong with an ontology is told like a compiler does: file, line,
# column, what, and what may be meant.
. "${0%/*}/../case.sh"
cp -R "$root/ontology" ontology
# mistake PLACE MESSAGE TURTLE: what is told of that Turtle, in its first lines.
mistake() {
  {
    for name in ns:att frame:frame pattern:pattern id/place:place \
      id/state:state; do
      printf '@prefix %s: <https://w3id.org/attache/%s%s> .\n' "${name#*:}" \
        "${name%:*}" "$(case $name in id*) echo / ;; *) echo '#' ;; esac)"
    done
    printf '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n%s\n' "$3"
  } >ontology/mine.ttl
  attache check ontology
  gives 3
  says "attache: ontology/mine.ttl:$1: $2"
}
# What is no Turtle.
mistake 7:1 'The prefix is not declared by an @prefix line: fram:x' \
  'fram:x a att:Frame .'
mistake 8:18 'Expected ; , or . before: att:noun' 'frame:x a att:Frame ;
  att:verb "a"@en
  att:noun "b"@en .'
mistake 8:12 'The string does not end on its line: "a@en ;' \
  'frame:x a att:Frame ;
  att:verb "a@en ;
  att:noun "b"@en .'
mistake 8:20 'The file ends within a statement: . is missing' \
  'frame:x a att:Frame ;
  att:verb "a"@en ;'
mistake 7:32 'Expected prefix:name or "text": ferry' \
  'frame:x a att:Frame ; att:verb ferry .'
mistake 7:41 'Expected a value: .' 'frame:x a att:Frame ; att:verb "ferry", .'
# Names that are not there.
frame='frame:x a att:Frame ;
  att:evokes att:Meetin ; att:verb "ferry"@en ;
  att:subjct att:principal ;
  att:with att:principl .'
mistake 8:14 'Unknown class att:Meetin (is it att:Meeting?)' "$frame"
mistake 9:3 'Unknown property att:subjct (is it att:subject?)' "$frame"
mistake 10:12 'Unknown term att:principl (is it att:principal?)' "$frame"
place='place:NOR_zz a att:Place ; att:inState state:NRO .'
mistake 7:40 'att:inState of NOR_zz: NRO is not there (is it NOR?)' "$place"
mistake 7:1 'NOR_zz has no rdfs:label' "$place"
mistake 7:55 'There is no class of words called mnth (is it month?)' \
  'pattern:x a att:Pattern ; att:use "date" ; att:regex  "{words:mnth}" .'
mistake 7:54 'The regular expression does not compile: missing closing' \
  'pattern:x a att:Pattern ; att:use "date" ; att:regex "(a" .'
# Values of another kind.
mistake 7:62 'More than 5 words in one phrase' \
  'frame:x a att:Frame ; att:evokes att:Meeting ; att:verb "a", "b c d e f g" .'
mistake 7:72 'att:Meeting is no property: it cannot be a role' \
  'frame:x a att:Frame ; att:evokes att:Meeting ; att:verb "x" ; att:with att:Meeting .'
# Sentences.
frame='frame:ferry a att:Frame ;
  att:evokes att:Aid ; att:verb "ferry"@en ; att:subject att:donor ;
  att:fires "Norway sent tents to Kenya."@en ;
  att:silent "Norway ferried sheep to the island."@en .'
mistake 9:13 'Frame ferry does not fire on: Norway sent tents to Kenya.' "$frame"
mistake 10:14 'Frame ferry must not fire on: Norway ferried sheep' "$frame"
