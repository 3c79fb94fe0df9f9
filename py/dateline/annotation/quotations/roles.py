"""Whom "the mayor" or "the Premier" means: the persons of an article by the roles it gives them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dateline.annotation.names.offices import HEADS
from dateline.annotation.quotations.words import word_set

_LESSER = word_set("former ex deputy vice assistant acting then late prime associate under")
# "Minister of Water" is "the minister", "officer in charge" is not "the charge".
_FIELD = ("of", "for")
# One role under two names; what it is known by here stands second.
_SAME = {
    "premier": "prime minister",
    "head of government": "prime minister",
    "head of state": "president",
    "ceo": "chief executive",
}
# "PM" and "CEO" are written in capitals, of so many letters.
_INITIALS = range(2, 5)
_UNCOUNTED = word_set("of and for the in")


class Roles:
    """The roles of an article's persons, by id."""

    def __init__(self, held: Mapping[str, Sequence[str]]) -> None:
        self._held = {person: tuple(roles) for person, roles in held.items() if roles}

    def holders(self, role: str) -> list[str]:
        """Those who hold a role, told in full, in short or by its last initials ("the PM")."""
        meant = {role.lower(), _SAME.get(role.lower(), role.lower())}
        if role.lower() == "leader":
            meant |= HEADS.keys()
        short = role if role.isupper() and len(role) in _INITIALS else ""
        return [
            person
            for person, roles in self._held.items()
            if any(_initials(each).endswith(short) for each in roles if short)
            or any(_is_called(_SAME.get(each, each), one) for each in roles for one in meant)
        ]

    def of(self, person: str) -> tuple[str, ...]:
        """All roles that a person is given."""
        return self._held.get(person, ())

    def only(self, role: str, near: Sequence[Collection[str | None]]) -> str | None:
        """The one holder of a role; of several the one among those named `near`, nearest first."""
        held = self.holders(role)
        for named in near if len(held) > 1 else ():
            here = [person for person in held if person in named]
            if here:
                return here[0] if len(here) == 1 else None
        return held[0] if len(held) == 1 else None


def _is_called(held: str, role: str) -> bool:
    """Whether who is a "health minister" is "the minister"; a deputy is not, nor a former one."""
    head, _, field = held.partition(role)
    whole = held.endswith(role) or field.startswith(tuple(f" {word} " for word in _FIELD))
    rest = held.rpartition(role)[0] if held.endswith(role) else head
    return whole and not _LESSER & set(rest.split()) and rest[-1:] in ("", " ")


def _initials(role: str) -> str:
    return "".join(word[0] for word in role.split() if word not in _UNCOUNTED).upper()
