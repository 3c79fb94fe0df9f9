"""What the maintainer says of a story: all of it optional."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.article import Span
from dateline.model.kinds import CorrectionKind, EntityType


@dataclass(frozen=True, slots=True)
class Office:
    """A role with its term, as the authority file gives it: prime minister of Japan, 2021/2024."""

    title: str
    of: str | None = None
    """Name of the country or organization."""
    term: str | None = None
    """EDTF interval; `None` when unknown."""


@dataclass(frozen=True, slots=True)
class AuthorityEntity:
    """An entity the maintainer vouches for."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadSpec:
    """A question to follow through the story: its label and what marks a sentence as its own."""

    id: str
    label: str
    words: tuple[str, ...] = ()
    """Words or phrases, matched case-insensitively at word starts."""
    entities: tuple[str, ...] = ()
    """Names of entities, any of which marks the sentence."""
    description: str = ""


@dataclass(frozen=True, slots=True)
class AnchoredEvent:
    """An event whose date the maintainer gives, for dating to lean on."""

    name: str
    date: str
    """EDTF."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of the maintainer, applied last. `place` is file and line, for messages."""

    sha256: str
    kind: CorrectionKind
    value: str | None
    """EDTF, entity name or line role; `None` strikes the thing out."""
    span: Span | None
    """Over the decoded file; `None` for `published`."""
    text: str | None
    """What the span used to cover, to notice when it no longer does."""
    place: str
    type: EntityType | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What the maintainer says of the story: all of it optional."""

    title: str = ""
    description: str = ""
    language: str = "en"
    threads: tuple[ThreadSpec, ...] = ()
    anchors: tuple[AnchoredEvent, ...] = ()
    authority: tuple[AuthorityEntity, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    """Groups of names that are one entity."""
    different: tuple[tuple[str, ...], ...] = ()
    """Groups of names no two of which are one entity."""
    corrections: tuple[Correction, ...] = ()
