"""An archive of what seldom comes and must look right too: very long and very
short texts, other scripts, a person named 400 times and one never, an event of
one voice and one of nine."""

from __future__ import annotations

from pathlib import Path

LONG_TITLE = (
    "Report of the Committee appointed to inquire into the Condition of the Harbour, the Quays, "
    "the Warehouses and the Lights of Port Lewin, with the Minutes of Evidence, the Answers of "
    "Twenty-three Correspondents, Seven Tables of Tonnage and a Donaudampfschifffahrtsgesellschafts"
    "kapitaen of the Year 1924"
)
STATED = 'date: {edtf: "1924-03-12", basis: stated}'
WORKED_OUT = 'date: {edtf: "1924-05", basis: inferred}'
NOBODY = "ada-brook"
OFTEN = "kind-gray"
ARABIC = (
    "اجتماع اللجنة في الميناء\n\nعقدت اللجنة اجتماعها يوم الأحد وناقشت حالة الأرصفة والمنارات.\n\n"
    "قال الرئيس إن العمل سيبدأ في الربيع، وإن التقرير (Report 12/B) سيُنشر.\n"
)
CHINESE = (
    "港口委员会会议\n\n委员会于星期日开会，讨论码头、仓库和灯塔的状况。主席说工程将在春天开始。\n\n"
    "会议持续了三个小时。与会者同意公布报告。\n"
)
VOICES = ("the Board", "the pilots", "two merchants", "the Harbour Gazette", "a lightkeeper")
ASPECTS = ("name", "date", "place", "participant", "topic", "outcome", "duration")


def write(root: Path) -> Path:
    """Write the archive into *root*; return *root*."""
    documents = root / "seeds" / "documents"
    documents.mkdir(parents=True)
    (root / "seeds" / "archive.yml").write_text("title: Bad cases\nlanguage: en\n", "utf-8")
    _records(root / "seeds" / "entities")
    texts = {
        "long-title": f"{LONG_TITLE}\n\nThe Committee met on 12 March 1924.\n",
        "one-line": "Nothing to report.\n",
        "arabic": ARABIC,
        "chinese": CHINESE,
        "long": _hundred_pages(),
        "unbroken": "Log\n\n" + "x" * 600 + "\n\nhttps://" + "a-very-long-address/" * 30 + "\n",
    }
    texts |= {f"report-{n:02d}": _report(n) for n in range(1, 21)}
    for name, text in texts.items():
        (documents / f"{name}.txt").write_text(text, "utf-8")
    for name, language in (("arabic", "ar"), ("chinese", "zh")):
        (documents / f"{name}.yml").write_text(f"language: {language}\n", "utf-8")
    (documents / "long-title.yml").write_text(f"title: {{passage: {LONG_TITLE!r}}}\n", "utf-8")
    _voices(documents)
    return root


def _records(entities: Path) -> None:
    for folder, id, lines in (
        ("people", OFTEN, ["name: Kind Gray", "short_forms: [Gray]"]),
        ("people", NOBODY, ["name: Ada Brook"]),
        ("places", "port-lewin", ["name: Port Lewin"]),
        ("events", "the-inquiry", ["name: The inquiry", STATED]),
        ("events", "the-fire", ["name: The fire", WORKED_OUT]),
    ):  # fmt: skip
        path = entities / folder / f"{id}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*lines, "status: proposed"]) + "\n", "utf-8")


def _hundred_pages() -> str:
    """A hundred pages of 300 words."""
    sentence = "The pilots of Port Lewin keep a log of every ship that passes the second light. "
    paragraphs = [f"{n}. {sentence * 5}" for n in range(1, 401)]
    return "The log of the pilots\n\n" + "\n\n".join(paragraphs) + "\n"


def _report(n: int) -> str:
    """Twenty reports that name one man twenty times each: 400 in all."""
    lines = [f"Kind Gray went to Port Lewin for the {m}th time." for m in range(20)]
    return f"Report {n}\n\n" + "\n\n".join(lines) + "\n"


def _voices(documents: Path) -> None:
    """Three texts with nine voices on one event; a fourth alone on another."""
    for n, own in enumerate((VOICES[:3], VOICES[2:4], VOICES[4:5]), 1):
        lines = [f"Account {n}", f"The inquiry of 12 March at Port Lewin, as text {n} has it."]
        accounts = [_account("name", f"The inquiry of 12 March at Port Lewin, as text {n}")]
        speakers = []
        for m, voice in enumerate(own):
            said = f"it went on for {m + 2} hours and ended with text {n}"
            lines.append(f"According to {voice}, {said}.")
            speakers.append(f"  - id: voice-{n}-{m}\n    label: {voice}\n    passages: [{voice}]")
            for aspect in ASPECTS[m::2]:
                accounts.append(_account(aspect, said, f"voice-{n}-{m}"))
        yaml = ["speakers:", *speakers, "accounts:", *accounts]
        (documents / f"account-{n}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        (documents / f"account-{n}.yml").write_text("\n".join(yaml) + "\n", "utf-8")
    (documents / "fire.txt").write_text("Notice\n\nIn May there was a fire.\n", "utf-8")
    alone = _account("name", "a fire").replace("the-inquiry", "the-fire")
    (documents / "fire.yml").write_text(f"accounts:\n{alone}\n", "utf-8")


def _account(aspect: str, words: str, voice: str = "") -> str:
    said = f"\n    according_to: {voice}" if voice else ""
    return f"  - event: the-inquiry\n    aspect: {aspect}\n    passage: {words}{said}"


def one_document(root: Path) -> Path:
    """Write an archive of one text that names nobody and tells of no event."""
    (root / "seeds" / "documents").mkdir(parents=True)
    (root / "seeds" / "documents" / "note.txt").write_text("it rains.\n", "utf-8")
    return root
