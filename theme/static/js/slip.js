"use strict";

/** What a preview card is made of, and where it stands: beside its word, on a phone at the bottom. */
(function (/** @type {any} */ AnnotatedReader) {
  const { mentionsOf, nameOf, isCut, copyOf, make, button, load } = AnnotatedReader.page;
  const SPACE = 8; // pixels between word and card

  /**
   * @param {HTMLAnchorElement} link @param {HTMLElement} note @param {() => void} close
   * @returns {HTMLElement} a card that is not in the page yet
   */
  function write(link, note, close) {
    const copy = copyOf(note);
    const more = copy.querySelector(".more");
    more?.querySelector("summary").after(...reasonOf(link, note));
    const company = more?.querySelector(".company");
    const shut = button("×", close, { class: "card-close", "aria-label": "Close" });
    const card = make("div", { class: "card", id: "card", role: "dialog", "aria-label": nameOf(note), tabindex: "-1" },
      make("div", { class: "card-note" }, copy), ...(company ? [company] : []), toolsOf(link, note, close), shut);
    card.lang = document.documentElement.lang;
    if (card.showPopover) {
      card.popover = "manual";
    }
    return card;
  }

  /** The ways on. An entry's page tells everything, so none leads there from what is only read so far. */
  function toolsOf(link, note, close) {
    const tools = make("p", { class: "card-tools" });
    const { length } = mentionsOf(note);
    if (length > 1 || note.querySelector(".elsewhere")) {
      tools.append(button(`All mentions in this text (${length})`, async () => {
        close();
        await (AnnotatedReader.mentions || load("mentions"));
        AnnotatedReader.mentions.open(note, link);
      }));
    }
    if (note.dataset.entry && !isCut()) {
      const href = `../glossary/${encodeURIComponent(note.dataset.entry)}.html`;
      tools.append(make("a", { href, class: "card-entry" }, "Its page in the glossary"));
    }
    return tools;
  }

  /** @param {HTMLAnchorElement} link @param {HTMLElement} note @returns {HTMLElement[]} */
  function reasonOf(link, note) {
    const before = link.closest(".marker")?.previousElementSibling;
    const mention = link.dataset.why ? link : before;
    if (!mention?.dataset.why || mention.dataset.entry !== note.dataset.entry) {
      return [];
    }
    const words = `“${mention.textContent}” leads here by: ${mention.dataset.why}.`;
    return [make("p", { class: "reason" }, words)];
  }

  /** Put a card below its word, or above where there is more room. @param {HTMLElement} card @param {Element} word */
  function place(card, word) {
    if (matchMedia("(width < 40rem)").matches) {
      card.classList.add("sheet");
      const over = word.getBoundingClientRect().bottom + SPACE - card.getBoundingClientRect().top;
      scrollBy({ top: Math.max(0, over), behavior: "instant" });
      return;
    }
    const lines = [...word.getClientRects()];
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const { width, height } = card.getBoundingClientRect();
    const below = last.bottom + SPACE + height <= innerHeight || last.bottom < innerHeight - first.top;
    const room = below ? innerHeight - last.bottom : first.top;
    card.style.maxBlockSize = `${Math.max(120, Math.floor(room - 2 * SPACE))}px`;
    const size = Math.min(height, card.getBoundingClientRect().height);
    const top = below ? last.bottom + SPACE : first.top - SPACE - size;
    const widest = document.documentElement.clientWidth - width - SPACE;
    const left = Math.max(SPACE, Math.min((below ? last : first).left, widest));
    card.style.top = `${top + scrollY}px`;
    card.style.left = `${left + scrollX}px`;
  }

  AnnotatedReader.slip = { write, place };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
