"""Pages of an archive, from Markdown to the HTML that Python-Markdown gives.

Known are exactly the forms that the generator writes (``regesta.pages``):
headings and paragraphs with attribute lists, elements with ``markdown="1"`` or
``"span"``, and elements without it, which pass as they are.  Anything else
raises :class:`~regesta.accelerator.inline.Unknown`.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from markdown.extensions.toc import slugify

from regesta.accelerator.inline import BLOCK_TAGS, Inline, Resolve, Unknown, attributes, written

_BLOCK = frozenset(
    "aside details div dl figure nav section table tbody tfoot thead tr ul ol".split()
)
_SPAN = frozenset("dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th".split())
_NAME = r"[a-z][a-z0-9]*"
_OPEN = re.compile(rf'<({_NAME})((?: [a-z][a-z0-9-]*(?:="[^"<>\n]*")?)*)>')
_RAW_OPEN = re.compile(rf"<({_NAME})(?=[ >])")
_ATTRIBUTE = re.compile(r' ([a-z][a-z0-9-]*)(?:(=)"([^"]*)")?')
_LEAF = re.compile(
    r'\n+(?:<div markdown="1"><dt markdown="span">([^\n<]*(?:<(?!/dt>)[^\n<]*)*)</dt>'
    r'<dd markdown="span">([^\n]*)</dd></div>'
    rf"|<(div|{'|'.join(sorted(_SPAN))})((?: [a-z][a-z0-9-]*(?:=\"[^\"<>\n]*\")?)*)>([^\n]*)</\3>)"
    r"(?=\n)"
)
_ODD_ANYWHERE = ("\t", "\r", "\x02", "\x03", "\x0b", "\x0c")
_ODD = ("\n ", "  \n", "]:", "<!", "<?", "```", "~~~")
_BLANK = re.compile("\n +\n")
_ACTS = re.compile(r"[\[*_`\\{]")
_ANY_TAG = re.compile("<[^>]*>")
_PRE = re.compile(r"<pre(?= |>)[^<>]*>\n(.*?)</pre>", re.DOTALL)
_WIDTHS = re.compile(r'<colgroup>(?:<col(?: style="width:[0-9]+%")?>)+</colgroup>')
_HEADING = re.compile(r"(#{1,6}) (\S(?:[^\n{]*[^\n{ ])?)(?: +\{: ([^{}&\n]*?) ?\})?(?=\n\n|\n?\Z)")
_PARAGRAPH = re.compile(r"([^\s#>|=~:+*\-0-9][^\n]*)(?:\n\{: ([^{}&\n]*?) ?\})?(?=\n\n|\n?\Z)")
_NUMBER = re.compile(
    r"\[([0-9]+)\]\((#[a-z0-9-]+)\)"
    r'\{: \.n data-gloss="" aria-label="([^"<>&\\*_`\[\]{}\n]*)" \}'
)
"""The number before a paragraph of a text: a link to it."""
_PLAIN_HEADING = re.compile(r"[\w ,.;’“”()-]+")
_REFERENCE_ONLY = re.compile(r"&(?!#[0-9]+;)")
_ONLY_ID = re.compile(' id="([^"&]*)"(?: markdown="(span|1)")?')
_ID = re.compile(r' (?:id|name)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a page's body and every anchor in it."""

    html: str
    ids: frozenset[str]


def render(source: str, resolve: Resolve) -> Rendered:
    """Return the HTML of the Markdown *source*; raises :class:`Unknown`."""
    if any(mark in source for mark in _ODD_ANYWHERE) or (
        "<pre" in source and _BLANK.search(source)
    ):
        raise Unknown("white space that acts")
    page = _Page(source.strip("\n"), Inline(resolve))
    return Rendered(page.render(), frozenset(page.inline.ids))


class _Page:
    def __init__(self, source: str, inline: Inline) -> None:
        self.source = source
        self.at = 0
        self.inline = inline
        self._resolve = inline.resolve
        self._slugs: list[str] = []
        self._folds = 0

    def render(self) -> str:
        """Return the whole page."""
        out = []
        while self.at < len(self.source):
            out.append(self._top())
            self._skip_blank()
        clashing = set(self._slugs) & self.inline.ids
        if clashing or len(set(self._slugs)) < len(self._slugs):
            raise Unknown("two anchors alike")
        self.inline.ids.update(self._slugs)
        return "\n".join(out).strip()

    def _skip_blank(self) -> None:
        if self.at < len(self.source) and not self.source.startswith("\n\n", self.at):
            raise Unknown(self.source[self.at : self.at + 40])
        while self.source.startswith("\n", self.at):
            self.at += 1

    def _top(self) -> str:
        name = _RAW_OPEN.match(self.source, self.at)
        if name and name[1] in BLOCK_TAGS:
            opening = _OPEN.match(self.source, self.at)
            if opening and ' markdown="' in opening[2]:
                return self._element(opening)
            return self._verbatim(name[1])
        return self._text()

    def _text(self) -> str:
        """Return a heading or a paragraph."""
        heading = _HEADING.match(self.source, self.at)
        if heading:
            self.at = heading.end()
            return self._heading(len(heading[1]), heading[2], heading[3])
        paragraph = _PARAGRAPH.match(self.source, self.at)
        if paragraph is None:
            raise Unknown(self.source[self.at : self.at + 40])
        if paragraph[1].endswith(" "):
            raise Unknown(paragraph[1])
        self.at = paragraph.end()
        given = attributes(paragraph[2]) if paragraph[2] else {}
        self._note(given)
        return f"<p{written(given)}>{self._numbered(paragraph[1])}</p>"

    def _numbered(self, words: str) -> str:
        """Return a paragraph's words, which often begin with its number."""
        number = _NUMBER.match(words)
        if number is None:
            return self.inline.render(words)
        shown, target, label = number.groups()
        link = f'<a aria-label="{label}" class="n" data-gloss="" href="{self._resolve(target)}">'
        return f"{link}{shown}</a>{self.inline.render(words[number.end() :])}"

    def _note(self, given: dict[str, str]) -> None:
        if "id" in given:
            self.inline.ids.add(given["id"])

    def _heading(self, level: int, words: str, listed: str | None) -> str:
        given = attributes(listed) if listed else {}
        if words.endswith("#"):
            raise Unknown(words)
        if "id" in given:
            self._note(given)
        else:
            if not _PLAIN_HEADING.fullmatch(words):
                raise Unknown(words)
            given["id"] = slugify(words, "-")
            self._slugs.append(given["id"])
        return f"<h{level}{written(given)}>{self.inline.render(words)}</h{level}>"

    def _verbatim(self, tag: str) -> str:
        """Return an element at the top that holds no Markdown, as it is."""
        end = self.source.find("</pre>" if tag == "pre" else "\n\n", self.at)
        end = len(self.source) if end < 0 else end + (6 if tag == "pre" else 0)
        raw = self.source[self.at : end]
        outside = _PRE.sub("", raw) if tag == "pre" else raw
        if any(mark in outside for mark in _ODD):
            raise Unknown("a mark that acts")
        opened = raw.count(f"<{tag} ") + raw.count(f"<{tag}>")
        once = opened == 1 and raw.count(f"</{tag}>") == 1
        if not once or not raw.endswith(f"</{tag}>") or " markdown=" in raw or "\x00" in raw:
            raise Unknown(raw[:40])
        self.at = end
        self.inline.ids.update(_ID.findall(raw))
        return raw + "\n"

    def _element(self, opening: re.Match[str], *, within_span: bool = False) -> str:
        tag = opening[1]
        state, id, shown = _given(opening[2])
        if id:
            self.inline.ids.add(id)
        self.at = opening.end()
        if state == "1" and tag in _BLOCK and not within_span:
            self._folds += tag == "details"
            inner = self._children(tag)
            self._folds -= tag == "details"
        elif state in ("span", "1") and (tag in _SPAN or tag in _BLOCK):
            inner = self._span(tag, state == "1")
        elif not state and tag in _SPAN:
            inner = self._off(self._until(tag))
        elif not state and tag == "pre" and not within_span:
            inner = self._pre()
        elif not state and tag == "form" and not within_span:
            inner = self._form()
        else:
            raise Unknown(opening[0])
        return f"<{tag}{shown}>{inner}</{tag}>"

    def _children(self, tag: str) -> str:
        """Return what stands in an element that holds blocks."""
        end = f"</{tag}>"
        out = [""]
        is_lined = False  # whether a child has begun a line
        while True:
            leaf = _LEAF.match(self.source, self.at)
            if leaf and (shown := self._leaf(leaf)):
                self.at = leaf.end()
                out.append(shown)
                is_lined = True
                continue
            start = self.at
            while self.source.startswith("\n", self.at):
                self.at += 1
            if self.source.startswith(end, self.at):
                self.at += len(end)
                break
            if is_lined and self.at == start:  # inline, to Python-Markdown
                raise Unknown(self.source[start : start + 40])
            is_lined = self.at > start
            opening = _OPEN.match(self.source, self.at)
            widths = _WIDTHS.match(self.source, self.at)
            if widths and tag == "table":
                self.at = widths.end()
                out.append(widths[0])
            elif opening and opening[1] in BLOCK_TAGS:
                out.append(self._element(opening))
            elif self.at - start >= 2:
                out.append(self._text())
            else:
                raise Unknown(self.source[start : start + 40])
        return "" if len(out) == 1 else "\n".join([*out, ""])

    def _leaf(self, leaf: re.Match[str]) -> str | None:
        """Return an element of one line among blocks, or a term and what is said
        of it; None where that is not all there is in the line."""
        term, said, tag, given, words = leaf.groups()
        if tag is None:
            if "</dd>" in said or "<details>" in said:
                return None
            render = self.inline.render
            return f"<div>\n<dt>{render(term)}</dt>\n<dd>{render(said)}</dd>\n</div>"
        if f"</{tag}>" in words or "<details>" in words:
            return None
        state, id, shown = _given(given)
        if tag in _BLOCK and state != "span":
            return None
        if id:
            self.inline.ids.add(id)
        inner = self.inline.render(words) if state else self._off(words)
        return f"<{tag}{shown}>{inner}</{tag}>"

    def _span(self, tag: str, elements: bool) -> str:
        """Return the line, or the elements of lines, in a span element."""
        if elements and self.source.startswith("\n<", self.at):
            return self._lines(tag)
        words = self._until(tag)
        if "<details>" not in words:
            return self.inline.render(words)
        # Behind words, a block tag is inline to Python-Markdown; but its end
        # would end an element of that name around it.
        if self._folds or words.startswith("<"):
            raise Unknown(words)
        self.inline.folds = True
        try:
            return self.inline.render(words)
        finally:
            self.inline.folds = False

    def _lines(self, tag: str) -> str:
        """Return the elements of a span element; its own text is blank."""
        end = f"\n</{tag}>"
        inner = []
        while not self.source.startswith(end, self.at):
            opening = _OPEN.match(self.source, self.at + 1)
            if self.source[self.at] != "\n" or opening is None or opening[1] not in ("p", "div"):
                raise Unknown(self.source[self.at : self.at + 40])
            self.at += 1
            inner.append(self._element(opening, within_span=True))
        self.at += len(end)
        return "\n" + "\n\n".join(inner) + "\n"

    def _pre(self) -> str:
        """Return the lines of a ``<pre>`` among blocks."""
        end = self.source.find("</pre>", self.at)
        if end < 0 or not self.source.startswith("\n", self.at):
            raise Unknown("<pre>")
        lines = self.source[self.at : end].split("\n")
        self.at = end + len("</pre>")
        return "\n".join(map(self._off, lines))

    def _form(self) -> str:
        """Return the paragraphs of a form on one line, and what follows them."""
        out = [""]
        self.inline.fields = True
        try:
            while self.source.startswith("<p>", self.at):
                self.at += len("<p>")
                words = self._until("p")
                if words.startswith(("<option", "<output")):
                    raise Unknown(words)
                out.append(f"<p>{self._off(words)}</p>")
            if len(out) == 1:
                raise Unknown("<form>")
            return "\n".join(out) + self._off(self._until("form"))
        finally:
            self.inline.fields = False

    def _off(self, words: str) -> str:
        """Return what stands in an element whose text is no Markdown."""
        if _ACTS.search(words) and _ACTS.search(_ANY_TAG.sub("", words)):
            raise Unknown(words)
        return self.inline.render(words)

    def _until(self, tag: str) -> str:
        end = self.source.find(f"</{tag}>", self.at)
        line = self.source.find("\n", self.at)
        if end < 0 or 0 <= line < end:
            raise Unknown(self.source[self.at : self.at + 40])
        words = self.source[self.at : end]
        self.at = end + len(tag) + 3
        return words


def _given(source: str) -> tuple[str, str, str]:
    """Return what attributes say of Markdown, the id, and the rest written."""
    only = _ONLY_ID.fullmatch(source)
    return (only[2] or "", only[1], f' id="{only[1]}"') if only else _given_more(source)


@lru_cache(4096)
def _given_more(source: str) -> tuple[str, str, str]:
    given = {}
    for name, equals, value in _ATTRIBUTE.findall(source):
        if name in given or _REFERENCE_ONLY.search(value):
            raise Unknown(source)
        # Python-Markdown writes an attribute without a value as hidden="hidden".
        given[name] = (_attribute(value) if "&" in value else value) if equals else name
    state = given.pop("markdown", "")
    return state, given.get("id", ""), written(given)


def _attribute(value: str) -> str:
    """Return an attribute's value, read by an HTML parser and written again."""
    read = html.unescape(value)
    if "&" in read:
        raise Unknown(value)
    return read.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
