"""Every page's way to the file behind it: the right file, at the right line."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from regesta import building

HUB, LAB = "https://github.com/someone/archive", "https://gitlab.example.org/group/archive"
FILES = {
    "seeds/documents/a #1 100%.txt": "To Ana\n\nAna Lind met Bo Berg in Bergen on 3 May 1998.\n",
    "seeds/documents/a #1 100%.yml": "language: en\r\ntitle: {passage: To Ana}\r\nannotations:\r\n"
    "- passage: Bo Berg\r\n  mention: bo-berg\r\n- passage: Bergen\r\n  note: a town\r\n"
    "accounts:\r\n- event: meeting\r\n  aspect: place\r\n  passage: in Bergen\r\n",
    "seeds/documents/bare.txt": "Secretary Nils Holm wrote to Ana. Mr. Holm said no.\n",
    "seeds/documents/row.txt": "Ana Lind is here.\n",
    "seeds/documents/kept.txt": "Not to be shown.\n",
    "seeds/documents/kept.yml": "access: metadata\ntitle: {supplied: Kept}\n",
    "seeds/documents.csv": "file,supplied_title\nrow.txt,A row\n",
    "seeds/entities/people/ana-lind.yml": "# a person\nname: Ana Lind\nshort_forms: [Lind]\n",
    "seeds/entities.csv": "kind,id,name\nplace,bergen,Bergen\nperson,bo-berg,Bo Berg\n",
    "seeds/entities/events/meeting.yml": 'name: Meeting\ndate: {edtf: "1998-05-03", basis: '
    'stated, evidence: [{document: "a-1-100-2f6d3b7c", exact: 3 May 1998}]}\n',
}


def pages_of(root: Path, settings: str) -> dict[str, str]:
    for name, text in {**FILES, "seeds/archive.yml": settings}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8"))
    prepared = building.prepare(root)
    id = next(d.id for d in prepared.lookups.archive.documents if d.id.startswith("a-1"))
    event = root / "seeds/entities/events/meeting.yml"
    event.write_text(event.read_text("utf-8").replace("a-1-100-2f6d3b7c", id), "utf-8")
    prepared = building.prepare(root)
    assert [p for p in prepared.problems if p.severity == "error"] == []
    return dict(prepared.pages)


def part(page: str) -> str:
    """Return the part that says how to correct something."""
    return page.partition('<details id="correct"')[2]


def addresses(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r'href="(http[^"]*)"', part(page))]


@pytest.mark.parametrize(("forge", "editor"), [(HUB, f"{HUB}/edit/"), (LAB, f"{LAB}/-/edit/")])
def test_each_address_opens_the_line_that_it_names(tmp_path: Path, forge: str, editor: str) -> None:
    settings = f"title: A\nforge_url: {forge}\nforge_branch: trunk\n"
    pages = pages_of(tmp_path, settings)
    seen = []
    for path, page in pages.items():
        for url in addresses(page):
            if url.startswith(editor):
                name, at = unquote(urlsplit(url).path), urlsplit(url).fragment
                file = tmp_path / name.partition("/trunk/")[2]
                line = file.read_text("utf-8").splitlines()[int(at[1:]) - 1]
                seen.append(f"{path} {file.name} {line}")
    page = next(p for p in pages if p.startswith("documents/a-1"))
    expected = [
        f"{page} a #1 100%.yml language: en",  # the file itself, and its keys
        f"{page} a #1 100%.yml title: {{passage: To Ana}}",
        f"{page} a #1 100%.yml annotations:",
        f"{page} a #1 100%.yml accounts:",
        f"{page} a #1 100%.yml - passage: Bo Berg",
        f"{page} a #1 100%.yml - passage: Bergen",
        "events/meeting.md a #1 100%.yml - event: meeting",
        "events/meeting.md meeting.yml name: Meeting",
        "people/ana-lind.md ana-lind.yml # a person",
        "people/ana-lind.md ana-lind.yml name: Ana Lind",
        "people/ana-lind.md ana-lind.yml short_forms: [Lind]",
        "places/bergen.md entities.csv place,bergen,Bergen",
        "people/bo-berg.md entities.csv person,bo-berg,Bo Berg",
        "documents/kept.md kept.yml access: metadata",
    ]
    assert [one for one in expected if one not in seen] == []


def test_every_document_and_record_has_the_part(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, f"title: A\nforge_url: {HUB}\n")
    wanted = re.compile("(documents|people|organisations|places|topics|events)/(?!index)")
    found = [path for path in pages if wanted.match(path)]
    assert len(found) >= 8
    assert [path for path in found if not part(pages[path])] == []
    assert [path for path in found if "/issues/new?template=correction.yml" not in
            " ".join(addresses(pages[path]))] == []  # fmt: skip


def test_every_passage_of_a_record_leads_to_its_correction(tmp_path: Path) -> None:
    """With the words of the mention, in the paragraph where they stand."""
    pages = pages_of(tmp_path, "title: A\n")
    id = next(p for p in pages if p.startswith("documents/a-1"))[10:-3]
    (found,) = re.findall(r'<a class="r" href="([^"]*)">correct</a>', pages["people/bo-berg.md"])
    assert re.fullmatch(rf"\.\./documents/{id}\.html\?correct=Bo%20Berg#p-[0-9a-f]{{8}}", found)
    assert found.partition("#")[2] in pages[f"documents/{id}.md"]
    for path, page in pages.items():
        if path.startswith(("people/", "places/")) and "index" not in path:
            assert page.count('<div class="entry"') <= page.count(">correct"), path


def test_each_mention_in_a_paragraph_leads_to_its_own(tmp_path: Path) -> None:
    """By its words, and by their number where they stand there again."""
    documents = tmp_path / "seeds" / "documents"
    documents.mkdir(parents=True)
    text = "Letter\n\nBo Berg wrote. Berg & Co came after. Then Berg left, and Berg stayed.\n"
    (documents / "l.txt").write_text(text, "utf-8")
    (tmp_path / "seeds/entities/people").mkdir(parents=True)
    record = "name: Bo Berg\nvariants: [Berg & Co]\nshort_forms: [Berg]\n"
    (tmp_path / "seeds/entities/people/bo-berg.yml").write_text(record, "utf-8")
    page = html.unescape(building.prepare(tmp_path).pages["people/bo-berg.md"])
    found = re.findall(r'<a class="r" href="[^"]*[?]correct=([^"#]*)#p-[^"]*">(.*?)</a>', page)
    assert found == [
        ("Bo%20Berg", "correct “Bo Berg”"),
        ("Berg%20%26%20Co", "correct “Berg & Co”"),
        ("Berg", "correct “Berg”"),
        ("Berg&nth=2", "correct “Berg” (2)"),
    ]


def test_what_is_not_written_yet_is_begun(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, f"title: A\nforge_url: {HUB}\n")
    assert f"{HUB}/new/main?filename=seeds%2Fdocuments%2Fbare.yml&value=" in addresses(
        pages["documents/bare.md"]
    )
    # A row of a table holds no annotations: they go into a file beside it.
    assert any("row.yml&value=" in url for url in addresses(pages["documents/row.md"]))
    proposed = [p for p in pages if "Nils Holm" in pages[p] and p.startswith("people/nils")]
    begun = "filename=seeds%2Fentities%2Fpeople%2Fnils-holm.yml&value=name%3A%20Nils%20Holm%0A"
    assert begun in " ".join(addresses(pages[proposed[0]]))


def test_without_a_forge_there_is_somebody_to_write_to(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, 'title: A "B"\ncontact: "Jo <jo@example.org>"\n')
    bare, ana = pages["documents/bare.md"], pages["people/ana-lind.md"]
    assert "http" not in part(bare).replace("http-equiv", "")
    (url,) = re.findall(r'href="(mailto:[^"]*)"', part(bare))
    sent = unquote(html.unescape(url))
    assert sent.startswith('mailto:jo@example.org?subject=A "B": documents/bare.html&body=')
    assert sent.endswith("seeds/documents/bare.yml\r\n\r\n")
    assert "line 2" in part(ana)
    quiet = pages_of(tmp_path / "b", "title: A\n")
    assert "those who gave you this archive" in part(quiet["documents/bare.md"])
