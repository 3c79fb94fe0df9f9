"""The timeline: every dated statement that the request lets through, in order of its day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dateline import paths
from dateline.archive import bits
from dateline.archive.asking import Asking, Request, read_each
from dateline.archive.dates import Days
from dateline.archive.filters import combined
from dateline.archive.keys import FIRST_DAY, LAST_DAY
from dateline.archive.results import Result
from dateline.archive.search import Asked, find, question, understand

Statement = tuple[int, str, str, str]
"""Row, earliest and latest ISO day, modality."""


def timeline(asking: Asking, request: Request) -> Result:
    """The rows of the timeline, and how many there are in all.

    The days asked for are compared with the statement's own, not with its sentence's. `kinds` are
    kinds of event here; a kind of search result lets everything through.
    """
    found = statements(asking, request)
    shown = found[request.offset : request.offset + request.limit]
    return {"count": len(found), "rows": _rows(asking, [id_ for id_, *_ in shown])}


def marks(asking: Asking, request: Request) -> Result:
    """The same rows as far as they are drawn: of each the earliest and latest day and modality."""
    return {"marks": [list(mark) for _, *mark in statements(asking, request)]}


def statements(asking: Asking, request: Request) -> list[Statement]:
    """The rows that the request lets through, in order."""
    return _found(asking, question(request))


@lru_cache(maxsize=4)
def _found(asking: Asking, request: Request) -> list[Statement]:
    asked = understand(asking, request)
    days = combined(asking, asked.filters).days or Days()
    kinds = _event_kinds(asking, asked.kinds)
    return _statements(asking, _sentences(asking, asked), days, kinds)


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
) -> list[Statement]:
    found = asking.archive.execute(
        "SELECT sentence_id, event, id, earliest, latest, modality FROM statements"
        " WHERE latest >= ? AND earliest <= ? ORDER BY id",
        (days.first or FIRST_DAY, days.last or LAST_DAY),
    )
    flags = None if sentences is None else bits.flags(sentences, asking.sets.size)
    return [
        (id_, earliest, latest, modality)
        for sentence, event, id_, earliest, latest, modality in found
        if (flags is None or flags[-1 - sentence] == "1") and (not kinds or event in kinds)
    ]


def _rows(asking: Asking, ids: Sequence[int]) -> list[dict[str, Any]]:
    found = read_each(
        asking.archive,
        "SELECT t.edtf, t.earliest, t.latest, t.event, t.modality, t.start, t.end,"
        " s.number, s.text, a.slug, a.headline FROM statements AS t"
        " JOIN sentences AS s ON s.id = t.sentence_id JOIN articles AS a ON a.id = t.article_id"
        " WHERE t.id = ?",
        ids,
    )
    about = _entities(asking, ids)
    return [_row(found[id_], about.get(id_, [])) for id_ in ids]


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
