"use strict";

/** On an entry's page: show only the mentions of a text, of a year, or with certain words. */
(function () {
  const form = document.querySelector(".filter");
  if (!form) {
    return;
  }
  const { words, text, year, count } = form.elements;
  const all = form.querySelector("button");
  const groups = [...document.querySelectorAll(".mentions-in")].map((element) => ({
    element,
    parts: [...element.querySelectorAll(".mentions-under")].map((part) => ({
      element: part,
      mentions: [...part.querySelectorAll(".occurrence")].map((mention) => ({
        element: mention,
        words: fold([element.querySelector("h3"), part.querySelector("h4"), mention.firstElementChild]
          .map((it) => it?.textContent || "").join(" ")),
      })),
    })),
  }));

  /** @param {string} written @returns {string} without accents and in one case */
  function fold(written) {
    return written.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** Hide what is not wanted, and what is empty then. */
  function apply() {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    let total = 0;
    for (const group of groups) {
      const { dataset } = group.element;
      const inGroup = (!text?.value || dataset.text === text.value) && (!year?.value || dataset.year === year.value);
      for (const part of group.parts) {
        for (const mention of part.mentions) {
          const fits = inGroup && wanted.every((word) => mention.words.includes(word));
          mention.element.hidden = !fits;
          shown += Number(fits);
          total += 1;
        }
        part.element.hidden = part.mentions.every((it) => it.element.hidden);
      }
      group.element.hidden = group.parts.every((it) => it.element.hidden);
    }
    count.value = `${shown} of ${total}`;
    all.disabled = !wanted.length && !text?.value && !year?.value;
  }

  function showAll() {
    for (const field of [words, text, year]) {
      if (field) {
        field.value = "";
      }
    }
    apply();
  }

  /** A link to something hidden shows all again: no link is dead. */
  function follow() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      showAll();
      target.scrollIntoView();
    }
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  all.addEventListener("click", () => {
    showAll();
    words.focus();
  });
  addEventListener("hashchange", follow);
  addEventListener("pageshow", apply); // the browser may have kept what the fields said
})();
