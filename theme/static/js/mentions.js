"use strict";

/**
 * All mentions of an entry in this text, in a panel docked at the side: by section, with the words
 * around each, and a way through them. `n` and `p` (or the buttons) go on and back while the focus
 * is in the panel or on one of the mentions (WCAG 2.1.4); Esc leads back to where the reader was.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, mentionsOf, nameOf, isCut, load, only, make, button } = AnnotatedReader.page;
  const AROUND = 60; // characters shown before and after a mention

  /** @type {null | {panel: HTMLElement, mentions: HTMLAnchorElement[], links: HTMLAnchorElement[],
   *   status: HTMLElement, at: number, origin: HTMLElement, top: number}} */
  let state = null;

  /** @param {HTMLElement} note @param {HTMLElement} origin where the reader came from */
  function open(note, origin) {
    const top = state ? state.top : scrollY;
    const back = state ? state.origin : origin;
    close();
    const mentions = mentionsOf(note);
    const status = make("p", { class: "panel-status", role: "status" });
    const title = make("h2", { id: "panel", tabindex: "-1" }, `All mentions of ${nameOf(note)}`);
    const panel = make("aside", { class: "panel", "aria-labelledby": "panel" }, title, bar(), status);
    state = { panel, mentions, links: [], status, at: -1, origin: back, top };
    panel.append(...list(mentions), ...elsewhere(note));
    document.body.append(panel);
    only(mentions, "found");
    document.documentElement.classList.add("has-panel");
    jump(nearest(mentions, origin));
    title.focus({ preventScroll: true });
  }

  function bar() {
    return make("p", { class: "panel-bar" },
      button("Previous", () => step(-1), { "aria-keyshortcuts": "p", title: "Previous mention (p)" }),
      button("Next", () => step(1), { "aria-keyshortcuts": "n", title: "Next mention (n)" }),
      button("Back", goBack, { "aria-keyshortcuts": "Escape", title: "Back to where I was (Esc)" }),
      button("Stay here", stay, { title: "Close, and read on from this place" }));
  }

  /** @returns {Element[]} a heading and a list a section */
  function list(mentions) {
    const made = [];
    let section = null;
    let items = null;
    mentions.forEach((mention, index) => {
      const heading = sectionOf(mention);
      if (!items || heading !== section) {
        section = heading;
        items = make("ol", { class: "plain" });
        made.push(...(heading ? [make("h3", {}, plain(heading))] : []), items);
      }
      const link = make("a", { href: isCut() ? AnnotatedReader.point.addressOf(mention) : `#${mention.id}` }, ...inContext(mention));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        jump(index);
        mention.focus({ preventScroll: true });
      });
      state.links.push(link);
      items.append(make("li", {}, link));
    });
    return made;
  }

  /** @returns {Element | null} the heading above a mention */
  function sectionOf(mention) {
    const headings = [...text.querySelectorAll("h2, h3, h4, h5, h6")];
    const above = headings.filter((heading) => heading.contains(mention)
      || heading.compareDocumentPosition(mention) & Node.DOCUMENT_POSITION_FOLLOWING);
    return above.at(-1) || null;
  }

  /** @param {Node} element @returns {string} its words, without the numbers of notes */
  function plain(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".marker, .card").forEach((marker) => marker.remove());
    return copy.textContent.replace(/\s+/g, " ");
  }

  function inContext(mention) {
    const block = mention.closest("p, li, h2, h3, h4, h5, h6, blockquote") || text;
    const [before, after] = [new Range(), new Range()];
    before.setStart(block, 0);
    before.setEndBefore(mention);
    after.setStartAfter(mention);
    after.setEnd(block, block.childNodes.length);
    const [left, right] = [plain(before.cloneContents()), plain(after.cloneContents())];
    return [
      left.length > AROUND ? `…${left.slice(-AROUND).replace(/^\S*\s/, "")}` : left,
      make("mark", {}, mention.textContent),
      right.length > AROUND ? `${right.slice(0, AROUND).replace(/\s\S*$/, "")}…` : right,
    ];
  }

  /** @returns {Element[]} the ways to the other texts, as the note has them, until more is known */
  function elsewhere(note) {
    if (isCut()) {
      return [];
    }
    const others = note.querySelector(".elsewhere")?.cloneNode(true);
    const all = make("p", {}, make("a", { href: addressOf(note.dataset.entry) }, "All mentions in all texts"));
    if (!others) {
      return [all];
    }
    const place = make("div", { class: "panel-others", "data-entry": note.dataset.entry }, others);
    load(`../../mentions/${encodeURIComponent(note.dataset.entry)}`);
    return [place, all];
  }

  /** @param {string} entry @returns {string} its page */
  function addressOf(entry) {
    return `../glossary/${encodeURIComponent(entry)}.html#mentions`;
  }

  /**
   * Show what an entry's file says of other texts: by text and heading, as this text's mentions are.
   * @param {string} entry @param {number} count in all texts
   * @param {[string, string, string, [string, [string, string, string, string][]][]][]} texts
   */
  function add(entry, count, texts) {
    const place = state?.panel.querySelector(`.panel-others[data-entry="${CSS.escape(entry)}"]`);
    const others = texts.filter(([slug]) => slug !== text.dataset.slug);
    if (!place || !others.length) {
      return;
    }
    const shown = texts.flatMap(([, , , parts]) => parts).reduce((sum, [, held]) => sum + held.length, 0);
    const cut = shown < count ? ` (of the first ${shown} mentions in all texts)` : "";
    place.replaceChildren(make("h3", {}, `In other texts${cut}`), ...others.flatMap(([slug, title, lang, parts]) => [
      make("h4", { lang }, make("a", { href: `${encodeURIComponent(slug)}.html` }, title)),
      ...parts.flatMap(([heading, held]) => [
        ...(heading ? [make("h5", { lang }, heading)] : []),
        make("ol", { class: "plain", lang }, ...held.map(([anchor, before, surface, after]) =>
          make("li", {}, make("a", { href: `${encodeURIComponent(slug)}.html#${encodeURIComponent(anchor)}` },
            before, make("mark", {}, surface), after)))),
      ]),
    ]));
  }

  /** @returns {number} the mention that the reader is at, or comes to next */
  function nearest(mentions, origin) {
    const at = mentions.findLastIndex((mention) => mention === origin
      || mention.compareDocumentPosition(origin) & Node.DOCUMENT_POSITION_FOLLOWING);
    return Math.max(0, at);
  }

  /** @param {number} by */
  function step(by) {
    const count = state.mentions.length;
    jump((state.at + by + count) % count);
    if (!state.panel.contains(document.activeElement)) {
      state.mentions[state.at].focus({ preventScroll: true });
    }
  }

  /** @param {number} index */
  function jump(index) {
    const { mentions, links, status } = state;
    links[state.at]?.removeAttribute("aria-current");
    state.at = index;
    links[index].setAttribute("aria-current", "true");
    links[index].scrollIntoView({ block: "nearest" });
    only([mentions[index]], "current");
    mentions[index].scrollIntoView({ block: "center" });
    status.textContent = `${index + 1} of ${mentions.length}`;
  }

  function close() {
    state?.panel.remove();
    state = null;
    only([], "found");
    only([], "current");
    document.documentElement.classList.remove("has-panel");
  }

  function goBack() {
    const { origin, top } = state;
    close();
    origin.focus({ preventScroll: true });
    scrollTo({ top, behavior: "instant" });
  }

  function stay() {
    const mention = state.mentions[state.at];
    close();
    mention.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (!state || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const focused = document.activeElement;
    const ours = state.panel.contains(focused) || state.mentions.includes(focused);
    if (event.key === "Escape") {
      event.preventDefault();
      goBack();
    } else if (ours && (event.key === "n" || event.key === "p")) {
      event.preventDefault();
      step(event.key === "n" ? 1 : -1);
    }
  });

  AnnotatedReader.mentions = { open, close, add };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
