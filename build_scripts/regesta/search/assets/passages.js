/* From the positions of words to the paragraphs they stand in. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var SEPARATOR = "\u00b6";
  var AROUND = 14; /* words before the first marked one */
  var LONGEST = 45; /* words of a snippet */

  /* Undo what words.py did, as it does itself. */
  function unfold(word) {
    if (word.endsWith("\u2064")) return word.slice(0, -1).replace(/-/g, "\u2011");
    if (word.endsWith("\u2062")) return word.slice(0, -1).replace(/-/g, "\u2010");
    if (word.endsWith("\u2061")) return word.slice(0, -1).replace(/'/g, "\u02bc");
    return word;
  }

  /* Pieces [{text, marked}] of words[start..end), as the source has them. */
  function pieces(words, start, end, marked) {
    var out = [];
    for (var at = start; at < end; at += 1) {
      var word = unfold(words[at]);
      var glued = word.endsWith("\u2063");
      var text = word.replace(/\u2063$/, "").replace(/\u2060/g, " ");
      var isMarked = marked.has(at);
      var last = out[out.length - 1];
      if (last && last.marked === isMarked) last.text += text;
      else out.push({ text: text, marked: isMarked });
      if (!glued && at + 1 < end) {
        var between = isMarked && marked.has(at + 1);
        if (between || !isMarked) out[out.length - 1].text += " ";
        else out.push({ text: " ", marked: false });
      }
    }
    return out;
  }

  function snippet(words, paragraph, marked) {
    var first = paragraph.marks.length ? paragraph.marks[0] : paragraph.start;
    var start = Math.max(paragraph.start, first - AROUND);
    var end = Math.min(paragraph.end, start + LONGEST);
    start = Math.max(paragraph.start, Math.min(start, end - LONGEST));
    return {
      anchor: paragraph.anchor,
      isFurniture: paragraph.isFurniture,
      marks: paragraph.marks.length,
      before: start > paragraph.start,
      after: end < paragraph.end,
      pieces: pieces(words, start, end, marked)
    };
  }

  function paragraphs(words, anchors, marked) {
    var out = [];
    var start = 0;
    var next = 0;
    var anchor = { id: "", isFurniture: false };
    for (var at = 0; at <= words.length; at += 1) {
      if (at < words.length && words[at] !== SEPARATOR) continue;
      while (next < anchors.length && anchors[next].location < at) {
        anchor = anchors[next];
        next += 1;
      }
      var marks = [];
      for (var i = start; i < at; i += 1) if (marked.has(i)) marks.push(i);
      if (at > start) out.push({ start: start, end: at, anchor: anchor.id, isFurniture: anchor.isFurniture, marks: marks });
      start = at + 1;
    }
    return out;
  }

  /* How many different words are marked: two that stand together tell more than
     one that is said twice. */
  function different(words, paragraph) {
    return new Set(paragraph.marks.map(function (at) { return search.folded(words[at]); })).size;
  }

  /* A page's fragment and the positions found → {url, title, passages}.  The
     first passage is the best; `more` counts the paragraphs not given. */
  search.passages = function (fragment, marked, limit) {
    var words = fragment.content.split(/\s+/);
    var anchors = fragment.anchors.map(function (a) {
      return { id: a.id.replace(/^f\./, ""), isFurniture: a.id.startsWith("f."), location: a.location };
    }).filter(function (a) { return /^p-[0-9a-f]{8}(-[0-9]+)?$/.test(a.id); })
      .sort(function (a, b) { return a.location - b.location; });
    var all = paragraphs(words, anchors, marked);
    var title = all[0] || { start: 0, end: 0, anchor: "", marks: [] };
    var body = all.slice(1);
    var found = body.filter(function (p) { return p.marks.length; })
      .sort(function (a, b) {
        return different(words, b) - different(words, a) || a.isFurniture - b.isFurniture ||
          b.marks.length - a.marks.length || a.start - b.start;
      });
    /* Found in the title alone, or nothing asked: how the text begins. */
    var shown = found.length ? found : body.slice(0, 1);
    return {
      url: (fragment.raw_url || fragment.url).replace(/^\/+/, ""),
      title: pieces(words, title.start, title.end, marked),
      titleAnchor: found.length ? found[0].anchor : (title.marks.length && title.anchor) || (shown[0] || title).anchor,
      passages: shown.slice(0, limit).map(function (p) { return snippet(words, p, marked); }),
      more: Math.max(0, found.length - limit)
    };
  };
})(regestaSearch);
