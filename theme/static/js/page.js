"use strict";

/**
 * What the comforts of a reading page share: which note belongs to a word, what is in view, what
 * lights up, what is kept. The list of notes at the end of the text is the truth: whatever is
 * shown elsewhere is a copy of it, made here.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const text = document.querySelector(".text");
  const IN_VIEW = 0.5; // of a note: from there on nobody needs it twice

  const root = document.documentElement;
  const folder = document.currentScript.src;
  /** What the glossary says of what has no note in this text. */
  const unnoted = document.querySelector(".unnoted")?.content;
  /** @type {WeakMap<Element, HTMLElement | null>} addresses may change, notes do not */
  const notes = new WeakMap();

  /** @param {Element} link a mention or a marker @returns {HTMLElement | null} its note */
  function noteOf(link) {
    if (!notes.has(link)) {
      const { entry } = link.dataset;
      const marked = link.getAttribute("role") === "doc-noteref";
      const name = marked ? decodeURIComponent(link.hash.slice(1)) : `note-${entry}`;
      notes.set(link, document.getElementById(name)
        || (entry && unnoted?.querySelector(`[data-entry="${CSS.escape(entry)}"]`)) || null);
    }
    return notes.get(link);
  }

  /** @param {Element} note @returns {HTMLAnchorElement[]} its entry's mentions, in reading order */
  function mentionsOf(note) {
    const entry = note.dataset.entry;
    const all = entry ? [...text.querySelectorAll(`.mention[data-entry="${CSS.escape(entry)}"]`)] : [];
    return AnnotatedReader.point ? all.filter(AnnotatedReader.point.isRead) : all;
  }

  /** Whether only what is read may be shown; what knows how far that is may still be loading. */
  function isCut() {
    return "point" in root.dataset;
  }

  /** @param {Element} note @returns {HTMLAnchorElement[]} the numbers in the text that lead to it */
  function markersOf(note) {
    const markers = [...text.querySelectorAll("[role='doc-noteref']")];
    return markers.filter((marker) => noteOf(marker) === note);
  }

  /** @param {Element} note @returns {string} whom it is on */
  function nameOf(note) {
    if (isCut()) {
      return AnnotatedReader.point?.name(note) || "";
    }
    return note.querySelector("strong")?.textContent || "this note";
  }

  /** @param {Element} element @returns {boolean} whether at least half of it can be seen */
  function inView(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && Math.min(bottom, innerHeight) - Math.max(top, 0) >= height * IN_VIEW;
  }

  /**
   * Copy what a note says, without what only makes sense in the list.
   * @param {Element} note @returns {DocumentFragment}
   */
  function copyOf(note) {
    if (isCut()) {
      return AnnotatedReader.point?.cut(note) || new DocumentFragment();
    }
    const copy = new DocumentFragment();
    copy.append(...note.cloneNode(true).childNodes);
    copy.querySelectorAll(".backlinks, [id]").forEach((element) => element.remove());
    return copy;
  }

  /** @param {Iterable<Element>} elements @param {string} name */
  function only(elements, name) {
    document.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name));
    for (const element of elements) {
      element.classList.add(name);
    }
  }

  /** @param {string} tag @param {Record<string, string>} [attributes] @param {...(Node|string)} children */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  /** @param {string} label @param {() => void} action @param {Record<string, string>} [attributes] */
  function button(label, action, attributes = {}) {
    const made = make("button", { type: "button", ...attributes }, label);
    made.addEventListener("click", action);
    return made;
  }

  /** Load a script that few readers need. @param {string} name @returns {Promise<unknown>} */
  function load(name) {
    const script = make("script", { src: new URL(`${name}.js`, folder).href });
    return new Promise((resolve) => {
      script.addEventListener("load", resolve);
      document.head.append(script);
    });
  }

  /** @param {string} key @returns {any} what was kept under it, or null */
  function recall(key) {
    try {
      return JSON.parse(localStorage.getItem(`annotated-reader-${key}`) || "null");
    } catch {
      return null;
    }
  }

  /** @param {string} key @param {unknown} value */
  function keep(key, value) {
    try {
      localStorage.setItem(`annotated-reader-${key}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still serves this page.
    }
  }

  AnnotatedReader.page = {
    text, noteOf, mentionsOf, markersOf, nameOf, isCut, inView, copyOf, only, make, button, load, recall,
    keep,
  };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
