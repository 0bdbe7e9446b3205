/**
 * Entries that a query names -> a card above the results: who or what this is, and the way to all
 * that names it; where the name could be several, a choice. Needs make.js and engine.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { make } = search;
  const MOST = 8; // to choose from

  /** Entries that answer to the very same words: whole names first, then surnames and the like. */
  async function namesakes(question, entries) {
    const parts = question.words.flatMap((word) => word.parts);
    const key = parts.join(" ");
    const shards = await search.index.words(key, key + "\uffff");
    const same = shards.flatMap((shard) => shard.names).filter((row) => row.key === key);
    const found = new Map();
    entries.concat(same).forEach((row) => found.has(row.number) || found.set(row.number, row));
    return Array.from(found.values()).slice(0, MOST);
  }

  /** @returns {Promise<Object>} name, kind, address, what is said of it */
  async function shownOf({ name, number }) {
    const [ref, title, kind, , passages] = await search.index.documentRow(number);
    const said = passages.length ? passages[0][1] : "";
    return { name: title || name, kind, said, href: new URL(ref, search.index.site).href };
  }

  /** A query for all texts that name an entry. */
  function allOf({ name, kind }) {
    const field = kind === "organization" ? "org" : kind;
    return "?" + new URLSearchParams({ q: `${field}:"${name.replace(/"/g, "")}" kind:text` });
  }

  function headOf({ name, kind, href }, level) {
    const link = make("a", { href }, name);
    const label = make("span", { class: "option-kind" }, kind);
    return make(level, { class: "entity-name" }, ...search.shape(kind), link, " ", label);
  }

  function card(entry) {
    const more = make("a", { href: allOf(entry) }, "All texts that name " + entry.name);
    return [
      headOf(entry, "h2"),
      ...(entry.said ? [make("p", {}, entry.said)] : []),
      make("p", { class: "entity-more" }, more),
    ];
  }

  function choice(entries, query) {
    const items = entries.map((entry) =>
      make("li", {}, headOf(entry, "h3"), ...(entry.said ? [make("p", {}, entry.said)] : []))
    );
    return [
      make("h2", { class: "entity-choice" }, `“${query}” may be`),
      make("ul", { class: "plain" }, ...items),
    ];
  }

  /**
   * The card of what a query names; its entries need not be listed among the results again.
   * @param {{entries: Object[]}} answer of `search.find`
   * @param {Object} question as parsed
   * @param {string} query as it is shown
   * @returns {Promise<{shown: HTMLElement[], numbers: Set<number>}>} nothing, and no document,
   *   where the query names no entry
   */
  search.entityCard = async function ({ entries }, question, query) {
    const none = { shown: [], numbers: new Set() };
    if (!entries.length) {
      return none;
    }
    try {
      const rows = await namesakes(question, entries);
      const shown = await Promise.all(rows.map(shownOf));
      const inside = shown.length === 1 ? card(shown[0]) : choice(shown, query);
      const section = make("section", { class: "entity", "aria-label": "In the glossary" }, ...inside);
      return { shown: [section], numbers: new Set(rows.map(({ number }) => number)) };
    } catch {
      return none; // all results are listed
    }
  };
})();
