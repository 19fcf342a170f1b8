"""Where words stand in a long text of which very many are asked for.

A search from the beginning reads a megabyte for each passage; twelve thousand
passages would read it twenty thousand times.
"""

from __future__ import annotations

STEP, LENGTH = 4, 5
"""Every fourth place of the text is known by the five characters that begin there."""
SHORTEST = LENGTH + STEP - 1
"""Code points of words that cover such a place, wherever they stand."""
MOST = 500
"""Places with the same characters, at most, that are looked at one by one."""


class TextIndex:
    """The places of *text* by what begins there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] = {}
        for at in range(0, len(text) - LENGTH + 1, STEP):
            self._places.setdefault(text[at : at + LENGTH], []).append(at)

    def places(self, words: str) -> list[int] | None:
        """Return every place (code point) at which *words* begin, in order; None
        where they are too short, or too common, to be found by the index."""
        if len(words) < SHORTEST:
            return None
        found: list[int] = []
        for shift in range(STEP):
            near = self._places.get(words[shift : shift + LENGTH], ())
            if len(near) > MOST:
                return None
            begins = [at - shift for at in near if at >= shift]
            found += [at for at in begins if self._text.startswith(words, at)]
        return sorted(found)
