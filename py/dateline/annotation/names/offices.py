"""Who holds which office of which country, as the article and the authority file tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.tokens import Tokens
from dateline.edtf import bounds
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

    def add(self, person: str, office: str, country: str) -> None:
        """Note a holder told by apposition."""
        found = Holder(person, office, country)
        if found not in self._holders:
            self._holders += (found,)

    def holder(self, office: str, country: str | None) -> str | None:
        """The one person who holds `office`; `None` unless certain.

        `leader` is any head, `minister` any minister who is none.
        """
        names = {
            holder.person
            for holder in self._holders
            if holder.now
            and (country is None or holder.country == country)
            and _is_called(holder.office, office)
        }
        return next(iter(names)) if len(names) == 1 else None

    def of(self, person: str) -> Holder | None:
        """The office of `person`, if the article gives exactly one that heads a country."""
        found = {h.country: h for h in self._holders if h.person == person and h.office in HEADS}
        return next(iter(found.values())) if len(found) == 1 else None


def _is_called(held: str, office: str) -> bool:
    if office == "leader":
        return held == office or held in HEADS
    return held == office or (
        office == "minister" and held.endswith(" minister") and held not in HEADS
    )


def read_offices(
    tokens: Tokens, kept: Sequence[Candidate], story: Story, published: str | None
) -> Offices:
    """Offices from titles before names, and from the authority file as of `published` (EDTF)."""
    countries = {c.last: c for c in kept if _is_nation(c)}
    holders = list(_vouched(story, published))
    for candidate in kept:
        if candidate.type != "person" or candidate.entity is None or candidate.title is None:
            continue
        owner = _owner_before(tokens, candidate.title_first, countries)
        if owner is not None and owner.known is not None:
            past = tokens.word(owner.first - 1).lower() in _NOT_IN_OFFICE
            holders.append(_holder(candidate.entity, candidate.title, owner.known.name, past))
    return Offices(holders)


def _is_nation(candidate: Candidate) -> bool:
    return candidate.known is not None and candidate.known.category in ("country", "demonym")


def _owner_before(
    tokens: Tokens, first: int, countries: Mapping[int, Candidate]
) -> Candidate | None:
    """The country named right before the word at `first`: `Japanese`, `Japan's`."""
    if tokens.gap(first) in (" ", "-", "'s "):
        return countries.get(first)
    return None


def _holder(person: str, title: str, country: str, past: bool) -> Holder:
    words = title.replace("-", " ").split()
    now = not past and not _NOT_IN_OFFICE.intersection(words) and title not in _NOT_IN_OFFICE
    office = next(
        (
            " ".join(words[index:])
            for index in range(len(words))
            if " ".join(words[index:]) in lexicon.OFFICE_TITLES
        ),
        title,
    )
    return Holder(person, office, country, now)


def _vouched(story: Story, published: str | None) -> Iterable[Holder]:
    """Offices of the authority file that were held on the day of the report, whichever it was."""
    for entity in story.authority:
        for office in entity.offices:
            if office.of is not None and _held(office.term, published):
                yield Holder(entity.name, office.title.lower(), office.of)


def _held(term: str | None, published: str | None) -> bool:
    """Whether the term covers every day on which the report may have been published."""
    if term is None:
        return True
    if published is None:
        return False
    begin, end = bounds(term)
    first, last = bounds(published)
    if first is None or last is None:
        return False
    return (begin is None or begin <= first) and (end is None or last <= end)
