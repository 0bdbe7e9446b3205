/**
 * The search page's behavior: type and see, choose by keyboard, hear the counts.
 * Everything that is shown goes in as text, never as markup. Needs all scripts but shortcut.js.
 */
(function () {
  "use strict";
  const { search, searchKey } = window.AnnotatedReader;
  const { make, results, message, address } = search;
  const form = document.querySelector("form.search");
  const field = document.getElementById("search-field");
  const status = document.getElementById("search-status");
  const advice = document.getElementById("search-advice");
  const entity = document.getElementById("search-entity");
  const list = document.getElementById("search-results");
  const answered = document.querySelector(".search-found");
  const more = document.getElementById("search-more");
  const erase = document.getElementById("search-erase");
  const keySetting = document.getElementById("search-key");

  const PAGE = 10; // results shown at a time
  const PAUSE = 150; // milliseconds of rest before a search

  let asked = 0; // only the latest question is answered
  let whole = Promise.resolve(); // all that is to be shown stands there
  let found = { words: 0, all: true, numbers: [] };
  let listed = []; // the documents that stand in the list
  let parsed = null;
  let searchTimer = 0;
  let literally = false;

  const suggestions = search.combobox(field, document.getElementById("search-options"), run);
  const refinement = search.refinement(document.getElementById("search-narrow"), field, run);

  function say(text) {
    if (status.textContent !== text) {
      status.textContent = text;
    }
  }

  /** Show the next results: those on the first screen at once, then the others below them. */
  async function show(question, from, count) {
    const hits = search.hits(listed.slice(from, from + count), found);
    const lack = await search.missing(parsed, found);
    const [item] = await place(question, from, hits.slice(0, search.SCREEN), lack);
    if (question !== asked) {
      return;
    }
    more.hidden = true; // until all of these are there
    if (from > 0) {
      item?.querySelector("a")?.focus();
    }
    whole = place(question, from + search.SCREEN, hits.slice(search.SCREEN), lack).then(() => {
      if (question === asked) {
        more.hidden = list.children.length >= listed.length;
      }
    });
  }

  /** Put results into the list; the first of all take the place of the old. */
  async function place(question, from, hits, lack) {
    const items = await Promise.all(
      hits.map((hit) => search.resultItem(hit, parsed, lack(hit.number)))
    );
    if (question !== asked) {
      return [];
    }
    if (from === 0) {
      list.replaceChildren(...items);
    } else {
      list.append(...items);
    }
    return items;
  }

  async function run() {
    clearTimeout(searchTimer);
    erase.hidden = !field.value;
    const question = (asked += 1);
    const query = field.value;
    address.writeSoon(query, literally);
    try {
      const early = search.early(query, literally);
      const answer = await (early || search.find(query, { literally }));
      if (question === asked) {
        found = answer;
        await answerWith(question, query, answer);
      }
    } catch (error) {
      if (question === asked) {
        found = { ...found, numbers: [] }; // what stands there answers another question
        listed = [];
        [list, advice, entity].forEach((part) => part.replaceChildren());
        more.hidden = true;
        say(search.loss());
      }
      if (!/^cannot load /.test(error.message)) {
        throw error;
      }
    }
  }

  /** Everything that an answer puts on the page; the count is said last. */
  async function answerWith(question, query, answer) {
    const meant = answer.corrected || query;
    parsed = search.parse(meant);
    const kept = address.placeOf(query);
    const nothing = answer.words > 0 && !answer.numbers.length;
    const card = await search.entityCard(answer, parsed, meant.trim());
    if (question !== asked) {
      return;
    }
    listed = answer.numbers.filter((number) => !card.numbers.has(number));
    const [offers] = await Promise.all([
      nothing ? search.advice(query) : [],
      show(question, 0, kept ? Math.max(PAGE, kept.shown) : PAGE),
    ]);
    if (question !== asked) {
      return;
    }
    entity.replaceChildren(...card.shown);
    advise(query.trim(), answer, offers);
    say(message(query.trim(), answer, offers));
    await refinement.show(answer);
  }

  /** Whoever meant what she typed may have it; whoever finds nothing may ask for less. */
  function advise(query, { corrected }, offers) {
    const buttons = offers.map(({ query: other, how, answer }) =>
      button(`Show ${results(answer)} ${how}`, () => (field.value = other))
    );
    if (corrected) {
      buttons.push(button(`Search for “${query}” instead`, () => (literally = true)));
    }
    advice.replaceChildren(...buttons);
  }

  function button(label, change) {
    const made = make("button", { class: "search-more", type: "button" }, label);
    made.addEventListener("click", () => {
      change();
      field.focus();
      run();
    });
    return made;
  }

  /** Move through the field, the card and the results; the field is before the first. */
  function step(by) {
    const places = [field, ...answered.querySelectorAll(".entity-name a, .result-link")];
    const now = document.activeElement.closest(".result, .entity-name")?.querySelector("a");
    const place = places.indexOf(now || field) + by;
    if (place >= 0 && place < places.length) {
      places[place].focus();
    }
  }

  function empty() {
    field.value = "";
    field.focus();
    run();
  }

  function leave() {
    if (document.activeElement !== field) {
      field.focus();
    } else if (field.value) {
      empty();
    } else {
      field.blur();
    }
  }

  const KEYS = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: leave };

  function onKey(event) {
    const inside = event.target === field || [entity, list].some((part) => part.contains(event.target));
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (event.defaultPrevented || !inside || modified || event.isComposing || !KEYS[event.key]) {
      return;
    }
    event.preventDefault();
    KEYS[event.key]();
  }

  function offerKeySetting() {
    if (!keySetting || !searchKey) {
      return;
    }
    keySetting.checked = searchKey.enabled;
    keySetting.addEventListener("change", () => (searchKey.enabled = keySetting.checked));
    keySetting.closest("[hidden]").hidden = false;
  }

  function keepPlace() {
    const links = Array.from(list.querySelectorAll(".result-link"));
    const link = document.activeElement.closest(".result")?.querySelector(".result-link");
    address.keepPlace(field.value, list.children.length, links.indexOf(link));
  }

  /** The same list, at the same height, at the link that was taken. */
  function restorePlace({ at, top }) {
    list.querySelectorAll(".result-link")[at]?.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  }

  field.addEventListener("input", () => {
    literally = false;
    erase.hidden = !field.value;
    clearTimeout(searchTimer);
    searchTimer = setTimeout(run, PAUSE);
  });
  erase.addEventListener("click", empty);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    suggestions.close();
    run();
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    if (event.target.closest("main a")) {
      address.write(field.value, literally);
      keepPlace();
    }
  });
  addEventListener("pagehide", keepPlace);
  more.addEventListener("click", () => {
    more.hidden = true; // until the next results are there
    show(asked, list.children.length, PAGE);
  });

  async function start() {
    document.getElementById("search-scriptless").remove();
    offerKeySetting();
    if (location.hash === "#search-field") {
      field.focus();
    }
    const given = search.given();
    if (!given.query) {
      search.prepare().catch(() => {}); // said when something is searched for
      return;
    }
    history.scrollRestoration = "manual"; // the list is not there yet
    const kept = address.placeOf(given.query);
    field.value = given.query;
    literally = given.literally;
    await run();
    if (kept) {
      await whole;
      restorePlace(kept);
    }
  }

  start();
})();
