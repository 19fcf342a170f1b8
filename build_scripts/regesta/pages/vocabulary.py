"""The words readers see for the values that records hold."""

from __future__ import annotations

import re

from regesta import edtf
from regesta.model import UNKNOWN_DATE, Document, EntityKind, Status, When
from regesta.pages.wording import LANGUAGE, _
from regesta.seeds import rights as known_rights

KINDS: dict[EntityKind, str] = {
    "person": _("People"),
    "organisation": _("Organisations"),
    "place": _("Places"),
    "topic": _("Topics"),
    "event": _("Events"),
}

KIND: dict[EntityKind, str] = {
    "person": _("Person"),
    "organisation": _("Organisation"),
    "place": _("Place"),
    "topic": _("Topic"),
    "event": _("Event"),
}

ASPECTS = {
    "name": _("Called"),
    "date": _("Date"),
    "place": _("Place"),
    "participant": _("Who took part"),
    "duration": _("How long"),
    "topic": _("About"),
    "outcome": _("Agreed or announced"),
    "quotation": _("In quotation marks"),
    "other": _("Also said"),
}
"""Aspects of an account, in the order of the table's rows."""

RELATIONS = {
    "quotes": _("Quotes"),
    "republishes": _("Republishes"),
    "translates": _("Translates"),
    "same-utterance": _("Gives the same utterance as"),
    "version": _("Is another version of"),
}

RIGHTS = {
    "InC": _("In copyright"),
    "InC-OW-EU": _("In copyright, EU orphan work"),
    "InC-EDU": _("In copyright, educational use permitted"),
    "InC-NC": _("In copyright, non-commercial use permitted"),
    "InC-RUU": _("In copyright, rights-holder not located"),
    "NoC-CR": _("No copyright, contractual restrictions"),
    "NoC-NC": _("No copyright, non-commercial use only"),
    "NoC-OKLR": _("No copyright, other legal restrictions"),
    "NoC-US": _("No copyright, United States"),
    "CNE": _("Copyright not evaluated"),
    "UND": _("Copyright undetermined"),
    "NKC": _("No known copyright"),
}
"""The twelve statements of rightsstatements.org, by the name in their URI."""


def rights(uri: str) -> str:
    """Return the reader's words for a rights statement or licence URI."""
    if not uri:
        return _("Rights not judged yet")
    name = known_rights.statement(uri)
    return RIGHTS[name] if name else known_rights.licence(uri) or uri


def review(status: Status, by: str = "", on: str = "") -> str:
    """Return what readers are told about checking."""
    if status == "reviewed":
        day = edtf.speak(on) if on else ""
        return _("Checked by {by}, {on}").format(by=by, on=day)
    if status == "disputed":
        return _("Disputed")
    if by:
        return _("Checked by {by}, {on}, before it was changed").format(by=by, on=edtf.speak(on))
    return _("No person has checked this page yet")


UNKNOWN = UNKNOWN_DATE


def status(value: Status) -> str:
    """Return a status in two or three words."""
    return {
        "machine": _("machine proposal"),
        "proposed": _("proposed by an editor"),
        "reviewed": _("checked by a person"),
        "disputed": _("disputed"),
    }[value]


def origin_of(status: Status) -> str:
    """Return who is behind a record: a machine, or an editor's proposal."""
    return _("Machine proposal") if status == "machine" else _("Proposed by an editor")


TYPES = {
    "official-readout": _("Official readout"), "news-article": _("News article"),
    "press-release": _("Press release"), "statement": _("Statement"), "speech": _("Speech"),
    "transcript": _("Transcript"), "letter": _("Letter"), "memorandum": _("Memorandum"),
    "e-mail": _("E-mail"), "order": _("Order"), "report": _("Report"), "minutes": _("Minutes"),
    "treaty": _("Treaty"), "fact-sheet": _("Fact sheet"), "poem": _("Poem"),
}  # fmt: skip
"""Types that the rules know; an archive's own stand as its records write them."""


def document_type(slug: str) -> str:
    """Return the type of a document in words."""
    words = slug.replace("-", " ").capitalize() or _("Type not told")
    return TYPES.get(slug, words)


def date_words(when: When) -> str:
    """Return a date in words; never bare EDTF.  Where only a bound is known,
    the bound."""
    if when.edtf:
        return edtf.speak(when.edtf)
    if when.earliest:
        return _("not before {day}").format(day=edtf.speak(edtf.iso_day(when.earliest)))
    if when.latest:
        return _("not after {day}").format(day=edtf.speak(edtf.iso_day(when.latest)))
    return _("Date not known")


def how_known(when: When) -> str:
    """Return how a date is known, in two words."""
    return {
        "stated": _("stated in the text"),
        "relative": _("worked out"),
        "inferred": _("worked out"),
        "unknown": _("nothing tells it"),
    }[when.basis]


def publisher(document: Document) -> str:
    """Return the publisher's name, or that the text does not state one."""
    if document.publisher.basis == "unknown" or not document.publisher.name:
        return _("Publisher not stated")
    return document.publisher.name


LANGUAGES = {
    "ar": _("Arabic"), "de": _("German"), "en": _("English"), "es": _("Spanish"),
    "fa": _("Persian"), "fr": _("French"), "he": _("Hebrew"), "hi": _("Hindi"),
    "it": _("Italian"), "ja": _("Japanese"), "ko": _("Korean"), "nl": _("Dutch"),
    "pl": _("Polish"), "pt": _("Portuguese"), "ru": _("Russian"), "sv": _("Swedish"),
    "tr": _("Turkish"), "uk": _("Ukrainian"), "zh": _("Chinese"),
}  # fmt: skip

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ug"})


def language(tag: str) -> str:
    """Return the name of the language of a BCP 47 *tag*."""
    return LANGUAGES.get(tag.split("-")[0].lower(), tag) if tag else _("Language not told")


def language_attributes(tag: str) -> str:
    """Return HTML attributes, each with a space before it, for words in the
    language *tag* among ours: none where it is the pages' own."""
    base = tag.split("-")[0].lower()
    if not base or base == LANGUAGE or not re.fullmatch(r"[A-Za-z0-9-]+", tag):
        return ""
    direction = "rtl" if base in RIGHT_TO_LEFT else "ltr"
    return f' lang="{tag}" dir="{direction}"'


def quoted(document: Document, words: str) -> str:
    """Return *words* (inline Markdown) set as the document's, in its language."""
    return f'<span class="s"{language_attributes(document.language)}>{words}</span>'
