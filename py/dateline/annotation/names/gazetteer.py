"""Known names of the world and of the story's authority file, found by longest match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.annotation.knowledge import load, words
from dateline.annotation.names import lexicon
from dateline.model import AuthorityEntity, EntityType, MentionKind
from dateline.text import slugify

SURE = 2
"""The form means this and nothing else in news."""
LIKELY = 1
"""The form is also a surname, a given name or a word: the neighbourhood must agree."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a known surface form refers to."""

    name: str
    type: EntityType
    category: str
    """`country`, `demonym`, `capital`, `city`, `region`, `state`, `organization`, `company`,
    `media`, `university`, `team`, `nickname`, `event`, `agreement`, `other` or `authority`."""
    strength: int = SURE
    kind: MentionKind = "name"
    authority: str | None = None


Entry = tuple[tuple[str, ...], Known]


class Gazetteer:
    """Surface forms by their first word, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, Known]], base: Gazetteer | None = None) -> None:
        self._by_first: dict[str, list[Entry]] = {}
        self._base = base
        self.hyphenated: frozenset[str] = frozenset()
        """Words with a hyphen that are part of a known form: `Rhine-Westphalia`."""
        for form, known in entries:
            parts = _words_of(form)
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, known))
            if "-" in form and form[0].isupper() and len(parts) == 1:
                # `Wal - Mart`, as some agencies' software sets a hyphen.
                parts = tuple(form.split("-"))
                if all(parts):
                    self._by_first.setdefault(parts[0], []).append((parts, known))
        self.hyphenated = frozenset(
            part
            for group in self._by_first.values()
            for parts, _ in group
            for part in parts
            if "-" in part
        )
        if base is not None:
            self.hyphenated |= base.hyphenated
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def match(
        self, tokens: Sequence[str], gaps: Sequence[str], start: int, stop: int
    ) -> tuple[int, Known] | None:
        """The longest known form that begins at word `start` and ends by `stop`: (end, known)."""
        own = self._match_here(tokens, gaps, start, stop)
        if self._base is None:
            return own
        general = self._base.match(tokens, gaps, start, stop)
        if own is None or (general is not None and general[0] > own[0]):
            return general
        return own

    def _match_here(
        self, tokens: Sequence[str], gaps: Sequence[str], start: int, stop: int
    ) -> tuple[int, Known] | None:
        second = tokens[start + 1] if start + 1 < stop else None
        for parts, known in self._by_first.get(tokens[start], ()):
            end = start + len(parts)
            if len(parts) == 1:
                return (end, known) if end <= stop else None
            if parts[1] != second or end > stop:
                continue
            if tuple(tokens[start:end]) == parts and all(
                gaps[i] in _JOINTS for i in range(start + 1, end)
            ):
                return end, known
        return None

    def get(self, form: str) -> Known | None:
        """What the whole of `form` refers to, if it is known."""
        parts = _words_of(form)
        for candidate, known in self._by_first.get(parts[0], ()) if parts else ():
            if candidate == parts:
                return known
        return self._base.get(form) if self._base is not None else None


_JOINTS = frozenset({" ", ". ", "-", " - ", " & ", "'s ", "' ", ", "})


def _words_of(form: str) -> tuple[str, ...]:
    """The form cut as the tokens of an article are: no `&`, no possessive, no full stop."""
    parts = []
    for part in form.split():
        part = part.removesuffix("'s").rstrip("!,")
        if part.count(".") == 1 and part.endswith("."):
            part = part[:-1]
        if part not in ("&", ""):
            parts.append(part)
    return tuple(parts)


@cache
def world() -> Gazetteer:
    """The gazetteer of everything in the knowledge files."""
    # A later entry of the same form loses: the order says which reading news means most often.
    found: dict[str, Known] = {}
    for form, known in (*_nations(), *_organizations(), *_concepts(), *_places(), *_nicknames()):
        found.setdefault(form, known)
    return Gazetteer(found.items())


# Countries whose name is as common a given name or surname in news.
_SHY_NATIONS = frozenset({"Chad", "Jordan", "Georgia", "Guernsey", "Jersey", "Montserrat"})


def _nations() -> Iterable[tuple[str, Known]]:
    for nation in load("nations"):
        name = nation["name"]
        strength = LIKELY if name in _SHY_NATIONS else SURE
        yield name, Known(name, "place", "country", strength)
        for alias in nation["aliases"]:
            yield alias, Known(name, "place", "country")
        for demonym in nation["demonyms"]:
            yield demonym, Known(name, "place", "demonym", kind="demonym")


def _places() -> Iterable[tuple[str, Known]]:
    places = load("places")
    named = {alias: name for name, group in places["aliases"].items() for alias in group}
    capitals = capital_nations()
    states = frozenset(places["states"])
    for city in capitals:
        strength = _strength(city) if city in _SHY else SURE
        yield city, Known(named.get(city, city), "place", "capital", strength)
    for region in places["regions"]:
        category = "state" if region in states else "region"
        yield region, Known(named.get(region, region), "place", category, _strength(region))
    for name, demonyms in places["demonyms"].items():
        for demonym in demonyms:
            yield demonym, Known(name, "place", "demonym", kind="demonym")
    for city in (*places["cities"], *named):
        yield city, Known(named.get(city, city), "place", "city", _strength(city))


# Capitals that are as much a surname, a title or a word.
_SHY = frozenset({"Male", "The Valley", "Victoria", "Kingston", "Hamilton", "Douglas", "Stanley"})


@cache
def adjectives() -> dict[str, str]:
    """Countries with the adjective of each: Norway and `Norwegian`."""
    return {
        nation["name"]: nation["demonyms"][0] for nation in load("nations") if nation["demonyms"]
    }


@cache
def capital_nations() -> dict[str, str]:
    """Capital cities with the country that each stands for."""
    return {city: nation["name"] for nation in load("nations") for city in nation["capitals"]}


def _strength(name: str) -> int:
    if " " in name:
        return SURE
    shy = (
        name in lexicon.GIVEN
        or name in words("person_names", "family")
        or name.lower() in words("words", "common")
    )
    return LIKELY if shy else SURE


def _organizations() -> Iterable[tuple[str, Known]]:
    common = words("words", "common")
    for category, group in load("organizations").items():
        if category == "nickname":
            continue
        for name, aliases in group.items():
            for form in (name, *aliases):
                shy = form.lower() in common or form in words("person_names", "family")
                yield form, Known(name, "organization", category, LIKELY if shy else SURE)


def _nicknames() -> Iterable[tuple[str, Known]]:
    for nickname in load("organizations")["nickname"].split():
        name = nickname.replace("_", " ")
        yield name, Known(name, "organization", "nickname", LIKELY)


def _concepts() -> Iterable[tuple[str, Known]]:
    types: tuple[EntityType, ...] = ("agreement", "event", "other")
    for kind in types:
        for name, aliases in load("concepts")[kind].items():
            for form in (name, *aliases):
                yield form, Known(name, kind, kind)


@lru_cache(maxsize=16)
def for_story(authority: tuple[AuthorityEntity, ...]) -> Gazetteer:
    """The world's gazetteer with the names and aliases of an authority file laid over it."""
    if not authority:
        return world()
    entries = [
        (form, _vouched(entity, form))
        for entity in authority
        for form in (entity.name, *entity.aliases)
    ]
    return Gazetteer(entries, world())


def _vouched(entity: AuthorityEntity, form: str) -> Known:
    """The maintainer's entity; a capital or a country stays one, with all that follows."""
    known = world().get(form) or world().get(entity.name)
    category = known.category if known and known.type == entity.type else "authority"
    name = known.name if known and known.category in ("country", "capital") else entity.name
    kind: MentionKind = "demonym" if known and known.kind == "demonym" else "name"
    return Known(
        name, entity.type, category, kind=kind, authority=entity.id or slugify(entity.name)
    )
