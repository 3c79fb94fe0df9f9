"""The browser's end: a request as a dictionary goes in, an answer as a dictionary comes out.

    {"do": "search", "q": "ann oslo", "from": "2023", "to": "2024-05", "who": "ann-lee",
     "kind": "sentence", "limit": 20, "offset": 0}
    -> {"ok": true, "count": 3, "results": [...], "facets": {...}, "suggestion": null, "drop": []}

    {"do": "facets", ...the same...} -> {"ok": true, "facets": {...}}
    (for a search that was asked with "facets": false, so that its results need not wait for them)

    {"do": "timeline", ...the same filters...} -> {"ok": true, "count": 9, "rows": [...]}
    {"do": "marks", ...the same filters...}
    -> {"ok": true, "marks": [["2024-05-26", "2024-05-27", "happened"], ...]}, for the drawing
    {"do": "lanes", "by": "person", ...the same filters...}
    -> {"ok": true, "lanes": [["Ann Lee", [0, 3]], ...], "rest": [1, 2]}: places among the marks
    {"do": "export", "of": "timeline", "form": "csv", "base": "https://…/", ...the same filters...}
    -> {"ok": true, "text": "kind,title,..."}  (forms: `dateline.archive.selection`)

    {"do": "status"} -> {"ok": true, "documents": 5, "sentences": 90, "build": "..."}

Whatever is wrong with a request is said in `{"ok": false, "error": "..."}`; nothing is raised.
Everything in an answer is plain text and addresses relative to the site's root, never markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.archive.asking import Asking, Request
from dateline.archive.dates import Days, plain_days
from dateline.archive.open import open_archive as _open
from dateline.archive.search import search, search_facets
from dateline.archive.timeline import marks, timeline
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.model import Timex

_MOST_RESULTS = 200
_MOST_ROWS = 20_000
"""A timeline is drawn whole; ten thousand reports have about as many dated statements."""
_PARTS = re.compile(r"[,\s]+")

_asking: Asking | None = None


class _BadRequest(DatelineError):
    """A request the page should not have made."""


def open_archive(path: str) -> None:
    """Open the archive that all later requests ask.

    Raises:
        DatelineError: it is missing or of another version.
    """
    global _asking
    _asking = Asking(_open(Path(path)), _find)


def _find(text: str, published: str | None) -> Sequence[Timex]:
    # Compiling the tagger's rules takes 0.3 s in the browser, and few queries name a date.
    from dateline.annotation.times import find

    return find(text, published)


def handle_json(text: str) -> str:
    """`handle` over JSON strings: what crosses the border of the worker."""
    try:
        request = json.loads(text)
    except ValueError:
        return json.dumps(_failure("The request is not JSON."))
    if not isinstance(request, dict):
        return json.dumps(_failure("The request is not an object."))
    return json.dumps(handle(request), separators=(",", ":"))


def handle(request: dict[str, Any]) -> dict[str, Any]:
    """Answer one request. Every failure comes back as an answer."""
    if _asking is None:
        return _failure("The archive is not open.")
    try:
        return {"ok": True, **_answer(_asking, request)}
    except DatelineError as error:
        return _failure(str(error))


def _answer(asking: Asking, request: dict[str, Any]) -> dict[str, Any]:
    match request.get("do"):
        case "search":
            return search(asking, _read(request, 20, _MOST_RESULTS))
        case "facets":
            return {"facets": search_facets(asking, _read(request, 20, _MOST_RESULTS))}
        case "timeline":
            return timeline(asking, _read(request, 200, _MOST_ROWS))
        case "marks":
            return marks(asking, _read(request, 0, _MOST_ROWS))
        case "lanes":
            return _lanes(asking, request)
        case "export":
            return {"text": _export(asking, request)}
        case "status":
            return _status(asking)
    raise _BadRequest("`do` must be search, facets, timeline, marks, lanes, export or status.")


def _lanes(asking: Asking, request: dict[str, Any]) -> dict[str, Any]:
    # Few readers choose lanes: not loaded before.
    from dateline.archive.lanes import BY, lanes

    by = _text(request, "by")
    if by not in BY:
        raise _BadRequest(f"`by` must be one of {', '.join(BY)}.")
    return lanes(asking, _read(request, 0, _MOST_ROWS), by)


def _export(asking: Asking, request: dict[str, Any]) -> str:
    # Nobody exports at the first visit: neither csv nor html is loaded before.
    from dateline.archive.selection import FORMS, selection

    of, form = _text(request, "of"), _text(request, "form")
    if of not in ("search", "timeline"):
        raise _BadRequest("`of` must be search or timeline.")
    if form not in FORMS:
        raise _BadRequest(f"`form` must be one of {', '.join(FORMS)}.")
    wanted = _read(request | {"facets": False}, _MOST_ROWS, _MOST_ROWS)
    flat = request.get("flat") is True
    return selection(asking, wanted, of, form, _text(request, "base"), flat)


def _status(asking: Asking) -> dict[str, Any]:
    meta = dict(asking.archive.execute("SELECT name, value FROM meta"))
    (documents,) = asking.archive.execute("SELECT count(*) FROM articles").fetchone()
    return {"documents": documents, "sentences": asking.sets.size, "build": meta["build"]}


def _read(request: dict[str, Any], limit: int, most: int) -> Request:
    first, last = _days(request, "from"), _days(request, "to")
    return Request(
        q=_text(request, "q"),
        first=first.first,
        last=last.last,
        who=_list(request, "who"),
        kinds=_list(request, "kind"),
        limit=min(_number(request, "limit", limit), most),
        offset=_number(request, "offset", 0),
        today=_days(request, "today").last,
        facets=request.get("facets") is not False,
    )


def _text(request: dict[str, Any], name: str) -> str:
    value = request.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _BadRequest(f"`{name}` must be text.")
    return value


def _list(request: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(part for part in _PARTS.split(_text(request, name)) if part)


def _days(request: dict[str, Any], name: str) -> Days:
    value = _text(request, name).strip()
    try:
        return plain_days(value) if value else Days()
    except DatelineError as error:
        raise _BadRequest(f"{name}: {error}") from error


def _number(request: dict[str, Any], name: str, default: int) -> int:
    value = request.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _BadRequest(f"`{name}` must be a whole number, not below 0.")
    return value


def _failure(error: str) -> dict[str, Any]:
    return {"ok": False, "error": error}
