/**
 * What the page knows and what it asks the server. Nobody waits: what is decided is gone from the
 * questions at once, decisions are sent one after the other, and one that cannot be carried out
 * brings its question back.
 */
(function () {
  "use strict";
  const { review } = window;
  const state = { questions: [], entries: [], kinds: [], open: 0, decided: 0, place: 0, number: 0 };
  let sent = Promise.resolve();
  let pending = 0;

  async function send(path, body) {
    const answer = await fetch(path, body && { method: "POST", body: JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) {
      throw new Error(said.error);
    }
    return said;
  }

  /** Do what needs the server, after all that was asked of it before. */
  function then(work, failed) {
    pending += 1;
    sent = sent.then(work).catch(failed).then(() => {
      pending -= 1;
    });
    return sent;
  }

  const question = () => state.questions[state.place] || null;
  const has = (asked, entry) => asked.items.some((item) => item.entry === entry);

  function goTo(place) {
    state.place = Math.max(0, Math.min(place, state.questions.length - 1));
  }

  /**
   * Take what the server says. The question that she is at stays where it is, if it is still asked,
   * whatever it is worth by now: what comes after it comes next.
   */
  function place(fresh) {
    const seen = question();
    Object.assign(state, fresh);
    const still = seen ? state.questions.findIndex((each) => has(each, seen.items[0].entry)) : -1;
    goTo(state.place);
    if (still >= 0) {
      state.questions.splice(state.place, 0, ...state.questions.splice(still, 1));
    }
    const same = (each) => each && each.items.map((item) => item.entry).join();
    return still >= 0 && same(question()) === same(seen);
  }

  /** Take entries out of all questions; one of which nothing is left is asked no more. */
  function settle(entries) {
    const gone = new Set(entries);
    const before = state.questions.flatMap((each) => each.items).length;
    state.questions = state.questions.flatMap((each) => {
      const items = each.items.filter((item) => !gone.has(item.entry));
      const settles = items.reduce((sum, item) => sum + item.settles, 0);
      return items.length ? [{ ...each, items, settles }] : [];
    });
    state.open -= before - state.questions.flatMap((each) => each.items).length;
    goTo(state.place);
  }

  /** Ask about some of the entries of a question alone, where she is. */
  function alone(entries) {
    const wanted = new Set(entries);
    const from = state.questions.findIndex((each) => each.items.some(({ entry }) => wanted.has(entry)));
    if (from < 0) {
      return;
    }
    const asked = state.questions[from];
    const part = (kept) => {
      const items = asked.items.filter(({ entry }) => wanted.has(entry) === kept);
      return { ...asked, items, settles: items.reduce((sum, item) => sum + item.settles, 0) };
    };
    state.questions.splice(from, 1, ...[part(false)].filter((each) => each.items.length));
    state.questions.splice(state.place, 0, part(true));
  }

  /** Know entries by the names that they have got. */
  function renamed(entries) {
    const names = new Map([...state.entries, ...entries].map((each) => [each[0], each]));
    state.entries = [...names.values()].sort(([, one], [, other]) => one.localeCompare(other));
  }

  review.desk = { state, send, then, question, has, goTo, place, settle, alone, renamed, busy: () => pending > 0 };
})();
