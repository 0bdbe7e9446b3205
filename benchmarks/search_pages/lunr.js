/** lunr.js with a whole index by lunr.py; what its parser takes for operators is left out. */
"use strict";
const index = lunr.Index.load(window.whole);
window.ask = async (query) =>
  index.search(query.replace(/[":~^*+-]/g, " ")).slice(0, 10).map(({ ref }) => ref);
