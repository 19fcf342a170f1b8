"""Every interface string goes through one catalogue (GNU gettext).

English is the source language, so without a catalogue each string stands as it
is written in the code.
"""

from __future__ import annotations

import gettext

_catalogue = gettext.NullTranslations()


def _(text: str) -> str:
    """Return *text* in the interface language."""
    return _catalogue.gettext(text)


def counted(one: str, many: str, number: int) -> str:
    """Return *one* or *many*, by the language's plural rule, with ``{n}`` set
    to *number*."""
    return _catalogue.ngettext(one, many, number).format(n=number)
