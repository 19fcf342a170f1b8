"""Residue: what came with a text but is not of it.

Residue is folded away at the end of a page, so these rules would rather miss a
scrap of furniture than take a sentence for one.  All rules take folded words
and hold for a whole line; where a word could also be a heading ("Comments"),
it counts at the edges of a text only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from regesta.segment.shapes import ends_in_stop, is_title_case
from regesta.segment.timewords import FULL_DATE
from regesta.segment.vocabulary import (
    AROUND_A_DATE,
    EDGE_PHRASES,
    LISTS_OF_OTHER_TEXTS,
    MENU_WORDS,
    NETWORKS,
    NO_SIGN_OF_A_PAGE,
    SITE_PHRASES,
)
from regesta.whitespace import WHITE_SPACE

MARKS = "*_=~|+#<>/\\-–—―‒•·●■◆◼▪§¶†○□☆★⁂※∗" + WHITE_SPACE
"""Characters of which separators are made."""
_END_MARK = re.compile(
    r"(?:(?:# ?){3,5}|\*{3} ?END ?\*{3}|[-–—] ?30 ?[-–—]|[-–—] ?0 ?[-–—]"
    r"|[-–—/\[(] ?(?:ends?|ende|fin|fine|完) ?[-–—/\])]|ENDS)",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.|pagina|página) ?\d{1,4}(?: ?(?:of|/|von|de|di|van) ?\d{1,4})?"
    r"|[-–—] ?\d{1,4} ?[-–—]|\[ ?(?:page|p\.) ?\d{1,4} ?\]",
    re.IGNORECASE,
)

_OPENINGS = re.compile(
    r"(?:>\s?)?(?:"
    r"(?:read|see|watch) (?:more|also|next|related)(?: \w+)? ?[:|–—-] ?\S"
    r"|(?:related|also read|more on this|lire aussi|à lire aussi|lea también|leggi anche|lees ook"
    r"|lesen sie auch|mehr dazu|читайте также) ?[:–—] ?\S"
    r"|(?:click|tap) here (?:to|for) (?:read|watch|view|download|subscribe|sign|see|listen|more"
    r"|join|the (?:full|video))\b"
    r"|read (?:the )?(?:full|entire|rest|whole|complete)\b.{0,40}\b(?:here|online)\b"
    r"|subscribe (?:to|now|today|for|here)\b|sign up (?:for|to|here|now|today)\b"
    r"|(?:like|follow|join|find) us on\b|share (?:this|on|via)\b ?[:\w]"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b"
    r"|by (?:continuing|using) (?:to|this) (?:use|browse|visit|site|website)\b"
    r".*\b(?:cookies|terms|privacy)\b"
    r"|please enable javascript|(?:try )?watching this video on www\.|you need to enable javascript"
    r"|loading ?(?:…|\.\.\.)|this content (?:is|was) (?:blocked|not available)"
    r"|advertisement ?[:–—-]|sponsored(?: content| post)? ?[:–—-]"
    r"|comments? ?\(\d+\)$|\d+ (?:comments?|shares?|views?|likes?)\b[\w\s,]{0,20}$"
    r"|\d+ min(?:ute)?s?\.? read\b.{0,30}$"
    r")",
    re.IGNORECASE,
)
_SLUG = re.compile(
    r"[A-Z]{2,6}[-.]?\d{6,8}[-.]\d{3,5}|[A-Z]{2}-[\w.&'’-]{2,40}(?:, ?[\w.' -]{1,30})?, ?\d{3,4}"
)
"""What a news wire numbers its stories with: "AP880915-0124", "AM-Shuttle,0412"."""

_CRUMB = re.compile(r" ?[|>»›/•·] ?")
_DATE = re.compile(FULL_DATE, re.IGNORECASE)
_PROMOTION = re.compile(
    r"\b(?:buy|shop|sale|save|free|offers?|deals?|discount|coupon|order|donate|join|subscribe"
    r"|click|download|try|book|call (?:us|now|today)|sign up|learn more|get (?:your|the|a|yours)"
    r"|limited|today only|guaranteed?|consult(?:ing|ants?|ation)|strateg(?:y|ies)|campaign|services"
    r"|solutions|looking for|need (?:a|help)|want to|running for|ready to|your)\b",
    re.IGNORECASE,
)


class Residue(NamedTuple):
    """What sort of residue a line is, and by which rule."""

    note: str
    reason: str


def _bare(words: str) -> str:
    return words.casefold().strip(" .:…»›>→▼▾▸|!-–—*[]()")


def mark(words: str) -> Residue | None:
    """Judge a line of marks: an end mark, a separator, a page number."""
    if len(words) <= 24 and _END_MARK.fullmatch(words):
        return Residue("end-mark", "a mark that says the text ends here")
    if words and not words.strip(MARKS):
        return Residue("separator", "a line of nothing but marks")
    if len(words) <= 20 and _PAGE_NUMBER.fullmatch(words):
        return Residue("furniture", "a page number alone on its line")
    return None


def furniture(words: str) -> Residue | None:
    """Judge a line that a website prints around texts, wherever it stands."""
    bare = _bare(words)
    if len(words) <= 60 and _SLUG.fullmatch(words):
        return Residue("furniture", "a number that a news wire gives its stories")
    if bare in SITE_PHRASES:
        return Residue("furniture", "words that a website prints around its texts")
    if len(words) <= 200 and _OPENINGS.match(words):
        return Residue("furniture", "a line that leads to other pages of a website")
    parts = bare.replace(",", " ").split()
    if len(parts) >= 2 and all(part.strip("|·•") in NETWORKS | {""} for part in parts):
        return Residue("furniture", "a row of share buttons")
    return date_line(words)


def edge_furniture(words: str) -> Residue | None:
    """Judge a line that is furniture at the edges of a text only."""
    if words[:1].isupper() and _bare(words) in EDGE_PHRASES:
        return Residue("furniture", "a button or menu entry at the edge of the text")
    cells = [cell.strip().casefold() for cell in _CRUMB.split(words)]
    if len(cells) >= 3 and len(words) <= 150 and sum(c in MENU_WORDS for c in cells) >= 2:
        return Residue("furniture", "a row of menu entries")
    return None


def heads_links(words: str) -> bool:
    """Tell whether *words* are the heading of a list of other texts."""
    return _bare(words) in LISTS_OF_OTHER_TEXTS


def could_be_link(words: str) -> bool:
    """Tell whether *words* could be another text's title."""
    return 0 < len(words) <= 130 and not ends_in_stop(words)


def are_short_items(length: int, lines: int) -> bool:
    """Tell whether the lines of a list could be other texts' titles."""
    return length <= 130 * lines


def date_line(words: str) -> Residue | None:
    """Judge a web page's own date line: a date among words such as
    "published", "updated", "print", and nothing else."""
    if len(words) > 100 or words.casefold().startswith("minutes"):
        return None
    rest, dates = _DATE.subn(" ", words)
    parts = [part.strip(".,:;|()-–—•·/") for part in rest.casefold().split()]
    parts = [part for part in parts if part and not part.replace(":", "").isdigit()]
    if not dates or not all(part in AROUND_A_DATE for part in parts):
        return None
    if all(part in NO_SIGN_OF_A_PAGE for part in parts):
        return None  # a date with its weekday is a date in any text
    return Residue("date-line", "a web page’s own date line")


def advert(words: str) -> Residue | None:
    """Judge a line after the end of a text: does it promote something?

    Asks for a call (an exclamation, or a question with an answer), a word of
    promotion, no quoted words, and the capitals of a slogan.
    """
    if len(words) > 200 or any(c in words for c in '"“”«»'):
        return None
    asks, calls = "?" in words, "!" in words
    if not (calls or (asks and not words.endswith("?"))):
        return None
    if not _PROMOTION.search(words) or not (is_title_case(words) or (asks and calls)):
        return None
    return Residue("advert", "a promotional line after the end of the text")
