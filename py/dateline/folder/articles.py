"""The articles of a story folder, read one by one; a bad file is reported and costs no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from dateline import edtf
from dateline.errors import BadDate, BadStoryFile, DatelineError, NoStory, UnreadableDocument
from dateline.folder.nodes import YamlMap, parse_map
from dateline.folder.story import STORY_FILES
from dateline.model import Document, Metadata, Rights
from dateline.progress import Progress, silent
from dateline.reading.read import read, split_front_matter

ARTICLE_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm"})
_SAID_AS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site_name", "source"),
    "published": ("published", "date", "date_published", "published_at", "publish_date", "pubdate"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink", "source"),
    "rights": ("rights",),
}
"""The fields, and what other programs that write front matter call them; the first one counts."""
_OTHERS = frozenset({
    "aliases", "author", "authors", "byline", "categories", "category", "created", "description",
    "draft", "image", "keywords", "lang", "language", "lastmod", "layout", "modified", "section",
    "slug", "subtitle", "summary", "tags", "template", "updated", "weight",
})  # fmt: skip
"""Fields that other programs write and nothing here needs."""
_METADATA_FIELDS = frozenset({*_OTHERS, *(name for names in _SAID_AS.values() for name in names)})
_DAY_OF_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.*")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FolderReading:
    """What a folder gave: documents in order of their names, and one error for each thing left."""

    documents: tuple[Document, ...]
    problems: tuple[DatelineError, ...]
    skipped: int
    """How many files could not be articles."""


def read_folder(folder: Path, progress: Progress = silent) -> FolderReading:
    """Read every article below `folder`.

    Raises `NoStory` when the folder is missing or no file in it can be read as an article.
    """
    if not folder.is_dir():
        raise NoStory(f"{folder}: no such folder")
    reading = read_paths(((path, _name(path, folder)) for path in _article_files(folder)), progress)
    if not reading.documents:
        listed = ", ".join(sorted(ARTICLE_SUFFIXES))
        reasons = "".join(f"\n  {problem}" for problem in reading.problems)
        raise NoStory(f"{folder}: no article to read (one file each, {listed}){reasons}")
    return reading


def read_paths(paths: Iterable[tuple[Path, str]], progress: Progress = silent) -> FolderReading:
    """Read the files given as (path, name); two files with the same bytes are read once."""
    files = list(paths)
    documents: list[Document] = []
    problems: list[DatelineError] = []
    seen: dict[str, str] = {}
    skipped = 0
    for done, (path, name) in enumerate(files):
        progress("reading", done, len(files))
        try:
            document = _read_article(path, name, problems)
            if document.sha256 in seen:
                twin = seen[document.sha256]
                raise UnreadableDocument(name, "", f"the same bytes as {twin}, which is read")
        except UnreadableDocument as error:
            problems.append(error)
            skipped += 1
            continue
        seen[document.sha256] = name
        documents.append(document)
    progress("reading", len(files), len(files))
    return FolderReading(tuple(documents), tuple(problems), skipped)


def article_paths(given: Path) -> list[tuple[Path, str]]:
    """The files to read for one path of a command line, named as the user named them."""
    if not given.is_dir():
        return [(given, given.as_posix())]
    return [(path, path.as_posix()) for path in _article_files(given)]


def _article_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*"), key=lambda path: _name(path, folder)):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in ARTICLE_SUFFIXES and path.is_file() and not hidden:
            yield path


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _read_article(path: Path, name: str, problems: list[DatelineError]) -> Document:
    try:
        document = read(name, path.read_bytes())
    except OSError as error:
        raise UnreadableDocument(name, "", error.strerror or str(error)) from None
    problems.extend(UnreadableDocument(name, "", warning) for warning in document.warnings)
    metadata = document.metadata
    if path.suffix.lower() in (".md", ".markdown"):
        front, _ = split_front_matter(document.raw)
        metadata = _over(_metadata(front or "", name, 2, problems), metadata)
    sidecar = path.with_suffix(".yml")
    if sidecar.is_file() and sidecar.name not in STORY_FILES:
        beside = str(Path(name).with_suffix(".yml").as_posix())
        text = sidecar.read_bytes().decode("utf-8", "replace")
        metadata = _over(_metadata(text, beside, 1, problems), metadata)
    return replace(document, metadata=metadata)


def _over(upper: Metadata, lower: Metadata) -> Metadata:
    """`upper`, with what it leaves open taken from `lower`."""
    return Metadata(
        title=upper.title or lower.title,
        publisher=upper.publisher or lower.publisher,
        published=upper.published or lower.published,
        url=upper.url or lower.url,
        rights=upper.rights if upper.rights != "full" else lower.rights,
    )


def _metadata(text: str, file: str, line: int, problems: list[DatelineError]) -> Metadata:
    try:
        given = parse_map(text, file, line)
    except BadStoryFile as error:
        problems.append(error)
        return Metadata()
    if given is None:
        return Metadata()
    problems.extend(given.unknown(_METADATA_FIELDS))

    def sound(field: str, check: Callable[[YamlMap, str, str], str | None]) -> str | None:
        for key in _SAID_AS[field]:
            try:
                value = given.text(key)
                found = None if value is None else check(given, key, value)
            except BadStoryFile as error:
                problems.append(error)
                continue
            if found is not None:
                return found
        return None

    rights = sound("rights", _rights)
    return Metadata(
        title=sound("title", _any),
        publisher=sound("publisher", _name_of_source),
        published=sound("published", _date),
        url=sound("url", _address),
        rights=next((known for known in get_args(Rights) if known == rights), "full"),
    )


def _any(_given: YamlMap, _key: str, value: str) -> str:
    return value


def _name_of_source(_given: YamlMap, key: str, value: str) -> str | None:
    """A `source` may be the publisher's name or the page's address."""
    return None if key == "source" and _WEB_ADDRESS.match(value) else value


def _rights(given: YamlMap, _key: str, value: str) -> str:
    if value not in get_args(Rights):
        raise given.error(f"`rights` must be one of {', '.join(get_args(Rights))}, not `{value}`")
    return value


def _date(given: YamlMap, key: str, value: str) -> str:
    timed = _DAY_OF_TIME.fullmatch(value)
    day = timed[1] if timed else value
    try:
        edtf.parse(day)
    except BadDate as error:
        raise given.error(f"`{key}`: {error}") from None
    return day


def _address(given: YamlMap, key: str, value: str) -> str | None:
    if _WEB_ADDRESS.fullmatch(value):
        return value
    if key == "source":
        return None
    raise given.error(f"`{key}` must begin with http:// or https://")
