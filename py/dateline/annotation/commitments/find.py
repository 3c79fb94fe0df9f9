"""Finding promises in a unit: a trigger, its status, and the words that say what is promised.

A agreed (with B) to DO · A vowed that they will DO · A promised B on DAY that it would DO
A agreed on THING · A invited B to THING · A asked B to come to THING · A reaffirmed THING
A announced a plan for THING · A is set to DO · A means to DO · the vow by A to DO
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.annotation.commitments.actions import (
    ENDS,
    LEAST_ACTION,
    action_end,
    another_party,
    split,
)
from dateline.annotation.commitments.clauses import CLAUSE_REACH, behind_will
from dateline.annotation.commitments.lexicon import (
    ANNOUNCED_THINGS,
    ASKING_IN,
    COMING,
    DECIDING,
    MEANING,
    NEGATIONS,
    NOUNS,
    REAFFIRMED_THINGS,
    SIGNED_PAPERS,
    VERBS,
    WILLS,
)
from dateline.annotation.commitments.nouns import noun_promises, signing
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.commitments.recalled import (
    only_recalled,
    only_time,
    refers_back,
    tells_more,
)
from dateline.annotation.commitments.schedules import (
    GOES_ON_A_DAY,
    TAKES_EFFECT,
    goes_on_a_day,
    is_to_promises,
    takes_effect,
)
from dateline.annotation.commitments.wills import can_promise, will_promises
from dateline.annotation.events.actors import subject
from dateline.annotation.events.objects import object_sort
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.words import Range, Words, word_set

# "agreed Thursday with B to DO": how far the infinitive may stand from its verb.
_TO_REACH = 9
_WILL_REACH = 8
_NO_OBJECT = frozenset({"that", "and", ",", ".", "in", "by", "at", "to", "on", "for"})
_BE = word_set("is are was were be been being 's")
_BINDS = word_set("to that under for pledging committing promising binding")
_BINDING = word_set("oblige obliges obliged obliging bind binds binding")
_OFFERS = word_set("offer offers offered")
_SUMS = word_set("million billion thousand crore lakh euros dollars pounds yen")
_AIMS = word_set("goal target aim")
_SETS = word_set("set sets setting")
_QUESTIONS = word_set("who what whether how when where why which")
_ACCEPTS = word_set("accept accepts accepted accepting")
_ASSURES = word_set("assure assures assured assuring")
_OTHER_CLAUSE = word_set(', ; that and he she they it " but as')
_TAKES_INFINITIVE = word_set("failed fails refused refuses began yet still")
"""What an infinitive hangs on instead: "a list promised for May failed to appear"."""
_PARTICLES = word_set("up out off aside back apart down")


def find_promises(words: Words, unit: Range) -> Iterator[Promise]:
    """The promises of one unit, in order of their triggers."""
    taken = unit[0]
    last: Promise | None = None
    for at in range(unit[0] + 1, unit[1] - 1):
        if at < taken:
            continue
        found = _promises_at(words, at, unit)
        if found and last is not None and _shares_subject(words, found[0], last):
            found = [replace(promise, subject=last.subject) for promise in found]
        yield from found
        if found:
            taken, last = found[-1].action[1], found[-1]


def _promises_at(words: Words, at: int, unit: Range) -> list[Promise]:
    """The promises whose trigger is the word at `at`."""
    word = words.low[at]
    if word in WILLS or (word == "would" and not words.inside[at]):
        return will_promises(words, at, unit)
    if words.inside[at]:
        return []
    if word in ("is", "are"):
        return is_to_promises(words, at, unit)
    if word in TAKES_EFFECT and (found := takes_effect(words, at, unit)):
        return found
    if word in GOES_ON_A_DAY:
        return goes_on_a_day(words, at, unit)
    if word in _AIMS:
        return _goal(words, at, unit)
    return _named(words, at, unit) if word in VERBS or word in NOUNS else []


def _shares_subject(words: Words, promise: Promise, before: Promise) -> bool:
    """Whether two promises are of one subject: "A intends to sell one and plans to build two".

    In "A said B would pay and promised to come" it is A who promised, and not B.
    """
    joined = words.low[promise.trigger[0] - 1] == "and"
    return joined and (promise.by_will or not before.by_will)


def _goal(words: Words, at: int, unit: Range) -> list[Promise]:
    """They set themselves the goal of DOING."""
    sets = next((i for i in range(at - 1, max(unit[0], at - 5), -1) if words.low[i] in _SETS), None)
    aims = words.low[at + 1] == "of" and words.low[at + 2].endswith("ing")
    if sets is None or not aims:
        return []
    action = (at + 2, action_end(words, at + 2, unit[1]))
    return [Promise("pledged", (at, at + 1), action, subject(words, sets, unit))]


def _named(words: Words, at: int, unit: Range) -> list[Promise]:
    """What a word makes that may be a verb, a noun, or both."""
    word = words.low[at]
    if words.mention[at] is not None:
        return []
    if word == "signing" and words.low[at + 1] == "of":
        return signing(words, at, unit)
    if word == "signed" and words.low[at + 2] in ("was", "were"):
        return []  # "Also signed yesterday was a memorandum"
    found = _verb(words, at, unit) if word in VERBS else []
    return found or (noun_promises(words, at, unit) if word in NOUNS else [])


def _verb(words: Words, at: int, unit: Range) -> list[Promise]:
    status, tense = VERBS[words.low[at]]
    if tense == "past" and only_recalled(words, at, unit[1]):
        return []
    if words.capital(at) or not _finite(words, at, unit, status, tense):
        return []
    action = _complement(words, at, unit, status)
    if action is None or only_time(words, action):
        return []
    first, second = words.low[action[0] : action[0] + 2]
    clause = not (WILLS | {"would"}).isdisjoint(words.low[slice(*action)])
    if (first == "on" and second in _QUESTIONS) or (first == "no" and not clause):
        return []  # "cannot agree on who broke it", "had promised no such thing"
    if status == "signed" and not _says_what(words, action):
        return []
    trigger = (at, action[0]) if status in ("planned", "scheduled") else (at, at + 1)
    source = subject(words, at, unit)
    if words.low[at] in _BINDING:  # whom a paper obliges promises by it
        source = phrases.phrase_after(words, at + 1, unit[1])
    if source is not None and refers_back(words, at, source, unit[0]) and tells_more(words, action):
        return []
    thing = status == "pledged" and words.low[action[0]] not in ("to", "not")
    if (words.low[at] in MEANING or (thing and tense in ("s", "base"))) and (
        source is None or not can_promise(words, source)
    ):
        return []
    found = [
        Promise(status, trigger, part, source, needs_day=words.low[at] in DECIDING)
        for part in split(words, action)
        if part[1] - part[0] >= LEAST_ACTION
    ]
    return found + (_bound_too(words, found[0], action, unit[1]) if found else [])


def _bound_too(words: Words, first: Promise, action: Range, high: int) -> list[Promise]:
    """What the other is bound to in "obliges A to DO, and B to DO", "agreed to DO and B to DO"."""
    at, trigger = action[1], first.trigger
    if words.low[trigger[0]] not in _BINDING:
        to = another_party(words, at + 1, high) if words.low[at] == "and" else None
        if to is None or words.low[action[0]] != "to":
            return []
        part = (to, action_end(words, to, high))
        return [Promise(first.status, trigger, part, (at + 1, to), of_another=True)]
    if words.low[at : at + 2] != [",", "and"]:
        return []
    named = words.mention[at + 2]
    to = phrases.past_mention(words, at + 2, high)
    if named is None or words.low[to] != "to" or not _verb_at(words, to):
        return []
    beside = words.low[to + 2 : to + 3] == [","]  # "to publish, within 90 days, the data"
    start = next((i for i in range(to + 3, high) if words.low[i] == ","), to) if beside else to
    return [Promise("committed", trigger, (to, action_end(words, start + 1, high)), (at + 2, to))]


def _says_what(words: Words, action: Range) -> bool:
    """Whether a paper that is signed is told with what it binds to: "a pact to share water".

    Of "a defence pact" nothing is left to do: that it was signed is an event.
    """
    return not _BINDS.isdisjoint(words.low[slice(*action)])


def _finite(words: Words, at: int, unit: Range, status: str, tense: str) -> bool:
    """Whether the verb is told as done (or, for plans, as standing) and not denied."""
    end = subjects.before_verb(words, at, unit[0])
    if words.low[unit[0]] in ("nor", "neither"):
        return False
    between = words.low[end:at]
    before = words.low[end - 1] if end > unit[0] else ""
    if any(word in NEGATIONS for word in between) or before in NEGATIONS:
        return False
    has = before == "'s" and words.low[end - 2] in closed.PRONOUNS and tense == "past"
    if (before in ("'s", "of") and not has) or _after_article(words, end, unit[0]):
        return False  # but "she's promised"
    passive = any(word in _BE for word in between)
    if status == "scheduled":
        # "Had been due to open" tells what did not come about as arranged.
        return passive and tense == "past" and "had" not in between
    if status == "planned":
        return tense in ("s", "base") or (tense == "ing" and passive) or not passive
    if status == "committed" and passive:
        return words.low[at + 1] == "to"  # "is committed to repairing it"
    if tense == "ing":
        return passive or before in (",", "and", "by", "after")
    return not passive


def _after_article(words: Words, end: int, low: int) -> bool:
    """Whether the word is a noun by the article before it; "the two agreed" has none."""
    before = words.low[end - 1] if end > low else ""
    counted = before in ("two", "three", "four") and end - 2 >= low and words.low[end - 2] == "the"
    return before in closed.DETERMINERS - {"both", "all", "each"} and not counted


def _complement(words: Words, at: int, unit: Range, status: str) -> Range | None:
    """What is promised, from the word after the trigger to where the action ends."""
    start = _start(words, at, unit, status)
    if start is None:
        return None
    return start, action_end(words, start, unit[1])


def _start(words: Words, at: int, unit: Range, status: str) -> int | None:
    high = unit[1]
    if status == "invited":
        return _invited_to(words, at, high)
    if status in ("reaffirmed", "signed", "announced"):
        return _thing(words, at, high, status)
    sum_first = status == "pledged" and _opens_object(words.low[at + 1])
    found = _after_to(words, at, min(high, at + _TO_REACH), past=status in ("planned", "scheduled"))
    if status == "scheduled" and (found is None or not _is_set(words, at, found, high)):
        return None
    if found is not None and not sum_first and (status == "committed" or _verb_at(words, found)):
        return found
    if words.low[at] in _ACCEPTS:
        return _accepted(words, at, high)
    if words.low[at] in _OFFERS:
        found = _after_to(words, at, min(high, at + 2), past=False)
        return found if found is not None and _verb_at(words, found) else None
    if words.low[at] in _ASSURES:
        return _promised_clause(words, at, high)
    if status in ("agreed", "pledged", "committed"):
        return _promised_clause(words, at, high) or _object(words, at, high, status)
    return None


def _accepted(words: Words, at: int, high: int) -> int | None:
    """The "to" of "accepted an invitation to ride"."""
    for index in range(at + 2, min(high - 1, at + _WILL_REACH)):
        if words.low[index] in ("invitation", "offer", "invitations"):
            return index + 1 if words.low[index + 1] == "to" else None
    return None


def _is_set(words: Words, at: int, verb: int, high: int) -> bool:
    """Whether "set to", "due to" go before a verb: not "set up to", "due to heavy losses"."""
    if words.low[at + 1] in _PARTICLES:
        return False
    after = words.low[verb + 1] if verb + 1 < high else "."
    return words.low[at] != "due" or not after[0].isalpha() or _closes_verb(words, verb + 1)


def _closes_verb(words: Words, at: int) -> bool:
    word = words.low[at]
    others = closed.INNER_PREPOSITIONS | closed.DETERMINERS | closed.WEEKDAYS | closed.PRONOUNS
    return words.mention[at] is not None or word in others or phrases.boundary(words, at)


def _invited_to(words: Words, at: int, high: int) -> int | None:
    """Where to: "invited B to A's home", "asked B to come to A's home"."""
    found = _after_to(words, at, min(high, at + _TO_REACH + 4), past=True)
    if words.low[at] not in ASKING_IN or found is None:
        return found
    asked = object_sort(words, at + 1, high) == "somebody"
    return found if asked and words.low[found] in COMING else None


def _after_to(words: Words, at: int, high: int, past: bool) -> int | None:
    """The "to" of the infinitive (`past`: the word after it), with only an adjunct before it."""
    for index in range(at + 1, high):
        word = words.low[index]
        if word == "to" and words.mention[index] is None and index + 1 < high:
            refused = words.low[index - 1] == "not"
            return index + 1 if past else index - refused
        if word in _OTHER_CLAUSE or word in closed.AUXILIARIES or word in _TAKES_INFINITIVE:
            return None
    return None


def _opens_object(word: str) -> bool:
    """Whether a thing or a sum follows, not an infinitive: "pledged $1 million to"."""
    return word in "$£€" or word[0].isdigit() or word in ("a", "an", "more", "another", "up", "the")


def _verb_at(words: Words, to: int) -> bool:
    """Whether a verb and not a receiver stands at or after "to"."""
    at = to + 1 if words.low[to] == "to" else to
    return words.mention[at] is None and words.low[at] not in closed.DETERMINERS


def _promised_clause(words: Words, at: int, high: int) -> int | None:
    """In "promised (B on DAY) (that) it would DO" the word after "would"."""
    start = _past_listener(words, at + 1, high)
    that = next((i for i in range(start, min(high, start + 5)) if words.low[i] == "that"), None)
    clear = that is not None and not any(word in (",", ";") for word in words.low[start:that])
    if start > at + 1 and not (clear or start == at + 1 or _opens_clause(words, start)):
        return None
    first, reach = (that + 1, CLAUSE_REACH) if clear and that is not None else (start, _WILL_REACH)
    return behind_will(words, first, min(high - 1, first + reach), high)


def _opens_clause(words: Words, start: int) -> bool:
    return words.low[start] in closed.PRONOUNS


def _past_listener(words: Words, at: int, high: int) -> int:
    """Past those promised something: "promised the families of the dead"."""
    if at < high and object_sort(words, at, high) == "somebody":
        if words.mention[at] is None and words.low[at] in closed.PRONOUNS:
            return at
        listener = phrases.phrase_after(words, at, high)
        return listener[1] if listener else at + 1
    return at


def _object(words: Words, at: int, high: int, status: str) -> int | None:
    """The thing of "agreed on THING", "pledged $1 million", "promised B a thing"."""
    if at + 2 >= high:
        return None
    following = words.low[at + 1]
    if status == "agreed" and following == "to":
        return at + 1
    if status == "agreed":
        dated = words.low[at + 2] in closed.WEEKDAYS or words.low[at + 2][0].isdigit()
        return at + 1 if following in ("on", "upon") and not dated else None
    start = _past_listener(words, at + 1, high)
    counted = any(word[0].isdigit() for word in words.low[at + 1 : start])
    if counted and words.low[at + 1] != "the":
        start = at + 1  # "promised an extra 300 nurses"
    if status != "pledged" or start >= high or words.low[start] in ENDS | _NO_OBJECT:
        return None
    if words.low[start] in closed.AUXILIARIES:
        return None  # "The inquiry she promised has not been announced."
    if start > at + 1 and not _opens_object(words.low[start]):
        return None
    return None if words.low[start] in closed.WEEKDAYS else start


def _thing(words: Words, at: int, high: int, status: str) -> int | None:
    wanted = {
        "reaffirmed": REAFFIRMED_THINGS,
        "signed": SIGNED_PAPERS,
        "announced": ANNOUNCED_THINGS,
    }[status]
    for index in range(at + 1, min(high, at + 9)):
        word = words.low[index]
        if word in wanted or (status == "announced" and _is_sum(words, index, high)):
            return at + 1
        if word in (",", ";", "that", "to", '"', "and", "what"):
            return None
    return None


def _is_sum(words: Words, at: int, high: int) -> bool:
    """Whether a sum for something begins: "announced a further $12 million for the victims"."""
    counted = words.low[at][0].isdigit() and words.low[at + 1] in _SUMS
    return counted and "for" in words.low[at + 1 : min(high, at + _WILL_REACH)]
