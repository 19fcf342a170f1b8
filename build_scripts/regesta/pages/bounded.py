"""What the page of a text says where it holds more of something than is looked
for (:mod:`regesta.annotate.density`)."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.model import BoundKind, Document, Span
from regesta.pages.links import Links
from regesta.pages.source_text import is_visible
from regesta.pages.wording import Table, noted

_SAID: Mapping[BoundKind, str] = Table(
    {
        "mention": noted(
            "Names in this text are linked as far as {place}: it holds more than {n} of them. "
            "What a person marked further on is linked too."
        ),
        "date": noted(
            "Dates in this text are worked out as far as {place}: it holds more than {n} of them. "
            "What a person marked further on is shown too."
        ),
        "quotation": noted(
            "Quotations in this text are listed as far as {place}: it holds more than {n} of them. "
            "What a person marked further on is listed too."
        ),
    }
)


def bounded(document: Document, links: Links) -> str:
    """Return a line for each kind of annotation that was not looked for up to
    the end of *document*, or nothing."""
    shown = []
    for bound in document.bounds:
        if is_visible(document, Span(bound.start, bound.start + 1)):
            place = links.reference(document, bound.start, short=True)
            words = _SAID[bound.kind].format(place=place, n=f"{bound.most:,}")
            shown.append(f'<p class="lede" markdown="span">{words}</p>')
    return "\n\n".join(shown)
