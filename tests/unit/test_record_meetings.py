from __future__ import annotations

import pytest

from dateline.model import Annotations, Meeting
from dateline.record.meetings import gather_meetings, meeting_id, story_homes
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Lima": "place: Lima",
    "Peru": "place: Peru",
    "Oslo": "place: Oslo",
    "Norway": "place: Norway",
    "Chile": "place: Chile",
}


def told(id_: str, published: str, text: str, **dates: str) -> Annotations:
    named = {word.replace("_", " "): date for word, date in dates.items()}
    return report(text, NAMES, named, published, id_)


def gather(*reports: Annotations) -> tuple[Meeting, ...]:
    return gather_meetings(reports, story_homes(reports))


def test_two_reports_of_one_meeting_are_one() -> None:
    meetings = gather(
        told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"),
        told("b", "2021-03-02", "Bo Ek and Ann Lee held talks in Lima today.", today="2021-03-02"),
    )
    (meeting,) = meetings
    assert meeting.id == "2021-03-02-lima-ann-lee-bo-ek"
    assert [report.source.document for report in meeting.reports] == ["a", "b"]
    assert (meeting.edtf, meeting.place, meeting.modality) == ("2021-03-02", "lima", "happened")


def test_meetings_on_neighbouring_days_stay_two() -> None:
    meetings = gather(
        told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"),
        told("b", "2021-03-04", "Ann Lee met Bo Ek in Lima on Wednesday.", Wednesday="2021-03-03"),
    )
    assert [meeting.edtf for meeting in meetings] == ["2021-03-02", "2021-03-03"]


def test_other_parties_on_the_same_day_stay_apart() -> None:
    meetings = gather(
        told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"),
        told("b", "2021-03-03", "Ann Lee met Cal Roy in Lima on Tuesday.", Tuesday="2021-03-02"),
    )
    assert len(meetings) == 2


def test_a_telling_in_passing_joins_the_one_meeting_it_can_mean() -> None:
    passing = "Ann Lee met Bo Ek in Oslo on Friday.\nThe two last met in March in Peru."
    meetings = gather(
        told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"),
        told("b", "2021-06-05", passing, Friday="2021-06-04", March="2021-03"),
    )
    assert [meeting.edtf for meeting in meetings] == ["2021-03-02", "2021-06-04"]
    first = meetings[0]
    assert [(r.source.document, r.in_passing) for r in first.reports] == [("a", False), ("b", True)]
    assert first.place == "lima"


def test_a_telling_that_fits_two_meetings_is_its_own_entry() -> None:
    passing = "Ann Lee met Bo Ek in Oslo on Friday.\nThe two last met in March."
    meetings = gather(
        told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"),
        told("b", "2021-03-10", "Ann Lee met Bo Ek in Lima on Monday.", Monday="2021-03-08"),
        told("c", "2021-06-05", passing, Friday="2021-06-04", March="2021-03"),
    )
    assert sorted(meeting.edtf or "" for meeting in meetings) == [
        "2021-03",
        "2021-03-02",
        "2021-03-08",
        "2021-06-04",
    ]


def test_candidate_days_narrow_each_other() -> None:
    meetings = gather(
        told(
            "a", "2021-03", "Ann Lee met Bo Ek in Lima on Friday.", Friday="[2021-03-05,2021-03-12]"
        ),
        told("b", "2021-03", "Ann Lee met Bo Ek in Lima then.", then="[2021-03-12,2021-03-19]"),
    )
    (meeting,) = meetings
    assert meeting.edtf == "2021-03-12"


def test_a_planned_meeting_becomes_the_one_that_happened() -> None:
    meetings = gather(
        told(
            "a", "2021-03-01", "Ann Lee will meet Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"
        ),
        told("b", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02"),
    )
    assert [meeting.modality for meeting in meetings] == ["happened"]


def test_whose_account_it_is() -> None:
    text = "Ann Lee met Bo Ek in Lima on Tuesday, Cal Roy said."
    (meeting,) = gather(told("a", "2021-03-03", text, Tuesday="2021-03-02"))
    assert meeting.reports[0].account == "cal-roy"


def test_an_id_does_not_depend_on_other_articles() -> None:
    one = told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02")
    other = told("b", "2021-05-03", "Ann Lee met Cal Roy in Oslo on Monday.", Monday="2021-05-03")
    assert gather(one)[0].id in {meeting.id for meeting in gather(other, one)}


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2021-03-02", "2021-03-02-lima-a-b-c"),
        ("[2021-03-02,2021-03-09]", "2021-03-lima-a-b-c"),
        ("2021-03-30/2021-04-02", "2021-lima-a-b-c"),
        (None, "undated-lima-a-b-c"),
    ],
)
def test_ids(edtf: str | None, expected: str) -> None:
    assert meeting_id(edtf, "lima", ("a", "b", "c", "d")) == expected


def test_a_telling_of_one_party_only_joins() -> None:
    one = told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02")
    other = told("b", "2021-06-05", "Ann Lee met them in March, she said.", March="2021-03")
    (meeting,) = gather(one, other)
    assert [(r.source.document, r.in_passing) for r in meeting.reports] == [
        ("a", False),
        ("b", True),
    ]


def test_two_ministers_of_one_country_are_two_meetings() -> None:
    names = {**NAMES, "Norwegian": "demonym: Norway", "Chilean": "demonym: Chile"}
    one, other = (
        report(
            f"Norwegian Minister {who} met Chilean President Bo Ek in Lima on Tuesday.",
            names,
            {"Tuesday": "2021-03-02"},
            "2021-03-03",
            who[0].lower(),
        )
        for who in ("Ann Lee", "Cal Roy")
    )
    assert len(gather(one, other)) == 2


def test_two_of_one_country_meet_too_when_told_in_passing() -> None:
    text = "Ann Lee met Bo Ek in Lima on Friday."
    text += "\nNorway's Ann Lee met Norway's Cal Roy in Oslo in May."
    found = gather(told("a", "2021-06-05", text, Friday="2021-06-04", May="2021-05"))
    assert {("ann-lee", "cal-roy"), ("ann-lee", "bo-ek")} == {m.participants for m in found}


def test_a_telling_without_the_host_joins_the_meeting_where_it_was() -> None:
    first = "Ann Lee, Bo Ek and Cal Roy met in Lima on Tuesday."
    passing = "Ann Lee met Bo Ek in Oslo on Friday.\nThe two last met in March in Lima."
    meetings = gather(
        told("a", "2021-03-03", first, Tuesday="2021-03-02"),
        told("b", "2021-06-05", passing, Friday="2021-06-04", March="2021-03"),
    )
    assert [(m.edtf, len(m.participants), len(m.reports)) for m in meetings] == [
        ("2021-03-02", 3, 2),
        ("2021-06-04", 2, 1),
    ]


def test_who_was_to_come_is_not_known_to_have_come() -> None:
    held = "Norway's Ann Lee met Chile's Bo Ek in Lima on Tuesday."
    plan = "Ann Lee, Dan Ives and Bo Ek will meet in Lima on Tuesday.\nNorway's Dan Ives smiled."
    names = {**NAMES, "Dan Ives": "person: Dan Ives"}
    days = {"Tuesday": "2021-03-02"}
    (meeting,) = gather(
        report(held, names, days, "2021-03-03", "a"),
        report(plan, names, days, "2021-03-01", "b"),
    )
    assert [told.source.document for told in meeting.reports] == ["a", "b"]
    assert meeting.participants == ("ann-lee", "bo-ek")


def test_a_country_holds_no_other_country_s_capital() -> None:
    passing = "Ann Lee met Bo Ek in Lima on Friday.\nThe two met in 2020 in Peru."
    oslo, lima, _ = gather(
        told("a", "2020-03-03", "Ann Lee met Bo Ek in Oslo on Tuesday.", Tuesday="2020-03-02"),
        told("b", "2020-10-03", "Ann Lee met Bo Ek in Lima on Thursday.", Thursday="2020-10-01"),
        report(passing, NAMES, {"Friday": "2021-06-04", "2020": "2020"}, "2021-06-05", "c"),
    )
    assert [len(meeting.reports) for meeting in (oslo, lima)] == [1, 2]
