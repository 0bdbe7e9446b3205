/**
 * Half-typed words -> words and names that the library has. Needs analysis.js and shards.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { words } = search.analysis;

  const SHORTEST = 2; // letters that are completed
  const SHOWN = { names: 5, words: 5 };

  /** All files with words and names that begin so. */
  async function range(beginning) {
    await search.index.core();
    return search.index.words(beginning, beginning + "\uffff");
  }

  /** @returns {Promise<{word: string, documents: number}[]>} the most frequent ones first */
  search.completions = async function (beginning, most) {
    if (beginning.length < SHORTEST) {
      return [];
    }
    const shards = await range(beginning);
    return shards
      .flatMap((shard) => shard.words)
      .filter(({ word }) => word.startsWith(beginning))
      .sort((one, other) => other.documents - one.documents || (one.word < other.word ? -1 : 1))
      .slice(0, most);
  };

  /** Entries whose name or alias begins so, or one of its words does: one row an entry. */
  async function namesFrom(beginning) {
    const shards = await range(beginning);
    const rows = shards
      .flatMap((shard) => shard.names)
      .filter(({ key }) => key.startsWith(beginning))
      .sort((one, other) => Number(other.whole) - Number(one.whole) ||
        one.key.length - other.key.length || (one.key < other.key ? -1 : 1));
    const found = new Map();
    rows.forEach((row) => found.has(row.number) || found.set(row.number, row));
    return Array.from(found.values());
  }

  /**
   * What the half-typed end of a query may become: names first, then words.
   * @returns {Promise<{text: string, label: string, kind: string}[]>} `text` is the whole query
   */
  search.suggest = async function (query) {
    const tail = /(?:^|\s)((?:\S+\s+){0,2}\S*)$/u.exec(query);
    const typed = tail ? tail[1] : "";
    if (!/[\p{L}\p{N}\p{M}]$/u.test(query) || /["“”„«»:]/.test(typed)) {
      return [];
    }
    const starts = Array.from(typed.matchAll(/\S+/gu), (found) => found.index);
    for (const start of starts) {
      const beginning = words(typed.slice(start)).flat().join(" ");
      const names = beginning.length < SHORTEST ? [] : await namesFrom(beginning);
      const last = start === starts[starts.length - 1];
      const found = last ? await search.completions(beginning, SHOWN.words + 1) : [];
      if (names.length || found.length) {
        const head = query.slice(0, query.length - typed.length + start);
        return suggestions(head, beginning, names, found);
      }
    }
    return [];
  };

  function suggestions(head, beginning, names, found) {
    const named = names.slice(0, SHOWN.names).map(({ name, kind }) => {
      return { text: head + name, label: name, kind };
    });
    const shown = new Set(named.map(({ label }) => label.toLowerCase()));
    const plain = found
      .filter(({ word }) => word !== beginning && !shown.has(word))
      .slice(0, SHOWN.words)
      .map(({ word }) => ({ text: head + word, label: word, kind: "" }));
    return [...named, ...plain];
  }

  /** Entries that a text names, by name, alias or last word: whole names before parts. */
  search.named = async function (parts) {
    const key = parts.join(" ");
    const rows = key ? (await range(key)).flatMap((shard) => shard.names) : [];
    const same = rows.filter((row) => row.key === key);
    const whole = same.filter((row) => row.whole);
    const found = new Map();
    (whole.length ? whole : same).forEach((row) => found.set(row.number, row));
    return Array.from(found.values());
  };
})();
