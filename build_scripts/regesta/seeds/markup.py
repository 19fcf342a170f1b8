"""Pages saved from the web with a text's ending: their tags are text here."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,2000}?-->\s*+)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(r"</(?:p|div|span|td|tr|li|h[1-6]|table|body|html)>", re.I)
_MANY = 10
"""Closing tags by which a page without its head is told from a text with a tag."""


def web_page(text: str) -> int | None:
    """Return where the first tag stands (code points) if *text* is a page in
    HTML or the most of one, None else.  Takes time linear in the text."""
    if _OPENING.match(text):
        return text.index("<")
    if "</" not in text:
        return None
    for tags, _tag in enumerate(_CLOSING.finditer(text), 1):
        if tags == _MANY:
            return text.index("<")
    return None
