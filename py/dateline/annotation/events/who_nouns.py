"""Who takes part in a happening that a noun names.

talks between A and B · A's visit · their meeting · A had dinner with B · A paid B a visit
"""

from __future__ import annotations

from itertools import pairwise

from dateline.annotation.events.actors import (
    actors,
    clause_subject,
    group_office,
    group_size,
    group_word,
    subject,
    unit_subject,
)
from dateline.annotation.events.besides import named_besides
from dateline.annotation.events.clauses import (
    at_which,
    in_a_meeting,
    joined,
    of_main_clause,
    of_relative,
    onlookers,
    traveller,
    who_comes,
)
from dateline.annotation.events.delegations import heads_of_delegations
from dateline.annotation.events.happening import Happening, behind
from dateline.annotation.events.lexicon import (
    BUILDINGS,
    ENCOUNTERS,
    HOLDING,
    JOINING,
    PAYING,
    TRIGGERS,
    WIDE,
)
from dateline.annotation.events.objects import is_somebody
from dateline.annotation.events.partners import OPENERS, partners
from dateline.annotation.events.sittings import given_to
from dateline.annotation.events.visitors import visitor
from dateline.annotation.events.who import Cast, antecedents, bare_roles
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times.words import ORDINALS

# "the talks between the leaders of A and B": a list of partners begins this near.
_LIST_REACH = 3
# "talks at the harbour office on Thursday between A and B"
_LATE_LIST = 14
_HOLDER_REACH = 6
_WHEN = frozenset({"on", "late", "early", "last", "this"})
# "It was only his"
_COUNTED_REACH = 3
# "paid President B of C his last visit": the verb may stand this far before the noun phrase.
_PAID_REACH = 10
_ACTORS = frozenset({"person", "organization", "place"})
_MEALS = word_set("dinner lunch breakfast")
_WITH = (["with"], ["between"])
_IMPERSONAL = frozenset({"vote", "accident", "death", "change", "result"})
_WAS = word_set("was were is are")
_GIVING = word_set("gave gives given")
_LEFT = word_set("left leaves leaving")
_INTO = word_set("went moved headed launched plunged entered go")
# "Talks on the ties between A and B" were not held by A and B, or not surely.
_BETWEEN = word_set(
    "relations relationship ties differences difference dispute conflict tensions tension border "
    "trade cooperation gap war links link agreement deal fighting feud rivalry balance frontier"
)


def of_noun(words: Words, found: Happening) -> Cast:
    """The entities that take part, by the grammar around a noun."""
    low, high = found.unit
    start = _noun_start(words, found.low, low)
    first = words.low[start] if start < found.low else ""
    after = _after_noun(words, found, high) or _signers(words, found, high)
    paid = _paid(words, start, low)
    if paid is not None:
        return _payment(words, paid, start, after, low)
    ids = {*_modifiers(words, start, found.low), *after}
    owner, group = _owner(words, start, found)
    if found.trigger.kind in _IMPERSONAL:
        # Who is told of beside an election is not in it, and "its crash" is nobody's.
        return Cast(frozenset({*(owner if first != "its" else ()), *after}))
    held = holder(words, start, low) or traveller(words, start, low)
    held_ids = _holders(words, held, low)
    ids.update(owner, held_ids, joined(words, start, low))
    told_of = start == low or _is_counted(words, low, start)
    open_ = int(first in ("his", "her") and told_of and not owner)
    if held is None and after:
        came, left = who_comes(words, found, start)
        ids, open_ = ids | came, open_ or left
    ids = ids or onlookers(words, found, start) or in_a_meeting(words, start, first, low)
    ids = ids if len(ids) > 1 else ids | set(heads_of_delegations(words, found.unit))
    ids = ids if len(ids) > 1 else ids | named_besides(words, found, start, first, ids)
    if not ids:
        ids, left = of_main_clause(words, found, start)
        open_ = left if ids else left or open_
    ids = ids or of_relative(words, start, low) or at_which(words, found)
    if found.trigger.kind == "visit" and held is None and not (ids or open_):
        cast = visitor(words, start, found.low, low, high)
        if cast.ids or cast.pronouns or cast.holders:
            return cast
    group = group or (held is not None and not held_ids and group_word(words, held))
    told = _partners_phrase(words, found)
    of_two = told is not None and not ids and group_word(words, told)
    group, sized = group or of_two, told if of_two else held
    wide = any(words.low[at] in WIDE for at in range(start, found.low))
    return Cast(
        frozenset(ids),
        definite=not ids and _points_back(words, found, start, first, group),
        group=group,
        size=group_size(words, sized) if sized else None,
        pronouns=open_ or int(held is not None and not held_ids and _is_he(words, held)),
        new=first in ("a", "an", "another"),
        wide=wide,
        office=group_office(words, told or (low, start)),
        holders=() if after and told is None else _partners_roles(words, found),
        joins=held is not None and first in ("the", "their") and words.low[start - 1] in JOINING,
    )


def _payment(words: Words, paid: int, start: int, after: list[str], low: int) -> Cast:
    """A paid B a visit; A paid a visit to B."""
    source = subjects.subject(words, paid, low)
    others = {*after, *(actors(words, (paid + 1, start)) if start > paid + 1 else ())}
    if source is None:
        return Cast(frozenset(others))
    ids = set(actors(words, source))
    if _is_he(words, source):
        before = antecedents(words, source[0], low) - others
        ids = before if len(before) == 1 else set()
    return Cast(frozenset(ids | others), pronouns=int(not ids))


def _paid(words: Words, start: int, low: int) -> int | None:
    """The verb of "paid B a visit", if it stands before the noun phrase."""
    for at in range(start - 1, max(low, start - _PAID_REACH), -1):
        noun = words.low[at - 1] in closed.INNER_PREPOSITIONS | closed.DETERMINERS  # "talks on pay"
        if words.low[at] in PAYING and words.mention[at] is None and not noun:
            return at
        if words.low[at] in _GIVING and words.low[start] in ("a", "an", "another"):
            return at if phrases.person_at(words, start - 1) else None  # "gave B a tour"
        if words.low[at] in (",", ";", "that"):
            return None
    return None


def _is_he(words: Words, source: Range) -> bool:
    return source[1] - source[0] == 1 and words.low[source[0]] in closed.HE_OR_SHE


def _holders(words: Words, held: Range | None, low: int) -> list[str]:
    """Those who hold the talks, a pronoun tied to the one person named before it."""
    if held is None:
        return []
    if _is_he(words, held):
        before = antecedents(words, held[0], low)
        return sorted(before) if len(before) == 1 else []
    return actors(words, held)


def _points_back(words: Words, found: Happening, start: int, first: str, group: bool) -> bool:
    """Whether the phrase means a meeting told before: "the talks", "Sunday's talks"."""
    owned = found.low > found.unit[0] and words.low[found.low - 1] == "'s"
    if _named(words, start, found.low) or words.low[found.high : found.high + 1] == ["set"]:
        return False
    if any(
        words.low[at] == "'s" and is_somebody(words.low[at - 1]) and not _groups(words, start, at)
        for at in range(start, found.low)
    ):
        return False  # "the minister's second visit"
    if _of_a_body(words, found) or _placed(words, start, found.low):
        return False
    return first in ("the", "this", "that", "these") or group or owned


def _groups(words: Words, start: int, at: int) -> bool:
    """Whether it is the possessive of several not named: "the two leaders'", "the pair's"."""
    return words.low[at] in ("'s", "'") and at > start and group_word(words, (start, at))


def _placed(words: Words, start: int, noun: int) -> bool:
    """Whether it is told apart by its place: "the Addis Ababa summit"."""
    over = (words.mention[at] for at in range(start, noun))
    return any(m is not None and m.type == "place" and m.kind == "name" for m in over)


def _of_a_body(words: Words, found: Happening) -> bool:
    """Whether it is a body's own: "the meeting of the border commission", not "of the two"."""
    at = found.high
    if words.low[at : at + 2] not in (["of", "the"], ["of", "a"], ["of", "their"]):
        return False
    phrase = phrases.phrase_after(words, at + 1, found.unit[1])
    return phrase is not None and not group_word(words, phrase) and not actors(words, phrase)


def _named(words: Words, start: int, noun: int) -> bool:
    """Whether the meeting has a name of its own: "the NATO summit"."""
    over = (words.mention[at] for at in range(start, noun))
    return any(m is not None and m.type in ("organization", "event") for m in over)


def _noun_start(words: Words, noun: int, low: int) -> int:
    at = noun
    while at > low and not phrases.boundary(words, at - 1):
        before = words.mention[at - 1]
        if before is None and words.low[at - 1] in closed.INNER_PREPOSITIONS | HOLDING:
            break
        if before is not None and before.type == "person" and words.low[at : at + 1] != ["'s"]:
            break
        at -= 1
        if words.low[at] in closed.DETERMINERS and words.low[at] not in ("first", "two"):
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
    if found.trigger.rest == "on":  # "a call on B"
        return partners(words, found.high, high, False)
    if (gave := given_to(words, found)) is not None:  # "A gave B half an hour"
        source = subject(words, gave, found.unit)
        return [*(actors(words, source) if source else ()), *actors(words, (gave + 1, found.low))]
    for at in range(found.high, min(high, found.high + _LIST_REACH)):
        if words.low[at] in OPENERS:
            return partners(words, at, high, True)
        if words.low[at] == "of" and at == found.high and found.trigger.kind != "visit":
            return partners(words, at, high, True)
        if words.low[at] == "from" and at == found.high and found.trigger.kind == "call":
            return partners(words, at, high, True)
        if words.low[at] == "to" and at == found.high:
            return _called_on(words, at + 1, high)
        if words.low[at] in (",", ";", "that"):
            break
    after = behind(words, found)
    traveller = words.mention[after] if after < high else None
    if traveller is not None and traveller.type == "person" and traveller.entity:
        return [traveller.entity]
    return _late_list(words, found, high)


def _signers(words: Words, found: Happening, high: int) -> list[str]:
    """A and B in "the signing of a plan for 2030 by A and B"."""
    if found.trigger.kind != "agreement" or words.low[found.high : found.high + 1] != ["of"]:
        return []
    for at in range(found.high, min(high, found.high + _LATE_LIST)):
        if words.low[at] == "by":
            return partners(words, at, high, False)
        if words.low[at] in (",", ";", "that", "who"):
            return []
    return []


def _partners_phrase(words: Words, found: Happening) -> Range | None:
    """The words behind "between": "the two", "the presidents of A and B"."""
    if found.high + 1 >= found.unit[1] or words.low[found.high] != "between":
        return None
    return phrases.phrase_after(words, found.high + 1, found.unit[1])


def _partners_roles(words: Words, found: Happening) -> tuple[str, ...]:
    """The offices of those told of by them alone: "a call with the premier"."""
    at, high = found.high, found.unit[1]
    if found.trigger.kind not in ENCOUNTERS or words.low[at : at + 1] not in _WITH:
        return ()
    phrase = phrases.phrase_after(words, at + 1, high)
    if phrase is None:
        return ()
    first = phrase[1] < high and words.low[phrase[1]] == "and"  # "between the minister and B"
    return bare_roles(words, phrase, alone=first or words.low[at] == "with")


def _called_on(words: Words, start: int, high: int) -> list[str]:
    """The person of "a visit to B"; a town is where, and not who."""
    phrase = phrases.phrase_after(words, start, high)
    named = words.mentions_in(words.span(*phrase)) if phrase else ()
    person = any(m.type == "person" for m in named)
    return actors(words, phrase) if phrase and person else []


def _late_list(words: Words, found: Happening, high: int) -> list[str]:
    for at in range(found.high, min(high, found.high + _LATE_LIST)):
        if words.low[at] == "where" and words.low[at + 1 : at + 2] in (["they"], ["both"]):
            return []
        if (first := _first_between(words, at, high)) is not None:
            return partners(words, first, high, True)
        if words.low[at] in (",", ";", "that", "who") or words.low[at] in closed.AUXILIARIES:
            return []
        if any(t.noun and t.kind in ENCOUNTERS for t in TRIGGERS.get(words.low[at], ())):
            return []  # "the meeting follows talks between A and B"
        if words.low[at] in ("involving", "between") and words.low[at - 1] not in _BETWEEN:
            return partners(words, at, high, True)
        if words.low[at] == "with" and _at_place(words, found.high, at):
            return partners(words, at, high, True)
        if words.low[at] == "for" and found.trigger.lemma in _MEALS:
            return partners(words, at + 1, high, False)  # "hosted a dinner in Rome for B"
    return []


def _first_between(words: Words, verb: int, high: int) -> int | None:
    """The "between" of "their talks in Rome were the first between A and B"."""
    if words.low[verb] not in _WAS or words.low[verb + 1] not in ("the", "their"):
        return None
    reach = range(verb + 2, min(high, verb + 2 + _LIST_REACH))
    between = next((at for at in reach if words.low[at] == "between"), None)
    counted = not ORDINALS.keys().isdisjoint(words.low[verb + 2 : between]) if between else False
    return between if counted else None


def _is_counted(words: Words, low: int, start: int) -> bool:
    """Whether "It was" opens the sentence, as in "It was his second meeting with B"."""
    return words.low[low] in ("it", "this") and start - low <= _COUNTED_REACH


def _at_place(words: Words, start: int, end: int) -> bool:
    """Whether only where they talked stands between: "talks at the ministry in Rome with B"."""
    on_a_day = words.low[start] == "on" and words.low[start + 1] in closed.WEEKDAYS
    if words.low[start] not in ("at", "in") and not on_a_day:
        return False
    return all(
        words.mention[at] is not None
        or words.low[at] in ("at", "in", "on", "the", "a")
        or words.low[at] in BUILDINGS
        or words.low[at] in closed.WEEKDAYS | phrases.MONTHS | _WHEN
        or words.low[at].isdigit()
        for at in range(start, end)
    )


def _owner(words: Words, start: int, found: Happening) -> tuple[list[str], bool]:
    """Whose meeting it is: "Kim's visit", "his talks", "their meeting"."""
    low, high = found.unit
    word = words.low[start] if start < found.low else ""
    if words.low[start - 1] == "whose" and start - 2 > low:
        named = words.mention[start - 2 - (words.low[start - 2] == ",")]
        owns = named is not None and named.type == "person" and named.entity
        return ([named.entity] if owns and named and named.entity else []), False
    if word in ("his", "her", "its"):
        if start == low or _is_counted(words, low, start):
            return [], False
        source = unit_subject(words, start, low, high)
        return (actors(words, source) if source else []), False
    if word in ("their", "both"):
        source = unit_subject(words, start, low, high)
        ids = actors(words, source) if source else []
        return (ids, False) if len(ids) > 1 else ([], True)
    for at in range(start, found.low):
        if _groups(words, start, at):
            # "The two leaders' fifth meeting"; "the pair's" is of whoever met.
            return [], bool(group_office(words, (start, at)))
        mention = words.mention[at - 1] if words.low[at] == "'s" and at > low else None
        if mention is not None:
            acts = mention.type in _ACTORS and mention.entity is not None
            return ([mention.entity] if acts and mention.entity else []), False
    return [], False


def holder(words: Words, start: int, low: int) -> Range | None:
    """Who holds the talks: the subject of the holding verb just before the noun phrase."""
    for at in range(start - 1, max(low, start - _HOLDER_REACH), -1):
        if words.low[at] == "into" and (went := _went_into(words, at, low)) is not None:
            return subject(words, went, (low, start))
        left = words.low[at] in _LEFT and at == start - 1  # "left a meeting with B"
        if words.low[at] in HOLDING or left:
            if words.low[at - 1] == "to":
                return clause_subject(words, low, at)
            if words.low[at - 1] == "and":  # "A arrived on Thursday and held talks"
                return subject(words, at, (low, start))
            return subjects.subject(words, at, low)
        if words.low[at] in (",", ";", "that"):
            return None
    return None


def _went_into(words: Words, into: int, low: int) -> int | None:
    """The verb of "went straight into talks"."""
    near = range(into - 1, max(low, into - _LIST_REACH), -1)
    return next((at for at in near if words.low[at] in _INTO), None)
