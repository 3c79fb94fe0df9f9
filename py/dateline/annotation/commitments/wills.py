"""Promises made with a bare "will", "would" or "is to": who can promise, and what is an act.

A will DO · A said it would DO · A told B that the thing would be done by DAY · A is to DO
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.annotation.commitments.actions import LEAST_ACTION, action_end, split_acts
from dateline.annotation.commitments.lexicon import (
    BEGINNING,
    DATED_VERBS,
    EMPTY_VERBS,
    NEGATIONS,
    NO_PROMISE,
    UNREAL,
)
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.commitments.refusals import (
    LIMIT_REACH,
    LIMITS,
    done_word,
    none_of,
    not_done,
    nothing_of_it,
    refusal,
)
from dateline.annotation.events import actors
from dateline.annotation.events.objects import is_somebody, object_sort
from dateline.annotation.quotations import closed, heads, phrases, subjects
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS

_UNREAL_REACH = 10
_NEGATED_REACH = 2
_IFS = word_set("if unless")
_NOUN_REACH = 5
"""Words from "make" within which its noun stands: "make a brief statement"."""
_SAID_LENGTH = 8
"""Words from comma to comma of ", the prime minister said,"."""
_SOURCE_LENGTH = 12
"""Words of ", the company's chief executive, Ann Lee, said"."""
BODIES = word_set(
    "company government ministry office firm party union group agency club team bank board council "
    "companies governments ministries firms parties unions groups clubs teams banks leaders sides "
    "countries nations ministers presidents allies two both city police army court commission "
    "pair duo trio panel inquiry taskforce regulator coalition military committee league "
    "federation association trust commission delegation delegations embassy consortium parliament "
    "senate council developer operator hospital university state county province counties states "
    "mission bloc alliance junta regime network charity foundation watchdog airline carrier "
    "supplier contractor retailer manufacturer maker bureau institute fund"
)
_COUNTED = word_set("number group total handful dozens hundreds thousands majority")
_REPEATING = word_set("reaffirmed reiterated repeated confirmed reaffirm reiterate")
_PARTIES = word_set(
    "rebels militants insurgents separatists lenders creditors shareholders holders owners "
    "authorities organisers organizers regulators operators negotiators lawmakers legislators"
)
_PARENTHESES = word_set("which who whose")
_WHERE = word_set("to on of in at near between along under")
_ARRANGED = word_set("held set")
INTO_FORCE = word_set("force effect operation use")
_ACTS_ALONE = word_set(
    "appeal resign comply testify attend retire apologise apologize cooperate abstain withdraw "
    "strike"
)
_TITLES = word_set("he she they we i it")
_OFFICERS = word_set("leaders governments presidents ministers heads chiefs officials diplomats")
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
_EACH = word_set("both each neither")
_DEFINITE = word_set("the both all their its his her these our two three")
_GOING = word_set("go come")
_ASKING = word_set("who whoever whichever whatever what which")
_BETWEEN = word_set("otherwise therefore both all from")
# "told the inquiry in Rome on Monday that": how far the verb may stand from its clause.
_TOLD_REACH = 10
_TELLING = word_set("told tells telling assured informed promised reminded notified")


def will_promises(words: Words, at: int, unit: Range) -> list[Promise]:
    """A will DO, when A can promise and DO is an act; A would DO, when somebody says so."""
    if words.low[at - 1] == "there":
        return _there_will_be(words, at, unit)
    joined = words.low[at - 1] == "and"
    found = actors.subject(words, at, unit) if joined else subject_of(words, at, unit[0])
    subject = _joint(words, found, unit[0])
    if subject is None or unreal(words, subject[0], unit[0]) or asks(words, subject):
        return []
    if on_condition(words, unit[0]) or _of_others(words, at, subject):
        return []
    if _unconfirmed(words, subject[0], unit[0]):
        return []
    told = range(unit[0], at) if joined else range(0)
    said = any(words.low[i] in REPORTING for i in told) or _reported(words, subject[0], unit)
    said = said or words.low[at - 1] in REPORTING or bool(words.inside[at])
    said = said or (words.low[at - 1] == "," and words.low[at - 2] in REPORTING)
    would = words.low[at] == "would"
    if (none := none_of(words, subject)) is not None:
        said = said or _reported(words, none[0], unit)
        return nothing_of_it(words, at, unit, none) if said or not would else []
    if (of_thing := _of_thing(words, at, unit, subject, said)) is not None:
        return of_thing
    verb = at + 1 + (words.low[at + 1] in ("now", "also", "then"))
    if words.low[verb] in ("not", "n't") and (would or said or _one_s_own(words, at, subject)):
        return refusal(words, at, unit, subject) if said or not would else []
    return _act(words, at, unit, subject, told=would and not said)


def _of_thing(
    words: Words, at: int, unit: Range, subject: Range, said: bool
) -> list[Promise] | None:
    """What will be done with a thing, or befall it; `None` where somebody acts."""
    would = words.low[at] == "would"
    verb = at + 1 + (words.low[at + 1] in ("now", "also", "then"))
    if words.low[verb] == "be" and verb + 1 < unit[1] and will_be(words, verb + 1, subject):
        if would and not said:
            return []
        action = (verb, action_end(words, verb, unit[1]))
        status = "scheduled" if words.low[verb + 1] in _ARRANGED else "stated-intent"
        told = (at, verb + 1)
        return [Promise(status, told, action, subject, by_speaker=True, firm=not would)]
    if can_promise(words, subject):
        return None
    if words.low[verb] in ("not", "n't") and said:
        return not_done(words, at, unit, subject)
    base = heads.base_end(words, *subject) - 1
    # "A team of experts would go": those whom the noun counts.
    of = words.low[base + 1] == "of" and is_somebody(words.low[subject[1] - 1])
    people = is_somebody(words.low[base]) or (of and words.low[base] in BODIES | _COUNTED)
    begins = not would and words.low[verb] in BEGINNING
    comes = not would and (people or begins or _comes_into_force(words, verb))
    acts = _act(words, at, unit, subject, by_speaker=True) if said or comes else []
    return [replace(promise, by_people=people, firm=begins) for promise in acts]


def _there_will_be(words: Words, at: int, unit: Range) -> list[Promise]:
    """A said there would be no rise before DAY."""
    no = words.low[at + 1 : at + 3] == ["be", "no"]
    said = words.low[at] != "would" or _reported(words, at - 1, unit)
    if not no or not said or on_condition(words, unit[0]):
        return []
    action = (at + 1, action_end(words, at + 1, unit[1]))
    return [Promise("stated-intent", (at, at + 2), action, (at - 1, at), by_speaker=True)]


def subject_of(words: Words, at: int, low: int) -> Range | None:
    """The subject of the verb at `at`, also past "the valve, repaired," and "which A said"."""
    if words.low[at - 1] == ",":
        found = [subjects.subject(words, at, low), _set_off(words, at - 1, low)]
        return max((each for each in found if each is not None), default=None)
    if words.low[at - 1] in REPORTING and words.low[at - 2] != "had":
        # "An inquiry, which A said would be completed"; what he had said is only recalled.
        which = next((i for i in range(at - 2, low, -1) if words.low[i] == "which"), low)
        return subjects.antecedent(words, which, low) if which > low else None
    return subjects.subject(words, at, low)


def _set_off(words: Words, comma: int, low: int) -> Range | None:
    """The phrase before a parenthesis that ends at `comma`."""
    start = next((i for i in range(comma - 1, low, -1) if words.low[i] == ","), low)
    after = words.low[start + 1]
    opens = after in _PARENTHESES or after.endswith("ed") or after in PAST_FORMS or after in _WHERE
    opens = opens or after in closed.DETERMINERS or _is_said(words, start, comma)
    if start == low or not opens or words.inside[start]:
        return None
    return phrases.phrase_before(words, start, low, join=False)


def _is_said(words: Words, start: int, comma: int) -> bool:
    """Whether ", she said," stands between the two commas."""
    near = comma - start <= _SAID_LENGTH
    return near and any(words.low[at] in REPORTING for at in range(start + 1, comma))


def on_condition(words: Words, low: int) -> bool:
    """Whether the sentence opens with "if": what its main clause tells hangs on that."""
    return words.low[low + (words.low[low] == QUOTE)] in ("if", "unless")


def _of_others(words: Words, at: int, subject: Range) -> bool:
    """Whether a quote foretells what somebody else will do: "“He will leave with nothing,”"."""
    lone = subject[1] - subject[0] == 1
    return bool(words.inside[at]) and lone and words.low[subject[0]] in ("he", "she", "they")


def _unconfirmed(words: Words, start: int, low: int) -> bool:
    """Whether nobody says so: "has not confirmed that A will attend"."""
    at = start - 1 - (words.low[start - 1] == "that")
    if at <= low or words.low[at] not in REPORTING:
        return False
    return not NEGATIONS.isdisjoint(words.low[max(low, at - _NEGATED_REACH) : at])


def _joint(words: Words, subject: Range | None, low: int) -> Range | None:
    """With the pronoun of "he and the president"."""
    if subject is None or subject[0] - 2 < low or words.low[subject[0] - 1] != "and":
        return subject
    joined = words.low[subject[0] - 2] in ("he", "she", "they", "we")
    return (subject[0] - 2, subject[1]) if joined else subject


def asks(words: Words, subject: Range) -> bool:
    """Whether the phrase is a question's: "whoever replaces A"."""
    return any(words.low[at] in _ASKING for at in range(*subject))


def _act(
    words: Words,
    at: int,
    unit: Range,
    subject: Range,
    by_speaker: bool = False,
    told: bool = False,
) -> list[Promise]:
    """The act that stands after "will", if it is one."""
    verb, high = at + 1, unit[1]
    while verb < high - 1 and _skipped(words, verb):
        if words.low[verb] in NEGATIONS:
            return []
        verb += 1
    going_on = verb + 1 < high and words.low[verb] == "be" and words.low[verb + 1].endswith("ing")
    if words.low[verb : verb + 2] == ["confirm", "only"]:
        return []
    if verb >= high or (words.low[verb] in NO_PROMISE and not (going_on or _means(words, verb))):
        return []
    if not _stands_for(words, verb):
        return []
    action = (verb, action_end(words, verb, high))
    if _IFS.intersection(words.low[action[0] : min(high, action[1] + 1)]):
        return []  # "I will lock the door if I have to"
    named = words.low[verb] in NEGATIONS or not words.low[verb].isalpha()
    short = action[1] - action[0] < LEAST_ACTION and words.low[verb] not in _ACTS_ALONE
    if named or short:
        return []
    begins = _comes_into_force(words, verb)
    scheduled = begins or (words.low[verb] in DATED_VERBS and not by_speaker)
    scheduled = scheduled and not words.inside[at]
    status = "scheduled" if scheduled else "stated-intent"
    first = Promise(status, (at, verb + 1), action, subject, by_speaker, told, by_will=True)
    return [replace(first, action=part) for part in split_acts(words, action)]


def _comes_into_force(words: Words, verb: int) -> bool:
    """`will take effect`, `will come into force`."""
    told = words.low[verb : verb + 3]
    if told[1:2] != ["into"]:
        return told[:2] == ["take", "effect"]
    return told[0] in ("come", "enter", "go") and not INTO_FORCE.isdisjoint(told[2:])


def _means(words: Words, verb: int) -> bool:
    """Whether an empty verb has what makes it an act: "make a statement", "see each other"."""
    if words.low[verb] == "see":
        each = tuple(words.low[verb + 1 : verb + 3]) in _EACH_OTHER
        return each or object_sort(words, verb + 1, len(words.low) - 1) == "somebody"
    if words.low[verb] in _GOING and goes_somewhere(words, verb):
        return True
    wanted = EMPTY_VERBS.get(words.low[verb], frozenset())
    rest = words.low[verb + 1 : verb + _NOUN_REACH]
    return bool(rest) and (rest[0] in wanted or not wanted.isdisjoint(rest[1:]))


def goes_somewhere(words: Words, verb: int) -> bool:
    """Whether "go" is an act: "go to Rome", "go on strike", "come to the capital"."""
    told = words.low[verb + 1 : verb + 3]
    there = words.mention[verb + 2]
    place = there is not None and there.type == "place"
    return told[:1] == ["home"] or told == ["on", "strike"] or (told[0] == "to" and place)


def _skipped(words: Words, at: int) -> bool:
    """Between "will" and its verb: adverbs, a quotation mark, "from now on"."""
    word = words.low[at]
    if word == QUOTE or word in _BETWEEN or closed.is_adverb(word):
        return True
    return word in ("now", "on") and words.low[at - 1] in ("from", "now")


def _stands_for(words: Words, verb: int) -> bool:
    """Of "stand", only what announces an act: "stand down", "stand for election"."""
    after = words.low[verb + 1]
    return words.low[verb] != "stand" or after in ("down", "aside", "trial", "for")


def will_be(words: Words, at: int, subject: Range) -> bool:
    """Whether "be" goes on to a result: "be reopened", "be held", which persons are in prisons.

    Also "be on the ground before June": where something is to be by a day.
    """
    if words.low[at] in ("on", "in", "at"):
        return not (LIMITS | closed.WEEKDAYS).isdisjoint(words.low[at + 1 : at + LIMIT_REACH])
    if words.low[at] not in _ARRANGED:
        return done_word(words.low[at])
    named = (words.mention[index] for index in range(*subject))
    person = any(mention is not None and mention.type == "person" for mention in named)
    return not person and words.low[subject[0]] not in closed.PRONOUNS


def _one_s_own(words: Words, at: int, subject: Range) -> bool:
    """Whether it is said in quotation marks of who says it: "I will not resign"."""
    return bool(words.inside[at]) and words.low[subject[0] : subject[1]] in (["i"], ["we"])


def _reported(words: Words, start: int, unit: Range) -> bool:
    """Whether a reporting verb governs the clause: "said (that) A would", "told B that A would",
    "A would, said C".
    """
    low = unit[0]
    if start == low:
        return _said_behind(words, unit)
    if words.low[start - 1] == "," and words.low[start - 2] in REPORTING:
        return True  # "In return, A said, B would"
    at = start - 1
    that = at >= low and words.low[at] == "that"
    at -= that
    if at < low:
        return False
    if words.low[at] in REPORTING | _REPEATING and words.mention[at] is None:
        return True
    if words.low[at] == "and" and (that or _goes_on_saying(words, at, start)):
        return any(words.low[i] in REPORTING for i in range(low, at))
    return _told(words, at, low, that)


def _goes_on_saying(words: Words, joint: int, start: int) -> bool:
    """Whether a clause behind "and" is said too: ", she said, and", "that it was so and she"."""
    if words.low[joint - 1] == "," and words.low[joint - 2] in REPORTING:
        return True
    return words.low[start] in ("he", "she", "it", "they") and words.low[joint - 1] != ","


def _said_behind(words: Words, unit: Range) -> bool:
    """Whether a sentence outside quotation marks ends with who said it: ", the firm said"."""
    low, high = unit
    if words.inside[low]:
        return False
    commas = [at for at in range(low, high) if words.low[at] == ","]
    for comma, end in pairwise([*commas, high]):
        told = words.low[comma + 1 : min(end, comma + _SOURCE_LENGTH)]
        if not REPORTING.isdisjoint(told) or told[:2] == ["according", "to"]:
            return True
    return False


def _told(words: Words, at: int, low: int, that: bool) -> bool:
    """Past the listener, the day and the place that stand between the verb and its clause."""
    for back in range(at, max(low - 1, at - _TOLD_REACH), -1):
        word = words.low[back]
        if words.mention[back] is not None:
            continue
        if word in REPORTING | _REPEATING:
            heard = words.low[back - 1] in ("been", "was", "were")  # "she had been told that"
            return not heard and (that or word in _TELLING)
        if word in (",", ";", QUOTE, "and", "but") or word in closed.AUXILIARIES:
            return False
    return False


def can_promise(words: Words, subject: Range) -> bool:
    """Whether the phrase names somebody, a body or a group that can act."""
    base = heads.base_end(words, *subject)
    last = words.mention[base - 1]
    if last is not None and last.type in ("person", "organization", "place"):
        return True
    if base < subject[1] and words.low[base - 1] in _OFFICERS:
        return True
    word, end = words.low[subject[0]], words.low[subject[1] - 1]
    if subject[1] - subject[0] == 1 and word in _TITLES | _EACH:
        return True
    if end in ("i", "we", "police"):
        return True
    named = heads.head(words, subject)
    if named is not None and named.type in ("person", "organization"):
        return True
    if "and" in words.low[subject[0] : subject[1]] and is_somebody(end):
        return True
    if end in _PARTIES or (base > subject[0] and words.low[base - 1] in _PARTIES):
        return True
    return word in _DEFINITE and end in BODIES


def unreal(words: Words, start: int, low: int) -> bool:
    """Whether a hope, a question or a condition governs the clause that begins at `start`."""
    for at in range(start - 1, max(low, start - _UNREAL_REACH) - 1, -1):
        word = words.low[at]
        under = word == "which" and words.low[at - 1] in ("under", "by", "in", "of")
        if word in UNREAL and words.mention[at] is None and not under:
            return True  # but "a deal under which A will pay"
        if word in (";", ","):
            return False
    return False
