/**
 * The field's list of suggestions: a combobox with a listbox, as the ARIA Authoring Practices
 * describe it ("list autocomplete with manual selection"). The focus stays in the field; names
 * come first, each with its kind. Needs make.js and suggest.js.
 */
(function () {
  "use strict";
  const search = window.AnnotatedReader.search;
  const { make } = search;
  const MOST = 8;

  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list its listbox
   * @param {() => void} chosen called when a suggestion has been put into the field
   * @returns {{close: () => void}}
   */
  search.combobox = function (field, list, chosen) {
    let asked = 0; // only the latest question is answered
    let offered = [];
    let active = -1;

    function close() {
      asked += 1;
      offered = [];
      activate(-1);
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
    }

    async function open() {
      const question = (asked += 1);
      const atEnd = field.selectionStart === field.value.length;
      const found = atEnd ? await search.suggest(field.value).catch(() => []) : [];
      if (question !== asked || document.activeElement !== field) {
        return;
      }
      offered = found.slice(0, MOST);
      list.replaceChildren(...offered.map(option));
      list.hidden = !offered.length;
      field.setAttribute("aria-expanded", String(offered.length > 0));
      activate(-1);
      if (offered.length && matchMedia("(pointer: coarse)").matches) {
        field.closest("form").scrollIntoView({ block: "start" }); // clear of the keyboard
      }
    }

    function option({ label, kind }, place) {
      const named = kind ? [" ", make("span", { class: "option-kind" }, kind)] : [];
      const attributes = { role: "option", id: list.id + "-" + place, "aria-selected": "false" };
      const made = make("li", attributes, ...search.shape(kind), label, ...named);
      made.addEventListener("click", () => choose(place));
      return made;
    }

    function activate(place) {
      active = place;
      Array.from(list.children).forEach((each, at) =>
        each.setAttribute("aria-selected", String(at === place))
      );
      if (place < 0) {
        field.removeAttribute("aria-activedescendant");
      } else {
        field.setAttribute("aria-activedescendant", list.children[place].id);
        list.children[place].scrollIntoView({ block: "nearest" });
      }
    }

    /** Through the suggestions and, between the last and the first, the field itself. */
    function step(by) {
      const places = offered.length + 1;
      activate(((active + 1 + by + places) % places) - 1);
    }

    function choose(place) {
      field.value = offered[place].text + " "; // a finished word: nothing is to be completed
      close();
      field.focus();
      chosen();
    }

    const KEYS = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => (active < 0 ? false : choose(active)),
      Escape: close,
      Tab: () => {
        close();
        return false;
      },
    };

    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      if (event.altKey && event.key === "ArrowDown") {
        event.preventDefault();
        open();
      } else if (event.altKey && event.key === "ArrowUp") {
        event.preventDefault();
        close();
      } else if (!list.hidden && KEYS[event.key] && KEYS[event.key]() !== false) {
        event.preventDefault();
      }
    });
    field.addEventListener("input", (event) => (event.isComposing ? close() : open()));
    field.addEventListener("compositionend", open);
    field.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays

    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" };
    Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
    field.setAttribute("aria-controls", list.id);
    return { close };
  };
})();
