"""Rows as CSV that a spreadsheet takes for text, whatever an article says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dateline.text import squeeze

_FORMULA = ("=", "+", "-", "@")
"""What makes a spreadsheet take a cell for a formula; article text must not become one."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a line for its header; a cell that looks like a formula begins with `'`.

    A cell holds what a reader sees: one space for white space, no control or unseen mark.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return table.getvalue()


def _cell(value: str) -> str:
    value = squeeze(value)
    return "'" + value if value.startswith(_FORMULA) else value
