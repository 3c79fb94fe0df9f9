"""Odd and hostile input through the whole build: what is sound is published, nothing else runs."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.exceptions import Abort

from dateline.cli import main
from integration.crawl import Crawl, Page, crawl
from integration.sites import SITE_URL, Site, Workshop, warned
from support.odd_files import ARTICLE, SCRIPT, write_odd_files

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Controls and direction marks: what no page may carry from an article."""
EXTRA = {
    "escaped-root.txt": (
        "Council \\u0000/people/ votes on \\u003cscript\\u003e tax\n\n"
        "Monday, 18 March 2019\n\nSTAVELY - The council voted on Monday, Olive Brandt said.\n"
    ),
    "formula.txt": (
        "Market sums do not add up\n\nMonday, 18 March 2019\n\n"
        '=HYPERLINK("http://x.example","y") was written on the stall, Olive Brandt said.\n'
    ),
    "re\u202ehsilb\u202c.txt": "",
}
"""More of the kind: escapes of JSON as text, a spreadsheet's formula, a file's name reversed."""


@dataclass(frozen=True)
class Odd:
    """The odd files, what is owed of each, and the site made of them."""

    expected: dict[str, str]
    site: Site
    crawled: Crawl

    def files(self, owed: str) -> list[str]:
        """The files of which `skipped`, `read`, `refused` or `ignored` is owed."""
        return [name for name, what in self.expected.items() if what.startswith(owed)]

    def messages(self) -> list[str]:
        """What the build said of the files."""
        return [_seen(message.removeprefix("dateline: ")) for message in self.site.warnings]


@pytest.fixture(scope="module")
def odd(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Odd:
    seeds = tmp_path_factory.mktemp("odd")
    expected = write_odd_files(seeds)
    for name, text in EXTRA.items():
        (seeds / name).write_text(text, encoding="utf-8")
        expected[name] = "read: as text" if text else "skipped: empty"
    site = workshop.build(seeds, strict=False)
    return Odd(expected, site, crawl(site.pages(), frozenset(site.paths()), SITE_URL))


def test_each_file_that_is_left_out_is_named_once_with_place_and_reason(odd: Odd) -> None:
    for name in (*odd.files("skipped"), *odd.files("refused")):
        about = [message for message in odd.messages() if message.startswith(f"{_seen(name)}: ")]
        assert len(about) == 1, (name, about)
        reason = about[0].removeprefix(f"{_seen(name)}: ")
        assert len(reason.split()) > 1, about
        if name in odd.files("refused"):
            assert re.match(r"line \d+", reason), about


def test_messages_are_told_once_and_tell_of_nothing_else(odd: Odd) -> None:
    told = odd.messages()
    assert len(told) == len(set(told))
    known = {_seen(name) for name in odd.expected} - set(odd.files("ignored"))
    assert {message.partition(": ")[0] for message in told} - known == set()


def _seen(name: str) -> str:
    return UNSEEN.sub("", name)


def test_messages_stand_on_the_data_page(odd: Odd) -> None:
    words = " ".join("".join(odd.crawled.pages["data/index.html"].text).split())
    for message in odd.messages():
        assert " ".join(message.split()) in _seen(words)


def test_every_sound_article_has_its_page(odd: Odd) -> None:
    pages = [path for path in odd.site.paths() if re.fullmatch(r"articles/[^/]+/index.html", path)]
    assert len(pages) == len(odd.files("read"))
    assert {f"articles/{stem}/index.html" for stem in ("headline-one", "headline-two")} <= {*pages}
    for path in pages:
        assert re.fullmatch(r"articles/[a-z0-9-]+/index\.html", path)
        assert "s1" in odd.crawled.pages[path].ids


@pytest.mark.parametrize("encoding", ["utf16-le", "utf16-be", "utf8-bom", "windows-1252"])
def test_words_come_through_every_encoding(odd: Odd, encoding: str) -> None:
    words = "".join(odd.crawled.pages[f"articles/{encoding}/index.html"].text)
    for name in ("Zoë Faßbender", "€40,000", "Ángel Núñez", "Café owners sue the port"):
        assert name in words


def test_no_page_runs_what_an_article_holds(odd: Odd) -> None:
    ours = _scripts(odd.crawled.pages["guide/index.html"])
    for path, page in odd.crawled.pages.items():
        assert page.handlers == [], path
        assert _scripts(page) - ours == set(), path
        assert {urlsplit(link).scheme for link in page.links} <= {"", "http", "https"}, path


def _scripts(page: Page) -> set[str]:
    """Inline scripts, the way to the root taken out: Material's own are the same on every page."""
    return {re.sub(r'new URL\("[^"]*"', "", script) for script in page.scripts}


def test_no_page_holds_markup_from_an_article(odd: Odd) -> None:
    for path, html in odd.site.pages().items():
        assert SCRIPT not in html, path
        assert not re.search(r"<(?:script|svg onload|img src=x|iframe)>?[^>]*alert", html), path
        assert "<style>*" not in html, path
        assert not re.search(r"""(?:href|src|action|data)=["']?\s*javascript:""", html), path


def test_markup_and_template_code_are_shown_as_written(odd: Odd) -> None:
    words = "".join(odd.crawled.pages["articles/hostile/index.html"].text)
    for piece in (SCRIPT, "{{ config.site_name }}", "{% for x in range(10) %}{{ x }}", "]]>"):
        assert piece in words
    assert "{{ 7 * 7 }}" in "".join(odd.crawled.pages["articles/index.html"].text)


def test_no_file_carries_unseen_marks(odd: Odd) -> None:
    for path, content in odd.site.files().items():
        if path.endswith((".html", ".csv", "instant.json", ".webmanifest", "site.json")):
            assert UNSEEN.search(content.decode("utf-8")) is None, path


def test_pages_of_odd_input_are_as_sound_as_others(odd: Odd) -> None:
    assert odd.crawled.dead() == []
    assert odd.crawled.fetched_elsewhere() == []
    for path, page in odd.crawled.pages.items():
        assert page.headings == 1, path
        assert len(page.ids) == len(set(page.ids)), path
        for text in page.linked_data:
            assert json.loads(text)["@context"], path


def test_tables_hold_no_formula(odd: Odd) -> None:
    for path, content in odd.site.files().items():
        if path.endswith(".csv"):
            rows = list(csv.reader(content.decode("utf-8").splitlines()))
            cells = [cell for row in rows for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))], path
            assert {len(row) for row in rows} == {len(rows[0])}, path


def test_what_the_maintainer_writes_is_text_too(workshop: Workshop, tmp_path: Path) -> None:
    marked = 'Fish & "Chips" <b onclick=alert(1)>'
    quoted = json.dumps(marked)
    story = (
        f"title: {quoted}\ndescription: {quoted}\nthreads: [{{label: {quoted}, words: [bridge]}}]\n"
    )
    person = f"entities: [{{name: {quoted}, type: person, aliases: [Alma Reyes]}}]\n"
    (tmp_path / "story.yml").write_text(story, encoding="utf-8")
    (tmp_path / "authority.yml").write_text(person, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    site = workshop.build(tmp_path, strict=False)
    read = crawl(site.pages(), frozenset(site.paths()), SITE_URL)
    assert read.dead() == []
    assert [path for path, page in read.pages.items() if page.handlers] == []
    assert [path for path, page in read.pages.items() if marked not in page.title] == []
    assert json.loads(site.files()["manifest.webmanifest"])["name"] == marked
    for page in ("people/", "threads/"):
        assert marked in "".join(read.pages[f"{page}index.html"].text)


def _missing(folder: Path) -> Path:
    return folder / "nowhere"


def _empty(folder: Path) -> Path:
    return folder


def _nothing_readable(folder: Path) -> Path:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)))
    return folder


@pytest.mark.parametrize("make", [_missing, _empty, _nothing_readable])
def test_a_folder_without_articles_is_said_once_and_the_old_site_stays(
    make: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story").mkdir()
    folder, output = make(tmp_path / "story"), tmp_path / "site"
    output.mkdir()
    (output / "index.html").write_text("the site as it was")
    for verb in ("build", "record", "review"):
        given = ["-o", str(output)] if verb == "build" else []
        assert main([verb, str(folder), *given]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        named = [line for line in told.err.splitlines() if str(folder) in line]
        assert len(named) == 1, told.err
        complaints = [line for line in told.err.splitlines() if not line.startswith("INFO")]
        assert complaints[0] == named[0], told.err
        assert all(line.startswith("  ") for line in complaints[1:]), told.err
    assert [path.name for path in output.iterdir()] == ["index.html"]
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


def test_mkdocs_itself_says_it_too(workshop: Workshop, tmp_path: Path) -> None:
    with warned() as messages, pytest.raises(Abort):
        workshop.build(tmp_path / "nowhere")
    assert messages == [f"{tmp_path / 'nowhere'}: no such folder"]
