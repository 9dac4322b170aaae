// A store for tests on loopback: Graph Store Protocol, SPARQL Update and SPARQL
// over Oxigraph where it is installed, else graphs as they came. It fails as it
// is told to.
// usage: node server.mjs FOLDER [SETTING=VALUE]...
// Writes FOLDER/port when it listens, a line for each request to FOLDER/log, and
// at the end, without Oxigraph, what it holds to FOLDER/graphs.
//   faults=503,429,drop,slow,cut,401   one for each request, in order; ok: none
//   auth=basic|digest|bearer           alice:secret, or the token "secret"
//   port=N  tls=KEY,CERTIFICATE
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createRequire } from "node:module";

const [folder, ...words] = process.argv.slice(2);
const settings = Object.fromEntries(words.map((word) => word.split("=")));
const faults = (settings.faults ?? "").split(",").filter(Boolean);

let oxigraph = null;
try {
  oxigraph = createRequire(import.meta.url)("oxigraph");
} catch {
  // Faults can be shown without.
}
const store = oxigraph && new oxigraph.Store();
const graphs = new Map();

const md5 = (text) => createHash("md5").update(text).digest("hex");

function allowed(request) {
  const given = request.headers.authorization ?? "";
  switch (settings.auth) {
    case "basic":
      return given === "Basic " + Buffer.from("alice:secret").toString("base64");
    case "bearer":
      return given === "Bearer secret";
    case "digest": {
      const field = (name) =>
        new RegExp(`\\b${name}="?([^",]*)`).exec(given)?.[1] ?? "";
      const first = md5("alice:test:secret");
      const second = md5(`${request.method}:${field("uri")}`);
      return (
        given !== "" &&
        field("response") ===
          md5(
            [first, "n", field("nc"), field("cnonce"), field("qop"), second].join(
              ":",
            ),
          )
      );
    }
    default:
      return true;
  }
}

function keep(method, graph, body) {
  if (!store) {
    const before = method === "PUT" ? "" : (graphs.get(graph) ?? "");
    graphs.set(graph, before + body);
    return 204;
  }
  const name = graph
    ? oxigraph.namedNode(graph)
    : oxigraph.defaultGraph();
  if (method === "PUT") {
    store.update(graph ? `DROP SILENT GRAPH <${graph}>` : "DROP DEFAULT");
  }
  store.load(body, { format: "application/n-triples", to_graph_name: name });
  return 204;
}

// The default graph of a question is the union of all.
function answer(query) {
  const rows = !/^\s*(PREFIX\s+\S+\s+\S+\s*|#.*\n|\s)*(CONSTRUCT|DESCRIBE)/i.test(
    query,
  );
  const type = rows
    ? "application/sparql-results+json"
    : "application/n-triples";
  const text = store.query(query, {
    use_default_graph_as_union: true,
    results_format: type,
  });
  return [200, { "Content-Type": type }, text];
}

function serve(request, body) {
  const url = new URL(request.url, "http://localhost");
  if (request.headers["content-type"] === "application/sparql-update") {
    store.update(body);
    return [204];
  }
  if (url.pathname === "/query") {
    return answer(new URLSearchParams(body).get("query"));
  }
  return [keep(request.method, url.searchParams.get("graph"), body)];
}

// What is done with a request, and what is answered: status, headers, body;
// null: the connection is dropped.
function handle(request, body) {
  if (!allowed(request)) {
    const digest = 'Digest realm="test", nonce="n", qop="auth"';
    const asks = { basic: 'Basic realm="test"', digest, bearer: "Bearer" };
    return [401, [401, { "WWW-Authenticate": asks[settings.auth] }]];
  }
  const fault = faults.shift() ?? "ok";
  switch (fault) {
    case "drop":
      return [fault, null];
    case "cut": // Done, and nobody hears of it.
      serve(request, body);
      return [fault, null];
    case "slow":
      return [fault, [204]];
    case "ok":
      try {
        return [fault, serve(request, body)];
      } catch (error) {
        return [400, [400, {}, String(error)]];
      }
    default: {
      const headers = fault === "429" ? { "Retry-After": "2" } : {};
      return [fault, [Number(fault), headers, "as it was told to"]];
    }
  }
}

// The log is written first: who has the answer may read it.
function listener(request, reply) {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const [what, answered] = handle(request, Buffer.concat(chunks).toString());
    appendFileSync(
      `${folder}/log`,
      `${request.method} ${decodeURIComponent(request.url)} ${what}\n`,
    );
    if (!answered) {
      request.socket.destroy();
      return;
    }
    const [status, headers, text] = answered;
    const send = () => reply.writeHead(status, headers).end(text);
    if (what === "slow") {
      setTimeout(send, 5000).unref();
    } else {
      send();
    }
  });
}

process.on("SIGTERM", () => {
  const lines = [];
  for (const [graph, body] of graphs) {
    for (const line of body.split("\n").filter(Boolean)) {
      lines.push(line.replace(/ \.$/, graph ? ` <${graph}> .` : " ."));
    }
  }
  writeFileSync(`${folder}/graphs`, lines.map((line) => line + "\n").join(""));
  process.exit(0);
});

const [key, cert] = (settings.tls ?? "").split(",");
const server = key
  ? createSecureServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      listener,
    )
  : createServer(listener);
server.listen(Number(settings.port ?? 0), "127.0.0.1", () => {
  writeFileSync(`${folder}/port.new`, String(server.address().port));
  renameSync(`${folder}/port.new`, `${folder}/port`);
});
