"""Descriptions that stand for an institution or an office-holder.

`the South Korean presidential office`, `Yoon's office`, `the ministry`, `the Japanese leader`.
A description gets an entity only when the article makes it certain whose institution or which
person is meant. Institutions without a proper name are called by what they are and whose:
`presidential office of South Korea`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import capital_nations, world
from dateline.annotation.names.offices import HEADS, Offices
from dateline.annotation.names.tokens import Style, Tokens

_LONGEST_DESCRIPTION = 4
_FULL_NAME = 2
_DEFINITE = frozenset({"the", "The"})
# `top court` and `highest court` are the supreme court in every paper.
_SAME_INSTITUTION = {"top court": "supreme court", "highest court": "supreme court"}
_SAME_INSTITUTION |= {"high court": "high court", "defence ministry": "defense ministry"}
_SAME_INSTITUTION |= {"labour ministry": "labor ministry", "coalition government": "government"}
_SAME_INSTITUTION |= {"presidency": "presidential office"}
_OF_MINISTRIES = lexicon.INSTITUTION_MODIFIERS | lexicon.PORTFOLIO
_MATTER_WORDS = _OF_MINISTRIES | {"and", "external", "affairs", "home"}
_BARE_HEADS = frozenset({"office", "ministry", "army", "navy", "military"})
# A country has many courts and parties: `a French court` is none in particular.
_TOO_MANY = frozenset({"court", "party", "office"})
_NEEDS_MODIFIER = frozenset({"court", "party", "office", "ministry", "guard"})


# Names that one country's papers use without saying whose: every country has one.
_COMMON_BODIES = frozenset(
    {"Supreme Court", "Constitutional Court", "High Court", "Cabinet", "Coast Guard"}
)
_SEATED = frozenset({"Ministry", "Parliament", "Government", "Cabinet"})
_BODY_FIRST = frozenset({"Ministry", "Department", "Office"})


# A service that needs no owner's name: `the coastguard`, `the coast guard`.
_ONLY_ONE = frozenset({"coastguard", "guard"})


@dataclass(slots=True)
class Description:
    """A described institution: its words, whose it is."""

    first: int
    last: int
    head: str
    what: str
    """Modifiers and head: `presidential office`."""
    country: str | None
    holder: str | None = None
    """The person before the possessive: Yoon in `Yoon's office`."""


class Nominals:
    """Finds the descriptions of one article, in order, so that `the ministry` can look back."""

    def __init__(self, tokens: Tokens, kept: Sequence[Candidate], offices: Offices) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.offices = offices
        self.by_first = {c.first: c for c in kept if c.type == "person"}
        self.by_last = {c.last: c for c in kept if c.type is not None and not c.nested}
        self.by_last.update({c.last: c for c in kept if c.kind == "demonym"})
        self.covered = {i for c in kept if c.type == "organization" for i in range(c.first, c.last)}
        self.named = [c for c in kept if c.type == "organization"]
        self.last_of: dict[str, set[str | None]] = {}
        """Head noun -> the entities it has stood for so far."""
        nations = capital_nations()
        self.seats = {
            c.first: nations[c.known.name]
            for c in kept
            if c.known is not None and c.known.category == "capital" and c.known.name in nations
        }
        """First word of a capital -> its country."""
        self.found: list[Candidate] = []

    def find(self) -> list[Candidate]:
        """All descriptions as candidates of kind `nominal`."""
        self._name_ministries()
        ministries = {c.last - 1: c for c in self.named if len(c) > 1}
        for index, word in enumerate(self.words):
            if index in ministries:
                named = ministries[index]
                self._remember(self._head_of(named), named.entity)
            elif word in lexicon.INSTITUTION_HEADS and index not in self.covered:
                self._institution(index)
            elif word in _OFFICE_LAST:
                self._office_holder(index)
            elif word in _ONLY_ONE and index not in self.covered:
                self._only_one(index)
        return self.found

    def _only_one(self, index: int) -> None:
        """`the coastguard`: a service of which a country, and a story, has one."""
        two = self.words[index] == "guard"
        first = index - two
        if self.tokens.styles[index] is not Style.PROSE or (two and self.words[first] != "coast"):
            return
        if self.tokens.word(first - 1) in _DEFINITE and self.tokens.gaps[first] == " ":
            self._add(first, index + 1, "organization", "coastguard")

    def _head_of(self, named: Candidate) -> str:
        words = [word.lower() for word in self.words[named.first : named.last]]
        return next((word for word in words if word in lexicon.INSTITUTION_HEADS), words[-1])

    def _remember(self, head: str, entity: str | None) -> None:
        self.last_of.setdefault(head, set()).add(entity)

    def _name_ministries(self) -> None:
        """Name bodies that every country has by their country, where the article tells it.

        `Japanese Foreign Ministry` and `Japan's Foreign Ministry` are one; `the Foreign Ministry`
        is that one too while the article names no other country's.
        """
        owned: dict[str, set[str]] = {}
        unowned: list[tuple[str, Candidate]] = []
        renamed: dict[str, str] = {}
        for named in self.named:
            words = self.words[named.first : named.last]
            if not self._is_common_body(named, words):
                continue
            owner = self._owner_inside(named) or self._seat_after(named)
            what = _body_name(words[owner[0] if owner else 0 :])
            if owner is None:
                unowned.append((what, named))
            elif what:
                before, named.entity = str(named.entity), f"{what} of {owner[1]}"
                renamed[before] = named.entity
                owned.setdefault(what, set()).add(named.entity)
        for what, named in unowned:
            if len(found := owned.get(what, set())) == 1:
                named.entity = next(iter(found))
        for named in self.named:
            if named.last - named.first == 1 and named.entity is not None:
                # The acronym of a body goes with it: `PSOE`.
                named.entity = renamed.get(named.entity, named.entity)

    def _is_common_body(self, named: Candidate, words: Sequence[str]) -> bool:
        if named.known is not None and named.known.authority is not None:
            return False
        if named.known is not None and named.known.name not in _COMMON_BODIES:
            return False
        return words[-1].lower() in lexicon.INSTITUTION_HEADS or words[0] in _BODY_FIRST

    def _owner_inside(self, named: Candidate) -> tuple[int, str] | None:
        """(words that name the owner, owner) of an institution's proper name."""
        for end in range(named.last - 1, named.first, -1):
            inner = self.by_last.get(end)
            if inner is not None and inner.kind == "demonym" and inner.first == named.first:
                return end - named.first, str(inner.entity)
        before = self.by_last.get(named.first)
        if before is not None and before.kind == "demonym" and self.tokens.gap(named.first) == " ":
            return 0, str(before.entity)
        if before is None or not self.tokens.possessive(before.last - 1):
            return None
        is_country = before.known is not None and before.known.category == "country"
        return (0, str(before.entity)) if is_country else None

    def _seat_after(self, named: Candidate) -> tuple[int, str] | None:
        """`the Foreign Ministry in Oslo` is Norway's; a city may have courts of its own."""
        if named.known is None and self.words[named.last - 1] not in _SEATED:
            return None
        if self.tokens.word(named.last) != "in" or self.tokens.gap(named.last + 1) != " ":
            return None
        seat = self.seats.get(named.last + 1)
        return (0, seat) if seat is not None and self.tokens.gap(named.last) == " " else None

    def _institution(self, index: int) -> None:
        if self.tokens.styles[index] is not Style.PROSE or self.tokens.gap(index + 1)[:1] == "-":
            return
        description = self._describe(index)
        if description is None:
            return
        entity = self._institution_entity(description)
        self._remember(description.head, entity)
        self._add(description.first, description.last, "organization", entity)

    def _describe(self, index: int) -> Description | None:
        first, head = index, self.words[index]
        if head == "ministry" and (told := self._with_its_matter(index)) is not None:
            return told
        modifiers = _OF_MINISTRIES if head == "ministry" else lexicon.INSTITUTION_MODIFIERS
        while (
            first > 0
            and index - first < _LONGEST_DESCRIPTION
            and self.tokens.gaps[first] == " "
            and self.words[first - 1] in modifiers
        ):
            first -= 1
        what = " ".join(self.words[first : index + 1])
        if head == "presidency" and self.tokens.word(index + 1) == "of":
            return None
        owner = self.by_last.get(first)
        gap = self.tokens.gap(first)
        if owner is not None and owner.kind == "demonym" and gap == " ":
            if first == index and head in _TOO_MANY:
                return None
            return Description(owner.first, index + 1, head, what, _country(owner))
        if owner is not None and self.tokens.possessive(first - 1):
            return self._possessed(owner, first, index, what)
        return self._unowned(first, index, what, gap)

    def _with_its_matter(self, index: int) -> Description | None:
        """`India's ministry of external affairs`, with its country before it."""
        end = index + 2
        while self.tokens.word(end) in _MATTER_WORDS and self.tokens.gaps[end] == " ":
            end += 1
        matter = " ".join(self.words[index + 2 : end]).replace("foreign affairs", "foreign")
        owner = self.by_last.get(index)
        if owner is None or self.tokens.word(index + 1) != "of" or not matter:
            return None
        if owner.kind != "demonym" and not self.tokens.possessive(index - 1):
            return None
        return Description(index, end, "ministry", f"{matter} ministry", _country(owner))

    def _possessed(self, owner: Candidate, first: int, index: int, what: str) -> Description | None:
        head = self.words[index]
        if owner.type == "person":
            if head == "presidency":
                return None
            return Description(owner.first, index + 1, head, what, None, owner.entity)
        if owner.type == "place" and (first < index or head not in _NEEDS_MODIFIER):
            return Description(first, index + 1, head, what, _country(owner))
        return None

    def _unowned(self, first: int, index: int, what: str, gap: str) -> Description | None:
        head = self.words[index]
        definite = gap == " " and self.words[first - 1] in _DEFINITE
        if not definite:
            return None
        if first < index:
            known = any(self._matches(what, entity) for entity in self.last_of.get(head, ()))
            if known or what in HEADS.values() or head == "ministry":
                return Description(first, index + 1, head, what, None)
            return None
        if head in _BARE_HEADS and self.last_of.get(head):
            return Description(first - 1, index + 1, head, head, None)
        return None

    def _matches(self, what: str, entity: str | None) -> bool:
        return entity is not None and set(what.split()) <= set(entity.lower().split())

    def _institution_entity(self, description: Description) -> str | None:
        what = _SAME_INSTITUTION.get(description.what, description.what)
        before = self.last_of.get(description.head, set())
        if description.holder is not None:
            return self._of_person(description.holder, description.head)
        if description.country is not None:
            return self._of_country(what, description.head, description.country)
        if what != description.head:
            same = {entity for entity in before if self._matches(what, entity)}
            return next(iter(same)) if len(same) == 1 else None
        return next(iter(before)) if len(before) == 1 else None

    def _of_person(self, person: str, head: str) -> str | None:
        holder = self.offices.of(person)
        if holder is None:
            return None
        if head == "office":
            return f"{HEADS[holder.office]} of {holder.country}"
        return f"{head} of {holder.country}" if head != "party" else None

    def _of_country(self, what: str, head: str, country: str) -> str | None:
        if what == head and head in _NEEDS_MODIFIER:
            owned = {e for e in self.last_of.get(head, set()) if e and self._belongs(e, country)}
            return next(iter(owned)) if len(owned) == 1 else None
        for named in self.named:
            if self._is_named_so(named, what, head, country):
                return named.entity
        return f"{what} of {country}"

    def _belongs(self, entity: str, country: str) -> bool:
        return entity.endswith(f" of {country}") or any(
            named.entity == entity and (owner := self._owner_inside(named)) and owner[1] == country
            for named in self.named
        )

    def _is_named_so(self, named: Candidate, what: str, head: str, country: str) -> bool:
        """`communications ministry` is the `Ministry of Internal Affairs and Communications`."""
        words = {word.lower() for word in self.words[named.first : named.last]}
        owner = self._owner_inside(named)
        return (
            head in words
            and set(what.split()) <= words
            and owner is not None
            and owner[1] == country
            and named.entity is not None
        )

    def _office_holder(self, index: int) -> None:
        """`the Japanese prime minister`: an office in small letters with no name after it."""
        following = self.tokens.word(index + 1)
        if self.tokens.styles[index] is not Style.PROSE or self.tokens.possessive(index):
            return
        if self.tokens.gap(index + 1) in (" ", "-") and following[:1].isupper():
            return
        first = self._office_start(index)
        if first is None:
            return
        office = " ".join(self.words[first : index + 1])
        owner = self.by_last.get(first)
        if owner is None or owner.type != "place" or self.tokens.gap(first) not in (" ", "'s "):
            self._bare_office(first, index, office)
            return
        begin = first if self.tokens.possessive(first - 1) else owner.first
        if begin == first or self.tokens.word(begin - 1) in _DEFINITE:
            person = self._named_beside(owner.first, index)
            country = _country(owner)
            if person is not None and country is not None:
                self.offices.add(person, office, country)
            elif country is not None:
                person = self.offices.holder(office, country)
            self._add(begin, index + 1, "person", person)

    def _bare_office(self, first: int, index: int, office: str) -> None:
        """`the prime minister`, where the article has only one."""
        if office in HEADS and self.tokens.word(first - 1) in _DEFINITE:
            person = self.offices.holder(office, None)
            if person is not None and self.tokens.word(index + 1) not in ("of", "and"):
                self._add(first - 1, index + 1, "person", person)

    def _named_beside(self, first: int, index: int) -> str | None:
        """The person in apposition: `Peru's president, Ana Ruiz`, `Ana Ruiz, Peru's president`."""
        after = self.by_first.get(index + 1)
        if after is not None and self.tokens.gap(index + 1) == ", " and self._closes(after):
            return after.entity
        before = self.by_last.get(first if self.words[first - 1] not in _DEFINITE else first - 1)
        if before is None or before.type != "person" or self.tokens.gap(before.last) != ", ":
            return None
        return before.entity

    def _closes(self, after: Candidate) -> bool:
        """Whether the name is set off as an apposition is, and not the next of a list."""
        if after.type != "person" or len(after) < _FULL_NAME:
            return False
        return self.tokens.gap(after.last)[:1] in (",", ".", ";") or self.tokens.gap(
            after.last
        ).startswith("\n")

    def _office_start(self, index: int) -> int | None:
        for length in (3, 2, 1):
            first = index + 1 - length
            if first >= 0 and " ".join(self.words[first : index + 1]) in lexicon.OFFICE_TITLES:
                return first
        return None

    def _add(self, first: int, last: int, type_: str, entity: str | None) -> None:
        candidate = Candidate(first, last, why="description", kind="nominal", entity=entity)
        candidate.type = "person" if type_ == "person" else "organization"
        self.found.append(candidate)


def _body_name(words: Sequence[str]) -> str:
    """`foreign ministry` for `Foreign Ministry`; a formal name keeps its capitals."""
    if words and words[0] in _BODY_FIRST:
        return " ".join(words)
    what = " ".join(words).lower()
    return _SAME_INSTITUTION.get(what, what)


_OFFICE_LAST = frozenset(title.split()[-1] for title in lexicon.OFFICE_TITLES)


def _country(owner: Candidate) -> str | None:
    if owner.kind in ("demonym", "metonym") or _is_country(owner):
        return owner.entity
    return None


def _is_country(owner: Candidate) -> bool:
    return owner.known is not None and owner.known.category in ("country", "authority")


_OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}


def _other_half(name: str) -> str:
    """`North Korea` for `South Korea`; nothing where there is no such country."""
    first, _, rest = name.partition(" ")
    other = f"{_OPPOSITE[first]} {rest}" if first in _OPPOSITE else ""
    known = world().get(other) if other else None
    return other if known is not None and known.category == "country" else ""


def mark_halves(tokens: Tokens, kept: Sequence[Candidate]) -> None:
    """`the North`, `the South` where the article speaks of North and South Korea, and alike."""
    halves: Mapping[str, set[str]] = {"North": set(), "South": set(), "East": set(), "West": set()}
    for candidate in kept:
        if _is_country(candidate) and candidate.known is not None:
            for name in (candidate.known.name, _other_half(candidate.known.name)):
                half = name.split(" ")[0]
                if half in halves:
                    halves[half].add(name)
    for candidate in kept:
        word = tokens.words[candidate.first]
        names = halves.get(word, set()) if len(candidate) == 1 else set()
        if len(names) == 1 and tokens.word(candidate.first - 1) in _DEFINITE:
            candidate.type, candidate.kind = "place", "name"
            candidate.entity, candidate.why = next(iter(names)), "half of a divided country"
