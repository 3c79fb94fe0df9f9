"""Who takes part in a happening, and where it takes place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline.annotation.events.find import Happening
from dateline.annotation.events.lexicon import HOLDING, HOSTING, TRIGGERS, WIDE
from dateline.annotation.quotations import phrases
from dateline.annotation.quotations.lexicon import CUES
from dateline.annotation.quotations.phrases import Range
from dateline.annotation.quotations.words import Words, word_set
from dateline.model import Mention

_PARTNERS = word_set("with between among involving of by and")
_OPENERS = word_set("with between among involving")
_GROUPS = word_set("they their them both leaders two sides pair duo three each")
_GROUP_HEADS = word_set("leaders sides presidents ministers pair duo counterparts heads officials")
_ADJUNCTS = word_set("during at after before in following amid ahead prior outset")
# "the talks between the leaders of A and B": a list of partners begins this near and is this long.
_LIST_REACH = 3
_LIST_LENGTH = 26
# "talks at the harbour office on Thursday between A and B"
_LATE_LIST = 14
# In "A, the transport minister, B" the next name stands this near behind the comma.
_NEXT_NAME = 8
_APPOSITION = word_set("the a an who for whose his her their its of then a former")
_ACTORS = frozenset({"person", "organization", "place"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is known to take part."""

    ids: frozenset[str]
    definite: bool = False
    """The trigger points back: "the talks", "their meeting"."""
    group: bool = False
    """Named as a group only: "the two leaders", "they"."""
    pronoun: bool = False
    """The subject is "he" or "she", and its sentence does not tell who that is."""
    new: bool = False
    """Brought in as new: "a meeting", "another summit"."""
    wide: bool = False
    """Of more than two by its own adjective: "trilateral"."""


def participants(words: Words, found: Happening) -> Cast:
    """The entities that take part, by the grammar around the trigger."""
    if found.trigger.noun:
        return _of_noun(words, found)
    return _of_verb(words, found)


def _of_verb(words: Words, found: Happening) -> Cast:
    high = found.unit[1]
    ids, group, pronoun = _subject(words, found)
    opener = words.low[found.high] if found.high < high else ""
    partner = opener == "with" or found.trigger.kind in ("visit", "meeting", "call")
    joined = partner or found.trigger.kind not in ("agreement", "statement")
    if joined:
        others = _partners(words, found.high, high, opener in _OPENERS)
        ids = ids | (set(others) - _bystanders(words, found))
    if found.trigger.lemma in HOSTING and len(ids) < 2 and not pronoun:
        return Cast(frozenset())
    return Cast(frozenset(ids), False, group, pronoun)


def _bystanders(words: Words, found: Happening) -> set[str]:
    """Places after the verb: where a visit goes, where a ship sinks."""
    if found.trigger.kind in ("meeting", "call"):
        return set()
    span = words.span(found.high - 1, min(found.unit[1], found.high + _LIST_LENGTH))
    return {m.entity for m in words.mentions_in(span) if m.type == "place" and m.entity}


def _subject(words: Words, found: Happening) -> tuple[set[str], bool, bool]:
    """Who the subject is; whether it is a group; whether it is an open pronoun."""
    low = found.unit[0]
    opens = found.trigger.tense == "ing" and not _after_be(words, found.low, low)
    source = _main_subject(words, found) if opens else subject(words, found.low, found.unit)
    if source is None:
        return set(), False, False
    if words.low[source[0]] in ("he", "she") and source[1] - source[0] == 1:
        person = _antecedent(words, source[0], low)
        return ({person} if person else set()), False, person is None
    ids = set(actors(words, source))
    return ids, not ids and group_word(words, source), False


def subject(words: Words, verb: int, unit: Range) -> Range | None:
    """The subject of the verb at `verb`, also over "is set to" and over a verb joined by "and"."""
    low = unit[0]
    verb = _governing(words, verb, low)
    end = phrases.before_verb(words, verb, low)
    if end > low + 2 and words.low[end - 1] == "and":
        return _unit_subject(words, low, low, end - 1)
    return phrases.subject(words, verb, low)


def _governing(words: Words, verb: int, low: int) -> int:
    """In "Kim is set to resign" the subject stands before "set"."""
    while verb - 2 > low and words.low[verb - 1] == "to" and words.low[verb - 2].isalpha():
        verb -= 2
    return verb


def _antecedent(words: Words, pronoun: int, low: int) -> str | None:
    """The one person named before the pronoun in its sentence."""
    if pronoun <= low:
        return None
    named = {
        m.entity
        for m in words.mentions_in(words.span(low, pronoun))
        if m.type == "person" and m.kind == "name" and m.entity
    }
    return named.pop() if len(named) == 1 else None


def _after_be(words: Words, at: int, low: int) -> bool:
    return at > low and words.low[at - 1] in ("is", "are", "was", "were", "been", "be")


def _main_subject(words: Words, found: Happening) -> Range | None:
    """The subject of the main clause after a participle: "After meeting B, A left"."""
    for at in range(found.high, min(found.unit[1], found.high + 25)):
        if words.low[at] == "," and not words.inside[at]:
            return clause_subject(words, at + 1, found.unit[1])
    return None


def clause_subject(words: Words, low: int, high: int) -> Range | None:
    """The phrase a clause opens with."""
    at = low
    while at < high and words.low[at] in ("and", "but", "however", ",", "meanwhile"):
        at += 1
    found = phrases.phrase_after(words, at, high)
    if found is None:
        return None
    end = found[1]
    if end < high - 1 and words.low[end] == "and":
        other = phrases.phrase_after(words, end + 1, high)
        if other is not None and actors(words, other) and actors(words, found):
            return found[0], other[1]
    return found


def group_word(words: Words, source: Range) -> bool:
    """Whether the phrase names a group: "they", "both leaders", "the two sides"."""
    low, high = source
    return words.low[low] in _GROUPS or words.low[high - 1] in _GROUP_HEADS


def actors(words: Words, source: Range) -> list[str]:
    """The actors of a phrase, one for each part joined by "and" or a comma.

    In "Japanese Prime Minister A" the person acts and not the country.
    """
    found: list[str] = []
    part: list[Mention] = []
    at, high = source
    while at < high:
        if words.low[at] == "," and part:
            at = _past_apposition(words, at, high)
            if at >= high:
                break
        mention = words.mention[at]
        if mention is not None:
            after = phrases.past_mention(words, at, high)
            person = mention.type == "person"
            inside = at > source[0] and words.low[at - 1] in ("in", "at", "near", "off")
            acts = mention.entity and mention.type in _ACTORS and not inside
            if acts and (person or not _modifies(words, after, high)):
                part.append(mention)
            at = after
            continue
        if words.low[at] in ("and", ",", "-", "&"):
            found.extend(_actor(part))
            part = []
        at += 1
    found.extend(_actor(part))
    if not found and not group_word(words, source):
        named = phrases.head(words, source)
        found = [named.entity] if named and named.entity else []
    return list(dict.fromkeys(found))


def _past_apposition(words: Words, comma: int, high: int) -> int:
    """The comma that ends "A, the head of X,", or `comma` itself when no apposition begins."""
    if comma + 1 >= high:
        return comma
    after = phrases.past_mention(words, comma + 1, high)
    owned = words.mention[comma + 1] is not None and words.low[after : after + 1] == ["'s"]
    if not owned and words.low[comma + 1] not in _APPOSITION:
        return comma
    for at in range(comma + 1, high):
        if words.low[at] == "," and not words.inside[at]:
            return at
    return high


def _modifies(words: Words, after: int, high: int) -> bool:
    """Whether the name before `after` only describes what follows: "two U.S. allies".

    Before a head such as "leaders" or before a further name it stands for those who act.
    """
    if after >= high or words.mention[after] is not None:
        return False
    word = words.low[after]
    if word == "'s":
        return after + 1 < high and words.mention[after + 1] is None
    verb = word in CUES or word in TRIGGERS or word.endswith("ed")
    if word not in _GROUP_HEADS and word.isalpha() and not words.capital(after) and not verb:
        return not phrases.boundary(words, after) and word not in phrases.INNER_PREPOSITIONS
    return False


def _actor(part: list[Mention]) -> list[str]:
    for type_ in ("person", "organization", "place"):
        named = [m.entity for m in part if m.type == type_ and m.entity]
        if named:
            return named[-1:]
    return []


def _partners(words: Words, start: int, high: int, listed: bool) -> list[str]:
    """The object or the "with" list that begins at `start`."""
    at = start + 1 if listed else start
    if at < high and words.low[at] in _PARTNERS:
        at += 1
    end = at
    while end < min(high, at + _LIST_LENGTH) and not _ends_list(words, end, at):
        end += 1
    return actors(words, (at, end)) if end > at else []


def _ends_list(words: Words, at: int, start: int) -> bool:
    if words.mention[at] is not None:
        return False
    word = words.low[at]
    if word in ("and", "of", "from", "-", ".", "the"):
        return False
    if word == ",":
        return not any(m is not None for m in words.mention[at + 1 : at + _NEXT_NAME])
    return phrases.boundary(words, at) or word in phrases.INNER_PREPOSITIONS


def _of_noun(words: Words, found: Happening) -> Cast:
    low, high = found.unit
    start = _noun_start(words, found.low, low)
    ids = set(_modifiers(words, start, found.low))
    ids.update(_after_noun(words, found, high))
    owner, group = _owner(words, start, found)
    ids.update(owner)
    held = _holder(words, start, low)
    if held is not None:
        held_ids = actors(words, held)
        ids.update(held_ids)
        group = group or (not held_ids and group_word(words, held))
    first = words.low[start] if start < found.low else ""
    owned = found.low > low and words.low[found.low - 1] == "'s"
    named = _named(words, start, found.low) or words.low[found.high : found.high + 1] == ["set"]
    definite = (
        not ids and not named and (first in ("the", "this", "that", "these") or group or owned)
    )
    wide = any(words.low[at] in WIDE for at in range(start, found.low))
    return Cast(frozenset(ids), definite, group, False, first in ("a", "an", "another"), wide)


def _named(words: Words, start: int, noun: int) -> bool:
    """Whether the meeting has a name of its own: "the NATO summit"."""
    over = (words.mention[at] for at in range(start, noun))
    return any(m is not None and m.type in ("organization", "event") for m in over)


def _noun_start(words: Words, noun: int, low: int) -> int:
    at = noun
    while at > low and not phrases.boundary(words, at - 1):
        before = words.mention[at - 1]
        if before is None and words.low[at - 1] in phrases.INNER_PREPOSITIONS | HOLDING:
            break
        if before is not None and before.type == "person" and words.low[at : at + 1] != ["'s"]:
            break
        at -= 1
        if words.low[at] in phrases.DETERMINERS and words.low[at] not in ("first", "two"):
            break
    return at


def _modifiers(words: Words, start: int, noun: int) -> list[str]:
    """The partners of "the A-B meeting": names joined by hyphens right before the noun."""
    span = words.span(start, noun) if noun > start else None
    if span is None:
        return []
    mentions = [m for m in words.mentions_in(span) if m.kind != "nominal" and m.entity]
    joined = []
    for left, right in pairwise(mentions):
        if words.text[left.span.end : right.span.start] in ("-", "–", "—", "/"):
            joined += [left.entity, right.entity]
    return [entity for entity in joined if entity]


def _after_noun(words: Words, found: Happening, high: int) -> list[str]:
    for at in range(found.high, min(high, found.high + _LIST_REACH)):
        if words.low[at] in _OPENERS:
            return _partners(words, at, high, True)
        if words.low[at] == "of" and at == found.high and found.trigger.kind != "visit":
            return _partners(words, at, high, True)
        if words.low[at] in (",", ";", "that"):
            break
    traveller = words.mention[found.high] if found.high < high else None
    if traveller is not None and traveller.type == "person" and traveller.entity:
        return [traveller.entity]
    for at in range(found.high, min(high, found.high + _LATE_LIST)):
        if words.low[at] == "where" and words.low[at + 1 : at + 2] in (["they"], ["both"]):
            return []
        if words.low[at] in (",", ";", "that", "who"):
            return []
        if words.low[at] in ("involving", "between"):
            return _partners(words, at, high, True)
    return []


def _owner(words: Words, start: int, found: Happening) -> tuple[list[str], bool]:
    """Whose meeting it is: "Kim's visit", "his talks", "their meeting"."""
    low, high = found.unit
    word = words.low[start] if start < found.low else ""
    if word in ("his", "her", "its"):
        subject = _unit_subject(words, start, low, high)
        return (actors(words, subject) if subject else []), False
    if word in ("their", "both"):
        subject = _unit_subject(words, start, low, high)
        ids = actors(words, subject) if subject else []
        return (ids, False) if len(ids) > 1 else ([], True)
    for at in range(start, found.low):
        if words.low[at] == "'s" and at > low and words.mention[at - 1] is not None:
            mention = words.mention[at - 1]
            assert mention is not None
            person = mention.type in _ACTORS and mention.entity is not None
            return ([mention.entity] if person and mention.entity else []), False
    return [], False


def _unit_subject(words: Words, at: int, low: int, high: int) -> Range | None:
    """The subject of the main clause: at the unit's start, or after the adjunct it opens with."""
    if words.low[low] in _ADJUNCTS:
        for index in range(at, min(high, at + 25)):
            if words.low[index] == ",":
                return clause_subject(words, index + 1, high)
        return None
    found = clause_subject(words, low, high)
    return found if found and found[0] <= at else None


def _holder(words: Words, start: int, low: int) -> Range | None:
    """Who holds the talks: the subject of the holding verb just before the noun phrase."""
    for at in range(start - 1, max(low, start - 4), -1):
        if words.low[at] in HOLDING:
            if words.low[at - 1] == "to":
                return clause_subject(words, low, at)
            return phrases.subject(words, at, low)
        if words.low[at] in (",", ";", "that"):
            return None
    return None
