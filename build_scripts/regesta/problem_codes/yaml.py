"""YAML that does not read."""

from __future__ import annotations

from regesta.problem_codes.row import Row

YAML: tuple[Row, ...] = (
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
