"""``Page.render`` of MkDocs, for pages whose every form is known.

The page's content, anchors and links come out as MkDocs itself gives them; a
page that holds anything unknown goes to MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from regesta.accelerator import blocks
from regesta.accelerator.inline import Unknown

EXTENSIONS = ["attr_list", "fenced_code", "md_in_html", "tables", "toc"]
"""The only extensions for which :mod:`regesta.accelerator.blocks` is right."""

_OWN = re.compile(r"[a-z0-9.-][a-z0-9./-]*\.md")
"""Links to pages as the generator writes them: nothing to decode or to escape."""
_ANCHOR = re.compile(r"[\w.:-]+")

Known = dict[str, tuple[str, File, str]]
"""What a link names, as written in one folder, to the address that HTML holds,
the file that is meant, and its path below ``docs/``."""
Render = Callable[[Page, MkDocsConfig, Files], None]


def knows(config: MkDocsConfig) -> bool:
    """Tell whether *config* renders Markdown in the one way that is known."""
    return sorted(config.markdown_extensions) == EXTENSIONS and not any(config.mdx_configs.values())


Targets = dict[str, set[str]]
"""Markdown file of the page that was rendered last to those of all pages that it
links to; without it, what the page depends on is not known."""


def renderer(stock: Render, targets: Targets) -> Render:
    """Return a stand-in for ``Page.render``; *stock* is that of MkDocs.  What
    is learnt of a page's links goes into *targets*."""
    known: dict[str, Known] = {}

    def render(self: Page, config: MkDocsConfig, files: Files) -> None:
        folder = self.file.src_uri.rpartition("/")[0]
        if folder not in known:
            known.clear()  # pages come folder by folder: the last one is done with
        links = _Links(self.file, files, config, known.setdefault(folder, {}))
        targets.clear()
        try:
            if self.markdown is None or "title" not in self.meta:
                raise Unknown("no front matter")
            rendered = blocks.render(self.markdown, links.resolve)
        except Unknown:
            stock(self, config, files)
            return
        self.content = rendered.html
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(rendered.ids)
        self.links_to_anchors = links.treeprocessor.links_to_anchors
        if links.all_known:
            targets[self.file.src_uri] = links.targets

    return render


class _Links:
    """Addresses of links as seen from one page; what all pages of a folder link
    to is looked up once."""

    def __init__(self, file: File, files: Files, config: MkDocsConfig, known: Known) -> None:
        self.treeprocessor = pages._RelativePathTreeprocessor(file, files, config)
        self._files = files
        self._file = file
        self._folder = file.src_uri.rpartition("/")[0]
        self._known = known
        self._anchors = self.treeprocessor.links_to_anchors
        self.targets: set[str] = set()
        self.all_known = True

    def resolve(self, target: str) -> str:
        """Return the address that HTML holds for *target*."""
        written, separator, anchor = target.partition("#")
        found = self._known.get(written)
        if found is None:
            if not written and _ANCHOR.fullmatch(anchor):
                self._anchors.setdefault(self._file, {}).setdefault(anchor, target)
                return target
            found = self._looked_up(written)
        if found is None:
            return self._resolved_by_mkdocs(written, target)
        address, file, uri = found
        self.targets.add(uri)
        if anchor:
            self._anchors.setdefault(file, {}).setdefault(anchor, target)
        return address + separator + anchor

    def _looked_up(self, written: str) -> tuple[str, File, str] | None:
        """Return the page that is meant, and its address; None where MkDocs
        would not simply find it."""
        uri = posixpath.normpath(posixpath.join(self._folder, written))
        file = self._files.src_uris.get(uri)
        if not _OWN.fullmatch(written) or file is None:
            return None
        if file.inclusion.value <= InclusionLevel.DRAFT.value or not _OWN.fullmatch(uri):
            return None
        found = self._known[written] = get_relative_url(file.url, self._file.url), file, uri
        return found

    def _resolved_by_mkdocs(self, written: str, target: str) -> str:
        if _OWN.fullmatch(written):  # it will be warned of, for each page
            processor = self.treeprocessor
            self.targets.add(processor._target_uri(self._file.src_uri, written))
        else:
            self.all_known = self.all_known and (not written or bool(urlsplit(target).scheme))
        return self.treeprocessor.path_to_url(target)
