"""A promise as it is looked for in later reports, and where it is looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Annotations, Commitment, Source, Timex
from dateline.record.days import When, when
from dateline.record.recalls import Kept, counted_clause, counted_days
from dateline.record.wording import Place, SentenceIndex
from dateline.text import plain

_WAS_NOT = re.compile(
    r"(?:It|They|That|This|None|He|She|Neither|The \w+) (?:still |so far |has |have )?"
    r"(?:did not|didn't|has not|hasn't|have not|haven't|was not|were not|never did|never was|never "
    r"took place|never came|never happened|ha(?:s|ve) yet to)"
    r"(?: been| done so| happened| so| come| appeared| taken place)?[.,]"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with what is needed to find it again."""

    commitment: Commitment
    source: Source
    document: int
    text: str
    stems: frozenset[str]
    """Of the action, `@id` for entities."""
    beside: frozenset[str]
    """Of the rest of its sentence."""
    before: frozenset[str]
    """Of the sentence before, where the promise is told of an "it" or "they"."""
    parties: frozenset[str]
    places: frozenset[str]
    """The places that its words name."""
    teller: frozenset[str]
    """`@id` of the one whose words it is told in."""
    nations: frozenset[str]
    """`@id` of the countries and bodies that the parties speak for."""
    due: When | None
    negative: bool
    """Whether it is promised that something will not be."""
    invited: bool
    """Whether it is an invitation, given or accepted."""


class Later:
    """The sentences of the story, their dates and the days of the reports."""

    def __init__(self, annotations: Sequence[Annotations], index: SentenceIndex) -> None:
        self.index = index
        self.dates = [when(one.article.published.edtf) for one in annotations]
        self.last = max((day for day in self.dates if day), key=lambda d: d.latest, default=None)
        self._annotations = annotations
        self._timexes: dict[int, dict[int, list[Timex]]] = {}
        self._due: dict[date, list[tuple[Place, Kept]]] | None = None
        self._numbers = {
            (place.document, place.sentence.index): at for at, place in enumerate(index.places)
        }

    def timexes(self, place: Place) -> list[Timex]:
        """The dated expressions of a sentence."""
        known = self._timexes.get(place.document)
        if known is None:
            known = defaultdict(list)
            one = self._annotations[place.document]
            for timex in one.timexes:
                sentence = one.article.sentence_at(timex.span.start)
                if sentence is not None and timex.edtf is not None:
                    known[sentence.index].append(timex)
            self._timexes[place.document] = known
        return known.get(place.sentence.index, [])

    def told_due(self, day: date) -> Sequence[tuple[Place, Kept]]:
        """The sentences that tell how early or late a thing came that was due on a day."""
        if self._due is None:
            self._due = defaultdict(list)
            for place in self.index.places:
                if (told := counted_clause(place.text)) is not None:
                    for due, status in counted_days(told, self.timexes(place)):
                        self._due[due].append((place, status))
        return self._due.get(day, ())

    def denied_next(self, place: Place) -> bool:
        """Whether the next sentence says but that it was not so: "It has not been."."""
        after = self.next(place) if RECALLS.search(place.text) else None
        return after is not None and _WAS_NOT.match(plain(after.text)) is not None

    def next(self, place: Place) -> Place | None:
        """The sentence behind another in its report."""
        at = self._numbers.get((place.document, place.sentence.index + 1))
        return None if at is None else self.index.places[at]


def end_of(due: str | None) -> When | None:
    """The known end of a due date such as `../2025`."""
    return when(due.removeprefix("../")) if due and due.startswith("../") else None


def beginning_of(due: str | None) -> When | None:
    """The known beginning of a due date such as `2036/..`."""
    return when(due.removesuffix("/..")) if due and due.endswith("/..") else None


def day_of(timex: Timex) -> When | None:
    """A day told, also the end of "by 1 March" and the beginning of "since 1 March"."""
    edtf = timex.edtf
    since = edtf is not None and edtf.endswith("/..")
    return when(edtf) or end_of(edtf) or (when((edtf or "").removesuffix("/..")) if since else None)


RECALLS = re.compile(
    r"\b(?:meant|supposed|due|expected|planned|scheduled|promised|pledged|said|told|would"
    r"|undertaken|undertook|vowed|assured|had agreed)\b"
)
