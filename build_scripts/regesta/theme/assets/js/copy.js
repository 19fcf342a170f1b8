/* Copies a citation; and writes out the citation of the paragraph that the
   address names. */
(function () {
  "use strict";
  function copied(button, text) {
    var before = button.textContent;
    function say(words) {
      button.textContent = words;
      setTimeout(function () { button.textContent = before; }, 1600);
    }
    function select() {
      var range = document.createRange();
      range.selectNodeContents(document.getElementById(button.dataset.copy));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      say(button.dataset.selected);
    }
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(text).then(function () { say(button.dataset.done); }, select);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-copy]");
    if (button) copied(button, document.getElementById(button.dataset.copy).textContent.trim());
  });

  var part = document.getElementById("citation-part");
  function cite() {
    if (!part) return;
    var target = location.hash && document.getElementById(location.hash.slice(1));
    var number = target && target.matches("[data-verbatim] *") && target.querySelector("a.n");
    /* The way from a paragraph to "Cite" leads away from it: it is meant still. */
    if (!number) return;
    part.hidden = false;
    var place = document.getElementById("citation-paragraph"), template = place.dataset.template;
    var words = template.replace("{n}", number.textContent.trim()).replace("{anchor}", target.id);
    /* An archive that does not say where it is published is cited from here. */
    var here = location.href.replace(/#.*/, "#" + target.id);
    if (template.indexOf("{anchor}") < 0 && /^http/.test(location.protocol)) words += " " + here;
    place.textContent = words;
  }
  window.addEventListener("hashchange", cite);
  cite();
})();
