"""The project's own site, built once, served under a sub-path, seen in Chromium.

Every page that a test opens is watched: at its end the test fails when anything was asked of
another host or when the console was not silent.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from browser.chromium import launch
from browser.looking import Observed
from browser.server import SUB_PATH, serve
from dateline.site.build import build_site
from support.sites import SEEDS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("built") / "site"
    os.environ["SITE_URL"] = f"http://127.0.0.1:{port}{SUB_PATH}/"
    build_site(SEEDS, folder)
    return folder


@pytest.fixture(scope="session")
def address(site: Path, port: int) -> Iterator[str]:
    with serve(site, port) as url:
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture
def observed(address: str) -> Iterator[Observed]:
    observed = Observed()
    yield observed
    observed.check(address)


@pytest.fixture
def page(chromium: Browser, address: str, observed: Observed) -> Iterator[Page]:
    """A page in a new profile. The service worker is left to the tests that are about it."""
    context = chromium.new_context(
        base_url=address, viewport={"width": 1280, "height": 900}, service_workers="block"
    )
    observed.expected = ("warning: Service Worker registration blocked by Playwright",)
    observed.follow(context)
    yield context.new_page()
    context.close()
