"""The few strings that the theme itself says, from the catalogue.

The templates hold them in English as well, for a site that is built without
this program; ``extra.words`` in an archive's mkdocs.yml goes before both.
"""

from __future__ import annotations

from regesta.wording import _


def words() -> dict[str, str]:
    """Return each string under the name by which the templates ask for it."""
    return {
        "sections": _("Archive"),
        "search": _("Search the archive"),
        "skip": _("Skip to the text"),
        "flip": _("Light or dark"),
        "flip_long": _("Switch between light and dark"),
        "copied": _("address copied"),
        "not_found": _("There is no page here"),
        "not_found_text": _(
            "The address may be mistyped. Addresses in this archive do not change: "
            "what was ever published stays where it was."
        ),
    }


def titles() -> dict[str, str]:
    """Return the titles in the bar and at the foot, by the page they lead to."""
    return {
        "index.md": _("Home"),
        "documents/index.md": _("Documents"),
        "events/index.md": _("Events"),
        "people/index.md": _("People"),
        "chronology/index.md": _("Chronology"),
        "places/index.md": _("Places"),
        "topics/index.md": _("Topics"),
    }


def foot_titles() -> dict[str, str]:
    """Return the titles at the foot, by the page they lead to."""
    return {
        "organisations/index.md": _("Organisations"),
        "search.md": _("Search"),
        "finding-aid.md": _("Finding aid"),
        "sources/index.md": _("Sources"),
        "gaps.md": _("Referred to, not held"),
        "review.md": _("What has been checked"),
        "rights.md": _("Rights and takedown"),
        "data.md": _("Data"),
    }
