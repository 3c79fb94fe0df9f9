"""The closed lists of words that records carry: kinds, roles, verdicts."""

from __future__ import annotations

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
