"""Documents as bytes, a field at a time, read when they are asked for.

Ten thousand documents with their annotations are a gigabyte of objects and a
hundred megabytes of bytes.  A :class:`Held` stands for its
:class:`~regesta.model.Document` wherever fields are read: it decodes a field
when that is asked for, keeps the fields of the documents used last, and notes
what is read (:mod:`regesta.archive.noting`).
"""

from __future__ import annotations

import hashlib
import sys
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, cast, get_type_hints

import msgspec

from regesta.archive import noting
from regesta.archive import unsettled as work
from regesta.archive.unsettled import Unsettled
from regesta.archive.waiting_texts import WaitingSource
from regesta.kept.spool import Place, Spool
from regesta.model import Archive, Document, Mention, Source
from regesta.seeds.decoding import decode

NAMES = tuple(field.name for field in fields(Document))
NUMBER = {name: number for number, name in enumerate(NAMES)}
assert len(NAMES) <= noting.FIELDS
MOST = 400
"""Documents whose decoded fields are kept."""
SMALL = frozenset(NAMES) - {
    "source", "blocks", "mentions", "dates", "quotations", "notes", "accounts", "speakers",
    "evidence_annotations",
}  # fmt: skip
"""Fields that a page which shows very many documents may keep of all of them."""

_SOURCE, _MENTIONS, _ACCOUNTS = NUMBER["source"], NUMBER["mentions"], NUMBER["accounts"]
_encode = msgspec.msgpack.Encoder().encode
_decode: list[Callable[[bytes], Any]] = [
    msgspec.msgpack.Decoder(hint).decode
    for hint in (get_type_hints(Document)[name] for name in NAMES)
]
_decode_apart = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode
_decode_mention = msgspec.msgpack.Decoder(Mention).decode


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document: its fields in the order of :data:`NAMES`, their digests (8
    bytes each), which of its mentions name each entity beyond doubt, the events
    that it tells of, and what is still to settle.  The text of a source is left
    out where its bytes give it.
    """

    id: str
    parts: tuple[bytes, ...]
    digests: bytes
    naming: dict[str, tuple[int, ...]]
    telling: tuple[str, ...]
    unsettled: Unsettled


def encode(document: Document) -> Encoded:
    """Return *document* as bytes."""
    values = [getattr(document, name) for name in NAMES]
    values[_SOURCE] = _lean(document.source)
    parts = tuple(map(_encode, values))
    digests = b"".join(hashlib.blake2b(part, digest_size=8).digest() for part in parts)
    telling = tuple(dict.fromkeys(account.event for account in document.accounts))
    places = _places(document.mentions)
    return Encoded(document.id, parts, digests, places, telling, work.unsettled(document))


def _places(mentions: Iterable[Mention]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        if len(mention.entities) == 1:
            found[mention.entities[0]].append(place)
    return {id: tuple(places) for id, places in found.items()}


def _lean(source: Source | None) -> Source | None:
    """Return *source* without its text where its bytes tell it."""
    if isinstance(source, WaitingSource):
        return source.without_text()
    if source is None or decode(source.data, source.encoding, description="") != source.text:
        return source
    return Source(source.path, source.data, source.sha256, source.encoding, "")


def _whole(source: Source | None) -> Source | None:
    if source is None or source.text or not source.data:
        return source
    text = decode(source.data, source.encoding, description="")
    assert isinstance(text, str)
    return Source(source.path, source.data, source.sha256, source.encoding, text)


Read = Callable[[], tuple[bytes, ...]]
_APART = "mentions, each apart"


_PLACES: dict[tuple[int, ...], tuple[int, ...]] = {
    one: one for one in ((number,) for number in range(100))
}
"""Most places are one of these: they are held once for all documents."""


class Held:
    """Stands for a document.  There is one for each, so that identity tells."""

    __slots__ = (
        "__dict__", "_parts", "_read", "_stays", "_values", "encoded", "id", "number", "place",
    )  # fmt: skip

    def __init__(
        self, encoded: Encoded, read: Read | None = None, place: tuple[Spool, Place] | None = None,
        stays: bool = False,
    ) -> None:  # fmt: skip
        naming = {
            sys.intern(id): _PLACES.get(places, places) for id, places in encoded.naming.items()
        }
        self.encoded = replace(encoded, parts=() if read else encoded.parts, naming=naming)
        self.id = encoded.id  # asked for most often, and never another
        self.number = noting.document_number(encoded.id)
        self._read = read
        self._parts = encoded.parts if read is None else ()
        self._values: dict[str, Any] = {}
        self.place = place
        self._stays = stays

    def __getattr__(self, name: str) -> Any:
        number = NUMBER.get("source" if name == "text" else name)
        if number is None:
            raise AttributeError(name)
        noting.note(self.number, 1 << number)
        value = self._value(NAMES[number], number)
        if name == "text":
            value = value.text if value else ""
        noting.ready(self.__dict__, name, value)
        return value

    def _value(self, name: str, number: int) -> Any:
        values = self._values
        if name in values:
            return values[name]
        value = _decode[number](self.part(number))
        if number == _SOURCE:
            value = _whole(value)
        values[name] = value
        return value

    def whole(self) -> Document:
        """Return the document with all its fields."""
        return Document(**{name: self._value(name, number) for number, name in enumerate(NAMES)})

    def part(self, number: int) -> bytes:
        """Return a field as bytes; all of them stay until others are read."""
        if not self._parts and self._read:
            self._parts = self._read()
        if self not in _recent:
            _remember(self)
        return self._parts[number]

    def mentions_apart(self) -> list[msgspec.Raw]:
        """Return the mentions, each still encoded: a page for each entity asks
        for a few of them, and a long text has thousands of both."""
        apart: list[msgspec.Raw] | None = self._values.get(_APART)
        if apart is None:
            apart = self._values[_APART] = _decode_apart(self.part(_MENTIONS))
        return apart

    # What pages tell documents and events apart by, and copy one by.
    __dataclass_fields__ = Document.__dataclass_fields__
    __class__ = property(lambda self: Document)

    def forget(self) -> None:
        """Drop what was read and decoded, but small fields where it stays."""
        if self._stays:
            self._values = {k: v for k, v in self._values.items() if k in SMALL}
        else:
            self._values.clear()
        for name in self.__dict__.keys() - SMALL:
            del self.__dict__[name]
        if self._read:
            self._parts = ()


_recent: OrderedDict[Held, None] = OrderedDict()


def _remember(one: Held) -> None:
    _recent[one] = None
    if len(_recent) > MOST:
        _recent.popitem(last=False)[0].forget()


def held(
    encoded: Encoded, read: Read | None = None, place: tuple[Spool, Place] | None = None,
    *, stays: bool = False,
) -> Document:  # fmt: skip
    """Return what stands for the document; with *read*, which gives the parts of
    *encoded*, these need not be held.  *place* is where what was finished of the
    document waits, if it does.  One that *stays* is asked build after build."""
    return cast(Document, Held(encoded, read, place, stays))


def decoded(document: Document) -> Document:
    """Return the document itself for what stands for it."""
    one = _held(document)
    return one.whole() if one else document


def shelved(archive: Archive) -> Archive:
    """Return *archive* with its documents as bytes."""
    documents = tuple(d if _held(d) else held(encode(d)) for d in archive.documents)
    return replace(archive, documents=documents)


def _held(document: object) -> Held | None:
    return document if type(document) is Held else None


def naming(document: Document) -> Mapping[str, Sequence[int]]:
    """Return which of the mentions of *document* (from 0) name each entity
    beyond doubt, in the order in which it names them first."""
    if one := _held(document):
        noting.note(one.number, 1 << _MENTIONS)
        return one.encoded.naming
    mentions = document.mentions
    # Each entity's page asks: the mentions that were asked for last are held, so
    # that no others can stand at their address.
    if id(mentions) not in _named:
        if len(_named) >= MOST:
            _named.clear()
        _named[id(mentions)] = (mentions, _places(mentions))
    return _named[id(mentions)][1]


_named: dict[int, tuple[Sequence[Mention], dict[str, tuple[int, ...]]]] = {}


def mentions_of(id: str, document: Document) -> list[Mention]:
    """Return the mentions of the entity *id* alone: to read all that a document
    mentions for each entity would be the larger part of making pages."""
    places = naming(document).get(id, ())
    one = _held(document)
    if one is None or "mentions" in one.__dict__:
        return [document.mentions[place] for place in places]
    encoded = one.mentions_apart() if places else []
    return [_decode_mention(encoded[place]) for place in places]


def telling(document: Document) -> tuple[str, ...]:
    """Return the events of which *document* gives an account."""
    if one := _held(document):
        noting.note(one.number, 1 << _ACCOUNTS)
        return one.encoded.telling
    return tuple(dict.fromkeys(account.event for account in document.accounts))


def unsettled(document: Document) -> Unsettled:
    """Return what a person has still to settle in *document*."""
    if one := _held(document):
        for name in work.FIELDS:
            noting.note(one.number, 1 << NUMBER[name])
        return one.encoded.unsettled
    return work.unsettled(document)
