"""``Page.render`` of MkDocs, for pages whose every form is known.

The page's content, anchors and links come out as MkDocs itself gives them; a
page that holds anything unknown goes to MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages
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

Known = dict[str, tuple[str, str]]
"""What a link names, as written in one folder, to the address that HTML holds
and the path of the page below ``docs/``."""
Render = Callable[[Page, MkDocsConfig, Files], None]


def knows(config: MkDocsConfig) -> bool:
    """Tell whether *config* renders Markdown in the one way that is known."""
    return sorted(config.markdown_extensions) == EXTENSIONS and not any(config.mdx_configs.values())


@dataclass(slots=True)
class Last:
    """The links of the page that was rendered last; None where MkDocs did it.
    With *in_page* the page itself has those to anchors too, as MkDocs leaves it."""

    links: Links | None = None
    in_page: bool = True


def renderer(stock: Render, last: Last, pages: Container[str] = ()) -> Render:
    """Return a stand-in for ``Page.render``; *stock* is that of MkDocs.

    Where the links of a page lead is left in *last* until the next is rendered.
    *pages* may name pages that are known to stand at their own addresses: what
    MkDocs knows of them need not be touched, which would copy it for each process.
    """
    known: dict[str, Known] = {}

    def render(self: Page, config: MkDocsConfig, files: Files) -> None:
        folder = self.file.src_uri.rpartition("/")[0]
        if folder not in known:
            known.clear()  # pages come folder by folder: the last one is done with
        links = Links(self.file, files, config, known.setdefault(folder, {}), pages)
        last.links = None
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
        if last.in_page:
            self.links_to_anchors |= links.by_file()
        last.links = links

    return render


class Links:
    """Addresses of links as seen from one page; what all pages of a folder link
    to is looked up once.

    *targets* are all pages that it links to, if *all_known*; *anchors* maps the
    pages to anchors to links as written, beside those that MkDocs holds itself.
    """

    def __init__(
        self, file: File, files: Files, config: MkDocsConfig, known: Known,
        pages: Container[str] = (),
    ) -> None:  # fmt: skip
        self.treeprocessor = mkdocs_pages._RelativePathTreeprocessor(file, files, config)
        self._files, self._pages = files, pages
        self._file = file
        self._folder = file.src_uri.rpartition("/")[0]
        self._known = known
        self.anchors: dict[str, dict[str, str]] = {}
        self.targets: set[str] = set()
        self.all_known = True

    def resolve(self, target: str) -> str:
        """Return the address that HTML holds for *target*."""
        written, separator, anchor = target.partition("#")
        found = self._known.get(written)
        if found is None:
            if not written and _ANCHOR.fullmatch(anchor):
                self.anchors.setdefault(self._file.src_uri, {}).setdefault(anchor, target)
                return target
            found = self._looked_up(written)
        if found is None:
            return self._resolved_by_mkdocs(written, target)
        address, uri = found
        self.targets.add(uri)
        if anchor:
            self.anchors.setdefault(uri, {}).setdefault(anchor, target)
        return address + separator + anchor

    def by_file(self) -> dict[File, dict[str, str]]:
        """Return the anchors by the files of MkDocs."""
        found = {self._files.src_uris[uri]: links for uri, links in self.anchors.items()}
        old = self.treeprocessor.links_to_anchors
        return {file: {**links, **old.get(file, {})} for file, links in found.items()}

    def _looked_up(self, written: str) -> tuple[str, str] | None:
        """Return the address of the page that is meant, and its path; None where
        MkDocs would not simply find it."""
        uri = posixpath.normpath(posixpath.join(self._folder, written))
        if not (_OWN.fullmatch(written) and _OWN.fullmatch(uri)):
            return None
        if uri in self._pages:
            url = uri.removesuffix(".md") + ".html"
        else:
            file = self._files.src_uris.get(uri)
            if file is None or file.inclusion.value <= InclusionLevel.DRAFT.value:
                return None
            url = file.url
        found = self._known[written] = get_relative_url(url, self._file.url), uri
        return found

    def _resolved_by_mkdocs(self, written: str, target: str) -> str:
        if _OWN.fullmatch(written):  # it will be warned of, for each page
            processor = self.treeprocessor
            self.targets.add(processor._target_uri(self._file.src_uri, written))
        else:
            self.all_known = self.all_known and (not written or bool(urlsplit(target).scheme))
        return self.treeprocessor.path_to_url(target)
