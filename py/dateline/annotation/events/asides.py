"""What is told between two commas, behind which a clause goes on with its time and place."""

from __future__ import annotations

from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.lexicon import CUES
from dateline.annotation.quotations.words import Words, word_set

_CIRCUMSTANCES = word_set("at by amid despite over under with")
_GOES_ON = word_set("in at on") | closed.WEEKDAYS
_LONGEST = 14
"""Words of `at the invitation of the secretary of state, A,`."""


def aside_end(words: Words, comma: int, high: int) -> int | None:
    """The second comma of what the comma opens; `None` where the clause does not go on.

    An apposition, "met A, the mayor, on Friday", or a circumstance, "met, at the invitation of
    B, on Friday".
    """
    if words.low[comma + 1] not in _CIRCUMSTANCES:
        return phrases.aside_end(words, comma, high)
    limit = min(high, comma + _LONGEST)
    close = next((at for at in range(comma + 2, limit) if words.low[at] == ","), limit)
    inner = words.low[comma + 1 : close]
    if close == limit or words.low[close + 1] not in _GOES_ON:
        return None
    verb = any(tells(word) or word in closed.AUXILIARIES for word in inner)
    return None if verb else close


def tells(word: str) -> bool:
    """Whether the word is a verb of saying with a subject of its own: "said", "says"."""
    return any(cue.tense in ("past", "s") and not cue.rest for cue in CUES.get(word, ()))
