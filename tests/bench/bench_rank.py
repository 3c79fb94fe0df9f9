"""How high the right answer stands: this search against the peers, on the same pages.

    cd tests && PYTHONPATH=../py python -m bench.bench_rank

The questions are those of `quality/search_queries.json`: names with and without typos, aliases,
words, phrases, dates, over the five shared reports and Wikinews. Every page of each story's site,
reports, people, organizations, places, meetings and all, is given to the peers with the same words,
so that "steve jobs" is answered by his page as well as it is here. Material searches them with its
own plugin, in its own box; Pagefind with its own script; lunr.js and MiniSearch as their
documentation shows: all words optional, MiniSearch with beginnings, a fifth of a word's letters
forgiven and titles counted twice. What only this search knows (`in:2006`) is put to the peers
without the name of the field. Printed is the mean reciprocal rank among the first twenty.

The target: at least 0.9, and above every peer.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from bench.bench_build import configure, write_markdown
from bench.bench_peers import PAGE, ROOT, SCRIPTS
from browser.chromium import launch
from browser.server import serve
from dateline.site.publish import Publication, publish
from quality import test_search_quality as asked

LEAST = 0.9
MOST = 20
PEERS = ("Material", "Pagefind", "MiniSearch", "lunr.js")
_FIELD = re.compile(r"\b(?:who|where|org|says|with|thread|kind|before|after|on|in):")

SEARCH = """async ([queries, most]) => {
  const pages = await (await fetch("pages.json")).json();
  const mini = new MiniSearch({
    fields: ["title", "text"],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  mini.addAll(pages);
  const index = lunr(function () {
    this.ref("id"); this.field("title", { boost: 2 }); this.field("text");
    for (const page of pages) this.add(page);
  });
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
  await pagefind.init();
  const paths = { MiniSearch: [], "lunr.js": [], Pagefind: [] };
  const path = ({ id, ref }) => pages[id ?? ref].path;
  for (const query of queries) {
    const plain = query.replace(/[":]/g, " ");
    paths.MiniSearch.push(mini.search(plain).slice(0, most).map(path));
    paths["lunr.js"].push(index.search(plain).slice(0, most).map(path));
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.slice(0, most).map((result) => result.data()));
    paths.Pagefind.push(data.map(({ url }) => url.split("/pages/")[1]));
  }
  return paths;
}"""

# What Material's box lists, or nothing once it says that it found nothing.
FOUND = """(most) => {
  const told = document.querySelector(".md-search-result__meta")?.textContent ?? "";
  if (!/\\d|No matching/.test(told)) return null;
  const links = document.querySelectorAll(
    ".md-search-result__item > a.md-search-result__link");
  if (!links.length && !told.includes("No matching")) return null;
  return { paths: [...links].slice(0, most).map((link) => link.href) };
}"""


class _Words(HTMLParser):
    """The words of a page, and its heading."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.title = ""
        self._silent = self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = self._silent or tag in ("script", "style", "svg")
        self._heading = tag == "h1"

    def handle_endtag(self, tag: str) -> None:
        self._silent = self._silent and tag not in ("script", "style", "svg")
        self._heading = self._heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)
            self.title += data if self._heading else ""


def lay_out(publication: Publication, home: Path) -> None:
    """The peers' page, their list of pages, and the pages as Pagefind reads them."""
    home.mkdir()
    (home / "index.html").write_text(PAGE, "utf-8")
    for name, path in SCRIPTS.items():
        (home / name).write_bytes(path.read_bytes())
    pages = []
    for number, page in enumerate(publication.pages):
        words = _Words()
        words.feed(page.content)
        row = {"id": number, "path": page.path, "title": words.title, "text": "".join(words.text)}
        pages.append(row)
        file = home / "pages" / page.path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = f"<title>{words.title}</title><body><main>{page.content}</main></body>"
        file.write_text(f'<!doctype html><html lang="en">{body}</html>', "utf-8")
    (home / "pages.json").write_text(json.dumps(pages), "utf-8")
    pagefind = str(ROOT / "node_modules/.bin/pagefind")
    command = [pagefind, "--site", str(home), "--glob", "pages/**/*.html"]
    subprocess.run(command, check=True, capture_output=True)


def build_material(publication: Publication, home: Path) -> Path:
    """The same pages as a site of Material with its own search."""
    write_markdown(publication, home / "markdown")
    configure(home / "peer.yml", str(home / "markdown"), plugins=["search"], not_in_nav="/**")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(home / "peer.yml")]
    subprocess.run(command, check=True)
    return home / "peer-site"


def ask_material(page: Page, address: str, queries: list[str]) -> list[list[str]]:
    """The paths that Material's box lists for each query."""
    found = []
    for query in queries:
        page.goto(f"{address}?q={quote(query)}")
        told = page.wait_for_function(FOUND, arg=MOST, timeout=60_000).json_value()
        found.append([str(href).split("?")[0].removeprefix(address) for href in told["paths"]])
    return found


def rank(paths: list[str], answers: list[str]) -> int | None:
    """The place of the first page that answers."""
    ids = [path.strip("/").rpartition("/")[2] for path in paths]
    return next((n for n, id_ in enumerate(ids, 1) if asked.answers(id_, answers)), None)


def ranks_of_story(page: Page, story: str, home: Path) -> dict[str, list[int | None]]:
    """Each peer's rank for each query on a story."""
    rows = [row for row in asked.QUERIES if row["story"] == story]
    queries = [_FIELD.sub("", row["q"]) for row in rows]
    publication = publish(asked.FOLDERS[story], ROOT / "node_modules", home / "cache")
    lay_out(publication, home / "peers")
    with serve(home / "peers") as address:
        page.goto(address)
        paths: dict[str, Any] = page.evaluate(SEARCH, [queries, MOST])
    with serve(build_material(publication, home)) as address:
        paths["Material"] = ask_material(page, address, queries)
    return {
        name: [rank(found, row["answers"]) for found, row in zip(lists, rows, strict=True)]
        for name, lists in paths.items()
    }


def main() -> int:
    """Prints the measure for each; the exit code says whether the target was kept."""
    found: dict[str, list[int | None]] = {name: [] for name in PEERS}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours = asked.mean_reciprocal(asked.ranks(Path(folder)))
        browser = launch(playwright)
        page = browser.new_context(service_workers="block").new_page()
        for story in asked.FOLDERS:
            home = Path(folder) / story
            home.mkdir()
            for name, places in ranks_of_story(page, story, home).items():
                found[name] += places
        browser.close()
    means = {name: sum(1 / p for p in places if p) / len(places) for name, places in found.items()}
    print(f"mean reciprocal rank of {len(asked.QUERIES)} questions (at least {LEAST})")
    print(f"{'Dateline':12}{ours:.3f}")
    for name in PEERS:
        unanswered = sum(place is None for place in found[name])
        print(f"{name:12}{means[name]:.3f}  ({unanswered} not among the first {MOST})")
    return 0 if ours >= LEAST and ours > max(means.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
