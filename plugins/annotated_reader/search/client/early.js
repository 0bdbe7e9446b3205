/**
 * The question in the page's address, asked as soon as the index's core is there: its parts and
 * the documents that are shown first are on their way before the page's own scripts run.
 * Needs engine.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;

  /** Results that the first screen has room for. */
  search.SCREEN = 5;

  const CARDS = 8;
  let begun = null;

  /** What the page was asked. @returns {{query: string, literally: boolean}} */
  search.given = function () {
    const given = new URLSearchParams(location.search);
    return { query: given.get("q") || "", literally: given.get("as") === "typed" };
  };

  async function begin(query, literally) {
    const answer = await search.find(query, { literally });
    const named = new Set(answer.entries.slice(0, CARDS).map(({ number }) => number)); // not listed
    const best = answer.numbers.slice(0, CARDS + search.SCREEN);
    const listed = best.filter((number) => !named.has(number)).slice(0, search.SCREEN);
    [...named, ...listed].forEach((number) => search.index.documentRow(number).catch(() => {}));
    return answer;
  }

  /** The answer that is on its way to a question, once; null for any other question. */
  search.early = function (query, literally) {
    const same = begun && begun.query === query && begun.literally === literally;
    const answer = same ? begun.answer : null;
    begun = null;
    return answer;
  };

  search.index.arrived.then(() => {
    const { query, literally } = search.given();
    if (query) {
      const answer = begin(query, literally);
      answer.catch(() => {}); // said by whoever asks
      begun = { query, literally, answer };
    }
  });
})();
