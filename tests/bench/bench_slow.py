"""First answer over a slow line: the instant index against Material's own search.

    cd tests && PYTHONPATH=../py python -m bench.bench_slow [REPORTS]

The line is that of `slow_line`. The same two sites as in `bench_first`; runs alternate, each in a
new browser without a service worker, so nothing is kept from one to the next. When Python answers
too, with all its own bytes behind the same line, is printed beside it.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Playwright, sync_playwright

from bench.bench_build import prepare
from bench.bench_first import OURS, PEERS, first_answer, most_told
from bench.slow_line import Line, serve_slowly
from browser.chromium import launch

REPORTS = 100
RUNS = 3
LIMIT = 0.5
"""At most so much of the peer's time."""


def python_ready(playwright: Playwright, address: str, line: Line) -> tuple[float, int]:
    """Seconds and bytes of the line until Python answers."""
    browser = launch(playwright)
    page = browser.new_context(service_workers="block").new_page()
    begun, carried = time.monotonic(), line.carried
    page.goto(address, wait_until="commit")
    page.wait_for_selector("html[data-dateline=ready]", timeout=120_000)
    found = time.monotonic() - begun, line.carried - carried
    browser.close()
    return found


def main() -> int:
    """Prints the medians; the exit code says whether the limit was kept."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    times: dict[str, list[float]] = {"ours": [], "peer": []}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        prepare(home, count, peer_plugins=("search",))
        for name in ("dateline", "peer"):
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{home}/{name}.yml"]
            subprocess.run(command, check=True)
        name = quote(most_told(home / "dateline-site"))
        with (
            serve_slowly(home / "dateline-site") as (ours, line),
            serve_slowly(home / "peer-site") as (peer, _),
        ):
            for _ in range(RUNS):
                asked = f"{ours}search/?q={name}"
                times["ours"].append(first_answer(playwright, asked, OURS))
                times["peer"].append(first_answer(playwright, f"{peer}?q={name}", PEERS))
            seconds, carried = python_ready(playwright, f"{ours}search/?q={name}", line)
    our, peer_time = (statistics.median(times[key]) for key in ("ours", "peer"))
    print(
        f"{count} reports over 1.6 Mbit/s and 150 ms: first answer of Dateline {our:.0f} ms,",
        end="",
    )
    print(f" of Material {peer_time:.0f} ms, ratio {our / peer_time:.2f} (at most {LIMIT})")
    print(f"Python answers after {seconds:.1f} s and {carried / 1e6:.1f} MB")
    return 0 if our <= LIMIT * peer_time else 1


if __name__ == "__main__":
    raise SystemExit(main())
