/* Narrows the chronology by kind and source without loading a page. What is
   left out is hidden, in the list and in the drawing, whose rows close up. */
(function () {
  "use strict";
  /* Where years have pages of their own, what leads to a month finds the link to
     it here, and goes on. */
  function goOn() {
    var place = location.hash && document.getElementById(location.hash.slice(1));
    if (place && place.localName === "a" && place.href) location.replace(place.href);
  }
  window.addEventListener("hashchange", goOn);
  goOn();

  var form = document.getElementById("filters");
  if (!form) return;
  var said = form.querySelector("output");
  var entries = Array.from(document.querySelectorAll(".entry[data-kind]"));

  function wanted(element) {
    var kind = form.elements.kind.value, source = form.elements.source.value;
    return (!kind || element.dataset.kind === kind) &&
      (!source || element.dataset.source.split(" ").indexOf(source) >= 0);
  }
  function closeUp(drawing) {
    var rows = Array.from(drawing.querySelectorAll("a[data-kind]"));
    if (!rows.length) return;
    var step = Number(drawing.dataset.row), gone = 0;
    rows.forEach(function (row) {
      var keep = wanted(row);
      row.style.display = keep ? "" : "none";
      if (keep) row.setAttribute("transform", "translate(0 " + -gone * step + ")");
      else gone += 1;
    });
    var box = drawing.dataset.box || (drawing.dataset.box = drawing.getAttribute("viewBox"));
    var parts = box.split(" ");
    parts[3] = Number(parts[3]) - gone * step;
    drawing.setAttribute("viewBox", parts.join(" "));
  }
  /* A heading with nothing left under it goes too. */
  function headings() {
    var all = Array.from(document.querySelectorAll("main > h2, main > h3, main > .entry, main > .gap"));
    var narrowed = form.elements.kind.value || form.elements.source.value;
    [["H3", ["H2", "H3"]], ["H2", ["H2"]]].forEach(function (level) {
      all.forEach(function (heading, i) {
        if (heading.nodeName !== level[0]) return;
        var left = false;
        for (var j = i + 1; j < all.length && level[1].indexOf(all[j].nodeName) < 0; j++) {
          if (all[j].matches(".entry:not([hidden])")) left = true;
        }
        heading.hidden = !left;
      });
    });
    all.forEach(function (one) { if (one.matches(".gap")) one.hidden = !!narrowed; });
  }
  function narrow() {
    var shown = 0;
    entries.forEach(function (one) {
      one.hidden = !wanted(one);
      if (!one.hidden) shown += 1;
    });
    headings();
    document.querySelectorAll("svg.time[data-row]").forEach(closeUp);
    said.textContent = said.dataset.words.replace("{shown}", shown).replace("{all}", entries.length);
  }
  /* The choice stands in the address, so that it can be shared. */
  function remember() {
    var chosen = new URLSearchParams();
    ["kind", "source"].forEach(function (name) {
      if (form.elements[name].value) chosen.set(name, form.elements[name].value);
    });
    var query = String(chosen);
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (refused) {}
  }
  var asked = new URLSearchParams(location.search);
  ["kind", "source"].forEach(function (name) {
    var list = form.elements[name];
    if (asked.has(name)) list.value = asked.get(name);
    if (list.selectedIndex < 0) list.selectedIndex = 0;
  });
  form.hidden = false;
  form.addEventListener("change", function () { narrow(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (asked.has("kind") || asked.has("source")) narrow();
})();
