"""Where a reporting verb has its source and its content: the frames of English news.

CONTENT, said X.    CONTENT, X said.    X said (that) CONTENT.    X told Y (that) CONTENT.
According to X, CONTENT.    X was quoted as saying CONTENT.    X's claim that CONTENT
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.annotation.quotations import phrases
from dateline.annotation.quotations.complements import complement, content_end, is_clause, plausible
from dateline.annotation.quotations.lexicon import (
    CLAIMS,
    CUE_NOUNS,
    CUES,
    DENIERS,
    INTRODUCERS,
    Cue,
)
from dateline.annotation.quotations.phrases import AUXILIARIES, Range
from dateline.annotation.quotations.words import QUOTE, Words, word_set

_MODALS = word_set("will would could may might should can must shall 'd 'll")
_BE = word_set("is are was were be been being 's")
_BREAKS = frozenset({",", QUOTE, "—", "–", "-", ";"})
_CUTS = frozenset({",", "and", "but", ";", "while", "as"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_DENYING = frozenset({"deny", "dispute", "refute", "rebut", "disavow"})
_REJECTING = frozenset({"reject", "dismiss"})
_DENYING_VERBS = word_set("had has have did do does is are was were")
# A parenthesis "X said" has at least this many words of content before it.
_LEAST_CONTENT = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution, as ranges of words."""

    content: Range
    cue: Range
    source: Range | None
    lemma: str
    denies: bool = False
    inherits: bool = False
    """A participle: its subject is that of the clause before."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A reporting verb found in a unit: its word range, its entry, the unit's range."""

    cue: Cue
    low: int
    high: int
    unit: Range


def find_frames(words: Words, unit: Range) -> list[Frame]:
    """The attributions of one unit (sentences that share a quote count as one), in order."""
    found: list[Frame] = []
    taken = unit[0]
    for verb in _verbs(words, unit):
        if verb.low < taken:
            continue
        frames = _frames_of(words, verb)
        if not found and frames and frames[0].source is None and verb.cue.tense != "ing":
            # Nobody has spoken in the sentence yet whose subject the verb could share.
            continue
        found.extend(frames)
        if frames:
            taken = max(verb.high, *(frame.cue[1] for frame in frames))
    found.extend(_according(words, unit, found))
    found.extend(_nouns(words, unit))
    found.sort(key=lambda frame: (frame.cue, frame.content))
    return _cut(words, found)


def _verbs(words: Words, unit: Range) -> Iterator[_Verb]:
    for at in range(*unit):
        entries = CUES.get(words.low[at])
        if entries is None or words.inside[at] or words.mention[at] is not None:
            continue
        for cue in entries:
            size = 1 + (cue.rest.count(" ") + 1 if cue.rest else 0)
            if cue.rest and " ".join(words.low[at + 1 : at + size]) != cue.rest:
                continue
            verb = _Verb(cue, at, at + size, unit)
            if _is_verb(words, verb):
                yield verb
            break


def _is_verb(words: Words, verb: _Verb) -> bool:
    at = verb.low
    if at == verb.unit[0]:
        return verb.cue.tense == "ing"
    if words.capital(at):
        return False
    before = words.low[at - 1]
    if before in phrases.DETERMINERS and before not in ("all", "both", "each", "one", "those"):
        return False
    if before in ("to", "of", "'s", "for", "well", "so", "by"):
        return verb.cue.tense == "ing" and before == "by"
    if verb.cue.tense in ("base", "s") and before in phrases.INNER_PREPOSITIONS:
        return False
    return not _unreal(words, verb)


def _unreal(words: Words, verb: _Verb) -> bool:
    """Negated or yet to come: it must not be shown as said."""
    at = verb.low
    while at > verb.unit[0] and (
        words.low[at - 1] in AUXILIARIES or phrases.is_adverb(words.low[at - 1])
    ):
        at -= 1
        if words.low[at] in _MODALS or words.low[at] in ("not", "never", "n't"):
            return True
    return words.low[at][-3:] == "n't"


def _passive(words: Words, verb: _Verb) -> bool:
    if verb.cue.tense != "past":
        return False
    at = verb.low - 1
    while at > verb.unit[0] and phrases.is_adverb(words.low[at]):
        at -= 1
    return words.low[at] in _BE


def _frames_of(words: Words, verb: _Verb) -> list[Frame]:
    if _passive(words, verb):
        return _passive_frames(words, verb)
    low, high = verb.unit
    cue = (verb.low, verb.high)
    if words.low[verb.low - 1] in (",", QUOTE) and verb.low > low:
        inverted = _inverted(words, verb)
        if inverted:
            return inverted
    if verb.cue.tense == "ing" and not _has_be(words, verb):
        content = complement(words, verb.cue, verb.high, high)
        if content is None:
            return []
        return [_frame(verb, content, cue, None, inherits=True)]
    end = phrases.before_verb(words, verb.low, low)
    if end > low and words.low[end - 1] in ("and", "but") and verb.cue.tense in ("past", "s"):
        content = complement(words, verb.cue, verb.high, high)
        return [_frame(verb, content, cue, None, inherits=True)] if content else []
    source = phrases.subject(words, verb.low, low)
    if source is None or not plausible(words, source, verb.cue):
        return []
    return _with_source(words, verb, source)


def _with_source(words: Words, verb: _Verb, source: Range) -> list[Frame]:
    low, high = verb.unit
    cue = (verb.low, verb.high)
    before = _outset(words, source, low) - 1
    if before == low and words.low[low] == "as" and words.low[verb.high : verb.high + 1] == [","]:
        return [_frame(verb, (verb.high + 1, high), cue, source)]
    closes = before >= low and words.low[before] == QUOTE
    after = complement(words, verb.cue, verb.high, high)
    parenthetical = bool(verb.cue.classes & {"say", "tell", "think", "ask"})
    content = (low, before if before >= low and not closes else before + 1)
    enough = content[1] - content[0] >= _LEAST_CONTENT
    if closes and parenthetical and enough and _quote_is_content(words, content, after):
        frames = [_frame(verb, content, cue, source)]
        if after and words.low[after[0]] == QUOTE:
            frames.append(_frame(verb, after, cue, source))
        return frames
    if after is not None:
        return [_frame(verb, _relative_end(words, verb, source, after), cue, source)]
    breaks = before >= low and words.low[before] in _BREAKS and is_clause(words, *content)
    if parenthetical and enough and breaks:
        return [_frame(verb, _whole(words, content, verb), cue, source)]
    compares = "as" in words.low[max(low, before - 3) : max(low, before)]
    if before > low + _LEAST_CONTENT and words.low[before] == "as" and parenthetical:
        if compares:
            return []
        return [_frame(verb, (low, before), cue, source)]
    return []


def _outset(words: Words, source: Range, low: int) -> int:
    """Where the source begins with the role before its name: "a witness, NAME,"."""
    named = words.mention[source[0]]
    if source[0] - 2 <= low or words.low[source[0] - 1] != "," or named is None:
        return source[0]
    if named.type != "person":
        return source[0]
    role = phrases.phrase_before(words, source[0] - 1, low, join=False)
    if role is None or words.low[role[0]] not in phrases.DETERMINERS:
        return source[0]
    return role[0]


def _quote_is_content(words: Words, content: Range, after: Range | None) -> bool:
    """Whether the quote just before "X said" is what X said, and not the end of a clause.

    A comma or stop inside the closing mark tells it, or nothing said after the verb.
    """
    if after is None or words.low[after[0]] == QUOTE:
        return True
    return words.low[content[1] - 2] in (",", "?", "!", ".")


def _relative_end(words: Words, verb: _Verb, source: Range, content: Range) -> Range:
    """The content of "Kim, who said CONTENT, left" ends at the comma."""
    if words.low[source[1] : source[1] + 2] != [",", "who"]:
        return content
    for at in range(content[0], content[1]):
        if words.low[at] == "," and not words.inside[at]:
            return content[0], at
    return content


def _whole(words: Words, content: Range, verb: _Verb) -> Range:
    """In "The move, X said, would help." the content goes on after the verb."""
    plain = not any(words.inside[at] for at in range(*content))
    if not plain or content[1] - content[0] > 4 or words.low[verb.high : verb.high + 1] != [","]:
        return content
    return content[0], verb.unit[1]


def _frame(
    verb: _Verb, content: Range, cue: Range, source: Range | None, inherits: bool = False
) -> Frame:
    return Frame(content, cue, source, verb.cue.lemma, False, inherits)


def _denies(words: Words, frame: Frame) -> bool:
    """Whether the frame denies what it reports."""
    if frame.lemma in _DENYING:
        return True
    if frame.lemma in _REJECTING:
        return any(word in CLAIMS for word in words.low[frame.content[0] : frame.content[1]][:8])
    return frame.lemma in DENIERS and _negated(words, frame.content)


def _negated(words: Words, content: Range) -> bool:
    """Whether a content opens by denying: "there had been no deal", "it did not know"."""
    low, high = content
    if low < high and words.low[low] in ("that", QUOTE):
        low += 1
    for at in range(low + 1, min(high - 1, low + 5)):
        if words.low[at] in (",", ";", "that") or words.inside[at]:
            return False
        if words.low[at] in _DENYING_VERBS:
            return _negation(words, at)
    return False


def _negation(words: Words, auxiliary: int) -> bool:
    existential = words.low[auxiliary - 1] == "there"
    if words.low[auxiliary] in _BE and not existential:
        return False
    after = [word for word in words.low[auxiliary + 1 : auxiliary + 3] if word != "been"]
    return bool(after) and after[0] in ("no", "not", "never")


def _inverted(words: Words, verb: _Verb) -> list[Frame]:
    """CONTENT, said X."""
    low, high = verb.unit
    inverts = verb.cue.classes & {"say", "ask", "think"} and verb.cue.lemma != "tell"
    if not inverts or verb.cue.tense == "ing":
        return []
    start = verb.high
    if start >= high or words.low[start] in ("that", QUOTE, ","):
        return []
    source = phrases.phrase_after(words, start, high)
    if source is None or not plausible(words, source, verb.cue):
        return []
    if words.low[start] in phrases.PRONOUNS and words.low[verb.low - 1] != QUOTE:
        return []
    if source[1] < high and words.low[source[1]] in AUXILIARIES:
        return []
    before = verb.low - 1
    end = before + 1 if words.low[before] == QUOTE else before
    if end - low < _LEAST_CONTENT:
        return []
    frames = [_frame(verb, (low, end), (verb.low, verb.high), source)]
    rest = _quote_after(words, source[1], high)
    if rest is not None:
        frames.append(_frame(verb, rest, (verb.low, verb.high), source))
    return frames


def _quote_after(words: Words, start: int, high: int) -> Range | None:
    for at in range(start, high):
        if words.low[at] == QUOTE:
            return at, high
    return None


def _has_be(words: Words, verb: _Verb) -> bool:
    end = phrases.before_verb(words, verb.low, verb.unit[0])
    return any(words.low[at] in _BE for at in range(end, verb.low))


def _passive_frames(words: Words, verb: _Verb) -> list[Frame]:
    """X was quoted (by Y) as saying CONTENT; the plan was hailed by X as CONTENT."""
    low, high = verb.unit
    if verb.cue.lemma in INTRODUCERS:
        return _quoted_as(words, verb)
    if verb.high < high and words.low[verb.high] == "by":
        source = phrases.phrase_after(words, verb.high + 1, high)
        if source is None or not plausible(words, source, verb.cue):
            return []
        content = (source[1], high) if high - source[1] > _LEAST_CONTENT else (low, verb.low)
        return [_frame(verb, content, (verb.low, verb.high), source)]
    return []


def _quoted_as(words: Words, verb: _Verb) -> list[Frame]:
    source = phrases.subject(words, verb.low, verb.unit[0])
    for at in range(verb.high, min(verb.unit[1] - 1, verb.high + 12)):
        cues = CUES.get(words.low[at + 1]) if words.low[at] == "as" else None
        if cues:
            content = complement(words, cues[-1], at + 2, verb.unit[1])
            if content is not None and source is not None:
                return [_frame(verb, content, (at + 1, at + 2), source)]
    return []


def _according(words: Words, unit: Range, before: list[Frame]) -> Iterator[Frame]:
    """The frames "CONTENT, according to X." and "According to X, CONTENT."."""
    low, high = unit
    for at in range(low, high - 2):
        if words.low[at] != "according" or words.low[at + 1] != "to" or words.inside[at]:
            continue
        source = phrases.phrase_after(words, at + 2, high)
        if source is None:
            continue
        if at > low + _LEAST_CONTENT:
            end = at - 1 if words.low[at - 1] == "," else at
            start = _last_clause(words, low, end) if before else low
            yield Frame((start, end), (at, at + 2), source, "according to")
            continue
        comma = next((i for i in range(source[1], high) if words.low[i] == ","), None)
        if comma is not None and high - comma > _LEAST_CONTENT:
            yield Frame((comma + 1, high), (at, at + 2), source, "according to")


def _last_clause(words: Words, low: int, high: int) -> int:
    """Where the last of several clauses joined by ", and" begins."""
    for at in range(high - 3, low, -1):
        joined = words.low[at] in ("and", "but") and words.low[at - 1] == ","
        if joined and words.low[at + 1] in phrases.PRONOUNS | phrases.DETERMINERS:
            return at + 1
    return low


def _nouns(words: Words, unit: Range) -> Iterator[Frame]:
    """X's (earlier) claim (that) CONTENT."""
    low, high = unit
    for at in range(low + 1, high - 3):
        if words.low[at] not in CUE_NOUNS or words.inside[at]:
            continue
        if words.low[at + 1] != "that" and words.low[at + 1] not in phrases.PRONOUNS - {"who"}:
            continue
        content = (at + 1, content_end(words, at + 1, high))
        for owner in range(at - 1, max(low, at - 3) - 1, -1):
            if words.low[owner] in _POSSESSIVES:
                yield Frame(content, (at, at + 1), (owner, owner + 1), words.low[at])
                break
            if words.low[owner] == "'s":
                source = _possessor(words, owner, low)
                if source:
                    yield Frame(content, (at, at + 1), source, words.low[at])
                break


def _possessor(words: Words, owner: int, low: int) -> Range | None:
    """Whose claim it is: the name before "'s", or the phrase."""
    named, at = words.mention[owner - 1], owner
    while named is not None and at > low and words.mention[at - 1] is named:
        at -= 1
    return (at, owner) if at < owner else phrases.phrase_before(words, owner, low, join=False)


def _cut(words: Words, frames: list[Frame]) -> list[Frame]:
    """End a content where the next attribution of the sentence begins after a comma or "and"."""
    done: list[Frame] = []
    for index, frame in enumerate(frames):
        low, high = frame.content
        if low >= frame.cue[1]:
            for later in frames[index + 1 :]:
                start = min(later.cue[0], later.source[0]) if later.source else later.cue[0]
                if low < start < high and words.low[start - 1] in _CUTS:
                    high = start - 1
        while high - 1 > low and words.low[high - 1] in _CUTS:
            high -= 1
        cut = replace(frame, content=(low, high))
        done.append(replace(cut, denies=_denies(words, cut)))
    return done
