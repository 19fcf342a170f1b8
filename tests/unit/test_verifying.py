"""What ``regesta verify`` finds: a good and a bad example for each code."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from regesta import building, bundle, manifest, verifying
from regesta.cli import main
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
    assert not building.build(root).failed
    bundle.make(root, root / "archive.zip")
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "archive"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def resigned(site: Path, page: str, old: str, new: str) -> None:
    """Change a page and the manifest with it, as one who knows would."""
    change(site / page, old, new)
    (site / manifest.NAME).write_text(manifest.make(site), "utf-8")


Change = Callable[[Path], object]
SEEDS = "seeds/documents/"
BAD: dict[str, tuple[Change, str, str]] = {
    "a text with one bit flipped": (
        lambda r: flip(r / SEEDS / "other.txt"), "fixity-changed", f"{SEEDS}other.txt"),
    "a text that is gone": (
        lambda r: (r / SEEDS / "other.txt").unlink(), "fixity-missing", f"{SEEDS}other.txt"),
    "a text that is new": (
        lambda r: (r / SEEDS / "new.txt").write_text("New words.\n"),
        "fixity-extra", f"{SEEDS}new.txt"),
    "a text under another name": (
        lambda r: (r / SEEDS / "other.txt").rename(r / SEEDS / "third.txt"),
        "fixity-renamed", f"{SEEDS}other.txt"),
    "a text whose described digest differs": (
        lambda r: (r / SEEDS / "other.yml").write_text(f"sha256: {'0' * 64}\n"),
        "digest-differs", f"{SEEDS}other.yml"),
    "a generated page edited by hand": (
        lambda r: change(r / "docs/documents/library.md", "opened", "closed"),
        "fixity-changed", "docs/documents/library.md"),
    "a generated page that is gone": (
        lambda r: (r / "docs/gaps.md").unlink(), "fixity-missing", "docs/gaps.md"),
    "a generated page that nothing makes": (
        lambda r: (r / "docs/x.md").write_text("---\ngenerated_from: seeds/\n---\n\n# X\n"),
        "fixity-extra", "docs/x.md"),
    "a generated page under another name": (
        lambda r: (r / "docs/gaps.md").rename(r / "docs/holes.md"),
        "fixity-renamed", "docs/gaps.md"),
    "a file of the site with one bit flipped": (
        lambda r: flip(r / "site/assets/css/frame.css"),
        "fixity-changed", "site/assets/css/frame.css"),
    "a file of the site that is gone": (
        lambda r: (r / "site/sitemap.xml").unlink(), "fixity-missing", "site/sitemap.xml"),
    "a file in the site that is new": (
        lambda r: (r / "site/new.js").write_text("1"), "fixity-extra", "site/new.js"),
    "a file of the site under another name": (
        lambda r: (r / "site/gaps.html").rename(r / "site/holes.html"),
        "fixity-renamed", "site/gaps.html"),
    "a site without its manifest": (
        lambda r: (r / "site" / manifest.NAME).unlink(),
        "manifest-missing", f"site/{manifest.NAME}"),
    "a manifest with a line of another form": (
        lambda r: change(r / "site" / manifest.NAME, "  index.html", " index.html"),
        "manifest-line", f"site/{manifest.NAME}"),
    "a page with another word, and its manifest made to fit": (
        lambda r: resigned(r / "site", PAGE, "opened it.", "closed it."),
        "verbatim-differs", f"site/{PAGE}"),
    "a page without a paragraph": (
        lambda r: resigned(r / "site", PAGE, "data-verbatim", "data-copied"),
        "verbatim-differs", f"site/{PAGE}"),
    "a page that is no document's and shows text": (
        lambda r: resigned(
            r / "site", "gaps.html", "</main>",
            '<p data-verbatim="0" data-span="0-1">x</p></main>'),
        "verbatim-differs", "site/gaps.html"),
}  # fmt: skip


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


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_named(root: Path, what: str) -> None:
    act, code, path = BAD[what]
    act(root)
    found = [
        *verifying.verify_seeds(root), *verifying.verify_docs(root), *verifying.verify_site(root),
    ] if path.startswith(("seeds", "docs")) else verifying.verify_site(root)  # fmt: skip
    assert (code, path) in {(p.code, p.path) for p in found}
    status, output = run(root, *(["--site"] if path.startswith("site") else []))
    assert status == 1
    assert f" {code} " in output


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
