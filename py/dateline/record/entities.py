"""Entities of the whole story: one for each person, organization, place, whatever its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from dateline.model import Annotations, AuthorityEntity, Entity, EntityType, Story
from dateline.record.joins import Group, Joiner
from dateline.record.renaming import rename
from dateline.text import fold, slugify


def link_entities(
    annotations: Sequence[Annotations], story: Story
) -> tuple[tuple[Entity, ...], tuple[Annotations, ...], tuple[str, ...]]:
    """The story's entities, the annotations with every id made the story's, and notes.

    A note names a join or a parting that is likely and not certain, with its evidence.
    """
    joiner = Joiner(story)
    counts = _prose_counts(annotations)
    vouched = {entity.id or slugify(entity.name): entity for entity in story.authority}
    groups = [g for g in joiner.add_all(annotations) if any(counts[node] for node, _ in g.members)]
    entities: list[Entity] = []
    ids: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for group in sorted(groups, key=_first_to_name):
        entity = _entity(group, counts, _vouched_for(group, vouched), taken)
        taken.add(entity.id)
        entities.append(entity)
        ids.update((node, entity.id) for node, _ in group.members)
    types = {entity.id: entity.type for entity in entities}
    renamed = tuple(_renamed(one, ids, types) for one in annotations)
    entities.sort(key=lambda entity: entity.id)
    notes = tuple(doubt.note() for doubt in joiner.doubts)
    return tuple(entities), renamed, notes


_TYPES = ("person", "place", "organization", "agreement", "event", "other")


def _first_to_name(group: Group) -> tuple[bool, int]:
    """Who gets the plain id where names are alike: it must not hang on the articles' order."""
    return group.authority is None, _TYPES.index(group.type)


def _vouched_for(group: Group, vouched: dict[str, AuthorityEntity]) -> AuthorityEntity | None:
    return vouched.get(group.authority) if group.authority is not None else None


def _renamed(
    one: Annotations, ids: dict[tuple[str, str], str], types: dict[str, EntityType]
) -> Annotations:
    document = one.article.document.id
    renamed = rename(one, {e.id: ids.get((document, e.id)) for e in one.entities})
    mentions = tuple(
        replace(m, type=types[m.entity]) if m.entity and m.type != types[m.entity] else m
        for m in renamed.mentions
    )
    return replace(renamed, mentions=mentions)


# Lines and marks that say who made the page, not whom the report is about.
_CREDIT_ROLES = frozenset({"furniture", "section", "publisher", "agency"})
_CREDIT_MARKS = frozenset({"agency", "credit"})


def _prose_counts(annotations: Sequence[Annotations]) -> Counter[tuple[str, str]]:
    """How often each local entity is mentioned outside page furniture and credits."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in annotations:
        credits = [x.span for x in one.article.lines if x.role in _CREDIT_ROLES]
        for mention in one.mentions:
            if mention.entity is None or mention.why in _CREDIT_MARKS:
                continue
            if not any(span.covers(mention.span) for span in credits):
                counts[one.article.document.id, mention.entity] += 1
    return counts


def _entity(
    group: Group,
    counts: Counter[tuple[str, str]],
    vouched: AuthorityEntity | None,
    taken: set[str],
) -> Entity:
    forms: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for node, local in group.members:
        forms[local.name] += counts[node] + 1
        forms.update(local.aliases)
        roles.update(local.roles)
    name = vouched.name if vouched else _spelled(group.name, forms)
    entity = Entity(
        _free((vouched.id if vouched else "") or slugify(name), group.type, taken),
        vouched.type if vouched else group.type,
        name,
        tuple(form for form in _ranked(forms) if form != name),
        roles=tuple(_ranked(roles)),
        documents=tuple(sorted({node[0] for node, _ in group.members if counts[node]})),
    )
    if vouched is None:
        return entity
    aliases = tuple(dict.fromkeys((*vouched.aliases, *entity.aliases)))
    return replace(entity, aliases=aliases, wikidata=vouched.wikidata, offices=vouched.offices)


def _spelled(name: str, forms: Counter[str]) -> str:
    """The name with the diacritics that most mentions give it."""
    same = [form for form in forms if fold(form) == fold(name) and not form.isascii()]
    best = min(same, key=lambda form: (-forms[form], form), default=name)
    return best if forms[best] > forms[name] else name


def _free(slug: str, type_: EntityType, taken: set[str]) -> str:
    """The slug, with the type and then a number after it where another entity has it."""
    if slug not in taken:
        return slug
    return next(
        identity
        for number in count(1)
        if (identity := f"{slug}-{type_}" + (f"-{number}" if number > 1 else "")) not in taken
    )


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda form: (-counts[form], form))
