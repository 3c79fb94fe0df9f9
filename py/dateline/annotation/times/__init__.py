"""Time expressions: DATE, TIME, DURATION and SET in the sense of TIMEX3, found and resolved.

`tag` reads an article, `find` any text. Rules live in `rules/`, one module for each kind; how they
are tried is told in `scan.py`, how they are resolved against the day of the report in
`resolve.py`. Extents follow TIMEX3: no preposition in front, articles and "about" within.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.annotation.times.resolve import Resolver, reference
from dateline.annotation.times.rules import RULES
from dateline.annotation.times.rules.events import rules_for
from dateline.annotation.times.scan import Index
from dateline.model import PROSE_ROLES, AnchoredEvent, Article, Line, Timex
from dateline.text import plain

__all__ = ["RULES", "find", "tag"]

_WRAP = re.compile(
    r"\n(?:(?<=[a-z0-9,]\n)(?=[a-z])"
    r"|(?:(?<= on\n)|(?<= in\n)|(?<= by\n)|(?<= of\n)|(?<= the\n)|(?<= last\n)|(?<= next\n)"
    r"|(?<= this\n))(?=\w))"
)
# A line end that cuts a sentence in two: before a small letter, or after a word that asks for more.


def find(
    text: str, published: str | None, anchors: Sequence[AnchoredEvent] = ()
) -> tuple[Timex, ...]:
    """The time expressions of any text, in order.

    Args:
        text: any string; offsets of the result are code points of it.
        published: EDTF of the day it was written, or the days it may have been; `None` when
            unknown: then only what stands for itself gets an EDTF.
        anchors: events whose date is known.

    Raises:
        BadDate: `published` or the date of an anchor is not EDTF.
    """
    resolver = Resolver(_flowing(text), _index(tuple(anchors)), reference(published))
    return tuple(resolver.segment(0, len(text)))


def tag(article: Article, anchors: Sequence[AnchoredEvent] = ()) -> tuple[Timex, ...]:
    """The time expressions of an article, in order: those of all lines but furniture."""
    known = reference(article.published.edtf)
    resolver = Resolver(_flowing(article.text), _index(tuple(anchors)), known)
    found: list[Timex] = []
    for start, end, prose in _segments(article.lines):
        found.extend(resolver.segment(start, end, keep_trail=prose))
    return tuple(found)


@lru_cache(maxsize=4)
def _index(events: tuple[AnchoredEvent, ...]) -> Index:
    return Index((*rules_for(events), *RULES))


def _flowing(text: str) -> str:
    """`text` made plain, with line ends inside a sentence turned to blanks; of the same length."""
    return _WRAP.sub(" ", plain(text))


def _segments(lines: Sequence[Line]) -> list[tuple[int, int, bool]]:
    """Runs of lines that may be read on: start, end, and whether they are the article's prose."""
    runs: list[tuple[int, int, bool]] = []
    role = None
    for line in lines:
        if line.role == "furniture" or not line.span:
            role = role if not line.span else None
            continue
        if line.role == role and runs:
            runs[-1] = (runs[-1][0], line.span.end, runs[-1][2])
        else:
            runs.append((line.span.start, line.span.end, line.role in PROSE_ROLES))
        role = line.role
    return runs
