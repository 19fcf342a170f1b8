"""The words readers see for the values that records hold."""

from __future__ import annotations

import re

from regesta import edtf
from regesta.model import UNKNOWN_DATE, Document, EntityKind, Status, When
from regesta.pages.wording import Table, _, direction, noted
from regesta.pages.wording import language as spoken
from regesta.seeds import rights as known_rights

KINDS: Table[EntityKind] = Table(
    {
        "person": noted("People"),
        "organisation": noted("Organisations"),
        "place": noted("Places"),
        "topic": noted("Topics"),
        "event": noted("Events"),
    }
)

KIND: Table[EntityKind] = Table(
    {
        "person": noted("Person"),
        "organisation": noted("Organisation"),
        "place": noted("Place"),
        "topic": noted("Topic"),
        "event": noted("Event"),
    }
)

ASPECTS = Table(
    {
        "name": noted("Called"),
        "date": noted("Date"),
        "place": noted("Place"),
        "participant": noted("Who took part"),
        "duration": noted("How long"),
        "topic": noted("About"),
        "outcome": noted("Agreed or announced"),
        "quotation": noted("In quotation marks"),
        "other": noted("Also said"),
    }
)
"""Aspects of an account, in the order of the table's rows."""

RELATIONS = Table(
    {
        "quotes": noted("Quotes"),
        "republishes": noted("Republishes"),
        "translates": noted("Translates"),
        "same-utterance": noted("Gives the same utterance as"),
        "version": noted("Is another version of"),
    }
)

RIGHTS = Table(
    {
        "InC": noted("In copyright"),
        "InC-OW-EU": noted("In copyright, EU orphan work"),
        "InC-EDU": noted("In copyright, educational use permitted"),
        "InC-NC": noted("In copyright, non-commercial use permitted"),
        "InC-RUU": noted("In copyright, rights-holder not located"),
        "NoC-CR": noted("No copyright, contractual restrictions"),
        "NoC-NC": noted("No copyright, non-commercial use only"),
        "NoC-OKLR": noted("No copyright, other legal restrictions"),
        "NoC-US": noted("No copyright, United States"),
        "CNE": noted("Copyright not evaluated"),
        "UND": noted("Copyright undetermined"),
        "NKC": noted("No known copyright"),
    }
)
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


TYPES = Table(
    {
        "official-readout": noted("Official readout"),
        "news-article": noted("News article"),
        "press-release": noted("Press release"),
        "statement": noted("Statement"),
        "speech": noted("Speech"),
        "transcript": noted("Transcript"),
        "letter": noted("Letter"),
        "memorandum": noted("Memorandum"),
        "e-mail": noted("E-mail"),
        "order": noted("Order"),
        "report": noted("Report"),
        "minutes": noted("Minutes"),
        "treaty": noted("Treaty"),
        "fact-sheet": noted("Fact sheet"),
        "poem": noted("Poem"),
    }
)
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


LANGUAGES = Table(
    {
        "ar": noted("Arabic"),
        "de": noted("German"),
        "en": noted("English"),
        "es": noted("Spanish"),
        "fa": noted("Persian"),
        "fr": noted("French"),
        "he": noted("Hebrew"),
        "hi": noted("Hindi"),
        "it": noted("Italian"),
        "ja": noted("Japanese"),
        "ko": noted("Korean"),
        "nl": noted("Dutch"),
        "pl": noted("Polish"),
        "pt": noted("Portuguese"),
        "ru": noted("Russian"),
        "sv": noted("Swedish"),
        "tr": noted("Turkish"),
        "uk": noted("Ukrainian"),
        "zh": noted("Chinese"),
    }
)


def language(tag: str) -> str:
    """Return the name of the language of a BCP 47 *tag*."""
    return LANGUAGES.get(tag.split("-")[0].lower(), tag) if tag else _("Language not told")


def language_attributes(tag: str) -> str:
    """Return HTML attributes, each with a space before it, for words in the
    language *tag* among ours: none where it is the pages' own."""
    base = tag.split("-")[0].lower()
    if (
        not base
        or base == spoken().split("-")[0].lower()
        or not re.fullmatch(r"[A-Za-z0-9-]+", tag)
    ):
        return ""
    return f' lang="{tag}" dir="{direction(base)}"'


def quoted(document: Document, words: str) -> str:
    """Return *words* (inline Markdown) set as the document's, in its language."""
    return f'<span class="s"{language_attributes(document.language)}>{words}</span>'
