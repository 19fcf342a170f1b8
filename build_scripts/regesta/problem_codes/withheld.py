"""What is withheld or withdrawn."""

from __future__ import annotations

from regesta.problem_codes.row import Row

WITHHELD: tuple[Row, ...] = (
    (
        "passage-withheld",
        "Words that readers may not see",
        "A record rests on text that is withheld (access, withdrawn); that line is left out.",
        "name a passage of a text that is shown, or leave it so",
        "notice",
    ),
    (
        "record-withheld",
        "A record that only withheld text tells of",
        "Nothing that readers may see names it, so it has no page.",
        "show a passage that names it (access: excerpt), or leave it so",
        "notice",
    ),
)
