"""What ``regesta verify`` finds."""

from __future__ import annotations

from regesta.problem_codes.row import Row

VERIFYING: tuple[Row, ...] = (
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
        "bundle-entry",
        "A bundle that was packed anew",
        "In a bundle every file has the same time (1 January 1980), the same mode (0644) and is\n"
        "packed in the same way, and nothing stands between the files: two bundles of one archive\n"
        "are the same, byte for byte. The file may hold what it held; another program has packed\n"
        "it, or somebody has changed what the zip says of it.",
        "if the bundle was unpacked and packed again, keep the first one; otherwise make it anew:\n"
        "regesta bundle -o FILE.zip",
    ),
    (
        "verbatim-differs",
        "A page whose words are not the source's",
        "What a reader sees is not what the text says, letter by letter (white space apart).",
        "build the site anew: regesta build; if it stays so, report it: this must never be",
    ),
)
