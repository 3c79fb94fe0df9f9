from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from browser.chromium import launch_profile
from browser.looking import Observed, open_ready, results
from browser.server import serve
from dateline.site import offline

ACTIVE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const worker = registration.active;
  while (worker.state !== "activated") await new Promise((go) => setTimeout(go, 50));
  return registration.scope;
}"""


def visit(page: Page, address: str) -> None:
    """The first visit: waits until everything is kept."""
    page.goto(address)
    assert page.evaluate(ACTIVE) == address


def walk(page: Page, address: str) -> None:
    """Home, an article, the search and the timeline, all of them at work."""
    page.goto(address)
    expect(page.locator("h1").first).to_be_visible()
    page.goto(f"{address}articles/")
    expect(page.locator("article a[href$='seoul-tenth-summit/']").first).to_be_visible()
    page.goto(f"{address}articles/seoul-tenth-summit/")
    expect(page.locator("#s2")).to_be_visible()
    open_ready(page, f"{address}search/?q=kishida")
    assert results(page)[0]["id"] == "fumio-kishida"
    page.locator("#dateline-q").fill("who:yo")
    expect(page.get_by_role("option").first).to_contain_text("Yoon")
    open_ready(page, f"{address}timeline/?q=missile")
    expect(page.locator("#dateline-count")).to_contain_text(" of ")
    open_ready(page, f"{address}timeline/?lanes=person")
    expect(page.locator(".dl-strip__lane").first).to_be_visible()


def stored_builds(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return names


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site, tmp_path / "site"))


def test_everything_works_with_the_server_stopped_and_the_browser_restarted(
    copy: Path, tmp_path: Path, playwright: Playwright, port: int
) -> None:
    profile = str(tmp_path / "profile")
    with serve(copy) as address:
        observed = Observed()
        context = launch_profile(playwright, profile)
        observed.follow(context)
        page = context.new_page()
        visit(page, address)
    walk(page, address)
    context.close()
    context = launch_profile(playwright, profile)
    observed.follow(context)
    walk(context.new_page(), address)
    context.close()
    observed.check(address)


def rebuild(site: Path, words: str) -> None:
    """Another build: the home page says `words`, and the service worker knows it."""
    home = site / "index.html"
    home.write_text(home.read_text("utf-8").replace("</h1>", f" {words}</h1>", 1), "utf-8")
    (site / "sw.js").write_bytes(offline.service_worker(offline.hashes(site)))


def fresh(playwright: Playwright, tmp_path: Path) -> tuple[BrowserContext, Page]:
    context = launch_profile(playwright, str(tmp_path / "profile"))
    return context, context.new_page()


def test_a_new_build_replaces_the_old_one_whole(
    copy: Path, tmp_path: Path, playwright: Playwright
) -> None:
    context, page = fresh(playwright, tmp_path)
    with serve(copy) as address:
        visit(page, address)
        old = stored_builds(page)
        rebuild(copy, "Second build")
        page.reload()
        assert "Second build" not in page.inner_text("h1")
        page.click(".dl-update button")
        page.wait_for_function("document.querySelector('h1')?.innerText.includes('Second build')")
        page.wait_for_function("caches.keys().then((names) => names.length === 1)")
        assert stored_builds(page) != old
    page.reload()
    assert "Second build" in page.inner_text("h1")
    context.close()


def test_a_build_kept_during_the_last_visit_is_shown_at_the_next(
    copy: Path, tmp_path: Path, playwright: Playwright
) -> None:
    context, page = fresh(playwright, tmp_path)
    with serve(copy) as address:
        visit(page, address)
        rebuild(copy, "Second build")
        page.reload()
        page.wait_for_selector(".dl-update")
        page.reload()
        page.wait_for_function("document.querySelector('h1')?.innerText.includes('Second build')")
    context.close()


def test_half_of_a_new_build_is_refused(copy: Path, tmp_path: Path, playwright: Playwright) -> None:
    context, page = fresh(playwright, tmp_path)
    with serve(copy) as address:
        visit(page, address)
        before = stored_builds(page)
        rebuild(copy, "Second build")
        (copy / "articles/index.html").write_text("of neither build", "utf-8")
        page.evaluate(
            """async () => {
                 const registration = await navigator.serviceWorker.ready;
                 await registration.update();
                 const worker = registration.installing;
                 while (worker && worker.state === "installing")
                   await new Promise((go) => setTimeout(go, 50));
               }"""
        )
        page.reload()
        assert "Second build" not in page.inner_text("h1")
        page.goto(f"{address}articles/")
        assert "neither" not in page.inner_text("body")
        assert before[0] in stored_builds(page)
    context.close()


def test_the_web_manifest_names_the_sub_path(page: Page, address: str) -> None:
    page.goto("")
    link = page.locator("link[rel=manifest]").evaluate("(link) => link.href")
    assert link == f"{address}manifest.webmanifest"
    content = page.request.get(link).json()
    assert content["start_url"] == "./"
    assert content["scope"] == "./"
    assert content["name"]
