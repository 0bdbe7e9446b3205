/**
 * A query -> the documents that it wants: `AnnotatedReader.search.find(query)` is the interface of
 * the search towards its page.
 *
 * lunr's score is weighed by how a document has each word: exactly, by its stem's other forms, or
 * (the half-typed last one) as a beginning. Needs all scripts before.
 */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;

  const ASKED = 20; // documents that lunr gets to score: two screens of results
  const NOTHING = {
    words: 0, all: true, more: false, numbers: [], weights: new Map(), corrected: null, entries: [],
  };

  /** Let lunr score the best documents: its scores, weighed by the matches' worth, order them. */
  function asLunrRanks(core, { clauses, numbers, scores, worth }) {
    const sorted = search.sorted(numbers, scores);
    const best = clauses.length ? sorted.slice(0, ASKED) : [];
    search.askLunr(core, clauses, best).forEach(({ ref, score }) => {
      scores[ref] = score * worth(ref);
    });
    return search.sorted(best, scores).concat(sorted.slice(best.length));
  }

  /** The documents that have something in a row: a plain loop, for there may be very many. */
  function having(numbers, row) {
    const kept = new Int32Array(numbers.length);
    let size = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      kept[size] = numbers[at];
      size += row[numbers[at]] > 0 ? 1 : 0;
    }
    return kept.subarray(0, size);
  }

  const inOrder = (order, some) => Array.from(order).filter((number) => some.has(number));

  /**
   * The documents that a plan leads to with their scores, weighed by the matches' worth; where
   * `within` is given, of those alone that have something there.
   */
  function weighed(core, { words, phrases, inPhrases, fits, allowed }, within) {
    const slots = [...words, ...inPhrases];
    const clauses = slots.flatMap((slot) => slot.clauses);
    const others = phrases.held.flatMap(({ documents }) => Array.from(documents.keys()));
    const { scores, found } = search.score(core, clauses, others, within);
    const candidates = allowed ? inOrder(allowed, slots.length ? new Set(found) : allowed) : found;
    const numbers = fits ? candidates.filter(fits) : candidates;
    const worth = search.worthOf(slots);
    for (let at = 0; at < numbers.length; at += 1) {
      scores[numbers[at]] *= worth(numbers[at]);
    }
    return { clauses, numbers, scores, worth };
  }

  /** @returns {{all: boolean, numbers: number[]}} best first: those with all words or, else, any */
  function ranked(core, plan) {
    const required = plan.words.filter((word) => word.required).map(({ quality }) => quality);
    const whole = required.length ? search.inAll(required) : null;
    const best = !whole || whole.includes(1) ? weighed(core, plan, whole) : null;
    if (best && (best.numbers.length || !whole)) {
      return { all: true, numbers: asLunrRanks(core, best) };
    }
    const any = weighed(core, plan, null);
    const numbers = having(any.numbers, any.scores);
    return { all: !any.numbers.length, numbers: asLunrRanks(core, { ...any, numbers }) };
  }

  /** The query with the words that the library does not have put right, or null. */
  async function correction(plan, question) {
    const changes = [];
    for (const { word, quality, required } of plan.words) {
      const form = word.parts.join("");
      if (required && ![1, 2, 3].some((level) => quality.includes(level))) {
        const better = await search.corrected(form);
        if (better && better !== form) {
          changes.push([word, better]);
        }
      }
    }
    if (!changes.length) {
      return null;
    }
    const better = new Map(changes);
    const words = question.words.map((word) =>
      better.has(word) ? { parts: [better.get(word)], complete: false } : word
    );
    return { question: { ...question, words }, changes };
  }

  /**
   * A document that is to be shown; `weights` are the forms looked for, for its excerpt. What is said
   * of it (`url`, `title`, `kind`, `date`) is there once `search.fill` has loaded it.
   * @typedef {{number: number, weights: Map<string, number>, url: ?string, title: ?string,
   *   kind: ?string, date: ?string}} Hit
   */

  /**
   * Find the documents that have all words of a query or, where none has, some of them.
   * @param {string} query what the visitor typed
   * @param {{literally: ?boolean}} options `literally`: correct nothing
   * @returns {Promise<{words: number, all: boolean, more: boolean, numbers: number[],
   *   weights: Map<string, number>, corrected: ?string, entries: Object[]}>} the numbers of documents,
   *   best first; `more` says that these are the first ones
   */
  search.find = async function (query, { literally = false } = {}) {
    const core = await search.index.core();
    let question = search.parse(query);
    const { words, phrases, filters } = question;
    const count = words.length + phrases.length + filters.length;
    if (!count) {
      return { ...NOTHING };
    }
    let entries = namedBy(question); // loaded beside the words
    let plan = await search.planOf(core, question);
    const fixed = literally ? null : await correction(plan, question);
    if (fixed) {
      question = fixed.question;
      entries = namedBy(question);
      plan = await search.planOf(core, question);
    }
    await search.index.lunr();
    const { all, numbers } = ranked(core, plan);
    const result = await search.verified(numbers, question, plan.phrases.sure);
    const slots = [...plan.words, ...plan.inPhrases];
    const weights = new Map(slots.flatMap((slot) => Array.from(slot.marks)));
    return {
      words: count,
      all,
      ...result,
      weights,
      corrected: fixed ? correctedQuery(query, fixed.changes) : null,
      entries: await entries,
    };
  };

  /** The entries that a query names, where it is nothing but a name. */
  async function namedBy({ words, phrases, filters }) {
    if (phrases.length || filters.length) {
      return [];
    }
    try {
      return await search.named(words.flatMap(({ parts }) => parts));
    } catch {
      return []; // the results are shown without
    }
  }

  /** The query as it would have been typed. */
  function correctedQuery(query, changes) {
    return changes.reduce((text, [word, better]) => {
      const typed = Array.from(text.matchAll(/\S+/gu)).find(
        ([piece]) => search.analysis.words(piece).flat().join("") === word.parts.join("")
      );
      return typed
        ? text.slice(0, typed.index) + better + text.slice(typed.index + typed[0].length)
        : text;
    }, query.trim());
  }

  /** Documents of an answer as they are to be shown. @returns {Hit[]} */
  search.hits = (numbers, { weights }) => Array.from(numbers, (number) => ({ number, weights }));

  /** Load what is shown of some hits; those that cannot be loaded stay as they are. */
  search.fill = (hits) =>
    Promise.all(
      hits.map(async (hit) => {
        try {
          const [ref, title, kind, date] = await search.index.documentRow(hit.number);
          Object.assign(hit, { url: new URL(ref, search.index.site).href, title, kind, date });
        } catch {
          hit.url = null; // said where it is shown
        }
        return hit;
      })
    );

  /**
   * Load the passages of a document; none where they cannot be loaded.
   * @param {Hit} hit
   * @returns {Promise<[string, string][]>} anchors and texts
   */
  search.passagesOf = async function (hit) {
    try {
      return (await search.index.documentRow(hit.number))[4];
    } catch {
      return [];
    }
  };

  search.ranked = ranked;
})();
