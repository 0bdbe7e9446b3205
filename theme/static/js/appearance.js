"use strict";

/**
 * The reader's choice of a light or a dark page, kept in this browser.
 *
 * It runs in the head, before anything is drawn, so that a page never flashes in the wrong
 * light; the switch itself is made here, so that a page without script shows no dead button.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const KEY = "annotated-reader-appearance";
  const CHOICES = ["system", "light", "dark"];
  const root = document.documentElement;

  /** @returns {string} one of CHOICES */
  function choice() {
    return root.dataset.appearance || "system";
  }

  /** @param {string} wanted one of CHOICES, or anything else for the system's own */
  function apply(wanted) {
    if (wanted === "light" || wanted === "dark") {
      root.dataset.appearance = wanted;
    } else {
      delete root.dataset.appearance;
    }
  }

  /** @returns {string} what was kept, or "" where the browser keeps nothing */
  function recall() {
    try {
      return localStorage.getItem(KEY) || "";
    } catch {
      return "";
    }
  }

  /** @param {string} wanted */
  function keep(wanted) {
    try {
      localStorage.setItem(KEY, wanted);
    } catch {
      // A browser that keeps nothing still switches this page.
    }
  }

  /** @param {HTMLButtonElement} button */
  function describe(button) {
    button.dataset.choice = choice();
    button.title = "Appearance: " + choice();
    button.setAttribute("aria-label", button.title);
  }

  /** @returns {HTMLButtonElement} a button that goes round the choices */
  function makeSwitch() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "appearance";
    button.addEventListener("click", function () {
      const next = CHOICES[(CHOICES.indexOf(choice()) + 1) % CHOICES.length];
      apply(next);
      keep(next);
      describe(button);
    });
    describe(button);
    return button;
  }

  AnnotatedReader.appearance = { choice: choice, apply: apply };

  root.dataset.script = ""; // room is kept for what scripts will add
  apply(recall());
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelector(".appearance-place")?.append(makeSwitch());
  });
})((window.AnnotatedReader = window.AnnotatedReader || {}));
