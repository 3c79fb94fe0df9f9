"""A text cut into words, with its mentions and quotation marks laid over it.

Quotations, events and commitments all walk along words rather than characters. Cutting a text is
the dearest step they share, so the last few results are kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from dateline.annotation.quotations.marks import Quoted, find_quoted
from dateline.model import Mention, Span
from dateline.text import plain

# Initials with their full stops, the possessive and the short forms of auxiliaries, numbers with
# their marks, words with inner hyphens or apostrophes, marks.
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,9}|'(?:s|ll|ve|re|d|m|t)\b|\d+(?:[.,]\d+){1,6}"
    r"|\w+(?:[-'](?!(?:s|ll|ve|re|d|m|t)\b)\w+){0,9}|[^\w\s]"
)
_SHORT_NOT = "'t"

Range = tuple[int, int]
"""Indices `[low, high)` of words."""

QUOTE = '"'
"""What `low` holds at every quotation mark, whatever the mark in the text."""
_END, _PAST_END = "\x00", 2
"""Behind the last word of a text stand so many that are no words: who looks a word or two ahead
need not ask whether the text goes on."""
# Three stages read one article after the other.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order; the lists run in parallel, one element a word or mark.

    Two more elements stand at the end, which are neither.
    """

    text: str
    """With plain quotes and hyphens; as long as the article's text."""
    low: list[str]
    """Lower case; a quotation mark is `QUOTE`."""
    start: list[int]
    end: list[int]
    mention: list[Mention | None]
    """The longest name, demonym or metonym over the word."""
    mentions: tuple[Mention, ...]
    """All mentions, by start."""
    mention_starts: list[int]
    quoted: tuple[Quoted, ...]
    inside: bytearray
    """1 where the word stands between quotation marks."""
    subjects: dict[tuple[int, int], Mention | None]
    """Subjects found so far, by the range looked in: three stages ask for the same ones."""

    def range(self, span: Span) -> tuple[int, int]:
        """Indices `[low, high)` of the words that begin inside `span`."""
        return bisect_left(self.start, span.start), bisect_left(self.start, span.end)

    def span(self, low: int, high: int) -> Span:
        """From the first code point of word `low` to the last of word `high - 1`."""
        return Span(self.start[low], self.end[high - 1])

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin inside `span`, by start."""
        low = bisect_left(self.mention_starts, span.start)
        return self.mentions[low : bisect_left(self.mention_starts, span.end)]

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        at = self.start[index]
        return self.text[at : at + 1].isupper()

    def quoted_in(self, span: Span) -> list[Quoted]:
        """The quoted stretches that share a code point with `span`."""
        at = bisect_right(self.quoted, span.start, key=lambda part: part.span.end)
        found = []
        while at < len(self.quoted) and self.quoted[at].span.start < span.end:
            found.append(self.quoted[at])
            at += 1
        return found


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(listed.split())


@lru_cache(maxsize=_KEPT)
def lay_out(text: str, mentions: tuple[Mention, ...]) -> Words:
    """Cut `text` into words and lay `mentions` and the quotation marks over them."""
    same = plain(text)
    spans = [found.span() for found in _WORD.finditer(same)]
    if _SHORT_NOT in same:
        _part_not(same, spans)
    start, end = [a for a, _ in spans], [b for _, b in spans]
    lower = same.lower()
    # A few letters grow when lowered; then the words are lowered one by one.
    whole = len(lower) == len(same)
    low = [lower[a:b] for a, b in spans] if whole else [same[a:b].lower() for a, b in spans]
    low += [_END] * _PAST_END
    start += [len(same)] * _PAST_END
    end += [len(same)] * _PAST_END
    ordered = tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
    quoted = find_quoted(text)
    return Words(
        text=same,
        low=low,
        start=start,
        end=end,
        mention=_cover(ordered, start, end),
        mentions=ordered,
        mention_starts=[mention.span.start for mention in ordered],
        quoted=quoted,
        inside=_mark_quoted(quoted, low, start),
        subjects={},
    )


def _part_not(text: str, spans: list[tuple[int, int]]) -> None:
    """Part "would" from "n't": the "n" belongs to the second of the two words."""
    for index in range(1, len(spans)):
        (first, middle), (start, end) = spans[index - 1], spans[index]
        short = text[start:end] == _SHORT_NOT and middle == start and text[start - 1] in "nN"
        if short and middle - first > 1:
            spans[index - 1], spans[index] = (first, start - 1), (start - 1, end)


def _cover(ordered: tuple[Mention, ...], start: list[int], end: list[int]) -> list[Mention | None]:
    over: list[Mention | None] = [None] * len(start)
    for mention in ordered:
        if mention.kind == "nominal":
            continue
        first = bisect_right(end, mention.span.start)
        for index in range(first, bisect_left(start, mention.span.end)):
            held = over[index]
            if held is None or len(held.span) < len(mention.span):
                over[index] = mention
    return over


def _mark_quoted(quoted: tuple[Quoted, ...], low: list[str], start: list[int]) -> bytearray:
    inside = bytearray(len(start))
    for part in quoted:
        first = bisect_left(start, part.span.start)
        last = bisect_left(start, part.span.end)
        for index in range(first, last):
            inside[index] = 1
            if start[index] < part.inner.start or start[index] >= part.inner.end:
                low[index] = QUOTE
    return inside
