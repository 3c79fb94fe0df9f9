"""Turn resolved candidates into the article's mentions and local entities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import adjectives
from dateline.annotation.names.persons import People
from dateline.annotation.names.roles import role_of
from dateline.annotation.names.tokens import Tokens
from dateline.model import EntityType, LocalEntity, Mention, Span
from dateline.text import slugify

Key = tuple[str, EntityType]


def assemble(
    tokens: Tokens, kept: Sequence[Candidate], people: People, more: Iterable[Mention] = ()
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """Local entities in order of first mention, and mentions in order of the text."""
    ids = _unify(kept)
    mentions = [
        Mention(_span(tokens, c), c.kind, c.type, _id_of(c, ids), c.why)
        for c in kept
        if c.type is not None
    ]
    mentions.extend(more)
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    return _entities(tokens, kept, people, ids), tuple(_distinct(mentions))


# Abbreviations that end a name, whose full stop is the name's as long as the sentence goes on.
_ABBREVIATED = frozenset({"Bros", "Co", "Corp", "Cos", "Inc", "Jr", "Ltd", "Sr"})
_WITHIN_SENTENCE = re.compile(r"\.(?:[,;:)]|['’]s)")


def _span(tokens: Tokens, candidate: Candidate) -> Span:
    span = candidate.span(tokens)
    if tokens.words[candidate.last - 1] not in _ABBREVIATED:
        return span
    after, following = tokens.gap(candidate.last), tokens.word(candidate.last)[:1]
    goes_on = after.startswith(". ") and (following.islower() or following.isdigit())
    if goes_on or _WITHIN_SENTENCE.match(after):
        return Span(span.start, span.end + 1)
    return span


def _distinct(mentions: Sequence[Mention]) -> Iterable[Mention]:
    seen = set()
    for mention in mentions:
        if mention.span not in seen:
            seen.add(mention.span)
            yield mention


def _key(candidate: Candidate) -> Key | None:
    if candidate.entity is None or candidate.type is None:
        return None
    return candidate.entity, candidate.type


def _unify(kept: Sequence[Candidate]) -> dict[Key, str]:
    """An id for every entity: its name's slug, told apart by type where two types share it.

    Names of one type that only hyphens, dots or marks tell apart are made one name.
    """
    first: dict[Key, Key] = {}
    spelled: dict[Key, Key] = {}
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    for candidate in kept:
        key = _key(candidate)
        if key is None:
            continue
        if key not in spelled:
            slug = slugify(key[0])
            spelled[key] = first.setdefault((slug, key[1]), key)
            if spelled[key] is key:
                ids[key] = _free(slug, key[1], taken)
                taken.add(ids[key])
        candidate.entity = spelled[key][0]
    return ids


def _free(slug: str, type_: EntityType, taken: set[str]) -> str:
    while slug in taken:
        slug = f"{slug}-{type_}"
    return slug


def _id_of(candidate: Candidate, ids: dict[Key, str]) -> str | None:
    key = _key(candidate)
    return None if key is None else ids[key]


def _entities(
    tokens: Tokens, kept: Sequence[Candidate], people: People, ids: dict[Key, str]
) -> tuple[LocalEntity, ...]:
    forms: dict[Key, Counter[str]] = {key: Counter() for key in ids}
    authority: dict[Key, str | None] = {}
    titles: dict[str, Counter[str]] = {person.name: Counter(person.titles) for person in people.all}
    for candidate in kept:
        key = _key(candidate)
        if key is None:
            continue
        if candidate.type == "person" and people.find_full(key[0]) is None:
            # One of whom the article tells the surname alone: `President Lee`.
            told = role_of(candidate.title)
            titles.setdefault(key[0], Counter()).update([told] if told else [])
        if candidate.kind == "name" and candidate.why != "dateline":
            forms[key][candidate.form(tokens)] += 1
        if candidate.known is not None and candidate.known.authority:
            authority[key] = candidate.known.authority
    roles = {name: tuple(_ranked(counts)) for name, counts in titles.items()}
    for person in people.all:
        if person.authority:
            authority[(person.name, "person")] = person.authority
    for key in ids:
        if (other := _by_adjective(key)) is not None:
            forms[key][other] += 1
    return tuple(
        LocalEntity(
            ids[key],
            key[1],
            key[0],
            tuple(form for form in _ranked(forms[key]) if form != key[0]),
            roles.get(key[0], ()) if key[1] == "person" else (),
            authority.get(key),
        )
        for key in ids
    )


def _by_adjective(key: Key) -> str | None:
    """`Turkish coast guard` for the `coast guard of Turkey`, as readers type and papers write."""
    what, of, land = key[0].partition(" of ")
    whose = adjectives().get(land) if of and key[1] == "organization" else None
    return f"{whose} {what}" if whose is not None and what[:1].islower() else None


def _ranked(counts: dict[str, int]) -> list[str]:
    return sorted(counts, key=lambda form: (-counts[form], form))
