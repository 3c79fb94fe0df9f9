"""Who holds which office, as one article tells: whom "the presidents of A and B" means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.annotation.events.homes import countries
from dateline.annotation.names.offices import HEADS
from dateline.annotation.quotations.roles import Roles
from dateline.model import LocalEntity

_HEADS_OF_ALL = frozenset({"prime minister", "chief minister", "first minister"})
"""Who head ministers, and are none of "the two ministers"."""


class Holders:
    """The persons of an article by the offices it gives them."""

    def __init__(self, entities: Iterable[LocalEntity], homes: Mapping[str, str]) -> None:
        entities = tuple(entities)
        self.names = {e.id: e.name for e in entities if e.type == "person"}
        """Name of each person."""
        self._roles = {e.id: e.roles for e in entities if e.type == "person" and e.roles}
        self._called = Roles(self._roles)
        self.homes = homes

    def of(self, office: str, lands: frozenset[str]) -> frozenset[str]:
        """The holders of an office in each of the countries; empty unless each has just one.

        Persons of no known country count when they are just as many as the countries; so does the
        only one of a country whose office is not told, its holder's counterpart.
        """
        holders = {each for each, roles in self._roles.items() if _holds(roles, office)}
        served = {self.homes.get(each) for each in holders}
        for land in lands - served if served & lands else ():
            others = [e for e, home in self.homes.items() if home == land and e not in self._roles]
            holders |= set(others) if len(others) == 1 else set()
        tied = {each for each in holders if self.homes.get(each) in lands}
        found = tied if len(tied) == len(lands) else holders - (self.homes.keys() - tied)
        told = [self.homes[each] for each in found if each in self.homes]
        certain = len(found) == len(lands) and len(told) == len(set(told))
        return frozenset(found) if certain else frozenset()

    def only(self, office: str) -> str | None:
        """The one person of the article who holds an office; a deputy is no minister."""
        return self._called.only(office, ())

    def heads(self) -> frozenset[str]:
        """Those told to head a state or its government; not who heads some other body."""
        lands = countries()
        return frozenset(
            each
            for each, roles in self._roles.items()
            if not HEADS.keys().isdisjoint(roles) and self.homes.get(each, "") in lands | {""}
        )

    def meant(self, office: str, ids: frozenset[str], size: int) -> frozenset[str]:
        """Whom "the two foreign ministers" or "the leaders" means, when `ids` are countries.

        Those of the countries, else all of the article when they are just so many.
        """
        found = self.of(office, ids) if ids and ids <= countries() else frozenset()
        told = self.holding(office)
        return found or (told if len(told) == size else frozenset())

    def holding(self, office: str) -> frozenset[str]:
        """All whom the article gives an office."""
        if office == "leader":
            return self.heads()
        return frozenset(each for each, roles in self._roles.items() if _holds(roles, office))

    def may_be(self, persons: frozenset[str], office: str) -> bool:
        """Whether none of the persons is told to hold another office than this one.

        Who are "foreign ministers" are told to be: no one whose office is not told is meant.
        """
        if not office:
            return True
        if " " in office and not any(_holds(self._roles.get(p, ()), office) for p in persons):
            return False
        return all(_holds(self._roles[each], office) for each in persons if each in self._roles)


def _holds(roles: tuple[str, ...], office: str) -> bool:
    if office == "leader":
        return any(role in HEADS or role.endswith(("leader", *HEADS)) for role in roles)
    if " " in office:
        return any(role.endswith(office) for role in roles)
    return any(role.split()[-1] == office and role not in _HEADS_OF_ALL for role in roles if role)
