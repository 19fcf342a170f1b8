"""People whom Chinese texts name: an office, then the name, then what must follow.

“公安部部长王小洪会见…”: a family name of the hundred commonest with one or two
characters, or a name in the characters that render foreign ones, right after
an office and before a verb, a particle or a mark.  The lists were compiled for
this project from general knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.annotate.names.folding import Folded
from regesta.annotate.proposals.people import PersonSeen
from regesta.annotate.proposals.runs import PASSED_OVER
from regesta.model import Block

_OFFICES = """
    国务委员 国务卿 秘书长 董事长 发言人 副总统 部长 部長 主席 总统 總統 总理 總理 首相 外长
    外長 防长 大使 省长 市长 书记 局长 主任 司长 署长 团长 議長 议长 会长 校长 院长 教授
    博士 将军 上将 中将 少将 议员 議員 州长 特使 总裁 律师
""".split()
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許蘇盧賈葉閻餘鐘範譚鄒陸龍萬錢湯喬賀賴龔"
)
_RENDERING = (
    "阿艾爱安奥巴白拜班邦贝本比彼波伯博布查策达戴丹德登迪蒂丁杜顿多厄恩尔法菲费弗芬福弗盖甘冈戈格根古哈海汉"
    "汗赫亨胡华怀霍基吉季加贾简杰金卡凯坎康考柯科克肯库夸昆拉莱赖兰朗劳勒雷黎里理利连丽林琳龙隆卢鲁路伦罗洛"
    "马玛迈麦曼芒毛梅门蒙孟米密明莫默穆纳娜南内尼涅宁纽农努诺帕潘庞佩彭皮平普齐奇恰乔切琴琼丘瑞若萨塞桑瑟沙"
    "山尚舍申史什施朔斯松苏索塔泰坦汤唐特腾提廷图托瓦万威韦维温文沃乌伍西希锡夏香肖谢辛休雅亚扬耶叶伊因英尤"
    "于约宰泽扎詹珍朱佐·"
)
_NO_NAME = frozenset(
    """任期 任内 任命 马上 高度 方面 于是 于今 程序 安全 安排 安理 文件 文化 高级 金融 白宫 江苏
    江西 石油 黄金 陆续 方案 方式 万人 常务 武装 易于 何时 田野 利比 海外 山西 山东""".split()
)
_AFTER = (
    r"(?=[，。：；、！？（）()“”《\s]|$|在|和|与|同|对|向|将|会见|會見|会谈|出席|表示|指出|强调|強調|说|說|称|率|的|等|"
    r"当天|今天|昨天|\d|就|主持|宣布|访问|抵|举行|认为|发表|介绍|透露|重申|也|还|日前|告诉)"
)
_SEEN = re.compile(
    rf"(?P<office>{'|'.join(_OFFICES)})"
    rf"(?P<name>[{_FAMILY}][\u4e00-\u9fff]{{1,2}}?{_AFTER}|[{_RENDERING}]{{2,10}}?{_AFTER})"
)


def han_people(folded: Folded, blocks: Sequence[Block]) -> Iterator[PersonSeen]:
    """Give the people whom *blocks* of a Chinese text name; positions are folded."""
    for block in blocks:
        if block.kind in PASSED_OVER and block.kind != "title":
            continue
        start, end = folded.folded(block.span.start), folded.folded(block.span.end - 1) + 1
        for found in _SEEN.finditer(folded.text, start, end):
            name = found["name"]
            if name[:2] not in _NO_NAME and not name.startswith("·"):
                yield PersonSeen(name, found["office"], "title", *found.span("name"))
