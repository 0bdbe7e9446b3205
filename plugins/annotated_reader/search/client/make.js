/** What the parts of the search page share: elements, and dates in words. Needs analysis.js. */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;

  /** @param {string} tag @param {Record<string, string>} attributes @param {...(Node|string)} children */
  search.make = function (tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  };

  /** @param {{text: string, marked: boolean}[]} pieces @returns {(Node|string)[]} */
  search.markedText = (pieces) =>
    pieces.map(({ text, marked }) => (marked ? search.make("mark", {}, text) : text));

  /** The theme tells how kinds are shown: "person people ●|place places ▲|…". */
  const shown = document.querySelector("form.search")?.dataset.kinds || "";
  const marks = new Map(shown.split("|").map((row) => row.split(" ")).map((row) => [row[0], row[2]]));

  /** @param {string} kind @returns {(Node|string)[]} its shape, which is read to nobody */
  search.shape = function (kind) {
    const sign = marks.get(kind);
    return sign ? [search.make("span", { class: "mark", "aria-hidden": "true" }, sign)] : [];
  };

  /** @param {number} count @param {string} one @param {string} many */
  search.counted = (count, one, many) =>
    count.toLocaleString("en") + " " + (count === 1 ? one : many);

  /** An ISO 8601 value in words: what it leaves open stays open. */
  search.dateInWords = (value) => value.split("/").map(day).join(" to ");

  function day(value) {
    const [year, month, number] = value.split("-");
    if (!/^\d{4}$/.test(year) || !month) {
      return value;
    }
    const date = new Date(0);
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(number || 1));
    const parts = { year: "numeric", month: "long", timeZone: "UTC" };
    return date.toLocaleDateString("en-GB", number ? { ...parts, day: "numeric" } : parts);
  }
})();
