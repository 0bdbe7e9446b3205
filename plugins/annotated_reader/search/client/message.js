/** An answer of the search -> what is said of it. Needs make.js. */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;
  const { counted } = search;

  /** How many were found, in words. */
  search.results = function ({ numbers, more: partial }) {
    return (partial ? "at least " : "") + counted(numbers.length, "result", "results");
  };

  /** What is said of an answer; `offers` are what less would find. @returns {string} */
  search.message = function (query, answer, offers) {
    const { words, all, numbers, corrected } = answer;
    if (!words) {
      return query ? "Type a word or a name: there is nothing to search for yet." : "";
    }
    const quoted = "“" + (corrected || query) + "”";
    if (!numbers.length) {
      const [offer] = offers;
      const but = offer ? `, but ${search.results(offer.answer)} ${offer.how}` : "";
      return "No results for " + quoted + but + ".";
    }
    if (corrected) {
      return "Showing " + search.results(answer) + " for " + quoted + ", not “" + query + "”.";
    }
    return all
      ? search.results(answer) + " for " + quoted + "."
      : "Nothing has all words of " + quoted + "; " + search.results(answer) + " with some of them.";
  };
})();
