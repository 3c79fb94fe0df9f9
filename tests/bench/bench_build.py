"""The site of 500 generated reports, built by Dateline and by plain Material from Markdown.

    python -m bench build                          both, and the ratio
    python -m bench.bench_build --profile [COUNT]  where Dateline's time goes

The peer gets the same pages as Markdown files: as many, with the same words and links, the same
theme, the same few pages in its navigation, no search. Dateline reads, annotates and links the
reports, writes the archive and the indexes, and makes the pages. What Node compiles for the
browser is cached between builds and is made before the clock starts.
"""

from __future__ import annotations

import cProfile
import json
import logging
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from bench.make_corpus import articles
from bench.markdown_of import markdown_of, source_of
from dateline.site.publish import Publication, publish

ARTICLES = 500
ROUNDS = 3
TARGET = 1.3
"""At most so many times what the peer takes, by the clock and of the processor."""

_REPOSITORY = Path(__file__).resolve().parents[2]
_PACKAGES = _REPOSITORY / "node_modules"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processor, children included."""

    wall: float
    cpu: float


def main(count: int = ARTICLES) -> None:
    """Print both builds and their ratio; exit with 1 above the target."""
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        pages = prepare(home, count)
        ours, peers = [], []
        for _ in range(ROUNDS):
            ours.append(_timed(home / "dateline.yml"))
            peers.append(_timed(home / "peer.yml"))
        written = [_pages_in(home / name) for name in ("dateline-site", "peer-site")]
    our, peer = _least(ours), _least(peers)
    print(f"{count} reports, {pages} generated pages; HTML files written: {written}")
    print(f"{'':28}{'wall s':>8}{'cpu s':>8}")
    print(f"{'Dateline, all of it':28}{our.wall:8.2f}{our.cpu:8.2f}")
    print(f"{'Material from Markdown':28}{peer.wall:8.2f}{peer.cpu:8.2f}")
    wall, cpu = our.wall / peer.wall, our.cpu / peer.cpu
    print(f"{'ratio':28}{wall:8.2f}{cpu:8.2f}   (target {TARGET})")
    sys.exit(0 if max(wall, cpu) <= TARGET else 1)


def prepare(home: Path, count: int, peer_plugins: tuple[str, ...] = ()) -> int:
    """Write the reports, the peer's Markdown and both configurations; how many pages there are."""
    seeds, cache = home / "seeds", home / "cache"
    seeds.mkdir()
    for name, text in articles(count):
        (seeds / name).write_text(text, encoding="utf-8")
    publication = publish(seeds, _PACKAGES, cache)
    write_markdown(publication, home / "markdown")
    options = {"seeds": str(seeds), "node_modules": str(_PACKAGES), "cache": str(cache)}
    configure(home / "dateline.yml", "docs", plugins={"dateline": options})
    configure(
        home / "peer.yml", str(home / "markdown"), plugins=list(peer_plugins), not_in_nav="/**"
    )
    return len(publication.pages)


def profile(count: int = ARTICLES) -> None:
    """Print what Dateline's build spends its time on, in one process."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        prepare(home, count)
        config = load_config(config_file=str(home / "dateline.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        profiler = cProfile.Profile()
        profiler.runcall(build, config)
    stats = pstats.Stats(profiler)
    stats.sort_stats("cumulative").print_stats(r"dateline|mkdocs/|material", 70)
    stats.sort_stats("tottime").print_stats(40)


def write_markdown(publication: Publication, docs: Path) -> None:
    shutil.copytree(_REPOSITORY / "docs", docs)
    for page in publication.pages:
        path = docs / source_of(page.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown_of(page.content, page.path), encoding="utf-8")


def configure(path: Path, docs: str, **settings: object) -> None:
    config = {
        "INHERIT": str(_REPOSITORY / "mkdocs.yml"),
        "docs_dir": str(_REPOSITORY / docs),
        "site_dir": str(path.with_name(f"{path.stem}-site")),
        # Links to data files and to fragments of inline HTML cannot be checked in Markdown.
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
        **settings,
    }
    path.write_text(json.dumps(config), encoding="utf-8")


def _timed(config: Path) -> Cost:
    """One build in a process of its own."""
    begun, used = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]
    subprocess.run(command, check=True)
    now = os.times()
    cpu = (now.children_user + now.children_system) - (used.children_user + used.children_system)
    return Cost(time.perf_counter() - begun, cpu)


def _least(costs: list[Cost]) -> Cost:
    """The least of each: what else the machine does can only add to it."""
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs))


def _pages_in(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()] or [ARTICLES]
    profile(numbers[0]) if "--profile" in sys.argv else main(numbers[0])
