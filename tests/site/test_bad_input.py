"""What is wrong is named, one line each; what is right is built all the same."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner

from checker.check_verbatim import check
from regesta.cli import main
from support import archives

DIGEST = "0" * 64
GOOD = "On 4 May 1921 Ada Brook opened the library in Port Lewin.\n\nTom Hale spoke after her.\n"

# Name of the file, what is in it (None: made otherwise), the code of its problem.
WRONG: dict[str, tuple[str, str | bytes, str]] = {
    "an empty text": ("documents/empty.txt", " \n\u3000\n", "text-empty"),
    "a binary text": ("documents/binary.txt", b"\x89PNG\r\n\x00\x01\x02", "text-binary"),
    "bytes of something else": ("documents/odd.txt", b"ab\n\x00\xff\x01", "text-binary"),
    "a text in another encoding": ("documents/latin.txt", b"caf\xe9 au lait", "text-encoding"),
    "a description without its text": (
        "documents/nothing.yml", "language: en\n", "description-without-text"),
    "an unknown key": ("documents/good.yml", "langauge: en\n", "key-unknown"),
    "a duplicate key": (
        "documents/good.yml", "language: en\ntype: letter\nlanguage: fr\n", "yaml-duplicate-key"),
    "broken YAML": ("documents/good.yml", "title: {passage: [\n", "yaml-syntax"),
    "a passage that is not there": (
        "documents/good.yml",
        'annotations:\n  - passage: "words that are not there"\n    note: x\n',
        "passage-not-found"),
    "a passage that is there twice": (
        "documents/good.yml", "annotations:\n  - passage: e\n    note: x\n", "passage-not-unique"),
    "an impossible date": (
        "documents/good.yml",
        'date: {edtf: "1921-02-30", basis: stated, evidence: [{reason: so}]}\n',
        "edtf-not-valid"),
    "a former id that the archive's own page has": (
        "documents/good.yml", "formerly: [index]\n", "id-not-valid"),
    "former ids without end": (
        "documents/good.yml", f"formerly: [{', '.join(f'o-{n}' for n in range(999))}]\n",
        "value-too-long"),
    "a former id that climbs": (
        "documents/good.yml", "formerly: [../../x]\n", "id-not-valid"),
    "a right that does not exist": (
        "documents/good.yml",
        'rights: {statement: "http://rightsstatements.org/vocab/InK/1.0/"}\n',
        "rights-unknown"),
    "a record in no folder of ours": (
        "entities/animals/rex.yml", "name: Rex\n", "entity-folder"),
    "a mention of nobody": (
        "documents/good.yml",
        "annotations:\n  - passage: Ada Brook\n    mention: nobody-at-all\n",
        "reference-unknown"),
}  # fmt: skip


def write(root: Path, name: str, content: str | bytes) -> None:
    path = root / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one good text."""
    write(tmp_path, "documents/good.txt", GOOD)
    return tmp_path


def say(root: Path, *arguments: str) -> tuple[int, str]:
    """Run ``regesta check`` in this process; return (exit status, output)."""
    done = CliRunner().invoke(main, ["-C", str(root), "check", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.output


@pytest.mark.parametrize("what", WRONG)
def test_each_gets_its_line(root: Path, what: str) -> None:
    name, content, code = WRONG[what]
    write(root, name, content)
    status, output = say(root)
    place = rf"seeds/{re.escape(name)}(:\d+)*: "
    assert status == 1
    assert re.search(rf"(?m)^{place}{code} \S", output), output


def test_a_link_is_not_followed(root: Path) -> None:
    (root / "seeds" / "documents" / "link.txt").symlink_to("/etc/hostname")
    status, output = say(root)
    assert status == 1
    assert re.search(r"(?m)^seeds/documents/link.txt: file-link ", output), output


def test_a_folder_named_like_a_text(root: Path) -> None:
    (root / "seeds" / "documents" / "folder.txt").mkdir()
    assert "file-special" in say(root)[1]


def test_an_unreadable_text(root: Path) -> None:
    """Root may read everything, so a test cannot make a file that it may not:
    the check runs as nobody then."""
    text = root / "seeds" / "documents" / "secret.txt"
    text.write_text("A secret.\n", "utf-8")
    text.chmod(0)
    if os.geteuid() != 0:
        assert "file-unreadable" in say(root)[1]
        return
    for folder in (root, *root.parents):
        if folder.stat().st_uid == 0 and str(folder).startswith("/tmp/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        try:
            os._exit(0 if "file-unreadable" in say(root)[1] else 1)
        except BaseException:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_an_id_used_twice(root: Path) -> None:
    write(root, "documents/other.txt", "Another text.\n")
    write(root, "documents/other.yml", "id: good\n")
    status, output = say(root)
    assert status == 1
    assert "good" in output and "id-" in output, output


def test_the_same_bytes_twice(root: Path) -> None:
    write(root, "documents/same.txt", GOOD)
    status, output = say(root)
    assert status == 1
    assert "text-same-bytes" in output
    assert "good.txt" in output and "same.txt" in output


def test_a_variant_that_two_records_share(root: Path) -> None:
    write(root, "entities/people/a.yml", "name: Ada Brook\nvariants: [A. Brook]\n")
    write(root, "entities/people/b.yml", "name: Anna Brook\nvariants: [A. Brook]\n")
    status, output = say(root)
    assert status == 1
    assert "A. Brook" in output


def test_a_short_form_may_be_shared(root: Path) -> None:
    write(root, "entities/people/a.yml", "name: Ada Brook\nshort_forms: [Brook]\n")
    write(root, "entities/people/b.yml", "name: Anna Brook\nshort_forms: [Brook]\n")
    assert say(root)[0] == 0, say(root)[1]


def test_a_text_that_is_withheld_needs_no_file(root: Path) -> None:
    write(root, "documents/held-back.yml", f'access: metadata\nsha256: "{DIGEST}"\n')
    gone = f'withdrawn: {{reason: asked for, date: "2020-01-01"}}\nsha256: "{DIGEST[1:]}1"\n'
    write(root, "documents/gone.yml", gone)
    assert say(root)[0] == 0, say(root)[1]


def everything_wrong(root: Path) -> dict[str, str | bytes]:
    """Put everything that is wrong into one archive; return file to content."""
    written = {}
    for number, (name, content, _code) in enumerate(WRONG.values()):
        if name == "documents/good.yml":
            write(root, f"documents/good-{number}.txt", f"{GOOD}\nNumber {number}.\n")
            name = f"documents/good-{number}.yml"
        write(root, name, content)
        written[name] = content
    (root / "seeds" / "documents" / "link.txt").symlink_to("/etc/hostname")
    return written


def assert_no_traceback(done: CompletedProcess[str]) -> None:
    assert "Traceback" not in done.stdout + done.stderr, done.stderr


@pytest.mark.site
def test_the_rest_is_built(root: Path) -> None:
    written = everything_wrong(root)
    done = archives.run(root, "build")
    assert_no_traceback(done)
    assert done.returncode == 1
    for _name, _content, code in WRONG.values():
        assert f" {code} " in done.stderr, code
    assert done.stderr.rstrip().splitlines()[-1].endswith("left something out.")
    assert (root / "site" / "documents" / "good.html").is_file()
    withheld = {"binary", "empty", "latin", "link", "nothing", "odd"}
    made = {path.stem for path in (root / "site" / "documents").glob("*.html")}
    assert made & withheld == set()
    # What a description that cannot be read would withhold is not known.
    kept_back = [name for name, content in written.items() if content == WRONG["broken YAML"][1]]
    said = [f"seeds/{name.replace('.yml', '.txt')}: is not in the archive" for name in kept_back]
    assert check(root) == said
    assert not list(root.rglob(".new-*")) + list(root.glob(".site-*"))


@pytest.mark.site
def test_strict_writes_nothing(root: Path) -> None:
    everything_wrong(root)
    before = sorted(root.rglob("*"))
    done = archives.run(root, "build", "--strict")
    assert_no_traceback(done)
    assert done.returncode == 1
    assert sorted(root.rglob("*")) == before


@pytest.mark.site
def test_strict_leaves_the_last_site(stranger: Path, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(stranger, root)
    everything_wrong(root)
    assert archives.run(root, "build", "--strict").returncode == 1
    assert archives.differing(stranger / "docs", root / "docs") == []
    assert archives.differing(stranger / "site", root / "site") == []


@pytest.mark.site
def test_a_warning_comes_again_until_it_is_mended(root: Path) -> None:
    """A site that is current is not made anew; what is wrong with it stays."""
    about = root / "docs" / "about.md"
    about.parent.mkdir()
    about.write_text("# About\n\n[there](nowhere.md)\n", "utf-8")
    write(root, "archive.yml", "contact: a@example.org\ntakedown: Write to us.\n")
    for words in (["build"], ["build"], ["build", "--strict"]):
        done = CliRunner().invoke(main, ["-C", str(root), *words])
        assert done.exit_code == 1, words
        assert "engine-warning" in done.stderr and "nowhere.md" in done.stderr
    about.write_text("# About\n", "utf-8")
    assert CliRunner().invoke(main, ["-C", str(root), "build"]).exit_code == 0


def test_one_build_at_a_time(root: Path) -> None:
    (root / ".cache" / "regesta").mkdir(parents=True)
    with (root / ".cache" / "regesta" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = archives.run(root, "build")
    assert_no_traceback(done)
    assert done.returncode == 75
    assert not (root / "docs").exists()


@pytest.mark.parametrize(
    "arguments",
    [["build", "--loud"], ["build", "too", "much"], ["bulid"], ["bundle", "-o", "no/such/a.zip"]],
    ids=" ".join,
)
def test_wrong_usage(root: Path, arguments: list[str]) -> None:
    done = CliRunner().invoke(main, ["-C", str(root), *arguments])
    assert done.exit_code == 2, done.output


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "build"])
    assert done.exit_code == 2
    assert "seeds/documents/" in done.output
    done = CliRunner().invoke(main, ["-C", str(tmp_path / "none"), "build"])
    assert done.exit_code == 2


def test_a_bundle_needs_a_site(root: Path) -> None:
    done = CliRunner().invoke(main, ["-C", str(root), "bundle"])
    assert done.exit_code == 1
    assert "regesta build" in done.output
