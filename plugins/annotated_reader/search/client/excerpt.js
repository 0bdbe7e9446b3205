/**
 * A document's passages and the forms looked for -> the best place, cut short, its words marked.
 * Words are compared as the index compares them, so that "elysee" marks "Élysée". Needs analysis.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { words, forms, IS_UNSPACED } = search.analysis;

  const LENGTH = 240; // characters of an excerpt
  const LEAD = 60; // of these, before the first marked word
  const RUN = "[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060]+";
  const WORD = new RegExp(RUN + "(?:['‘’‛ʹʻʼʽʾʿˈ′＇`´\\-‐‑﹣－]" + RUN + ")*", "gu");
  const PART = new RegExp(RUN, "gu");
  const CHARACTER = /[\p{L}\p{N}]\p{M}*/gu;

  /** A marked stretch of a text. @typedef {{start: number, end: number, term: string}} Mark */

  /** @param {string} text @param {Map<string, number>} weights @returns {Mark[]} */
  function marks(text, weights) {
    return Array.from(text.matchAll(WORD)).flatMap((found) =>
      IS_UNSPACED.test(found[0]) ? marksOfRun(found, weights) : marksOfWord(found, weights)
    );
  }

  /** The whole of a compound is marked where the whole was found, else the parts that were. */
  function marksOfWord(found, weights) {
    const [word = []] = words(found[0]);
    const whole = word.join("");
    const start = found.index;
    if (weights.has(whole)) {
      return [{ start, end: start + withoutPossessive(found[0]).length, term: whole }];
    }
    if (!forms(word).some((form) => weights.has(form))) {
      return [];
    }
    return Array.from(found[0].matchAll(PART))
      .map((part) => ({
        start: start + part.index,
        end: start + part.index + part[0].length,
        term: (words(part[0])[0] || [""]).join(""),
      }))
      .filter((mark) => weights.has(mark.term));
  }

  /** Pairs of letters that were found and touch are marked as one. */
  function marksOfRun(found, weights) {
    const letters = Array.from(found[0].matchAll(CHARACTER));
    const marked = [];
    letters.slice(0, -1).forEach((letter, at) => {
      const next = letters[at + 1];
      const start = found.index + letter.index;
      const end = found.index + next.index + next[0].length;
      const term = (words(letter[0] + next[0])[0] || [""]).join("");
      const last = marked[marked.length - 1];
      if (weights.has(term) && last && last.end > start) {
        last.end = end;
      } else if (weights.has(term)) {
        marked.push({ start, end, term });
      }
    });
    return marked;
  }

  function withoutPossessive(word) {
    return word.replace(/['’ʼ＇]s$/i, "");
  }

  function worth(marks, weights) {
    const terms = new Set(marks.map((mark) => mark.term));
    return Array.from(terms).reduce((sum, term) => sum + weights.get(term), 0);
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

  search.marks = marks;

  /** @returns {{text: string, marked: boolean}[]} the whole text in pieces */
  search.marked = function (text, weights) {
    return pieces(text, marks(text, weights), 0, text.length);
  };

  /**
   * The passage that has most of the terms, the earliest of equals.
   * @param {[string, string][]} passages
   * @param {Map<string, number>} weights
   * @returns {{anchor: string, pieces: {text: string, marked: boolean}[]}}
   */
  search.excerpt = function (passages, weights) {
    let best = { anchor: "", text: passages.length ? passages[0][1] : "", found: [], worth: 0 };
    passages.forEach(([anchor, text]) => {
      const found = marks(text, weights);
      const gain = worth(found, weights);
      if (gain > best.worth) {
        best = { anchor, text, found, worth: gain };
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
    return { anchor: best.anchor, pieces: cut };
  };
})();
