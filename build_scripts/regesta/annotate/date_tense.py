"""Whether words near a date look back or ahead."""

from __future__ import annotations

import re

_AHEAD = (
    r"will|shall|won’t|won't|to be held|plan(?:s|ned)? (?:to|for)|planning|scheduled|set to|due|"
    r"expect(?:s|ed)? to|intends?|going to|upcoming|deadline|begin(?:s|ning)|starting|"
    r"effective|no later than|expires?|(?:is|are) to|until|until then"
)
_BACK = (
    r"was|were|had|has|have|did|said|told|met|held|came|took|made|gave|went|spoke|saw|sent|left|"
    r"led|won|lost|began|became|brought|wrote|put|got|set out|since|after|following|[a-z]{2,}ed"
)
_CUE = re.compile(rf"(?<!\w)(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(
    # No full stop after an initial or a title ends a clause.
    r"[;!?\n]|(?<=[\w)”’\"][\w)”’\"])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Gov)(?<!Rep)(?<!Gen)"
    r"\.(?=\s|$)|:(?=\s)"
)
_BY = re.compile(
    r"(?<!\w)(?:by|until|till|before|through|effective|beginning|starting)(?: on| in| the)? $", re.I
)
_DONE_BY = re.compile(r"\b(?:was|were|had|been)\b[^.;]{0,60}$", re.IGNORECASE)
_LEFT, _RIGHT = 140, 90


def direction(text: str, start: int, end: int) -> int:
    """Return -1 where the words nearest to ``text[start:end]`` in its
    sentence look back, 1 where they look ahead, 0 where nothing tells."""
    left = text[max(0, start - _LEFT) : start]
    right = text[end : end + _RIGHT]
    stops = [match.end() for match in _CLAUSE_END.finditer(left)]
    left = left[stops[-1] :] if stops else left
    stop = _CLAUSE_END.search(right)
    right = right[: stop.start()] if stop else right
    if _BY.search(left) and not _DONE_BY.search(left):
        return 1
    return _nearest(left, right)


def _nearest(left: str, right: str) -> int:
    best, sign = _LEFT + _RIGHT, 0
    for match in _CUE.finditer(left):
        if len(left) - match.end() <= best:
            best, sign = len(left) - match.end(), 1 if match.lastgroup == "ahead" else -1
    # A verb after the date is as good a sign as one a little further before it.
    for match in _CUE.finditer(right):
        if match.start() < best:
            return 1 if match.lastgroup == "ahead" else -1
        break
    return sign
