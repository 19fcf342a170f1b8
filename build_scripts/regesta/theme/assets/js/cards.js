/* Cards: resting on a mention shows who or what is meant, on a date or a note's
   letter how it was worked out. All words are in the page already. WCAG 2.2,
   1.4.13: Escape dismisses, the card may be hovered, and it stays until the
   pointer or the focus leaves. */
(function () {
  "use strict";
  var MENTION = /\/(?:people|organisations|places|topics|events)\/([^\/#?]+)\.html$/;
  var card = null, owner = null, timer = 0;

  function source(element) {
    if (element.localName === "a") {
      var note = /^#note-/.test(element.getAttribute("href") || "");
      if (note) return document.getElementById(element.getAttribute("href").slice(1));
      var found = MENTION.exec("/" + (element.getAttribute("href") || ""));
      return found && document.getElementById("card-" + found[1]);
    }
    return document.getElementById("date-" + element.dataset.date);
  }
  function rested(event) {
    var element = event.target.closest && event.target.closest("[data-verbatim] a, [data-verbatim] [data-date]");
    return element && !element.matches(".n") && source(element) ? element : null;
  }
  function hide() {
    clearTimeout(timer);
    if (!card) return;
    card.remove();
    owner.removeAttribute("aria-describedby");
    card = owner = null;
  }
  function place() {
    var box = owner.getClientRects()[0] || owner.getBoundingClientRect();
    var wide = document.documentElement.clientWidth, own = card.getBoundingClientRect();
    var left = Math.max(8, Math.min(box.left, wide - own.width - 8));
    var above = box.bottom + own.height + 8 > innerHeight && box.top > own.height + 8;
    card.style.left = left + scrollX + "px";
    card.style.top = (above ? box.top - own.height - 4 : box.bottom + 4) + scrollY + "px";
  }
  function show(element) {
    if (element === owner) return clearTimeout(timer);
    hide();
    owner = element;
    card = document.createElement("div");
    card.className = "card";
    var said = document.createElement("div");
    said.id = "card";
    said.setAttribute("role", "tooltip");
    card.append(said);
    Array.from(source(element).childNodes).forEach(function (node) {
      if (!(node.matches && node.matches(".k"))) said.append(node.cloneNode(true));
    });
    /* What is read as a description is not to be tabbed to. */
    card.querySelectorAll("a").forEach(function (link) { link.replaceWith.apply(link, link.childNodes); });
    document.body.append(card);
    owner.setAttribute("aria-describedby", "card");
    /* What can be pressed stands beside what is read as a description. */
    document.dispatchEvent(new CustomEvent("card", { detail: { card: card, owner: owner } }));
    place();
    card.addEventListener("pointerenter", function () { clearTimeout(timer); });
    card.addEventListener("pointerleave", leave);
  }
  function later(what, time) { clearTimeout(timer); timer = setTimeout(what, time); }
  function leave() { if (document.activeElement !== owner) later(hide, 250); }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var element = rested(event);
    if (element) later(function () { show(element); }, element === owner ? 0 : 120);
  });
  document.addEventListener("pointerout", function (event) {
    if (rested(event)) { clearTimeout(timer); leave(); }
  });
  document.addEventListener("focusin", function (event) {
    var element = rested(event);
    if (element && element.matches(":focus-visible")) show(element);
  });
  document.addEventListener("focusout", function (event) { if (event.target === owner) hide(); });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  window.addEventListener("resize", hide);
})();
