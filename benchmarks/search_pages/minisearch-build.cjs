/** Pages, one a line -> MiniSearch's index as a script: library, pages and target are arguments. */
"use strict";
const { createReadStream, writeFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const [library, source, target] = process.argv.slice(2);
const MiniSearch = require(library);

async function main() {
  const index = new MiniSearch({ idField: "ref", fields: ["title", "body"] });
  for await (const line of createInterface({ input: createReadStream(source) })) {
    const [ref, title, , , paragraphs] = JSON.parse(line);
    index.add({ ref, title, body: paragraphs.join("\n") });
  }
  writeFileSync(target, `window.whole = ${JSON.stringify(JSON.stringify(index))};\n`);
}

main();
