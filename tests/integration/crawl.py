"""Reads a finished site the way a browser meets it: links, ids, what is fetched, what would run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

_FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "input": ("src",),
}
"""What a browser loads by itself while it shows the page."""
_LED_TO = {"a": ("href",), "form": ("action",), "area": ("href",)}
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
    | {"preconnect", "dns-prefetch", "prefetch"}
)
_STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass
class Page:
    """What one HTML file holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Where the reader may go."""
    fetched: list[str] = field(default_factory=list)
    """What the browser loads by itself."""
    html_attributes: dict[str, str | None] = field(default_factory=dict)
    title: str = ""
    headings: int = 0
    """How many h1 there are."""
    linked_data: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    """Attributes that would run as script."""
    scripts: list[str] = field(default_factory=list)
    """Inline scripts, JSON left out."""
    styles: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._inside: str | None = None
        self._script_type: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, given = self.page, dict(attrs)
        page.headings += tag == "h1"
        if tag == "html":
            page.html_attributes = given
        if given.get("id"):
            page.ids.append(given["id"] or "")
        for name, value in given.items():
            if name.startswith("on"):
                page.handlers.append(f"{name}={value}")
            if name == "style":
                page.styles.append(value or "")
        self._addresses(tag, given)
        if tag in ("script", "style", "title"):
            self._inside, self._script_type = tag, given.get("type")

    def _addresses(self, tag: str, given: Mapping[str, str | None]) -> None:
        if tag == "link":
            relations = set((given.get("rel") or "").split())
            into = self.page.fetched if relations & _LOADING_RELATIONS else self.page.links
            if "canonical" not in relations:
                into.append(given.get("href") or "")
        for name in _FETCHED.get(tag, ()):
            value = given.get(name)
            if value:
                self.page.fetched += [part.split()[0] for part in value.split(",")]
        for name in _LED_TO.get(tag, ()):
            value = given.get(name)
            if value is not None:
                self.page.links.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data: str) -> None:
        page = self.page
        if self._inside == "title":
            page.title += data
        elif self._inside == "style":
            page.styles.append(data)
        elif self._inside != "script":
            page.text.append(data)
        elif self._script_type == "application/ld+json":
            page.linked_data.append(data)
        elif self._script_type in (None, "text/javascript", "module"):
            page.scripts.append(data)


def read_page(html: str) -> Page:
    """What the page holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def style_addresses(css: str) -> Iterator[str]:
    """Every address that a style sheet loads."""
    for match in _STYLE_ADDRESS.finditer(css):
        yield match[1] or match[2]


@dataclass(frozen=True)
class Crawl:
    """All pages of a site, and where its files are."""

    base: str
    """Address of the root, with a slash at its end."""
    pages: Mapping[str, Page]
    files: frozenset[str]

    def dead(self) -> list[str]:
        """One line for each link or anchor within the site that leads nowhere."""
        found = []
        for path, page in self.pages.items():
            for link in (*page.links, *page.fetched):
                problem = self._problem(path, link)
                if problem:
                    found.append(f"{path}: {link}: {problem}")
        return found

    def fetched_elsewhere(self) -> list[str]:
        """What a browser would load from another host."""
        return [
            f"{path}: {link}"
            for path, page in self.pages.items()
            for link in page.fetched
            if not link.startswith("data:") and not self._inside(path, link)
        ]

    def target(self, path: str, link: str) -> tuple[str, str]:
        """File and anchor that a link of the page at `path` leads to, within the site."""
        parts = urlsplit(urljoin(self.base + path, link))
        inside = unquote(parts.path).removeprefix(urlsplit(self.base).path)
        file = f"{inside}index.html" if inside == "" or inside.endswith("/") else inside
        return file, unquote(parts.fragment)

    def _inside(self, path: str, link: str) -> bool:
        return urljoin(self.base + path, link).startswith(self.base)

    def _problem(self, path: str, link: str) -> str | None:
        scheme = urlsplit(urljoin(self.base + path, link)).scheme
        if scheme not in ("http", "https", "mailto", "data"):
            return "a kind of address that has no place here"
        if not self._inside(path, link):
            return None
        file, anchor = self.target(path, link)
        if file not in self.files:
            return "no such file"
        if anchor and file in self.pages and anchor not in self.pages[file].ids:
            return "no such anchor"
        return None


def crawl(pages: Mapping[str, str], files: frozenset[str], base: str) -> Crawl:
    """Read every page of a site that is served at `base`."""
    return Crawl(base, {path: read_page(html) for path, html in pages.items()}, files)
