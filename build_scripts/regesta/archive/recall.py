"""Results of work on documents, kept by the digest of all that they rest on.

A result is bytes: so it waits on the disk until it is asked for, comes back
from another process, and stays there from one build to the next.  A key holds the digest of
every input; whoever makes one answers for that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from regesta import pool
from regesta.apart import apart
from regesta.archive.gazetteer_memory import NamesMemory
from regesta.kept.shelf import Row, Shelf
from regesta.progress import silent

T = TypeVar("T")

_encode = msgspec.msgpack.Encoder().encode


def digest(data: bytes) -> bytes:
    """Return 16 bytes of the BLAKE2b of *data*."""
    return hashlib.blake2b(data, digest_size=16).digest()


def key(kind: str, *parts: Any) -> bytes:
    """Return the key of a result: its kind, and values of the model, bytes
    (digests of what is too large), or sequences of these."""
    return digest(_encode((kind, parts)))


class Recall:
    """*known* are the results of the last build, *used* those of this one;
    *names* and *candidates* tell which documents a changed record, or a changed
    proposal of one, may touch."""

    def __init__(
        self,
        known: Shelf[bytes] | None = None,
        names: NamesMemory | None = None,
        candidates: NamesMemory | None = None,
    ) -> None:
        self.known = Shelf[bytes]() if known is None else known
        self.used = Shelf[bytes](self.known.spool)
        self.names = names or NamesMemory()
        self.candidates = candidates or NamesMemory()
        self.objects: dict[str, tuple[object, Any]] = {}
        self.once = False
        """Whether no other build in this process follows."""
        self._withheld: set[bytes] = set()

    def renewed(self) -> Recall:
        """Return what the next build in this process may take over."""
        other = Recall(self.used, self.names, self.candidates)
        other.objects = self.objects
        return other

    def of(self, name: str, one: object, work: Callable[[], T]) -> T:
        """Return what *work* makes of the very object *one*, under this *name*,
        which stays in memory for the next build in this process, if there is one."""
        if self.once:
            return work()
        known = self.objects.get(name)
        if known is None or known[0] is not one:
            known = self.objects[name] = (one, work())
        value: T = known[1]
        return value

    def read(self, name: str, key: bytes, work: Callable[[], T]) -> T:
        """Return what *work* makes of the result for *key*; under this *name* it
        stays in memory as that of :meth:`of` does."""
        if self.once:
            return work()
        known = self.objects.get(name)
        if known is None or known[0] != key:
            known = self.objects[name] = (key, work())
        value: T = known[1]
        return value

    def lasting(self) -> Shelf[bytes]:
        """Return what may stay on the disk: all that was used but what rests on
        text that is withheld."""
        shelf = Shelf[bytes](self.used.spool)
        for key in self.used.keys() - self._withheld:
            shelf.share(self.used, key)
        return shelf

    def knows(self, keys: Iterable[bytes]) -> bool:
        """Tell whether nothing is left to be worked out for *keys*."""
        return all(key in self.known for key in keys)

    def keep(self, key: bytes) -> None:
        """Keep what is known for *key*, though nobody asks for it now."""
        if key in self.known:
            self.used.share(self.known, key)

    def aside(self) -> Shelf[int]:
        """Return a place for what this build alone needs."""
        return Shelf(self.known.spool)

    def each(
        self,
        keys: Sequence[bytes],
        work: Callable[[int], Any],
        done: Callable[[int], None] = lambda _number: None,
        aside: Shelf[int] | None = None,
        withheld: Iterable[int] = (),
    ) -> Row:
        """Return the encoded result for each of *keys*; what is not known
        *work* makes from its index, in several processes.  *done* is told how
        many there are.  With *aside*, *work* gives two results, and the second
        goes there, for this build alone.  Those of the indexes *withheld* are
        not kept for another process."""
        self._withheld.update(keys[number] for number in withheld)
        missing = [n for n, key in enumerate(keys) if key not in self.known]

        def encoded(number: int) -> tuple[bytes, bytes]:
            one, other = work(number) if aside is not None else (work(number), None)
            return _encode(one), _encode(other)

        done(len(keys) - len(missing))
        for made, (number, (result, second)) in enumerate(
            pool.each(encoded, missing, pool.LIFE), 1
        ):
            self.used[keys[number]] = result
            if aside is not None:
                aside[number] = second
            done(len(keys) - len(missing) + made)
        for key in keys:
            if key not in self.used:
                self.used.share(self.known, key)
        return Row(self.used, keys)

    def one(
        self, key: bytes, kind: type[T] | Any, work: Callable[[], T], *, of_many: bool = False,
        withheld: bool = False,
    ) -> T:  # fmt: skip
        """Return the result for *key*, decoded as *kind*; *work* makes it, if it
        looks at very many documents in a process of its own.  What rests on
        *withheld* text is not kept for another process."""
        if withheld:
            self._withheld.add(key)
        if key in self.known:
            self.used.share(self.known, key)
        elif of_many:
            self.used[key] = apart(lambda _tell: _encode(work()), silent)
        else:
            self.used[key] = _encode(work())

        def decoded() -> T:
            value: T = msgspec.msgpack.decode(self.used[key], type=kind)
            return value

        return self.read(f"one {work.__qualname__}", key, decoded)
