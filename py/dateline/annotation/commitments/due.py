"""When a promise was made and when it is due."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline import edtf
from dateline.annotation.quotations.phrases import Range
from dateline.annotation.quotations.words import Words, word_set
from dateline.errors import BadDate
from dateline.model import Timex

_LIMITS = word_set("by before until till")
_AHEAD = frozenset({("ahead", "of"), ("prior", "to"), ("later", "than"), ("run-up", "to")})
# "ahead of the 60th anniversary of the normalization of ties next year": a limit this far before.
_LIMIT_REACH = 14
_YEAR = re.compile(r"((?:\.\./)?)(\d{4})(-\d\d(?:-\d\d)?)")
_FIXED = re.compile(r"\d{4}|\b(?:this|last|earlier|past)\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b", re.IGNORECASE
)
_OTHER_CLAUSE = word_set("which who when while because since after although where")


class DueDates:
    """The dated expressions of an article, to find by when a promise is to be kept."""

    def __init__(self, words: Words, timexes: Sequence[Timex], published: str | None) -> None:
        """`published` is the report's EDTF date: what was over by then cannot be due."""
        self._words = words
        self._published = published
        self._timexes = sorted(
            (t for t in timexes if t.edtf is not None and t.type != "SET"),
            key=lambda t: t.span,
        )
        self._starts = [t.span.start for t in self._timexes]

    def of(self, action: Range, unit: Range) -> str | None:
        """The due date told in the action or right behind it, as EDTF; `None` if none is."""
        words = self._words
        low = words.start[action[0]]
        high = words.end[unit[1] - 1]
        first = bisect_left(self._starts, low)
        for timex in self._timexes[first : bisect_left(self._starts, high)]:
            at = bisect_left(words.start, timex.span.start)
            if self._elsewhere(action, at):
                return None
            due = self._due(timex, at, action[0])
            if due is not None and self._over(due):
                due = self._next_year(due, timex)
            if due is not None and not self._over(due):
                return due
        return None

    def _elsewhere(self, action: Range, at: int) -> bool:
        """Whether another clause begins between the action and the expression."""
        words = self._words
        for index in range(action[0] + 1, at):
            word = words.low[index]
            if word in _OTHER_CLAUSE or (word == "as" and not self._early(index)):
                return True
            if word in ("said", "added", "told", "says") and words.mention[index] is None:
                return True
        return False

    def _early(self, index: int) -> bool:
        words = self._words
        near = words.low[max(0, index - 1) : index + 2]
        return any(word in ("early", "soon", "late", "well") for word in near)

    def _due(self, timex: Timex, at: int, start: int) -> str | None:
        date = timex.edtf or ""
        if date.startswith(f"{edtf.OPEN}/"):
            return date
        if timex.type == "DURATION":
            # "Within three months" ends three months on; any other length is no date.
            return _before(date) if "within" in self._words.low[at - 1 : at + 1] else None
        words = self._words
        for index in range(at - 1, max(start, at - _LIMIT_REACH) - 1, -1):
            word = words.low[index]
            limit = word in _LIMITS and at - index <= 4
            if limit or (word, words.low[index + 1]) in _AHEAD:
                return _before(date)
            if word in (",", ";"):
                break
        return date

    def _next_year(self, due: str, timex: Timex) -> str | None:
        """A day or month told without its year is due the next time it comes round."""
        told = self._words.text[timex.span.start : timex.span.end]
        found = _YEAR.fullmatch(due)
        if found is None or _FIXED.search(told) or not _MONTH.search(told):
            return None
        later = f"{found[1]}{int(found[2]) + 1:04}{found[3]}"
        try:
            edtf.parse(later)
        except BadDate:
            return None
        return later

    def _over(self, due: str) -> bool:
        if self._published is None:
            return False
        latest = edtf.parse(due).latest
        first = edtf.parse(self._published).earliest
        return latest is not None and first is not None and latest < first


def _before(date: str) -> str:
    """Up to the end of `date`; a set or an interval by its last day."""
    if any(mark in date for mark in "[{/"):
        latest = edtf.parse(date).latest
        return edtf.open_before(latest.isoformat()) if latest else date
    return edtf.open_before(date)
