#!/bin/sh
# A web page gives its article, without what stands around it.
. "${0%/*}/../case.sh"
cat >page.html <<'HTML'
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Norway and Chile sign agreement | The Daily Example</title>
<meta property="og:title" content="Norway and Chile sign an agreement">
<link rel="canonical" href="https://example.org/2026/norway-chile">
<script type="application/ld+json">
{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
 "datePublished": "2026-03-11T09:30:00+01:00"}]}
</script>
<style>p { color: red }</style>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">Sweden</a></li></ul></nav>
<div><p>Denmark condemned the attack in an advertisement.</p></div>
<article>
<h1>Norway and Chile sign agreement</h1>
<p>OSLO &mdash; Norway&rsquo;s Foreign Minister <b>Ingrid
 Solvang</b> met her counterpart Tomas Arancibia on Wednesday.</p>
<p><a href="/more">Finland condemned the attack</a></p>
<ul><li>Chile and Norway signed an agreement on fisheries.</li></ul>
<aside><p>Iceland condemned the attack.</p></aside>
<script>var text = "Estonia condemned the attack.";</script>
</article>
<footer>Latvia condemned the attack.</footer>
</body></html>
HTML
attache extract -f nquads --graph-per-article page.html
gives 0
quiet
prints '<http://purl.org/dc/terms/identifier> "page" '
prints '<http://schema.org/headline> "Norway and Chile sign agreement"@en '
prints '<http://schema.org/datePublished> "2026-03-11"^^'
prints '<http://schema.org/url> <https://example.org/2026/norway-chile> '
prints '"Ingrid Solvang"'
prints state/CHL
for state in SWE DNK FIN ISL EST LVA; do
  if grep -q "state/$state>" "$out"; then
    fail "$state is read, which is none of the article"
  fi
done
cp "$out" named
attache extract -f nquads --graph-per-article - <page.html
sed 's/"standard-input"/"page"/' "$out" | cmp - named ||
  fail "it is not known by its content"
# Letters of another encoding come out right.
printf '<html><meta charset="iso-8859-1"><p>Norway met Ren\351 L\351vesque of
Chile.' >latin.html
attache extract latin.html
prints '"René Lévesque"'
# Any bytes are a page.
head -c 20000 "$program" >binary.html
attache extract binary.html
gives 0
# However deep it is nested.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<div>"; print "Norway met Chile." }' \
  >deep.html
attache extract deep.html
gives 0
