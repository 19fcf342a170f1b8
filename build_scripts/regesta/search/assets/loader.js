/* Loads the index in one way, from the web or from a folder: as scripts that
   hand over what they hold.  A page opened from a folder may not fetch. */
var regestaSearch = regestaSearch || {};
(function (search) {
  "use strict";
  var FORMAT = 4;
  var LANGUAGE = "unknown"; /* the one index language: no stemming */
  var ON_THE_WEB = /^http/.test(location.protocol);
  var PROGRAM = "wasm.1.5.2";
  var SIGNATURE = 12; /* bytes before what Pagefind's files hold */
  var ENGINE = "engine.1.5.2-2.js";
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
  search.entry = function (entry) {
    slot("entry").given = true;
    slot("entry").resolve(entry);
  };
  search.engine = function (make) { slot("engine").resolve(make); };
  search.table = function (name, table) { slot("table " + name).resolve(table); };
  search.chunk = function (name, base64) {
    var given = slot("chunk " + name);
    given.asked = true;
    given.resolve(bytes(base64));
  };

  /* Bytes: on the web as they are, a quarter smaller than as a script. */
  function load(name, path) {
    var wanted = slot("chunk " + name);
    if (wanted.asked) return wanted.promise;
    if (!ON_THE_WEB) return ask("chunk " + name, path + ".js");
    wanted.asked = true;
    fetch(new URL(path, bundle)).then(async function (answer) {
      if (!answer.ok) throw new Error(path + ": status " + answer.status);
      wanted.resolve(new Uint8Array(await answer.arrayBuffer()));
    }).catch(function () {
      wanted.asked = false;
      return ask("chunk " + name, path + ".js");
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
      var asked;
      if (/\/wasm\.[^/]*$/.test(path)) asked = load("wasm", PROGRAM);
      else if (/\/fragment\//.test(path)) asked = ask("chunk " + path, path + ".js");
      else asked = load(path, path);
      return asked.then(function (data) {
        return { arrayBuffer: function () { return Promise.resolve(data.buffer); } };
      });
    };
  }

  /* One instance of Pagefind a part; the first brings the WebAssembly. */
  async function start(entry, Instance) {
    entry.parts.forEach(function (part) { load(part.meta, part.meta).catch(function () {}); });
    var instances = entry.parts.map(function (part, number) {
      return new Instance({ basePath: "/" + part.name + "/", primary: !number });
    });
    await instances[0].init(LANGUAGE, { load_wasm: true });
    await Promise.all(instances.slice(1).map(function (one) { return one.init(LANGUAGE, { load_wasm: false }); }));
    return instances;
  }

  async function open(entry) {
    if (entry.format !== FORMAT) throw new Error("index of another version; reload the page");
    if (!entry.parts.length) return { instances: [], catalogue: search.catalogue(null, []) };
    var made = (await ask("engine", ENGINE))(standIn(entry));
    async function table(name, path) {
      if (!path) return slot("table " + name).promise;
      var data = made.gunzip(await load(path, path));
      return JSON.parse(new TextDecoder().decode(data));
    }
    var loaded = await Promise.all([start(entry, made.PagefindInstance), table("catalogue", entry.catalogue)]);
    return {
      instances: loaded[0],
      /* Whether the places of a word are there by what follows it, too. */
      isHeavy: function (part, word) { return entry.parts[part].heavy.includes(word); },
      catalogue: search.catalogue(loaded[1], loaded[0], table),
      /* The words that a chunk of a part holds, each with its pages. */
      words: async function (part, chunk) {
        var path = entry.parts[part].name + "/index/" + chunk + ".pf_index";
        return search.decoded(made.gunzip(await load(path, path)).subarray(SIGNATURE))[0];
      }
    };
  }

  var ready = new Promise(function (resolve) {
    if (document.readyState === "complete") resolve();
    else document.addEventListener("DOMContentLoaded", resolve);
  });
  var opened = null;
  /* Resolves to {instances, catalogue}; there are no instances in an empty
     archive.  entry.js comes with the page; where it did not, or is of an older
     day than the files it leads to, it is asked for anew. */
  search.open = function () {
    opened = opened || ready.then(async function () {
      try {
        if (slot("entry").given) return await open(await slot("entry").promise);
      } catch (stale) {
        if (!ON_THE_WEB) throw stale;
      }
      return anew();
    });
    return opened;
  };

  async function anew() {
    slots.forEach(function (_, name) { if (name !== "engine" && name !== "chunk wasm") slots.delete(name); });
    return open(await ask("entry", "entry.js" + (ON_THE_WEB ? "?t=" + Date.now() : "")));
  }
  /* For a page that was open while the archive was published again. */
  search.openAnew = function () { return (opened = anew()); };
  if (ON_THE_WEB) load("wasm", PROGRAM).catch(function () {});
})(regestaSearch);
