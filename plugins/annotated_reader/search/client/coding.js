/** Numbers, words and postings as encoding.py and postings.py write them -> values. Needs analysis.js. */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;
  const BASE = 44;
  const codes = new Int16Array(128).fill(-1);
  let signs = [];

  /** @param {string} all the signs, each of which stands for its place among them */
  function learn(all) {
    signs = Array.from(all);
    signs.forEach((sign, code) => (codes[sign.charCodeAt(0)] = code));
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

  /** A word as what differs from another, as encoding.py writes it. */
  function coded(word, before) {
    const most = Math.min(word.length, before.length, signs.length - 1);
    let shared = 0;
    while (shared < most && word[shared] === before[shared] && !/[\ud800-\udbff]/.test(word[shared])) {
      shared += 1;
    }
    return signs[shared] + word.slice(shared);
  }

  /**
   * The documents of a posting, how often each has the form, and which of the core's lengths its
   * field has.
   * @typedef {{documents: Int32Array, times: Int32Array, steps: Uint8Array}} Posting
   */

  function room(size) {
    return {
      documents: new Int32Array(size),
      times: new Int32Array(size),
      steps: new Uint8Array(size),
    };
  }

  const upTo = ({ documents, times, steps }, size) => ({
    documents: documents.subarray(0, size),
    times: times.subarray(0, size),
    steps: steps.subarray(0, size),
  });

  const NONE = room(0);

  /** What a sign of a posting stands for. */
  function codeAt(text, at) {
    const code = codes[text.charCodeAt(at)];
    if (code === undefined || code < 0) {
      throw new Error("the index of the search is damaged");
    }
    return code;
  }

  /** @param {?string} text two signs or more for each document @returns {Posting} */
  function posting(text) {
    if (!text) {
      return NONE;
    }
    const found = room(text.length >> 1);
    const { documents, times, steps } = found;
    let at = 0;
    let size = 0;
    let last = -1;
    const next = () => {
      let value = 0;
      let code = codeAt(text, at++);
      while (code >= BASE) {
        value = (value + code - BASE) * BASE;
        code = codeAt(text, at++);
      }
      return value + code;
    };
    while (at < text.length) {
      const gap = next();
      last += (gap >> 1) + 1;
      documents[size] = last;
      times[size] = gap & 1 ? next() + 2 : 1;
      steps[size] = codeAt(text, at++);
      size += 1;
    }
    return upTo(found, size);
  }

  let places = new Int32Array(0); // of documents among those merged: one more, or none

  /** Postings of several forms in one field, together. @returns {Posting} */
  function merged(postings) {
    const some = postings.filter(({ documents }) => documents.length);
    if (some.length < 2) {
      return some[0] || NONE;
    }
    const end = Math.max(...some.map(({ documents }) => documents[documents.length - 1])) + 1;
    places = places.length < end ? new Int32Array(end) : places;
    const found = room(some.reduce((sum, { documents }) => sum + documents.length, 0));
    let size = 0;
    for (const { documents, times, steps } of some) {
      for (let at = 0; at < documents.length; at += 1) {
        let place = places[documents[at]];
        if (!place) {
          size += 1;
          place = size;
          places[documents[at]] = place;
          found.documents[place - 1] = documents[at];
          found.steps[place - 1] = steps[at];
        }
        found.times[place - 1] += times[at];
      }
    }
    for (let at = 0; at < size; at += 1) {
      places[found.documents[at]] = 0;
    }
    return upTo(found, size);
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

  search.coding = { learn, numbers, ascending, coded, words, term };
})();
