"""Links between pages, written once for every page and every kind of URL.

While a page is made, each link to another page begins with `ROOT`, a mark that no article can
hold (NUL never reaches a page). `resolve` then puts the way from that page to the root in its
place, so that one rendered sentence serves every page that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ROOT = "\0/"

_LINK = re.compile(r'(?:href|src|data)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_OUTSIDE = re.compile(r"(?:https?://|mailto:|data:image/)")


def to_root(path: str) -> str:
    """A link to `path` below the root, such as `people/a/` or `articles/b/#s3`."""
    return ROOT + path


@dataclass(frozen=True, slots=True)
class Urls:
    """How pages are addressed: `people/a/` as such, or as `people/a.html`."""

    directory: bool = True

    def file(self, path: str) -> str:
        """The HTML file of the page at `path`."""
        if not path:
            return "index.html"
        return path + "index.html" if self.directory else path.rstrip("/") + ".html"

    def resolve(self, html: str, path: str) -> str:
        """`html` of the page at `path` with every link made relative to that page."""
        up = "../" * self.file(path).count("/") or "./"
        if self.directory:
            return html.replace(ROOT, up)
        return re.sub(ROOT + r"([^\"#?]*)", lambda match: up + self._flat(match[1]), html)

    def address(self, path: str) -> str:
        """The address of a page or of a place on it, from the site's root."""
        target, hash_, anchor = path.partition("#")
        return (target if self.directory else self._flat(target)) + hash_ + anchor

    def _flat(self, target: str) -> str:
        return self.file(target) if not target or target.endswith("/") else target


def dead_links(pages: Mapping[str, str], files: Iterable[str]) -> list[str]:
    """One sentence for every link of the pages' own that leads nowhere.

    Takes unresolved HTML by page path, and the paths of everything else on the site. Links that
    do not begin at the root must be anchors of the same page, queries, or lead outside the site.
    """
    anchors = {path: frozenset(_ID.findall(html)) for path, html in pages.items()}
    known = frozenset(files)
    found = []
    for path, html in pages.items():
        for link in _LINK.findall(html):
            problem = _problem(link, path, anchors, known)
            if problem:
                found.append(f"{path or 'the home page'}: {link.replace(ROOT, '/')}: {problem}")
    return found


def _problem(
    link: str, path: str, anchors: Mapping[str, frozenset[str]], files: frozenset[str]
) -> str | None:
    if _OUTSIDE.match(link):
        return None
    target, _, anchor = link.partition("#")
    target = target.partition("?")[0]
    if target.startswith(ROOT):
        target = target.removeprefix(ROOT)
        if target not in anchors:
            return None if target in files else "no such page"
    elif target:
        return "not a link from the site's root"
    else:
        target = path
    if anchor and anchor not in anchors[target]:
        return "no such anchor"
    return None
