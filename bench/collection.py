"""Make a collection of any size: texts, descriptions, authority records.

The same number and the same sample give the same bytes.  Records are a fifth
as many as documents; a few names stand in very many documents, most in few.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from bench import names, words

SEED = 7
FIRST_DAY = date(2014, 1, 6)
DAYS = 3650
TOLD = 0.5
"""Part of the documents that tell of an event of the collection."""
QUOTED_AGAIN = 0.02
"""Part of the documents that quote words of another document."""
UNDESCRIBED = 0.1
"""Part of the documents without a description."""
MONTHS = (
    "January February March April May June July August September October November December"
).split()


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the made collection."""

    id: str
    day: date
    place: int
    people: tuple[int, int]


class Collection:
    """The made collection of *number* documents with about *records* records (a
    fifth as many, where nothing is said); *short* texts have a paragraph or two."""

    def __init__(self, number: int, records: int | None = None, *, short: bool = False) -> None:
        self.number = number
        self.paragraphs = (1, 2) if short else (3, 7)
        self.sentences = (1, 3) if short else (2, 5)
        self.chance = random.Random(SEED)
        self.chain = words.read()
        size = max(number // 5, 10) if records is None else records
        self.counts = {
            "people": size * 45 // 100,
            "organisations": size * 20 // 100,
            "places": max(size * 15 // 100, 2),
            "topics": min(size * 10 // 100, 300),
        }
        self.weights = {
            kind: list(itertools.accumulate(1 / (rank + 1) ** 0.8 for rank in range(count)))
            for kind, count in self.counts.items()
        }
        self.events = [self._happening(i) for i in range(max(size // 10, 2))]
        self.told_by: dict[str, tuple[str, str]] = {}
        self.quotations: list[str] = []

    def write(self, root: Path) -> None:
        """Write the collection below *root*/seeds."""
        seeds = root / "seeds"
        _put(seeds / "archive.yml", {"title": "Made for measuring", "language": "en"})
        for index in range(self.number):
            self._document(seeds / "documents", index)
        self._records(seeds / "entities")

    def _draw(self, kind: str) -> int:
        weights = self.weights[kind]
        return self.chance.choices(range(len(weights)), cum_weights=weights)[0]

    def _happening(self, index: int) -> Happening:
        day = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        one, two = self._draw("people"), self._draw("people")
        place = self._draw("places")
        return Happening(f"talks-{index}", day, place, (one, (two + (one == two)) % self._people))

    @property
    def _people(self) -> int:
        return self.counts["people"]

    def _document(self, folder: Path, index: int) -> None:
        event = self.chance.choice(self.events) if self.chance.random() < TOLD else None
        day = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        if event:
            day = event.day + timedelta(days=self.chance.randrange(5))
        stem = f"{day.year}/d{index:05d}"
        id = stem.replace("/", "-")
        title = f"Readout of talks on {names.topic(self._draw('topics'))}, number {index}"
        issued = _spoken(day)
        paragraphs = [f"{issued} – {self._paragraph()}"]
        paragraphs += [self._paragraph() for _ in range(self.chance.randrange(*self.paragraphs))]
        told = self._telling(event, paragraphs, id) if event else ""
        self._quote(paragraphs)
        text = "\n\n".join([title, *paragraphs]) + "\n"
        target = folder / f"{stem}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        if self.chance.random() >= UNDESCRIBED:
            _put(target.with_suffix(".yml"), self._description(title, issued, day, told, event))

    def _paragraph(self) -> str:
        sentences = [
            words.sentence(self.chain, self.chance)
            for _ in range(self.chance.randrange(*self.sentences))
        ]
        named = " ".join(sentences).split(words.NAME)
        return named[0] + "".join(self._name() + rest for rest in named[1:])

    def _name(self) -> str:
        lot = self.chance.random()
        if lot < 0.45:
            return names.person(self._draw("people"))
        if lot < 0.75:
            return names.place(self._draw("places"))
        if lot < 0.9:
            return "the " + names.organisation(self._draw("organisations"))
        return names.topic(self._draw("topics"))

    def _telling(self, event: Happening, paragraphs: list[str], id: str) -> str:
        one, two = (names.person(person) for person in event.people)
        told = f"{one} and {two} met in {names.place(event.place)} on {_spoken(event.day)}"
        paragraphs[1] = f"{told} for talks. {paragraphs[1]}"
        self.told_by.setdefault(event.id, (id, told))
        return told

    def _quote(self, paragraphs: list[str]) -> None:
        """Add a quotation; now and then one that another document has."""
        said = words.sentence(self.chain, self.chance).replace(words.NAME, "the ministers")
        if self.quotations and self.chance.random() < QUOTED_AGAIN:
            said = self.chance.choice(self.quotations)
        self.quotations.append(said)
        who = names.person(self._draw("people"))
        paragraphs[-1] += f" “{said.rstrip('.')},” {who} said."

    def _description(
        self, title: str, issued: str, day: date, told: str, event: Happening | None
    ) -> dict[str, Any]:
        described: dict[str, Any] = {
            "language": "en",
            "type": "official-readout",
            "title": {"passage": title},
            "publisher": {
                "id": _id("organisation", self._draw("organisations")),
                "basis": "supplied",
                "evidence": [{"reason": "Made for measuring."}],
            },
            "date": {
                "edtf": day.isoformat(),
                "basis": "stated",
                "evidence": [
                    {
                        "reason": "The day stands at the head.",
                        "passage": {"exact": issued, "suffix": " –"},
                    }
                ],
            },
            "access": "full",
            "rights": {
                "statement": "http://rightsstatements.org/vocab/NoC-US/1.0/",
                "why": "Made for measuring.",
            },
            "received": {"date": "2026-01-01", "from": "Made for measuring."},
            "status": "proposed",
        }
        if event:
            described["accounts"] = [
                {"event": event.id, "aspect": "name", "passage": told},
                {
                    "event": event.id,
                    "aspect": "place",
                    "passage": {
                        "exact": f"in {names.place(event.place)}",
                        "suffix": f" on {_spoken(event.day)}",
                    },
                },
            ]
        return described

    def _records(self, folder: Path) -> None:
        for index in range(self._people):
            name = names.person(index)
            record = {"name": name, "short_forms": [name.split()[-1]], "status": "proposed"}
            _put(folder / "people" / f"{_id('person', index)}.yml", record)
        for kind, make in (
            ("organisation", names.organisation), ("place", names.place), ("topic", names.topic),
        ):  # fmt: skip
            for index in range(self.counts[f"{kind}s"]):
                record = {"name": make(index), "status": "proposed"}
                _put(folder / f"{kind}s" / f"{_id(kind, index)}.yml", record)
        for event in self.events:
            if event.id in self.told_by:
                _put(folder / "events" / f"{event.id}.yml", self._event(event))

    def _event(self, event: Happening) -> dict[str, Any]:
        document, told = self.told_by[event.id]
        resting = {"document": document, "exact": told}
        return {
            "name": f"Talks in {names.place(event.place)}, {_spoken(event.day)}",
            "date": {
                "edtf": event.day.isoformat(),
                "basis": "stated",
                "evidence": [{"reason": "The day is stated.", **resting}],
            },
            "place": _id("place", event.place),
            "place_evidence": resting,
            "participants": [
                {"entity": _id("person", person), "part": "met", **resting}
                for person in event.people
            ],
            "status": "proposed",
        }


def _id(kind: str, index: int) -> str:
    return f"{kind}-{index}"


def _spoken(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _put(path: Path, record: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shown = yaml.dump(
        _strings(record), Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        allow_unicode=True, sort_keys=False, width=10_000,
    )  # fmt: skip
    path.write_text(shown, "utf-8")


def _strings(value: Any) -> Any:
    if isinstance(value, dict):
        # Aliases are refused, so what stands twice must be written twice.
        return {key: _strings(inner) for key, inner in value.items()}
    return [_strings(inner) for inner in value] if isinstance(value, list) else value
