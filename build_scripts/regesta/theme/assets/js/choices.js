/* Before the first paint: what the reader chose before. Storage may be refused
   (private windows, some browsers from a folder); then nothing is remembered.
   And the two faces are asked for before the style sheets tell of them: a page
   keeps the letters it begins with (font-display: optional), so that no line
   moves when others arrive. Not from a folder, where nothing is waited for and
   browsers refuse a font that is asked for this way. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("archive.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (refused) {}
  if (!/^http/.test(location.protocol)) return;
  var own = document.currentScript.src.replace(/js\/[^/]*$/, "fonts/source-");
  ["serif-4-latin-opsz", "sans-3-latin-wght"].forEach(function (face) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "";
    link.href = own + face + "-normal.woff2";
    document.head.append(link);
  });
})();
