"""First answer on the search page: this build against stock Pyodide, same page, same machine.

Both sites are the same but for two files. "stock" has the standard library as npm ships it and our
modules as sources, both compiled by Python at every start; "cut" has what `site.runtime` makes.
Runs alternate, each in a new profile without a service worker; medians are compared.

    cd tests && PYTHONPATH=../py python -m bench.bench_start [RUNS]
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from browser.chromium import launch
from browser.server import serve
from dateline.site.build import build_site
from dateline.site.runtime_imports import closure
from dateline.site.runtime_python import HOME, WORKER, bundled

PYTHON = "assets/dateline/python"
LIMIT = 0.45
FROZEN = "sys.meta_path.insert(0, FrozenModules(BUNDLE))\n"
SOURCES = Path(__file__).resolve().parents[2] / "py"
STOCK_LIBRARY = SOURCES.parent / "node_modules/pyodide/python_stdlib.zip"


def stock_copy(site: Path, target: Path) -> None:
    """The site with nothing compiled."""
    shutil.copytree(site, target, symlinks=True)
    shutil.copyfile(STOCK_LIBRARY, target / PYTHON / "stdlib.zip")
    needed = closure(SOURCES, [WORKER])
    with zipfile.ZipFile(target / PYTHON / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in bundled(needed):
            bundle.write(SOURCES / path, path.as_posix())
        for path in needed.shells:
            bundle.writestr(path.as_posix(), b"")
    (target / PYTHON / "worker.py").write_text(
        f'import sys\nsys.path.insert(0, "{HOME}")\n'
        + WORKER.read_text("utf-8").replace(FROZEN, ""),
        "utf-8",
    )


def first_answer(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from navigation to the instant index and to Python's first answer."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("[data-from=python]", state="attached", timeout=120_000)
    instant, answered = page.evaluate(
        """() => [performance.getEntriesByName("dateline:instant")[0].startTime,
                  performance.getEntriesByName("dateline:query").map(
                    (m) => m.startTime + m.duration)[0]]"""
    )
    context.close()
    return float(instant), float(answered)


def main() -> int:
    """Prints a table; the exit code says whether the limit was kept."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: dict[str, list[tuple[float, float]]] = {"cut": [], "stock": []}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, stock_site = Path(folder) / "site", Path(folder) / "stock"
        build_site(SOURCES.parent / "seeds", site)
        stock_copy(site, stock_site)
        with serve(site) as cut, serve(stock_site) as stock:
            for _ in range(runs):
                for name, address in (("cut", cut), ("stock", stock)):
                    browser = launch(playwright)
                    times[name].append(first_answer(browser, f"{address}search/?q=a"))
                    browser.close()
    medians = {name: statistics.median(t[1] for t in values) for name, values in times.items()}
    for name, values in times.items():
        instant = statistics.median(t[0] for t in values)
        print(f"{name:6} instant {instant:6.0f} ms   first answer {medians[name]:6.0f} ms")
    ratio = medians["cut"] / medians["stock"]
    print(f"ratio {ratio:.2f} (at most {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
