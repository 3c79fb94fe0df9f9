"""The search: names first, then meetings, reports and sentences, with what is left to narrow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from dateline.archive import ranking
from dateline.archive.asking import Asking, Request
from dateline.archive.dates import Days, typed_days
from dateline.archive.facets import facets
from dateline.archive.filters import (
    Filter,
    box_filters,
    combined,
    date_filter,
    exclusion,
    kinds_of,
    request_filters,
)
from dateline.archive.names import NamePage, all_names, find_names, named_within
from dateline.archive.query import Query, parse
from dateline.archive.results import (
    Result,
    article_result,
    meeting_result,
    name_result,
    sentence_results,
)
from dateline.archive.snippets import Marker
from dateline.archive.titles import TitlePage, find_titles, title_pages
from dateline.archive.vocabulary import Wanted, suggestion, want
from dateline.paths import ENTITY_FOLDERS

_NAMES_FIRST, _MEETINGS_FIRST, _ARTICLES_FIRST = 8, 5, 5
"""Of each kind, how many stand before the sentences; all of them when the kind is asked for."""

_LOOKED_THROUGH = 300
"""Sentences looked through, best first, for one that shows why an article answers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request understood: the words, and the filters with their labels."""

    query: Query
    wanted: tuple[Wanted, ...]
    filters: tuple[Filter, ...]
    kinds: tuple[str, ...]

    def without(self, label: str) -> Asked:
        """The same, with one filter dropped."""
        kept = tuple(one for one in self.filters if one.label != label)
        kinds = () if label == "kind" else self.kinds
        return Asked(self.query, self.wanted, kept, kinds)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked at all."""
        return not (self.wanted or self.filters or self.kinds)


@dataclass(frozen=True, slots=True)
class Found:
    """What answers, by kind, each in order."""

    names: tuple[NamePage, ...]
    meetings: tuple[int, ...]
    """Rows of the table of pages, as the articles."""
    articles: tuple[int, ...]
    sentences: ranking.Sentences

    def kinds(self) -> list[tuple[str, int]]:
        """How many there are of each kind."""
        counts: dict[str, int] = {}
        for page in self.names:
            counts[page.kind] = counts.get(page.kind, 0) + 1
        counts["meeting"] = len(self.meetings)
        counts["article"] = len(self.articles)
        counts["sentence"] = self.sentences.count
        return [(kind, count) for kind, count in counts.items() if count]


def search(asking: Asking, request: Request) -> Result:
    """The answer to a request, in the shape the page expects (`dateline.browser.app`)."""
    asked = understand(asking, request)
    everything = find(asking, asked)
    found = _shown_first(_of_kinds(everything, asked.kinds), asked.kinds)
    count = _count(found)
    marker = Marker(asked.wanted)
    answer = {
        "count": count,
        "results": _results(asking, found, marker, request),
        "suggestion": suggestion(asked.wanted),
        "drop": [] if count else _to_drop(asking, asked),
        "loosened": found.sentences.loosened and found.sentences.count > 0,
    }
    if request.facets:
        shown = found.sentences.found
        answer["facets"] = facets(asking, shown, everything.kinds(), request.who)
    return answer


def understand(asking: Asking, request: Request) -> Asked:
    """The box and the filters beside it; dates typed among the words become a filter."""
    today = request.today or asking.newest_day
    rest, days, typed = typed_days(request.q, asking.find_dates, today)
    asked = _asked(asking, rest, request, today)
    if days is None:
        return asked
    dated = date_filter(asking, typed, days)
    narrowed = Asked(asked.query, asked.wanted, (*asked.filters, dated), asked.kinds)
    if _count(_of_kinds(find(asking, narrowed), narrowed.kinds)):
        return narrowed
    return _asked(asking, request.q, request, today)


def find(asking: Asking, asked: Asked) -> Found:
    """Everything that answers, of whatever kind."""
    if asked.idle:
        return Found((), (), (), ranking.Sentences())
    allowed = combined(asking, asked.filters)
    return Found(
        names=tuple(_names(asking, asked, allowed)),
        meetings=tuple(_meetings(asking, asked, allowed)),
        articles=tuple(_articles(asking, asked, allowed)),
        sentences=_sentences(asking, asked, allowed),
    )


def _asked(asking: Asking, typed: str, request: Request, today: str | None) -> Asked:
    query = parse(typed)
    filters = [*request_filters(asking, request), *box_filters(asking, query, today)]
    left_out = exclusion(asking, query.excluded)
    if left_out is not None:
        filters.append(left_out)
    kinds = request.kinds or kinds_of(query)
    return Asked(query, want(asking.archive, query), tuple(filters), kinds)


def _sentences(asking: Asking, asked: Asked, allowed: Filter) -> ranking.Sentences:
    if not (asked.wanted or asked.filters):
        return ranking.Sentences()
    among = allowed.sentences & ~asking.sets.headlines
    if not asked.wanted:
        days = allowed.days or Days()
        return ranking.newest(among, asking.sets.stated_within(days.first, days.last))
    found = ranking.answering(asking, asked.wanted, among)
    if found.found:
        return found
    return _by_mention(asking, asked.wanted, among) or _by_some(asking, asked.wanted, among)


def _by_mention(
    asking: Asking, wanted: tuple[Wanted, ...], allowed: int
) -> ranking.Sentences | None:
    """The sentences that mention whom the words name, by whatever name; `None` when there is none.

    What of the query names nobody must still be there.
    """
    named = named_within(asking.archive, wanted)
    for entities in named.values():
        allowed &= reduce(or_, map(asking.sets.mentioning, entities))
    left = [one for at, one in enumerate(wanted) if not any(at in places for places in named)]
    found = ranking.answering(asking, left, allowed) if named else None
    return found if found and found.found else None


def _by_some(asking: Asking, wanted: tuple[Wanted, ...], allowed: int) -> ranking.Sentences:
    whole_words = [one for one in wanted if not one.fragment]
    if len(whole_words) < 2:
        return ranking.Sentences()
    return ranking.holding_some(asking, wanted, allowed)


def _names(asking: Asking, asked: Asked, allowed: Filter) -> Iterator[NamePage]:
    types = tuple(kind for kind in asked.kinds if kind in ENTITY_FOLDERS)
    if asked.wanted:
        pages = find_names(asking.archive, asked.wanted)
    else:
        pages = all_names(asking.archive, types) if types else []
    for page in pages:
        if not asked.filters or asking.sets.mentioning(page.source) & allowed.sentences:
            yield page


def _meetings(asking: Asking, asked: Asked, allowed: Filter) -> Iterator[int]:
    wished = bool(asked.filters) or "meeting" in asked.kinds
    for page, meeting in find_titles(asking, "meeting", asked.wanted, wished=wished):
        if meeting in allowed.meetings:
            yield page


def _articles(asking: Asking, asked: Asked, allowed: Filter) -> Iterator[int]:
    wished = bool(asked.filters) or "article" in asked.kinds
    among = allowed.sentences
    if allowed.days and not asked.wanted:
        # With nothing but days to go by, a report counts by its own day, not by what it recalls.
        among &= asking.sets.reported_in(allowed.days.first, allowed.days.last)
    for page, article in find_titles(asking, "article", asked.wanted, wished=wished):
        if not asked.filters or asking.sets.of_article(article) & among:
            yield page


def _shown_first(found: Found, kinds: tuple[str, ...]) -> Found:
    """Without a kind asked for, only the best of each kind stand before the sentences."""
    if kinds:
        return found
    return Found(
        found.names[:_NAMES_FIRST],
        found.meetings[:_MEETINGS_FIRST],
        found.articles[:_ARTICLES_FIRST],
        found.sentences,
    )


def _of_kinds(found: Found, kinds: tuple[str, ...]) -> Found:
    if not kinds:
        return found
    return Found(
        names=tuple(page for page in found.names if page.kind in kinds),
        meetings=found.meetings if "meeting" in kinds else (),
        articles=found.articles if "article" in kinds else (),
        sentences=found.sentences if "sentence" in kinds else ranking.Sentences(),
    )


def _count(found: Found) -> int:
    return sum(count for _, count in found.kinds())


def _results(asking: Asking, found: Found, marker: Marker, request: Request) -> list[Result]:
    """The page of results that the request's offset and limit cut out."""
    start, end = request.offset, request.offset + request.limit
    results = [name_result(page, marker) for page in found.names[start:end]]
    start, end = start - len(found.names), end - len(found.names)
    titled = (*found.meetings, *found.articles)
    pages = title_pages(asking, titled[max(0, start) : max(0, end)])
    results += _titled(asking, pages, marker, found)
    start, end = start - len(titled), end - len(titled)
    rows = found.sentences.cut(max(0, start), max(0, end))
    return results + sentence_results(asking.archive, rows, marker)


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


def _to_drop(asking: Asking, asked: Asked) -> list[str]:
    """The filters any one of which hides everything; else all of them, when together they do."""
    labels = [one.label for one in asked.filters] + (["kind"] if asked.kinds else [])
    alone = [label for label in labels if _finds(asking, asked.without(label))]
    if alone or len(labels) < 2:
        return alone
    bare = reduce(Asked.without, labels, asked)
    return labels if _finds(asking, bare) else []


def _finds(asking: Asking, asked: Asked) -> bool:
    return not asked.idle and _count(_of_kinds(find(asking, asked), asked.kinds)) > 0
