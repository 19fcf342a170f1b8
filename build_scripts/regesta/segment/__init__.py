"""Splitting a text into blocks, and guessing what it is.

``segment(text)`` gives title, standfirst, headings, paragraphs, lists, verse,
tables, evidence and residue by general rules, each with the rule's reason in
plain words; :class:`Hints` carry a person's word, which wins.
"""

from __future__ import annotations

from regesta.segment.hints import Hints, Override
from regesta.segment.segmentation import Segmentation, segment

__all__ = ["Hints", "Override", "Segmentation", "segment"]
