/**
 * Text -> words -> the forms that the index knows: the same as analysis.py, which says why.
 * Stems are not made here: the index tells which forms belong together.
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
  const ASCII = /^[\0-\x7f]*$/; // most texts and queries: their words are found much sooner
  const ASCII_WORD = /[a-z0-9]+(?:['-][a-z0-9]+)*/g;
  const UNSPACED =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff" +
    "\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const IS_UNSPACED = new RegExp("[" + UNSPACED + "]", "u");
  const SCRIPTS = new RegExp("[" + UNSPACED + "]+|[^" + UNSPACED + "]+", "gu");
  const CHARACTER = /[\p{L}\p{N}]\p{M}*/gu;

  /** @param {string} text @returns {string} lower case, without optional marks */
  function fold(text) {
    if (ASCII.test(text)) {
      return text.toLowerCase().replace(/`/g, "'");
    }
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
    const folded = fold(text);
    return (folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) || []).flatMap(splitWord);
  }

  /** A script without spaces gives many words of a letter pair each. */
  function splitWord(raw) {
    const parts = raw.replace(/'s$/, "").split(/['-]/);
    if (ASCII.test(raw) || !IS_UNSPACED.test(raw)) {
      return [parts];
    }
    return parts
      .flatMap((part) => part.match(SCRIPTS) || [])
      .flatMap(pieces)
      .map((piece) => [piece]);
  }

  function pieces(run) {
    const characters = run.match(CHARACTER) || [];
    if (characters.length < 2 || !IS_UNSPACED.test(run)) {
      return [run];
    }
    return characters.slice(1).map((character, place) => characters[place] + character);
  }

  /** @param {string[]} word @returns {string[]} its parts and, of a compound, the whole */
  function forms(word) {
    return word.length === 1 ? word : word.concat(word.join(""));
  }

  search.analysis = { fold, words, forms, IS_UNSPACED };
})();
