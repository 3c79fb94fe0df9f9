"""First answer after opening the page: the instant index against Material's own search.

    cd tests && PYTHONPATH=../py python -m bench.bench_first [REPORTS...]

Both sites have the same pages with the same words (see `bench_build`); the peer's are searched by
Material's plugin. The name of the person told of most is asked for in the address of the page, and
the clock runs from navigation until the first result stands there. Runs alternate, each in a new
browser without a service worker; medians are compared.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Playwright, sync_playwright

from bench.bench_build import prepare
from browser.chromium import launch
from browser.server import serve

SIZES = (100, 1_000)
RUNS = 5
FEW, OF_FEW, OF_MANY = 100, 0.5, 0.1
"""At most so much of the peer's time: at `FEW` reports, and above."""
OURS, PEERS = "#dateline-results > li", ".md-search-result__item"

_FIRST = """(selector) => {
  const seen = () => {
    if (!document.querySelector(selector)) return requestAnimationFrame(seen);
    window.firstAnswer = performance.now();
  };
  seen();
}"""


def first_answer(playwright: Playwright, address: str, selector: str) -> float:
    """Milliseconds from navigation until an element stands there."""
    browser = launch(playwright)
    page = browser.new_context(service_workers="block").new_page()
    page.add_init_script(f"({_FIRST})({json.dumps(selector)})")
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.firstAnswer !== undefined", timeout=120_000)
    found = float(page.evaluate("window.firstAnswer"))
    browser.close()
    return found


def most_told(site: Path) -> str:
    """The name of the person with the greatest weight in the instant index."""
    content = json.loads((site / "assets/dateline/instant.json").read_text("utf-8"))
    people = [entry for entry in content["entries"] if entry[0] == "person"]
    return str(max(people, key=lambda entry: entry[7])[3])


def compare(playwright: Playwright, count: int) -> bool:
    """Print both medians at a size; whether the limit was kept."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pages = prepare(home, count, peer_plugins=("search",))
        for name in ("dateline", "peer"):
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{home}/{name}.yml"]
            subprocess.run(command, check=True)
        name = quote(most_told(home / "dateline-site"))
        times: dict[str, list[float]] = {"ours": [], "peer": []}
        with serve(home / "dateline-site") as ours, serve(home / "peer-site") as peer:
            for _ in range(RUNS):
                asked = f"{ours}search/?q={name}"
                times["ours"].append(first_answer(playwright, asked, OURS))
                times["peer"].append(first_answer(playwright, f"{peer}?q={name}", PEERS))
    our, peer_time = (statistics.median(times[key]) for key in ("ours", "peer"))
    limit = OF_FEW if count <= FEW else OF_MANY
    print(f"{count:6} reports, {pages:6} pages: Dateline {our:6.0f} ms, Material", end=" ")
    print(f"{peer_time:6.0f} ms, ratio {our / peer_time:.2f} (at most {limit})", flush=True)
    return our <= limit * peer_time


def main() -> int:
    """Prints a line for each size; the exit code says whether all limits were kept."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    with sync_playwright() as playwright:
        kept = [compare(playwright, size) for size in sizes]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
