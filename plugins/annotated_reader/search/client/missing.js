/**
 * Results that have only some words of a query -> which words each of them lacks.
 * Needs query.js and engine.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;

  /** The documents that have a word, in any form that the search takes for it. */
  async function having({ parts, complete }) {
    const word = parts.join("-");
    const { numbers } = await search.find(complete ? word : word + " ", { literally: true });
    return { word, numbers: new Set(numbers) };
  }

  /**
   * @param {{words: {parts: string[], complete: boolean}[]}} question as parsed
   * @param {{all: boolean}} answer of `search.find`
   * @returns {Promise<(number: number) => string[]>} tells of a document the words that it lacks
   */
  search.missing = async function ({ words }, { all }) {
    if (all) {
      return () => [];
    }
    const { stopWords } = await search.index.ready();
    const required = words.filter(({ parts }) => !stopWords.has(parts.join("")));
    const known = await Promise.all(required.map(having));
    return (number) => known.filter(({ numbers }) => !numbers.has(number)).map(({ word }) => word);
  };
})();
