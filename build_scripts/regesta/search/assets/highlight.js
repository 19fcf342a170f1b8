/* On a document's page: mark the words that a search led to.  Nothing in the
   page is changed: the marks are ranges that the browser paints. */
(function (search) {
  "use strict";
  var FAR = 60; /* characters between two words, at most */
  if (!window.CSS || !CSS.highlights || typeof Highlight !== "function") return;
  var asked = null;
  try { asked = JSON.parse(sessionStorage.getItem("archive.search")); } catch (refused) { return; }
  if (!asked || asked.page !== location.pathname) return;
  var clauses = search.parse(String(asked.q));
  if (!clauses.length) return;

  /* The words of the source's text, each with the range it covers. */
  function sourceWords(container) {
    var walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT, function (node) {
      return node.parentElement.closest("[data-gloss]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    var text = "";
    var nodes = [];
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.data;
    }
    /* As search.words folds them, one for one. */
    text = text.replace(/[\u2010\u2011]/g, "-").replace(/\u02bc/g, "'");
    var out = [];
    /* Words as the index has them, found again in the text in their order. */
    var from = 0;
    var at = 0;
    function point(offset, isEnd) {
      while (at + 1 < nodes.length && nodes[at + 1].start + (isEnd ? 1 : 0) <= offset) at += 1;
      return [nodes[at].node, offset - nodes[at].start];
    }
    search.words(text).forEach(function (word) {
      var start = text.slice(from, from + word.length + FAR).indexOf(word);
      if (start < 0) return;
      start += from;
      from = start + word.length;
      out.push({ folded: search.folded(word), start: point(start, false), end: point(from, true) });
    });
    return out;
  }

  function meets(word, wanted, isPhrase) {
    return isPhrase ? word === wanted : word.startsWith(wanted);
  }

  function ranges(words, clause, out) {
    clause.asked.forEach(function (question) {
      var isPhrase = question[0] === '"';
      var wanted = search.words(question).map(search.folded);
      for (var i = 0; i + wanted.length <= words.length; i += 1) {
        var fits = wanted.every(function (part, k) { return meets(words[i + k].folded, part, isPhrase); });
        if (!fits) continue;
        var range = new StaticRange({
          startContainer: words[i].start[0], startOffset: words[i].start[1],
          endContainer: words[i + wanted.length - 1].end[0], endOffset: words[i + wanted.length - 1].end[1]
        });
        out.push(range);
      }
    });
  }

  var found = [];
  document.querySelectorAll("[data-verbatim]").forEach(function (container) {
    var words = sourceWords(container);
    clauses.forEach(function (clause) { ranges(words, clause, found); });
  });
  if (!found.length) return;
  var sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(found) { background-color: #ffe08a; color: #1f1d1a; }");
  document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
  CSS.highlights.set("found", new Highlight(...found));
})(regestaSearch);
