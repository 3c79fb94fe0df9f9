"""Questions in the browser: this search against MiniSearch and lunr.js, prebuilt, same reports.

    cd tests && PYTHONPATH=../py python -m bench.bench_peers [REPORTS...]

All run in one Chromium. Ours is asked through PyScript's worker, messages there and back
included; it finds sentences. The peers find reports, from an index of headline and text made
beforehand; they run on the page's own thread. The peers' sizes are those of their indexes alone,
ours is the whole archive with every text, name and date; all gzipped. A kind that a peer cannot
answer is left out. The target: nineteen of twenty questions of each kind no slower than the
fastest peer, or within one frame.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.bench_search import built, questions
from bench.make_corpus import articles
from browser.chromium import launch
from browser.looking import open_ready
from browser.server import serve
from dateline.annotation.times import find
from dateline.archive.asking import Asking
from dateline.archive.open import open_archive
from dateline.site.build import build_site

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000)
ASKED = 40
FRAME = 16.0
"""Milliseconds."""
MOST_SHARE = 1.0
"""Of the archive's bytes to MiniSearch's index, both gzipped."""
KINDS = ("rare word", "frequent word", "two words", "beginning", "phrase", "one typo")
SCRIPTS = {
    "minisearch.js": ROOT / "node_modules/minisearch/dist/umd/index.js",
    "lunr.js": ROOT / "node_modules/lunr/lunr.js",
}

PAGE = """<!doctype html><title>Peers</title>
<script src="minisearch.js"></script><script src="lunr.js"></script>"""

INDEX = """async () => {
  const reports = await (await fetch("reports.json")).json();
  const mini = new MiniSearch({ fields: ["title", "text"] });
  mini.addAll(reports);
  const built = lunr(function () {
    this.ref("id"); this.field("title"); this.field("text");
    for (const report of reports) this.add(report);
  });
  return { minisearch: JSON.stringify(mini), lunr: JSON.stringify(built) };
}"""

READY = """async () => {
  const times = {};
  let begun = performance.now();
  const text = await (await fetch("minisearch.json")).text();
  window.mini = MiniSearch.loadJSON(text, { fields: ["title", "text"] });
  times.minisearch = performance.now() - begun;
  begun = performance.now();
  window.index = lunr.Index.load(await (await fetch("lunr.json")).json());
  times.lunr = performance.now() - begun;
  return times;
}"""

ASK_PEERS = """([kind, asked]) => {
  const words = (text) => text.trim().split(/\\s+/);
  const mini = { beginning: { prefix: true }, "one typo": { fuzzy: 1 } }[kind] ?? {};
  const mark = { beginning: "*", "one typo": "~1" }[kind] ?? "";
  const ways = {
    minisearch: (text) => window.mini.search(text.trim(), { combineWith: "AND", ...mini }),
    lunr: (text) => window.index.search(words(text).map((word) => `+${word}${mark}`).join(" ")),
  };
  const times = {};
  for (const [name, way] of Object.entries(ways)) {
    times[name] = asked.map((text) => {
      const begun = performance.now();
      way(text);
      return performance.now() - begun;
    });
  }
  return times;
}"""

ASK_OURS = """async ([module, asked]) => {
  const { ask } = await import(module);
  const times = [];
  for (const q of asked) {
    const begun = performance.now();
    const answer = await ask({ do: "search", q, limit: 20, offset: 0 });
    if (!answer.ok) throw new Error(answer.error);
    times.push(performance.now() - begun);
  }
  return times;
}"""


def percentile(times: list[float], share: float) -> float:
    """The time that `share` of them do not exceed."""
    return sorted(times)[round(len(times) * share) - 1]


def lay_out(peers: Path, count: int) -> None:
    """The page of the peers and the reports they index."""
    peers.mkdir()
    (peers / "index.html").write_text(PAGE, "utf-8")
    for name, path in SCRIPTS.items():
        (peers / name).write_bytes(path.read_bytes())
    reports = [
        {"id": at, "title": text.partition("\n")[0], "text": text.partition("\n")[2]}
        for at, (_, text) in enumerate(articles(count))
    ]
    (peers / "reports.json").write_text(json.dumps(reports), "utf-8")


def put_archive(site: Path, archive: Path) -> None:
    """The archive of another story in the place of the site's own."""
    content = archive.read_bytes()
    (site / "assets/dateline/archive.sqlite").write_bytes(content)
    told = site / "assets/dateline/site.json"
    facts = {**json.loads(told.read_text("utf-8")), "archive_sha256": _sha256(content)}
    told.write_text(json.dumps(facts), "utf-8")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def index_peers(page: Page, address: str, peers: Path) -> dict[str, float]:
    """Builds the peers' indexes; milliseconds that a new page takes to read each."""
    page.goto(address)
    for name, text in page.evaluate(INDEX).items():
        (peers / f"{name}.json").write_text(text, "utf-8")
    page.goto(address)
    times: dict[str, float] = page.evaluate(READY)
    return times


def compare(page: Page, site: Path, folder: Path, count: int) -> bool:
    """Prints the table for so many reports; whether every target was kept."""
    archive, peers = built(count, folder), folder / "peers"
    put_archive(site, archive)
    lay_out(peers, count)
    asking = Asking(open_archive(archive), find)
    draws = questions(asking)
    asked = {kind: [draws[kind]() for _ in range(ASKED)] for kind in KINDS}
    asking.archive.close()
    with serve(site) as ours, serve(peers) as theirs:
        ready = index_peers(page, theirs, peers)
        told: dict[str, Any] = {
            kind: page.evaluate(ASK_PEERS, [kind, asked[kind]]) for kind in KINDS
        }
        open_ready(page, f"{ours}search/")
        module = f"{ours}assets/dateline/js/dateline.mjs"
        for kind in KINDS:
            told[kind]["dateline"] = page.evaluate(ASK_OURS, [module, asked[kind]])
    kept = print_sizes(count, archive, peers, ready)
    print(f"{'p50 / p95 ms':15} {'Dateline':>15} {'MiniSearch':>15} {'lunr.js':>15}  ratio of p95")
    for kind in KINDS:
        kept = print_row(kind, told[kind]) and kept
    return kept


def print_sizes(count: int, archive: Path, peers: Path, ready: Mapping[str, float]) -> bool:
    """Prints the bytes of each index and what reading takes; whether ours are few enough."""
    size = {name: _gzipped(peers / f"{name}.json") for name in ready}
    ours = _gzipped(archive)
    share = ours / size["minisearch"]
    read = ", ".join(f"{name} {size[name]:,} bytes in {ready[name]:.0f} ms" for name in ready)
    print(f"\n{count} reports; Dateline {ours:,} bytes, {read}")
    print(f"of MiniSearch's bytes: {share:.2f} (at most {MOST_SHARE})")
    return share <= MOST_SHARE


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def print_row(kind: str, told: Mapping[str, list[float]]) -> bool:
    """Prints the times of one kind of question; whether ours are short enough."""
    names = ("dateline", "minisearch", "lunr")
    able = [name for name in names if kind != "phrase" or name == "dateline"]
    cells = [
        f"{percentile(told[n], 0.5):6.1f} / {percentile(told[n], 0.95):6.1f}" if n in able else "-"
        for n in names
    ]
    p95 = percentile(told["dateline"], 0.95)
    best = min((percentile(told[n], 0.95) for n in able[1:]), default=None)
    ratio = f"{p95 / best:6.2f}" if best else "     -"
    print(f"{kind:15} {cells[0]:>15} {cells[1]:>15} {cells[2]:>15} {ratio}")
    return p95 <= max(FRAME, best or 0)


def main() -> int:
    """Prints a table for each size; the exit code says whether all targets were kept."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    kept = True
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build_site(ROOT / "seeds", site)
        browser = launch(playwright)
        for count in sizes:
            place = Path(folder) / str(count)
            place.mkdir()
            page = browser.new_context(service_workers="block").new_page()
            kept = compare(page, site, place, count) and kept
            page.close()
        browser.close()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
