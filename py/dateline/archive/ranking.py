"""Which sentences answer, and in what order.

BM25 orders them; the best of them are then read and moved by what BM25 does not see: words that
stand together as they were typed, the very word before its other forms, a dated statement. Words
so frequent that no order tells much (in more than `FREQUENT` sentences) are answered newest first,
sentences that hold them close together before the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from dateline.archive import bits, matching
from dateline.archive.asking import Asking
from dateline.archive.query import Term
from dateline.archive.vocabulary import Wanted
from dateline.archive.words import FREQUENT, words

_READ = 60
"""Sentences read and put in order again: three pages of results."""
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
    """The sentences that answer, as a set, and what is known of their order."""

    found: int = 0
    best: tuple[int, ...] = ()
    """Those put in order one by one. The others follow, newest first."""
    preferred: int = 0
    """Among the others, those that come before the rest."""
    loosened: bool = False
    """No sentence holds all the words; these hold some."""

    @property
    def count(self) -> int:
        """How many there are."""
        return self.found.bit_count()

    def cut(self, start: int, end: int) -> list[int]:
        """The rows at these places of the order."""
        if end <= len(self.best):
            return list(self.best[start:end])
        rest = self.found & ~bits.of(self.best, max(self.best, default=0))
        first, then = rest & self.preferred, rest & ~self.preferred
        order = chain(self.best, bits.newest_first(first), bits.newest_first(then))
        return list(islice(order, start, end))


def answering(
    asking: Asking, wanted: Sequence[Wanted], excluded: Sequence[Term], allowed: int
) -> Sentences:
    """The sentences among `allowed` that answer the words, best first."""
    expression = matching.all_of(wanted)
    if expression is None:
        return Sentences() if wanted else newest(asking, allowed)
    matched = frequent.holding_all(asking, wanted) & left
    if matched.bit_count() <= FREQUENT:
        return _ranked(asking, expression, wanted, matched & allowed)
    close = matching.close_together(wanted)
    preferred = asking.sets.matching(close) if close else 0
    return Sentences(matched & allowed, preferred=preferred)


def holding_some(
    asking: Asking, wanted: Sequence[Wanted], excluded: Sequence[Term], allowed: int
) -> Sentences:
    """The sentences that hold some of the words, those with the rarest and the most first.

    The rarest count; the more frequent ones as long as all together stay within `FREQUENT`.
    """
    telling = [one for one in wanted if not one.fragment]
    counted = sorted(((_sentences_with(asking, one), n) for n, one in enumerate(telling)))
    total = 0
    kept: list[Wanted] = []
    for count, n in counted:
        total += count
        if kept and total > FREQUENT:
            break
        kept += [telling[n]] if count else []
    expression = matching.any_of(kept, excluded)
    if expression is None:
        return Sentences()
    matched = asking.sets.matching(expression) & allowed
    if total > FREQUENT and len(kept) == 1:
        return Sentences(matched, loosened=True)
    found = _ranked(asking, expression, wanted, matched)
    return Sentences(found.found, found.best, loosened=True)


def newest(asking: Asking, found: int) -> Sentences:
    """The sentences of a set: those with a dated statement first, each part newest first."""
    return Sentences(found, preferred=asking.sets.dated)


def _sentences_with(asking: Asking, wanted: Wanted) -> int:
    """An upper bound on the sentences that hold a term."""
    if wanted.term.prefix and not wanted.corrected:
        beginning = wanted.term.words[-1]
        select = "SELECT coalesce(sum(sentences), 0) FROM words WHERE word >= ? AND word < ?"
        row = asking.archive.execute(select, (beginning, beginning + "\U0010ffff")).fetchone()
        return int(row[0])
    marks = ",".join("?" * len(wanted.options))
    count = "min" if wanted.term.phrase else "sum"
    select = f"SELECT coalesce({count}(sentences), 0) FROM words WHERE word IN ({marks})"
    return int(asking.archive.execute(select, wanted.options).fetchone()[0])


def _ranked(asking: Asking, expression: str, wanted: Sequence[Wanted], found: int) -> Sentences:
    select = "SELECT rowid, bm25(sentence_words) FROM sentence_words WHERE sentence_words MATCH ?"
    flags = bits.flags(found, asking.sets.size)
    scored = [
        (-round(score, _DIGITS), row)
        for row, score in asking.archive.execute(select, (expression,))
        if flags[-1 - row] == "1"
    ]
    scored.sort(reverse=True)
    top = _read_again(asking, scored[:_READ], wanted)
    return Sentences(found, (*top, *(row for _, row in scored[_READ:])))


def _read_again(
    asking: Asking, scored: list[tuple[float, int]], wanted: Sequence[Wanted]
) -> list[int]:
    marks = ",".join("?" * len(scored))
    select = f"SELECT id, text FROM sentences WHERE id IN ({marks})"
    found = asking.archive.execute(select, [row for _, row in scored]).fetchall()
    dated = asking.sets.dated
    factors = {row: _factor(text, dated >> row & 1, wanted) for row, text in found}
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
