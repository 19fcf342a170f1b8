"""What is vague and stays so: now, recently, for decades, in the days ahead."""

from __future__ import annotations

from datetime import date

from regesta import edtf
from regesta.annotate.dates import doubts
from regesta.annotate.dates.absolute import Handler
from regesta.annotate.dates.grammar import Form
from regesta.annotate.dates.reading import Reading, Setting, ValueOn
from regesta.wording import noted

_BEFORE = noted("At some time before {anchor}; vague.")
_AFTER = noted("At some time after {anchor}; vague.")
_ABOUT = noted("About {anchor}; vague.")


def _reading(rule: str, reason: str, value_on: ValueOn) -> Reading:
    return Reading(
        rule, "relative", reason, value_on=value_on, certainty="probable",
        missing=noted("The day of the text itself is not known."),
    )  # fmt: skip


def before() -> Reading:
    """Read what was at some time before the text's day."""
    return _reading("date-vague", _BEFORE, lambda anchor: f"../{edtf.iso_day(anchor)}")


def _to_come() -> Reading:
    return _reading("date-vague", _AFTER, lambda anchor: f"{edtf.iso_day(anchor)}/..")


def long_time(form: Form, setting: Setting) -> Reading | None:
    """Read in years, for decades: since before, up to the anchor."""
    if form.tokens[0].word not in ("in", "for") or doubts.is_age(
        setting.text, form.start, form.end
    ):
        return None
    if form.tokens[0].word == "for" and form.after[:1] in ("k", "t"):
        return None
    reason = noted("A long time up to {anchor}; vague.")
    return _reading("date-vague", reason, lambda anchor: f"../{edtf.iso_day(anchor)}")


def vague(form: Form, setting: Setting) -> Reading | None:
    """Read previously, recently, long ago, in the past, soon."""
    word = form.tokens[0].word
    if word == "soon":
        return _soon(form, setting)
    if word == "turn of the century":
        return _reading("date-vague", noted("The nearest to {anchor}, about so."), _turn)
    return before()


def _turn(anchor: date) -> str | None:
    """Return the year in which the century nearest to *anchor* begins."""
    return f"{(anchor.year + 50) // 100 * 100:04}~" if 50 <= anchor.year < 9950 else None


def _soon(form: Form, setting: Setting) -> Reading | None:
    """Read soon: not "as soon as", "too soon", "soon after"."""
    if setting.precedes(form.start, 4).lower().endswith(("as ", "so ", "too ", "how ")):
        return None
    if setting.follows(form.end, 7).startswith((" after", " enough", " as", "er")):
        return None
    return _to_come()


def present(form: Form, setting: Setting) -> Reading | None:
    """Read now, currently: about the day of the text; not the "Now," with
    which speakers begin."""
    token = form.tokens[0]
    after = setting.follows(form.end, 2)
    opens = setting.text[token.start].isupper() and token.word == "now"
    if after[:1] in ("-", "–") or (opens and after[:1] != " "):
        return None
    return _reading("date-present", _ABOUT, lambda anchor: f"{edtf.iso_day(anchor)}~")


def future(form: Form, setting: Setting) -> Reading | None:
    """Read in the future, in the near future; not "the future of work"."""
    if not setting.precedes(form.start, 3).lower().endswith("in "):
        return None
    return _to_come()


def ahead(form: Form, setting: Setting) -> Reading | None:
    """Read in the days ahead, for years to come; not "two weeks ahead of …"."""
    if setting.follows(form.end, 4) in (" of ", " to "):
        return None
    return _to_come()


HANDLERS: dict[str, Handler] = {
    "present": present,
    "future": future,
    "ahead": ahead,
    "long": long_time,
    "vague": vague,
}
