// What a reading page tells at a reading point, by eye, by address and to assistive technology:
// `told` are all words and attributes outside the text that is still to be read, `read` the text so far.
async (point) => {
  const { card, page } = window.AnnotatedReader;
  await page.load("mentions");
  const { mentions } = window.AnnotatedReader;
  const last = document.getElementById(point);
  const isRead = (it) => last.contains(it)
    || Boolean(last.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING);
  const ATTRIBUTES = ["href", "title", "alt", "placeholder", "value", "data-count"];
  const told = [];
  const seen = new Set();

  const isShown = (element) => (element.matches("title") ? element.parentElement : element).checkVisibility({ visibilityProperty: true });
  const attributesOf = (element) => [...element.attributes]
    .filter(({ name }) => ATTRIBUTES.includes(name) || name.startsWith("aria-"))
    .map(({ value }) => value);
  const textOf = (element) => [...element.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE).map((it) => it.data).join(" ");

  function wordsOf(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".marker").forEach((it) => it.remove());
    return copy.textContent.replace(/\s+/g, " ");
  }

  function tell(root, withWords = true) {
    for (const element of [root, ...root.querySelectorAll("*")]) {
      if (element.matches("script, style, template") || !isShown(element)) continue;
      const words = [...attributesOf(element), ...(withWords ? [textOf(element)] : [])].filter((it) => it.trim());
      words.filter((it) => !seen.has(it)).forEach((it) => { seen.add(it); told.push(it); });
    }
  }

  document.querySelectorAll("details").forEach((it) => (it.open = true));
  for (const part of document.body.children) {
    if (part.matches("main")) {
      part.querySelectorAll(":scope > *, article > *").forEach((it) => it.matches("article") || it.querySelector(".text") || tell(it));
      part.querySelectorAll(".notes, .margin").forEach((it) => tell(it));
      tell(page.text, false); // its words are the text itself
    } else {
      tell(part);
    }
  }
  const links = [...page.text.querySelectorAll(".mention, [role=doc-noteref]")].filter(isRead).filter(page.noteOf);
  const known = new Set();
  for (const link of links) {
    if (known.has(page.noteOf(link))) continue;
    known.add(page.noteOf(link));
    card.open(link);
    const shown = document.querySelector("#card");
    shown.querySelectorAll("details").forEach((it) => (it.open = true));
    tell(shown);
    tell(link, false);
    card.close();
    if (page.mentionsOf(page.noteOf(link)).length) {
      mentions.open(page.noteOf(link), link);
      tell(document.querySelector(".panel"));
      mentions.close();
    }
  }
  const blocks = [...page.text.querySelectorAll(":is(p, li, h2, h3, h4, h5, h6)[id]")].filter(isRead);
  const read = [document.querySelector(".text-head"), ...blocks].map(wordsOf).join("\n");
  const surfaces = [...page.text.querySelectorAll(".mention")].map((it) => it.textContent);
  const unread = [...document.querySelectorAll("[data-to]")].filter(isShown)
    .filter((it) => !isRead(document.getElementById(it.dataset.to))).length;
  return { told, read, surfaces, unread, cards: known.size };
}
