"""Texts and their descriptions: NAME.txt and NAME.yml become one document.

A text is never shown by a slip: where the part of its description that may
restrict it (access, withdrawn, encoding …) cannot be read, it is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from rapidfuzz import fuzz, process

from regesta.model import Problem, Source
from regesta.problems import problem
from regesta.seeds import files
from regesta.seeds.decoding import NotText, decode, place
from regesta.seeds.files import Found
from regesta.seeds.holdings import SeedDocument
from regesta.seeds.ids import document_ids
from regesta.seeds.markup import web_page
from regesta.seeds.read_before import ReadBefore
from regesta.seeds.records import CRITICAL, DescriptionRecord
from regesta.seeds.strict_yaml import MAX_BYTES
from regesta.seeds.table_joining import from_row, joined
from regesta.seeds.table_rows import Row
from regesta.seeds.validation import Checked, check, check_whole

DOCUMENTS = "seeds/documents/"
MAX_TEXT = 32_000_000


@dataclass(slots=True)
class Pair:
    """The files of one name, whatever their endings."""

    texts: list[Found] = field(default_factory=list)
    descriptions: list[Found] = field(default_factory=list)
    row: Row | None = None

    def add(self, found: Found) -> None:
        """Take a file in by its ending."""
        (self.texts if found.ending == ".txt" else self.descriptions).append(found)


def read_documents(
    pairs: Mapping[str, Pair], problems: list[Problem], before: ReadBefore
) -> list[SeedDocument]:
    """Return the documents of *pairs* (by path below ``documents/`` without
    ending), sorted by path.  What is wrong is added to *problems*."""
    drafts: list[tuple[str, SeedDocument]] = []
    given: set[str] = set()
    stems = {stem for stem, pair in pairs.items() if pair.texts}
    for stem in sorted(pairs):
        pair = pairs[stem]
        if pair.row is None and pair.texts:
            files = [*pair.texts, *pair.descriptions]
            drafted = before.value(stem, files, partial(_drafted, stem, pair, stems))
        else:
            drafted = _drafted(stem, pair, stems)
        document, names_itself, wrong = drafted
        problems += wrong
        if names_itself:
            given.add(stem)
        if document:
            drafts.append((stem, document))
    ids = document_ids(stem for stem in pairs if stem not in given)
    documents = [
        SeedDocument(
            id=(held.description and held.description.id) or ids[stem],
            path=held.path,
            sha256=held.sha256,
            source=held.source,
            description=held.description,
            description_path=held.description_path,
            formerly=held.description.formerly if held.description else (),
        )
        for stem, held in drafts
    ]
    return sorted(documents, key=lambda held: held.path)


def _drafted(
    stem: str, pair: Pair, stems: set[str]
) -> tuple[SeedDocument | None, bool, tuple[Problem, ...]]:
    """Return a document (its id still open), whether its description gives it
    an id, and what is wrong.  *stems* matter where there is no text alone."""
    problems: list[Problem] = []
    draft = _Draft(stem, pair, problems, stems)
    document = draft.read()
    return document, bool(draft.description and draft.description.id), tuple(problems)


class _Draft:
    """One document on its way in."""

    def __init__(self, stem: str, pair: Pair, problems: list[Problem], stems: set[str]) -> None:
        self._stem = stem
        self._pair = pair
        self._problems = problems
        self._stems = stems
        self.description: DescriptionRecord | None = None
        self._description_path = ""

    def read(self) -> SeedDocument | None:
        """Return the document (its id still open), or None where it is left out."""
        text = self._only_text()
        if not self._describe(text):
            return None
        if text is None:
            return self._without_text()
        data = files.read(text, MAX_TEXT)
        if isinstance(data, Problem):
            self._problems.append(data)
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._same_digest(sha256, text):
            return None
        source = None
        if not (self.description and self.description.withheld):
            source = self._source(text, data, sha256)
            if source is None:
                return None
        return self._document(text.path, sha256, source)

    def _document(self, path: str, sha256: str, source: Source | None) -> SeedDocument:
        return SeedDocument("", path, sha256, source, self.description, self._description_path)

    def _only_text(self) -> Found | None:
        texts = self._pair.texts
        for other in texts[1:]:
            message = f"this and {texts[0].path} would be the same document"
            self._problems.append(problem("text-twice", message, other.path))
        return texts[0] if texts else None

    def _describe(self, text: Found | None) -> bool:
        """Read the description; False where the document is left out for it."""
        found = self._pair.descriptions
        row = self._pair.row
        if not found:
            if row is None:
                return True
            self._description_path = row.path
            return self._take(check_whole(DescriptionRecord, from_row(row)), text)
        self._description_path = found[0].path
        if len(found) > 1:
            message = f"this describes the same text as {found[0].path}; the text is left out"
            self._problems.append(problem("description-twice", message, found[1].path))
            return False
        data = files.read(found[0], MAX_BYTES)
        if isinstance(data, Problem):
            self._problems.append(data)
            return self._left_out(text)
        if row and not row.readable:
            self._description_path = row.path
        if row is None:
            return self._take(check(DescriptionRecord, data, found[0].path), text)
        whole = joined(data, found[0].path, row)
        return self._take(check_whole(DescriptionRecord, whole), text)

    def _take(self, checked: Checked[DescriptionRecord], text: Found | None) -> bool:
        self._problems.extend(checked.problems)
        self.description = checked.record
        if checked.record is None or checked.wrong & {*CRITICAL, ""}:
            return self._left_out(text)
        return True

    def _left_out(self, text: Found | None) -> bool:
        if text:
            message = f"left out, because {self._description_path} cannot be read as far as needed"
            self._problems.append(problem("description-unreadable", message, text.path))
        return False

    def _without_text(self) -> SeedDocument | None:
        """Take in a description that stands alone, where it may."""
        description = self.description
        if description is None:
            return None
        if not description.withheld:
            self._problems.append(self._text_missing(description))
            return None
        if description.sha256 is None:
            key = "withdrawn" if description.withdrawn else "access"
            message = "no text is held, and no `sha256` says which it was"
            self._problems.append(description.where.problem("digest-missing", message, key))
            return None
        path = f"{DOCUMENTS}{self._stem}.txt"
        return self._document(path, description.sha256, None)

    def _text_missing(self, description: DescriptionRecord) -> Problem:
        name = f"{DOCUMENTS}{self._stem}.txt"
        near = process.extractOne(
            self._stem, sorted(self._stems), scorer=fuzz.ratio, score_cutoff=80
        )
        message = f"there is no {name}"
        if near:
            message += f"; is {DOCUMENTS}{near[0]}.txt meant?"
        if self._pair.row and not self._pair.descriptions:
            return description.where.problem("description-without-text", message)
        return problem("description-without-text", message, self._description_path)

    def _same_digest(self, sha256: str, text: Found) -> bool:
        description = self.description
        if description is None or description.sha256 in (None, sha256):
            return True
        message = f"the description says {description.sha256}, but {text.path} has {sha256}"
        self._problems.append(description.where.problem("digest-differs", message, "sha256"))
        return False

    def _source(self, found: Found, data: bytes, sha256: str) -> Source | None:
        encoding = self.description.encoding if self.description else "utf-8"
        declared = self._description_path or f"{DOCUMENTS}{self._stem}.yml"
        text = decode(data, encoding, description=declared)
        if isinstance(text, NotText):
            self._problems.append(
                problem(
                    text.code, text.message, found.path, text.line, text.column, remedy=text.remedy
                )
            )
            return None
        if (tag := web_page(text)) is not None:
            message = "this is a page in HTML: its tags are shown as words of the text"
            self._problems.append(problem("text-html", message, found.path, *place(text[:tag])))
        return Source(found.path, data, sha256, encoding, text)
