"""What is counted in a document, against its gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from regesta.evaluation.scores import Score
from regesta.model import Annotation, Archive, Document, Mention, Span

NAME_TYPES = ("person", "organisation", "place", "event")


def _of(annotations: Iterable[Annotation], origin: str) -> list[Any]:
    return [a for a in annotations if origin == "all" or a.origin == "machine"]


def _span(row: Mapping[str, Any]) -> Span:
    return Span(row["start"], row["end"])


def _say(document: Document, what: str, span: Span, note: str = "") -> str:
    return (
        f"{document.id} {span.start}-{span.end} {what}: {span.of(document.text)!r} {note}".strip()
    )


def names(
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


def dates(
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


def quotations(
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


def events(
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


def residue(scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any]) -> None:
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


def description(scores: Mapping[str, Score], document: Document, gold: Mapping[str, Any]) -> None:
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
