/* Before the first paint: what the reader chose (storage may be refused), and
   the faces, since a page keeps the letters it begins with (font-display:
   optional). From a folder no preload is allowed; there they are waited for. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("archive.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (refused) {}
  var faces = document.currentScript.dataset.faces || "Serif Sans";
  var own = document.currentScript.src.replace(/js\/[^/]*$/, "fonts/");
  [["Serif", "archive-serif-latin"], ["Sans", "source-sans-3-latin-wght-normal"]].forEach(function (face) {
    if (faces.indexOf(face[0]) < 0) return;
    var address = own + face[1] + ".woff2", link = document.createElement("link");
    if (/^http/.test(location.protocol)) {
      Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: address });
      return document.head.append(link);
    }
    var near = { weight: "400 700", display: "block", unicodeRange: "U+0-FF, U+2000-206F" };
    document.fonts.add(near = new FontFace("Archive " + face[0], "url('" + address + "')", near));
    near.load().catch(function () {});
  });
})();
