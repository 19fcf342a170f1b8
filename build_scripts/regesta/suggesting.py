"""What a curator could take up next: records, descriptions and dates that
rules propose, each with the passages that speak for it.

Nothing here touches the disk; a suggestion is a file's path and its YAML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import yaml
from rapidfuzz import fuzz

from regesta.annotate.names.finding import Gazetteer
from regesta.annotate.proposals import by_model
from regesta.annotate.proposals.by_model import Names
from regesta.archive.assemble import assemble
from regesta.archive.lookups import Lookups
from regesta.model import FOLDERS, Archive, Document, Entity, Event, Mention, Passage, When
from regesta.seeds.passages import FoldedText
from regesta.seeds.reading import Seeds
from regesta.whitespace import fold

NEAR = 85
"""Likeness (rapidfuzz token-sort ratio, 0-100) from which names may be one."""

_MOST_ALIKE = 60
"""People with a name in common that are compared, at most."""

PASSAGES = 3
"""Passages quoted for a suggested record."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A file that could be added: its *path* below the archive, its *text*
    (YAML), how many *mentions* in how many *documents* it settles, and the
    ids of records with a *near* name."""

    id: str
    path: str
    text: str
    mentions: int
    documents: int
    near: tuple[str, ...] = ()

    @property
    def worth(self) -> tuple[int, int, str]:
        """Order: what settles most of the collection comes first."""
        return (-self.documents, -self.mentions, self.path)


def suggest(seeds: Seeds, model: tuple[Names, str] | None = None) -> list[Suggestion]:
    """Return suggestions for *seeds*, the most telling first; a *model* and
    its name add to them what rules do not find."""
    archive, _problems = assemble(seeds, propose=True)
    if model is not None:
        archive = _with_model(archive, seeds, *model)
    lookups = Lookups(archive)
    known = {record.id for record in seeds.entities}
    texts = {d.id: FoldedText(d.text) for d in archive.documents}
    held = [archive.entities[id] for id in sorted(known) if id in archive.entities]
    fresh = [
        entity
        for entity in archive.entities.values()
        if entity.id not in known and not isinstance(entity, Event)
        if lookups.mentions.get(entity.id)
    ]
    alike = _near_each_other(fresh)
    found = [_record(entity, lookups, texts, held, alike.get(entity.id, ())) for entity in fresh]
    # An event comes when those it names have records: it could not be written before.
    found += [
        _event(entity, lookups, texts, held)
        for entity in archive.entities.values()
        if isinstance(entity, Event) and entity.id not in known and _names_known(entity, known)
    ]
    described = {d.id for d in seeds.documents if d.description}
    found += [
        _description(document, texts[document.id])
        for document in archive.documents
        if document.id not in described and document.source
    ]
    return sorted(found, key=lambda suggestion: suggestion.worth)


def _with_model(archive: Archive, seeds: Seeds, names: Names, called: str) -> Archive:
    """Return *archive* with the records that a model proposes, and where the
    texts name them."""
    texts = [(d.id, d.text, d.blocks) for d in archive.documents if d.access == "full" and d.text]
    refused = set(seeds.refused)
    fresh = by_model.propose(texts, archive.entities, names, called)
    entities = {**archive.entities, **{e.id: e for e in fresh if e.id not in refused}}
    gazetteer = Gazetteer(entities.values())
    documents = tuple(
        replace(d, mentions=tuple(gazetteer.find(d.text, d.blocks, d.id)))
        if d.access == "full" and d.text
        else d
        for d in archive.documents
    )
    return replace(archive, entities=entities, documents=documents)


def _record(
    entity: Entity,
    lookups: Lookups,
    texts: Mapping[str, FoldedText],
    known: Sequence[Entity],
    alike: Sequence[str],
) -> Suggestion:
    pairs = lookups.mentions[entity.id]
    near = tuple(other.id for other in known if _is_near(entity, other))
    data: dict[str, object] = {"name": entity.name}
    if entity.variants:
        data["variants"] = list(entity.variants)
    if entity.short_forms:
        data["short_forms"] = list(entity.short_forms)
    if entity.family_name_first:
        data["family_name_first"] = "true"
    passages = [_passage(d, m, lookups, texts[d.id]) for d, m in _spread(pairs)]
    about = {"text": "to be written, from these passages", "passages": passages}
    named = {d.id for d, _m in pairs}
    comments = [f"{_many(len(pairs), 'mention')} in {_many(len(named), 'document')}"]
    comments += [f"near to the record {id}: is it the same?" for id in near]
    comments += [f"near to the proposal {id}: is it the same?" for id in alike]
    if entity.note:
        comments.append(fold(entity.note))
    if near:
        data["not_same_as"] = list(near)
    data["status"] = "machine"
    text = _yaml(data, comments, {"about": about})
    return Suggestion(
        entity.id,
        f"seeds/entities/{FOLDERS[entity.kind]}/{entity.id}.yml",
        text,
        len(pairs),
        len({d.id for d, _m in pairs}),
        near,
    )


def _names_known(event: Event, known: set[str]) -> bool:
    wanted = {part.entity for part in event.participants} | ({event.place} - {None})
    return wanted <= known


def _event(
    event: Event, lookups: Lookups, texts: Mapping[str, FoldedText], known: Sequence[Entity]
) -> Suggestion:
    near = tuple(other.id for other in known if _is_near(event, other))
    evidence = [
        {"reason": item.reason, **_located(item.passage, texts)}
        for item in event.when.evidence
        if item.passage
    ]
    date = {"edtf": event.when.edtf, "basis": event.when.basis, "evidence": evidence}
    data: dict[str, object] = {"name": event.name, "date": date}
    if event.place and event.place_evidence:
        data["place"] = event.place
        data["place_evidence"] = _located(event.place_evidence, texts)
    data["participants"] = [
        {"entity": part.entity, "part": part.part, **_located(part.passage, texts)}
        for part in event.participants
        if part.passage
    ]
    data["status"] = "machine"
    told = lookups.accounts.get(event.id, ())
    documents = {d.id for d, _a in told} | {e["document"] for e in evidence}
    count = f"{_many(len(told), 'statement')} in {_many(len(documents), 'document')}"
    comments = [count, fold(event.note)]
    comments += [f"near to the record {id}: is it the same?" for id in near]
    path = f"seeds/entities/{FOLDERS['event']}/{event.id}.yml"
    return Suggestion(event.id, path, _yaml(data, comments, {}), len(told), len(documents), near)


def _located(passage: Passage | None, texts: Mapping[str, FoldedText]) -> dict[str, str]:
    assert passage is not None
    return {"document": passage.document, **texts[passage.document].selector(passage.span)}


def _is_near(entity: Entity, other: Entity) -> bool:
    if entity.kind != other.kind:
        return False
    names = (other.name, *other.variants)
    return any(fuzz.token_sort_ratio(entity.name, name) >= NEAR for name in names)


def _near_each_other(fresh: Sequence[Entity]) -> dict[str, list[str]]:
    """Return, by id, the ids of other people proposed whose names are near and
    have the first or the last word in common."""
    sharing: dict[str, list[Entity]] = {}
    for entity in fresh:
        words = entity.name.split()
        if entity.kind == "person" and len(words) > 1:
            for word in {words[0], words[-1]}:
                sharing.setdefault(word, []).append(entity)
    found: dict[str, list[str]] = {}
    for alike in sharing.values():
        for one, other in combinations(alike[:_MOST_ALIKE], 2):
            if _is_near(one, other) and other.id not in found.setdefault(one.id, []):
                found[one.id].append(other.id)
                found.setdefault(other.id, []).append(one.id)
    return found


def _spread(pairs: Sequence[tuple[Document, Mention]]) -> list[tuple[Document, Mention]]:
    """Return the first mention of each of the first documents."""
    first: dict[str, tuple[Document, Mention]] = {}
    for document, mention in pairs:
        first.setdefault(document.id, (document, mention))
    return list(first.values())[:PASSAGES]


def _passage(
    document: Document, mention: Mention, lookups: Lookups, text: FoldedText
) -> dict[str, str]:
    return {"document": document.id, **text.selector(mention.extended or mention.span)}


def _description(document: Document, text: FoldedText) -> Suggestion:
    data: dict[str, object] = {}
    if document.title.span:
        data["title"] = {"passage": _plain(text.selector(document.title.span))}
    else:
        data["title"] = {"supplied": fold(document.title.text)}
    if document.type:
        data["type"] = document.type
    if document.language:
        data["language"] = document.language
    publisher = document.publisher
    data["publisher"] = {"basis": publisher.basis}
    if publisher.id:
        data["publisher"] = {"id": publisher.id, "basis": publisher.basis}
    data["date"] = _date(document, document.date, text)
    data["status"] = "machine"
    mentions = len(document.mentions)
    quoted = len(document.quotations)
    counted = ((len(document.dates), "date"), (mentions, "name"), (quoted, "quotation"))
    comments = [", ".join(_many(number, noun) for number, noun in counted)]
    path = document.path.removesuffix(".txt") + ".yml"
    return Suggestion(document.id, path, _yaml(data, comments, {}), 0, 1)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _plain(selector: dict[str, str]) -> object:
    return selector["exact"] if len(selector) == 1 else selector


def _date(document: Document, when: When, text: FoldedText) -> dict[str, object]:
    data: dict[str, object] = {"edtf": when.edtf} if when.edtf else {}
    data["basis"] = when.basis if when.edtf else "unknown"
    evidence: list[dict[str, object]] = []
    for item in when.evidence:
        line: dict[str, object] = {"reason": fold(item.reason)} if item.reason else {}
        if item.passage and item.passage.document == document.id:
            line["passage"] = _plain(text.selector(item.passage.span))
        if line:
            evidence.append(line)
    if evidence:
        data["evidence"] = evidence
    return data


def _yaml(
    data: Mapping[str, object], comments: Sequence[str], commented: Mapping[str, object]
) -> str:
    """Return YAML with *comments* at its head; what is *commented* stands in
    it as comments, ready to be taken in by hand."""
    head = "".join(f"# {line}\n" for line in comments)
    body = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=100)
    rest = ""
    if commented:
        dumped = yaml.safe_dump(dict(commented), allow_unicode=True, sort_keys=False, width=100)
        rest = "".join(f"# {line}\n" for line in dumped.splitlines())
    return head + body + rest
