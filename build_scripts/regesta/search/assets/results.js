/* The search page.  Everything that comes from a reader or from the index is
   written as text, never as markup. */
(function (search) {
  "use strict";
  var SHOWN = 10; /* hits at a time */
  var PASSAGES = 3; /* of one document */
  var VALUES = 6; /* of a facet, before the rest is folded */
  var page = document.getElementById("search");
  if (!page) return;
  var form = page.querySelector("form");
  var status = document.getElementById("search-status");
  var list = document.getElementById("results");
  var after = document.getElementById("search-after");
  var facetBox = document.getElementById("facets");
  var words = JSON.parse(page.dataset.words);
  var facetNames = words.facets;
  var state = search.readAddress(facetNames.map(function (pair) { return pair[0]; }));
  var index = null;
  var turn = 0;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function say(one, many, n) {
    return (n === 1 ? one : many).replace("{n}", n.toLocaleString(document.documentElement.lang || "en"));
  }

  function label(facet, value) {
    var values = index.labels.get(facet);
    return (values && values.get(value)) || value;
  }

  function write(into, pieces) {
    pieces.forEach(function (piece) {
      into.append(piece.marked ? make("mark", "", piece.text) : piece.text);
    });
  }

  /* ---- facets ---- */

  function choose(facet, value, isChosen) {
    var rest = state.facets[facet].filter(function (other) { return other !== value; });
    var next = Object.assign({}, state, { facets: Object.assign({}, state.facets) });
    next.facets[facet] = isChosen ? rest.concat(value) : rest;
    go(next);
  }

  function valueRow(facet, row) {
    var line = make("label");
    var box = make("input");
    box.type = "checkbox";
    box.name = facet;
    box.value = row.value;
    box.checked = row.chosen;
    box.addEventListener("change", function () { choose(facet, row.value, box.checked); });
    line.append(box, make("span", "", label(facet, row.value)), make("small", "count", String(row.count)));
    return line;
  }

  function facetField(facet, title, rows) {
    var field = make("fieldset", "facet");
    field.dataset.facet = facet;
    field.append(make("legend", "", title));
    rows.sort(function (a, b) {
      if (a.chosen !== b.chosen) return a.chosen ? -1 : 1;
      if (facet === "year") return a.value < b.value ? -1 : 1;
      return b.count - a.count || label(facet, a.value).localeCompare(label(facet, b.value));
    });
    rows.slice(0, VALUES).forEach(function (row) { field.append(valueRow(facet, row)); });
    if (rows.length > VALUES) {
      var fold = make("details");
      fold.append(make("summary", "", say(words.more_one, words.more_many, rows.length - VALUES)));
      rows.slice(VALUES, 200).forEach(function (row) { fold.append(valueRow(facet, row)); });
      field.append(fold);
    }
    return field;
  }

  function showFacets(counts) {
    var active = document.activeElement;
    var at = active && facetBox.contains(active) && active.name ? [active.name, active.value] : null;
    var unfolded = new Set(Array.from(facetBox.querySelectorAll("details[open]"), function (fold) {
      return fold.parentElement.dataset.facet;
    }));
    var fields = facetNames.map(function (pair) {
      var rows = counts.get(pair[0]) || [];
      (state.facets[pair[0]] || []).forEach(function (value) {
        if (!rows.some(function (row) { return row.value === value; })) {
          rows.push({ value: value, count: 0, chosen: true });
        }
      });
      return rows.length ? facetField(pair[0], pair[1], rows) : null;
    }).filter(Boolean);
    var summary = facetBox.querySelector("summary");
    facetBox.replaceChildren(summary, ...fields);
    facetBox.hidden = !fields.length;
    facetBox.querySelectorAll("details").forEach(function (fold) {
      fold.open = unfolded.has(fold.parentElement.dataset.facet);
    });
    if (at) {
      facetBox.querySelectorAll("input").forEach(function (box) {
        if (box.name === at[0] && box.value === at[1]) box.focus({ preventScroll: true });
      });
    }
  }

  /* ---- hits ---- */

  function link(url, anchor) {
    var a = make("a");
    a.setAttribute("href", url + (anchor ? "#" + anchor : ""));
    a.addEventListener("click", function () {
      try {
        sessionStorage.setItem("archive.search", JSON.stringify({ page: a.pathname, q: state.q }));
      } catch (refused) { /* then nothing is marked there */ }
    });
    return a;
  }

  async function best(number, hit) {
    var pages = hit ? Array.from(hit.pages.values()) : [];
    pages.sort(function (a, b) { return b.words.size - a.words.size; });
    if (pages.length) return { fragment: await pages[0].data(), marked: pages[0].words };
    var id = index.catalogue.documents[number].fragments[0];
    var all = await index.all();
    return { fragment: await all.get(id)(), marked: new Set() };
  }

  async function hitItem(number, found) {
    var record = index.catalogue.documents[number];
    var top = await best(number, found.get(number));
    var shown = search.passages(top.fragment, top.marked, PASSAGES);
    var item = make("li", "hit");
    item.dataset.document = record.id;
    var heading = make("h2", "title");
    var a = link(shown.url, shown.titleAnchor);
    write(a, shown.title);
    heading.append(a);
    item.append(heading);
    var facts = ["kind", "publisher"].map(function (facet) { return firstLabel(facet, number); });
    facts.push(record.date);
    item.append(make("p", "facts-line", facts.filter(Boolean).join(" · ")));
    shown.passages.forEach(function (passage) {
      var line = make("p", "snippet");
      var way = link(shown.url, passage.anchor);
      if (passage.before) way.append("… ");
      write(way, passage.pieces);
      if (passage.after) way.append(" …");
      line.append(way);
      item.append(line);
    });
    if (shown.more) {
      item.append(make("p", "facts-line", say(words.passages_one, words.passages_many, shown.more)));
    }
    return item;
  }

  function firstLabel(facet, number) {
    var values = index.catalogue.facets.get(facet);
    if (!values) return "";
    for (var pair of values) if (pair[1].has(number)) return label(facet, pair[0]);
    return "";
  }

  async function showHits(order, found, from, mine) {
    var items = await Promise.all(order.slice(from, from + SHOWN).map(function (number) {
      return hitItem(number, found);
    }));
    if (mine !== turn) return;
    if (!from) list.replaceChildren();
    list.append(...items);
    after.replaceChildren();
    var rest = order.length - from - items.length;
    if (rest > 0) {
      var more = make("button", "", say(words.more_one, words.more_many, rest));
      more.type = "button";
      more.addEventListener("click", async function () {
        await showHits(order, found, from + SHOWN, mine);
        var next = list.children[from + SHOWN];
        if (next) next.querySelector("a").focus();
      });
      after.append(more);
    }
  }

  function isNarrowed() {
    return Boolean(state.from || state.to || Object.values(state.facets).some(function (v) { return v.length; }));
  }

  function showNothing(undated) {
    var box = make("div", "empty");
    box.append(make("p", "", words.nothing));
    var hints = make("ul");
    if (/["\u201c\u201d\u00ab\u00bb]/.test(state.q)) hints.append(make("li", "", words.hint_phrase));
    else if (/\s/.test(state.q.trim())) hints.append(make("li", "", words.hint_fewer));
    if (state.q.trim()) hints.append(make("li", "", words.hint_spelling));
    if (undated) hints.append(make("li", "", say(words.undated_one, words.undated_many, undated)));
    box.append(hints);
    if (isNarrowed()) {
      var clear = make("button", "", words.clear);
      clear.type = "button";
      clear.addEventListener("click", function () {
        var facets = {};
        facetNames.forEach(function (pair) { facets[pair[0]] = []; });
        go({ q: state.q, sort: state.sort, from: "", to: "", facets: facets });
        form.elements.q.focus();
      });
      box.append(clear);
    }
    list.replaceChildren();
    after.replaceChildren(box);
  }

  /* ---- one search ---- */

  async function openIndex() {
    if (index) return;
    var opened = await search.open();
    var everything = null;
    index = {
      engine: opened.engine,
      catalogue: search.catalogue(opened.tables),
      labels: new Map(opened.labels.map(function (pair) { return [pair[0], new Map(pair[1])]; })),
      all: function () {
        everything = everything || opened.engine.search(null).then(function (answer) {
          return new Map(answer.results.map(function (result) { return [result.id, result.data]; }));
        });
        return everything;
      }
    };
  }

  async function run() {
    turn += 1;
    var mine = turn;
    list.dataset.state = "busy";
    list.setAttribute("aria-busy", "true");
    search.showState(form, state);
    document.title = (state.q ? state.q + " · " : "") + title;
    try {
      await openIndex();
      var clauses = search.parse(state.q);
      /* Words were typed, but none that could be looked for: nothing is found. */
      var nowhere = !index.engine || (state.q.trim() && !clauses.length);
      var found = nowhere
        ? new Map()
        : await search.answer(clauses, index.engine, index.catalogue);
      if (mine !== turn) return;
      var left = search.narrow(Array.from(found.keys()), state, index.catalogue);
      var sort = state.sort || (clauses.length ? "relevance" : "date");
      var order = search.sorted(left.numbers, sort, found, index.catalogue);
      showFacets(left.counts);
      if (order.length) await showHits(order, found, 0, mine);
      else showNothing(left.undated);
      if (mine !== turn) return;
      var text = say(words.documents_one, words.documents_many, order.length);
      if (order.length && left.undated) text += " " + say(words.undated_one, words.undated_many, left.undated);
      finish(order.length, text);
    } catch (error) {
      if (mine !== turn) return;
      list.replaceChildren();
      after.replaceChildren(make("p", "empty", words.failed + " (" + error.message + ")"));
      list.dataset.state = "failed";
      list.removeAttribute("aria-busy");
      status.textContent = words.failed;
    }
  }

  function finish(total, text) {
    list.dataset.total = String(total);
    list.removeAttribute("aria-busy");
    status.textContent = text;
    list.dataset.state = "done";
  }

  /* A new state is a new address, so that "back" and a shared link work. */
  function go(next, quietly) {
    var to = search.address(next);
    var changed = to !== search.address(state);
    state = next;
    if (changed) {
      try {
        if (quietly) history.replaceState(null, "", to);
        else history.pushState(null, "", to);
      } catch (refused) {
        if (!quietly) { location.assign(to); return; }
      }
    }
    run();
  }

  var title = document.title;
  var timer = 0;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    go(search.readForm(form, state));
  });
  form.addEventListener("change", function (event) {
    if (event.target === form.elements.q) return;
    clearTimeout(timer);
    go(search.readForm(form, state));
  });
  form.elements.q.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { go(search.readForm(form, state), true); }, 300);
  });
  window.addEventListener("popstate", function () {
    state = search.readAddress(facetNames.map(function (pair) { return pair[0]; }));
    run();
  });
  facetBox.open = matchMedia("(min-width: 60rem)").matches;
  page.hidden = false;
  run();
})(regestaSearch);
