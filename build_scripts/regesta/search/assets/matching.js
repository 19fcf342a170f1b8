/* Which documents answer a query, and how many each facet would leave. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  /* A document names many people: two that are chosen must both be named.  It
     has one type: of two that are chosen, either will do. */
  var TOGETHER = new Set(["person", "organisation", "place", "topic"]);

  /* One catalogue out of the tables of all parts. */
  search.catalogue = function (tables) {
    var documents = [];
    var known = new Map();
    var fragments = new Map();
    var facets = new Map();
    tables.forEach(function (table, part) {
      var numbers = table.documents.map(function (row) {
        if (!known.has(row[0])) {
          known.set(row[0], documents.length);
          documents.push({ id: row[0], start: row[1], end: row[2], date: table.dates[row[3]], fragments: [] });
        }
        return known.get(row[0]);
      });
      table.pages.forEach(function (row) {
        fragments.set(row[0], { document: numbers[row[1]], part: part });
        documents[numbers[row[1]]].fragments.push(row[0]);
      });
      table.facets.forEach(function (facet) {
        if (!facets.has(facet[0])) facets.set(facet[0], new Map());
        var values = facets.get(facet[0]);
        facet[1].forEach(function (pair) {
          if (!values.has(pair[0])) values.set(pair[0], new Set());
          var at = 0;
          pair[1].forEach(function (step) { at += step; values.get(pair[0]).add(numbers[at]); });
        });
      });
    });
    return { documents: documents, fragments: fragments, facets: facets };
  };

  /* Where no word begins as asked, Pagefind offers shorter words instead.  It
     does so for a part as a whole, so one result of each part tells. */
  async function isMeant(result, word) {
    if (!result.words.length) return false;
    var data = await result.data();
    var words = data.content.split(/\s+/);
    var folded = search.folded(word);
    return result.words.some(function (at) { return search.folded(words[at] || "").includes(folded); });
  }

  async function honest(results, word, catalogue) {
    var verdicts = new Map();
    var out = [];
    for (var result of results) {
      var page = catalogue.fragments.get(result.id);
      if (!page) continue;
      if (!verdicts.has(page.part)) verdicts.set(page.part, await isMeant(result, word));
      if (verdicts.get(page.part)) out.push(result);
    }
    return out;
  }

  /* Document number → {score, pages: fragment → {data, words: Set}} */
  async function answer(clause, engine, catalogue) {
    var found = new Map();
    for (var asked of clause.asked) {
      var results = (await engine.search(asked)).results;
      if (asked[0] !== '"') results = await honest(results, clause.words[0], catalogue);
      for (var result of results) {
        var page = catalogue.fragments.get(result.id);
        if (!page) continue;
        var hit = found.get(page.document) || { score: 0, pages: new Map() };
        hit.score = Math.max(hit.score, result.score);
        var on = hit.pages.get(result.id) || { data: result.data, words: new Set() };
        result.words.forEach(function (at) { on.words.add(at); });
        hit.pages.set(result.id, on);
        found.set(page.document, hit);
      }
    }
    return found;
  }

  function both(left, right) {
    var out = new Map();
    left.forEach(function (hit, number) {
      var other = right.get(number);
      if (!other) return;
      other.pages.forEach(function (page, id) {
        var mine = hit.pages.get(id);
        if (mine) page.words.forEach(function (at) { mine.words.add(at); });
        else hit.pages.set(id, page);
      });
      hit.score += other.score;
      out.set(number, hit);
    });
    return out;
  }

  /* The documents that hold all clauses; all documents if there is none. */
  search.answer = async function (clauses, engine, catalogue) {
    var found = null;
    for (var clause of clauses) {
      var next = await answer(clause, engine, catalogue);
      found = found ? both(found, next) : next;
      if (!found.size) break;
    }
    if (found) return found;
    found = new Map();
    catalogue.documents.forEach(function (_, number) { found.set(number, { score: 0, pages: new Map() }); });
    return found;
  };

  function dateAllows(document, state) {
    if (!state.from && !state.to) return true;
    if (!document.start && !document.end) return false;
    return (!state.to || (document.start || "0000") <= state.to + "~") &&
      (!state.from || (document.end || "9999") >= state.from);
  }

  function facetAllows(values, facet, chosen, number) {
    function has(value) { return values.has(value) && values.get(value).has(number); }
    return TOGETHER.has(facet) ? chosen.every(has) : chosen.some(has);
  }

  /* Narrow down by facets and dates.  Gives the document numbers that are left,
     for each facet how many each value would leave, and how many were left out
     for want of a date. */
  search.narrow = function (numbers, state, catalogue) {
    var left = [];
    var counts = new Map();
    var undated = 0;
    var chosen = Object.entries(state.facets).filter(function (pair) { return pair[1].length; });
    var counted = new Map();
    catalogue.facets.forEach(function (_, facet) { counted.set(facet, new Set()); });
    numbers.forEach(function (number) {
      var document = catalogue.documents[number];
      var failed = chosen.filter(function (pair) {
        return !facetAllows(catalogue.facets.get(pair[0]) || new Map(), pair[0], pair[1], number);
      }).map(function (pair) { return pair[0]; });
      if (!dateAllows(document, state)) {
        if (!failed.length && !document.start && !document.end) undated += 1;
        return;
      }
      if (!failed.length) left.push(number);
      counted.forEach(function (set, facet) {
        var others = failed.filter(function (name) { return name !== facet || TOGETHER.has(facet); });
        if (!others.length) set.add(number);
      });
    });
    catalogue.facets.forEach(function (values, facet) {
      var rows = [];
      values.forEach(function (members, value) {
        var n = 0;
        members.forEach(function (number) { if (counted.get(facet).has(number)) n += 1; });
        var isChosen = (state.facets[facet] || []).includes(value);
        if (n || isChosen) rows.push({ value: value, count: n, chosen: isChosen });
      });
      counts.set(facet, rows);
    });
    return { numbers: left, counts: counts, undated: undated };
  };

  function byDate(one, other) {
    var a = one.start || one.end || "~";
    var b = other.start || other.end || "~";
    if (a !== b) return a < b ? -1 : 1;
    if (one.end !== other.end) return one.end < other.end ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  }

  search.sorted = function (numbers, sort, found, catalogue) {
    var documents = catalogue.documents;
    return numbers.slice().sort(function (one, other) {
      var a = documents[one];
      var b = documents[other];
      if (sort === "relevance") {
        return found.get(other).score - found.get(one).score || byDate(a, b);
      }
      if (sort === "date-desc" && (a.start || a.end) && (b.start || b.end)) return byDate(b, a);
      return byDate(a, b);
    });
  };
})(regestaSearch);
