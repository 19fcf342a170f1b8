"""From a page to the file behind it: what everybody needs who finds something
wrong, down to the lines to add.

Everything stands in the page and works without a script, which only writes the
lines for the words that a reader selects (assets/js/correct.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import yaml

from regesta import corrections
from regesta.model import FOLDERS, Annotation, Document, Entity, Event, Mention, Written
from regesta.pages import markdown, vocabulary
from regesta.pages.layout import facts, folded, listing
from regesta.pages.links import Links
from regesta.pages.source_text import is_visible, visible_blocks
from regesta.pages.wording import Table, _, counted, noted
from regesta.whitespace import fold

ANCHOR = "correct"
LONGEST = 80
"""Code points of an annotation's words that are shown to tell which it is."""

DOCUMENT_KEYS = Table(
    {
        "title": noted("Title"),
        "publisher": noted("Publisher"),
        "date": noted("Date"),
        "type": noted("Type"),
        "language": noted("Language"),
        "rights": noted("Rights"),
        "accounts": noted("Accounts of events"),
        "annotations": noted("Names, dates and notes"),
    }
)
ENTITY_KEYS = Table(
    {
        "name": noted("Name"),
        "variants": noted("Also written"),
        "short_forms": noted("Short forms"),
        "about": noted("Who or what it is"),
        "roles": noted("Offices"),
        "date": noted("Date"),
        "place": noted("Place"),
        "participants": noted("Named as taking part"),
        "same_as": noted("Elsewhere"),
        "not_same_as": noted("Not the same as"),
    }
)


def example() -> str:
    """Return lines of YAML as somebody may add them."""
    words, note = _("words of the text, letter by letter"), _("what is wrong")
    return corrections.snippet(words, note=note)


def way_in() -> str:
    """Return the link to the part below, for the foot of the text."""
    return markdown.link(_("Suggest a correction"), f"#{ANCHOR}")


def of_document(document: Document, links: Links) -> str:
    """Return the part "Suggest a correction" of a document's page."""
    path, written = _description(document)
    parts = [
        f'<p class="col">{_(_DOCUMENT)}</p>',
        facts(_file(path, written, DOCUMENT_KEYS, links)),
        _by_people(document, path, links),
    ]
    parts.append(_checked(document.written))
    page = f"documents/{document.id}.html"
    if visible_blocks(document):
        parts += [_tool(document, written), _lines(), _what_to_do(path, written, page, links)]
    else:
        parts.append(_to_whom(path, page, links))
    return folded(_("Suggest a correction"), "", "\n\n".join(p for p in parts if p), ANCHOR)


def of_entity(entity: Entity, links: Links) -> str:
    """Return the part "Suggest a correction" of any other page."""
    folder = FOLDERS[entity.kind]
    page = f"{folder}/{entity.id}.html"
    if entity.path:
        parts = [
            f'<p class="col">{_(_RECORD)}</p>',
            facts(_file(entity.path, entity.written, ENTITY_KEYS, links)),
            _told_in(entity, links),
            _checked(entity.written),
        ]
        return _folded([*parts, _to_whom(entity.path, page, links)])
    path = f"seeds/entities/{folder}/{entity.id}.yml"
    lines = _proposal(entity)
    begun = links.lookups.archive.collection
    begin = corrections.new_url(begun.forge_url, begun.forge_branch, path, lines)
    return _folded(
        [
            f'<p class="col">{_(_NO_RECORD)}</p>',
            facts([(_("File"), _linked(markdown.plain(path), begin))]),
            f'<pre class="citation">\n{markdown.preformatted(lines)}</pre>',
            _to_whom(path, page, links),
        ]
    )


def _folded(parts: Iterable[str]) -> str:
    return folded(_("Suggest a correction"), "", "\n\n".join(p for p in parts if p), ANCHOR)


_DOCUMENT = noted(
    "Everything that is said about this text stands in one file, and anyone may propose a change "
    "of it. The text itself stays as it came: a misprint in it gets a note."
)
_RECORD = noted(
    "What this page says of the record stands in one file. Anyone may propose a change."
)
_NO_RECORD = noted(
    "Nobody has written a record yet; this page was made by rules. A file with these lines would "
    "begin one. If it is no name, or the wrong kind, say so."
)


def _description(document: Document) -> tuple[str, Written | None]:
    """Return the YAML file that describes *document*, and where things stand
    in it; None where it is still to be written."""
    path = document.description_path
    if path.endswith((".yml", ".yaml")):
        return path, document.written
    return f"{document.path.rpartition('.')[0]}.yml", None


def _file(
    path: str, written: Written | None, keys: Mapping[str, str], links: Links
) -> list[tuple[str, str]]:
    if written is None:
        return [(_("File"), f"{markdown.plain(path)} <small>{_('not written yet')}</small>")]
    rows = [(_("File"), _linked(markdown.plain(path), _editor(path, written.line, links)))]
    places = " · ".join(
        _place(label, path, written.lines[key], links)
        for key, label in keys.items()
        if key in written.lines
    )
    return [*rows, (_("Lines"), places)] if places else rows


def _editor(path: str, line: int, links: Links) -> str:
    collection = links.lookups.archive.collection
    return corrections.edit_url(collection.forge_url, collection.forge_branch, path, line)


def _place(label: str, path: str, line: int, links: Links) -> str:
    return f"{label}&#160;<small>{_line(path, line, links)}</small>"


def _line(path: str, line: int, links: Links) -> str:
    """Return "line 12", a link where the file can be edited on the web.  The
    class tells a diff that a line which only moved is no change."""
    url = _editor(path, line, links)
    number = counted("line {n}", "line {n}", line)
    return _linked(f'<span class="ln">{number}</span>', url)


def _linked(shown: str, url: str) -> str:
    return f'<a href="{markdown.attribute(url)}">{shown}</a>' if url else shown


def _quoted(document: Document, annotation: Annotation) -> str:
    words = fold(annotation.span.of(document.text))
    cut = words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0]
    more = "" if cut == words else "&#160;…"
    return vocabulary.quoted(document, markdown.plain(cut)) + more


def _by_people(document: Document, path: str, links: Links) -> str:
    """Each annotation that a person wrote, with the line where it stands, to
    be opened there."""
    every = (*document.mentions, *document.dates, *document.quotations, *document.notes)
    written = [a for a in every if a.line and is_visible(document, a.span)]
    if not written or not links.lookups.archive.collection.forge_url:
        return ""
    lines = []
    for one in sorted(written, key=lambda a: (a.line, a.span)):
        meant = ""
        if isinstance(one, Mention) and one.entities:
            meant = " = " + ", ".join(links.by_id(id) for id in one.entities)
        where = links.reference(document, one.span.start)
        place = _line(path, one.line, links)
        lines.append(f"{_quoted(document, one)}{meant}&#160;{where} <small>{place}</small>")
    return folded(_("Written by people"), str(len(lines)), listing(lines))


def _checked(written: Written) -> str:
    """The lines by which a person says that all of it is right, with the digest
    of what that person saw."""
    if not written.seen:
        return ""
    lines = (
        "status: reviewed\n"
        f'review: {{by: "{_("your name")}", on: "{_("YYYY-MM-DD")}", sha256: {written.seen}}}'
    )
    shown = f'<pre class="citation">\n{markdown.preformatted(lines)}</pre>'
    words = (
        f'<p class="col">{_("These lines say so in the file. They lapse when it is changed.")}</p>'
    )
    return folded(_("You have checked everything here?"), "", f"{words}\n\n{shown}")


def _told_in(entity: Entity, links: Links) -> str:
    """For an event: the lines of each account of it."""
    if not isinstance(entity, Event):
        return ""
    lines = []
    for document, account in links.lookups.accounts.get(entity.id, ()):
        path, written = _description(document)
        if written and account.line and is_visible(document, account.span):
            where = links.reference(document, account.span.start)
            place = _line(path, account.line, links)
            lines.append(f"{_quoted(document, account)}&#160;{where} <small>{place}</small>")
    return folded(_("Accounts of it"), str(len(lines)), listing(lines)) if lines else ""


def _tool(document: Document, written: Written | None) -> str:
    """The form that a script fills the lines in from; hidden without it."""
    has_list = written is not None and "annotations" in written.lines
    indent = written.indents.get("annotations", 2) if written else 2
    whole = "1" if document.access == "full" else ""
    choices = "".join(
        f'<option value="{kind}" data-ask="{markdown.attribute(_(ask))}">{_(label)}</option>'
        for kind, label, ask in _KINDS
    )
    return (
        f'<form class="correct" id="correct-form" hidden data-head="{"" if has_list else "1"}" '
        f'data-indent="{indent}" data-whole="{whole}" '
        f'data-here="{markdown.attribute(_("Suggest a correction"))}">'
        f"<p>{_('Select words in the text above, or choose a name that is linked there.')}</p>"
        f'<p><label for="correct-linked">{_("Linked")}</label> '
        f'<select id="correct-linked"><option value="">–</option></select></p>'
        f'<p><label for="correct-words">{_("Words of the text")}</label> '
        f'<output id="correct-words" for="correct-linked">–</output></p>'
        f'<p><label for="correct-kind">{_("What is wrong")}</label> '
        f'<select id="correct-kind">{choices}</select></p>'
        f'<p><label for="correct-value"></label> '
        f'<input id="correct-value" type="text" list="correct-known" autocomplete="off"></p>'
        f'<datalist id="correct-known"></datalist></form>'
    )


_KINDS = (
    ("note", noted("Something else"), noted("What is wrong, and how you know")),
    (
        "mention",
        noted("Somebody or something else is meant"),
        noted("Who or what: an id of this archive"),
    ),
    ("refuse", noted("It should not be linked"), ""),
    ("date", noted("The date is wrong"), noted("Which date, as 1998-05-03")),
)


def _lines() -> str:
    copy = (
        f'<button type="button" data-copy="correct-lines" data-done="{_("Copied")}" '
        f'data-selected="{_("Selected: copy it with the keyboard")}">{_("Copy")}</button>'
    )
    shown = markdown.preformatted(example().rstrip("\n"))
    return f'<pre class="citation" id="correct-lines">\n{shown}</pre>\n\n<p>{copy}</p>'


def _what_to_do(path: str, written: Written | None, page: str, links: Links) -> str:
    """Say where the lines go: into the file, an issue, a mail."""
    collection = links.lookups.archive.collection
    if not collection.forge_url:
        return _to_whom(path, page, links, _SEND_LINES)
    if written is None:
        url = corrections.new_url(collection.forge_url, collection.forge_branch, path)
        takes = ' data-append=""' if url.endswith("value=") else ""
        opened = f'<a href="{markdown.attribute(url)}"{takes}>{_("begin the file")}</a>'
        words = _("Copy these lines, {begin} with them, and propose it.").format(begin=opened)
    else:
        line = written.at("annotations")
        opened = f'<a href="{markdown.attribute(_editor(path, line, links))}">{_("open it")}</a>'
        where = (
            _("below <code>annotations:</code> in line {n}").format(n=line)
            if "annotations" in written.lines
            else _("at the end of the file")
        )
        words = _("Copy these lines, {open}, paste them {where}, and propose the change.").format(
            open=opened, where=where
        )
    return f'<p class="col">{words} {_issue(page, links)}</p>'


_SEND_LINES = noted("Copy these lines and send them, with the name of the file, to {contact}.")
_SEND = noted("Say what is wrong, and how you know, to {contact}.")


def _to_whom(path: str, page: str, links: Links, words: str = _SEND) -> str:
    collection = links.lookups.archive.collection
    if collection.forge_url:
        return f'<p class="col">{_issue(page, links)}</p>'
    contact = markdown.plain(collection.contact) or _("those who gave you this archive")
    title = fold(collection.title)
    mail = corrections.mail_url(collection.contact, f"{title}: {page}", path)
    if mail:
        takes = ' data-append=""' if words == _SEND_LINES else ""
        contact = f'<a href="{markdown.attribute(mail)}"{takes}>{contact}</a>'
    return f'<p class="col">{_(words).format(contact=contact)}</p>'


def _issue(page: str, links: Links) -> str:
    collection = links.lookups.archive.collection
    address = f"{collection.site_url.rstrip('/')}/{page}" if collection.site_url else page
    url = corrections.issue_url(collection.forge_url, _("Correction: ") + page, address)
    opened = f'<a href="{markdown.attribute(url)}" data-append="">{_("tell it in an issue")}</a>'
    return _("You can also {issue}.").format(issue=opened)


def _proposal(entity: Entity) -> str:
    data: dict[str, object] = {"name": fold(entity.name)}
    if entity.variants:
        data["variants"] = [fold(variant) for variant in entity.variants]
    if entity.short_forms:
        data["short_forms"] = [fold(form) for form in entity.short_forms]
    data["status"] = "proposed"
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
