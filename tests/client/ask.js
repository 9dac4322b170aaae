// Asks a SPARQL endpoint with a client of others.
// usage: node ask.js URL
import assert from "node:assert";
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";

const url = process.argv[2];
const client = new SparqlEndpointFetcher();
const all = async (stream) => {
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
};
const prefix = "PREFIX att: <https://w3id.org/attache/ns#> ";
const rows = await all(
  await client.fetchBindings(url, `${prefix} SELECT ?e { ?e a att:Meeting }`),
);
assert(rows.length > 0);
assert.equal(rows[0].e.termType, "NamedNode");
assert.equal(await client.fetchAsk(url, `${prefix} ASK { ?e a att:Visit }`), true);
const triples = await all(
  await client.fetchTriples(
    url,
    `${prefix} CONSTRUCT { ?e a att:Meeting } { ?e a att:Meeting }`,
  ),
);
assert.equal(triples.length, rows.length);
await assert.rejects(client.fetchBindings(url, "SELECT nonsense"));
console.log(`${rows.length} meetings`);
process.exit(0);
