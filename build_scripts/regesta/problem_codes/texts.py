"""Source texts."""

from __future__ import annotations

from regesta.problem_codes.row import Row

TEXTS: tuple[Row, ...] = (
    (
        "text-empty",
        "A text without words",
        "The file has no character but white space.",
        "put the text in, or remove the file",
    ),
    (
        "text-binary",
        "Not a text",
        "The file holds bytes that no text has, as a picture, a PDF or a Word file does.",
        "save it as plain text (.txt) and put that here",
    ),
    (
        "text-encoding",
        "A text in another encoding",
        "The bytes are not UTF-8, or not what the description declares.",
        "say in the description which encoding it is, for example  encoding: windows-1252",
    ),
    (
        "text-html",
        "A page of the web saved as a text",
        "The file is HTML with the ending of a text. A text is shown as it stands: its tags are "
        "shown, and searched, as words.",
        "where only the words are wanted, save the page as text (in a browser: Save as, text) and "
        "put that here; where it is the source itself, nothing is to be done",
        "notice",
    ),
    (
        "encoding-unknown",
        "An encoding that is not known",
        "`encoding` names how the letters of the text are stored; this name is not known.",
        "encoding: utf-8, windows-1252, iso-8859-1, utf-16, gb18030, shift_jis, …",
    ),
    (
        "text-twice",
        "Two files for one document",
        "Two texts differ in the ending alone, so they would be the same document.",
        "keep one, or give the other another name",
    ),
    (
        "text-same-bytes",
        "The same text twice",
        "Two files hold the same bytes; a text belongs to one document.",
        "keep one; the other's id can go under `formerly:` in the description of the one kept",
    ),
    (
        "annotations-many",
        "More names, dates or quotations than a page can use",
        "A text may hold 1,000 names and one more for every 25 characters, 1,000 dates and one "
        "more for every 40, 1,000 quotations and one more for every 50: several times what texts "
        "hold that people write. In what stands behind, the program looks for no more of that "
        "kind; the text itself is shown, searched and cited whole, and its page says the same.",
        "look whether the file is one text (a table of data reads better as a list of its own);\n"
        "split what is several texts into a file each; or mark under  annotations:  in the\n"
        "description what matters further on: what a person marks is never left out",
        "notice",
    ),
    (
        "digest-differs",
        "Not the bytes that were described",
        "The description's `sha256` is not the digest of the file: one of the two has changed.",
        "restore the file; or, if the description is about these bytes, correct `sha256`",
    ),
)
