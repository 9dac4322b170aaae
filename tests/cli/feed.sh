#!/bin/sh
# Each entry of a feed is an article.
. "${0%/*}/../case.sh"
cat >news.rss <<'RSS'
<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>News</title><language>en</language>
<item><title>Norway meets Chile</title><guid>urn:one</guid>
<link>https://example.org/1</link>
<pubDate>Wed, 11 Mar 2026 09:30:00 GMT</pubDate>
<description>Too short.</description>
<content:encoded><![CDATA[<p>Norway signed an <b>agreement</b> with
Chile.</p>]]></content:encoded></item>
<item><title>Sweden</title><link>https://example.org/2</link>
<description>&lt;p&gt;Sweden met Finland &amp;amp; Denmark.&lt;/p&gt;</description></item>
</channel></rss>
RSS
attache extract -f nquads --graph-per-article news.rss
gives 0
quiet
prints '<http://purl.org/dc/terms/identifier> "urn:one" '
prints '<http://purl.org/dc/terms/identifier> "https://example.org/2" '
prints '<http://schema.org/headline> "Norway meets Chile"@en '
prints '<http://schema.org/datePublished> "2026-03-11"^^'
prints state/CHL
prints state/DNK
cat >news.atom <<'ATOM'
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<entry><id>tag:example.org,2026:1</id><title>Norway meets Chile</title>
<link href="https://example.org/1"/><updated>2026-03-11T09:30:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Norway signed
an agreement with <i>Chile</i>.</p></div></content></entry>
</feed>
ATOM
attache extract -f nquads --graph-per-article - <news.atom
gives 0
prints '<http://purl.org/dc/terms/identifier> "tag:example.org,2026:1" '
prints '<http://schema.org/url> <https://example.org/1> '
prints '<http://schema.org/datePublished> "2026-03-11"^^'
prints state/CHL
echo '<rss><channel><item>' >cut.rss
attache extract cut.rss
gives 1
says 'attache: cut.rss:2: The feed is no XML: '
# What lies outside is not fetched, and what expands has an end.
cat >hostile.rss <<'RSS'
<!DOCTYPE rss [<!ENTITY secret SYSTEM "secret.txt">
<!ENTITY a "Chile Chile Chile Chile Chile Chile Chile Chile Chile Chile">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
]>
<rss><channel><item><title>a</title><description>&secret;</description></item>
<item><title>b</title><description>&e;&e;&e;&e;&e;</description></item>
</channel></rss>
RSS
echo 'Sweden met Finland.' >secret.txt
attache extract --graph-per-article hostile.rss
if grep -q state/SWE "$out"; then
  fail "a feed reads files"
fi
[ "$status" -le 1 ] || fail "it ended with $status"
