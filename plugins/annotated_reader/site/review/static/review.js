/** The desk at work: keys, buttons and the form are heard, the site made beside it is watched. */
(function () {
  "use strict";
  const { show, desk, answers } = window.review;
  const { at, element } = show;
  const { state } = desk;
  const LETTERS = { place: "l" };
  const SAID = { waiting: "The site will be made anew.", building: "Making the site …" };
  const DIGIT = /^[0-9]$/;
  const FIELDS = "input:not([type=checkbox]), select, textarea, [contenteditable]";
  const letter = (kind) => LETTERS[kind] || kind[0];

  function press(key) {
    const action = answers.ACTIONS.find(([known]) => known === key);
    const button = action && at("actions").querySelector(`[data-key="${key}"]`);
    if (answers.held()) {
      answers.hold(key);
    } else if (key === "u" || (desk.question() && action && !button.hidden)) {
      action[2]();
    } else if (DIGIT.test(key)) {
      answers.pick((Number(key) + 9) % 10);
    }
  }

  function chooseKind(key) {
    const kind = state.kinds.find(([name]) => letter(name) === key);
    if (kind) {
      answers.choose(false);
      answers.decide("kind", { kind: kind[0] });
    }
  }

  /** What a key means where she is: in a field nothing, among the kinds one of them. */
  function heard(event) {
    const inside = (selector) => event.target.closest && event.target.closest(selector);
    if (event.defaultPrevented) {
      return;
    }
    if (event.key === "Escape") {
      answers.close();
    } else if (inside(FIELDS) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "Enter" && inside("button, a")) {
      return;
    } else if (!at("kinds").hidden) {
      chooseKind(event.key);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      answers.step(event.key === "ArrowDown" ? 1 : -1, event);
    } else if (answers.ACTIONS.some(([key]) => key === event.key) || DIGIT.test(event.key)) {
      event.preventDefault();
      press(event.key);
    }
  }

  async function watch() {
    try {
      const { number, state: doing, message } = await desk.send("state.json");
      at("build").textContent = doing === "failed" ? message : SAID[doing] || "";
      if (number !== state.number) {
        const fresh = await desk.send("questions.json");
        // What she is writing, or has decided meanwhile, is not disturbed: the next second will do.
        if (at("form").hidden && at("kinds").hidden && !desk.busy() && state.decided === fresh.decided) {
          state.number = number;
          answers.render(desk.place(fresh));
        }
      }
    } catch {
      at("build").textContent = "The server has stopped: start `invoke review` again.";
    }
    setTimeout(watch, 1000);
  }

  function button(key, name, pressed) {
    const made = element("button", "", name + " ", element("kbd", "", key === "Enter" ? "⏎" : key));
    made.type = "button";
    made.dataset.key = key;
    made.addEventListener("click", () => pressed(key));
    return made;
  }

  function submitted(event) {
    event.preventDefault();
    const { action, fields } = answers.asking();
    const given = answers.answered();
    const typed = fields.map((field) => ({ ...field, value: at("form-" + field.name).value }));
    answers.decide(action, given, { action, fields: typed });
  }

  async function begin() {
    desk.place(await desk.send("questions.json"));
    at("kinds").append(...state.kinds.map(([kind]) => button(letter(kind), kind, chooseKind)));
    answers.render();
    watch();
  }

  window.review.press = press;
  document.addEventListener("keydown", heard);
  at("form").addEventListener("submit", submitted);
  at("form-cancel").addEventListener("click", answers.close);
  at("actions").append(...answers.ACTIONS.map(([key, name]) => button(key, name, press)));
  // Whoever has clicked in the page of the site beside goes on deciding by keys from there.
  at("site").addEventListener("load", () => {
    at("site").contentWindow.addEventListener("keydown", heard);
  });
  begin().catch((error) => (at("progress").textContent = error.message));
})();
