"""No text of a megabyte takes long to write, and twice the text at most a
little more than twice the time."""

from __future__ import annotations

import hashlib
import time

import markdown
import pytest

from regesta.archive.assemble import assemble
from regesta.archive.lookups import Lookups
from regesta.archive.permanence import NOTHING_KEPT
from regesta.model import Collection, Source
from regesta.pages import document
from regesta.seeds.holdings import SeedDocument, Seeds

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
KINDS = {
    "brackets": "[",
    "links that are none": "[](",
    "backticks": "`",
    "ampersands": "&",
    "references": "&amp ",
    "emphasis": "*_",
    "quotation marks": "“",
    "straight quotation marks": '"',
    "one word": "word ",
    "lines": "short line\n",
    "short lines": "a\n",
    "paragraphs": "a word\n\n",
    "quotes in quotes": "> ",
    "numbers": "1",
    "days": "on Sunday, ",
    "speech": '"Yes," said he. ',
    "right to left": "שלום ",
    "combining": "\u0301",
    "control": "a\x01",
    "spaces": "     ",
    "list": "1. a\n",
}
PATHOLOGICAL = ("brackets", "links that are none", "backticks", "ampersands", "combining")


def seconds(text: str) -> float:
    """Return the processor time of the whole way from text to HTML."""
    data = ("x " + text).encode()
    digest = hashlib.sha256(data).hexdigest()
    source = Source("seeds/documents/a.txt", data, digest, "utf-8", data.decode())
    before = time.process_time()
    seeds = Seeds(Collection("Test"), (SeedDocument("a", source.path, digest, source),))
    archive, _problems = assemble(seeds, propose=False)
    for _path, page in document.render(archive.documents[0], Lookups(archive), NOTHING_KEPT):
        markdown.markdown(page.split("\n---\n", 1)[1], extensions=EXTENSIONS)
    return time.process_time() - before


def of_length(kind: str, length: int) -> str:
    return KINDS[kind] * (length // len(KINDS[kind]))


@pytest.mark.parametrize("kind", PATHOLOGICAL)
def test_a_hundred_kilobytes_without_a_word(kind: str) -> None:
    assert seconds(of_length(kind, 100_000)) < 2


@pytest.mark.long
@pytest.mark.parametrize("kind", PATHOLOGICAL)
def test_a_megabyte_without_a_word(kind: str) -> None:
    # Ampersands are slow in the HTML parser that Python-Markdown uses: 5 s.
    assert seconds(of_length(kind, 1_000_000)) < 8


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_text(kind: str) -> None:
    seconds("warm")
    small = min(seconds(of_length(kind, 30_000)) for _run in range(2))
    large = min(seconds(of_length(kind, 120_000)) for _run in range(2))
    assert large < 7 * small + 0.3, f"{small:.2f} s, four times the text {large:.2f} s"
