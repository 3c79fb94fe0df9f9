"""Which sentences answer, and in what order.

BM25 orders them; the best of them are then read and moved by what BM25 does not see: words that
stand together as they were typed, the very word before its other forms, a dated statement.
Sentences in which the words are too frequent for any order to tell (more than `_TOO_MANY`) come
newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.archive import bits, matching
from dateline.archive.asking import Asking
from dateline.archive.query import Term
from dateline.archive.vocabulary import Wanted
from dateline.archive.words import words

_READ = 60
"""Sentences read and put in order again: three pages of results."""
_TOO_MANY = 20_000
"""Sentences beyond which scoring each costs more than a frame, in the browser."""
_TOGETHER = 0.5
"""Added, as a share of the score, when all words stand together in the order typed."""
_EXACT = 0.25
"""Added, as a share, when all words are there in the form typed."""
_DATED = 0.05
"""Added, as a share, to a dated statement."""
_DIGITS = 6
"""Decimals of a score that count, so that two mathematical libraries agree on the order."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences that answer: as a set, and in order."""

    found: int
    order: tuple[int, ...]
    loosened: bool = False
    """No sentence holds all the words; these hold some."""


def answering(
    asking: Asking, wanted: Sequence[Wanted], excluded: Sequence[Term], allowed: int
) -> Sentences:
    """The sentences among `allowed` that answer the words, best first."""
    expression = matching.all_of(wanted, excluded)
    if expression is None:
        return Sentences(0, ()) if wanted else newest(asking, allowed)
    if _at_most(asking, wanted) > _TOO_MANY:
        select = "SELECT rowid FROM sentence_words WHERE sentence_words MATCH ?"
        return newest(asking, asking.sets.rows(select, expression) & allowed)
    return _ranked(asking, expression, wanted, allowed)


def holding_some(
    asking: Asking, wanted: Sequence[Wanted], excluded: Sequence[Term], allowed: int
) -> Sentences:
    """The sentences that hold some of the words, those with the rarest and the most first.

    Words too frequent to tell are left out as long as a rarer one is there.
    """
    rare = [one for one in wanted if _at_most(asking, [one]) <= _TOO_MANY]
    expression = matching.any_of(rare or wanted, excluded)
    if expression is None:
        return Sentences(0, ())
    found = _ranked(asking, expression, wanted, allowed)
    return Sentences(found.found, found.order, loosened=True)


def newest(asking: Asking, found: int) -> Sentences:
    """The sentences of a set: those with a dated statement first, each part newest first."""
    dated = found & asking.sets.dated
    order = (*bits.newest_first(dated), *bits.newest_first(found & ~dated))
    return Sentences(found, order)


def _at_most(asking: Asking, wanted: Sequence[Wanted]) -> int:
    """An upper bound on the sentences that can hold all of the terms."""
    return min(_sentences_with(asking, one) for one in wanted if not one.fragment)


def _sentences_with(asking: Asking, wanted: Wanted) -> int:
    if wanted.term.prefix and not wanted.corrected:
        beginning = wanted.term.words[-1]
        select = "SELECT coalesce(sum(sentences), 0) FROM words WHERE word >= ? AND word < ?"
        row = asking.archive.execute(select, (beginning, beginning + "\U0010ffff")).fetchone()
        return int(row[0])
    marks = ",".join("?" * len(wanted.options))
    count = "min" if wanted.term.phrase else "sum"
    select = f"SELECT coalesce({count}(sentences), 0) FROM words WHERE word IN ({marks})"
    return int(asking.archive.execute(select, wanted.options).fetchone()[0])


def _ranked(asking: Asking, expression: str, wanted: Sequence[Wanted], allowed: int) -> Sentences:
    select = "SELECT rowid, bm25(sentence_words) FROM sentence_words WHERE sentence_words MATCH ?"
    flags = bits.test(allowed)
    size = len(flags)
    scored = [
        (-round(score, _DIGITS), row)
        for row, score in asking.archive.execute(select, (expression,))
        if row < size and flags[-1 - row] == "1"
    ]
    scored.sort(reverse=True)
    top = _read_again(asking, scored[:_READ], wanted)
    order = (*top, *(row for _, row in scored[_READ:]))
    return Sentences(bits.of(order, asking.sets.size), order)


def _read_again(
    asking: Asking, scored: list[tuple[float, int]], wanted: Sequence[Wanted]
) -> list[int]:
    marks = ",".join("?" * len(scored))
    select = f"SELECT id, text, dated FROM sentences WHERE id IN ({marks})"
    found = asking.archive.execute(select, [row for _, row in scored])
    factors = {row: _factor(text, dated, wanted) for row, text, dated in found}
    again = [(round(score * factors[row], _DIGITS), row) for score, row in scored]
    return [row for _, row in sorted(again, reverse=True)]


def _factor(text: str, dated: int, wanted: Sequence[Wanted]) -> float:
    held = [word.text for word in words(text)]
    typed = [word for one in wanted for word in _typed(one)]
    there = frozenset(held)
    factor = 1 + _DATED * dated + _EXACT * sum(word in there for word in typed) / len(typed)
    if len(typed) > 1:
        pairs = frozenset(pairwise(held))
        together = sum(pair in pairs for pair in pairwise(typed))
        factor += _TOGETHER * together / (len(typed) - 1)
    return factor


def _typed(wanted: Wanted) -> tuple[str, ...]:
    return wanted.options[:1] if wanted.corrected else wanted.term.words
