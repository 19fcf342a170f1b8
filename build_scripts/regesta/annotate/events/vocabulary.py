"""Nouns that can point to an event, and the words that go with them.

A family holds nouns that can mean the same occasion: what one writer calls a
meeting, another calls talks.  English only; lists and nothing else.
"""

from __future__ import annotations

from regesta.annotate.quotations.words import word_set

FAMILIES: dict[str, frozenset[str]] = {
    "meeting": word_set(
        "meeting talk discussion dialogue dialog summit conference conversation consultation "
        "negotiation session gathering encounter exchange forum roundtable deliberation parley"
    ),
    "call": word_set("call conversation talk teleconference"),
    "briefing": word_set("briefing conference"),
    "visit": word_set("visit trip tour journey stopover"),
    "announcement": word_set("announcement launch unveiling declaration proclamation"),
    "ceremony": word_set("ceremony signing inauguration opening groundbreaking dedication"),
    "vote": word_set("election vote referendum ballot plebiscite primary runoff"),
    "court": word_set("trial hearing verdict sentencing arraignment inquest"),
    "violence": word_set(
        "attack raid bombing battle war shooting massacre invasion offensive siege ambush strike "
        "assault airstrike coup clash"
    ),
    "protest": word_set("protest rally demonstration march riot uprising strike vigil walkout"),
    "disaster": word_set(
        "earthquake fire flood storm hurricane explosion accident crash disaster wildfire tornado "
        "eruption collapse outbreak"
    ),
    "death": word_set("death funeral killing assassination murder execution burial"),
    "gathering": word_set("congress convention festival exhibition reception dinner banquet"),
}
"""Family to its nouns, in the singular."""

VERBS = {
    "meets": "meeting",
    "meet": "meeting",
    "met": "meeting",
    "visits": "visit",
    "visited": "visit",
    "brief": "briefing",
    "briefs": "briefing",
    "calls": "call",
    "announces": "announcement",
    "launches": "launch",
    "attacks": "attack",
    "signs": "signing",
    "dies": "death",
}
"""Verbs in the name of an event, to the noun for it."""

USUALLY_PLURAL = word_set("talk negotiation consultation")
"""Nouns that mean an occasion in the plural only ("talks")."""

ALSO_VERBS = word_set(
    "talk call visit launch attack strike vote fire march trip tour protest "
    "rally raid exchange tour clash crash flood storm"
)
"""Nouns that look like verbs: they need an article, an adjective or a date."""

KINDS_OF = word_set(
    """
    virtual online remote video telephone phone bilateral trilateral multilateral inaugural initial
    opening closing final first second third fourth fifth further subsequent follow-up followup
    previous earlier prior last next upcoming forthcoming planned scheduled future closed-door
    private secret public informal formal preliminary preparatory plenary special emergency
    extraordinary ministerial working-level high-level senior-level expert technical annual biannual
    regular weekly monthly quarterly in-person face-to-face joint press news town-hall landmark
    historic rare plenary general presidential parliamentary municipal local national
    """
)
"""Adjectives that say which occasion or what kind; they belong to the words
that point to it.  Judgements ("candid", "productive") do not."""

ANOTHER_OCCASION = word_set(
    "further subsequent follow-up followup next upcoming forthcoming future planned scheduled "
    "previous earlier prior last second third fourth fifth another other"
)
"""Adjectives that set the occasion apart from the one the text is about."""

AHEAD = word_set("further next upcoming forthcoming future planned scheduled")
"""Adjectives of an occasion still to come."""

NOT_BEFORE = word_set("room place point points hall table space house paper group minutes")
"""Nouns after which an event's noun only describes ("meeting room")."""

FAMILIES_OF: dict[str, frozenset[str]] = {
    noun: frozenset(family for family, nouns in FAMILIES.items() if noun in nouns)
    for noun in sorted(frozenset[str]().union(*FAMILIES.values()))
}
"""Noun to the families that it belongs to."""


def singular(lower: str) -> tuple[str, bool] | None:
    """Return the event noun of which *lower* is a form, and whether it is a
    plural; None for other words."""
    if lower in FAMILIES_OF:
        return (lower, False)
    if lower.endswith("s") and lower[:-1] in FAMILIES_OF:
        return (lower[:-1], True)
    if lower.endswith(("ches", "shes")) and lower[:-2] in FAMILIES_OF:
        return (lower[:-2], True)
    return None
