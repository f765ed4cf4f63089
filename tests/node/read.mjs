// Reads files with citation-js and prints what it understood, as CSL-JSON: `node read.mjs FILE…` → {file: [item]}.
import { readFileSync } from "node:fs";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const TYPES = { ".ris": "@ris/file", ".bib": "@biblatex/text", ".json": "@csl/list+object" };
const read = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const type = TYPES[file.slice(file.lastIndexOf("."))];
  const data = type.startsWith("@csl") ? JSON.parse(text) : text;
  read[file] = plugins.input.chain(data, { forceType: type, generateGraph: false });
}
process.stdout.write(JSON.stringify(read));
