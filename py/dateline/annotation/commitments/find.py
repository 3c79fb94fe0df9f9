"""Finding promises in a unit: a trigger, its status, and the words that say what is promised.

A agreed (with B) to DO · A vowed that they will DO · A agreed on THING · A invited B to THING ·
A reaffirmed THING · A announced a plan for THING · A is set to DO · A will DO · the vow by A to DO
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotation.commitments.lexicon import (
    ANNOUNCED_THINGS,
    DATED_VERBS,
    NEGATIONS,
    NO_PROMISE,
    NOUNS,
    REAFFIRMED_THINGS,
    SIGNED_PAPERS,
    UNREAL,
    VERBS,
)
from dateline.annotation.events.actors import subject
from dateline.annotation.quotations import phrases
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.phrases import Range
from dateline.annotation.quotations.words import Words, word_set

# "agreed Thursday with B to DO": how far the infinitive may stand from its verb.
_TO_REACH = 9
_WILL_REACH = 8
_UNREAL_REACH = 10
_NO_OBJECT = frozenset({"that", "and", ",", ".", "in", "by", "at", "to", "on", "for"})
_BE = word_set("is are was were be been being 's")
_ENDS = word_set(
    "as while which because during amid after although though but who when where since"
)
_END_PAIRS = frozenset({("ahead", "of"), ("according", "to"), ("prior", "to"), ("in", "exchange")})
_LEAST_ACTION = 2
_BODIES = word_set(
    "company government ministry office firm party union group agency club team bank board council"
)
_RESULTS = word_set("complete ready done open built paid sold shut back gone in")
_OPINIONS = word_set("need pleased disappointed surprised interested affected expected allowed")
_SPEECH = word_set("comment say speak discuss name speculate answer")
_TITLES = word_set("he she they we i it")


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as word ranges of a unit."""

    status: str
    trigger: Range
    action: Range
    subject: Range | None
    by_speaker: bool = False
    """A thing that will be done: whoever says so promises it, if a day is given."""


def find_promises(words: Words, unit: Range) -> Iterator[Promise]:
    """The promises of one unit, in order of their triggers."""
    taken = unit[0]
    for at in range(unit[0] + 1, unit[1] - 1):
        if at < taken:
            continue
        word = words.low[at]
        if word in ("will", "'ll") or (word == "would" and not words.inside[at]):
            found = _will(words, at, unit)
        elif (word in VERBS or word in NOUNS) and not words.inside[at]:
            found = _named(words, at, unit)
        else:
            continue
        yield from found
        if found:
            taken = found[-1].action[1]


def _named(words: Words, at: int, unit: Range) -> list[Promise]:
    """What a word makes that may be a verb, a noun, or both."""
    word = words.low[at]
    if words.mention[at] is not None:
        return []
    if word == "signing" and words.low[at + 1] == "of":
        return _signing(words, at, unit)
    found = _verb(words, at, unit) if word in VERBS else []
    return found or (_noun(words, at, unit) if word in NOUNS else [])


def _verb(words: Words, at: int, unit: Range) -> list[Promise]:
    status, tense = VERBS[words.low[at]]
    if words.capital(at) or not _finite(words, at, unit, status, tense):
        return []
    action = _complement(words, at, unit, status)
    if action is None:
        return []
    trigger = (at, action[0]) if status in ("planned", "scheduled") else (at, at + 1)
    source = subject(words, at, unit)
    return [
        Promise(status, trigger, part, source)
        for part in _split(words, action)
        if part[1] - part[0] >= _LEAST_ACTION
    ]


def _finite(words: Words, at: int, unit: Range, status: str, tense: str) -> bool:
    """Whether the verb is told as done (or, for plans, as standing) and not denied."""
    end = phrases.before_verb(words, at, unit[0])
    between = words.low[end:at]
    before = words.low[end - 1] if end > unit[0] else ""
    if any(word in NEGATIONS for word in between) or before in NEGATIONS:
        return False
    if before in phrases.DETERMINERS - {"both", "all", "each"} or before in ("'s", "of"):
        return False
    passive = any(word in _BE for word in between)
    if status == "scheduled":
        return passive and tense == "past"
    if status == "planned":
        return tense in ("s", "base") or (tense == "ing" and passive) or not passive
    if tense == "ing":
        return passive or before in (",", "and", "by", "after")
    return not passive


def _complement(words: Words, at: int, unit: Range, status: str) -> Range | None:
    """What is promised, from the word after the trigger to where the action ends."""
    start = _start(words, at, unit, status)
    if start is None:
        return None
    return start, _end(words, start, unit[1])


def _start(words: Words, at: int, unit: Range, status: str) -> int | None:
    high = unit[1]
    if status == "invited":
        return _after_to(words, at, min(high, at + _TO_REACH + 4), past=True)
    if status in ("reaffirmed", "signed", "announced"):
        return _thing(words, at, high, status)
    sum_first = status == "pledged" and _opens_object(words.low[at + 1])
    found = _after_to(words, at, min(high, at + _TO_REACH), past=status in ("planned", "scheduled"))
    if found is not None and not sum_first and (status == "committed" or _verb_at(words, found)):
        return found
    if status in ("agreed", "pledged", "committed"):
        return _promised_clause(words, at, high) or _object(words, at, high, status)
    return None


def _after_to(words: Words, at: int, high: int, past: bool) -> int | None:
    """The "to" of the infinitive (`past`: the word after it), with only an adjunct before it."""
    for index in range(at + 1, high):
        word = words.low[index]
        if word == "to" and words.mention[index] is None and index + 1 < high:
            return index + 1 if past else index
        if word in (",", ";", "that", "and", "he", "she", "they", "it", '"', "but", "as"):
            return None
    return None


def _opens_object(word: str) -> bool:
    """Whether a thing or a sum follows, not an infinitive: "pledged $1 million to"."""
    return word in "$£€" or word[0].isdigit() or word in ("a", "an", "more", "another", "up", "the")


def _verb_at(words: Words, to: int) -> bool:
    """Whether a verb and not a receiver stands at or after "to"."""
    at = to + 1 if words.low[to] == "to" else to
    return words.mention[at] is None and words.low[at] not in phrases.DETERMINERS


def _promised_clause(words: Words, at: int, high: int) -> int | None:
    """In "(that) they will DO" the word after "will"."""
    for index in range(at + 1, min(high - 1, at + _WILL_REACH)):
        if words.low[index] in ("will", "would", "'ll") and words.low[index + 1] not in NEGATIONS:
            return index + 1
        if words.low[index] in (",", ";"):
            return None
    return None


def _object(words: Words, at: int, high: int, status: str) -> int | None:
    """The thing of "agreed on THING", "pledged $1 million"."""
    if at + 2 >= high:
        return None
    following = words.low[at + 1]
    if status == "agreed":
        return at + 1 if following in ("on", "upon") else None
    if status == "pledged" and following not in _ENDS | _NO_OBJECT:
        return at + 1
    return None


def _thing(words: Words, at: int, high: int, status: str) -> int | None:
    wanted = {
        "reaffirmed": REAFFIRMED_THINGS,
        "signed": SIGNED_PAPERS,
        "announced": ANNOUNCED_THINGS,
    }[status]
    for index in range(at + 1, min(high, at + 9)):
        word = words.low[index]
        if word in wanted:
            return at + 1
        if word in (",", ";", "that", "to", '"', "and", "what"):
            return None
    return None


def _end(words: Words, start: int, high: int) -> int:
    """Where the action ends: at a subordinate clause, an attribution or the final stop."""
    at = start
    while at < high:
        word = words.low[at]
        pair = (word, words.low[at + 1]) if at + 1 < high else (word, "")
        free = not words.inside[at] or words.inside[start]
        early = word == "as" and "early" in words.low[max(start, at - 1) : at + 2]
        ends = (word in _ENDS and at > start + 1 and not early) or pair in _END_PAIRS
        if free and (ends or (word == "," and _comma_ends(words, at, high)) or word in ";—"):
            break
        if word == '"' and words.inside[start] and at > start:
            break
        at += 1
    while at > start and words.low[at - 1] in (".", ",", ";", "and", "!", "?"):
        at -= 1
    return at


def _comma_ends(words: Words, at: int, high: int) -> bool:
    """A comma ends the action unless it goes on in a list."""
    rest = words.low[at + 1 : min(high, at + 12)]
    if "and" not in rest or any(word in rest for word in ("said", "says", "added")):
        return True
    # ", and B will" opens another clause.
    joined = rest[rest.index("and") : rest.index("and") + 7]
    return rest[0] == "and" and any(word in phrases.AUXILIARIES for word in joined)


def _split(words: Words, action: Range) -> list[Range]:
    """The two promises of "to DO A and (jointly) DO B"."""
    low, high = action
    parts, start = [], low
    for at in range(low + 2, high - 2):
        if words.low[at] != "and" or words.inside[at]:
            continue
        following = words.low[at + 1]
        manner = following.endswith("ly") and phrases.is_adverb(following)
        adverb = manner and words.low[at + 2] not in phrases.INNER_PREPOSITIONS
        again = following in ("to", "for") and words.low[low] in ("to", "the", "a")
        if again or adverb:
            end = at - 1 if words.low[at - 1] == "," else at
            parts.append((start, end))
            start = at + 1
    return [*parts, (start, high)]


def _will(words: Words, at: int, unit: Range) -> list[Promise]:
    """A will DO, when A can promise and DO is an act; A would DO, when somebody says so."""
    subject = phrases.subject(words, at, unit[0])
    if subject is None or _unreal(words, subject[0], unit[0]):
        return []
    if words.low[at] == "would" and not _reported(words, subject[0], unit[0]):
        return []
    verb = at + 1
    if words.low[verb] == "be" and verb + 1 < unit[1] and _done_word(words.low[verb + 1]):
        action = (verb, _end(words, verb, unit[1]))
        return [Promise("stated-intent", (at, verb + 1), action, subject, by_speaker=True)]
    if not _can_promise(words, subject):
        said = _reported(words, subject[0], unit[0])
        return _act(words, at, unit, subject, by_speaker=True) if said else []
    if words.low[verb] == "not" and words.low[at] == "would":
        return _refusal(words, at, unit, subject)
    return _act(words, at, unit, subject)


def _act(
    words: Words, at: int, unit: Range, subject: Range, by_speaker: bool = False
) -> list[Promise]:
    """The act that stands after "will", if it is one."""
    verb, high = at + 1, unit[1]
    while verb < high - 1 and phrases.is_adverb(words.low[verb]):
        if words.low[verb] in NEGATIONS:
            return []
        verb += 1
    going_on = verb + 1 < high and words.low[verb] == "be" and words.low[verb + 1].endswith("ing")
    if verb >= high - 1 or (words.low[verb] in NO_PROMISE and not going_on):
        return []
    action = (verb, _end(words, verb, high))
    named = words.low[verb] in NEGATIONS or not words.low[verb].isalpha()
    if named or action[1] - action[0] < _LEAST_ACTION:
        return []
    scheduled = words.low[verb] in DATED_VERBS and not words.inside[at] and not by_speaker
    status = "scheduled" if scheduled else "stated-intent"
    return [Promise(status, (at, verb + 1), action, subject, by_speaker)]


def _done_word(word: str) -> bool:
    """Whether "will be" goes on to a result: "complete", "ready", "reopened"."""
    return word in _RESULTS or (word.endswith("ed") and word not in _OPINIONS)


def _refusal(words: Words, at: int, unit: Range, subject: Range) -> list[Promise]:
    """A promise not to do: "said he would not appeal"."""
    if words.low[subject[0]] not in _TITLES or words.low[at + 2] in _SPEECH | NO_PROMISE:
        return []
    action = (at + 1, _end(words, at + 1, unit[1]))
    return [Promise("stated-intent", (at, at + 2), action, subject)]


def _reported(words: Words, start: int, low: int) -> bool:
    """Whether a reporting verb stands right before the subject: "said (that) A would"."""
    before = [words.low[at] for at in range(max(low, start - 2), start)]
    if before[-1:] == ["that"]:
        before.pop()
    return bool(before) and before[-1] in REPORTING


def _can_promise(words: Words, subject: Range) -> bool:
    last = words.mention[subject[1] - 1]
    if last is not None and last.type in ("person", "organization", "place"):
        return True
    word = words.low[subject[0]]
    if subject[1] - subject[0] == 1 and word in _TITLES:
        return True
    if words.low[subject[1] - 1] in ("i", "we"):
        return True
    named = phrases.head(words, subject)
    if named is not None and named.type in ("person", "organization"):
        return True
    return words.low[subject[0]] == "the" and words.low[subject[1] - 1] in _BODIES


def _unreal(words: Words, start: int, low: int) -> bool:
    for at in range(start - 1, max(low, start - _UNREAL_REACH) - 1, -1):
        word = words.low[at]
        if word in UNREAL and words.mention[at] is None:
            return True
        if word in (";", ","):
            return False
    return False


def _noun(words: Words, at: int, unit: Range) -> list[Promise]:
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
    if to + 1 >= high or words.low[to] != "to" or not (owned or subject):
        return []
    action = (to, _noun_end(words, to, high))
    return [Promise(NOUNS[words.low[at]], (at, at + 1), action, subject)]


def _noun_end(words: Words, start: int, high: int) -> int:
    """The action of a noun ends before the verb that the noun is the subject of."""
    end = _end(words, start, high)
    for at in range(start + 2, end):
        if words.low[at] in phrases.AUXILIARIES:
            return at
    return end


def _signing(words: Words, at: int, unit: Range) -> list[Promise]:
    """The signing of a paper."""
    papers = words.low[at + 2 : at + 8]
    if not any(word in SIGNED_PAPERS for word in papers):
        return []
    action = (at + 2, _end(words, at + 2, unit[1]))
    return [Promise("signed", (at, at + 1), action, None)]
