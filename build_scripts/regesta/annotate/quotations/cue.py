"""What a cue is: words of saying, and whose they are."""

from __future__ import annotations

from typing import Literal

import msgspec

from regesta.annotate.quotations.speakers import Voice
from regesta.model import Span

Form = Literal["before", "inverted", "same", "according", "none"]
"""How a cue has its subject: before it, after it, that of the cue before
("and added"), after "according to", not at all."""


class Cue(msgspec.Struct, frozen=True):
    """Words of saying at word *index* of the reading.  *voice* is the subject
    (None where *form* is ``same`` or ``none``); *attached* tells that the
    subject stands directly at the verb; *weak* that the verb often means
    something else."""

    span: Span
    index: int
    verb: str
    form: Form
    voice: Voice | None = None
    attached: bool = False
    weak: bool = False
