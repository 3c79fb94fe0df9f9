"""Memory of a page that has answered questions: this search against MiniSearch, same reports.

    cd tests && PYTHONPATH=../py python -m bench.bench_memory [REPORTS]

Each is opened in a browser of its own and asked the same questions, some of every kind it can
answer. What is counted is what the page's processes hold for themselves when garbage has been
collected (Linux tells it in `smaps_rollup`), beyond what an empty page holds.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.bench_peers import (
    ASK_OURS,
    ASK_PEERS,
    KINDS,
    ROOT,
    UNABLE,
    index_peers,
    lay_out,
    put_archive,
    questions_of,
)
from bench.bench_search import built
from browser.chromium import ARGUMENTS, CHROMIUM
from browser.looking import open_ready
from browser.server import serve
from dateline.site.build import build_site

REPORTS = 10_000
ASKED = 10
SETTLED = 3_000
"""Milliseconds after which what was only needed in passing has been given back."""
_PRIVATE = re.compile(r"Private_(?:Clean|Dirty): +(\d+) kB")

COLLECT = "globalThis.gc?.()"
READ = """async () => {
  const text = await (await fetch("minisearch.json")).text();
  window.mini = MiniSearch.loadJSON(text, { fields: ["title", "text"] });
  window.index = { search: () => [] };
}"""


def renderers() -> set[Path]:
    """The processes of pages on this machine."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (process / "cmdline").read_bytes():
                found.add(process)
        except OSError:
            continue
    return found


def private(processes: set[Path]) -> float:
    """Megabytes that the processes share with no other."""
    told = [(process / "smaps_rollup").read_text() for process in processes if process.exists()]
    return sum(int(kb) for text in told for kb in _PRIVATE.findall(text)) / 1e3


def held(playwright: Playwright, use: Callable[[Page], object]) -> float:
    """Megabytes of a page after `use`."""
    others = renderers()
    arguments = [*ARGUMENTS, "--js-flags=--expose-gc"]
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
    page = browser.new_context(service_workers="block").new_page()
    use(page)
    page.evaluate(COLLECT)
    for worker in page.workers:
        worker.evaluate(COLLECT)
    page.wait_for_timeout(SETTLED)
    found = private(renderers() - others)
    browser.close()
    return found


def main() -> int:
    """Prints the three figures; the exit code says whether ours is not above the peer's."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place, site, peers = Path(folder), Path(folder) / "site", Path(folder) / "peers"
        build_site(ROOT / "seeds", site)
        archive = built(count, place)
        put_archive(site, archive)
        lay_out(peers, count)
        asked = questions_of(archive, ASKED)
        with serve(site) as ours, serve(peers) as theirs:
            module = f"{ours}assets/dateline/js/dateline.mjs"

            def ask_ours(page: Page) -> None:
                open_ready(page, f"{ours}search/")
                for kind in KINDS:
                    page.evaluate(ASK_OURS, [module, asked[kind]])

            def ask_peer(page: Page) -> None:
                page.goto(theirs)
                page.evaluate(READ)
                for kind in KINDS:
                    if (kind, "minisearch") not in UNABLE:
                        page.evaluate(ASK_PEERS, [kind, asked[kind]])

            held(playwright, lambda page: index_peers(page, theirs, peers))
            empty = held(playwright, lambda page: page.goto("about:blank"))
            our, peer = held(playwright, ask_ours) - empty, held(playwright, ask_peer) - empty
    print(
        f"{count} reports: Dateline {our:.0f} MB, MiniSearch {peer:.0f} MB beyond an empty page's"
    )
    print(f"{empty:.0f} MB; ratio {our / peer:.2f} (at most 1)")
    return 0 if our <= peer else 1


if __name__ == "__main__":
    sys.exit(main())
