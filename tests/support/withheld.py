"""An archive whose one text is withheld after it was published, and the search
for the rare word in it."""

from __future__ import annotations

from pathlib import Path

from unit.test_access import RARE, everywhere

WORD = RARE.title()
GONE = f"""\
The {WORD} affair

Ada Brook met Ottoline {WORD} in Port {WORD} on 4 May 1921, as the {WORD} Society told.

"It is a {WORD} day," said Ottoline {WORD}. On the {WORD} Fair they agreed.

Plain words stand at the end.
"""
OPEN = 'Open words\n\nAda Brook opened the library on 5 May.\n\nShe said: "It is a fine day."\n'
WITHHOLDING = {
    "withdrawn": 'withdrawn: {reason: "A relative asked.", date: "2024-03-01"}\n',
    "metadata": "access: metadata\n",
    "excerpt": "access: excerpt\nexcerpts: [Plain words stand at the end.]\n",
}


def leaking(folder: Path) -> set[str]:
    """Return the files outside of seeds/ and git that hold the word."""
    files = (p for p in folder.rglob("*") if p.is_file())
    return {
        name
        for path in files
        if not (name := path.relative_to(folder).as_posix()).startswith(("seeds/", ".git/"))
        if RARE in everywhere(path.read_bytes()) or RARE in name.casefold()
    }
