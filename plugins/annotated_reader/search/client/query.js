/**
 * What a visitor typed -> what she wants: words, "phrases", -not this, and filters.
 * Nothing that is typed is an error: what is no sign of ours is a word. Phrases are verified
 * in the text that is shown. Needs analysis.js and shards.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { words } = search.analysis;

  const KINDS = {
    person: "person", people: "person", place: "place", org: "organization",
    organization: "organization", group: "group", event: "event", work: "work", law: "law",
    ship: "ship", term: "term", date: "date",
  };
  const FILTERS = [...Object.keys(KINDS), "kind", "in", "before", "after"];
  const QUOTED = '"([^"]*)"';
  // In either case, but without the flag for it: browsers take long to make such expressions.
  const FILTER = FILTERS.join("|").replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const PIECE = new RegExp(
    "(-?)(?:(" + FILTER + "):(?:" + QUOTED + "|([^\\s\"]+))|" + QUOTED + "|([^\\s\"]+|\"))",
    "g"
  );

  /**
   * @typedef {Object} Question
   * @property {{parts: string[], complete: boolean}[]} words `complete` the half-typed last one
   * @property {string[][]} phrases each as its parts, stop words among them
   * @property {{parts: string[]}[]} without
   * @property {string[][]} withoutPhrases
   * @property {{field: string, kind: string, value: string, quoted: boolean, not: boolean}[]} filters
   */

  /** @param {string} text @returns {Question} */
  search.parse = function (text) {
    const plain = text.replace(/[“”„«»]/g, '"').trimStart();
    const question = { words: [], phrases: [], without: [], withoutPhrases: [], filters: [] };
    let last = null;
    for (const found of plain.matchAll(PIECE)) {
      const before = plain[found.index - 1];
      last = found;
      add(question, found, before === undefined || /\s/.test(before));
    }
    const unfinished = last && last[6] && !last[1] && /[\p{L}\p{N}\p{M}]$/u.test(text);
    if (unfinished && question.words.length) {
      question.words[question.words.length - 1].complete = true;
    }
    return question;
  };

  function add(question, [, minus, field, quotedValue, value, phrase, rest], first) {
    const not = minus === "-" && first;
    if (field) {
      const name = field.toLowerCase();
      const given = quotedValue === undefined ? value : quotedValue;
      const kind = KINDS[name] || "";
      const quoted = quotedValue !== undefined;
      question.filters.push({ field: kind ? "mentions" : name, kind, value: given.trim(), quoted, not });
    } else if (phrase !== undefined) {
      const parts = words(phrase).flat();
      if (parts.length) {
        (not ? question.withoutPhrases : question.phrases).push(parts);
      }
    } else {
      const target = not ? question.without : question.words;
      words(rest).forEach((parts) => target.push({ parts, complete: false }));
    }
  }

  /** @returns {boolean} whether parts stand in a text one after the other */
  search.holdsPhrase = function (text, parts) {
    const all = words(text).flat();
    return all.some((_, at) => parts.every((part, place) => all[at + place] === part));
  };

  const READING = { first: 10, atOnce: 50, enough: 50, most: 2000 }; // documents, for a phrase

  /** @returns {Promise<boolean>} whether a document's text has all phrases, and none of the others */
  async function holds(number, { phrases, withoutPhrases }) {
    const [, title, , , passages] = await search.index.documentRow(number);
    const texts = [title, ...passages.map(([, text]) => text)];
    const has = (parts) => texts.some((text) => search.holdsPhrase(text, parts));
    return phrases.every(has) && !withoutPhrases.some(has);
  }

  async function kept(numbers, question) {
    const held = await Promise.all(numbers.map((number) => holds(number, question)));
    return numbers.filter((_, place) => held[place]);
  }

  /**
   * Read documents, best first, until enough have the phrases (and not those they must not have).
   * Where the index is `sure` of all, only those that are shown first are read.
   * @returns {Promise<{numbers: number[], more: boolean}>} `more`: not all have been read
   */
  search.verified = async function (numbers, question, sure) {
    if (!question.phrases.length && !question.withoutPhrases.length) {
      return { numbers, more: false };
    }
    if (sure) {
      const shown = await kept(numbers.slice(0, READING.first), question);
      return { numbers: shown.concat(numbers.slice(READING.first)), more: false };
    }
    const found = [];
    let at = 0;
    while (at < Math.min(numbers.length, READING.most) && found.length < READING.enough) {
      const read = numbers.slice(at, at + READING.atOnce);
      found.push(...(await kept(read, question)));
      at += read.length;
    }
    return { numbers: found, more: at < numbers.length };
  };
})();
