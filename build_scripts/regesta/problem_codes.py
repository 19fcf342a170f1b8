"""The catalogue of problems: code, title, what it means, what is right.

Data only; :mod:`regesta.problems` reads it.  The guide's page of problems is
generated from it, so the words are for people who have never written code.
A code stays what it is once it was published: scripts may look for it.
"""

from __future__ import annotations

from regesta.model import Severity

Row = tuple[str, str, str, str] | tuple[str, str, str, str, Severity]

_FILES: tuple[Row, ...] = (
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
        "One text may have 32 MB, one description or record 1 MB.",
        "split it into parts, each a document of its own",
    ),
    (
        "file-name",
        "A file name that not every system can hold",
        "The name holds bytes that are not UTF-8, or control characters.",
        "rename the file with letters, digits, - and _",
    ),
    (
        "file-not-used",
        "A file that is not read",
        "Only texts (.txt), their descriptions (.yml) and the files that the guide names are read.",
        "save a text as plain text with the ending .txt; move anything else out of seeds/",
        "notice",
    ),
)

_TEXTS: tuple[Row, ...] = (
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
        "digest-differs",
        "Not the bytes that were described",
        "The description's `sha256` is not the digest of the file: one of the two has changed.",
        "restore the file; or, if the description is about these bytes, correct `sha256`",
    ),
)

_YAML: tuple[Row, ...] = (
    (
        "yaml-syntax",
        "YAML that cannot be read",
        "The file breaks the rules of YAML, so nothing in it can be trusted.",
        'title: "Words with a colon: in quotation marks"\nlanguage: en',
    ),
    (
        "yaml-tab",
        "A tab where spaces belong",
        "YAML lines are moved in with spaces; tabs are not allowed there.",
        "use two spaces instead of the tab",
    ),
    (
        "yaml-encoding",
        "A record that is not UTF-8",
        "Descriptions and records are always UTF-8.",
        "save the file again, choosing UTF-8 as its encoding",
    ),
    (
        "yaml-too-large",
        "A record that is too large",
        "A description or record may have 1 MB, 20 levels one inside the other, and 5,000 keys in "
        "one place.",
        "shorten it; long notes belong in a document of their own",
    ),
    (
        "yaml-anchor",
        "An anchor or alias",
        "`&name` and `*name` are not read: each value is written where it belongs.",
        "write the value out; put words that begin with & or * in quotation marks",
    ),
    (
        "yaml-tag",
        "A YAML tag",
        "Words that begin with ! change a value's type and are not read.",
        "leave the tag out; put words that begin with ! in quotation marks",
    ),
    (
        "yaml-key",
        "A key that is not a plain word",
        "Keys are plain words; lists, merge keys (<<) and empty keys are not read.",
        "language: en",
    ),
    (
        "yaml-duplicate-key",
        "A key twice",
        "The same key stands twice in one place; which of the two counts is not clear.",
        "keep one of the two",
    ),
    (
        "yaml-documents",
        "More than one record in a file",
        "A line of three hyphens begins a second record; one file holds one.",
        "put the second in a file of its own, or remove the line ---",
    ),
)

_TABLES: tuple[Row, ...] = (
    (
        "table-encoding",
        "A table that is not UTF-8",
        "Tables are read as UTF-8, or as UTF-16 with its mark (what spreadsheet programs call "
        "Unicode text).",
        "save it anew as “CSV UTF-8”",
    ),
    (
        "table-quote",
        "Quotation marks in a table that are not closed",
        "A cell that begins with a quotation mark must end with one; what follows cannot be told "
        "apart, so nothing of the table is used.",
        'close the quotation marks; inside them write two for one: "He said ""yes"""',
    ),
    (
        "table-column",
        "A column that is not known",
        "The first row names the columns. A column that the guide does not name, or that stands "
        "there twice, is left out.",
        "give the column one of the names in the guide, or remove it",
    ),
    (
        "table-shape",
        "Cells that have moved",
        "A row has content where no column is named, or a cell holds what belongs into another "
        "column. The row is left out.",
        "move the cells of the row under the columns that they belong to",
    ),
    (
        "table-row",
        "A row that does not say what it describes",
        "In documents.csv the column `file` names a text (one.txt, letters/two.txt); in "
        "entities.csv `kind` and `id` name the record.",
        "file: letters/two.txt        kind: person, id: ana-lind",
    ),
    (
        "table-twice",
        "Two rows for the same thing",
        "A text or a record has one row; the second is left out.",
        "put both into one row",
    ),
    (
        "table-conflict",
        "Table and YAML file disagree",
        "Tables and YAML files may be mixed, but one thing is said in one place. What the two say "
        "differently is left out until they agree.",
        "remove it from one of the two places",
    ),
)

_FIELDS: tuple[Row, ...] = (
    (
        "key-unknown",
        "A key that is not known",
        "This key has no meaning here; most often it is misspelt.",
        "use one of the keys that are allowed here",
    ),
    (
        "key-missing",
        "A key is missing",
        "Without this key the rest does not say enough.",
        "add the key",
    ),
    (
        "value-shape",
        "Another kind of value is expected",
        "A list is expected where a text stands, or the other way round.",
        "variants: [First name, Second name]",
    ),
    (
        "value-not-allowed",
        "A value that is not on the list",
        "This key takes one of a few words.",
        "use one of the allowed words",
    ),
    (
        "value-too-long",
        "A value that is too long",
        "There is a limit of length for each value.",
        "shorten it",
    ),
    (
        "value-combination",
        "Values that do not go together",
        "Each value is right by itself, but together they say too much or too little.",
        "see the guide's page on descriptions",
    ),
    (
        "id-not-valid",
        "An id that cannot be an address",
        "Ids are small letters a-z, digits and hyphens, at most 80, beginning with a letter "
        "or digit; a few names are kept for the archive itself.",
        "id: minutes-1923-04-12",
    ),
    (
        "date-not-valid",
        "A date that does not exist",
        "Dates are written year-month-day and must be in the calendar.",
        "1998-05-03",
    ),
    (
        "edtf-not-valid",
        "A date that cannot be read",
        "Dates of documents and events are EDTF: a day, month or year, an interval, or one of "
        "a set.",
        "1998-05-03, 1998-05, 1998, 1998-05-03/1998-05-05 (it lasted),\n"
        "[1998-05-03..1998-05-05] (some day between the two)",
    ),
    (
        "uri-not-valid",
        "An address that is not a web address",
        "Addresses begin with https:// or http://.",
        "https://example.org/page",
    ),
    (
        "digest-not-valid",
        "A digest that is none",
        "A SHA-256 digest has 64 digits from 0-9 and a-f.",
        "sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    (
        "number-not-valid",
        "A number that is not possible",
        "Latitude goes from -90 to 90, longitude from -180 to 180, levels from 2 to 3.",
        "location: {latitude: 48.2082, longitude: 16.3738, source: GeoNames 2761369}",
    ),
    (
        "review-missing",
        "Reviewed, but by whom?",
        "`status: reviewed` counts only with who looked at what, and when.",
        "review: {by: Full Name, on: 2026-11-22, sha256: the digest that the page shows}",
    ),
    (
        "review-lapsed",
        "Changed since it was reviewed",
        "A review names the digest of what was seen. That has changed, so it counts as proposed "
        "until somebody looks at it again.",
        "look at it again, and give the digest that the page shows under “Suggest a correction”",
        "notice",
    ),
)

_RECORDS: tuple[Row, ...] = (
    (
        "description-twice",
        "Two descriptions of one text",
        "NAME.yml and NAME.yaml stand beside each other; which counts is not clear, so the "
        "document is left out.",
        "keep one of the two",
    ),
    (
        "description-unreadable",
        "A document left out with its description",
        "The description may restrict the text (access, withdrawn, encoding), but that part of "
        "it cannot be read; the text is left out until it can.",
        "correct the lines named for the description",
    ),
    (
        "description-without-text",
        "A description without its text",
        "There is no text of this name, and the description does not say that none is held.",
        "add the text; or say  access: metadata  (or withdrawn:) and give the text's sha256",
    ),
    (
        "digest-missing",
        "No text and no digest",
        "Where no text is held, its digest is all that can still prove what it was.",
        "sha256: 64 digits, from  sha256sum FILE",
    ),
    (
        "id-twice",
        "An id twice",
        "Two documents, or two records, have the same id; their pages would have one address.",
        "give one of the two another id",
    ),
    (
        "name-twice",
        "A name that two records share",
        "A variant name is valid anywhere in the archive, so only one record can have it.",
        "move it to short_forms (counts only after the full name) or to worded_as (one document)",
    ),
    (
        "reference-unknown",
        "An id that is nowhere",
        "The id of a document or record is used, but there is none of this id.",
        "correct the id, or add the record: seeds/entities/people/ID.yml (places/, events/, …)",
    ),
    (
        "reference-kind",
        "An id of another kind",
        "The id exists, but names something else than is needed here.",
        "an event's id is a file in seeds/entities/events/, a place's one in places/",
    ),
    (
        "entity-folder",
        "A record in an unknown folder",
        "The folder says what kind of record it is.",
        "seeds/entities/people/ID.yml (or organisations, places, topics, events)",
    ),
    (
        "passage-not-found",
        "Words that are not in the text",
        "A passage must stand in the text letter by letter; only white space may differ.",
        "copy the words from the text",
    ),
    (
        "passage-not-unique",
        "Words that stand in the text more than once",
        "It is not clear which place is meant.",
        "passage: {exact: words, prefix: the words just before, suffix: the words just after}",
    ),
)

_WITHHELD: tuple[Row, ...] = (
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

_PUBLISHING: tuple[Row, ...] = (
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

_VERIFYING: tuple[Row, ...] = (
    (
        "fixity-changed",
        "A file that was changed",
        "Its bytes are not those that were recorded; the message names both digests.",
        "a text: restore it, for example from git; a page or the site: remove the file, then\n"
        "regesta build",
    ),
    (
        "fixity-missing",
        "A file that is gone",
        "It was recorded, and it is not there.",
        "a text: restore it, for example from git; a page or the site: regesta build",
    ),
    (
        "fixity-extra",
        "A file that nothing records",
        "It was put there after the record was made.",
        "a new text: regesta build; anything else: move it out of this folder",
    ),
    (
        "fixity-renamed",
        "A file under another name",
        "Its bytes are those that were recorded, its name is not.",
        "give it its name back; a text that shall keep the new one: regesta build",
    ),
    (
        "manifest-missing",
        "No list of digests",
        "Without manifest-sha256.txt nothing says what the files were.",
        "build the site anew: regesta build",
    ),
    (
        "manifest-line",
        "A line of the manifest is not of its form",
        "Each line holds 64 hex digits, two spaces and a path.",
        "build the site anew: regesta build",
    ),
    (
        "bundle-unreadable",
        "Not a bundle",
        "The file is not a zip file, or it is damaged.",
        "make it anew: regesta bundle -o FILE.zip",
    ),
    (
        "verbatim-differs",
        "A page whose words are not the source's",
        "What a reader sees is not what the text says, letter by letter (white space apart).",
        "build the site anew: regesta build; if it stays so, report it: this must never be",
    ),
)

CATALOGUE: tuple[Row, ...] = (
    *_FILES,
    *_TEXTS,
    *_YAML,
    *_TABLES,
    *_FIELDS,
    *_RECORDS,
    *_WITHHELD,
    *_PUBLISHING,
    *_VERIFYING,
)
"""Rows of (code, title, meaning, remedy[, severity]); severity is error unless given."""
