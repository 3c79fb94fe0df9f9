"""A text as segments, some of them hits: what the page shows and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.archive.vocabulary import Wanted
from dateline.archive.words import Word, words

Segments = list[list[str | bool]]
"""`[text, is a hit]`; the texts together are the snippet."""

LONGEST = 360
"""Code points of a snippet: nine sentences of ten in news are shorter and are shown whole."""
_LEAD = 90
"""Code points shown before the first hit of a text that has to be cut."""


class Marker(NamedTuple):
    """Finds the hits in a text."""

    wanted: tuple[Wanted, ...]

    def hits(self, found: Sequence[Word]) -> list[tuple[int, int]]:
        """Half-open code-point ranges of the words that were looked for, in order, merged."""
        singles, beginnings, phrases = self._sorted_terms()
        ranges = [
            (word.start, word.end)
            for word in found
            if word.text in singles or word.text.startswith(beginnings)
        ]
        for phrase, prefix in phrases:
            ranges += _phrase_ranges(found, phrase, prefix)
        return _merged(sorted(ranges))

    def _sorted_terms(
        self,
    ) -> tuple[frozenset[str], tuple[str, ...], list[tuple[tuple[str, ...], bool]]]:
        plain = [one for one in self.wanted if not one.term.phrase]
        singles = frozenset(word for one in plain for word in one.words)
        open_ended = [one for one in plain if one.term.prefix and not one.corrected]
        beginnings = tuple(one.term.words[0] for one in open_ended if not one.fragment)
        phrases = [(one.term.words, one.term.prefix) for one in self.wanted if one.term.phrase]
        return singles, beginnings, phrases

    def snippet(self, text: str) -> Segments:
        """`text`, cut to `LONGEST` around its first hit, in segments."""
        found = words(text)
        hits = self.hits(found)
        start, end = _window(text, found, hits)
        segments: Segments = [["…", False]] if start else []
        at = start
        for first, last in hits:
            if first < start or last > end:
                continue
            if at < first:
                segments.append([text[at:first], False])
            segments.append([text[first:last], True])
            at = last
        if at < end:
            segments.append([text[at:end], False])
        return [*segments, ["…", False]] if end < len(text) else segments


def _phrase_ranges(
    found: Sequence[Word], phrase: tuple[str, ...], prefix: bool
) -> list[tuple[int, int]]:
    length = len(phrase)
    texts = [word.text for word in found]
    ranges = []
    for at in range(len(texts) - length + 1):
        last = texts[at + length - 1]
        ends_well = last.startswith(phrase[-1]) if prefix else last == phrase[-1]
        if ends_well and tuple(texts[at : at + length - 1]) == phrase[:-1]:
            ranges.append((found[at].start, found[at + length - 1].end))
    return ranges


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping ranges, and such as only one code point parts, as one."""
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, found: Sequence[Word], hits: Sequence[tuple[int, int]]) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    wish = max(0, hits[0][0] - _LEAD) if hits else 0
    wish = max(0, min(wish, len(text) - LONGEST))
    start = next((word.start for word in found if word.start >= wish), wish) if wish else 0
    ends = [word.end for word in found if start < word.end <= start + LONGEST]
    end = len(text) if start + LONGEST >= len(text) else (ends[-1] if ends else start + LONGEST)
    return start, end
