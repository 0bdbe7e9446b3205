/**
 * The index and what is asked of it: `AnnotatedReader.search.find(query)` is the whole interface
 * of the search towards its page. How the index is stored and loaded is known here only.
 *
 * A query never reaches lunr's own parser (it throws at "foo:bar"): it is cut into words as the
 * texts were, and each word becomes clauses of exact terms. Needs lunr.js and analysis.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { words, stem, isStopWord } = search.analysis;
  const folder = new URL(".", document.currentScript.src);
  const site = new URL("..", folder);

  const COMPLETED = { shortest: 2, most: 60, boost: 0.3 };

  /** @type {?{lunr: Object, documents: Array, words: string[]}} */
  let index = null;
  /** @type {Map<number, Object>} */
  const passageGroups = new Map();
  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();

  /** Called by index.js with its data. */
  search.load = function (data) {
    index = {
      lunr: lunr.Index.load(withPostings(data.index)),
      documents: data.documents,
      words: data.words ? data.words.split(" ") : [],
    };
  };

  /** Make the postings again, which index.js leaves out: the documents of each term. */
  function withPostings({ version, fields, terms, vectors }) {
    const postings = (terms ? terms.split(" ") : []).map((term, number) => {
      const posting = { _index: number };
      fields.forEach((field) => (posting[field] = {}));
      return [term, posting];
    });
    vectors.forEach(([fieldReference, elements]) => {
      const { fieldName, docRef } = lunr.FieldRef.fromString(fieldReference);
      for (let at = 0; at < elements.length; at += 2) {
        postings[elements[at]][1][fieldName][docRef] = {};
      }
    });
    postings.sort(([one], [other]) => (one < other ? -1 : 1)); // lunr's set of terms wants it so
    return { version, fields, fieldVectors: vectors, invertedIndex: postings, pipeline: [] };
  }

  /** Called by passages/<n>.js with the passages of some documents. */
  search.passages = function (group, passages) {
    passageGroups.set(group, passages);
  };

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

  /**
   * A word of the query and the terms that fulfil it.
   * @typedef {Object} Wanted
   * @property {Map<string, number>[][]} ways each a list of slots to be filled by one of the terms
   * @property {boolean} required a stop word is not
   */

  /** @returns {Wanted[]} */
  function wantedWords(query) {
    const found = words(query);
    const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(query);
    return found.map((word, place) => {
      const complete = unfinished && place === found.length - 1;
      return { ways: ways(word, complete), required: !isStopWord(word.join("")) };
    });
  }

  /** A compound is fulfilled by the whole or by all its parts. */
  function ways(word, complete) {
    const whole = [termsOf(word.join(""), complete)];
    if (word.length === 1) {
      return [whole];
    }
    const last = word.length - 1;
    const parts = word
      .map((part, place) => [part, complete && place === last])
      .filter(([part, open]) => !isStopWord(part) || open)
      .map(([part, open]) => termsOf(part, open));
    return parts.length ? [whole, parts] : [whole];
  }

  /** @returns {Map<string, number>} terms with their boosts: the word's own, then completions */
  function termsOf(form, complete) {
    const terms = new Map([[stem(form), 1]]);
    if (complete && form.length >= COMPLETED.shortest) {
      completions(form).forEach((term) => {
        if (!terms.has(term)) {
          terms.set(term, COMPLETED.boost);
        }
      });
    }
    return terms;
  }

  /** The terms of the library's words that begin like this, the most frequent ones. */
  function completions(beginning) {
    const terms = new Set();
    for (let at = firstFrom(beginning); at < index.words.length; at += 1) {
      if (!index.words[at].startsWith(beginning)) {
        break;
      }
      terms.add(stem(index.words[at]));
    }
    const frequent = Array.from(terms, (term) => [frequency(term), term]);
    frequent.sort((one, other) => other[0] - one[0] || (one[1] < other[1] ? -1 : 1));
    return frequent.slice(0, COMPLETED.most).map(([, term]) => term);
  }

  /** The place of the first word that is not before the given one. */
  function firstFrom(word) {
    let low = 0;
    let high = index.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.words[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  function frequency(term) {
    const posting = index.lunr.invertedIndex[term];
    return posting
      ? index.lunr.fields.reduce((sum, field) => sum + Object.keys(posting[field]).length, 0)
      : 0;
  }

  /** Ask lunr for every term of every wanted word; any of them will do. */
  function ask(wanted) {
    const clauses = new Map();
    wanted.forEach(({ ways }) =>
      ways.flat().forEach((terms) =>
        terms.forEach((boost, term) => clauses.set(term, Math.max(boost, clauses.get(term) || 0)))
      )
    );
    return index.lunr.query((query) => {
      clauses.forEach((boost, term) => query.term(term, { boost, usePipeline: false }));
    });
  }

  function fulfils(matched, word) {
    return word.ways.some((slots) =>
      slots.every((terms) => Array.from(terms.keys()).some((term) => term in matched))
    );
  }

  /**
   * A document that was found; `weights` are the terms found in it, for its excerpt.
   * @typedef {{url: string, title: string, kind: string, number: number, group: number,
   *   weights: Map<string, number>}} Hit
   */

  /** @returns {Hit} */
  function hit(result, wanted) {
    const [ref, title, kind, group] = index.documents[result.ref];
    const weights = new Map();
    wanted.forEach((word) =>
      word.ways.flat().forEach((terms) =>
        terms.forEach((boost, term) => {
          if (term in result.matchData.metadata) {
            weights.set(term, Math.max(boost, weights.get(term) || 0));
          }
        })
      )
    );
    const url = new URL(ref, site).href;
    return { url, title, kind, number: Number(result.ref), group, weights };
  }

  /**
   * Find the documents that have all words of a query or, where none has, some of them.
   * @param {string} query what the visitor typed
   * @returns {Promise<{words: number, all: boolean, hits: Hit[]}>} best first
   */
  search.find = async function (query) {
    await load("index.js");
    const wanted = wantedWords(query);
    if (!wanted.length) {
      return { words: 0, all: true, hits: [] };
    }
    const results = ask(wanted);
    const required = wanted.filter((word) => word.required);
    const complete = results.filter((result) =>
      required.every((word) => fulfils(result.matchData.metadata, word))
    );
    const all = complete.length > 0 || !results.length;
    const hits = (all ? complete : results).map((result) => hit(result, wanted));
    return { words: wanted.length, all, hits };
  };

  /**
   * Load the passages of a document; none where they cannot be loaded.
   * @param {Hit} hit
   * @returns {Promise<[string, string][]>} anchors and texts
   */
  search.passagesOf = async function (hit) {
    try {
      await load("passages/" + hit.group + ".js");
    } catch {
      return [];
    }
    return passageGroups.get(hit.group)[hit.number];
  };

  /** Start to load the index before it is needed. */
  search.prepare = () => load("index.js");
})();
