from __future__ import annotations

import time

import pytest

from dateline.annotation.events import tag
from dateline.model import Annotations, Event
from support.reports import article, report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Norway": "place: Norway",
    "Norwegian": "demonym: Norway",
    "Chile": "place: Chile",
    "Chilean": "demonym: Chile",
    "Peru": "place: Peru",
    "Lima": "place: Lima",
    "Oslo": "place: Oslo",
    "Acme": "organization: Acme",
}
DATES = {
    "Tuesday": "2021-03-02",
    "Friday": "2021-03-05",
    "May": "2020-05",
    "2018": "2018",
    "next month": "2021-04",
}


def found(text: str) -> Annotations:
    return report(text, NAMES, DATES, "2021-03-03")


def meetings(text: str) -> list[Event]:
    return [e for e in found(text).events if e.kind in ("meeting", "visit")]


BOTH = ("ann-lee", "bo-ek")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Bo Ek in Lima on Tuesday.",
        "Ann Lee and Bo Ek met on Tuesday in Lima.",
        "Ann Lee held talks with Bo Ek in Lima on Tuesday.",
        "On Tuesday, Ann Lee met with Bo Ek in Lima.",
        "Ann Lee, the head of Acme, and Bo Ek, a lawyer, met in Lima on Tuesday.",
        "The ministers of Norway and Chile, Ann Lee and Bo Ek, met in Lima on Tuesday.",
    ],
)
def test_who_met_whom_when_and_where(text: str) -> None:
    event = meetings(text)[0]
    assert event.participants == BOTH
    assert (event.edtf, event.place, event.modality) == ("2021-03-02", "lima", "happened")
    assert not event.in_passing


def test_ten_sentences_speak_of_one_meeting() -> None:
    text = (
        "Ann Lee said on Tuesday as she welcomed Bo Ek to Lima that all was well.\n"
        "During their meeting the two leaders spoke of trade.\n"
        "After meeting with Ek for an hour, Lee told reporters that she was pleased.\n"
        "The talks were short."
    )
    events = meetings(text)
    assert len(events) >= 4
    assert {(e.participants, e.edtf, e.place, e.in_passing) for e in events} == {
        (BOTH, "2021-03-02", "lima", False)
    }


def test_countries_that_meet_are_the_persons_who_speak_for_them() -> None:
    text = (
        "The leaders of Norway and Chile held talks in Lima on Tuesday.\n"
        "Norwegian Prime Minister Ann Lee and Chilean President Bo Ek shared a meal after their "
        "meeting in Lima."
    )
    assert {event.participants for event in meetings(text)} == {BOTH}


def test_earlier_and_later_meetings_are_told_in_passing() -> None:
    text = (
        "Ann Lee and Bo Ek met in Lima on Tuesday.\n"
        "The two last met in Oslo in May.\n"
        "They came before a trilateral summit on Friday involving Norway, Chile and Peru."
    )
    main, before, after = meetings(text)
    assert (main.in_passing, before.in_passing, after.in_passing) == (False, True, True)
    assert (before.edtf, before.place, before.participants) == ("2020-05", "oslo", BOTH)
    assert (after.edtf, after.modality) == ("2021-03-05", "planned")
    assert after.participants == ("chile", "norway", "peru")


def test_a_date_belongs_to_its_own_clause() -> None:
    text = "Acme said on Friday that the court had sentenced Bo Ek before Ann Lee resigned."
    resigned = next(event for event in found(text).events if event.kind == "resignation")
    assert resigned.edtf is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ann Lee will meet Bo Ek in Lima.", "planned"),
        ("Ann Lee is set to meet Bo Ek in Lima next month.", "planned"),
        ("Ann Lee refused to meet Bo Ek in Lima.", "denied"),
        ("Ann Lee may meet Bo Ek in Lima.", "possible"),
        ("Ann Lee met Bo Ek in Lima.", "happened"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert meetings(text)[0].modality == modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme launched a new ship on Tuesday.", "launch"),
        ("Ann Lee resigned on Tuesday.", "resignation"),
        ("Ann Lee died on Tuesday.", "death"),
        ("In 2018, the court ruled that Acme must pay.", "ruling"),
        ("Ann Lee was arrested on Tuesday.", "arrest"),
        ("Acme acquired a rival on Tuesday.", "deal"),
        ("Ann Lee and Bo Ek signed a treaty on Tuesday.", "agreement"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    event = next(event for event in found(text).events if event.kind == kind)
    assert event.edtf in ("2021-03-02", "2018")


def test_a_verb_in_the_past_keeps_no_date_to_come() -> None:
    event = meetings("Ann Lee met Bo Ek in Lima on Friday.")[0]
    assert (event.edtf, event.modality) == (None, "happened")


def test_nothing_is_found_where_nothing_happens() -> None:
    assert (
        found("The ruling party likes missile launches in the latest sign of spring.").events == ()
    )


@pytest.mark.parametrize("piece", ["met ", "talks with ", "A, ", "summit and ", "where he met "])
def test_long_hostile_lines_take_linear_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.process_time()
    tag(article(text), (), (), (), ())
    assert time.process_time() - started < 5
