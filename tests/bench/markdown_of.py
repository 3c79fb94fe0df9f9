"""A page of the site as the Markdown that a person would have written for it.

Same headings, paragraphs, lists, tables, words and links, so that a build from it has the same
work to do. Classes and the like are left out; a sentence keeps its anchor.
"""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser

from dateline.site.urls import ROOT

_BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "nav", "aside", "ul", "ol", "li", "dl", "dt", "dd"}
    | {"details", "summary", "form", "table", "thead", "tbody", "tr", "h1", "h2", "h3", "h4"}
)
_SILENT = frozenset({"script", "style", "svg", "select", "label", "button"})
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def markdown_of(html: str, path: str) -> str:
    """Markdown for the unresolved HTML of the page at `path`, such as `people/a/`."""
    writer = _Writer(path)
    writer.feed(html)
    writer.close()
    return writer.markdown()


def source_of(path: str) -> str:
    """The Markdown file of the page at `path`: `people/a.md`."""
    return (path.rstrip("/") or "index") + ".md"


class _Writer(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self._folder = posixpath.dirname(source_of(path))
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._prefix = ""
        self._links: list[str | None] = []
        self._silent = 0
        self._depth = 0

    def markdown(self) -> str:
        """What was written so far."""
        self._end_block()
        return "\n\n".join(self._blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._end_block()
            self._prefix = self._prefix_of(tag)
        elif tag == "a":
            self._open_link(given.get("href"))
        elif tag == "strong":
            self._line.append("**")
        self._anchor(tag, given.get("id"))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag in _BLOCKS:
            self._end_block()
            self._depth -= tag in ("ul", "ol")
        elif tag == "a" and self._links:
            link = self._links.pop()
            self._line.append(f"]({link})" if link else "")
        elif tag == "strong":
            self._line.append("**")

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self._line.append(_SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data)))
        elif data and self._line:
            self._line.append(" ")

    def _prefix_of(self, tag: str) -> str:
        if re.fullmatch(r"h[1-4]", tag):
            return "#" * int(tag[1]) + " "
        if tag in ("ul", "ol"):
            self._depth += 1
        return "    " * max(0, self._depth - 1) + "- " if tag == "li" else ""

    def _open_link(self, href: str | None) -> None:
        target = self._target(href) if href and not self._silent else None
        self._links.append(target)
        if target:
            self._line.append("[")

    def _target(self, href: str) -> str:
        if not href.startswith(ROOT):
            return href
        bare, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", href.removeprefix(ROOT)).groups()  # type: ignore[union-attr]
        file = source_of(bare) if not bare or bare.endswith("/") else bare
        return posixpath.relpath(file, self._folder or ".") + mark + rest

    def _anchor(self, tag: str, id_: str | None) -> None:
        if id_ and tag in ("span", "li"):
            self._line.append(f'<a id="{id_}"></a>')

    def _end_block(self) -> None:
        text = "".join(self._line).strip()
        if text:
            self._blocks.append(self._prefix + text)
            self._prefix = ""
        self._line.clear()
