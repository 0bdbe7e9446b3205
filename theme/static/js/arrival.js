"use strict";

/**
 * Who comes from the search brings her words in the address (`?find=word+"a phrase"`): then, and
 * only then, what marks them is loaded.
 */
(function () {
  if (!new URLSearchParams(location.search).get("find")) {
    return;
  }
  for (const name of ["../../search/analysis.js", "../../search/marks.js", "found.js"]) {
    const script = document.createElement("script");
    script.src = new URL(name, document.currentScript.src).href;
    script.async = false; // one after the other
    document.head.append(script);
  }
})();

/** The reading point is loaded once it is wanted, or was when she last read this text. */
(function (/** @type {any} */ AnnotatedReader) {
  const { text, button, load, recall } = AnnotatedReader.page || {};
  const tools = document.querySelector(".tools");
  if (!text || !tools || !document.querySelector(".notes li[data-entry]")) {
    return;
  }

  function cut() {
    document.documentElement.dataset.point = "";
    load("veil").then(() => load("point"));
  }

  const toggle = button("Only what I have read so far", () => {}, { "aria-pressed": "false" });
  AnnotatedReader.pointSwitch = toggle;
  tools.append(toggle);
  if ((recall("points") || {})[text.dataset.slug]) {
    cut();
  } else {
    toggle.addEventListener("click", cut, { once: true });
  }
})((window.AnnotatedReader = window.AnnotatedReader || {}));
