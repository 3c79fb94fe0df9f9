"""`story.yml`, `authority.yml` and `corrections.yml` as one `Story`.

An entry that cannot be used is reported and left out; the others stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, get_args

import yaml

from dateline import edtf
from dateline.errors import BadDate, BadStoryFile, DatelineError
from dateline.folder.nodes import YamlMap, parse_map
from dateline.model import (
    AnchoredEvent,
    AuthorityEntity,
    Correction,
    CorrectionKind,
    EntityType,
    LineRole,
    Office,
    Span,
    Story,
    ThreadSpec,
)
from dateline.text import slugify

STORY_FILE = "story.yml"
AUTHORITY_FILE = "authority.yml"
CORRECTIONS_FILE = "corrections.yml"
STORY_FILES = frozenset({STORY_FILE, AUTHORITY_FILE, CORRECTIONS_FILE})

_HASH_DIGITS = 12
"""Digits of an article's hash a correction must give: 48 bits keep any folder's articles apart."""

_SPAN = re.compile(r"(?P<start>\d{1,9})\s?-\s?(?P<end>\d{1,9})")

Entry = TypeVar("Entry")


def load_story(folder: Path, story_file: Path | None = None) -> tuple[Story, list[DatelineError]]:
    """Read the maintainer's files of `folder`; all of them may be missing.

    `story_file` replaces the folder's own `story.yml`; the other two are then looked for beside it.
    Returns the story and one error for each thing that had to be left out.
    """
    if story_file is not None and not story_file.is_file():
        raise BadStoryFile(str(story_file), "", "no such file")
    problems: list[DatelineError] = []
    home = story_file.parent if story_file else folder
    main = _load(story_file or home / STORY_FILE, problems)
    authority = _load(home / AUTHORITY_FILE, problems)
    corrections = _load(home / CORRECTIONS_FILE, problems)
    story = Story(
        title=_text(main, "title", problems),
        description=_text(main, "description", problems),
        language=_text(main, "language", problems) or "en",
        threads=_entries(main, "threads", _thread, problems),
        anchors=_entries(main, "events", _anchor, problems),
        authority=_entries(authority, "entities", _entity, problems),
        same=_groups(authority, "same", problems),
        different=_groups(authority, "different", problems),
        corrections=_entries(corrections, "corrections", _correction, problems),
    )
    _check_fields(main, {"title", "description", "language", "threads", "events"}, problems)
    _check_fields(authority, {"entities", "same", "different"}, problems)
    _check_fields(corrections, {"corrections"}, problems)
    return story, problems


def _load(path: Path, problems: list[DatelineError]) -> YamlMap | None:
    if not path.is_file():
        return None
    try:
        return parse_map(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError as error:
        problems.append(BadStoryFile(path.name, f"byte {error.start}", "not UTF-8 text"))
    except BadStoryFile as error:
        problems.append(error)
    return None


def _check_fields(fields: YamlMap | None, known: set[str], problems: list[DatelineError]) -> None:
    if fields is not None:
        problems.extend(fields.unknown(frozenset(known)))


def _text(fields: YamlMap | None, key: str, problems: list[DatelineError]) -> str:
    try:
        return (fields.text(key) if fields else None) or ""
    except BadStoryFile as error:
        problems.append(error)
        return ""


def _groups(
    fields: YamlMap | None, key: str, problems: list[DatelineError]
) -> tuple[tuple[str, ...], ...]:
    try:
        return fields.groups(key) if fields else ()
    except BadStoryFile as error:
        problems.append(error)
        return ()


def _entries(
    fields: YamlMap | None,
    key: str,
    read: Callable[[YamlMap], Entry],
    problems: list[DatelineError],
) -> tuple[Entry, ...]:
    if fields is None:
        return ()
    try:
        nodes: Iterable[yaml.Node] = fields.nodes(key)
    except BadStoryFile as error:
        problems.append(error)
        return ()
    found = []
    for node in nodes:
        try:
            found.append(read(YamlMap(node, fields.file)))
        except BadStoryFile as error:
            problems.append(error)
    return tuple(found)


def _thread(entry: YamlMap) -> ThreadSpec:
    label = entry.required("label")
    return ThreadSpec(
        id=slugify(entry.text("id") or label),
        label=label,
        words=entry.texts("words"),
        entities=entry.texts("entities"),
        description=entry.text("description") or "",
    )


def _anchor(entry: YamlMap) -> AnchoredEvent:
    date = _date(entry, "date")
    if date is None:
        raise entry.error("`date` is missing")
    return AnchoredEvent(entry.required("name"), date, entry.texts("aliases"))


def _entity(entry: YamlMap) -> AuthorityEntity:
    name = entry.required("name")
    offices = tuple(_office(YamlMap(node, entry.file)) for node in entry.nodes("offices"))
    return AuthorityEntity(
        id=slugify(entry.text("id") or name),
        name=name,
        type=_type(entry, entry.required("type")),
        aliases=entry.texts("aliases"),
        wikidata=entry.text("wikidata"),
        offices=offices,
    )


def _office(entry: YamlMap) -> Office:
    return Office(entry.required("title"), entry.text("of"), _date(entry, "term"))


def _correction(entry: YamlMap) -> Correction:
    digest = entry.required("article").lower()
    if len(digest) < _HASH_DIGITS or set(digest) - set("0123456789abcdef"):
        raise entry.error(f"`article` must be {_HASH_DIGITS} or more digits of the file's SHA-256")
    kind, value = _decision(entry)
    span = None if kind == "published" else _span(entry)
    type_ = entry.text("type")
    return Correction(
        sha256=digest,
        kind=kind,
        value=value,
        span=span,
        text=entry.text("text"),
        place=f"{entry.file}: {entry.place}",
        type=_type(entry, type_) if type_ else None,
    )


def _decision(entry: YamlMap) -> tuple[CorrectionKind, str | None]:
    given = [kind for kind in get_args(CorrectionKind) if entry.has(kind)]
    if len(given) != 1:
        raise entry.error(f"give exactly one of {', '.join(get_args(CorrectionKind))}")
    kind: CorrectionKind = given[0]
    if kind in ("published", "date"):
        return kind, _date(entry, kind)
    value = entry.text(kind)
    if kind == "line" and value not in get_args(LineRole):
        raise entry.error(f"`line` must be one of {', '.join(get_args(LineRole))}")
    return kind, value


def _span(entry: YamlMap) -> Span:
    match = _SPAN.fullmatch(entry.required("span"))
    if match is None or int(match["start"]) >= int(match["end"]):
        raise entry.error("`span` must be two offsets such as 224-233")
    return Span(int(match["start"]), int(match["end"]))


def _date(entry: YamlMap, key: str) -> str | None:
    value = entry.text(key)
    if value is None:
        return None
    try:
        edtf.parse(value)
    except BadDate as error:
        raise entry.error(f"`{key}`: {error}") from None
    return value


def _type(entry: YamlMap, value: str) -> EntityType:
    known: tuple[EntityType, ...] = get_args(EntityType)
    for type_ in known:
        if value == type_:
            return type_
    raise entry.error(f"`type` must be one of {', '.join(known)}, not `{value}`")
