"""How right the annotations are: precision, recall and F against a gold set.

The gold format is that of tests/data/gold (its README says what counts).
Names: mentions marked explicit, span (with or without the title of office) and
type exact.  Dates: classes point and relative.  What is optional in the gold
neither helps nor harms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from regesta.model import Annotation, Archive, Document, Mention, Span

NAME_TYPES = ("person", "organisation", "place", "event")


@dataclass(slots=True)
class Score:
    """Counts of one measure; *wrong* holds a line for each miss."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right (1.0 where nothing was found)."""
        found = self.right + self.extra
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


MEASURES = (
    "names", "name links", "date spans", "date values", "quotation spans",
    "quotation speakers", "event mentions", "residue", "titles", "publishers",
    "publication dates",
)  # fmt: skip


def evaluate(archive: Archive, gold: Sequence[Mapping[str, Any]], origin: str) -> dict[str, Score]:
    """Return measure to score over the documents that *gold* describes.

    *origin* is ``machine`` (what rules give, whatever the description repeats)
    or ``all``.
    """
    scores = {name: Score() for name in MEASURES}
    for one in gold:
        document = next((d for d in archive.documents if d.path.endswith("/" + one["file"])), None)
        if document is None:
            raise LookupError(f"the archive has no document {one['file']}")
        _names(scores, document, one, origin)
        _dates(scores, document, one, origin)
        _quotations(scores, document, one, origin)
        _events(scores, document, one, origin)
        _residue(scores, document, one)
        _description(scores, document, one)
    return scores


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """Return the gold files of *folder*, by name; those that start with ``_``
    (authority, events) are not documents."""
    files = sorted(p for p in folder.glob("*.yaml") if not p.name.startswith("_"))
    return [yaml.safe_load(path.read_text("utf-8")) for path in files]


def table(scores: Mapping[str, Score]) -> str:
    """Return the scores as lines of fixed width."""
    lines = [f"{'measure':<20}{'right':>7}{'missed':>8}{'extra':>7}{'P':>7}{'R':>7}{'F':>7}"]
    for name, s in scores.items():
        lines.append(
            f"{name:<20}{s.right:>7}{s.missed:>8}{s.extra:>7}"
            f"{s.precision:>7.3f}{s.recall:>7.3f}{s.f:>7.3f}"
        )
    return "\n".join(lines)


def _of(annotations: Iterable[Annotation], origin: str) -> list[Any]:
    return [a for a in annotations if origin == "all" or a.origin == "machine"]


def _span(row: Mapping[str, Any]) -> Span:
    return Span(row["start"], row["end"])


def _say(document: Document, what: str, span: Span, note: str = "") -> str:
    return (
        f"{document.id} {span.start}-{span.end} {what}: {span.of(document.text)!r} {note}".strip()
    )


def _names(
    scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any], origin: str
) -> None:
    names, links = scores["names"], scores["name links"]
    explicit = [r for r in gold["mentions"] if r["explicit"] and r["type"] in NAME_TYPES]
    optional = [(_span(r), {r["id"], *r.get("accept", [])}) for r in gold["mentions"]]
    optional += [(_span(r["extended"]), {r["id"]}) for r in gold["mentions"] if "extended" in r]
    found = [m for m in _of(document.mentions, origin) if m.type in NAME_TYPES]
    used: set[Span] = set()
    for row in explicit:
        spans = [_span(row)] + ([_span(row["extended"])] if "extended" in row else [])
        match = next((m for m in found if m.span in spans and m.type == row["type"]), None)
        if match is None:
            names.missed += 1
            names.wrong.append(_say(document, f"missed {row['type']} {row['id']}", _span(row)))
            continue
        names.right += 1
        used.add(match.span)
        if set(match.entities) & {row["id"], *row.get("accept", [])} and len(match.entities) == 1:
            links.right += 1
        else:
            links.missed += 1
            links.wrong.append(
                _say(document, f"{','.join(match.entities)} not {row['id']}", match.span)
            )
    for mention in found:
        if mention.span in used or mention.type == "event":
            continue
        # Articles are outside our spans and inside the gold's optional ones.
        if any(s.contains(mention.span) and ids & set(mention.entities) for s, ids in optional):
            continue
        if any(s == mention.span for s, _ids in optional):
            continue
        names.extra += 1
        names.wrong.append(_say(document, f"extra {mention.type}", mention.span, mention.rule))


def _dates(
    scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any], origin: str
) -> None:
    spans, values = scores["date spans"], scores["date values"]
    scored = [r for r in gold["dates"] if r["class"] in ("point", "relative")]
    optional = {_span(r) for r in gold["dates"]} - {_span(r) for r in scored}
    found = {d.span: d for d in _of(document.dates, origin)}
    for row in scored:
        match = found.pop(_span(row), None)
        if match is None:
            spans.missed += 1
            spans.wrong.append(_say(document, "missed date", _span(row)))
            continue
        spans.right += 1
        wanted = {str(row["edtf"]), *map(str, row.get("accept", []))}
        if match.when.edtf in wanted:
            values.right += 1
        else:
            values.missed += 1
            note = f"gave {match.when.edtf}, not {row['edtf']}"
            values.wrong.append(_say(document, "value", match.span, note))
    for span in found:
        if span not in optional:
            spans.extra += 1
            spans.wrong.append(_say(document, "extra date", span))


def _quotations(
    scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any], origin: str
) -> None:
    spans, speakers = scores["quotation spans"], scores["quotation speakers"]
    found = {q.span: q for q in _of(document.quotations, origin)}
    unnamed: dict[str, str] = {}
    for row in gold["quotations"]:
        match = found.pop(_span(row), None)
        if match is None:
            spans.missed += 1
            spans.wrong.append(_say(document, "missed quotation", _span(row)))
            continue
        spans.right += 1
        if _same_speaker(match.speaker, row, document, unnamed):
            speakers.right += 1
        else:
            speakers.missed += 1
            note = f"gave {match.speaker}, not {row['speaker']}"
            speakers.wrong.append(_say(document, "speaker", match.span, note))
    scare = [row for row in gold["quotations"] if row.get("form") == "headline-scare"]
    for span in found:
        if not any(_span(row) == span for row in scare):
            spans.extra += 1
            spans.wrong.append(_say(document, "extra quotation", span))


def _same_speaker(
    speaker: str | None, row: Mapping[str, Any], document: Document, unnamed: dict[str, str]
) -> bool:
    """Named speakers by id; the unnamed, whose ids are not prescribed, by
    being the same one each time."""
    wanted = [row["speaker"], *row.get("accept", [])]
    if speaker in wanted:
        return True
    if speaker is None or speaker not in {s.id for s in document.speakers}:
        return False
    known = unnamed.get(speaker)
    if known is not None:
        return known in wanted
    taken = set(unnamed.values())
    for candidate in wanted:
        if candidate not in taken:
            unnamed[speaker] = candidate
            return True
    return False


def _events(
    scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any], origin: str
) -> None:
    score = scores["event mentions"]
    found: dict[Span, Mention] = {
        m.span: m for m in _of(document.mentions, origin) if m.type == "event"
    }
    for row in gold["mentions"]:
        if row["type"] != "event":
            continue
        match = found.pop(_span(row), None)
        if match and row["id"] in match.entities and len(match.entities) == 1:
            score.right += 1
        else:
            score.missed += 1
            note = f"not {row['id']}" + (f", gave {match.entities}" if match else "")
            score.wrong.append(_say(document, "event", _span(row), note))
    for mention in found.values():
        score.extra += 1
        note = ",".join(mention.entities)
        score.wrong.append(_say(document, "extra event", mention.span, note))


def _residue(scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any]) -> None:
    score = scores["residue"]
    evidence = {"source-line", "credit"}
    wanted = {
        _span(r): r["kind"] if r["kind"] in evidence else "residue"
        for r in gold["boilerplate"]
        if not r.get("optional")
    }
    optional = {_span(r) for r in gold["boilerplate"] if r.get("optional")}
    found = {a.span: kind for kind, a in document.evidence_annotations if kind != "dateline"}
    for span, kind in wanted.items():
        if found.pop(span, None) == kind:
            score.right += 1
        else:
            score.missed += 1
            score.wrong.append(_say(document, f"missed {kind}", span))
    for span in found:
        if span not in optional:
            score.extra += 1
            score.wrong.append(_say(document, "extra residue", span))


def _description(scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any]) -> None:
    title = gold["title"]
    wanted = Span(title["start"], title["end"]) if title.get("text") else None
    _tick(scores["titles"], document.title.span == wanted, document, "title")
    publisher = gold["publisher"]["id"]
    _tick(scores["publishers"], document.publisher.id == publisher, document, "publisher")
    date = gold["date"]
    accepted = {str(date["edtf"]), *map(str, date.get("accept", []))}
    note = f"publication date: gave {document.date.edtf}"
    _tick(scores["publication dates"], document.date.edtf in accepted, document, note)


def _tick(score: Score, right: bool, document: Document, what: str) -> None:
    if right:
        score.right += 1
    else:
        score.missed += 1
        score.wrong.append(f"{document.id} {what}")
