"""The records that travel between the stages, from the file as read to the record of a story.

Every stage takes some of these and returns others; none is changed in place. All offsets are
half-open code-point ranges over `Document.text`. Dates are EDTF strings (ISO 8601-2), kept as
text because text is what the page, the archive and the contract carry; `dateline.edtf` reads them.
"""

from __future__ import annotations

from dateline.model.annotations import (
    Annotations,
    Commitment,
    Event,
    LocalEntity,
    Mention,
    Quotation,
    Speaker,
    Timex,
)
from dateline.model.article import (
    Article,
    Document,
    Evidence,
    Line,
    Metadata,
    Publication,
    Sentence,
    Span,
)
from dateline.model.kinds import (
    PROSE_ROLES,
    Confidence,
    CorrectionKind,
    CountVerdict,
    EntityType,
    FollowUpStatus,
    LineRole,
    MentionKind,
    Modality,
    QuotationKind,
    Rights,
    TimexType,
    Verdict,
)
from dateline.model.record import (
    Account,
    Count,
    Disagreement,
    Entity,
    FollowUp,
    Meeting,
    Record,
    Report,
    Source,
    Statement,
    Thread,
)
from dateline.model.story import (
    AnchoredEvent,
    AuthorityEntity,
    Correction,
    Office,
    Story,
    ThreadSpec,
)

__all__ = [
    "PROSE_ROLES",
    "Account",
    "AnchoredEvent",
    "Annotations",
    "Article",
    "AuthorityEntity",
    "Commitment",
    "Confidence",
    "Correction",
    "CorrectionKind",
    "Count",
    "CountVerdict",
    "Disagreement",
    "Document",
    "Entity",
    "EntityType",
    "Event",
    "Evidence",
    "FollowUp",
    "FollowUpStatus",
    "Line",
    "LineRole",
    "LocalEntity",
    "Meeting",
    "Mention",
    "MentionKind",
    "Metadata",
    "Modality",
    "Office",
    "Publication",
    "Quotation",
    "QuotationKind",
    "Record",
    "Report",
    "Rights",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "Story",
    "Thread",
    "ThreadSpec",
    "Timex",
    "TimexType",
    "Verdict",
]
