/**
 * Clauses as lunr's own query takes them (exact, `word*`, `word~1`) -> documents with scores.
 * The page asks by words; this shows that the index answers as a whole one of lunr's does.
 * Needs shards.js, score.js and spelling.js.
 */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;

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
    const negated = clauses.length && plan.every(({ presence }) => presence === "prohibited");
    const found = negated ? (await search.index.table()).numbers : [];
    const { scores, found: numbers } = search.score(core, plan, found);
    const best = Array.from(numbers).sort((one, other) => scores[other] - scores[one]);
    const results = search.askLunr(core, plan, best.slice(0, most));
    return { total: numbers.length, results };
  };
})();
