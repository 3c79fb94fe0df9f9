"""Questions in the browser: this search against MiniSearch, lunr.js and Pagefind, same reports.

    cd tests && PYTHONPATH=../py python -m bench.bench_peers [REPORTS...]

All run in one Chromium. Ours is asked through PyScript's worker, messages there and back
included; it finds sentences and shows the texts of twenty. The peers find reports, from an index of
headline and text made beforehand, on the page's own thread. MiniSearch and lunr.js know no text;
Pagefind loads that of twenty reports. A kind that a peer cannot answer is left out. Each question
is asked twice: we and Pagefind fetch the first time what is needed; the second time is compared.

Bytes are gzipped. Those of MiniSearch and lunr.js are their indexes. Ours are what a new page has
fetched of the archive when its first question is answered, the texts shown included; the median
over the kinds.

The targets: nineteen of twenty questions of each kind no slower than the fastest peer, or within
one frame; no more bytes than MiniSearch's.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Request, sync_playwright

from bench.bench_search import built, questions
from bench.make_corpus import articles
from browser.chromium import launch
from browser.looking import open_ready
from browser.server import serve
from dateline.annotation.times import find
from dateline.archive.asking import Asking
from dateline.archive.open import open_archive
from dateline.site import shards
from dateline.site.build import build_site

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000)
ASKED = 40
FRAME = 16.0
"""Milliseconds."""
MOST_SHARE = 1.0
"""Of the bytes of a first answer to MiniSearch's index, both gzipped."""
COLUMNS = ("first", "dateline", "minisearch", "lunr", "pagefirst", "pagefind")
UNABLE = {("phrase", "minisearch"), ("phrase", "lunr")} | {
    ("one typo", "pagefirst"),
    ("one typo", "pagefind"),
}
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

ASK_PAGEFIND = """async ([kind, asked]) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
  await pagefind.init();
  const times = [];
  for (const text of asked) {
    const begun = performance.now();
    const { results } = await pagefind.search(text.trim());
    await Promise.all(results.slice(0, 20).map((result) => result.data()));
    times.push(performance.now() - begun);
  }
  return times;
}"""

ASK_OURS = """async ([module, asked]) => {
  const { ask } = await import(module);
  const times = [];
  for (const q of asked) {
    const begun = performance.now();
    const answer = await ask({ do: "search", q, facets: false, limit: 20, offset: 0 });
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
    for report in reports:
        page = peers / "reports" / f"{report['id']}.html"
        page.parent.mkdir(exist_ok=True)
        title, text = escape(str(report["title"])), escape(str(report["text"]))
        page.write_text(
            f'<!doctype html><html lang="en"><title>{title}</title>'
            f"<body><h1>{title}</h1><p>{text}</p></body></html>",
            "utf-8",
        )
    pagefind = str(ROOT / "node_modules/.bin/pagefind")
    command = [pagefind, "--site", str(peers), "--glob", "reports/*.html"]
    subprocess.run(command, check=True, capture_output=True)


def put_archive(site: Path, archive: Path) -> None:
    """The archive of another story in the place of the site's own."""
    content = archive.read_bytes()
    cut, pieces = shards.cut(content)
    base = site / "assets/dateline"
    (base / "archive.sqlite").write_bytes(content)
    for path, piece in pieces.items():
        (base / path).parent.mkdir(parents=True, exist_ok=True)
        (base / path).write_bytes(piece)
    told = {"archive_sha256": _sha256(content), "shards": asdict(cut) if cut else None}
    facts = {**json.loads((base / "site.json").read_text("utf-8")), **told}
    (base / "site.json").write_text(json.dumps(facts), "utf-8")


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
    asked = questions_of(archive, ASKED)
    with serve(site) as ours, serve(peers) as theirs:
        ready = index_peers(page, theirs, peers)
        told: dict[str, Any] = {
            kind: page.evaluate(ASK_PEERS, [kind, asked[kind]]) for kind in KINDS
        }
        for kind in KINDS:
            for name in ("pagefirst", "pagefind"):
                told[kind][name] = page.evaluate(ASK_PAGEFIND, [kind, asked[kind]])
        module = f"{ours}assets/dateline/js/dateline.mjs"
        fetched = [first_bytes(page, site, ours, module, asked[kind][0]) for kind in KINDS]
        open_ready(page, f"{ours}search/")
        for kind in KINDS:
            told[kind]["first"] = page.evaluate(ASK_OURS, [module, asked[kind]])
            told[kind]["dateline"] = page.evaluate(ASK_OURS, [module, asked[kind]])
    kept = print_sizes(count, statistics.median(fetched), archive, peers, ready)
    heads = ("first time", "Dateline", "MiniSearch", "lunr.js", "Pagefind first", "Pagefind")
    print(f"{'p50 / p95 ms':15} {' '.join(f'{head:>15}' for head in heads)}  ratio of p95")
    for kind in KINDS:
        kept = print_row(kind, told[kind]) and kept
    return kept


def questions_of(archive: Path, each: int) -> dict[str, list[str]]:
    """So many questions of each kind, with words of the archive."""
    asking = Asking(open_archive(archive), find)
    draws = questions(asking)
    asked = {kind: [draws[kind]() for _ in range(each)] for kind in KINDS}
    asking.archive.close()
    return asked


def first_bytes(page: Page, site: Path, address: str, module: str, question: str) -> int:
    """What a new page fetches of the archive until it has answered one question, gzipped."""
    paths = set()
    at = len(f"{address}assets/dateline/")

    def note(request: Request) -> None:
        if "/archive" in request.url:
            paths.add(request.url.partition("?")[0][at:])

    page.context.on("request", note)
    open_ready(page, f"{address}search/")
    page.evaluate(ASK_OURS, [module, [question]])
    page.context.remove_listener("request", note)
    files = [site / "assets/dateline" / path for path in paths]
    return sum(f.stat().st_size if f.suffix == ".gz" else _gzipped(f) for f in files)


def print_sizes(
    count: int, fetched: float, archive: Path, peers: Path, ready: Mapping[str, float]
) -> bool:
    """Prints the bytes of each index and what reading takes; whether ours are few enough."""
    size = {name: _gzipped(peers / f"{name}.json") for name in ready}
    share = fetched / size["minisearch"]
    read = ", ".join(f"{name} {size[name]:,} bytes in {ready[name]:.0f} ms" for name in ready)
    print(f"\n{count} reports; archive {_gzipped(archive):,} bytes, {read}")
    print(f"Dateline's first answer {fetched:,.0f} bytes")
    print(f"of MiniSearch's: {share:.2f} (at most {MOST_SHARE})")
    return share <= MOST_SHARE


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def print_row(kind: str, told: Mapping[str, list[float]]) -> bool:
    """Prints the times of one kind of question; whether ours are short enough."""
    able = [name for name in COLUMNS if (kind, name) not in UNABLE]
    cells = [
        f"{percentile(told[n], 0.5):6.1f} / {percentile(told[n], 0.95):6.1f}" if n in able else "-"
        for n in COLUMNS
    ]
    p95 = percentile(told["dateline"], 0.95)
    best = min(
        (percentile(told[n], 0.95) for n in able if n in ("minisearch", "lunr", "pagefind")),
        default=None,
    )
    ratio = f"{p95 / best:6.2f}" if best else "     -"
    print(f"{kind:15} {' '.join(f'{cell:>15}' for cell in cells)} {ratio}")
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
