"""Pagefind's own files, made into classic scripts.

From a folder (``file://``) a page may neither import modules nor fetch, but it
may load scripts.  So each chunk of the index becomes a script that hands over
its bytes, and ``pagefind.js`` a function that is given something in place of
``fetch``.  The same files serve on the web.  Nothing is evaluated from text;
the content security policy needs ``'wasm-unsafe-eval'`` for the WebAssembly.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from regesta.search.feed import script

VERSION = "1.5.2"
"""The release whose text :func:`engine_script` knows how to change."""
LANGUAGE = "unknown"
"""No stemming: the documents' languages differ, and a phrase is found exactly."""
_EXPORT = re.compile(r"export\{([A-Za-z,]+)\};\s*\Z")
_META_URL = "import.meta.url"
_NOT_NEEDED = "var Pagefind=class{"
_SIGNATURE = b"pagefind_dcd"
ENGINE = f"engine.{VERSION}-2.js"
"""Pagefind's program as a classic script: its version, and ours of the change."""
WASM = f"wasm.{VERSION}"
"""Its WebAssembly: on the web as it is, from a folder as a script."""


class SearchError(Exception):
    """The search index could not be made; the message says what to do."""


def run(source: Path, output: Path) -> None:
    """Index the pages in *source* into *output*.

    Raises :class:`SearchError` if Pagefind is not installed or fails.
    """
    try:
        from pagefind.service import get_executable
    except ImportError as error:
        raise SearchError(
            f"Pagefind is not installed ({error}). Install it: pip install pagefind pagefind-bin"
        ) from error
    binary = get_executable()
    if binary is None:
        raise SearchError("Pagefind's program was not found. Install it: pip install pagefind-bin")
    command = [str(binary), "--site", str(source), "--output-path", str(output)]
    command += ["--force-language", LANGUAGE, "--keep-index-url", "--quiet"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False, cwd=source
        )
    except OSError as error:
        raise SearchError(f"Pagefind could not be started: {error}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-2000:]
        raise SearchError(f"Pagefind ended with status {done.returncode}: {said}")


def engine_script(pagefind_js: str) -> str:
    """Return ``pagefind.js`` as a classic script that calls
    ``regestaSearch.engine(function (fetch) { … return {PagefindInstance, gunzip}; })``.

    Raises :class:`SearchError` where the text is not that of the known release.
    """
    if f'pagefind_version="{VERSION}"' not in pagefind_js:
        raise SearchError(f"pagefind.js is not of version {VERSION}, which this program knows.")
    export = _EXPORT.search(pagefind_js)
    if export is None or "createInstance" not in export[1].split(","):
        raise SearchError("pagefind.js does not end in the export that was expected.")
    if any(name not in pagefind_js for name in ("PagefindInstance=class{", "gz_default=")):
        raise SearchError("pagefind.js does not hold the names that were expected.")
    # What follows joins several indexes and starts a worker: done in loader.js.
    end = pagefind_js.find(_NOT_NEEDED, 0, export.start())
    body = pagefind_js[: end if end >= 0 else export.start()].replace(_META_URL, "undefined")
    if "import." in body or "import(" in body or "export{" in body:
        raise SearchError("pagefind.js holds module syntax that was not expected.")
    return (
        "/* Pagefind "
        + VERSION
        + ", MIT licence, https://pagefind.app, as a classic script. */\n"
        + "regestaSearch.engine(function(fetch){"
        + body
        + "return {PagefindInstance:PagefindInstance,gunzip:gz_default};});\n"
    )


def chunk_script(name: str, data: bytes) -> str:
    """Return the script that hands over *data* under *name*."""
    return script("chunk", name, base64.b64encode(data).decode("ascii"))


def chunks(output: Path) -> list[tuple[str, bytes]]:
    """Return (name, bytes) of the index's own files, without the program."""
    wanted = [
        *output.glob("pagefind.*.pf_meta"),
        *output.glob("index/*.pf_index"),
        *output.glob("fragment/*.pf_fragment"),
    ]
    return sorted((path.relative_to(output).as_posix(), path.read_bytes()) for path in wanted)


def program(output: Path) -> dict[str, bytes]:
    """Return path to content of the program, which is the same for all indexes."""
    engine = engine_script((output / "pagefind.js").read_text("utf-8"))
    wasm = (output / f"wasm.{LANGUAGE}.pagefind").read_bytes()
    return {
        ENGINE: engine.encode("utf-8"),
        WASM: wasm,
        f"{WASM}.js": chunk_script("wasm", wasm).encode("ascii"),
    }


class Fragment(NamedTuple):
    """What Pagefind keeps of a page: its url (no slash before it) and its words,
    each at the place by which the index knows it."""

    url: str
    words: list[str]


def fragments(found: list[tuple[str, bytes]]) -> dict[str, Fragment]:
    """Return the fragment of each page by its name."""
    out = {}
    for name, data in found:
        if name.startswith("fragment/"):
            read: dict[str, Any] = json.loads(unpacked(name, data))
            out[Path(name).stem] = Fragment(read["url"].lstrip("/"), read["content"].split())
    return out


def packed(plain: bytes) -> bytes:
    """Return *plain* as Pagefind's program takes it, the same each time."""
    return gzip.compress(_SIGNATURE + plain, 9, mtime=0)


def unpacked(name: str, data: bytes) -> bytes:
    """Return what the file *name* of Pagefind holds.  Raises
    :class:`SearchError` where it is not of the known form."""
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise SearchError(f"{name} is not a file of the known form.")
    return plain[len(_SIGNATURE) :]


def entry(output: Path) -> dict[str, Any]:
    """Return ``pagefind-entry.json``, checked."""
    found: dict[str, Any] = json.loads((output / "pagefind-entry.json").read_text("utf-8"))
    if found.get("version") != VERSION or list(found.get("languages", {})) != [LANGUAGE]:
        raise SearchError(f"Pagefind wrote an index that was not expected: {found}")
    return found
