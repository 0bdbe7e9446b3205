/**
 * A text and the forms looked for -> where they stand in it.
 * Words are compared as the index compares them, so that "elysee" marks "Élysée". Used by the
 * excerpts and, on arrival, by the reading page. Needs analysis.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { words, forms, IS_UNSPACED } = search.analysis;

  const RUN = "[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060]+";
  const WORD = new RegExp(RUN + "(?:['‘’‛ʹʻʼʽʾʿˈ′＇`´\\-‐‑﹣－]" + RUN + ")*", "gu");
  const JOINED = /[^A-Za-z0-9]/;
  const PART = new RegExp(RUN, "gu");
  const CHARACTER = /[\p{L}\p{N}]\p{M}*/gu;

  /** A marked stretch of a text. @typedef {{start: number, end: number, term: string}} Mark */

  /**
   * @param {string} text
   * @param {Map<string, number>} weights the forms looked for
   * @param {string[][]} phrases each as its parts: marked where all stand in a row
   * @returns {Mark[]} in order, apart from each other
   */
  search.marks = function (text, weights, phrases = []) {
    const found = Array.from(text.matchAll(WORD));
    const whole = phrases.length ? marksOfPhrases(found, phrases) : [];
    const single = found
      .flatMap((word) =>
        IS_UNSPACED.test(word[0]) ? marksOfRun(word, weights) : marksOfWord(word, weights)
      )
      .filter(({ start, end }) => !whole.some((mark) => start < mark.end && mark.start < end));
    return whole.concat(single).sort((one, other) => one.start - other.start);
  };

  function marksOfPhrases(found, phrases) {
    const parts = found.flatMap((word) => (IS_UNSPACED.test(word[0]) ? pairs(word) : partsOf(word)));
    const marked = [];
    phrases.forEach((phrase) => {
      for (let at = 0; at + phrase.length <= parts.length; at += 1) {
        const { start } = parts[at];
        const { end } = parts[at + phrase.length - 1];
        const here = phrase.every((part, place) => parts[at + place].term === part);
        if (here && marked.every((mark) => mark.end <= start || end <= mark.start)) {
          marked.push({ start, end, term: phrase.join(" ") });
        }
      }
    });
    return marked;
  }

  /** The parts of a word where they stand. @returns {Mark[]} */
  function partsOf(found) {
    const [word = []] = words(found[0]);
    return Array.from(withoutPossessive(found[0]).matchAll(PART), (part, place) => ({
      start: found.index + part.index,
      end: found.index + part.index + part[0].length,
      term: word[place],
    }));
  }

  /** The whole of a compound is marked where the whole was found, else the parts that were. */
  function marksOfWord(found, weights) {
    if (!JOINED.test(found[0])) {
      const term = found[0].toLowerCase();
      return weights.has(term) ? [{ start: found.index, end: found.index + term.length, term }] : [];
    }
    const [word = []] = words(found[0]);
    const whole = word.join("");
    const start = found.index;
    if (weights.has(whole)) {
      return [{ start, end: start + withoutPossessive(found[0]).length, term: whole }];
    }
    if (!forms(word).some((form) => weights.has(form))) {
      return [];
    }
    return partsOf(found).filter((mark) => weights.has(mark.term));
  }

  /** Pairs of letters, as a script without spaces is cut. @returns {Mark[]} */
  function pairs(found) {
    const letters = Array.from(found[0].matchAll(CHARACTER));
    return letters.slice(0, -1).map((letter, at) => {
      const next = letters[at + 1];
      return {
        start: found.index + letter.index,
        end: found.index + next.index + next[0].length,
        term: (words(letter[0] + next[0])[0] || [""]).join(""),
      };
    });
  }

  /** Pairs of letters that were found and touch are marked as one. */
  function marksOfRun(found, weights) {
    const marked = [];
    pairs(found).forEach((pair) => {
      const last = marked[marked.length - 1];
      if (weights.has(pair.term) && last && last.end > pair.start) {
        last.end = pair.end;
      } else if (weights.has(pair.term)) {
        marked.push(pair);
      }
    });
    return marked;
  }

  function withoutPossessive(word) {
    return word.replace(/['’ʼ＇]s$/i, "");
  }
})();
