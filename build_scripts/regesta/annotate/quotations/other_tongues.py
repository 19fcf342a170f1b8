"""Who speaks, in languages other than English: “sagte Roe”, “a déclaré Mme Roe”,
“dijo Roe”, “罗伊表示”.

Verbs of saying beside the quotation and a name at them, nothing finer: what
these do not tell stays untold.  The verbs were compiled for this project.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from regesta.annotate.quotations.attribution import Heard
from regesta.annotate.quotations.marks import Quoted
from regesta.annotate.quotations.memory import Said
from regesta.model import Block, Mention, Span

_VERBS = {
    "de": """sagte sagt erklärte erklärt betonte betont meinte meint ergänzte schrieb antwortete
        warnte forderte fordert kritisierte lobte nannte bezeichnete behauptete bestätigte
        versicherte mahnte berichtete hieß""",
    "fr": """déclaré dit affirmé ajouté expliqué annoncé indiqué précisé assuré estimé souligné
        répondu lancé confié écrit déclare affirme ajoute explique annonce indique précise assure
        estime souligne répond lance confie écrit""",
    "es": """dijo afirmó declaró señaló explicó añadió aseguró indicó sostuvo manifestó expresó
        anunció advirtió comentó subrayó destacó agregó apuntó respondió escribió dice afirma
        declara señala explica asegura sostiene""",
    "it": """detto dichiarato affermato spiegato aggiunto sottolineato commentato annunciato disse
        afferma spiega dichiara aggiunge sottolinea commenta scrive risponde""",
    "pt": """disse afirmou declarou explicou acrescentou anunciou ressaltou destacou informou
        respondeu escreveu lembrou diz afirma declara explica""",
}
_HAN_VERBS = """表示 指出 强调 強調 认为 認為 宣布 透露 重申 回应 回應 写道 說 说 称 稱 述べた
    語った 話した"""
_HAN_VERB = f"(?:{'|'.join(_HAN_VERBS.split())})(?![为為作])"
_SENTENCE = re.compile(r"(?<![A-Z])(?<!Dr)(?<!Sr)(?<!Sra)[.!?]\s|[。！？]|\n")
_WORDS_BETWEEN = 6
_NAME = re.compile(
    r"\s*(?P<name>(?:(?:M\.|Mme|Herr|Frau|Sr\.|Sra\.)\s)?[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})"
)
_HAN_CLAUSE = re.compile(r"[，。！？；：、\n”」]")
_HE = re.compile(
    r"[\s,]*(?P<he>a-t-(?:il|elle)|\w+-t-(?:il|elle)|dit-(?:il|elle)|sagte (?:er|sie)\b)"
)
_QUICK = {tag: re.compile(rf"\b(?:{'|'.join(verbs.split())})\b") for tag, verbs in _VERBS.items()}


def attribute(
    text: str, blocks: Sequence[Block], tag: str, quoted: Sequence[Quoted],
    names: Sequence[Mention], heard: Sequence[Heard],
) -> list[Heard]:  # fmt: skip
    """Return *heard* with speakers for those of *quoted* that had none; *tag* is
    the language (:func:`~regesta.annotate.tongues.tongue`), *names* are sorted."""
    found: list[Heard] = []
    last: Said | None = None
    for item, known in zip(quoted, heard, strict=True):
        if known.said is None or known.said.id is None:
            block = blocks[item.block].span if blocks else Span(0, len(text))
            told = _han(text, block, item.span, names) if tag == "han" else None
            if tag in _VERBS:
                told = _western(text, block, item.span, tag, names, last)
            known = told or known
        last = known.said if known.said and known.said.id else last
        found.append(known)
    return found


def _western(
    text: str, block: Span, quote: Span, tag: str, names: Sequence[Mention], last: Said | None
) -> Heard | None:
    after = _until_sentence(text, quote.end, block.end)
    if again := _HE.match(text, quote.end, after):
        people = [m for m in _between(names, block.start, quote.start) if m.type == "person"]
        id = people[-1].entities[0] if people else last.id if last else None
        why = "a pronoun with a verb of saying takes up the last person or speaker"
        source = Span(*again.span("he"))
        said = Said(id, source, "possible", why, "person")
        return Heard(said, source, "possible", why, "quotation-continued")
    verb = _QUICK[tag].search(text, quote.end, min(after, quote.end + 40))
    if verb:
        name = _first(names, verb.end(), min(after, verb.end() + 90))
        if name is None or text.count(" ", verb.end(), name.span.start) > _WORDS_BETWEEN:
            return _stranger(text, verb.end(), after, verb)
        return _named(name, verb)
    return _before(text, block, quote, tag, names)


def _before(
    text: str, block: Span, quote: Span, tag: str, names: Sequence[Mention]
) -> Heard | None:
    """“Roe erklärte, …: „…“”: the last verb before the quotation, the name at it."""
    stops = [m.end() for m in _SENTENCE.finditer(text, block.start, quote.start)]
    start = stops[-1] if stops else block.start
    verbs = list(_QUICK[tag].finditer(text, start, quote.start))
    if not verbs:
        return None
    verb = verbs[-1]
    before = [m for m in _between(names, start, verb.start()) if _may_speak(m)]
    if before and verb.start() - before[-1].span.end < 40:
        return _named(before[-1], verb)
    name = _first(names, verb.end(), min(quote.start, verb.end() + 60))
    if name is not None and text.count(" ", verb.end(), name.span.start) <= _WORDS_BETWEEN:
        return _named(name, verb)
    return None


def _han(text: str, block: Span, quote: Span, names: Sequence[Mention]) -> Heard | None:
    """“罗伊表示，…“…””: who stands before the last verb of saying."""
    stops = [m.end() for m in re.finditer("[。！？\n]", text[block.start : quote.start])]
    start = block.start + (stops[-1] if stops else 0)
    verbs = list(re.finditer(_HAN_VERB, text[start : quote.start]))
    for verb in verbs[:1]:
        at = start + verb.start()
        clause = [m.end() for m in _HAN_CLAUSE.finditer(text, start, at)]
        begin = clause[-1] if clause else start
        span = Span(at, start + verb.end())
        named = [m for m in _between(names, begin, at) if m.type == "person"]
        if named and named[-1].span.end == at:
            why = "the name stands before a verb of saying"
            said = Said(named[-1].entities[0], named[-1].span, "certain", why, "person")
            one = len(named[-1].entities) == 1
            return Heard(said, span, "certain" if one else "possible", why, "quotation-in-clause")
        if 2 <= at - begin <= 16:
            why = "these words stand before a verb of saying"
            said = Said(None, Span(begin, at), "possible", why)
            return Heard(said, span, "possible", why, "quotation-in-clause")
    return None


def _until_sentence(text: str, start: int, end: int) -> int:
    stop = _SENTENCE.search(text, start, end)
    return stop.start() + 1 if stop else end


def _may_speak(mention: Mention) -> bool:
    return mention.type in ("person", "organisation")


def _between(names: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    low = bisect_left(names, start, key=lambda m: m.span.start)
    high = bisect_left(names, end, key=lambda m: m.span.start)
    return names[low:high]


def _first(names: Sequence[Mention], start: int, end: int) -> Mention | None:
    return next((m for m in _between(names, start, end) if _may_speak(m)), None)


def _named(mention: Mention, verb: re.Match[str]) -> Heard:
    one = len(mention.entities) == 1
    why = "a verb of saying with this name stands beside the quotation"
    said = Said(mention.entities[0] if one else None, mention.span, "probable", why, mention.type)
    return Heard(said, Span(*verb.span()), "probable", why, "quotation-in-clause")


def _stranger(text: str, start: int, end: int, verb: re.Match[str]) -> Heard | None:
    name = _NAME.match(text, start, end)
    if not name:
        return None
    why = "a verb of saying with these words stands beside the quotation"
    said = Said(None, Span(*name.span("name")), "possible", why)
    return Heard(said, Span(*verb.span()), "possible", why, "quotation-in-clause")
