/**
 * The query in the address, and the visitor's place in the list for when she comes back.
 * Works from `file://`, too. Needs nothing.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const PAUSE = 400; // browsers limit how often an address may be replaced
  let timer = 0;

  /** @param {string} query @param {boolean} literally */
  function write(query, literally) {
    clearTimeout(timer);
    const address = new URL(location.href);
    const wanted = query.trim() ? { q: query.trim(), ...(literally ? { as: "typed" } : {}) } : {};
    address.hash = "";
    address.search = new URLSearchParams(wanted).toString();
    history.replaceState(history.state, "", address);
  }

  function writeSoon(query, literally) {
    clearTimeout(timer);
    timer = setTimeout(() => write(query, literally), PAUSE);
  }

  /** Keep how many results are shown, how far the page is scrolled, and which link was taken. */
  function keepPlace(query, shown, at) {
    const place = { query: query.trim(), shown, at, top: scrollY };
    history.replaceState({ ...history.state, place }, "");
  }

  /** @returns {?{shown: number, at: number, top: number}} where she was when she asked the same */
  function placeOf(query) {
    const place = history.state && history.state.place;
    return place && place.query === query.trim() ? place : null;
  }

  search.address = { write, writeSoon, keepPlace, placeOf };
})();
