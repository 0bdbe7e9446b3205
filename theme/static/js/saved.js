"use strict";

/** The page shown for what is not saved: names it, and leads to the texts that are. */
(function (/** @type {any} */ AnnotatedReader) {
  const { offline } = AnnotatedReader;
  const missing = new URLSearchParams(location.search).get("page");
  const list = document.getElementById("saved");
  if (missing) {
    const words = " The page was " + missing + ".";
    document.getElementById("missing").append(words);
  }
  if (!offline || !list) {
    return;
  }
  offline
    .ready()
    .then((/** @type {ServiceWorker} */ worker) => offline.ask(worker, { ask: "pages" }))
    .then(({ pages }) => {
      const parser = new DOMParser();
      for (const [url, title] of pages) {
        const link = document.createElement("a");
        const item = document.createElement("li");
        link.href = url;
        link.textContent = parser.parseFromString(title, "text/html").body.textContent;
        item.append(link);
        list.append(item);
      }
      list.parentElement.hidden = !pages.length;
    });
})((window.AnnotatedReader = window.AnnotatedReader || {}));
