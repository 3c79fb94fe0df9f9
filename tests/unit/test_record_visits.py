from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotation import annotate
from dateline.model import Annotations, Count, Publication, Story
from dateline.reading.clean import clean
from dateline.reading.read import read
from dateline.record import link
from dateline.record.counts import check_counts
from dateline.record.meetings import gather_meetings, story_homes
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Norway": "place: Norway",
    "Norwegian": "demonym: Norway",
    "Chile": "place: Chile",
    "Chilean": "demonym: Chile",
    "Santiago": "place: Santiago",
    "Lima": "place: Lima",
}


def told(id_: str, published: str, text: str, **dates: str) -> Annotations:
    return report(text, NAMES, dates, published, id_)


EARLIER = told(
    "a",
    "2021-03-03",
    "Norwegian President Ann Lee met the Chilean premier, Bo Ek, in Santiago on Tuesday.",
    Tuesday="2021-03-02",
)


def counts(*reports: Annotations) -> tuple[Count, ...]:
    homes = story_homes(reports)
    return check_counts(reports, gather_meetings(reports, homes), homes)


def only(text: str, **dates: str) -> tuple[str, int | None]:
    later = told(
        "b", "2021-06-02", f"Norwegian President Ann Lee was in a good mood. {text}", **dates
    )
    (count,) = counts(EARLIER, later)
    return count.verdict, count.missing


@pytest.mark.parametrize(
    ("text", "verdict", "missing"),
    [
        ("Ann Lee, on her second visit to Santiago this year, was late.", "consistent", 0),
        ("Ann Lee, on her third visit to Chile, was late.", "consistent", 1),
        ("Ann Lee, on her first visit to Chile in six years, was late.", "inconsistent", None),
        ("Ann Lee, on her first visit to Lima in six years, was late.", "consistent", 0),
        ("She spoke as she made her first visit to Lima in six years.", "consistent", 0),
        ("For Ann Lee, who was late, it was a first visit to Chile.", "inconsistent", None),
        ("Ann Lee landed on Monday, her second visit to Santiago.", "consistent", 0),
        ("Ann Lee, on her first visit to Lima as president, was late.", "consistent", 0),
        ("Ann Lee, on her first visit to Chile as president, was late.", "not checkable", None),
        ("It was the first visit to Lima by a Norwegian leader in nine years.", "consistent", 0),
    ],
)
def test_visits_are_counted_by_who_went_where(text: str, verdict: str, missing: int | None) -> None:
    assert only(text) == (verdict, missing)


def test_days_of_one_stay_are_one_visit() -> None:
    again = told(
        "c",
        "2021-03-05",
        "Norwegian President Ann Lee met Cal Roy in Santiago on Thursday.",
        Thursday="2021-03-04",
    )
    later = told("b", "2021-06-02", "Ann Lee, on her second visit to Santiago, was late.")
    (count,) = counts(EARLIER, again, later)
    assert (count.verdict, count.missing) == ("consistent", 0)


def test_who_meets_at_home_is_on_no_visit() -> None:
    later = told("b", "2021-06-02", "Bo Ek, on his first visit to Santiago in years, was late.")
    (count,) = counts(EARLIER, later)
    assert count.verdict != "inconsistent"


def test_she_who_came_is_the_one_from_elsewhere() -> None:
    later = told(
        "b",
        "2021-06-02",
        "Norwegian President Ann Lee met the Chilean premier, Bo Ek, in Santiago on Monday."
        " She is on her second visit to Chile.",
        Monday="2021-05-31",
    )
    (count,) = counts(EARLIER, later)
    assert (count.verdict, count.missing) == ("consistent", 0)


def read_as(name: str, text: str, published: str) -> Annotations:
    one = clean(read(name, text.encode()))
    return annotate(replace(one, published=Publication(published, "given")), Story())


def test_a_minister_s_visit_is_none_by_a_president() -> None:
    met = "Talks in Santiago\n\nNorwegian {} met Chilean President Bo Ek in Santiago on {}.\n"
    claim = "It was the first visit to Santiago by a Norwegian president in nine years."
    minister = read_as(
        "a.txt", met.format("Finance Minister Cal Roy", "2 March 2021"), "2021-03-03"
    )
    text = met.format("President Ann Lee", "31 May 2021")
    president = read_as("b.txt", f"{text}\n{claim}\n", "2021-06-02")
    before = read_as("c.txt", met.format("President Eva Dahl", "4 May 2019"), "2019-05-06")
    for others, verdict in (([minister], "consistent"), ([before, minister], "inconsistent")):
        (count,) = link([*others, president], Story()).counts
        assert count.verdict == verdict
