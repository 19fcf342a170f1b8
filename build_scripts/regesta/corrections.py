"""From a page to the file behind it: addresses of a forge's editor, and lines
of YAML ready to paste.

Pure: nothing here opens a file or asks the network.
"""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import quote, urlsplit

import yaml

from regesta.whitespace import fold

Forge = Literal["github", "gitlab"]


def forge(url: str) -> Forge:
    """Tell by the host of *url* which forge it is; what is not known to be
    GitLab is taken for GitHub, whose form Gitea and Forgejo's resembles."""
    host = (urlsplit(url).hostname or "").lower()
    return "gitlab" if "gitlab" in host.split(".") or host.startswith("gitlab") else "github"


def edit_url(forge_url: str, branch: str, path: str, line: int = 0) -> str:
    """Return the address that opens *path* (from the archive's root) in the
    forge's editor, "" where the archive names no forge.

    GitHub: ``…/edit/BRANCH/PATH#L12``; GitLab: ``…/-/edit/BRANCH/PATH#L12``.
    """
    return _address(forge_url, "edit", branch, path, line)


def view_url(forge_url: str, branch: str, path: str, line: int = 0) -> str:
    """Return the address that shows *path* at *line* in the forge, "" where
    the archive names none."""
    return _address(forge_url, "blob", branch, path, line)


def new_url(forge_url: str, branch: str, path: str, text: str = "") -> str:
    """Return the address that begins the file *path* with *text* in it, "" where
    the archive names no forge.  GitLab takes no text; elsewhere more of it may
    be added at the end, encoded."""
    if not forge_url:
        return ""
    root, ref = forge_url.rstrip("/"), quote(branch or "main", safe="/")
    folder, _, name = path.rpartition("/")
    if forge(forge_url) == "gitlab":
        return f"{root}/-/new/{ref}/{quote(folder)}?file_name={quote(name, safe='')}"
    return f"{root}/new/{ref}?filename={quote(path, safe='')}&value={quote(text, safe='')}"


def issue_url(forge_url: str, title: str, page: str) -> str:
    """Return the address that begins an issue about *page*, "" where the
    archive names no forge.  Lines of YAML may be added at its end, encoded.

    GitHub fills in the form that every archive here has; GitLab has one text.
    """
    if not forge_url:
        return ""
    root = forge_url.rstrip("/")
    title, page = quote(title, safe=""), quote(page, safe="")
    if forge(forge_url) == "gitlab":
        return f"{root}/-/issues/new?issue[title]={title}&issue[description]={page}%0A%0A"
    return f"{root}/issues/new?template=correction.yml&title={title}&page={page}&snippet="


_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def mail_url(contact: str, subject: str, body: str) -> str:
    """Return the address that begins a mail to the first mailbox in *contact*
    (RFC 6068), "" where it names none.  Lines may be added at its end."""
    found = _MAILBOX.search(contact)
    if not found:
        return ""
    subject, body = quote(subject, safe=""), quote(f"{body}\r\n\r\n", safe="")
    return f"mailto:{quote(found[0], safe='@')}?subject={subject}&body={body}"


def _address(forge_url: str, what: str, branch: str, path: str, line: int) -> str:
    if not forge_url:
        return ""
    between = "/-/" if forge(forge_url) == "gitlab" else "/"
    anchor = f"#L{line}" if line > 0 else ""
    ref = quote(branch or "main", safe="/")
    return f"{forge_url.rstrip('/')}{between}{what}/{ref}/{quote(path)}{anchor}"


def snippet(
    exact: str,
    *,
    prefix: str = "",
    suffix: str = "",
    mention: str | None = None,
    note: str | None = None,
    refuse: str | None = None,
    date: str | None = None,
) -> str:
    """Return the YAML of an annotation on a passage, to paste below
    ``annotations:`` in the document's description.

    *prefix* and *suffix* are the words directly before and after, where the
    passage stands in the text more than once.  Without any of the others it is
    a note to be written.
    """
    passage: object = fold(exact)
    if prefix or suffix:
        around = {"exact": fold(exact), "prefix": fold(prefix), "suffix": fold(suffix)}
        passage = {key: value for key, value in around.items() if value}
    line: dict[str, object] = {"passage": passage}
    said = {"mention": mention, "date": date, "note": note, "refuse": refuse}
    given = {key: value for key, value in said.items() if value is not None}
    line |= given or {"note": "what should be said here"}
    dumped = yaml.safe_dump([line], allow_unicode=True, sort_keys=False, width=100)
    return "annotations:\n" + "".join(f"  {row}\n" for row in dumped.splitlines())
