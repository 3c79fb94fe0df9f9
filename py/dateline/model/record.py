"""What is known of a story over all its articles."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.annotations import Annotations, Commitment
from dateline.model.article import Span
from dateline.model.kinds import CountVerdict, EntityType, FollowUpStatus, Modality
from dateline.model.story import Office, Story


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the whole story."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    roles: tuple[str, ...] = ()
    """Titles borne in the reports, most frequent first."""
    offices: tuple[Office, ...] = ()
    documents: tuple[str, ...] = ()
    """Ids of the documents that mention it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A dated statement: one row of the timeline."""

    edtf: str
    earliest: str
    """ISO day."""
    latest: str
    """ISO day."""
    document: str
    span: Span
    """The dated expression, or the event's trigger."""
    sentence: int
    entities: tuple[str, ...]
    modality: Modality
    event: str | None
    """Kind of the event the date belongs to."""
    threads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that proves something: document id, span of the sentence, its index."""

    document: str
    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of an event."""

    source: Source
    in_passing: bool
    account: str | None = None
    """Entity id of whose account it is; `None` for the reporter's own."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, fed by all reports of it."""

    id: str
    edtf: str | None
    place: str | None
    participants: tuple[str, ...]
    reports: tuple[Report, ...]
    modality: Modality = "happened"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A commitment, and what later reports say became of it."""

    commitment: Commitment
    source: Source
    status: FollowUpStatus
    evidence: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a disagreement."""

    source: Source
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Accounts of one thing that differ."""

    about: str
    accounts: tuple[Account, ...]
    sure: bool = True
    """Whether the words say that they differ; else their standing side by side makes it likely."""


@dataclass(frozen=True, slots=True)
class Count:
    """A claim that counts ("10th in-person summit"), checked against the record."""

    claim: Span
    source: Source
    verdict: CountVerdict
    missing: int | None
    """How many of the counted things the folder lacks; `None` when it cannot be told."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """One question followed through the story: its sentences in order of the day they speak of."""

    id: str
    label: str
    description: str
    sentences: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known of a story, over all its articles."""

    story: Story
    annotations: tuple[Annotations, ...]
    """In order of the documents; entity ids are the story's."""
    entities: tuple[Entity, ...] = ()
    timeline: tuple[Statement, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    counts: tuple[Count, ...] = ()
    threads: tuple[Thread, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What linking was unsure of, for `dateline review`."""
