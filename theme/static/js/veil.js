"use strict";

/**
 * What labels and addresses tell while only what is read may be shown: names as the reader has
 * read them, and addresses (browsers show them, assistive technology reads them) that lead to a
 * paragraph. The place that a link leads to is kept in `data-to`.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, noteOf } = AnnotatedReader.page;
  /** @type {[Element, string, string | null][]} the attributes that were changed, as they were */
  const attributes = [];
  /** @type {[Text, string][]} */
  const words = [];

  /** @param {Element} element @param {Record<string, string>} values */
  function change(element, values) {
    for (const [name, value] of Object.entries(values)) {
      attributes.push([element, name, element.getAttribute(name)]);
      element.setAttribute(name, value);
    }
  }

  /** Let everything say again what it said. */
  function lift() {
    for (const [element, name, value] of attributes.splice(0).reverse()) {
      if (value === null) {
        element.removeAttribute(name);
      } else {
        element.setAttribute(name, value);
      }
    }
    words.splice(0).forEach(([node, data]) => (node.data = data));
    document.querySelectorAll(".unread").forEach((it) => it.classList.remove("unread"));
  }

  /** @param {any} point what is read */
  function draw(point) {
    for (const link of text.querySelectorAll(".mention, [role='doc-noteref']")) {
      const note = noteOf(link); // known from now on, whatever the address
      const number = link.matches(".mention") || !note ? "" : `Note ${link.textContent}`;
      const name = number && point.isRead(link) ? point.name(note) : "";
      change(link, { href: point.addressOf(link), ...(number && { "aria-label": name ? `${number}: ${name}` : number }) });
    }
    document.querySelectorAll(".strip tbody tr, .strip-row").forEach((row) => drawRow(row, point));
  }

  /** @param {Element} row of the strip or of its table @param {any} point */
  function drawRow(row, point) {
    const head = row.querySelector("th") || row.previousElementSibling;
    const ticks = [...row.querySelectorAll("a")].map((link) => {
      const id = decodeURIComponent(link.getAttribute("href").slice(1));
      return { link, id, mention: document.getElementById(id) };
    });
    const whole = head.lastChild.data;
    const name = point.nameIn(whole, ticks.map((it) => it.mention).filter(Boolean));
    for (const { link, id, mention } of ticks) {
      link.classList.toggle("unread", !mention || !point.isRead(mention));
      const label = link.getAttribute("aria-label");
      change(link, {
        href: mention ? point.addressOf(mention) : "#content",
        "data-to": id,
        ...(label && { "aria-label": name + label.slice(whole.length).replace(/ of \d+(?=,)/, "") }),
      });
    }
    words.push([head.lastChild, whole]);
    head.lastChild.data = name;
    const isTable = row.matches("tr");
    [row, ...(isTable ? [] : [head])].forEach((it) => it.classList.toggle("unread", !name));
  }

  /**
   * @param {Element} link a way back from a note @param {Element} from where it leads
   * @param {string} name @param {string} address @returns {Element} a copy that tells no more
   */
  function backlink(link, from, name, address) {
    const copy = link.cloneNode(true);
    const [section] = /, in “.*”$/.exec(link.getAttribute("aria-label")) || [""];
    copy.href = address;
    copy.dataset.to = from.id;
    copy.setAttribute("aria-label", `Back to ${name}, reference ${from.id.split("-").at(-1)}${section}`);
    return copy;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-to]");
    const target = link && document.getElementById(link.dataset.to);
    if (target && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      target.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
    }
  });

  AnnotatedReader.veil = { draw, lift, backlink };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
