"""Whom "they", "the two leaders" and "he" mean: those named together last, the last subject."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from dateline.annotation.events.actors import actors, clause_subject, group_office
from dateline.annotation.events.holders import Holders
from dateline.annotation.events.homes import persons_first
from dateline.annotation.names.pronouns import pronoun_of
from dateline.annotation.quotations.lexicon import REPORTING
from dateline.annotation.quotations.speakers import subject_mention
from dateline.annotation.quotations.words import Range, Words

# "The two" were named no more than this many sentences before.
_REACH = 3
_PAIR = 2
# A subject of several, with their titles and appositions, is no longer than this.
_SUBJECT_LENGTH = 60


@dataclass(slots=True)
class Memory:
    """What the sentences read so far have left behind for pronouns."""

    words: Words
    holders: Holders = field(default_factory=lambda: Holders((), {}))
    group: frozenset[str] = frozenset()
    """Those last named together as a subject, or as taking part in one encounter."""
    person: str | None = None
    """The last sentence's subject, whom "he" or "she" means."""
    before: str | None = None
    """The subject before that, when it was another person."""
    age: int = 0
    """How many sentences ago the group was named."""
    named: deque[frozenset[str]] = field(default_factory=lambda: deque(maxlen=_REACH))
    """The persons of each of the last sentences."""
    persons: frozenset[str | None] = field(init=False)
    """All persons of the article."""

    def __post_init__(self) -> None:
        self.persons = frozenset(m.entity for m in self.words.mentions if m.type == "person")

    def enter(self, unit: Range) -> None:
        """Note a subject of several actors; a lone new subject does not end the group."""
        words, (low, high) = self.words, unit
        named = words.mentions_in(words.span(low, high))
        if len(named) < _PAIR or "and" not in words.low[low : min(high, low + _SUBJECT_LENGTH)]:
            return
        source = clause_subject(words, low, high)
        together = frozenset(actors(words, source) if source else ())
        if len(together) > 1:
            office = group_office(words, source) if source else ""
            meant = self.holders.meant(office, together, len(together)) if office else None
            self.gather(meant or together)

    def gather(self, ids: frozenset[str]) -> None:
        """Make `ids` those whom "they" means, persons without the countries they speak for."""
        present = persons_first(ids, self.holders.homes)
        if len(present) > 1:
            self.group, self.age = present, 0

    def forget(self) -> None:
        """Nobody is meant: others were told of together, by words that name none of them."""
        self.group, self.age = frozenset(), 0
        self.named.clear()

    def leave(self, unit: Range) -> None:
        """Note the unit's subject and its persons for the units that follow."""
        if (self.age or not self.group) and (pair := self._side_by_side(unit)):
            self.gather(pair)
        subject = subject_mention(self.words, unit)
        person = subject.entity if subject is not None and subject.type == "person" else None
        person = person or self._who_says(unit)
        if person is not None and person != self.person:
            self.person, self.before = person, self.person
        persons = frozenset(
            m.entity
            for m in self.words.mentions_in(self.words.span(*unit))
            if m.type == "person" and m.entity
        )
        self.age += 1
        if persons:
            self.named.append(persons)

    def _side_by_side(self, unit: Range) -> frozenset[str]:
        """A and B in "It was the first time that A and B had seen each other"."""
        words, (low, high) = self.words, unit
        found: frozenset[str] = frozenset()
        for at in range(low + 1, high - 1):
            one, other = words.mention[at - 1], words.mention[at + 1]
            if words.low[at] == "and" and one and other and one.type == other.type == "person":
                found = frozenset(m.entity for m in (one, other) if m.entity)
        return found

    def _who_says(self, unit: Range) -> str | None:
        """A in "Asked whether it would go, A replied": who speaks behind an opening clause."""
        words, (low, high) = self.words, unit
        for at in range(low, high - 1):
            named = words.mention[at]
            told = named is not None and named.type == "person" and not words.inside[at]
            if told and words.mention[at + 1] is not named and words.low[at + 1] in REPORTING:
                return named.entity if named is not None else None
        return None

    def meant(self, pronoun: str) -> str | None:
        """The last subject whom a pronoun can mean by its sex; "" is any pronoun."""
        for person in (self.person, self.before):
            told = pronoun_of(self.holders.names.get(person, "")) if person is not None else ""
            if person is not None and (not pronoun or told in ("", pronoun)):
                return person
        return None

    def together(self, size: int | None, office: str = "") -> frozenset[str]:
        """Those named together last who are so many; two when the text does not say.

        Ministers are no "presidents": who holds another office than the one told is not meant.
        """
        found = self._last_together(size)
        return found if self.holders.may_be(found, office) else frozenset()

    def _last_together(self, size: int | None) -> frozenset[str]:
        wanted = size or _PAIR
        fits = self.group and size in (None, len(self.group))
        if fits:
            return self.group
        if wanted == _PAIR < len(self.group) and self.age <= 1:
            # Of those who met, "the two" are the heads of state, or it is not told who.
            heads = self.holders.heads() & self.group
            return heads if len(heads) == _PAIR else frozenset()
        recent = (persons for persons in reversed(self.named) if len(persons) == wanted)
        return next(recent, self._lately(wanted))

    def _lately(self, wanted: int) -> frozenset[str]:
        """The persons of the last sentences, when there are just so many in all."""
        found: frozenset[str] = frozenset()
        for persons in reversed(self.named):
            found |= persons
            if len(found) >= wanted:
                break
        return found if len(found) == wanted else frozenset()
