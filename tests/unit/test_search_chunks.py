"""Pagefind's files of words, cut smaller: nothing is lost, and what is not of
the known form stays as it is."""

from __future__ import annotations

from typing import Any

import cbor2

from regesta.search.chunks import numbered, smaller
from regesta.search.following import BEGINNINGS, MARK, beginnings, with_following

WORDS: list[Any] = [
    [f"word{n:03d}", [[1, [-25, n, 3], []], [2, [-25, 7], []]], []] for n in range(60)
]
META = [
    "1.5.2",
    [["unknown_a", 9]],
    [["word000", "word039", "unknown_1"], ["wordz", "x", "unknown_2"]],
]
CHUNKS = {"unknown_1": cbor2.dumps([WORDS[:40]]), "unknown_2": cbor2.dumps([WORDS[40:]])}


def test_every_word_stands_in_one_smaller_file() -> None:
    meta, files = smaller(cbor2.dumps(META), CHUNKS, size=200)
    listed = cbor2.loads(meta)
    assert [listed[0], listed[1]] == META[:2]
    rows = listed[2]
    assert len(rows) > 4 and len(files) == len(rows)
    assert [w for row in rows for w in cbor2.loads(files[row[2]])[0]] == WORDS
    assert max(map(len, files.values())) < 300
    assert (rows[0][0], rows[-1][1]) == ("word000", "x"), "the outer bounds are kept"
    for row in rows[1:-1]:
        words = [word[0] for word in cbor2.loads(files[row[2]])[0]]
        assert row[0] in (words[0], "wordz") and row[1] in (words[-1], "word039")


def test_the_same_files_each_time() -> None:
    assert smaller(cbor2.dumps(META), CHUNKS, 200) == smaller(cbor2.dumps(META), CHUNKS, 200)


def test_what_is_not_known_stays_as_it_is() -> None:
    odd_number = b"\x18\x05"  # 5 in two bytes, where one would do
    for meta in (cbor2.dumps(["1.6", 7]), cbor2.dumps([*META[:2], META[2][:1]]), odd_number):
        assert smaller(meta, CHUNKS, 200) == (meta, CHUNKS)
    strange = {**CHUNKS, "unknown_1": cbor2.dumps({"words": 1})}
    _meta, files = smaller(cbor2.dumps(META), strange, 200)
    assert files["0"] == strange["unknown_1"]
    assert len(files) > 3


def test_a_long_word_has_a_file_of_its_own() -> None:
    long = ["word001x", [[n + 1, [-25, n], []] for n in range(90)], []]
    words = [*WORDS[:2], long, *WORDS[2:4]]
    meta = ["1.5.2", [], [["word000", "word003", "unknown_1"]]]
    _meta, files = smaller(cbor2.dumps(meta), {"unknown_1": cbor2.dumps([words])}, 200)
    assert [[w[0] for w in cbor2.loads(data)[0]] for data in files.values()] == [
        ["word000", "word001"], ["word001x"], ["word002", "word003"],
    ]  # fmt: skip


def test_pages_are_named_by_number() -> None:
    meta = ["1.5.2", [["unknown_a", 9], ["unknown_0", 7]], []]
    new, names = numbered(cbor2.dumps(meta))
    assert names == ["unknown_a", "unknown_0"]
    assert cbor2.loads(new) == ["1.5.2", [["0", 9], ["1", 7]], []]
    for odd in (cbor2.dumps(7), cbor2.dumps(["1.6"]), cbor2.dumps(["1.6", ["a"]]), b"\x18\x05"):
        assert numbered(odd) == (odd, [])


TEXT = "The talks on the Treaty. the 2nd of the co-op, the Élan and the — ¶ the".split()
"""Words of a page; below, the places of "the" in it, one weighed as a title is."""
THE = ["the", [[2, [-97, 0, -25, 3, 2, 3, 2, 3, 3], []]], []]


def test_a_word_is_written_once_more_by_what_follows() -> None:
    meta = ["1.5.2", [["0", 1], ["1", 1], ["2", 16]], [["the", "the", "0"]]]
    files = {"0": cbor2.dumps([[THE]])}
    new, out, heavy = with_following(cbor2.dumps(meta), files, [[], [], TEXT], 10)
    assert heavy == ["the"] and out["0"] == files["0"]
    rows = {
        row[0]: row[1] for name, data in out.items() if name != "0" for row in cbor2.loads(data)[0]
    }
    everywhere = [-25, 5, 3, 2]  # before "2nd", "co-op," and "Élan", which Pagefind may part
    assert rows[f"{MARK}thet"] == [[2, [-97, 0, -25, 3, 2, 3, 2], []]]
    assert all(rows[f"{MARK}the{b}"] == [[2, everywhere, []]] for b in BEGINNINGS if b != "t")
    listed = cbor2.loads(new)[2]
    assert listed[0] == ["the", "the", "0"] and {row[2] for row in listed} == set(out)
    assert sorted(listed) == listed and len(rows) == len(BEGINNINGS)


def test_words_after_all_others_leave_no_place_for_more() -> None:
    meta = cbor2.dumps(["1.5.2", [["0", 1]], [["the", "\uac00", "0"]]])
    files = {"0": cbor2.dumps([[THE]])}
    assert with_following(meta, files, [[], [], TEXT], 10) == (meta, files, [])


def test_what_follows_may_be_read_in_several_ways() -> None:
    assert beginnings("(Talks,") == ("t",) and beginnings("UN") == ("u",)
    assert beginnings("1999.") == ("0",) and beginnings("\u00b6") == ()
    for word in ("U.S.", "McDonald", "co-op", "élan", "it's", "4th"):
        assert beginnings(word) == BEGINNINGS
