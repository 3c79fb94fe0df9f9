"""Results as the page gets them: plain text and addresses, never markup."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dateline import paths
from dateline.archive.asking import read_each
from dateline.archive.keys import FIRST_DAY, LAST_DAY
from dateline.archive.names import NamePage
from dateline.archive.snippets import Marker, Segments
from dateline.archive.titles import TitlePage

if TYPE_CHECKING:
    from dateline.model import EntityType

_MOST_ALIASES = 6
"""Other names shown under a name; its page shows all."""


Result = dict[str, Any]


def name_result(page: NamePage, marker: Marker) -> Result:
    """A person, organization, place or other entity."""
    kind: EntityType = page.kind  # type: ignore[assignment]
    aliases = ", ".join(page.other_names[:_MOST_ALIASES])
    return _result(
        page.kind,
        page.slug,
        paths.entity_path(kind, page.slug),
        page.title,
        snippet=marker.snippet(aliases),
        context=page.about or None,
    )


def meeting_result(archive: sqlite3.Connection, page: TitlePage, marker: Marker) -> Result:
    """A meeting, with the sentence of the report that tells most of it."""
    told = archive.execute(
        "SELECT sentences.text FROM reports JOIN sentences ON sentences.id = reports.sentence_id"
        " WHERE meeting_id = ? ORDER BY in_passing, reports.id LIMIT 1",
        (page.source,),
    ).fetchone()
    count = archive.execute(
        "SELECT count(DISTINCT article_id) FROM reports"
        " JOIN sentences ON sentences.id = reports.sentence_id WHERE meeting_id = ?",
        (page.source,),
    ).fetchone()[0]
    return _result(
        "meeting",
        page.slug,
        paths.meeting_path(page.slug),
        page.title,
        snippet=marker.snippet(told[0]) if told else [],
        date=_day(page.earliest),
        edtf=page.edtf,
        context="1 report" if count == 1 else f"{count} reports",
    )


def article_result(
    archive: sqlite3.Connection, page: TitlePage, marker: Marker, sentence: int | None
) -> Result:
    """A report; `sentence` is the row of the one that answers best, if one does."""
    lead = _text_of(archive, sentence) if sentence else _lead_of(archive, page.source)
    return _result(
        "article",
        page.slug,
        paths.article_path(page.slug),
        page.title,
        snippet=marker.snippet(lead),
        date=_day(page.earliest),
        edtf=page.edtf,
        context=page.about or None,
    )


def _text_of(archive: sqlite3.Connection, sentence: int) -> str:
    return str(
        archive.execute("SELECT text FROM sentences WHERE id = ?", (sentence,)).fetchone()[0]
    )


def _lead_of(archive: sqlite3.Connection, article: int) -> str:
    """The first sentence after the headline."""
    found = archive.execute(
        "SELECT s.text FROM articles AS a JOIN sentences AS s"
        " ON s.id BETWEEN a.first_sentence AND a.first_sentence + a.sentences - 1"
        " WHERE a.id = ? AND s.role IN ('standfirst', 'body') ORDER BY s.id LIMIT 1",
        (article,),
    ).fetchone()
    return found[0] if found else ""


def sentence_results(
    archive: sqlite3.Connection, rows: Sequence[int], marker: Marker
) -> list[Result]:
    """Sentences, in the order of `rows`, each with the one before it as its context."""
    found = read_each(
        archive,
        "SELECT s.number, s.text, s.edtf, s.earliest, a.slug, a.headline, a.published, a.earliest,"
        " (SELECT text FROM sentences WHERE id = s.id - 1 AND article_id = s.article_id"
        "  AND role <> 'headline')"
        " FROM sentences AS s JOIN articles AS a ON a.id = s.article_id WHERE s.id = ?",
        rows,
    )
    return [_sentence_result(found[row], marker) for row in rows]


def _sentence_result(found: tuple[Any, ...], marker: Marker) -> Result:
    number, text, told, told_day, slug, headline, published, published_day, before = found
    date, day = (told, told_day) if told else (published, published_day)
    return _result(
        "sentence",
        f"{slug}#{paths.sentence_anchor(number)}",
        paths.article_path(slug, number),
        headline,
        snippet=marker.snippet(text),
        date=_day(day),
        edtf=date,
        context=before or None,
    )


def _day(day: str | None) -> str | None:
    """The day, unless it stands for the open end of time."""
    return None if day in (None, FIRST_DAY, LAST_DAY) else day


def _result(
    kind: str,
    id_: str,
    url: str,
    title: str,
    *,
    snippet: Segments,
    date: str | None = None,
    edtf: str | None = None,
    context: str | None = None,
) -> Result:
    return {
        "kind": kind,
        "id": id_,
        "url": url,
        "title": title,
        "snippet": snippet,
        "date": date,
        "edtf": edtf,
        "context": context,
    }
