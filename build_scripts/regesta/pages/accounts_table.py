"""Accounts side by side: a row an aspect, a column a voice.

A cell holds the source's words with the link to their passage, or says that
the voice is silent.  Where there are many voices a column is a document, and
the voices that it reports stand under their names in its cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from regesta import edtf
from regesta.model import Account, Document
from regesta.pages import markdown, vocabulary
from regesta.pages.column_widths import colgroup
from regesta.pages.links import Links
from regesta.pages.voices import Voice, heading, plain_name
from regesta.pages.wording import _, counted

Accounts = Sequence[tuple[Document, Account]]

COLUMNS = 7
"""Voices that get a column each; more share that of their document."""

CHOICES = 16
"""Voices among which a phone lets readers choose (accounts.css); of more, all
are shown, one under another."""


def side_by_side(accounts: Accounts, found: Sequence[Voice], links: Links) -> str:
    """Return the section with the table of *accounts* by *found* voices."""
    if not found:
        return ""
    numbered = {one: n for n, one in enumerate(found, 1)}
    documents = dict.fromkeys(one.document_id for one in found)
    shared = len(found) > COLUMNS and len(documents) < len(found)
    rows = []
    for aspect, label in vocabulary.ASPECTS.items():
        told = [(d, a) for d, a in accounts if a.aspect == aspect]
        if told:
            cells = (_shared_cells if shared else _cells)(numbered, aspect, told, links)
            rows.append(f'<tr markdown="1">\n<th scope="row">{label}</th>\n{cells}\n</tr>')
    head = _shared_head(found, links) if shared else _head(found, links)
    silent = _(
        "“Silent” means that we found nothing in what this voice says here. "
        "It does not mean that it did not happen."
    )
    title = _("Accounts side by side")
    if len(found) == 1:
        title, silent = _("The one account of it"), _("No other voice in this archive tells of it.")
    return (
        f"## {title} {{: #side }}\n\n{_choices(numbered, links)}\n\n"
        f'<div class="wide" markdown="1">\n'
        f'<table class="accounts{" shared" if shared else ""}" aria-labelledby="side" '
        f'markdown="1">\n{_widths(accounts, found, shared=shared)}\n'
        f'<thead markdown="1">\n{head}\n</thead>\n<tbody markdown="1">\n'
        + "\n".join(rows)
        + f'\n</tbody>\n</table>\n</div>\n\n<p class="tkey">{silent}</p>'
    )


def _widths(accounts: Accounts, found: Sequence[Voice], *, shared: bool) -> str:
    """Widths by what each column holds in each row."""
    said: Counter[tuple[object, str]] = Counter()
    for document, account in accounts:
        voice = None if shared else account.according_to
        said[(document.id, voice), account.aspect] += account.span.end - account.span.start
    columns = dict.fromkeys((v.document_id, None if shared else v.according_to) for v in found)
    return colgroup([said[one, row] for row in vocabulary.ASPECTS] for one in columns)


def _head(found: Sequence[Voice], links: Links) -> str:
    deck = []
    for _id, group in groupby(found, key=lambda v: v.document_id):
        members = list(group)
        label = links.document(members[0].document, links.label(members[0].document))
        told = _("As told by document") if len(members) > 1 else _("Document")
        if not links.lookups.is_numbered(members[0].document):
            told = _("As told by") if len(members) > 1 else ""
        deck.append(
            f'<th scope="colgroup" colspan="{len(members)}" markdown="span">'
            f"<span>{told} {label}</span></th>"
        )
    heads = [f'<th scope="col" markdown="span">{heading(one, links)}</th>' for one in found]
    return (
        '<tr class="deck" markdown="1">\n<td></td>\n'
        + "\n".join(deck)
        + '\n</tr>\n<tr markdown="1">\n<td></td>\n'
        + "\n".join(heads)
        + "\n</tr>"
    )


def _shared_head(found: Sequence[Voice], links: Links) -> str:
    heads = []
    for _id, group in groupby(found, key=lambda v: v.document_id):
        members = list(group)
        document = members[0].document
        others = sum(1 for one in members if one.according_to)
        number = counted("and {n} voice it reports", "and {n} voices it reports", others)
        publisher = markdown.plain(vocabulary.publisher(document))
        small = f"<small>{publisher}</small>" + (f"<small>{number}</small>" if others else "")
        name = links.named(document, start=True)
        heads.append(f'<th scope="col" markdown="span">{name}{small}</th>')
    return '<tr markdown="1">\n<td></td>\n' + "\n".join(heads) + "\n</tr>"


def _choices(numbered: dict[Voice, int], links: Links) -> str:
    """Radio buttons by which a phone shows one voice at a time, no script."""
    if not 1 < len(numbered) <= CHOICES:
        return ""
    choices = []
    for one, n in numbered.items():
        checked = " checked" if n == 1 else ""
        name = markdown.plain(plain_name(one, links))
        label = links.label(one.document)
        small = label if one.according_to else markdown.plain(vocabulary.publisher(one.document))
        choices.append(
            f'<label><input type="radio" name="v" id="v{n}"{checked}><span>{name}</span>'
            f" <small>{small}</small></label>"
        )
    return (
        f'<fieldset class="voices"><legend class="vh">{_("Show one voice")}</legend>'
        + "".join(choices)
        + "</fieldset>"
    )


def _cells(numbered: dict[Voice, int], aspect: str, told: Accounts, links: Links) -> str:
    out = []
    for one, n in numbered.items():
        attributes = _attributes(one, n, aspect, links)
        lines = _statements(one, told, links)
        if lines:
            out.append(f'<td {attributes} markdown="1">\n{lines}\n</td>')
        else:
            out.append(f'<td {attributes} data-silent="">{_("silent")}</td>')
    return "\n".join(out)


def _shared_cells(numbered: dict[Voice, int], aspect: str, told: Accounts, links: Links) -> str:
    """Cells that the voices of one document share; the silent come last."""
    out = []
    for _id, group in groupby(numbered, key=lambda v: v.document_id):
        said, silent = [], []
        members = list(group)
        for one in members:
            attributes = _attributes(one, numbered[one], aspect, links)
            lines = _statements(one, told, links)
            name = markdown.plain(plain_name(one, links)) if one.according_to else ""
            if lines:
                who = f'<p class="who">{name}</p>\n' if name else ""
                said.append(f'<div {attributes} markdown="1">\n{who}{lines}\n</div>')
            else:
                shown = f"{name or _('Its own words')}<i>: {_('silent')}</i>"
                if one.according_to is None and len(members) == 1:
                    shown = f"<i>{_('silent')}</i>"
                silent.append(f'<span {attributes} data-silent="">{shown}</span>')
        if silent:
            said.append(f'<p class="silents" markdown="span">{" ".join(silent)}</p>')
        out.append('<td markdown="1">\n' + "\n".join(said) + "\n</td>")
    return "\n".join(out)


def _attributes(one: Voice, n: int, aspect: str, links: Links) -> str:
    name = plain_name(one, links)
    if one.according_to and links.lookups.is_numbered(one.document):
        name = f"{name} ({links.lookups.label(one.document)})"
    return (
        f'data-aspect="{aspect}" data-document="{one.document_id}" data-voice="{one.key}" '
        f'data-n="{n}" data-label="{markdown.attribute(name)}"'
    )


def _statements(one: Voice, told: Accounts, links: Links) -> str:
    """Return what *one* says, one statement a paragraph, or ""."""
    own = [a for d, a in told if d.id == one.document_id and a.according_to == one.according_to]
    return "\n".join(f'<p markdown="span">{_statement(one.document, a, links)}</p>' for a in own)


def _statement(document: Document, account: Account, links: Links) -> str:
    words = markdown.plain(account.span.of(document.text))
    reference = links.reference(document, account.span.start, short=True)
    asides = []
    if account.modality != "reported":
        asides.append(
            {"planned": _("planned"), "hedged": _("hedged"), "denied": _("denied")}[
                account.modality
            ]
        )
    if account.status == "machine":
        asides.append(_("found by rule"))
    if account.certainty != "certain":
        asides.append(_(account.certainty))
    if account.value:
        value = edtf.speak(account.value) if account.aspect == "date" else account.value
        asides.append(markdown.plain(value))
    small = f" <small>{'; '.join(asides)}</small>" if asides else ""
    return f"{vocabulary.quoted(document, words)}&#160;{reference}{small}"
