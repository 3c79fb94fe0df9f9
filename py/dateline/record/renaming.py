"""Replace the entity ids in an article's annotations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.model import Annotations, Commitment, Event, LocalEntity, Mention, Quotation

Names = Mapping[str, str | None]
"""Old id to new; `None` where the entity is dropped. An id that is not here is dropped too."""


def rename(annotations: Annotations, names: Names) -> Annotations:
    """`annotations` with every entity id replaced by `names`."""
    return replace(
        annotations,
        entities=_entities(annotations.entities, names),
        mentions=tuple(_mention(mention, names) for mention in annotations.mentions),
        quotations=tuple(_quotation(quotation, names) for quotation in annotations.quotations),
        events=tuple(_event(event, names) for event in annotations.events),
        commitments=tuple(_commitment(made, names) for made in annotations.commitments),
    )


def _one(entity: str | None, names: Names) -> str | None:
    return None if entity is None else names.get(entity)


def _entities(entities: tuple[LocalEntity, ...], names: Names) -> tuple[LocalEntity, ...]:
    renamed: dict[str, LocalEntity] = {}
    for entity in entities:
        new = names.get(entity.id)
        if new is not None:
            renamed.setdefault(new, entity if new == entity.id else replace(entity, id=new))
    return tuple(renamed.values())


def _sorted(entities: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(sorted({new for entity in entities if (new := names.get(entity)) is not None}))


def _mention(mention: Mention, names: Names) -> Mention:
    entity = _one(mention.entity, names)
    return mention if entity == mention.entity else replace(mention, entity=entity)


def _quotation(quotation: Quotation, names: Names) -> Quotation:
    speaker = quotation.speaker
    if speaker is None:
        return quotation
    also = tuple(new for old in speaker.also if (new := names.get(old)) is not None)
    renamed = replace(speaker, entity=_one(speaker.entity, names), also=also)
    return replace(quotation, speaker=renamed)


def _event(event: Event, names: Names) -> Event:
    return replace(
        event,
        participants=_sorted(event.participants, names),
        place=_one(event.place, names),
    )


def _commitment(commitment: Commitment, names: Names) -> Commitment:
    return replace(
        commitment,
        parties=_sorted(commitment.parties, names),
        reported_by=_one(commitment.reported_by, names),
    )
