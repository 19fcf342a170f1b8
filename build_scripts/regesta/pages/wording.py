"""Every interface string goes through one catalogue (GNU gettext).

English is the source language, so without a catalogue each string stands as it
is written in the code.
"""

from __future__ import annotations

import gettext

LANGUAGE = "en"
"""The language of the interface (BCP 47, first subtag)."""

_catalogue = gettext.NullTranslations()


def _(text: str) -> str:
    """Return *text* in the interface language."""
    return _catalogue.gettext(text)


def counted(one: str, many: str, number: int) -> str:
    """Return *one* or *many*, by the language's plural rule, with ``{n}`` set
    to *number*."""
    return _catalogue.ngettext(one, many, number).format(n=number)


_SPELLED = (
    _("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
    _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
)  # fmt: skip


def spelled(number: int) -> str:
    """Return a small whole number as a word, a larger one in figures."""
    return _(_SPELLED[number]) if number < len(_SPELLED) else str(number)
