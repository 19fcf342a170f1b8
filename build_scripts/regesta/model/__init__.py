"""The data of an archive: one frozen definition each.

Nothing here imports anything of ours, opens a file or copies text.  The text
stands in :class:`Source` alone; everything else holds a :class:`Span` of it,
in code points of the decoded source.  Names follow the field: a *mention* is a
span of text, an *entity* is who is meant, an *account* is what one voice says
of an event.
"""

from regesta.model.annotations import (
    TURN,
    Account,
    Annotation,
    Bound,
    DateExpression,
    Mention,
    Note,
    Quotation,
)
from regesta.model.archive import Archive, Collection, Relation
from regesta.model.dates import NOT_WRITTEN, UNKNOWN_DATE, Evidence, When, Written
from regesta.model.documents import Document, HistoryEntry, Publisher, Rights, Title, Withdrawal
from regesta.model.entities import (
    Entity,
    Event,
    Identifier,
    Location,
    Participant,
    Role,
    Speaker,
    Statement,
    WordedAs,
)
from regesta.model.problems import Problem
from regesta.model.terms import (
    FOLDERS,
    Access,
    Aspect,
    Basis,
    BoundKind,
    Certainty,
    EntityKind,
    Modality,
    Origin,
    PublisherBasis,
    RelationKind,
    Severity,
    Status,
)
from regesta.model.text import Block, BlockKind, Passage, Source, Span

__all__ = [
    "FOLDERS",
    "NOT_WRITTEN",
    "TURN",
    "UNKNOWN_DATE",
    "Access",
    "Account",
    "Annotation",
    "Archive",
    "Aspect",
    "Basis",
    "Block",
    "BlockKind",
    "Bound",
    "BoundKind",
    "Certainty",
    "Collection",
    "DateExpression",
    "Document",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "HistoryEntry",
    "Identifier",
    "Location",
    "Mention",
    "Modality",
    "Note",
    "Origin",
    "Participant",
    "Passage",
    "Problem",
    "Publisher",
    "PublisherBasis",
    "Quotation",
    "Relation",
    "RelationKind",
    "Rights",
    "Role",
    "Severity",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "Status",
    "Title",
    "When",
    "Withdrawal",
    "WordedAs",
    "Written",
]
