/**
 * A hit -> an item of the list of results. What is shown goes in as text, never as markup.
 * Needs make.js, excerpt.js, engine.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { make, markedText } = search;
  const NAMED = 6; // entries named at most

  /** The address of a place in a text, with the words that are to be marked there. */
  function addressOf(hit, anchor, terms) {
    return hit.url + search.carried(terms) + (anchor ? "#" + anchor : "");
  }

  function kindOf({ kind, date }) {
    const parts = [make("span", {}, ...search.shape(kind), kind)];
    if (date) {
      parts.push(" · ", make("time", { datetime: date }, search.dateInWords(date)));
    }
    return make("p", { class: "result-kind" }, ...parts);
  }

  /** Those entries that the shown passage names. */
  async function namedOf({ number }, place) {
    const [, , , , , named = []] = await search.index.documentRow(number);
    const items = named
      .filter(([, , , places]) => places.includes(place))
      .slice(0, NAMED)
      .map(([name, kind, ref]) => {
        const href = new URL(ref, search.index.site).href;
        return make("li", {}, ...search.shape(kind), make("a", { href, class: "result-name" }, name));
      });
    const label = "Named there";
    return items.length ? [make("ul", { class: "result-names", "aria-label": label }, ...items)] : [];
  }

  function lackOf(words) {
    const lacking = words.map((word) => make("s", {}, word)).flatMap((word) => [" ", word]);
    return words.length ? [make("p", { class: "result-lack" }, "Without", ...lacking)] : [];
  }

  /**
   * @param {Object} hit
   * @param {Object} question as parsed
   * @param {string[]} missing words that it lacks
   * @returns {Promise<HTMLElement>}
   */
  search.resultItem = async function (hit, question, missing) {
    await search.fill([hit]);
    if (!hit.url) {
      const sorry = "This result could not be loaded.";
      return make("li", { class: "result" }, make("p", { class: "result-excerpt" }, sorry));
    }
    const wanted = search.wanted(hit, question);
    const passages = await search.passagesOf(hit);
    const { anchor, place, pieces, terms } = search.excerpt(passages, wanted);
    const inTitle = search.marks(hit.title, wanted.weights, wanted.phrases);
    const all = new Set([...terms, ...inTitle.map(({ term }) => term)]);
    const href = addressOf(hit, anchor, Array.from(all));
    const link = make("a", { class: "result-link", href }, ...markedText(search.marked(hit.title, wanted)));
    return make(
      "li",
      { class: "result" },
      make("h2", { class: "result-title" }, link),
      kindOf(hit),
      make("p", { class: "result-excerpt" }, ...markedText(pieces)),
      ...lackOf(missing),
      ...(await namedOf(hit, place))
    );
  };
})();
