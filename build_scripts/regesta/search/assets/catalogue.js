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

  /* What Pagefind writes (CBOR, RFC 8949; nothing but arrays, texts and whole
     numbers): of a part [version, [[page, words]], [[first word, last, chunk]], …],
     in a chunk [[[word, [[page, …], …], …], …]]. */
  search.decoded = function (data) {
    var view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    var text = new TextDecoder();
    var at = 0;
    function next() {
      var head = view.getUint8(at);
      var value = head & 31;
      at += 1;
      if (value >= 24) {
        var length = 1 << (value - 24);
        value = length === 1 ? view.getUint8(at) : length === 2 ? view.getUint16(at) : view.getUint32(at);
        at += length;
      }
      if (head >> 5 === 0) return value;
      if (head >> 5 === 1) return -1 - value;
      if (head >> 5 === 3) {
        at += value;
        return text.decode(data.subarray(at - value, at));
      }
      if (head >> 5 !== 4) throw new Error("the list of pages is not of the known form");
      var out = [];
      while (out.length < value) out.push(next());
      return out;
    }
    return next();
  };

  /* {size, starts, ends, date(number), document(part, page), chunks(part, beginning), first(number),
     facet(name), facets}: facet() loads one that stands apart, once. */
  search.catalogue = function (given, instances, table) {
    given = given || { starts: [], ends: [], words: [], dates: [], parts: [], firsts: [], facets: {}, apart: [] };
    var dates = sums(given.dates);
    var parts = given.parts.map(function (steps, part) {
      var documents = sums(steps);
      var listed = search.decoded(new Uint8Array(instances[part].searchMeta));
      var names = listed[1].map(function (row) { return row[0]; });
      var numbers = new Map();
      names.forEach(function (name, page) { numbers.set(name, documents[page]); });
      return { documents: documents, names: names, numbers: numbers, chunks: listed[2] };
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
      /* The chunks of a part that hold words beginning so: Pagefind asks for
         that of the word itself alone. */
      chunks: function (part, beginning) {
        return parts[part].chunks.filter(function (row) {
          return row[1] >= beginning && (row[0] <= beginning || row[0].startsWith(beginning));
        }).map(function (row) { return row[2]; });
      },
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
