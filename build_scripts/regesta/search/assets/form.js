/* The address says all: what is asked, narrowed down and how it is sorted. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var SORTS = ["relevance", "date", "date-desc"];

  function day(text) {
    return /^\d{4}(-\d\d(-\d\d)?)?$/.test(text || "") ? text : "";
  }

  search.readAddress = function (facets) {
    var given = new URLSearchParams(location.search);
    var state = { q: given.get("q") || "", from: day(given.get("from")), to: day(given.get("to")), facets: {} };
    state.sort = SORTS.includes(given.get("sort")) ? given.get("sort") : "";
    facets.forEach(function (facet) {
      state.facets[facet] = Array.from(new Set(given.getAll(facet).filter(Boolean)));
    });
    return state;
  };

  search.address = function (state) {
    var out = new URLSearchParams();
    if (state.q) out.set("q", state.q);
    Object.keys(state.facets).forEach(function (facet) {
      state.facets[facet].forEach(function (value) { out.append(facet, value); });
    });
    ["from", "to", "sort"].forEach(function (name) { if (state[name]) out.set(name, state[name]); });
    var text = out.toString();
    return location.pathname + (text ? "?" + text : "");
  };

  /* A date field shows whole days only: 2024 is its first or its last day. */
  search.wholeDay = function (text, isLast) {
    if (/^\d{4}$/.test(text)) return text + (isLast ? "-12-31" : "-01-01");
    if (!/^\d{4}-\d\d$/.test(text)) return text;
    if (!isLast) return text + "-01";
    var last = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0));
    return Number.isNaN(last.getTime()) ? "" : text + "-" + String(last.getUTCDate()).padStart(2, "0");
  };

  search.showState = function (form, state) {
    form.elements.q.value = state.q;
    form.elements.from.value = search.wholeDay(state.from, false);
    form.elements.to.value = search.wholeDay(state.to, true);
    form.elements.sort.value = state.sort || (state.q.trim() ? "relevance" : "date");
  };

  search.readForm = function (form, state) {
    function kept(name, isLast) {
      var value = form.elements[name].value;
      return value === search.wholeDay(state[name], isLast) ? state[name] : day(value);
    }
    var next = { q: form.elements.q.value.trim(), facets: state.facets };
    next.from = kept("from", false);
    next.to = kept("to", true);
    var usual = next.q ? "relevance" : "date";
    var sort = form.elements.sort.value;
    if (!next.q && sort === "relevance") sort = "";
    next.sort = sort === usual || (!state.sort && sort === (state.q ? "relevance" : "date")) ? "" : sort;
    return next;
  };
})(regestaSearch);
