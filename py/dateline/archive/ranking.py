"""Which sentences answer, and in what order.

BM25 orders them; the best of them are then read and moved by what BM25 does not see: words that
stand together as they were typed, the very word before its other forms, a dated statement. Words
in more than `FREQUENT` sentences tell too little to order by, and so do phrases: what holds nothing
else is answered newest first, the newest of all read and put in order in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from dateline.archive import bits, frequent, matching
from dateline.archive.asking import Asking
from dateline.archive.vocabulary import Wanted
from dateline.archive.words import FREQUENT, word_texts

_READ = 40
"""Sentences read and put in order again: two pages of results."""
_TOGETHER = 0.5
"""Added, as a share of the score, when all words stand together in the order typed."""
_EXACT = 0.25
"""Added, as a share, when all words are there in the form typed."""
_DATED = 0.05
"""Added, as a share, to a dated statement."""
_CAPTION = 0.6
"""Share that is left to a caption: it repeats what the text tells."""
_MEAN_WORDS = 22
"""Words of a sentence in news, about. BM25's own constants (k1 1.2, b 0.75) put the shortest
sentence first; among sentences a weaker b (0.3) serves, and takes the place of BM25's."""
_DIGITS = 6
"""Decimals of a score that count, so that two mathematical libraries agree on the order."""


class Sentences(NamedTuple):
    """The sentences that answer, as a set, and what is known of their order."""

    found: int = 0
    best: tuple[int, ...] = ()
    """Those put in order one by one. The others follow, newest first."""
    preferred: int = 0
    """Among the others, those that come before the rest."""
    loosened: bool = False
    """No sentence holds all the words; these hold some."""

    @property
    def total(self) -> int:
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


NONE = Sentences()


def answering(asking: Asking, wanted: Sequence[Wanted], allowed: int) -> Sentences:
    """The sentences among `allowed` that answer the words, best first."""
    expression = matching.all_of(wanted)
    if expression is None:
        return Sentences() if wanted else newest(allowed, asking.sets.dated)
    matched = frequent.holding_all(asking, wanted)
    found = matched & allowed
    rare = [one for one in wanted if 0 < one.sentences <= FREQUENT and not one.term.phrase]
    if rare and matched.bit_count() <= FREQUENT:
        return _ranked(asking, expression, wanted, found)
    few = [(1.0, row) for row in islice(bits.newest_first(found), _READ)]
    return Sentences(found, tuple(_read_again(asking, few, wanted)))


def holding_some(asking: Asking, wanted: Sequence[Wanted], allowed: int) -> Sentences:
    """The sentences that hold some of the words, those with the rarest and the most first.

    The rarest count; the more frequent ones as long as all together stay within `FREQUENT`.
    """
    telling = sorted(
        (one for one in wanted if one.sentences and not one.fragment), key=lambda w: w.sentences
    )
    within = [
        n for n, total in enumerate(accumulate(w.sentences for w in telling)) if total <= FREQUENT
    ]
    kept = telling[: max(1, len(within))]
    expression = matching.any_of(kept)
    if expression is None:
        return Sentences()
    matched = asking.sets.matching(expression) & allowed
    if not within:
        return Sentences(matched, loosened=True)
    found = _ranked(asking, expression, wanted, matched)
    return Sentences(found.found, found.best, loosened=True)


def newest(found: int, preferred: int) -> Sentences:
    """The sentences of a set: those preferred first, each part newest first."""
    return Sentences(found, preferred=preferred)


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
    select = f"SELECT id, text, role FROM sentences WHERE id IN ({marks})"
    found = asking.archive.execute(select, [row for _, row in scored]).fetchall()
    dated = asking.sets.dated
    factors = {
        row: _factor(text, dated >> row & 1, wanted) * (_CAPTION if role == "caption" else 1)
        for row, text, role in found
    }
    again = [(round(score * factors[row], _DIGITS), row) for score, row in scored]
    return [row for _, row in sorted(again, reverse=True)]


def _factor(text: str, dated: int, wanted: Sequence[Wanted]) -> float:
    held = word_texts(text)
    typed = [word for one in wanted for word in _typed(one)]
    there = frozenset(held)
    factor = 1 + _DATED * dated + _EXACT * sum(word in there for word in typed) / len(typed)
    if len(typed) > 1:
        pairs = frozenset(pairwise(held))
        together = sum(pair in pairs for pair in pairwise(typed))
        factor += _TOGETHER * together / (len(typed) - 1)
    length = len(held) / _MEAN_WORDS
    return factor * (1 + 1.2 * (0.25 + 0.75 * length)) / (1 + 1.2 * (0.7 + 0.3 * length))


def _typed(wanted: Wanted) -> tuple[str, ...]:
    return wanted.options[:1] if wanted.corrected else wanted.term.words
