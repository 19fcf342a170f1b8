"""Fields of descriptions and records."""

from __future__ import annotations

from regesta.problem_codes.row import Row

FIELDS: tuple[Row, ...] = (
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
        "rights-unknown",
        "A rights statement that does not exist",
        "rightsstatements.org has twelve statements, and the licences of Creative Commons have "
        "addresses of one form; this address is of neither.",
        "http://rightsstatements.org/vocab/InC/1.0/\nhttps://creativecommons.org/licenses/by/4.0/",
    ),
    (
        "rights-other",
        "A rights statement that is not on the list",
        "The address is taken as it is. It is not the one by which catalogues know a statement "
        "of rightsstatements.org or a licence of Creative Commons, so no other archive will "
        "find the document by it.",
        "http://rightsstatements.org/vocab/CNE/1.0/ where nobody has judged;\n"
        "another licence may stay: say under `why` which it is",
        "notice",
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
