#!/bin/sh
# Entities of a feed, a page or RDF/XML bring in no other file and no address,
# and do not grow without end.
. "${0%/*}/../case.sh"
printf 'hidden-in-a-file\n' >secret.txt
bomb() {
  echo "<!DOCTYPE $1 [<!ENTITY a0 'Norway met Chile in Oslo. '>"
  for i in 1 2 3 4 5 6 7 8 9; do
    p=$((i - 1))
    echo "<!ENTITY a$i '&a$p;&a$p;&a$p;&a$p;&a$p;&a$p;&a$p;&a$p;&a$p;&a$p;'>"
  done
  echo ']>'
}
outside() {
  echo "<!DOCTYPE $1 [<!ENTITY x SYSTEM 'file://$folder/secret.txt'>"
  echo '<!ENTITY % y SYSTEM "http://127.0.0.1:9/y.dtd"> %y;]>'
}
feed() {
  echo '<rss version="2.0"><channel><item><title>A</title><description>'
  echo "OSLO: Norway signed an agreement with Chile. $1"
  echo '</description></item></channel></rss>'
}
page() {
  echo "<html><body><p>OSLO: Norway signed an agreement with Chile. $1</p>"
  echo '</body></html>'
}
{ bomb rss && feed '&a9;'; } >bomb.rss
{ outside rss && feed '&x;'; } >outside.rss
{ bomb html && page '&a9;'; } >bomb.html
{ outside html && page '&x;'; } >outside.html
for file in bomb.rss outside.rss bomb.html outside.html; do
  status=0
  timeout 60 "$program" extract --provenance full "$file" >"$out" 2>"$err" ||
    status=$?
  [ "$status" -le 1 ] || fail "$file ended with $status"
  ! grep -q hidden-in-a-file "$out" "$err" || fail "$file brought in a file"
  [ "$(wc -c <"$out")" -lt 1000000 ] || fail "$file grew"
done
rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
for kind in bomb outside; do
  {
    "$kind" rdf:RDF
    echo "<rdf:RDF xmlns:rdf='$rdf' xmlns:e='http://e/'>"
    echo "<rdf:Description rdf:about='http://e/a'><e:p>&a9;&x;</e:p>"
    echo '</rdf:Description></rdf:RDF>'
  } >"$kind.rdf"
  status=0
  timeout 60 "$program" query -d "$kind.rdf" 'SELECT * { ?s ?p ?o }' \
    >"$out" 2>"$err" || status=$?
  [ "$status" -le 1 ] || fail "$kind.rdf ended with $status"
  ! grep -q hidden-in-a-file "$out" "$err" || fail "$kind.rdf brought in a file"
  [ "$(wc -c <"$out")" -lt 1000000 ] || fail "$kind.rdf grew"
done
