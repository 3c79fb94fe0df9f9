"""Who acts in a phrase or a clause: the subject of a verb, the actors a phrase names."""

from __future__ import annotations

from dateline.annotation.events.errands import is_there_for, once_more
from dateline.annotation.events.lexicon import MOTION, TRIGGERS
from dateline.annotation.quotations import closed, heads, phrases, subjects
from dateline.annotation.quotations.lexicon import CUES
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS
from dateline.model import Mention

_GROUPS = word_set("they their them both leaders two sides pair duo trio three each")
_GROUP_HEADS = word_set(
    "leaders sides presidents ministers premiers pair duo trio counterparts heads officials men "
    "women chiefs rivals parties two three four both"
)
_ADJUNCTS = word_set("during at after before in following amid ahead prior outset")
_WHERE_AND_WHEN = word_set("in on at during")
_APPOSITION = word_set("the a an who for whose his her their its of then a former")
_ACTORS = frozenset({"person", "organization", "place"})
_ASKING = word_set(
    "invited invites inviting urged urges urging asked asks asking told ordered orders ordering "
    "persuaded pressed encouraged forced advised warned allowed allows instructed begged"
)
_TITLE_LENGTH = 6
_TITLE = 4
"""Words between a verb of asking and the name of who is asked: a title, a country."""
_DASHES = frozenset({"-", "—", "–"})
_BECAME = word_set("became becomes become")
_FIRST_ONE = frozenset({"first", "second", "third", "fourth", "last", "only"})
_ERRAND_REACH = 12
"""Words from "go" to what somebody goes to do."""


def persons_between(words: Words, low: int, high: int) -> set[str]:
    """The persons that the words from `low` to `high` name."""
    named = words.mentions_in(words.span(low, high)) if high > low else ()
    return {m.entity for m in named if m.type == "person" and m.kind == "name" and m.entity}


def subject(words: Words, verb: int, unit: Range) -> Range | None:
    """The subject of the verb at `verb`, over "is set to" and a verb joined by "and" or "then"."""
    low = unit[0]
    asked = _asked(words, verb, low)
    if asked is not None:
        return asked
    verb = _governing(words, verb, low)
    end = subjects.before_verb(words, verb, low)
    then = words.low[end - 1] == "," and words.low[end] == "then"
    if end > low + 2 and (words.low[end - 1] == "and" or then):
        who = _relative_before(words, end - 1, low)
        if who is not None:
            return subjects.antecedent(words, who, low)
        return of_first_verb(words, low, end - 1) or unit_subject(words, low, low, end - 1)
    found = subjects.subject(words, verb, low)
    return found if found is None else _in_dashes(words, found, end) or found


def _in_dashes(words: Words, group: Range, end: int) -> Range | None:
    """The names of "The three leaders - A, B and C - met", behind their group."""
    opens = group[1]
    if opens + 1 >= end or not {words.low[opens], words.low[end - 1]} <= _DASHES:
        return None
    named = opens + 1, end - 1
    return named if group_word(words, group) and len(persons_between(words, *named)) > 1 else None


def _relative_before(words: Words, joint: int, low: int) -> int | None:
    """The "who" of "A, who flew to Rome on Monday and met": the verbs share its subject."""
    for at in range(joint - 1, low, -1):
        if words.low[at] in (",", ";", "that") and words.mention[at] is None:
            return None
        if words.low[at] == "who" and words.mention[at] is None:
            return at
    return None


def _asked(words: Words, verb: int, low: int) -> Range | None:
    """B in "A invited B to visit", "A urged Prime Minister B to resign": it is B who acts."""
    end = verb - 1
    named = words.mention[end - 1] if end - 1 > low and words.low[end] == "to" else None
    if named is None or named.type not in _ACTORS:
        return None
    start = words.range(named.span)[0]
    for at in range(start - 1, max(low, start - _TITLE_LENGTH), -1):
        if words.low[at] in _ASKING:
            return start, end
        if words.mention[at] is None and not words.low[at].isalpha():
            return None
    return None


def of_first_verb(words: Words, low: int, high: int) -> Range | None:
    """The subject of the verb before "and": "A and B met in Rome and signed"."""
    for at in range(low + 1, high):
        word = words.low[at]
        past = any(t.tense == "past" and not t.noun for t in TRIGGERS.get(word, ()))
        said = any(cue.tense == "past" for cue in CUES.get(word, ()))
        other = word in PAST_FORMS or (word.endswith("ed") and words.low[at + 1] != "by")
        if words.mention[at] is None and (past or said or other):
            return subjects.subject(words, at, low)
        if word in ("who", "which", "that", ";"):
            return None
    return None


def _governing(words: Words, verb: int, low: int) -> int:
    """In "Kim is set to resign" the subject stands before "set"; in "Kim will go there on Monday
    to meet Lee" before "go".
    """
    if words.low[verb - 1] == "to" and (first := became_first(words, verb - 1, low)) is not None:
        return first
    for at in range(verb - 2, max(low, verb - _ERRAND_REACH), -1):
        stops = words.low[at] in (",", ";", "that", "and") and not once_more(words, at, verb - 1)
        if words.low[verb - 1] != "to" or stops:
            break
        if words.mention[at] is None and (
            words.low[at] in MOTION or is_there_for(words, at, verb - 1)
        ):
            return at
    while verb - 2 > low and words.low[verb - 1] == "to" and words.low[verb - 2].isalpha():
        verb -= 2
    return verb


def became_first(words: Words, to: int, low: int) -> int | None:
    """The "became" of "became the first president to visit": who it is told of did visit."""
    for at in range(to - 1, max(low, to - _ERRAND_REACH), -1):
        if words.low[at] in (",", ";", "that", "who"):
            return None
        if words.low[at] in _BECAME:
            return at if _FIRST_ONE & set(words.low[at + 1 : to]) else None
    return None


def clause_subject(words: Words, low: int, high: int) -> Range | None:
    """The phrase a clause opens with, or the names behind it: "ministers of X and Y, A and B,"."""
    at = low
    while at < high and words.low[at] in ("and", "but", "however", ",", "meanwhile"):
        at += 1
    source = _joined_phrase(words, at, high)
    return None if source is None else _by_name(words, source, high) or source


def _joined_phrase(words: Words, at: int, high: int) -> Range | None:
    found = phrases.phrase_after(words, at, high)
    if found is None:
        return None
    end = found[1]
    if end < high - 1 and words.low[end] == "and":
        other = phrases.phrase_after(words, end + 1, high)
        acts = actors(words, found) or words.low[found[0]] in ("he", "she")
        if other is not None and actors(words, other) and acts:
            return found[0], other[1]
    return found


def _by_name(words: Words, source: Range, high: int) -> Range | None:
    """The persons told behind their countries: "the ministers of X and Y, A and B, said"."""
    comma = source[1]
    if comma >= high or words.low[comma] != "," or not group_office(words, source):
        return None
    named = _joined_phrase(words, comma + 1, high)
    if named is None or words.low[named[1]] != ",":
        return None
    held = [m for m in words.mentions_in(words.span(*named)) if m.type == "person"]
    persons = {m.entity for m in held if m.entity}
    theirs = actors(words, source)
    return named if len(persons) == len(theirs) > 1 and persons == {*actors(words, named)} else None


_OFFICES = {
    "presidents": "president",
    "premiers": "premier",
    "ministers": "minister",
    "chancellors": "chancellor",
    "kings": "king",
    "leaders": "leader",
    "commissioners": "commissioner",
    "negotiators": "negotiator",
    "envoys": "envoy",
    "ambassadors": "ambassador",
}
_FIELDS = word_set(
    "foreign prime defence defense finance interior trade energy economy transport justice health"
)
_SIZES = {"two": 2, "pair": 2, "duo": 2, "both": 2, "three": 3, "trio": 3, "four": 4}


def group_size(words: Words, source: Range) -> int | None:
    """How many a group is said to be: 2 for "the two leaders", "both"."""
    told = (_SIZES[words.low[at]] for at in range(*source) if words.low[at] in _SIZES)
    return next(told, None)


def group_office(words: Words, source: Range) -> str:
    """What the members of a group are: "president" of "the presidents of A and B"; else ""."""
    low = [words.low[at] for at in range(*source) if words.mention[at] is None]
    at = next((i for i, word in enumerate(low) if word in _OFFICES), None)
    if at is None:
        return ""
    kind = f"{low[at - 1]} " if at and low[at] == "ministers" and low[at - 1] in _FIELDS else ""
    return kind + _OFFICES[low[at]]


def group_word(words: Words, source: Range) -> bool:
    """Whether the phrase names a group: "they", "both leaders", "the two sides"."""
    low, high = source
    low += words.low[low] in ("the", "these", "those") and high - low > 1
    # "the heads of the two companies"
    head = next((at for at in range(low + 1, high) if words.low[at] == "of"), high) - 1
    return words.low[low] in _GROUPS or words.low[head] in _GROUP_HEADS


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
            alone = after >= high or words.low[after] == ","
            acts = acts and not (alone and heads.is_one_person(words, mention))
            acts = acts and not (person and words.low[after : after + 1] == ["'s"])
            if acts and (person or not _modifies(words, after, high)):
                part.append(mention)
            elif acts and (body := _body_of(words, after, high)) is not None:
                part.append(body)
            at = after
            continue
        if words.low[at] == "," and _names_the_head(words, part, at):
            at += 1
            continue
        if words.low[at] in ("and", ",", "-", "&"):
            found.extend(_actor(part))
            part = []
        at += 1
    found.extend(_actor(part))
    if not found and not group_word(words, source):
        named = heads.head(words, source)
        found = [named.entity] if named and named.entity else []
    return list(dict.fromkeys(found))


def _body_of(words: Words, after: int, high: int) -> Mention | None:
    """The government in "Norway's government", which acts where the country only owns it."""
    at = after + (words.low[after] == "'s")
    if at >= high:
        return None
    for mention in words.mentions_in(words.span(at, at + 1)):
        if mention.kind == "nominal" and mention.type == "organization" and mention.entity:
            return mention
    return None


def _names_the_head(words: Words, part: list[Mention], comma: int) -> bool:
    """Whether B is the head just told of: "the president of X, B", "the head of the union, B"."""
    if not part or part[0].type == "person" or comma + 2 >= len(words.mention):
        return False
    named = words.mention[comma + 1] or (
        words.mention[comma + 2] if words.capital(comma + 1) else None
    )
    at = words.range(part[0].span)[0] - 1
    headed = words.low[at - (words.low[at] == "the")] == "of"
    return headed and named is not None and named.type == "person"


def _past_apposition(words: Words, comma: int, high: int) -> int:
    """The comma that ends "A, the head of X,", or `comma` itself when no apposition begins."""
    if comma + 1 >= high:
        return comma
    named = next(
        (at for at in range(comma + 1, min(high, comma + _TITLE)) if words.mention[at]), comma
    )
    after = phrases.past_mention(words, named, high)
    titled = all(words.capital(at) for at in range(comma + 1, named))  # "President B's adviser"
    owned = named > comma and titled and words.low[after : after + 1] == ["'s"]
    if not owned and words.low[comma + 1] not in _APPOSITION:
        return comma
    if _is_another(words, comma, high):
        return comma
    for at in range(comma + 1, high):
        if words.low[at] == "," and not words.inside[at]:
            return at
    return high


def _is_another(words: Words, comma: int, high: int) -> bool:
    """Whether one more is named behind the comma: "A, the regional president B and C"."""
    if words.low[comma + 1] != "the":
        return False
    for at in range(comma + 2, min(high, comma + 2 + _TITLE)):
        if phrases.person_at(words, at):
            after = phrases.past_mention(words, at, high)
            return at > comma + 2 and words.low[after] in ("and", ",")
        if words.low[at] in closed.INNER_PREPOSITIONS or words.low[at] in (",", ";"):
            return False
    return False


def _modifies(words: Words, after: int, high: int) -> bool:
    """Whether the name before `after` only describes what follows: "two U.S. allies".

    Before a head such as "leaders" or before a further name it stands for those who act.
    """
    if after >= high or words.mention[after] is not None:
        return False
    word = words.low[after]
    if word == "'s":
        return after + 1 < high and words.mention[after + 1] is None
    told = any(not t.noun and t.tense != "ing" for t in TRIGGERS.get(word, ()))
    verb = word in CUES or told or word.endswith("ed")
    if word not in _GROUP_HEADS and word.isalpha() and not words.capital(after) and not verb:
        return not phrases.boundary(words, after) and word not in closed.INNER_PREPOSITIONS
    return False


def _actor(part: list[Mention]) -> list[str]:
    for type_ in ("person", "organization", "place"):
        named = [m.entity for m in part if m.type == type_ and m.entity]
        if named:
            return named[-1:]
    return []


def unit_subject(words: Words, at: int, low: int, high: int) -> Range | None:
    """The subject of the main clause: at the unit's start, or after the adjunct it opens with."""
    if words.low[low] in _ADJUNCTS:
        for index in range(at, min(high, at + 25)):
            # "At their last meeting, in Rome in May, A and B"
            if words.low[index] == "," and words.low[index + 1] not in _WHERE_AND_WHEN:
                return clause_subject(words, index + 1, high)
        return None
    found = clause_subject(words, low, high)
    return found if found and found[0] <= at else None
