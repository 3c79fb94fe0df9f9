"""The five seed reports with their hand-made answers, as the records the stages pass on.

Reads `../shared` beside the checkout; `available()` tells whether it is there.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from dateline.model import (
    Article,
    Document,
    EntityType,
    Line,
    LineRole,
    LocalEntity,
    Mention,
    Publication,
    Sentence,
    Span,
    Timex,
)
from dateline.text import slugify

SHARED = Path(__file__).resolve().parents[3] / "shared"
_TYPES: dict[str, EntityType] = {
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "AGR": "agreement",
    "PRODUCT": "other",
}
_ROLES: dict[str, LineRole] = {
    "headline": "headline",
    "standfirst": "standfirst",
    "byline": "byline",
    "caption": "caption",
    "body": "body",
    "section": "section",
    "dateline+category": "dateline",
}
_STOP = re.compile(r"[.!?…][”\"'’)]*\s+(?=[“\"A-Z])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Nov|Corp|Mr|U\.S|U\.N)\.$")


def available() -> bool:
    """Whether the shared data is beside the checkout."""
    return (SHARED / "gold" / "gold_quotes.json").is_file()


@cache
def gold(name: str) -> Any:
    """One of the gold files, parsed."""
    return json.loads((SHARED / "gold" / f"gold_{name}.json").read_text("utf-8"))


def documents() -> list[str]:
    """Names of the seed files, in order."""
    return sorted(path.name for path in (SHARED / "seeds").glob("*.txt"))


def article(name: str) -> Article:
    """The article as the gold says it should be cleaned and dated."""
    text = (SHARED / "seeds" / name).read_bytes().decode("utf-8")
    document = Document(name, name[:3], hashlib.sha256(text.encode()).hexdigest(), text, text)
    lines = tuple(
        Line(Span(row["start"], row["end"]), _ROLES.get(row["role"], "furniture"))
        for row in gold("lines")
        if row["doc"] == name
    )
    published = gold("timeline")["publication"][name[:3]]
    edtf = published.get("edtf_from_text_alone") or published["edtf"]
    return Article(
        document,
        lines,
        _sentences(text, lines),
        published=Publication(edtf, "given"),
    )


def _sentences(text: str, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for line in lines:
        if line.role not in ("headline", "standfirst", "caption", "body"):
            continue
        start = line.span.start
        ends = list(_STOP.finditer(text, line.span.start, line.span.end))
        for stop in ends:
            if _ABBREVIATED.search(text[start : stop.start() + 1]):
                continue
            end = stop.start() + len(stop.group().rstrip())
            found.append(Sentence(len(found) + 1, Span(start, end), line.role))
            start = stop.end()
        if start < line.span.end:
            found.append(Sentence(len(found) + 1, Span(start, line.span.end), line.role))
    return tuple(found)


def entities(name: str) -> tuple[LocalEntity, ...]:
    """The gold entities that the document mentions."""
    known = gold("entities")["canonical"]
    ids = {row["id"] for row in gold("entities")["mentions"] if row["doc"] == name and row["id"]}
    return tuple(
        LocalEntity(slugify(known[key]["name"]), _TYPES[known[key]["type"]], known[key]["name"])
        for key in sorted(ids)
        if key in known
    )


def mentions(name: str) -> tuple[Mention, ...]:
    """The gold mentions; one that stands for several entities is left without any."""
    found = []
    for row in gold("entities")["mentions"]:
        if row["doc"] != name:
            continue
        canonical = row["canonical"]
        entity = slugify(canonical) if isinstance(canonical, str) else None
        span = Span(row["start"], row["end"])
        found.append(Mention(span, row["kind"], _TYPES.get(row["type"], "other"), entity))
    return tuple(found)


def timexes(name: str) -> tuple[Timex, ...]:
    """The gold dated expressions."""
    return tuple(
        Timex(
            Span(row["expression"]["start"], row["expression"]["end"]),
            "DURATION" if row["kind"] == "duration" else "DATE",
            row["edtf_from_text_alone"] or "PAST_REF",
            None if row["kind"] == "duration" else row["edtf_from_text_alone"],
            "gold",
        )
        for row in gold("timeline")["facts"]
        if row["doc"] == name and row["kind"] != "publication"
    )
