"""What the runners of the quotation and event examples share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from regesta.model import Block, Mention, Span

DATA = Path(__file__).parents[1] / "data"


def lay_out(text: str) -> tuple[str, list[Block]]:
    """The text without heading marks, and its lines as blocks."""
    blocks, plain = [], ""
    for line in text.splitlines():
        heading = line.startswith("# ")
        line = line.removeprefix("# ")
        if line:
            span = Span(len(plain), len(plain) + len(line))
            blocks.append(Block("heading" if heading else "paragraph", span, "p-0"))
        plain += line + "\n"
    return plain, blocks


def mentions(text: str, names: Mapping[str, Sequence[str]]) -> list[Mention]:
    """A mention wherever a name of *names* stands (id to kind and names)."""
    found: list[Mention] = []
    forms = [(form, id, names[id][0]) for id in names for form in names[id][1:]]
    for form, id, kind in sorted(forms, key=lambda f: -len(f[0])):
        edges = ("", "") if form[0] >= "\u3040" else (r"(?<!\w)", r"(?!\w)")
        for match in re.finditer(re.escape(form).join(edges), text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(span=span, rule="test", type=kind, entities=(id,)))  # type: ignore[arg-type]
    return sorted(found, key=lambda m: m.span)


def write(path: Path, example: Mapping[str, Any]) -> None:
    """Write an example back, texts as blocks."""

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, text)
    written = yaml.dump(dict(example), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=96)
    path.write_text(written, encoding="utf-8")
