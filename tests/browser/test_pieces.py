"""A large archive is fetched in pieces, and can be kept whole on the reader's machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from browser.chromium import launch_profile
from browser.conftest import SEEDS
from browser.looking import Observed, open_ready, results
from browser.server import serve
from browser.test_offline import ACTIVE
from browser.test_parity import REQUESTS
from dateline.browser import app
from dateline.site import shards
from dateline.site.build import build_site

ASK_ALL = """async ([module, requests]) => {
  const { ask } = await import(module);
  const answers = [];
  for (const request of requests) answers.push(await ask(request));
  return answers;
}"""


@pytest.fixture(scope="module")
def cut_site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The project's own site as if its archive were a large one."""
    folder = tmp_path_factory.mktemp("cut") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "WHOLE", 0)
        patch.setattr(shards, "EACH", 8 * 1024)
        build_site(SEEDS, folder)
    return folder


def pieces_of(site: Path) -> int:
    return len(list((site / "assets/dateline/archive").glob("*/*.gz")))


def asked_pieces(observed: Observed) -> set[str]:
    return {url for url in observed.requests if "/archive/" in url}


def watched(browser: Browser, observed: Observed) -> Page:
    context = browser.new_context(service_workers="block")
    observed.expected = ("warning: Service Worker registration blocked by Playwright",)
    observed.follow(context)
    return context.new_page()


def test_answers_are_the_same_and_only_what_is_needed_is_fetched(
    cut_site: Path, chromium: Browser
) -> None:
    observed = Observed()
    with serve(cut_site) as address:
        page = open_ready(watched(chromium, observed), f"{address}search/?q=kishida")
        assert results(page)[0]["id"] == "fumio-kishida"
        first = asked_pieces(observed)
        assert 0 < len(first) < pieces_of(cut_site)
        module = f"{address}assets/dateline/js/dateline.mjs"
        answers = page.evaluate(ASK_ALL, [module, REQUESTS])
        assert asked_pieces(observed) > first
        page.context.close()
    app.open_archive(str(cut_site / "assets/dateline/archive.sqlite"))
    for request, answer in zip(REQUESTS, answers, strict=True):
        assert answer == json.loads(app.handle_json(json.dumps(request))), request
    observed.check(address)


def test_a_piece_that_cannot_be_had_is_told_and_asked_for_again(
    cut_site: Path, chromium: Browser
) -> None:
    observed = Observed()
    with serve(cut_site) as address:
        page = open_ready(watched(chromium, observed), f"{address}search/")
        observed.expected += ("error: Failed to load resource",)
        page.route("**/archive/**", lambda route: route.fulfill(status=503))
        module = f"{address}assets/dateline/js/dateline.mjs"
        (lost,) = page.evaluate(ASK_ALL, [module, [{"do": "search", "q": "missile"}]])
        assert not lost["ok"]
        assert "503" in lost["error"]
        page.unroute("**/archive/**")
        (found,) = page.evaluate(ASK_ALL, [module, [{"do": "search", "q": "missile"}]])
        assert found["count"] > 0
        page.context.close()
    observed.check(address)


def test_the_whole_archive_can_be_kept_and_is_searched_offline(
    cut_site: Path, tmp_path: Path, playwright: Playwright
) -> None:
    profile = str(tmp_path / "profile")
    context = launch_profile(playwright, profile)
    page = context.new_page()
    with serve(cut_site) as address:
        page.goto(f"{address}search/")
        page.evaluate(ACTIVE)
        page.reload()
        expect(page.locator("#dateline-keep")).to_contain_text(
            "% of the archive is on this machine"
        )
        page.get_by_role("button", name="Keep all of it").click()
        expect(page.locator("#dateline-keep")).to_contain_text("All of the archive", timeout=30_000)
    context.close()
    context = launch_profile(playwright, profile)
    page = open_ready(context.new_page(), f"{address}search/?q=missile")
    offline_results = results(page)
    assert len(offline_results) > 3
    page.get_by_role("button", name="Forget it").click()
    expect(page.locator("#dateline-keep")).to_contain_text("0% of the archive")
    context.close()
