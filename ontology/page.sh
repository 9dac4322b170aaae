#!/bin/sh
# Writes the vocabulary as a page of HTML: classes, properties, closed lists,
# sectors, each with what it corresponds to elsewhere (SEM, ORG, PROV,
# schema.org, PLOVER, CAMEO ...).
# usage: page.sh PROGRAM ONTOLOGY >vocabulary.html
set -eu
"$1" query -f ntriples -d "$2/vocabulary.ttl" -d "$2/sectors.ttl" \
  'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }' | LC_ALL=C sort | LC_ALL=C awk '
  BEGIN {
    split("sem http://semanticweb.cs.vu.nl/2009/11/sem/ " \
      "org http://www.w3.org/ns/org# prov http://www.w3.org/ns/prov# " \
      "schema http://schema.org/ foaf http://xmlns.com/foaf/0.1/ " \
      "dct http://purl.org/dc/terms/ oa http://www.w3.org/ns/oa# " \
      "skos http://www.w3.org/2004/02/skos/core# " \
      "owl http://www.w3.org/2002/07/owl# " \
      "rdf http://www.w3.org/1999/02/22-rdf-syntax-ns# " \
      "rdfs http://www.w3.org/2000/01/rdf-schema# " \
      "xsd http://www.w3.org/2001/XMLSchema# " \
      "time http://www.w3.org/2006/time# " \
      "gn http://www.geonames.org/ontology# " \
      "wd http://www.wikidata.org/entity/ " \
      "wdt http://www.wikidata.org/prop/direct/ " \
      "nif http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core# " \
      "att https://w3id.org/attache/ns# sec https://w3id.org/attache/sector#",
      pairs, " ")
    for (i = 1; i in pairs; i += 2) spaces[pairs[i]] = pairs[i + 1]
  }
  function short(iri,  prefix) {
    for (prefix in spaces)
      if (index(iri, spaces[prefix]) == 1)
        return prefix ":" substr(iri, length(spaces[prefix]) + 1)
    return iri
  }
  function safe(text) {
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    return text
  }
  function link(iri,  name) {
    name = short(iri)
    if (name ~ /^(att|sec):/) return "<a href=\"#" name "\">" name "</a>"
    if (iri ~ /^https?:/)
      return "<a class=\"out\" href=\"" safe(iri) "\">" safe(name) "</a>"
    return safe(name)
  }
  function add(list, key, what) {
    list[key] = list[key] == "" ? what : list[key] ", " what
  }
  {
    subject = substr($1, 2, length($1) - 2)
    predicate = short(substr($2, 2, length($2) - 2))
    object = $0
    sub(/^[^ ]+ [^ ]+ /, "", object)
    sub(/ *\.$/, "", object)
    name = short(subject)
    if (name !~ /^(att|sec):./) next
    if (!(name in seen)) { seen[name] = 1; order[++count] = name }
    iri = object ~ /^</ ? substr(object, 2, length(object) - 2) : ""
    text = object
    if (iri == "") {
      sub(/^"/, "", text); sub(/"(@[a-z-]+|\^\^<[^>]*>)?$/, "", text)
      gsub(/\\"/, "\"", text)
    }
    if (predicate == "rdf:type") {
      kind = short(iri)
      if (kind == "owl:Class") sort[name] = "Classes"
      else if (kind ~ /Property$/ || kind ~ /GrammaticalFunction|Preposition/)
        sort[name] = "Properties"
      else if (name ~ /^sec:/) sort[name] = "Sectors and topics"
      else if (sort[name] == "") sort[name] = "Closed lists"
      if (kind ~ /^att:/) add(below, name, link(iri))
    } else if (predicate == "rdfs:label" || predicate == "skos:prefLabel")
      label[name] = safe(text)
    else if (predicate == "rdfs:comment" || predicate == "skos:definition")
      comment[name] = safe(text)
    else if (predicate ~ /^rdfs:sub|^skos:broader$/) {
      if (short(iri) ~ /^(att|sec):/) add(below, name, link(iri))
      else add(alike, name, link(iri))
    } else if (predicate == "rdfs:range") add(range, name, link(iri))
    else if (predicate == "rdfs:domain") add(domain, name, link(iri))
    else if (predicate ~ /^skos:.*Match$|^owl:(same|equiv)/)
      add(alike, name, link(iri))
    else if (predicate == "att:plover") add(alike, name, "PLOVER " safe(text))
    else if (predicate == "att:cameo") add(alike, name, "CAMEO " safe(text))
  }
  function row(what, value) {
    if (value != "") print "<dt>" what "</dt><dd>" value "</dd>"
  }
  END {
    print "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
    print "<meta name=\"viewport\" content=\"width=device-width\">"
    print "<title>attache: the vocabulary</title>\n<style>"
    print ":root { color-scheme: light dark; --link: #0b57a4 }"
    print "@media (prefers-color-scheme: dark) { :root { --link: #8ec3ff } }"
    print "html { background: Canvas } a { color: var(--link) }"
    print "h3, dd { overflow-wrap: anywhere }"
    print "body { font: 1rem/1.55 system-ui, sans-serif; max-width: 62rem;"
    print "  margin: 2rem auto; padding: 0 1rem }"
    print "section > div { border-top: 1px solid #8886; padding: .7rem 0 }"
    print "h3 { margin: 0; font-size: 1.02rem } h3 small { font-weight: 400 }"
    print "dl { display: grid; grid-template-columns: 7rem minmax(0, 1fr); margin: .2rem 0 0;"
    print "  gap: 0 1rem; font-size: .92rem } dd { margin: 0 } p { margin: .2rem 0 }"
    print ":target { background: #88f3 }\n</style>\n</head>\n<body>\n<main>"
    print "<h1>The vocabulary of attache</h1>"
    print "<p><code>att:</code> is <code>https://w3id.org/attache/ns#</code>."
    print "Every instance carries what stands above its class and property, so"
    print "that no inference is needed to ask.</p>"
    titles = split("Classes/Properties/Closed lists/Sectors and topics", title,
      "/")
    for (t = 1; t <= titles; t++) {
      print "<section>\n<h2>" title[t] "</h2>"
      for (i = 1; i <= count; i++) {
        name = order[i]
        if (sort[name] != title[t]) continue
        print "<div id=\"" name "\"><h3><code>" name "</code> <small>" \
          label[name] "</small></h3>"
        if (comment[name] != "") print "<p>" comment[name] "</p>"
        if (below[name] domain[name] range[name] alike[name] != "") {
          print "<dl>"
          row("Below", below[name])
          row("Of", domain[name])
          row("Is", range[name])
          row("Elsewhere", alike[name])
          print "</dl>"
        }
        print "</div>"
      }
      print "</section>"
    }
    print "</main>\n</body>\n</html>"
  }'
