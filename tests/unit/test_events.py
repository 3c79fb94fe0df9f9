from __future__ import annotations

import time
from dataclasses import replace

import pytest

from dateline.annotation import annotate
from dateline.annotation.events import tag
from dateline.annotation.events.homes import homes
from dateline.model import Annotations, Event, Publication, Story
from dateline.reading.clean import clean
from dateline.reading.read import read
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


TOLD_IN_MANY_WAYS = [
    ("Ann Lee hosted Bo Ek at her residence in Lima on Tuesday.", "lima"),
    ("Bo Ek was greeted by Ann Lee on his arrival in Lima on Tuesday.", "lima"),
    ("Ann Lee flew to Lima on Tuesday to meet Bo Ek.", "lima"),
    ("Ann Lee arrived in Lima on Tuesday for talks with Bo Ek.", "lima"),
    ("Ann Lee, on a visit to Lima, met her counterpart Bo Ek on Tuesday.", "lima"),
    ("Ann Lee was in Lima on Tuesday, where she held talks with Bo Ek.", "lima"),
    ("Ann Lee joined Bo Ek for dinner in Lima on Tuesday.", "lima"),
    ("Over breakfast in Lima on Tuesday, Ann Lee told Bo Ek that all was well.", "lima"),
    ("The summit brought together Ann Lee and Bo Ek in Lima on Tuesday.", "lima"),
    ("Ann Lee and Bo Ek were photographed shaking hands in Lima on Tuesday.", "lima"),
    ("Ann Lee and Bo Ek wrapped up two days of talks in Lima on Tuesday.", "lima"),
    ("Ann Lee and Bo Ek smile before talks in Lima on Tuesday.", "lima"),
    ("Ann Lee and Bo Ek spoke for an hour in a Lima hotel on Tuesday.", "lima"),
    ("It was good, said Ann Lee on Tuesday as she paid Bo Ek a visit in Lima.", "lima"),
    ("All is well, Ann Lee told Bo Ek as she received him in Lima on Tuesday.", "lima"),
    ("Ann Lee received a call from Bo Ek on Tuesday.", None),
    ("In a phone call on Tuesday, Ann Lee and Bo Ek agreed to meet.", None),
]


@pytest.mark.parametrize(("text", "place"), TOLD_IN_MANY_WAYS)
def test_a_meeting_is_told_in_many_ways(text: str, place: str | None) -> None:
    kinds = ("meeting", "visit", "call")
    events = [e for e in found(text).events if e.kind in kinds and e.modality == "happened"]
    assert {(e.participants, e.edtf, e.place) for e in events if len(e.participants) > 1} == {
        (BOTH, "2021-03-02", place)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Norway will meet the threat with one answer.",
        "Acme met the deadline and the demands of the court.",
        "The plan met with criticism on Tuesday.",
        "Ann Lee welcomed the decision and received a letter.",
        "Ann Lee spoke for an hour on Tuesday.",
        "The two roads meet in Lima.",
        "Talks stalled over the feud between Norway and Chile.",
    ],
)
def test_other_senses_are_no_meetings(text: str) -> None:
    assert [e for e in meetings(text) if len(e.participants) > 1] == []


def test_one_more_at_the_table() -> None:
    text = (
        "Ann Lee met Bo Ek in Lima on Tuesday.\nCal Roy was also at the table.\n"
        "The talks went well."
    )
    assert {e.participants for e in meetings(text)} == {("ann-lee", "bo-ek", "cal-roy")}


def test_one_more_at_another_table() -> None:
    text = (
        "Ann Lee met Bo Ek in Lima on Tuesday.\nOn Monday Lee had dined with Dan Ives.\n"
        "Cal Roy was also at the table."
    )
    names = {**NAMES, "Dan Ives": "person: Dan Ives"}
    events = report(text, names, DATES, "2021-03-03").events
    assert {e.participants for e in events if e.edtf == "2021-03-02"} == {BOTH}


def test_those_who_will_meet_are_not_those_who_met() -> None:
    text = (
        "Ann Lee of Norway met Bo Ek of Chile in Lima on Tuesday.\n"
        "Foreign ministers Cal Roy of Norway and Dan Ives of Chile will meet within four weeks."
    )
    names = {**NAMES, "Dan Ives": "person: Dan Ives"}
    events = report(text, names, DATES, "2021-03-03").events
    assert {e.participants for e in events if e.modality == "happened"} == {BOTH}


def test_talks_to_be_opened_are_not_those_that_were_held() -> None:
    text = (
        "Ann Lee and Bo Ek agreed on Tuesday to open negotiations.\n"
        "The truce was struck by Ann Lee and Bo Ek in Lima, in the first talks since May."
    )
    assert [e.modality for e in meetings(text)] == ["planned", "happened"]


def test_who_is_received_separately_is_received_alone() -> None:
    text = "Ann Lee, who received Bo Ek and Cal Roy separately at her office on Tuesday, left."
    assert {e.participants for e in meetings(text)} == {BOTH, ("ann-lee", "cal-roy")}


def test_who_became_the_first_to_visit_did_visit() -> None:
    text = "Ann Lee on Tuesday became the first Norwegian leader to meet Bo Ek in Lima."
    assert [(e.participants, e.modality) for e in meetings(text)] == [(BOTH, "happened")]


def test_another_of_the_same_country_is_at_another_table() -> None:
    text = (
        "Ann Lee of Norway met Bo Ek of Chile in Lima on Tuesday.\n"
        "Lee dined with Dan Ives of Chile, too."
    )
    names = {**NAMES, "Lee": "person: Ann Lee", "Dan Ives": "person: Dan Ives"}
    events = report(text, names, DATES, "2021-03-03").events
    assert BOTH in {e.participants for e in events}


def test_what_a_country_s_television_reports_is_no_tie() -> None:
    text = "Chilean state television reported that Ann Lee had gone. Norway's Bo Ek had not."
    names = {"Chilean": "place: Chile", "Ann Lee": "person: Ann Lee"}
    names |= {"Norway": "place: Norway", "Bo Ek": "person: Bo Ek"}
    one = report(text, names, {}, "2021-03-03")
    assert homes(one.article.text, one.mentions) == {"bo-ek": "norway"}


def test_who_are_brought_together_meet_who_brings_them() -> None:
    text = "Ann Lee on Tuesday brought the head of Acme, Bo Ek, and Cal Roy together in Lima."
    assert [(e.participants, e.place) for e in meetings(text)] == [
        (("ann-lee", "bo-ek", "cal-roy"), "lima")
    ]
    assert meetings("Ann Lee brought the cake and they ate it together with Bo Ek.") == []


def test_a_day_behind_an_apposition_is_that_of_the_meeting() -> None:
    text = (
        "Acme struck on Monday.\nIt was cold.\nIt was wet.\nIt was late.\nIt was dark.\n"
        "Ann Lee met Bo Ek, president of Acme, at the headquarters of the union of miners in the"
        " old harbour on Tuesday."
    )
    assert [e.edtf for e in meetings(text)] == ["2021-03-02"]


def test_two_meetings_on_neighbouring_days_stay_two() -> None:
    text = (
        "On Monday Ann Lee met Bo Ek in Lima.\n"
        "The day after, Lee sat down with Cal Roy.\nThe talks were short."
    )
    dates = {"Monday": "2021-03-01", "The day after": "2021-04-01"}
    events = [e for e in report(text, NAMES, dates, "2021-03-03").events if e.kind == "meeting"]
    assert [(e.participants, e.edtf) for e in events] == [
        (BOTH, "2021-03-01"),
        (("ann-lee", "cal-roy"), "2021-03-02"),
        (("ann-lee", "cal-roy"), "2021-03-02"),
    ]


def test_a_meeting_without_a_day_has_that_of_the_news() -> None:
    text = "Ann Lee promised Bo Ek on Tuesday that she would help.\nThe leaders spoke for an hour."
    (event,) = meetings(text)
    assert (event.participants, event.edtf) == (BOTH, "2021-03-02")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee will visit Lima next month.",
        "Ann Lee agreed to visit Lima next month.",
    ],
)
def test_a_visit_to_come_has_its_visitor_and_its_place(text: str) -> None:
    event = meetings(text)[0]
    assert (event.kind, event.participants, event.place) == ("visit", ("ann-lee",), "lima")
    assert (event.edtf, event.modality) == ("2021-04", "planned")


def test_what_somebody_came_for_is_on_the_day_of_coming() -> None:
    event = meetings("Ann Lee and Bo Ek returned to Lima on Tuesday for their second meeting.")[-1]
    assert (event.participants, event.edtf) == (BOTH, "2021-03-02")


def test_the_first_sentence_dates_a_meeting_where_the_lead_has_two_days() -> None:
    text = (
        "Cal Roy stayed away from Lima on Tuesday.\n"
        "Ann Lee met Bo Ek instead.\n"
        "The plan was sent to Acme on Friday."
    )
    event = next(e for e in meetings(text) if e.participants == BOTH)
    assert event.edtf == "2021-03-02"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee, Bo Ek, and Cal Roy met in Lima on Tuesday.", ("ann-lee", "bo-ek", "cal-roy")),
        ("Ann Lee, Bo Ek and Cal Roy met in Lima on Tuesday.", ("ann-lee", "bo-ek", "cal-roy")),
        ("On Tuesday, Ann Lee, Bo Ek, and Cal Roy met in Lima.", ("ann-lee", "bo-ek", "cal-roy")),
        ("Ann Lee, a lawyer, and Bo Ek met in Lima on Tuesday.", BOTH),
        ("Ann Lee, the head of Acme, and Bo Ek shook hands in Lima on Tuesday.", BOTH),
        ("According to Cal Roy, Ann Lee and Bo Ek met in Lima on Tuesday.", BOTH),
        ("In Lima, Ann Lee and Bo Ek met on Tuesday.", BOTH),
    ],
)
def test_all_who_are_listed_took_part_and_nobody_else(text: str, who: tuple[str, ...]) -> None:
    assert [(e.participants, e.edtf) for e in meetings(text)] == [(who, "2021-03-02")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ann Lee met Bo Ek in Lima. It was their second meeting in 2018.", None),
        ("Ann Lee and Bo Ek held their second meeting in Lima on Tuesday.", "2021-03-02"),
        ("Ann Lee met Bo Ek for the first time in 2018.", "2018"),
    ],
)
def test_the_year_of_a_count_is_not_that_of_the_meeting(text: str, date: str | None) -> None:
    assert meetings(text)[0].edtf == date


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee left Oslo on Tuesday, after talks with Bo Ek.", BOTH),
        ("The price of copper fell after talks with Bo Ek.", ("bo-ek",)),
    ],
)
def test_who_comes_from_talks_took_part(text: str, who: tuple[str, ...]) -> None:
    assert meetings(text)[-1].participants == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme thanked Ann Lee on Friday. Ann Lee died on Tuesday.", ("ann-lee",)),
        ("Acme Bank died on Tuesday.", ()),
    ],
)
def test_only_persons_die(text: str, who: tuple[str, ...]) -> None:
    assert [e.participants for e in found(text).events if e.kind == "death"] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee arrived in Lima on Tuesday and signed a declaration with Prime Minister Bo Ek.",
        "The mayor of Oslo, Ann Lee, and the mayor of Lima, Bo Ek, met in Lima on Tuesday.",
        "Ann Lee and Bo Ek met one-on-one in Lima on Tuesday.",
        "Ann Lee and Bo Ek agreed on pay after a long meeting in Lima on Tuesday.",
        "Ann Lee and Bo Ek met in Lima, in Peru's capital, on Tuesday.",
        "Ann Lee met Bo Ek in Peru's capital on Tuesday. Lima was hot.",
    ],
)
def test_other_ways_to_tell_of_one_meeting(text: str) -> None:
    event = meetings(text)[0]
    assert (event.participants, event.edtf, event.place) == (BOTH, "2021-03-02", "lima")


def test_both_of_a_headline_s_pair_agree() -> None:
    (event,) = found("Norway, Chile agree to lift tolls").events
    assert event.participants == ("chile", "norway")


def test_one_more_meeting_of_the_same_day() -> None:
    text = (
        "Ann Lee met Bo Ek in Lima on Tuesday. They spoke of copper. They spoke of fish. They spoke"
        " of tolls. Ann Lee also met Cal Roy."
    )
    last = meetings(text)[-1]
    assert (last.participants, last.edtf) == (("ann-lee", "cal-roy"), "2021-03-02")


def test_the_host_of_the_two_is_with_them_and_none_of_them() -> None:
    text = (
        "Ann Lee and Bo Ek agreed on Tuesday to lift the toll, Cal Roy said after hosting the two"
        " in Lima. They last met in Oslo in 2018."
    )
    hosted, before = (meetings(text)[at] for at in (0, -1))
    assert hosted.participants == ("ann-lee", "bo-ek", "cal-roy")
    assert (before.participants, before.edtf) == (BOTH, "2018")


def test_days_counted_back_from_the_news() -> None:
    text = (
        "Cal Roy opened the mine on Tuesday. The opening came two days after Ann Lee met Bo Ek in"
        " Oslo."
    )
    assert [(e.participants, e.edtf) for e in meetings(text)] == [(BOTH, "2021-02-28")]


def test_the_visit_that_a_visit_returns() -> None:
    text = (
        "Ann Lee met Bo Ek in Oslo on Tuesday. The visit returns the one that Bo Ek made to Lima"
        " in May. It follows the trip that Bo Ek made to Lima in 2018."
    )
    found_ = [(e.participants, e.edtf, e.place) for e in meetings(text)]
    assert (("bo-ek",), "2020-05", "lima") in found_
    assert (("bo-ek",), "2018", "lima") in found_


def test_who_is_asked_to_come_is_who_comes() -> None:
    visits = [e for e in meetings("Ann Lee invited Bo Ek to visit Lima.") if e.kind == "visit"]
    assert [e.participants for e in visits] == [("bo-ek",)]


def test_a_meeting_to_come_is_not_the_one_held() -> None:
    text = "Ann Lee met Bo Ek in Lima on Tuesday. They will meet again in Oslo."
    assert [e.place for e in meetings(text)] == ["lima", "oslo"]


def test_a_body_s_own_meeting_is_not_the_leaders() -> None:
    text = (
        "Ann Lee met Bo Ek in Lima on Tuesday. The first meeting of the border commission ended"
        " well."
    )
    assert [e.participants for e in meetings(text)] == [BOTH, ()]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee will visit Peru next month, Foreign Minister Bo Ek said.", ("ann-lee",)),
        ("Ann Lee called on Bo Ek in Lima on Tuesday.", BOTH),
        ("Ann Lee called on Bo Ek to resign on Tuesday.", None),
    ],
)
def test_who_takes_part(text: str, who: tuple[str, ...] | None) -> None:
    assert [e.participants for e in meetings(text)] == ([who] if who else [])


def test_hours_of_days_that_are_not_certain_date_the_lead() -> None:
    text = "Talks on rail\n\nAnn Lee met Bo Ek in Lima. The offer was sent at noon, she said."
    published = Publication("[2025-01-30,2025-01-31]", "candidates")
    one = replace(clean(read("a.txt", text.encode())), published=published)
    told = annotate(one, Story())
    assert "T12" in str(told.timexes[0].edtf)
    assert [e.edtf for e in told.events if e.kind == "meeting"][-1] == published.edtf


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Ann Lee and Bo Ek that was to have taken place in Lima was scrapped.",
        "Talks between Ann Lee and Bo Ek in Lima on Tuesday were called off.",
        "A summit between Ann Lee and Bo Ek was cancelled after a storm.",
    ],
)
def test_what_was_called_off_was_not(text: str) -> None:
    assert {e.modality for e in meetings(text)} == {"denied"}


def test_what_is_put_off_is_still_to_come() -> None:
    text = "Talks between Ann Lee and Bo Ek in Lima were postponed."
    assert {e.modality for e in meetings(text)} == {"planned"}


def test_talks_are_not_called_off_with_something_else() -> None:
    text = "Talks between Ann Lee and Bo Ek were held in Lima after a vote was cancelled."
    assert {e.modality for e in meetings(text)} == {"happened"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, who had offered herself as a go-between, received Bo Ek at noon on Tuesday.",
        "Ann Lee flew to Lima on Monday and saw Bo Ek on Tuesday over lunch.",
        "Ann Lee was in Lima on Tuesday to see Bo Ek, and nobody else.",
        "Ann Lee on Tuesday summoned Chile's consul in Oslo, Bo Ek, to hand him a note.",
        "Ann Lee spent two hours on Tuesday with Bo Ek, the reclusive chairman of Acme.",
        "Ann Lee sat for two hours on Tuesday with Bo Ek in the bakery.",
        "On Tuesday, at the close of a second round of talks in Lima, Ann Lee and Bo Ek said so.",
        "The papers were signed on Tuesday by Ann Lee, who heads Acme, and Bo Ek, at the end of"
        " a third round of talks.",
        "Norway and Chile held talks on Tuesday. The teams were led by Ann Lee and Bo Ek.",
        "Acme talks ended on Tuesday. It was the third meeting between Ann Lee and Bo Ek.",
        "On Tuesday Ann Lee was glad. Bo Ek was not. The two met alone.",
        "Ann Lee and Bo Ek met behind closed doors on Tuesday.",
        "Ann Lee met in Lima on Tuesday with Bo Ek.",
        "Ann Lee dined on Tuesday with Bo Ek.",
        "Ann Lee spoke on Tuesday by telephone with Bo Ek.",
        "Ann Lee met Trade and Industry Minister Bo Ek on Tuesday.",
        "Ann Lee called on the mayor, Bo Ek, on Tuesday.",
        "Ann Lee and Bo Ek had prepared the ground over dinner in Lima on Tuesday.",
    ],
)
def test_who_met_in_more_of_the_words_of_news(text: str) -> None:
    told = {(e.participants, e.edtf) for e in found(text).events if len(e.participants) > 1}
    assert (BOTH, "2021-03-02") in told


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee saw Bo Ek as a rival.",
        "Ann Lee saw Bo Ek score twice.",
        "Ann Lee spent two hours with a map.",
        "Ann Lee discussed the weather with Bo Ek.",
        "Ann Lee came to power in May, ahead of Bo Ek.",
        "A party led by Ann Lee and Bo Ek won the vote.",
        "Ann Lee called on the mayor, Bo Ek, to resign.",
    ],
)
def test_who_did_not_meet(text: str) -> None:
    assert not [e for e in meetings(text) if len(e.participants) > 1]


def test_what_is_discussed_by_phone_is_a_call() -> None:
    text = "Ann Lee discussed the matter by phone on Tuesday with Bo Ek."
    assert [(e.kind, e.participants) for e in found(text).events] == [("call", BOTH)]


def test_the_meeting_just_told_of_has_the_day_that_is_told_next() -> None:
    text = (
        "Acme denied it on Monday. Its head, Ann Lee, spent two days in Oslo earlier with Bo Ek.\n"
        "The meeting, on Tuesday at a guest house, was first told of by Acme."
    )
    assert {(e.participants, e.edtf, e.place) for e in meetings(text)} == {
        (BOTH, "2021-03-02", "oslo")
    }


def test_the_presidents_of_two_countries_are_those_named_with_their_office() -> None:
    text = (
        "Two presidents\n\nThe presidents of Norway and Chile spoke by telephone on Tuesday.\n\n"
        "President Ann Lee of Norway was calm, an aide said. President Bo Ek was not."
    )
    one = replace(clean(read("a.txt", text.encode())), published=Publication("2021-03-03", "given"))
    (call,) = [e for e in annotate(one, Story()).events if e.kind == "call"]
    assert call.participants == BOTH


def test_ministers_are_no_presidents() -> None:
    text = (
        "Ministers meet\n\nForeign Minister Ann Lee and Foreign Minister Bo Ek met on Tuesday.\n\n"
        "The last time the presidents of the two countries sat down together was in May 2018."
    )
    one = replace(clean(read("a.txt", text.encode())), published=Publication("2021-03-03", "given"))
    (last,) = [e for e in annotate(one, Story()).events if e.edtf == "2018-05"]
    assert last.participants == ()


def test_the_evening_of_the_news_is_of_its_day() -> None:
    text = "Ann Lee agreed on Tuesday to sell the mine. In the evening, Lee received Bo Ek in Oslo."
    assert [e.edtf for e in meetings(text)] == ["2021-03-02"]


def test_who_asks_where_means_the_town() -> None:
    names = {**NAMES, "Acme Hall": "place: Acme Hall"}
    one = report("Ann Lee met Bo Ek at Acme Hall in Lima on Friday.", names, DATES, "2021-03-08")
    assert [e.place for e in one.events] == ["lima"]


@pytest.mark.parametrize(
    "text",
    [
        "Tariffs will fall, Ann Lee said after meeting her Chilean counterpart, Bo Ek, on Tuesday.",
        "Ann Lee arrived by night train on Tuesday and held talks with Bo Ek in Lima.",
        "Ann Lee came to Lima on Tuesday and held talks with Bo Ek.",
        "Ann Lee held talks on Tuesday with Trade Commissioner for Fish Bo Ek.",
        "Ann Lee met Bo Ek on Tuesday. It is the fourth time the two have met in 2018.",
        "The deal was reached late on Tuesday at a meeting in Lima between Ann Lee and Bo Ek.",
        "After a meeting in Lima on Tuesday at which Ann Lee and the head, Bo Ek, spoke, it fell.",
    ],
)
def test_the_day_and_both_who_met(text: str) -> None:
    assert {(e.participants, e.edtf) for e in meetings(text)} == {(BOTH, "2021-03-02")}


def test_who_meets_a_deadline_meets_nobody() -> None:
    assert [e.participants for e in meetings("Ann Lee left after meeting the deadline.")] in (
        [],
        [()],
    )


def test_the_city_behind_its_attributes() -> None:
    text = "Ann Lee met Bo Ek in the south-eastern port city of Lima on Tuesday."
    assert [e.place for e in meetings(text)] == ["lima"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, Chilean minister Bo Ek and the head of fish and trade, Cal Roy, met on Tuesday.",
        "Ann Lee, Bo Ek and the minister for fish and trade, Cal Roy, met on Tuesday.",
    ],
)
def test_the_last_of_a_list_behind_a_long_role(text: str) -> None:
    assert [e.participants for e in meetings(text)] == [("ann-lee", "bo-ek", "cal-roy")]


def test_the_place_that_ends_a_byline() -> None:
    text = "Talks at last\n\nBy Eva Dahl | Oslo\n\nAnn Lee met Bo Ek on Tuesday.\n\nIt rained hard."
    one = replace(clean(read("a.txt", text.encode())), published=Publication("2021-03-03", "given"))
    (met,) = [e for e in annotate(one, Story()).events if e.kind == "meeting" and e.participants]
    assert met.place == "oslo"


def test_the_year_of_something_else_before_the_talks() -> None:
    text = "Ann Lee met Bo Ek on Tuesday. They will mark the pact signed in 2018 at talks in Lima."
    assert {e.edtf for e in meetings(text) if e.modality == "happened"} == {"2021-03-02"}


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The President of the Republic of Chile, Bo Ek, said so.", {"bo-ek": "chile"}),
        ("The president of Norway's union, in Chile, Bo Ek, said so.", {}),
        ("They quarrelled over Norway. Mr Bo Ek laid it on the table.", {}),
        ("Acme officials say President Bo Ek knew of it.", {}),
        ("The president, Bo Ek, and the minister of Chile, Cal Roy, met.", {"cal-roy": "chile"}),
        ("Norwegian Prime Minister Ann Lee said so.", {"ann-lee": "norway"}),
        ("The Chilean fisheries minister, Bo Ek, said so.", {"bo-ek": "chile"}),
        ("Chile's president, Bo Ek, said so.", {"bo-ek": "chile"}),
        ("The Chilean club's president, Bo Ek, said so.", {}),
        ("A Chilean bank president, Bo Ek, said so.", {}),
        ("A Chilean union spokesman, Bo Ek, said so.", {}),
        ("A Chilean army spokesman, Bo Ek, said so.", {"bo-ek": "chile"}),
        ("Chile's former chief negotiator, Bo Ek, said so.", {}),
        ("A spokesman for the Chilean water ministry, Bo Ek, said so.", {"bo-ek": "chile"}),
        ("A critic of the Chilean water ministry, Bo Ek, said so.", {}),
        (
            "The foreign ministers of Norway and Chile, Ann Lee and Bo Ek, said so.",
            {"ann-lee": "norway", "bo-ek": "chile"},
        ),
        ("Fans of Norway and Chile, Ann Lee and Bo Ek, said so.", {}),
        ("A spokesman for Acme, Bo Ek, said so.", {"bo-ek": "acme"}),
        ("Bo Ek, a spokesman for Acme, said so.", {"bo-ek": "acme"}),
        ("Acme spokeswoman Ann Lee said so.", {"ann-lee": "acme"}),
        ("The head of Acme, Ann Lee, said so.", {"ann-lee": "acme"}),
        ("The former head of Acme, Ann Lee, said so.", {}),
        ("A critic of Acme, Ann Lee, said so.", {}),
    ],
)
def test_for_whom_a_person_speaks(text: str, tied: dict[str, str]) -> None:
    one = found(text)
    assert homes(one.article.text, one.mentions) == tied


def test_two_meetings_within_one_country_are_two() -> None:
    text = (
        "Norwegian Prime Minister Ann Lee met Norwegian union head Bo Ek in Oslo on Tuesday."
        " Lee met Norwegian lawyer Cal Roy in Oslo on Tuesday."
    )
    assert {e.participants for e in meetings(text)} == {BOTH, ("ann-lee", "cal-roy")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee met Bo Ek in Lima on Tuesday and again in Oslo in May.",
            [("2021-03-02", "lima"), ("2020-05", "oslo")],
        ),
        (
            "Ann Lee and Bo Ek have met in Lima in 2018, in Oslo in May and in Chile on Tuesday.",
            [("2018", "lima"), ("2020-05", "oslo"), ("2021-03-02", "chile")],
        ),
        (
            "Ann Lee met Bo Ek in 2018 in Lima and in May in Oslo.",
            [("2018", "lima"), ("2020-05", "oslo")],
        ),
        (
            "Ann Lee met Bo Ek in Lima in 2018 and again in May.",
            [("2018", "lima"), ("2020-05", None)],
        ),
        (
            "Ann Lee met Bo Ek in Lima on Tuesday, and in Oslo in May, crowds cheered.",
            [("2021-03-02", "lima")],
        ),
        (
            "Ann Lee met Bo Ek in Lima on Tuesday and in Oslo on Friday the two sulked.",
            [("2021-03-02", "lima")],
        ),
    ],
)
def test_each_place_and_time_in_a_row_is_a_meeting(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    told = meetings(text)
    assert [(event.edtf, event.place) for event in told] == expected
    assert all(event.participants == BOTH for event in told)


def test_a_second_meeting_of_these_days_is_news_as_well() -> None:
    first = "Ann Lee met Bo Ek in Lima on Tuesday. The two spoke of fish. They spoke of ships."
    told = meetings(f"{first} It was a long day. Ann Lee met Cal Roy in Oslo on Tuesday.")
    older = meetings(f"{first} It was a long day. Ann Lee met Cal Roy in Oslo in May.")
    assert [event.in_passing for event in told] == [False, False]
    assert [event.in_passing for event in older] == [False, True]


def test_ministers_are_the_names_told_behind_their_countries() -> None:
    start = "The foreign ministers of Norway and Chile, Ann Lee and Bo Ek,"
    (told,) = meetings(f"{start} traded blame during a two-hour meeting in Lima on Tuesday.")
    assert told.participants == BOTH
    one = "The foreign ministers of Norway and Chile, Ann Lee among them, traded blame"
    assert "bo-ek" not in meetings(f"{one} during a meeting in Lima on Tuesday.")[0].participants


def test_they_are_those_named_side_by_side_last() -> None:
    text = (
        "Ann Lee met Cal Roy in Lima on Tuesday. It was the first time that Ann Lee and Bo Ek had"
        " seen each other in a year. They last sat down together in Oslo in 2018."
    )
    assert [event.participants for event in meetings(text)] == [("ann-lee", "cal-roy"), BOTH]


def test_no_place_is_taken_from_the_second_of_two() -> None:
    text = "Ann Lee told Bo Ek so in talks on Tuesday and at a fair in Oslo on Friday."
    assert [event.place for event in meetings(text)] == [None]


@pytest.mark.parametrize(
    ("headline", "held"),
    [
        ("Norway, Chile agree on study after Lima talks", True),
        ("Norway, Chile agree on study ahead of Lima talks", False),
        ("Norway, Chile agree on study after row over talks", False),
    ],
)
def test_who_agreed_in_the_lead_held_the_talks_of_the_headline(headline: str, held: bool) -> None:
    text = (
        f"{headline}\n\nNorwegian Prime Minister Ann Lee and her Chilean counterpart Bo Ek agreed"
        " on Tuesday to study a tunnel.\n\nIt rained hard in the hills."
    )
    one = replace(clean(read("a.txt", text.encode())), published=Publication("2021-03-03", "given"))
    told = [e for e in annotate(one, Story()).events if e.kind == "meeting"]
    assert [(e.participants, e.edtf) for e in told] == [
        (BOTH, "2021-03-02") if held else ((), None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and Bo Ek did meet, at the invitation of Cal Roy, in Lima on Tuesday.",
        "Ann Lee met Bo Ek, amid a storm, in Lima on Tuesday.",
        "Ann Lee met Bo Ek, at the invitation of Cal Roy, in Lima on Tuesday.",
    ],
)
def test_time_and_place_behind_a_circumstance(text: str) -> None:
    assert [(e.participants, e.place) for e in meetings(text)] == [(BOTH, "lima")]
    assert meetings(text)[0].timex is not None


def test_what_follows_a_verb_of_saying_is_no_circumstance() -> None:
    text = "Ann Lee met Bo Ek, at what Cal Roy said was a low point, on Tuesday."
    assert [e.timex for e in meetings(text)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee and Bo Ek have met only once since 2018, in Lima in May.",
            [("2020-05", "lima")],
        ),
        (
            "Ann Lee and Bo Ek met twice last year, in Oslo in May and in Lima in 2018.",
            [("2020-05", "oslo"), ("2018", "lima")],
        ),
        (
            "Ann Lee and Bo Ek had met three times, most recently in Lima in May.",
            [("2020-05", "lima")],
        ),
    ],
)
def test_encounters_told_one_by_one_behind_their_number(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(e.edtf, e.place) for e in meetings(text)] == expected


def test_those_who_have_met_before_did_not_meet_on_the_day_of_the_news() -> None:
    text = "Ann Lee said on Tuesday that she and Bo Ek have met before."
    assert [e.edtf for e in meetings(text)] == [None]


@pytest.mark.parametrize("told", ["did not happen", "never took place", "did not materialise"])
def test_a_meeting_that_did_not_come_about(told: str) -> None:
    text = f"A meeting of Ann Lee and Bo Ek that was to be held in Lima {told}, Cal Roy said."
    assert {e.modality for e in meetings(text)} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee knelt. She prayed with families, then received Bo Ek in Lima.",
        "Ann Lee flew in on Tuesday, then met Bo Ek in Lima.",
    ],
)
def test_who_acts_acts_again_behind_then(text: str) -> None:
    assert [(e.participants, e.place) for e in meetings(text)][-1] == (BOTH, "lima")


def test_who_tells_of_talks_with_somebody_held_them() -> None:
    text = "Ann Lee told reporters that a fourth round of talks with Bo Ek had ended on Tuesday."
    assert [(e.participants, e.edtf) for e in meetings(text)] == [(BOTH, "2021-03-02")]
    text = "Ann Lee told reporters that a fourth round of talks with Bo Ek would be held."
    assert [e.participants for e in meetings(text)] == [("bo-ek",)]


def test_talks_that_would_go_on_are_none_that_were_held() -> None:
    text = "Talks between Ann Lee and Bo Ek would go on, Cal Roy said."
    assert [e.modality for e in meetings(text)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Bishop Bo Ek was tired. Abbot Ann Lee was not. She and the bishop met on Tuesday.",
        "Bishop Bo Ek was tired. Abbot Ann Lee was not. The abbot and the bishop met on Tuesday.",
        "Bishop Bo Ek was tired. Abbot Ann Lee was not. Bo Ek and the abbot met on Tuesday.",
    ],
)
def test_who_is_told_of_by_the_office_alone(text: str) -> None:
    roles = {"ann-lee": ("abbot",), "bo-ek": ("bishop",)}
    one = report(text, NAMES, DATES, "2021-03-03")
    known = [replace(each, roles=roles.get(each.id, ())) for each in one.entities]
    told = tag(one.article, known, one.mentions, one.timexes, one.quotations)
    assert [e.participants for e in told if e.kind == "meeting"] == [BOTH]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Ann Lee met Bo Ek on Tuesday and Cal Roy in May.", True),
        ("Ann Lee spoke by telephone with Bo Ek on Tuesday and with Cal Roy in May.", True),
        ("Ann Lee met Bo Ek on Tuesday and told Cal Roy in May.", False),
        ("Ann Lee met Bo Ek on Tuesday and Cal Roy left in May.", False),
    ],
)
def test_with_one_on_one_day_and_with_another_on_the_next(text: str, second: bool) -> None:
    told = [(e.participants, e.edtf) for e in found(text).events if e.kind in ("meeting", "call")]
    expected = [(BOTH, "2021-03-02"), (("ann-lee", "cal-roy"), "2020-05")]
    assert told == (expected if second else expected[:1])


def test_the_ministers_of_two_countries_are_those_who_talk_next() -> None:
    text = (
        "The ministers of Norway and Chile met in Lima on Tuesday. Ann Lee and Bo Ek talked for"
        " hours with Cal Roy in the chair."
    )
    assert {e.participants for e in meetings(text)} == {("ann-lee", "bo-ek", "cal-roy")}


def test_talks_with_a_day_of_their_own_may_be_others() -> None:
    text = (
        "The ministers of Norway and Chile met in Lima on Tuesday. Ann Lee and Bo Ek met in Oslo"
        " in May."
    )
    assert {e.participants for e in meetings(text)} == {("chile", "norway"), BOTH}


def test_the_envoys_of_two_countries_are_those_named_next() -> None:
    text = "The envoys of Norway and Chile met in Lima on Tuesday. Ann Lee and Bo Ek agreed it."
    assert [(e.participants, e.place) for e in meetings(text)] == [(BOTH, "lima")]


def test_where_they_agree_to_meet_is_not_where_they_agree() -> None:
    text = "Ann Lee and Bo Ek agreed to hold another meeting in Lima in May."
    assert [e.place for e in found(text).events if e.kind == "agreement"] == [None]
    text = "Ann Lee and Bo Ek agreed in Lima to hold another meeting."
    assert [e.place for e in found(text).events if e.kind == "agreement"] == ["lima"]


def test_a_time_at_the_front_makes_nobody_an_object() -> None:
    text = (
        "Cal Roy said so. On Tuesday Lee had talks with Bo Ek. She had flown to Oslo in May to see"
        " Ek, Ann Lee's aides said."
    )
    assert [e.participants for e in meetings(text)] == [BOTH, BOTH]


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("Ann Lee, on her first visit to Lima since May, was late.", ("ann-lee",)),
        ("For Ann Lee, who was late, it was a first visit to Lima.", ("ann-lee",)),
        ("The trade envoy, Bo Ek, landed on Friday, his first visit to Lima.", ("bo-ek",)),
        ("Bo Ek was tired. He spoke as he ended his first visit to Lima.", ("bo-ek",)),
        ("Bo Ek was tired. It snowed, and it was a first visit to Lima by a lawyer.", ()),
    ],
)
def test_who_makes_the_visit_that_a_noun_names(text: str, visitor: tuple[str, ...]) -> None:
    assert [e.participants for e in meetings(text) if e.kind == "visit"] == [visitor]


def test_the_leaders_own_meeting_is_theirs() -> None:
    text = "President Ann Lee and President Bo Ek spoke on Tuesday."
    text += " It was the two leaders' third meeting."
    assert BOTH in [e.participants for e in meetings(text)]


def test_who_stands_down_resigns() -> None:
    for words in ("stood down", "stepped aside", "resigned"):
        (event,) = found(f"Ann Lee {words} on Tuesday.").events
        assert (event.kind, event.participants, event.edtf) == (
            "resignation",
            ("ann-lee",),
            "2021-03-02",
        )
