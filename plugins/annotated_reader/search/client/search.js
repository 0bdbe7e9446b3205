/**
 * The search page's behaviour: type and see, choose by keyboard, hear the counts.
 * Everything that is shown goes in as text, never as markup. Needs all scripts but shortcut.js.
 */
(function () {
  "use strict";
  const { search, searchKey } = window.AnnotatedReader;
  const form = document.querySelector("form.search");
  const field = document.getElementById("search-field");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const instead = document.getElementById("search-instead");
  const keySetting = document.getElementById("search-key");

  const PAGE = 20; // results shown at a time
  const PAUSE = 150; // milliseconds of rest before a search
  const ADDRESS_PAUSE = 400; // browsers limit how often an address may be replaced

  let asked = 0; // only the latest question is answered
  let found = { words: 0, all: true, hits: [] };
  let searchTimer = 0;
  let addressTimer = 0;
  let literally = false;

  function element(name, className, ...children) {
    const node = document.createElement(name);
    node.className = className;
    node.append(...children);
    return node;
  }

  function markedText(pieces) {
    return pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : text));
  }

  /** @returns {Promise<HTMLElement>} */
  async function resultItem(hit) {
    await search.fill([hit]);
    if (!hit.url) {
      return element("li", "result", element("p", "result-excerpt", "This result could not be loaded."));
    }
    const { anchor, pieces } = search.excerpt(await search.passagesOf(hit), hit.weights);
    const link = element("a", "result-link", ...markedText(search.marked(hit.title, hit.weights)));
    link.href = hit.url + (anchor ? "#" + anchor : "");
    return element(
      "li",
      "result",
      element("h2", "result-title", link),
      element("p", "result-kind", hit.kind + (hit.date ? " · " + hit.date : "")),
      element("p", "result-excerpt", ...markedText(pieces))
    );
  }

  function counted({ hits, more: partial }) {
    const number = (partial ? "at least " : "") + hits.length;
    return number === "1" ? "1 result" : number + " results";
  }

  function message(query, answer) {
    const { words, all, hits, corrected } = answer;
    if (!words) {
      return query.trim() ? "Type a word or a name: there is nothing to search for yet." : "";
    }
    const quoted = "“" + (corrected || query.trim()) + "”";
    if (corrected && hits.length) {
      return "Showing " + counted(answer) + " for " + quoted + ", not “" + query.trim() + "”.";
    }
    if (!hits.length) {
      return "No results for " + quoted + ".";
    }
    return all
      ? counted(answer) + " for " + quoted + "."
      : "Nothing has all words of " + quoted + "; " + counted(answer) + " with some of them.";
  }

  function say(text) {
    if (status.textContent !== text) {
      status.textContent = text;
    }
  }

  /** Show the next results; the first ones take the place of the old. */
  async function show(question, from) {
    const items = await Promise.all(found.hits.slice(from, from + PAGE).map(resultItem));
    if (question !== asked) {
      return;
    }
    if (from === 0) {
      list.replaceChildren(...items);
    } else {
      list.append(...items);
      items[0].querySelector("a").focus();
    }
    more.hidden = list.children.length >= found.hits.length;
  }

  async function run() {
    clearTimeout(searchTimer);
    const question = (asked += 1);
    const query = field.value;
    keepInAddress(query);
    try {
      await search.prepare();
      const answer = await search.find(query, { literally });
      if (question === asked) {
        found = answer;
        await show(question, 0);
      }
    } catch {
      say("The search index could not be loaded. Reload the page to try again.");
      return;
    }
    if (question === asked) {
      say(message(query, found));
      offerLiteral(found);
    }
  }

  function keepInAddress(query) {
    clearTimeout(addressTimer);
    addressTimer = setTimeout(() => writeAddress(query), ADDRESS_PAUSE);
  }

  function writeAddress(query) {
    clearTimeout(addressTimer);
    const address = new URL(location.href);
    address.hash = "";
    address.search = query.trim() ? new URLSearchParams({ q: query.trim() }).toString() : "";
    history.replaceState(history.state, "", address);
  }

  /** Move through the field and the results; the field is before the first. */
  function step(by) {
    const places = [field, ...list.querySelectorAll("a")];
    const place = places.indexOf(document.activeElement) + by;
    if (place >= 0 && place < places.length) {
      places[place].focus();
    }
  }

  function leave() {
    if (document.activeElement !== field) {
      field.focus();
    } else if (field.value) {
      field.value = "";
      run();
    } else {
      field.blur();
    }
  }

  const KEYS = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: leave };

  function onKey(event) {
    const inside = event.target === field || list.contains(event.target);
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

  /** Whoever meant what she typed may have it. */
  function offerLiteral({ corrected }) {
    instead.hidden = !corrected;
    instead.textContent = corrected ? "Search for “" + field.value.trim() + "” instead" : "";
  }

  instead.addEventListener("click", () => {
    literally = true;
    field.focus();
    run();
  });
  field.addEventListener("input", () => {
    literally = false;
    clearTimeout(searchTimer);
    searchTimer = setTimeout(run, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  document.addEventListener("keydown", onKey);
  list.addEventListener("click", () => writeAddress(field.value));
  more.addEventListener("click", () => {
    more.hidden = true; // until the next results are there
    show(asked, list.children.length);
  });

  say(""); // the page says there that it needs script
  offerKeySetting();
  const query = new URLSearchParams(location.search).get("q");
  if (location.hash === "#search-field") {
    field.focus();
  }
  if (query) {
    field.value = query;
    run();
  } else {
    search.prepare().catch(() => {}); // said when something is searched for
  }
})();
