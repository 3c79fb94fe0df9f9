"""The subject of a verb: the noun phrase before it, past what stands between the two."""

from __future__ import annotations

from dateline.annotation.quotations.closed import (
    AUXILIARIES,
    DETERMINERS,
    PRONOUNS,
    WEEKDAYS,
    is_adverb,
)
from dateline.annotation.quotations.heads import OFFICES, splits
from dateline.annotation.quotations.lexicon import PEOPLE
from dateline.annotation.quotations.phrases import (
    MONTHS,
    PERIODS,
    before_apposition,
    person_at,
    phrase_before,
    verb_like,
)
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times.verbs import PAST_FORMS

_IN_BRACKETS = 6
"""Words from the end of "(Labour, 60)" to its beginning, at most."""
_REFLEXIVES = frozenset({"himself", "herself", "themselves"})
# Words of ", 31," before an "of".
_AGED = 3
_PARTS_OF_DAYS = word_set("day morning afternoon evening night")
_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "and", "but", "that"})
_RELATIVES = frozenset({"who", "whom", "whose", "which"})
_ASIDES = frozenset(
    {
        "on the other hand",
        "for his part",
        "for her part",
        "for its part",
        "for their part",
        "however",
        "meanwhile",
        "in turn",
        "in his turn",
        "in her turn",
        "by contrast",
        "too",
    }
)
_LINES = word_set("phone telephone email e-mail radio")
_CONTACTED = word_set("reached contacted interviewed questioned asked")
_HEARSAY = word_set("understood said reported believed thought known alleged reputed")
_SPEAKING = word_set("citing quoting speaking writing responding addressing referring relying")
# "The company, in a statement on Monday, said", "her office, in its own words, said"
_BESIDE = word_set("in at on during after before following through via by under for along together")
_PARTICIPLES = word_set(
    "born bought built drawn driven held hit known led made owned paid run seen sent set sold "
    "taken written"
)


def before_verb(words: Words, verb: int, low: int) -> int:
    """Where the subject of the verb at `verb` ends, adverbs and auxiliaries skipped."""
    at = verb
    while at > low:
        word = words.low[at - 1]
        if (
            word in AUXILIARIES
            or word in ("both", "last")
            or (is_adverb(word) and words.mention[at - 1] is None)
        ):
            at -= 1
            continue
        earlier = _before_time(words, at, low)
        if earlier == at:
            break
        at = earlier
    return at


def _before_time(words: Words, at: int, low: int) -> int:
    """Past "on Friday", "last week" or "on June 18" between a subject and its verb."""
    word = words.low[at - 1]
    back = at
    if word in WEEKDAYS:
        back = at - 1
    elif at - 2 > low and word in PERIODS and words.low[at - 2] in ("last", "this", "earlier"):
        return at - 2
    elif at - 2 > low and word in _PARTS_OF_DAYS and words.low[at - 2] in ("that", "this", "same"):
        return at - 2 - (words.low[at - 2] == "same")
    elif at - 3 > low and word.isdigit() and words.low[at - 2] in MONTHS:
        back = at - 2
    return back - 1 if low < back < at and words.low[back - 1] == "on" else back


def subject(words: Words, verb: int, low: int) -> Range | None:
    """The subject of the verb at `verb`, looked for down to the word `low`."""
    end = before_verb(words, verb, low)
    if end <= low:
        return None
    last = words.low[end - 1]
    if last == "to" and end - 2 > low and words.low[end - 2] in _HEARSAY:
        return subject(words, end - 2, low)  # "A is understood to have said"
    if last in ("who", "which", "that") and words.mention[end - 1] is None:
        return antecedent(words, _first_relative(words, end - 1, low), low)
    if last in PRONOUNS and words.mention[end - 1] is None:
        alone = end - 1, end
        behind_verb = end - 3 > low and words.low[end - 3] == "to"  # "who wants to buy it said"
        return _past_relative(words, alone, low) if behind_verb else alone
    if last == ")" and (opened := _bracket(words, end - 1, low)) is not None:
        return phrase_before(words, opened, low)
    if last == ",":
        aside = _before_aside(words, end - 1, low)
        if aside < end - 1:
            return phrase_before(words, aside, low)
        found = before_apposition(words, end - 1, low) or with_parenthesis(words, end - 1, low)
        return _whose_apposition(words, found, low) or found
    if _is_dash(words, end - 1):
        return _before_dashes(words, end - 1, low)
    found = phrase_before(words, _before_contact(words, end, low), low)
    if found is None:
        return None
    found = _past_relative(words, _past_origin(words, found, low), low)
    return _headline_pair(words, found, low)


def _bracket(words: Words, close: int, low: int) -> int | None:
    """Where "(60)" or "(Labour)" behind a name begins, whose end is at `close`."""
    near = range(close - 1, max(low, close - _IN_BRACKETS), -1)
    return next((at for at in near if words.low[at] == "("), None)


def _first_relative(words: Words, relative: int, low: int) -> int:
    """The first "who" of "A, who leads it and who called on B"; else `relative` itself."""
    if words.low[relative - 1] != "and":
        return relative
    for at in range(relative - 2, low, -1):
        if words.low[at] == words.low[relative] and words.mention[at] is None:
            return at
        if words.low[at] in (";", ":"):
            break
    return relative


def _before_aside(words: Words, comma: int, low: int) -> int:
    """The comma before "on the other hand," and "for her part,", when one ends at `comma`."""
    start = next((i for i in range(comma - 1, low, -1) if words.low[i] == ","), comma)
    return start if " ".join(words.low[start + 1 : comma]) in _ASIDES else comma


def _before_contact(words: Words, end: int, low: int) -> int:
    """Past "reached by phone" behind those who speak: "residents reached by phone said"."""
    by = words.low[end - 1] in _LINES and words.low[end - 2] == "by"
    return end - 3 if by and end - 4 > low and words.low[end - 3] in _CONTACTED else end


def _past_origin(words: Words, found: Range, low: int) -> Range:
    """The person in "NAME, 31, of Ely told": what was found is where he lives."""
    of = found[0] - 1
    aged = of - _AGED > low and words.low[of] == "of" and words.low[of - 1] == ","
    if not aged or not words.low[of - 2].isdigit() or words.low[of - _AGED] != ",":
        return found
    named = phrase_before(words, of - _AGED, low)
    return named if named is not None and person_at(words, of - _AGED - 1) else found


def _past_relative(words: Words, found: Range, low: int) -> Range:
    """The man in "a man who had fled Chile said": what was found is inside the relative clause.

    Not so in "the man who Chile said", where it is the subject.
    """
    if _REFLEXIVES.intersection(words.low[slice(*found)]):
        return found  # "a man who calls himself NAME"
    opens = words.mention[found[0]] is not None or words.low[found[0]] in DETERMINERS
    for at in range(found[0] - 1, low, -1):
        near = at + 1 < found[1] - 1 and found[0] - at in (1, 2)
        if words.low[at] in ("that", "which") and near and _acts(words, at + 1):
            return antecedent(words, at, low) or found  # "the firm that bought Norvane has said"
        if words.inside[at] or words.low[at] in _CLAUSE_MARKS:
            return found
        if words.low[at] == "who" and words.mention[at] is None:
            theirs = at == found[0] - 1 and opens
            return found if theirs else antecedent(words, at, low) or found
    return found


def _acts(words: Words, at: int) -> bool:
    """Whether a verb of its own stands behind a relative: "that bought", "which owns"."""
    word = words.low[at]
    past = word in PAST_FORMS or (word.endswith("ed") and len(word) > len("need"))
    return words.mention[at] is None and (past or (word.endswith("s") and not word.endswith("ss")))


def _headline_pair(words: Words, second: Range, low: int) -> Range:
    """All of "Norway, Chile" in the headline "Norway, Chile agree": the comma is an "and"."""
    comma = second[0] - 1
    first, other = words.mention[low], words.mention[second[0]]
    if comma <= low or words.low[comma] != "," or first is None or other is None:
        return second
    alike = first.type == other.type and first.kind == other.kind == "name"
    whole = words.mention[comma - 1] is first and words.mention[second[1] - 1] is other
    return (low, second[1]) if alike and whole else second


def antecedent(words: Words, relative: int, low: int) -> Range | None:
    """What "who" refers to: the phrase just before it."""
    set_off = relative > low and words.low[relative - 1] in (",", "—", "–", "-")
    end = relative - 1 if set_off else relative
    if set_off and end - 2 > low and words.low[end - 1].isdigit() and words.low[end - 2] == ",":
        end -= 2  # "Ann Lee, 51, who"
    named = words.mention[end - 1] if end > low else None
    if named is not None and named.type == "person":
        low = max([low, *(at + 1 for at in range(low, end - 1) if splits(words, at))])
    found = phrase_before(words, end, low, join=set_off) if end > low else None
    return _whose_apposition(words, found, low) or found


def _whose_apposition(words: Words, found: Range | None, low: int) -> Range | None:
    """A in "A, the envoy for X, who saw B": the phrase found only says who A is."""
    if found is None or found[0] - 1 <= low or words.low[found[0] - 1] != ",":
        return None
    office = any(words.low[at] in OFFICES or words.low[at] in PEOPLE for at in range(*found))
    plain = not any(person_at(words, at) for at in range(*found))
    if not (office and plain and person_at(words, found[0] - 2)):
        return None
    return phrase_before(words, found[0] - 1, low)


def with_parenthesis(words: Words, comma: int, low: int) -> Range | None:
    """The subject of "The union, which represents 4,000 drivers,": the phrase that opens the unit.

    The parenthesis is a relative clause, a participle's or told with a preposition, and its last
    comma is at `comma`.
    """
    for at in range(low + 1, comma):
        if words.inside[at] or words.low[at] in (";", ":"):
            return None
        if words.low[at] == ",":
            opened = _opens_parenthesis(words, at + 1) and not verb_like(words, at - 1)
            found = phrase_before(words, at, low) if opened else None
            return found if found and found[0] == low else None
    return None


def _opens_parenthesis(words: Words, at: int) -> bool:
    word = words.low[at]
    participle = (
        word in _PARTICIPLES
        or word in _SPEAKING
        or (word.endswith("ed") and len(word) > len("need"))
    )
    beside = word in _BESIDE and words.low[at + 1] != ","
    return words.mention[at] is None and (word in _RELATIVES or participle or beside)


def _before_dashes(words: Words, dash: int, low: int) -> Range | None:
    """The phrase before a parenthesis between dashes whose second one is at `dash`."""
    for at in range(dash - 1, max(low, dash - 40), -1):
        if _is_dash(words, at):
            return phrase_before(words, at, low)
    return None


def _is_dash(words: Words, at: int) -> bool:
    """Whether a dash stands here, or a hyphen with blanks around it."""
    spaced = words.low[at] == "-" and words.text[words.end[at] : words.end[at] + 1].isspace()
    return words.low[at] in ("—", "–") or spaced
