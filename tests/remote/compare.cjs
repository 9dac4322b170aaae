// Random queries on random data, asked of attache and of oxigraph: the same rows.
// SPDX-License-Identifier: MIT
// usage: node compare.cjs ATTACHE SEED QUERIES  (module oxigraph in NODE_PATH)
'use strict';
const { execFileSync } = require('child_process');
const fs = require('fs');
const oxigraph = require('oxigraph');

const [program, first, count] = process.argv.slice(2);
let state = 0;

function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * below);
}
const pick = (list) => list[random(list.length)];
const node = () => `<http://e/n${random(8)}>`;
const link = () => `<http://e/p${random(4)}>`;
const variable = () => `?v${random(5)}`;

function data() {
  const lines = new Set();
  for (let i = 0; i < 60; i++) {
    const object = random(3) === 0
      ? pick(['"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"x"',
        '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"x"@en'])
      : node();
    const graph = random(3) === 0 ? '' : ` <http://e/g${random(3)}>`;
    lines.add(`${node()} ${link()} ${object}${graph} .\n`);
  }
  return [...lines].join('');
}

function triple() {
  // No alternatives: Oxigraph gives a pair once that two of them give.
  const verb = link() + pick(['', '', '', '', '*', '+', '?']);
  const subject = random(4) === 0 ? node() : variable();
  const object = random(4) === 0 ? node() : variable();
  return `${subject} ${random(6) === 0 ? variable() : verb} ${object} .`;
}

const condition = () => pick([
  () => `${variable()} = ${variable()}`,
  () => `${variable()} != ${node()}`,
  () => `BOUND(${variable()})`,
  () => `!BOUND(${variable()})`,
  () => `${variable()} > 1`,
  () => `isIRI(${variable()}) || ${variable()} < 2`,
  () => `STR(${variable()}) IN ("x", "1")`,
])();

function group(depth) {
  let text = triple();
  for (let i = random(3); i > 0; i--) {
    const inner = () => (depth > 0 ? group(depth - 1) : triple());
    text += pick([
      triple,
      () => ` OPTIONAL { ${inner()} }`,
      () => ` { ${inner()} } UNION { ${inner()} }`,
      () => ` FILTER(${condition()})`,
      () => ` { ${inner()} }`,
      () => ` MINUS { ${inner()} }`,
      () => ` GRAPH <http://e/g${random(4)}> { ${inner()} }`,
      () => ` VALUES ${variable()} { ${node()} ${node()} }`,
      () => ` { SELECT DISTINCT ?v0 ?v1 { ${inner()} } }`,
    ])();
  }
  return text;
}

const query = () => pick([
  () => `SELECT * { ${group(2)} }`,
  () => `SELECT DISTINCT ?v0 ?v1 { ${group(2)} }`,
  () => `SELECT ?v0 (COUNT(*) AS ?n) (COUNT(DISTINCT ?v1) AS ?m)
    { ${group(1)} } GROUP BY ?v0`,
  () => `SELECT (COUNT(?v0) AS ?n) { ${group(2)} }`,
])();

function rows(json) {
  const terms = (row) => Object.keys(row).sort().map((name) => {
    const { type, value, datatype, 'xml:lang': language } = row[name];
    return [name, type, value, (datatype || '').replace(/.*#string$/, ''),
      language || ''].join(' ');
  });
  return JSON.parse(json).results.bindings.map((row) => terms(row).join('|'))
    .sort().join('\n');
}

let bad = 0;
for (let i = 0; i < Number(count); i++) {
  state = Number(first) + i;
  random(1);
  fs.writeFileSync('data.nq', data());
  const text = query();
  const store = new oxigraph.Store();
  // Its own union counts a triple of two graphs twice.
  const quads = fs.readFileSync('data.nq', 'utf8');
  const union = quads.replace(/ <http:..e.g\d> \.$/gm, ' .');
  store.load(quads + union, { format: 'application/n-quads' });
  let expected;
  try {
    expected = rows(store.query(text, { results_format: 'json' }));
  } catch (error) {
    continue;
  }
  // It gives no row for the number of what it sees at once to be nothing.
  if (expected === '' && text.startsWith('SELECT (COUNT')) {
    continue;
  }
  let got;
  try {
    got = rows(execFileSync(program,
      ['query', '-d', 'data.nq', '-f', 'json', text], { stdio: 'pipe' }));
  } catch (error) {
    got = String(error.stderr);
  }
  if (got !== expected) {
    bad++;
    console.log(`seed ${Number(first) + i}: ${text}`);
    console.log(`${got.split('\n').length} rows, not`
      + ` ${expected.split('\n').length}: ${got.slice(0, 200)}`
      + ` / ${expected.slice(0, 200)}`);
  }
}
process.exit(bad === 0 ? 0 : 1);
