"""MkDocs turns ``docs/`` into a site.

The archive's own mkdocs.yml is used where it has one, otherwise the built-in
settings.  Title and address come from archive.yml in both cases.
"""

from __future__ import annotations

import html
import io
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.config
import mkdocs.exceptions
import yaml
from mkdocs.utils.yaml import yaml_load

from regesta import theme_words
from regesta.accelerator.building import accelerated, fits, is_on, pages_without_title
from regesta.accelerator.kept_pages import Keeping
from regesta.accelerator.single_pages import PageWriter
from regesta.model import Collection, Problem
from regesta.problems import problem
from regesta.seeds.strict_yaml import MAX_BYTES
from regesta.whitespace import fold
from regesta.wording import SPEECH, _, direction, language

THEME = Path(__file__).parent / "theme"
Keep = Callable[[str], Keeping]
"""From all that pages have in common to what is kept of the last build."""


def settings() -> dict[str, Any]:
    """Return what an archive without a mkdocs.yml of its own is built with."""
    return {
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "font": False,
            "language": "en",
            "favicon": "assets/favicon.svg",
            "palette": [
                {"media": "(prefers-color-scheme: light)", "scheme": "default"},
                {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
            ],
        },
        "nav": [
            *({title: page} for page, title in theme_words.titles().items()),
            {_("More"): [{title: page} for page, title in theme_words.foot_titles().items()]},
        ],
        "plugins": [],
        "markdown_extensions": ["toc", "tables", "fenced_code", "attr_list", "md_in_html"],
        "extra": {"generator": False},
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
            "links": {
                "not_found": "warn", "anchors": "warn", "absolute_links": "warn",
                "unrecognized_links": "warn",
            },
        },
    }  # fmt: skip


def run(
    root: Path, docs: Path, site: Path, collection: Collection, epoch: int,
    keep: Keep | None = None,
) -> list[Problem]:  # fmt: skip
    """Build the pages below *docs* into the folder *site* (made anew), with
    the settings of the archive in *root*.

    *docs* must hold regular files alone: MkDocs follows symbolic links.
    *epoch* (seconds since 1970) stands for the clock.  *keep* is asked, with
    all that pages have in common, which of them need not be rendered.  What
    MkDocs warns of is returned as problems.  Raises :class:`mkdocs.exceptions.MkDocsException`.
    """
    with _environment(epoch), _warnings() as warned:
        config = _configuration(root, docs, site, collection)
        keeping = keep(_in_common(config)) if keep and not _others_act(config) else None
        with accelerated(config, keeping):
            mkdocs.commands.build.build(config)
    return [problem("engine-warning", fold(message), "mkdocs.yml") for message in warned]


class OnePage:
    """Writes single pages as :func:`run` would, with *epoch* for the clock."""

    def __init__(self, writer: PageWriter, epoch: int) -> None:
        self._writer, self._epoch = writer, epoch
        self.have = writer.have

    def html(self, uri: str, pages: Mapping[str, str]) -> bytes:
        """Return the HTML of the page *uri*; *pages* maps it, and those beside it
        that may be new, to their Markdown."""
        with _environment(self._epoch):
            return self._writer.html(uri, pages)


def one_page(
    root: Path, kept: Set[str], made: Set[str], collection: Collection, epoch: int
) -> OnePage | None:
    """Return what writes single pages, None where plugins or hooks have a say in
    them.  *kept* are the paths of the files below ``docs/`` that no build makes,
    *made* those of the pages that are made."""
    with _environment(epoch), _warnings():
        config = _configuration(root, root / "docs", root / "site", collection)
        if _others_act(config) or not (is_on() and fits(config)):
            return None
        return OnePage(PageWriter(config, kept, made), epoch)


def _others_act(config: Any) -> bool:
    """Tell whether plugins or hooks may change pages by what we do not see."""
    return bool(config.hooks) or bool(set(config.plugins) - {"regesta"})


def _in_common(config: Any) -> str:
    """Return the settings, as far as they are not places on this disk, and
    what a page adds to the nav by itself."""
    apart = ("site_dir", "docs_dir", "config_file_path", "theme", "plugins")
    settings = [(key, value) for key, value in sorted(config.items()) if key not in apart]
    settings += [(f"theme.{key}", config.theme[key]) for key in sorted(config.theme)]
    named = []
    for uri in sorted(pages_without_title(config.nav)):
        path = Path(config.docs_dir, uri)
        named.append((uri, path.read_bytes() if path.is_file() else None))
    return repr((settings, named))


def _configuration(root: Path, docs: Path, site: Path, collection: Collection) -> Any:
    overrides: dict[str, Any] = {
        "site_name": html.escape(fold(collection.title), quote=True),
        "site_dir": str(site),
        "docs_dir": str(docs),
    }
    if collection.site_url:
        overrides["site_url"] = collection.site_url
    own = root / "mkdocs.yml"
    if own.is_file() and not own.is_symlink() and own.stat().st_size <= MAX_BYTES:
        config = mkdocs.config.load_config(str(own), **overrides, **_with_theme(own))
    else:
        given = settings()
        given["theme"]["custom_dir"] = str(THEME)
        stream = io.BytesIO(yaml.safe_dump({"site_name": "archive", **given}).encode())
        config = mkdocs.config.load_config(stream, **overrides)
    if language() != SPEECH:  # what is said in the pages is, by a catalogue, in another language
        config.theme["language"] = language()
        config.theme["direction"] = direction(language())
    config.extra["words"] = {**theme_words.words(), **(config.extra.get("words") or {})}
    return config


def _with_theme(own: Path) -> dict[str, Any]:
    """Return the theme of the settings in *own* with the program's own folder
    where they name none, or one that is not there (in a bag, in an archive
    that came without the program)."""
    try:
        with own.open("rb") as stream:
            theme = (yaml_load(stream) or {}).get("theme")
    except (yaml.YAMLError, AttributeError):
        return {}  # MkDocs says what is wrong with it
    if isinstance(theme, str):
        theme = {"name": theme}
    if not isinstance(theme, dict) or theme.get("name") != "material":
        return {}
    folder = theme.get("custom_dir")
    if folder and (own.parent / str(folder)).is_dir():
        return {}
    return {"theme": {**theme, "custom_dir": str(THEME)}}


@contextmanager
def _environment(epoch: int) -> Iterator[None]:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    # Material greets with an advertisement on standard error unless told not to.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    propagate = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
