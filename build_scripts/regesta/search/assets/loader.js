/* Loads the index in one way, from the web or from a folder: as scripts that
   hand over what they hold.  A page opened from a folder may not fetch. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var FORMAT = 1;
  var LANGUAGE = "unknown"; /* the one index language: no stemming */
  var root = new URL("../../", document.currentScript.src);
  var bundle = new URL("pagefind/", root);
  var slots = new Map();

  function slot(name) {
    if (!slots.has(name)) {
      var made = {};
      made.promise = new Promise(function (resolve, reject) {
        made.resolve = resolve;
        made.reject = reject;
      });
      slots.set(name, made);
    }
    return slots.get(name);
  }

  /* Load a script once; what it hands over under `name` is the result. */
  function ask(name, path) {
    var wanted = slot(name);
    if (!wanted.asked) {
      wanted.asked = true;
      var script = document.createElement("script");
      script.src = new URL(path, bundle).href;
      script.onload = function () {
        wanted.reject(new Error(path + " does not hold " + name));
        script.remove();
      };
      script.onerror = function () {
        wanted.reject(new Error(path + " could not be loaded"));
        script.remove();
      };
      document.head.append(script);
    }
    return wanted.promise;
  }

  function bytes(base64) {
    var text = atob(base64);
    var out = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i += 1) out[i] = text.charCodeAt(i);
    return out;
  }

  /* What the scripts of the index call. */
  search.entry = function (entry) { slot("entry").resolve(entry); };
  search.engine = function (make) { slot("engine").resolve(make); };
  search.labels = function (labels) { slot("labels").resolve(labels); };
  search.table = function (part, table) { slot("table " + part).resolve(table); };
  search.chunk = function (name, base64) { slot("chunk " + name).resolve(bytes(base64)); };

  /* On the web the program comes as it is, a quarter smaller than as a script. */
  function program(entry) {
    var wanted = slot("chunk wasm");
    if (wanted.asked) return wanted.promise;
    if (!/^http/.test(location.protocol)) return ask("chunk wasm", entry.wasm + ".js");
    wanted.asked = true;
    fetch(new URL(entry.wasm, bundle)).then(async function (answer) {
      if (!answer.ok) throw new Error("status " + answer.status);
      wanted.resolve(new Uint8Array(await answer.arrayBuffer()));
    }).catch(function () {
      wanted.asked = false;
      return ask("chunk wasm", entry.wasm + ".js");
    }).catch(wanted.reject);
    return wanted.promise;
  }

  /* Stands in for fetch inside Pagefind. */
  function standIn(entry) {
    return function (address) {
      var path = String(address).replace(/\?.*$/, "").replace(/^\/+/, "");
      var part = path.split("/")[0];
      if (path.endsWith("/pagefind-entry.json")) {
        var found = entry.parts.find(function (one) { return one.name === part; });
        return Promise.resolve({ json: function () { return Promise.resolve(found.entry); } });
      }
      var asked = /\/wasm\.[^/]*$/.test(path)
        ? program(entry)
        : ask("chunk " + path, path + ".js");
      return asked.then(function (data) {
        return { arrayBuffer: function () { return Promise.resolve(data.buffer); } };
      });
    };
  }

  async function start(entry) {
    program(entry).catch(function () {});
    var make = await ask("engine", entry.engine);
    var instance = make(standIn(entry)).createInstance({
      basePath: "/" + entry.parts[0].name + "/",
      language: LANGUAGE,
      noWorker: true
    });
    await instance.init();
    for (var part of entry.parts.slice(1)) {
      await instance.mergeIndex("/" + part.name + "/", { language: LANGUAGE });
    }
    return instance;
  }

  var opened = null;
  /* Resolves to {engine, tables, labels}; engine is null in an empty archive. */
  search.open = function () {
    if (!opened) {
      /* entry.js alone keeps its name when the archive changes. */
      var fresh = /^http/.test(location.protocol) ? "?t=" + Date.now() : "";
      opened = ask("entry", "entry.js" + fresh).then(async function (entry) {
        if (entry.format !== FORMAT) throw new Error("index of another version; reload the page");
        if (!entry.parts.length) return { engine: null, tables: [], labels: [] };
        var loaded = await Promise.all([
          start(entry),
          entry.labels ? ask("labels", entry.labels) : [],
          Promise.all(entry.parts.map(function (part) { return ask("table " + part.name, part.table); }))
        ]);
        return { engine: loaded[0], labels: loaded[1], tables: loaded[2] };
      });
    }
    return opened;
  };
})(regestaSearch);
