/**
 * Clauses -> documents with their scores: lunr's query engine asks a small index of lunr's own.
 *
 * lunr's score of a document is the similarity of its field vectors to the query's, and needs
 * nothing but the postings of the query's terms, the lengths of fields and their mean. So the best
 * documents are picked by these sums first, and a `lunr.Index` is made of the query's terms in
 * them alone: it scores them as the whole index would. Needs shards.js, which loads lunr.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const K1 = 1.2;
  const B = 0.75;
  const OFTEN = 8; // times that a word stands in a document
  const PLACES = 2 ** 21; // more than there are documents

  /**
   * Terms, any of which will do, in some fields; `asked` is the clause in lunr's words where it
   * stands for more than these terms.
   * @typedef {{terms: Object[], fields: string[], boost: number,
   *   presence: (undefined|"required"|"prohibited"), asked: ?Object}} Clause
   */

  /**
   * How much a term in a field of a document counts for lunr (lunr.Builder.createFieldVectors).
   * Most have it a few times only, and there are few lengths: no weight is reckoned twice.
   * @returns {(times: number, step: number) => number}
   */
  function weigher(core, place, term) {
    const x = (core.documents - term.spread + 0.5) / (term.spread + 0.5);
    const rarity = Math.log(1 + Math.abs(x));
    const [, boost] = core.fields[place];
    const average = core.average[place];
    const known = new Float64Array(core.lengths.length * OFTEN);
    return (times, step) => {
      const place = step * OFTEN + times;
      let weight = times < OFTEN ? known[place] : 0;
      if (!weight) {
        const long = K1 * (1 - B + B * (core.lengths[step] / average));
        const exact = ((rarity * ((K1 + 1) * times)) / (long + times)) * boost;
        weight = Math.round(exact * 1000) / 1000;
        if (times < OFTEN) {
          known[place] = weight;
        }
      }
      return weight;
    };
  }

  /** @returns {Map<string, {term: Object, boost: number}>} how much each term is wanted */
  function wanted(clauses, field) {
    const boosts = new Map();
    clauses.forEach((clause) => {
      if (clause.presence !== "prohibited" && clause.fields.includes(field)) {
        clause.terms.forEach((term) => {
          const before = boosts.get(term.term);
          boosts.set(term.term, { term, boost: clause.boost + (before ? before.boost : 0) });
        });
      }
    });
    return boosts;
  }

  /** Add the scores of one field to those of all: of the documents `within`, or of all. */
  function addField(core, place, boosts, { scores, seen, within }) {
    const squares = Array.from(boosts.values(), ({ boost }) => boost * boost);
    const size = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
    boosts.forEach(({ term, boost }) => {
      const weigh = weigher(core, place, term);
      const { documents, times, steps } = term.fields[place];
      for (let at = 0; at < documents.length; at += 1) {
        const number = documents[at];
        if (within === null || within[number]) {
          scores[number] += (boost * weigh(times[at], steps[at])) / size;
          seen[number] = 1;
        }
      }
    });
  }

  function having(core, clause) {
    const found = new Uint8Array(core.numbers);
    core.fields.forEach(([field], place) => {
      if (clause.fields.includes(field)) {
        clause.terms.forEach((term) =>
          term.fields[place].documents.forEach((number) => (found[number] = 1))
        );
      }
    });
    return found;
  }

  /** A byte for each document, in eights. */
  search.row = (core) => new Uint8Array((core.numbers + 7) & ~7);

  /**
   * Where all rows have something, which is less than four: a row with ones there.
   * @param {Uint8Array[]} rows @returns {Uint8Array}
   */
  search.inAll = function (rows) {
    const found = new Uint32Array(rows[0].length / 4).fill(0x01010101);
    for (const row of rows) {
      const fours = new Uint32Array(row.buffer);
      for (let at = 0; at < found.length; at += 1) {
        found[at] &= fours[at] | (fours[at] >>> 1);
      }
    }
    return new Uint8Array(found.buffer);
  };

  /**
   * @param {Object} core
   * @param {Clause[]} clauses
   * @param {Iterable<number>} others documents that need not be found by a clause
   * @param {?Uint8Array} within by number: the documents that matter; all, if it is not given
   * @returns {{scores: Float64Array, found: Int32Array}} by number, and those found, ascending
   */
  search.score = function (core, clauses, others = [], within = null) {
    const scores = new Float64Array(core.numbers);
    const seen = search.row(core);
    core.fields.forEach(([field], place) => {
      const boosts = wanted(clauses, field);
      if (boosts.size) {
        addField(core, place, boosts, { scores, seen, within });
      }
    });
    for (const number of others) {
      seen[number] = within === null || within[number] ? 1 : 0;
    }
    let found = placesOf(seen);
    clauses
      .filter((clause) => clause.presence)
      .forEach((clause) => {
        const had = having(core, clause);
        const kept = clause.presence === "required" ? 1 : 0;
        found = found.filter((number) => had[number] === kept);
      });
    return { scores, found };
  };

  /** Where a row has a one: eight at a time are looked at. @returns {Int32Array} ascending */
  function placesOf(row) {
    const eights = new Float64Array(row.buffer);
    const found = new Int32Array(row.length);
    let size = 0;
    for (let eight = 0; eight < eights.length; eight += 1) {
      if (eights[eight] !== 0) {
        for (let at = eight * 8; at < eight * 8 + 8; at += 1) {
          found[size] = at;
          size += row[at];
        }
      }
    }
    return found.subarray(0, size);
  }

  /** The terms of clauses, each once, in lunr's order. */
  function termsOf(clauses) {
    const terms = new Map(clauses.flatMap(({ terms }) => terms.map((term) => [term.term, term])));
    return Array.from(terms.keys()).sort().map((name) => terms.get(name));
  }

  /** A `lunr.Index` of some terms in some documents: its vectors are those of the whole index. */
  function indexOf(core, terms, numbers) {
    const { lunr } = window;
    const kept = new Uint8Array(core.numbers);
    numbers.forEach((number) => (kept[number] = 1));
    const fields = core.fields.map(([field]) => field);
    const invertedIndex = Object.create(null);
    const fieldVectors = Object.create(null);
    fields.forEach((field) =>
      numbers.forEach((number) => (fieldVectors[field + "/" + number] = new lunr.Vector()))
    );
    terms.forEach((term, index) => {
      const entry = { _index: index };
      fields.forEach((field, place) => {
        const weigh = weigher(core, place, term);
        const { documents, times, steps } = term.fields[place];
        entry[field] = Object.create(null);
        for (let at = 0; at < documents.length; at += 1) {
          const number = documents[at];
          if (kept[number]) {
            entry[field][number] = {};
            fieldVectors[field + "/" + number].elements.push(index, weigh(times[at], steps[at]));
          }
        }
      });
      invertedIndex[term.term] = entry;
    });
    const tokenSet = lunr.TokenSet.fromArray(terms.map(({ term }) => term));
    const pipeline = new lunr.Pipeline();
    return new lunr.Index({ invertedIndex, fieldVectors, tokenSet, fields, pipeline });
  }

  /** A clause as lunr's query takes it: of terms, not of words. */
  function forLunr({ fields, boost, presence }, asked) {
    const how = presence ? { presence: window.lunr.Query.presence[presence.toUpperCase()] } : {};
    return { fields, boost, usePipeline: false, ...how, ...asked };
  }

  /**
   * Ask lunr for some documents' scores.
   * @param {Object} core
   * @param {Clause[]} clauses
   * @param {number[]} numbers
   * @returns {{ref: string, score: number}[]} best first
   */
  search.askLunr = function (core, clauses, numbers) {
    const index = indexOf(core, termsOf(clauses), numbers);
    return index.query((query) =>
      clauses.forEach((clause) =>
        (clause.asked ? [clause.asked] : clause.terms).forEach((asked) =>
          query.clause(forLunr(clause, clause.asked ? asked : { term: asked.term }))
        )
      )
    );
  };

  /**
   * Sort documents by their scores, to a millionth; of those that are as good the first comes
   * first. Many are sorted ten times as fast as by comparing them in turn.
   * @param {number[]} numbers @param {Float64Array} scores @returns {number[]} best first
   */
  search.sorted = function (numbers, scores) {
    const keys = new Float64Array(numbers.length);
    for (let place = 0; place < keys.length; place += 1) {
      keys[place] = place - Math.round(scores[numbers[place]] * 1e6) * PLACES;
    }
    keys.sort();
    const found = new Array(keys.length);
    for (let place = 0; place < keys.length; place += 1) {
      const key = keys[place];
      found[place] = numbers[key - Math.floor(key / PLACES) * PLACES];
    }
    return found;
  };
})();
