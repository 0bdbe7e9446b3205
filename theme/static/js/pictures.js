"use strict";

/**
 * Arrow keys in drawings: each drawing is one stop of the Tab key. Right and left go through all of
 * its marks from one side to the other (in a timeline that is the order of time), down and up to the
 * nearest one below or above, Home and End to the first and the last. Without script every mark is a
 * stop. A map or network that is wider than the window shows what is named most.
 */
(function () {
  const MARK = "a.picture-mark";
  const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
  const VERTICAL = { ArrowDown: 1, ArrowUp: -1 };
  const ENDS = { Home: 0, End: -1 };

  /** @param {Element} mark @returns {[number, number]} the middle of what is drawn for it */
  function middle(mark) {
    const box = (mark.querySelector(".shape") || mark).getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** The marks that a filter has left, from left to right. @param {Element} drawing */
  function marksOf(drawing) {
    const marks = [...drawing.querySelectorAll(MARK)].filter((mark) => mark.getClientRects().length);
    const places = new Map(marks.map((mark) => [mark, middle(mark)]));
    return marks.sort((one, other) => {
      const [[x, y], [otherX, otherY]] = [places.get(one), places.get(other)];
      return x - otherX || y - otherY;
    });
  }

  /**
   * The nearest mark below (`down` is 1) or above (-1); what lies aside counts double.
   * @param {Element} from @param {Element[]} marks @param {number} down
   */
  function nearest(from, marks, down) {
    const [x, y] = middle(from);
    const far = (/** @type {Element} */ mark) => {
      const [otherX, otherY] = middle(mark);
      const ahead = (otherY - y) * down;
      return ahead > 1 ? ahead + 2 * Math.abs(otherX - x) : Infinity;
    };
    const best = marks.reduce((one, other) => (far(other) < far(one) ? other : one), from);
    return far(best) < Infinity ? best : undefined;
  }

  /** @param {string} key @param {Element} from @param {Element[]} marks */
  function target(key, from, marks) {
    if (key in ENDS) {
      return marks.at(ENDS[key]);
    }
    return key in STEPS
      ? marks[marks.indexOf(from) + STEPS[key]]
      : nearest(from, marks, VERTICAL[key]);
  }

  /** Let Tab lead to one mark of a drawing. @param {Element} drawing @param {Element} mark */
  function choose(drawing, mark) {
    for (const other of drawing.querySelectorAll(MARK)) {
      other.setAttribute("tabindex", other === mark ? "0" : "-1");
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const from = /** @type {Element} */ (event.target).closest(MARK);
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!from || modified || ![STEPS, VERTICAL, ENDS].some((keys) => event.key in keys)) {
      return;
    }
    const to = target(event.key, from, marksOf(from.closest(".picture-drawing")));
    event.preventDefault();
    to?.focus();
  }

  /** Scroll a drawing, whose first mark is the one named most, to it. @param {Element} drawing */
  function center(drawing) {
    const mark = drawing.querySelector(MARK);
    const frame = drawing.parentElement;
    if (mark && frame.scrollWidth > frame.clientWidth) {
      const { x, width } = frame.getBoundingClientRect();
      frame.scrollBy({ left: middle(mark)[0] - x - width / 2, behavior: "instant" });
    }
  }

  document.querySelectorAll(".picture-drawing:not(.timeline-line)").forEach(center);

  for (const drawing of document.querySelectorAll(".picture-drawing")) {
    const [first] = marksOf(drawing);
    if (first) {
      choose(drawing, first);
      drawing.addEventListener("keydown", onKey);
      drawing.addEventListener("focusin", ({ target }) => {
        const mark = /** @type {Element} */ (target).closest(MARK);
        if (mark) {
          choose(drawing, mark);
        }
      });
    }
  }

  // A filter may take away the mark that Tab leads to.
  document.addEventListener("change", () => {
    for (const drawing of document.querySelectorAll(".picture-drawing")) {
      const marks = marksOf(drawing);
      if (marks.length && !marks.some((mark) => mark.getAttribute("tabindex") === "0")) {
        choose(drawing, marks[0]);
      }
    }
  });
})();
