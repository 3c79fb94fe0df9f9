"""Weigh what speaks for person, organization, place or something else.

A name's own shape counts once, its neighbourhoods add up over all its occurrences, and the type
with the most weight wins. The weights were set by hand: 1 is a hint, 3 is enough alone, 4 cannot
well be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotation.knowledge import words
from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import Known, world
from dateline.annotation.names.spelling import ACRONYM, COMMON_WORD, Weights, spelling
from dateline.annotation.names.teams import in_result, is_scorer
from dateline.annotation.names.tokens import Tokens
from dateline.model import EntityType

_CONTEXT_CAP = 6.0
_LEAST = 0.75
_BOTH = 0.75
_LIKELY = 2.5
_KNOWN = 2.0 + COMMON_WORD

_MET = words("heads", "met")
"""Verbs whose object is a person: `told Kovic`."""
_SEE = frozenset({"bishop", "archbishop", "abbot", "abbess", "patriarch", "diocese", "dean"})
_WAY, _WAY_NAME = 2.5, 5
"""What the end of a way gains as a place, and how many words the name of the other end has."""
_LEADING = lexicon.WAYS - {"link", "border", "frontier", "ceasefire", "route"}
"""Ways that lead to places alone, as `a link to Hale` need not."""
_WENT = 1.5
"""`will travel to Gode`: people go to places, now and then to people."""
_PLACES = frozenset({"islands", "towns", "villages", "provinces", "cities", "districts", "regions"})
_OF_DIRECTION = frozenset({"north", "south", "east", "west", "outside", "outskirts", "suburbs"})
_PREPOSITION_WEIGHT = {"in": 2.0, "near": 2.5, "across": 1.5, "outside": 2.0, "around": 1.0}
_PREPOSITION_WEIGHT |= {"nearby": 2.0}
_PREPOSITION_WEIGHT |= {"at": 0.8, "to": 0.6, "from": 0.6, "into": 1.0, "throughout": 2.0}
_PREPOSITION_WEIGHT |= {"toward": 0.7, "towards": 0.7, "via": 0.8, "inside": 0.8}


def decide(
    tokens: Tokens,
    group: Sequence[Candidate],
    known: Known | None,
    likely: EntityType | None = None,
) -> EntityType | None:
    """The type of one surface form, given all its occurrences; `None` when it is no name.

    `likely` is what the rest of the article makes of it: the short form of a longer name.
    """
    words = group[0].words(tokens)
    if len(words) == 1 and words[0] in lexicon.NO_NAMES:
        return None
    weights: Weights = {"person": 0.0, "organization": 0.0, "place": 0.0, "other": 0.0}
    for candidate in group[:12]:
        _context(tokens, candidate, weights)
    for type_ in weights:
        weights[type_] = min(weights[type_], _CONTEXT_CAP)
    spelling(words, weights)
    if any(tokens.gaps[i] == " & " for i in range(group[0].first + 1, group[0].last)):
        weights["organization"] += 4.0
    if known is not None and known.type in weights:
        weights[known.type] += _KNOWN
    if likely is not None:
        weights[likely] += _LIKELY
    best = max(weights, key=lambda type_: weights[type_])
    return best if weights[best] >= _LEAST else "other"


def _context(tokens: Tokens, candidate: Candidate, weights: Weights) -> None:
    if candidate.title:
        weights["person"] += 4.0
    _before(tokens, candidate, weights)
    _after(tokens, candidate, weights)
    if in_result(tokens, candidate.first, candidate.last):
        weights["organization"] += 2.5
    if is_scorer(tokens, candidate.first, candidate.last):
        weights["person"] += 4.0


def _before(tokens: Tokens, candidate: Candidate, weights: Weights) -> None:
    first = candidate.first
    gap = tokens.gaps[first]
    previous = _previous(tokens, first) if gap == " " else ""
    if gap.endswith(('"', "'")):
        weights["other"] += 0.7
    if gap == ", " and tokens.word(first - 1) in lexicon.PRODUCT_NOUNS:
        weights["other"] += _A_PRODUCT  # `its first lander, Saga,`
    if not previous:
        return
    weights["place"] += _where(tokens, first, previous)
    weights["organization"] += _of_body(tokens, first, previous)
    if previous == "of":
        _before_of(tokens, first, weights)
    elif previous == "the" or previous == "The":
        _after_the(tokens, candidate, weights)
    for nouns, type_, weight in _PRECEDING:
        if previous in nouns:
            weights[type_] += weight
            weights["person"] -= _PARTY * (previous in ("opposition", "ruling"))
            return


def _of_body(tokens: Tokens, first: int, previous: str) -> float:
    """What `a stake in X`, `who runs X`, `the boss of X` say of it as a body."""
    earlier = tokens.word(first - 2)
    weight = 4.0 * (previous in ("in", "of", "by") and earlier.lower() in lexicon.STAKES)
    weight += _RUN * (previous in _RUNNING and earlier.lower() in ("who", "he", "she"))
    weight += _RUN * (previous == "of" and earlier in _HEADS_OF)
    return weight + _OWNED * (previous == "of" and earlier in lexicon.BODIES_OF)


def _previous(tokens: Tokens, first: int) -> str:
    """The word before a name; in small letters where `Carmaker Volmax said` opens a sentence."""
    word = tokens.word(first - 1)
    opens = first > 0 and tokens.opens(first - 1) and word.lower() in lexicon.ORG_BEFORE
    return word.lower() if opens else word


_RUNNING = frozenset({"runs", "ran", "founded", "owns", "chairs", "chaired", "heads"})
_HEADS_OF = frozenset({"head", "boss", "founder", "owner", "chair"})
_RUN = 1.2
"""`Ann Lee, who runs Oxley`, `the head of Oxley`: mostly a firm where nothing else is known."""
_PARTY = 3.0
"""`the opposition Jan Morcha`: a person would be its leader or its candidate."""
_PRECEDING: tuple[tuple[frozenset[str], EntityType, float], ...] = (
    (lexicon.DIRECTIONS, "place", 2.5),
    (lexicon.ORG_BEFORE, "organization", 3.0),
    (lexicon.ROLE_LAST, "person", 3.0),
    (lexicon.PRODUCT_NOUNS, "other", 2.5),
    (_MET, "person", 1.0),
    (lexicon.PLACE_NOUN_BEFORE, "place", 2.0),
)


def _where(tokens: Tokens, first: int, previous: str) -> float:
    """What the words before a name say of it as a place: `in X`, `travel to X`, `in Y and X`."""
    weight = _PREPOSITION_WEIGHT.get(previous, 0.0) + _end_of_way(tokens, first)
    if previous == "and":
        weight += _listed(tokens, first)
    if previous in ("to", "into", "from") and tokens.word(first - 2).lower() in lexicon.MOTION:
        weight += _WENT
    return weight


def _end_of_way(tokens: Tokens, first: int) -> float:
    """`the railway between Kandy and Galle`, `a flight to Galle`: the ends are places."""
    words, at = tokens.words, first - 1
    if words[at] in ("and", "to"):
        near = range(at - 1, max(-1, at - _WAY_NAME), -1)
        at = next((i for i in near if words[i] in ("between", "from")), at)
    leads = words[at] in ("between", "from") and tokens.word(at - 1) in lexicon.WAYS
    ends = words[first - 1] == "to" and tokens.word(first - 2) in _LEADING
    return _WAY if leads or ends else 0.0


def _listed(tokens: Tokens, first: int) -> float:
    """`in Kandy and Galle`: what the preposition says of the first of two, it says of both."""
    other = tokens.word(first - 2)
    known = world().get(other)
    if tokens.gap(first - 1) != " " or (known is not None and known.type != "place"):
        return 0.0
    if not other[:1].isupper() or tokens.gap(first - 2) != " ":
        return 0.0
    if tokens.word(first - 3) == "of" and tokens.word(first - 4) in _PLACES:
        return _WAY  # `the islands of Rona and Sula`
    return _BOTH * _PREPOSITION_WEIGHT.get(tokens.word(first - 3), 0.0)


def _after_the(tokens: Tokens, candidate: Candidate, weights: Weights) -> None:
    """A person takes no article; a plural with one is a team or a band, a singular a thing."""
    weights["person"] -= 2.0
    last = tokens.words[candidate.last - 1]
    if last.endswith("s") and not last.isupper():
        weights["organization"] += 1.5
    elif len(candidate) == 1 and not last.isupper():
        weights["other"] += 0.8
    else:
        weights["organization"] += 0.7


def _before_of(tokens: Tokens, first: int, weights: Weights) -> None:
    before_of = tokens.word(first - 2)
    if before_of in lexicon.PLACE_NOUN_BEFORE or before_of in _PLACES:
        weights["place"] += 4.0
    elif before_of in _OF_DIRECTION | _SEE or before_of in lexicon.HELD_BEFORE_OF:
        weights["place"] += 3.0
    elif before_of == "government":
        # Of a country, or of the one who leads it, who has a first name here.
        weights["place"] += 3.0 if not _goes_on(tokens, first) else 0.8


def _goes_on(tokens: Tokens, first: int) -> bool:
    return tokens.gap(first + 1) == " " and tokens.word(first + 1)[:1].isupper()


def _after(tokens: Tokens, candidate: Candidate, weights: Weights) -> None:
    last = candidate.last
    gap, following = tokens.gap(last), tokens.word(last)
    weights["organization"] += 4.0 * (gap == " " and following in _SMALL_SUFFIXES)
    if gap in (" ", "'s "):
        if following.isdigit():
            weights["other"] += 1.5 * (len(following) > 2) + _A_PRODUCT * _one_of_them(
                tokens, candidate
            )
        for nouns, type_, weight in _FOLLOWING:
            if following in nouns:
                weights[type_] += weight
        the = tokens.word(candidate.first - 1) in ("the", "The") and gap == " "
        weights["place"] += _A_SITE * (the and following in lexicon.SITE_NOUNS)
        if following in ("is", "was", "were", "are"):
            _after_copula(tokens, last, weights)
        weights["person"] += _ACTING * _did(tokens, candidate, following)
        weights["person"] += _MEETING * _will_meet(tokens, candidate)
        if gap == "'s ":
            _possessed(tokens, last, weights)
        elif following == "reported":
            weights["organization"] += _REPORTED
    elif gap == ", ":
        _after_comma(tokens, candidate, following, weights)
    elif gap == " (" and ACRONYM.match(following) and tokens.gap(last + 1).startswith(")"):
        weights["organization"] += 2.0


def _one_of_them(tokens: Tokens, candidate: Candidate) -> bool:
    """`a SpaceX Falcon 9`: a number after a name that has an article is a model's."""
    before = tokens.words[max(0, candidate.first - 2) : candidate.first]
    return any(word in ("a", "an") for word in before) and tokens.gap(candidate.last) == " "


_A_PRODUCT = 3.0


def _possessed(tokens: Tokens, last: int, weights: Weights) -> None:
    if _owns(tokens, last):
        weights["organization"] += _OWNED
    if tokens.word(last) in _SERVANTS:
        weights["person"] += _SERVED


_OWNED = 2.5
_REPORTED = 1.2
"""`Kompas reported`: mostly a paper or an agency."""
_SERVANTS = frozenset({"aide", "aides", "lawyer", "lawyers", "spokesman", "spokeswoman"})
_SERVED = 2.0
"""`Hale's spokesman`: more than what the same words tell of an organization."""


_APPOSED = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_A_SITE = 2.5
"""`the Simon Bolivar bridge`: named after a person, and none."""
_THERE = frozenset({"in", "at", "near", "outside", "across"})
_OF_OTHERS = 0.3
"""`Farmers at Oxley, who were offered money`: the relative is the farmers'."""
_THING = 3.0
"""`Brightwell, which employs`: no person."""
_SMALL_SUFFIXES = frozenset({"plc", "ltd", "llc", "inc", "gmbh"})
_ACTING = 0.8


def _did(tokens: Tokens, candidate: Candidate, following: str) -> bool:
    """Whether an unknown single name is followed by what somebody did: `Caddick bowled`."""
    if len(candidate) > 1 or tokens.word(candidate.first - 1) in ("the", "The", "a", "an"):
        return False
    word = tokens.words[candidate.first]
    surname = word in lexicon.FAMILY or (word.istitle() and not word.endswith("s"))
    if not surname or word.lower() in lexicon.COMMON:
        return False
    return following.endswith("ed") and following in lexicon.COMMON


_MEETING = 1.0
_WILL = frozenset({"will", "would"})
_MEETS = frozenset({"meet", "visit", "travel", "fly", "speak", "talk", "attend", "resign", "step"})


def _will_meet(tokens: Tokens, candidate: Candidate) -> bool:
    """`Almada would visit`, `Almada and Tazi will meet`: what people do."""
    last = candidate.last
    if len(candidate) > 1 or tokens.gap(last) != " ":
        return False
    if tokens.word(last) == "and" and tokens.word(last + 1)[:1].isupper():
        last += 2
    return tokens.word(last) in _WILL and tokens.word(last + 1) in _MEETS


def _owns(tokens: Tokens, index: int) -> bool:
    """`Ardent's finance director`: a body's possession within the next two words."""
    if tokens.words[index] in lexicon.HEADED_BY:
        return True
    return tokens.gap(index + 1) == " " and tokens.word(index + 1) in lexicon.HEADED_BY


_FOLLOWING: tuple[tuple[frozenset[str], EntityType, float], ...] = (
    (lexicon.SPEECH, "person", 1.0),
    (lexicon.SPEECH, "organization", 0.8),
    (lexicon.ACTS, "person", 0.8),
    (lexicon.ACTS, "organization", 0.7),
    (lexicon.SPORT_ACTS, "person", 1.0),
    (lexicon.ORG_CONTEXT, "organization", 1.5),
    (lexicon.PLACE_NOUN_BEFORE, "place", 2.5),
    (lexicon.SITE_NOUNS, "place", 2.0),
    (lexicon.PRODUCT_NOUNS, "other", 2.0),
    (lexicon.NO_PERSON_AFTER, "other", 3.0),
)


def _after_comma(tokens: Tokens, candidate: Candidate, following: str, weights: Weights) -> None:
    last, before = candidate.last, tokens.word(candidate.first - 1)
    known = candidate.known is not None and candidate.known.type == "place"
    of_others = before in _THERE or (known and before in ("for", "of", "from"))
    age = following.isdigit() and len(following) <= 2
    if following in ("which", "whose") and tokens.gap(last + 1) == " ":
        weights["person"] -= _THING * (following == "which")
        weights["organization"] += _OWNED * (tokens.word(last + 1) in lexicon.STAKES)
        weights["organization"] += following == "which"
    if following == "who" or (age and tokens.gap(last + 1).startswith(",")):
        weights["person"] += _OF_OTHERS if following == "who" and of_others else 3.0
    elif following in _APPOSED or following in lexicon.ROLE_LAST:
        _after_apposition(tokens, last, weights)


def _after_copula(tokens: Tokens, last: int, weights: Weights) -> None:
    """`X is a municipality in`, `X was a Danish physicist`, `X was elected`."""
    following = tokens.word(last + 1)
    if following in lexicon.PARTICIPLES:
        weights["person"] += 1.0
    elif following in ("a", "an", "the", "one"):
        _after_apposition(tokens, last + 1, weights)


def _after_apposition(tokens: Tokens, last: int, weights: Weights) -> None:
    """`X, a professor of ...`, `X, the Dutch chipmaker`, `X, the opposition leader`."""
    for index in range(last, min(last + 6, len(tokens))):
        if index > last and tokens.gaps[index] != " ":
            return
        heads = tokens.gap(index + 1) == " " and tokens.word(index + 1) in lexicon.ROLE_LAST
        for nouns, type_, weight in _APPOSITION:
            if tokens.words[index] in nouns and not heads:
                if tokens.gap(index + 1) == " " and tokens.word(index + 1) in lexicon.SPEECH:
                    return  # `It is over, a minister said`
                weights[type_] += weight
                return


_APPOSITION: tuple[tuple[frozenset[str], EntityType, float], ...] = (
    (lexicon.ROLE_LAST, "person", 3.0),
    (lexicon.ORG_BEFORE, "organization", 2.5),
    (lexicon.PLACE_NOUN_BEFORE, "place", 2.5),
)
