/** What the desk says: a question's words, what an answer is called, and how many there are. */
(function () {
  "use strict";
  /** By what is doubtful: of one entry, of several. */
  const ASKED = {
    duplicate: ["Is this the same as the other?", "Is each of these the same as the one behind the arrow?"],
    ambiguous: ["Which one is meant?", "Do these mean the ones behind the arrows?"],
    name: ["Is the name behind the arrow the right one?", "Are the names behind the arrows the right ones?"],
    "no name": ["Is this a name of something?", "Are these names of something?"],
    definition: ["Who or what is this? Nothing says so.", "Nothing says who or what these are. Are they right?"],
    term: ["Does this word want its note?", "Do these words want their notes?"],
    missed: ["Is this a name that wants an entry?", "Are these names that want entries?"],
    approval: ["Is this right?", "Are these right?"],
  };
  const CLEARED = ["Is this definition wrong?", "Are these definitions wrong?"];
  const POOR = "Does this say who or what it is?";
  const SHORT = ["Is this another name of the other?", "Is each of these another name of the one behind the arrow?"];
  /** By the action: what the key Enter does with one, with several. */
  const DONE = {
    approve: ["Yes, approve", "Yes, approve"],
    hide: ["No, hide", "No, hide"],
    merge: ["Yes, merge", "Yes, merge"],
    rename: ["Take the new name", "Take the new names"],
    kind: ["Yes", "Yes"],
    clear: ["Yes, drop it", "Yes, drop them"],
    add: ["Yes, add", "Yes, add"],
    alias: ["Yes", "Yes"],
    split: ["Yes, split", "Yes, split"],
  };

  const FEW = 3; // texts that are named

  function asked(question, kinds) {
    const many = question.items.length > 1 ? 1 : 0;
    const { kind, becomes, definition, contexts, texts } = question.items[0];
    if (question.action === "split") {
      return "Is this something else in " + titled(texts, contexts) + "?";
    }
    if (question.about === "kind" || (question.about === "missed" && question.action === "add")) {
      const name = becomes || kind;
      const one = (/^[aeiou]/.test(name) ? "an " : "a ") + name;
      const words = many ? "Are these " + kinds[name] : "Is this " + one;
      return words + (question.about === "missed" ? " without an entry?" : "?");
    }
    if (question.action === "clear") {
      return CLEARED[many];
    }
    if (question.action === "alias") {
      return SHORT[many];
    }
    return question.about === "definition" && definition && !many ? POOR : ASKED[question.about][many];
  }

  /** Texts by their titles, the first few of them. */
  function titled(texts, contexts) {
    const known = texts.slice(0, FEW).map((text) => contexts.find((each) => each.text === text));
    const titles = known.filter(Boolean).map(({ title }) => "“" + title + "”");
    const more = texts.length > FEW ? [number(texts.length - FEW, "more text")] : [];
    return [...titles, ...more].join(" and ");
  }

  const number = (count, word) => count + " " + word + (count === 1 ? "" : "s");

  /** What Enter does: with how many, if not with all. */
  function done(question, chosen) {
    const many = question.items.length > 1;
    const words = DONE[question.action][many ? 1 : 0];
    return many ? words + (chosen === question.items.length ? ", all " : ", ") + chosen : words;
  }

  /** What an item would become, if anything: a name, a kind, an entry. */
  function arrow(item) {
    const other = item.others.find(([id]) => id === item.value);
    if (other) {
      return other[1];
    }
    const parts = [item.action === "rename" ? item.value : ""];
    parts.push(item.becomes && item.becomes !== item.kind && item.action !== "add" ? item.becomes : "");
    return parts.filter(Boolean).join(", ");
  }

  window.review = { words: { asked, done, arrow, number } };
})();
