/**
 * A query -> the documents that it wants: `AnnotatedReader.search.find(query)` is the interface of
 * the search towards its page.
 *
 * Every word is looked for exactly, by its stem's other forms, and (the half-typed last one) as a
 * beginning; lunr's score is weighed by which of these a document has. Needs all scripts before.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { forms } = search.analysis;

  const PREFIX = 1;
  const STEMMED = 2;
  const EXACT = 3;
  const WORTH = [0, 0.3, 0.7, 1]; // what a match of each quality leaves of the score
  const COMPLETED = { most: 16, boost: 0.3 };
  const STEMMED_FIELDS = ["body", "title", "headings"];

  /**
   * What a form leads to: clauses for the score, each document's quality, forms to mark.
   * @typedef {{clauses: Object[], quality: Uint8Array, marks: Map<string, number>}} Slot
   */

  function raise(quality, postings, level) {
    postings.forEach(({ documents }) =>
      documents.forEach((number) => (quality[number] = Math.max(quality[number], level)))
    );
  }

  /** Other forms of a word that the library does not have, by the endings of its languages. */
  async function relatives(core, form) {
    for (const endings of core.endings) {
      for (const ending of endings) {
        const root = form.slice(0, form.length - ending.length);
        if (form.endsWith(ending) && root.length > 2) {
          for (const other of endings) {
            const found = await search.index.termsOf(root + other);
            if (found.length) {
              return found;
            }
          }
        }
      }
    }
    return [];
  }

  /** @returns {Promise<Slot>} */
  async function slotOf(core, form, complete) {
    const slot = { clauses: [], quality: new Uint8Array(core.documents), marks: new Map() };
    const [own, name, completions] = await Promise.all([
      search.index.termsOf(form),
      search.index.term(form),
      complete ? search.completions(form, COMPLETED.most) : [],
    ]);
    const found = await Promise.all(completions.map(({ word }) => search.index.termsOf(word)));
    for (const [place, { word }] of completions.entries()) {
      await addForm(slot, word, found[place], PREFIX);
    }
    const named = name && name.fields[3].documents.length;
    const known = own.length || named || slot.clauses.length;
    await addForm(slot, form, known ? own : await relatives(core, form), EXACT);
    return slot;
  }

  /** Add a form with its terms: as it is (or as a completion), and by its other forms. */
  async function addForm(slot, form, terms, level) {
    const boost = level === PREFIX ? COMPLETED.boost : 1;
    const name = await search.index.term(form);
    if (name) {
      slot.clauses.push({ terms: [name], fields: ["names"], boost });
      raise(slot.quality, [name.fields[3]], level);
    }
    slot.clauses.push({ terms, fields: STEMMED_FIELDS, boost });
    terms.forEach((term) => {
      term.forms.forEach((postings, other) => {
        const itself = other === form;
        raise(slot.quality, postings, itself || level === PREFIX ? level : STEMMED);
        slot.marks.set(other, Math.max(slot.marks.get(other) || 0, itself ? boost : boost * 0.8));
      });
    });
    slot.marks.set(form, Math.max(slot.marks.get(form) || 0, boost));
  }

  /** A compound is fulfilled by the whole or by all its parts. @returns {Promise<Slot>} */
  async function wordOf(core, { parts, complete }) {
    const whole = await slotOf(core, parts.join(""), complete);
    if (parts.length === 1) {
      return whole;
    }
    const last = parts.length - 1;
    const slots = await Promise.all(
      parts
        .map((part, place) => [part, complete && place === last])
        .filter(([part, open]) => !core.stopWords.has(part) || open)
        .map(([part, open]) => slotOf(core, part, open))
    );
    const quality = whole.quality.map((level, number) =>
      Math.max(level, slots.length ? Math.min(...slots.map((slot) => slot.quality[number])) : 0)
    );
    const all = [whole, ...slots];
    const marks = new Map(all.flatMap((slot) => Array.from(slot.marks)));
    return { clauses: all.flatMap((slot) => slot.clauses), quality, marks };
  }

  /** What a phrase adds to the score: its content words or, without any, all of them. */
  async function slotsOfPhrase(core, parts) {
    const wanted = parts.filter((part) => !core.stopWords.has(part));
    return Promise.all((wanted.length ? wanted : parts).map((part) => slotOf(core, part, false)));
  }

  /** @returns {Promise<Object>} the query's words with their slots, and what documents must have */
  async function planOf(core, question) {
    const words = await Promise.all(
      question.words.map(async (word) => ({
        ...(await wordOf(core, word)),
        required: !core.stopWords.has(word.parts.join("")),
        word,
      }))
    );
    const phrases = await search.phrases(question);
    const slots = await Promise.all(question.phrases.map((parts) => slotsOfPhrase(core, parts)));
    const without = await Promise.all(question.without.map((word) => wordOf(core, word)));
    const allowed = await search.allowed(core, question.filters);
    const fits = (number) =>
      (!allowed || allowed[number] === 1) &&
      phrases.fits(number) &&
      without.every((slot) => slot.quality[number] < STEMMED);
    return { words, phrases, inPhrases: slots.flat(), fits, filtered: allowed !== null };
  }

  /** Let lunr score the best documents: its scores, weighed by the matches' worth, order them. */
  function asLunrRanks(core, clauses, numbers, { scores, worth }) {
    const best = clauses.length ? search.bestOf(numbers, scores) : [];
    search.askLunr(core, clauses, best).forEach(({ ref, score }) => {
      scores[ref] = score * worth[ref];
    });
    numbers.sort((one, other) => scores[other] - scores[one] || one - other);
  }

  /** @returns {{all: boolean, numbers: number[]}} best first */
  function ranked(core, { words, phrases, inPhrases, fits, filtered }) {
    const slots = [...words, ...inPhrases];
    const clauses = slots.flatMap((slot) => slot.clauses);
    const { scores, seen } = search.score(core, clauses);
    const worth = new Float64Array(core.documents);
    if (!slots.length && filtered) {
      seen.fill(1);
    }
    phrases.held.forEach(({ documents }) => documents.forEach((_, number) => (seen[number] = 1)));
    const some = [];
    const complete = [];
    const required = words.filter((word) => word.required);
    for (let number = 0; number < core.documents; number += 1) {
      if (seen[number] && fits(number)) {
        const levels = slots.map((slot) => WORTH[slot.quality[number]]);
        worth[number] = levels.reduce((sum, level) => sum + level, 0) / (levels.length || 1);
        scores[number] *= worth[number];
        some.push(number);
        if (required.every((word) => word.quality[number])) {
          complete.push(number);
        }
      }
    }
    const all = complete.length > 0 || !some.length;
    const numbers = all ? complete : some.filter((number) => scores[number] > 0);
    asLunrRanks(core, clauses, numbers, { scores, worth });
    return { all, numbers };
  }

  /** The query with the words that the library does not have put right, or null. */
  async function correction(plan, question) {
    const changes = [];
    for (const { word, quality, required } of plan.words) {
      const form = word.parts.join("");
      if (required && !quality.some(Boolean)) {
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
   * A document that was found; `weights` are the forms looked for, for its excerpt. What is shown
   * of it (`url`, `title`, `kind`, `date`) is there once `search.fill` has loaded it.
   * @typedef {{number: number, weights: Map<string, number>, url: ?string, title: ?string,
   *   kind: ?string, date: ?string}} Hit
   */

  /**
   * Find the documents that have all words of a query or, where none has, some of them.
   * @param {string} query what the visitor typed
   * @param {{literally: ?boolean}} options `literally`: correct nothing
   * @returns {Promise<{words: number, all: boolean, more: boolean, hits: Hit[],
   *   corrected: ?string, entries: Object[]}>} best first; `more` says that hits are the first ones
   */
  search.find = async function (query, { literally = false } = {}) {
    const core = await search.index.ready();
    let question = search.parse(query);
    const { words, phrases, filters } = question;
    const count = words.length + phrases.length + filters.length;
    if (!count) {
      return { words: 0, all: true, more: false, hits: [], corrected: null, entries: [] };
    }
    let entries = namedBy(question); // loaded beside the words
    let plan = await planOf(core, question);
    const fixed = literally ? null : await correction(plan, question);
    if (fixed) {
      question = fixed.question;
      entries = namedBy(question);
      plan = await planOf(core, question);
    }
    const { all, numbers } = ranked(core, plan);
    const result = await search.verified(numbers, question, plan.phrases.sure);
    const slots = [...plan.words, ...plan.inPhrases];
    const weights = new Map(slots.flatMap((slot) => Array.from(slot.marks)));
    const hits = result.numbers.map((number) => ({ number, weights }));
    return {
      words: count,
      all,
      more: result.more,
      hits,
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

  /** Start to load the index before it is needed. */
  search.prepare = () => search.index.ready();
})();
