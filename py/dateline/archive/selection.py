"""What a query has found, as a file to take away: CSV, JSON, iCalendar, TimelineJS.

iCalendar is RFC 5545; TimelineJS reads https://timeline.knightlab.com/docs/json-format.html.
Calendars and drawn timelines hold what has a first and a last day; the others hold everything.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import Any

from dateline import edtf
from dateline.archive.asking import Asking, Request
from dateline.archive.search import search
from dateline.archive.timeline import timeline
from dateline.tables import csv_text

_FOLD = 75
"""Octets of a line of iCalendar, at most (RFC 5545, 3.1)."""
_STATUS = {"planned": "TENTATIVE", "possible": "TENTATIVE", "denied": "CANCELLED"}
"""Modality as a calendar shows it (RFC 5545, 3.8.1.11)."""
_PAGE = re.compile(r"/(?=#|$)")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing found. What is not known is empty."""

    kind: str
    title: str
    edtf: str
    earliest: str
    """ISO day."""
    latest: str
    """ISO day."""
    modality: str
    """Whether it happened, is planned, possible or denied; only of dated statements."""
    text: str
    """The sentence, or what there is in its place."""
    source: str
    """Id of the article that holds it."""
    url: str


def selection(asking: Asking, request: Request, of: str, form: str, base: str, flat: bool) -> str:
    """All that the search (`of` is `search`) or the timeline finds, as the file `form`.

    `base` is the site's root; `flat` tells that pages are `people/a.html`, not `people/a/`.
    Raises `KeyError` for a form that is not in `FORMS`.
    """
    write = FORMS[form]
    items = _found(asking, request) if of == "search" else _dated(asking, request)
    return write([_addressed(item, base, flat) for item in items])


def _found(asking: Asking, request: Request) -> Iterator[Item]:
    for result in search(asking, request)["results"]:
        when = result["edtf"] or result["date"] or ""
        text = "".join(piece for piece, _ in result["snippet"])
        source = result["url"].split("/")[1] if result["kind"] in ("article", "sentence") else ""
        yield Item(
            result["kind"], result["title"], when, *_days(when), "", text, source, result["url"]
        )


def _dated(asking: Asking, request: Request) -> Iterator[Item]:
    for row in timeline(asking, request)["rows"]:
        yield Item(
            row["kind"] or "statement",
            row["title"],
            row["edtf"],
            row["earliest"] or "",
            row["latest"] or "",
            row["modality"],
            row["sentence"],
            row["document"],
            row["url"],
        )


def _days(when: str) -> tuple[str, str]:
    earliest, latest = edtf.bounds(when) if when else (None, None)
    return earliest or "", latest or ""


def _addressed(item: Item, base: str, flat: bool) -> Item:
    path = _PAGE.sub(".html", item.url, count=1) if flat else item.url
    return Item(**{**asdict(item), "url": base + path})


def _csv(items: Sequence[Item]) -> str:
    names = [field.name for field in fields(Item)]
    return csv_text(names, ([getattr(item, name) for name in names] for item in items))


def _json(items: Sequence[Item]) -> str:
    return json.dumps([asdict(item) for item in items], ensure_ascii=False, indent=1)


def _icalendar(items: Sequence[Item]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN"]
    # A sentence that names one day twice is one entry, with one id in every export.
    entries = {_uid(item): item for item in _with_days(items)}
    for uid, item in entries.items():
        first, last = date.fromisoformat(item.earliest), date.fromisoformat(item.latest)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            # When the entry was made is asked for; the day it tells of is the same in every export.
            f"DTSTAMP:{first:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{last + timedelta(1):%Y%m%d}",
            f"SUMMARY:{_ical_text(item.text or item.title)}",
            f"DESCRIPTION:{_ical_text(f'{item.title} ({_told(item)})')}",
            f"STATUS:{_STATUS.get(item.modality, 'CONFIRMED')}",
            f"URL:{item.url}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _told(item: Item) -> str:
    """The date as it was told, and that it did not happen where it did not."""
    doubt = item.modality not in ("", "happened")
    return f"{item.edtf}, {item.modality}" if doubt else item.edtf


def _uid(item: Item) -> str:
    return _ical_text(f"{item.url}-{item.earliest}-{item.latest}-{item.kind}")


def _with_days(items: Sequence[Item]) -> Iterator[Item]:
    """Those a calendar can hold: years before 1 and after 9999 have no day there."""
    return (item for item in items if item.earliest and "9999" > item.latest[:4] >= "0001")


def _ical_text(text: str) -> str:
    text = re.sub(r"([\\;,])", r"\\\1", text)
    return re.sub(r"\s*[\r\n]+\s*", r"\\n", text)


def _folded(line: str) -> str:
    """The line cut every 75 octets, never within a character."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)


def _timelinejs(items: Sequence[Item]) -> str:
    events = [
        {
            "start_date": _timelinejs_date(item.earliest),
            "end_date": _timelinejs_date(item.latest),
            "display_date": _told(item),
            # TimelineJS takes both for HTML.
            "text": {"headline": html.escape(item.title), "text": _linked(item)},
        }
        for item in _with_days(items)
    ]
    return json.dumps({"events": events}, ensure_ascii=False, indent=1)


def _timelinejs_date(day: str) -> dict[str, Any]:
    return dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=True))


def _linked(item: Item) -> str:
    return f'{html.escape(item.text)} <a href="{html.escape(item.url)}">source</a>'


FORMS: dict[str, Callable[[Sequence[Item]], str]] = {
    "csv": _csv,
    "json": _json,
    "icalendar": _icalendar,
    "timelinejs": _timelinejs,
}
"""Writers by the name a request gives them."""
