"""Where a reporting verb has its source and its content: the frames of English news.

CONTENT, said X.    CONTENT, X said.    X said (that) CONTENT.    X told Y (that) CONTENT.
According to X, CONTENT.    X was quoted as saying CONTENT.    X's claim that CONTENT
"""

from __future__ import annotations

from dataclasses import replace

from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.closed import AUXILIARIES
from dateline.annotation.quotations.complements import (
    ADJUNCT_OPENERS,
    complement,
    has_verb,
    is_clause,
    names_somebody,
    plausible,
)
from dateline.annotation.quotations.denials import denies
from dateline.annotation.quotations.disputed import told_apart
from dateline.annotation.quotations.estimates import estimates_of, ungapped
from dateline.annotation.quotations.frame import LEAST_CONTENT, Frame, Verb, frame_of
from dateline.annotation.quotations.lexicon import CUES
from dateline.annotation.quotations.nominal import (
    according,
    claims_of,
    named_behind,
    points_of,
    views_of,
)
from dateline.annotation.quotations.relayed import described_by, passive_frames, relayed
from dateline.annotation.quotations.stances import stances_of
from dateline.annotation.quotations.verbs import find_verbs, governing, has_be, is_passive
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS

# "A said that ...; B put it at nine": what stands before a semicolon is told by others.
_BREAKS = frozenset({",", QUOTE, "—", "–", "-"})
_CUTS = frozenset({",", "and", "but", ";", "while", "as"})
_IF = frozenset({"if", "unless", "whether", "neither", "nor"})
# "The head of the union, A said, has": words of the subject before the attribution.
_SHORT_SUBJECT = 4
# Cues that take a person or "it" for an object: "believed him" reports nothing.
_WOULD_REACH = 8
_SUBORDINATES = word_set(
    "who which that whom whose ; : after before when while as because since if although though "
    "where until whether"
)
_SHORTEST_ED = 4
_TURNS = frozenset({"while", "whereas"})
# "When, Greece says, two jets passed": the clause is the one behind.
_OPENED = word_set("when because while although though whereas since where which that if and but")
_OBJECTS = frozenset({"him", "her", "them", "it", "us", "me", "you"})


def find_frames(words: Words, unit: Range) -> list[Frame]:
    """The attributions of one unit (sentences that share a quote count as one), in order."""
    found: list[Frame] = []
    taken = unit[0]
    for verb in find_verbs(words, unit):
        if verb.low < taken:
            continue
        frames = _frames_of(words, verb)
        if not found and frames and frames[0].source is None and verb.cue.tense != "ing":
            opener = _opening_name(words, unit[0], verb.low) or _first_actor(words, verb)
            if opener is None:
                continue  # nobody has spoken yet whose subject the verb could share
            frames = [replace(frame, source=opener) for frame in frames]
        found.extend(frames)
        if frames:
            taken = max(verb.high, *(frame.cue[1] for frame in frames))
    found.extend(according(words, unit, found))
    found.extend(claims_of(words, unit))
    found.extend(points_of(words, unit))
    found.extend(views_of(words, unit, found))
    found.extend(estimates_of(words, unit, found))
    found.extend(stances_of(words, unit))
    found = [each for frame in found for each in ungapped(words, frame)]
    found = [each for frame in found for each in told_apart(words, frame)]
    found.sort(key=lambda frame: (frame.cue, frame.content))
    return _cut(words, found)


def _opening_name(words: Words, low: int, verb: int) -> Range | None:
    """Kim in "Mr Kim is hopeful and says": a person who opens the unit, with nobody named after."""
    at = low
    while at < verb and words.mention[at] is None and words.capital(at):
        at += 1
    if not phrases.person_at(words, at) or words.inside[at]:
        return None
    end = phrases.past_mention(words, at, verb)
    others = any(words.mention[i] is not None for i in range(end, verb))
    return None if others or words.low[end] not in AUXILIARIES else (low, end)


def _first_actor(words: Words, verb: Verb) -> Range | None:
    """Lee in "Lee left the room and said": the subject of the verb that the unit opens with."""
    low = verb.unit[0]
    for at in range(low + 1, verb.low - 1):
        word = words.low[at]
        if words.mention[at] is not None:
            continue
        if word in _SUBORDINATES or words.inside[at]:
            return None
        if word in PAST_FORMS or (word.endswith("ed") and len(word) > _SHORTEST_ED):
            source = subjects.subject(words, at, low)
            opens = source is not None and (source[0] == low or _fronted(words, source[0], low))
            told = words.low[at + 1 : verb.low]
            alone = _SUBORDINATES.isdisjoint(told) and QUOTE not in told
            speaks = source is not None and names_somebody(words, source)
            return source if opens and alone and speaks else None
    return None


def _fronted(words: Words, start: int, low: int) -> bool:
    """Whether only "Speaking in Oslo," or "After the vote," stands before a subject."""
    first = words.low[low]
    fronts = first in ADJUNCT_OPENERS or phrases.verb_like(words, low) or first in PAST_FORMS
    return fronts and words.low[start - 1] == "," and not has_verb(words, low, start - 1)


def _frames_of(words: Words, verb: Verb) -> list[Frame]:
    if is_passive(words, verb) or described_by(words, verb):
        return passive_frames(words, verb)
    found = relayed(words, verb) or _behind_comma(words, verb)
    if found:
        return found
    if _shares_subject(words, verb):
        content = complement(words, verb.cue, verb.high, verb.unit[1])
        cue = (verb.low, verb.high)
        return [frame_of(verb, content, cue, None, inherits=True)] if content else []
    low = verb.unit[0]
    source = subjects.subject(words, governing(words, verb), low)
    if source is None or not plausible(words, source, verb.cue):
        return []
    if source[0] > low and words.low[source[0] - 1] in _IF:
        return []
    if verb.cue.tense == "base" and _is_noun(words, verb, source):
        return []
    return _with_source(words, verb, source)


def _is_noun(words: Words, verb: Verb, source: Range) -> bool:
    """Whether the base form is a noun: "a newspaper report", "voiced hope that"."""
    before = CUES.get(words.low[source[1] - 1], ()) if words.mention[source[1] - 1] is None else ()
    told = any(cue.tense != "base" and "express" in cue.classes for cue in before)
    return words.low[source[0]] in ("a", "an") or (told and source[1] == verb.low)


def _behind_comma(words: Words, verb: Verb) -> list[Frame]:
    """The frames of a verb behind a comma or a quote: told beside its subject, or inverted."""
    low, high = verb.unit
    if words.low[verb.low - 1] not in (",", QUOTE) or verb.low <= low:
        return []
    clause = max((i + 1 for i in range(low, verb.low) if words.low[i] == ";"), default=low)
    beside = subjects.with_parenthesis(words, verb.low - 1, clause)
    told = beside and complement(words, verb.cue, verb.high, high)
    if beside and told and plausible(words, beside, verb.cue):
        return (
            [frame_of(verb, told, (verb.low, verb.high), beside)]
            if clause > low
            else (_with_source(words, verb, beside))
        )
    return _inverted(words, verb, sure=beside is None)


def _shares_subject(words: Words, verb: Verb) -> bool:
    """Whether the verb has the subject of the one before it: a participle, or one behind "and"."""
    if verb.cue.tense == "ing":
        return not has_be(words, verb)
    end = subjects.before_verb(words, verb.low, verb.unit[0])
    joined = end > verb.unit[0] and words.low[end - 1] in ("and", "but")
    then = end > verb.unit[0] and words.low[end - 1] == "," and words.low[end] == "then"
    return (joined or then) and verb.cue.tense in ("past", "s")


def _with_source(words: Words, verb: Verb, source: Range) -> list[Frame]:
    low, high = verb.unit
    cue = (verb.low, verb.high)
    before = _outset(words, source, low) - 1
    if before == low and words.low[low] == "as" and words.low[verb.high : verb.high + 1] == [","]:
        return [frame_of(verb, (verb.high + 1, high), cue, source)]
    closes = before >= low and words.low[before] == QUOTE
    after = complement(words, verb.cue, verb.high, high)
    parenthetical = bool(verb.cue.classes & {"say", "tell", "think", "ask"})
    content = (low, before if before >= low and not closes else before + 1)
    enough = content[1] - content[0] >= LEAST_CONTENT
    if closes and parenthetical and enough and _quote_is_content(words, content, after):
        frames = [frame_of(verb, _past_colon(words, content), cue, source)]
        if after and words.low[after[0]] == QUOTE:
            frames.append(frame_of(verb, after, cue, source))
        return frames
    goes_on = after is not None and words.low[verb.high] == "," and words.inside[after[0]]
    if after is not None and not (goes_on and _clause_before(words, content, before, low)):
        return [frame_of(verb, _relative_end(words, verb, source, after), cue, source)]
    if words.low[subjects.before_verb(words, verb.low, low) - 1] in ("who", "which"):
        # "Said A, an economist who advised B": the clause reports nothing that stands before it.
        return []
    if parenthetical and (split := _split_clause(words, verb, before)) is not None:
        return [frame_of(verb, split, cue, source)]
    breaks = _clause_before(words, content, before, low)
    if parenthetical and enough and breaks:
        first = frame_of(verb, _whole(words, content, verb), cue, source)
        rest = after or _clause_behind(words, verb)
        return [first, frame_of(verb, rest, cue, source)] if rest else [first]
    compares = "as" in words.low[max(low, before - 3) : max(low, before)]
    if before > low + LEAST_CONTENT and words.low[before] == "as" and parenthetical:
        if compares:
            return []
        return [frame_of(verb, (low, before), cue, source)]
    return []


def _clause_before(words: Words, content: Range, before: int, low: int) -> bool:
    """Whether a clause, set off by a comma, stands before "X said"."""
    breaks = before >= low and words.low[before] in _BREAKS and is_clause(words, *content)
    return breaks and not _only_fronted(words, content)


def _clause_behind(words: Words, verb: Verb) -> Range | None:
    """What goes on behind "CONTENT, she said, and CONTENT": told so by its "would"."""
    start, high = verb.high + 2, verb.unit[1]
    if words.low[verb.high : start] != [",", "and"]:
        return None
    told = words.low[start : min(high, start + _WOULD_REACH)]
    return (start, high) if "would" in told and words.low[start] not in AUXILIARIES else None


def _only_fronted(words: Words, content: Range) -> bool:
    """Whether an adjunct alone stands before "X said": "On the first day of the talks, X said"."""
    fronts = words.low[content[0]] in ADJUNCT_OPENERS or words.low[content[0]] in ("far", "despite")
    return fronts and not any(words.inside[slice(*content)]) and not has_verb(words, *content)


def _split_clause(words: Words, verb: Verb, before: int) -> Range | None:
    """The clause in which the attribution stands: "Acme, he argues, has", "when, she says, it"."""
    low, high = verb.unit
    if not before > low or not words.low[before] == "," == words.low[min(verb.high, high - 1)]:
        return None
    if words.low[before - 1] in _OPENED and before - 1 > low:
        return verb.high + 1, high
    short = before - low <= _SHORT_SUBJECT and not any(words.inside[low:before])
    whole = short and is_clause(words, verb.high, high) and high - verb.high > 3
    return (low, high) if whole else None


def _past_colon(words: Words, content: Range) -> Range:
    """Only the quote of "He did not give up: “...”, A said"."""
    low, high = content
    for at in range(high - 1, low, -1):
        if words.low[at] == QUOTE and words.low[at - 1] == ":" and not words.inside[at - 1]:
            return at, high
    return content


def _outset(words: Words, source: Range, low: int) -> int:
    """Where the source begins with the role before its name: "a witness, NAME,"."""
    named = words.mention[source[0]]
    if source[0] - 2 <= low or words.low[source[0] - 1] != "," or named is None:
        return source[0]
    if named.type != "person" or words.low[source[1]] != ",":
        return source[0]
    role = phrases.phrase_before(words, source[0] - 1, low, join=False)
    if role is None or words.low[role[0]] not in closed.DETERMINERS:
        return source[0]
    return role[0]


def _quote_is_content(words: Words, content: Range, after: Range | None) -> bool:
    """Whether the quote just before "X said" is what X said, and not the end of a clause.

    A comma or stop inside the closing mark tells it, or nothing said after the verb.
    """
    if after is None or words.low[after[0]] == QUOTE:
        return True
    return words.low[content[1] - 2] in (",", "?", "!", ".")


def _relative_end(words: Words, verb: Verb, source: Range, content: Range) -> Range:
    """The content of "Kim, who said CONTENT, left" ends at the comma."""
    if words.low[source[1] : source[1] + 2] != [",", "who"]:
        return content
    for at in range(content[0], content[1]):
        if words.low[at] == "," and not words.inside[at]:
            return content[0], at
    return content


def _whole(words: Words, content: Range, verb: Verb) -> Range:
    """In "The move, X said, would help." the content goes on after the verb."""
    plain = not any(words.inside[at] for at in range(*content))
    if not plain or content[1] - content[0] > 4 or words.low[verb.high : verb.high + 1] != [","]:
        return content
    return content[0], verb.unit[1]


def _inverted(words: Words, verb: Verb, sure: bool) -> list[Frame]:
    """CONTENT, said X. Unless it is `sure` that a clause comes first, X must be somebody."""
    low, high = verb.unit
    inverts = verb.cue.classes & {"say", "ask", "think"} and verb.cue.lemma.split()[0] != "tell"
    if not inverts or verb.cue.tense == "ing":
        return []
    start = verb.high
    if start >= high or words.low[start] in ("that", QUOTE, ","):
        return []
    if words.mention[start] is None and _is_adverb(words.low[start]):
        return []
    source = phrases.phrase_after(words, start, high)
    if source is None or not _may_invert(words, verb, source, sure):
        return []
    source = named_behind(words, source, high)
    before = verb.low - 1
    end = before + 1 if words.low[before] == QUOTE else before
    if end - low < LEAST_CONTENT:
        return []
    frames = [frame_of(verb, _past_colon(words, (low, end)), (verb.low, verb.high), source)]
    rest = _quote_after(words, source[1], high)
    if rest is not None:
        frames.append(frame_of(verb, rest, (verb.low, verb.high), source))
    return frames


def _may_invert(words: Words, verb: Verb, source: Range, sure: bool) -> bool:
    """Whether the phrase behind the verb speaks; without a clause before, it must be somebody."""
    somebody = names_somebody(words, source)
    if not plausible(words, source, verb.cue) or _goes_on(words, verb, source):
        return False
    if sure and _only_named(words, verb):
        return False
    if words.low[source[0]] in closed.PRONOUNS and words.low[verb.low - 1] != QUOTE:
        return False
    low, before = verb.unit[0], verb.low - 1
    told = sure and verb.cue.tense != "base"
    # "Minister in Oslo, says date still open": no clause stands before.
    return somebody or (told and (any(words.inside[low:before]) or is_clause(words, low, before)))


def _only_named(words: Words, verb: Verb) -> bool:
    """Whether nothing but a person stands before the verb: "The mayor, NAME, says staff will"."""
    low, before = verb.unit[0], verb.low - 1
    if words.low[before] != "," or any(words.inside[low:before]) or has_verb(words, low, before):
        return False
    named = subjects.subject(words, verb.low, low)
    return named is not None and any(phrases.person_at(words, at) for at in range(*named))


def _is_adverb(word: str) -> bool:
    return word == "only" or closed.is_adverb(word)  # "said only that"


def _goes_on(words: Words, verb: Verb, source: Range) -> bool:
    """Whether what follows the verb is the subject of what is said, and nobody who speaks."""
    if source[1] < verb.unit[1] and words.low[source[1]] in AUXILIARIES:
        return True
    return not names_somebody(words, source) and _apposed(words, verb)


def _apposed(words: Words, verb: Verb) -> bool:
    """Whether the sentence opens with a person and what he is: "NAME, a baker, said the bread"."""
    low = verb.unit[0]
    named = subjects.subject(words, verb.low, low) if words.low[verb.low - 1] == "," else None
    mention = words.mention[named[1] - 1] if named is not None and named[0] == low else None
    return mention is not None and mention.type == "person"


def _quote_after(words: Words, start: int, high: int) -> Range | None:
    for at in range(start, high):
        if words.low[at] == QUOTE:
            return at, high
    return None


def _cut(words: Words, frames: list[Frame]) -> list[Frame]:
    """End a content where the next attribution of the sentence begins after a comma or "and"."""
    done: list[Frame] = []
    for index, frame in enumerate(frames):
        low, high = frame.content
        if low >= frame.cue[1]:
            for later in frames[index + 1 :]:
                start = min(later.cue[0], later.source[0]) if later.source else later.cue[0]
                while start > low and words.low[start - 1] in AUXILIARIES:
                    start -= 1
                # Not in "said the minister, A, ruled that": one clause, whose subject A is.
                named = later.source is not None and words.low[start - 1] == ","
                apposed = named and not has_verb(words, low, start - 1)
                turned = words.low[start - 1] in _TURNS and words.low[start - 2] in _CUTS
                start -= turned
                if low < start < high and words.low[start - 1] in _CUTS and not apposed:
                    high = start - 1
        while high - 1 > low and words.low[high - 1] in _CUTS:
            high -= 1
        cut = replace(frame, content=(low, high))
        cut = replace(cut, denies=denies(words, cut))
        if cut.denies or high - low != 1 or words.low[low] not in _OBJECTS:
            done.append(cut)
    return done
