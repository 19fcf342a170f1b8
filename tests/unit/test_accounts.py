"""Accounts of events: the examples in tests/data/accounts, and curation over
them.  ``REGESTA_UPDATE=1`` writes what is found anew; read the difference."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import structs
from quotation_examples import DATA, lay_out, mentions, write
from test_event_words import dates, event

from regesta.annotate.accounts import finding
from regesta.annotate.events import finding as event_words
from regesta.annotate.quotations.finding import listen
from regesta.archive.accounting import merged
from regesta.model import Account, Span

EXAMPLES = sorted((DATA / "accounts").glob("*.yaml"))


def found_in(example: dict[str, Any]) -> tuple[str, list[Account]]:
    text, blocks = lay_out(example["text"])
    names = mentions(text, example["names"])
    told = dates(text, example["dates"])
    for n, one in enumerate(told):
        if (one.when.edtf or "").startswith("P"):
            told[n] = structs.replace(one, rule="date-duration")
    events = [event(fields) for fields in example["events"]]
    pointed = event_words.find(text, blocks, names, told, events, "d")
    speech = listen(text, blocks, names, "d")
    known = {id: forms[1] for id, forms in example["names"].items()}
    return text, finding.find(text, blocks, [*names, *pointed], told, speech, events, known)


def line(text: str, account: Account) -> str:
    voice = account.according_to or "own words"
    words = account.span.of(text)
    value = f" = {account.value}" if account.value else ""
    return (
        f"{account.event} | {account.aspect} | {voice} | {account.modality} | "
        f"{account.certainty} | {words}{value}"
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples(path: Path) -> None:
    example = yaml.safe_load(path.read_text(encoding="utf-8"))
    text, found = found_in(example)
    lines = [line(text, account) for account in found]
    if os.environ.get("REGESTA_UPDATE"):
        write(path, example | {"accounts": lines})
    assert lines == example.get("accounts")


def account(start: int, end: int, **fields: Any) -> Account:
    return Account(
        **{
            "span": Span(start, end), "rule": "account-topic", "event": "e", "aspect": "topic",
            "according_to": None,
        }
        | fields
    )  # fmt: skip


def test_a_persons_account_of_the_same_words_stands_alone() -> None:
    machine = [account(0, 10), account(20, 30)]
    person = account(5, 12, rule="curated", origin="curated", status="proposed")
    assert merged(machine, [person]) == [person, machine[1]]


def test_what_a_person_repeats_keeps_the_machine_s_origin_and_the_person_s_status() -> None:
    person = account(0, 10, rule="curated", origin="curated", status="reviewed")
    assert merged([account(0, 10)], [person]) == [
        structs.replace(person, origin="machine", rule="account-topic")
    ]


def test_another_aspect_or_voice_is_no_repetition() -> None:
    person = account(0, 10, rule="curated", origin="curated", according_to="somebody")
    outcome = account(0, 10, aspect="outcome")
    assert merged([account(0, 10), outcome], [person]) == [person, outcome]
