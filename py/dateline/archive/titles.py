"""Meetings and reports, found by the words of their titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.archive import matching
from dateline.archive.asking import Asking
from dateline.archive.vocabulary import Wanted

_SCORED = 3000
"""Titles beyond which scoring each costs more than it tells; they come newest first."""

Row = tuple[int, int]
"""A row of the table of pages, and the row of the meeting or article it stands for."""


class TitlePage(NamedTuple):
    """A meeting or an article, as the table of pages has it."""

    kind: str
    slug: str
    title: str
    about: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    source: int


def find_titles(asking: Asking, kind: str, wanted: Sequence[Wanted], *, wished: bool) -> list[Row]:
    """Pages of meetings or of articles whose titles hold all the words.

    Articles come best first. Titles of meetings are names only, one as good as the other: the
    newest comes first.
    Without words, all of them, newest first, when they are wished for.
    """
    first, last = asking.page_range(kind)
    expression = matching.all_in_title(wanted)
    if expression is None:
        known = range(last, first - 1, -1) if wished and not wanted else range(0)
        return [(page, page - first + 1) for page in known]
    found = asking.archive.execute(
        "SELECT rowid FROM page_words WHERE page_words MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC",
        (expression, first, last),
    ).fetchall()
    if kind == "article" and len(found) <= _SCORED:
        found = asking.archive.execute(
            "SELECT rowid FROM page_words WHERE page_words MATCH ? AND rowid BETWEEN ? AND ?"
            " ORDER BY round(bm25(page_words, 10.0, 4.0, 1.0), 3), rowid DESC",
            (expression, first, last),
        ).fetchall()
    return [(page, page - first + 1) for (page,) in found]


def title_pages(asking: Asking, rows: Sequence[int]) -> list[TitlePage]:
    """The pages of these rows, in their order."""
    marks = ",".join("?" * len(rows))
    found = asking.archive.execute(
        "SELECT id, kind, slug, title, about, edtf, earliest, latest, source_id FROM pages"
        f" WHERE id IN ({marks})",
        rows,
    )
    by_row = {row[0]: TitlePage(*row[1:]) for row in found}
    return [by_row[row] for row in rows]
