/** MiniSearch with a whole index; prefixes and typos as its introduction recommends. */
"use strict";
const index = MiniSearch.loadJSON(window.whole, { idField: "ref", fields: ["title", "body"] });
const options = { boost: { title: 8 }, prefix: true, fuzzy: 0.2 };
window.ask = async (query) => index.search(query, options).slice(0, 10).map(({ id }) => id);
