"use strict";

/**
 * The preview card: what a note says, beside the word that it is about.
 *
 * It opens when a pointer rests on a mention or a marker, on Enter, and on a tap. It stands at
 * the end of its word's paragraph, is the next stop of Tab after the word, and is gone once
 * closed, so that the text is as it was. WCAG 2.2, 1.4.13: Esc closes it, the pointer may enter it, no timer
 * closes it while it is used.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, noteOf, isCut, inView, only } = AnnotatedReader.page;
  const { write, place } = AnnotatedReader.slip;
  const OPEN_AFTER = 500; // milliseconds of rest, as in the page previews of MediaWiki
  const CLOSE_AFTER = 300;
  const BLOCKS = "p, li, pre, dd, dt, td, h2, h3, h4, h5, h6, blockquote";
  const STOPS = "a[href], button, summary, input, [tabindex='0']";
  const LINKS = ".mention, [role='doc-noteref']";

  /** @type {HTMLElement | null} */
  let card = null;
  /** @type {HTMLAnchorElement | null} the word that the card is about */
  let word = null;
  let timer = 0;

  /** @param {() => void} action @param {number} delay */
  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  /** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
  function linkOf(target) {
    const link = target instanceof Element ? target.closest(LINKS) : null;
    return link && text.contains(link) && noteOf(link) ? link : null;
  }

  /** Whether a pointer at rest need not be told: the note stands in the margin or in the list. */
  function isSeen(link) {
    const beside = AnnotatedReader.margin?.noteBeside(link);
    return inView(noteOf(link)) || Boolean(beside && inView(beside));
  }

  /** @param {HTMLAnchorElement} link */
  function light(link) {
    const note = noteOf(link);
    const beside = AnnotatedReader.margin?.noteBeside(link);
    only([link, note, ...(beside ? [beside] : [])], "lit");
  }

  /** @param {HTMLAnchorElement} link */
  function open(link) {
    clearTimeout(timer);
    if (word === link) {
      return;
    }
    close();
    AnnotatedReader.point?.reach(link);
    word = link;
    card = write(link, noteOf(link), close);
    (link.closest(BLOCKS) || text).append(card);
    card.showPopover?.();
    place(card, link);
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-details", card.id);
    light(link);
  }

  function close() {
    clearTimeout(timer);
    if (!card) {
      return;
    }
    const inside = card.contains(document.activeElement);
    card.remove();
    word.removeAttribute("aria-expanded");
    word.removeAttribute("aria-details");
    only([], "lit");
    if (inside) {
      word.focus({ preventScroll: true });
    }
    card = word = null;
  }

  function isUsed() {
    return card.matches(":hover") || card.contains(document.activeElement) || isSelected();
  }

  function isSelected() {
    const selection = getSelection();
    return !selection.isCollapsed && card.contains(selection.anchorNode);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") {
      return;
    }
    if (card?.contains(event.target)) {
      clearTimeout(timer);
      return;
    }
    const link = linkOf(event.target);
    if (!link) {
      return;
    }
    if (link === word) {
      clearTimeout(timer);
    } else if (isSeen(link)) {
      later(() => { close(); light(link); }, card ? CLOSE_AFTER : 0);
    } else {
      later(() => open(link), OPEN_AFTER);
    }
  });

  document.addEventListener("pointerout", (event) => {
    const from = card?.contains(event.target) ? card : linkOf(event.target);
    if (!from || event.pointerType === "touch" || event.buttons || from.contains(event.relatedTarget)) {
      return;
    }
    if (card) {
      later(() => { if (card && !isUsed() && document.activeElement !== word) close(); }, CLOSE_AFTER);
    } else {
      clearTimeout(timer);
      only([], "lit");
    }
  });

  document.addEventListener("click", (event) => {
    const inside = card?.contains(event.target) || linkOf(event.target) === word;
    if (card && !inside && !isSelected()) {
      close();
    }
  });

  text.addEventListener("click", (event) => {
    const link = linkOf(event.target);
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    const byMouse = event.detail > 0 && event.pointerType !== "touch";
    if (!link || !plain || (byMouse && !isCut())) {
      return;
    }
    event.preventDefault();
    if (inView(noteOf(link))) {
      AnnotatedReader.place.visit(noteOf(link), link);
    } else if (link === word && !byMouse) {
      close();
    } else {
      open(link);
    }
  });

  /** @param {ParentNode} root @returns {HTMLElement[]} where Tab stops in it */
  function stopsIn(root) {
    const all = [...root.querySelectorAll(STOPS)];
    return all.filter((stop) => stop.tabIndex >= 0 && stop.getClientRects().length);
  }

  /** @param {boolean} backward @returns {HTMLElement | undefined} the stop that is not the next in the page */
  function nextStop(backward) {
    const focused = document.activeElement;
    const inside = stopsIn(card);
    if (focused === word) {
      return backward ? undefined : inside[0];
    }
    if (backward && focused === inside[0]) {
      return word;
    }
    if (!backward && focused === inside.at(-1)) {
      const outside = stopsIn(document).filter((stop) => !card.contains(stop));
      return outside[outside.indexOf(word) + 1];
    }
    return undefined;
  }

  document.addEventListener("focusin", (event) => {
    if (card && event.target !== word && !card.contains(event.target)) {
      close();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      clearTimeout(timer);
      if (card) {
        event.preventDefault();
        close();
      }
    } else if (event.key === "Tab" && card) {
      const stop = nextStop(event.shiftKey);
      if (stop) {
        event.preventDefault();
        stop.focus();
      }
    }
  });

  addEventListener("resize", () => card && !card.classList.contains("sheet") && place(card, word));
  addEventListener("pagehide", close);

  AnnotatedReader.card = { open, close };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
