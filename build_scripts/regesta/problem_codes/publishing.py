"""Addresses and what publishing writes."""

from __future__ import annotations

from regesta.problem_codes.row import Row

PUBLISHING: tuple[Row, ...] = (
    (
        "contact-missing",
        "No contact",
        "A published archive says how to reach those who keep it.",
        'contact: "archive@example.org"',
    ),
    (
        "takedown-missing",
        "No takedown policy",
        "A published archive says what happens when someone asks for removal.",
        'takedown: "Write to the contact above and name the page; we answer within 14 days."',
    ),
    (
        "published-line",
        "A line of published.tsv is not of its form",
        "Each line holds an address, an anchor and an offset, with tabs between.",
        "take the file back from git: publishing writes it, nobody else",
    ),
    (
        "history-line",
        "A line of history.tsv is not of its form",
        "Each line holds a document, a day, what was done and by whom, with tabs between.",
        "seeds/documents/letter.txt<TAB>2024-03-01<TAB>Corrected the date<TAB>Ada Brook",
    ),
    (
        "id-vanished",
        "A published page is gone",
        "Addresses that readers may have cited must keep leading somewhere.",
        "formerly: [OLD-ID] in the record that takes its place;\n"
        "a document that must go gets withdrawn: {reason: ..., date: ...}",
    ),
    (
        "page-edited",
        "A generated page that was edited by hand",
        "Pages below docs/ that say `generated_from:` are written by a build from seeds/; an edit "
        "there would be lost. `regesta diff` tells of it.",
        "undo the edit, and change the file that `generated_from:` names",
    ),
    (
        "publication-edited",
        "A contribution changes what only publishing writes",
        "`seeds/published.tsv` lists every address ever published and `seeds/history.tsv` what git "
        "tells of each document; the job on the main branch writes both. In a contribution they "
        "could hide an address that is gone, or tell a past that never was. `regesta diff "
        "--contribution` tells of it.",
        "take the change of this file back: git checkout origin/main -- seeds/published.tsv "
        "seeds/history.tsv",
    ),
    (
        "file-in-the-way",
        "A file stands where a page belongs",
        "Only files with generated_from: in their front matter are the build's to overwrite.",
        "move it to another name, or delete it; the build never overwrites it",
    ),
    (
        "engine-warning",
        "MkDocs warns",
        "MkDocs found a link or setting that does not hold, mostly on a hand-written page.",
        "mend the page that is named; generated pages are mended in seeds/",
    ),
)
