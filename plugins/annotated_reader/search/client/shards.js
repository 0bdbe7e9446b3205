/**
 * The index as it lies in files, each a classic script, loaded when something in it is wanted.
 * shards.py, completion.py, positions.py, facets.py and writer.py tell how they are written.
 * Needs coding.js.
 */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;
  const { coding } = search;
  const folder = new URL(".", document.currentScript.src);

  const ENDS = ["!", "~", undefined]; // what follows a form

  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();
  const parts = { terms: {}, words: {}, documents: {}, phrases: {}, facets: {} };
  let core = null;
  let arrive = null;
  const arrived = new Promise((resolve) => (arrive = resolve));
  let facets = null;
  let places = null;

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

  search.core = function (data) {
    coding.learn(data.signs);
    const stopWords = new Set(data.stopWords.split(" "));
    core = { ...data, terms: coding.words(data.terms), stopWords };
    arrive();
  };

  search.terms = function (name, terms, records, elsewhere) {
    parts.terms[name] = {
      terms: coding.words(terms),
      records: records.split(" "),
      elsewhere: elsewhere.split(" "),
      led: new Map(),
    };
  };

  /** The terms under which a form stands in a file, or elsewhere: looked for when asked for. */
  function ledFrom(shard, form) {
    const { terms, records, elsewhere, led } = shard;
    if (!led.has(form)) {
      const here = terms.filter((term, at) => {
        const code = "~" + coding.coded(form, term);
        for (let start = records[at].indexOf(code); start >= 0; start = records[at].indexOf(code, start + 1)) {
          if (ENDS.includes(records[at][start + code.length])) {
            return true;
          }
        }
        return false;
      });
      const there = elsewhere.filter((pair) => pair.startsWith(form + "~"));
      led.set(form, here.concat(there.map((pair) => pair.slice(form.length + 1))));
    }
    return led.get(form);
  }

  search.words = function (name, words, counts, names) {
    const documents = coding.numbers(counts);
    parts.words[name] = {
      words: coding.words(words).map((word, at) => ({ word, documents: documents[at] })),
      names: names.map(([key, name, kind, number, whole]) => {
        return { key, name, kind, number, whole: whole === 1 };
      }),
    };
  };

  search.documents = (first, rows) => {
    parts.documents[first] = new Map(rows.map(([offset, ...row]) => [first + offset, row]));
  };

  search.facets = ({ found, kinds, dates, ranges }) => {
    const each = kinds.flatMap(([kind, count]) => new Array(count).fill(kind));
    const numbers = coding.numbers(found);
    const kindOf = new Map(numbers.map((number, at) => [number, each[at]]));
    facets = { numbers, kinds: kindOf, dates: new Map(dates), ranges };
  };

  search.mentions = (start, rows) => {
    parts.facets[start] = rows.map(([number, name, kind, gaps]) => {
      return { number, name, kind, documents: coding.ascending(gaps) };
    });
  };

  search.positions = function (name, words, streams) {
    const texts = streams.split(" ");
    parts.phrases[name] = new Map(coding.words(words).map((word, at) => [word, texts[at]]));
  };

  search.places = (words, common) => {
    places = { words: coding.words(words), sizes: new Map(common) };
  };

  /** Where a word stands, as numbers: none if it stands nowhere. @returns {Promise<number[]>} */
  async function positions(word) {
    if (!places.words.length) {
      return [];
    }
    const shard = await part("phrases", fileName(places.words[placeOf(places.words, word)]));
    return coding.numbers(shard.get(word) || "");
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
    const at = placeOf(shard.terms, name);
    if (shard.terms[at] !== name) {
      return null;
    }
    if (terms.size > 500) {
      terms.clear();
    }
    if (!terms.has(name)) {
      terms.set(name, coding.term(name, shard.records[at]));
    }
    return terms.get(name);
  }

  /** The terms that a form belongs to: none, one, or one a language. @returns {Promise<Term[]>} */
  async function termsOf(form) {
    if (!core.terms.length) {
      return [];
    }
    const shard = await partOf("terms", form);
    return Promise.all(ledFrom(shard, form).map(term));
  }

  /** All files of a range of words from `first` to `last`. */
  function range(room, first, last) {
    const begins = core[room];
    const found = begins.length
      ? begins.slice(placeOf(begins, first), placeOf(begins, last) + 1)
      : [];
    return Promise.all(found.map((begin) => part(room, fileName(begin))));
  }

  /** The first number of the script that a document stands in, among others or alone. */
  function startOf(room, number) {
    const past = number - core.entries;
    return past < 0 ? number : number - (past % core.together[room]);
  }

  /** @returns {Promise<Array>} address, title, kind, date, passages */
  async function documentRow(number) {
    const rows = await part("documents", startOf("documents", number));
    return rows.get(number);
  }

  /** The entries of these numbers, or all, with the documents that mention them. */
  async function mentions(numbers) {
    const starts = numbers
      ? numbers.map((number) => startOf("facets", number))
      : (await table()).ranges;
    const found = await Promise.all(Array.from(new Set(starts), (start) => part("facets", start)));
    return numbers ? found.flat().filter(({ number }) => numbers.includes(number)) : found.flat();
  }

  /** Which documents there are, in the order of their addresses, their kinds and dates. */
  const table = () => load("facets/table.js").then(() => facets);

  /** When the scripts that the page itself loads have run. */
  const parsed = new Promise((resolve) => {
    if (document.readyState === "complete") {
      resolve();
    }
    document.addEventListener("DOMContentLoaded", resolve);
  });

  /** @returns {Promise<Object>} the core, which the page has loaded most often */
  async function coreOf() {
    if (!core) {
      await Promise.race([arrived, parsed]);
      await (core || load("core.js"));
    }
    return core;
  }

  /** lunr, which the page has loaded most often. */
  async function lunr() {
    if (!window.lunr) {
      await parsed;
      await (window.lunr || load("lunr.js"));
    }
  }

  /** @returns {Promise<Object>} the core; lunr is there, too */
  const ready = () => Promise.all([coreOf(), lunr()]).then(() => core);

  search.index = {
    site: new URL("..", folder),
    arrived,
    ready,
    core: coreOf,
    lunr,
    table,
    mentions,
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
