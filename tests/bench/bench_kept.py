"""Questions to a large archive that the reader keeps whole, as a file of the browser's.

    cd tests && PYTHONPATH=../py python -m bench.bench_kept [REPORTS | ARCHIVE]

The archive of so many made-up reports (10,000 unless given; 100,000 take most of an hour to make),
or one that is there already, is put in a site, kept with the button of the search page, and asked
through PyScript's worker, messages there and back included. Each question is asked twice; both
times are printed. Nothing is fetched, which is checked.

The target: nineteen of twenty questions of each kind within 100 ms when asked again.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.bench_peers import ASK_OURS, ASKED, KINDS, ROOT, percentile, put_archive, questions_of
from bench.bench_search import built
from browser.chromium import launch_profile
from browser.looking import open_ready
from browser.server import serve
from dateline.site.build import build_site

REPORTS = 10_000
LIMIT = 100.0
"""Milliseconds."""
KEEPING = 1_800_000
"""Milliseconds that keeping may take."""


def keep_all(page: Page, address: str) -> float:
    """Presses the button; seconds until all is there."""
    page.goto(f"{address}search/")
    begun = time.perf_counter()
    page.get_by_role("button", name="Keep all of it").click()
    expect(page.locator("#dateline-keep")).to_contain_text("All of the archive", timeout=KEEPING)
    return time.perf_counter() - begun


def compare(page: Page, address: str, asked: dict[str, list[str]]) -> bool:
    """Prints a row for each kind; whether all are within the limit."""
    fetched: list[str] = []
    page.context.on("request", lambda request: fetched.append(request.url))
    open_ready(page, f"{address}search/")
    module = f"{address}assets/dateline/js/dateline.mjs"
    print(f"{'p50 / p95 ms':15} {'first time':>17} {'asked again':>17}")
    kept = True
    for kind in KINDS:
        first, again = (page.evaluate(ASK_OURS, [module, asked[kind]]) for _ in range(2))
        cells = (f"{percentile(t, 0.5):7.1f} / {percentile(t, 0.95):7.1f}" for t in (first, again))
        print(f"{kind:15} {' '.join(cells)}", flush=True)
        kept = kept and percentile(again, 0.95) <= LIMIT
    assert not any("/archive/" in url for url in fetched), "it was fetched and not read"
    return kept


def main() -> int:
    """Prints the table; the exit code says whether the target was kept."""
    given = sys.argv[1] if len(sys.argv) > 1 else str(REPORTS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        archive = built(int(given), home) if given.isdigit() else Path(given)
        asked = questions_of(archive, ASKED)
        build_site(ROOT / "seeds", home / "site")
        put_archive(home / "site", archive)
        context = launch_profile(playwright, str(home / "profile"))
        page = context.new_page()
        # Its list of files is that of the site before the archive was put in.
        page.route("**/sw.js", lambda route: route.abort())
        with serve(home / "site") as address:
            seconds = keep_all(page, address)
            print(f"{archive.stat().st_size:,} bytes kept in {seconds:.0f} s")
            kept = compare(page, address, asked)
        context.close()
    print(
        f"at most {LIMIT:.0f} ms for 95% of each kind asked again: {'kept' if kept else 'missed'}"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
