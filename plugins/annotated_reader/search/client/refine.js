/**
 * What results can be narrowed by, beside them: every choice with its count. A choice is a filter
 * in the query itself, so choices combine, stand in the address, and teach how to ask.
 * Needs make.js and narrow.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { make } = search;
  const AT_ONCE = 60_000; // characters of facets that are loaded before anyone asks to narrow
  const TOKEN = /(?:^|\s)(-?[a-z]+:(?:"[^"]*"|[^\s"]+))/giu;
  const KIND_OF = { org: "organization" };

  /** @param {string} query @returns {string[]} its filters as they are typed */
  const tokensOf = (query) => Array.from(query.matchAll(TOKEN), ([, token]) => token);

  /** The query without some filters. @param {string} query @param {string[]} tokens */
  search.withoutFilters = function (query, tokens = tokensOf(query)) {
    const gone = (text, token) => (tokens.includes(token) ? "" : text);
    return query.replace(TOKEN, gone).trimStart();
  };

  /** Filters come first: then a half-typed last word stays the last. */
  const withFilters = (query, tokens) => tokens.join(" ") + " " + query.trimStart();

  function shapeOf(name, filter) {
    const field = filter.slice(0, filter.indexOf(":"));
    const kind = name === "Names" ? KIND_OF[field] || field : filter.slice(field.length + 1);
    return name === "Year" ? [] : search.shape(kind);
  }

  /**
   * @param {HTMLDetailsElement} panel
   * @param {HTMLInputElement} field
   * @param {() => void} changed called when the query in the field has another filter
   * @returns {{show: (answer: Object) => Promise<void>}}
   */
  search.refinement = function (panel, field, changed) {
    const body = panel.querySelector(".facets");
    let latest = { numbers: [] };
    let asked = 0;

    function toggle(filter, on) {
      const tokens = tokensOf(filter);
      field.value = on ? withFilters(field.value, tokens) : search.withoutFilters(field.value, tokens);
      changed();
    }

    function choiceItem(name, { label, count, filter, on }) {
      const box = make("input", { type: "checkbox", "data-filter": filter });
      box.checked = on;
      box.addEventListener("change", () => toggle(filter, box.checked));
      const number = make("span", { class: "facet-count" }, search.inDigits(count));
      return make("label", {}, box, ...shapeOf(name, filter), make("span", {}, label), " ", number);
    }

    function groupItem({ name, choices }) {
      const legend = make("legend", {}, name);
      return make("fieldset", { class: "facet" }, legend, ...choices.map((each) => choiceItem(name, each)));
    }

    /** What the query asks for stays a choice, even where it leaves nothing. */
    function chosen(groups) {
      const active = new Set(tokensOf(field.value));
      const offered = new Set();
      groups.forEach(({ choices }) =>
        choices.forEach((choice) => {
          const tokens = tokensOf(choice.filter);
          choice.on = tokens.every((token) => active.has(token));
          tokens.forEach((token) => offered.add(token));
        })
      );
      const others = Array.from(active).filter((token) => !offered.has(token));
      const count = latest.numbers.length;
      const rest = others.map((token) => ({ label: token, count, filter: token, on: true }));
      return rest.length ? [{ name: "Asked for", choices: rest }, ...groups] : groups;
    }

    async function fill() {
      const question = (asked += 1);
      const groups = latest.numbers.length ? await search.facetsOf(latest.numbers).catch(() => []) : [];
      if (question !== asked) {
        return;
      }
      const focused = document.activeElement?.dataset?.filter;
      body.replaceChildren(...chosen(groups).map(groupItem));
      body.querySelector(`[data-filter="${CSS.escape(focused || "")}"]`)?.focus();
    }

    const wide = matchMedia("(width >= 75rem)");
    panel.addEventListener("toggle", () => panel.open && fill());

    return {
      async show(answer) {
        latest = answer;
        panel.hidden = answer.numbers.length < 2 && !tokensOf(field.value).length; // one needs no choice
        if (panel.hidden) {
          body.replaceChildren();
          return;
        }
        const core = await search.index.ready();
        if (panel.dataset.opened === undefined && wide.matches && core.facets < AT_ONCE) {
          panel.dataset.opened = "";
          panel.open = true; // and so is filled
        } else if (panel.open) {
          await fill();
        }
      },
    };
  };
})();
