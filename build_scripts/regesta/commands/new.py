"""``regesta new``: an archive of one's own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click

from regesta import publish, starting
from regesta.commands.console import close, guarded, shown
from regesta.model import FOLDERS


@click.command("new")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", metavar="WORDS", default=None, help="What the archive is called.")
@click.option("--description", metavar="WORDS", default="", help="One sentence on what is in it.")
@click.option("--publisher", metavar="WORDS", default=None, help="Who publishes it.")
@click.option("--contact", metavar="WORDS", default=None, help="How readers reach those who do.")
@click.option("--language", metavar="TAG", default="en", show_default=True, help="Of its pages.")
@click.option("--site-url", metavar="URL", default="", help="Where the site will be published.")
@click.option("--forge-url", metavar="URL", default="", help="Where its files can be edited.")
@click.option("--no-git", is_flag=True, help="Make no git repository.")
@click.option("--upgrade", is_flag=True, help="Put this version of the program into DIR.")
def new_(
    directory: Path,
    title: str | None,
    description: str,
    publisher: str | None,
    contact: str | None,
    language: str,
    site_url: str,
    forge_url: str,
    no_git: bool,
    upgrade: bool,
) -> None:
    """Begin an archive in the folder DIR.

    DIR must be empty, or not be there. It gets an example document, a
    description of the archive to complete, a README for its contributors, what
    GitHub and GitLab need to check and publish it, the program itself, and,
    where git is installed, a repository. `make site` there builds it at once.

    Questions are asked on a terminal alone, for what no option says.

    With --upgrade DIR is an archive that was begun so: the program is brought
    to this version, and nothing that people wrote is touched.
    """
    root = directory.absolute()
    if upgrade:
        _upgrade(root)
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise click.UsageError(f"{directory} is not an empty folder.")
    answers = starting.Answers(
        title=_asked("What is the archive called?", title, _title(root)),
        description=description,
        publisher=_asked("Who publishes it?", publisher, "The maintainers of this repository"),
        contact=_asked("How can readers reach you?", contact, starting.CONTACT),
        language=language,
        site_url=site_url,
        forge_url=forge_url,
    )
    guarded(lambda: _write(root, starting.files(answers)))
    git = "" if no_git else _repository(root)
    close(
        f"An archive stands in {shown(root)}{git}. Complete seeds/archive.yml, put your texts "
        "into seeds/documents/, then type there: make site",
        0,
    )


def _upgrade(root: Path) -> None:
    if not (root / "seeds" / "documents").is_dir():
        raise click.UsageError(f"{root} is not an archive: it has no folder seeds/documents/.")
    program = starting.program()
    if not program:
        raise click.UsageError("This copy of the program cannot be put into an archive.")
    if (root / "build_scripts").resolve() == Path(starting.__file__).parents[1].resolve():
        raise click.UsageError("That archive holds the very program that is running.")

    def work() -> None:
        shutil.rmtree(root / "build_scripts" / "regesta", ignore_errors=True)
        _write(root, program)

    guarded(work)
    close(
        f"{len(program)} files of the program were written; seeds/ and docs/ are as they were.", 0
    )


def _write(root: Path, files: dict[str, bytes]) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        publish.write_file(root / path, data)
    for name in ("docs", *(f"seeds/entities/{folder}" for folder in FOLDERS.values())):
        (root / name).mkdir(parents=True, exist_ok=True)


def _title(root: Path) -> str:
    words = re.sub(r"[-_.\s]+", " ", root.name).strip()
    return words[:1].upper() + words[1:] if words else "Archive"


def _asked(question: str, given: str | None, default: str) -> str:
    if given is not None:
        return given
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return default
    return str(click.prompt(question, default=default))


def _repository(root: Path) -> str:
    """Make a git repository with a first commit; say what came of it."""
    if shutil.which("git") is None:
        return " (without git, which is not installed)"
    if _git(root, "rev-parse", "--is-inside-work-tree") == 0:
        return ", inside the repository around it"
    if _git(root, "init", "-q", "-b", "main") or _git(root, "add", "--all"):
        return " (git could not make a repository)"
    if _git(root, "commit", "-q", "-m", "Begin the archive"):
        return ", in a git repository without a commit yet (git does not know your name)"
    return ", in a git repository"


def _git(root: Path, *words: str) -> int:
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True).returncode
