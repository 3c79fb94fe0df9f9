"""What the tool is unsure of, each with the lines to paste that settle it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dateline.model import Annotations, Meeting, Record, Source
from dateline.text import squeeze

_HASH_DIGITS = 16
_LONGEST_QUOTE = 160


def review(record: Record) -> str:
    """A report for the maintainer: dates, then names, then meetings without a day."""
    parts = [
        *(_dates(annotations) for annotations in record.annotations),
        *_names(record),
        *_meetings(record),
    ]
    found = [part for part in parts if part]
    if not found:
        return "Nothing is unsure."
    return "\n\n".join(found)


def _dates(annotations: Annotations) -> str:
    article = annotations.article
    published = article.published
    if published.confidence not in ("candidates", "unknown", "inferred"):
        return ""
    lines = [f"{article.document.name}: published {published.edtf or 'on an unknown day'}"]
    lines[0] += f" ({published.confidence})"
    for evidence in published.evidence:
        lines.append(f"  {evidence.verdict}: “{_short(evidence.text)}” - {evidence.why}")
    lines.append("  to settle it, put into corrections.yml under `corrections:`")
    lines.append(f"  - article: {article.document.sha256[:_HASH_DIGITS]}")
    lines.append(f'    published: "{_example(published.edtf)}"')
    return "\n".join(lines)


def _names(record: Record) -> Iterator[str]:
    if record.notes:
        yield "Names that may need joining or parting (authority.yml):\n" + "\n".join(
            f"  {line}" for note in record.notes for line in note.splitlines()
        )


def _meetings(record: Record) -> Iterator[str]:
    annotations = {a.article.document.id: a for a in record.annotations}
    for meeting in record.meetings:
        if meeting.edtf is not None and not set(meeting.edtf) & set("[{/?~%"):
            continue
        source = meeting.reports[0].source
        told_by = annotations[source.document]
        article = told_by.article
        yield (
            f"Meeting {meeting.id}: the day is {meeting.edtf or 'not known'}\n"
            f"  {article.document.name} says: “{_short(source.span.of(article.text))}”"
            + _lines_for(meeting, told_by, source)
        )


def _lines_for(meeting: Meeting, told_by: Annotations, source: Source) -> str:
    """The correction of the expression that dates the meeting, where it has one."""
    document = told_by.article.document
    for event in told_by.events:
        if event.timex is not None and event.edtf == meeting.edtf and event.sentence == source.span:
            span = document.raw_span(event.timex)
            words = json.dumps(span.of(document.raw), ensure_ascii=False)
            return (
                "\n  to settle it, put into corrections.yml under `corrections:`\n"
                f"  - article: {document.sha256[:_HASH_DIGITS]}\n"
                f"    span: {span.start}-{span.end}\n    text: {words}\n"
                f'    date: "{_example(meeting.edtf)}"'
            )
    return ""


def _short(text: str) -> str:
    text = squeeze(text)
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _example(edtf: str | None) -> str:
    """A first candidate to paste, or the shape of a day when there is none."""
    if edtf is None:
        return "YYYY-MM-DD"
    return edtf.strip("[]{}").split(",")[0].split("/")[0].split("..")[0] or "YYYY-MM-DD"
