"""The page at an address that another has taken up: where it is now; and at
one of which nothing may be told any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from regesta.archive.permanence import Published
from regesta.pages import markdown
from regesta.pages.front_matter import page
from regesta.pages.wording import _

Where = Callable[[str, int], str]
"""From an address that took another up, and the offset of an old anchor there,
to the address of the page that holds it."""


def render(
    address: str, targets: Sequence[str], old: Published, names: Mapping[str, str], where: Where
) -> tuple[str, str]:
    """Return (path below ``docs/``, text) for the old *address*; every anchor
    it once had leads to the same anchor of the page that took it up.

    *names* maps an address to what its page is called.
    """
    front = {
        "title": _("Moved"),
        "generated_from": "seeds/published.tsv",
        "head": {"robots": "noindex", "description": _("Moved")},
    }
    up = "../" * address.count("/")
    lines = [f"# {_('Moved')} {{: #title }}"]
    for target in targets:
        name = markdown.plain(names.get(target, target))
        lines.append(f"{_('This is now')} {markdown.link(name, f'{up}{target}.md')}.")
    if len(targets) == 1:
        words = _("The passage that stood here")
        for anchor, offset in sorted(old.pages.get(address, {}).items()):
            target = f"{up}{where(targets[0], offset)}.md#{anchor}"
            lines.append(f"{markdown.link(words, target)}\n{{: #{anchor} }}")
    return f"{address}.md", page(front, "\n\n".join(lines))


def withheld(address: str) -> tuple[str, str]:
    """Return (path below ``docs/``, text) for the *address* of an entity that
    only text kept from readers tells of."""
    title = _("Not published")
    front = {
        "title": title,
        "generated_from": "seeds/published.tsv",
        "head": {"robots": "noindex", "description": title},
    }
    words = _("What stood here came from text that is no longer published.")
    return f"{address}.md", page(front, f"# {title} {{: #title }}\n\n{words}")
