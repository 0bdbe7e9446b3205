/**
 * Our search: `ask` is what its page asks the engine for; a query in the page's address is
 * answered by the page itself, and `answer` tells when its results were shown and counted.
 */
"use strict";
window.ask = async (query) => {
  const { search } = AnnotatedReader;
  const { numbers } = await search.find(query);
  const rows = await Promise.all(numbers.slice(0, 10).map(search.index.documentRow));
  return rows.map(([ref]) => ref);
};
const status = document.getElementById("search-status");
window.answer = new Promise((resolve) => {
  new MutationObserver(() => resolve(performance.now())).observe(status, { childList: true });
});
