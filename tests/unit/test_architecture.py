"""The house: imports run one way, and no code knows the first collection."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CODE = ROOT / "build_scripts"
PACKAGE = CODE / "regesta"

# From the ground up.  A module may import what stands below it, and its own room.
FLOORS = (
    {
        "",
        "model",
        "whitespace",
        "edtf_grammar",
        "edtf",
        "problem_codes",
        "problems",
        "dependencies",
        "kept",
        "apart",
        "collecting",
        "pool",
        "progress",
        "wording",
        "theme_words",
    },
    {"seeds", "segment", "annotate"},
    {"archive"},
    {
        "exports",
        "pages",
        "manifest",
        "exchange",
        "locking",
        "accelerator",
        "corrections",
        "commit_history",
    },
    {"search", "publish", "engine", "outputs", "strictness", "leaving_out", "alike"},
    {"annotations_kept", "unchanged", "making", "site_making", "site_of_pages", "checking"},
    {"building", "diff", "evaluation", "suggesting", "adding", "starting"},
    {"bag", "bundle", "verifying", "previewing"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
ONE_ROOM = ({"seeds", "segment", "annotate"},)
"""Rooms of one floor that do not know each other."""


def modules() -> dict[str, Path]:
    """Return dotted name to file of every module of the package."""
    out = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(CODE).with_suffix("").parts
        out[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return out


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """Return the package's modules that the one in *path* imports."""
    out: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            out |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            here = path.relative_to(CODE).parts[: -node.level] if node.level else ()
            module = ".".join([*here, *([node.module] if node.module else [])])
            out |= {
                name if (name := f"{module}.{alias.name}") in known else module
                for alias in node.names
            }
    return {name for name in out if name in known}


def room(module: str) -> str:
    """Return what stands after ``regesta.`` in a dotted name."""
    return module.split(".")[1] if "." in module else ""


def floor(module: str) -> int:
    return next(n for n, rooms in enumerate(FLOORS) if room(module) in rooms)


def test_every_module_has_its_place() -> None:
    rooms = {room(name) for name in modules()}
    assert rooms <= set().union(*FLOORS), "say in FLOORS where it stands"


def test_imports_run_one_way() -> None:
    known = modules()
    wrong = [
        f"{name} imports {other}"
        for name, path in known.items()
        for other in sorted(imports(path, known))
        if floor(other) > floor(name)
    ]
    assert wrong == []


def test_reading_segmenting_and_annotating_do_not_know_each_other() -> None:
    known = modules()
    wrong = [
        f"{name} imports {other}"
        for name, path in known.items()
        for other in sorted(imports(path, known))
        for rooms in ONE_ROOM
        if {room(name), room(other)} <= rooms and room(name) != room(other)
    ]
    assert wrong == []


def test_no_module_needs_itself() -> None:
    known = modules()
    graph = {name: imports(path, known) - {name} for name, path in known.items()}
    list(TopologicalSorter(graph).static_order())  # raises CycleError


# No id, name, date or file name of the first collection stands in code.

GENERAL = {
    # Each with the reason why it may stand in code all the same.
    "U.S.": "an abbreviation whose full stop ends no sentence",
    "U.S": "the same before another full stop",
    "US": "the same, told from the word “us”",
    "United States": "what these abbreviations stand for",
    "U.S. Government": "how the names of a country's bodies are varied",
    "China": "a country with a long and a short name",
    "china": "the same where it is a word for tableware, or in an address",
    "Mexico": "a country whose name stands inside another, New Mexico",
    "Washington": "a city, a state and a family name",
    "Washington, D.C.": "a name of a place with a comma and full stops",
    "working group": "a word for a body",
    "task force": "a word for a body",
    "inaugural meeting": "a word for an event",
    "closed-door talks": "a word for an event",
    "Sunday's meeting": "a day before a word for an event",
    "announcement of the launch": "two words for events, one of the other",
    "sources": "the word",
}
LISTS_OF_THE_WORLD = {
    "places_of_the_world.py": "countries, capitals and states that every archive may speak of",
    "cities_of_the_world.py": "cities, regions and waters that every archive may speak of",
    "bodies_of_the_world.py": "bodies that every archive may speak of",
    "given_names.py": "given names",
    "places_in_other_languages.py": "what Unicode CLDR calls countries and cities elsewhere",
}


def record_terms(path: Path) -> set[str]:
    """Return the id and every name that a record gives."""
    record: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    names = [record.get("name", ""), *record.get("variants", ()), *record.get("short_forms", ())]
    names += [worded["words"] for worded in record.get("worded_as", ())]
    return {path.stem, *map(str, names)}


def description_terms(path: Path) -> set[str]:
    """Return the file's name, the id, and the dates of a description."""
    record: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    out = {path.stem, path.stem.lower().replace("_", "-")}
    for key in ("date", "written"):
        out |= set(re.findall(r"\d{4}-\d\d-\d\d", str((record.get(key) or {}).get("edtf", ""))))
    out |= {speaker["id"] for speaker in record.get("speakers", ())}
    return out


def terms() -> set[str]:
    out: set[str] = set()
    for path in sorted((ROOT / "seeds" / "entities").rglob("*.yml")):
        out |= record_terms(path)
    for path in sorted((ROOT / "seeds" / "documents").rglob("*.yml")):
        out |= description_terms(path)
    return {term for term in out if len(term) > 1}


def code_files() -> list[Path]:
    endings = {".py", ".js", ".css", ".html", ".yml", ".json", ".txt", ".tsv", ".csv"}
    files = (p for p in CODE.rglob("*") if p.is_file() and p.suffix in endings)
    skipped = {".mypy_cache", "__pycache__", *LISTS_OF_THE_WORLD}
    return sorted(p for p in files if not skipped & set(p.parts))


def test_no_code_knows_the_first_collection() -> None:
    wanted = sorted(terms() - set(GENERAL), key=len, reverse=True)
    assert len(wanted) > 50
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, wanted)) + r")(?![\w-])")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in code_files()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert found == []
