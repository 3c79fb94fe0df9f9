"""Who holds which office of which country, as the article and the authority file tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.tokens import Tokens
from dateline.model import Story

# Offices whose holder is a country's leader, and where that holder works.
HEADS = {
    "president": "presidential office",
    "prime minister": "prime minister's office",
    "chancellor": "chancellery",
    "premier": "prime minister's office",
}
_NOT_IN_OFFICE = frozenset({"former", "ex", "then", "late", "vice", "deputy", "president-elect"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office; `now` is false for a former or later holder."""

    person: str
    office: str
    country: str
    now: bool = True


class Offices:
    """The holders of offices an article names: `South Korean President Yoon Suk Yeol`."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        self._holders = tuple(dict.fromkeys(holders))

    def holder(self, office: str, country: str | None) -> str | None:
        """The one person who holds `office`; `leader` is any head; `None` unless certain."""
        names = {
            holder.person
            for holder in self._holders
            if holder.now
            and (country is None or holder.country == country)
            and (holder.office == office or (office == "leader" and holder.office in HEADS))
        }
        return next(iter(names)) if len(names) == 1 else None

    def of(self, person: str) -> Holder | None:
        """The office of `person`, if the article gives exactly one that heads a country."""
        found = {h.country: h for h in self._holders if h.person == person and h.office in HEADS}
        return next(iter(found.values())) if len(found) == 1 else None


def read_offices(tokens: Tokens, kept: Sequence[Candidate], story: Story) -> Offices:
    """Offices from titles before names and from the authority file."""
    countries = {c.last: c.known.name for c in kept if c.known is not None and _is_nation(c)}
    holders = list(_vouched(story))
    for candidate in kept:
        if candidate.type != "person" or candidate.entity is None or candidate.title is None:
            continue
        country = _country_before(tokens, candidate.title_first, countries)
        if country is not None:
            holders.append(_holder(candidate.entity, candidate.title, country))
    return Offices(holders)


def _is_nation(candidate: Candidate) -> bool:
    return candidate.known is not None and candidate.known.category in ("country", "demonym")


def _country_before(tokens: Tokens, first: int, countries: Mapping[int, str]) -> str | None:
    """The country named right before the word at `first`: `Japanese`, `Japan's`."""
    if tokens.gap(first) in (" ", "-", "'s "):
        return countries.get(first)
    return None


def _holder(person: str, title: str, country: str) -> Holder:
    words = title.replace("-", " ").split()
    now = not _NOT_IN_OFFICE.intersection(words) and title not in _NOT_IN_OFFICE
    office = next(
        (
            " ".join(words[index:])
            for index in range(len(words))
            if " ".join(words[index:]) in lexicon.OFFICE_TITLES
        ),
        title,
    )
    return Holder(person, office, country, now)


def _vouched(story: Story) -> Iterable[Holder]:
    """Offices without a term; one with a term is for the record to decide, by date."""
    for entity in story.authority:
        for office in entity.offices:
            if office.of is not None and office.term is None:
                yield Holder(entity.name, office.title.lower(), office.of)
