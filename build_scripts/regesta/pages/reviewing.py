"""What a person has checked and what not yet, and the next best thing to do.

What comes first settles most: names that may mean several by how often they
stand in the texts, records by how many mentions rest on them, documents by how
many pages quote them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regesta.archive.encoded import naming, telling, unsettled
from regesta.archive.lookups import Lookups
from regesta.archive.unsettled import Unsettled
from regesta.model import Document, Entity, EntityKind, Status
from regesta.pages import markdown, vocabulary
from regesta.pages.front_matter import page
from regesta.pages.layout import facts, folded, listing
from regesta.pages.links import Links
from regesta.pages.wording import Table, _, counted, noted

PATH = "review.md"
NEXT = 20
"""Things of each kind that are listed; all are counted."""

_CHECKED = noted(
    "A proposal is what a rule or an editor put down; "
    "it becomes checked when a person has compared it with the text."
)
_WORDS: Table[Status] = Table(
    {
        "reviewed": noted("checked"),
        "proposed": noted("proposed by an editor"),
        "machine": noted("proposed by a machine"),
        "disputed": noted("disputed"),
    }
)
_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "topic", "event")
_MISSING = {
    "publisher": (noted("Publisher not stated"), "publisher:"),
    "date": (noted("No date known"), "date:"),
    "rights": (noted("Rights not judged"), "rights:"),
    "type": (noted("Kind of document not known"), "type:"),
    "language": (noted("Language not known"), "language:"),
}


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of work: *first* says what to do next, *settles* how many
    mentions, pages or documents that settles, *body* lists more of it."""

    anchor: str
    title: str
    number: int
    first: str
    settles: int
    body: str


def review(lookups: Lookups) -> tuple[str, str]:
    """Return (path, text) of what a person has checked and what not yet."""
    links = Links(lookups, PATH)
    open_ = {d.id: unsettled(d) for d in lookups.archive.documents}
    parts = [
        f"# {_('What has been checked')} {{: #title }}",
        f'<p class="lede">{_(_CHECKED)}</p>',
        facts(_counts(lookups, open_.values())),
        _lapsed(lookups, links),
    ]
    found = (
        _meant(open_, links), _records(lookups, links), _documents(open_, links),
        _missing(open_, links),
    )  # fmt: skip
    tasks = sorted((t for t in found if t), key=lambda task: -task.settles)
    if tasks:
        parts.append(f"## {_('The next best thing to do')} {{: #next }}")
        parts.append(listing(_in_short(task) for task in tasks))
    parts += [f"## {t.title} ({t.number}) {{: #{t.anchor} }}\n\n{t.body}" for t in tasks]
    title = _("What has been checked")
    front = {"title": title, "generated_from": "seeds/", "head": {"description": title}}
    return PATH, page(front, "\n\n".join(part for part in parts if part))


def _counts(lookups: Lookups, open_: Iterable[Unsettled]) -> list[tuple[str, str]]:
    groups = [(_("Documents"), Counter(d.status for d in lookups.archive.documents))]
    groups += [
        (vocabulary.KINDS[kind], Counter(e.status for e in lookups.entities(kind)))
        for kind in _KINDS
    ]
    inside: Counter[Status] = Counter()
    for one in open_:
        inside.update(one.statuses)
    groups.append((_("Names, dates, quotations, notes and accounts in the texts"), inside))
    return [(label, _shares(counts)) for label, counts in groups]


def _shares(counts: Counter[Status]) -> str:
    """Return “3 of 12 checked; 9 proposed by an editor”."""
    total = counts.total()
    if not total:
        return "0"
    done = _("{n} of {total} checked").format(n=f"{counts['reviewed']:,}", total=f"{total:,}")
    rest = [f"{n:,} {_WORDS[s]}" for s in ("proposed", "machine", "disputed") if (n := counts[s])]
    return "; ".join([done, ", ".join(rest)]) if rest else done


def _lapsed(lookups: Lookups, links: Links) -> str:
    documents = [d for d in lookups.in_time if d.status != "reviewed" and d.reviewed_by]
    records = [e for e in lookups.archive.entities.values() if _has_lapsed(e)]
    shown = [links.document(d) for d in documents] + [links.entity(e) for e in records]
    head = f"## {_('Checked before a change')} {{: #lapsed }}"
    return f"{head}\n\n{listing(shown)}" if shown else ""


def _has_lapsed(entity: Entity) -> bool:
    return entity.status != "reviewed" and bool(entity.reviewed_by)


def _in_short(task: Task) -> str:
    more = ""
    if task.number > 1:
        told = counted("{n} more", "{n} more", task.number - 1)
        more = f" <small>{markdown.link(told, f'#{task.anchor}')}</small>"
    return task.first + more


def _first_ones(items: Sequence[str], total: int) -> str:
    """Return the first *items* as a list, with how many there are of all."""
    note = ""
    if total > len(items):
        told = _("The first {n} of {total}; those that settle most come first.")
        note = f'<p class="col">{told.format(n=len(items), total=f"{total:,}")}</p>\n\n'
    return note + listing(items)


# ---- who is meant


def _meant(open_: dict[str, Unsettled], links: Links) -> Task | None:
    counts: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], tuple[str, int]] = {}
    for id, one in open_.items():
        for ids, number, start in one.meant:
            counts[ids] += number
            first.setdefault(ids, (id, start))
    if not counts:
        return None
    order = sorted(counts, key=lambda ids: (-counts[ids], ids))
    lines = [_one_meant(ids, counts[ids], *first[ids], links) for ids in order[:NEXT]]
    told = _("Say who is meant: {which}").format(which=lines[0])
    body = _first_ones(lines, len(order))
    title = _("Names that may mean several")
    return Task("meant", title, len(order), told, counts[order[0]], body)


def _one_meant(ids: tuple[str, ...], number: int, id: str, start: int, links: Links) -> str:
    named = _(" or ").join(links.by_id(one) for one in ids)
    where = links.reference(links.lookups.by_id[id], start)
    return f"{named} <small>{counted('{n} mention', '{n} mentions', number)}</small> {where}"


# ---- records


def _records(lookups: Lookups, links: Links) -> Task | None:
    waiting = [e for e in lookups.archive.entities.values() if e.status != "reviewed"]
    if not waiting:
        return None
    rest = {e.id: len(lookups.mentions.get(e.id, ())) for e in waiting}
    order = sorted(waiting, key=lambda e: (-rest[e.id], e.kind, e.id))
    lines = [_record(e, rest[e.id], links) for e in order[:NEXT]]
    told = _("Check a record: {which}").format(which=lines[0])
    body = _first_ones(lines, len(order))
    return Task("records", _("Records to check"), len(order), told, rest[order[0].id], body)


def _record(entity: Entity, mentions: int, links: Links) -> str:
    number = counted("{n} mention rests on it", "{n} mentions rest on it", mentions)
    return f"{links.entity(entity)} <small>{number}; {_WORDS[entity.status]}</small>"


# ---- documents


def _documents(open_: dict[str, Unsettled], links: Links) -> Task | None:
    waiting = [d for d in links.lookups.in_time if d.status != "reviewed"]
    if not waiting:
        return None
    quoted = {d.id: _pages_that_quote(d) for d in waiting}
    order = sorted(waiting, key=lambda d: (-quoted[d.id], -open_[d.id].unsure))
    lines = [_document(d, quoted[d.id], open_[d.id].unsure, links) for d in order[:NEXT]]
    told = _("Read a document beside its page: {which}").format(which=lines[0])
    body = _first_ones(lines, len(order))
    return Task("documents", _("Documents to check"), len(order), told, quoted[order[0].id], body)


def _pages_that_quote(document: Document) -> int:
    """How many pages of records and events show passages of *document*."""
    return len({*naming(document), *telling(document)})


def _document(document: Document, quoted: int, unsure: int, links: Links) -> str:
    notes = [counted("quoted on {n} other page", "quoted on {n} other pages", quoted)]
    if unsure:
        notes.append(
            counted("{n} annotation less than certain", "{n} annotations less than certain", unsure)
        )
    return f"{links.document(document)} <small>{'; '.join(notes)}</small>"


# ---- what descriptions lack


def _missing(open_: dict[str, Unsettled], links: Links) -> Task | None:
    lookups = links.lookups
    lacking: dict[str, list[Document]] = {key: [] for key in _MISSING}
    for document in lookups.in_time:
        for key in open_[document.id].missing:
            lacking[key].append(document)
    order = sorted((key for key in lacking if lacking[key]), key=lambda key: -len(lacking[key]))
    if not order:
        return None
    total = len(open_)
    parts = [_one_missing(key, lacking[key], total, links) for key in order]
    first = lacking[order[0]]
    told = _("Complete a description: {what} in {number}, such as {which}").format(
        what=f"<code>{_MISSING[order[0]][1]}</code>",
        number=_("{n} of {total}").format(n=f"{len(first):,}", total=f"{total:,}"),
        which=links.document(first[0]),
    )
    number = sum(len(found) for found in lacking.values())
    title = _("What descriptions lack")
    return Task("missing", title, number, told, len(first), "\n\n".join(parts))


def _one_missing(key: str, documents: Sequence[Document], total: int, links: Links) -> str:
    label, yaml_key = _MISSING[key]
    number = _("{n} of {total}").format(n=f"{len(documents):,}", total=f"{total:,}")
    note = f"{number} · <code>{yaml_key}</code>"
    return folded(
        _(label), note, _first_ones([links.document(d) for d in documents[:NEXT]], len(documents))
    )
