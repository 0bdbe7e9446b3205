/**
 * The index as it lies in files, each a classic script, loaded when something in it is wanted.
 * encoding.py, shards.py and positions.py tell how they are written.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const folder = new URL(".", document.currentScript.src);
  const BASE = 44;

  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();
  const parts = { terms: {}, words: {}, documents: {}, phrases: {} };
  let core = null;
  let facets = null;
  let places = null;
  let codes = null;

  /** Load one of our own scripts once; after a failure it may be tried again. */
  function load(name) {
    if (!scripts.has(name)) {
      const loaded = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(name, folder).href;
        script.onload = () => resolve();
        script.onerror = () => {
          scripts.delete(name);
          script.remove();
          reject(new Error("cannot load " + script.src));
        };
        document.head.append(script);
      });
      scripts.set(name, loaded);
    }
    return scripts.get(name);
  }

  async function part(room, name) {
    if (!parts[room][name]) {
      await load(room + "/" + name + ".js");
    }
    return parts[room][name];
  }

  /** The name of the file that begins with a word: its FNV-1a hash, as in cutting.py. */
  function fileName(first) {
    let value = 0x811c9dc5;
    for (let at = 0; at < first.length; at += 1) {
      value = Math.imul(value ^ first.charCodeAt(at), 0x01000193) >>> 0;
    }
    return value.toString(16);
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

  function frontDecoded(coded, before) {
    return before.slice(0, codes[coded.charCodeAt(0)]) + coded.slice(1);
  }

  function frontDecodedWords(text) {
    let before = "";
    return text ? text.split(" ").map((coded) => (before = frontDecoded(coded, before))) : [];
  }

  /**
   * The documents of a posting and how often each has the form.
   * @typedef {{documents: number[], times: number[]}} Posting
   */

  /** @returns {Posting} */
  function posting(text) {
    const documents = [];
    const times = [];
    const values = numbers(text || "");
    let last = -1;
    for (let at = 0; at < values.length; at += 1) {
      last += (values[at] >> 1) + 1;
      documents.push(last);
      times.push(values[at] & 1 ? values[++at] + 2 : 1);
    }
    return { documents, times };
  }

  /**
   * A term: its posting in each field, of all forms together and of each form.
   * @typedef {{term: string, fields: Posting[], forms: Map<string, Posting[]>, spread: number}} Term
   */

  /** @returns {Term} */
  function decoded(term, record) {
    const [names, ...coded] = record.split("~");
    const forms = new Map();
    coded.forEach((text) => {
      const [form, ...fields] = text.split("!");
      forms.set(frontDecoded(form, term), [0, 1, 2].map((field) => posting(fields[field])));
    });
    const fields = [0, 1, 2].map((field) =>
      merged(Array.from(forms.values(), (postings) => postings[field]))
    );
    fields.push(posting(names));
    const spread = fields.reduce((sum, field) => sum + field.documents.length, 0);
    return { term, fields, forms, spread };
  }

  function merged(postings) {
    if (postings.length === 1) {
      return postings[0];
    }
    const times = new Map();
    postings.forEach((each) =>
      each.documents.forEach((document, at) =>
        times.set(document, (times.get(document) || 0) + each.times[at])
      )
    );
    const documents = Array.from(times.keys());
    return { documents, times: documents.map((document) => times.get(document)) };
  }

  search.core = function (data) {
    codes = new Int16Array(128);
    Array.from(data.signs).forEach((sign, code) => (codes[sign.charCodeAt(0)] = code));
    const ends = [];
    numbers(data.groups).forEach((size) => ends.push((ends[ends.length - 1] || 0) + size));
    core = {
      ...data,
      groupEnds: ends,
      terms: frontDecodedWords(data.terms),
      lengths: data.lengths.map(numbers),
      stopWords: new Set(data.stopWords.split(" ")),
    };
  };

  search.terms = function (name, terms, records, elsewhere) {
    const texts = records.split(" ");
    const shard = { terms: frontDecodedWords(terms), records: new Map(), forms: new Map() };
    const lead = (form, term) => {
      shard.forms.set(form, (shard.forms.get(form) || []).concat(term));
    };
    shard.terms.forEach((term, at) => {
      shard.records.set(term, texts[at]);
      texts[at].split("~").slice(1).forEach((text) => {
        const end = text.indexOf("!");
        lead(frontDecoded(end < 0 ? text : text.slice(0, end), term), term);
      });
    });
    (elsewhere ? elsewhere.split(" ") : []).forEach((pair) => lead(...pair.split("~")));
    parts.terms[name] = shard;
  };

  search.words = function (name, words, counts, names) {
    const documents = numbers(counts);
    parts.words[name] = {
      words: frontDecodedWords(words).map((word, at) => ({ word, documents: documents[at] })),
      names: names.map(([key, name, kind, number, whole]) => {
        return { key, name, kind, number, whole: whole === 1 };
      }),
    };
  };

  search.documents = (first, rows) => {
    parts.documents[first] = rows;
  };

  search.facets = (data) => {
    const kinds = data.kinds.flatMap(([kind, count]) => new Array(count).fill(kind));
    const entries = data.entries.map(([number, name, gaps]) => {
      let last = -1;
      const documents = numbers(gaps).map((gap) => (last += gap + 1));
      return { number, name, kind: kinds[number], documents };
    });
    facets = { kinds, dates: new Map(data.dates), entries };
  };

  search.positions = function (name, words, streams) {
    const texts = streams.split(" ");
    parts.phrases[name] = new Map(frontDecodedWords(words).map((word, at) => [word, texts[at]]));
  };

  search.places = (words, common) => {
    places = { words: frontDecodedWords(words), sizes: new Map(common) };
  };

  /** Where a word stands, as numbers: none if it stands nowhere. @returns {Promise<number[]>} */
  async function positions(word) {
    if (!places.words.length) {
      return [];
    }
    const shard = await part("phrases", fileName(places.words[placeOf(places.words, word)]));
    return numbers(shard.get(word) || "");
  }

  /** The file of the range that a word belongs to, whether or not it is there. */
  const partOf = (room, word) => part(room, fileName(core[room][placeOf(core[room], word)]));

  /** The place of the last of sorted strings that is not after the given one. */
  function placeOf(sorted, word) {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sorted[middle] <= word) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  const terms = new Map();

  /** @returns {Promise<?Term>} */
  async function term(name) {
    if (!core.terms.length) {
      return null;
    }
    const shard = await partOf("terms", name);
    if (!shard.records.has(name)) {
      return null;
    }
    if (terms.size > 500) {
      terms.clear();
    }
    if (!terms.has(name)) {
      terms.set(name, decoded(name, shard.records.get(name)));
    }
    return terms.get(name);
  }

  /** The terms that a form belongs to: none, one, or one a language. @returns {Promise<Term[]>} */
  async function termsOf(form) {
    if (!core.terms.length) {
      return [];
    }
    const shard = await partOf("terms", form);
    return Promise.all((shard.forms.get(form) || []).map(term));
  }

  /** All files of a range of words from `first` to `last`. */
  function range(room, first, last) {
    const begins = core[room];
    const found = begins.length
      ? begins.slice(placeOf(begins, first), placeOf(begins, last) + 1)
      : [];
    return Promise.all(found.map((begin) => part(room, fileName(begin))));
  }

  /** @returns {Promise<Array>} address, title, kind, date, passages */
  async function documentRow(number) {
    const ends = core.groupEnds;
    let place = 0;
    let high = ends.length - 1;
    while (place < high) {
      const middle = (place + high) >> 1;
      if (ends[middle] > number) {
        high = middle;
      } else {
        place = middle + 1;
      }
    }
    const first = place ? ends[place - 1] : 0;
    return (await part("documents", first))[number - first];
  }

  /** The core and lunr: most often the page has loaded both already. @returns {Promise<Object>} */
  async function ready() {
    await Promise.all([core || load("core.js"), window.lunr || load("lunr.js")]);
    return core;
  }

  search.index = {
    site: new URL("..", folder),
    ready,
    facets: () => load("facets.js").then(() => facets),
    places: () => load("phrases/table.js").then(() => places),
    positions,
    term,
    termsOf,
    termNames: async (first, last) =>
      (await range("terms", first, last)).flatMap((shard) => shard.terms),
    words: (first, last) => range("words", first, last),
    documentRow,
  };
})();
