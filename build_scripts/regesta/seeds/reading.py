"""Reading seeds/ from the disk: every text, description and record.

What is right is taken in, what is wrong is named and left out.  The order of
the file system plays no part in what comes out.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from regesta import collecting
from regesta.model import FOLDERS, EntityKind, Problem
from regesta.problems import EACH, in_order, limited, printable, problem
from regesta.seeds import consistency, files, history, interface, portable, reviewing, tables
from regesta.seeds.collection import collection
from regesta.seeds.documents import DOCUMENTS, Pair, read_documents
from regesta.seeds.entity_records import EntityRecord, EventRecord
from regesta.seeds.files import Found
from regesta.seeds.holdings import SeedDocument, Seeds
from regesta.seeds.ids import id_fault
from regesta.seeds.read_before import ReadBefore
from regesta.seeds.records import ArchiveRecord
from regesta.seeds.strict_yaml import MAX_BYTES
from regesta.seeds.table_joining import from_row, joined
from regesta.seeds.table_rows import Row
from regesta.seeds.tables import MAX_TABLE
from regesta.seeds.validation import check, check_whole
from regesta.seeds.values import Record

__all__ = ["SeedDocument", "Seeds", "read"]

_ARCHIVE = "seeds/archive.yml"
_ENTITIES = "seeds/entities/"
REFUSED = "seeds/refused.txt"
"""Ids of proposals that were refused; ``regesta suggest --refuse`` adds to it."""
_PUBLISHED = "seeds/published.tsv"
_KINDS: dict[str, EntityKind] = {folder: kind for kind, folder in FOLDERS.items()}

R = TypeVar("R", bound=Record)


def read(root: Path, before: ReadBefore | None = None) -> tuple[Seeds, list[Problem]]:
    """Read the archive in the folder *root*; files that *before* has read are
    not read again.

    Raises nothing for whatever stands there.  Where *root* has no folder
    ``seeds/documents/`` the only problem is ``archive-missing``, or
    ``file-link`` where a link stands in its place.
    """
    name = printable(root.resolve().name)
    fault = _no_archive(root)
    if fault:
        return Seeds(collection(None, name)), [fault]
    with collecting.put_off():
        return _read(root, name, before or ReadBefore())


def _read(root: Path, name: str, before: ReadBefore) -> tuple[Seeds, list[Problem]]:
    before.begin()
    problems: list[Problem] = []
    archive: ArchiveRecord | None = None
    pairs: dict[str, Pair] = {}
    records: list[Found] = []
    refused: tuple[str, ...] = ()
    told: history.Told = {}
    rows: dict[str, Row] = {}
    table = tables.Table({})
    found_paths: list[str] = []
    for found in files.walk(root, "seeds"):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        found_paths.append(found.path)
        if found.path == tables.DOCUMENTS_PATH:
            data = files.read(found, MAX_TABLE)
            if isinstance(data, Problem):  # what it may have restricted is not known
                problems.append(data)
                table = tables.Table({}, whole=False)
            else:
                table = tables.documents(data, problems)
        elif found.path == tables.ENTITIES_PATH:
            rows = tables.entities(_table(found, problems), problems)
        elif found.path == _ARCHIVE:
            archive = _read_record(found, ArchiveRecord, problems)
        elif found.path.startswith(DOCUMENTS) and found.ending in (".txt", ".yml", ".yaml"):
            pairs.setdefault(found.path[len(DOCUMENTS) :].rpartition(".")[0], Pair()).add(found)
        elif found.path.startswith(_ENTITIES) and found.ending in (".yml", ".yaml"):
            records.append(found)
        elif found.path == REFUSED:
            refused = _read_refused(found, problems)
        elif found.path == history.PATH:
            told = _read_history(found, problems)
        elif interface.OWN.fullmatch(found.path):
            continue  # the catalogue of the pages' words
        elif found.path == _PUBLISHED:
            _table(found, problems)  # publishing reads it; here its faults are told
        else:
            problems.append(_not_used(found))
    problems += portable.remarks(found_paths)
    _take_rows(table, pairs)
    documents = [_with_history(d, told) for d in read_documents(pairs, problems, before)]
    entities = _read_entities(records, rows, problems, before)
    seeds = Seeds(collection(archive, name), tuple(documents), tuple(entities), refused)
    seeds, more = consistency.checked(seeds)
    seeds, lapsed = reviewing.checked(seeds)
    return seeds, limited(in_order([*problems, *more, *lapsed]))


def _read_history(found: Found, problems: list[Problem]) -> history.Told:
    data = files.read(found, MAX_TABLE)
    if isinstance(data, Problem):
        problems.append(data)
        return {}
    told, more = history.parse(data)
    problems += more
    return told


def _with_history(document: SeedDocument, told: history.Told) -> SeedDocument:
    """What was done to a document that is gone stays in the file unused."""
    # Git's lines name every text with a small ending.
    plain = f"{document.path.rpartition('.')[0]}.txt"
    names = dict.fromkeys((document.path, plain, document.id))
    entries = tuple(entry for name in names for entry in told.get(name, ()))
    return replace(document, history=entries) if entries else document


def _read_refused(found: Found, problems: list[Problem]) -> tuple[str, ...]:
    """Return the ids that nobody wants to see proposed again, one a line."""
    data = files.read(found, MAX_BYTES)
    if isinstance(data, Problem):
        problems.append(data)
        return ()
    lines = data.decode("utf-8", "replace").splitlines()
    ids = []
    wrong = 0
    for number, line in enumerate(lines, 1):
        id = line.strip("\ufeff \t")
        if not id or id.startswith("#"):
            continue
        if fault := id_fault(id):
            problems.append(problem("id-not-valid", fault, found.path, number, 1))
            wrong += 1
            if wrong > EACH:  # nobody wrote that
                break
        else:
            ids.append(id)
    return tuple(ids)


def _no_archive(root: Path) -> Problem | None:
    if files.is_folder(root, "seeds/documents"):
        return None
    for place in ("seeds", "seeds/documents"):
        if files.is_link(root, place):
            return problem("file-link", "this is a symbolic link", place)
    return problem("archive-missing", "there is no such folder", DOCUMENTS)


def _not_used(found: Found) -> Problem:
    fault = files.fault_of_kind(found)
    if fault:
        return fault
    return problem("file-not-used", "this file is not read", found.path)


def _read_record(found: Found, model: type[R], problems: list[Problem]) -> R | None:
    data = files.read(found, MAX_BYTES)
    if isinstance(data, Problem):
        problems.append(data)
        return None
    checked = check(model, data, found.path)
    problems.extend(checked.problems)
    return checked.record


def _table(found: Found, problems: list[Problem]) -> bytes:
    data = files.read(found, MAX_TABLE)
    if isinstance(data, Problem):
        problems.append(data)
        return b""
    return data


def _take_rows(table: tables.Table, pairs: dict[str, Pair]) -> None:
    """Put each row to the files of its name.  Where the table cannot be read
    and may have restricted a text, none can be shown."""
    if not table.whole:
        for pair in pairs.values():
            pair.row = Row(tables.DOCUMENTS_PATH, 1, readable=False)
    for stem, row in table.rows.items():
        pairs.setdefault(stem, Pair()).row = row


def _read_entities(
    records: list[Found], rows: dict[str, Row], problems: list[Problem], before: ReadBefore
) -> list[EntityRecord]:
    """Read the records of YAML files and of rows, by the path that the YAML
    file has or would have."""
    read: dict[str, EntityRecord | None] = {}
    for found in records:
        row = rows.get(f"{found.path.rpartition('.')[0]}.yml")
        if row is None:
            known = before.value(found.path, [found], partial(_record_alone, found))
        else:
            known = _record(found.path, found, row)
        read[found.path] = known[0]
        problems += known[1]
    stems = {path.rpartition(".")[0] for path in read}
    for path, row in rows.items():
        if path.rpartition(".")[0] not in stems:
            read[path], wrong = _record(path, None, row)
            problems += wrong
    return [record for _, record in sorted(read.items()) if record]


def _record_alone(found: Found) -> tuple[EntityRecord | None, list[Problem]]:
    return _record(found.path, found, None)


def _record(
    path: str, found: Found | None, row: Row | None
) -> tuple[EntityRecord | None, list[Problem]]:
    problems: list[Problem] = []
    return _read_entity(path, found, row, problems), problems


def _read_entity(
    path: str, found: Found | None, row: Row | None, problems: list[Problem]
) -> EntityRecord | None:
    """Read entities/FOLDER/ID.yml, and nothing that stands anywhere else."""
    folder, _, name = path[len(_ENTITIES) :].rpartition("/")
    kind = _KINDS.get(folder)
    if kind is None:
        place = f"in {_ENTITIES}{folder}/" if folder else f"directly in {_ENTITIES}"
        problems.append(problem("entity-folder", f"a record {printable(place)}", path))
        return None
    id = name.rpartition(".")[0]
    fault = id_fault(id)
    if fault:
        problems.append(_id_fault(fault, path, None if found else row))
        return None
    data = files.read(found, MAX_BYTES) if found else b""
    if isinstance(data, Problem):
        problems.append(data)
        return None

    def prepare(record: EntityRecord) -> None:
        record.named(id, kind)

    model = EventRecord if kind == "event" else EntityRecord
    if row is None:
        checked = check(model, data, path, prepare=prepare)
    else:
        whole = joined(data, path, row) if found else from_row(row)
        checked = check_whole(model, whole, prepare=prepare)
    problems.extend(checked.problems)
    return checked.record


def _id_fault(fault: str, path: str, row: Row | None) -> Problem:
    if row:
        cell = row.key["id"]
        return problem("id-not-valid", fault, row.path, cell.line, cell.column)
    return problem("id-not-valid", f"the file's name is the record's id; {fault}", path)
