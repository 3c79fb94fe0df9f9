from __future__ import annotations

import pytest

from dateline.site.dates import label


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "date unknown"),
        ("2023", "2023"),
        ("2023-11", "November 2023"),
        ("2023-11-06", "6 November 2023"),
        ("2022-09-22T10:13:00+05:30", "22 September 2022, 10:13"),
        ("2017~", "about 2017"),
        ("199X", "the 1990s"),
        ("19XX", "the 1900s"),
        ("2024-22", "summer 2024"),
        ("2024-34", "second quarter of 2024"),
        ("2024-40", "first half of 2024"),
        ("../2023-12-31", "by 31 December 2023"),
        ("2023-05-08/..", "from 8 May 2023 on"),
        ("2023-05-08/2023-05-31", "8–31 May 2023"),
        ("2024-01/2024-05", "January – May 2024"),
        ("1910/1945", "1910 – 1945"),
        ("[2024-09-06,2024-09-13,2024-09-20]", "6, 13 or 20 September 2024"),
        ("[2024-08-30,2024-09-06]", "30 August 2024 or 6 September 2024"),
        ("{2024-08,2024-09}", "August 2024 and September 2024"),
        ("no date", "no date"),
    ],
)
def test_dates_are_told_in_words(edtf: str | None, words: str) -> None:
    assert label(edtf) == words


def test_a_long_set_is_told_by_its_ends() -> None:
    days = [f"2024-09-{day:02}" for day in range(1, 11)]
    told = label("[" + ",".join(days) + "]")
    assert told == "one of 10 days from 1 September 2024 to 10 September 2024"
