/**
 * The service worker: what was visited or saved is there without a network.
 *
 * One cache a version of the site, and nothing in it is of another version: what is kept is
 * shown until the reader takes the new version, which is made ready beside it. SITE, put before
 * this code by the build, names the version, its shell and the digest of the list of all files;
 * a row of a list is [name, bytes, digest].
 */

const BASE = new URL("./", self.location.href);
const PREFIX = `annotated-reader:${BASE.pathname}:`;
const CACHE = PREFIX + SITE.version;
const LIST = "offline/files.json";
const AT_ONCE = 6; // requests side by side
const MANY = 100; // files from which on one list costs less than a question for each
const HOWEVER = { ignoreSearch: true, ignoreVary: true };

/** Pages that came from a newer version of the site than this worker's. */
const newer = new Set();

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(BASE.href)) {
    event.respondWith(answer(event));
  }
});
self.addEventListener("message", (event) => {
  const action = ACTIONS[event.data.ask];
  const reply = (message) => event.ports[0]?.postMessage(message);
  if (action) {
    event.waitUntil(action(event.data).then(reply, (error) => reply({ error: error.name })));
  }
});

/** Keep the shell, and bring what older versions have kept up to date. */
async function install() {
  const older = await olderCaches();
  await save(SITE.shell, older);
  await carryOver(older);
}

async function activate() {
  for (const name of await olderNames()) {
    await caches.delete(name);
  }
  await self.clients.claim();
}

/** @param {FetchEvent} event @returns {Promise<Response>} what is kept, else what the server says */
async function answer(event) {
  const { request } = event;
  const kept = newer.has(event.clientId) ? undefined : await find(request.url);
  if (kept) {
    return kept;
  }
  try {
    const response = await fetch(request);
    if (updated()) {
      newer.add(event.resultingClientId);
    } else {
      event.waitUntil(keep(request.url, response.clone()));
    }
    return response;
  } catch {
    return request.mode === "navigate" ? notSaved(request.url) : Response.error();
  }
}

/** @returns {boolean} whether the server is known to have a newer version than this one */
function updated() {
  return Boolean(self.registration.waiting || self.registration.installing);
}

/** @param {string} url @returns {Response} a way to the page that says that this one is missing */
function notSaved(url) {
  const page = url.slice(BASE.href.length);
  return Response.redirect(`${address("not-saved.html")}?page=${encodeURIComponent(page)}`);
}

// What is kept

/** @param {string} name of a file @returns {string} */
function address(name) {
  return new URL(name.replace(/[%?#\\]/g, encodeURIComponent), BASE).href;
}

/** @param {string} url @returns {string} the address under which its answer is kept */
function place(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname + (pathname.endsWith("/") ? "index.html" : "");
}

/** @param {string} url @returns {Promise<Response | undefined>} */
async function find(url) {
  const cache = await caches.open(CACHE);
  // Some servers show a page under its name without the ending.
  return (await cache.match(place(url), HOWEVER)) || cache.match(`${place(url)}.html`, HOWEVER);
}

/** @param {string} url @param {Response} response @returns {Promise<boolean>} whether it is kept */
async function keep(url, response) {
  if (response.status !== 200 || response.type !== "basic") {
    return false;
  }
  const { headers } = response;
  // A redirected answer may not be given to a page that asks to be opened; a copy of it may.
  const whole = response.redirected ? new Response(await response.blob(), { headers }) : response;
  const cache = await caches.open(CACHE);
  await cache.put(place(url), whole);
  return true;
}

/**
 * Keep files: copied from an older version where it has the same, else asked for.
 * @param {[string, number, string][]} rows @param {Cache[]} [older]
 */
async function save(rows, older = []) {
  const cache = await caches.open(CACHE);
  await sideBySide(rows, async ([name, , digest]) => {
    const url = address(name);
    if (await cache.match(url)) {
      return;
    }
    const same = await unchanged(url, digest, older);
    if (!(await keep(url, same || (await fetch(url, { cache: "no-cache" }))))) {
      throw new DOMException(`${name} is missing`, "NotFoundError");
    }
  });
}

/** @param {string} url @param {string} digest @param {Cache[]} older @returns {Promise<Response | undefined>} */
async function unchanged(url, digest, older) {
  for (const cache of older) {
    const response = await cache.match(url);
    if (response && (await digestOf(response)) === digest) {
      return fresh(response);
    }
  }
}

/** @param {Response} response out of a cache @returns {Response} one like it that `keep` takes */
function fresh(response) {
  return Object.defineProperty(response, "type", { value: "basic" });
}

/** @param {Response} response @returns {Promise<string>} the beginning of its SHA-256 */
async function digestOf(response) {
  const bytes = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const digits = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0"));
  return digits.join("").slice(0, SITE.list.length);
}

// From version to version

async function olderNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

async function olderCaches() {
  return Promise.all((await olderNames()).map((name) => caches.open(name)));
}

/** @param {Cache[]} older */
async function carryOver(older) {
  const kept = new Set();
  for (const cache of older) {
    (await cache.keys()).forEach((request) => kept.add(request.url));
  }
  if (kept.has(address(LIST))) {
    await save(await readList(), older);
    await markWhole();
  } else if (kept.size > MANY) {
    const rows = await readList();
    await save(rows.filter(([name]) => kept.has(address(name))), older);
  } else {
    await sideBySide([...kept], (url) => renew(url, older));
  }
}

/** @param {string} url @param {Cache[]} older */
async function renew(url, older) {
  if (await find(url)) {
    return;
  }
  try {
    await keep(url, await fetch(url, { cache: "no-cache" }));
  } catch {
    const copies = await Promise.all(older.map((cache) => cache.match(url)));
    await keep(url, fresh(copies.find(Boolean)));
  }
}

/** @returns {Promise<[string, number, string][]>} a row for every file of this version */
async function readList() {
  const response = await fetch(address(LIST), { cache: "no-cache" });
  if (!response.ok || (await digestOf(response)) !== SITE.list) {
    throw new DOMException("the site has changed", "VersionError");
  }
  return response.json();
}

/** The list itself is kept only beside everything that it lists: it is the sign that all is there. */
async function markWhole() {
  await keep(address(LIST), await fetch(address(LIST), { cache: "no-cache" }));
}

// What pages ask for

const ACTIONS = {
  /** How much there is, and whether all of it is kept. */
  async state() {
    const cache = await caches.open(CACHE);
    const whole = Boolean(await cache.match(address(LIST)));
    return { files: SITE.files, bytes: SITE.bytes, whole };
  },

  /** The files that are not kept yet. */
  async missing() {
    const cache = await caches.open(CACHE);
    const kept = new Set((await cache.keys()).map((request) => request.url));
    return { rows: (await readList()).filter(([name]) => !kept.has(address(name))) };
  },

  async save({ rows }) {
    await save(rows);
    return {};
  },

  async whole() {
    await markWhole();
    return {};
  },

  /** Let go of the files that `rows` name, or of all but the shell. */
  async forget({ rows }) {
    const cache = await caches.open(CACHE);
    const shell = new Set(SITE.shell.map(([name]) => address(name)));
    const urls = rows
      ? rows.map(([name]) => address(name))
      : (await cache.keys()).map((request) => request.url);
    await sideBySide([address(LIST), ...urls], async (url) => shell.has(url) || cache.delete(url));
    return {};
  },

  /** Keep a page that was opened before there was a worker, and what it has loaded. */
  async keep({ urls }) {
    const ours = urls.filter((url) => url.startsWith(BASE.href));
    await sideBySide(ours, async (url) => (await find(url)) || keep(url, await fetch(url)));
    return {};
  },

  /** The names and titles of the texts and entries that are kept. */
  async pages() {
    const cache = await caches.open(CACHE);
    const urls = (await cache.keys()).map((request) => request.url);
    const pages = urls.filter((url) => url.slice(BASE.href.length).startsWith("texts/"));
    const html = pages.filter((url) => url.endsWith(".html")).slice(-50);
    return { pages: await Promise.all(html.map(async (url) => [url, await titleOf(cache, url)])) };
  },

  async activate() {
    await self.skipWaiting();
    return {};
  },
};

/** @param {Cache} cache @param {string} url @returns {Promise<string>} the page's title as HTML */
async function titleOf(cache, url) {
  const html = await (await cache.match(url)).text();
  return (/<title>([^<]*)<\/title>/.exec(html) || ["", url])[1];
}

/** @template T @param {T[]} items @param {(item: T) => Promise<unknown>} action */
async function sideBySide(items, action) {
  const left = items.values();
  const lane = async () => {
    for (const item of left) {
      await action(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
