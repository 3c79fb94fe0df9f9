"""Calendar dates as pages write them, and sets of days."""

from __future__ import annotations

import time
from datetime import date

import pytest

from dateline.reading.dating import windows
from dateline.reading.stamps import name_stamp, stamps


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("by May 27, 2024Featured Article", ["2024-05-27"]),
        ("First Published: Sep 22 2022 | 10:13 AM IST", ["2022-09-22"]),
        ("11 December 2023, Monday", ["2023-12-11"]),
        ("the 16th of March 2021", ["2021-03-16"]),
        ("2023-11-16T10:00:00Z", ["2023-11-16"]),
        ("2023/11/16 and 16.11.2023", ["2023-11-16", "2023-11-16"]),
        ("13/04/2023", ["2023-04-13"]),
        ("03/04/2023", ["[2023-03-04,2023-04-03]"]),
        ("Mon 03/04/2023", ["2023-04-03"]),
        ("SEOUL, Sept. 7 (Yonhap)", ["XXXX-09-07"]),
        ("Feb. 30, 2023; 31/31/2023; version 1.2.2023x", ["[2023-01-02,2023-02-01]"]),
        ("may 5 people and march 3 miles in 2023", ["XXXX-03-03"]),
        ("call 12 2023 or 555-2023", []),
        ("29 February 2024 and February 29, 2023", ["2024-02-29"]),
    ],
)
def test_dates_are_found_as_written(text: str, wanted: list[str]) -> None:
    assert [stamp.edtf for stamp in stamps(text)] == wanted


def test_a_weekday_beside_a_date_is_kept() -> None:
    assert [stamp.weekday for stamp in stamps("Monday, 11 December 2023; 12 May 2023, Fri")] == [
        0,
        4,
    ]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("https://news.example/2019/03/06/ferry", "2019-03-06"),
        ("ferry_20190306.txt", "2019-03-06"),
        ("2019-03-06_ferry.txt", "2019-03-06"),
        ("ferry-6-march-2019.txt", "2019-03-06"),
        ("000_6b00043aa9e88790.txt", None),
        ("1020190306991.txt", None),
    ],
)
def test_dates_in_names(name: str, wanted: str | None) -> None:
    found = name_stamp(name)
    assert (found.edtf if found else None) == wanted


@pytest.mark.parametrize(
    "piece", ["1/", "May 1, ", "2023-", "1 ", "Mon ", "Mon, ", "12 of ", "1.1."]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.process_time()
    stamps(text)
    assert time.process_time() - start < 3


def test_sets_of_days_meet_and_join() -> None:
    may, year = windows.month(2023, 5), windows.year(2023)
    assert windows.meet(may, year) == may
    assert windows.meet(windows.month(2022, 12, 1), year) == (
        (date(2023, 1, 1), date(2023, 1, 31)),
    )
    assert windows.join((*windows.month(2023, 5), *windows.month(2023, 6))) == (
        (date(2023, 5, 1), date(2023, 6, 30)),
    )
    assert windows.meet(windows.month_of_any_year(9, 1, 26), windows.year(2024)) == (
        (date(2024, 9, 1), date(2024, 9, 26)),
    )
    assert windows.size(may) == 31
    assert not windows.holds(may, date(2023, 6, 1))
