"""One page by itself, as a build of the whole site would write it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from regesta.accelerator import page_rendering
from regesta.accelerator.frames import Frames


class PageWriter:
    """Writes pages of a site of which all settings (*config*) are known.

    *kept* are the paths of what stands below ``docs/`` whatever is made, *made* those
    of the pages that are.  To begin takes a moment; a page then takes milliseconds.
    """

    def __init__(
        self, config: MkDocsConfig, kept: Collection[str], made: Collection[str]
    ) -> None:  # fmt: skip
        self._config = config.plugins.on_config(config)
        self._kept = frozenset(kept)
        self._made = set(made) - self._kept
        self._files = Files([self._file(uri) for uri in sorted(self._kept | self._made)])
        env = config.theme.get_env()
        self._files.add_files_from_theme(env, config)
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        for page in nav.pages:
            if page.title is None:  # the nav shows what the page itself says
                page.read_source(config)
                page.render(config, self._files)
        self._frames = Frames(config, self._files.documentation_pages(), nav, env)
        self._render = page_rendering.renderer(Page.render, page_rendering.Last())

    def have(self, uris: Collection[str]) -> None:
        """Let links lead to the pages *uris*, which are made now, and to no others."""
        wanted = set(uris) - self._kept
        for uri in self._made - wanted:
            if file := self._files.get_file_from_path(uri):
                self._files.remove(file)
        for uri in sorted(wanted - self._made):
            self._hold(uri)
        self._made = wanted

    def html(self, uri: str, pages: Mapping[str, str]) -> bytes:
        """Return the HTML of the page *uri*; *pages* maps it, and those beside it
        that may be new, to their Markdown."""
        for one in pages:
            self._made.add(one)
            self._hold(one)
        file = self._hold(uri)
        file.content_string = pages[uri]
        page = file.page if isinstance(file.page, Page) else Page(None, file, self._config)
        logger = logging.getLogger("mkdocs")
        before, logger.disabled = logger.disabled, True  # a build of the whole says it all
        try:
            page.active = True
            page.read_source(self._config)
            self._render(page, self._config, self._files)
            html = self._frames.joined(page) or self._frames.whole(page)
        finally:
            logger.disabled = before
            page.active = False
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def _file(self, uri: str) -> File:
        config = self._config
        return File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)

    def _hold(self, uri: str) -> File:
        file = self._files.get_file_from_path(uri)
        if file is None:
            file = self._file(uri)
            self._files.append(file)
        return file
