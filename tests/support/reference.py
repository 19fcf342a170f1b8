"""The guide's reference pages, made from the program itself.

    .venv/bin/python tests/support/reference.py

writes them; a test fails where they are not up to date.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1]))  # for those who run this file

from regesta.cli import main
from regesta.commands.manual import NAMES
from regesta.problems import CODES, Code
from regesta.seeds.schemas import schemas
from support import messages

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


def commands_page() -> str:
    """Return the page of commands, from the help that each prints."""
    head = [
        "---\ntitle: Commands\n---\n\n# Commands\n",
        "This is what `regesta --help` and the help of each command print.\n",
        "The command stands in `.venv/bin/`, where `make site` puts it.\n",
        _help(),
        "## Exit status\n",
        "| status | means |\n|---|---|",
        "| 0 | done |\n| 1 | something in the input is wrong |\n| 2 | wrong usage |",
        "| 75 | another build of this archive is at work |\n",
    ]
    return "\n".join([*head, *(_command(name) for name in sorted(NAMES))])


def _command(name: str) -> str:
    return f"## regesta {name} {{: #{name} }}\n\n{_help(name)}"


def _help(*words: str) -> str:
    """Return what ``regesta WORDS --help`` prints."""
    done = CliRunner().invoke(
        main, [*words, "--help"], prog_name="regesta", terminal_width=88, catch_exceptions=False
    )
    return f"```text\n{done.output.rstrip()}\n```\n"


def problems_page() -> str:
    """Return the page of problems, from the catalogue."""
    head = (
        "---\ntitle: What can be wrong\n---\n\n# What can be wrong\n\n"
        "Every message begins with the place, `path:line:column`, and one of these codes.\n"
        "What is right is built all the same, unless `--strict` is given.\n\n"
        "Each entry says what a code means, and shows a message as it is printed: the place, what "
        "was found, and below it what is right or to be done.\n"
    )
    samples = messages.samples()
    return "\n".join([head, *(_problem(code, samples[code.code]) for code in CODES.values())])


def _problem(code: Code, sample: str) -> str:
    tail = "" if code.severity == "error" else f"\n\nThis is a {code.severity}, not an error."
    head = f"## {code.title} {{: #{code.code} }}\n\n`{code.code}`"
    parts = [head, f"{code.meaning}{tail}", _indented(sample)]
    own = [line.strip() for line in sample.split("\n")]
    if not all(line.strip() in own for line in code.remedy.split("\n")):
        # This message knows better; others of the code say what is right in general.
        parts += ["Otherwise:", _indented(code.remedy)]
    return "\n\n".join(parts) + "\n"


def _indented(lines: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in lines.rstrip("\n").split("\n"))


RECORDS = {
    "archive.json": ("seeds/archive.yml", "archive"),
    "description.json": ("A description: seeds/documents/NAME.yml", "description"),
    "entity.json": ("A record: seeds/entities/KIND/ID.yml", "record"),
    "event.json": ("An event: seeds/entities/events/ID.yml", "event"),
}


def fields_page() -> str:
    """Return the page of keys, from the schemas that editors use."""
    parts = [
        "---\ntitle: Keys of YAML files\n---\n\n# Keys of YAML files\n",
        "Made from the definitions that check the files, so it cannot say anything else.",
        "A key that is not listed is an error.\n",
    ]
    shared: dict[str, dict[str, Any]] = {}
    for name, (title, anchor) in RECORDS.items():
        schema = json.loads(schemas()[name])
        parts.append(f"## {title} {{: #{anchor} }}\n\n{_fields(schema)}")
        shared |= schema.get("$defs", {})
    parts.append("## Parts of them {: #parts }\n")
    for name, part in sorted(shared.items()):
        said = " ".join(str(part.get("description", "")).split())
        parts.append(f"### {_part(name)} {{: #{_part(name)} }}\n\n{said}\n\n{_fields(part)}")
    return "\n".join(parts)


def _fields(schema: dict[str, Any]) -> str:
    needed = set(schema.get("required", ()))
    rows = [
        f"| `{key}` | {'; '.join(_allowed(field)) or 'words'} | {field.get('description', '')}"
        f"{' Needed.' if key in needed else ''} |"
        for key, field in schema["properties"].items()
    ]
    return "\n".join(["| key | value | |", "|---|---|---|", *rows, ""])


def _allowed(node: dict[str, Any]) -> list[str]:
    """Say what may stand there, in words."""
    if "$ref" in node:
        part = _part(node["$ref"].rpartition("/")[2])
        return [f"[{part}](#{part})"]
    if "enum" in node or "const" in node:
        return [", ".join(f"`{value}`" for value in node.get("enum", [node.get("const")]))]
    if "anyOf" in node:
        found = [words for one in node["anyOf"] for words in _allowed(one)]
        return list(dict.fromkeys(found))
    if node.get("type") == "array":
        return [f"list: {'; '.join(_allowed(node.get('items', {}))) or 'words'}"]
    kinds = node.get("type", [])
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    if kinds == {"null"}:
        return []
    if "boolean" in kinds:
        return ["`true` or `false`"]
    return ["number" if "number" in kinds and "string" not in kinds else "words"]


def _part(name: str) -> str:
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", name.removesuffix("Record")).lower()


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page's path and text."""
    yield GUIDE / "commands.md", commands_page()
    yield GUIDE / "problems.md", problems_page()
    yield GUIDE / "fields.md", fields_page()


if __name__ == "__main__":
    from support import catalogue  # the list of interface strings is made along with them

    catalogue.TEMPLATE.write_text(catalogue.template(), "utf-8")
    for path, text in pages():
        path.write_text(text, "utf-8")
