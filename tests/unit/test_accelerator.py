"""The accelerator writes what Python-Markdown and MkDocs write, to the byte."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from pathlib import Path

import markdown
import mkdocs.commands.build
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from regesta import pool
from regesta.accelerator import blocks, building
from regesta.accelerator.inline import Unknown
from regesta.accelerator.plugin import Accelerator
from regesta.pages import layout
from regesta.pages import markdown as writing

EXAMPLES = Path(__file__).parents[1] / "data" / "accelerator"


def stock(source: str) -> str:
    """Return what Python-Markdown makes of *source*."""
    extensions = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
    return markdown.Markdown(extensions=extensions).convert(source)


def examples(name: str) -> list[str]:
    """Return the pieces of an example file; a line of ``====`` parts them."""
    return (EXAMPLES / name).read_text("utf-8").split("\n====\n")


@pytest.mark.parametrize("source", examples("known.md"))
def test_renders_what_is_known(source: str) -> None:
    assert blocks.render(source, lambda target: target).html == stock(source)


@pytest.mark.parametrize("source", examples("unknown.md"))
def test_leaves_the_rest_to_python_markdown(source: str) -> None:
    with pytest.raises(Unknown):
        blocks.render(source, lambda target: target)


TEXT = st.text(
    st.sampled_from("ab Zé9 .,;:!?-–—“”\"'&<>*_[](){}#|~`\\/=+\n\t\xa0\u202e中"), max_size=40
)
INLINE = st.one_of(
    TEXT.map(writing.plain),
    TEXT.filter(str.strip).map(lambda t: writing.link(writing.plain(t), "../people/x.md")),
    TEXT.filter(str.strip).map(lambda t: writing.link(writing.plain(t), "#p-0", ".r")),
    TEXT.map(lambda t: f'<span class="s">{writing.plain(t)}</span>'),
    TEXT.map(lambda t: f"<small>{writing.plain(t)}</small>"),
    TEXT.filter(str.strip).map(lambda t: f"**{writing.plain(t)}** and"),
)
LINE = st.lists(INLINE, min_size=1, max_size=5).map(" ".join)
BLOCK = st.one_of(
    LINE.map(lambda t: writing.line(t) + "\n{: #p-1 .standfirst }" if t.strip() else "x"),
    LINE.map(lambda t: f'[1](#p-2){{: .n data-gloss="" }}{t}\n{{: #p-2 }}'),
    LINE.map(lambda t: f"## {t} {{: #h-1 }}"),
    st.lists(LINE, min_size=1, max_size=3).map(layout.listing),
    st.lists(st.tuples(LINE, LINE), min_size=1, max_size=3).map(layout.facts),
    LINE.map(lambda t: f'<p class="lede" markdown="span">{t}</p>'),
    TEXT.map(lambda t: f'<p class="key">{writing.plain(t)}</p>'),
    TEXT.map(lambda t: f'<div data-label="{writing.attribute(t)}" markdown="1">\n\nx\n\n</div>'),
)
FOLDED = st.tuples(TEXT.map(writing.plain), BLOCK).map(lambda t: layout.folded(t[0], "", t[1]))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(BLOCK, FOLDED), min_size=1, max_size=5).map("\n\n".join))
def test_any_page_is_the_same_or_left_alone(source: str) -> None:
    try:
        rendered = blocks.render(source, lambda target: target)
    except Unknown:
        return
    assert rendered.html == stock(source)


def test_most_of_what_is_written_is_known() -> None:
    """Else the property above would hold of a renderer that knows nothing."""
    plain = layout.listing(["a [b](c.md)", "**d** e"])
    assert blocks.render(plain, str.upper).html.count("C.MD") == 1


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A small tree of pages with known forms, unknown forms and faults."""
    folder = tmp_path / "docs"
    head = {
        "description": "d <e> & f",
        "citation": {"title": 'A & "B"'},
        "scripts": ["assets/x.js"],
    }
    front = {
        "title": "T &lt;i&gt;",
        "generated_from": "seeds/",
        "section": "documents",
        "head": head,
    }
    for number in range(4):
        page = f"---\n{yaml.safe_dump(front)}---\n\n# T {{: #title }}\n\n[x](other.md#no)\n"
        write(folder / f"documents/d{number}.md", page)
    write(folder / "documents/other.md", "# Plain\n\n- [gone](gone.md)\n- *b* [y](d0.md#title)\n")
    write(folder / "index.md", "---\ntitle: Home\n---\n\n# Home\n\n[a](documents/d1.md#title)\n")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def build(docs: Path, site: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Build *docs* into *site* with the settings of this repository; return
    what MkDocs warned of."""
    caplog.clear()
    settings = Path(__file__).parents[2] / "mkdocs.yml"
    config = load_config(
        str(settings), docs_dir=str(docs), site_dir=str(site), nav=["index.md"],
        site_url="https://example.org/a/",
    )  # fmt: skip
    with building.accelerated(config):
        mkdocs.commands.build.build(config)
    return [r.getMessage() for r in caplog.records if r.levelname == "WARNING"]


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.delenv(building.SWITCH, raising=False)
    yield


@pytest.mark.parametrize("fewest", [1, 1000], ids=["forked", "alone"])
def test_site_and_warnings_are_the_same(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fewest: int,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    monkeypatch.setattr(pool, "FEWEST", fewest)
    monkeypatch.setattr(pool, "AT_ONCE", 1)
    fast = build(docs, tmp_path / "fast", caplog)
    monkeypatch.setenv(building.SWITCH, "off")
    slow = build(docs, tmp_path / "slow", caplog)
    assert differences(tmp_path / "fast", tmp_path / "slow") == []
    assert sorted(fast) == sorted(slow)
    assert any("gone.md" in message for message in slow)
    assert any("#no" in message for message in slow)


def differences(one: Path, other: Path) -> list[str]:
    """Return paths below the two folders that are not the same bytes."""
    names = {p.relative_to(root).as_posix() for root in (one, other) for p in root.rglob("*")}
    return sorted(
        name for name in names
        if not (one / name).is_dir()
        and not ((one / name).is_file() and filecmp.cmp(one / name, other / name, shallow=False))
    )  # fmt: skip


def test_another_theme_is_left_to_mkdocs(tmp_path: Path, docs: Path) -> None:
    own = tmp_path / "mkdocs.yml"
    write(own, "site_name: x\nplugins: []\ntheme: {name: material}\n")
    assert not building.fits(load_config(str(own), docs_dir=str(docs)))


def test_plugin_enters_and_leaves(tmp_path: Path, docs: Path) -> None:
    settings = Path(__file__).parents[2] / "mkdocs.yml"
    config = load_config(str(settings), docs_dir=str(docs), site_dir=str(tmp_path / "site"))
    stock_render = Page.render
    plugin = Accelerator()
    plugin.load_config({})
    plugin.on_pre_build(config=config)
    assert Page.render is not stock_render
    plugin.on_build_error(error=ValueError("any"))
    assert Page.render is stock_render
    plugin.load_config({"enabled": False})
    plugin.on_pre_build(config=config)
    assert Page.render is stock_render
    plugin.on_post_build(config=config)
