"""From a story folder to everything its site consists of: pages, data, assets."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.archive.write import write
from dateline.contract import record_json
from dateline.errors import DatelineError
from dateline.model import Record
from dateline.pipeline import build_record
from dateline.progress import on_terminal
from dateline.record.rights import redact
from dateline.site import exports, instant, offline, runtime, shards
from dateline.site.feeds import all_reports, feeds
from dateline.site.pages import DataFile, story_pages
from dateline.site.render import SitePage
from dateline.site.urls import Urls
from dateline.text import visible

ARCHIVE = offline.ARCHIVE
INSTANT = runtime.PREFIX + "instant.json"
REPORTS = runtime.PREFIX + "reports.json"
SITE = runtime.PREFIX + "site.json"

_ABOUT_ARCHIVE = "The whole record: articles, sentences, names, dates, meetings, full-text index"


@dataclass(frozen=True, slots=True)
class Publication:
    """All that MkDocs is to write; `files` maps site paths to bytes or to where they lie."""

    title: str
    description: str
    pages: tuple[SitePage, ...]
    files: Mapping[str, bytes | Path]
    problems: tuple[DatelineError, ...]


def publish(
    seeds: Path,
    node_modules: Path,
    cache: Path,
    jobs: int = 0,
    directory_urls: bool = True,
    offline_worker: bool = True,
    site_url: str = "",
) -> Publication:
    """Read the story folder `seeds` and make its site.

    `node_modules` holds the npm packages; `cache` is a folder for what is slow to make; `jobs` is
    the number of processes, 0 as many as there are cores; `offline_worker` tells whether the site
    will have a service worker; `site_url` is where it will be, for the feeds. Raises
    `DatelineError` when nothing can be published: no story, a stale correction, no packages.
    """
    result = build_record(seeds, jobs=jobs or os.cpu_count() or 1, progress=on_terminal())
    record = redact(result.record)
    build = _build_id(record)
    archive = _archive(record, build)
    cut, pieces = shards.cut(archive)
    files: dict[str, bytes | Path] = {
        **runtime.assemble(node_modules, cache),
        ARCHIVE: archive,
        INSTANT: instant.build(record),
        REPORTS: all_reports(record),
        SITE: offline.site_json(
            build, archive, cut, directory_urls=directory_urls, offline=offline_worker
        ),
    }
    files |= {runtime.PREFIX + path: piece for path, piece in pieces.items()}
    data = [DataFile(ARCHIVE, _ABOUT_ARCHIVE, len(archive))]
    for export in exports.all_exports(record):
        files[export.path] = export.content
        data.append(DataFile(export.path, export.about, len(export.content)))
    files |= feeds(record, site_url, Urls(directory_urls))
    problems = tuple(visible(str(problem)) for problem in result.problems)
    pages = tuple(story_pages(record, tuple(data), problems))
    story = record.story
    return Publication(story.title, story.description, pages, files, result.problems)


def _archive(record: Record, build: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        write(record, path, build)
        return path.read_bytes()


def _build_id(record: Record) -> str:
    """Sixteen digits that change when anything in the record does."""
    text = json.dumps(record_json(record), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
