/* "Verify" recomputes the digest of the text from the page as shown and compares
   it with the one published (SHA-256 of the UTF-8 of the folded text).
   Glosses contribute nothing; data-cp stands for code points. */
(function () {
  "use strict";
  /* White space of the contract: these and nothing else (JavaScript's \s differs). */
  var WHITE = /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

  function gather(node, out) {
    for (var child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) out.push(child.data);
      else if (child.nodeType === Node.ELEMENT_NODE) gatherElement(child, out);
    }
  }
  function gatherElement(element, out) {
    if (element.hasAttribute("data-gloss")) return;
    var points = element.getAttribute("data-cp");
    if (points === null) return gather(element, out);
    points.trim().split(/\s+/).forEach(function (hex) {
      out.push(String.fromCodePoint(parseInt(hex, 16)));
    });
  }
  function folded(element) {
    var out = [];
    gather(element, out);
    return out.join("").replace(WHITE, " ").replace(/^ | $/g, "");
  }
  function digest(text) {
    return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)).then(function (bytes) {
      return Array.from(new Uint8Array(bytes), function (byte) {
        return byte.toString(16).padStart(2, "0");
      }).join("");
    });
  }

  function verdict(parts) {
    if (!parts.length) return Promise.resolve("none");
    if (!window.crypto || !crypto.subtle) return Promise.resolve("impossible");
    return Promise.all(parts.map(function (part) {
      return digest(folded(part)).then(function (found) {
        return found === part.getAttribute("data-text-sha256").toLowerCase();
      });
    })).then(function (agree) {
      return agree.every(Boolean) ? "agrees" : "differs";
    });
  }

  document.querySelectorAll("button.verify").forEach(function (button) {
    var said = button.parentElement.querySelector(".verify-result");
    if (!said) {
      said = document.createElement("output");
      said.className = "verify-result";
      button.after(said);
    }
    button.disabled = false;
    button.addEventListener("click", function () {
      var parts = Array.from(document.querySelectorAll("[data-verbatim][data-text-sha256]"));
      verdict(parts).then(function (result) {
        said.dataset.verdict = result;
        said.textContent = button.getAttribute("data-" + result);
      });
    });
  });
})();
