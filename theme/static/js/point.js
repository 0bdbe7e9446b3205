"use strict";

/**
 * The reading point: "only what I have read so far". Cards, notes, panel and strip then end where
 * the reader is; a definition is shown once the sentence that proves it is read. The point is the
 * paragraph at the top third of the window. It moves on as she reads, not when she jumps; other
 * texts count as not read. Off until wanted; kept in this browser for each text.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, mentionsOf, make, recall, keep } = AnnotatedReader.page;
  const notes = [...document.querySelectorAll(".notes li[data-entry]")];
  const blocks = [...text.querySelectorAll(":is(p, li, h2, h3, h4, h5, h6)[id]")];
  const slug = text.dataset.slug;

  const kept = (recall("points") || {})[slug];
  /** @type {Element | null} the last block read, or null where nothing is cut */
  let last = kept ? document.getElementById(kept) : null;
  let waiting = 0;

  /** @param {Element} element @returns {boolean} whether it stands at or before the point */
  function isRead(element) {
    return !last || last.contains(element)
      || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  }

  /** @param {Element} note @returns {string} its name where she has read it, or what she has read */
  function name(note) {
    const whole = note.querySelector(":scope > p:not(.so-far) strong")?.textContent || "";
    const read = mentionsOf(note).map((mention) => mention.textContent);
    return read.includes(whole) ? whole : read[0] || "this note";
  }

  /** @param {HTMLElement} note @returns {DocumentFragment} what may be said of it */
  function cut(note) {
    const made = new DocumentFragment();
    const count = mentionsOf(note).length;
    const [first, more] = [note.querySelector(":scope > p:not(.so-far)"), note.querySelector(".more")];
    if (!count || !first) {
      return made;
    }
    const proof = note.dataset.evidence;
    const block = proof && document.getElementById(proof);
    const open = proof === "free" || (block && isRead(block));
    const words = open ? first.cloneNode(true)
      : make("p", {}, make("strong", {}), `, ${note.dataset.kind}.`);
    words.querySelectorAll("[id], .all, .count, .backlinks").forEach((it) => it.remove());
    words.querySelector("strong").textContent = name(note);
    const candidates = open ? [] : candidatesOf(first);
    words.append(candidates.length ? ` May be ${candidates.join(" or ")}.` : "",
      ` Named ${count === 1 ? "once" : `${count} times`} so far.`);
    made.append(words);
    if (open && more) {
      const why = [...more.querySelectorAll(".evidence, .why")].map((it) => it.cloneNode(true));
      made.append(make("details", { class: "more" }, make("summary", {}, "Why we think so"), ...why));
    }
    return made;
  }

  /** @param {Element} words @returns {string[]} whom a name may mean, of those read so far */
  function candidatesOf(words) {
    const read = new Set([...text.querySelectorAll(".mention")].filter(isRead).map((it) => it.textContent));
    return [...words.querySelectorAll("a:not(.all, .count)")].map((it) => it.textContent)
      .filter((it) => read.has(it));
  }

  function show() {
    document.querySelectorAll(".so-far").forEach((it) => it.remove());
    document.documentElement.toggleAttribute("data-point", Boolean(last));
    toggle.setAttribute("aria-pressed", String(Boolean(last)));
    for (const note of last ? notes : []) {
      const back = [...note.querySelectorAll("[role='doc-backlink']")].filter((link) => {
        const from = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        return from && isRead(from);
      });
      note.prepend(make("div", { class: "so-far" }, cut(note), ...back.map((it) => it.cloneNode(true))));
    }
    showStrip();
    AnnotatedReader.margin?.renew();
  }

  function showStrip() {
    for (const row of document.querySelectorAll(".strip tbody tr, .strip-row")) {
      const ticks = [...row.querySelectorAll("a")];
      const targets = ticks.map((tick) => document.getElementById(decodeURIComponent(tick.getAttribute("href").slice(1))));
      ticks.forEach((tick, index) => {
        tick.classList.toggle("unread", !targets[index] || !isRead(targets[index]));
        const label = tick.dataset.label ||= tick.getAttribute("aria-label") || "";
        if (label) {
          tick.setAttribute("aria-label", last ? label.replace(/ of \d+(?=,)/, "") : label);
        }
      });
      const head = row.querySelector("th") || row.previousElementSibling;
      const known = targets.some((it) => it && isRead(it) && head.textContent.endsWith(it.textContent));
      for (const part of row.matches("tr") ? [row] : [row, head]) {
        part.classList.toggle("unread", Boolean(last) && !known);
      }
    }
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
    return blocks.findLast((it) => it.getBoundingClientRect().top < innerHeight / 3) || blocks.find((it) => !it.matches("h2")) || blocks[0];
  }

  /** Move the point on to a word that she asks about. @param {Element} word */
  function reach(word) {
    const block = blocks.findLast((it) => it.contains(word));
    if (last && block && !isRead(block)) {
      set(block);
    }
  }

  function readOn() {
    const block = here();
    const near = last && last.getBoundingClientRect().bottom > -innerHeight;
    if (near && !isRead(block)) {
      set(block);
    }
  }

  const toggle = AnnotatedReader.pointSwitch;

  function change() {
    AnnotatedReader.card.close();
    AnnotatedReader.mentions.close();
    set(last ? null : here());
  }

  AnnotatedReader.point = { isOn: () => Boolean(last), isRead, name, cut, reach };
  toggle.addEventListener("click", change);
  if (last) {
    show();
  } else {
    change(); // she has asked for it
  }
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(readOn, 200);
  }, { passive: true });
})((window.AnnotatedReader = window.AnnotatedReader || {}));
