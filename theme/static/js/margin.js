"use strict";

/**
 * Notes in the margin of a wide page, each level with its line, none on another.
 *
 * They are copies, so assistive technology does not meet them: it has the list. A note stands in
 * the right margin, or in the left one where the right is full; where it could be level with its
 * line in neither, the preview card says it. Repeated notes wait for a screen's height.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, noteOf, mentionsOf, markersOf, inView, copyOf, only, make } = AnnotatedReader.page;
  const WIDE = matchMedia("(width >= 75rem)");
  const GAP = 12; // pixels between two notes
  const SLACK = 90; // pixels that a note may stand below its line
  const SIDES = ["end", "start"];

  const markers = [...text.querySelectorAll("[role='doc-noteref']")].filter(noteOf);
  /** @type {Map<Element, HTMLElement>} the copies, by marker */
  const copies = new Map();
  const host = make("div", { class: "margin", "aria-hidden": "true" });

  function makeCopies() {
    for (const marker of markers) {
      const copy = copyOf(noteOf(marker));
      copy.querySelectorAll(".more").forEach((more) => more.remove());
      copy.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
      const number = make("span", { class: "beside-number" }, `${marker.textContent} `);
      copy.firstElementChild?.prepend(number);
      const beside = make("div", { class: "beside" }, copy);
      beside.addEventListener("pointerenter", () => light(marker, beside));
      beside.addEventListener("pointerleave", () => only([], "lit"));
      copies.set(marker, beside);
    }
    host.append(...copies.values());
    text.parentElement.classList.add("has-margin");
    text.after(host);
  }

  function light(marker, beside) {
    const note = noteOf(marker);
    only([beside, note, ...markersOf(note), ...mentionsOf(note)], "lit");
  }

  /** Measure everything first, then move everything: the page is laid out once. */
  function arrange() {
    if (!WIDE.matches) {
      return;
    }
    if (!copies.size) {
      makeCopies();
    }
    const origin = host.getBoundingClientRect().top;
    const measured = markers.map((marker) => ({
      marker,
      line: marker.parentElement.previousElementSibling?.getClientRects()[0]?.top
        ?? marker.getBoundingClientRect().top,
      height: copies.get(marker).offsetHeight,
    }));
    const free = { end: -Infinity, start: -Infinity };
    /** @type {Map<Element, number>} */
    const last = new Map();
    for (const { marker, line, height } of measured) {
      const level = line - origin;
      const note = noteOf(marker);
      const fresh = level - (last.get(note) ?? -Infinity) > innerHeight;
      const due = fresh && AnnotatedReader.point?.isRead(marker) !== false;
      const side = due ? SIDES.find((name) => free[name] + GAP <= level + SLACK) : undefined;
      const beside = copies.get(marker);
      beside.dataset.side = side || "none";
      if (side) {
        const top = Math.max(level, free[side] + GAP);
        beside.style.top = `${top}px`;
        free[side] = top + height;
        last.set(note, level);
      }
    }
  }

  /** Make the copies anew: what notes may say has changed. */
  function renew() {
    copies.clear();
    host.replaceChildren();
    arrange();
  }

  /** @param {Element} link @returns {HTMLElement | null} the copy that a reader of it sees */
  function noteBeside(link) {
    if (!WIDE.matches) {
      return null;
    }
    const note = noteOf(link);
    const same = markers.filter((marker) => noteOf(marker) === note).map((it) => copies.get(it));
    return same.find((copy) => copy && inView(copy) && copy.checkVisibility({ visibilityProperty: true }))
      || null;
  }

  AnnotatedReader.margin = { arrange, noteBeside, renew };

  new ResizeObserver(() => requestAnimationFrame(arrange)).observe(text);
  document.fonts.ready.then(arrange);
})((window.AnnotatedReader = window.AnnotatedReader || {}));
