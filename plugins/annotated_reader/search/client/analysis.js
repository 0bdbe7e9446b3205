/**
 * Text -> words -> the terms of the index: the same as analysis.py, which says why.
 * Needs lunr.js for its stemmer and its list of stop words.
 */
(function () {
  "use strict";
  const reader = (window.AnnotatedReader = window.AnnotatedReader || {});
  const search = (reader.search = reader.search || {});

  const APOSTROPHES = /[‘’‛ʹʻʼʽʾʿˈ′＇`´]/g;
  const HYPHENS = /[‐‑﹣－]/g;
  const INVISIBLE = /[\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
  const LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d",
    "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "ς": "σ",
  };
  const LETTER = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");
  const OPTIONAL_MARKS = new RegExp(
    "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
      "\\u064b-\\u065f\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]+",
    "g"
  );
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
  const ASCII = /^[\x00-\x7f]*$/;

  /** @param {string} text @returns {string} lower case, without optional marks */
  function fold(text) {
    return text
      .replace(APOSTROPHES, "'")
      .replace(HYPHENS, "-")
      .replace(INVISIBLE, "")
      .normalize("NFKD")
      .toLowerCase()
      .replace(OPTIONAL_MARKS, "")
      .replace(LETTER, (letter) => LETTERS[letter])
      .normalize("NFC");
  }

  /** @param {string} text @returns {string[][]} the words, each as its parts */
  function words(text) {
    const found = fold(text).match(WORD) || [];
    return found.map((word) => word.replace(/'s$/, "").split(/['-]/));
  }

  /** @param {string[]} word @returns {string[]} its parts and, of a compound, the whole */
  function forms(word) {
    return word.length === 1 ? word : word.concat(word.join(""));
  }

  /** @param {string} form @returns {string} its term: English words are stemmed */
  function stem(form) {
    return ASCII.test(form) ? lunr.stemmer(new lunr.Token(form, {})).toString() : form;
  }

  /** @param {string} form @returns {boolean} */
  function isStopWord(form) {
    return lunr.stopWordFilter(new lunr.Token(form, {})) === undefined;
  }

  search.analysis = { fold, words, forms, stem, isStopWord };
})();
