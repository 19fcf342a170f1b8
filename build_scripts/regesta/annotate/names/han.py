"""Family names in Chinese characters, with a title or an address after them.

Written without spaces, a family name is told from other words only by the full
name before it in the same document and by what follows: “王部长”, “森氏”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.annotate.names.reading import Named

_HAN = re.compile(r"[\u3400-\u9fff々]{2,5}")
_TITLES = (
    "副部长 部长 副主席 主席 副总理 总理 总统 总书记 书记 外长 国务委员 委员长 委员 部長 "
    "主席 總理 總統 書記 外長 先生 女士 小姐 大使 公使 司令 将军 教授 博士 主任 局长 省长 市长 "
    "州长 议员 院长 校长 发言人 同志 律师 法官 氏 さん 様 首相 総理 大臣 外相 防衛相 財務相 "
    "経産相 官房長官 長官 議員 会長 社長 知事 市長 大統領 国務長官 容疑者 被告 選手 監督 代表 "
    "委員長 幹事長 審議官 局長"
).split()
_LONGEST_FAMILY_NAME = 3


def short_forms(text: str, named: Sequence[Named]) -> Iterator[Named]:
    """Yield the family names of people whom the (folded) *text* has named in
    full before: where several such bear it, as theirs together."""
    bearers: dict[str, dict[str, int]] = {}
    for one in sorted(named, key=lambda one: one.start):
        name = text[one.start : one.end]
        if one.kind != "person" or len(one.entities) != 1 or not _HAN.fullmatch(name):
            continue
        for length in range(1, min(len(name), _LONGEST_FAMILY_NAME + 1)):
            bearers.setdefault(name[:length], {}).setdefault(one.entities[0], one.end)
    if not bearers:
        return
    families = "|".join(sorted(bearers, key=lambda name: (-len(name), name)))
    titles = "|".join(sorted(set(_TITLES), key=lambda title: (-len(title), title)))
    taken = [(one.start, one.end) for one in named]
    for found in re.finditer(rf"({families})(?={titles})", text):
        start, end = found.span(1)
        met = sorted(id for id, after in bearers[found.group(1)].items() if after <= start)
        if not met or any(first < end and start < last for first, last in taken):
            continue
        why = "a family name with a title, after the full name"
        if len(met) > 1:
            why = "a family name that several bear who are named before"
        yield Named(
            start, end, tuple(met), "person", "title-and-short-form",
            "probable" if len(met) == 1 else "possible", why, full=False,
        )  # fmt: skip
