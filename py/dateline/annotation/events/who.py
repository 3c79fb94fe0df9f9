"""Who takes part in a happening that a verb names.

A met (with) B · A and B met · A spoke with B · A received him · they talked for an hour
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.annotation.events.actors import (
    actors,
    clause_subject,
    group_office,
    group_size,
    group_word,
    persons_between,
    subject,
)
from dateline.annotation.events.encounters import late_object, summoned, whom
from dateline.annotation.events.face_to_face import faces, in_passive, joins_others, together
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import (
    BROKERED,
    CONVERSING,
    ENCOUNTERS,
    HOSTING,
    LEADING,
    PRESENCE,
)
from dateline.annotation.events.partners import LIST_LENGTH, OPENERS, PARTNERS, partners
from dateline.annotation.events.presence import UNDER, chaired_by, guests_of, joined, who_is_there
from dateline.annotation.events.signers import signed_by, signed_with
from dateline.annotation.events.who_acts import after_be, subject_of
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.model import Mention

_COMPANION_REACH = 8
_WHEN_AND_WHERE = 12
_APART_REACH = 20
_WHEN_WORDS = (
    word_set(
        "on in at the here there last late early earlier later this yesterday today tonight "
        "morning afternoon evening night week month year again briefly privately separately by "
        "phone telephone video"
    )
    | closed.WEEKDAYS
    | phrases.MONTHS
)
_HOW_LONG = word_set(
    "for about almost nearly over more than some around just an a half and hour hours minute "
    "minutes day days two three four five six seven eight nine ten several"
)
_NEXT_ROLE = 9
"""Words of "and the northern port's chief executive,"."""
_FIRST_APPOSED = 14
"""Words of ", the head of the northern dockers' union,"."""
_HOST_REACH = 9
_HOSTED_OR_MET = HOSTING | {"meet", "ring", "phone", "telephone"}
"""Verbs whose passive tells with "by" who the other was."""
_TO_CONFER = word_set(
    "agree confer consult coordinate discuss negotiate review settle talk plead argue bargain work"
)
"""What one goes somewhere to do with another: "flew to Rome to discuss it with B"."""
_FIRST = 4
"""Words of "Prime Minister Ann Lee"."""
_WHOSE = {"he": "his", "she": "her"}
# "58-year-old" may be five words.
_AGE = 6
_LONGEST_ROLE = 3
_ROLE_LENGTH = 5
"""Words, at most, of "her former lawyer"."""
_SUBORDINATES = word_set("after before when while as once since")
_OPENS_WITHIN = 4
"""Words of "Speaking to reporters after he"."""
_HIM = word_set("him her")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is known to take part."""

    ids: frozenset[str]
    definite: bool = False
    """The trigger points back: "the talks", "their meeting"."""
    group: bool = False
    """Named as a group only: "the two leaders", "they"."""
    size: int | None = None
    """How many the group is said to be."""
    pronouns: int = 0
    """How many of "he" and "him" its sentence leaves open."""
    new: bool = False
    """Brought in as new: "a meeting", "another summit"."""
    wide: bool = False
    """Of more than two by its own adjective: "trilateral"."""
    joins: bool = False
    """Tells of one more who took part in what was told before: "was also at the table"."""
    holders: tuple[str, ...] = ()
    """The offices of those who are told of by them alone: "the envoy"."""
    office: str = ""
    """What those named as a group are: "president" of "the presidents of A and B"."""


def of_verb(words: Words, found: Happening) -> Cast:
    """The entities that take part, by the grammar around a verb."""
    if found.trigger.lemma in ("also", "sat"):
        source = subject(words, found.low, found.unit)
        return Cast(frozenset(actors(words, source) if source else ()), joins=True)
    facing = faces(found) or in_passive(words, found) or joins_others(words, found)
    if facing and (there := together(words, found)):
        return Cast(there)
    if found.trigger.kind == PRESENCE:
        return _present(words, found)
    return _of_subject(words, found)


def _of_subject(words: Words, found: Happening) -> Cast:
    """The subject of the verb and those whom it names behind."""
    high = found.unit[1]
    source = _with_first(words, subject_of(words, found), found.unit[0])
    opener = words.low[found.high] if found.high < high else ""
    partner = opener == "with" or found.trigger.kind in ENCOUNTERS
    others: set[str] = set()
    if partner or found.trigger.kind not in ("agreement", "statement"):
        listed = opener in OPENERS or (opener == "to" and found.trigger.lemma in CONVERSING)
        # "will visit Peru next month, Minister B said": the place ends the object.
        goes = _goes_to(words, found) or found.trigger.lemma == "tour"
        start = _companions(words, found) if goes else late_object(words, found)
        if found.trigger.rest == "together" and words.low[found.low + 1] != "together":
            start, high = found.low + 1, found.high - 1  # "brought A and B together"
        if found.trigger.kind in ("meeting", "call") and (later := _met_with(words, found)):
            start, listed = later, True
        behind = listed or (start > found.high and words.low[start] in PARTNERS)
        named = partners(words, start, high, behind) if start else []
        others = set(named) - _bystanders(words, found)
    relative = whom(words, found) if found.trigger.kind in ENCOUNTERS and not others else None
    # "Whom he received": he is who the sentence opens with, or he is not known.
    he = source is not None and words.low[source[0]] in closed.HE_OR_SHE
    if relative is not None and not (he and _opens_late(words, found)):
        others = set(actors(words, relative))
    if found.trigger.lemma == "summon":
        guest = summoned(words, found)
        others = {guest} if guest else set()
    if found.trigger.lemma in _HOSTED_OR_MET and after_be(words, found.low, found.unit[0]):
        others |= set(_host(words, found))
    if found.trigger.kind == "agreement":
        others |= set(signed_with(words, found))
        others |= set(signed_by(words, found))
    cast = _together(words, found, source, others)
    if found.trigger.lemma in _HOSTED_OR_MET and _both(words, found.high):
        return replace(cast, group=True, size=2)
    cast = cast if others else _meets_a_role(words, found, cast)
    passive = after_be(words, found.low, found.unit[0]) and opener != "by"
    hosted = found.trigger.lemma in HOSTING and len(cast.ids) < 2 and not cast.pronouns
    # "A was received with honours at the palace"; "the envoy" may be found later.
    hosted = hosted and not (passive or cast.holders)
    return Cast(frozenset()) if hosted and not cast.group else cast


def _with_first(words: Words, source: Range | None, low: int) -> Range | None:
    """A and B in "A, the head of X, and the chief executive, B," whose last part was found."""
    if source is None or not phrases.person_at(words, source[1] - 1):
        return source
    joint = source[0] - 1
    if words.low[joint] == ",":  # "and the chief executive, B,"
        reach = range(joint - 1, max(low, joint - _NEXT_ROLE), -1)
        joint = next((at for at in reach if words.low[at] == "and"), low)
    comma = joint - 1
    if comma <= low or words.low[joint] != "and" or words.low[comma] != ",":
        return source
    for at in range(comma - 1, max(low, comma - _FIRST_APPOSED), -1):
        if words.low[at] in closed.AUXILIARIES:
            return source
        if words.low[at] == "," and phrases.person_at(words, at - 1):
            named = words.mention[at - 1]
            return (words.range(named.span)[0], source[1]) if named is not None else source
    return source


def _present(words: Words, found: Happening) -> Cast:
    """Who was there besides: "talks hosted by C", "with C at the table"; A and B of "led by"."""
    if found.trigger.rest in ("by", "of"):
        named = partners(words, found.high, found.unit[1], False)
        if found.trigger.lemma in BROKERED | UNDER:
            persons = persons_between(words, found.high, found.unit[1])
            named = [id_ for id_ in named if id_ in persons]
        if guests := guests_of(words, found) or frozenset(chaired_by(words, found)):
            return Cast(frozenset(named) | guests)
        enough = found.trigger.lemma not in LEADING or len(named) > 1
        return Cast(frozenset(named if enough else ()), joins=True)
    source = who_is_there(words, found)
    if beside := joined(words, found):
        return Cast(frozenset((*(actors(words, source) if source else ()), *beside)))
    attended = found.trigger.lemma == "attend" and words.low[found.high] == "the"
    return Cast(frozenset(actors(words, source) if source else ()), attended, joins=True)


def host_of_each(words: Words, found: Happening) -> frozenset[str]:
    """A in "A received B and C separately"; empty where they all met at once."""
    told = words.low[found.high : min(found.unit[1], found.high + _APART_REACH)]
    if found.trigger.noun or found.trigger.kind not in ENCOUNTERS or "separately" not in told:
        return frozenset()
    source = subject(words, found.low, found.unit)
    return frozenset(actors(words, source) if source else ())


def _goes_to(words: Words, found: Happening) -> bool:
    """Whether what is visited is a place and nobody's: "visited Peru", not "visited Peru's B"."""
    place = words.mention[found.high] if found.high < found.unit[1] else None
    if found.trigger.kind != "visit" or place is None or place.type != "place":
        return False
    after = phrases.past_mention(words, found.high, found.unit[1])
    return place.kind == "name" and words.low[after] not in ("'s", "and", "'")


def _companions(words: Words, found: Happening) -> int:
    """The "with" of "came to Rome yesterday with B"; 0 when he came alone."""
    for at in range(found.high + 1, min(found.unit[1], found.high + _COMPANION_REACH)):
        if words.low[at] == "with":
            return at
        if words.low[at] == "to" and words.low[at + 1] in _TO_CONFER:
            reach = range(at + 2, min(found.unit[1], at + 2 + _COMPANION_REACH))
            return next((i for i in reach if words.low[i] == "with"), 0)
        if words.low[at] in (",", ";", "and", "to", "for"):
            return 0
    return 0


def _met_with(words: Words, found: Happening) -> int:
    """The "with" of "met in Rome for an hour on Monday with B", behind where and when; else 0."""
    at = found.high
    while at < min(found.unit[1] - 1, found.high + _WHEN_AND_WHERE):
        mention = words.mention[at]
        if words.low[at] == "with" and mention is None:
            return at if at > found.high else 0
        where = mention is not None and mention.type == "place"
        when = words.low[at] in _WHEN_WORDS or words.low[at] in _HOW_LONG
        if not (where or when or words.low[at].isdigit()):
            return 0
        at += 1
    return 0


def _both(words: Words, at: int) -> bool:
    """Whether the object is the pair told of before: "hosted the two", "received both leaders"."""
    first, second = words.low[at], words.low[at + 1]
    return (first == "the" and second in ("two", "pair")) or first == "both"


def _together(words: Words, found: Happening, source: Range | None, others: set[str]) -> Cast:
    """Subject and object as one cast, pronouns tied where the sentence itself ties them."""
    low = found.unit[0]
    him = _object_pronoun(words, found)
    if source is None:
        return Cast(frozenset(others))
    if not _is_pronoun(words, source):
        ids = frozenset(actors(words, source)) | others
        left = 0
        if him:
            first = antecedents(words, source[0], low) - ids
            ids, left = (ids | first, 0) if len(first) == 1 else (ids, 1)
        if words.low[source[0]] in closed.HE_OR_SHE:  # "she and her host, B, signed"
            he = _opening_subject(words, source[0], low) or antecedents(words, source[0], low)
            ids, left = ids | he, left + (not he)
        group = not (ids - others) and group_word(words, source)
        if group and _speaks(words, source[0], low):
            return Cast(frozenset(others))
        size, office = group_size(words, source), group_office(words, source)
        holders = () if group else bare_roles(words, source, alone=not ids - others)
        return Cast(ids, group=group, size=size, pronouns=left, office=office, holders=holders)
    known = antecedents(words, source[0], low) - others
    if him and len(known) == 2:
        return Cast(frozenset(known))
    if len(known) != 1:
        known = _opening_subject(words, source[0], low) - others
    known = known or _named_later(words, found, source[0]) - others
    return Cast(frozenset(known | others), pronouns=(not known) + him)


def bare_roles(words: Words, source: Range, alone: bool) -> tuple[str, ...]:
    """The offices of those not named: of "he and the bishop", "the abbot and the bishop".

    Who is not named beside nobody else may be told of at more length: `alone`.
    """
    low, high = source
    joint = next((at for at in range(low, high) if words.low[at] == "and"), high)
    if joint == high:
        role = bare_role(words, source) if alone else ""
        return (role,) if role else ()
    each = (bare_role(words, part) for part in ((low, joint), (joint + 1, high)))
    return tuple(role for role in each if role)


def bare_role(words: Words, source: Range) -> str:
    """What one is who is not named: "envoy" of "the Union's envoy"; "" for all else."""
    low, high = source
    over = [words.mention[at] for at in range(low, high)]
    if any(m is not None and m.type == "person" for m in over):
        return ""
    owned = max((at + 1 for at in range(low, high) if words.low[at] == "'s"), default=low)
    told = owned > low or words.low[low] == "the"
    first = max((at + 1 for at in range(low, high) if words.mention[at] is not None), default=low)
    first = max(first, owned, low + (words.low[low] == "the"))
    plain = told and 0 < high - first <= _LONGEST_ROLE
    return " ".join(words.low[first:high]) if plain else ""


def _meets_a_role(words: Words, found: Happening, cast: Cast) -> Cast:
    """The cast with what the object is who is not named: "owner" of "met (with) the owner"."""
    at = found.high + (words.low[found.high : found.high + 1] == ["with"])
    phrase = phrases.phrase_after(words, at, found.unit[1])
    if phrase is None or found.trigger.kind not in ENCOUNTERS or cast.holders or cast.group:
        return cast
    inner = (i for i in range(*phrase) if words.low[i] in closed.INNER_PREPOSITIONS)
    role = bare_role(words, (at, next(inner, phrase[1])))
    return replace(cast, holders=(role,) if role else ())


def _speaks(words: Words, pronoun: int, low: int) -> bool:
    """Whether "they" are those who say it: "police said (that) they had reopened"."""
    at = pronoun - 2 if words.low[pronoun - 1] == "that" else pronoun - 1
    return words.low[pronoun] == "they" and at > low and words.low[at] in REPORTING


def _host(words: Words, found: Happening) -> list[str]:
    """B in "A was received at the palace by President B"."""
    for at in range(found.high, min(found.unit[1], found.high + _HOST_REACH)):
        if words.low[at] == "by":
            return partners(words, at, found.unit[1], True)
        if words.low[at] in (",", ";", "and", "that", "who"):
            return []
    return []


def _opening_subject(words: Words, pronoun: int, low: int) -> set[str]:
    """The person the sentence opens with, when the pronoun stands in a later clause."""
    opening = clause_subject(words, low, pronoun)
    found = actors(words, opening) if opening else []
    return set(found) if len(found) == 1 else set()


def _named_later(words: Words, found: Happening, pronoun: int) -> set[str]:
    """B in "After he met A in Rome, B said": whom a clause that opens the sentence means."""
    low, high = found.unit
    opens = words.low[low] in _SUBORDINATES or words.low[low].endswith("ing")
    if not opens or pronoun - low > _OPENS_WITHIN:
        return set()
    comma = next((at for at in range(found.high, high) if words.low[at] == ","), high)
    source = clause_subject(words, comma + 1, high)
    named = actors(words, source) if source else []
    return set(named) if len(named) == 1 else set()


def _opens_late(words: Words, found: Happening) -> bool:
    """Whether no person is named among the first words of the sentence."""
    low = found.unit[0]
    return not any(phrases.person_at(words, at) for at in range(low, low + _FIRST))


def _is_pronoun(words: Words, source: Range) -> bool:
    """Whether it means one told of before: "he", "the 58-year-old former judge"."""
    low, high = source
    if high - low == 1:
        return words.low[low] in closed.HE_OR_SHE
    aged = words.low[low] == "the" and "year-old" in "".join(words.low[low + 1 : low + _AGE])
    return aged and all(words.mention[at] is None for at in range(low, high))


def _object_pronoun(words: Words, found: Happening) -> bool:
    at = found.high + 1 if words.low[found.high : found.high + 1] == ["with"] else found.high
    if at >= found.unit[1] or words.low[at] not in _HIM:
        return False
    # "her" before a noun is whose it is and not who.
    return words.low[at] == "him" or at + 1 >= found.unit[1] or _closes(words, at + 1)


def _closes(words: Words, at: int) -> bool:
    """Whether no noun follows at `at`."""
    word = words.low[at]
    after = word in closed.INNER_PREPOSITIONS or word in closed.WEEKDAYS or closed.is_adverb(word)
    return after or phrases.boundary(words, at)


def _bystanders(words: Words, found: Happening) -> set[str]:
    """Places after the verb: where a visit goes, where a ship sinks."""
    if found.trigger.kind in ("meeting", "call"):
        return set()
    span = words.span(found.high - 1, min(found.unit[1], found.high + LIST_LENGTH))
    return {m.entity for m in words.mentions_in(span) if m.type == "place" and m.entity}


def antecedents(words: Words, pronoun: int, low: int) -> set[str]:
    """The persons named before the pronoun in its sentence."""
    if pronoun <= low:
        return set()
    return {
        m.entity
        for m in words.mentions_in(words.span(low, pronoun))
        if m.type == "person" and m.kind == "name" and m.entity and not _owned(words, m, pronoun)
    }


def _owned(words: Words, named: Mention, pronoun: int) -> bool:
    """Whether somebody is told of as the pronoun's own: "her lawyer, B, said she"."""
    at = words.range(named.span)[0] - 1
    whose = _WHOSE.get(words.low[pronoun])
    role = range(max(0, at - _ROLE_LENGTH), at)
    return words.low[at] == "," and any(words.low[index] == whose for index in role)
