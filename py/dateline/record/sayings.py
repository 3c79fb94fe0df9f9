"""What is said in a report, made ready for comparing one saying with another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.annotation.events.homes import side_of
from dateline.model import Account, Annotations, Quotation, Span
from dateline.record.threads import source
from dateline.record.wording import telling
from dateline.text import plain

MOST = 1000
"""Sayings of one report that are compared."""
_LIGHT = frozenset(
    {"say", "told", "tell", "peopl", "country", "countr", "government", "leader", "minist", "talk"}
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying with its account."""

    account: Account
    teller: str
    """Who speaks: the entity, else the words that describe whoever it is."""
    side: str | None
    """Whom the speaker speaks for: a country, a body, himself; `None` where it is not known."""
    first: int
    last: int
    """The sentences it begins and ends in."""
    content: Span
    text: str
    """The content, plain and in lower case."""
    stems: frozenset[str]
    """Of its telling words; no names, no numbers."""
    named: frozenset[str]
    """Whom the words name, persons and capitals replaced by their countries."""
    denied: bool
    cue: str
    """The reporting words, in lower case."""


def sayings(one: Annotations, homes: Mapping[str, str]) -> list[Saying]:
    """The sayings of a report whose speakers are told, in its order."""
    found = (_saying(one, quotation, homes) for quotation in one.quotations[:MOST])
    return sorted((each for each in found if each is not None), key=lambda s: s.content)


def _saying(one: Annotations, quotation: Quotation, homes: Mapping[str, str]) -> Saying | None:
    begins = one.article.sentence_at(quotation.content.start)
    ends = one.article.sentence_at(quotation.content.end - 1)
    if begins is None or quotation.speaker is None:
        return None
    speaker = quotation.speaker.entity
    return Saying(
        Account(source(one, begins), speaker),
        speaker or plain(quotation.speaker.span.of(one.article.text)).lower(),
        side_of(speaker, homes) if speaker else None,
        begins.index,
        (ends or begins).index,
        quotation.content,
        plain(quotation.content.of(one.article.text)).lower(),
        frozenset(each for each in telling(one, quotation.content) if _tells(each)),
        sides_named(one, quotation.content, homes),
        quotation.denied,
        plain(quotation.cue.of(one.article.text)).lower() if quotation.cue else "",
    )


def sides_named(one: Annotations, span: Span, homes: Mapping[str, str]) -> frozenset[str]:
    """Whom a stretch names, persons and capitals replaced by their countries."""
    first = bisect_left(one.mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(one.mentions, span.end, key=lambda m: m.span.start)
    named = (m.entity for m in one.mentions[first:last] if m.entity)
    return frozenset(side_of(id_, homes) for id_ in named)


def _tells(stem: str) -> bool:
    return not stem.startswith("@") and not stem[0].isdigit() and stem not in _LIGHT
