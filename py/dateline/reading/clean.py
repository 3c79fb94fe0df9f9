"""Clean: what each line of a document is to the article. Nothing is deleted, only told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from dateline.model import PROSE_ROLES, Article, Document, Line, LineRole, Span
from dateline.reading.credits import (
    agency_at_end,
    agency_line,
    bare_names,
    byline_names,
    dateline_line,
    dateline_prefix,
    names_within,
    placed_names,
    reporter_names,
)
from dateline.reading.language import language_of
from dateline.reading.markdown import read_markdown
from dateline.reading.page import Hint, read_page
from dateline.reading.read import MARKDOWN_SUFFIXES, PAGE_SUFFIXES
from dateline.reading.roles import after_labels, assign, first_guess, label_end
from dateline.reading.sentences import number_sentences
from dateline.reading.units import Unit, units
from dateline.text import squeeze

HINTED_SHARE = 0.5
"""An element that holds more than this share of the words is no furniture, whatever it is called:
some sites put the whole page into a form, or a class such as "has-sidebar"."""

_NOTE_VERBS = ("is", "covers", "reports", "writes")

TITLE_WORDS = 3
"""A known title of fewer words ("News") is no use for finding the headline."""


def clean(document: Document, corrected: Mapping[int, LineRole] | None = None) -> Article:
    """The article of a document: line roles, sentences and credits; not yet dated.

    `corrected` gives the role of the paragraph at an offset where the maintainer knows better.
    """
    found = units(document.text, _hints(document))
    title = _folded(document.metadata.title or "")
    guesses = after_labels(found, [first_guess(u, _is_title(u, title)) for u in found])
    roles = _corrected(found, assign(found, guesses), corrected or {})
    paragraphs = _without_author_note(list(zip(found, roles, strict=True)))
    prose = [(_words(unit, role), role) for unit, role in paragraphs if role in PROSE_ROLES]
    lines = [Line(span, role) for unit, role in paragraphs for span in unit.lines]
    place, agency = _dateline(paragraphs)
    return Article(
        document=document,
        lines=tuple(lines),
        sentences=number_sentences(document.text, prose),
        headline=_labelled(paragraphs, "headline"),
        byline=_byline(paragraphs),
        agency=agency or _agency(paragraphs),
        publisher=_labelled(paragraphs, "publisher"),
        place=place,
        language=language_of(" ".join(span.of(document.text) for span, _ in prose)),
    )


def _corrected(
    found: Sequence[Unit], roles: Sequence[LineRole], corrected: Mapping[int, LineRole]
) -> list[LineRole]:
    return [
        next(
            (given for at, given in corrected.items() if _is_in(at, unit)),
            role,
        )
        for unit, role in zip(found, roles, strict=True)
    ]


def _without_author_note(
    paragraphs: Sequence[tuple[Unit, LineRole]],
) -> list[tuple[Unit, LineRole]]:
    """The paragraphs, the note on the author under the body set apart: "Ann Lee covers ..."."""
    last = max((i for i, (_, role) in enumerate(paragraphs) if role == "body"), default=0)
    names = _credited_names(paragraphs)
    starts = tuple(f"{names} {verb} " for verb in _NOTE_VERBS)
    return [
        (unit, "furniture" if names and index == last and unit.text.startswith(starts) else role)
        for index, (unit, role) in enumerate(paragraphs)
    ]


def _credited_names(paragraphs: Sequence[tuple[Unit, LineRole]]) -> str:
    span = _byline(paragraphs)
    for unit, _ in paragraphs:
        if span and unit.span.covers(span):
            return unit.text[span.start - unit.span.start : span.end - unit.span.start]
    return ""


def _is_in(offset: int, unit: Unit) -> bool:
    return unit.lines[0].start <= offset < unit.lines[-1].end


def _hints(document: Document) -> Sequence[Hint]:
    """What the markup says, read from the file once more: a document keeps only its words."""
    suffix = PurePosixPath(document.name).suffix.lower()
    hints: Sequence[Hint] = ()
    if suffix in PAGE_SUFFIXES:
        hints = read_page(document.raw).hints
    elif suffix in MARKDOWN_SUFFIXES:
        hints = read_markdown(document.raw).hints
    most = HINTED_SHARE * len(document.text)
    return [hint for hint in hints if hint.kind != "furniture" or len(hint.span) <= most]


def _folded(title: str) -> str:
    return squeeze(title).casefold()


def _is_title(unit: Unit, title: str) -> bool:
    if (
        unit.hint == "furniture"
        or len(title.split()) < TITLE_WORDS
        or len(unit.text) > 2 * len(title)
    ):
        return False
    return _folded(unit.text).replace('"', "'") == title.replace("’", "'").replace('"', "'")


def _labelled(paragraphs: Sequence[tuple[Unit, LineRole]], wanted: LineRole) -> Span | None:
    """The first paragraph of a role, the label it may begin with ("Title:") left out."""
    for unit, role in paragraphs:
        if role == wanted:
            return _words(unit, role)
    return None


def _words(unit: Unit, role: LineRole) -> Span:
    """A paragraph without the label it may begin with: "Title: "."""
    label = 0 if role in {"body", "caption"} else label_end(unit.text)
    return Span(unit.span.start + label, unit.span.end)


def _byline(paragraphs: Sequence[tuple[Unit, LineRole]]) -> Span | None:
    for unit, role in paragraphs:
        if role == "byline":
            text = unit.text
            names = byline_names(text) or bare_names(text) or placed_names(text)
            start = label_end(unit.text)
            return _moved(names or Span(start, len(unit.text)), unit)
    for wanted, find in (("dateline", names_within), ("furniture", reporter_names)):
        for unit, role in paragraphs:
            names = find(unit.text) if role == wanted else None
            if names:
                return _moved(names, unit)
    return None


def _dateline(paragraphs: Sequence[tuple[Unit, LineRole]]) -> tuple[Span | None, Span | None]:
    """Place and agency of the dateline: a line of its own, or the body's opening."""
    place = agency = None
    for unit, role in paragraphs:
        if role == "dateline":
            found = dateline_line(unit.text)
        elif role == "body":
            found = dateline_prefix(unit.text)
        else:
            continue
        if found:
            place = place or (_moved(found.place, unit) if found.place else None)
            agency = agency or (_moved(found.agency, unit) if found.agency else None)
        if role == "body":
            break
    return place, agency


def _agency(paragraphs: Sequence[tuple[Unit, LineRole]]) -> Span | None:
    for unit, role in paragraphs:
        found = agency_line(unit.text) if role == "agency" else None
        if found:
            return _moved(found, unit)
    bodies = [unit for unit, role in paragraphs if role == "body"]
    signed = agency_at_end(bodies[-1].text) if bodies else None
    return _moved(signed, bodies[-1]) if signed else None


def _moved(span: Span, unit: Unit) -> Span:
    return Span(span.start + unit.span.start, span.end + unit.span.start)
