"""When a promise was made and when it is due."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from dateline import edtf
from dateline.annotation.commitments.actions import another_party
from dateline.annotation.commitments.lexicon import VERBS
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.errors import BadDate
from dateline.model import Timex

_LIMITS = word_set("by before until till")
# "Appear before the committee on 17 October": before whom, not by when.
_HEARERS = word_set(
    "committee committees court courts council commission parliament congress senate assembly "
    "house judge judges magistrate magistrates jury panel tribunal inquiry board cabinet lawmakers "
    "legislators mps senators deputies ministers creditors shareholders"
)
_AHEAD = frozenset({("ahead", "of"), ("prior", "to"), ("later", "than"), ("run-up", "to")})
# "before the hundredth birthday of the founder of the town next spring": a limit this far before.
_LIMIT_REACH = 14
_YEAR = re.compile(r"((?:\.\./)?)(\d{4})(-\d\d(?:-\d\d)?)")
_YEAR_OUT = re.compile(r"\bbefore the year (?:is|was) (?:out|over|up)\b|\bbefore the year ends\b")
_FIXED = re.compile(r"\d{4}|\b(?:this|last|earlier|past)\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b", re.IGNORECASE
)
# "By the end of the year their governments mean to": the time opens the sentence.
_FRONT_REACH = 3
_SAYING = REPORTING | word_set("agreed promised pledged vowed")
_OTHER_CLAUSE = word_set("which who when while because since after although where")


_WHEN_REACH = 3
_PARTICIPLE = 3
"""Words of `workers dismissed in`."""
_BESIDE = word_set("in on by last since during from")
"""What stands behind a participle, "workers dismissed in June", and not behind a verb of saying."""


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

    def of(self, action: Range, unit: Range, ahead: bool = False) -> str | None:
        """The due date told in the action or right behind it, as EDTF; `None` if none is.

        With `ahead` also the one the sentence opens with: "By the end of May A means to".
        """
        front = self._in_front(action, unit) if ahead else None
        return self._behind(action, unit) or self._year_out(action, unit) or front

    def _year_out(self, action: Range, unit: Range) -> str | None:
        """The last day of the report's year for "before the year is out"."""
        if self._published is None:
            return None
        told = edtf.parse(self._published)
        text = " ".join(self._words.low[action[0] : unit[1]])
        if told.earliest is None or told.latest is None or not _YEAR_OUT.search(text):
            return None
        year = told.latest.year
        return edtf.open_before(f"{year:04}-12-31") if told.earliest.year == year else None

    def _in_front(self, action: Range, unit: Range) -> str | None:
        words = self._words
        first = bisect_left(self._starts, words.start[unit[0]])
        for timex in self._timexes[first : first + 1]:
            at = bisect_left(words.start, timex.span.start)
            if at - unit[0] > _FRONT_REACH or at >= action[0]:
                return None
            between = words.low[bisect_left(words.start, timex.span.end) : action[0]]
            if any(word in _OTHER_CLAUSE or word in _SAYING or word == "that" for word in between):
                return None
            due = self._due(timex, at, unit[0])
            return due if due is not None and not self._over(due) else None
        return None

    def _behind(self, action: Range, unit: Range) -> str | None:
        words = self._words
        low = words.start[action[0]]
        high = words.end[unit[1] - 1]
        first = bisect_left(self._starts, low)
        for timex in self._timexes[first : bisect_left(self._starts, high)]:
            at = bisect_left(words.start, timex.span.start)
            if self._elsewhere(action, at):
                return None
            if self._of_participle(action, at):
                continue
            due = self._due(timex, at, action[0])
            if due is not None and self._over(due):
                if timex.modality == "happened" and "when" in words.low[at : at + _WHEN_REACH]:
                    return None  # "promised a bridge in May when she met B"
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
            behind = words.low[index + 1]
            # "Workers dismissed in June", "whatever it asked for by May"
            other = (word == "dismissed" and behind in _BESIDE) or behind == "for"
            if word in _SAYING and words.mention[index] is None and not other:
                return True
            if word == "and" and words.low[index + 1] in VERBS and words.low[index + 2] == "to":
                return True
            if index == action[1] and word == "and" and another_party(words, index + 1, at):
                return True
        return False

    def _of_participle(self, action: Range, at: int) -> bool:
        """Whether the time is that of what is told of a thing: "workers dismissed in June"."""
        before = self._words.low[max(action[0], at - _PARTICIPLE) : at]
        if len(before) < _PARTICIPLE or before[2] not in _BESIDE:
            return False
        verb = before[0] in ("to", "be", "been", "get", "and") or not before[0].isalpha()
        return before[1].endswith("ed") and not verb

    def _early(self, index: int) -> bool:
        words = self._words
        near = words.low[max(0, index - 1) : index + 2]
        return any(word in ("early", "soon", "late", "well", "known") for word in near)

    def _due(self, timex: Timex, at: int, start: int) -> str | None:
        date = timex.edtf or ""
        if date.startswith(f"{edtf.OPEN}/"):
            latest = edtf.parse(date).latest
            included = self._words.low[at - 3 : at] == ["on", "or", "before"]
            return _before((latest + timedelta(1)).isoformat()) if included and latest else date
        if timex.type == "DURATION":
            # "Within three months" ends three months on; any other length is no date.
            return _before(date) if "within" in self._words.low[at - 1 : at + 1] else None
        words = self._words
        for index in range(at - 1, max(start, at - _LIMIT_REACH) - 1, -1):
            word = words.low[index]
            limit = word in _LIMITS and at - index <= 4 and not self._before_whom(index, at)
            if limit or (word, words.low[index + 1]) in _AHEAD:
                return _before(date)
            if word in (",", ";"):
                break
        return date

    def _before_whom(self, before: int, at: int) -> bool:
        """Whether somebody is named right before the time: "before the committee on 17 May"."""
        words = self._words
        last = at - 1 - (words.low[at - 1] in ("on", "in"))
        return last > before and words.low[last] in _HEARERS

    def _next_year(self, due: str, timex: Timex) -> str | None:
        """A day or month told without its year is due the next time it comes round."""
        told = self._words.text[timex.span.start : timex.span.end]
        found = _YEAR.fullmatch(due)
        named = timex.rule == "named-day" or _MONTH.search(told) is not None
        if found is None or _FIXED.search(told) or not named:
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
