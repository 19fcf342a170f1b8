"""Runs of capitalised words: where names may stand in a text without records.

Headings, lines in title case and lines in capitals are passed over: their
capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from regesta.annotate.names.folding import BREAK, Folded
from regesta.model import Block, BlockKind

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩА-Я"
"""Ranges of capitals, for a set of a regular expression (Latin Extended-A has both)."""
_OWNERS = (
    rf"(?:(?<=[Ww]omen)|(?<=hildren)|(?<=eople)|(?<=Men)|(?<=Girls)|(?<=Boys))'s(?= [{CAPITAL}])|"
    r"(?<!Rogers)(?<!Sanders)(?<!Peters)(?<!Myers)(?<!Meyers)(?<!Powers)(?<!Summers)"
    r"(?:(?<=ers)|(?<=ors)|(?<=ists)|(?<=ants)|(?<=ians)|(?<=ents)|(?<=eterans)|(?<=adies)|"
    rf"(?<=itizens))'(?= [{CAPITAL}])"
)
"""Whose body it is, as part of its name: “Women's Institute”, “Dockers' Union”."""
_WORD = (
    rf"(?:d'[{CAPITAL}][\w-]*|(?:al|el|Al|El)-[{CAPITAL}][\w-]*|(?:[{CAPITAL}]\.)+(?:-[{CAPITAL}][\w-]*)?"
    rf"|[{CAPITAL}][\w-]*(?:'[{CAPITAL}][\w-]*|'(?= al-)|{_OWNERS})?)"
)
_SUFFIX = r"(?:,? (?:Jr|Sr|JR|SR)\.)?"
_LINK = (
    r"(?: (?:of the|of|for the|for|and the|and|&|on|bin|bint|ibn|de|la|de la|del|da|di|dos|von|van"
    r"|van der|von der|der|ten|ter|al) | )"
)
# The first letter is looked for in one sweep; what may follow depends on it.
_FIRST_WORD = (
    rf"[{CAPITAL}deaEA](?<!\w.)(?:(?<=d)'[{CAPITAL}][\w-]*|(?<=[aeAE])l-[{CAPITAL}][\w-]*|"
    rf"(?<=[{CAPITAL}])(?:\.(?:[{CAPITAL}]\.)*(?:-[{CAPITAL}][\w-]*)?"
    rf"|[\w-]*(?:'[{CAPITAL}][\w-]*|'(?= al-)|{_OWNERS})?))"
)
_RUN = re.compile(rf"{_FIRST_WORD}(?:{_LINK}{_WORD})*{_SUFFIX}", re.DOTALL)
PASSED_OVER: tuple[BlockKind, ...] = ("title", "standfirst", "heading", "residue", "table")

_ROLL = re.compile(
    r"(?:Present|Attend(?:ing|ees|ance|ed by)|In attendance|Apologies(?: for absence)?|Absent|"
    r"Participants|Members(?: present)?|Panel(?:l?ists)?|Speakers|Witnesses|Signed|Crew|Cast|"
    r"Between|Before|Interviewer|Interviewee|Interviewed by)\s?: "
)
"""What begins a line that lists who was there."""
_SENTENCE_END = re.compile(r"(?:\.|\"|[.?!]\"? [\[(][^\[\]()]{1,16}[\])])$")
"""The end of a sentence, the number of a note or a question after it."""
PARTICLES = frozenset("bin bint ibn de la del da di dos von van der ten ter al".split())
LINKS = frozenset(("of", "for", "and", "&", "the", "on"))


class Run(NamedTuple):
    """Capitalised words with the small ones between them, and where they stand.

    *start* and *end* are folded positions in *text*, the document's folded
    text; *floor* is where the block begins.
    """

    words: tuple[str, ...]
    start: int
    end: int
    text: str
    floor: int

    @property
    def before(self) -> str:
        """Up to 40 characters of the block before the run."""
        return self.text[max(self.floor, self.start - 40) : self.start]

    @property
    def after(self) -> str:
        """Up to 40 characters after the run."""
        return self.text[self.end : self.end + 40]


_new_run = tuple.__new__
"""Makes a :class:`Run` in half the time that its own way takes."""


def runs(folded: Folded, blocks: Sequence[Block]) -> Iterator[Run]:
    """Give the runs of every block whose capitals mean something, in order."""
    text = folded.text
    for start, end in _pieces(folded, blocks):
        # What ends in a stop is a sentence, however many names it lists.
        sentence = _SENTENCE_END.search(text, max(start, end - 24), end) or _ROLL.match(
            text, start, end
        )
        if not sentence and is_title_case(text[start : min(end, start + 400)]):
            continue
        yield from runs_between(text, start, end)


def runs_between(text: str, start: int, end: int) -> Iterator[Run]:
    """Give the runs of ``text[start:end]`` (folded), whatever its capitals say."""
    for found in _RUN.finditer(text, start, end):
        first, last = found.span()
        yield _new_run(Run, (tuple(found.group().split(" ")), first, last, text, start))


def is_roll(run: Run) -> bool:
    """Tell whether *run* stands in a line that lists who was there."""
    return _ROLL.match(run.text, run.floor) is not None


def _pieces(folded: Folded, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    if not blocks:
        start = 0
        while start < len(folded.text):
            end = folded.text.find(BREAK, start)
            end = len(folded.text) if end < 0 else end
            yield start, end
            start = end + 1
        return
    for block in blocks:
        if block.kind not in PASSED_OVER:
            yield folded.folded(block.span.start), folded.folded(block.span.end - 1) + 1


def is_title_case(line: str) -> bool:
    """Whether most longer words of *line* have capitals, as in a heading."""
    words = [word for word in line.split(" ") if len(word) > 3 and word[0].isalpha()]
    if len(words) < 4:
        return line.isupper()
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 0.7 * len(words)
