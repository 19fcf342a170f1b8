/* The panel that narrows a search down: each facet's values with how many
   documents each would leave. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var VALUES = 6; /* of a facet, before the rest is folded */
  var FOLDED = 200; /* of the rest, at most */

  search.make = function (name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  search.say = function (one, many, n) {
    return (n === 1 ? one : many).replace("{n}", n.toLocaleString(document.documentElement.lang || "en"));
  };

  /* The panel in `box`; `choose` is told (facet, id, whether it is chosen).
     show(counts, state, catalogue) fills it: at once with the facets that came
     with the page; with those that stand apart when they are there, and they
     are asked for when the hits are shown and the panel is open. */
  search.facetPanel = function (box, words, choose) {
    var make = search.make;
    var latest = null;

    function valueRow(facet, row) {
      var line = make("label");
      var tick = make("input");
      tick.type = "checkbox";
      tick.name = facet;
      tick.value = row.value;
      tick.checked = row.chosen;
      tick.addEventListener("change", function () { choose(facet, row.value, tick.checked); });
      line.append(tick, make("span", "", row.label), make("small", "count", String(row.count)));
      return line;
    }

    function ordered(facet, rows) {
      return rows.sort(function (a, b) {
        if (a.chosen !== b.chosen) return a.chosen ? -1 : 1;
        if (facet === "year") return a.value < b.value ? -1 : 1;
        return b.count - a.count || a.label.localeCompare(b.label);
      });
    }

    function rest(facet, rows) {
      var fold = make("details");
      fold.append(make("summary", "", search.say(words.more_one, words.more_many, rows.length)));
      rows.slice(0, FOLDED).forEach(function (row) { fold.append(valueRow(facet, row)); });
      return fold;
    }

    function fieldOf(facet, title) {
      var rows = latest.counts(facet);
      latest.state.facets[facet].forEach(function (id) {
        if (!rows.some(function (row) { return row.value === id; })) {
          rows.push({ value: id, label: id, count: 0, chosen: true });
        }
      });
      var isWaiting = latest.catalogue.apart.has(facet) && !latest.catalogue.facets.has(facet);
      if (!rows.length && !isWaiting) return null;
      var field = make("fieldset", "facet");
      field.dataset.facet = facet;
      field.append(make("legend", "", title));
      if (isWaiting) field.setAttribute("aria-busy", "true");
      ordered(facet, rows);
      rows.slice(0, VALUES).forEach(function (row) { field.append(valueRow(facet, row)); });
      if (rows.length > VALUES) field.append(rest(facet, rows.slice(VALUES)));
      return field;
    }

    function draw() {
      var active = document.activeElement;
      var at = active && box.contains(active) && active.name ? [active.name, active.value] : null;
      var unfolded = new Set(Array.from(box.querySelectorAll("details[open]"), function (fold) {
        return fold.parentElement.dataset.facet;
      }));
      var fields = words.facets.map(function (pair) { return fieldOf(pair[0], pair[1]); }).filter(Boolean);
      box.replaceChildren(box.querySelector("summary"), ...fields);
      box.hidden = !fields.length;
      box.querySelectorAll("details").forEach(function (fold) {
        fold.open = unfolded.has(fold.parentElement.dataset.facet);
      });
      box.querySelectorAll("input").forEach(function (tick) {
        if (at && tick.name === at[0] && tick.value === at[1]) tick.focus({ preventScroll: true });
      });
    }

    function complete() {
      if (!latest || !box.open) return;
      latest.catalogue.apart.forEach(function (_, facet) {
        if (latest.catalogue.facets.has(facet)) return;
        latest.catalogue.facet(facet).then(draw, function () {});
      });
    }

    box.open = matchMedia("(min-width: 60rem)").matches;
    box.addEventListener("toggle", complete);
    return {
      show: function (counts, state, catalogue) {
        latest = { counts: counts, state: state, catalogue: catalogue };
        draw();
      },
      complete: complete
    };
  };
})(regestaSearch);
