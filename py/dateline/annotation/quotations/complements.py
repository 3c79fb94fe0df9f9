"""What follows a reporting verb: recipients and adjuncts skipped, the content found."""

from __future__ import annotations

from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.closed import AUXILIARIES
from dateline.annotation.quotations.lexicon import (
    AMBIGUOUS,
    CUES,
    OF_PERSONS,
    PEOPLE,
    Cue,
)
from dateline.annotation.quotations.listeners import addressed, past_recipient
from dateline.annotation.quotations.namings import POINTERS, named_thing
from dateline.annotation.quotations.numbers import is_number
from dateline.annotation.quotations.words import QUOTE, Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS

_SUBORDINATORS = frozenset({"that", "if", "whether", "how", "what", "why"})
ADJUNCT_OPENERS = word_set(
    "in on at to during after before via through by with of from as late early last this while "
    "over about for when amid without upon earlier later outside inside near across around "
    "alongside following aboard shortly"
)
_CLAUSE_OPENERS = frozenset({"he", "she", "they", "it", "there", "we", "i"})
# "said overnight floods had", "said early results were": not when it was said.
_DAILY = frozenset({"overnight", "early", "late", "daily", "weekly", "recent"})
_PERIODS = (
    phrases.PERIODS
    | phrases.MONTHS
    | word_set("night morning afternoon evening spring summer autumn fall winter")
)
_NEAR = frozenset({"last", "this", "early", "late"})
_DAYS = frozenset({"on", "yesterday", "today", "tonight"})
_GAPPED = frozenset({"what", "which"})
# "Left" and "led" as often are participles or a side: "left wing", "led by".
_EITHER = frozenset({"left", "led", "set", "cut", "put", "shot", "made", "held"})
_PAST_VERBS = frozenset(PAST_FORMS) - _EITHER
_NOT_FINITE = frozenset({"being", "been", "be", "having"})
# "blasted off": no blast at anybody.
_PARTICLES = frozenset({"off", "away", "up", "down", "through", "into", "past"})
# What may stand between the start of a clause and the name that ends its subject.
_BEFORE_NAMES = closed.DETERMINERS | PEOPLE | {"of", "from", "for"}
_NOUNS_IN_S = frozenset({"claim", "fear", "hope", "note", "doubt", "estimate", "worry"})
_QUANTITIES = frozenset({"dozens", "hundreds", "thousands", "millions", "more", "most"})
_RELATIVES = frozenset({"that", "who", "which", "whose"})
# "assured its nervous customers that": words of a listener without a name.
# "said in an interview with the paper on Monday that": how far "that" may stand from its verb.
_ADJUNCT_REACH = 20
_LEAST_UTTERANCE = 6
# A clause has at least a subject, a verb and something more.
_LEAST_CLAUSE = 3
# Verbs of which a number of things is all that they need: "the union says 47 drivers".
_ASSERTS = frozenset({"say", "claim", "insist", "maintain"})
_GAP = 10
"""Words of ", the harbour board 39 million pounds" at most."""
_SPEAKERS = frozenset({"person", "organization", "place"})


def plausible(words: Words, source: Range, cue: Cue) -> bool:
    """Whether the phrase can speak: somebody, a body, a paper; any phrase for plain "say"."""
    first = words.low[source[0]]
    if first in closed.PRONOUNS:
        return first != "it" or bool(cue.classes & {"say", "deny"})
    if names_somebody(words, source):
        return True
    if cue.lemma in _FINDING and _is_study(words, source):
        return True
    if cue_is_ambiguous(cue):
        # "A defector claims": the clause behind it tells that it is no noun.
        return cue.lemma in _NOUNS_IN_S and first in ("a", "an", "the")
    plain_say = cue.lemma in OF_PERSONS or bool(cue.classes & {"deny"})
    return plain_say and words.low[source[0]][0].isalpha()


def _is_study(words: Words, source: Range) -> bool:
    """Whether it is what finds things out: "the inquiry", "an audit by the board"."""
    ends = next(
        (at for at in range(*source) if words.low[at] in closed.INNER_PREPOSITIONS | {"by"}),
        source[1],
    )
    return words.low[source[0]] in closed.DETERMINERS and words.low[ends - 1] in _STUDIES


def cue_is_ambiguous(cue: Cue) -> bool:
    """Whether the cue's lemma is as often a noun or another verb."""
    return cue.lemma in AMBIGUOUS


_FINDING = frozenset(
    {"find", "show", "conclude", "suggest", "estimate", "indicate", "reveal", "warn"}
)
_STUDIES = word_set(
    "inquiry investigation study survey review poll audit report analysis assessment probe census"
)
_BLAME = frozenset({"involvement", "responsibility", "wrongdoing", "liability", "guilt"})
_MATTER_OPENERS = frozenset({"for", "on", "about", "over"})


def names_somebody(words: Words, source: Range) -> bool:
    """Whether a person, a body, a place or people of a kind stand in the phrase.

    What hangs on it does not count: in "a date for the council" nobody is named.
    """
    for at in range(*source):
        mention = words.mention[at]
        if mention is None and words.low[at] in _MATTER_OPENERS:
            return False
        if mention is not None and mention.type in _SPEAKERS:
            return True
        if words.low[at] in PEOPLE or words.low[at].removesuffix("s") in PEOPLE:
            return True
    return False


def complement(words: Words, cue: Cue, start: int, high: int) -> Range | None:
    """The words said, when they follow the verb that ends before `start`; `None` when not."""
    end = content_end(words, start, high)
    start += start < end and words.low[start] == "only"
    if start >= end:
        return None
    if "deny" in cue.classes and _is_pointer(words, start, high):
        return start, start + 1
    comma = next((at for at in range(start, end) if words.low[at] == ","), end)
    gap = end - comma <= _GAP and any(word[0].isdigit() for word in words.low[comma:end])
    said = words.low[start:comma]
    counted = bool(said) and (
        is_number(said) or (cue.lemma in _ASSERTS and is_number(said[:-1], said[-1]))
    )
    if counted and not cue.rest and (comma == end or gap):
        return start, end  # "The rebels say eight", "the union says 47 drivers, the port 39"
    if "describe" in cue.classes and len(cue.classes) == 1:
        return named_thing(words, start, end)
    at = past_recipient(words, start, end) if "tell" in cue.classes else start
    opened = _opened(words, at, end)
    if opened is None and at > start and "to" in words.low[at : at + 1 + (words.low[at] == "not")]:
        opened = at  # "told them to leave", "warned all parties not to"
    if opened is not None and (end - opened > 1 or "deny" in cue.classes):
        return opened, end
    if words.low[start - 1] in AMBIGUOUS and not (
        "express" in cue.classes and cue.tense in ("past", "ing")
    ):
        return (
            _infinitive(words, cue, at, end)
            or _sure_clause(words, at, end)
            or _behind_name(words, cue, start, end)
        )
    return _bare(words, cue, at, start, end)


def _is_pointer(words: Words, at: int, high: int) -> bool:
    """Whether "this" is all that is denied: "denied this and said that"."""
    after = words.low[at + 1] if at + 1 < high else "."
    return words.low[at] in POINTERS and after in ("and", "but", ",", ".", ";")


def content_end(words: Words, start: int, high: int) -> int:
    """The end of the content: without the final stop and a remark such as ", in a bid to"."""
    for at in range(start, high - 2):
        if words.low[at] == ";" and not words.inside[at]:
            return at
        comment = words.low[at + 1] == "amid" or (
            words.low[at + 1] == "in" and words.low[at + 2] in ("a", "an", "what", "the")
        )
        if words.low[at] == "," and comment and not words.inside[at] and at > start + 3:
            return at
    while high > start and words.low[high - 1] in (".", ",", ";", ":", "?", "!"):
        if words.inside[high - 1]:
            break
        high -= 1
    return high


def _opened(words: Words, at: int, end: int) -> int | None:
    """Where a content opened by "that" or a quotation mark begins."""
    if at >= end:
        return None
    word = words.low[at]
    if word in _SUBORDINATORS or word == QUOTE:
        return at
    if word == "to" and not addressed(words, at + 1, end):
        return None
    if word in (",", ":") and at + 1 < end and words.low[at + 1] == QUOTE:
        return at + 1
    if _about_a_number(words, at, end):
        return None
    adjunct = _opens_adjunct(words, at) or word in closed.WEEKDAYS or closed.is_adverb(word)
    return _past_adjunct(words, at, end) if adjunct or word == "," else None


def _opens_adjunct(words: Words, at: int) -> bool:
    """Whether "on" or "this" goes on to tell when or where, and not "this was wrong"."""
    then = words.low[at + 1]
    return words.low[at] in ADJUNCT_OPENERS and not (
        words.low[at] == "this" and then in AUXILIARIES
    )


def _about_a_number(words: Words, at: int, end: int) -> bool:
    """Whether "at least nine people" or "about 40 homes" opens a subject here."""
    word, then = words.low[at], words.low[at + 1] if at + 1 < end else ""
    if word == "at":
        return then in ("least", "most")
    return word in ("about", "over") and then[:1].isdigit()


def _past_adjunct(words: Words, at: int, end: int) -> int | None:
    """The "that" or the quote after an adjunct such as "in a statement on Monday"."""
    for index in range(at + 1, min(end, at + _ADJUNCT_REACH)):
        word = words.low[index]
        if word == QUOTE:
            return index if _speaks(words, index, end) else None
        if word == "that":
            return index
        if word in CUES and not words.mention[index] and word not in AMBIGUOUS:
            return None
    return None


def _speaks(words: Words, mark: int, end: int) -> bool:
    """Whether the quote at `mark` is an utterance, not a term: set off, or several words long."""
    if words.low[mark - 1] in (",", ":"):
        return True
    return all(words.inside[mark : min(end, mark + _LEAST_UTTERANCE)])


def _infinitive(words: Words, cue: Cue, at: int, end: int) -> Range | None:
    """In "pledged to do" the promise is the content."""
    if at + _LEAST_CLAUSE > end or "say" not in cue.classes:
        return None
    skip = at
    while skip < end and (words.low[skip] in closed.WEEKDAYS or words.low[skip] == "on"):
        skip += 1
    promises = cue.lemma in ("pledge", "vow", "promise", "swear")
    verb = skip + (skip < end and words.low[skip] == "not")
    return (skip, end) if promises and verb < end and words.low[verb] == "to" else None


_ASKED = frozenset({"to", "for", "not"})


def _bare(words: Words, cue: Cue, at: int, start: int, end: int) -> Range | None:
    """A clause without "that", or the noun phrase that "express" and "deny" take."""
    if at >= end:
        return None
    if cue.lemma == "threaten":  # but not "the fire threatens homes"
        return (at, end) if words.low[at] == "to" and end - at >= _LEAST_CLAUSE - 1 else None
    if cue.lemma == "call on" and not _ASKED & set(words.low[at:end]):
        return None  # "she called on the mayor": paid him a visit
    doing = "deny" in cue.classes and words.low[at] in ("having", "being")
    if words.low[at] in AUXILIARIES and not (doing or _gapped(words, start)):
        return None  # "a voice they believed was hers": the subject stands before
    dated = past_day(words, at, end)
    if "deny" in cue.classes and end - dated == 1 and words.low[dated] in POINTERS | _BLAME:
        return dated, end
    at = dated
    least = _LEAST_CLAUSE - 1 if "deny" in cue.classes else 1 if cue.rest else _LEAST_CLAUSE
    if at >= end or words.low[at] in (",", "—", "–", ";", ":", ")") or end - at < least:
        return None
    adjunct = _opens_adjunct(words, at) and not (
        _about_a_number(words, at, end) or _modifies(words, at, end)
    )
    if cue.classes & {"express", "deny"} and not adjunct:
        return None if words.low[at] in _PARTICLES else (at, end)
    if adjunct or (closed.is_adverb(words.low[at]) and not _modifies(words, at, end)):
        return _late_clause(words, at, end)
    if cue.lemma == "add" and words.low[at] not in closed.DETERMINERS | closed.PRONOUNS:
        return None if words.mention[at] is None else (at, end)  # "adds fuel to"
    told = "tell" not in cue.classes or at > start or "say" in cue.classes
    return (at, end) if told and is_clause(words, at, end) else None


def _sure_clause(words: Words, at: int, end: int) -> Range | None:
    """A clause that begins with its subject and shows an auxiliary soon after."""
    if at >= end or not (
        words.mention[at]
        or words.low[at] in closed.DETERMINERS | _CLAUSE_OPENERS | _QUANTITIES
        or words.low[at][0].isdigit()
    ):
        return None
    for index in range(at + 1, min(end, at + 8)):
        if words.low[index] in (",", ";", "to") or words.low[index] in _RELATIVES:
            return None
        if words.low[index] in AUXILIARIES:
            return at, end
    return None


def _gapped(words: Words, start: int) -> bool:
    """Whether the subject of what is said stands in a "which" or "what" before."""
    near, far = words.low[max(0, start - 4) : start], words.low[max(0, start - 12) : start]
    return "who" in near or not _GAPPED.isdisjoint(far)


def past_day(words: Words, at: int, end: int) -> int:
    """Past "on Monday", "last Wednesday", "this week" or "yesterday", when a subject follows."""
    then = at
    while then < end and (words.low[then] in closed.WEEKDAYS or words.low[then] in _DAYS):
        then += 1
    if (
        then < end
        and words.low[then] in _NEAR
        and words.low[then + 1] in _PERIODS | closed.WEEKDAYS
    ):
        then += 2
    opens = then < end and (
        words.mention[then] is not None
        or words.low[then] in closed.DETERMINERS | _CLAUSE_OPENERS | POINTERS
        or words.low[then].endswith("s")
    )
    return then if opens else at


def _modifies(words: Words, at: int, end: int) -> bool:
    """Whether "overnight floods", "this ruling" and the like open a subject here."""
    if at + 1 >= end or words.mention[at + 1] is not None:
        return False
    after = words.low[at + 1]
    if words.low[at] not in _DAILY | {"this", "last"}:
        return False
    plain = after.isalpha() and after not in closed.DETERMINERS | closed.INNER_PREPOSITIONS
    return plain and not phrases.boundary(words, at + 1) and after not in closed.WEEKDAYS | _PERIODS


def _behind_name(words: Words, cue: Cue, start: int, end: int) -> Range | None:
    """What follows "claims" or "fears" right behind a name that opens a clause: no noun there.

    Not in "rejected Acme claims".
    """
    closes = words.low[start - 2] == ","  # "The company, Norvane, claims the state took"
    opened = words.mention[start] or words.low[start] in closed.DETERMINERS | _CLAUSE_OPENERS
    if closes and not (opened and has_verb(words, start, end)):
        return None
    named = words.mention[start - 2 - closes] if start > 1 + closes else None
    if cue.tense != "s" or cue.lemma not in _NOUNS_IN_S or named is None or named.kind != "name":
        return None
    low = words.range(named.span)[0]
    while low and (words.capital(low - 1) or words.low[low - 1] in _BEFORE_NAMES):
        low -= 1
    opens = low == 0 or words.low[low - 1] == "." or phrases.boundary(words, low - 1)
    opens = opens or "\n" in words.text[words.end[low - 1] : words.start[low]]
    asks = words.low[start] in closed.INNER_PREPOSITIONS or words.low[start] == ","
    return (start, end) if opens and not asks and end - start > _LEAST_CLAUSE else None


def _late_clause(words: Words, at: int, end: int) -> Range | None:
    """The clause of "said in Rome it would" and "said in a statement the offer was"."""
    for index in range(at + 2, min(end, at + 10)):
        if words.low[index] in (",", QUOTE):
            return None
        if words.low[index] in ("he", "she", "they", "it", "there"):
            if is_clause(words, index, end):
                return index, end
            continue
        hangs = words.low[index - 1] in ADJUNCT_OPENERS or words.mention[index - 1] is not None
        if not hangs and words.low[index] in closed.DETERMINERS and _sure_clause(words, index, end):
            return index, end
    return None


def is_clause(words: Words, low: int, high: int) -> bool:
    """Whether the range seems to be a clause: it shows a verb, or is long."""
    if has_verb(words, low, high):
        return True
    return words.low[low] in closed.PRONOUNS or high - low > 6


def has_verb(words: Words, low: int, high: int) -> bool:
    """Whether a finite verb seems to stand in the range: an auxiliary or an -ed or -s form."""
    for at in range(low + 1, min(high, low + 30)):
        if words.mention[at] is not None:
            continue
        word = words.low[at]
        said = any(cue.tense in ("past", "s") for cue in CUES.get(word, ()))
        finite = word in AUXILIARIES and word not in _NOT_FINITE
        if finite or said or word.endswith("ed") or word in _PAST_VERBS:
            return True
        if word in _EITHER and at + 1 < high and _has_object(words, at + 1):
            return True  # "held a dinner", not "a dinner held in Oslo"
        third = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
        before = words.mention[at - 1]
        named = before is not None and before.kind == "name" and before.type != "place"
        if third and (words.low[at - 1] in ("he", "she", "it") or named):
            return True
    return False


def _has_object(words: Words, at: int) -> bool:
    """Whether an object begins here: "a dinner", "sittings", and no "in", "by" or "wing"."""
    word = words.low[at]
    return word in closed.DETERMINERS or (word.isalpha() and word.endswith("s") and word != "as")
