"""Finding the words that name happenings, and telling verbs from look-alikes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from dateline.annotation.events.actors import became_first, subject
from dateline.annotation.events.errands import gone_before
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import (
    DENIED,
    HOLDING,
    NOT_AFTER,
    NOT_EVENTS,
    PAYING,
    PLANNED,
    POSSIBLE,
    TRIGGERS,
)
from dateline.annotation.events.objects import object_sort
from dateline.annotation.events.senses import literal
from dateline.annotation.quotations import closed, subjects
from dateline.annotation.quotations.closed import AUXILIARIES
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS
from dateline.model import Modality

# Words that tell whether a happening is planned or denied stand this near before it.
_MOOD_REACH = 9
_CLAUSE_ENDS = frozenset({",", ";", ":", "that", "who", "which", "—", "–"})
_TO_PLAN = word_set("to 'll")
_BE = word_set("is are was were be been being")
_ARRANGED = word_set("arranged scheduled planned postponed cancelled canceled expected set")
_ARRANGED_REACH = 12
_WHEN = word_set("when where after while")
_AT = word_set("at during")
_AT_REACH = 5
_URGING = word_set("urge urged")
_SETTING_ASIDE = DENIED | _URGING
"""Words that may be about another verb than the one that tells of the meeting."""
_CANCELLED = word_set("cancelled canceled scrapped")
_CALLED_OFF_REACH = 32
_NEVER = frozenset(
    product(
        ("never", "not"),
        word_set("take took happen happened materialise materialised materialize materialized"),
    )
)
_TOGETHER = "together"
_FACE_TO_FACE = (
    ["the", "same", "table"],
    ["the", "negotiating", "table"],
    ["face", "to", "face"],
)
"""What "brought A and B" may end with, besides "together"."""
_TOGETHER_REACH = 32
_OTHER_CLAUSES = word_set("after before when because as since while but ; said")
# "The two met": a number that stands for those it counts.
_COUNTED = word_set("two three four five six other others few")


def find_happenings(words: Words, unit: Range) -> Iterator[Happening]:
    """The triggers of one unit, outside quotation marks, in order."""
    low, high = unit
    at, lower, inside = low, words.low, words.inside
    while at < high:
        # Few words are triggers: the rest is passed over as cheaply as may be.
        found = _match(words, at, unit) if lower[at] in TRIGGERS and not inside[at] else None
        if found is None:
            at += 1
            continue
        yield found
        at = found.high


def _match(words: Words, at: int, unit: Range) -> Happening | None:
    named = words.mention[at]
    if named is not None and named.type not in ("event", "agreement"):
        return None
    for trigger in TRIGGERS[words.low[at]]:
        size = 1 + (trigger.rest.count(" ") + 1 if trigger.rest else 0)
        if trigger.rest == _TOGETHER and words.low[at + 1] != _TOGETHER:
            size = _parted(words, at, unit[1])
        elif trigger.rest and " ".join(words.low[at + 1 : at + size]) != trigger.rest:
            continue
        if size == 0:
            continue
        found = Happening(trigger, at, at + size, unit)
        if _is_noun(words, found) if trigger.noun else _is_verb(words, found):
            meant = literal(words, found)
            if meant is not None:
                return meant
    return None


def _parted(words: Words, at: int, high: int) -> int:
    """Words from "brought" to "together" in "brought A and B together"; 0 without it."""
    for end in range(at + 2, min(high, at + _TOGETHER_REACH)):
        if words.low[end] == _TOGETHER or words.low[end - 2 : end + 1] in _FACE_TO_FACE:
            between = words.mentions_in(words.span(at + 1, end))
            named = {m.entity for m in between if m.type == "person"}
            return end + 1 - at if len(named) > 1 else 0
        if words.low[end] in _OTHER_CLAUSES and words.mention[end] is None:
            return 0
    return 0


def _is_noun(words: Words, found: Happening) -> bool:
    at, low = found.low, found.unit[0]
    following = words.low[found.high] if found.high < found.unit[1] else ""
    if following in NOT_AFTER or _same_kind(found.trigger.kind, following):
        return False
    if words.low[at] != "meeting":
        return not _after_auxiliary(words, found)
    # "After meeting with Kim" is the verb; "their meeting with Kim" the noun.
    before = words.low[at - 1] if at > low else ""
    verb = before in ("", "after", "before", "while", "by", "is", "are", "was", "were", ",")
    followed = following in ("with", "for", "in", "at", "on", "under")
    return not (verb and (followed or object_sort(words, found.high, found.unit[1]) == "somebody"))


def _after_auxiliary(words: Words, found: Happening) -> bool:
    """Whether a word that is a verb as well follows "will" or "to": "agreed to visit"."""
    before = words.low[found.low - 1] if found.low > found.unit[0] else ""
    if before not in AUXILIARIES and before != "to":
        return False
    return any(not t.noun and t.tense == "base" for t in TRIGGERS[words.low[found.low]])


def _same_kind(kind: str, following: str) -> bool:
    """Whether the next word names the same happening: "summit talks"."""
    return any(t.noun and t.kind == kind for t in TRIGGERS.get(following, ()))


def _is_verb(words: Words, found: Happening) -> bool:
    at, low = found.low, found.unit[0]
    before = words.low[at - 1] if at > low else ""
    counted = before in _COUNTED and at - 2 >= low and words.low[at - 2] in ("the", "these", "all")
    article = before in closed.DETERMINERS - {"both", "all", "each"} and not counted
    if article or before in ("of", "'s"):
        return False
    if found.trigger.lemma == "meet" and words.low[at] == "meeting":
        return True
    if at > low and words.capital(at):
        return False
    if words.low[at] not in NOT_EVENTS:
        return True
    if found.trigger.tense == "ing":
        return before in _BE
    if found.trigger.tense == "past":
        return before in AUXILIARIES or _has_subject(words, found)
    if found.trigger.tense == "base":
        return before in AUXILIARIES or before == "to"
    return _has_subject(words, found)


def _has_subject(words: Words, found: Happening) -> bool:
    at = subjects.before_verb(words, found.low, found.unit[0])
    if at <= found.unit[0]:
        return False
    if words.low[at - 1] == "," and words.low[at] == "then":  # "A prayed there, then received B"
        source = subject(words, found.low, found.unit)
        at = found.unit[0] + 1 if source is None else source[1]
    elif words.low[at - 1] == ",":  # "President A, who had called the talks, received"
        told = subjects.subject(words, found.low, found.unit[0])
        return told is not None and words.mention[told[1] - 1] is not None
    return words.mention[at - 1] is not None or words.low[at - 1] in closed.PRONOUNS


def modality(words: Words, found: Happening) -> Modality:
    """How real the happening is told to be, from the words just before it in its clause."""
    if found.trigger.noun and (told := _told_of(words, found)) is not None:
        return told
    low = max(found.unit[0], found.low - _MOOD_REACH)
    real: Modality = "happened"
    there = found.trigger.noun and _at_it(words, found)
    for at in range(found.low - 1, low - 1, -1):
        word = words.low[at]
        if word in _SETTING_ASIDE and (there or _denies_another(words, at, found)):
            continue  # "failed to agree at a meeting in Rome", which did take place
        if word in DENIED and words.mention[at] is None:
            return "denied"
        if word == "have" and words.low[at - 1] in ("would", "could", "might", "should"):
            return "possible"
        month = word == "may" and words.capital(at)
        if word in PLANNED:
            real = "planned"
        elif word in POSSIBLE and not month and real == "happened":
            real = "possible"
        elif word in _TO_PLAN and _governs(words, at, found) and real == "happened":
            real = _infinitive(words, at, found.unit[0])
        if word in _CLAUSE_ENDS:
            break
    return real


def _denies_another(words: Words, no: int, found: Happening) -> bool:
    """Whether another verb is denied: "no deal was reached when A met B", "of the talks"."""
    if words.low[no] in _URGING:
        return False
    between = words.low[no + 1 : found.low]
    if not _WHEN.isdisjoint(between):
        return True
    acts = any(word in PAST_FORMS or word in AUXILIARIES for word in between)
    return words.low[no] in ("no", "without") and found.trigger.noun and acts


def _told_of(words: Words, found: Happening) -> Modality | None:
    """What the words behind a noun tell of it: it was called off, or lies ahead."""
    if _called_off(words, found):
        return "denied"
    return "planned" if _arranged(words, found) else None


def _at_it(words: Words, found: Happening) -> bool:
    """Whether something was done, or not done, at it: "at a meeting in Rome", "during talks"."""
    for at in range(found.low - 1, max(found.unit[0], found.low - _AT_REACH), -1):
        if words.low[at] in _AT:
            return True
        if words.low[at] in closed.INNER_PREPOSITIONS or words.mention[at] is not None:
            return False
    return False


def _called_off(words: Words, found: Happening) -> bool:
    """Whether it never was: "was to have been held", "were called off", "never took place"."""
    low, high = found.high, min(found.unit[1], found.high + _CALLED_OFF_REACH)
    if not _NEVER.isdisjoint(pairwise(words.low[low:high])):
        return True
    for at in range(low + 1, high):
        if words.low[at] in _OTHER_CLAUSES and words.mention[at] is None:
            return False
        before = words.low[at - 1]
        if words.low[at : at + 2] == ["to", "have"] and words.low[at + 2] in ("been", "taken"):
            return before in ("was", "were")
        off = words.low[at] in _CANCELLED or words.low[at : at + 2] == ["called", "off"]
        if off and before in ("was", "were", "been", "is", "are"):
            return True
    return False


def _arranged(words: Words, found: Happening) -> bool:
    """Whether the words after a noun tell that it lies ahead: "a summit had been arranged"."""
    rest = words.low[found.high : min(found.unit[1], found.high + _ARRANGED_REACH)]
    if rest[:1] in (["set"], ["scheduled"], ["due"], ["planned"]):
        return True
    end = next((i for i, word in enumerate(rest) if word in _CLAUSE_ENDS), len(rest))
    verb = next((word for word in rest[:end] if word in AUXILIARIES), "")
    if verb in ("will", "would", "'ll"):
        return True  # "talks between A and B would go on"
    return any(
        (word in _ARRANGED or rest[i : i + 2] == ["put", "off"])
        and rest[i - 1] in ("been", "was", "is", "were", "are", "being")
        for i, word in enumerate(rest[:end])
        if i > 0
    )


def _governs(words: Words, to: int, found: Happening) -> bool:
    """Whether "to" stands right before the verb, or before the verb that holds the talks."""
    if not found.trigger.noun:
        return to == found.low - 1
    return words.low[to + 1] in HOLDING or words.low[to + 1] in PAYING


def _infinitive(words: Words, to: int, low: int) -> Modality:
    """For "to meet", yet to come unless it says what was done: "managed to", "came to see"."""
    if words.low[to - 1] in ("managed", "on", "continued", "began", "helped", "used"):
        return "happened"
    if became_first(words, to, low) is not None:
        return "happened"
    return "happened" if gone_before(words, to, low) else "planned"
