/**
 * Clauses -> documents with their scores: those of lunr 2.3.9, to the last digit that counts.
 *
 * lunr's score of a document is the similarity of its field vectors to the query's, and needs
 * nothing but the postings of the query's terms, the lengths of fields and their mean. The tests
 * compare with a whole index in lunr.js. Needs shards.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const K1 = 1.2;
  const B = 0.75;

  /**
   * Terms, any of which will do, in some fields.
   * @typedef {{terms: Object[], fields: string[], boost: number,
   *   presence: (undefined|"required"|"prohibited")}} Clause
   */

  function rarity(core, term) {
    const x = (core.documents - term.spread + 0.5) / (term.spread + 0.5);
    return Math.log(1 + Math.abs(x));
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
    const [, fieldBoost] = core.fields[place];
    const lengths = core.lengths[place];
    const average = core.average[place];
    const squares = Array.from(boosts.values(), ({ boost }) => boost * boost);
    const size = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
    boosts.forEach(({ term, boost }) => {
      const rare = rarity(core, term);
      const { documents, times } = term.fields[place];
      for (let at = 0; at < documents.length; at += 1) {
        const number = documents[at];
        const length = K1 * (1 - B + B * (lengths[number] / average));
        const weight = ((rare * ((K1 + 1) * times[at])) / (length + times[at])) * fieldBoost;
        scores[number] += (boost * (Math.round(weight * 1000) / 1000)) / size;
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

  /** The terms of a clause as lunr's query parser gives it: exact, `word*` or `word~1`. */
  async function expanded({ term, prefix, edits }) {
    const known = (names) => Promise.all(names.map(search.index.term));
    if (prefix) {
      const names = await search.index.termNames(term, term + "\uffff");
      return known(names.filter((name) => name.startsWith(term)));
    }
    if (edits) {
      const names = await search.index.termNames("", "\uffff");
      return known(names.filter((name) => search.within(term, name, edits)));
    }
    return (await known([term])).filter(Boolean);
  }

  /**
   * Ask the index as lunr is asked: clauses of terms, not of words.
   * @param {{term: string, fields: ?string[], boost: ?number, presence: ?string,
   *   prefix: ?boolean, edits: ?number}[]} clauses
   * @returns {Promise<{ref: string, score: number}[]>} best first
   */
  search.query = async function (clauses) {
    const core = await search.index.ready();
    const all = core.fields.map(([field]) => field);
    const plan = await Promise.all(
      clauses.map(async (clause) => ({
        terms: await expanded(clause),
        fields: clause.fields || all,
        boost: clause.boost || 1,
        presence: clause.presence,
      }))
    );
    const { scores, seen } = search.score(core, plan);
    const results = [];
    seen.forEach((found, number) => {
      if (found) {
        results.push({ ref: String(number), score: scores[number] });
      }
    });
    return results.sort((one, other) => other.score - one.score);
  };
})();
