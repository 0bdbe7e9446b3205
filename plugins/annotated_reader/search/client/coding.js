/** Numbers, words and postings as encoding.py and postings.py write them -> values. Needs analysis.js. */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;
  const BASE = 44;
  const codes = new Int16Array(128);
  let lengths = [];

  /** @param {string} signs @param {number[]} steps the lengths that the signs stand for */
  function learn(signs, steps) {
    Array.from(signs).forEach((sign, code) => (codes[sign.charCodeAt(0)] = code));
    lengths = steps;
  }

  /** @param {string} text @returns {number[]} */
  function numbers(text) {
    const found = [];
    let value = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = codes[text.charCodeAt(at)];
      if (code < BASE) {
        found.push(value + code);
        value = 0;
      } else {
        value = (value + code - BASE) * BASE;
      }
    }
    return found;
  }

  /** Ascending numbers from the gaps between them. @param {string} text @returns {number[]} */
  function ascending(text) {
    let last = -1;
    return numbers(text).map((gap) => (last += gap + 1));
  }

  function word(coded, before) {
    return before.slice(0, codes[coded.charCodeAt(0)]) + coded.slice(1);
  }

  function words(text) {
    let before = "";
    return text ? text.split(" ").map((coded) => (before = word(coded, before))) : [];
  }

  /**
   * The documents of a posting, how often each has the form, and how long its field is.
   * @typedef {{documents: number[], times: number[], lengths: number[]}} Posting
   */

  /** @param {?string} text @returns {Posting} */
  function posting(text) {
    const found = { documents: [], times: [], lengths: [] };
    let at = 0;
    let last = -1;
    const next = () => {
      let value = 0;
      for (;;) {
        const code = codes[text.charCodeAt(at++)];
        if (code === undefined) {
          throw new Error("the index of the search is damaged");
        }
        if (code < BASE) {
          return value + code;
        }
        value = (value + code - BASE) * BASE;
      }
    };
    while (text && at < text.length) {
      const gap = next();
      last += (gap >> 1) + 1;
      found.documents.push(last);
      found.times.push(gap & 1 ? next() + 2 : 1);
      found.lengths.push(lengths[codes[text.charCodeAt(at++)]]);
    }
    return found;
  }

  /** Postings of several forms in one field, together. @returns {Posting} */
  function merged(postings) {
    if (postings.length === 1) {
      return postings[0];
    }
    const found = new Map();
    postings.forEach(({ documents, times, lengths: long }) =>
      documents.forEach((document, at) => {
        const before = found.get(document);
        found.set(document, [times[at] + (before ? before[0] : 0), long[at]]);
      })
    );
    const rows = Array.from(found.values());
    return {
      documents: Array.from(found.keys()),
      times: rows.map(([times]) => times),
      lengths: rows.map(([, length]) => length),
    };
  }

  /**
   * A term: its posting in each field, of all forms together and of each form.
   * @typedef {{term: string, fields: Posting[], forms: Map<string, Posting[]>, spread: number}} Term
   */

  /** @param {string} name @param {string} record as shards.py writes it @returns {Term} */
  function term(name, record) {
    const [names, ...coded] = record.split("~");
    const forms = new Map();
    coded.forEach((text) => {
      const [form, ...fields] = text.split("!");
      forms.set(word(form, name), [0, 1, 2].map((field) => posting(fields[field])));
    });
    const fields = [0, 1, 2].map((field) =>
      merged(Array.from(forms.values(), (postings) => postings[field]))
    );
    fields.push(posting(names));
    const spread = fields.reduce((sum, field) => sum + field.documents.length, 0);
    return { term: name, fields, forms, spread };
  }

  search.coding = { learn, numbers, ascending, word, words, term };
})();
