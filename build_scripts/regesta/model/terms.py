"""The closed lists of terms that records and annotations choose from."""

from __future__ import annotations

from typing import Literal

EntityKind = Literal["person", "organisation", "place", "topic", "event"]

FOLDERS: dict[EntityKind, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "topic": "topics",
    "event": "events",
}
"""Kind of entity to the folder that holds its records and its pages."""

BoundKind = Literal["mention", "date", "quotation"]
"""Kinds of annotation that machines find by the thousand."""

Severity = Literal["error", "warning", "notice"]

Certainty = Literal["certain", "probable", "possible"]

Status = Literal["machine", "proposed", "reviewed", "disputed"]

Origin = Literal["machine", "curated"]

Basis = Literal["stated", "relative", "inferred", "unknown"]

PublisherBasis = Literal["stated", "supplied", "unknown"]

Access = Literal["full", "excerpt", "metadata"]

Modality = Literal["reported", "planned", "hedged", "denied"]

Aspect = Literal[
    "name", "date", "place", "participant", "topic", "outcome", "quotation", "duration", "other"
]

RelationKind = Literal["quotes", "republishes", "translates", "same-utterance", "version"]
