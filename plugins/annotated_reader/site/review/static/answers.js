/** What can be answered: a decision on one entry or on all that are chosen, and its undoing. */
(function () {
  "use strict";
  const { words, show, desk, forms } = window.review;
  const { at } = show;
  const { state } = desk;
  /** Of a name that has no entry yet, answers mean something of their own. */
  const MISSED = { approve: "add", hide: "never", kind: "add", rename: "add", merge: "alias" };
  const ACTIONS = [
    ["Enter", "", proposed],
    ["a", "Approve", () => decide("approve")],
    ["h", "Hide", () => decide("hide")],
    ["m", "Merge with …", () => ask("merge", forms.merge(items(), chosen()))],
    ["k", "Kind …", () => choose(true)],
    ["r", "Rename …", () => ask("rename", forms.rename(items()[0]))],
    ["d", "Define …", () => ask("define", forms.define(items()[0]))],
    ["c", "No definition", () => decide("clear")],
    ["s", "Split …", () => ask("split", forms.split(items()[0]))],
    ["o", "Open", () => open(looking())],
    ["x", "All or none", toggleAll],
    ["n", "Skip", () => go(1)],
    ["p", "Back", () => go(-1)],
    ["u", "Undo", undo],
  ];
  const ONLY_ONE = ["r", "d", "c", "s"];
  const ONLY_SEVERAL = ["o", "x"];
  const MISSED_KEYS = ["Enter", "a", "h", "m", "k", "r", "o", "x", "n", "p", "u"];
  /** What the form asks for, and what is decided with it. */
  let asking = null;
  /** How much she has done: whether she has gone on since a decision was sent. */
  let acts = 0;
  /** @type {string[] | null} Keys pressed while the questions are read anew: they mean what comes. */
  let held = null;

  const items = () => (desk.question() ? desk.question().items : []);
  const chosen = () => show.chosen().map((index) => items()[index]);
  const boxes = () => [...document.querySelectorAll(".row-choice")];

  /** The number of the row that she is at, else of the first one. */
  function looking() {
    return Math.max(0, boxes().indexOf(document.activeElement));
  }

  /** Show the question at her place; where it is the one that she is reading, she stays there. */
  function render(again = false) {
    const asked = desk.question();
    at("question").hidden = !asked;
    at("form").hidden = true;
    choose(false);
    progress();
    if (!asked || again) {
      return;
    }
    const kinds = Object.fromEntries(state.kinds);
    show.question(asked, kinds, { changed: buttons, open, looked: frame, pick: quote });
    buttons();
    frame(asked.items[0]);
    at("question").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function progress() {
    const open = words.number(state.questions.length, "question") + " on " + words.number(state.open, "name");
    at("progress").textContent = desk.question()
      ? "Question " + (state.place + 1) + " of " + open + ", " + words.number(state.decided, "decision") + " so far"
      : "Nothing is open. " + words.number(state.decided, "decision") + " made.";
  }

  /** Offer what can be decided here; Enter is what the question proposes. */
  function buttons() {
    const asked = desk.question();
    const several = asked.items.length > 1;
    for (const button of at("actions").children) {
      const { key } = button.dataset;
      button.hidden =
        (several ? ONLY_ONE : ONLY_SEVERAL).includes(key) ||
        (asked.about === "missed" && !MISSED_KEYS.includes(key)) ||
        (key === "Enter" && !asked.action) ||
        (key === "s" && forms.textsOf(asked.items[0]).length < 2);
    }
    if (asked.action) {
      at("actions").firstChild.firstChild.textContent = words.done(asked, show.chosen().length) + " ";
    }
  }

  /** The entry's own page, as the site has it now. */
  function frame(item) {
    const missed = desk.question().about === "missed";
    at("site").hidden = missed;
    if (!missed && getComputedStyle(at("site")).display !== "none") {
      at("site").src = "site/glossary/" + encodeURIComponent(item.entry) + ".html?" + state.number;
    }
  }

  function ask(action, fields) {
    if (items().length) {
      acts += 1;
      asking = { action, fields };
      show.fields(fields);
    }
  }

  function answered() {
    const given = Object.fromEntries(asking.fields.map(({ name }) => [name, at("form-" + name).value.trim()]));
    const value = asking.action === "merge" ? forms.idOf(given.value, items()) : given.value;
    return "value" in given ? { ...given, value } : given;
  }

  function proposed() {
    const asked = desk.question();
    if (asked && asked.action) {
      carryOut(
        chosen().map(({ entry, action, value, becomes, texts }) => ({
          entry, action, value, kind: becomes, texts: texts.join("; "),
        }))
      );
    }
  }

  function decide(action, given = {}, form = null) {
    const missed = desk.question().about === "missed";
    const meant = missed ? MISSED[action] : action;
    const decisions = chosen()
      .filter((item) => !(action === "merge" && item.entry === given.value))
      .map((item) => ({ entry: item.entry, action: meant, ...(missed ? { kind: item.becomes } : {}), ...given }));
    carryOut(decisions, form);
  }

  function carryOut(decisions, form = null) {
    const entries = decisions.map(({ entry }) => entry);
    if (!entries.length) {
      return;
    }
    const settled = decisions.flatMap(({ action, value }) => (["merge", "alias"].includes(action) ? [value] : []));
    desk.settle([...new Set([...entries, ...settled])]);
    render();
    acts += 1;
    const when = acts;
    desk.then(
      async () => {
        const said = await desk.send("decide", { decisions });
        state.decided = said.decided;
        desk.renamed(said.entries);
        progress();
      },
      (error) => takeBack(entries, error, form, when)
    );
  }

  /**
   * Ask again what could not be carried out: at once and as it was typed, if she has done nothing
   * since; else it is the question before the one that she is at by now.
   */
  async function takeBack(entries, error, form, when) {
    const fresh = await desk.send("questions.json");
    const waits = acts === when;
    if (waits || at("form").hidden) {
      desk.place(fresh);
      desk.alone(entries);
      desk.goTo(state.place + (waits ? 0 : 1));
      render();
    }
    if (waits && form) {
      ask(form.action, form.fields);
    }
    at("error").textContent = error.message + (waits ? "" : " (It is asked again before this one.)");
  }

  function quote(index) {
    const { text, sentence } = items()[0].contexts[index];
    decide("quote", { value: [text, ...sentence].join(":") });
  }

  function open(index) {
    if (items().length > 1) {
      desk.alone([items()[index].entry]);
      render();
    }
  }

  function toggleAll() {
    const all = boxes().every((box) => box.checked);
    boxes().forEach((box) => (box.checked = !all));
    buttons();
  }

  function toggle(index) {
    const box = boxes()[index];
    box.checked = !box.checked;
    box.focus();
    buttons();
  }

  function step(by, event) {
    const here = boxes().indexOf(document.activeElement);
    const next = boxes()[here < 0 ? (by > 0 ? 0 : boxes().length - 1) : here + by];
    if (next) {
      event.preventDefault();
      next.focus();
      next.closest(".row").scrollIntoView({ block: "nearest" });
    }
  }

  function undo() {
    held = [];
    at("form").hidden = true;
    const undone = async () => {
      const { entry } = await desk.send("undo", {});
      desk.place(await desk.send("questions.json"));
      const place = state.questions.findIndex((each) => desk.has(each, entry));
      desk.goTo(place < 0 ? state.place : place);
      render();
    };
    desk.then(undone, (error) => (at("error").textContent = error.message)).then(() => {
      const keys = held;
      held = null;
      keys.forEach(window.review.press);
    });
  }

  function go(by) {
    acts += 1;
    desk.goTo(state.place + by);
    render();
  }

  /** Show the kinds with a letter each, or put them away. */
  function choose(shown) {
    at("kinds").hidden = !shown;
    if (shown) {
      at("kinds").querySelector("button").focus();
    }
  }

  function close() {
    at("form").hidden = true;
    choose(false);
    at("question").focus();
  }

  /** A digit: the row of that number in or out, or that sentence for the definition. */
  function pick(index) {
    if (boxes()[index]) {
      toggle(index);
    } else if (items().length === 1 && desk.question().about !== "missed" && items()[0].contexts[index]) {
      quote(index);
    }
  }

  window.review.answers = {
    ACTIONS,
    asking: () => asking,
    held: () => held,
    hold: (key) => held.push(key),
    answered,
    choose,
    close,
    decide,
    pick,
    render,
    step,
  };
})();
