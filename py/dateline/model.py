"""The records that travel between the stages, from the file as read to the record of a story.

Every stage takes some of these and returns others; none is changed in place. All offsets are
half-open code-point ranges over `Document.text`. Dates are EDTF strings (ISO 8601-2), kept as
text because text is what the page, the archive and the contract carry; `dateline.edtf` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityType = Literal["person", "organization", "place", "event", "agreement", "other"]
MentionKind = Literal["name", "demonym", "metonym", "nominal"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Modality = Literal["happened", "planned", "possible", "denied"]
Confidence = Literal["stated", "inferred", "candidates", "given", "unknown"]
LineRole = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "agency",
    "publisher",
    "section",
    "caption",
    "body",
    "furniture",
]
QuotationKind = Literal["direct", "mixed", "indirect"]
Verdict = Literal["used", "rejected"]
FollowUpStatus = Literal["met", "late", "broken", "open", "not reported"]
CountVerdict = Literal["consistent", "inconsistent", "not checkable"]
Rights = Literal["full", "excerpt", "link"]
CorrectionKind = Literal["published", "date", "mention", "line"]

PROSE_ROLES: frozenset[LineRole] = frozenset({"headline", "standfirst", "caption", "body"})
"""Lines whose words are the article's own; the rest is page furniture or credit."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open code-point range `[start, end)` over `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The slice of `text` this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter or a sidecar says of an article; every field is optional."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF."""
    url: str | None = None
    rights: Rights = "full"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its words, and where each of them stood in the decoded file."""

    name: str
    """Path inside the story folder, with forward slashes."""
    id: str
    """Slug of the name; the article's place in every URL. Depends on nothing but the name."""
    sha256: str
    """Hex digest of the file's bytes."""
    raw: str
    """The whole file as decoded."""
    text: str
    """The words without markup. Equal to `raw` for plain text."""
    origin: tuple[int, ...] | None = None
    """`origin[i]` is the offset in `raw` of `text[i]`; `None` where the two are the same."""
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
    """What was odd about the file and was put right, one sentence each."""

    def raw_span(self, span: Span) -> Span:
        """Where `span` of the text stood in the decoded file."""
        if self.origin is None or not span:
            return span
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text (without its line end) and what it is to the article."""

    span: Span
    role: LineRole


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's own words; `index` counts from 1 and makes its anchor, `s12`."""

    index: int
    span: Span
    role: LineRole


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of text that speaks for or against a publication date, and what became of it."""

    span: Span | None
    """`None` when the evidence is not in the text: file name, front matter, another report."""
    text: str
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When the report was published, as far as the evidence goes."""

    edtf: str | None = None
    confidence: Confidence = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned document: what each line is, its sentences, its credits, its date."""

    document: Document
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    headline: Span | None = None
    byline: Span | None = None
    """The names only, without "By"."""
    agency: Span | None = None
    publisher: Span | None = None
    place: Span | None = None
    """The place of a dateline such as "SEOUL - "."""
    language: str = "en"
    published: Publication = Publication()

    @property
    def text(self) -> str:
        """The string that every span of this article refers to."""
        return self.document.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, if any does."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= offset:
            return self.sentences[low]
        return None


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
