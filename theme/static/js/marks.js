"use strict";

/**
 * Marks on demand: the mentions of each kind by a shape and a color, off until wanted.
 * A switch shows them for good, a held Alt key for a moment; the choice is kept in this browser.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, make, button, recall, keep } = AnnotatedReader.page;
  const root = document.documentElement;
  const tools = document.querySelector(".tools");
  const present = new Set([...text.querySelectorAll(".mention[data-kind]")].map((it) => it.dataset.kind));
  const kinds = (tools?.dataset.kinds || "").split("|").map((kind) => kind.split(" "))
    .filter(([name]) => present.has(name));
  if (!kinds.length) {
    return;
  }

  const kept = recall("marks") || {};
  const hidden = new Set(kept.hidden || []);
  let on = Boolean(kept.on);

  const choices = make("fieldset", { class: "marks" }, make("legend", { class: "visually-hidden" }, "Kinds to mark"));
  const toggle = button("Mark the names", () => {
    on = !on;
    change();
  }, { title: "Or hold the Alt key" });

  function change() {
    keep("marks", { on, hidden: [...hidden] });
    show();
  }

  /** @param {boolean} [all] for as long as a key is held */
  function show(all) {
    const shown = kinds.map(([name]) => name).filter((name) => all || (on && !hidden.has(name)));
    root.dataset.marks = shown.join(" ");
    toggle.setAttribute("aria-pressed", String(on));
    choices.hidden = !on;
  }

  for (const [name, plural, mark] of kinds) {
    const box = make("input", { type: "checkbox" });
    box.checked = !hidden.has(name);
    box.addEventListener("change", () => {
      hidden[box.checked ? "delete" : "add"](name);
      change();
    });
    const shape = make("span", { class: "mark", "aria-hidden": "true", "data-kind": name }, mark);
    choices.append(make("label", {}, box, shape, plural));
  }
  tools.append(toggle, choices);
  show();

  document.addEventListener("keydown", (event) => {
    if (event.key === "Alt" && !event.repeat) {
      show(true);
    }
  });
  document.addEventListener("keyup", (event) => event.key === "Alt" && show());
  addEventListener("blur", () => show());
})((window.AnnotatedReader = window.AnnotatedReader || {}));
