/* The catalogue: documents in order of time, and for each facet which of them
   have which value.  All are numbers, written as steps (catalogue.py). */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var ONE_DAY = 86400000;
  var BEFORE_1970 = 719163; /* days, counted from 1 January of year 1 as 1 */

  function sums(steps) {
    var out = new Int32Array(steps.length);
    var at = 0;
    steps.forEach(function (step, i) { at += step; out[i] = at; });
    return out;
  }

  /* An ISO day as a number; 0 where there is none. */
  search.dayNumber = function (text) {
    var time = text ? Date.parse(text + "T00:00:00Z") : NaN;
    return Number.isNaN(time) ? 0 : time / ONE_DAY + BEFORE_1970;
  };

  function facetOf(given) {
    var facet = { ids: given.ids, labels: given.labels, numbers: new Map(), documents: given.documents.map(sums) };
    given.ids.forEach(function (id, value) { facet.numbers.set(id, value); });
    facet.label = function (value) { return facet.labels[value] || facet.ids[value]; };
    return facet;
  }

  /* Pagefind's names for the pages of a part, in the order of its own list. */
  function pageNames(instance, count) {
    var plain = new TextDecoder("latin1").decode(instance.searchMeta);
    return (plain.match(/unknown_[0-9a-f]+/g) || []).slice(0, count);
  }

  /* {size, starts, ends, date(number), document(part, page), first(number),
     facet(name), facets}: facet() loads one that stands apart, once. */
  search.catalogue = function (given, instances, table) {
    given = given || { starts: [], ends: [], words: [], dates: [], parts: [], firsts: [], facets: {}, apart: [] };
    var dates = sums(given.dates);
    var parts = given.parts.map(function (steps, part) {
      var documents = sums(steps);
      var names = pageNames(instances[part], documents.length);
      var numbers = new Map();
      names.forEach(function (name, page) { numbers.set(name, documents[page]); });
      return { documents: documents, names: names, numbers: numbers };
    });
    var firsts = new Map();
    parts.forEach(function (part, number) {
      part.documents.forEach(function (document, page) { firsts.set(document, [number, page]); });
    });
    given.firsts.forEach(function (row) { firsts.set(row[0], [row[1], row[2]]); });
    var facets = new Map();
    Object.entries(given.facets).forEach(function (pair) { facets.set(pair[0], facetOf(pair[1])); });
    var apart = new Map(given.apart);
    var asked = new Map();
    return {
      size: given.starts.length,
      starts: sums(given.starts),
      ends: sums(given.ends),
      facets: facets,
      apart: apart,
      date: function (number) { return given.words[dates[number]]; },
      document: function (part, name) { return parts[part].numbers.get(name); },
      first: function (number) {
        var at = firsts.get(number);
        return { part: at[0], name: parts[at[0]].names[at[1]] };
      },
      facet: function (name) {
        if (facets.has(name) || !apart.has(name)) return Promise.resolve(facets.get(name));
        if (!asked.has(name)) {
          asked.set(name, table(name, apart.get(name)).then(function (loaded) {
            facets.set(name, facetOf(loaded));
            return facets.get(name);
          }));
        }
        return asked.get(name);
      }
    };
  };
})(regestaSearch);
