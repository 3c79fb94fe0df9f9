"""Words of somebody that another passes on: "X was quoted as saying CONTENT", "showed X saying"."""

from __future__ import annotations

from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.complements import complement, plausible
from dateline.annotation.quotations.frame import LEAST_CONTENT, Frame, Verb, frame_of
from dateline.annotation.quotations.lexicon import CUES, INTRODUCERS
from dateline.annotation.quotations.words import Range, Words

_AND = frozenset({"and", "or"})
_PRONOUN_AND_BE = 3  # words: "she has been"
_SHOWN_REACH = 6
"""Words of "showed Mayor Lee saying"."""


def described_by(words: Words, verb: Verb) -> bool:
    """Whether it is "the sale, described by Lee as CONTENT", a passive without "was"."""
    past = "describe" in verb.cue.classes and verb.cue.tense == "past"
    return past and verb.high < verb.unit[1] and words.low[verb.high] == "by"


def _shown(words: Words, verb: Verb) -> list[Frame]:
    """Lee's words in "State television showed Lee saying CONTENT"."""
    reach = range(verb.high + 1, min(verb.unit[1] - 1, verb.high + _SHOWN_REACH))
    at = next((i for i in reach if words.low[i] == "saying"), None)
    if at is None or not phrases.person_at(words, at - 1):
        return []
    source = phrases.phrase_after(words, verb.high, at)
    content = complement(words, CUES["saying"][-1], at + 1, verb.unit[1])
    return [frame_of(verb, content, (at, at + 1), source)] if content and source else []


def relayed(words: Words, verb: Verb) -> list[Frame]:
    """Lee's words in "The paper quoted Lee as saying CONTENT"."""
    if verb.cue.lemma == "show":
        return _shown(words, verb)
    if verb.cue.lemma not in INTRODUCERS and verb.cue.lemma != "report":
        return []
    return _quoted_as(words, verb, phrases.phrase_after(words, verb.high, verb.unit[1]))


def passive_frames(words: Words, verb: Verb) -> list[Frame]:
    """X was quoted (by Y) as saying CONTENT; the plan was hailed by X as CONTENT."""
    low, high = verb.unit
    if verb.cue.lemma in INTRODUCERS:
        return _quoted_as(words, verb, subjects.subject(words, verb.low, low))
    acts = verb.cue.classes == {"think"} or verb.cue.lemma == "back"
    if verb.high < high and words.low[verb.high] == "by" and not acts:
        source = phrases.phrase_after(words, verb.high + 1, high)
        if source is None or not plausible(words, source, verb.cue):
            return []
        # `hailed by the Greens and the Liberals as`: what comes after "and" is one more source.
        follows = high - source[1] > LEAST_CONTENT and words.low[source[1]] not in _AND
        content = (source[1], high) if follows else (low, verb.low)
        if follows and described_by(words, verb) and words.low[source[1]] == "as":
            reach = range(source[1] + 1, high)
            ends = (at for at in reach if words.low[at] == "," and not words.inside[at])
            content = (source[1] + 1, next(ends, high))
        if not follows and words.low[low] in closed.PRONOUNS and verb.low - low <= _PRONOUN_AND_BE:
            return []  # `He was backed by the Greens`: of him they may have said anything
        return [frame_of(verb, content, (verb.low, verb.high), source)]
    return []


def _quoted_as(words: Words, verb: Verb, source: Range | None) -> list[Frame]:
    for at in range(verb.high, min(verb.unit[1] - 1, verb.high + 12)):
        cues = CUES.get(words.low[at + 1]) if words.low[at] == "as" else None
        if cues:
            content = complement(words, cues[-1], at + 2, verb.unit[1])
            content = content or _quoted_before(words, verb)
            if content is not None and source is not None:
                return [frame_of(verb, content, (at + 1, at + 2), source)]
    return []


def _quoted_before(words: Words, verb: Verb) -> Range | None:
    """CONTENT in "CONTENT, the paper quoted Lee as saying"."""
    low = verb.unit[0]
    paper = subjects.subject(words, verb.low, low)
    turned = paper is not None and paper[0] - low > LEAST_CONTENT
    return (low, paper[0]) if turned and paper and words.low[paper[0] - 1] == "," else None
