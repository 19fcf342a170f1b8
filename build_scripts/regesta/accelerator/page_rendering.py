"""``Page.render`` of MkDocs, for pages whose every form is known.

The page's content, anchors and links come out as MkDocs itself gives them; a
page that holds anything unknown goes to MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from regesta.accelerator import blocks
from regesta.accelerator.inline import Unknown

EXTENSIONS = ["attr_list", "fenced_code", "md_in_html", "tables", "toc"]
"""The only extensions for which :mod:`regesta.accelerator.blocks` is right."""

_OWN = re.compile(r"[a-z0-9./-]+\.md")
"""Links to pages as the generator writes them: nothing to decode or to escape."""

Render = Callable[[Page, MkDocsConfig, Files], None]


def knows(config: MkDocsConfig) -> bool:
    """Tell whether *config* renders Markdown in the one way that is known."""
    return sorted(config.markdown_extensions) == EXTENSIONS and not any(config.mdx_configs.values())


Targets = dict[str, frozenset[str]]
"""Markdown file of a page to those of all pages that it links to; without it,
what the page depends on is not known."""


def renderer(stock: Render, targets: Targets) -> Render:
    """Return a stand-in for ``Page.render``; *stock* is that of MkDocs.  What
    is learnt of a page's links goes into *targets*."""
    known: dict[tuple[str, str], tuple[str, File, str]] = {}

    def render(self: Page, config: MkDocsConfig, files: Files) -> None:
        links = _Links(self.file, files, config, known)
        targets.pop(self.file.src_uri, None)
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
            targets[self.file.src_uri] = frozenset(links.targets)

    return render


class _Links:
    """Addresses of links as seen from one page; MkDocs resolves and checks
    each target once for all pages of a folder."""

    def __init__(
        self,
        file: File,
        files: Files,
        config: MkDocsConfig,
        known: dict[tuple[str, str], tuple[str, File, str]],
    ) -> None:
        self.treeprocessor = pages._RelativePathTreeprocessor(file, files, config)
        self._files = files
        self._folder = file.src_uri.rpartition("/")[0]
        self._known = known
        self._anchors = self.treeprocessor.links_to_anchors
        self.targets: set[str] = set()
        self.all_known = True

    def resolve(self, target: str) -> str:
        """Return the address that HTML holds for *target*."""
        written, separator, anchor = target.partition("#")
        if not _OWN.fullmatch(written):
            self.all_known = self.all_known and (not written or bool(urlsplit(target).scheme))
            return self.treeprocessor.path_to_url(target)
        found = self._known.get((self._folder, written))
        if found is None:
            return self._resolve_first(written, target)
        address, file, uri = found
        self.targets.add(uri)
        if anchor:
            self._anchors.setdefault(file, {}).setdefault(anchor, target)
        return address + separator + anchor

    def _resolve_first(self, written: str, target: str) -> str:
        address = self.treeprocessor.path_to_url(target)
        processor = self.treeprocessor
        uri = processor._target_uri(processor.file.src_uri, written)
        self.targets.add(uri)
        file = self._files.get_file_from_path(uri)
        # What MkDocs left as it is, it has warned of: that is said for each page.
        included = file is not None and file.inclusion.value > InclusionLevel.DRAFT.value
        if file is not None and included and address != target:
            self._known[self._folder, written] = (urlsplit(address).path, file, uri)
        return address
