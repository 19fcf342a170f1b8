/* Takes what a reader types apart, by the rules by which the index was broken
   into words (words.py). */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var INVISIBLE = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
  var SPACE = /[\s\u0085\u200b]+/;
  var QUOTED = /["\u201c\u201d\u201e\u201f\u00ab\u00bb]([^"\u201c\u201d\u201e\u201f\u00ab\u00bb]*)(?:["\u201c\u201d\u201e\u201f\u00ab\u00bb]|$)/g;
  var UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3134f}]\p{M}*/gu;
  /* Inside a word only these do not end it. */
  var RUN = /(?:(?!['\u2018\u2019\u2032_\-\u2010\u2011])[\p{P}\p{S}])*--(?:-|(?!['\u2018\u2019\u2032_\u2010\u2011])[\p{P}\p{S}])*|(?:(?!['\u2018\u2019\u2032_\-\u2010\u2011])[\p{P}\p{S}])+/gu;
  var LETTER = /[\p{L}\p{N}\p{M}]/u;
  var EDGES = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;

  function broken(word) {
    return word.replace(RUN, function (run, at) {
      var before = at ? word[at - 1] : "";
      var after = word[at + run.length] || "";
      if (/^[.,]$/.test(run) && /\p{N}/u.test(before) && /\p{N}/u.test(after)) return run;
      if (run === "." && LETTER.test(before) && !LETTER.test(word[at - 2] || "")) return run;
      return " ";
    });
  }

  /* Text to words, as they stand in the index. */
  search.words = function (text) {
    var out = [];
    for (var word of text.normalize("NFC").replace(INVISIBLE, "").split(SPACE)) {
      for (var piece of broken(word).replace(UNSPACED, " $& ").split(" ")) {
        var bare = piece.replace(EDGES, "").replace(/[\u2010\u2011]/g, "-").replace(/\u02bc/g, "'");
        if (bare) out.push(bare);
      }
    }
    return out;
  };

  /* A word without what does not count: case, accents, marks. */
  search.folded = function (word) {
    return word.normalize("NFD").replace(/[\p{M}]|[^\p{L}\p{N}]/gu, "").toLocaleLowerCase("en");
  };

  /* What is short for "is" or "us" here, not a possessive. */
  var SHORT = /^(?:it|he|she|who|what|that|there|here|let|where|when|how|one|this)$/;

  /* English plurals and possessives also find the bare word. */
  function bareForms(word) {
    if (!/^en\b/i.test(document.documentElement.lang)) return [];
    var lower = word.toLowerCase();
    var out = [];
    var owned = lower.match(/^(.+)['\u2019]s$/);
    if (owned) return SHORT.test(owned[1]) ? [] : [owned[1]];
    if (!/^[a-z]+$/.test(lower) || lower.length < 5) return [];
    if (/[^ae]ies$/.test(lower)) out.push(lower.slice(0, -3) + "y");
    else if (/(?:ss|x|z|ch|sh)es$/.test(lower)) out.push(lower.slice(0, -2));
    else if (/[^sui]s$/.test(lower)) out.push(lower.slice(0, -1));
    return out;
  }

  function phrase(words) {
    return { words: words, phrase: true, asked: ['"' + words.join(" ") + '"'] };
  }

  /* The beginning of a word is enough, but not one letter or two: "US" is no "use". */
  function oneWord(word) {
    var isShort = /^[a-z0-9]{1,2}$/.test(search.folded(word));
    var asked = [isShort ? '"' + word + '"' : word];
    var parts = word.split("-").filter(Boolean);
    if (parts.length > 1) asked.push('"' + parts.join(" ") + '"');
    for (var form of bareForms(word)) asked.push('"' + form + '"');
    return { words: [word], phrase: isShort, asked: asked };
  }

  /* A query as a list of clauses that must all be met, each with the questions
     to Pagefind of which one must be. */
  search.parse = function (query) {
    var clauses = [];
    var rest = query.slice(0, 500).replace(QUOTED, function (whole, inner) {
      var words = search.words(inner);
      if (words.length) clauses.push(phrase(words));
      return " ";
    });
    for (var chunk of rest.normalize("NFC").split(SPACE)) {
      var words = search.words(chunk);
      if (words.length > 1) clauses.push(phrase(words));
      else if (words.length) clauses.push(oneWord(words[0]));
    }
    return clauses.slice(0, 20);
  };
})(regestaSearch);
