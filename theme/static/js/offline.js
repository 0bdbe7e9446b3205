"use strict";

/**
 * Reading without a network, for pages that come from a server: the service worker keeps what was
 * read, and a new version of the site is offered, never forced. A folder opened from disk needs
 * none of it.
 */
(function (/** @type {any} */ AnnotatedReader) {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const workers = navigator.serviceWorker;
  const possible = Boolean(workers) && /^https?:$/.test(location.protocol) && isSecureContext;
  if (!possible) {
    return;
  }

  /** @param {ServiceWorker} worker @param {object} message @returns {Promise<any>} its answer */
  function ask(worker, message) {
    return new Promise((resolve, reject) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => (data.error ? reject(data) : resolve(data));
      worker.postMessage(message, [channel.port2]);
    });
  }

  let taken = false;

  /** @param {ServiceWorker} worker of a new version that is ready */
  function offerVersion(worker) {
    offer("There is a new version of this site.", () => {
      taken = true;
      ask(worker, { ask: "activate" });
    });
  }

  /** Ask whether to go on to another version. @param {string} words @param {() => void} accept */
  function offer(words, accept) {
    if (document.querySelector(".new-version")) {
      return;
    }
    const line = document.createElement("p");
    const take = document.createElement("button");
    const later = document.createElement("button");
    line.className = "new-version";
    line.setAttribute("role", "status");
    take.textContent = "Show it";
    later.textContent = "Later";
    take.addEventListener("click", accept);
    later.addEventListener("click", () => line.remove());
    line.append(`${words} `, take, " ", later);
    document.body.append(line);
  }

  /** @param {ServiceWorkerRegistration} registration */
  function watch(registration) {
    if (registration.waiting && workers.controller) {
      offerVersion(registration.waiting);
    }
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && workers.controller) {
          offerVersion(worker);
        }
      });
    });
  }

  /** A page that was there before its worker, with what it has loaded, is kept as well. */
  function keepThisPage() {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    const page = location.href.replace(/[?#].*/, "");
    ask(workers.controller, { ask: "keep", urls: [page, ...loaded] });
  }

  const hadWorker = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    if (taken) {
      location.reload();
    } else if (hadWorker) {
      document.querySelector(".new-version")?.remove();
      offer("A new version was opened in another window.", () => location.reload());
    } else {
      keepThisPage();
    }
  });
  const registered = workers.register(new URL("../../sw.js", here).href);
  registered.then(watch, () => {}); // a server may refuse: then all is as without a worker
  AnnotatedReader.offline = { ask, ready: () => workers.ready.then(({ active }) => active) };
})((window.AnnotatedReader = window.AnnotatedReader || {}));
