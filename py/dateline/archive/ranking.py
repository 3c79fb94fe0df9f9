"""Which sentences answer, and in what order.

In a sentence a word hardly ever stands twice, so BM25 comes down to which words are there, each
with the weight of its rarity, and to the length. Which are there is known as sets: the sentences
found are parted by every set that tells (the very word before its other forms, words that stand
together as they were typed, a dated statement, a caption), and the parts are put in order, newest
first within each. Nothing is read for that but the index of words. The first of the order are then
read and put in order again with their lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice, pairwise
from math import log1p
from typing import NamedTuple

from dateline.archive import bits, frequent, matching
from dateline.archive.asking import Asking, read_each
from dateline.archive.vocabulary import Wanted
from dateline.archive.words import FREQUENT, word_texts

_READ = 20
"""Sentences read and put in order again: a page of results. Of a large archive each may have to be
fetched."""
_TOGETHER = 0.5
"""Added, as a share of the score, when all words stand together in the order typed."""
_EXACT = 0.25
"""Added, as a share, when all words are there in the form typed."""
_DATED = 0.05
"""Added, as a share, to a dated statement."""
_CAPTION = 0.6
"""Share that is left to a caption: it repeats what the text tells."""
_MEAN_WORDS = 22
"""Words of a sentence in news, about."""
_K1, _LENGTH = 1.2, 0.3
"""BM25's k1 and b. The usual b, 0.75, puts the shortest sentence first; among sentences a weaker
one serves."""
_MOST_TERMS = 8
"""Terms that are weighed one by one; more than these are typed only when a text is pasted."""
_MOST_PARTS = 128
"""Each further set doubles them at worst; what many long questions would add is not worth that."""
_DIGITS = 6
"""Decimals of a score that count, so that two mathematical libraries agree on the order."""


class Sentences(NamedTuple):
    """The sentences that answer, as a set, and their order."""

    found: int = 0
    best: tuple[int, ...] = ()
    """Those put in order one by one."""
    parts: tuple[int, ...] = ()
    """Sets that make up `found`, best first; within each the newest comes first."""
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
        out = ~bits.of(self.best, max(self.best, default=0))
        rest = chain.from_iterable(bits.newest_first(part & out) for part in self.parts)
        return list(islice(chain(self.best, rest), start, end))


NONE = Sentences()


class _Part(NamedTuple):
    """Sentences that are alike in all that the order goes by but their length."""

    rows: int
    rarity: float
    """Of the words they hold, together; 1 where all hold the same."""
    bonus: float = 0.0
    """Share added to the score."""
    left: float = 1.0
    """Share left of it."""

    @property
    def score(self) -> float:
        return round(self.rarity * (1 + self.bonus) * self.left, _DIGITS)


def answering(asking: Asking, wanted: Sequence[Wanted], allowed: int) -> Sentences:
    """The sentences among `allowed` that answer the words, best first."""
    whole = [one for one in wanted if not one.fragment]
    if not whole:
        return NONE if wanted else newest(allowed, asking.sets.dated)
    found = frequent.holding_all(asking, whole) & allowed
    return _ordered(asking, whole, [_Part(found, 1.0)]) if found else NONE


def holding_some(asking: Asking, wanted: Sequence[Wanted], allowed: int) -> Sentences:
    """The sentences that hold some of the words, those with the most and the rarest first."""
    telling = [one for one in wanted if one.sentences and not one.fragment]
    rarest = sorted(telling, key=lambda one: one.sentences)[:_MOST_TERMS]
    parts = [_Part(allowed, 0.0)]
    for one in rarest:
        parts = _parted(parts, frequent.holding(asking, one), rarity=_rarity(asking, one))
    held = [part for part in parts if part.rarity]
    as_typed = [one for one in telling if one in rarest]
    return _ordered(asking, as_typed, held)._replace(loosened=True) if held else NONE


def newest(found: int, preferred: int) -> Sentences:
    """The sentences of a set: those preferred first, each part newest first."""
    return Sentences(found, parts=(found & preferred, found & ~preferred))


def _rarity(asking: Asking, one: Wanted) -> float:
    """BM25's weight of a term."""
    size = asking.sets.size
    held = min(one.sentences, size)
    return log1p((size - held + 0.5) / (held + 0.5))


def _ordered(asking: Asking, wanted: Sequence[Wanted], parts: list[_Part]) -> Sentences:
    typed = sum(len(_typed(one)) for one in wanted)
    for one in wanted[:_MOST_TERMS]:
        share = len(_typed(one)) / typed
        parts = _parted(parts, _exact(asking, one), bonus=_EXACT * share)
    for one, after in islice(pairwise(wanted), _MOST_TERMS):
        parts = _parted(parts, _together(asking, one, after), bonus=_TOGETHER / (typed - 1))
    parts = _parted(parts, asking.sets.dated, bonus=_DATED)
    parts = _parted(parts, asking.sets.captions, left=_CAPTION)
    rarity = {part.score: part.rarity * part.left for part in parts}
    rows = dict.fromkeys(sorted(rarity, reverse=True), 0)
    for part in parts:
        rows[part.score] |= part.rows
    order = (
        (row, rarity[score]) for score, some in rows.items() for row in bits.newest_first(some)
    )
    best = _read_again(asking, list(islice(order, _READ)), wanted)
    found = 0
    for some in rows.values():
        found |= some
    return Sentences(found, tuple(best), tuple(rows.values()))


def _parted(
    parts: list[_Part], rows: int, *, rarity: float = 0.0, bonus: float = 0.0, left: float = 1.0
) -> list[_Part]:
    """The parts, each parted into what is in `rows` and what is not; the former is changed.

    Beyond `_MOST_PARTS` they stay as they are.
    """
    if len(parts) > _MOST_PARTS:
        return parts
    inside = [
        _Part(part.rows & rows, part.rarity + rarity, part.bonus + bonus, part.left * left)
        for part in parts
    ]
    outside = [part._replace(rows=part.rows & ~rows) for part in parts]
    return [part for part in (*inside, *outside) if part.rows]


def _exact(asking: Asking, one: Wanted) -> int:
    """The sentences that hold the term in the form typed."""
    if one.term.phrase:
        return frequent.holding(asking, one)
    return frequent.holding_words(asking, one, _typed(one))


def _together(asking: Asking, one: Wanted, after: Wanted) -> int:
    """The sentences in which one term, as typed, follows the other at once.

    Of two frequent words too many have to be walked through: among the first of the order they are
    seen when these are read.
    """
    if min(one.sentences, after.sentences) > FREQUENT:
        return 0
    return asking.sets.matching(matching.phrase((_typed(one)[-1], _typed(after)[0])))


def _read_again(
    asking: Asking, first: list[tuple[int, float]], wanted: Sequence[Wanted]
) -> list[int]:
    rows = [row for row, _ in first]
    texts = read_each(asking.archive, "SELECT text FROM sentences WHERE id = ?", rows)
    dated = asking.sets.dated
    again = [
        (round(rarity * _factor(texts[row][0], dated >> row & 1, wanted), _DIGITS), row)
        for row, rarity in first
    ]
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
    return factor / (1 + _K1 * (1 - _LENGTH + _LENGTH * length))


def _typed(wanted: Wanted) -> tuple[str, ...]:
    return wanted.options[:1] if wanted.corrected else wanted.term.words
