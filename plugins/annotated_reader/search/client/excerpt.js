/**
 * A document's passages and what was looked for -> the best place, cut to two lines, its words
 * marked. Needs marks.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;

  const LENGTH = 170; // characters of an excerpt: about two lines
  const LEAD = 50; // of these, before the first marked word
  const PHRASE = 5; // a phrase is worth so many words
  const CARRIED = 12; // forms that a link carries along

  /**
   * What was looked for, as far as it can be marked.
   * @typedef {{weights: Map<string, number>, phrases: string[][]}} Wanted
   */

  /** Of a hit: in phrases the words count together, not each for itself. @returns {Wanted} */
  search.wanted = function ({ weights }, { words, phrases }) {
    const inPhrases = new Set(phrases.flat());
    words.flatMap(({ parts }) => parts).forEach((part) => inPhrases.delete(part));
    const single = Array.from(weights).filter(([form]) => !inPhrases.has(form));
    return { weights: new Map(phrases.length && !words.length ? [] : single), phrases };
  };

  function worth(found, weights) {
    const terms = new Set(found.map((mark) => mark.term));
    return Array.from(terms).reduce((sum, term) => sum + (weights.get(term) || PHRASE), 0);
  }

  /** The start and end of the stretch that shows the most: words are not cut through. */
  function windowOf(text, found, weights) {
    if (text.length <= LENGTH) {
      return [0, text.length];
    }
    let best = { start: 0, worth: -1 };
    found.forEach((mark) => {
      const start = Math.max(0, mark.start - LEAD);
      const shown = found.filter((other) => other.start >= start && other.end <= start + LENGTH);
      const gain = worth(shown, weights);
      if (gain > best.worth) {
        best = { start, worth: gain };
      }
    });
    const end = Math.min(text.length, best.start + LENGTH);
    return [startOfWord(text, best.start), endOfWord(text, end)];
  }

  function startOfWord(text, at) {
    const space = at === 0 ? -1 : text.indexOf(" ", at);
    return at === 0 || space < 0 || space - at > 30 ? at : space + 1;
  }

  function endOfWord(text, at) {
    const space = at >= text.length ? -1 : text.lastIndexOf(" ", at);
    return space < 0 || at - space > 30 ? at : space;
  }

  /** Cut a stretch of a text into pieces, marked and not. */
  function pieces(text, found, start, end) {
    const cut = [];
    let at = start;
    found
      .filter((mark) => mark.start >= start && mark.end <= end)
      .forEach((mark) => {
        cut.push({ text: text.slice(at, mark.start), marked: false });
        cut.push({ text: text.slice(mark.start, mark.end), marked: true });
        at = mark.end;
      });
    cut.push({ text: text.slice(at, end), marked: false });
    return cut.filter((piece) => piece.text);
  }

  /** @param {string} text @param {Wanted} wanted @returns {{text: string, marked: boolean}[]} */
  search.marked = function (text, { weights, phrases }) {
    return pieces(text, search.marks(text, weights, phrases), 0, text.length);
  };

  /**
   * The passage that has most of what is wanted, the earliest of equals.
   * @param {[string, string][]} passages
   * @param {Wanted} wanted
   * @returns {{anchor: string, place: number, pieces: {text: string, marked: boolean}[],
   *   terms: string[]}} `place` is the passage's number, `terms` what is marked in any of them
   */
  search.excerpt = function (passages, { weights, phrases }) {
    let best = { place: 0, text: passages.length ? passages[0][1] : "", found: [], worth: 0 };
    const terms = new Set();
    passages.forEach(([, text], place) => {
      const found = search.marks(text, weights, phrases);
      const gain = worth(found, weights);
      found.forEach(({ term }) => terms.add(term));
      if (gain > best.worth) {
        best = { place, text, found, worth: gain };
      }
    });
    const [start, end] = windowOf(best.text, best.found, weights);
    const cut = pieces(best.text, best.found, start, end);
    if (start > 0) {
      cut.unshift({ text: "… ", marked: false });
    }
    if (end < best.text.length) {
      cut.push({ text: " …", marked: false });
    }
    const anchor = best.worth ? passages[best.place][0] : "";
    return { anchor, place: best.place, pieces: cut, terms: Array.from(terms) };
  };

  /** What a link carries along, so that the words are marked on arrival: `?find=word+"a phrase"`. */
  search.carried = function (terms) {
    const quoted = terms.slice(0, CARRIED).map((term) => (term.includes(" ") ? `"${term}"` : term));
    return quoted.length ? "?" + new URLSearchParams({ find: quoted.join(" ") }) : "";
  };
})();
