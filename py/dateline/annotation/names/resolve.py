"""Decide over the whole article what each candidate names, and who a bare surname is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.annotation.names import lexicon, weigh
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import LIKELY, SURE, world
from dateline.annotation.names.lists import share_in_lists
from dateline.annotation.names.organizations import Organizations
from dateline.annotation.names.persons import People, Person
from dateline.annotation.names.roles import role_beside, role_of, shared_roles
from dateline.annotation.names.tokens import Tokens
from dateline.model import EntityType

_DIGITS = "0123456789"
_SCORE = re.compile(r"\d{1,3}\Z")
# `Bernie Sanders (I-VT)`: party and state.
_CONSTITUENCY = re.compile(r"[DRI]-[A-Z]")
_PLACE_LIKE = frozenset({"city", "state", "region", "nickname"})


def resolve(
    tokens: Tokens, found: list[Candidate]
) -> tuple[list[Candidate], People, Organizations]:
    """The candidates that are names, each with its type and the entity it was tied to."""
    kept = _without_openers(tokens, found)
    _decide_types(tokens, kept)
    share_in_lists(tokens, kept)
    kept = [candidate for candidate in kept if candidate.type is not None]
    people = _people(tokens, kept)
    kept = [candidate for candidate in kept if not _is_family(tokens, candidate, people)]
    _trim_openers(tokens, kept, people)
    organizations = Organizations(tokens, kept)
    for candidate in kept:
        _tie(tokens, candidate, people, organizations)
    return kept, people, organizations


def _without_openers(tokens: Tokens, found: Sequence[Candidate]) -> list[Candidate]:
    """Drop words whose only claim to be a name is that they open a sentence."""
    inside = {tokens.words[c.first] for c in found if len(c) == 1 and not tokens.opens(c.first)}
    firsts = {c.first for c in found if c.known is not None or not tokens.opens(c.first)}
    inside.update(tokens.words[c.first] for c in found if c.known and _goes_bare(tokens, c, firsts))
    parts = {word for c in found if len(c) > 1 for word in c.words(tokens)}
    small, elsewhere = set(tokens.words), inside | parts
    return [
        c
        for c in found
        if not _CONSTITUENCY.match(tokens.words[c.first])
        and not _is_opener(tokens, c, inside, parts)
        and not _is_trade(tokens, c)
        and not _is_feast(tokens, c)
        and not _modifies_role(tokens, c)
        and not _is_abstract(tokens, c, elsewhere)
        and not _is_section_label(tokens, c)
        and not _is_small_elsewhere(tokens, c, small, inside, parts)
    ]


# Endings of nouns for what people do and what things are: no family and no firm is called so.
_ABSTRACT = re.compile(r"[a-z]{3,}(?:metry|ology|ography|ation|ness|ment|ility|ivity|ism|ics)\Z")
_BEFORE_DAYS = frozenset({"Palm", "Good", "Ash", "Easter", "Maundy", "Shrove", "Whit", "Bloody"})
_TRADES = frozenset({"reporter", "correspondent", "editor", "writer", "desk"})


def _is_feast(tokens: Tokens, candidate: Candidate) -> bool:
    """`Palm Sunday`, `Good Friday`: a day's name, and nobody's."""
    feast = len(candidate) == 1 and tokens.words[candidate.first] in _BEFORE_DAYS
    return feast and tokens.word(candidate.last) in lexicon.CALENDAR


def _is_trade(tokens: Tokens, candidate: Candidate) -> bool:
    """`Science reporter` in a byline."""
    in_credit = tokens.roles[candidate.first] == "byline" and len(candidate) == 1
    return in_credit and tokens.word(candidate.last).lower() in _TRADES


def _is_abstract(tokens: Tokens, candidate: Candidate, elsewhere: set[str]) -> bool:
    """`Telemetry stopped`: a noun of no name's making that opens a sentence."""
    word = tokens.words[candidate.first]
    named = word in elsewhere or word in lexicon.GIVEN or word in lexicon.FAMILY
    alone = len(candidate) == 1 and candidate.known is None and not named
    if not alone or not tokens.opens(candidate.first):
        return False
    plays = tokens.word(candidate.last).lower() in lexicon.RESULTS  # "Rangers beat Celtic"
    does = not plays and _is_who_does_it(word.lower())
    return does or _ABSTRACT.match(word.lower()) is not None


def _is_who_does_it(word: str) -> bool:
    """`dockers`, `bakers`: those who do what a word of the language says."""
    root = word.removesuffix("ers")
    return root != word and len(root) > 2 and not lexicon.COMMON.isdisjoint((root, f"{root}e"))


def _is_small_elsewhere(
    tokens: Tokens, candidate: Candidate, small: set[str], inside: set[str], parts: set[str]
) -> bool:
    """`Regulator clears deal` where the article goes on to speak of the regulator."""
    word = tokens.words[candidate.first]
    return (
        len(candidate) == 1
        and candidate.known is None
        and not candidate.title
        and tokens.opens(candidate.first)
        and word.lower() in small
        and word not in inside
        and word not in parts
    )


def _is_section_label(tokens: Tokens, candidate: Candidate) -> bool:
    """`World News` over a column: a short line made of the language's own words."""
    return (
        tokens.roles[candidate.first] == "section"
        and (candidate.known is None or candidate.known.strength == LIKELY)
        and all(word.lower() in lexicon.COMMON for word in candidate.words(tokens))
    )


def _is_opener(tokens: Tokens, candidate: Candidate, inside: set[str], parts: set[str]) -> bool:
    word = tokens.words[candidate.first]
    if len(candidate) > 1 or candidate.title:
        return _is_shouted(tokens, candidate) or all(
            w.lower() in lexicon.OPENERS for w in candidate.words(tokens)
        )
    if len(word) == 1:
        return True
    if word in ("Day", "Eve") and tokens.word(candidate.first - 1) in _BEFORE_DAY:
        return True
    if word[-1].isdigit() and word.rstrip(_DIGITS).lower() in lexicon.COMMON:
        return candidate.known is None
    if candidate.known is not None and candidate.known.strength == SURE:
        return False
    if candidate.known is not None and _acts(tokens, candidate):
        return False
    lower = word.lower()
    if lower in lexicon.OPENERS and not word.isupper():
        return True
    if candidate.known is None and word not in parts and lower in _VERBS:
        return True
    if word.isupper() and len(word) >= _LEAST_SHOUT and lower in lexicon.COMMON:
        return tokens.opens(candidate.first) and word not in inside and word not in parts
    return (
        tokens.opens(candidate.first)
        and lower in lexicon.COMMON
        and not word.isupper()
        and word not in inside
        and word not in parts
    )


def _modifies_role(tokens: Tokens, candidate: Candidate) -> bool:
    """`Foreign ministers A and B met`, `Defence officials agreed`: a role at a sentence's head."""
    role = tokens.word(candidate.last).lower()
    return (
        candidate.known is None
        and len(candidate) == 1
        and tokens.opens(candidate.first)
        and tokens.words[candidate.first].lower() in lexicon.ROLE_MODIFIER
        and tokens.gap(candidate.last) == " "
        and (role.removesuffix("s") in lexicon.ROLE_LAST or role in lexicon.GOVERNMENT_PEOPLE)
    )


# `Christmas Eve`, `New Year's Eve`
_BEFORE_DAY = lexicon.CALENDAR | {"Year", "Christmas", "Thanksgiving"}
# `GOLF`, `PRESS DIGEST`: capitals that are words, not letters of an acronym.
_LEAST_SHOUT = 4
_VERBS = lexicon.SPEECH | lexicon.ACTS


def _is_shouted(tokens: Tokens, candidate: Candidate) -> bool:
    """`PRESS DIGEST -`: words of the language in capitals at the head of a line."""
    return (
        candidate.known is None
        and tokens.gaps[candidate.first][:1] == "\n"
        and all(w.isupper() and w.lower() in lexicon.COMMON for w in candidate.words(tokens))
    )


def _acts(tokens: Tokens, candidate: Candidate) -> bool:
    """`Target said`, `Arsenal 2`: what follows a known name speaks for it."""
    following = tokens.word(candidate.last)
    if tokens.possessive(candidate.last - 1) and candidate.type == "organization":
        return True
    return tokens.gap(candidate.last) == " " and (
        following in lexicon.SPEECH
        or following in lexicon.ORG_CONTEXT
        or _SCORE.match(following) is not None
    )


def _goes_bare(tokens: Tokens, candidate: Candidate, firsts: set[int]) -> bool:
    """`Shell has sold its fields`, `Apple, Microsoft and Google rose`: a known name that opens a
    sentence where a word of the language would need an article, or among names.
    """
    after = candidate.last
    if len(candidate) > 1 or tokens.roles[candidate.first] == "headline":
        return False
    if not tokens.opens(candidate.first) or candidate.type != "organization":
        return False
    if tokens.gap(after) == " " and tokens.word(after) in lexicon.FINITE:
        return not tokens.words[candidate.first].endswith("s")
    listed = tokens.gap(after) == ", " and after in firsts
    return listed or (tokens.word(after) == "and" and after + 1 in firsts)


# What the page or a head noun says of a name holds wherever the name stands.
_SETTLED = frozenset({"dateline", "agency", "credit"})


def _decide_types(tokens: Tokens, kept: Sequence[Candidate]) -> None:
    settled = {c.known.name if c.known else c.form(tokens): c for c in kept if c.why in _SETTLED}
    likely = _short_forms(tokens, kept)
    groups: dict[str, list[Candidate]] = {}
    for candidate in kept:
        if _is_open(candidate):
            groups.setdefault(candidate.form(tokens), []).append(candidate)
    for form, group in groups.items():
        known = group[0].known
        mark = settled.get(form)
        if mark is not None:
            type_, known = mark.type, mark.known
        else:
            type_ = weigh.decide(tokens, group, known, likely.get(form))
        for candidate in group:
            candidate.why = candidate.why or "context"
            if known is None or type_ != known.type:
                candidate.known = None
                candidate.kind = "name"
            else:
                candidate.known = known
            candidate.type = type_


def _short_forms(tokens: Tokens, kept: Sequence[Candidate]) -> dict[str, EntityType]:
    """First words of long names of organizations: `Kestrel` where `Kestrel Freight Ltd` is."""
    return {
        tokens.words[c.first]: "organization"
        for c in kept
        if c.type == "organization" and len(c) > 1 and tokens.words[c.first] not in lexicon.GIVEN
    }


def _is_open(candidate: Candidate) -> bool:
    """Whether the type is still to be weighed; where a report was written from is a place."""
    if candidate.why == "dateline":
        return False
    if candidate.known is None:
        return candidate.type is None
    return candidate.known.strength == LIKELY and candidate.known.authority is None


_LONG_NAME = 3


def _people(tokens: Tokens, kept: Sequence[Candidate]) -> People:
    bare = Counter(tokens.words[c.first] for c in kept if len(c) == 1)
    people = People(bare)
    shared = shared_roles(tokens, kept)
    for candidate in kept:
        if len(candidate) == 1 and not candidate.title:
            candidate.title = shared.get(candidate.first)  # "Foreign ministers Lee and Ek"
    # Longer names first, so that `Suu Kyi` finds Aung San Suu Kyi and does not become another.
    for candidate in sorted(kept, key=lambda c: (-min(len(c), _LONG_NAME), c.first)):
        if candidate.type == "person" and (len(candidate) > 1 or candidate.known is not None):
            role = shared.get(candidate.first) or role_of(candidate.title)
            role = role or role_beside(tokens, candidate)
            titles = (role,) if role else ()
            person = None
            if candidate.known is not None:
                person = people.add(candidate.known.name, titles, candidate.known.authority)
                person.forms.setdefault(candidate.form(tokens), 1)
            elif not people.find_bare(candidate.form(tokens)):
                person = people.add(candidate.form(tokens), titles)
            if person is not None and (person.first is None or candidate.first < person.first):
                person.first = candidate.first
    _share_surnames(tokens, kept, people)
    return people


def _is_family(tokens: Tokens, candidate: Candidate, people: People) -> bool:
    """`the Cobbs` where Rachel Cobb is told of: a family, which is no entity."""
    word = tokens.words[candidate.first]
    plural = len(candidate) == 1 and candidate.known is None and word.endswith("s")
    after_the = tokens.word(candidate.first - 1) in ("the", "The")
    return plural and after_the and bool(people.find_family(word[:-1]))


def _share_surnames(tokens: Tokens, kept: Sequence[Candidate], people: People) -> None:
    """`Derek and Jean Cobb`: both are Cobbs."""
    by_first = {c.first: c for c in kept if c.type == "person" and len(c) > 1}
    for candidate in kept:
        other = by_first.get(candidate.last + 1)
        if other is None or len(candidate) > 1 or tokens.word(candidate.last) != "and":
            continue
        given, first = tokens.words[candidate.first], tokens.words[other.first]
        if candidate.type == "person" and {given, first} <= lexicon.GIVEN:
            people.add(f"{given} {tokens.words[other.last - 1]}")


def _trim_openers(tokens: Tokens, kept: Sequence[Candidate], people: People) -> None:
    """`Rare Hendrix song` at the head of a sentence is Hendrix, once Jimi Hendrix is known."""
    for candidate in kept:
        if len(candidate) != 2 or candidate.known is not None or candidate.title:
            continue
        first, last = candidate.words(tokens)
        if first.lower() not in lexicon.COMMON or first in lexicon.GIVEN:
            continue
        if not tokens.opens(candidate.first) or not people.find_bare(last):
            continue
        if people.find_full(f"{first} {last}") is None or candidate.type != "person":
            candidate.first += 1
            candidate.type = "person"


def _tie(
    tokens: Tokens, candidate: Candidate, people: People, organizations: Organizations
) -> None:
    if candidate.type == "person" and (len(candidate) > 1 or candidate.known is not None):
        form = candidate.known.name if candidate.known else candidate.form(tokens)
        person = people.find_full(form)
        if person is not None:
            candidate.entity = person.name
        elif bearers := people.find_bare(form):
            _tie_bare(tokens, candidate, form, bearers)
        else:
            candidate.entity = form
        return
    if len(candidate) == 1 and _may_be_surname(tokens, candidate):
        word = tokens.words[candidate.first]
        find = people.find_bare if candidate.known is None else people.find_family
        if namesakes := find(word):
            _tie_bare(tokens, candidate, word, namesakes)
            return
    if candidate.known is not None:
        candidate.entity = candidate.known.name
        return
    if candidate.why == "place word" and people.find_bare(candidate.form(tokens)):
        _tie_bare(
            tokens, candidate, candidate.form(tokens), people.find_bare(candidate.form(tokens))
        )
        return
    organizations.tie(tokens, candidate)
    if candidate.entity is None:
        if candidate.type == "person" and tokens.word(candidate.first - 1) in _NOBLE_PARTICLES:
            candidate.first -= tokens.gaps[candidate.first] == " "
        candidate.entity = candidate.form(tokens)


def _may_be_surname(tokens: Tokens, candidate: Candidate) -> bool:
    if candidate.type == "place" and tokens.gap(candidate.last) == ", ":
        following = world().get(tokens.word(candidate.last))
        if following is not None and following.category in ("country", "state", "region"):
            return False
    if candidate.type == "person" or candidate.known is None:
        return True
    if candidate.known.authority is not None:
        return False
    return candidate.known.strength == LIKELY or candidate.known.category in _PLACE_LIKE


def _tie_bare(tokens: Tokens, candidate: Candidate, word: str, namesakes: Sequence[Person]) -> None:
    """A bare surname is the one who bears it; of two bearers, the one with the title.

    Before the second is brought in by the full name, it is the first.
    """
    candidate.type, candidate.kind, candidate.known = "person", "name", None
    role = role_of(candidate.title)
    if len(namesakes) > 1 and candidate.title:
        namesakes = [p for p in namesakes if role in p.titles] or namesakes
        namesakes = [p for p in namesakes if not p.contradicts(candidate.title)]
    if len(namesakes) > 1:
        known = [p for p in namesakes if p.first is not None and p.first < candidate.first]
        namesakes = known if len(known) == 1 else namesakes
    if len(namesakes) == 1:
        candidate.entity = namesakes[0].name
        candidate.why = "bare name of the one who bears it"
        _take_particles(tokens, candidate)
        if role:
            titles = namesakes[0].titles
            titles[role] = titles.get(role, 0) + 1
    else:
        candidate.entity = None
        candidate.why = f"{len(namesakes)} persons bear the name {word}"


# Particles that stay with a surname whose given name the article never tells: `von Mises`.
_NOBLE_PARTICLES = frozenset({"von", "van", "zu", "af", "ter", "ten"})


def _take_particles(tokens: Tokens, candidate: Candidate) -> None:
    """`de Wit` for Ann de Wit, where the particle before the bare name is in small letters."""
    name = f" {candidate.entity}"
    while candidate.first and tokens.gaps[candidate.first] == " ":
        particle = tokens.words[candidate.first - 1]
        tail = " ".join(tokens.words[candidate.first - 1 : candidate.last])
        if particle not in lexicon.PARTICLES or not name.endswith(f" {tail}"):
            return
        candidate.first -= 1
