"use strict";

/** The page about reading offline: save everything, with size, progress, pause and cancel. */
(function (/** @type {any} */ AnnotatedReader) {
  const { offline } = AnnotatedReader;
  const box = document.getElementById("save");
  if (!offline || !box) {
    return;
  }
  const BATCH = 12; // files a request: as many as are lost by a pause
  const part = (/** @type {string} */ name) => document.getElementById("save-" + name);
  const [status, bar, start, pause, cancel, forget] = [
    "status", "bar", "start", "pause", "cancel", "forget",
  ].map(part);
  let state = "idle"; // or "saving", "paused"
  let saving = Promise.resolve(); // done when the last request of files is answered

  /** @param {number} bytes */
  function size(bytes) {
    const megabytes = bytes / 1e6;
    return megabytes < 1
      ? Math.max(1, Math.round(bytes / 1e3)) + " kB"
      : megabytes.toFixed(1) + " MB";
  }

  /** @param {string} words */
  function say(words) {
    status.textContent = words;
  }

  /** @param {string} next */
  function become(next) {
    state = next;
    start.hidden = next === "saving";
    start.textContent = next === "paused" ? "Go on" : "Save everything";
    pause.hidden = next !== "saving";
    cancel.hidden = next === "idle";
    bar.hidden = next === "idle";
  }

  async function show() {
    const worker = await offline.ready();
    const { files, bytes, whole } = await offline.ask(worker, { ask: "state" });
    const all = files.toLocaleString("en") + " files, " + size(bytes);
    say(whole ? "All of this site is saved: " + all + "." : "The whole site is " + all + ".");
    start.hidden = whole;
    forget.hidden = !whole;
  }

  /** @param {[string, number, string][]} rows */
  function bytesOf(rows) {
    return rows.reduce((sum, [, bytes]) => sum + bytes, 0);
  }

  async function save() {
    become("saving");
    const worker = await offline.ready();
    const { rows } = await offline.ask(worker, { ask: "missing" });
    const total = bytesOf(rows);
    let done = 0;
    for (let at = 0; at < rows.length && state === "saving"; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      await offline.ask(worker, { ask: "save", rows: batch });
      done += bytesOf(batch);
      if (state === "idle") {
        return; // cancelled meanwhile: what there is to say says letGo
      }
      /** @type {HTMLProgressElement} */ (bar).value = total ? done / total : 1;
      say(size(done) + " of " + size(total) + " saved");
    }
    if (state === "saving") {
      await offline.ask(worker, { ask: "whole" });
      become("idle");
      await show();
    } else if (state === "paused") {
      say("Paused: " + size(done) + " of " + size(total) + " saved.");
    }
  }

  const FAILED = {
    VersionError: "The site has changed meanwhile: reload this page and try again.",
    QuotaExceededError: "There is not enough room on this device.",
  };

  function saveOrSay() {
    saving = save().catch((error) => {
      if (state !== "idle") {
        become("paused");
        say(FAILED[error.error] || "The network is gone. What is saved stays; go on later.");
      }
    });
  }

  /** Forget what was saved, and what is on its way. */
  async function letGo() {
    become("idle");
    await saving;
    const worker = await offline.ready();
    await offline.ask(worker, { ask: "forget" });
    await show();
  }

  start.addEventListener("click", saveOrSay);
  pause.addEventListener("click", () => become("paused"));
  cancel.addEventListener("click", letGo);
  forget.addEventListener("click", letGo);
  become("idle");
  box.hidden = false;
  show();
})((window.AnnotatedReader = window.AnnotatedReader || {}));
