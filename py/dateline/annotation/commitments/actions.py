"""Where the words that say what is promised end, and whether they are two promises."""

from __future__ import annotations

from dateline.annotation.commitments.lexicon import VERBS
from dateline.annotation.knowledge import words as knowledge
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set

LEAST_ACTION = 2
"""Words of the shortest action: "sign it"."""
ENDS = word_set("as while which because during amid after although though but who when where since")
# What a clause that was cut off leaves behind: "a treaty under (which)".
_LOOSE = word_set(". , ; and ! ? under by in on with for at to from of")
_END_PAIRS = frozenset({("ahead", "of"), ("according", "to"), ("prior", "to"), ("in", "exchange")})

_ACTS = knowledge("heads", "gov_base") | {"work", "curb", "send", "put"}
_AFTER = word_set("after since")
_UNITS = word_set("day days week weeks month months year years")
_MODALS = word_set("will would must could can may might should shall")
_SUBJECT = 6
"""Words of `that the state of Illinois would`, at most."""
_ARTICLES = word_set("the a an its their his her all it them both these those")


def action_end(words: Words, start: int, high: int) -> int:
    """Where the action ends: at a subordinate clause, an attribution or the final stop."""
    at = start
    while at < high:
        word = words.low[at]
        pair = (word, words.low[at + 1]) if at + 1 < high else (word, "")
        free = not words.inside[at] or words.inside[start]
        beside = words.low[max(start, at - 1) : at + 2]
        early = word == "as" and ("early" in beside or "known" in beside)
        ends = (word in ENDS and at > start + 1 and not early) or pair in _END_PAIRS
        if free and word == "and" and at > start + 1 and _another_verb(words, at + 1, high):
            break
        if free and word == "and" and at > start + 1 and another_party(words, at + 1, high):
            break
        if free and (ends or (word == "," and _comma_ends(words, at, high)) or word in ";—"):
            break
        if word == QUOTE and words.inside[start] and at > start and not _goes_on(words, at, high):
            break
        at += 1
    if at < high and words.low[at] in _AFTER and words.low[at - 1] in _UNITS and at > start + 2:
        at -= 2  # "shut it in May, seven months after the merger"
    while at > start and words.low[at - 1] in _LOOSE:
        at -= 1
    return at


def _another_verb(words: Words, at: int, high: int) -> bool:
    """Whether a further verb of the subject follows: "to sell one and plans to build".

    Or a verb that is no part of what was promised: "an inquiry and should keep her word", "a fund
    and said that".
    """
    goes_on = words.low[at] in closed.AUXILIARIES or words.low[at] in REPORTING
    if at < high and goes_on and words.mention[at] is None:
        return True
    if at < high and _another_clause(words, at, high):
        return True
    known = VERBS.get(words.low[at]) if at < high - 1 else None
    return known is not None and known[1] in ("s", "past") and words.low[at + 1] == "to"


def another_party(words: Words, at: int, high: int) -> int | None:
    """The "to" of "Norway undertook to leave and Chile to pay": what another is to do.

    Of "talks with Norway and Chile to settle it" it is none.
    """
    named = words.mention[at] if at < high - 2 and words.mention[at - 2] is None else None
    if named is None or named.type not in ("person", "organization", "place"):
        return None
    to = phrases.past_mention(words, at, high)
    verb = to < high - 1 and words.low[to] == "to" and words.mention[to + 1] is None
    return to if verb and words.low[to + 1] not in closed.DETERMINERS else None


def _another_clause(words: Words, at: int, high: int) -> bool:
    """Whether a clause begins at `at`: "would begin in May and (that) no home would be lost"."""
    that = words.low[at] == "that"
    if that and "that" not in words.low[at - _SUBJECT : at]:
        return True
    for index in range(at + that, min(high, at + _SUBJECT)):
        if words.low[index] in _MODALS and words.mention[index] is None:
            return index > at + that
        if words.low[index] in (",", "to") or words.low[index] in ENDS:
            break
    return False


def _goes_on(words: Words, mark: int, high: int) -> bool:
    """Whether a quoted act goes on behind its closing mark: "“take the lead” in doing"."""
    return mark + 1 < high and words.low[mark + 1] in closed.INNER_PREPOSITIONS


def _comma_ends(words: Words, at: int, high: int) -> bool:
    """A comma ends the action unless it goes on in a list."""
    rest = words.low[at + 1 : min(high, at + 12)]
    if rest[:1] in (["by"], ["before"], ["within"]) and "," in rest:
        close = rest.index(",")
        if rest[close + 1 : close + 2] == ["to"]:
            return False  # "would begin, by the end of the year, to talk"
    if "and" not in rest or any(word in rest for word in ("said", "says", "added")):
        return True
    named = words.mention[at + 2] if at + 2 < high else None
    if rest[0] == "and" and named is not None:
        behind = phrases.past_mention(words, at + 2, high)
        if words.low[behind] == "to":
            return True  # "obliges A to pay, and B to leave"
    # ", and B will", ", and B said that": another clause begins.
    return rest[0] == "and" and any(
        word in closed.AUXILIARIES or word in REPORTING for word in rest[1:]
    )


def split_acts(words: Words, action: Range) -> list[Range]:
    """The promises of "DO A and DO B the thing": a verb behind "and" has its object's article."""
    low, high = action
    parts, start = [], low
    for at in range(low + 2, high - 2):
        if words.low[at] == "and" and not words.inside[at] and _opens_act(words, at + 1):
            parts.append((start, at))
            start = at + 1
    return [*parts, (start, high)]


def _opens_act(words: Words, at: int) -> bool:
    word, after = words.low[at], words.low[at + 1]
    verb = words.mention[at] is None and word.isalpha() and not phrases.boundary(words, at)
    plain = word not in closed.DETERMINERS | closed.INNER_PREPOSITIONS
    plain = plain and not closed.is_adverb(word) and not word.endswith(("ed", "ing", "s"))
    return verb and plain and (after in _ARTICLES or after[0].isdigit() or after == "$")


def _listed_acts(words: Words, action: Range) -> list[Range]:
    """The acts of a list with commas, when each begins with a verb; else nothing."""
    low, high = action
    marks = [
        at
        for at in range(low + 2, high - 2)
        if words.low[at] in (",", "and") and not words.inside[at] and words.low[at + 1] != "and"
    ]
    commas = [at for at in marks if words.low[at] == ","]
    if not commas or not marks or words.low[marks[-1]] != "and" or len(marks) != len(commas) + 1:
        return []
    if not all(_is_act(words, at + 1) for at in marks):
        return []
    ends = [at - 1 if words.low[at - 1] == "," else at for at in marks]
    return list(zip([low, *(at + 1 for at in marks)], [*ends, high], strict=True))


def _is_act(words: Words, at: int) -> bool:
    """Whether a verb with an object begins: "resume talks", not "trade with" or "aid and"."""
    after = words.low[at + 1]
    plain = words.mention[at] is None and words.low[at] in _ACTS
    if after == "to":
        return plain and words.low[at + 2] in _ACTS  # "work to curb"
    return plain and after not in closed.INNER_PREPOSITIONS and not phrases.boundary(words, at + 1)


def split(words: Words, action: Range) -> list[Range]:
    """The two promises of "to DO A and (jointly) DO B", all three of "to DO A, DO B and DO C"."""
    low, high = action
    listed = _listed_acts(words, action)
    if listed:
        return listed
    parts, start = [], low
    for at in range(low + 2, high - 2):
        if words.low[at] != "and" or words.inside[at]:
            continue
        following = words.low[at + 1]
        manner = following.endswith("ly") and closed.is_adverb(following)
        adverb = manner and words.low[at + 2] not in closed.INNER_PREPOSITIONS
        so = words.low[at + 2 : at + 4] == ["do", "so"]
        again = following in ("to", "for") and words.low[low] in ("to", "the", "a") and not so
        if again or adverb:
            end = at - 1 if words.low[at - 1] == "," else at
            parts.append((start, end))
            start = at + 1
    return [*parts, (start, high)]
