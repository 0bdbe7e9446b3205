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
