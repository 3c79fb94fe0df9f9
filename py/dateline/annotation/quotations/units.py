"""The stretches in which an attribution is looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotation.quotations.closed import WEEKDAYS
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.model import PROSE_ROLES, Article, LineRole, Sentence

# No sentence of a newspaper has more words; what does is cut, so that work stays linear.
_MOST_WORDS = 300
_LONGEST_DATE = 8
_DATE_WORDS = WEEKDAYS | word_set(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec , ."
)
# "NEW YORK CITY, Sept. 28, 2021 (Agency) -" has fewer words and marks than this.
_LONGEST_DATELINE = 18


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that one quote ties together."""

    range: Range
    line: int
    """Number of the line it stands in, to tell paragraphs apart."""
    role: LineRole


_kept: list[tuple[Article, Words, tuple[Unit, ...]]] = []
"""The last article's units: three stages read one article after the other."""


def find_units(article: Article, words: Words) -> tuple[Unit, ...]:
    """The units of the article's prose, in order."""
    for known, laid_out, units in _kept:
        if known is article and laid_out is words:
            return units
    found = tuple(_units(article, words))
    _kept[:] = [(article, words, found)]
    return found


def _units(article: Article, words: Words) -> Iterator[Unit]:
    starts = [line.span.start for line in article.lines]
    held: list[Sentence] = []
    for sentence in article.sentences:
        if sentence.role not in PROSE_ROLES:
            continue
        if held and not _tied(words, held[-1], sentence):
            yield from _unit(article, words, held, starts)
            held = []
        held.append(sentence)
    if held:
        yield from _unit(article, words, held, starts)


def _unit(
    article: Article, words: Words, held: list[Sentence], starts: list[int]
) -> Iterator[Unit]:
    low = _past_dateline(article, words, words.range(held[0].span)[0])
    high = words.range(held[-1].span)[1]
    line = _line_of(starts, held[0].span.start)
    for start in range(low, high, _MOST_WORDS):
        yield Unit((start, min(high, start + _MOST_WORDS)), line, held[0].role)


def _past_dateline(article: Article, words: Words, low: int) -> int:
    """Past "ROME (Agency) -" or "13 November 2025 —" when the sentence opens with it."""
    for at in range(low, low + _LONGEST_DATE):
        if words.low[at] in ("-", "—", "–") and at > low + 1:
            return at + 1
        if not (words.low[at].isdigit() or words.low[at] in _DATE_WORDS):
            break
    if article.place is None or words.start[low] != article.place.start:
        return low
    for at in range(low, min(len(words.low), low + _LONGEST_DATELINE)):
        if words.low[at] in ("-", "—", "–", ":") and words.start[at] >= article.place.end:
            return at + 1
    return low


def _line_of(starts: list[int], at: int) -> int:
    return bisect_right(starts, at)


def _tied(words: Words, left: Sentence, right: Sentence) -> bool:
    """Whether one quote holds the end of `left` and the beginning of `right`."""
    low = words.range(right.span)[0]
    if low >= len(words.low) or not words.inside[low]:
        return False
    return any(
        part.span.start < left.span.end and right.span.start < part.span.end
        for part in words.quoted_in(right.span)
    )
