"""Later sentences that recall a promise themselves, by its day or by its words.

"Filed on 14 June, two weeks after the date": the day told and the count give the day it was due.
"Despite her promise to be back by May", "which she had said would run from May, were dropped":
what stands beside the recalled promise tells that it was not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from dateline.model import Timex
from dateline.record.days import when
from dateline.record.numbers import cardinal
from dateline.record.outcomes import clauses
from dateline.record.timeliness import LATE_BY_COUNT

Kept = Literal["met", "late"]

_COUNT = r"\b(\d{1,3}|an?|[a-z]{3,9}) (day|week|month)s? "
_EARLY_BY_COUNT = re.compile(
    rf"{_COUNT}(?:early\b|ahead of (?:schedule|(?:the|its|their|his|her) "
    r"(?:[\w-]{2,12} )?(?:deadline|date|target))"
    r"|before (?:(?:it|they) (?:was|were) due|(?:the|its|their) (?:[\w-]{2,12} )?"
    r"(?:deadline|date|target))\b)",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7}
_MORE, _LESS = ("more than", "over", "at least"), ("nearly", "almost", "not quite")
# A week may be six days, or nine.
_SLACK = {"day": 0, "week": 2}

_WORD = (
    r"(?:promised|pledged|vowed|undertaken|agreed|assured|guaranteed|given (?:his|her|its|their) "
    r"word|promise|pledge|vow|assurance|undertaking|commitment|guarantee|word)"
)
_AGAINST = re.compile(
    r"\b(?:despite|in spite of|although|even though|though)\b"
    rf"(?P<told>[^.;]{{0,90}}\b{_WORD}\b[^.;]*)"
)
_DESPITE = re.compile(
    rf"\bwill [^.;]*\b(?:despite|in spite of) (?P<told>[^.;]{{0,40}}\b{_WORD}\b[^.;]*)"
)
_BUT = re.compile(rf"\bhad {_WORD}\b[^.;]{{2,120}}, but\b")
_WHICH = re.compile(
    r", wh(?:ich|o) (?P<told>[^,;]{0,60}\bha[sd] (?:said|promised|pledged|announced|vowed|agreed)"
    r"\b[^,;]{2,90}), (?P<rest>[^.;]+)"
)
_UNDONE = re.compile(
    r"\b(?:dropped|scrapped|abandoned|cancelled|canceled|shelved|never|not|n't|refused|collapsed"
    r"|failed|broken down|come to nothing)\b"
)
_AHEAD = re.compile(r"\b(?:will|would|may|might|could)\b")


# "Acme had undertaken to send it by May", of which the next sentence may tell.
_WAS_DUE = re.compile(
    r"\b(?:had|was|were) (?:\w+ly )?(?:promised|undertaken|pledged|vowed|agreed|due|supposed|meant"
    r"|said|expected|scheduled)\b|\b(?:was|were) to (?:have )?[a-z]+"
)
_GOES_ON = re.compile(
    r"(?:It|They|These|This|That|The|He|She|By (?:that|then)|In the event|In fact|So far|Only|Not"
    r"|Just)\b"
)
_ONLY_SO_MANY = re.compile(r"\b(?:only|just|no more than) (?:[$£€¥₹]|\d|[a-z]{3,9}\b)[^.;]*")


def is_recall(text: str) -> bool:
    """Whether a sentence tells what was to be done: "had undertaken to send it by May"."""
    return _WAS_DUE.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a sentence goes on to tell of what the one before it was about."""
    return _GOES_ON.match(text) is not None


def tells_only(text: str) -> bool:
    """Whether but so many are told: "by that date only 22 million had been paid"."""
    return _ONLY_SO_MANY.search(text) is not None


def counted_days(text: str, timexes: Sequence[Timex]) -> Iterator[tuple[date, Kept]]:
    """The days on which a thing was due that is told as so many days late or early."""
    ways: tuple[tuple[re.Pattern[str], Kept, int], ...] = (
        (LATE_BY_COUNT, "late", -1),
        (_EARLY_BY_COUNT, "met", 1),
    )
    for pattern, status, sign in ways:
        found = pattern.search(text)
        if found is None or found[2].lower() not in _DAYS:
            continue
        count = 1 if found[1].lower() in ("a", "an", "one") else cardinal(found[1].lower())
        if count is None:
            continue
        unit = found[2].lower()
        for timex in timexes:
            day = when(timex.edtf)
            if timex.modality != "happened" or day is None or day.earliest != day.latest:
                continue
            due = day.earliest.toordinal() + sign * count * _DAYS[unit]
            first = due - _SLACK[unit] - (_DAYS[unit] if _stands_behind(_MORE, text, found) else 0)
            last = due + _SLACK[unit] + (_DAYS[unit] if _stands_behind(_LESS, text, found) else 0)
            for each in range(first, last + 1):
                if date.min.toordinal() <= each <= date.max.toordinal():
                    yield date.fromordinal(each), status


def _stands_behind(words: tuple[str, ...], text: str, found: re.Match[str]) -> bool:
    """Whether a count stands behind such words: "more than two weeks after the date"."""
    return text[: found.start()].rstrip().endswith(words)


def counted_clause(text: str) -> str | None:
    """The clause of a sentence that may tell by how many days something came early or late."""
    if not _counts(text):
        return None
    return next((part for part in clauses(text) if _counts(part)), None)


def _counts(text: str) -> bool:
    # Few sentences tell days at all.
    if not any(unit in text for unit in _DAYS):
        return False
    return bool(LATE_BY_COUNT.search(text) or _EARLY_BY_COUNT.search(text))


def will_break(text: str) -> bool:
    """Whether it is told that a promise will not be kept, be its day still ahead."""
    return _DESPITE.search(text) is not None


def told_but(text: str) -> bool:
    """Whether a promise is told and then a "but": "had undertaken to say nothing, but on 2 May"."""
    return _BUT.search(text) is not None


def told_unkept(text: str) -> str | None:
    """The words in which a promise is recalled that the sentence tells was not kept."""
    against = _AGAINST.search(text)
    if against is not None and not _AHEAD.search(text.replace(against["told"], "")):
        return against["told"]
    if (despite := _DESPITE.search(text)) is not None:
        return despite["told"]  # "will shut it in spite of a promise to keep it"
    which = _WHICH.search(text)
    return which["told"] if which is not None and _UNDONE.search(which["rest"]) else None
