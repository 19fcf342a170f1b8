"""The theme on a small site: what it writes, and what it does in a browser."""

from __future__ import annotations

import functools
import gzip
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
THEME = ROOT / "build_scripts" / "regesta" / "theme"
SAMPLE = ROOT / "tests" / "data" / "theme"
TEXT = (
    "Kind Gray wrote to the Board at Port of salt and the meeting on Sunday. A thin space, a "
    "no-break space and \u202ean override, "
    "Averyveryveryveryveryveryveryverylongwordwithoutanyplacetobreak. "
    "Salt 12 tons 1924-02-17 Salt 12 tons 1924-02-17 Port"
)
PAGES = ["index.html", "documents/letter.html", "events/meeting.html", "people/kind-gray.html"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built by the engine in a process of its own."""
    root = tmp_path_factory.mktemp("theme")
    shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("THEME", THEME.as_posix()), "utf-8")
    letter = root / "docs" / "documents" / "letter.md"
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    letter.write_text(letter.read_text("utf-8").replace("TEXT-SHA256", digest), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return root / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def web(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(params=["web", "folder"])
def origin(request: pytest.FixtureRequest, site: Path, web: str) -> str:
    return web if request.param == "web" else f"{site.as_uri()}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def _metas(site: Path) -> list[dict[str, str]]:
    tree = html5lib.parse(
        (site / "documents" / "letter.html").read_text("utf-8"), namespaceHTMLElements=False
    )
    return [dict(meta.attrib) for meta in tree.iter("meta")]


def test_head_says_what_front_matter_says(site: Path) -> None:
    metas = _metas(site)
    named = [(m["name"], m["content"]) for m in metas if m.get("name", "pagefind") != "pagefind"]
    assert ("description", '"A" <b>letter</b> & more') in named
    assert ("citation_title", "The <letter>") in named
    assert [c for n, c in named if n == "citation_author"] == ["Kind Gray", 'N. "Nix" O\'Dea']
    assert ("dcterms.title", "The letter") in named
    assert not {"robots", "dcterms.rights"} & {n for n, _c in named}, "empty values are left out"
    facets = [m["content"] for m in metas if m.get("data-pagefind-filter") == "person[content]"]
    assert facets == ["kind-gray", "other"]
    assert [m["content"] for m in metas if "data-pagefind-sort" in m] == ["1924-02-18"]


def test_nothing_in_the_head_can_act(site: Path) -> None:
    text = (site / "documents" / "letter.html").read_text("utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    titles = [title.text for title in tree.iter("title")]
    assert titles == ["<img src=x onerror=alert(1)> & a letter · Letters & wires"]
    inline = [s for s in tree.iter("script") if "src" not in s.attrib]
    assert [s.attrib["type"] for s in inline] == ["application/ld+json"]
    assert json.loads(inline[0].text or "")["name"] == "</script><script>alert(2)</script>"


def test_a_page_is_light(site: Path) -> None:
    text = (site / "documents" / "letter.html").read_text("utf-8")
    used = re.findall(r'(?:href|src)="\.\./(assets/[^"]+\.(?:css|js))"', text)
    assert len(used) >= 6
    size = sum(len(gzip.compress((site / name).read_bytes())) for name in used)
    assert size + len(gzip.compress(text.encode())) < 25_000


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: text 4.5, lines that mean something 3."""
    css = (THEME / "assets" / "css" / "frame.css").read_text("utf-8")
    pairs = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", css)
    colour = {name: (light, dark)[scheme] for name, light, dark in pairs}
    for name in ("ink", "soft", "link"):
        assert _contrast(colour[name], colour["paper"]) >= 4.5
    assert _contrast(colour["ink"], colour["wash"]) >= 4.5
    assert _contrast(colour["line"], colour["paper"]) >= 3


def test_no_request_leaves_and_nothing_complains(page: Page, origin: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto(origin + name, wait_until="networkidle")
    assert complaints == []
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_no_page_scrolls_sideways(page: Page, web: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto(web + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_verify(page: Page, origin: str) -> None:
    page.goto(f"{origin}documents/letter.html#verify")
    page.click("button.verify")
    page.wait_for_selector("[data-verdict=agrees]")
    page.evaluate("document.querySelector('#p-00000002').lastChild.data += '!'")
    page.click("button.verify")
    page.wait_for_selector("[data-verdict=differs]")


def test_choices_are_remembered(page: Page, origin: str) -> None:
    page.goto(f"{origin}documents/letter.html")
    page.click("label.flip")
    page.click("#notes")
    page.goto(f"{origin}documents/letter.html?again")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(24, 23, 21)"
    assert not page.is_visible(".note")
    assert page.is_visible("#p-00000001")


def test_search_box(page: Page, origin: str) -> None:
    page.goto(f"{origin}documents/letter.html")
    page.keyboard.press("/")
    page.keyboard.type("salt")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}search.html?q=salt")


def test_kinds_are_told_by_line(page: Page, web: str) -> None:
    page.goto(f"{web}documents/letter.html")
    styles = page.eval_on_selector_all(
        "#p-00000001 > a:not(.n)", "all => all.map(a => getComputedStyle(a).textDecorationStyle)"
    )
    assert styles == ["solid", "double", "dotted", "dashed", "solid"]
    widths = page.eval_on_selector_all(
        "#p-00000001 > a:not(.n)",
        "all => all.map(a => getComputedStyle(a).textDecorationThickness)",
    )
    assert widths[0] != widths[4], "an event's line is thicker than a person's"


def test_notes_stand_beside_or_after(page: Page, web: str) -> None:
    page.goto(f"{web}documents/letter.html")
    text, note = (page.locator(s).bounding_box() for s in ("#p-00000001", ".note"))
    assert text and note
    assert note["x"] > text["x"] + text["width"]
    assert abs(note["y"] - text["y"]) < 2
    page.set_viewport_size({"width": 360, "height": 800})
    text, note = (page.locator(s).bounding_box() for s in ("#p-00000001", ".note"))
    assert text and note
    assert note["y"] >= text["y"] + text["height"] - 1


@pytest.mark.parametrize("javascript", [True, False])
def test_one_voice_at_a_time_on_a_phone(browser: Browser, web: str, javascript: bool) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=javascript
    )
    page = context.new_page()
    page.goto(f"{web}events/meeting.html")
    for number in (1, 5, 12):
        page.check(f"#v{number}")
        shown = page.locator(".accounts td:visible")
        assert shown.count() == 2
        assert shown.first.get_attribute("data-voice") == f"voice-{number}"
    context.close()


def test_reads_without_script(browser: Browser, web: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{web}documents/letter.html")
    assert page.is_visible("#p-00000002") and page.is_visible(".note")
    page.click("summary")
    assert not page.is_visible("button.verify"), "nothing to press that does nothing"
    page.click("label.flip")
    background = page.locator("body").evaluate("b => getComputedStyle(b).backgroundColor")
    assert background == "rgb(253, 252, 249)"
    context.close()


def test_prints(page: Page, web: str) -> None:
    page.set_viewport_size({"width": 673, "height": 950})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{web}documents/letter.html")
    assert not page.is_visible(".bar") and not page.is_visible(".acts")
    text, note = (page.locator(s).bounding_box() for s in ("#p-00000001", ".note"))
    assert text and note and note["x"] > text["x"] + text["width"]
    folded = page.locator("#file").bounding_box()
    assert folded and folded["height"] > 0, "what is folded is printed"
    cited = page.evaluate("getComputedStyle(document.querySelector('main'), '::after').content")
    assert "1924 <here>" in cited
    address = page.locator("main").get_attribute("data-address") or ""
    assert address.endswith("documents/letter.html"), "a printed page says where it stands"
    assert "data-address" in cited or address in cited
