/* Before the first paint: what the reader chose before. Storage may be refused
   (private windows, some browsers from a folder); then nothing is remembered. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("archive.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (refused) {}
})();
