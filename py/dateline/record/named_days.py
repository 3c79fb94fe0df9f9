"""Later sentences that name the day on which a promise was due.

"The review was due out by the end of July and has yet to appear": the day tells which promise is
meant, though hardly a word of it comes again. Of all promises due on that day the sentence speaks
of the one it has most in common with; where two have as much, of neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.model import Timex
from dateline.record.days import When, when
from dateline.record.promises import Later, Promise, day_of
from dateline.record.recalls import counted_clause, counted_days
from dateline.record.wording import Place
from dateline.text import plain

# "Before Christmas" and "by Christmas", "before the new year" and "by the end of the year".
_SLACK = 1
# "Expected by the end of the year" is read in March as the end of this one.
_MOST_YEARS = 1
_YEAR = 365
_FEBRUARY, _LEAST_DAYS = 2, 28
# "By the end of the year" tells nothing in an archive where hundreds of things were due then.
_MOST_DUE = 64
_WEEK = 7
_PARTY = 0.5
"""What a party counts whom the sentence names, beside the weight of words."""
_LEAST = 0.35
# What happened on the day must have more in common with a promise than what was due on it.
_LEAST_KEPT = 1.0
# Days that one deed may take.
_FEW = 4
_MARGIN = 0.75
_BESIDE = 0.75

_WAS_DUE = re.compile(
    r"\b(?:due|supposed|meant|expected|planned|scheduled|slated|promised|pledged|undertaken"
    r"|undertook|vowed|assured|agreed|originally|announced|hoped|would|should have|target|deadline"
    r"|(?:was|were) to)\b(?P<between>[^.;]{0,120}?)$"
)
# "Promised in February": the day it was promised.
_WAS_MADE = re.compile(
    r"\b(?:promised|pledged|undertook|undertaken|vowed|agreed|announced|assured)"
    r"(?: (?:in|on|at|last|this|late|early))* ?$"
)
_BACK = re.compile(r"\b(?:was|were|had|originally|should have)\b")
# "Agreed on Friday to settle it by the end of May": the May to come.
_ANEW = re.compile(
    r"\b(?:will|is to|are to|agreed|promised|pledged|vowed|undertook|says?|said|told)\b"
)
_ANOTHER = re.compile(r"\b(?:when|where|after|since|(?:until|till)(?! $)|during|in which)\b|\"")
# "The 31 May deadline", "the 10th of May came and went", "took effect on 15 September as planned"
_NAMED = re.compile(
    r",? (?:deadline|target|cut-off|date\b(?! of))|, the (?:day|date|deadline) "
    r"|,? as (?:planned|scheduled|promised|agreed|announced|foreseen)\b"
    r"|(?:,[^,;]{2,90},)?(?: deadline| date)?,? (?:(?:has|had) )?"
    r"(?:came and went|come and gone|(?:went|gone) by|passed|ran out|run out|expired|lapsed"
    r"|slipped)\b"
)


class _Day(NamedTuple):
    """A day on which a sentence tells that something was due."""

    day: When
    named: bool
    """Whether it calls the day a deadline, or one that went by."""
    back: bool
    """Whether it may look back: "was due", "had promised"."""


class Named(NamedTuple):
    """A sentence that names the day a promise was due, and how much the two have in common."""

    place: Place
    score: float
    past: bool
    """Whether it tells of something on that day, not of what was due."""


def named_days(promises: Sequence[Promise], story: Later) -> dict[int, list[Named]]:
    """The sentences that name the day each promise was due, by the promise's place in the list."""
    due = _Due(promises, story)
    found: dict[int, list[Named]] = defaultdict(list)
    for place in story.index.places if due else ():
        days = [(timex, day) for timex in story.timexes(place) if (day := day_of(timex))]
        for at, score in due.meant(place, _days_due(place, days)):
            found[at].append(Named(place, score, past=False))
        for at, score in due.kept(place, days):
            found[at].append(Named(place, score, past=True))
    return found


class _Due:
    """The promises of a story by the day they were due."""

    def __init__(self, promises: Sequence[Promise], story: Later) -> None:
        self._promises = promises
        self._story = story
        self._by: dict[date, list[int]] = defaultdict(list)
        self._on: dict[date, list[int]] = defaultdict(list)
        for at, promise in enumerate(promises):
            if promise.due is None:
                continue
            for slack in range(-_SLACK, _SLACK + 1):
                self._by[_moved(promise.due.latest, slack)].append(at)
            if not (promise.negative or (promise.commitment.due or "").startswith("../")):
                for each in promise.due.days:
                    self._on[each].append(at)

    def __bool__(self) -> bool:
        return bool(self._by)

    def meant(self, place: Place, days: Iterable[_Day]) -> list[tuple[int, float]]:
        """The promise due on a day that a sentence names, and the same one told twice."""
        scores: dict[int, float] = {}
        for told in days:
            for at in self._due_on(told):
                due = self._promises[at].due
                is_it = due is not None and is_the_day(told.day, due, told.back)
                if is_it and self._is_later(at, place):
                    scores[at] = self._common(at, place) + _LEAST * told.named
        return self._best(scores, _LEAST)

    def kept(self, place: Place, days: Iterable[tuple[Timex, When]]) -> list[tuple[int, float]]:
        """The promise for a day, or for days, of one of which a sentence tells as past."""
        scores: dict[int, float] = {}
        for timex, day in days:
            if timex.modality != "happened" or (day.latest - day.earliest).days > _FEW:
                continue
            for at in _few(self._on.get(day.earliest, ())):
                due = self._promises[at].due
                if due is not None and day.latest <= due.latest and self._is_later(at, place):
                    scores[at] = self._common(at, place)
        return self._best(scores, _LEAST_KEPT)

    def _due_on(self, told: _Day) -> Sequence[int]:
        """The promises due on a day told, or a year before it; none where they are too many."""
        last = told.day.latest
        found = self._by.get(last, [])
        if told.back and last.year > date.min.year:
            day = min(last.day, _LEAST_DAYS) if last.month == _FEBRUARY else last.day
            found = found + self._by.get(date(last.year - 1, last.month, day), [])
        return _few(found)

    def _is_later(self, at: int, place: Place) -> bool:
        promised = self._promises[at].document
        made, told = self._story.dates[promised], self._story.dates[place.document]
        return made is not None and told is not None and made.latest < told.earliest

    def _common(self, at: int, place: Place) -> float:
        """How much a sentence has in common with a promise, in the weight of words."""
        promise = self._promises[at]
        shared = promise.stems & place.stems
        beside = ((promise.beside | promise.before) & place.stems) - shared
        party = bool((promise.parties | promise.teller) & place.stems)
        weigh = self._story.index.share
        return (
            sum(map(weigh, sorted(shared)))
            + _BESIDE * sum(map(weigh, sorted(beside)))
            + _PARTY * party
        )

    def _best(self, scores: dict[int, float], least: float) -> list[tuple[int, float]]:
        """The promise with most in common; none where another one has nearly as much."""
        best = max(scores, key=lambda at: scores[at], default=None)
        if best is None or scores[best] < least:
            return []
        near = [at for at in scores if scores[at] >= _MARGIN * scores[best]]
        one = all(at == best or _is_one(self._promises[at], self._promises[best]) for at in near)
        return [(at, scores[at]) for at in near] if one else []


def _few(promises: Sequence[int]) -> Sequence[int]:
    """The promises due on one day, unless they are so many that the day tells nothing."""
    return promises if len(promises) <= _MOST_DUE else ()


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(by)
    except OverflowError:
        return day


def _is_one(promise: Promise, other: Promise) -> bool:
    """Whether two promises have words in common: what is promised twice."""
    return any(not each.startswith("@") for each in promise.stems & other.stems)


def is_the_day(day: When, due: When, back: bool) -> bool:
    """Whether a day told is the one a promise was due.

    `back` allows that it was read as a year after: "was due by the end of March", told in April.
    """
    slack = _SLACK if day.latest - day.earliest < timedelta(_WEEK) else 0
    years = day.latest.year - due.latest.year
    after = (day.latest - due.latest).days - years * _YEAR
    return 0 <= years <= _MOST_YEARS * back and -slack <= after <= slack + (years > 0)


def _days_due(place: Place, days: Sequence[tuple[Timex, When]]) -> Iterator[_Day]:
    """The days of a sentence on which it tells that something was due."""
    text = plain(place.text)
    start = place.sentence.span.start
    named = False
    for timex, day in days:
        before, after = text[: timex.span.start - start], text[timex.span.end - start :]
        if _NAMED.match(after):
            named = True
            yield _Day(day, named=True, back=True)
        elif _is_due(before):
            yield _Day(day, named=False, back=_looks_back(before))
    if not named and (told := counted_clause(place.text)) is not None:
        for counted, _ in counted_days(told, [timex for timex, _ in days]):
            if (day_due := when(counted.isoformat())) is not None:
                yield _Day(day_due, named=False, back=False)


def _looks_back(before: str) -> bool:
    """Whether what stands before a day tells what was due once, and nothing promised anew."""
    return _ANEW.search(before) is None or _BACK.search(before) is not None


def _is_due(before: str) -> bool:
    """Whether what stands before a day says that something was due on it."""
    was_due = _WAS_DUE.search(before)
    another = was_due is None or _ANOTHER.search(was_due["between"])
    return not another and not _WAS_MADE.search(before)
