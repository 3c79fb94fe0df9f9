"""A large archive is fetched in pieces, and can be kept whole on the reader's machine."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from bench.make_corpus import articles
from browser.chromium import launch_profile
from browser.looking import Observed, open_ready, results
from browser.server import serve
from browser.test_offline import ACTIVE
from browser.test_parity import REQUESTS
from dateline.browser import app
from dateline.site import shards
from dateline.site.build import build_site
from dateline.site.pages import timeline
from support.sites import build_in_pieces

ASK_ALL = """async ([module, requests]) => {
  const { ask } = await import(module);
  const answers = [];
  for (const request of requests) answers.push(await ask(request));
  return answers;
}"""


# The sizes of the files that the site has in the browser's private file system, and how many pieces
# the service worker keeps besides.
KEPT = """async () => {
  const bytes = [];
  const walk = async (folder) => {
    for await (const entry of folder.values()) {
      if (entry.kind === "directory") await walk(entry);
      else bytes.push((await entry.getFile()).size);
    }
  };
  await walk(await navigator.storage.getDirectory());
  let pieces = 0;
  for (const name of await caches.keys()) {
    if (name.includes("/archive/")) pieces += (await (await caches.open(name)).keys()).length;
  }
  return { bytes, pieces };
}"""


# What the service worker has kept of the archive, so that a piece can be had of the server alone.
FORGET_PIECES = """async () => {
  for (const name of await caches.keys()) {
    if (name.includes("/archive/")) await caches.delete(name);
  }
}"""


# In which order the pages hear of the kept file and let the pieces go.
NOTE_ORDER = """() => {
  globalThis.order = [];
  new BroadcastChannel("dateline-kept").onmessage = ({ data }) => globalThis.order.push(data);
  const letGo = CacheStorage.prototype.delete;
  CacheStorage.prototype.delete = function (name) {
    if (name.includes("/archive/")) globalThis.order.push("let go");
    return letGo.call(this, name);
  };
}"""


LEFT_BY_AN_OLDER_BUILD = """async () => {
  const home = await navigator.storage.getDirectory();
  const folder = await home.getDirectoryHandle("dateline %2Frepo%2F", { create: true });
  const file = await (await folder.getFileHandle("old.sqlite", { create: true })).createWritable();
  await file.write("old");
  await file.close();
}"""


def archive_size(site: Path) -> int:
    return (site / "assets/dateline/archive.sqlite").stat().st_size


@pytest.fixture(scope="module")
def cut_site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The project's own site as if its archive were a large one."""
    folder = tmp_path_factory.mktemp("cut") / "site"
    build_in_pieces(folder)
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
        open_ready(page, f"{address}search/?q=kishida")
        results(page)
        page.reload()
        # What was asked for is kept already.
        expect(page.locator("#dateline-keep")).to_have_text(re.compile(r"^[1-9]\d?% "))
        expect(page.locator("#dateline-keep")).to_contain_text(
            "% of the archive is on this machine"
        )
        page.get_by_role("button", name="Keep all of it").click()
        expect(page.locator("#dateline-keep")).to_contain_text("All of the archive", timeout=30_000)
        kept = page.evaluate(KEPT)
        assert kept["bytes"] == [archive_size(cut_site)]
        # The pieces are let go; one that Python asked for just then may be put after that.
        assert kept["pieces"] <= 2
    context.close()
    context = launch_profile(playwright, profile)
    page = open_ready(context.new_page(), f"{address}search/?q=missile")
    offline_results = results(page)
    assert len(offline_results) > 3
    # Two tabs read the one file.
    other = open_ready(context.new_page(), f"{address}search/?q=missile")
    assert results(other) == offline_results
    other.close()
    page.get_by_role("button", name="Forget it").click()
    expect(page.locator("#dateline-keep")).to_contain_text("0% of the archive")
    context.close()


def test_pieces_are_let_go_once_python_reads_the_file(
    cut_site: Path, tmp_path: Path, playwright: Playwright
) -> None:
    context = launch_profile(playwright, str(tmp_path / "profile"))
    page = context.new_page()
    with serve(cut_site) as address:
        page.goto(f"{address}search/")
        page.evaluate(ACTIVE)
        # Ahead of the page's own scripts, so that it hears of each message first.
        page.add_init_script(f"({NOTE_ORDER})()")
        open_ready(page, f"{address}search/?q=kishida")
        results(page)
        page.get_by_role("button", name="Keep all of it").click()
        expect(page.locator("#dateline-keep")).to_contain_text("All of the archive", timeout=30_000)
        assert page.evaluate("order") == ["come", "read", "let go"]
    context.close()


def test_keeping_goes_on_where_it_was_broken_off(
    cut_site: Path, tmp_path: Path, playwright: Playwright
) -> None:
    context = launch_profile(playwright, str(tmp_path / "profile"))
    page = context.new_page()
    keep = page.get_by_role("button", name="Keep all of it")
    with serve(cut_site) as address:
        page.goto(f"{address}search/")
        page.evaluate(ACTIVE)
        page.evaluate(LEFT_BY_AN_OLDER_BUILD)
        open_ready(page, f"{address}search/?q=kishida")
        results(page)
        expect(page.locator("#dateline-keep")).to_contain_text("of the archive")
        assert page.evaluate(KEPT)["bytes"] == []
        gone = pieces_of(cut_site) // 2
        piece = next((cut_site / "assets/dateline/archive").glob(f"*/{gone}.gz"))
        content = piece.read_bytes()
        piece.unlink()
        page.evaluate(FORGET_PIECES)
        keep.click()
        expect(page.locator("#dateline-keep")).to_contain_text("the server answered 404")
        begun = page.evaluate(KEPT)["bytes"][0]
        assert 0 < begun < archive_size(cut_site)
        piece.write_bytes(content)
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        keep.click()
        expect(page.locator("#dateline-keep")).to_contain_text("All of the archive", timeout=30_000)
        assert page.evaluate(KEPT)["bytes"] == [archive_size(cut_site)]
        assert not any(url.endswith("/1.gz?keep") for url in asked)
        open_ready(page, f"{address}search/?q=missile")
        assert len(results(page)) > 3
    context.close()


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated story as if it were a large one."""
    folder = tmp_path_factory.mktemp("large")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in articles(40):
        (reports / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "WHOLE", 0)
        patch.setattr(timeline, "_MOST_ROWS", 10)
        build_site(reports, folder / "site")
    return folder / "site"


def test_the_timeline_of_a_large_story_is_drawn_and_listed_by_python(
    large_site: Path, chromium: Browser
) -> None:
    observed = Observed()
    with serve(large_site) as address:
        page = open_ready(watched(chromium, observed), f"{address}timeline/")
        rows = page.locator("#dateline-timeline [data-edtf]")
        count = page.locator("#dateline-count")
        expect(rows).to_have_count(100)
        expect(count).to_have_text(re.compile(r"^\d+ dated statements$"))
        total = int(count.inner_text().split()[0])
        assert total > 200
        page.get_by_role("button", name="Show more").click()
        expect(rows).to_have_count(200)
        page.locator("#dateline-q").fill("minister")
        expect(count).to_have_text(re.compile(rf"^\d+ of {total} dated statements$"))
        found = int(count.inner_text().split()[0])
        expect(rows).to_have_count(min(found, 100))
        page.locator("input[name=from]").fill("2020")
        expect(rows.first).to_have_attribute("data-latest", re.compile("^202"))
        latest = rows.evaluate_all("all => all.map(row => row.dataset.latest)")
        assert all(day >= "2020" for day in latest)
        page.context.close()
    observed.check(address)


def test_a_mark_far_down_the_list_brings_its_row_into_sight(
    large_site: Path, chromium: Browser
) -> None:
    observed = Observed()
    with serve(large_site) as address:
        page = open_ready(watched(chromium, observed), f"{address}timeline/")
        expect(page.locator("#dateline-timeline [data-edtf]")).to_have_count(100)
        drawing = page.locator(".dl-strip__drawing")
        box = drawing.bounding_box()
        assert box is not None
        # The last column of marks, found from the right, just above the axis.
        for x in range(int(box["width"]) - 4, 0, -3):
            page.mouse.move(box["x"] + x, box["y"] + 98)
            if "dl-strip__drawing--hit" in (drawing.get_attribute("class") or ""):
                break
        told = page.locator(".dl-strip__told").inner_text()
        page.mouse.down()
        page.mouse.up()
        earlier = page.get_by_role("button", name="Show earlier ones")
        expect(earlier).to_be_visible()
        focused = page.locator("#dateline-timeline li:has(a:focus) .dl-row-date")
        expect(focused).to_have_text(told)
        earlier.click()
        expect(page.locator("#dateline-timeline [data-edtf]")).to_have_count(100)
        page.context.close()
    observed.check(address)
