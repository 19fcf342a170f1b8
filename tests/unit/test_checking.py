"""What is wrong is found without annotating: the same as the whole way finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from regesta import building, checking
from regesta.archive import annotating

DATA = Path(__file__).parents[1] / "data"
CASES = [
    *sorted((DATA / "seeds").glob("*.yaml")),
    *sorted((DATA / "tables").glob("*.yaml")),
    *sorted((DATA / "diff").glob("*.yaml")),
]
QUOTES_WRONGLY = {
    "seeds/archive.yml": "title: A\n",
    "seeds/documents/a.txt": "To Ana\n\nAna Lind met Bo in Bergen, and Bo left Bergen.\n",
    "seeds/documents/a.yml": """
title: {passage: To Bo}
publisher: {id: house, basis: stated, evidence: [{passage: by the House}]}
date: {edtf: "1998", basis: stated, evidence: [{passage: in 1998}]}
written: {edtf: "1997", basis: stated, evidence: [{document: b, exact: nothing}]}
layout: [{passage: a block, kind: heading}]
speakers: [{id: somebody, label: Somebody, passages: [Nobody]}]
annotations:
- {passage: Bo, mention: ana}
- {passage: Bergen, note: twice}
- {passage: Ana Lind, quotation: ana, source: not there}
- {passage: 3 May, date: "1998-05-03"}
- {passage: met her, refuse: mention}
accounts: [{event: talks, aspect: place, passage: in Oslo}]
relations: [{kind: quotes, other: b, passage: Bo met, other_passage: Ana said}]
""",
    "seeds/documents/b.txt": "Bo is here.\n",
    "seeds/entities/people/ana.yml": "name: Ana Lind\n"
    "about: {text: A speaker., passages: [{document: a, exact: Ana Lint}]}\n",
    "seeds/entities/organisations/house.yml": "name: The House\n",
    "seeds/entities/events/talks.yml": "name: Talks\nparticipants: "
    "[{entity: ana, document: b, exact: Ana}]\n",
    "seeds/published.tsv": "documents/a\t\t\ndocuments/gone\t\t\nno line\npeople/bo-holm\t\t\n",
}


def lay(root: Path, case: dict[str, Any]) -> None:
    """Write an example's files, whatever the kind of example."""
    texts = dict(case.get("files", {}))
    texts |= {f"seeds/{name}": text for name, text in case.get("before", {}).items()}
    (root / "seeds" / "documents").mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes((text or "").encode("utf-8"))
    for name, digits in case.get("bytes", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(bytes.fromhex(digits))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_same_is_wrong(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8").partition("--- #")[0])
    lay(tmp_path, case)
    number, found = checking.check(tmp_path, strict=True)
    whole = building.prepare(tmp_path, strict=True)
    assert set(found) == set(whole.problems)
    assert number == len(whole.lookups.archive.documents)


def test_every_quoted_passage_is_looked_up(tmp_path: Path) -> None:
    lay(tmp_path, {"files": QUOTES_WRONGLY})
    _number, found = checking.check(tmp_path)
    assert set(found) == set(building.prepare(tmp_path).problems)
    missed = [p for p in found if p.code.startswith("passage")]
    assert len(missed) >= 15
    assert len(found) == len(set(found)), "a problem is told twice"
    assert {p.message.split(" ")[0] for p in found if p.code == "id-vanished"} == {
        "documents/gone", "people/bo-holm",
    }  # fmt: skip


WITHHELD = {
    "seeds/archive.yml": "title: A\n",
    "seeds/documents/kept.txt": "Ana Lind met Bo Holm in Bergen. Bo wept.\n",
    "seeds/documents/kept.yml": "access: metadata\npublisher: {id: house, basis: supplied}\n"
    "annotations: [{passage: Bo Holm, mention: bo}]\n",
    "seeds/documents/part.txt": "Cay Dahl spoke first.\n\nEva Fjell answered Cay.\n",
    "seeds/documents/part.yml": "access: excerpt\nexcerpts: [Cay Dahl spoke first.]\n",
    "seeds/documents/open.txt": "Mr Holm left for Oslo with ANA LIND.\n",
    "seeds/entities/people/ana.yml": "name: Ana Lind\n",
    "seeds/entities/people/bo.yml": "name: Bo Holm\nshort_forms: [Bo]\n",
    "seeds/entities/people/cay.yml": "name: Cay Dahl\n",
    "seeds/entities/people/eva.yml": "name: Eva Fjell\n",
    "seeds/entities/organisations/house.yml": "name: The House\npart_of: [league]\n",
    "seeds/entities/organisations/league.yml": "name: The League\n",
    "seeds/entities/organisations/club.yml": "name: The Club\n",
}


def test_a_record_that_only_withheld_text_names_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"files": WITHHELD})
    _number, found = checking.check(tmp_path)
    assert set(found) == set(building.prepare(tmp_path).problems)
    told = {p.path.rpartition("/")[2] for p in found if p.code == "record-withheld"}
    assert told == {"bo.yml", "eva.yml", "club.yml"}


@pytest.mark.parametrize("withheld", [False, True])
def test_no_text_is_annotated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, withheld: bool
) -> None:
    def refused(*_arguments: object, **_more: object) -> None:
        raise AssertionError("the texts are annotated")

    files = {k: v for k, v in QUOTES_WRONGLY.items() if not k.endswith("published.tsv")}
    files["seeds/published.tsv"] = "documents/gone\t\t\n"
    lay(tmp_path, {"files": {**files, **WITHHELD} if withheld else files})
    monkeypatch.setattr(checking, "assembled", refused)
    monkeypatch.setattr(annotating, "segment", refused)
    number, found = checking.check(tmp_path)
    assert number == (5 if withheld else 2)
    assert "id-vanished" in {p.code for p in found}
