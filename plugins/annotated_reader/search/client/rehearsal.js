/**
 * Makes the first question of a large library quicker: browsers make fast code of a loop only when
 * it has run some thousand times, so while a visitor has not asked yet, the loops of a search run
 * over postings that mean nothing. Needs engine.js.
 */
(function () {
  "use strict";
  const { search } = window.AnnotatedReader;

  const LARGE = 5_000; // documents of a library from which on it is worth while
  const DOCUMENTS = 3_000; // that have the word: a hundredth of a second
  const FORM = "a";

  /** Start to load the index, and get ready for what will be asked of it. */
  search.prepare = async function () {
    search.parse(FORM); // browsers take long to make regular expressions
    const core = await search.index.ready();
    if (core.documents >= LARGE) {
      setTimeout(() => rehearse({ ...core, numbers: DOCUMENTS }));
    }
  };

  function rehearse(core) {
    const [zero] = core.signs;
    const posting = (zero + zero).repeat(DOCUMENTS);
    const forms = [FORM, FORM + FORM].map((form) => [zero + form, posting, posting, posting].join("!"));
    const term = search.coding.term("", [posting, ...forms].join("~"));
    const slot = search.emptySlot(core);
    search.addForm(slot, FORM, term, [term], 1);
    search.addForm(slot, FORM, term, [term], 2);
    const words = [{ ...slot, required: true }, { ...slot, required: true }];
    search.ranked(core, { words, phrases: { held: [] }, inPhrases: [], fits: null, allowed: null });
  }
})();
