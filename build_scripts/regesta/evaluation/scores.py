"""Counts of what is right, missed and too much, and their table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Score:
    """Counts of one measure; *wrong* holds a line for each miss."""

    right: int = 0
    missed: int = 0
    extra: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right (1.0 where nothing was found)."""
        found = self.right + self.extra
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Score) -> None:
        """Count *other* in."""
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra
        self.wrong += other.wrong


def table(scores: Mapping[str, Score]) -> str:
    """Return the scores as lines of fixed width."""
    lines = [f"{'measure':<20}{'right':>7}{'missed':>8}{'extra':>7}{'P':>7}{'R':>7}{'F':>7}"]
    for name, s in scores.items():
        lines.append(
            f"{name:<20}{s.right:>7}{s.missed:>8}{s.extra:>7}"
            f"{s.precision:>7.3f}{s.recall:>7.3f}{s.f:>7.3f}"
        )
    return "\n".join(lines)
