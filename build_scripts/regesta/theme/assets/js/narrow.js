/* Narrows mentions in context by the dates of their documents, without loading a
   page. Without it they are one list in order of time, each under its date. */
(function () {
  "use strict";
  var form = document.getElementById("narrow");
  if (!form) return;
  var said = form.querySelector("output");
  var from = form.elements.from, to = form.elements.to;
  /* Each document's heading with what follows it up to the next. */
  var groups = [];
  for (var at = form.nextElementSibling; at && at.localName !== "h2"; at = at.nextElementSibling) {
    if (at.localName === "h3") groups.push({ head: at, entries: [] });
    else if (groups.length) groups[groups.length - 1].entries.push(at);
  }

  /* A document that may be of several days stands where any of them fits. */
  function wanted(head) {
    if (!from.value && !to.value) return true;
    var first = head.dataset.from || "", last = head.dataset.to || "";
    if (!first && !last) return false;
    return (!to.value || first <= to.value) && (!from.value || !last || last >= from.value);
  }
  function narrow() {
    var all = 0, shown = 0;
    groups.forEach(function (group) {
      var keep = wanted(group.head);
      group.head.hidden = !keep;
      group.entries.forEach(function (entry) {
        entry.hidden = !keep;
        all += 1;
        shown += keep ? 1 : 0;
      });
    });
    said.textContent = from.value || to.value
      ? said.dataset.words.replace("{shown}", shown).replace("{all}", all) : "";
  }
  /* The choice stands in the address, so that it can be shared. */
  function remember() {
    var chosen = new URLSearchParams();
    [from, to].forEach(function (field) { if (field.value) chosen.set(field.name, field.value); });
    var query = String(chosen);
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch (refused) {}
  }
  var asked = new URLSearchParams(location.search);
  [from, to].forEach(function (field) { field.value = asked.get(field.name) || ""; });
  form.hidden = false;
  form.addEventListener("input", function () { narrow(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  narrow();
  /* What is led to must be seen. */
  function show() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden) return;
    from.value = to.value = "";
    narrow();
    remember();
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", show);
  show();
})();
