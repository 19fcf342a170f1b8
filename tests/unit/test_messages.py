"""Every code is shown in the guide with a message as it is printed."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from regesta import building, bundle
from regesta.cli import main
from regesta.problems import CODES, format_text
from regesta.seeds.reading import read
from support import messages

LETTER = "A letter\n\nAda Brook wrote to Tom Hale on 3 May 1998.\n"
RECIPES = messages.recipes()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("plain") / "archive"
    (root / "seeds" / "documents").mkdir(parents=True)
    (root / "seeds" / "documents" / "letter.txt").write_text(LETTER, "utf-8")
    (root / "seeds" / "archive.yml").write_text("title: Letters\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def built(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(plain, tmp_path_factory.mktemp("built") / "archive"))
    assert not building.build(root).failed
    return root


def lay(root: Path, recipe: dict[str, Any]) -> None:
    """Put over the archive what the recipe says."""
    contents = {name: text.encode() for name, text in recipe.get("files", {}).items()}
    contents |= {name: bytes.fromhex(digits) for name, digits in recipe.get("bytes", {}).items()}
    contents |= {name: b"x" * size for name, size in recipe.get("sizes", {}).items()}
    for name, text in recipe.get("long", {}).items():
        contents[name] = text.replace("LONG", "long " * 2000).encode()
    for name, (text, times) in recipe.get("repeated", {}).items():
        contents[name] = (text * times).encode()
    for name, text in recipe.get("names", {}).items():
        contents[os.fsdecode(bytes.fromhex(name))] = text.encode()
    for name, data in contents.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    for name, target in recipe.get("links", {}).items():
        (root / name).symlink_to(target)
    for name in recipe.get("pipes", ()):
        os.mkfifo(root / name)
    for name, (old, new) in recipe.get("changed", {}).items():
        (root / name).write_text((root / name).read_text("utf-8").replace(old, new), "utf-8")
    for name, other in recipe.get("moved", {}).items():
        (root / name).rename(root / other)
    if name := recipe.get("packed_anew"):
        pack_anew(root, root / name)
    for name in recipe.get("gone", ()):
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def pack_anew(root: Path, path: Path) -> None:
    """Bundle the archive, and pack the first file of it as another program would."""
    bundle.make(root, path)
    with zipfile.ZipFile(path) as archive:
        files = [(info, archive.read(info)) for info in archive.infolist()]
    files[0][0].date_time = (2024, 5, 1, 12, 0, 0)
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in files:
            archive.writestr(info, data, compresslevel=9)


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def refusing(opened: Callable[..., int], refused: set[str]) -> Callable[..., int]:
    """Return *opened* as it works for a user who may not read some files
    (root, who runs tests too, may read all)."""

    def open_(path: Any, *more: Any, **named: Any) -> int:
        if os.fspath(path) in refused:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return opened(path, *more, **named)

    return open_


def run(root: Path, words: list[str]) -> str:
    """Return what a command prints; ``read`` is what all of them begin with."""
    if words == ["read"]:
        return "\n".join(map(format_text, read(root)[1]))
    return CliRunner().invoke(main, words).output


SITES = [code for code, one in RECIPES.items() if one.get("built") or one.get("run") == ["build"]]
CASES = [pytest.param(c, marks=pytest.mark.site) if c in SITES else c for c in RECIPES]


@pytest.mark.parametrize("code", CASES)
def test_what_is_printed(
    code: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = RECIPES[code]
    begun = request.getfixturevalue("built" if recipe.get("built") else "plain")
    root = Path(shutil.copytree(begun, tmp_path / "archive"))
    if recipe.get("git"):
        git(root, "init", "-q")
        git(root, "add", "--all")
        git(root, "commit", "-q", "-m", "begin")
    lay(root, recipe)
    monkeypatch.chdir(root)
    refused = {str(root / name) for name in recipe.get("refused", ())}
    monkeypatch.setattr(os, "open", refusing(os.open, refused))
    output = run(root, recipe.get("run", ["check"]))
    said = messages.printed(code, output)
    assert said, output
    if "UPDATE_EXAMPLES" in os.environ:
        _write(code, said)
    else:
        assert said == recipe["said"]


def _write(code: str, said: str) -> None:
    """Put what was printed at the end of the example of *code*."""
    parts = re.split(r"(?m)^(?=[a-z-]+:$)", messages.MESSAGES.read_text("utf-8"))
    at = next(n for n, part in enumerate(parts) if part.startswith(f"{code}:\n"))
    lines = "".join(f"    {line}\n" for line in said.splitlines())
    parts[at] = parts[at].partition("  said: |\n")[0] + "  said: |\n" + lines
    messages.MESSAGES.write_text("".join(parts), "utf-8")


def test_every_code_has_a_message() -> None:
    samples = messages.samples()
    assert samples.keys() >= CODES.keys()
    assert yaml.safe_load(messages.MESSAGES.read_text("utf-8")).keys() <= CODES.keys()
