/** What has to be typed for an answer: the fields of its form, filled with what is likely. */
(function () {
  "use strict";
  const { state } = window.review.desk;
  const kinds = () => state.kinds.map(([kind]) => kind);
  const textsOf = (item) => [...new Set(item.contexts.map(({ text }) => text))];

  /** All that are chosen become one: the likely other one, or the first of several. */
  function merge(items, chosen) {
    const among = new Set(chosen.map((item) => item.entry));
    const others = items.flatMap((item) => (among.has(item.entry) ? item.others : []));
    const several = among.size > 1 ? chosen[0].name : "";
    const names = state.entries.filter(([id]) => among.size > 1 || !among.has(id)).map(([, name]) => name);
    return [{ name: "value", label: "Merge with", value: others.length ? others[0][1] : several, choices: names }];
  }

  function rename(item) {
    const name = (item.action === "rename" && item.value) || item.name;
    return [
      { name: "value", label: "It is called", value: name },
      { name: "kind", label: "and is a", value: item.becomes || item.kind, choices: kinds() },
    ];
  }

  const define = (item) => [{ name: "value", label: "Who or what it is", value: item.definition }];

  /** What some texts mean by the name is something else. */
  function split(item) {
    const texts = textsOf(item);
    const apart = item.texts.length ? item.texts : texts.slice(1);
    return [
      { name: "texts", label: "In these texts", value: apart.join("; "), choices: texts },
      { name: "value", label: "it is called", value: item.name },
      { name: "kind", label: "and is a", value: item.kind, choices: kinds() },
    ];
  }

  /** The id of an entry that was typed by its name: one that is perhaps meant comes first. */
  function idOf(typed, items) {
    const known = [...items.flatMap((item) => item.others), ...state.entries];
    const found = known.find(([id, name]) => name === typed || id === typed);
    return found ? found[0] : typed;
  }

  window.review.forms = { merge, rename, define, split, idOf, textsOf };
})();
