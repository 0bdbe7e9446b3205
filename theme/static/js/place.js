"use strict";

/**
 * Where the reader is: the way back from a note to the very place that led there, and the place
 * where she left a text, kept in this browser.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, noteOf, only, make, recall, keep } = AnnotatedReader.page;
  const REMEMBERED = 50; // texts
  const BEGUN = 0.05;
  const DONE = 0.95;
  const blocks = [...text.querySelectorAll(":is(p, li, pre, h2, h3, h4, h5, h6)[id]")];
  const slug = text.dataset.slug;

  /** @type {HTMLElement | null} */
  let origin = null;
  let waiting = 0;

  /** Go to a note that is in view already. */
  function visit(note, link) {
    cameFrom(note, link);
    note.tabIndex = -1;
    note.focus({ preventScroll: true });
  }

  /** Mark the way back that leads to where the reader came from. */
  function cameFrom(note, link) {
    origin = link;
    const marker = link.closest(".marker") || link.nextElementSibling;
    const id = marker?.querySelector("[role='doc-noteref']")?.id;
    const back = [...note.querySelectorAll("[role='doc-backlink']")];
    forget();
    const marked = back.find((it) => (it.dataset.to || decodeURIComponent(it.hash.slice(1))) === id);
    if (marked) {
      marked.classList.add("came-from");
      marked.setAttribute("aria-current", "location");
    }
  }

  function forget() {
    document.querySelectorAll(".came-from").forEach((link) => link.removeAttribute("aria-current"));
    only([], "came-from");
  }

  text.addEventListener("click", (event) => {
    const marker = event.target.closest?.("[role='doc-noteref']");
    if (marker && !event.defaultPrevented && noteOf(marker)) {
      cameFrom(noteOf(marker), marker);
    }
  });

  document.addEventListener("keydown", (event) => {
    const notes = document.activeElement.closest(".notes") || document.querySelector(".notes :target");
    if (event.key === "Escape" && !event.defaultPrevented && origin && notes) {
      event.preventDefault();
      origin.focus();
      origin = null;
    }
  });

  // The place where she left

  function place() {
    const block = blocks.findLast((it) => it.getBoundingClientRect().top < innerHeight / 3);
    const { top, height } = text.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (innerHeight - top) / height));
    return { block, share, from: -top / height };
  }

  function remember() {
    const { block, share, from } = place();
    const places = recall("places") || {};
    delete places[slug];
    if (block && from > BEGUN && share < DONE) {
      places[slug] = [block.id, Math.round(from * 100)];
    }
    keep("places", Object.fromEntries(Object.entries(places).slice(-REMEMBERED)));
  }

  function offer() {
    const [id, percent] = (recall("places") || {})[slug] || [];
    const tools = document.querySelector(".tools");
    if (tools && id && document.getElementById(id) && !location.hash && scrollY < innerHeight / 2) {
      tools.append(make("a", { href: `#${id}`, class: "resume" }, `Continue where you left, at ${percent} %`));
    }
  }

  offer();
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, 500);
  }, { passive: true });
  addEventListener("pagehide", () => scrollY > 0 && remember());

  AnnotatedReader.place = { visit, cameFrom };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
