"""In which order the kinds of result stand, and the cut of them that one page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dateline.archive import ranking
from dateline.archive.asking import Asking
from dateline.archive.names import NamePage
from dateline.archive.results import (
    Result,
    article_result,
    meeting_result,
    name_result,
    sentence_results,
)
from dateline.archive.snippets import Marker
from dateline.archive.titles import TitlePage, title_pages

_MOST_NAMES, _MOST_MEETINGS, _MOST_ARTICLES = 8, 5, 5
"""Of each kind, how many are shown unless the kind is asked for: the sentences must be reached."""
_SENTENCES_FIRST = 3
"""Sentences that stand before names which are only part of what was typed."""
_LOOKED_THROUGH = 300
"""Sentences looked through, best first, for one that shows why an article answers."""


class Found(NamedTuple):
    """What answers, by kind, each in order."""

    names: tuple[NamePage, ...] = ()
    meetings: tuple[int, ...] = ()
    """Rows of the table of pages, as the articles."""
    articles: tuple[int, ...] = ()
    sentences: ranking.Sentences = ranking.NONE
    leading: int = 0
    """How many of the names go before everything; the others follow the best of what holds all
    the words."""

    def kinds(self) -> list[tuple[str, int]]:
        """How many there are of each kind."""
        counts: dict[str, int] = {}
        for page in self.names:
            counts[page.kind] = counts.get(page.kind, 0) + 1
        counts["meeting"] = len(self.meetings)
        counts["article"] = len(self.articles)
        counts["sentence"] = self.sentences.total
        return [(kind, count) for kind, count in counts.items() if count]

    @property
    def total(self) -> int:
        """How many there are of all kinds together."""
        return sum(count for _, count in self.kinds())

    def of_kinds(self, kinds: Sequence[str]) -> Found:
        """Those of the kinds; all when none is named."""
        if not kinds:
            return self
        names = tuple(page for page in self.names if page.kind in kinds)
        return Found(
            names=names,
            meetings=self.meetings if "meeting" in kinds else (),
            articles=self.articles if "article" in kinds else (),
            sentences=self.sentences if "sentence" in kinds else ranking.NONE,
            leading=len(names),
        )

    def best_of_each(self) -> Found:
        """What is shown when no kind is asked for: the best names and titles, every sentence."""
        return self._replace(
            names=self.names[:_MOST_NAMES],
            meetings=self.meetings[:_MOST_MEETINGS],
            articles=self.articles[:_MOST_ARTICLES],
        )


def cut(asking: Asking, found: Found, marker: Marker, start: int, end: int) -> list[Result]:
    """The results from place `start` to place `end` of the order.

    Names that account for all that was typed go first. Then comes what holds all the words:
    meetings, reports, the best sentences; behind these the names that are only part of it.
    """

    def names(first: int, last: int) -> list[Result]:
        return [name_result(page, marker) for page in found.names[first:last]]

    def titles(first: int, last: int) -> list[Result]:
        rows = (*found.meetings, *found.articles)[first:last]
        return list(_titled(asking, title_pages(asking, rows), marker, found))

    def sentences(first: int, last: int) -> list[Result]:
        return sentence_results(asking.archive, found.sentences.cut(first, last), marker)

    count = found.sentences.total
    soon = min(_SENTENCES_FIRST, count)
    lead = min(found.leading, len(found.names))
    parts = [
        (lead, names),
        (len(found.meetings) + len(found.articles), titles),
        (soon, sentences),
        (len(found.names) - lead, lambda first, last: names(first + lead, last + lead)),
        (count - soon, lambda first, last: sentences(first + soon, last + soon)),
    ]
    return list(_cut_parts(parts, start, end))


def _cut_parts(
    parts: Sequence[tuple[int, Callable[[int, int], list[Result]]]], start: int, end: int
) -> Iterator[Result]:
    for length, read in parts:
        first, last = max(0, start), min(end, length)
        if first < last:
            yield from read(first, last)
        start, end = start - length, end - length


def _titled(
    asking: Asking, pages: list[TitlePage], marker: Marker, found: Found
) -> Iterator[Result]:
    """Meetings and reports, each report with the sentence of it that answers best."""
    read = found.sentences.cut(0, _LOOKED_THROUGH) if pages else []
    for page in pages:
        if page.kind == "meeting":
            yield meeting_result(asking.archive, page, marker)
            continue
        inside = asking.sets.of_article(page.source)
        best = next((row for row in read if inside >> row & 1), None)
        yield article_result(asking.archive, page, marker, best)
