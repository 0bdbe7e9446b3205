"use strict";

/**
 * The reading point: "only what I have read so far". Cards, notes, panel and strip then end where
 * the reader is; a definition is shown once the sentence that proves it is read. The point is the
 * paragraph at the top third of the window. It moves on as she reads, not when she jumps. Off until
 * wanted; kept in this browser for each text.
 *
 * Other texts count as not read. Their titles and addresses name names, so the ways to them wait
 * (point.css): the texts before and after until the end of this one, those that share most with it
 * until all is shown again. What kind a name is of is told from its first mention on.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, mentionsOf, markersOf, make, recall, keep } = AnnotatedReader.page;
  const veil = AnnotatedReader.veil;
  const BACK = "[role='doc-backlink']";
  const root = document.documentElement;
  const notes = [...document.querySelectorAll(".notes li[id]")];
  const blocks = [...text.querySelectorAll(":is(p, li, pre, h2, h3, h4, h5, h6)[id]")];
  const names = new Set([...text.querySelectorAll(".mention"), ...document.querySelectorAll(".notes strong")]
    .map((it) => it.textContent));
  const slug = text.dataset.slug;
  const toggle = AnnotatedReader.pointSwitch;

  const kept = (recall("points") || {})[slug];
  /** @type {Element | null} the last block read, or null where nothing is cut */
  let last = kept ? document.getElementById(kept) : null;
  /** @type {string[]} the names that the text has still to tell */
  let untold = [];
  let waiting = 0;

  /** @param {Element} element @returns {boolean} whether it stands at or before the point */
  function isRead(element) {
    return !last || last.contains(element)
      || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  }

  /** @param {Element} note @returns {HTMLElement | null} what it says first */
  function saidFirst(note) {
    return note.querySelector(":scope > p");
  }

  /** @param {string} whole @param {Element[]} mentions @returns {string} the name as she has read it */
  function nameIn(whole, mentions) {
    const read = mentions.filter(isRead).map((mention) => mention.textContent);
    return read.includes(whole) ? whole : read[0] || "";
  }

  /** @param {Element} note @returns {string} */
  function name(note) {
    const whole = saidFirst(note)?.querySelector("strong")?.textContent || "";
    return note.dataset.entry ? nameIn(whole, mentionsOf(note)) : "this note";
  }

  /** @param {Element} part of a note @returns {Element} a copy without ways on */
  function bare(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("[id], .all, .count, .backlinks").forEach((it) => it.remove());
    copy.querySelectorAll("a").forEach((it) => it.replaceWith(...it.childNodes));
    copy.normalize();
    return copy;
  }

  /** @param {HTMLElement} note @returns {DocumentFragment} what may be said of it */
  function cut(note) {
    const made = new DocumentFragment();
    const first = saidFirst(note);
    if (!note.dataset.entry) {
      made.append(...[...note.children].filter((it) => it.matches(":not(.so-far)")).map(bare));
      return markersOf(note).some(isRead) && !tells(made) ? made : new DocumentFragment();
    }
    const { length } = mentionsOf(note);
    if (!length || !first) {
      return made;
    }
    let words = bare(first);
    const strong = words.querySelector("strong");
    strong.textContent = name(note);
    const open = isProved(note) && !tells(words);
    if (!open) {
      words = make("p", {}, strong, `, ${note.dataset.kind}.`);
    }
    const candidates = open ? [] : candidatesOf(first);
    const often = length === 1 ? "once" : `${length} times`;
    words.append(candidates.length ? ` May be ${candidates.join(" or ")}.` : "", ` Named ${often} so far.`);
    made.append(words);
    if (open) {
      const said = [...note.querySelectorAll(".more :is(.evidence, .why)")];
      const why = said.filter((it) => !("evidence" in it.dataset) || isProved(it)).map(bare);
      made.append(make("details", { class: "more" }, make("summary", {}, "Why we think so"), ...why));
    }
    return made;
  }

  /** @param {HTMLElement} note @returns {boolean} whether what it says is read, or no text says it */
  function isProved({ dataset: { evidence } }) {
    const block = evidence && document.getElementById(evidence);
    return evidence === "free" || Boolean(block && isRead(block));
  }

  /** @param {Node} words @returns {boolean} whether they have a name that she has not read */
  function tells(words) {
    return untold.some((it) => words.textContent.includes(it));
  }

  /** @param {Element} words @returns {string[]} whom a name may mean, of those read so far */
  function candidatesOf(words) {
    return [...words.querySelectorAll("a:not(.all, .count, .backlinks *)")].map((it) => it.textContent)
      .filter((it) => names.has(it) && !untold.includes(it));
  }

  /** @param {Element} element @returns {string} the address of its block, which names nobody */
  function addressOf(element) {
    return `#${blocks.findLast((it) => it.contains(element))?.id || "content"}`;
  }

  function show() {
    document.querySelectorAll(".so-far").forEach((it) => it.remove());
    veil.lift();
    delete root.dataset.point;
    toggle.setAttribute("aria-pressed", String(Boolean(last)));
    if (last) {
      root.dataset.point = last === blocks.at(-1) ? "end" : "";
      const read = blocks.filter(isRead).map((it) => it.textContent).join("\n");
      untold = [...names].filter((it) => !read.includes(it));
      notes.forEach(showNote);
      veil.draw(AnnotatedReader.point);
    }
    AnnotatedReader.margin?.renew();
  }

  /** @param {HTMLElement} note */
  function showNote(note) {
    const back = [...note.querySelectorAll(BACK)].map((link) => {
      const from = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return from && isRead(from) ? veil.backlink(link, from, name(note), addressOf(from)) : "";
    });
    note.prepend(make("div", { class: "so-far" }, cut(note), ...back));
  }

  /** @param {Element | null} block */
  function set(block) {
    last = block;
    const points = recall("points") || {};
    delete points[slug];
    keep("points", block ? { ...points, [slug]: block.id } : points);
    show();
  }

  /** @returns {Element} the paragraph that she is at */
  function here() {
    if (scrollY + innerHeight >= root.scrollHeight - 2) {
      return blocks.at(-1);
    }
    return blocks.findLast((it) => it.getBoundingClientRect().top < innerHeight / 3)
      || blocks.find((it) => !it.matches("h2")) || blocks[0];
  }

  /** Move the point on to a word that she asks about. @param {Element} word */
  function reach(word) {
    const block = blocks.findLast((it) => it.contains(word));
    if (last && block && !isRead(block)) {
      set(block);
    }
  }

  function readOn() {
    waiting = 0;
    const block = here();
    const near = last && last.getBoundingClientRect().bottom > -innerHeight;
    if (near && !isRead(block)) {
      set(block);
    }
  }

  function change() {
    AnnotatedReader.card.close();
    AnnotatedReader.mentions?.close();
    set(last ? null : here());
  }

  AnnotatedReader.point = { isRead, nameIn, name, cut, reach, addressOf };
  toggle.addEventListener("click", change);
  if (last) {
    show();
  } else {
    change(); // she has asked for it
  }
  addEventListener("scroll", () => {
    waiting ||= setTimeout(readOn, 200); // not once she rests: pages that pass by quickly count, too
  }, { passive: true });
})((window.AnnotatedReader = window.AnnotatedReader || {}));
