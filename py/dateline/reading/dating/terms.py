"""Terms of office, as the authority file gives them: one called premier was premier that day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateline import edtf
from dateline.errors import BadDate
from dateline.model import AuthorityEntity, Sentence, Span
from dateline.reading.dating import windows
from dateline.reading.dating.clue import Clue, spoken
from dateline.reading.dating.prose import Prose
from dateline.reading.dating.windows import Windows, join

LEAD = 2
"""Sentences of the body that tell of the present; further on a report goes back in time."""

HANDOVER = 7
"""Days after a term in which a report may still give the title."""

_BARRED = re.compile(
    r"\b(?:former|then|late|ex|deputy|vice|acting|interim|next|future|incoming|designate|elect"
    r"|shadow|assistant|one-time|onetime)[ -](?:[A-Z][\w-]{1,20} ){0,2}$",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LEAVING = re.compile(
    r"\b(?:step(?:s|ping)? down|leav(?:es?|ing) office|resigns?|bows? out|hands? over)\b"
    r"[^.;:]{0,40}?\b(?:within|in (?:a few|the coming|a matter of|some)) (?P<unit>days|weeks)\b"
)
_WITHIN = {"days": timedelta(days=10), "weeks": timedelta(days=30)}
"""Nobody counts more than ten days in days, nor more than a month in weeks."""


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    pattern: re.Pattern[str]
    """Any of the names."""
    terms: tuple[tuple[str, date, date], ...]
    """Title, lower case, first and last day."""


def term_clues(prose: Prose, authority: Sequence[AuthorityEntity]) -> tuple[Clue, ...]:
    """What the titles of the lead, and an end of a term that is near, say of the day."""
    holders = _holders(tuple(authority))
    if not holders:
        return ()
    present = [s for s in prose.sentences if s.role in {"headline", "standfirst"}]
    present += prose.body[:LEAD]
    titled = [clue for s in present for clue in _titled(prose, s, holders)]
    allowed = windows.EVER
    for clue in titled:
        allowed = windows.meet(allowed, clue.windows)
    leaving = (clue for s in prose.body for clue in _leaving(prose, s, holders))
    # Titles that no one day allows are of different times: then none of them is of the present.
    return (*(titled if allowed else ()), *leaving)


def _titled(prose: Prose, sentence: Sentence, holders: Sequence[_Holder]) -> Iterator[Clue]:
    if _PAST_YEAR.search(prose.of(sentence.span)):
        return
    for holder in holders:
        for match in holder.pattern.finditer(prose.flat, sentence.span.start, sentence.span.end):
            before = prose.flat[sentence.span.start : match.start()]
            for title in sorted({title for title, _, _ in holder.terms}, key=len, reverse=True):
                start = len(before) - len(title) - 1
                if not before.lower().endswith(f"{title} ") or before[start - 1 : start].isalnum():
                    continue
                if not _BARRED.search(before[:start]):
                    span = Span(sentence.span.start + start, match.end())
                    yield _term_clue(prose, holder, title, span)
                break


def _term_clue(prose: Prose, holder: _Holder, title: str, span: Span) -> Clue:
    terms = [(first, last) for each, first, last in holder.terms if each == title]
    told = " and ".join(f"{spoken(first)} to {spoken(last)}" for first, last in terms)
    why = f"{holder.name} was {title} from {told}"
    return Clue(join(terms), span, prose.of(span), why, slack=HANDOVER)


def _leaving(prose: Prose, sentence: Sentence, holders: Sequence[_Holder]) -> Iterator[Clue]:
    """The end of a term that is told to be near: that she steps down within weeks."""
    match = _LEAVING.search(prose.flat, sentence.span.start, sentence.span.end)
    if match is None:
        return
    named = (
        (found.start(), holder)
        for holder in holders
        for found in holder.pattern.finditer(prose.flat, sentence.span.start, match.start())
    )
    _, holder = min(named, key=lambda pair: pair[0], default=(0, None))
    if holder:
        span = Span(match.start(), match.end())
        ends = sorted({last for _, _, last in holder.terms})
        near: Windows = join((end - _WITHIN[match["unit"]], end) for end in ends)
        told = " or ".join(spoken(end) for end in ends)
        why = f"the term of {holder.name} ended on {told}, and “{prose.of(span)}” says it is near"
        yield Clue(near, span, prose.of(span), why, firm=False)


@lru_cache(maxsize=4)
def _holders(authority: tuple[AuthorityEntity, ...]) -> tuple[_Holder, ...]:
    return tuple(holder for entity in authority for holder in _holder(entity))


def _holder(entity: AuthorityEntity) -> Iterator[_Holder]:
    terms = tuple(
        (office.title.lower(), *days) for office in entity.offices for days in _days(office.term)
    )
    if entity.type == "person" and terms:
        names = sorted({entity.name, *entity.aliases}, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        yield _Holder(entity.name, pattern, terms)


def _days(term: str | None) -> Iterator[tuple[date, date]]:
    """The first and last day of a term; those of all times where it is open or not given."""
    try:
        span = edtf.parse(term) if term else None
    except BadDate:
        return
    if span:
        yield span.earliest or windows.FIRST, span.latest or windows.LAST
