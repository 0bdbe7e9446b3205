"use strict";

/**
 * The words that a visitor looked for, marked in the page that the search led her to: as highlights
 * that leave the page as it is, or as elements where the browser has none. Esc clears them, and
 * the address of them. Loaded by arrival.js.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const asked = new URLSearchParams(location.search).get("find") || "";
  const scope = document.querySelector("article");
  const search = AnnotatedReader.search;
  if (!scope || !search?.marks) {
    return; // without the search's scripts the page is as it is without the search
  }
  const NAME = "arrival";
  const PLACES = ".text, .text-head h1, .entry-head, .definition";
  const BLOCKS = "p, li, pre, dd, dt, td, th, h1, h2, h3, h4, h5, h6";
  const ASIDE = ".marker, .card"; // no words of the text
  const highlights = self.Highlight && CSS.highlights;

  /** @type {Range[]} */
  let found = [];
  /** @type {HTMLElement[]} where the browser has no highlights: elements that mark */
  let marks = [];
  /** @type {HTMLElement | null} */
  let bar = null;
  let at = -1;

  /** The words of each block, with the nodes that hold them. @returns {Map<Element, Text[]>} */
  function blocks() {
    const held = new Map();
    for (const place of scope.querySelectorAll(PLACES)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const block = node.parentElement.closest(BLOCKS);
        if (block && !node.parentElement.closest(ASIDE)) {
          held.set(block, [...(held.get(block) || []), node]);
        }
      }
    }
    return held;
  }

  /** @param {Text[]} nodes @param {number} place in their text @param {boolean} end @returns {[Text, number]} */
  function pointAt(nodes, place, end) {
    let rest = place;
    for (const node of nodes) {
      if (rest < node.length || (end && rest === node.length)) {
        return [node, rest];
      }
      rest -= node.length;
    }
    return [nodes[nodes.length - 1], nodes[nodes.length - 1].length];
  }

  /** @returns {Range[]} */
  function rangesOf() {
    const phrases = Array.from(asked.matchAll(/"([^"]*)"/g), ([, phrase]) => phrase.split(" "));
    const words = asked.replace(/"[^"]*"/g, " ").split(" ").filter(Boolean);
    const wanted = new Map(words.map((word) => [word, 1]));
    return [...blocks().values()].flatMap((nodes) => {
      const text = nodes.map((node) => node.data).join("");
      return search.marks(text, wanted, phrases).map(({ start, end }) => {
        const range = new Range();
        range.setStart(...pointAt(nodes, start, false));
        range.setEnd(...pointAt(nodes, end, true));
        return range;
      });
    });
  }

  function mark() {
    if (highlights) {
      highlights.set(NAME, new Highlight(...found));
    } else {
      marks = found.flatMap(wrapped);
    }
  }

  /** @param {Range} range @returns {Text[]} the nodes that it touches */
  function nodesOf(range) {
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    const nodes = walker.currentNode instanceof Text ? [walker.currentNode] : [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (range.intersectsNode(node) && !node.parentElement.closest(ASIDE)) {
        nodes.push(node);
      }
    }
    return nodes;
  }

  /** @param {Range} range @returns {HTMLElement[]} one element a node that it touches */
  function wrapped(range) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const parts = nodesOf(range).map((node) => {
      const part = new Range();
      part.setStart(node, node === startContainer ? startOffset : 0);
      part.setEnd(node, node === endContainer ? endOffset : node.length);
      return part;
    });
    const made = parts.filter((part) => !part.collapsed).map((part) => {
      const element = document.createElement("mark");
      element.className = NAME;
      part.surroundContents(element);
      return element;
    });
    range.setStartBefore(made[0]);
    range.setEndAfter(made[made.length - 1]);
    return made;
  }

  function clear() {
    highlights?.delete(NAME);
    highlights?.delete(`${NAME}-now`);
    for (const element of marks) {
      const parent = element.parentNode;
      element.replaceWith(...element.childNodes);
      parent.normalize();
    }
    bar.remove();
    document.documentElement.classList.remove("has-arrival");
    const address = new URL(location.href);
    address.searchParams.delete("find");
    history.replaceState(history.state, "", address);
    found = marks = [];
  }

  /** @param {number} place */
  function go(place) {
    at = (place + found.length) % found.length;
    const range = found[at];
    highlights?.set(`${NAME}-now`, new Highlight(range));
    marks.forEach((element) => element.classList.toggle("now", range.intersectsNode(element)));
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight * 0.85) {
      scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
    }
    say();
  }

  function say() {
    const places = found.length === 1 ? "1 place is marked" : `${found.length} places are marked`;
    bar.firstChild.textContent = at < 0 ? places : `${at + 1} of ${found.length} marked places`;
  }

  /** @param {string} label @param {string} title @param {() => void} action */
  function button(label, title, action) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", textContent: label, title });
    made.addEventListener("click", action);
    return made;
  }

  /** Says how many places are marked, and leads through them. */
  function show() {
    bar = document.createElement("div");
    bar.className = "arrival-bar screen-only";
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    bar.append(status);
    if (found.length > 1) {
      bar.append(
        button("Previous", "Previous marked place", () => go(at - 1)),
        button("Next", "Next marked place", () => go(at + 1)));
    }
    bar.append(button("Clear", "Clear the marks (Esc)", clear));
    scope.prepend(bar);
    document.documentElement.classList.add("has-arrival");
  }

  /** The first word in the paragraph that the address leads to must not stand below the screen. */
  function land() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const first = found.findIndex((range) => target?.contains(range.startContainer));
    if (first >= 0) {
      go(first);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && found.length) {
      event.preventDefault();
      clear();
    }
  });

  found = rangesOf();
  if (found.length) {
    mark();
    show();
    say();
    land();
  }
})((window.AnnotatedReader = window.AnnotatedReader || {}));
