"""The dates that stand on a page or beside it: in credits, captions, machine facts, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import Literal

from dateline.model import Article, Line, Span
from dateline.reading.credits import dateline_prefix
from dateline.reading.dating.clue import Candidate, Kind
from dateline.reading.page import Page, read_page
from dateline.reading.page_facts import page_dates
from dateline.reading.read import PAGE_SUFFIXES
from dateline.reading.stamps import Stamp, first_stamp, name_stamp, stamps, weekday_number
from dateline.text import plain

_PUBLISHED = re.compile(
    r"\b(?:published|posted|publish(?:ed)? date|publication date|date published|issued|released)\b"
    r"|^\W{0,4}(?:date|created)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|edited)\b", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAY_DATELINE = re.compile(
    r"\W{0,4}[A-Z][\w .'/()-]{1,40}(?:, [A-Z][\w .'-]{1,30})?, ?"
    r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?: ?[(\[][^()\[\]]{1,30}[)\]])?(?: ?(?:--|—|–| - |:)|$)"
)
LONG_NOTICE = 300
PREFIX = 80
"""Characters of a body's first line in which a dateline such as "SEOUL, May 7 -" stands."""
_DATELINE_END = re.compile(r" ?(?:--|—|–| - |\)|:)")
_OPENS = re.compile(r" ?(?:--|—|–| - |:) {0,2}(?=[A-Z\"'])")
"""What stands between a day at the head of a report and its first word."""
MOST = 30
"""Dates of a page that are weighed, from its head on; a page of listings has hundreds."""

Place = Literal["above", "under", "after"]
"""Above the headline, under it, or after the body has begun."""

_HEADER = "the header of the page"

LONG_FURNITURE = 12
"""Words; a longer line of furniture is a teaser or a notice, and its date is its own."""


def page_of(article: Article) -> Page | None:
    """The page an article was read from; `None` where it was no HTML."""
    suffix = PurePosixPath(article.document.name).suffix.lower()
    return read_page(article.document.raw) if suffix in PAGE_SUFFIXES else None


def candidates(article: Article) -> tuple[Candidate, ...]:
    """Every date that may be the day of publication, in order of the text; outside it last."""
    beside = (*_from_machine(article), *_from_names(article))
    return (*islice(_on_the_page(article), MOST), *beside)


def _on_the_page(article: Article) -> Iterator[Candidate]:
    place: Place = "above"
    for line in article.lines:
        if line.role == "body":
            if place != "after":
                yield from _in_dateline(article, line)
            place = "after"
        elif line.role == "headline":
            place = "under" if place == "above" else place
        elif line.role != "standfirst" and (line.role, place) != ("section", "after"):
            # A label in the midst of the text, or an item of a list, speaks of what it tells.
            yield from _in_line(article, line, place)


def yearless_dateline(article: Article) -> tuple[Stamp, Span] | None:
    """The "May 7" of a dateline that gives no year, and where it stands."""
    for line in article.lines:
        if line.role in {"dateline", "body"}:
            words = plain(line.span.of(article.text))[:PREFIX]
            for stamp in stamps(words):
                if stamp.year is None and _is_dateline(line, words, stamp):
                    moved = Span(
                        line.span.start + stamp.span.start, line.span.start + stamp.span.end
                    )
                    return stamp, moved
        if line.role == "body":
            return None
    return None


def dateline_weekday(article: Article) -> tuple[int, Span] | None:
    """The weekday of a dateline such as "SEOUL, Sunday (Agency) -", and where it stands."""
    for line in article.lines:
        if line.role in {"dateline", "body"}:
            match = _WEEKDAY_DATELINE.match(plain(line.span.of(article.text))[:PREFIX])
            if match:
                start, end = match.span("day")
                at = line.span.start
                return weekday_number(match["day"]), Span(at + start, at + end)
        if line.role == "body":
            return None
    return None


def rights_years(article: Article) -> tuple[int, ...]:
    """The last year of each notice of rights: "(c) Agency 2019"; a site's own grows each year."""
    lines = (line.span.of(article.text) for line in article.lines if line.role == "furniture")
    notices = (line for line in lines if len(line) <= LONG_NOTICE and _RIGHTS.search(line))
    years = (_FOUR_DIGITS.findall(notice) for notice in notices)
    return tuple(sorted({int(found[-1]) for found in years if found}))


def _is_dateline(line: Line, words: str, stamp: Stamp) -> bool:
    """In a body line, only what stands between a place and a dash, or at its head before one."""
    if line.role == "dateline":
        return True
    before, after = words[: stamp.span.start], words[stamp.span.end :]
    placed = re.fullmatch(r"[A-Z][\w .'/()\[\]-]{1,40}, ?", before)
    prefix = dateline_prefix(words)
    if prefix and stamp.span.end <= prefix.end:
        return True
    if not before.strip(" *_") and _OPENS.match(after):
        return True
    return bool(placed and _DATELINE_END.match(re.sub(r"^ ?\([^)]{1,20}\)", "", after)))


def _in_dateline(article: Article, line: Line) -> Iterator[Candidate]:
    words = plain(line.span.of(article.text))[:PREFIX]
    for stamp in stamps(words):
        if stamp.year and _is_dateline(line, words, stamp):
            yield _candidate(article, line, stamp, "dateline", "the dateline")


def _in_line(article: Article, line: Line, place: Place) -> Iterator[Candidate]:
    words = line.span.of(article.text)
    if line.role == "furniture" and len(words.split()) > LONG_FURNITURE:
        return
    for stamp in stamps(words):
        if stamp.year:
            kind, where = _kind(line, words, stamp, place)
            if kind:
                yield _candidate(article, line, stamp, kind, where)


def _kind(line: Line, words: str, stamp: Stamp, place: Place) -> tuple[Kind | None, str]:
    """What a date on a line outside the body is, and how to call its place."""
    if line.role == "caption":
        return "caption", "the caption of a picture"
    if _RIGHTS.search(words):
        return None, ""
    labelled = _labelled(words[: stamp.span.start])
    if labelled:
        return labelled
    if line.role == "furniture":
        outside = place == "after"
        return ("aside", "what stands around the article") if outside else ("widget", _HEADER)
    if place == "after":
        return "line", "the line under the article"
    if place == "above" and stamp.weekday is not None:
        return "masthead", "the line above the headline"
    return "line", "the line at the head of the article"


def _labelled(before: str) -> tuple[Kind, str] | None:
    """The kind of a date by the last label before it: "Published", "Updated"."""
    labels: list[tuple[int, Kind]] = [(m.end(), "updated") for m in _UPDATED.finditer(before)]
    labels += [(m.end(), "published") for m in _PUBLISHED.finditer(before)]
    if not labels:
        return None
    kind = max(labels)[1]
    return kind, f"the line that says when it was {kind}"


def _candidate(article: Article, line: Line, stamp: Stamp, kind: Kind, where: str) -> Candidate:
    span = Span(line.span.start + stamp.span.start, line.span.start + stamp.span.end)
    return Candidate(kind, stamp.days, span, span.of(article.text), where, stamp.weekday)


def _from_machine(article: Article) -> Iterator[Candidate]:
    page = page_of(article)
    if page is None:
        return
    for fact in page_dates(page):
        for stamp in stamps(fact.day)[:1]:
            yield Candidate("machine", stamp.days, None, fact.day, fact.where)
    for tag in page.times:
        role = next((x.role for x in article.lines if x.span.overlaps(tag.span)), "furniture")
        tagged = first_stamp(tag.datetime[:40])
        if tagged and role in {"dateline", "byline"}:
            shown, where = tag.span.of(article.text), "the page's <time> by the headline"
            yield Candidate("line", tagged.days, tag.span, shown, where)


def _from_names(article: Article) -> Iterator[Candidate]:
    sources = (
        ("the file's name", article.document.name),
        ("the address", article.document.metadata.url),
    )
    for where, name in sources:
        found = name_stamp(name) if name else None
        if found and name:
            yield Candidate("address", found.days, None, name, where)
