"""What ``regesta verify`` finds: a good and a bad example for each code."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from regesta import building, bundle, manifest, verifying
from regesta.cli import main
from regesta.model import Problem
from regesta.problem_codes.verifying import VERIFYING
from regesta.verifying import shown_text

TEXT = "The library\n\nOn 4 May 1921 Ada Brook opened it.\n\nTom Hale spoke after her.\n"
PAGE = "documents/library.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("verify")
    documents = root / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "library.txt").write_text(TEXT, "utf-8")
    (documents / "other.txt").write_text("Another text altogether.\n", "utf-8")
    # Without a title an archive is called after its folder, and a copy is another.
    (root / "seeds" / "archive.yml").write_text("title: Letters\n", "utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "notes.md").write_text("# These notes are mine\n", "utf-8")
    assert not building.build(root).failed
    bundle.make(root, root / "archive.zip")
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "archive"))


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def packed(path: Path, name: str, value: Any) -> None:
    """Pack a bundle anew as it was, but give the page to open another *name*."""
    with zipfile.ZipFile(path) as archive:
        files = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in files:
            if info.filename.endswith("site/index.html"):
                setattr(info, name, tuple(value) if isinstance(value, list) else value)
            archive.writestr(info, data, compresslevel=9)


def reversed_order(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        files = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in reversed(files):
            archive.writestr(info, data, compresslevel=9)


STEPS: dict[str, Callable[..., object]] = {
    "flip": lambda path: flip(path),
    "remove": lambda path: path.unlink(),
    "rename": lambda path, other: path.rename(other),
    "touch": lambda path: path.touch(),
    "write": lambda path, text: path.write_text(text, "utf-8"),
    "replace": lambda path, old, new: change(path, old, new),
    "chmod": lambda path, mode: path.chmod(int(mode, 8)),
    "pack": packed,
    "reverse": reversed_order,
    "before": lambda path, words: path.write_bytes(words.encode() + path.read_bytes()),
    "after": lambda path, words: path.write_bytes(path.read_bytes() + words.encode()),
    "resign": lambda site: (site / manifest.NAME).write_text(manifest.make(site), "utf-8"),
}
EXAMPLES = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parents[1] / "data" / "verifying").glob("*.yaml"))
}
GOOD = [(code, what) for code, example in EXAMPLES.items() for what in example["good"]]
BAD = [(code, what) for code, example in EXAMPLES.items() for what in example["bad"]]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def done(root: Path, steps: list[dict[str, Any]]) -> None:
    for step in steps:
        ((name, given),) = step.items()
        words = given if isinstance(given, list) else [given]
        places = [root / words[0], *words[1:]]
        if name == "rename":
            places[1] = root / words[1]
        STEPS[name](*places)


def run(root: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["-C", str(root), "verify", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_nothing_is_wrong_with_what_was_built(built: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in built.rglob("*")}
    for arguments in ([], ["--site"], ["--bundle", str(built / "archive.zip")]):
        status, output = run(built, *arguments)
        assert status == 0, output
        assert output.startswith("Nothing was changed")
    assert before == {p: p.stat().st_mtime_ns for p in built.rglob("*")}, "it writes nothing"


def found(root: Path, code: str) -> list[Problem]:
    if code.startswith("bundle-"):
        return verifying.verify_bundle(root, root / "archive.zip")
    return [
        *verifying.verify_seeds(root), *verifying.verify_docs(root), *verifying.verify_site(root),
    ]  # fmt: skip


@pytest.mark.parametrize(("code", "what"), BAD)
def test_what_is_wrong_is_named(root: Path, code: str, what: str) -> None:
    example = EXAMPLES[code]["bad"][what]
    done(root, example["steps"])
    assert (code, example["path"]) in {(p.code, p.path) for p in found(root, code)}
    where = {"site": ["--site"], "archive.zip": ["--bundle", str(root / "archive.zip")]}
    status, output = run(root, *where.get(example["path"].split("/")[0], []))
    assert status == 1
    assert f" {code} " in output
    assert example.get("says", "") in output


@pytest.mark.parametrize(("code", "what"), GOOD)
def test_what_is_not_wrong_is_not_named(root: Path, code: str, what: str) -> None:
    done(root, EXAMPLES[code]["good"][what])
    assert code not in {p.code for p in found(root, code)}


def test_a_text_that_is_gone_is_not_lost_among_the_pages_it_changes(root: Path) -> None:
    (root / "seeds/documents/library.txt").unlink()
    _status, output = run(root)
    assert "seeds/documents/library.txt: fixity-missing" in output
    assert output.count(": fixity-") == 2
    assert " pages are not what seeds/ makes now" in output


def test_every_code_has_its_examples() -> None:
    assert EXAMPLES.keys() == {code for code, *_rest in VERIFYING} | {"digest-differs"}


def test_what_rotted_without_a_trace_is_found_and_made_anew(root: Path) -> None:
    """A build trusts size and time of a file; what it says to do still works."""
    building.build(root)
    page = root / "site" / PAGE
    before, state = page.read_bytes(), page.stat()
    flip(page)
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    building.build(root)
    assert ("fixity-changed", f"site/{PAGE}") in {
        (p.code, p.path) for p in verifying.verify_site(root)
    }
    page.unlink()
    building.build(root)
    assert page.read_bytes() == before
    assert not verifying.verify_site(root)


def rewritten(root: Path, edit: Callable[[dict[str, bytes]], object]) -> Path:
    with zipfile.ZipFile(root / "archive.zip") as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    edit(files)
    out = root / "edited.zip"
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out


def named(files: dict[str, bytes], end: str) -> str:
    return next(name for name in files if name.endswith(end))


BUNDLED: dict[str, tuple[Callable[[dict[str, bytes]], object], str]] = {
    "changed": (lambda f: f.update({named(f, "/gaps.html"): b"x"}), "fixity-changed"),
    "missing": (lambda f: f.pop(named(f, "/gaps.html")), "fixity-missing"),
    "extra": (lambda f: f.update({"evil.exe": b"x"}), "fixity-extra"),
    "renamed": (
        lambda f: f.update(
            {named(f, "/gaps.html").replace("gaps", "x"): f.pop(named(f, "/gaps.html"))}
        ),
        "fixity-renamed",
    ),
    "without its manifest": (lambda f: f.pop(named(f, manifest.NAME)), "manifest-missing"),
    "with other words": (
        lambda f: f.update(
            {named(f, PAGE): f[named(f, PAGE)].replace(b"opened it.", b"closed it.")}
        ),
        "verbatim-differs",
    ),
}


@pytest.mark.parametrize("what", BUNDLED)
def test_a_bundle(root: Path, what: str) -> None:
    edit, code = BUNDLED[what]
    found = verifying.verify_bundle(root, rewritten(root, edit))
    assert code in {p.code for p in found}


def test_a_damaged_bundle(root: Path) -> None:
    path = root / "archive.zip"
    data = path.read_bytes()
    for damaged in (data[: len(data) // 2], b"", b"PK\x03\x04" + b"\0" * 90):
        path.write_bytes(damaged)
        assert [p.code for p in verifying.verify_bundle(root, path)] == ["bundle-unreadable"]
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    for member in members[:: max(len(members) // 12, 1)]:
        place = member.header_offset + 30 + len(member.filename) + member.compress_size // 2
        path.write_bytes(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        assert verifying.verify_bundle(root, path), f"a flipped bit in {member.filename}"


def test_sha256sum_reads_the_manifest(root: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", manifest.NAME]
    assert subprocess.run(command, cwd=root / "site", capture_output=True).returncode == 0
    flip(root / "site" / "index.html")
    assert subprocess.run(command, cwd=root / "site", capture_output=True).returncode == 1


def test_the_manifest_holds_any_name(tmp_path: Path) -> None:
    for name in ("a b.txt", "new\nline", "back\\slash", "–é漢", " lead", "r\rr"):
        (tmp_path / name).write_text("x")
    text = manifest.make(tmp_path)
    names, problems = manifest.parse(text, "m")
    assert not problems
    assert set(names) == {p.name for p in tmp_path.iterdir()}
    (tmp_path / manifest.NAME).write_text(text, "utf-8")
    command = ["sha256sum", "--check", "--strict", "--quiet", manifest.NAME]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0


def test_words_of_a_page() -> None:
    html = (
        '<h1 data-verbatim="d" data-span="0-1">A<span data-gloss>no <b>no</b></span>b</h1>'
        '<p>outside<div data-verbatim="d" data-span="2-9"><p>one</p><p>two '
        '<span data-cp="41 202E"><span data-gloss>U</span></span><br>&lt;</div> after'
    )
    found = [("".join(p.words).split(), p.span) for p in shown_text.pieces(html)]
    assert found == [(["Ab"], "0-1"), (["one", "two", "A\u202e", "<"], "2-9")]
