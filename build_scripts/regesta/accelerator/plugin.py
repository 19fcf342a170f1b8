"""The accelerator as a MkDocs plugin, for ``mkdocs build`` and ``mkdocs serve``.

In mkdocs.yml: ``plugins: [regesta]``; ``enabled: false`` under it, or
``REGESTA_ACCELERATOR=off`` in the environment, switches it off.
``regesta build`` needs no plugin: it is accelerated by itself.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from regesta.accelerator.building import accelerated


# MkDocs leaves the method that both classes inherit without types.
class Options(Config):  # type: ignore[no-untyped-call]
    """What stands under the plugin in mkdocs.yml."""

    enabled = Type(bool, default=True)


class Accelerator(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Holds MkDocs to the short way from the start of a build to its end."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def on_pre_build(self, *, config: MkDocsConfig, **_more: Any) -> None:
        """Enter the short way."""
        self._stack.close()
        if self.config.enabled:
            self._stack.enter_context(accelerated(config))

    def on_post_build(self, *, config: MkDocsConfig, **_more: Any) -> None:
        """Leave it."""
        self._stack.close()

    def on_build_error(self, *, error: Exception, **_more: Any) -> None:
        """Leave it, whatever went wrong."""
        self._stack.close()
