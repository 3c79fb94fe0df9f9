"""Finding people, organizations, places and other entities by a name, an alias or part of one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dateline.archive import matching
from dateline.archive.query import Term
from dateline.archive.vocabulary import Wanted
from dateline.archive.words import STOP_WORDS, words

_MOST_COMPARED = 300
"""Candidates whose names are compared word by word: those mentioned most."""

# A score says how the query and a name meet. They are ranks, not weights: only their order counts.
_SAME = 1000
_BEGINNING = 800
_CONTAINED = 600
_PART = 300
_ALIAS = 20
"""Off for an alias that is all that was typed: the name itself goes first."""
_CORRECTED = 100
"""Off when a typo had to be forgiven."""


class NamePage(NamedTuple):
    """A page that can be found by its name, as it stands in the archive."""

    id: int
    kind: str
    slug: str
    title: str
    other_names: tuple[str, ...]
    about: str
    sentences: int
    source: int
    """Its row in the table of entities."""


class Fit(NamedTuple):
    """How well a name meets the query, and which of the query's words it accounts for."""

    score: int
    covers: frozenset[int]
    whole: bool = False
    """The query holds the name from its first word to its last, or is its beginning."""


class Named(NamedTuple):
    """An entity's page that the query names, and how."""

    page: NamePage
    fit: Fit


def find_names(archive: sqlite3.Connection, wanted: Sequence[Wanted]) -> list[Named]:
    """Pages of the entities that the query names, best first.

    A name that the query holds whole claims its words: "Upper Volta river" does not bring up the
    lake or the town of Volta. Names that fit equally come in the order typed. Words of a phrase
    count one by one, for the names' sake.
    """
    wanted = one_by_one(wanted)
    expression = matching.any_in_name(wanted)
    if expression is None:
        return []
    found = [Named(page, _best_fit(page, wanted)) for page in _candidates(archive, expression)]
    whole = {one.fit.covers for one in found if one.fit.whole}
    kept = [
        one
        for one in found
        if one.fit.covers and not any(one.fit.covers < longer for longer in whole)
    ]
    kept.sort(
        key=lambda one: (
            -one.fit.score,
            min(one.fit.covers),
            -one.page.sentences,
            one.page.slug,
        )
    )
    return kept


def leading(found: Sequence[Named], wanted: Sequence[Wanted]) -> int:
    """How many of the names, from the first, go before everything else.

    Those that account for every word, one of them for all or several held whole; none when a word
    is left that names nobody. A product or a work that is only part of what was typed does not go
    first: for "ipod nano" the report of that title does.
    """
    every = _all(one_by_one(wanted))
    whole = frozenset[int]().union(*(one.fit.covers for one in found if one.fit.whole))
    if whole != every and not any(one.fit.covers == every for one in found):
        return 0
    count = 0
    for one in found:
        if one.fit.covers != every and (not one.fit.whole or one.page.kind == "other"):
            break
        count += 1
    return count


def all_names(archive: sqlite3.Connection, kinds: Sequence[str]) -> list[NamePage]:
    """Every entity of the kinds, those mentioned most first."""
    marks = ",".join("?" * len(kinds))
    return _pages(archive, f"kind IN ({marks}) ORDER BY sentences DESC, id", *kinds)


def named_entities(
    archive: sqlite3.Connection, wanted: Sequence[Wanted], types: Sequence[str] = ()
) -> list[int]:
    """Rows of the entities a field's value means: the best name, and all that fit as well."""
    every = _all(one_by_one(wanted))
    found = [
        one
        for one in find_names(archive, wanted)
        if one.fit.covers == every and (not types or one.page.kind in types)
    ]
    best = max((one.fit.score for one in found), default=0)
    return [one.page.source for one in found if one.fit.score >= best - _ALIAS]


def named_within(
    found: Sequence[Named], wanted: Sequence[Wanted]
) -> dict[frozenset[int], list[int]]:
    """Which terms of the query are the whole name of which entities: places to rows."""
    if any(one.term.phrase for one in wanted):
        return {}
    named: dict[frozenset[int], list[int]] = {}
    for one in found:
        if one.fit.whole:
            named.setdefault(one.fit.covers, []).append(one.page.source)
    return named


def one_by_one(wanted: Sequence[Wanted]) -> list[Wanted]:
    """The words of phrases as terms of their own: a name's parts are compared one by one."""
    found: list[Wanted] = []
    for one in wanted:
        if not one.term.phrase:
            found.append(one)
            continue
        *most, last = one.term.words
        found += [Wanted(Term((word,)), (word,)) for word in most]
        found.append(Wanted(Term((last,), prefix=one.term.prefix), (last,)))
    return found


def _all(wanted: Sequence[Wanted]) -> frozenset[int]:
    return frozenset(range(len(wanted)))


def _candidates(archive: sqlite3.Connection, expression: str) -> list[NamePage]:
    return _pages(
        archive,
        # The pages of entities come first: those of meetings and reports are not even looked at.
        "id IN (SELECT rowid FROM page_words WHERE page_words MATCH ?"
        " AND rowid <= (SELECT max(id) FROM entities)) ORDER BY sentences DESC, id LIMIT ?",
        expression,
        _MOST_COMPARED,
    )


def _pages(archive: sqlite3.Connection, where: str, *values: str | int) -> list[NamePage]:
    columns = "id, kind, slug, title, other_names, about, sentences, source_id"
    found = archive.execute(f"SELECT {columns} FROM pages WHERE {where}", values)
    return [
        NamePage(id_, kind, slug, title, tuple(filter(None, others.split("\n"))), *rest)
        for id_, kind, slug, title, others, *rest in found
    ]


def _best_fit(page: NamePage, wanted: Sequence[Wanted]) -> Fit:
    fits = [_fit(page.title, wanted)]
    for alias in page.other_names:
        fit = _fit(alias, wanted)
        less = _ALIAS if fit.score >= _BEGINNING else 0
        fits.append(Fit(fit.score - less, fit.covers, fit.whole))
    return max(fits, key=lambda fit: (fit.score, len(fit.covers)))


def _fit(name: str, wanted: Sequence[Wanted]) -> Fit:
    telling = [word.text for word in words(name)]
    telling = [word for word in telling if word not in STOP_WORDS] or telling
    run = _longest_run(telling, wanted)
    if run and telling[-1] in wanted[run[-1]].options:
        score = _SAME if len(run) == len(wanted) else _CONTAINED + 10 * len(run)
        return _forgiving(score, run, wanted, whole=True)
    if _begins(telling, wanted):
        return _forgiving(_BEGINNING, range(len(wanted)), wanted, whole=True)
    met = [at for at, one in enumerate(wanted) if any(_meets(one, word) for word in telling)]
    score = _PART + 50 * len(met) - 10 * max(0, len(telling) - len(met))
    return _forgiving(score if met else 0, met, wanted, whole=False)


def _forgiving(score: int, met: Sequence[int], wanted: Sequence[Wanted], whole: bool) -> Fit:
    forgiven = any(wanted[at].corrected for at in met)
    return Fit(score - _CORRECTED * forgiven, frozenset(met), whole)


def _longest_run(name: Sequence[str], wanted: Sequence[Wanted]) -> range | None:
    """Which terms of the query are the whole name, in order."""
    for at in range(len(wanted) - len(name) + 1):
        if name and all(_meets(wanted[at + n], word) for n, word in enumerate(name)):
            return range(at, at + len(name))
    return None


def _begins(name: Sequence[str], wanted: Sequence[Wanted]) -> bool:
    return len(wanted) <= len(name) and all(
        _meets(one, word) for one, word in zip(wanted, name, strict=False)
    )


def _meets(one: Wanted, word: str) -> bool:
    if word in one.options:
        return True
    return one.term.prefix and not one.corrected and word.startswith(one.term.words[0])
