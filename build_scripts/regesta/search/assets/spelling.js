/* Words of the index that are spelled almost like one that is not in it. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var LEAST = 4; /* letters: of shorter words too many are alike */
  var SURE = 7; /* letters from which two may differ */
  var FILES = 8; /* of the index, read at most for one word */
  var WORDS = 6; /* of a query, looked at */

  /* How many letters were left out, put in, changed or swapped (Damerau's
     distance, optimal string alignment); more than `most` counts as most + 1. */
  search.distance = function (one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var rows = [Array.from({ length: other.length + 1 }, function (_, j) { return j; })];
    for (var i = 1; i <= one.length; i += 1) {
      rows[i] = [i];
      var best = i;
      for (var j = 1; j <= other.length; j += 1) {
        var same = one[i - 1] === other[j - 1];
        var cost = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = cost;
        best = Math.min(best, cost);
      }
      if (best > most) return most + 1;
    }
    return Math.min(rows[one.length][other.length], most + 1);
  };

  /* The nearest word of the index: "" where one begins as asked (then it is no
     slip), and where none is near. Its first letter counts as right. */
  async function nearest(word, index) {
    var most = word.length < SURE ? 1 : 2;
    var files = [];
    index.instances.forEach(function (_, part) {
      /* First those that hold what begins as the word does. */
      [word.slice(0, 2), word[0]].forEach(function (beginning) {
        index.catalogue.chunks(part, beginning).forEach(function (name) {
          if (!files.some(function (file) { return file[0] === part && file[1] === name; })) files.push([part, name]);
        });
      });
    });
    var rows = await Promise.all(files.slice(0, FILES).map(function (file) { return index.words(file[0], file[1]); }));
    var found = { word: "", distance: most + 1, pages: 0 };
    for (var row of rows.flat()) {
      if (row[0].startsWith(word)) return "";
      var distance = search.distance(word, row[0], most);
      if (distance > most || distance > found.distance) continue;
      if (distance === found.distance && row[1].length <= found.pages) continue;
      found = { word: row[0], distance: distance, pages: row[1].length };
    }
    return found.word;
  }

  /* The query with each such word in the place of the one typed; "" where
     nothing is to be said. */
  search.respelled = async function (query, index) {
    var out = query;
    for (var word of Array.from(new Set(search.words(query))).slice(0, WORDS)) {
      var folded = search.folded(word);
      if (folded.length < LEAST || !/^\p{L}+$/u.test(folded)) continue;
      var near = await nearest(folded, index);
      if (!near) continue;
      if (word[0] !== word[0].toLowerCase()) near = near[0].toUpperCase() + near.slice(1);
      out = out.replace(word, function () { return near; });
    }
    return out === query ? "" : out;
  };
})(regestaSearch);
