"""The pages under other engines, with the theme that each brings: the words of
a text are the source's, and nothing that they hold runs.

MkDocs gets no releases any more; the tree of Markdown is to outlive it.  The
engines are installed into an environment that is thrown away, never into the
project's own: they are not among its dependencies.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import venv
from collections import Counter
from pathlib import Path

import pytest

from checker.check_verbatim import check
from hostile import naughty
from support import archives
from support.site_pages import Page, pages

pytestmark = [pytest.mark.site, pytest.mark.long]

ENGINES = {
    "properdocs": ("properdocs==1.6.7", "properdocs-theme-mkdocs==1.6.7", "mkdocs-material"),
    "zensical": ("zensical==0.0.73",),
}
SETTINGS = """\
site_name: Hostile
docs_dir: docs
site_dir: other
use_directory_urls: false
theme: {name: THEME}
plugins: []
markdown_extensions: [toc, tables, fenced_code, attr_list, md_in_html]
"""
ASKING = frozenset("href src srcset action formaction data poster background style".split())
"""Attributes whose address a browser asks for, or follows."""
STOCK = {"properdocs": "mkdocs", "zensical": "material"}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an engine, installed for this module alone."""
    home = tmp_path_factory.mktemp(request.param)
    venv.create(home, with_pip=True)
    pip = [home / "bin" / "python", "-m", "pip", "install", "-q", *ENGINES[request.param]]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return home / "bin" / request.param


def built(engine: Path, root: Path, settings: str) -> Path:
    """Make ``other/`` of the pages in *root*, and put beside them what
    Regesta adds to a site (texts, annotations): return an archive of it."""
    (root / "other.yml").write_text(settings, "utf-8")
    command = [engine, "build", "-f", "other.yml"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    again = root / "again"
    shutil.copytree(root / "seeds", again / "seeds")
    shutil.move(root / "other", again / "site")
    for path in archives.contents(root / "site"):
        if path.startswith(("data/", "documents/")) and not (again / "site" / path).exists():
            (again / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / "site" / path, again / "site" / path)
    return again


def scripts(page: Page) -> Counter[str]:
    """Return the scripts of a page, whatever leads up to the site's root left out."""
    found = (s.get("src") or s.text or "" for s in page.tree.iter("script"))
    return Counter(re.sub(r"(\.\./|\./|/)+|\"\.*\"|\s", "", words) for words in found)


def acting(page: Page) -> list[str]:
    """Return what could act on a page without being a script of the theme."""
    out = []
    for element in page.tree.iter():
        if element.tag in ("iframe", "object", "embed", "base", "img", "math"):
            out.append(f"{page.name}: <{element.tag}>")
        for attribute, value in element.attrib.items():
            if str(attribute).startswith("on") or re.match(r"\s*(java|vb)script:", value, re.I):
                out.append(f"{page.name}: {attribute}={value}")
            if "evil.example" in value and attribute in ASKING:
                out.append(f"{page.name}: {attribute}={value}")
    return out


def test_hostile_texts(engine: Path, tmp_path: Path) -> None:
    accepted = naughty.hostile_texts(tmp_path)
    archives.built(tmp_path)
    settings = SETTINGS.replace("THEME", STOCK[engine.name])
    again = built(engine, tmp_path, settings)
    site = pages(again / "site")
    assert without_remarks(check(again), site["gaps.html"]) == []
    documents = {n: p for n, p in site.items() if re.match(r"documents/hostile-\d", n)}
    assert len(documents) == len(accepted)
    # One page whose words are plain shows which scripts are the theme's.
    theme = scripts(site["gaps.html"])
    assert theme
    for page in site.values():
        assert not acting(page)
        if page.name != "404.html":
            assert scripts(page).keys() <= theme.keys() | own(page), page.name


def without_remarks(said: list[str], plain: Page) -> list[str]:
    """Return what the checker *said* but of comments that the theme writes into
    every page, a page of *plain* words too."""
    theme = sum(not isinstance(element.tag, str) for element in plain.tree.iter())
    remarks = Counter(re.split(r":\d+: ", one)[0] for one in said if one.endswith("has a comment"))
    assert set(remarks.values()) <= {theme}
    return [one for one in said if not one.endswith("has a comment")]


def own(page: Page) -> set[str]:
    """Return the scripts that the front matter of the search page asks for."""
    return set(scripts(page)) if page.name == "search.html" else set()


def test_the_repository_s_own_settings(engine: Path, tmp_path: Path) -> None:
    """mkdocs.yml is one that these engines can build too, with our theme."""
    archives.built(archives.copy_own(tmp_path))
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("site_dir: site", "site_dir: other")
    again = built(engine, tmp_path, settings)
    assert check(again) == []
    assert len(list((again / "site").rglob("*.html"))) >= len(
        list((tmp_path / "docs").rglob("*.md"))
    )
