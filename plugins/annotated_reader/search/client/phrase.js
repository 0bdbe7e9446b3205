/**
 * Phrases -> the documents that have their words in a row, by the positions of words in the index
 * (positions.py). Needs analysis.js and shards.js; loads positions for a phrase only.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;

  // Characters of common words' positions that are worth loading: about as much as the texts that
  // would have to be read instead.
  const WORTHWHILE = 150_000;

  /** The words of a phrase whose positions are loaded: one at least, of common ones the cheapest. */
  function affordable(parts, sizes) {
    const costOf = (word) => sizes.get(word) || 0;
    const chosen = [];
    let cost = 0;
    for (const word of Array.from(new Set(parts)).sort((one, other) => costOf(one) - costOf(other))) {
      cost += costOf(word);
      if (!chosen.length || cost <= WORTHWHILE) {
        chosen.push(word);
      }
    }
    return chosen;
  }

  /** Where a word stands. @returns {Map<number, number[]>} by document, ascending */
  function decoded(values) {
    const found = new Map();
    let document = -1;
    let at = 0;
    while (at < values.length) {
      document += values[at] + 1;
      const first = values[at + 1];
      const places = [first >> 1];
      at += 2;
      if (first & 1) {
        const end = at + values[at] + 1;
        if (!(end < values.length)) {
          throw new Error("the index of the search is damaged");
        }
        while (at < end) {
          at += 1;
          places.push(places[places.length - 1] + values[at] + 1);
        }
        at += 1;
      }
      found.set(document, places);
    }
    return found;
  }

  /** Keep the beginnings of phrases that a word confirms; before the first word, all may be. */
  function confirmed(starts, positions, place) {
    const kept = new Map();
    const candidates = starts && starts.size < positions.size ? starts : positions;
    for (const document of candidates.keys()) {
      const here = (positions.get(document) || []).map((position) => position - place);
      const before = starts && new Set(starts.get(document));
      const both = before ? here.filter((start) => before.has(start)) : here;
      if (both.length) {
        kept.set(document, both);
      }
    }
    return kept;
  }

  /** The documents that may have a phrase; `sure` of them where all of its words are looked up. */
  async function havingPhrase(parts) {
    const { sizes } = await search.index.places();
    const chosen = affordable(parts, sizes);
    const found = await Promise.all(chosen.map(search.index.positions));
    let starts = null;
    chosen.forEach((word, number) => {
      const positions = decoded(found[number]);
      parts.forEach((part, place) => {
        starts = part === word ? confirmed(starts, positions, place) : starts;
      });
    });
    return { documents: starts, sure: chosen.length === new Set(parts).size };
  }

  /**
   * @param {{phrases: string[][], withoutPhrases: string[][]}} question as parsed
   * @returns {Promise<{held: {documents: Map<number, number[]>}[], sure: boolean,
   *   fits: (number: number) => boolean}>} the documents of each phrase, and which fit all; where
   *   it is not `sure`, their texts have to be read
   */
  search.phrases = async function ({ phrases, withoutPhrases }) {
    const [held, lacked] = await Promise.all(
      [phrases, withoutPhrases].map((each) => Promise.all(each.map(havingPhrase)))
    );
    const fits = (number) =>
      held.every(({ documents }) => documents.has(number)) &&
      !lacked.some(({ documents, sure }) => sure && documents.has(number));
    return { held, fits, sure: [...held, ...lacked].every(({ sure }) => sure) };
  };
})();
