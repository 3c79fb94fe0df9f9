"""The timeline in lanes: its rows by the person, the place or the question they are about."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.archive import bits
from dateline.archive.asking import Asking, Request
from dateline.archive.results import Result
from dateline.archive.timeline import statements

BY = ("person", "organization", "place", "thread")
"""What lanes can be of."""
MOST_LANES = 8


def lanes(asking: Asking, request: Request, by: str) -> Result:
    """The lanes with most rows, fullest first: of each its name and the places of its rows.

    Places count from 0 in the order of `timeline` and `marks` for the same request. A row stands in
    the lane of everyone it is about; what is in no lane is the `rest`.
    """
    place = {row: at for at, (row, *_) in enumerate(statements(asking, request))}
    rows_of: dict[tuple[int, str], list[int]] = {}
    for row, id_, name in _about(asking, by):
        if row in place:
            rows_of.setdefault((id_, name), []).append(place[row])
    fullest = sorted(rows_of.items(), key=lambda lane: (-len(lane[1]), lane[0][1], lane[0][0]))
    shown = [[name, sorted(rows)] for (_, name), rows in fullest[:MOST_LANES]]
    rest = set(place.values()).difference(*(rows for _, rows in shown))
    return {"lanes": shown, "rest": sorted(rest)}


def _about(asking: Asking, by: str) -> Iterable[tuple[int, int, str]]:
    """Each statement with what it is about: row, row of the lane and its name."""
    if by == "thread":
        return _threads(asking)
    return asking.archive.execute(
        "SELECT statement_id, id, name FROM statement_entities"
        " JOIN entities ON entities.id = entity_id WHERE type = ?",
        (by,),
    )


def _threads(asking: Asking) -> Iterable[tuple[int, int, str]]:
    threads = asking.archive.execute("SELECT id, label FROM threads ORDER BY id").fetchall()
    stated = asking.archive.execute("SELECT id, sentence_id FROM statements").fetchall()
    for id_, label in threads:
        flags = bits.flags(asking.sets.in_thread(id_), asking.sets.size)
        yield from ((row, id_, label) for row, sentence in stated if flags[-1 - sentence] == "1")
