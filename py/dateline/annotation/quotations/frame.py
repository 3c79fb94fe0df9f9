"""One attribution as ranges of words, and the reporting verb it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotation.quotations.lexicon import Cue
from dateline.annotation.quotations.words import Range

LEAST_CONTENT = 2
"""Words that a content has besides, at least, where it stands before who says it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution, as ranges of words."""

    content: Range
    cue: Range
    source: Range | None
    lemma: str
    denies: bool = False
    inherits: bool = False
    """A participle: its subject is that of the clause before."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb found in a unit: its word range, its entry, the unit's range."""

    cue: Cue
    low: int
    high: int
    unit: Range


def frame_of(
    verb: Verb, content: Range, cue: Range, source: Range | None, inherits: bool = False
) -> Frame:
    """The attribution that a verb makes of a content and a source."""
    return Frame(content, cue, source, verb.cue.lemma, False, inherits)
