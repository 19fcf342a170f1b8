"""Every interface string goes through one catalogue (GNU gettext).

English is the source language: without a catalogue each string stands as it
is written in the code, and locale/regesta.pot lists all of them.  Who has
translated it names the compiled file (``msgfmt fr.po -o fr.mo``):

    REGESTA_CATALOGUE=fr.mo regesta build
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGE = "en"
"""The language of the interface (BCP 47, first subtag)."""

VARIABLE = "REGESTA_CATALOGUE"
"""The environment's name for the path of a compiled catalogue."""


def loaded(path: str) -> gettext.NullTranslations:
    """Return the catalogue at *path*, or none where *path* is empty.  Raises
    OSError if it cannot be read or is no compiled catalogue."""
    if not path:
        return gettext.NullTranslations()
    with Path(path).open("rb") as stream:
        return gettext.GNUTranslations(stream)


_catalogue = loaded(os.environ.get(VARIABLE, ""))


def _(text: str) -> str:
    """Return *text* in the interface language."""
    return _catalogue.gettext(text)


def counted(one: str, many: str, number: int) -> str:
    """Return *one* or *many*, by the language's plural rule, with ``{n}`` set
    to *number*."""
    return _catalogue.ngettext(one, many, number).format(n=number)


CERTAINTIES = (_("certain"), _("probable"), _("possible"))
"""What records say of certainty; pages hand the record's word to ``_``."""

_SPELLED = (
    _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
    _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
)  # fmt: skip


def spelled(number: int) -> str:
    """Return a small whole number as a word, a larger one in figures."""
    return _SPELLED[number] if number < len(_SPELLED) else str(number)
