"""Whether words near a date look back or ahead."""

from __future__ import annotations

import re
from functools import lru_cache

_AHEAD = (
    r"will|shall|won’t|won't|to be held|plan(?:s|ned)? (?:to|for)|planning|scheduled|set to|due|"
    r"expect(?:s|ed)? to|intends?|going to|upcoming|deadline|begin(?:s|ning)|starting|"
    r"(?:ends|opens|starts|closes|concludes|convenes|arrives|departs|kicks off|"
    r"takes (?:place|effect)|may|might|resumes|slated|set for)|"
    r"(?:we|i) (?:meet|leave|open|close|start|arrive|sail|vote|play|return)|"
    r"hope[sd]? for|hoping for|would|"
    r"effective|no later than|expires?|(?:is|are) to|until|until then"
)
_BACK = (
    r"was|were|had|has|have|did|said|told|met|held|came|took|made|gave|went|spoke|saw|sent|left|"
    r"led|won|lost|began|became|brought|wrote|put|got|hit|struck|fell|rose|broke|set out|since|"
    r"after|following|[a-z]{2,}ed"
)
_CUE = re.compile(rf"(?<!\w)(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(
    # No full stop after an initial or a title ends a clause.
    r"[;!?\n]|(?<=[\w)”’\"][\w)”’\"])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Gov)(?<!Rep)(?<!Gen)"
    r"\.[”\"’]?(?=\s|$)|:(?=\s)"
)
_BY = re.compile(
    r"(?<!\w)(?:by|until|till|before|through|effective|beginning|starting)(?: on| in| the)? $", re.I
)
_DONE_BY = re.compile(r"\b(?:was|were|had|been)\b[^.;]{0,60}$", re.IGNORECASE)
_OPENED = re.compile(r"(?:^|[\s(—–])[“\"‘'](?=\w|$)(?![^“”\"]*[”\"])|, (?:which|who|whose|where) ")
"""Where the speaker changes, or a clause begins that has a verb of its own."""
_OTHER_CLAUSE = re.compile(r" (?:that|which|who|whose)\b")
_CLOSED = re.compile(r"[,.!?]?[”\"]")
_LEFT, _RIGHT = 140, 90


def direction(text: str, start: int, end: int) -> int:
    """Return -1 where the words nearest to ``text[start:end]`` in its
    sentence look back, 1 where they look ahead, 0 where nothing tells."""
    return _direction(
        text[max(0, start - _LEFT) : start], text[end : end + _RIGHT], text[end - 2 : end]
    )


@lru_cache(maxsize=512)
def _direction(left: str, right: str, last: str) -> int:
    stops = [match.end() for match in _CLAUSE_END.finditer(left)]
    left = left[stops[-1] :] if stops else left
    opened = []
    if "“" in left or '"' in left or ", wh" in left:
        opened = [match.end() for match in _OPENED.finditer(left)]
    if opened:
        left = left[opened[-1] :]
    right = _clause(last, right)
    if opened and (closed := _CLOSED.search(right)):
        right = right[: closed.start()]
    if (by := _BY.search(left)) and not _DONE_BY.search(left):
        through = by.group().lower().startswith("through")  # "through June, sales rose"
        return _nearest("", right) or 1 if through else 1
    return _nearest(left, right)


def _clause(last: str, right: str) -> str:
    """Return *right* up to the end of its clause; *last* stands before it."""
    stop = _CLAUSE_END.search(last + right, len(last))
    return right[: stop.start() - len(last)] if stop else right


def _nearest(left: str, right: str) -> int:
    best, sign = _LEFT + _RIGHT, 0
    for match in _CUE.finditer(left):
        if len(left) - match.end() <= best:
            best, sign = len(left) - match.end(), 1 if match.lastgroup == "ahead" else -1
    # A verb after the date is as good a sign as one a little further before it,
    # where it is not past the end of a clause that has a verb: "shut since May, will open".
    if right.startswith(",") and sign and best < len(left) - left.rfind(","):
        return sign
    if sign and (other := _OTHER_CLAUSE.search(right)):  # "vetoed a bill Thursday that would"
        right = right[: other.start()]
    for match in _CUE.finditer(right):
        if match.start() < best:
            return 1 if match.lastgroup == "ahead" else -1
        break
    return sign


_PAST_VERB = (
    r"was|were|did|said|told|met|held|came|took|made|gave|went|spoke|saw|sent|left|led|won|lost|"
    r"began|became|brought|wrote|"
    r"(?!schedul|plann|expect|target|propos|extend|delay|postpon|intend|requir|need|us|updat|modif|revis|retriev|access)[a-z]{2,}ed"
)
_TOLD = re.compile(
    rf"(?<!\w)(?:{_PAST_VERB})(?: (?!to |will |for |by )[^\s.;,:]+){{0,4}} on $", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:will|shall|would|may|might|can|could|must|should|to be|to|if|unless|until|not)\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:^|[.!?”\"’\n–—-]\s{0,3})On $")
_FIRST_VERB = re.compile(
    rf"(?<!\w)(?:(?P<ahead>{_AHEAD}|would|may|must)|(?P<back>{_PAST_VERB}))(?!\w)"
)


def told_as_past(text: str, start: int, end: int) -> bool:
    """Tell whether the text reports something as done on ``text[start:end]``:
    "signed on …", or "On …, the two met".  Stricter than :func:`direction`."""
    left = text[max(0, start - 90) : start]
    if "on " not in left[-4:].lower():
        return False
    found = _TOLD.search(left)
    if found:
        return _NOT_YET.search(left[: found.start()]) is None
    if not _LEADS.search(left):
        return False
    right = text[end : end + 160]
    first = _FIRST_VERB.search(_clause(text[end - 2 : end], right))
    return first is not None and first.lastgroup == "back"
