from __future__ import annotations

from datetime import date

import pytest

from dateline import edtf
from dateline.errors import BadDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2022-09-22T10:13:00+05:30", "2022-09-22", "2022-09-22"),
        ("2022-09-22T24:00:00Z", "2022-09-22", "2022-09-22"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-05-XX", "2024-05-01", "2024-05-31"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2022-36", "2022-10-01", "2022-12-31"),
        ("2022-40", "2022-01-01", "2022-06-30"),
        ("2017~", "2017-01-01", "2017-12-31"),
        ("2017-05?", "2017-05-01", "2017-05-31"),
        ("2019~/2022-09-21", "2019-01-01", "2022-09-21"),
        ("2023-01/2023-05", "2023-01-01", "2023-05-31"),
        ("../2023-12-31", None, "2023-12-31"),
        ("2023-12-31/..", "2023-12-31", None),
        ("[2024-09-06,2024-09-13,2024-09-20]", "2024-09-06", "2024-09-20"),
        ("{2024-03-05, 2024-04-16}", "2024-03-05", "2024-04-16"),
        ("[2023-04-30..2023-05-30]", "2023-04-30", "2023-05-30"),
        ("[..2023]", None, "2023-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day_meant(
    text: str, earliest: str | None, latest: str | None
) -> None:
    assert edtf.bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "yesterday", "24", "20245", "2024-1", "2024-13", "2024-02-30", "2024-20-01",
        "2024-50", "..", "../..", "/", "[", "[]", "[2024", "[..]", "[[2024],2023]", "2024/2023",
        "2024-05-06T25:00", "2024-05-06T10", "2024-05T10:00", "~~2024", "20~24", "2024/2025/2026",
        "٢٠٢٤", "2024-05-06\n", "2" * 1000, "[" * 300 + "]" * 300,
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(BadDate):
        edtf.parse(text)


def test_doubt_is_kept() -> None:
    assert edtf.parse("2017~").approximate
    assert edtf.parse("2017?").uncertain
    assert edtf.parse("2017%") == edtf.Interval(date(2017, 1, 1), date(2017, 12, 31), True, True)
    assert edtf.parse("[2017~,2019]").approximate
    assert not edtf.parse("2017").approximate


def test_days_lists_every_candidate_once_and_in_order() -> None:
    assert edtf.days("[2024-09-13,2024-09-06,2024-09-06]") == (
        date(2024, 9, 6),
        date(2024, 9, 13),
    )
    assert edtf.days("2023-11-16/2023-11-17") == (date(2023, 11, 16), date(2023, 11, 17))
    assert len(edtf.days("2023-05")) == 31


@pytest.mark.parametrize("text", ["2023", "../2023-05-01", "2023-05-01/..", "2023-05/2023-06"])
def test_days_gives_none_when_there_are_too_many(text: str) -> None:
    assert edtf.days(text) == ()


def test_members_are_the_dates_of_a_set() -> None:
    assert edtf.members("[2024-09-06,2024-09-13]") == ("2024-09-06", "2024-09-13")
    assert edtf.members("2023/2024") == ("2023/2024",)


def test_builders_write_what_parse_reads() -> None:
    assert edtf.one_of(["2024-09-13", "2024-09-06", "2024-09-13"]) == "[2024-09-06,2024-09-13]"
    assert edtf.one_of(["2024"]) == "2024"
    assert edtf.interval("2024", "2024") == "2024"
    assert edtf.interval("1910", "1945") == "1910/1945"
    assert edtf.open_before("2023-12-31") == "../2023-12-31"
    assert edtf.open_after("2019-12") == "2019-12/.."
    assert edtf.span_of([date(2024, 5, 3), date(2024, 5, 1)]) == "2024-05-01/2024-05-03"
    with pytest.raises(BadDate):
        edtf.one_of([])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2024", "2024-05-06", True),
        ("2024-05", "2024-06", False),
        ("../2023", "2023-12-31", True),
        ("../2023", "2024/..", False),
        ("2020/..", "2031", True),
    ],
)
def test_overlap_is_having_a_day_in_common(one: str, other: str, together: bool) -> None:
    assert edtf.overlap(one, other) is together
    assert edtf.overlap(other, one) is together
