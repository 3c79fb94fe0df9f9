"""A stretch of words that may be a name, before and after it is decided what it names."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotation.names.gazetteer import Known
from dateline.annotation.names.tokens import Tokens
from dateline.model import EntityType, MentionKind, Span

_JOINTS = frozenset({"-", " & ", ". ", "'s ", "' ", ", "})


@dataclass(slots=True)
class Candidate:
    """Words `first` up to `last` (exclusive). The passes over the document fill in the rest."""

    first: int
    last: int
    type: EntityType | None = None
    """`None` until the evidence of all occurrences has been weighed."""
    why: str = ""
    known: Known | None = None
    title: str | None = None
    """The title or role that stands before it, lower case."""
    title_first: int = -1
    """Index of the first word of that title; -1 when there is none."""
    kind: MentionKind = "name"
    entity: str | None = None
    """Name of the entity it was tied to."""
    nested: bool = False
    """Lies inside another name, as `Japanese` in `Japanese Foreign Ministry`."""

    def words(self, tokens: Tokens) -> list[str]:
        """Its words."""
        return tokens.words[self.first : self.last]

    def span(self, tokens: Tokens) -> Span:
        """Where it stands in the text."""
        return Span(tokens.starts[self.first], tokens.ends[self.last - 1])

    def form(self, tokens: Tokens) -> str:
        """Its surface form, with single spaces and the hyphens and dots that join its words."""
        parts = [tokens.words[self.first]]
        for index in range(self.first + 1, self.last):
            gap = tokens.gaps[index]
            parts.append(gap if gap in _JOINTS else " ")
            parts.append(tokens.words[index])
        return "".join(parts)

    def __len__(self) -> int:
        return self.last - self.first
