// Validates RDF files together against SHACL shapes; prints each violation.
// usage: node validate.js SHAPES FILE...
import { readFileSync } from "node:fs";
import { Parser, Store } from "n3";
import Validator from "rdf-validate-shacl";

const read = (paths) => {
  const store = new Store();
  for (const path of paths) {
    store.addQuads(new Parser().parse(readFileSync(path, "utf8")));
  }
  return store;
};
const [shapes, ...files] = process.argv.slice(2);
const report = await new Validator(read([shapes])).validate(read(files));
const violations = report.results.filter((result) =>
  result.severity.value.endsWith("#Violation"),
);
for (const result of violations) {
  const part = (term) => term?.value ?? "";
  console.error(
    part(result.focusNode),
    part(result.path),
    part(result.sourceConstraintComponent).replace(/.*#/, ""),
    part(result.value),
  );
}
console.log(
  `${report.results.length - violations.length} warnings,`,
  `${violations.length} violations`,
);
process.exit(violations.length > 0 ? 1 : 0);
