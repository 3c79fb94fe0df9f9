"""Small annotated reports, built by hand from a text and the names in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.annotation import commitments, events, quotations
from dateline.model import (
    Annotations,
    Article,
    Document,
    EntityType,
    Line,
    LocalEntity,
    Mention,
    MentionKind,
    Publication,
    Sentence,
    Span,
    Timex,
)
from dateline.text import slugify

Names = Mapping[str, str]
"""Surface form -> "person: Full Name", "place: Norway", "demonym: Norway" ..."""

_STOP = re.compile(r"[.!?][”\"'’]*\s+(?=[“\"'‘A-Z])")
_KINDS: dict[str, tuple[MentionKind, EntityType]] = {
    "person": ("name", "person"),
    "organization": ("name", "organization"),
    "place": ("name", "place"),
    "demonym": ("demonym", "place"),
    "office": ("nominal", "organization"),
}


def article(text: str, published: str | None = None, id_: str = "a") -> Article:
    """An article all of whose lines are body."""
    document = Document(f"{id_}.txt", id_, id_ * 8, text, text)
    lines: list[Line] = []
    sentences: list[Sentence] = []
    start = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        lines.append(Line(span, "body"))
        first = start
        for stop in _STOP.finditer(text, span.start, span.end):
            if re.search(r"\b(?:Mr|U\.S|Sept)\.$", text[first : stop.start() + 1]):
                continue
            end = stop.start() + len(stop.group().rstrip())
            sentences.append(Sentence(len(sentences) + 1, Span(first, end), "body"))
            first = stop.end()
        if first < span.end:
            sentences.append(Sentence(len(sentences) + 1, Span(first, span.end), "body"))
        start = span.end + 1
    dated = Publication(published, "given" if published else "unknown")
    return Article(document, tuple(lines), tuple(sentences), published=dated)


def mentions(text: str, names: Names) -> tuple[Mention, ...]:
    """Every place where a name stands, the longest name first."""
    found: list[Mention] = []
    for surface in sorted(names, key=len, reverse=True):
        kind, _, entity = names[surface].partition(": ")
        for match in re.finditer(rf"\b{re.escape(surface)}(?!\w)", text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(span, *_KINDS[kind], slugify(entity)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def entities(names: Names) -> tuple[LocalEntity, ...]:
    """The entities named, each once."""
    known: dict[str, LocalEntity] = {}
    for value in names.values():
        kind, _, name = value.partition(": ")
        known.setdefault(slugify(name), LocalEntity(slugify(name), _KINDS[kind][1], name))
    return tuple(known.values())


def timexes(text: str, dates: Mapping[str, str]) -> tuple[Timex, ...]:
    """Every place where a dated expression stands."""
    found = [
        Timex(Span(*match.span()), "DATE", date, date, "by-hand")
        for surface, date in dates.items()
        for match in re.finditer(rf"\b{re.escape(surface)}\b", text)
    ]
    return tuple(sorted(found, key=lambda timex: timex.span))


def report(
    text: str,
    names: Names,
    dates: Mapping[str, str] | None = None,
    published: str | None = None,
    id_: str = "a",
) -> Annotations:
    """A report with its quotations, events and commitments found by the real taggers."""
    body = article(text, published, id_)
    who, where = entities(names), mentions(text, names)
    when = timexes(text, dates or {})
    quoted = quotations.tag(body, who, where)
    happened = events.tag(body, who, where, when, quoted)
    promised = commitments.tag(body, who, where, when, quoted, happened)
    return Annotations(body, who, where, when, quoted, happened, promised)
