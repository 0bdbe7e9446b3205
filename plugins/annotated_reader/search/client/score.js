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
  const BEST = 100; // documents that lunr gets to score

  /**
   * Terms, any of which will do, in some fields; `asked` is the clause in lunr's words where it
   * stands for more than these terms.
   * @typedef {{terms: Object[], fields: string[], boost: number,
   *   presence: (undefined|"required"|"prohibited"), asked: ?Object}} Clause
   */

  /** How much a term in a field of a document counts for lunr (lunr.Builder.createFieldVectors). */
  function weigher(core, place, term) {
    const x = (core.documents - term.spread + 0.5) / (term.spread + 0.5);
    const rarity = Math.log(1 + Math.abs(x));
    const [, boost] = core.fields[place];
    const lengths = core.lengths[place];
    const average = core.average[place];
    return (number, times) => {
      const length = K1 * (1 - B + B * (lengths[number] / average));
      const weight = ((rarity * ((K1 + 1) * times)) / (length + times)) * boost;
      return Math.round(weight * 1000) / 1000;
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

  /** Add the scores of one field to those of all. */
  function addField(core, place, boosts, scores, seen) {
    const squares = Array.from(boosts.values(), ({ boost }) => boost * boost);
    const size = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
    boosts.forEach(({ term, boost }) => {
      const weigh = weigher(core, place, term);
      const { documents, times } = term.fields[place];
      for (let at = 0; at < documents.length; at += 1) {
        const number = documents[at];
        scores[number] += (boost * weigh(number, times[at])) / size;
        seen[number] = 1;
      }
    });
  }

  function having(core, clause) {
    const found = new Uint8Array(core.documents);
    core.fields.forEach(([field], place) => {
      if (clause.fields.includes(field)) {
        clause.terms.forEach((term) =>
          term.fields[place].documents.forEach((number) => (found[number] = 1))
        );
      }
    });
    return found;
  }

  /**
   * @param {Object} core
   * @param {Clause[]} clauses
   * @returns {{scores: Float64Array, seen: Uint8Array}} by number; `seen` are those found
   */
  search.score = function (core, clauses) {
    const scores = new Float64Array(core.documents);
    const seen = new Uint8Array(core.documents);
    core.fields.forEach(([field], place) => {
      const boosts = wanted(clauses, field);
      if (boosts.size) {
        addField(core, place, boosts, scores, seen);
      }
    });
    if (clauses.length && clauses.every((clause) => clause.presence === "prohibited")) {
      seen.fill(1);
    }
    clauses
      .filter((clause) => clause.presence)
      .forEach((clause) => {
        const found = having(core, clause);
        const kept = clause.presence === "required" ? 1 : 0;
        seen.forEach((_, number) => {
          if (found[number] !== kept) {
            seen[number] = 0;
          }
        });
      });
    return { scores, seen };
  };

  /** The terms of clauses, each once, in lunr's order. */
  function termsOf(clauses) {
    const terms = new Map(clauses.flatMap(({ terms }) => terms.map((term) => [term.term, term])));
    return Array.from(terms.keys()).sort().map((name) => terms.get(name));
  }

  /** A `lunr.Index` of some terms in some documents: its vectors are those of the whole index. */
  function indexOf(core, terms, numbers) {
    const { lunr } = window;
    const kept = new Set(numbers);
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
        const { documents, times } = term.fields[place];
        entry[field] = Object.create(null);
        documents.forEach((number, at) => {
          if (kept.has(number)) {
            entry[field][number] = {};
            fieldVectors[field + "/" + number].elements.push(index, weigh(number, times[at]));
          }
        });
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

  /** @returns {number[]} the best of some documents; of those that are as good, the first */
  search.bestOf = function (numbers, scores, most = BEST) {
    if (numbers.length <= most) {
      return numbers;
    }
    const sorted = Float64Array.from(numbers, (number) => scores[number]).sort();
    const least = sorted[sorted.length - most];
    const better = numbers.filter((number) => scores[number] > least);
    const equal = numbers.filter((number) => scores[number] === least);
    return better.concat(equal.slice(0, most - better.length));
  };

  /** @returns {boolean} whether two words are that few edits apart, neighbours swapped being one */
  search.within = function (one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
      return false;
    }
    let before = null;
    let above = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row += 1) {
      const line = [row];
      for (let at = 1; at <= other.length; at += 1) {
        const same = one[row - 1] === other[at - 1] ? 0 : 1;
        line[at] = Math.min(above[at] + 1, line[at - 1] + 1, above[at - 1] + same);
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
          line[at] = Math.min(line[at], before[at - 2] + 1);
        }
      }
      if (Math.min(...line) > most) {
        return false;
      }
      before = above;
      above = line;
    }
    return above[other.length] <= most;
  };

  /** A clause in lunr's words: exact, `word*` or `word~1`. */
  function askedOf({ term, prefix, edits }) {
    const { wildcard } = window.lunr.Query;
    return {
      term: prefix ? term + "*" : term,
      ...(prefix ? { wildcard: wildcard.TRAILING } : {}),
      ...(edits ? { editDistance: edits } : {}), // lunr looks whether there is one
    };
  }

  /** The terms that a clause means, as lunr's own sets of terms tell. */
  async function expanded({ term, prefix, edits }, asked) {
    const { TokenSet } = window.lunr;
    let names = [term];
    if (prefix) {
      names = await search.index.termNames(term, term + "\uffff");
    } else if (edits) {
      names = (await search.index.termNames("", "\uffff")).filter((name) =>
        search.within(term, name, edits)
      );
    }
    const meant = TokenSet.fromArray(names).intersect(TokenSet.fromClause(asked)).toArray();
    return (await Promise.all(meant.map(search.index.term))).filter(Boolean);
  }

  /**
   * Ask the index as lunr is asked: clauses of terms, not of words.
   * @param {{term: string, fields: ?string[], boost: ?number, presence: ?string,
   *   prefix: ?boolean, edits: ?number}[]} clauses
   * @param {number} most how many documents are wanted
   * @returns {Promise<{total: number, results: {ref: string, score: number}[]}>} best first
   */
  search.query = async function (clauses, most = Infinity) {
    const core = await search.index.ready();
    const all = core.fields.map(([field]) => field);
    const plan = await Promise.all(
      clauses.map(async (clause) => {
        const asked = askedOf(clause);
        const terms = await expanded(clause, asked);
        const { fields = all, boost = 1, presence } = clause;
        return { terms, fields, boost, presence, asked };
      })
    );
    const { scores, seen } = search.score(core, plan);
    const numbers = Array.from(seen.keys()).filter((number) => seen[number]);
    const results = search.askLunr(core, plan, search.bestOf(numbers, scores, most));
    return { total: numbers.length, results };
  };
})();
