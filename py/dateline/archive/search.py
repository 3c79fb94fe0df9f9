"""The search: names first, then meetings, reports and sentences, with what is left to narrow it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple

from dateline.archive import ranking
from dateline.archive.asking import Asking, Request
from dateline.archive.dates import Days, typed_days
from dateline.archive.facets import facets
from dateline.archive.filters import (
    Filter,
    box_filters,
    combined,
    day_filter,
    exclusion,
    kinds_of,
    request_filters,
)
from dateline.archive.layout import Found, cut
from dateline.archive.names import Named, NamePage, all_names, find_names, leading, named_within
from dateline.archive.query import Query, parse
from dateline.archive.results import (
    Result,
)
from dateline.archive.snippets import Marker
from dateline.archive.titles import find_titles
from dateline.archive.vocabulary import Wanted, suggestion, want
from dateline.paths import ENTITY_FOLDERS


class Asked(NamedTuple):
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


def search(asking: Asking, request: Request) -> Result:
    """The answer to a request, in the shape the page expects (`dateline.browser.app`)."""
    asked, everything = _answered(asking, question(request))
    found = everything.of_kinds(asked.kinds) if asked.kinds else everything.best_of_each()
    count = found.total
    marker = Marker(asked.wanted)
    answer = {
        "count": count,
        "results": cut(asking, found, marker, request.offset, request.offset + request.limit),
        "suggestion": suggestion(asked.wanted),
        "drop": [] if count else _to_drop(asking, asked),
        "loosened": found.sentences.loosened and found.sentences.total > 0,
    }
    if request.facets:
        answer["facets"] = search_facets(asking, request)
    return answer


def search_facets(asking: Asking, request: Request) -> dict[str, list[list[Any]]]:
    """How everything that answers a request parts (`dateline.archive.facets`)."""
    asked, everything = _answered(asking, question(request))
    shown = everything.of_kinds(asked.kinds).sentences.found
    return facets(asking, shown, everything.kinds(), request.who)


def question(request: Request) -> Request:
    """The request without what makes no difference to what answers it."""
    return request._replace(limit=0, offset=0, facets=True)


@lru_cache(maxsize=4)
def _answered(asking: Asking, question: Request) -> tuple[Asked, Found]:
    """A question understood, and everything that answers it.

    More results and the facets are asked for after the first ones.
    """
    asked = understand(asking, question)
    return asked, find(asking, asked)


def understand(asking: Asking, request: Request) -> Asked:
    """The box and the filters beside it; dates typed among the words become a filter."""
    today = request.today or asking.newest_day
    rest, days, typed = typed_days(request.q, asking.find_dates, today)
    asked = _asked(asking, rest, request, today)
    if days is None:
        return asked
    dated = day_filter(asking, typed, days)
    narrowed = Asked(asked.query, asked.wanted, (*asked.filters, dated), asked.kinds)
    if find(asking, narrowed).of_kinds(narrowed.kinds).total:
        return narrowed
    return _asked(asking, request.q, request, today)


def find(asking: Asking, asked: Asked) -> Found:
    """Everything that answers, of whatever kind."""
    if asked.idle:
        return Found()
    allowed = combined(asking, asked.filters)
    named = [
        one
        for one in find_names(asking.archive, asked.wanted)
        if not asked.filters or asking.sets.mentioning(one.page.source) & allowed.sentences
    ]
    return Found(
        names=tuple(one.page for one in named) or _all_names(asking, asked, allowed),
        meetings=tuple(_meetings(asking, asked, allowed)),
        articles=tuple(_articles(asking, asked, allowed)),
        sentences=_sentences(asking, asked, named, allowed),
        leading=leading(named, asked.wanted),
    )


def _asked(asking: Asking, typed: str, request: Request, today: str | None) -> Asked:
    query = parse(typed)
    filters = [*request_filters(asking, request), *box_filters(asking, query, today)]
    left_out = exclusion(asking, query.excluded)
    if left_out is not None:
        filters.append(left_out)
    kinds = request.kinds or kinds_of(query)
    return Asked(query, want(asking.archive, query), tuple(filters), kinds)


def _sentences(
    asking: Asking, asked: Asked, named: list[Named], allowed: Filter
) -> ranking.Sentences:
    if not (asked.wanted or asked.filters):
        return ranking.NONE
    among = allowed.sentences & ~asking.sets.headlines
    if not asked.wanted:
        days = allowed.days or Days()
        return ranking.newest(among, asking.sets.stated_within(days.first, days.last))
    found = ranking.answering(asking, asked.wanted, among)
    if found.found:
        return found
    mentioned = named_within(named, asked.wanted)
    return _by_mention(asking, asked.wanted, mentioned, among) or _by_some(
        asking, asked.wanted, among
    )


def _by_mention(
    asking: Asking,
    wanted: tuple[Wanted, ...],
    named: dict[frozenset[int], list[int]],
    allowed: int,
) -> ranking.Sentences | None:
    """The sentences that mention whom the words name, by whatever name; `None` when there is none.

    What of the query names nobody must still be there.
    """
    for entities in named.values():
        allowed &= reduce(or_, map(asking.sets.mentioning, entities))
    left = [one for at, one in enumerate(wanted) if not any(at in places for places in named)]
    found = ranking.answering(asking, left, allowed) if named else None
    return found if found and found.found else None


def _by_some(asking: Asking, wanted: tuple[Wanted, ...], allowed: int) -> ranking.Sentences:
    whole_words = [one for one in wanted if not one.fragment]
    if len(whole_words) < 2:
        return ranking.NONE
    return ranking.holding_some(asking, wanted, allowed)


def _all_names(asking: Asking, asked: Asked, allowed: Filter) -> tuple[NamePage, ...]:
    """Every entity of the types asked for, when they are asked for without a word."""
    types = tuple(kind for kind in asked.kinds if kind in ENTITY_FOLDERS)
    if asked.wanted or not types:
        return ()
    return tuple(
        page
        for page in all_names(asking.archive, types)
        if not asked.filters or asking.sets.mentioning(page.source) & allowed.sentences
    )


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
    titles = find_titles(asking, "article", asked.wanted, wished=wished)
    if titles and asked.filters:
        let_through = asking.sets.articles_with(among)
        titles = [title for title in titles if title[1] in let_through]
    yield from (page for page, _ in titles)


def _to_drop(asking: Asking, asked: Asked) -> list[str]:
    """The filters any one of which hides everything; else all of them, when together they do."""
    labels = [one.label for one in asked.filters] + (["kind"] if asked.kinds else [])
    alone = [label for label in labels if _finds(asking, asked.without(label))]
    if alone or len(labels) < 2:
        return alone
    bare = reduce(Asked.without, labels, asked)
    return labels if _finds(asking, bare) else []


def _finds(asking: Asking, asked: Asked) -> bool:
    return find(asking, asked).of_kinds(asked.kinds).total > 0
