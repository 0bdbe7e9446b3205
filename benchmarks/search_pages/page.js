/** A query in the address is asked at once; `answer` tells when its ten results were there. */
"use strict";
const given = new URLSearchParams(location.search).get("q");
if (given) {
  window.answer = window.ask(given).then(() => performance.now());
}
