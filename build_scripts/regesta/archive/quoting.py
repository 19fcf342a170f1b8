"""Whose words a quoted text has, where the text itself is held.

"A readout described the talks as 'candid'": the words name a text, not a
speaker.  If they stand in a document of the archive whose publisher is known,
they are the publisher's (probable).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import structs

from regesta.model import Publisher, Quotation, Relation, Span, Speaker

_TEXT = re.compile(
    r"\b(readout|statement|release|communiqu[eé]|report|letter|transcript|memo|memorandum|"
    r"document|note|order|notice|declaration|resolution|post|article|dispatch)s?$",
    re.IGNORECASE,
)


def attributed(
    document: str,
    quotations: Sequence[Quotation],
    speakers: Sequence[Speaker],
    relations: Sequence[Relation],
    publishers: Mapping[str, Publisher],
) -> list[Quotation]:
    """Return *quotations* of *document*; those that a text is said to hold,
    and that were found in a held one, with its publisher as their speaker."""
    texts = {s.id for s in speakers if _TEXT.search(s.label)}
    found: dict[Span, Relation] = {
        r.passage.span: r
        for r in relations
        if r.kind == "quotes" and r.held and r.document == document and r.passage
    }
    out = []
    for quotation in quotations:
        relation = found.get(quotation.span)
        publisher = publishers.get(relation.other) if relation else None
        if publisher and publisher.id and (quotation.speaker is None or quotation.speaker in texts):
            quotation = structs.replace(
                quotation,
                speaker=publisher.id,
                rule="quoted-from-held",
                certainty="probable",
                why="these words stand in a document of the archive, issued by this speaker",
            )
        out.append(quotation)
    return out
