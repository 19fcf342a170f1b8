"""documents.csv and entities.csv."""

from __future__ import annotations

from regesta.problem_codes.row import Row

TABLES: tuple[Row, ...] = (
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
