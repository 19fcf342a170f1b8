/* Which documents answer a query, and how many each facet would leave. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  /* A document names many people: two that are chosen must both be named.  It
     has one type: of two that are chosen, either will do. */
  var TOGETHER = new Set(["person", "organisation", "place", "topic"]);
  var NOWHERE = 255;
  var HEAVY = "\ua66d";

  /* Where no word begins as asked, Pagefind offers shorter words instead.  It
     does so for a part as a whole, so one result of each part tells. */
  async function isMeant(result, word) {
    if (!result || !result.words.length) return false;
    var data = await result.data();
    var words = data.content.split(/\s+/);
    var folded = search.folded(word);
    return result.words.some(function (at) { return search.folded(words[at] || "").includes(folded); });
  }

  /* In a phrase, of a word that stands nearly everywhere only the places before
     one that begins as the next does (following.py): a row of its own. */
  function lighter(index, part, phrase) {
    var words = phrase.slice(1, -1).split(" ");
    return '"' + words.map(function (word, at) {
      var next = words[at + 1] || "";
      if (!/^[a-z0-9]+$/i.test(next) || !index.isHeavy(part, word.toLowerCase())) return word;
      return HEAVY + word.toLowerCase() + (/^[0-9]/.test(next) ? "0" : next[0].toLowerCase());
    }).join(" ") + '"';
  }

  async function answerOfPart(index, part, asked, word) {
    var instance = index.instances[part];
    if (asked[0] === '"') return (await instance.search(lighter(index, part, asked))).results;
    var chunks = index.catalogue.chunks(part, search.folded(word));
    await Promise.all(chunks.map(function (hash) { return instance.loadChunk(hash); }));
    var results = (await instance.search(asked)).results;
    return await isMeant(results[0], word) ? results : [];
  }

  /* Document number → {score, results: [{result, part}]} */
  async function answer(clause, index) {
    var found = new Map();
    for (var asked of clause.asked) {
      var answers = await Promise.all(index.instances.map(function (_, part) {
        return answerOfPart(index, part, asked, clause.words[0]);
      }));
      answers.forEach(function (results, part) {
        results.forEach(function (result) {
          var number = index.catalogue.document(part, result.id);
          if (number === undefined) return;
          var hit = found.get(number);
          if (!hit) found.set(number, hit = { score: 0, results: [] });
          hit.score = Math.max(hit.score, result.score);
          hit.results.push(result);
        });
      });
    }
    return found;
  }

  function both(left, right) {
    var out = new Map();
    left.forEach(function (hit, number) {
      var other = right.get(number);
      if (other) out.set(number, { score: hit.score + other.score, results: hit.results.concat(other.results) });
    });
    return out;
  }

  /* The documents that hold all clauses; all documents if there is none. */
  search.answer = async function (clauses, index) {
    var found = null;
    for (var clause of clauses) {
      var next = await answer(clause, index);
      found = found ? both(found, next) : next;
      if (!found.size) break;
    }
    if (found) return found;
    found = new Map();
    for (var number = 0; number < index.catalogue.size; number += 1) found.set(number, null);
    return found;
  };

  /* The page of a document with the most words found: {data, words: Set}. */
  search.bestPage = function (number, hit, index) {
    if (!hit) {
      var first = index.catalogue.first(number);
      return { data: function () { return index.instances[first.part].loadFragment(first.name); }, words: new Set() };
    }
    var pages = new Map();
    hit.results.forEach(function (result) {
      var page = pages.get(result.id);
      if (!page) pages.set(result.id, page = { data: result.data, words: new Set() });
      result.words.forEach(function (at) { page.words.add(at); });
    });
    return Array.from(pages.values()).sort(function (a, b) { return b.words.size - a.words.size; })[0];
  };

  /* For each document 0 where all that is chosen allows it, the number of the
     one facet (from 1) that alone forbids it, else NOWHERE. */
  function verdicts(chosen, catalogue) {
    var out = new Uint8Array(catalogue.size);
    chosen.forEach(function (pair, at) {
      var facet = catalogue.facets.get(pair[0]);
      var times = new Uint8Array(catalogue.size);
      pair[1].forEach(function (id) {
        var value = facet ? facet.numbers.get(id) : undefined;
        if (value !== undefined) facet.documents[value].forEach(function (number) { times[number] += 1; });
      });
      var wanted = TOGETHER.has(pair[0]) ? pair[1].length : 1;
      times.forEach(function (n, number) {
        if (n < wanted) out[number] = out[number] ? NOWHERE : at + 1;
      });
    });
    return out;
  }

  /* Narrow down by facets and dates.  Gives the document numbers that are left,
     how many were left out for want of a date, and a function that gives, for a
     loaded facet, how many each value would leave. */
  search.narrow = function (numbers, state, catalogue) {
    var from = search.dayNumber(search.wholeDay(state.from, false));
    var to = search.dayNumber(search.wholeDay(state.to, true));
    var chosen = Object.entries(state.facets).filter(function (pair) { return pair[1].length; });
    var verdict = verdicts(chosen, catalogue);
    var inQuestion = new Uint8Array(catalogue.size).fill(NOWHERE);
    var left = [];
    var undated = 0;
    numbers.forEach(function (number) {
      var start = catalogue.starts[number];
      var end = catalogue.ends[number];
      if (from || to) {
        if (!start && !end) {
          if (!verdict[number]) undated += 1;
          return;
        }
        if ((to && start > to) || (from && end && end < from)) return;
      }
      inQuestion[number] = verdict[number];
      if (!verdict[number]) left.push(number);
    });
    function counts(name) {
      var facet = catalogue.facets.get(name);
      if (!facet) return [];
      var own = chosen.findIndex(function (pair) { return pair[0] === name; }) + 1;
      var alone = own && !TOGETHER.has(name) ? own : 0;
      var rows = [];
      facet.documents.forEach(function (members, value) {
        var n = 0;
        for (var i = 0; i < members.length; i += 1) {
          var v = inQuestion[members[i]];
          if (v === 0 || (alone && v === alone)) n += 1;
        }
        var isChosen = (state.facets[name] || []).includes(facet.ids[value]);
        if (n || isChosen) rows.push({ value: facet.ids[value], label: facet.label(value), count: n, chosen: isChosen });
      });
      return rows;
    }
    return { numbers: left, undated: undated, counts: counts };
  };

  /* Documents are numbered in order of time; those without a date come last. */
  search.sorted = function (numbers, sort, found, catalogue) {
    function score(number) { return (found.get(number) || { score: 0 }).score; }
    function isDated(number) { return catalogue.starts[number] || catalogue.ends[number]; }
    return numbers.slice().sort(function (a, b) {
      if (sort === "relevance") return score(b) - score(a) || a - b;
      if (sort === "date-desc" && isDated(a) && isDated(b)) return b - a;
      return a - b;
    });
  };
})(regestaSearch);
