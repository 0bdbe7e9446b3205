/**
 * One question at a time, one key a decision. Everything shown goes in as text, never as markup.
 * Skipping is only here; whatever is decided is written by the server at once. Nobody waits for
 * it: the next question stands there at once, decisions are sent one after the other, and one that
 * cannot be carried out brings its question back.
 */
(function () {
  "use strict";
  const at = (id) => document.getElementById(id);
  const DOUBTS = {
    duplicate: "Is this the same as another entry?",
    ambiguous: "Which one is meant?",
    kind: "Is this the right kind?",
    definition: "Does this say who or what it is?",
    approval: "Is this right?",
  };
  const ACTIONS = [
    ["a", "Approve", () => decide("approve")],
    ["h", "Hide", () => decide("hide")],
    ["m", "Merge with …", () => ask("merge", "Merge with", otherName(), entryNames())],
    ["k", "Kind …", () => ask("kind", "It is a", question.kind, state.kinds)],
    ["r", "Rename …", () => ask("rename", "It is called", question.name, [])],
    ["d", "Define …", () => ask("define", "Who or what it is", question.definition, [])],
    ["n", "Skip", () => go(1)],
    ["p", "Back", () => go(-1)],
    ["u", "Undo", undo],
  ];
  const state = { questions: [], entries: [], kinds: [], decided: 0, place: 0, number: 0 };
  let question = null;
  /** @type {{action: string, label: string, choices: string[]}} What the form asks for. */
  let asking = { action: "", label: "", choices: [] };
  let sent = Promise.resolve();
  let pending = 0;
  /** @type {string[] | null} Keys pressed while the questions are read anew: they mean what comes. */
  let held = null;

  function element(name, className, ...children) {
    const node = document.createElement(name);
    node.className = className;
    node.append(...children);
    return node;
  }

  function count(number, word) {
    return number + " " + word + (number === 1 ? "" : "s");
  }

  async function send(path, body) {
    const answer = await fetch(path, body && { method: "POST", body: JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) {
      throw new Error(said.error);
    }
    return said;
  }

  /** Read the questions anew; she stays at the one that she is at by then. */
  async function load() {
    place(await send("questions.json"));
  }

  function place(fresh) {
    const seen = question && question.entry;
    Object.assign(state, fresh);
    const still = state.questions.findIndex(({ entry }) => entry === seen);
    const last = Math.max(0, state.questions.length - 1);
    state.place = still < 0 ? Math.min(state.place, last) : still;
    show(still >= 0);
  }

  /** Show the question at her place; where it is the one that she is reading, she stays there. */
  function show(again = false) {
    question = state.questions[state.place] || null;
    at("question").hidden = !question;
    at("form").hidden = true;
    progress();
    if (!question) {
      return;
    }
    at("question-doubt").textContent =
      DOUBTS[question.doubt] + " It settles " + count(question.settles, "mention") + ".";
    at("question-name").textContent = question.name;
    at("question-kind").textContent = [question.kind, ...question.aliases].join(" · ");
    at("question-definition").textContent = question.definition
      ? "“" + question.definition + "”"
      : "No definition.";
    at("question-others").textContent = question.others.length
      ? "Perhaps: " + question.others.map(([, name]) => name).join(" or ")
      : "";
    at("sentences").replaceChildren(...question.contexts.map(sentence));
    at("error").textContent = "";
    frame();
    if (!again || document.activeElement === document.body) {
      at("question").focus({ preventScroll: true });
    }
    if (!again) {
      scrollTo(0, 0);
    }
  }

  function progress() {
    at("progress").textContent = question
      ? "Question " + (state.place + 1) + " of " + state.questions.length + ", " +
        count(state.decided, "decision") + " so far"
      : "Nothing is open. " + count(state.decided, "decision") + " made.";
  }

  function sentence(context, index) {
    const pick = element("button", "pick", "Use this");
    if (index < 9) {
      pick.append(" ", element("kbd", "", String(index + 1)));
    }
    pick.addEventListener("click", () => quote(index));
    const sure = Math.round(context.confidence * 100) + " % sure: " + context.rule;
    return element(
      "li",
      "",
      context.before,
      element("mark", "", context.surface),
      context.after,
      element("div", "sentence-source", context.title + " · " + sure, pick)
    );
  }

  /** The entry's own page, as the site has it now. */
  function frame() {
    const address = "site/glossary/" + encodeURIComponent(question.entry) + ".html";
    if (getComputedStyle(at("site")).display !== "none") {
      at("site").src = address + "?" + state.number;
    }
  }

  function otherName() {
    return question.others.length ? question.others[0][1] : "";
  }

  function entryNames() {
    return state.entries.filter(([id]) => id !== question.entry).map(([, name]) => name);
  }

  function ask(action, label, value, choices) {
    asking = { action, label, choices };
    at("form-label").textContent = label;
    at("form-field").value = value;
    at("form-choices").replaceChildren(
      ...choices.map((choice) => Object.assign(document.createElement("option"), { value: choice }))
    );
    at("form").hidden = false;
    at("form-field").focus();
    at("form-field").select();
  }

  function answered() {
    const typed = at("form-field").value.trim();
    if (asking.action !== "merge") {
      return typed;
    }
    const known = [...question.others, ...state.entries.filter(([id]) => id !== question.entry)];
    const found = known.find(([id, name]) => name === typed || id === typed);
    return found ? found[0] : typed;
  }

  /** Do what needs the server, after all that was asked of it before. */
  function then(work, failed) {
    pending += 1;
    sent = sent.then(work).catch(failed).then(() => {
      pending -= 1;
    });
    return sent;
  }

  function decide(action, value = "", form = null) {
    const decided = question;
    const before = state.questions;
    state.questions = before.filter(({ entry }) => entry !== decided.entry);
    state.place = Math.min(state.place, Math.max(state.questions.length - 1, 0));
    show();
    then(
      async () => {
        const said = await send("decide", { entry: decided.entry, action, value });
        state.decided = said.decided;
        progress();
      },
      (error) => takeBack(before, decided, error, form)
    );
  }

  /** Ask again what could not be carried out, as it was typed; what she writes is not disturbed. */
  function takeBack(before, decided, error, form) {
    const left = new Set(state.questions);
    state.questions = before.filter((each) => left.has(each) || each.entry === decided.entry);
    if (at("form").hidden) {
      question = decided;
      state.place = state.questions.indexOf(decided);
      show();
      if (form) {
        ask(form.action, form.label, form.typed, form.choices);
      }
    } else {
      state.place = Math.max(0, state.questions.indexOf(question));
    }
    at("error").textContent = decided.name + ": " + error.message;
  }

  function quote(index) {
    const { text, sentence: span } = question.contexts[index];
    return decide("quote", [text, ...span].join(":"));
  }

  function undo() {
    held = [];
    at("form").hidden = true;
    const undone = async () => {
      const { entry } = await send("undo", {});
      await load();
      const place = state.questions.findIndex((each) => each.entry === entry);
      if (place >= 0) {
        state.place = place;
        show();
      }
    };
    then(undone, (error) => (at("error").textContent = error.message)).then(() => {
      const keys = held;
      held = null;
      keys.forEach(press);
    });
  }

  function go(by) {
    state.place = Math.max(0, Math.min(state.place + by, state.questions.length - 1));
    show();
  }

  function close() {
    at("form").hidden = true;
    at("question").focus();
  }

  function press(key) {
    const action = ACTIONS.find(([known]) => known === key);
    if (held) {
      held.push(key);
    } else if (key === "u" || (question && action)) {
      action[2]();
    } else if (question && question.contexts[Number(key) - 1]) {
      quote(Number(key) - 1);
    }
  }

  const SAID = { waiting: "The site will be made anew.", building: "Making the site …" };

  async function watch() {
    try {
      const { number, state: doing, message } = await send("state.json");
      at("build").textContent = doing === "failed" ? message : SAID[doing] || "";
      if (number !== state.number) {
        const fresh = await send("questions.json");
        // What she is writing, or has decided meanwhile, is not disturbed: the next second will do.
        if (at("form").hidden && !pending && state.decided === fresh.decided) {
          state.number = number;
          place(fresh);
        }
      }
    } catch {
      at("build").textContent = "The server has stopped: start `invoke review` again.";
    }
    setTimeout(watch, 1000);
  }

  const FIELDS = "input, select, textarea, [contenteditable]";

  function heard(event) {
    const typing = event.target.closest && event.target.closest(FIELDS);
    if (event.defaultPrevented) {
      return;
    }
    if (event.key === "Escape" && !at("form").hidden) {
      close();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (ACTIONS.some(([key]) => key === event.key) || /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      press(event.key);
    }
  }

  document.addEventListener("keydown", heard);
  at("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = { ...asking, typed: at("form-field").value };
    decide(form.action, answered(), form);
  });
  at("form-cancel").addEventListener("click", close);
  at("actions").append(
    ...ACTIONS.map(([key, name]) => {
      const button = element("button", "", name + " ", element("kbd", "", key));
      button.addEventListener("click", () => press(key));
      return button;
    })
  );
  // Whoever has clicked in the page of the site beside goes on deciding by keys from there.
  at("site").addEventListener("load", () => {
    at("site").contentWindow.addEventListener("keydown", heard);
  });
  load().then(watch, (error) => (at("progress").textContent = error.message));
})();
