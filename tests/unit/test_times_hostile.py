"""Hostile input: nothing breaks, nothing takes more than time in proportion."""

from __future__ import annotations

import time

import pytest

from dateline.annotation.times import find

LENGTH = 100_000
PATTERNS = [
    " ", "\n", "\0", "1", "1 ", "12,", "1/2/", "12:00 ", "12:00 (GMT +", "1900-", "from 1900 to ",
    "May ", "May 1 ", "May  .  ", "Theresa May ", "Monday, ", "Monday;", "the ", "the last ",
    "the first quarter of ", "early ", "about ", "one ", "twenty-", "a few ", "two years ",
    "two years later ", "that day ", "since then ", "every other ", "5 per ", "Q3 ", "in '98 ",
    "to be ", "will ", "walked ", "60th anniversary next year ", "on the 3rd ", "\u2019\u00a0",
    "1/2 1/4 ", "3 p.m. ", "7 o'clock early ", "Tuesday-", "2009/10 ", "an hour and a half ",
    "noon,", "He said Monday that ", "half a ", "a", "A", ". A", "in and ",
]  # fmt: skip
SLOWEST = 30.0
"""Seconds for 100,000 code points of nothing but traps on a busy machine; usual are three."""
SHORT, LONG = 2_000, 16_000


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_time_grows_with_length_alone(pattern: str) -> None:
    """A quadratic pattern would take sixty-four times as long for eight times the text."""
    short, long = (_seconds((pattern * size)[:size]) for size in (SHORT, LONG))
    assert long < LONG // SHORT * 4 * max(short, 0.01)


def test_a_long_text_of_traps_is_read_in_seconds() -> None:
    share = LENGTH // len(PATTERNS)
    assert _seconds("".join((pattern * share)[:share] for pattern in PATTERNS)) < SLOWEST


def _seconds(text: str) -> float:
    begin = time.process_time()
    find(text, "2023-11-16")
    return time.process_time() - begin


@pytest.mark.parametrize(
    "text",
    [
        "<script>Monday</script>",
        "\u202eMonday\u202c 12\u200b May",
        "Monday\0Tuesday",
        "\ud800 in 2021",
        "９ May ２０２１ ٣ May",
        "99999999999999999999 years ago and in 9999 years",
        "the year 0000, 0001-01-01, 0000-00-00, 9999-12-31 and the day after",
        "1,000,000,000 years later, 5 million centuries ago",
        "999999 days from now, 100000 months earlier",
    ],
)
@pytest.mark.parametrize("published", ["2023-11-16", "0001-01-01", "9999-12-31", None])
def test_odd_text_is_read(text: str, published: str | None) -> None:
    found = find(text, published)
    assert found == find(text, published)
    ends = [0, *(place for timex in found for place in (timex.span.start, timex.span.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is several weeks since they met.", [None]),
        ("A temple of the early first century stands there.", ["00XX"]),
        ("It was built in the late fifth century BC.", [None]),
        ("It was built in the late fifth century.", ["0467/0499"]),
        ("It rained until 5/7/2021.", ["[2021-05-07,2021-07-05]"]),
        ("It has rained since 5/7/2021.", ["[2021-05-07,2021-07-05]"]),
    ],
)
def test_times_that_no_year_can_tell(text: str, found: list[str | None]) -> None:
    assert [timex.edtf for timex in find(text, "2021-03-03")] == found
