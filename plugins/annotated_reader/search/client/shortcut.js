/**
 * "/" on any page: to the search field, or to the search page where the page has none.
 * A visitor may switch it off on the search page (WCAG 2.1.4): the choice is kept in the browser.
 */
(function () {
  "use strict";
  const reader = (window.AnnotatedReader = window.AnnotatedReader || {});
  const SETTING = "annotated-reader-search-key";
  const FIELD = "search-field";
  const page = new URL("../search.html#" + FIELD, document.currentScript.src).href;

  reader.searchKey = {
    /** @returns {boolean} */
    get enabled() {
      try {
        return localStorage.getItem(SETTING) !== "off";
      } catch {
        return true; // no storage, no choice
      }
    },
    set enabled(value) {
      try {
        localStorage.setItem(SETTING, value ? "on" : "off");
      } catch {
        // The choice then lasts as long as the page.
      }
    },
  };

  function isTyping(target) {
    return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
  }

  document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (event.key !== "/" || modified || event.defaultPrevented || isTyping(event.target)) {
      return;
    }
    if (!reader.searchKey.enabled) {
      return;
    }
    event.preventDefault();
    const field = document.getElementById(FIELD) || document.querySelector("input[type=search]");
    if (field && field.getClientRects().length) {
      field.focus();
      field.select();
    } else {
      location.href = page;
    }
  });
})();
