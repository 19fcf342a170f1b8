/* What a page can do beyond being read. Everything works without it but these:
   remembering light or dark and notes on or off, copying a paragraph's address,
   "/" for search, and opening what is folded around a target. */
(function () {
  "use strict";
  var root = document.documentElement;

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (refused) {}
  }
  function recall(key) {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }

  /* Light or dark: ticked means dark. */
  var flip = document.getElementById("flip");
  var system = matchMedia("(prefers-color-scheme: dark)");
  function showScheme() {
    var chosen = root.dataset.scheme;
    flip.checked = chosen ? chosen === "dark" : system.matches;
  }
  if (flip) {
    showScheme();
    system.addEventListener("change", showScheme);
    flip.addEventListener("change", function () {
      root.dataset.scheme = flip.checked ? "dark" : "light";
      remember("archive.scheme", root.dataset.scheme);
    });
  }

  /* Notes and links in the text, on or off. */
  var notes = document.getElementById("notes");
  if (notes) {
    notes.checked = recall("archive.notes") !== "off";
    notes.addEventListener("change", function () {
      remember("archive.notes", notes.checked ? "on" : "off");
    });
  }

  /* A click on a paragraph's number also copies its address. What it says is
     a gloss: it never becomes part of the text. */
  document.addEventListener("click", function (event) {
    var number = event.target.closest ? event.target.closest("a.n") : null;
    if (!number || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    navigator.clipboard.writeText(number.href).then(function () {
      var said = document.createElement("span");
      said.className = "copied";
      said.setAttribute("data-gloss", "");
      said.setAttribute("role", "status");
      said.textContent = document.body.dataset.copied;
      number.after(said);
      setTimeout(function () { said.remove(); }, 1600);
    }, function () {});
  });

  /* "/" goes to the search box, unless somebody is typing. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")) return;
    var box = document.querySelector("#search input[type=search]") || document.getElementById("q");
    if (!box) return;
    event.preventDefault();
    box.focus();
  });

  /* Not every browser unfolds what it is sent to. */
  function unfold() {
    var target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (bad) {}
    if (!target) return;
    var folded = false;
    for (var at = target; at; at = at.parentElement) {
      if (at.localName === "details" && !at.open) { at.open = true; folded = true; }
    }
    if (folded) target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();
  /* A printed page says where it stands (print.css). */
  var published = document.querySelector("link[rel=canonical]");
  document.getElementById("main").dataset.address = published ? published.href :
    /^http/.test(location.protocol) ? location.origin + location.pathname :
    location.pathname.split("/").slice(-2).join("/");

  /* Paper cannot be unfolded; what print opened is closed again. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (part) { part.open = false; });
  });

  /* What scrolls sideways must be reachable from the keyboard. */
  document.querySelectorAll(".wide, .drawing, pre").forEach(function (part) {
    if (part.scrollWidth > part.clientWidth + 1) part.tabIndex = 0;
  });
})();
