/* What few readers need is fetched when it is wanted: the marks on the words
   that a search led to, what computes digests, and what writes corrections. */
(function () {
  "use strict";
  var here = document.currentScript.src;
  function fetchIt(path) {
    var script = document.createElement("script");
    script.src = new URL(path, here);
    document.head.append(script);
  }
  try {
    var asked = JSON.parse(sessionStorage.getItem("archive.search"));
    if (asked && asked.page === location.pathname) fetchIt("../search/highlight.js");
  } catch (refused) {}

  var digest = document.getElementById("verify");
  function verify() {
    digest.querySelectorAll("button").forEach(function (one) { one.disabled = true; });
    fetchIt("verify.js"); /* which lets them be pressed */
  }
  if (digest && digest.open) verify();
  else if (digest) digest.addEventListener("toggle", verify, { once: true });

  /* Words are selected, a card or that part of the page is opened, or the page
     of whom words name has led here to correct them. */
  var events = ["selectionchange", "card", "toggle"];
  function correct(event) {
    if (event.type === "selectionchange" && getSelection().isCollapsed) return;
    if (event.type === "toggle" && event.target.id !== "correct") return;
    events.forEach(function (name) { document.removeEventListener(name, correct, true); });
    fetchIt("correct.js");
  }
  if (document.getElementById("correct-form")) {
    if (/^\?correct=/.test(location.search)) return fetchIt("correct.js");
    events.forEach(function (name) { document.addEventListener(name, correct, true); });
  }
})();
