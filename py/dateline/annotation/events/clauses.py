"""Who holds talks told of by a noun, as the clause tells in which the noun stands.

A and B pose before talks · over dinner, A told B · A said after talks with B · A came for talks
"""

from __future__ import annotations

from dateline.annotation.events.actors import (
    actors,
    clause_subject,
    of_first_verb,
    persons_between,
)
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import JOINING, MOTION
from dateline.annotation.events.partners import OPENERS
from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.speakers import subject_mention
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS
from dateline.annotation.times.words import ORDINALS, SMALL_NUMBERS

# "On Friday evening, at the close of a second round of talks,"
_FRONT_REACH = 14
_HOLDER_REACH = 6
# "Arrived in Rome on Tuesday evening for talks"
_TRAVEL_REACH = 10
_LIST_REACH = 14
_WHERE_REACH = 12
_PAIR = 2
_TELLER_REACH = 7
_NEXT_TO = frozenset({"beside", "alongside", "with", "next", "by"})
_MEASURES = word_set("hours hour minutes days day weeks week months round rounds")
_HOW_MANY = (
    SMALL_NUMBERS.keys()
    | ORDINALS.keys()
    | word_set(
        "a an half the more than about almost nearly over some around several and long final last "
        "another"
    )
)
_STAGES = word_set("end close start conclusion opening beginning outset")
_ADJUNCTS = word_set("before after during at ahead of following")
_WHOSE = word_set("of with between by among at for")
_OPENING = word_set("over during in at after following")
_AFTER = word_set("after following during")
_CAME_OUT = word_set("emerged emerges emerging came comes coming walked walks returned")
_MEALS = word_set("lunch dinner breakfast")
_TO_SOMEBODY = word_set(
    "told asked offered gave promised urged warned assured handed showed pressed thanked briefed"
)
"""What one does to another who is there: "over lunch, A offered B a truce"."""
_TOLD_AT = word_set("told at addressed addressing in")
"""What stands before "a joint news conference with B"."""
_TO_TALKS = word_set("to at in for")
_TOOK_PART = word_set("led headed took attended joined represented")


def onlookers(words: Words, found: Happening, start: int) -> set[str]:
    """In "A and B pose before talks in Rome" the subjects of the clause.

    Also in "A and B agreed after a long meeting", which is theirs unless it is said whose.
    """
    low, high = found.unit
    staged = words.low[start - 1] == "of" and words.low[start - 2] in _STAGES
    if start <= low or not (staged or words.low[start - 1] in _ADJUNCTS):
        return set()
    theirs = words.low[start] in ("a", "an") and words.low[found.high] not in _WHOSE
    if start != found.low and not theirs and not staged:
        return set()
    for source in (clause_subject(words, low, high), of_first_verb(words, low, start)):
        ids = actors(words, source) if source and source[1] <= start else []
        if len(ids) > 1:
            return set(ids)
    return set()


def in_a_meeting(words: Words, start: int, first: str, low: int) -> set[str]:
    """A and B in "A gave the word to B in a 45-minute meeting"."""
    meal = words.low[start - 1] == "over" and words.low[start] in _MEALS
    met = words.low[start - 1] in ("in", "during", "at") and first in ("a", "an")
    if not (met or meal):
        return set()
    persons = persons_between(words, low, start)
    return persons if len(persons) == _PAIR else set()


def joined(words: Words, start: int, low: int) -> list[str]:
    """Whom somebody joined, or had over: "A joined B for dinner", "A had B to dinner"."""
    for at in range(start - 1, max(low, start - _HOLDER_REACH), -1):
        if words.low[at] in JOINING and words.low[start - 1] in ("for", "at", "in"):
            return actors(words, (at + 1, start))
        if words.low[at] == "had" and words.low[start - 1] in ("to", "for"):
            return actors(words, (at + 1, start - 1))
    return []


def traveller(words: Words, start: int, low: int) -> Range | None:
    """Who went somewhere for talks: "A arrived in Rome on Tuesday for talks"."""
    if start - 2 <= low or words.low[start - 1] != "for":
        return None
    for at in range(start - 2, max(low, start - _TRAVEL_REACH), -1):
        there = words.low[at] in ("was", "were") and words.low[at + 1] == "in"
        if (words.low[at] in MOTION or there) and words.mention[at] is None:
            if words.low[at].endswith("ing"):
                return clause_subject(words, low, at)
            return subjects.subject(words, at, low)
        if words.low[at] in (",", ";", "that"):
            return None
    return None


def of_main_clause(words: Words, found: Happening, start: int) -> tuple[set[str], int]:
    """In "Over dinner in Rome, A told B" A and B; in "In a call, A and B agreed" both of them.

    Also in "On Friday, at the close of talks in Rome, A and B announced"; with the number of
    pronouns left open, in "after talks in Rome, he and B agreed".
    """
    low, high = found.unit
    if (beside := _beside(words, found, start)) is not None:
        return beside, 0
    opens = words.low[low] in _OPENING and start <= low + 2
    if not opens and not _fronted(words, start, low):
        return set(), 0
    commas = (at for at in range(found.high, high) if words.low[at] == ",")
    sources = (clause_subject(words, comma + 1, high) for comma in commas)
    source = next((each for each in sources if each is not None), None)
    if source is None:
        return set(), 0
    acts = acts_on(words, source, high)
    if acts:
        return acts, 0
    ids = set(actors(words, source))
    if ids and closed.HE_OR_SHE.intersection(words.low[slice(*source)]):
        return ids, 1
    return (ids if len(ids) > 1 else set()), 0


def acts_on(words: Words, source: Range, high: int) -> set[str]:
    """A and B in "A told B", "A offered B a truce"; empty for any other clause."""
    named = next((at for at in range(*source) if phrases.person_at(words, at)), None)
    if named is None:
        return set()
    verb = phrases.past_mention(words, named, high)
    listener = phrases.phrase_after(words, verb + 1, high)
    if words.low[verb] not in _TO_SOMEBODY or listener is None:
        return set()
    ids = {*actors(words, (source[0], verb)), *actors(words, listener)}
    return ids if len(ids) > 1 else set()


def _beside(words: Words, found: Happening, start: int) -> set[str] | None:
    """A and B in "Standing beside B after two hours of talks, A turned to the river"."""
    low, high = found.unit
    opens = words.low[low].endswith("ing") and words.low[low + 1] in _NEXT_TO
    after = _measured(words, start, low) - 1
    if not opens or words.low[after] not in _AFTER:
        return None
    comma = next((at for at in range(found.high, high) if words.low[at] == ","), high)
    source = clause_subject(words, comma + 1, high)
    ids = {*actors(words, (low + 2, after)), *(actors(words, source) if source else ())}
    return ids if len(ids) > 1 else None


def of_relative(words: Words, start: int, low: int) -> set[str]:
    """A and B in "opened by A and B, who then withdrew for a working lunch"."""
    if words.low[start - 1] not in ("for", "over", "at", "to"):
        return set()
    who = next((i for i in range(start - 1, low + 1, -1) if words.low[i] in (",", "who")), low)
    if words.low[who] != "who" or words.low[who - 1] != ",":
        return set()
    before = range(max(low, who - _FRONT_REACH), who - 1)
    over = [words.mention[at] for at in before]
    named = {m.entity for m in over if m is not None and m.type == "person" and m.entity}
    both = "and" in (words.low[at] for at in before)
    return named if both and len(named) == _PAIR else set()


def _fronted(words: Words, start: int, low: int) -> bool:
    """Whether the noun phrase hangs on "after", "at the end of" before its sentence's subject."""
    low = max((i + 1 for i in range(low, start) if words.low[i] == ","), default=low)
    before = words.low[low:start]
    if not 0 < start - low <= _FRONT_REACH or not closed.AUXILIARIES.isdisjoint(before):
        return False
    named = any(words.mention[at] is not None for at in range(low, start))
    return not named and not _OPENING.isdisjoint(before)


def who_comes(words: Words, found: Happening, start: int) -> tuple[set[str], int]:
    """A in "A left Rome on Friday, after talks with B"; 1 pronoun in "she said after talks with B".

    Of "after talks between B and C" A is none.
    """
    low, behind_ = found.unit[0], words.low[found.high : found.high + _LIST_REACH]
    start = _measured(words, start, low)
    if (member := _member(words, start, low)) is not None:
        return member, 0
    with_ = next((word for word in behind_ if word in OPENERS), "") == "with"
    forum = found.trigger.lemma == "joint" and words.low[start - 1] in _TOLD_AT
    if with_ and words.low[start - 1] == "that":
        return _who_tells_of(words, found, start), 0
    after = words.low[start - 1] in _AFTER or (
        words.low[start - 1] == "from" and not _CAME_OUT.isdisjoint(words.low[start - 3 : start])
    )
    if start <= low or not (forum or after) or not with_:
        return set(), 0
    he = next((at for at in range(low, start - 1) if words.low[at] in closed.HE_OR_SHE), None)
    if he is not None and not words.inside[he] and (he == low or words.low[he + 1] in REPORTING):
        return set(), 1
    if (teller := _teller(words, start, low)) is not None:
        return {teller}, 0
    named = subject_mention(words, found.unit)
    before = named is not None and words.range(named.span)[0] < start
    if forum and not before:
        return _behind_comma(words, found), 0
    return ({named.entity} if before and named and named.entity else set()), 0


def _who_tells_of(words: Words, found: Happening, start: int) -> set[str]:
    """A in "A told reporters that a fourth round of talks with B had ended on Friday"."""
    low, high = found.unit
    named = subject_mention(words, (low, start - 1))
    teller = named is not None and named.type == "person" and not words.inside[start]
    over = "had" in words.low[found.high : min(high, found.high + _LIST_REACH)]
    said = not REPORTING.isdisjoint(words.low[low : start - 1])
    return {named.entity} if teller and over and said and named and named.entity else set()


def _behind_comma(words: Words, found: Happening) -> set[str]:
    """A in "At a joint news conference with B, A said"."""
    high = found.unit[1]
    comma = next((at for at in range(found.high, high) if words.low[at] == ","), high)
    source = clause_subject(words, comma + 1, high)
    return set(actors(words, source)) if source else set()


def _member(words: Words, start: int, low: int) -> set[str] | None:
    """A in "A, who led a delegation to the talks with B"."""
    for at in range(start - 1, max(low, start - _FRONT_REACH), -1):
        if words.low[at] in (",", ";", "that") and words.mention[at] is None:
            return None
        if words.low[at] == "who":
            took = words.low[start - 1] in _TO_TALKS and words.low[at + 1] in _TOOK_PART
            source = subjects.antecedent(words, at, low) if took else None
            return set(actors(words, source)) if source else None
    return None


def _teller(words: Words, start: int, low: int) -> str | None:
    """A in "it would open, A said on Monday after talks with B"."""
    for at in range(start - 1, max(low, start - _TELLER_REACH), -1):
        named = words.mention[at - 1]
        if words.low[at] in REPORTING and words.mention[at] is None:
            person = named is not None and named.type == "person"
            return named.entity if person and named is not None else None
        if words.low[at] in (",", ";"):
            return None
    return None


def _measured(words: Words, start: int, low: int) -> int:
    """Where "more than two hours of talks" begins whose "talks" stands at `start`."""
    at = start - 2
    if words.low[start - 1] != "of" or words.low[at] not in _MEASURES:
        return start
    while at - 1 > low and words.low[at - 1] in _HOW_MANY:
        at -= 1
    return at


def at_which(words: Words, found: Happening) -> set[str]:
    """A and B in "a meeting in Rome on Monday at which A and B said"."""
    high = found.unit[1]
    for at in range(found.high, min(high - 1, found.high + _WHERE_REACH)):
        if words.low[at] in (",", ";", "that", "who") and words.mention[at] is None:
            break
        if words.low[at] in ("at", "in", "during") and words.low[at + 1] == "which":
            verb = next((i for i in range(at + 2, high) if _acts(words, i)), high)
            ids = persons_between(words, at + 2, verb)
            return ids if len(ids) > 1 else set()
    return set()


def _acts(words: Words, at: int) -> bool:
    """Whether a verb of a clause stands at `at`: an auxiliary or a past."""
    word = words.low[at]
    past = word in REPORTING or word in PAST_FORMS or word.endswith("ed")
    return words.mention[at] is None and (past or word in closed.AUXILIARIES)
