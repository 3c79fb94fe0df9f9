"""Promises to resign, or not to, held against what reports tell of who resigned.

"I will not resign" has no word that another matter would not have; who went is told as an event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dateline.model import Annotations, FollowUpStatus, Source
from dateline.record.days import When, when
from dateline.record.promises import Later, Promise
from dateline.record.threads import source

_TO_GO = re.compile(
    r"(?:to )?(?:not |never )?(?:be )?"
    r"(?:resign|quit|retir(?:e|ing)|(?:step|stand)(?:ing)? (?:down|aside))\b"
)


class Departures:
    """Who is told to have resigned, by report."""

    def __init__(self, annotations: Sequence[Annotations]) -> None:
        self._by: dict[str, list[tuple[int, Source, When | None]]] = defaultdict(list)
        for number, one in enumerate(annotations):
            for event in one.events:
                sentence = one.article.sentence_at(event.sentence.start)
                if event.kind != "resignation" or event.modality != "happened" or sentence is None:
                    continue
                for id_ in event.participants:
                    self._by[id_].append((number, source(one, sentence), when(event.edtf)))

    def end_of(self, promise: Promise, story: Later) -> tuple[FollowUpStatus, Source] | None:
        """What became of a promise to resign or not to; `None` where it is another, or untold."""
        made = story.dates[promise.document]
        if made is None or _TO_GO.match(promise.text) is None:
            return None
        for party in promise.commitment.parties:
            for number, told_in, day in self._by.get(party, ()):
                reported = story.dates[number]
                if reported is None or reported.earliest <= made.latest:
                    continue
                return self._status(promise, day or reported), told_in
        return None

    @staticmethod
    def _status(promise: Promise, day: When) -> FollowUpStatus:
        over = promise.due is not None and day.earliest > promise.due.latest
        if promise.negative:
            return "met" if over else "broken"
        return "late" if over else "met"
