"""Whom an office means, as another report of the story tells it."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotation import annotate
from dateline.model import Annotations, Publication, Record, Story
from dateline.reading.clean import clean
from dateline.reading.read import read
from dateline.record import link

NAMED = (
    "Talks in Lima\n\nNorwegian Prime Minister Ann Lee and Chilean President Bo Ek met in Lima on"
    " 2 March 2021.\n\nIt rained in the city that day."
)
UNNAMED = (
    "Leaders to talk trade\n\nThe prime minister of Norway and the president of Chile met in Oslo"
    " on 9 June 2021.\n\nIt rained in the city that day."
)


def told(name: str, text: str, published: str) -> Annotations:
    one = clean(read(name, text.encode()))
    return annotate(replace(one, published=Publication(published, "given")), Story())


def participants(record: Record) -> dict[str | None, tuple[str, ...]]:
    return {meeting.edtf: meeting.participants for meeting in record.meetings}


def test_another_report_tells_who_they_are() -> None:
    reports = [told("a.txt", NAMED, "2021-03-03"), told("b.txt", UNNAMED, "2021-06-10")]
    assert participants(link(reports, Story()))["2021-06-09"] == ("ann-lee", "bo-ek")


def test_two_who_held_the_office_leave_it_open() -> None:
    successor = NAMED.replace("Ann Lee", "Eva Dahl").replace("2 March", "4 May")
    reports = [
        told("a.txt", NAMED, "2021-03-03"),
        told("b.txt", successor, "2021-05-05"),
        told("c.txt", UNNAMED, "2021-06-10"),
    ]
    assert "ann-lee" not in participants(link(reports, Story())).get("2021-06-09", ())
