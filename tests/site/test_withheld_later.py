"""A text that was published and is withheld later: what an earlier build left
of it is lost everywhere, whatever command runs, and no bundle is made of it."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regesta.cli import main
from support.withheld import GONE, OPEN, WITHHOLDING, WORD, leaking
from unit.test_access import RARE, everywhere

pytestmark = pytest.mark.site

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def run(root: Path, *words: str) -> Result:
    done = CliRunner().invoke(main, ["-C", str(root), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def git(root: Path, *words: str) -> None:
    subprocess.run([*GIT, *words], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive that shows the text, built and committed."""
    root = tmp_path / "archive"
    documents = root / "seeds" / "documents"
    documents.mkdir(parents=True)
    (documents / "affair.txt").write_text(GONE)
    (documents / "open.txt").write_text(OPEN)
    archive = "title: Letters\ncontact: a@example.org\ntakedown: Write to us.\n"
    (root / "seeds/archive.yml").write_text(archive)
    (root / ".gitignore").write_text(".cache/\nsite/\n*.zip\n")
    assert run(root, "build", "--strict").exit_code == 0
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "x")
    return root


@pytest.mark.parametrize("how", WITHHOLDING)
def test_no_output_remembers(root: Path, how: str) -> None:
    assert len(leaking(root)) > 20, "the word was everywhere"
    (root / "seeds/documents/affair.yml").write_text(WITHHOLDING[how])
    refused = run(root, "bundle")
    assert refused.exit_code == 1, "the site still shows what seeds/ withholds"
    assert "regesta build" in refused.output
    assert not (root / "archive.zip").exists()
    told = [run(root, *words).output for words in (["check"], ["diff", "HEAD"], ["verify"])]
    built = run(root, "build", "--strict")
    assert built.exit_code == 0, built.output
    told += [built.output, run(root, "verify").output]
    assert run(root, "bundle").exit_code == 0
    assert leaking(root) == set()
    with zipfile.ZipFile(root / "archive.zip") as bundle:
        held = [n for n in bundle.namelist() if RARE in everywhere(bundle.read(n)) + n.casefold()]
    assert held == []
    # Names of pages that are gone stand in published.tsv, and must: they are addresses.
    said = "".join(told).casefold().replace(f"port-{RARE}", "").replace(f"ottoline-{RARE}", "")
    assert RARE not in said, [line for line in said.split("\n") if RARE in line]


def test_what_was_left_half_written_goes(root: Path) -> None:
    """A build that was killed, or one by another version, left notes in ``.cache/``."""
    kept = root / ".cache/regesta"
    for name in ("annotations/63", "annotations/07.new-4711", "names.new-4711"):
        (kept / name).write_text(WORD)
    assert len({name for name in leaking(root) if "new-" in name or "/63" in name}) == 3
    (root / "seeds/documents/affair.yml").write_text(WITHHOLDING["excerpt"])
    assert run(root, "build").exit_code == 0
    assert leaking(root) == set()


def test_a_text_that_is_deleted(root: Path) -> None:
    """The description may stand alone, with a digest; the word is in no file then."""
    documents = root / "seeds/documents"
    digest = next(
        line for line in (root / "site/data/annotations.jsonl").read_text().split('"')
        if len(line) == 64
    )  # fmt: skip
    (documents / "affair.yml").write_text(f"access: metadata\nsha256: {digest}\n")
    (documents / "affair.txt").unlink()
    assert run(root, "build", "--strict").exit_code == 0
    assert leaking(root) == set()
    assert (root / "site/documents/affair.html").is_file()
