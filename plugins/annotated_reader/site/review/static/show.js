/** The question on the page: one entry with its sentences, or several as a list to choose from. */
(function () {
  "use strict";
  const { review } = window;
  const NEAR = 60; // characters shown on either side of a mention in a list
  const at = (id) => document.getElementById(id);

  function element(name, className, ...children) {
    const node = document.createElement(name);
    node.className = className;
    node.append(...children);
    return node;
  }

  /** The key of a row or a sentence: the tenth has 0. */
  const digit = (index) => String((index + 1) % 10);
  const marked = ({ before, surface, after }) => [before, element("mark", "", surface), after];

  /** A sentence cut to what stands around the mention, at words. */
  function near({ before, surface, after }) {
    const start = before.length > NEAR ? "…" + before.slice(-NEAR).replace(/^\S*\s/, "") : before;
    const end = after.length > NEAR ? after.slice(0, NEAR).replace(/\s\S*$/, "") + "…" : after;
    return marked({ before: start, surface, after: end });
  }

  /** A sentence that can become the definition. */
  function sentence(context, index, pick) {
    const sure = context.rule
      ? " · " + Math.round(context.confidence * 100) + " % sure: " + context.rule
      : "";
    const source = element("div", "sentence-source", context.title + sure);
    if (pick) {
      const button = element("button", "pick", "Use this");
      if (index < 10) {
        button.append(" ", element("kbd", "", digit(index)));
      }
      button.addEventListener("click", () => pick(index));
      source.append(button);
    }
    return element("li", "", ...marked(context), source);
  }

  /** One of several: chosen or left out; its key toggles it, "Open" asks about it alone. */
  function row(item, index, { changed, open, looked }) {
    const box = element("input", "row-choice");
    box.type = "checkbox";
    box.checked = true;
    box.id = "row-" + index;
    box.addEventListener("change", changed);
    box.addEventListener("focus", () => looked(item));
    const arrow = review.words.arrow(item);
    const name = element("label", "row-name", element("b", "", item.name));
    name.htmlFor = box.id;
    if (arrow) {
      name.append(" → ", element("b", "", arrow));
    }
    const about = [item.kind, item.settles > 1 ? item.settles + " mentions" : "", item.definition && "“" + item.definition + "”"];
    name.append(" ", element("span", "row-about", about.filter(Boolean).join(" · ")));
    const button = element("button", "row-open", "Open");
    button.setAttribute("aria-label", "Open " + item.name);
    button.addEventListener("click", () => open(index));
    const context = item.contexts[0];
    const line = element("p", "row-sentence", ...(context ? near(context) : []));
    const key = element("kbd", "row-key", index < 10 ? digit(index) : "");
    return element("li", "row", key, box, name, button, line);
  }

  function one(item, pick) {
    at("question-name").textContent = item.name;
    const arrow = review.words.arrow(item);
    if (arrow) {
      at("question-name").append(" → " + arrow);
    }
    at("question-kind").textContent = [item.kind, ...item.aliases].join(" · ");
    at("question-definition").textContent = item.definition ? "“" + item.definition + "”" : "No definition.";
    if (item.others.length) {
      const names = item.others.map(([, name]) => name).join(" or ");
      at("question-definition").append(" Perhaps the same as " + names + ".");
    }
    at("sentences").replaceChildren(
      ...item.contexts.map((context, index) => sentence(context, index, pick))
    );
  }

  /** Show a question, all of its rows chosen. */
  function question(asked, kinds, does) {
    const several = asked.items.length > 1;
    const doubt = review.words.asked(asked, kinds);
    at("question-doubt").textContent =
      doubt + " It settles " + review.words.number(asked.settles, "mention") + ".";
    for (const id of ["question-kind", "question-definition", "evidence"]) {
      at(id).hidden = several;
    }
    at("rows").hidden = !several;
    at("rows").replaceChildren(...(several ? asked.items.map((item, index) => row(item, index, does)) : []));
    if (several) {
      at("question-name").textContent = asked.items.length + " together";
    } else {
      one(asked.items[0], asked.about === "missed" ? null : does.pick);
    }
    at("error").textContent = "";
  }

  /** The numbers of the rows that are chosen; all there is where nothing can be chosen. */
  function chosen() {
    const boxes = [...document.querySelectorAll(".row-choice")];
    return boxes.length ? boxes.flatMap((box, index) => (box.checked ? [index] : [])) : [0];
  }

  function fields(wanted) {
    at("fields").replaceChildren(
      ...wanted.map(({ name, label, value, choices }, index) => {
        const input = element("input", "");
        const list = element("datalist", "");
        Object.assign(input, { id: "form-" + name, name, value: value || "", autocomplete: "off" });
        Object.assign(list, { id: "choices-" + name });
        list.append(...(choices || []).map((choice) => Object.assign(document.createElement("option"), { value: choice })));
        input.setAttribute("list", list.id);
        const text = element("label", "", label);
        text.htmlFor = input.id;
        return element("div", "field" + (index ? "" : " field-wide"), text, input, list);
      })
    );
    at("form").hidden = false;
    const first = at("fields").querySelector("input");
    first.focus();
    first.select();
  }

  review.show = { at, element, question, chosen, fields };
})();
