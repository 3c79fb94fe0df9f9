"""What is arranged for a day: "A is to DO", "the truce takes effect on DAY", "A goes to Rome"."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotation.commitments.actions import LEAST_ACTION, action_end
from dateline.annotation.commitments.lexicon import BEGINNING, DATED_VERBS, NO_PROMISE
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.commitments.wills import (
    BODIES,
    INTO_FORCE,
    asks,
    can_promise,
    goes_somewhere,
    on_condition,
    subject_of,
    unreal,
    will_be,
)
from dateline.annotation.quotations import heads, subjects
from dateline.annotation.quotations.words import Range, Words, word_set

GOES_ON_A_DAY = word_set(
    "goes travels flies visits hosts leaves returns begins starts opens resumes reopens closes ends"
)
_WITH_WHAT = word_set("with by as up")
_BACK_TO = word_set("to on home for office")
TAKES_EFFECT = {"takes": "take", "comes": "come", "goes": "go", "enters": "enter"}


def is_to_promises(words: Words, at: int, unit: Range) -> list[Promise]:
    """A is to DO: what is arranged, when A is one who can do it."""
    verb = at + 2
    if verb >= unit[1] - 1 or words.low[at + 1] != "to" or words.mention[verb] is not None:
        return []
    subject = subject_of(words, at, unit[0])
    follows = subject is not None and words.low[subject[1]] in (words.low[at], ",")
    if subject is None or not follows or asks(words, subject):
        return []
    if unreal(words, subject[0], unit[0]):
        return []
    able = can_promise(words, subject) or words.low[heads.base_end(words, *subject) - 1] in BODIES
    done = words.low[verb] == "be" and will_be(words, verb + 1, subject)
    done = done or words.low[verb] in BEGINNING | {"leave"}
    if words.low[at - 1] == "who" or not (able or done):
        return []
    if not done and words.low[verb] in (NO_PROMISE - DATED_VERBS) | {"blame", "the"}:
        return []
    action = (verb, action_end(words, verb, unit[1]))
    if action[1] - action[0] < LEAST_ACTION:
        return []
    return [Promise("scheduled", (at, verb), action, subject, by_speaker=not able)]


def takes_effect(words: Words, at: int, unit: Range) -> list[Promise]:
    """A truce takes effect at midnight on DAY."""
    subject = subjects.subject(words, at, unit[0])
    plain = TAKES_EFFECT[words.low[at]]
    effect = (
        words.low[at + 1] == "effect"
        if plain == "take"
        else (words.low[at + 1] == "into" and words.low[at + 2] in INTO_FORCE)
    )
    if subject is None or not effect or words.low[at - 1] in ("which", "that", "who"):
        return []
    action = (at, action_end(words, at, unit[1]))
    return [Promise("scheduled", (at, at + 1), action, subject, by_speaker=True)]


def goes_on_a_day(words: Words, at: int, unit: Range) -> list[Promise]:
    """A goes to Rome on DAY; the trial opens on DAY: the present tense with a day to come."""
    subject = subjects.subject(words, at, unit[0])
    if subject is None or words.low[at - 1] in ("which", "that", "who") or asks(words, subject):
        return []
    if words.low[at] == "goes" and not goes_somewhere(words, at):
        return []
    back = words.low[at] in ("returns", "leaves") and words.low[at + 1] not in _BACK_TO
    if words.low[at + 1] in _WITH_WHAT or back:
        return []  # "the report opens with", "it returns the favour"
    if unreal(words, subject[0], unit[0]) or on_condition(words, unit[0]):
        return []
    able = can_promise(words, subject)
    action = (at, action_end(words, at, unit[1]))
    promise = Promise("scheduled", (at, at + 1), action, subject, by_speaker=not able)
    return [replace(promise, needs_day=True)]
