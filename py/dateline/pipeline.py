"""The main path: a folder of files becomes the record of a story.

    read -> clean -> date -> annotate -> link

`archive` stores the record and `site` publishes it. Each step takes whole records and returns
whole records; what could not be used is carried along as problems and costs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dateline import corrections
from dateline.annotation import annotate
from dateline.errors import DatelineError
from dateline.folder import load_story, read_folder
from dateline.folder.articles import FolderReading
from dateline.model import Annotations, Article, Publication, Record, Story
from dateline.progress import Progress, silent
from dateline.reading.clean import clean
from dateline.reading.date import date_story
from dateline.record import link

_CHUNK = 16
"""Articles handed to a process at once: enough that sending them costs less than the work."""


@dataclass(frozen=True, slots=True)
class Result:
    """The record of a folder, what was left out of it, and how many files were skipped."""

    record: Record
    problems: tuple[DatelineError, ...]
    skipped: int


def build_record(
    folder: Path,
    story_file: Path | None = None,
    jobs: int = 1,
    progress: Progress = silent,
) -> Result:
    """Everything from the folder to its record.

    Raises `NoStory` when there is nothing to read and `StaleCorrection` when a correction no
    longer matches; every other trouble is among the problems of the result.
    """
    story, problems = load_story(folder, story_file)
    reading = read_folder(folder, progress)
    corrections.check(reading.documents, story)
    annotations = annotate_reading(reading, story, jobs, progress)
    progress("linking", 0, 1)
    record = link(list(annotations), story)
    progress("linking", 1, 1)
    return Result(record, (*problems, *reading.problems), reading.skipped)


def annotate_reading(
    reading: FolderReading,
    story: Story,
    jobs: int = 1,
    progress: Progress = silent,
    published: str | None = None,
) -> Iterator[Annotations]:
    """The annotations of each document read, in order; `published` overrides every date.

    Corrections of articles that are not among them do nothing here.
    """
    articles = date_articles(reading, story, published)
    annotated = _annotate_all(articles, story, jobs)
    for done, annotations in enumerate(annotated, start=1):
        progress("annotating", done, len(articles))
        yield corrections.correct_annotations(annotations, story)


def date_articles(
    reading: FolderReading, story: Story, published: str | None = None
) -> tuple[Article, ...]:
    """The cleaned articles of the folder, each with its publication date."""
    cleaned = [
        clean(document, corrections.line_roles(document, story)) for document in reading.documents
    ]
    if published is not None:
        given = Publication(published, "given")
        return tuple(replace(article, published=given) for article in cleaned)
    dated = date_story(cleaned, story)
    return tuple(corrections.correct_published(article, story) for article in dated)


def _annotate_all(articles: Sequence[Article], story: Story, jobs: int) -> Iterable[Annotations]:
    one = partial(annotate, story=story)
    if jobs <= 1 or len(articles) < 2 * _CHUNK:
        yield from map(one, articles)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, articles, chunksize=_CHUNK)
