"""Whether a trigger word means what it seems to: "met the minister", but not "met the deadline".

English verbs change their sense with their object or subject, and the rules here look at its head
alone. Where the head is unknown the happening is dropped: a meeting that never was is worse than
one left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from dateline.annotation.events.actors import subject
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import HOSTING, LEADING, TRIGGERS, WENT, sense_words
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.lexicon import DOCUMENTS, PEOPLE
from dateline.annotation.quotations.words import Words, word_set

_SPOKEN = frozenset({"speak", "talk", "discuss"})
Sort = Literal["somebody", "thing", "nothing"]

_PRONOUNS = word_set("him her them us me you each one himself herself everyone anyone someone both")
_REFLEXIVE = frozenset({("each", "other"), ("one", "another")})
_ACTORS = frozenset({"person", "organization", "place"})
_TIME_OPENERS = word_set(
    "last next this earlier later again twice once yesterday today tonight tomorrow recently late "
    "early three two four several many face separately privately briefly there here in-person"
)
_TIME_NOUNS = word_set(
    "times time week month year weekend morning afternoon evening night day days years months "
    "weeks hours minutes"
)
# "Met behind closed doors", "met aboard a ferry"
_WHERE = word_set(
    "behind across aboard around outside inside beside beneath alongside along beyond off within "
    "below above throughout amongst"
)
# Plural nouns for people that end like these but are none.
_AGENTS = ("ers", "ors", "ists", "ians", "men", "women")
_NOT_AGENTS = sense_words("not_people")
_SOMEBODY = (PEOPLE - DOCUMENTS - sense_words("papers")) | sense_words("people_too")
_ABSTRACT = sense_words("abstract")
_TIMES = sense_words("times")
_JUDGES = sense_words("judges")
_CONTESTS = sense_words("contests")
_STATIONS = sense_words("stations")
_TALK_REACH = 9
# "spent two days in Rome earlier this month with B", "discussed the matter by phone with B"
_COMPANY_REACH = 14
_DUE = word_set("due expected scheduled set hoped hopes hoping")
_AFTER_SEEN = word_set("to as score play win lose fall rise leave go come die run")
_MOTION_REACH = 9
_MADE_REACH = 6
_FACE_TO_FACE = word_set("one-on-one face-to-face tete-a-tete alone online")
_SEVERAL = word_set("two three four both pair duo trio")
_SESSIONS = word_set(
    "session talks meeting summit round negotiations discussions conference delegations teams "
    "sides panels"
)
_MADE = word_set("made paid")
_VISITS = word_set("visit trip tour")
_LENGTHS = word_set("minute minutes hour hours day days")
_BY_PHONE = word_set("phone telephone video videoconference")
_IN_PERSON = frozenset({("face", "to"), ("in", "person"), ("in", "private"), ("on", "the")})
_NOBODY = (["nobody"], ["nothing"], ["none"])
_ASKING = word_set("on about of over to know see decide decides depends say clear whether")
_THAT = word_set("that in against for on unanimously out wednesday thursday friday monday tuesday")


def object_sort(words: Words, at: int, high: int) -> Sort:
    """What follows a verb that ends before `at`: somebody, a thing, or no object at all."""
    while at < high and words.mention[at] is None and _is_manner(words.low[at]):
        at += 1
    if at >= high:
        return "nothing"
    word, named = words.low[at], words.mention[at]
    if named is None:
        if word in _PRONOUNS or tuple(words.low[at : at + 2]) in _REFLEXIVE:
            return "somebody"
        if word == "reporters" or (word == "the" and words.low[at + 1] in _SEVERAL):
            return "somebody"
        if word in closed.WEEKDAYS or word in _TIME_OPENERS or not word[0].isalnum():
            return "nothing"
        if word in _WHERE:
            return "nothing"
    phrase = phrases.phrase_after(words, at, high)
    if phrase is None:
        return "nothing"
    return _head_sort(words, at, _base_end(words, *phrase))


def _is_manner(word: str) -> bool:
    """How they met, which is nobody they met: "met privately", "met one-on-one"."""
    return closed.is_adverb(word) or word in _FACE_TO_FACE


def _base_end(words: Words, low: int, high: int) -> int:
    """Where the phrase's first part ends: before "of", "in", "last week", behind a name."""
    for at in range(low + 1, high):
        if words.mention[at] is None and (
            words.low[at] in closed.INNER_PREPOSITIONS
            or words.low[at] in _TIME_OPENERS
            or words.low[at] == "by"
        ):
            return at
        if words.mention[at - 1] is not None and words.low[at] in closed.DETERMINERS:
            return at  # "met President Lee the same day"
    return high


def _head_sort(words: Words, low: int, high: int) -> Sort:
    named = words.mention[high - 1]
    if named is not None:
        return "somebody" if named.type in _ACTORS else "thing"
    head = words.low[high - 1]
    if head in _TIME_NOUNS and high - low <= 2:
        return "nothing"
    return "somebody" if is_somebody(head) else "thing"


def is_somebody(noun: str) -> bool:
    """Whether a common noun names people or a body of people."""
    if noun in _SOMEBODY:
        return True
    return noun.endswith(_AGENTS) and noun not in _NOT_AGENTS and len(noun) > 5


def subject_head(words: Words, found: Happening) -> str:
    """The last word of the subject's first part; `""` when there is no subject."""
    source = subject(words, found.low, found.unit)
    if source is None:
        return ""
    return words.low[_base_end(words, *source) - 1]


def literal(words: Words, found: Happening) -> Happening | None:
    """The happening in the sense it has, or `None` when the words mean something else."""
    if found.trigger.noun:
        check = _NOUNS.get(found.trigger.lemma)
        return found if check is None or check(words, found) else None
    if found.trigger.tense == "base" and words.low[found.low - 1] in _NO_VERB_AFTER:
        return None  # "is open", "by telephone"
    if found.trigger.lemma == "retire" and _describes(words, found):
        return None
    if _asked(words, found) or words.low[found.high : found.high + 1] in _NOBODY:
        return None
    check = _VERBS.get(found.trigger.lemma) or _KINDS.get(found.trigger.kind)
    if check is not None and not check(words, found):
        return None
    meant = _by_phone(words, found) if found.trigger.lemma in _SPOKEN else found
    if found.trigger.rest or found.trigger.lemma not in ("spend", "sit", "discuss"):
        return meant
    return replace(meant, high=_company(words, found) or found.high)


def _company(words: Words, found: Happening) -> int | None:
    """The "with" of "spent an hour with B", "discussed it with B"; `None` without a B."""
    for at in range(found.high, min(found.unit[1] - 1, found.high + _COMPANY_REACH)):
        word = words.low[at]
        if word == "with":
            company = object_sort(words, at + 1, found.unit[1]) == "somebody"
            return at if company or _apposed(words, at + 1, found.unit[1]) else None
        half = word == "and" and words.low[at + 1] == "a"  # "an hour and a half"
        if word in (",", ";", "and", "that", "who") and words.mention[at] is None and not half:
            return None
    return None


def _spends(words: Words, found: Happening) -> bool:
    """A spent an hour with B, sat for an hour with B; they spent an hour together."""
    at = _company(words, found)
    end = min(found.unit[1], found.high + _COMPANY_REACH) if at is None else at
    told = words.low[found.high : end]
    return not _LENGTHS.isdisjoint(told) and (at is not None or "together" in told)


def _sits(words: Words, found: Happening) -> bool:
    """They sat down for talks; "sat for two hours with B" and no other sitting."""
    return _meets(words, found) if found.trigger.rest else _spends(words, found)


def _discusses(words: Words, found: Happening) -> bool:
    """A discussed it with B by telephone, or face to face: else the two may be of one house."""
    rest = words.low[found.high : min(found.unit[1], found.high + _COMPANY_REACH)]
    told = not _BY_PHONE.isdisjoint(rest) or _face_to_face(rest)
    return told and _company(words, found) is not None


def _apposed(words: Words, at: int, high: int) -> bool:
    """Whether a phrase names a person at its end: "with the group's organiser, B"."""
    return _named_by(words, at, high) is not None


def summoned(words: Words, found: Happening) -> str | None:
    """B in "summoned B", "summoned Norway's envoy in Rome, B"."""
    return _named_by(words, found.high, found.unit[1])


def _named_by(words: Words, start: int, high: int) -> str | None:
    phrase = phrases.phrase_after(words, start, high)
    if phrase is None:
        return None
    for at in (phrase[1] - 1, phrase[1] + (words.low[phrase[1]] == ",")):
        named = words.mention[at]
        if named is not None and named.type == "person":
            return named.entity
    return None


def _summons(words: Words, found: Happening) -> bool:
    """A ministry summons an envoy who is named; whoever it is, he comes."""
    return summoned(words, found) is not None


def _rounds(words: Words, found: Happening) -> bool:
    """A round between A and B, of talks that the word leaves out."""
    return words.low[found.high : found.high + 1] == ["between"]


def _leads(words: Words, found: Happening) -> bool:
    """A session led by A and B, or delegations: they took part. Not "a party led by A"."""
    at = found.low - 2 if words.low[found.low - 1] == "," else -1
    if at < 0:
        source = subjects.subject(words, found.low, found.unit[0])
        at = source[1] - 1 if source is not None else 0
    return words.low[at] in _SESSIONS


def _describes(words: Words, found: Happening) -> bool:
    """Whether the participle stands before what it describes: "under retired judge A"."""
    before, after = words.low[found.low - 1], words.low[found.high : found.high + 1]
    named = found.high < found.unit[1] and words.mention[found.high] is not None
    role = named or any(is_somebody(word) for word in after)
    return role and (before in closed.DETERMINERS or before in closed.INNER_PREPOSITIONS)


def _calls_on(words: Words, found: Happening) -> bool:
    """A called on B, whom he met; "called on B to resign" asks."""
    at, high = found.high, found.unit[1]
    phrase = phrases.phrase_after(words, at, high)
    if phrase is None or not _apposed(words, at, high):
        return False
    after = phrase[1]
    if words.low[after] == ",":
        after = phrases.past_mention(words, after + 1, high)
        after += words.low[after] == ","
    return words.low[after] not in ("to", "and", "for", "not")


def _stands_for(words: Words, found: Happening) -> bool:
    """Whether it is another visit: "her visit returns the one that he made to Rome"."""
    low, at, high = found.unit[0], found.low, min(found.unit[1], found.high + _MADE_REACH)
    made = any(words.low[i] in _MADE and words.mention[i] is None for i in range(at + 1, high))
    first = any(words.low[i] in _VISITS for i in range(low, at))
    return made and first and words.low[at - 1] == "the"


def _calls(words: Words, found: Happening) -> bool:
    """A call with or from somebody; "a call for help" is none."""
    at, high = found.high, found.unit[1]
    if words.low[at : at + 1] not in (["with"], ["from"], ["between"]):
        return False
    named = words.mention[at + 1] if at + 1 < high else None
    return named is not None or object_sort(words, at + 1, high) == "somebody"


def _asked(words: Words, found: Happening) -> bool:
    """Part of a question: "it hangs on who moves in"."""
    end = subjects.before_verb(words, found.low, found.unit[0])
    if end - 2 < found.unit[0] or words.low[end - 1] not in ("who", "whoever", "what"):
        return False
    return words.low[end - 1] != "who" or words.low[end - 2] in _ASKING


def _meets(words: Words, found: Happening) -> bool:
    """A meets somebody, or A and B meet; conditions are met, and needs, and deadlines."""
    at, high = found.high, found.unit[1]
    passive = _passive(words, found)
    if words.low[at : at + 1] == ["with"]:
        return not passive and object_sort(words, at + 1, high) == "somebody"
    if passive:
        by = words.low[at : at + 1] == ["by"]
        return by and object_sort(words, at + 1, high) == "somebody"
    return object_sort(words, at, high) != "thing"


def _passive(words: Words, found: Happening) -> bool:
    if found.trigger.tense != "past":
        return False
    end = subjects.before_verb(words, found.low, found.unit[0])
    return any(words.low[at] in _BE for at in range(end, found.low))


_BE = word_set("is are was were be been being 's")
_NO_VERB_AFTER = _BE | word_set("by over the a an")


def _receives(words: Words, found: Happening) -> bool:
    if _passive(words, found):
        source = subject(words, found.low, found.unit)
        guest = source is not None and phrases.person_at(words, source[1] - 1)
        return words.low[found.high : found.high + 1] == ["by"] or guest
    return object_sort(words, found.high, found.unit[1]) == "somebody"


def _visits(words: Words, found: Happening) -> bool:
    return object_sort(words, found.high, found.unit[1]) != "thing" or _place_after(words, found)


def _comes(words: Words, found: Happening) -> bool:
    """Somebody comes to a place: not to power, nor to an end."""
    if not found.trigger.rest.endswith("to"):
        return found.trigger.lemma != "return" or _moves(words, found)
    there = words.mention[found.high] if found.high < found.unit[1] else None
    return there is not None and there.type == "place"


def _place_after(words: Words, found: Happening) -> bool:
    near = range(found.high, min(found.unit[1], found.high + 6))
    return any(words.mention[at] is not None or words.low[at] in _STATIONS for at in near)


def _sees(words: Words, found: Happening) -> bool:
    """He came to see him, or saw President B on Monday: a person seen need not have been met."""
    if found.trigger.rest or _audience(words, found):
        return True
    return (
        found.low - 2 > found.unit[0]
        and words.low[found.low - 1] == "to"
        and gone_before(words, found.low - 1, found.unit[0])
        and object_sort(words, found.high, found.unit[1]) == "somebody"
    )


def _audience(words: Words, found: Happening) -> bool:
    """A named person saw another, of whom nothing more is told: not "saw B as a threat"."""
    phrase = phrases.phrase_after(words, found.high, found.unit[1])
    if phrase is None or not phrases.person_at(words, phrase[1] - 1):
        return False
    after = words.low[phrase[1]]
    if after in _AFTER_SEEN or after.endswith(("ing", "ed")) or words.mention[phrase[1]]:
        return False
    if words.low[found.low - 1] == "to":
        return words.low[found.low - 2] in _DUE
    source = subject(words, found.low, found.unit)
    return (
        found.trigger.tense == "past"
        and source is not None
        and any(phrases.person_at(words, at) for at in range(*source))
    )


def gone_before(words: Words, to: int, low: int) -> bool:
    """Whether somebody went to do what the infinitive tells whose "to" stands at `to`."""
    for at in range(to - 1, max(low, to - _MOTION_REACH) - 1, -1):
        if words.mention[at] is not None:
            continue
        if words.low[at] in WENT:
            return True
        if words.low[at] in ("was", "were") and words.low[at + 1] in ("in", "at"):
            return True
        if words.low[at] in (",", ";", "that", "and"):
            return False
    return False


def _talks(words: Words, found: Happening) -> bool:
    """With whom and how: for an hour, in person, by telephone."""
    rest = words.low[found.high : min(found.unit[1], found.high + _TALK_REACH)]
    if found.trigger.tense == "ing" and words.low[found.low - 1] not in _BE:
        return False  # "A, speaking by phone from X, said": to whoever reports it
    if not rest or rest[0] in ("of", "about", "out", "up", "from", "as", "against"):
        return False
    if rest[0] == "at":
        return _two(words, found)  # "A and B talked at the conference"
    if (
        rest[0] in ("with", "to")
        and object_sort(words, found.high + 1, found.unit[1]) != "somebody"
    ):
        return False
    if rest[0] in ("with", "to") and rest[1:2] == ["reporters"]:
        return False
    end = next((i for i, word in enumerate(rest) if word in (",", ";", "that", "as")), len(rest))
    return _lasts(rest[:end]) or bool(_BY_PHONE & set(rest[:end])) or _face_to_face(rest[:end])


def _two(words: Words, found: Happening) -> bool:
    """Whether the subject names two persons."""
    source = subject(words, found.low, found.unit)
    over = (words.mention[at] for at in range(*source)) if source else ()
    return len({m.entity for m in over if m is not None and m.type == "person"}) > 1


def _lasts(rest: list[str]) -> bool:
    return "for" in rest and bool(_LENGTHS & set(rest[rest.index("for") :]))


def _face_to_face(rest: list[str]) -> bool:
    pairs = set(pairwise(rest))
    on_the_side = ("on", "the") in pairs and "sidelines" in rest
    return bool(pairs & (_IN_PERSON - {("on", "the")})) or on_the_side


def _by_phone(words: Words, found: Happening) -> Happening:
    rest = words.low[found.high : min(found.unit[1], found.high + _TALK_REACH)]
    if not _BY_PHONE & set(rest):
        return found
    return replace(found, trigger=replace(found.trigger, kind="call"))


def _judges(words: Words, found: Happening) -> bool:
    """Courts rule that something is so; kings rule countries."""
    source = subject(words, found.low, found.unit)
    named = source is not None and any(words.low[at] in _JUDGES for at in range(*source))
    after = words.low[found.high] if found.high < found.unit[1] else ""
    if found.trigger.lemma == "rule":
        return named or after in ("that", "against") or (after in _THAT and _person(words, found))
    return named or _passive(words, found)


def _person(words: Words, found: Happening) -> bool:
    source = subject(words, found.low, found.unit)
    named = words.mention[source[1] - 1] if source else None
    return named is not None and named.type in ("person", "organization")


def _concrete(words: Words, found: Happening) -> bool:
    """Ships sink; relations and shares only seem to."""
    head = subject_head(words, found)
    return head != "" and head not in _ABSTRACT and head not in closed.PRONOUNS - {"it"}


def _starts(words: Words, found: Happening) -> bool:
    """Somebody or something begins, but a year or a round of talks is no launch."""
    if subject_head(words, found) in _TIMES:
        return False
    for at in range(found.high, min(found.unit[1], found.high + 4)):
        word = words.low[at]
        encounter = any(t.noun and t.kind in ("meeting", "visit") for t in TRIGGERS.get(word, ()))
        if words.mention[at] is None and (encounter or word in ("to", "by")):
            return word == "by" and not words.low[at + 1].endswith("ing")
        if word in closed.INNER_PREPOSITIONS or word in (",", ";"):
            break
    if found.trigger.lemma not in ("release", "introduce"):
        return True
    # Prisoners are released and guests introduced: nothing begins.
    if _passive(words, found):
        source = subject(words, found.low, found.unit)
        return source is None or not is_somebody(words.low[source[1] - 1])
    return object_sort(words, found.high, found.unit[1]) != "somebody"


def _founds(words: Words, found: Happening) -> bool:
    """The form "found" belongs to "find" unless it stands in the infinitive."""
    return words.low[found.low] != "found" or words.low[found.low - 1] == "to"


def _moves(words: Words, found: Happening) -> bool:
    """Somebody leaves or joins a place, a post, a body; "left them speechless" is another verb."""
    source = subject(words, found.low, found.unit)
    acts = source is not None and (
        words.mention[source[1] - 1] is not None or words.low[source[1] - 1] in closed.PRONOUNS
    )
    if not acts:
        return False
    at = (
        found.high + 1
        if words.low[found.high : found.high + 1] in (["to"], ["into"], ["from"])
        else (found.high)
    )
    near = range(at, min(found.unit[1], at + 4))
    return any(
        words.low[i] in _STATIONS or ((m := words.mention[i]) is not None and m.type != "person")
        for i in near
    )


def _contends(words: Words, found: Happening) -> bool:
    """Won, lost or drawn in a game, a vote or a court: not "lost her husband"."""
    rest = words.low[found.high : min(found.unit[1], found.high + 8)]
    if any(word in _CONTESTS for word in rest):
        return True
    if found.trigger.lemma in ("beat", "defeat"):
        named = words.mention[found.high] if found.high < found.unit[1] else None
        return named is not None
    score = any(word[0].isdigit() for word in rest[:4]) and "-" in "".join(rest[:4])
    return score or (
        rest[:1] in (["to"], ["with"], ["at"]) and words.mention[found.high + 1] is not None
    )


def _signs(words: Words, found: Happening) -> bool:
    """Signing takes a thing signed; "something to sign" does not tell what."""
    if found.trigger.tense == "base" and words.low[found.low - 1] == "to":
        return object_sort(words, found.high, found.unit[1]) == "thing"
    return True


def _names(words: Words, found: Happening) -> bool:
    if _passive(words, found):
        return object_sort(words, found.high, found.unit[1]) != "nothing" or (
            words.low[found.high : found.high + 1] in (["as"], ["to"])
        )
    return object_sort(words, found.high, found.unit[1]) == "somebody"


def _dismisses(words: Words, found: Happening) -> bool:
    return _passive(words, found) or (object_sort(words, found.high, found.unit[1]) == "somebody")


_KINDS: dict[str, Callable[[Words, Happening], bool]] = {
    "accident": _concrete,
    "launch": _starts,
    "return": _moves,
    "result": _contends,
}
_NOUNS: dict[str, Callable[[Words, Happening], bool]] = {
    "call": _calls,
    "one": _stands_for,
    "round": _rounds,
    **dict.fromkeys(LEADING, _leads),
}
_VERBS: dict[str, Callable[[Words, Happening], bool]] = {
    "call": _calls_on,
    "meet": _meets,
    "confer": _meets,
    "huddle": _meets,
    "sit": _sits,
    "dine": _meets,
    "visit": _visits,
    "come": _comes,
    "go": _comes,
    "return": _comes,
    "see": _sees,
    "spend": _spends,
    "discuss": _discusses,
    "summon": _summons,
    "speak": _talks,
    "talk": _talks,
    "rule": _judges,
    "order": _judges,
    "found": _founds,
    "sign": _signs,
    "initial": _signs,
    "name": _names,
    "appoint": _names,
    "nominate": _names,
    "fire": _dismisses,
    "sack": _dismisses,
    **dict.fromkeys(HOSTING, _receives),
}
