"""What was found, as files: every one can be read by what it is for, and no text escapes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.archive.selection import FORMS, Item
from dateline.archive.write import write
from dateline.browser import app
from dateline.tables import csv_text
from support.records import fjord_story

BASE = "https://reader.example/room/"
HOSTILE = Item(
    "sentence",
    "<script>alert(1)</script>",
    "2024-05",
    "2024-05-01",
    "2024-05-31",
    "planned",
    '=HYPERLINK("x"); a, b\nDTEND:19990101 ' + "日本語の長い文" * 12,
    "a",
    BASE + "articles/a/#s1",
)


@pytest.fixture(scope="module", autouse=True)
def _opened(tmp_path_factory: pytest.TempPathFactory) -> None:
    path: Path = tmp_path_factory.mktemp("selection") / "archive.sqlite"
    write(fjord_story().record(), path, "build 7")
    app.open_archive(str(path))


def export(form: str, of: str = "timeline", **filters: Any) -> str:
    answer = app.handle({"do": "export", "of": of, "form": form, "base": BASE, **filters})
    assert answer["ok"], answer
    return str(answer["text"])


def test_csv_and_json_hold_the_rows_of_the_timeline() -> None:
    request = {"do": "timeline", "from": "2024-05", "to": "2024-05"}
    rows = app.handle(request)["rows"]
    table = list(csv.DictReader(io.StringIO(export("csv", **{"from": "2024-05", "to": "2024-05"}))))
    listed = json.loads(export("json", **{"from": "2024-05", "to": "2024-05"}))
    assert table == listed
    assert [row["edtf"] for row in table] == [row["edtf"] for row in rows]
    assert [row["url"] for row in table] == [BASE + row["url"] for row in rows]


def test_the_search_can_be_taken_away_whole() -> None:
    found = app.handle({"do": "search", "q": "tan", "limit": 3})
    listed = json.loads(export("json", of="search", q="tan"))
    assert len(listed) == found["count"]
    assert [item["title"] for item in listed][:3] == [r["title"] for r in found["results"]]


def test_flat_addresses() -> None:
    listed = json.loads(export("json", flat=True))
    assert listed
    assert all(".html#s" in item["url"] and "/#" not in item["url"] for item in listed)


def test_a_calendar_has_an_entry_for_each_statement_with_days() -> None:
    text = export("icalendar")
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    dated = [row for row in json.loads(export("json")) if row["earliest"] and row["latest"]]
    entries = {(row["url"], row["earliest"], row["latest"], row["kind"]) for row in dated}
    assert lines.count("BEGIN:VEVENT") == len(entries) > 0
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == len(uids)


def test_a_calendar_line_is_short_and_no_text_begins_one() -> None:
    text = FORMS["icalendar"]([HOSTILE])
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert [line for line in text.split("\r\n") if line.startswith("DTEND")] == [
        "DTEND;VALUE=DATE:20240601"
    ]
    assert "STATUS:TENTATIVE\r\n" in text
    assert HOSTILE.text.split("\n")[1] in text.replace("\r\n ", "")


def test_no_cell_is_a_formula_and_no_markup_reaches_a_drawn_timeline() -> None:
    (row,) = csv.DictReader(io.StringIO(FORMS["csv"]([HOSTILE])))
    assert row["text"].startswith("'=")
    (event,) = json.loads(FORMS["timelinejs"]([HOSTILE]))["events"]
    assert event["text"]["headline"] == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert event["display_date"] == "2024-05, planned"
    assert event["start_date"] == {"year": 2024, "month": 5, "day": 1}
    assert event["end_date"] == {"year": 2024, "month": 5, "day": 31}


def test_a_cell_holds_what_a_reader_sees() -> None:
    assert csv_text(["said"], [["seven\x07 \u202edays\n\nlater "], ["\t=1+1"]]) == (
        "said\nseven days later\n'=1+1\n"
    )


@pytest.mark.parametrize(("of", "form"), [("all", "csv"), ("search", "xls")])
def test_what_is_not_offered_is_refused(of: str, form: str) -> None:
    answer = app.handle({"do": "export", "of": of, "form": form})
    assert not answer["ok"]
    assert "must be" in answer["error"]
