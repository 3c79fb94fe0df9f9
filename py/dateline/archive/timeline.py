"""The timeline: every dated statement that the request lets through, in order of its day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline import paths
from dateline.archive import bits
from dateline.archive.asking import Asking, Request
from dateline.archive.dates import Days
from dateline.archive.filters import combined
from dateline.archive.keys import FIRST_DAY, LAST_DAY
from dateline.archive.results import Result
from dateline.archive.search import Asked, find, understand


def timeline(asking: Asking, request: Request) -> Result:
    """The rows of the timeline, and how many there are in all.

    The days asked for are compared with the statement's own, not with its sentence's. `kinds` are
    kinds of event here; a kind of search result lets everything through.
    """
    asked = understand(asking, request)
    days = combined(asking, asked.filters).days or Days()
    rows = _statements(asking, _sentences(asking, asked), days, _event_kinds(asking, asked.kinds))
    shown = rows[request.offset : request.offset + request.limit]
    return {"count": len(rows), "rows": _rows(asking, shown)}


def _sentences(asking: Asking, asked: Asked) -> int | None:
    """The sentences that answer, whatever their days; `None` when all do."""
    filters = tuple(one for one in asked.filters if not one.days)
    if not asked.wanted:
        return combined(asking, filters).sentences if filters else None
    found = find(asking, Asked(asked.query, asked.wanted, filters, ())).sentences
    return 0 if found.loosened else found.found


def _event_kinds(asking: Asking, kinds: Sequence[str]) -> frozenset[str]:
    known = asking.archive.execute("SELECT DISTINCT event FROM statements WHERE event NOT NULL")
    return frozenset(kinds) & frozenset(kind for (kind,) in known)


def _statements(
    asking: Asking, sentences: int | None, days: Days, kinds: frozenset[str]
) -> list[int]:
    found = asking.archive.execute(
        "SELECT id, sentence_id, event FROM statements"
        " WHERE latest >= ? AND earliest <= ? ORDER BY id",
        (days.first or FIRST_DAY, days.last or LAST_DAY),
    )
    flags = None if sentences is None else bits.flags(sentences, asking.sets.size)
    return [
        id_
        for id_, sentence, event in found
        if (flags is None or flags[-1 - sentence] == "1") and (not kinds or event in kinds)
    ]


def _rows(asking: Asking, ids: Sequence[int]) -> list[dict[str, Any]]:
    marks = ",".join("?" * len(ids))
    found = asking.archive.execute(
        "SELECT t.id, t.edtf, t.earliest, t.latest, t.event, t.modality, t.start, t.end,"
        " s.number, s.text, a.slug, a.headline FROM statements AS t"
        " JOIN sentences AS s ON s.id = t.sentence_id JOIN articles AS a ON a.id = t.article_id"
        f" WHERE t.id IN ({marks}) ORDER BY t.id",
        ids,
    )
    about = _entities(asking, ids)
    return [_row(row[1:], about.get(row[0], [])) for row in found]


def _row(found: tuple[Any, ...], entities: list[list[str]]) -> dict[str, Any]:
    date, earliest, latest, event, modality, start, end, number, text, slug, headline = found
    return {
        "id": f"{slug}#{paths.sentence_anchor(number)}.{start}",
        "edtf": date,
        "earliest": earliest,
        "latest": latest,
        "kind": event,
        "modality": modality,
        "url": paths.article_path(slug, number),
        "document": slug,
        "title": headline,
        "sentence": text,
        "mark": [start, end] if text else [0, 0],
        "entities": entities,
    }


def _entities(asking: Asking, ids: Sequence[int]) -> dict[int, list[list[str]]]:
    marks = ",".join("?" * len(ids))
    found = asking.archive.execute(
        "SELECT statement_id, slug, name FROM statement_entities"
        " JOIN entities ON entities.id = entity_id"
        f" WHERE statement_id IN ({marks}) ORDER BY statement_id, slug",
        ids,
    )
    about: dict[int, list[list[str]]] = {}
    for statement, slug, name in found:
        about.setdefault(statement, []).append([slug, name])
    return about
