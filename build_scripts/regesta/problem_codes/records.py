"""Records against each other and against the texts."""

from __future__ import annotations

from regesta.problem_codes.row import Row

RECORDS: tuple[Row, ...] = (
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
        "give one of the two another id; if both mean the same, join them in one file and delete "
        "the other",
    ),
    (
        "name-twice",
        "A name that two records share",
        "A variant name is valid anywhere in the archive, so only one record can have it.",
        "move it to short_forms (counts only after the full name) or to worded_as (one document);\n"
        "if both mean the same, join them in one file, and name the id that goes under formerly:",
    ),
    (
        "name-unseen",
        "A character in a name that is not to be seen",
        "A space without width, a mark of direction or a control character came with the name, "
        "often by copying: the name is found in no text, and may seem to be another record's.",
        "type the name anew, or delete the character: it stands between two letters",
        "notice",
    ),
    (
        "script-mixed",
        "Letters of two scripts in one word",
        "A letter looks like one of another script (UTS 39): the name is found in no text, and "
        "it may seem to be another record's.",
        "type the word anew on one keyboard; a text itself stays as it is: if the word stands so\n"
        "in a text, add it to worded_as of that document",
        "notice",
    ),
    (
        "script-alike",
        "A word in another script that looks like one of ours",
        "All letters of the word are of another script and look like Latin ones (UTS 39); no other "
        "name of the archive is in that script, and no text has the word so.",
        "type the word anew on one keyboard; where it is meant so, nothing is to be done",
        "notice",
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
