"""Evidence read in place: source lines, credits, datelines, e-mail headers.

They say where a text comes from, so they are shown where they stand, but they
are not paragraphs of it.  All rules take folded words.
"""

from __future__ import annotations

import re

from regesta.model import Span
from regesta.segment.shapes import is_one_sentence
from regesta.segment.timewords import DAY, WEEKDAY
from regesta.segment.vocabulary import ADDRESS_FIELDS, NAME_WORDS

_SOURCE = re.compile(
    r"(?:(?:original |news |story )*sources?(?: link| url)?|via"
    r"|original (?:article|story|post|link)|retrieved from"
    r"|quelle|fuente|fonte|bron|источник|来源|來源|出典|출처|المصدر) ?[:：–—-] ?\S"
    r"|(?:this (?:article|story|post|piece|essay|text|report) )?(?:was )?(?:originally|first)"
    r" (?:published|appeared|posted)(?: (?:in|on|at|by)\b|: )"
    r"|(?:re)?published (?:with (?:the )?permission|by permission|courtesy)\b"
    r"|read the original (?:article|story)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\(?(?:(?:additional |with additional |with )?(?:reporting|writing|editing|translation"
    r"|photography|research|illustrations?) by"
    r"|(?:written|reported|edited|translated|compiled|photographed|illustrated) by"
    r"|with (?:files|reporting|material|information) from"
    r"|(?:photos?|images?|pictures?|video) (?:credits?|courtesy(?: of)?|by|source|via)"
    r"|photos?(?=:)|images?(?=:)|texte?(?=:)|fotos?(?=:)|bild(?=:)|redaktion(?=:)"
    r"|übersetzung(?=:)|traduction(?=:)|traducción(?=:)) ?:? ?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\) ?(?=\d{4})|copyright,? ?(?:©|\(c\)|by [A-Z]|\d{4}))", re.IGNORECASE
)
_CONTACT = re.compile(r"(?:(?:media|press|news) )?contacts?(?: person)?: ?\S", re.IGNORECASE)
_CREDIT_END = re.compile(
    r"(?:contributed (?:\w+ )?to this (?:report|article|story|piece|post)"
    r"|all rights reserved|ha(?:t|ben) zu diesem (?:bericht|artikel) beigetragen"
    r"|a contribué à cet article|contribuy(?:ó|eron) a este (?:reportaje|artículo))\.?\)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?|all|now|then)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_BYLINE = re.compile(r"(?:[Bb]y|BY|Von|VON|Par|PAR|Por|POR|Di|DI|От|Door)[ :]\s?(\S.*)")
_CORRESPONDENT = re.compile(
    r"(?i:(?:from|by) (?:our|an?)(?: [\w-]+){0,2} (?:correspondent|reporter|staff writer)s?)"
    r"(?:(?:,| in| at)? [A-ZÀ-Þ][\w.’' -]{1,40})?\.?"
)
"""“From our own correspondent”: a byline without a name."""
_DATE_ALONE = re.compile(rf"{WEEKDAY}{DAY}\.?", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(
    rf"[A-ZÀ-Þ][\w.'’/ -]{{1,40}}(?:, [A-ZÀ-Þ][\w.'’ -]{{1,30}}){{0,2}},? "
    rf"\(?(?i:(?:le |den |am |el |on )?{WEEKDAY}{DAY})\)?\.?"
)
_CLAUSE = re.compile(
    r"\b(?:will|shall|is|was|are|were|be|been|has|have|had|met|held|began|ends?|opens?|closes?|due"
    r"|died|born|signed|left|came|went|arrived|sailed|moved|[a-z]{3,}ed)\b"
)
"""A verb: "The annex will close on September 1." is no place with a date."""
_NO_PLACE = re.compile(
    r"(?i:(?:an? |the )?(?:interview|conversation|speech|address|remarks|lecture|sermon|statement"
    r"|transcript|minutes|report|letter|memorandum|diary|journal|notes|entered into force on)) "
    r"|.*?\b(?:with|by|from|to|between|about|against|before|after|regarding)\b"
)
"""What names no place: "Interview with Ann Roe, 3 March 2021" is a title."""
_RELEASE = re.compile(r"(?:for|embargoed) (?:immediate )?(?:release|until)\b.{0,80}", re.IGNORECASE)
_CAPITAL_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,5}"
_REGION = r"(?:, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}){0,2}"
_AGENCY = r"(?: ?\([A-ZÀ-Þ][\w .&/'’-]{1,40}\))"
_WHEN = rf"(?:,? \(?(?i:{WEEKDAY}{DAY})\)?)"
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]*){0,3}"
_DASH = r"[,.:]? ?(?:--|[–—―_-])(?= |$)"
_DATELINE = re.compile(
    rf"\(?(?:{_CAPITAL_PLACE}{_REGION}\)?{_WHEN}?{_AGENCY}?{_WHEN}?"
    rf"|{_PLACE}{_REGION}{_WHEN}{_AGENCY}?"
    rf"|{_PLACE}{_REGION}{_AGENCY}{_WHEN}?"
    rf"|{_PLACE}, (?:D\.?C\.?|[A-Z]{{2}})){_DASH}"
    rf"|[\u3400-\u9fff]{{2,8}}社[\u3400-\u9fff]{{2,10}}\d{{1,2}}月\d{{1,2}}日电"
)
_HEADER = re.compile(
    r"(From|To|Cc|CC|Bcc|BCC|Date|Sent|Subject|SUBJECT|FROM|TO|DATE|RE|Re|Reply-To|Von|An|Betreff"
    r"|Gesendet|Datum|De|À|Objet|Envoyé|Message-ID|Received|Return-Path|MIME-Version|Content-Type"
    r"|Content-Transfer-Encoding|In-Reply-To|References|Attachments?|X-[\w-]+): ?"
)
_DATELINE_REACH = 120


def source_line(words: str) -> str:
    """Return the rule by which *words* name their source, or nothing."""
    if _SOURCE.match(words) and len(words) <= 200 and is_one_sentence(words):
        return "a line that names the source"
    return ""


def credit(words: str) -> str:
    """Return the rule by which *words* are a credit, or nothing."""
    match = _CREDIT.match(words)
    if match and len(words) <= 250 and _only_names(words[match.end() :]):
        return "a line of credit"
    if len(words) <= 160 and _CONTACT.match(words):
        return "a line that says whom to ask"
    if len(words) <= 250 and _COPYRIGHT.match(words):
        return "a copyright notice"
    if len(words) <= 200 and is_one_sentence(words.rstrip(".")) and _CREDIT_END.search(words):
        return "a line of credit"
    return ""


def byline(words: str) -> str:
    """Return the rule by which *words* are a byline, or nothing.  Only names
    may follow the "by": every longer word has a capital."""
    if len(words) <= 100 and _CORRESPONDENT.fullmatch(words):
        return "a byline"
    match = _BYLINE.fullmatch(words)
    if not match or words.endswith((":", ";", "?", "!")) or _ARTICLE.match(match[1]):
        return ""
    return "a byline" if len(words) <= 100 and _only_names(match[1]) else ""


def _only_names(words: str) -> bool:
    """Tell whether *words* are names with what joins them, and no sentence."""
    names = _NAME.findall(words)
    return bool(names) and all(name[0].isupper() or name in NAME_WORDS for name in names)


def dateline_alone(words: str) -> str:
    """Return the rule by which a line is a dateline and nothing more: a date,
    a place with a date, a press release's release line."""
    if len(words) > 110:
        return ""
    if _DATE_ALONE.fullmatch(words):
        return "a date alone on its line"
    if _PLACE_AND_DATE.fullmatch(words) and not (_CLAUSE.search(words) or _NO_PLACE.match(words)):
        return "a place and a date alone on their line"
    match = _DATELINE.match(words)
    if match and match.end() == len(words):
        return "a place alone on its line, with a dash"
    if _RELEASE.fullmatch(words) and is_one_sentence(words):
        return "a release line"
    return ""


def dateline_at_head(text: str, start: int, end: int) -> Span | None:
    """Return the span of the dateline with which the paragraph ``[start,
    end)`` of *text* begins, its dash included, or None."""
    head = text[start : min(end, start + _DATELINE_REACH)].replace("\xa0", " ").replace("\n", " ")
    match = _DATELINE.match(head)
    if not match or start + match.end() >= end:
        return None
    if _DATE_ALONE.fullmatch(text[start + match.end() : min(end, start + 200)].strip()):
        return None  # "COUNCIL MINUTES – 17 September 2008"
    return Span(start, start + match.end())


def header_field(line: str) -> tuple[str, int] | None:
    """Return the name (casefolded) of the e-mail or memorandum header field
    that *line* is and where its value begins (code points), or None."""
    match = _HEADER.match(line)
    return (match[1].casefold(), match.end()) if match else None


def is_header(names: list[str]) -> bool:
    """Tell whether fields with these *names* make a header: two at least that
    say from whom, to whom, when or about what."""
    return len(set(names) & ADDRESS_FIELDS) >= 2
