"""Finding the reporting verbs of a unit, and telling them from nouns and from what is unreal."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotation.quotations import closed, subjects
from dateline.annotation.quotations.closed import AUXILIARIES
from dateline.annotation.quotations.frame import Verb
from dateline.annotation.quotations.lexicon import CUES, REPORTING
from dateline.annotation.quotations.words import Range, Words, word_set

_MODALS = word_set("will would could may might should can must shall 'd 'll")
BE = word_set("is are was were be been being 's")
# A participle after one of these modifies a noun: "passes on warning data".
_NOMINAL = closed.INNER_PREPOSITIONS - {"in"}

_CONTINUES = word_set("continue continues continued continuing")
_GOES = word_set("go goes went")
# "Emerged after five hours to say that": how far the verb may stand from its "to".
_EMERGED = word_set("emerged emerges appeared phoned rang wrote")
_EMERGED_REACH = 8
_STOPS = word_set(", ; that who which")


def find_verbs(words: Words, unit: Range) -> Iterator[Verb]:
    """The reporting verbs of one unit, outside quotation marks, in order."""
    for at in range(*unit):
        entries = CUES.get(words.low[at])
        if entries is None or words.inside[at] or words.mention[at] is not None:
            continue
        for cue in entries:
            size = 1 + (cue.rest.count(" ") + 1 if cue.rest else 0)
            if cue.rest and " ".join(words.low[at + 1 : at + size]) != cue.rest:
                continue
            verb = Verb(cue, at, at + size, unit)
            if _is_verb(words, verb):
                yield verb
            break


def _is_verb(words: Words, verb: Verb) -> bool:
    at = verb.low
    if at == verb.unit[0]:
        return verb.cue.tense == "ing"
    if words.capital(at):
        return False
    if words.low[at] == "state" and (words.capital(at + 1) or words.mention[at - 1] is not None):
        return False  # "state Sen. A", "Norwegian state television"
    before = words.low[at - 1]
    if governing(words, verb) != at:
        return not _unreal(words, verb)
    if verb.cue.tense == "ing" and before in REPORTING:
        return False  # "says maintaining the tax would cost"
    if before in closed.DETERMINERS and before not in ("all", "both", "each", "one", "those"):
        return False
    if before in ("to", "of", "'s", "for", "well", "so", "by"):
        return verb.cue.tense == "ing" and before == "by"
    if verb.cue.tense == "ing" and before in _NOMINAL:
        return False
    if verb.cue.tense in ("base", "s") and before in closed.INNER_PREPOSITIONS:
        return False
    return not _unreal(words, verb)


def governing(words: Words, verb: Verb) -> int:
    """The verb whose subject speaks: "continues" of "continues to maintain that", else its own."""
    low, to = verb.unit[0], verb.low - 1
    if verb.cue.tense != "base" or words.low[to] != "to" or to - 1 <= low:
        return verb.low
    if words.low[to - 1] in _CONTINUES:
        return to - 1
    goes_on = words.low[to - 1] == "on" and words.low[to - 2] in _GOES
    if goes_on and "say" not in verb.cue.classes:
        return to - 2
    near = range(to - 1, max(low, to - _EMERGED_REACH), -1)
    came = next((at for at in near if words.low[at] in _EMERGED), verb.low)
    plain = _STOPS.isdisjoint(words.low[came:to])
    return came if came < to and plain and words.low[verb.high] == "that" else verb.low


def _unreal(words: Words, verb: Verb) -> bool:
    """Negated or yet to come: it must not be shown as said."""
    at = verb.low
    while at > verb.unit[0] and (
        words.low[at - 1] in AUXILIARIES or closed.is_adverb(words.low[at - 1])
    ):
        at -= 1
        if words.low[at] in _MODALS or words.low[at] in ("not", "never", "n't"):
            return True
    if words.low[at - 2 : at] == ["no", "longer"]:
        return True
    return words.low[at][-3:] == "n't"


def is_passive(words: Words, verb: Verb) -> bool:
    """Whether a form of "be" makes the verb passive."""
    if verb.cue.tense != "past":
        return False
    at = verb.low - 1
    while at > verb.unit[0] and closed.is_adverb(words.low[at]):
        at -= 1
    return words.low[at] in BE


def has_be(words: Words, verb: Verb) -> bool:
    """Whether a form of "be" stands among the words right before the verb."""
    end = subjects.before_verb(words, verb.low, verb.unit[0])
    return any(words.low[at] in BE for at in range(end, verb.low))
