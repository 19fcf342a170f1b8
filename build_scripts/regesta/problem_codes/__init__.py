"""The catalogue of problems: code, title, what it means, what is right.

Data only; :mod:`regesta.problems` reads it.  The guide's page of problems is
generated from it, so the words are for people who have never written code.
A code stays what it is once it was published: scripts may look for it.
"""

from __future__ import annotations

from regesta.problem_codes.fields import FIELDS
from regesta.problem_codes.files import FILES
from regesta.problem_codes.publishing import PUBLISHING
from regesta.problem_codes.records import RECORDS
from regesta.problem_codes.row import Row
from regesta.problem_codes.tables import TABLES
from regesta.problem_codes.texts import TEXTS
from regesta.problem_codes.verifying import VERIFYING
from regesta.problem_codes.withheld import WITHHELD
from regesta.problem_codes.yaml import YAML

CATALOGUE: tuple[Row, ...] = (
    *FILES,
    *TEXTS,
    *YAML,
    *TABLES,
    *FIELDS,
    *RECORDS,
    *WITHHELD,
    *PUBLISHING,
    *VERIFYING,
)
