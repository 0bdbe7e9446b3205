/**
 * A query's words -> what they lead to in the index: every word exactly, by its stem's other forms
 * and (the half-typed last one) as a beginning; and what documents must have besides.
 * Needs shards.js, phrase.js, suggest.js and narrow.js.
 */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;

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

  search.emptySlot = (core) => ({ clauses: [], quality: search.row(core), marks: new Map() });

  function raise(quality, postings, level) {
    for (const { documents } of postings) {
      for (let at = 0; at < documents.length; at += 1) {
        if (quality[documents[at]] < level) {
          quality[documents[at]] = level;
        }
      }
    }
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
    const slot = search.emptySlot(core);
    const [own, name, completions] = await Promise.all([
      search.index.termsOf(form),
      search.index.term(form),
      complete ? search.completions(form, COMPLETED.most) : [],
    ]);
    const found = await Promise.all(completions.map(({ word }) => search.index.termsOf(word)));
    const names = await Promise.all(completions.map(({ word }) => search.index.term(word)));
    completions.forEach(({ word }, place) => {
      search.addForm(slot, word, names[place], found[place], PREFIX);
    });
    const named = name && name.fields[3].documents.length;
    const known = own.length || named || slot.clauses.length;
    search.addForm(slot, form, name, known ? own : await relatives(core, form), EXACT);
    return slot;
  }

  /**
   * Add a form with its terms: as it is (or as a completion), and by its other forms.
   * @param {Slot} slot @param {string} form
   * @param {?Term} name the term that is the form itself, for it may be a name
   * @param {Term[]} terms @param {number} level
   */
  search.addForm = function (slot, form, name, terms, level) {
    const boost = level === PREFIX ? COMPLETED.boost : 1;
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
  };

  /** What the whole of a compound gives, or the least of its parts where that is more. */
  function eitherOf(quality, slots) {
    const found = slots[0].quality.slice();
    for (let number = 0; number < found.length; number += 1) {
      for (const slot of slots) {
        found[number] = Math.min(found[number], slot.quality[number]);
      }
      found[number] = Math.max(found[number], quality[number]);
    }
    return found;
  }

  /** A compound is fulfilled by the whole or by all its parts. @returns {Promise<Slot>} */
  async function wordOf(core, { parts, complete }) {
    const last = parts.length - 1;
    const wanted = parts
      .map((part, place) => [part, complete && place === last])
      .filter(([part, open]) => last > 0 && (!core.stopWords.has(part) || open));
    const [whole, ...slots] = await Promise.all(
      [[parts.join(""), complete], ...wanted].map(([part, open]) => slotOf(core, part, open))
    );
    if (last === 0) {
      return whole;
    }
    const quality = slots.length ? eitherOf(whole.quality, slots) : whole.quality;
    const all = [whole, ...slots];
    const marks = new Map(all.flatMap((slot) => Array.from(slot.marks)));
    return { clauses: all.flatMap((slot) => slot.clauses), quality, marks };
  }

  /** What a phrase adds to the score: its content words or, without any, all of them. */
  async function slotsOfPhrase(core, parts) {
    const wanted = parts.filter((part) => !core.stopWords.has(part));
    return Promise.all((wanted.length ? wanted : parts).map((part) => slotOf(core, part, false)));
  }

  /**
   * @returns {Promise<Object>} the query's words with their slots, and what documents must have:
   *   `fits` and `allowed` are null where nothing is asked of them
   */
  search.planOf = async function (core, question) {
    const wordWith = async (word) => ({
      ...(await wordOf(core, word)),
      required: !core.stopWords.has(word.parts.join("")),
      word,
    });
    const [words, phrases, slots, without, allowed] = await Promise.all([
      Promise.all(question.words.map(wordWith)),
      search.phrases(question),
      Promise.all(question.phrases.map((parts) => slotsOfPhrase(core, parts))),
      Promise.all(question.without.map((word) => wordOf(core, word))),
      search.allowed(question.filters),
    ]);
    const all = !question.phrases.length && !question.withoutPhrases.length && !without.length;
    const fits = (number) =>
      phrases.fits(number) &&
      !without.some((slot) => slot.quality[number] >= STEMMED);
    return { words, phrases, inPhrases: slots.flat(), fits: all ? null : fits, allowed };
  };

  /** @returns {(number: number) => number} what documents keep of their scores, by their matches */
  search.worthOf = function (slots) {
    const rows = slots.map(({ quality }) => quality);
    return (number) => {
      let sum = 0;
      for (let row = 0; row < rows.length; row += 1) {
        sum += WORTH[rows[row][number]];
      }
      return sum / (rows.length || 1);
    };
  };
})();
