"""Promises that a noun tells: "the vow by A to DO", "gave her word that", "the signing of"."""

from __future__ import annotations

from dateline.annotation.commitments.actions import action_end
from dateline.annotation.commitments.clauses import CLAUSE_REACH, behind_will
from dateline.annotation.commitments.lexicon import NOUNS, SIGNED_PAPERS
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.words import Range, Words, word_set

_GIVEN = word_set("gave given gives giving offered offers")
_GIVEN_REACH = 5
"""Words of "given her host an undertaking"."""
_PUT_OFF = word_set(
    "postponed postpone delayed delay cancelled canceled cancel called blocked block opposed "
    "before ahead until after await awaiting"
)


def noun_promises(words: Words, at: int, unit: Range) -> list[Promise]:
    """The vow (by A) to DO."""
    high = unit[1]
    before = words.low[at - 1]
    owned = before == "'s" or before in ("his", "her", "their", "its")
    if before == "to" or before == "no" or at + 3 >= high:
        return []
    subject: Range | None = None
    to = at + 1
    if words.low[to] == "by":
        subject = phrases.phrase_after(words, to + 1, high)
        to = subject[1] if subject else to
    elif before == "'s":
        subject = phrases.phrase_before(words, at - 1, unit[0], join=False)
    if to + 1 < high and words.low[to] == "that":
        start = behind_will(words, to + 1, min(high - 1, to + CLAUSE_REACH), high)
        given = owned or _giver(words, at, unit[0]) is not None
        if start is None or not given:
            return []
        action = (start, action_end(words, start, high))
        return [
            Promise(
                NOUNS[words.low[at]], (at, at + 1), action, subject or _giver(words, at, unit[0])
            )
        ]
    subject = subject or _giver(words, at, unit[0])
    if to + 1 >= high or words.low[to] != "to" or not (owned or subject):
        return []
    action = (to, _noun_end(words, to, high))
    if words.low[action[1]] in ("was", "were"):
        return []  # "its promise to free them was kept": only recalled
    return [Promise(NOUNS[words.low[at]], (at, at + 1), action, subject)]


def _giver(words: Words, noun: int, low: int) -> Range | None:
    """A in "A gave her word", "A has given Norway an undertaking"."""
    reach = range(noun - 1, max(low, noun - _GIVEN_REACH), -1)
    given = next((at for at in reach if words.low[at] in _GIVEN), None)
    return None if given is None else subjects.subject(words, given, low)


def _noun_end(words: Words, start: int, high: int) -> int:
    """The action of a noun ends before the verb that the noun is the subject of."""
    end = action_end(words, start, high)
    for at in range(start + 2, end):
        if words.low[at] in closed.AUXILIARIES:
            return at
    return end


def signing(words: Words, at: int, unit: Range) -> list[Promise]:
    """The signing of a paper."""
    papers = words.low[at + 2 : at + 8]
    put_off = not _PUT_OFF.isdisjoint(words.low[max(unit[0], at - 3) : at])
    if put_off or not any(word in SIGNED_PAPERS for word in papers):
        return []
    action = (at + 2, action_end(words, at + 2, unit[1]))
    return [Promise("signed", (at, at + 1), action, None)]
