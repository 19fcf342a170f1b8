"""Folders and files that cannot be read at all."""

from __future__ import annotations

from regesta.problem_codes.row import Row

FILES: tuple[Row, ...] = (
    (
        "archive-missing",
        "No archive here",
        "An archive is a folder with a folder seeds/documents/ in it; none was found.",
        "an archive is a folder with seeds/documents/; put your .txt files there,\n"
        "or name another folder: regesta -C FOLDER build",
    ),
    (
        "file-link",
        "A link instead of a file",
        "Symbolic links are not followed: they could lead out of the archive.",
        "put the file itself in this place",
    ),
    (
        "file-special",
        "Not an ordinary file",
        "A folder, pipe, socket or device stands where a file is expected.",
        "put an ordinary file in this place, or give the folder a name without an ending",
    ),
    (
        "file-unreadable",
        "A file that cannot be read",
        "The system refuses to open the file.",
        "allow reading, for example: chmod a+r FILE",
    ),
    (
        "file-too-large",
        "A file that is too large",
        "One text may have 32 MB, one description or record 1 MB, a table 32 MB and 100,000 lines.",
        "split it into parts, each a document of its own",
    ),
    (
        "file-name",
        "A file name that not every system can hold",
        "The name holds bytes that are not UTF-8, or control characters.",
        "rename the file with letters, digits, - and _",
    ),
    (
        "file-name-elsewhere",
        "A file name that Windows or macOS cannot hold",
        "Here the name is no trouble. On another system the file cannot be written, or takes the "
        "place of another. Pages and addresses do not depend on it; in a bundle the text stands "
        "under its document's id.",
        "rename the file, and give its present id in the description: id: …",
        "notice",
    ),
    (
        "catalogue-not-readable",
        "A translation of the pages’ words that cannot be read",
        "A file in seeds/interface/ must be a gettext catalogue (PO), as translation editors write "
        "it; until it can be read the pages stay English.",
        "save it again from the editor for translations, in UTF-8, or begin anew from regesta.pot",
    ),
    (
        "file-not-used",
        "A file that is not read",
        "Only texts (.txt), their descriptions (.yml) and the files that the guide names are read.",
        "save a text as plain text with the ending .txt; move anything else out of seeds/",
        "notice",
    ),
)
