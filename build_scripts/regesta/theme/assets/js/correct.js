/* "Suggest a correction": for words that a reader selects in the text, or a name
   that is linked there, writes the YAML that says something else of them. The
   words are named as a description names them: exactly, and with what stands
   before and after where they stand in the text more than once. */
(function () {
  "use strict";
  /* White space of the contract: these and nothing else (JavaScript's \s differs). */
  var WHITE = /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  var MENTION = /\/(?:people|organisations|places|topics|events)\/([^\/#?]+)\.html$/;
  var form = document.getElementById("correct-form");
  if (!form || !window.getSelection) return;
  var linked = document.getElementById("correct-linked"), kind = document.getElementById("correct-kind");
  var value = document.getElementById("correct-value"), asked = form.querySelector("label[for=correct-value]");
  var shown = document.getElementById("correct-words"), lines = document.getElementById("correct-lines");
  var known = document.getElementById("correct-known"), part = document.getElementById("correct");
  var passage = null;

  /* The text as its source has it: pieces of it, each with its node. */
  function pieces() {
    var out = [];
    function gather(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === Node.TEXT_NODE) out.push([child, child.data]);
        else if (child.nodeType === Node.ELEMENT_NODE && !child.hasAttribute("data-gloss")) {
          var points = child.getAttribute("data-cp");
          if (points === null) gather(child);
          else out.push([child, points.trim().split(/\s+/).map(function (hex) {
            return String.fromCodePoint(parseInt(hex, 16));
          }).join("")]);
        }
      }
    }
    Array.from(document.querySelectorAll("[data-verbatim]")).sort(function (a, b) {
      return parseInt(a.dataset.span, 10) - parseInt(b.dataset.span, 10);
    }).forEach(function (one) { gather(one); out.push([null, "\n"]); });
    return out;
  }
  function fold(text) { return text.replace(WHITE, " "); }

  /* What a range of the page holds of the text: {exact, at, text}, all folded. */
  function read(range) {
    var text = "", start = -1, end = -1;
    pieces().forEach(function (piece) {
      var node = piece[0], words = piece[1];
      if (node && range.intersectsNode(node)) {
        var own = node.nodeType === Node.TEXT_NODE;
        var from = own && node === range.startContainer ? range.startOffset : 0;
        var to = own && node === range.endContainer ? range.endOffset : words.length;
        if (to > from) {
          if (start < 0) start = text.length + from;
          end = text.length + to;
        }
      }
      text += words;
    });
    if (start < 0) return null;
    var exact = fold(text.slice(start, end)).replace(/^ | $/g, "");
    if (!exact) return null;
    var whole = fold(text), at = fold(text.slice(0, start)).length;
    if (whole.charAt(at) === " ") at += 1;
    if (whole.substr(at, exact.length) !== exact) at = whole.lastIndexOf(exact, at);
    return at < 0 ? null : { exact: exact, at: at, text: whole };
  }
  function count(text, needle) {
    var found = 0;
    for (var at = text.indexOf(needle); at >= 0 && found < 2; at = text.indexOf(needle, at + 1)) found += 1;
    return found;
  }
  /* Where only parts of the text are shown here, nothing is sure to be unique. */
  function selector(found) {
    var sizes = form.dataset.whole ? [0, 12, 30, 60, 120] : [60], end = found.at + found.exact.length;
    var before = "", after = "";
    for (var i = 0; i < sizes.length; i++) {
      before = found.text.slice(Math.max(0, found.at - sizes[i]), found.at).replace(/^ | $/g, "");
      after = found.text.slice(end, end + sizes[i]).replace(/^ | $/g, "");
      if (!sizes[i]) before = after = "";
      var needles = [""];
      needles = before ? [before, before + " "] : needles;
      var times = 0;
      needles.forEach(function (head) {
        (after ? [after, " " + after] : [""]).forEach(function (tail) {
          times += count(found.text, head + found.exact + tail);
        });
      });
      if (times === 1) break;
    }
    var out = { exact: found.exact };
    if (before) out.prefix = before;
    if (after) out.suffix = after;
    return out;
  }

  /* A text in double quotation marks, as YAML 1.1 and 1.2 read it alike. */
  function quoted(text) {
    return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g, function (unit, at, all) {
      var code = unit.charCodeAt(0);
      var next = all.charCodeAt(at + 1), last = all.charCodeAt(at - 1);
      if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) return unit;
      if (code >= 0xdc00 && code < 0xe000 && last >= 0xd800 && last < 0xdc00) return unit;
      return "\\u" + code.toString(16).padStart(4, "0");
    });
  }
  function said() {
    var words = value.value.trim();
    if (kind.value === "refuse") return "refuse: mention";
    if (kind.value === "mention" && /^[a-z0-9-]+$/.test(words)) return "mention: " + words;
    if (kind.value === "date" && words) return "date: " + quoted(words);
    /* Without an id it is for an editor to say who is meant. */
    var label = kind.selectedOptions[0].textContent;
    if (kind.value !== "note") words = words ? label + ": " + words : label;
    return "note: " + quoted(words || asked.textContent);
  }
  function write() {
    if (!passage) return;
    var indent = " ".repeat(Number(form.dataset.indent));
    var named = Object.keys(passage).map(function (key) { return key + ": " + quoted(passage[key]); });
    lines.textContent = (form.dataset.head ? "annotations:\n" : "") +
      indent + "- passage: {" + named.join(", ") + "}\n" + indent + "  " + said() + "\n";
    document.querySelectorAll("#correct a[data-append]").forEach(function (link) {
      if (!link.dataset.append) link.dataset.append = link.getAttribute("href");
      link.setAttribute("href", link.dataset.append + encodeURIComponent(lines.textContent));
    });
  }
  function ask() {
    var words = kind.selectedOptions[0].dataset.ask;
    asked.textContent = words;
    value.parentElement.hidden = !words;
    if (kind.value === "mention") value.setAttribute("list", "correct-known");
    else value.removeAttribute("list");
    write();
  }
  function take(range) {
    var found = read(range);
    if (!found) return false;
    passage = selector(found);
    shown.textContent = "“" + found.exact + "”";
    write();
    return true;
  }
  function open() {
    part.open = true;
    part.scrollIntoView();
    kind.focus({ preventScroll: true });
  }
  function aboutLink(link) {
    var range = document.createRange();
    range.selectNodeContents(link);
    if (!take(range)) return;
    kind.value = "mention";
    ask();
  }

  /* Every linked name can be chosen from the keyboard. */
  var names = Array.from(document.querySelectorAll("[data-verbatim] a")).filter(function (link) {
    return MENTION.test("/" + link.getAttribute("href"));
  });
  names.forEach(function (link, i) {
    var block = link.closest("[id^=p-]"), number = block && block.querySelector("a.n");
    linked.append(new Option(fold(link.textContent) + (number ? " ¶" + number.textContent.trim() : ""), String(i)));
  });
  linked.parentElement.hidden = !names.length;
  document.querySelectorAll(".cards > [id^=card-]").forEach(function (card) {
    var name = card.querySelector("strong");
    known.append(new Option(name ? name.textContent : "", card.id.slice(5)));
  });
  linked.addEventListener("change", function () { if (linked.value) aboutLink(names[Number(linked.value)]); });
  kind.addEventListener("change", ask);
  value.addEventListener("input", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  /* A button where words were selected. */
  var button = document.createElement("button");
  button.type = "button";
  button.className = "correct-here";
  button.textContent = form.dataset.here;
  button.addEventListener("click", function () {
    var ranges = getSelection();
    if (!ranges.rangeCount || !take(ranges.getRangeAt(0))) return;
    linked.value = "";
    kind.value = "note";
    ask();
    button.remove();
    open();
  });
  function offer() {
    var chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return button.remove();
    var range = chosen.getRangeAt(0), around = range.commonAncestorContainer;
    if (around.nodeType !== Node.ELEMENT_NODE) around = around.parentElement;
    if (!around.closest("[data-verbatim]")) return button.remove();
    var box = range.getBoundingClientRect();
    document.body.append(button);
    button.style.top = box.bottom + scrollY + 6 + "px";
    button.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - button.offsetWidth - 8)) + scrollX + "px";
  }
  var timer = 0;
  document.addEventListener("selectionchange", function () {
    clearTimeout(timer);
    timer = setTimeout(offer, 250);
  });
  /* What rests on a name offers it too. */
  function onCard(link, card) {
    if (names.indexOf(link) < 0) return;
    var about = document.createElement("button");
    about.type = "button";
    about.textContent = form.dataset.here;
    about.addEventListener("click", function () { aboutLink(link); open(); });
    card.append(about);
  }
  document.addEventListener("card", function (event) { onCard(event.detail.owner, event.detail.card); });
  /* What had this file fetched. */
  var owner = document.querySelector("[aria-describedby=card]");
  if (owner) onCard(owner, document.querySelector(".card"));
  form.hidden = false;
  ask();
  offer();
  /* Words that the page of whom they name has chosen, in the paragraph there. */
  function chosen() {
    var given = new URLSearchParams(location.search), words = given.get("correct");
    var block = document.getElementById(location.hash.slice(1));
    var alike = !words || !block ? [] : names.filter(function (name) {
      return block.contains(name) && fold(name.textContent) === words;
    });
    var link = alike[(given.get("nth") || 1) - 1] || alike[0];
    if (link) linked.value = String(names.indexOf(link));
    if (link) aboutLink(link);
    if (words) open();
  }
  chosen();
})();
