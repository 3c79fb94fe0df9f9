"""What an HTML page says of itself to machines: title, publisher, address, day of publication."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model import Metadata
from dateline.reading.page import Page
from dateline.reading.stamps import first_stamp

# Names under which sites give the day of publication, the trustworthy ones first.
PUBLISHED_NAMES = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_PUBLISHER_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "headline")
_TITLE_TAILS = (" | ", " - ", " – ", " — ", " :: ", " » ")
MAX_NODES = 2_000
"""JSON-LD nodes looked at; a news page has some tens."""


@dataclass(frozen=True, slots=True)
class PageDate:
    """A machine-readable date of publication: the day, and where the page gives it."""

    day: str
    """EDTF."""
    where: str


def page_dates(page: Page) -> tuple[PageDate, ...]:
    """The days of publication the page gives to machines, the trustworthy first, no day twice."""
    found: dict[str, str] = {}
    for where, value in _date_values(page):
        stamp = first_stamp(value)
        if stamp:
            found.setdefault(stamp.edtf, where)
    return tuple(PageDate(day, where) for day, where in found.items())


def with_page_facts(given: Metadata, page: Page) -> Metadata:
    """`given`, with what it lacks taken from the page."""
    dates = page_dates(page)
    return replace(
        given,
        title=given.title or _title(page),
        publisher=given.publisher or _publisher(page),
        published=given.published or (dates[0].day if dates else None),
        url=given.url or _address(page),
    )


def _date_values(page: Page) -> Iterator[tuple[str, str]]:
    for value in _linked_data(page, "datePublished"):
        yield "datePublished of the page's linked data", value
    for wanted in PUBLISHED_NAMES:
        for name, content in page.metas:
            if name == wanted:
                yield f"the page's <meta> {wanted}", content


def _title(page: Page) -> str | None:
    for title in (*_linked_data(page, "headline"), *_metas(page, _TITLE_NAMES)):
        return title
    headings = [h.span.of(page.text) for h in page.hints if h.kind == "headline"]
    for heading in headings:
        if heading.strip() and page.title.startswith(heading.strip()):
            return " ".join(heading.split())
    title = page.title
    for tail in _TITLE_TAILS:
        title = title.rsplit(tail, 1)[0]
    return title or None


def _publisher(page: Page) -> str | None:
    names = (*_linked_data(page, "publisher"), *_metas(page, _PUBLISHER_NAMES))
    return next(iter(names), None)


def _address(page: Page) -> str | None:
    canonical = [href for rel, href in page.links if rel == "canonical"]
    for address in (*canonical, *_metas(page, ("og:url",))):
        if address.startswith(("https://", "http://")):
            return address
    return None


def _metas(page: Page, wanted: tuple[str, ...]) -> Iterator[str]:
    for name in wanted:
        yield from (" ".join(c.split()) for n, c in page.metas if n == name and c.strip())


def _linked_data(page: Page, key: str) -> Iterator[str]:
    """Strings under `key` (or the `name` of the thing there) of the page's articles."""
    for source in page.json_ld:
        for node in _nodes(source):
            if "headline" not in node and "datePublished" not in node:
                continue
            value = node.get(key)
            if isinstance(value, list) and value:
                value = value[0]
            if isinstance(value, dict):
                value = value.get("name")
            if isinstance(value, str) and value.strip():
                yield " ".join(value.split())


def _nodes(source: str) -> Iterator[dict[str, object]]:
    try:
        waiting: list[object] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
