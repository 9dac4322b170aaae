// What loading a graph into oxigraph and asking it takes.
// SPDX-License-Identifier: MIT
// usage: node questions.cjs GRAPH.nq QUERY.rq...  (module oxigraph in NODE_PATH)
'use strict';
const fs = require('fs');
const oxigraph = require('oxigraph');

const TIMES = 5;
const [graph, ...paths] = process.argv.slice(2);
const now = () => Number(process.hrtime.bigint()) / 1e6;

const text = fs.readFileSync(graph, 'utf8');
const begin = now();
const store = new oxigraph.Store();
store.load(text, { format: 'application/n-quads' });
console.log(`load ${((1000 * store.size) / (now() - begin)).toFixed(0)}`);
for (const path of paths) {
  const query = fs.readFileSync(path, 'utf8');
  const times = [];
  let rows = 0;
  for (let i = 0; i < TIMES; i++) {
    const start = now();
    const answer = store.query(query, {
      use_default_graph_as_union: true,
      results_format: 'text/tab-separated-values',
    });
    times.push(now() - start);
    rows = answer.split('\n').length - 2;
  }
  times.sort((a, b) => a - b);
  console.log(`${path} ${times[TIMES >> 1].toFixed(3)} ${rows}`);
}
