"""Whether two numbers may be of one thing: of like size, of one place, of one event."""

from __future__ import annotations

import re
from bisect import bisect_left

from dateline.model import Annotations, Span
from dateline.record.wording import low_words

_LIKE = 6.5
"""The larger of two numbers of one thing over the smaller, at most."""
_NEW = re.compile(r"\b(?:an?|another) [a-z]{3,}")


def alike(one: float, other: float) -> bool:
    """Whether two numbers differ, and may yet count one thing."""
    low, high = sorted((one, other))
    return 0 < low < high <= _LIKE * low


def tells_of_another(text: str) -> bool:
    """Whether something new is told of: "a flood had killed four"."""
    return _NEW.search(text) is not None


def elsewhere(one: Annotations, earlier: Span, later: Span) -> bool:
    """Whether two stretches tell of two places: "14 died in Lima", "three died in Cusco"."""
    first, second = _places(one, earlier), _places(one, later)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _places(one: Annotations, span: Span) -> frozenset[str]:
    """The places a stretch names; with "there" those of its whole sentence."""
    sentence = one.article.sentence_at(span.start)
    words = low_words(span.of(one.article.text))
    if sentence is not None and "there" in words:
        span = sentence.span
    at = bisect_left(one.mentions, span.start, key=lambda mention: mention.span.start)
    found: set[str] = set()
    for mention in one.mentions[at:]:
        if mention.span.start >= span.end:
            break
        if mention.type == "place" and mention.kind == "name" and mention.entity:
            found.add(mention.entity)
    return frozenset(found)
