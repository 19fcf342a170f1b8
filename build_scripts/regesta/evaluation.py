"""How right the annotations are: precision, recall and F against a gold set.

The gold format is that of tests/data/gold (its README says what counts).
Names: mentions marked explicit, span (with or without the title of office) and
type exact.  Dates: classes point and relative.  What is optional in the gold
neither helps nor harms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from regesta.archive.assemble import assemble
from regesta.leaving_out import without
from regesta.model import Annotation, Archive, Document, Mention, Span
from regesta.seeds.reading import Seeds

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

    def add(self, other: Score) -> None:
        """Count *other* in."""
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra
        self.wrong += other.wrong


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
        _names(scores, archive, document, one, origin)
        _dates(scores, document, one, origin)
        _quotations(scores, document, one, origin)
        _events(scores, document, one, origin)
        _residue(scores, document, one)
        _description(scores, document, one)
    return scores


def leaving_one_out(
    seeds: Seeds, gold: Sequence[Mapping[str, Any]], origin: str
) -> dict[str, Score]:
    """Return the scores of each gold document, read with what the records of
    the other documents know, and with proposals for the rest."""
    scores = {name: Score() for name in MEASURES}
    for one in gold:
        id = next(d.id for d in seeds.documents if d.path.endswith("/" + one["file"]))
        archive, _problems = assemble(without(seeds, id), propose=True)
        for name, score in evaluate(archive, [one], origin).items():
            scores[name].add(score)
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
    scores: Mapping[str, Score],
    archive: Archive,
    document: Document,
    gold: Mapping[str, Any],
    origin: str,
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
        if not _has_record(archive, row, match):
            continue
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


def _has_record(archive: Archive, row: Mapping[str, Any], match: Mention) -> bool:
    """Tell whether there is a link to judge: what is meant has a record, or
    the words were linked to one that a person wrote."""
    if any(id in archive.entities for id in (row["id"], *row.get("accept", []))):
        return True
    return any(archive.entities[id].status != "machine" for id in match.entities)


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
    matched: list[tuple[Span, str | None, list[str]]] = []
    for row in gold["quotations"]:
        match = found.pop(_span(row), None)
        if match is None:
            spans.missed += 1
            spans.wrong.append(_say(document, "missed quotation", _span(row)))
            continue
        spans.right += 1
        matched.append((match.span, match.speaker, [row["speaker"], *row.get("accept", [])]))
    for span in found:
        spans.extra += 1
        spans.wrong.append(_say(document, "extra quotation", span))
    same = _unnamed(document, matched)
    for span, speaker, wanted in matched:
        if same.get(speaker or "", speaker) in wanted:
            speakers.right += 1
        else:
            speakers.missed += 1
            speakers.wrong.append(_say(document, "speaker", span, f"{speaker}, not {wanted[0]}"))


def _unnamed(
    document: Document, matched: Sequence[tuple[Span, str | None, list[str]]]
) -> dict[str, str]:
    """Return unnamed speaker of the document to the gold's id for the same:
    their ids are not prescribed, so each is taken for the one that it speaks
    for most often, no two for the same."""
    ids = {speaker.id for speaker in document.speakers}
    counts = Counter(
        (speaker, wanted) for _s, speaker, all_of in matched if speaker in ids for wanted in all_of
    )
    same: dict[str, str] = {}
    for (speaker, wanted), _n in sorted(counts.items(), key=lambda row: (-row[1], str(row[0]))):
        if speaker and speaker not in same and wanted not in same.values():
            same[speaker] = wanted
    return same


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
