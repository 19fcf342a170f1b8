"""Guessing what sort of document a text is.

By how it begins and ends and how it is laid out.  A guess for texts whose
description does not say; the reason goes with it onto the page.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from regesta.segment.segmentation import NUMBERED, Segmentation
from regesta.whitespace import fold


class _Sight(NamedTuple):
    """What the rules look at: folded title, opening words, closing words."""

    title: str
    opening: str
    closing: str


_TITLES: tuple[tuple[str, str, str], ...] = (
    # type, pattern at the beginning of the title, what it shows
    ("official-readout", r"readout (?:of|from|on)\b|readout:", "the title calls it a readout"),
    (
        "statement",
        r"(?:joint |press |opening |official )?(?:statement|declaration|communiqué)s?\b"
        r"|(?:erklärung|déclaration|declaración|dichiarazione)\b"
        r"|.{0,80}\bjoint (?:statement|communiqué)\b|.{0,60}[’']s? statement on\b",
        "the title calls it a statement",
    ),
    (
        "speech",
        r"(?:remarks|speech|address|keynote|rede|discours|discurso)\b"
        r"|(?:prepared|opening|closing) remarks\b",
        "the title calls it a speech",
    ),
    (
        "transcript",
        r"(?:full )?(?:transcript|interview|press (?:briefing|conference|gaggle))\b"
        r"|.{0,80}\b(?:transcript)$",
        "the title calls it a transcript",
    ),
    ("press-release", r"(?:press|news|media) release\b", "the title calls it a press release"),
    (
        "order",
        r"(?:executive order|presidential (?:determination|memorandum)|proclamation"
        r"|a proclamation|decree|directive|ordinance)\b",
        "the title calls it an order",
    ),
    ("fact-sheet", r"fact ?sheet\b", "the title calls it a fact sheet"),
    (
        "letter",
        r"(?:an? )?(?:open )?letter (?:to|from|of)\b|brief an\b|lettre à\b|carta a\b",
        "the title calls it a letter",
    ),
    (
        "report",
        r"(?:annual |final |interim )?report (?:of|on|to|by)\b|bericht über\b|rapport sur\b",
        "the title calls it a report",
    ),
    ("minutes", r"minutes of\b|protokoll\b|procès-verbal\b", "the title calls it minutes"),
    (
        "treaty",
        r"(?:treaty|agreement|convention|protocol|memorandum of understanding)"
        r" (?:between|on|of|for|concerning)\b",
        "the title calls it a treaty or an agreement",
    ),
)
_TITLE_RULES = tuple((t, re.compile(p, re.IGNORECASE), why) for t, p, why in _TITLES)

_SALUTATION = re.compile(
    r"(?:my )?dear\b|to whom it may concern|sehr geehrte|liebe[rs]? |chère?s? |estimad[oa]s? "
    r"|madame,|monsieur,|уважаем",
    re.IGNORECASE,
)
_DEAR = ("dear", "to whom", "geehrte", "liebe", "chèr", "estimad", "madame", "monsieur", "уважаем")
_VALEDICTION = re.compile(
    r"\b(?:sincerely|yours (?:very )?(?:truly|faithfully|affectionately|respectfully|ever)"
    r"|your (?:most )?(?:obedient|humble|affectionate)\b|(?:kind|best|warm) regards"
    r"|respectfully yours"
    r"|mit freundlichen grüßen|hochachtungsvoll|cordialement|atentamente|с уважением)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"it is hereby ordered|by (?:virtue of )?the (?:authority|power) vested in me"
    r"|do hereby proclaim|i hereby (?:direct|determine|order|delegate)",
    re.IGNORECASE,
)
_BY_OFFICE = ("hereby", "vested in me")
_RELEASE = re.compile(r"\bfor immediate release\b", re.IGNORECASE)
_TURN = re.compile(
    r"(?:(?:THE |MS?\.? |MRS?\.? |DR\.? )?[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}|Q|A|Question|Answer"
    r"|Interviewer|(?:Mr|Ms|Mrs|Dr)\. [A-Z]\w+)(?: \([^)]{1,30}\))?(?::| +(?=[A-Z\"“]))"
)
_STATES = re.compile(
    r"\b(?:i am (?:pleased|proud|saddened|deeply)|we (?:welcome|condemn|mourn|call on|urge)"
    r"|(?:my|our) (?:thoughts|prayers|condolences))\b",
    re.IGNORECASE,
)
_FELLOW = re.compile(
    r"\b(?:thank you(?: (?:all|very much|so much))?[.,!]|good (?:morning|afternoon|evening)\b"
    r"|my fellow|ladies and gentlemen)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[\"”’»],? (?:(?:an?|the|mr|ms|mrs) )?[\w. -]{0,50}\b(?:said|says|told|added|wrote|stated)\b"
    r"|\b(?:said|told|stated|according to)\b",
    re.IGNORECASE,
)
_WORDS_OF_SAYING = ("said", "says", "told", "added", "wrote", "stated", "according to")
_AGENCY = re.compile(r"\([A-Z][\w .&-]{1,30}\)|社")
_MET = re.compile(
    r"\b(?:spoke|met|meeting|call(?:ed)?|talks?|conven(?:ed|ing|ion)|hosted|joined|briefed|briefing"
    r"|roundtable|visited|participated|traveled|received)\b",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(
    r"\b(?:discuss(?:ed|ing|ion)|reaffirmed|reiterated|underscored|exchanged views|thanked"
    r"|agreed (?:to|on)|emphasi[sz]ed|stressed|expressed|highlighted|noted|conveyed|congratulated"
    r"|updated?|shared|participants)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|My|I’m|I’ve)\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]")


def guess_type(text: str, segmentation: Segmentation) -> tuple[str, str]:
    """Return the type of document as a slug (``official-readout``,
    ``news-article``, ``press-release``, ``statement``, ``speech``,
    ``transcript``, ``letter``, ``memorandum``, ``e-mail``, ``order``,
    ``report``, ``minutes``, ``treaty``, ``fact-sheet``, ``poem``) and the
    reason in words; two empty strings where it cannot be told."""
    sight = _look(text, segmentation)
    if header := _by_header(text, segmentation):
        return header
    for slug, pattern, reason in _TITLE_RULES:
        if sight.title and pattern.match(sight.title):
            return slug, reason
    return (
        _by_formulas(sight)
        or _by_layout(text, segmentation)
        or _by_greeting(sight)
        or _by_voice(text, segmentation, sight)
        or ("", "")
    )


def _look(text: str, segmentation: Segmentation) -> _Sight:
    title = fold(segmentation.title.of(text)) if segmentation.title else ""
    return _Sight(title, fold(text[:1500]), fold(text[-800:]))


def _by_header(text: str, segmentation: Segmentation) -> tuple[str, str] | None:
    for block in segmentation.blocks[:4]:
        if block.note == "header":
            if "@" in block.span.of(text)[:2000]:
                return "e-mail", "it begins with the header of an e-mail"
            return "memorandum", "it begins with the header of a memorandum"
    return None


def _by_formulas(sight: _Sight) -> tuple[str, str] | None:
    opening = sight.opening.lower()
    # To look for plain words first takes a tenth of the time.
    if any(word in opening for word in _DEAR) and (
        _SALUTATION.match(sight.opening)
        or (_SALUTATION.search(sight.opening) and _VALEDICTION.search(sight.closing))
    ):
        return "letter", "it begins as a letter does"
    if any(word in opening for word in _BY_OFFICE) and _ORDERS.search(sight.opening):
        return "order", "it orders or proclaims by virtue of an office"
    if _RELEASE.search(sight.opening):
        return "press-release", "it says “for immediate release”"
    return None


def _by_greeting(sight: _Sight) -> tuple[str, str] | None:
    """Tell a speech; who greets in a transcript is one of several."""
    if _FELLOW.match(sight.opening) or _FELLOW.search(sight.opening[:300]):
        return "speech", "it begins by greeting or thanking its listeners"
    return None


def _by_layout(text: str, segmentation: Segmentation) -> tuple[str, str] | None:
    body = [block for block in segmentation.blocks if block.kind in NUMBERED]
    if len(body) >= 6:
        heads = [text[b.span.start : b.span.start + 60] for b in body[:400]]
        turns = sum(bool(_TURN.match(head)) for head in heads)
        if turns * 2 >= len(heads):
            return "transcript", "most paragraphs begin with a speaker’s name"
    verse = sum(block.kind == "verse" and not block.note for block in body)
    if body and verse * 3 >= len(body) * 2:
        return "poem", "it is set in short lines"
    return None


def _times_said(text: str) -> int:
    """Return how often *text* tells what somebody said, up to three times."""
    small = text.lower()
    if not any(word in small for word in _WORDS_OF_SAYING):  # so many texts, at once
        return 0
    return sum(1 for _ in islice(_SAID.finditer(text), 3))


def _by_voice(text: str, segmentation: Segmentation, sight: _Sight) -> tuple[str, str] | None:
    credits = [b for b in segmentation.blocks if b.kind in ("credit", "source-line")]
    dateline = segmentation.dateline.of(text) if segmentation.dateline else ""
    if _AGENCY.search(dateline):
        return "news-article", "a news agency’s name stands in its dateline"
    said = _times_said(text[:20_000])
    if credits and said >= 2:
        return "news-article", "it reports what people said, and gives credits"
    if said >= 3:
        return "news-article", "it reports what people said"
    own = _QUOTED.sub(" ", text[:5000])
    if any(b.note == "end-mark" for b in segmentation.blocks):
        if len(_FIRST_PERSON.findall(own)) >= 2:
            return "statement", "it speaks in the first person, and closes with an end mark"
        if _MET.search(sight.opening[:400]) and _DISCUSSED.search(own):
            return "official-readout", "an official text on a meeting or a call"
        return "press-release", "it closes with a press release’s end mark"
    if _STATES.search(sight.opening):
        return "statement", "it speaks in the first person, for the record"
    return None
