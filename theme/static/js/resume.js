"use strict";

/** In the library: beside each text that the reader has begun, the way to where she left. */
(function () {
  let places = {};
  try {
    places = JSON.parse(localStorage.getItem("annotated-reader-places") || "{}") || {};
  } catch {
    return; // no storage, no places
  }
  for (const [slug, [id, percent]] of Object.entries(places)) {
    const title = document.querySelector(`.text-item a[href$="texts/${CSS.escape(slug)}.html"]`);
    const meta = title?.closest(".text-item").querySelector(".meta");
    if (meta) {
      const link = document.createElement("a");
      link.href = `${title.getAttribute("href")}#${id}`;
      link.textContent = `continue at ${percent} %`;
      link.setAttribute("aria-label", `continue at ${percent} %: ${title.textContent}`);
      const span = document.createElement("span");
      span.append(link);
      meta.append(" ", span);
    }
  }
})();
