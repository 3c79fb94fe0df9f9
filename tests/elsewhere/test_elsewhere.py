"""What a reader does, in the browsers that the other tests do not run in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from browser.server import serve
from dateline.site.build import build_site
from elsewhere.drivers import Browser, firefox, webkit
from support.sites import SEEDS, build_in_pieces

READY = "document.documentElement.dataset.dateline === 'ready'"
FIRST = "document.querySelector('#dateline-results[data-from=python] > li')?.dataset.id"
COUNT = "document.getElementById('dateline-count').innerText"
KEEPS = "(await navigator.serviceWorker.ready).active.state === 'activated'"
ALL_KEPT = "document.getElementById('dateline-keep').innerText.includes('All of the archive')"
ASKED_ELSEWHERE = """performance.getEntriesByType("resource").map((entry) => entry.name)
  .filter((name) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name))"""
DRAWN = """[...document.querySelectorAll(".dl-strip__marks")]
  .some((marks) => marks.getBoundingClientRect().width > 100)"""

Start = Callable[[], AbstractContextManager[Browser]]


@pytest.fixture(params=["firefox", "webkit"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Start:
    if request.param == "firefox":
        return lambda: firefox(tmp_path / "profile")
    return webkit


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(SEEDS, folder)
    return folder


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with serve(site) as url:
        yield url


def test_a_name_with_a_typo_is_found_and_nothing_is_asked_of_others(
    start: Start, address: str
) -> None:
    with start() as browser:
        browser.open(f"{address}search/")
        browser.wait(READY)
        browser.type("#dateline-q", "kishda")
        assert browser.wait(FIRST) == "fumio-kishida"
        assert browser.run(f"return {ASKED_ELSEWHERE}") == []


def test_the_timeline_is_drawn_and_narrowed(start: Start, address: str) -> None:
    with start() as browser:
        browser.open(f"{address}timeline/")
        browser.wait(READY)
        browser.wait(DRAWN)
        assert browser.run(f"return {COUNT}").endswith(" dated statements")
        browser.type("input[name=from]", "2024")
        browser.wait(f"{COUNT}.includes(' of ')")
        assert browser.run("return location.search") == "?from=2024"


def test_it_is_searched_with_the_server_stopped(start: Start, site: Path) -> None:
    with start() as browser:
        with serve(site) as address:
            browser.open(f"{address}search/")
            browser.wait(KEEPS)
        browser.open(f"{address}search/?q=missile")
        assert browser.wait(FIRST)


def test_firefox_keeps_a_large_archive_and_reads_it_in_two_tabs(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    build_in_pieces(site)
    with firefox(tmp_path / "profile") as browser:
        with serve(site) as address:
            browser.open(f"{address}search/")
            browser.wait(KEEPS)
            browser.open(f"{address}search/?q=kishida")
            browser.wait(FIRST)
            browser.click("#dateline-keep button")
            browser.wait(ALL_KEPT)
        browser.open(f"{address}search/?q=missile")
        assert browser.wait(FIRST)
        browser.new_tab()
        browser.open(f"{address}search/?q=missile")
        assert browser.wait(FIRST)
