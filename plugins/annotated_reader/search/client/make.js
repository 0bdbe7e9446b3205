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

  /** A count with commas; browsers' own take long to be ready. @param {number} count */
  search.inDigits = (count) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

  /** @param {number} count @param {string} one @param {string} many */
  search.counted = (count, one, many) => search.inDigits(count) + " " + (count === 1 ? one : many);

  const MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ];

  /** An ISO 8601 value in words: what it leaves open stays open. */
  search.dateInWords = (value) => value.split("/").map(day).join(" to ");

  function day(value) {
    const [year, month, number] = value.split("-");
    if (!/^\d{4}$/.test(year) || !month) {
      return value;
    }
    return [...(number ? [Number(number)] : []), MONTHS[Number(month) - 1], Number(year)].join(" ");
  }
})();
