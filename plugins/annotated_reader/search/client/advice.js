/**
 * What to do instead: "No results, but …" tells what the same query finds when it asks for less.
 * Needs engine.js, refine.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;

  // What may be left out of a query, and how that is said.
  const WAYS = [
    ["without the filters", (query) => search.withoutFilters(query)],
    ["with the words in any order", (query) => query.replace(/["“”„«»]/g, " ")],
    ["with nothing left out", (query) => query.replace(/(^|\s)-(?=\S)/g, "$1")],
  ];

  /**
   * @param {string} query that finds nothing
   * @returns {Promise<{query: string, how: string, answer: Object}[]>} what finds something
   */
  search.advice = async function (query) {
    const tried = new Map();
    for (const [how, less] of WAYS) {
      const other = less(query).replace(/\s+/g, " ").trim();
      if (other && other !== query.trim() && !tried.has(other)) {
        tried.set(other, { query: other, how, answer: await search.find(other) });
      }
    }
    return Array.from(tried.values()).filter(({ answer }) => answer.numbers.length);
  };

  /** @returns {string} what is said where a file of the search cannot be loaded */
  search.loss = () =>
    navigator.serviceWorker?.controller // where pages are saved, not all of the search may be
      ? "What this query needs of the search is not saved on this device and cannot be loaded now. " +
        "Try again with a network; “Read offline” tells how to save everything before."
      : "The search index could not be loaded. Reload the page to try again.";
})();
