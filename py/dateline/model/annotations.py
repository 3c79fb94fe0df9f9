"""What is found in one article: spans over its text, with what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.article import Article, Span
from dateline.model.kinds import EntityType, MentionKind, Modality, QuotationKind, TimexType


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in the sense of TIMEX3, resolved as far as the publication date allows."""

    span: Span
    type: TimexType
    value: str
    """TIMEX3 value: `2023-11-16`, `2023-W46`, `P3D`, `PRESENT_REF` ..."""
    edtf: str | None
    """The calendar days meant, as EDTF; `None` for durations, sets and vague references."""
    rule: str
    """Name of the rule that found it."""
    anchor: str | None = None
    """EDTF of the date it was counted from; `None` when it stands for itself."""
    modality: Modality = "happened"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an entity."""

    span: Span
    kind: MentionKind
    type: EntityType
    entity: str | None
    """Entity id: local to the article after `annotate`, the story's after `link`."""
    why: str = ""
    """The rule that found it or tied it to its entity."""


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """An entity as one article alone shows it."""

    id: str
    """Slug of the name; unique within the article."""
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    """Other surface forms found or known, the name itself left out."""
    roles: tuple[str, ...] = ()
    """Titles it bears in the text, lower case: "prime minister"."""
    authority: str | None = None
    """Id in the authority file, when the authority file settled it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is made to speak: the words that name them, and the entity where it is certain."""

    span: Span
    entity: str | None
    also: tuple[str, ...] = ()
    """Further entities, where several speak with one voice: "Holt and Lind said"."""

    @property
    def entities(self) -> tuple[str, ...]:
        """Every entity that speaks, the first named first."""
        return (self.entity, *self.also) if self.entity is not None else self.also


@dataclass(frozen=True, slots=True)
class Quotation:
    """Something somebody is reported to have said."""

    kind: QuotationKind
    content: Span
    cue: Span | None
    speaker: Speaker | None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening with participants; the trigger is the word that names it."""

    kind: str
    """`meeting`, `visit`, `call`, `agreement`, `statement`, `ruling`, `launch`, `vote` ..."""
    edtf: str | None
    modality: Modality
    trigger: Span
    participants: tuple[str, ...]
    """Entity ids, sorted."""
    place: str | None
    sentence: Span
    in_passing: bool = False
    """Told as background, not as what the report is about."""
    timex: Span | None = None
    """The expression that dates it."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who promises what, due when."""

    action: Span
    trigger: Span
    parties: tuple[str, ...]
    status: str
    """`agreed`, `pledged`, `committed`, `signed`, `announced`, `planned`, `scheduled`, `invited`,
    `stated-intent`, `reaffirmed` or `disputed`."""
    made: str | None
    due: str | None
    sentence: Span
    reported_by: str | None = None
    """Entity id of whose account it is."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything found in one article. Ids are the article's own until `link` makes them global."""

    article: Article
    entities: tuple[LocalEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
