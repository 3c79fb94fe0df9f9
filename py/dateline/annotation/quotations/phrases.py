"""Noun phrases found by walking from a verb to the next boundary, without a parser.

English news puts the subject right before its verb and ends it at a determiner, a name, a comma or
one of the words of `closed`; that is what is relied on, and where it does not hold nothing
is returned.
"""

from __future__ import annotations

from dateline.annotation.quotations.closed import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    INNER_PREPOSITIONS,
    JOINERS,
    PRONOUNS,
    WEEKDAYS,
    is_adverb,
)
from dateline.annotation.quotations.heads import OFFICES
from dateline.annotation.quotations.lexicon import PEOPLE, REPORTING
from dateline.annotation.quotations.words import Range, Words, word_set

_TITLE = 4
_TITLE_WORDS = word_set(
    "acting chief defence defense deputy executive finance foreign former general interior lead "
    "press prime retired senior state then vice"
)
"""What a title of up to `_TITLE` words may have besides an office."""
# "Later on Monday,": so many words may stand before the subject of a sentence.
_OPENING = 4
PERIODS = word_set("week month year weekend")
_COUNTS = word_set("two three four five six seven eight nine ten other")
_BEFORE_COUNTS = word_set("the these those his her its their all")
_LENGTHS = word_set("minute hour day week month year decade")
MONTHS = word_set(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec"
)
_ACTORS = frozenset({"person", "organization"})
_NEAR_TIMES = word_set("last this next earlier")
_ADJUNCT_OPENERS = word_set("in with on at by from under after before during")
_INNER_MARKS = frozenset({".", "'", "'s", "/"})
# A source named in more words than this is a walk that missed its boundary.
_LONGEST = 22
# "said late on Monday it had": no one is named behind the verb.
_NO_SUBJECT = INNER_PREPOSITIONS | {"late"}
_PORTFOLIO = 5
"""Words from the "and" of "Trade and Industry Minister" to its end, at most."""
# Words of "(NRU)".
_BRACKETS = 3
_RELATIVES = frozenset({"who", "whom", "whose", "which"})


def boundary(words: Words, index: int) -> bool:
    """Whether a noun phrase cannot hold the word at `index`."""
    if words.mention[index] is not None:
        return False
    word = words.low[index]
    if word in CONJUNCTIONS or word in AUXILIARIES or word in PRONOUNS or word in REPORTING:
        return True
    return not word[0].isalnum() and word not in _INNER_MARKS


def phrase_before(words: Words, end: int, low: int, join: bool = True) -> Range | None:
    """The noun phrase that ends before the word `end`, with its coordinated first part."""
    start = _walk_back(words, end, max(low, end - _LONGEST))
    start = _strip(words, start, end)
    if start >= end:
        return None
    if join and start - 1 > low and words.low[start - 1] in JOINERS:
        first = _joined(words, start - 1, low)
        if first is not None:
            return first, end
        if words.low[start - 2] == ",":
            begins = _listed(words, start - 2, low)
            if begins is not None:
                return begins, end
            return _joined_apposition(words, (start, end), low)
    return start, end


def _listed(words: Words, comma: int, low: int) -> int | None:
    """Where the names begin that end with B before `comma`: "A, B," before "and C".

    With the comma before B, when nothing but names stands between: "A," before "B and C".
    """
    begins = None
    while (part := names_between(words, comma, low)) is not None:
        begins, comma = part[0], part[0] - 1
    first = phrase_before(words, comma, low, join=False)
    named = words.mention[comma - 1]
    if first is not None and named is not None and named.type == "person":
        opened = first[0] == low or boundary(words, first[0] - 1)
        name = words.range(named.span)[0]
        hangs = name > low and words.low[name - 1] in INNER_PREPOSITIONS | {"to"}
        return first[0] if opened and not hangs else None
    # "On Monday, A, B, and C": what stands before the first comma only opens the sentence.
    return begins if comma - low <= _OPENING else None


def _walk_back(words: Words, end: int, low: int) -> int:
    at = end
    while at > low and not boundary(words, at - 1):
        at -= 1
        named = words.mention[at]
        if named is not None:
            while at > low and words.mention[at - 1] is named:
                at -= 1
        if words.low[at] in DETERMINERS and not _extends(words, at, low):
            counted = at > low and words.low[at - 1] in _BEFORE_COUNTS
            at -= counted and words.low[at] in _COUNTS
            if words.low[at] in _COUNTS or not _extends(words, at, low):
                break
    return at


def _extends(words: Words, at: int, low: int) -> bool:
    """Whether the phrase that begins at `at` hangs by a preposition on a noun before it."""
    return at - 2 >= low and words.low[at - 1] in INNER_PREPOSITIONS and not boundary(words, at - 2)


def _strip(words: Words, start: int, end: int) -> int:
    """Past the prepositions, adverbs and days that open a clause before its subject."""
    while start < end and words.mention[start] is None:
        word = words.low[start]
        opener = word in INNER_PREPOSITIONS or word in WEEKDAYS or is_adverb(word)
        near = word in _NEAR_TIMES and words.low[start + 1] in PERIODS | MONTHS
        if start + 2 < end and (near or _is_date(word, words.low[start + 1])):
            start += 2
            continue
        if (
            start + 3 < end
            and words.low[start + 2] in ("later", "earlier")
            and _spans(words, start)
        ):
            start += 3
            continue
        if word[0].isalnum() and not opener:
            break
        start += 1
    return _past_adjunct(words, start, end)


def _date_before(words: Words, start: int) -> bool:
    return start > 1 and _is_date(words.low[start - 2], words.low[start - 1])


def _is_date(word: str, after: str) -> bool:
    """Whether a day and a month open a clause: "On 12 February A", "On May 3 A"."""
    return (word.isdigit() and after in MONTHS) or (word in MONTHS and after.isdigit())


def _spans(words: Words, start: int) -> bool:
    """Whether a length of time begins: "ten days later"."""
    return words.low[start + 1].removesuffix("s") in _LENGTHS


def _past_adjunct(words: Words, start: int, end: int) -> int:
    """In "In a ruling of 90 pages Mr X" and "With those words X" the subject is X alone."""
    named = words.mention[end - 1]
    if start == 0 or start >= end or named is None or named.type not in _ACTORS:
        return start
    if words.mention[start - 1] is not None or words.low[start - 1] not in _ADJUNCT_OPENERS:
        return start
    first = end - 1
    while first > start and words.mention[first - 1] is named:
        first -= 1
    while first - 1 > start and words.capital(first - 1) and not _dated(words.low[first - 1]):
        first -= 1
    before = words.low[first - 1] if first > start else ""
    plain_noun = before.isalpha() and before not in PEOPLE | INNER_PREPOSITIONS | DETERMINERS
    plain_noun = (plain_noun and not words.capital(first - 1)) or before in WEEKDAYS
    return first if first > start and plain_noun and words.mention[first - 1] is None else start


def _dated(word: str) -> bool:
    return word in MONTHS or word in WEEKDAYS or word == "the"


def _joined(words: Words, joiner: int, low: int) -> int | None:
    """Where "X" of "X and Y" begins, when X is a phrase and not the end of a clause."""
    if words.low[joiner - 1] in ("he", "she") and words.mention[joiner - 1] is None:
        return joiner - 1
    first = phrase_before(words, joiner, low, join=False)
    if first is None:
        return None
    start = first[0]
    opens = start == low or boundary(words, start - 1) or words.low[start - 1] in DETERMINERS
    opens = opens or words.low[start - 1] in WEEKDAYS or _date_before(words, start)
    if not opens or any(verb_like(words, at) for at in range(*first)):
        return None
    named = any(words.mention[at] is not None for at in range(*first))
    if not (named or words.low[start] in DETERMINERS):
        return None
    if start - 1 > low and words.low[start - 1] == "," and person_at(words, joiner - 1):
        begins = _listed(words, start - 1, low)
        return start if begins is None else begins
    return start


def verb_like(words: Words, at: int) -> bool:
    """Whether the word looks like a participle, and is no name."""
    return words.mention[at] is None and words.low[at].endswith(("ed", "ing"))


def before_apposition(words: Words, comma: int, low: int) -> Range | None:
    """The name in "NAME, 54, a professor at X," whose last comma is at `comma`.

    In "a witness, NAME," it is the name after the role.
    """
    after_role = names_between(words, comma, low)
    if after_role is not None and not _by_another(words, after_role[0] - 1, low):
        return _joined_role(words, after_role, low)
    body = words.mention[comma - 1]
    if body is not None and body.type == "organization":
        at = words.range(body.span)[0]
        if at - 1 > low and words.low[at - 1] == "," and words.low[at - 2] in PEOPLE:
            return at, comma  # "The company, NAME,"
    for at in range(comma - 1, max(low, comma - 40), -1):
        if words.inside[at] or words.low[at] in (";", ":"):
            return None
        if words.low[at] != ",":
            continue
        named = words.mention[at - 1]
        who = words.low[at + 1] == "who"
        # "Several aides, speaking on condition of anonymity,"
        who = who or (words.low[at + 1].endswith("ing") and words.low[at - 1] in PEOPLE)
        known = named is not None and named.type in ("person", "organization")
        known = known or _new_role(words, at, low)
        if not (who or known or _new_name(words, at, low)):
            continue
        if not who and _tells(words, at + 1, comma):
            return None
        found = phrase_before(words, at, low)
        if found and (found[0] == low or _may_begin(words, found[0])):
            return _joined_apposition(words, found, low)
    return None


def _may_begin(words: Words, at: int) -> bool:
    """Whether a subject may begin here: behind a clause's end, behind "last week"."""
    dated = words.low[at - 1] in PERIODS | MONTHS and words.mention[at - 1] is None
    return boundary(words, at - 1) or dated or opens(words, at)


def _new_name(words: Words, comma: int, low: int) -> bool:
    """Whether a name nobody knows opens the unit: "Norvane, their lobby, said"."""
    named = words.mention[comma - 1]
    unknown = words.capital(comma - 1) if named is None else named.type == "other"
    return unknown and comma - 1 == low and words.low[comma + 1] in DETERMINERS


def _new_role(words: Words, comma: int, low: int) -> bool:
    """Whether "The senator, a doctor by training," opens the unit."""
    role = words.low[comma - 1]
    apposed = words.low[comma + 1] in ("a", "an", "one", "himself", "herself")
    short = comma - low <= _TITLE and words.low[low] == "the"
    return apposed and short and (role in OFFICES or role in PEOPLE)


def _by_another(words: Words, comma: int, low: int) -> bool:
    """Whether the role before the comma is that of another: "A, invited by the mayor, B,"."""
    role = phrase_before(words, comma, low, join=False)
    return role is not None and role[0] > low and words.low[role[0] - 1] in ("by", "with")


def _tells(words: Words, low: int, high: int) -> bool:
    """Whether the words hold a verb of their own, not in a relative clause: no apposition does."""
    inside = [words.low[at] for at in range(low, high) if words.mention[at] is None]
    relative = _RELATIVES.intersection(inside) or "that" in inside[1:]
    return not relative and not AUXILIARIES.isdisjoint(inside)


def _joined_role(words: Words, named: Range, low: int) -> Range:
    """All of "A and the party's leader, B," where the role of B is joined to A before it.

    Also all of "the mayor of X, A, and the mayor of Y, B,".
    """
    role = phrase_before(words, _before_brackets(words, named[0] - 1, low), low)
    if role is None:
        return named
    # "A and the minister for fish and trade, B": the first "and" may stand before the role.
    begins = role[0] - (role[0] - 1 > low and words.low[role[0] - 1] in JOINERS)
    for joiner in range(begins, role[1]):
        before = joiner - 1 - (words.low[joiner - 1] == ",")
        if words.low[joiner] in JOINERS and person_at(words, before):
            first = None if begins == role[0] else phrase_before(words, joiner, low)
            start = first[0] if first else role[0]
            listed = (
                _listed(words, start - 1, low) if first and words.low[start - 1] == "," else None
            )
            return (start if listed is None else listed), named[1]
    return named


def _before_brackets(words: Words, end: int, low: int) -> int:
    """Before the "(NRU)" that "the leader of the National Rail Union (NRU)" ends with."""
    opened = end - _BRACKETS
    return (
        opened if opened > low and words.low[opened] == "(" and words.low[end - 1] == ")" else end
    )


def _joined_apposition(words: Words, second: Range, low: int) -> Range:
    """All of "A, a baker, and B": "A" too when its own apposition ends before the "and"."""
    start = second[0]
    if start - 2 <= low or words.low[start - 1] != "and" or words.low[start - 2] != ",":
        return second
    first = before_apposition(words, start - 2, low)
    return (first[0], second[1]) if first else second


def names_between(words: Words, comma: int, low: int) -> Range | None:
    """The persons that alone stand between the comma at `comma` and the one before."""
    at = _before_origin(words, comma, low)
    while at > low and (words.low[at - 1] == "and" or person_at(words, at - 1)):
        at -= 1
        if person_at(words, at) and words.low[at - 2] == "and" and _in_title(words, at - 1):
            at -= 1  # "A and Gen. B"
        if words.low[at - 1] == "'s" and _nation_at(words, at - 2):
            at = words.range(words.mentions_in(words.span(at - 2, at - 1))[0].span)[0]
    named = at
    while at < comma and at - 1 > low and named - at < _TITLE and _in_title(words, at - 1):
        # A title: "its duty officer, Captain NAME,", "state Sen. NAME,".
        at -= 1
    whole = at < comma and at - 1 > low and words.low[at - 1] == ","
    return (at, comma) if whole and words.low[at] != "and" else None


def _nation_at(words: Words, at: int) -> bool:
    """Whether a place owns what follows: "Kenya's A and Norway's B"."""
    mention = words.mention[at]
    return mention is not None and mention.type == "place" and mention.kind == "name"


def _before_origin(words: Words, end: int, low: int) -> int:
    """Before the "of Rwanda" that may end "its commander, General NAME of Rwanda"."""
    origin = words.mention[end - 1]
    if origin is None or origin.type == "person":
        return end
    at = words.range(origin.span)[0] - 1
    after_name = at > low and words.low[at] in ("of", "from") and person_at(words, at - 1)
    return at if after_name else end


def _in_title(words: Words, at: int) -> bool:
    if words.low[at] == ".":
        return words.capital(at - 1) and len(words.low[at - 1]) < _TITLE + 1
    return words.capital(at) or words.low[at] in OFFICES | PEOPLE | _TITLE_WORDS


def person_at(words: Words, at: int) -> bool:
    """Whether the word belongs to the name of a person, or to what stands for one."""
    mention = words.mention[at]
    return mention is not None and mention.type == "person"


def opens(words: Words, start: int) -> bool:
    """Whether the phrase at `start` stands after a preposition or a date that opens a clause."""
    before = words.low[start - 1]
    dated = before in WEEKDAYS or _date_before(words, start)
    return dated or before in INNER_PREPOSITIONS


def phrase_after(words: Words, start: int, high: int) -> Range | None:
    """The noun phrase that begins at the word `start`."""
    if start >= high:
        return None
    if words.low[start] in PRONOUNS and words.mention[start] is None:
        return start, start + 1
    if words.low[start] in _NO_SUBJECT and words.mention[start] is None:
        return None
    at, limit = start, min(high, start + _LONGEST)
    while at < limit and (not _ends(words, at, start) or _in_portfolio(words, at, start)):
        at = past_mention(words, at, high)
    while at > start and (
        words.low[at - 1] in INNER_PREPOSITIONS or words.low[at - 1] in _INNER_MARKS - {"."}
    ):
        at -= 1
    if at > start and words.low[at - 1] == "." and at == high:
        at -= 1
    if at < high - 1 and words.low[at] == "and" and words.mention[at - 1] is not None:
        other = words.mention[at + 1]
        if other is not None and other.type == (words.mention[at - 1] or other).type:
            return start, past_mention(words, at + 1, high)
    return (start, at) if at > start else None


def aside_end(words: Words, comma: int, high: int) -> int | None:
    """The comma that closes "A, leader of the union," opened at `comma`; `None` when none is."""
    if not person_at(words, comma - 1):
        return None
    for at in range(comma + 1, min(high, comma + _LONGEST)):
        if words.low[at] == ",":
            return at if at > comma + 1 else None
        verb = words.low[at] in REPORTING or words.low[at] in AUXILIARIES
        if words.mention[at] is None and (verb or words.low[at] in PRONOUNS or words.inside[at]):
            return None
    return None


def past_mention(words: Words, at: int, high: int) -> int:
    """The first word after `at` that is not of the same mention."""
    named = words.mention[at]
    at += 1
    while named is not None and at < high and words.mention[at] is named:
        at += 1
    return at


def _in_portfolio(words: Words, at: int, start: int) -> bool:
    """Whether the "and" is within a title: "Trade and Industry Minister A"."""
    if words.low[at] != "and" or at == start or not words.capital(at - 1):
        return False
    for after in range(at + 1, min(at + _PORTFOLIO, len(words.mention) - 1)):
        if words.mention[after] is not None or not words.capital(after):
            return False
        if words.low[after] == "minister":
            return True
    return False


def _ends(words: Words, at: int, start: int) -> bool:
    if boundary(words, at) or words.low[at] in WEEKDAYS:
        return True
    if at == start or words.mention[at] is not None:
        return False
    word = words.low[at]
    if word in ("on", "in", "to", "under", "near", "inside"):
        # "said Kim in an interview": a place or an occasion, not a part of the name.
        return words.mention[at - 1] is not None or word == "on"
    return is_adverb(word) and word not in ("early", "daily")
