/* The search page.  Everything that comes from a reader or from the index is
   written as text, never as markup. */
(function (search) {
  "use strict";
  var SHOWN = 10; /* hits at a time */
  var PASSAGES = 3; /* of one document */
  var EACH = 6; /* words whose own number is said where all together give none */
  var page = document.getElementById("search");
  if (!page) return;
  var form = page.querySelector("form");
  var status = document.getElementById("search-status");
  var list = document.getElementById("results");
  var after = document.getElementById("search-after");
  var words = JSON.parse(page.dataset.words);
  var facetNames = words.facets;
  var state = search.readAddress(facetNames.map(function (pair) { return pair[0]; }));
  var index = null;
  var turn = 0;

  var make = search.make;
  var say = search.say;
  var panel = search.facetPanel(document.getElementById("facets"), words, function (facet, value, isChosen) {
    var rest = state.facets[facet].filter(function (other) { return other !== value; });
    var next = Object.assign({}, state, { facets: Object.assign({}, state.facets) });
    next.facets[facet] = isChosen ? rest.concat(value) : rest;
    go(next);
  });

  function write(into, pieces) {
    pieces.forEach(function (piece) {
      into.append(piece.marked ? make("mark", "", piece.text) : piece.text);
    });
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

  /* The document's id rides in the index as an anchor. */
  function idOf(fragment) {
    var anchor = fragment.anchors.find(function (one) { return one.id.startsWith("d."); });
    return anchor ? anchor.id.slice(2) : "";
  }

  async function hitItem(number, found) {
    var page = search.bestPage(number, found.get(number), index);
    var fragment = await page.data();
    var shown = search.passages(fragment, page.words, PASSAGES);
    var item = make("li", "hit");
    item.dataset.document = idOf(fragment);
    var heading = make("h2", "title");
    var a = link(shown.url, shown.titleAnchor);
    write(a, shown.title);
    heading.append(a);
    item.append(heading);
    var facts = ["kind", "publisher"].map(function (facet) { return firstLabel(facet, number); });
    facts.push(index.catalogue.date(number));
    item.append(make("p", "facts-line", facts.filter(Boolean).join(" · ")));
    shown.passages.forEach(function (passage) {
      var line = make("p", "snippet");
      var way = link(shown.url, passage.anchor);
      if (passage.isFurniture) line.append(make("small", "", words.furniture), " ");
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

  function firstLabel(name, number) {
    var facet = index.catalogue.facets.get(name);
    var value = facet ? facet.documents.findIndex(function (all) { return has(all, number); }) : -1;
    return value < 0 ? "" : facet.label(value);
  }

  /* Tell whether `sorted` holds `number`. */
  function has(sorted, number) {
    var low = 0;
    var high = sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (sorted[middle] < number) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === number;
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

  function chosenFacets() {
    return Object.keys(state.facets).filter(function (facet) { return state.facets[facet].length; });
  }

  function isNarrowed() { return Boolean(state.from || state.to || chosenFacets().length); }

  /* Of several words that no document holds together: how many hold each. */
  async function alone(clauses) {
    var line = make("p", "", words.alone);
    for (var clause of clauses.slice(0, EACH)) {
      var size = (await search.answer([clause], index)).size;
      if (!size) continue;
      var a = make("a", "", clause.asked[0]);
      a.setAttribute("href", search.address({ q: clause.asked[0], facets: {} }));
      line.append(" ", a, " ", make("small", "", search.say(words.documents_one, words.documents_many, size)));
    }
    return line.children.length ? line : null;
  }

  /* Slips of the pen: the query with words that the index has, where that finds
     documents. */
  async function meant() {
    var other = await search.respelled(state.q, index);
    if (!other) return null;
    var next = Object.assign({}, state, { q: other });
    var found = await search.answer(search.parse(other), index);
    var size = search.narrow(Array.from(found.keys()), next, index.catalogue).numbers.length;
    if (!size) return null;
    var line = make("p", "meant", words.meant + " ");
    var a = make("a", "", other);
    a.setAttribute("href", search.address(next));
    line.append(a, " ", make("small", "", say(words.documents_one, words.documents_many, size)));
    return line;
  }

  /* The indexes lead on where no search does. */
  function ways() {
    var line = make("p", "", words.ways);
    document.querySelectorAll("#ways a").forEach(function (way) { line.append(" ", way.cloneNode(true)); });
    return line;
  }

  async function showNothing(undated, clauses, mine) {
    var box = make("div", "empty");
    box.append(make("p", "", words.nothing));
    var hints = make("ul");
    if (/["\u201c\u201d\u00ab\u00bb]/.test(state.q)) hints.append(make("li", "", words.hint_phrase));
    else if (/\s/.test(state.q.trim())) hints.append(make("li", "", words.hint_fewer));
    if (state.q.trim()) hints.append(make("li", "", words.hint_spelling));
    if (undated) hints.append(make("li", "", say(words.undated_one, words.undated_many, undated)));
    box.append(hints);
    var each = clauses.length > 1 && index.instances.length ? await alone(clauses) : null;
    var other = index.instances.length ? await meant() : null;
    if (mine !== turn) return;
    if (other) box.firstChild.after(other);
    if (each) box.append(each);
    box.append(ways());
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

  async function run(isAnew) {
    turn += 1;
    var mine = turn;
    list.dataset.state = "busy";
    list.setAttribute("aria-busy", "true");
    search.showState(form, state);
    document.title = (state.q ? state.q + " · " : "") + title;
    try {
      index = index || await (isAnew ? search.openAnew() : search.open());
      await Promise.all(chosenFacets().map(index.catalogue.facet));
      var clauses = search.parse(state.q);
      /* Words were typed, but none that could be looked for: nothing is found. */
      var nowhere = !index.instances.length || (state.q.trim() && !clauses.length);
      var found = nowhere ? new Map() : await search.answer(clauses, index);
      if (mine !== turn) return;
      var left = search.narrow(Array.from(found.keys()), state, index.catalogue);
      var sort = state.sort || (clauses.length ? "relevance" : "date");
      var order = search.sorted(left.numbers, sort, found, index.catalogue);
      panel.show(left.counts, state, index.catalogue);
      if (order.length) await showHits(order, found, 0, mine);
      else await showNothing(left.undated, clauses, mine);
      if (mine !== turn) return;
      var text = say(words.documents_one, words.documents_many, order.length);
      if (order.length && left.undated) text += " " + say(words.undated_one, words.undated_many, left.undated);
      finish(order.length, text);
    } catch (error) {
      if (mine !== turn) return;
      if (index && !isAnew) {
        index = null;
        run(true);
        return;
      }
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
    panel.complete();
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
  page.hidden = false;
  run();
})(regestaSearch);
