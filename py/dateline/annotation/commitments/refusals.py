"""Promises that something will not be done: "would not appeal", "no home would be demolished"."""

from __future__ import annotations

from itertools import pairwise

from dateline.annotation.commitments.actions import action_end
from dateline.annotation.commitments.lexicon import NO_PROMISE
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.events.objects import is_somebody
from dateline.annotation.quotations.words import Range, Words, word_set

LIMITS = word_set("by before within")
LIMIT_REACH = 12
_THIS = frozenset({("this", "year"), ("this", "month"), ("this", "week"), ("next", "year")})
_RESULTS = word_set(
    "free complete ready done open built paid sold shut back gone in home working running sent "
    "given taken made kept put cut brought drawn withdrawn laid begun written set spent rebuilt"
)
_OPINIONS = word_set("need pleased disappointed surprised interested affected expected allowed")
_LOST = word_set("lost hurt left cut hit")
_OUTCOMES = word_set("reached agreed found resolved solved achieved")
"""What comes of something, and is foretold: "no deal will be reached"."""
_HARMS = word_set("lose suffer go close pay die")
"""What nobody is to do who is promised so: "no family would lose its home"."""
_NONE = word_set("no none not")
_SPEECH = word_set("comment say speak discuss name speculate answer describe elaborate confirm")
# "We will not tolerate this" tells what they think of it.
_STANCES = word_set(
    "tolerate accept allow permit forget forgive rest hesitate bow stand let see believe know"
)
_STANDING = word_set("standing running seeking leaving resigning signing attending paying")
_ONE_SELF = word_set("he she they we i it")
_LEAST_SUBJECT = 2
"""Words of `no home`; `no` alone may be anything."""


def done_word(word: str) -> bool:
    """Whether "will be" goes on to a result: "complete", "ready", "reopened"."""
    return word in _RESULTS or (word.endswith("ed") and word not in _OPINIONS)


def _negation(words: Words, at: int) -> int:
    """Where the words of a refusal begin: at the "not", or with the verb of "wouldn't"."""
    return at + (words.low[at + 1] != "n't")


def refusal(words: Words, at: int, unit: Range, subject: Range) -> list[Promise]:
    """A promise not to do: "said he would not appeal", whose "would" is at `at`."""
    refused = words.low[at + 2] in _SPEECH | _STANCES | NO_PROMISE
    rest = words.low[at + 2 : min(unit[1], at + LIMIT_REACH)]
    limited = not LIMITS.isdisjoint(rest) or any(pair in _THIS for pair in pairwise(rest))
    verb = words.low[at + 2]
    if verb == "be" and (words.low[at + 3] in ("a", "an") or words.low[at + 3].endswith("ing")):
        refused = words.low[at + 4] != "candidate" and words.low[at + 3] not in _STANDING
    if refused:
        return []
    own = limited or words.low[subject[0]] in _ONE_SELF
    action = (_negation(words, at), action_end(words, at + 1, unit[1]))
    # "She said Norway would not sign": hers, when she speaks for it.
    return [Promise("stated-intent", (at, at + 2), action, subject, needs_account=not own)]


def not_done(words: Words, at: int, unit: Range, subject: Range) -> list[Promise]:
    """A promise of a thing: "said the second phase would not be started before 2034"."""
    limited = not LIMITS.isdisjoint(words.low[at + 2 : min(unit[1], at + LIMIT_REACH)])
    if words.low[at + 2] != "be" or not done_word(words.low[at + 3]) or not limited:
        return []
    action = (_negation(words, at), action_end(words, at + 1, unit[1]))
    return [Promise("stated-intent", (at, at + 2), action, subject, by_speaker=True)]


def none_of(words: Words, subject: Range) -> Range | None:
    """The subject with its "no" or "not": "no home", "not one front door"; `None` without."""
    low = subject[0] - (words.low[subject[0] - 1] in ("not", "no"))
    short = subject[1] - low < _LEAST_SUBJECT
    return None if short or words.low[low] not in _NONE else (low, subject[1])


def nothing_of_it(words: Words, at: int, unit: Range, subject: Range) -> list[Promise]:
    """A promise that something will not be: "said no home would be demolished"."""
    verb, result = words.low[at + 1], words.low[at + 2]
    done = (done_word(result) or result in _LOST) and result not in _OUTCOMES
    deed = bool(words.inside[at]) and is_somebody(words.low[subject[1] - 1])
    deed = deed and verb not in NO_PROMISE | _SPEECH  # "“No minister will raise it”"
    if verb not in _HARMS and not (verb == "be" and done) and not deed:
        return []
    action = (subject[0], action_end(words, at + 1, unit[1]))
    return [Promise("stated-intent", (at, at + 2), action, subject, by_speaker=True, never=True)]
