"""What points back to a time told of before: then, at that time."""

from __future__ import annotations

import re

from regesta.annotate.dates.absolute import Handler
from regesta.annotate.dates.chained import last_point
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting
from regesta.annotate.dates.vague import before
from regesta.wording import noted

_LEADS_THEN = re.compile(r"\b(?:since|until|till|by|before|back|from|even|just|only) $", re.I)
_WAS_THEN = re.compile(r"\b(?:was|were|is|are|be|been) $", re.I)
_STATE = re.compile(r" (?:a|an|the|in|at|under|still|only|about|just|living|serving|working)\b")
_TOLD_HERE = (" of ", " when", " that ", " he ", " she ", " we ", " they ", " I ")
_OFFICE = re.compile(r"\b[Tt]he $")


def then(form: Form, setting: Setting) -> Reading | None:
    """Read then, at that time: the time told of before, or some time before
    the text where none was; not the "then" that leads on."""
    word = form.tokens[0].word
    if word == "then" and not _is_a_time(form, setting):
        return None
    if word != "then" and setting.follows(form.end, 6).startswith(
        (" of ", " when", " that ", " he ")
    ):
        return None
    near = last_point(setting, form.start, "year")
    if near is not None and near.when.edtf and near.rule != "date-present":
        return Reading(
            "date-then", "relative", noted("The time told of before."), value=near.when.edtf,
            certainty="possible",
        )  # fmt: skip
    if word == "then" and setting.direction(form.start, form.end) >= 0:
        return None
    return before()


def _is_a_time(form: Form, setting: Setting) -> bool:
    """Tell whether *then* says when: since then, the then president, he was
    then the head."""
    before_it, after = setting.precedes(form.start, 8), setting.follows(form.end, 12)
    if _LEADS_THEN.search(before_it):
        return True
    if after.startswith("-"):
        return after[1:2].isalpha()
    if _WAS_THEN.search(before_it):
        return _STATE.match(after) is not None
    return _OFFICE.search(before_it) is not None and after[1:2].isalpha()


HANDLERS: dict[str, Handler] = {"then": then}
