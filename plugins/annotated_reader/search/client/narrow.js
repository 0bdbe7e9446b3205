/**
 * Filters -> which documents they leave; documents -> how many of each kind, year and entry.
 * Needs analysis.js, shards.js; loads facets when there is something to narrow.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { words } = search.analysis;
  const SHOWN = 8; // entries that are offered

  /** The earliest and the latest day that a calendar value may mean, comparable as strings. */
  const earliest = (date) => date;
  const latest = (date) => date + "-99-99".slice(date.length - 4);

  const isPlain = ({ value, quoted }, word) => !quoted && value.toLowerCase() === word;

  const TESTS = {
    kind: (facets, { value }) => {
      const kind = value.toLowerCase().replace(/^org$/, "organization");
      return (number) => facets.kinds.get(number) === kind;
    },
    before: ({ dates }, { value }) => (number) =>
      dates.has(number) && latest(dates.get(number)) < earliest(value),
    after: ({ dates }, { value }) => (number) =>
      dates.has(number) && earliest(dates.get(number)) > latest(value),
    mentions: mentioned,
    in: (facets, filter) =>
      isPlain(filter, "text") ? TESTS.kind(facets, filter) : titled(filter),
  };

  /**
   * Documents that mention an entry of a kind, named by any word or the whole of its names; in
   * quotation marks by the whole, where there is one.
   */
  async function mentioned(_, { kind, value, quoted }) {
    const key = words(value).flat().join(" ");
    const shards = key ? await search.index.words(key, key + "\uffff") : [];
    const rows = shards.flatMap((shard) => shard.names).filter((row) => row.kind === kind);
    const same = rows.filter((row) => row.key === key);
    const whole = quoted ? same.filter((row) => row.whole) : [];
    const near = whole.length ? whole : same.length ? same : rows.filter((row) => row.key.startsWith(key));
    const entries = await search.index.mentions(near.map((row) => row.number));
    const found = new Set(entries.flatMap((entry) => entry.documents));
    return (number) => found.has(number);
  }

  /** Documents whose title has all these words. */
  async function titled({ value }) {
    const wanted = words(value).flat();
    const found = await Promise.all(
      wanted.map(async (form) => {
        const terms = await search.index.termsOf(form);
        return new Set(
          terms.flatMap(({ forms }) => (forms.has(form) ? Array.from(forms.get(form)[1].documents) : []))
        );
      })
    );
    return (number) => found.every((documents) => documents.has(number));
  }

  /**
   * The documents that all filters leave, in the order of their addresses; null without filters.
   * @returns {Promise<?Set<number>>}
   */
  search.allowed = async function (filters) {
    if (!filters.length) {
      return null;
    }
    const facets = await search.index.table();
    const tests = await Promise.all(
      filters.map(async (filter) => ({
        holds: await TESTS[filter.field](facets, filter),
        not: filter.not,
      }))
    );
    return new Set(
      facets.numbers.filter((number) => tests.every(({ holds, not }) => holds(number) !== not))
    );
  };

  function counted(values) {
    const counts = new Map();
    values.forEach((value) => counts.set(value, (counts.get(value) || 0) + 1));
    return Array.from(counts, ([label, count]) => ({ label, count }));
  }

  const byCount = (one, other) => other.count - one.count || (one.label < other.label ? -1 : 1);

  /**
   * What documents could be narrowed by. @param {number[]} found
   * @returns {Promise<{name: string, choices: {label: string, count: number, filter: string}[]}[]>}
   */
  search.facetsOf = async function (found) {
    const [{ kinds, dates }, entries] = await Promise.all([
      search.index.table(),
      search.index.mentions(null),
    ]);
    const numbers = new Set(found);
    const years = found.filter((number) => dates.has(number));
    const named = entries
      .filter(({ kind }) => kind !== "date") // texts are told apart by their own
      .map((entry) => ({
        label: entry.name,
        kind: entry.kind,
        count: entry.documents.filter((number) => number !== entry.number && numbers.has(number))
          .length,
      }))
      .filter(({ count }) => count)
      .sort(byCount)
      .slice(0, SHOWN);
    const groups = [
      {
        name: "Kind",
        choices: counted(found.map((number) => kinds.get(number)))
          .sort(byCount)
          .map((choice) => ({ ...choice, filter: "kind:" + choice.label })),
      },
      {
        name: "Year",
        choices: counted(years.map((number) => dates.get(number).slice(0, 4)))
          .sort((one, other) => (one.label < other.label ? 1 : -1))
          .slice(0, SHOWN)
          .map((choice) => ({ ...choice, filter: year(choice.label) })),
      },
      {
        name: "Names",
        choices: named.map(({ label, kind, count }) => {
          const field = kind === "organization" ? "org" : kind;
          return { label, count, filter: field + ':"' + label.replace(/"/g, "") + '"' };
        }),
      },
    ];
    return groups.filter(({ choices }) => choices.length);
  };

  function year(label) {
    return "after:" + (Number(label) - 1) + " before:" + (Number(label) + 1);
  }
})();
