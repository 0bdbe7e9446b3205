/**
 * One question at a time, one key a decision. Everything shown goes in as text, never as markup.
 * Skipping is only here; whatever is decided is written by the server at once.
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
  let asking = "";
  let busy = false;

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
    const at = state.questions.findIndex(({ entry }) => entry === seen);
    state.place = at < 0 ? Math.max(0, Math.min(state.place, state.questions.length - 1)) : at;
    show();
  }

  function show() {
    question = state.questions[state.place] || null;
    at("question").hidden = !question;
    at("progress").textContent = question
      ? "Question " + (state.place + 1) + " of " + state.questions.length + ", " +
        count(state.decided, "decision") + " so far"
      : "Nothing is open. " + count(state.decided, "decision") + " made.";
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
    at("form").hidden = true;
    at("error").textContent = "";
    frame();
    at("question").focus({ preventScroll: true });
    scrollTo(0, 0);
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
    asking = action;
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
    if (asking !== "merge") {
      return typed;
    }
    const known = [...question.others, ...state.entries.filter(([id]) => id !== question.entry)];
    const found = known.find(([id, name]) => name === typed || id === typed);
    return found ? found[0] : typed;
  }

  async function during(work) {
    if (busy) {
      return;
    }
    busy = true;
    try {
      await work();
    } catch (error) {
      at("error").textContent = error.message;
    }
    busy = false;
  }

  function decide(action, value = "") {
    return during(async () => {
      const { entry } = question;
      const { decided } = await send("decide", { entry, action, value });
      state.decided = decided;
      state.questions = state.questions.filter((each) => each.entry !== entry);
      state.place = Math.min(state.place, Math.max(state.questions.length - 1, 0));
      show();
    });
  }

  function quote(index) {
    const { text, sentence: span } = question.contexts[index];
    return decide("quote", [text, ...span].join(":"));
  }

  function undo() {
    return during(async () => {
      const { entry } = await send("undo", {});
      await load();
      const place = state.questions.findIndex((each) => each.entry === entry);
      if (place >= 0) {
        state.place = place;
        show();
      }
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

  const SAID = { waiting: "The site will be made anew.", building: "Making the site …" };

  async function watch() {
    try {
      const { number, state: doing, message } = await send("state.json");
      at("build").textContent = doing === "failed" ? message : SAID[doing] || "";
      if (number !== state.number) {
        const before = state.decided;
        const fresh = await send("questions.json");
        // What she is writing, or has decided meanwhile, is not disturbed: the next second will do.
        if (at("form").hidden && !busy && state.decided === before) {
          state.number = number;
          place(fresh);
        }
      }
    } catch {
      at("build").textContent = "The server has stopped: start `invoke review` again.";
    }
    setTimeout(watch, 1000);
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target === at("form-field");
    if (event.key === "Escape" && !at("form").hidden) {
      close();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !question) {
      return;
    }
    const index = Number(event.key) - 1;
    const action = ACTIONS.find(([key]) => key === event.key);
    if (action) {
      event.preventDefault();
      action[2]();
    } else if (question.contexts[index] && index < 9) {
      event.preventDefault();
      quote(index);
    }
  });
  at("form").addEventListener("submit", (event) => {
    event.preventDefault();
    decide(asking, answered());
  });
  at("form-cancel").addEventListener("click", close);
  at("actions").append(
    ...ACTIONS.map(([key, name, act]) => {
      const button = element("button", "", name + " ", element("kbd", "", key));
      button.addEventListener("click", act);
      return button;
    })
  );
  load().then(watch, (error) => (at("progress").textContent = error.message));
})();
