"""A page for each thread: its sentences in order of the day they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dateline import paths
from dateline.model import Thread
from dateline.site.dates import label
from dateline.site.render import Renderer, SitePage, counted
from dateline.site.view import SentenceKey, StoryView, key_of


def pages(view: StoryView, renderer: Renderer) -> Iterator[SitePage]:
    """The list of threads, then each of them."""
    threads = view.record.threads
    lead = "Each follows one question through all reports, in order of the days they speak of."
    content = renderer.html("threads.html", title="Questions", lead=lead, items=threads)
    yield SitePage("threads/", "Questions", content, lead)
    for thread in threads:
        content = renderer.html("thread.html", thread=thread, groups=_by_month(view, thread))
        description = f"{thread.label}: {counted(len(thread.sentences), 'sentence')} by date."
        yield SitePage(paths.thread_path(thread.id), thread.label, content, description)


def _by_month(view: StoryView, thread: Thread) -> list[tuple[str, list[SentenceKey]]]:
    keys = [key_of(source) for source in thread.sentences]
    groups = groupby(keys, key=lambda key: view.sentence_day(key)[:7])
    return [(_heading(month), list(group)) for month, group in groups]


def _heading(month: str) -> str:
    return "Undated" if month.startswith("9999") else label(month)
