"""Whether a trigger word means what it seems to: "met the minister", but not "met the deadline".

English verbs change their sense with their object or subject, and the rules here look at its head
alone. Where the head is unknown the happening is dropped: a meeting that never was is worse than
one left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.annotation.events.actors import subject
from dateline.annotation.events.conversations import (
    by_phone,
    calls,
    calls_for,
    rings,
    talks,
    tells_by_phone,
)
from dateline.annotation.events.encounters import (
    briefs,
    calls_on,
    chairs,
    comes,
    company,
    discusses,
    meets,
    moves,
    receives,
    sees,
    sits,
    spends,
    stands_for,
    strikes,
    summons,
    visits,
)
from dateline.annotation.events.face_to_face import (
    AT_ONCE,
    FACING,
    are_together,
    faces,
    is_told,
    tells_at_once,
)
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import HOSTED, HOSTING, LEADING, TRIGGERS, sense_words
from dateline.annotation.events.objects import (
    BE,
    is_passive,
    is_somebody,
    object_sort,
    subject_head,
)
from dateline.annotation.events.presence import UNDER, hosted, is_there
from dateline.annotation.events.sittings import (
    audiences,
    closeted,
    encounters,
    gathers,
    hours,
    joint,
    leads,
    meals,
    rounds,
    sessions,
)
from dateline.annotation.quotations import closed, subjects
from dateline.annotation.quotations.words import Words, word_set

_SPOKEN = frozenset({"speak", "talk", "discuss", "conversation"})
_ABSTRACT = sense_words("abstract")
_TIMES = sense_words("times")
_JUDGES = sense_words("judges")
_CONTESTS = sense_words("contests")
_NOBODY = (["nobody"], ["nothing"], ["none"])
_ASKING = word_set("on about of over to know see decide decides depends say clear whether")
_THAT = word_set("that in against for on unanimously out wednesday thursday friday monday tuesday")


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
    other = found.trigger.lemma in FACING and not faces(found)  # "raised prices", "settled a case"
    verb = None if other else _VERBS.get(found.trigger.lemma)
    check = verb or _KINDS.get(found.trigger.kind)
    if is_told(words, found):
        return found
    if check is not None and not check(words, found):
        return None
    meant = by_phone(words, found) if found.trigger.lemma in _SPOKEN else found
    at_table = found.trigger.lemma == "sit" and words.low[found.high] == "to"
    if found.trigger.rest and not at_table:
        return meant
    if found.trigger.lemma not in ("spend", "stay", "sit", "discuss"):
        return meant
    return replace(meant, high=company(words, found) or found.high)


def _describes(words: Words, found: Happening) -> bool:
    """Whether the participle stands before what it describes: "under retired judge A"."""
    before, after = words.low[found.low - 1], words.low[found.high : found.high + 1]
    named = found.high < found.unit[1] and words.mention[found.high] is not None
    role = named or any(is_somebody(word) for word in after)
    return role and (before in closed.DETERMINERS or before in closed.INNER_PREPOSITIONS)


def _asked(words: Words, found: Happening) -> bool:
    """Part of a question: "it hangs on who moves in"."""
    end = subjects.before_verb(words, found.low, found.unit[0])
    if end - 2 < found.unit[0] or words.low[end - 1] not in ("who", "whoever", "what"):
        return False
    return words.low[end - 1] != "who" or words.low[end - 2] in _ASKING


_NO_VERB_AFTER = BE | word_set("by over the a an")


def calls_on_or_in(words: Words, found: Happening) -> bool:
    """A called on B, or called B in."""
    return (closeted if found.trigger.rest == "in" else calls_on)(words, found)


def _judges(words: Words, found: Happening) -> bool:
    """Courts rule that something is so; kings rule countries."""
    source = subject(words, found.low, found.unit)
    named = source is not None and any(words.low[at] in _JUDGES for at in range(*source))
    after = words.low[found.high] if found.high < found.unit[1] else ""
    if found.trigger.lemma == "rule":
        return named or after in ("that", "against") or (after in _THAT and _person(words, found))
    return named or is_passive(words, found)


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
    if is_passive(words, found):
        source = subject(words, found.low, found.unit)
        return source is None or not is_somebody(words.low[source[1] - 1])
    return object_sort(words, found.high, found.unit[1]) != "somebody"


def _founds(words: Words, found: Happening) -> bool:
    """The form "found" belongs to "find" unless it stands in the infinitive."""
    return words.low[found.low] != "found" or words.low[found.low - 1] == "to"


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
    if is_passive(words, found):
        return object_sort(words, found.high, found.unit[1]) != "nothing" or (
            words.low[found.high : found.high + 1] in (["as"], ["to"])
        )
    return object_sort(words, found.high, found.unit[1]) == "somebody"


def _dismisses(words: Words, found: Happening) -> bool:
    return is_passive(words, found) or (object_sort(words, found.high, found.unit[1]) == "somebody")


_KINDS: dict[str, Callable[[Words, Happening], bool]] = {
    "accident": _concrete,
    "launch": _starts,
    "return": moves,
    "result": _contends,
}
_NOUNS: dict[str, Callable[[Words, Happening], bool]] = {
    "call": calls,
    "one": stands_for,
    "round": rounds,
    **dict.fromkeys(("session", "sessions"), sessions),
    **dict.fromkeys(("talk", "tea", "supper", "coffee", "drinks"), meals),
    **dict.fromkeys(("exchange", "one-on-one", "bilateral"), meals),
    "audience": audiences,
    "handshake": encounters,
    "encounter": encounters,
    "joint": joint,
    **dict.fromkeys(AT_ONCE, tells_at_once),
    **dict.fromkeys(("hour", "hours", "minutes"), hours),
    **dict.fromkeys(LEADING, leads),
    **dict.fromkeys(HOSTED - {"joined"}, hosted),
    **dict.fromkeys(
        UNDER | word_set("table room chair attendance presence present them guest guests"), is_there
    ),
}
_VERBS: dict[str, Callable[[Words, Happening], bool]] = {
    "call": calls_on_or_in,
    "brief": briefs,
    "co-chair": chairs,
    **dict.fromkeys(("reach", "strike"), strikes),
    **dict.fromkeys(("reassure", "persuade", "console", "congratulate", "lobby"), calls_for),
    "ring": rings,
    **dict.fromkeys(("tell", "assure", "inform", "warn", "urge"), tells_by_phone),
    **dict.fromkeys(("closet", "catch"), closeted),
    **dict.fromkeys(("gather", "convene", "assemble", "reunite", "get"), gathers),
    "meet": meets,
    "confer": meets,
    "huddle": meets,
    "sit": sits,
    "dine": meets,
    "visit": visits,
    "come": comes,
    "go": comes,
    "return": comes,
    "see": sees,
    **dict.fromkeys(FACING, are_together),
    "spend": spends,
    "stay": spends,
    "discuss": discusses,
    "summon": summons,
    "speak": talks,
    "talk": talks,
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
    **dict.fromkeys(HOSTING, receives),
    **dict.fromkeys(("attend", "join", "look"), is_there),
}
