"""Meetings told by what people do face to face, and by who brought them together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotation.events import tag
from dateline.record.meetings import gather_meetings, story_homes
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Dan Poe": "person: Dan Poe",
    "Lima": "place: Lima",
    "Norway": "place: Norway",
    "Vienna": "place: Vienna",
}
DATES = {
    "Tuesday": "2021-03-02",
    "Wednesday": "2021-03-03",
    "in the morning": "2021-03-04",
    "in the afternoon": "2021-03-04",
    "28 February": "2021-02-28",
}
TWO, THREE = ("ann-lee", "bo-ek"), ("ann-lee", "bo-ek", "cal-roy")


def met(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """The day and the participants of each meeting of a report."""
    dates = {words: day for words, day in DATES.items() if words in text}
    one = report(text, NAMES, dates, "2021-03-04")
    meetings = gather_meetings((one,), story_homes((one,)))
    return [(m.edtf, m.participants) for m in meetings if m.modality == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee embraced Bo Ek at the palace in Lima on Tuesday.",
        "Ann Lee confronted Bo Ek at the castle in Lima on Tuesday.",
        "Ann Lee walked with Bo Ek in the gardens of the palace in Lima on Tuesday.",
        "Ann Lee shared a stage with Bo Ek in Lima on Tuesday.",
        "Ann Lee negotiated in Lima on Tuesday with Bo Ek for six hours.",
        "Ann Lee and Bo Ek came face-to-face in Lima on Tuesday.",
        "Ann Lee was joined in Lima on Tuesday by Bo Ek.",
        "Bo Ek was summoned to the palace in Lima on Tuesday by Ann Lee.",
        "Ann Lee stayed behind in Lima on Tuesday for more than an hour with Bo Ek.",
        "Ann Lee and Bo Ek spent Tuesday at a Lima hotel trying to keep it alive.",
        "Ann Lee and Bo Ek held their second session in Lima on Tuesday.",
        "The session in Lima on Tuesday was chaired by Ann Lee and attended by Bo Ek.",
        "Ann Lee and Bo Ek agreed in Lima on Tuesday to settle it.",
        "The negotiators, Ann Lee and Bo Ek, returned to the table in Lima on Tuesday.",
        "Ann Lee sat across from Bo Ek in Lima on Tuesday.",
        "Ann Lee took Bo Ek to a market in Lima on Tuesday.",
        "Ann Lee walked Bo Ek round the plant in Lima on Tuesday.",
        "Ann Lee and Bo Ek cut a ribbon across the road in Lima on Tuesday.",
        "Ann Lee met Bo Ek in Lima on Tuesday. It was their third meeting this year.",
        "Ann Lee, the head of the union, and the port's chief executive, Bo Ek, shook hands in Lima"
        " on Tuesday.",
        "Ann Lee hammered out the details with Bo Ek at talks in Lima on Tuesday.",
        "Ann Lee and Bo Ek hammered out the details in Lima on Tuesday.",
        "Ann Lee and Bo Ek opened the bridge in Lima on Tuesday.",
        "Ann Lee and Bo Ek failed to reach a deal in Lima on Tuesday.",
        "Ann Lee took questions in Lima on Tuesday alongside Bo Ek.",
        "Ann Lee was seen in Lima on Tuesday in the company of Bo Ek.",
        "Ann Lee spoke in Lima on Tuesday with Bo Ek at her side.",
        "Standing beside Bo Ek in Lima on Tuesday, Ann Lee announced the plan.",
        "Ann Lee and Bo Ek were in the same room in Lima on Tuesday.",
        "Ann Lee handed the letter to Bo Ek in Lima on Tuesday.",
        "Ann Lee handed Bo Ek the keys in Lima on Tuesday.",
        "Ann Lee raised the matter with Bo Ek in Lima on Tuesday.",
        "Ann Lee spoke briefly with Bo Ek in Lima on Tuesday.",
        "Ann Lee granted Bo Ek an audience in Lima on Tuesday.",
        "Ann Lee had a brief exchange with Bo Ek in Lima on Tuesday.",
        "Ann Lee convened a meeting with Bo Ek in Lima on Tuesday.",
        "Ann Lee's talks on Tuesday in Lima with Bo Ek went on past midnight.",
        "Ann Lee and Bo Ek held a joint press conference in Lima on Tuesday.",
        "The summit, held in Lima on Tuesday, was the first for Ann Lee and Bo Ek.",
        "Tuesday's summit in Lima, the third between Ann Lee and Bo Ek, ended early.",
        "The trip on Tuesday to Lima brought Ann Lee and Bo Ek face to face.",
        "Ann Lee landed in Lima on Tuesday, where she was greeted by Bo Ek.",
        "Bo Ek was among those who met Ann Lee in Lima on Tuesday.",
        "Speaking after she met Bo Ek in Lima on Tuesday, Ann Lee said it would open.",
        "Ann Lee gave Bo Ek a tour of the port in Lima on Tuesday.",
        "Ann Lee had Bo Ek to dinner at her house in Lima on Tuesday.",
        "Ann Lee cut short a meeting with Bo Ek in Lima on Tuesday.",
        "Ann Lee emerged from a two-hour session with Bo Ek in Lima on Tuesday.",
        "Ann Lee and Bo Ek settled it in an all-night session in Lima on Tuesday.",
        "Ann Lee was back in Lima on Tuesday, this time to see Bo Ek.",
        "Ann Lee used a stopover in Lima on Tuesday to see Bo Ek.",
        "Ann Lee, who was in Lima on Tuesday, squeezed in an hour with Bo Ek.",
        "In Lima on Tuesday Ann Lee got an hour with Bo Ek.",
        "In Lima, Ann Lee and Bo Ek opened the tunnel on Tuesday, cutting a ribbon together.",
        "Ann Lee was met at the airport in Lima on Tuesday by Bo Ek.",
        "Ann Lee joined Bo Ek in Lima on Tuesday for the funeral.",
        "Ann Lee attended the funeral in Lima on Tuesday along with Bo Ek.",
        "The delegation, led by Ann Lee, and a team under Bo Ek began a new round in Lima on"
        " Tuesday.",
        "The two leaders - Ann Lee and Bo Ek - gathered in Lima on Tuesday.",
        "The Lima meeting on Tuesday brought Ann Lee and Bo Ek together.",
        "At their last meeting, in Lima on Tuesday, Ann Lee and Bo Ek quarrelled.",
        "Their meeting in Lima on Tuesday was the first between Ann Lee and Bo Ek.",
        "It was in Lima, on Tuesday, that Ann Lee and Bo Ek first met.",
        "Ann Lee sat down to dinner with Bo Ek in Lima on Tuesday.",
        "Ann Lee called in the firm's boss, Bo Ek, in Lima on Tuesday.",
        "Ann Lee gave Bo Ek half an hour on Tuesday at her office in Lima.",
        "Ann Lee came to Lima on Tuesday. On Tuesday she saw the firm's chief, Dr Bo Ek, there.",
        "Ann Lee spent the evening of Tuesday with Bo Ek at a temple near Lima.",
        "On Tuesday Ann Lee opened the port in Lima together with the mayor, Bo Ek.",
        "Ann Lee paid a call on Bo Ek in Lima on Tuesday.",
        "Ann Lee flew to Lima on Tuesday to discuss it with the minister, Bo Ek.",
        "The chief delegates, Ann Lee and Bo Ek, held two plenary sessions in Lima on Tuesday.",
        "Ann Lee and Bo Ek had 90 minutes behind closed doors in Lima on Tuesday.",
        "Ann Lee had a separate talk with Bo Ek in Lima on Tuesday.",
        "Ann Lee had Bo Ek over for tea in Lima on Tuesday.",
        "Ann Lee was closeted with Bo Ek in Lima on Tuesday.",
        "Ann Lee's hour with Bo Ek in Lima on Tuesday changed little.",
        "Bo Ek, whom Ann Lee met in Lima on Tuesday, left.",
        "Ann Lee agreed with Bo Ek, whom she received in Lima on Tuesday.",
        "Ann Lee told Bo Ek by telephone on Tuesday that it was over.",
        "Ann Lee rang Bo Ek on Tuesday.",
        "Ann Lee was rung up by Bo Ek on Tuesday.",
        "At their Lima meeting on Tuesday Ann Lee had promised Bo Ek a bridge.",
        "Ann Lee reached an agreement with Bo Ek in Lima on Tuesday.",
        "Ann Lee recalled her talks with Bo Ek in Lima on Tuesday.",
        "Ann Lee, having met Bo Ek in Lima on Tuesday, has said little since.",
        "Having met in Lima on Tuesday, Ann Lee and Bo Ek have said little since.",
        "Ann Lee and Bo Ek first discussed it in Lima on Tuesday.",
        "Ann Lee confirmed that she had lunched with Bo Ek in Lima on Tuesday.",
        "Ann Lee's diary shows a meeting with Bo Ek in Lima on Tuesday.",
        "The last time Ann Lee and Bo Ek met, in Lima on Tuesday, they quarrelled.",
        "Since they met in Lima on Tuesday, Ann Lee and Bo Ek have spoken often.",
        "That was on Tuesday, at a meeting between Ann Lee and Bo Ek in Lima.",
        "Ann Lee made a trip to Lima on Tuesday to reassure Bo Ek.",
        "Talks in Lima on Tuesday, led by Ann Lee and Bo Ek, failed.",
    ],
)
def test_face_to_face(text: str) -> None:
    assert met(text) == [("2021-03-02", TWO)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee embraced the plan of Bo Ek in Lima on Tuesday.",
        "Ann Lee confronted Bo Ek over it.",
        "Ann Lee walked out in Lima on Tuesday, and Bo Ek stayed.",
        "Ann Lee and Bo Ek spent years at a Lima hotel.",
        "Ann Lee stayed in Lima on Tuesday.",
        "Ann Lee joined Bo Ek in Lima on Tuesday in calling for it.",
        "Bo Ek spoke to a session of the council in Lima on Tuesday, Ann Lee said.",
        "Ann Lee said in Lima on Tuesday that Bo Ek had agreed to settle it.",
        "Ann Lee took Bo Ek at his word in Lima on Tuesday.",
        "The deadline was met in Lima on Tuesday by Bo Ek, Ann Lee said.",
        "Ann Lee gave no details in Lima on Tuesday of the plan for Bo Ek.",
        "Ann Lee and others gathered in Lima on Tuesday, Bo Ek said.",
        "It was in Lima, on Tuesday, that Ann Lee first named Bo Ek.",
        "Ann Lee told Bo Ek on Tuesday that it was over.",
        "Ann Lee gave Bo Ek half a loaf in Lima on Tuesday.",
        "The bell rang in Lima on Tuesday, Ann Lee told Bo Ek.",
        "Ann Lee reached Lima on Tuesday, Bo Ek said.",
        "Ann Lee tried on Tuesday in Lima to reassure Bo Ek.",
        "Ann Lee discussed it in Lima on Tuesday, Bo Ek said.",
        "Ann Lee had tea in Lima on Tuesday, Bo Ek said.",
        "Ann Lee called in sick in Lima on Tuesday, Bo Ek said.",
        "The envoy of Norway, Ann Lee, wrote to Bo Ek, with whom he spoke in Lima on Tuesday.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert [ids for _, ids in met(text) if len(ids) > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and Bo Ek held talks in Lima on Tuesday under the eye of the president, Cal Roy.",
        "Ann Lee and Bo Ek went to Lima on Tuesday as guests of the minister, Cal Roy.",
        "Ann Lee met Bo Ek in Lima on Tuesday in talks brokered by Cal Roy.",
        "Ann Lee hosted a working dinner in Lima on Tuesday for Bo Ek and Cal Roy.",
        "At a ceremony in Lima on Tuesday, Ann Lee joined Bo Ek and Cal Roy to open it.",
        "Ann Lee met Bo Ek, the regional president Cal Roy, in Lima on Tuesday.",
        "The three leaders - Ann Lee, Bo Ek and Cal Roy - gathered in Lima on Tuesday.",
        "Ann Lee convened Bo Ek and Cal Roy in Lima on Tuesday.",
        "Ann Lee brought the two sides, Bo Ek and Cal Roy, to the same table in Lima on Tuesday.",
        "Ann Lee and Bo Ek agreed in Lima on Tuesday to go on. The talks, at which the envoy Cal"
        " Roy presided, were their first.",
    ],
)
def test_one_more_who_was_there(text: str) -> None:
    assert met(text) == [("2021-03-02", THREE)]


def test_a_country_may_broker_from_afar() -> None:
    text = "Ann Lee met Bo Ek in Lima on Tuesday in talks brokered by Norway."
    assert met(text) == [("2021-03-02", TWO)]


def test_one_and_then_another() -> None:
    text = "Ann Lee met Bo Ek in Lima on Tuesday and Cal Roy, head of a guild, on Wednesday."
    assert met(text) == [("2021-03-02", TWO), ("2021-03-03", ("ann-lee", "cal-roy"))]
    text = "Ann Lee saw Bo Ek at the office in Lima in the morning and Cal Roy in the afternoon."
    assert [ids for _, ids in met(text)] == [TWO, ("ann-lee", "cal-roy")]


def test_the_day_behind_a_name_with_an_and_in_it() -> None:
    talks = "a round of the Grand Foreign and Strategic Dialogue here on Tuesday"
    text = f"Ann Lee and Bo Ek co-chaired {talks}, with both sides smiling."
    one = report(text, NAMES, {"Tuesday": "2021-03-02"}, "2021-03-04")
    (event,) = (e for e in one.events if e.kind == "meeting")
    assert event.timex is not None


def test_the_minister_and_somebody() -> None:
    text = (
        "Minister Ann Lee went home. Cal Roy, who sat in at Bo Ek's request, did not speak."
        " It was the second meeting between the minister and Bo Ek since May."
        " They first met in Lima on 28 February."
    )
    one = report(text, NAMES, {"28 February": "2021-02-28"}, "2021-03-04")
    entities = [replace(e, roles=("minister",) if e.id == "ann-lee" else ()) for e in one.entities]
    events = tag(one.article, entities, one.mentions, one.timexes, one.quotations)
    assert events[-1].participants == TWO


def test_a_chief_minister_is_none_of_two_ministers() -> None:
    text = (
        "Ann Lee saw Bo Ek. Cal Roy spoke of dams. Rain fell on fields. It rained."
        " The two ministers last met in Lima on 28 February."
    )
    roles = {"ann-lee": "trade minister", "bo-ek": "counterpart", "cal-roy": "chief minister"}
    one = report(text, NAMES, {"28 February": "2021-02-28"}, "2021-03-04")
    entities = [replace(e, roles=(roles.get(e.id, ""),)) for e in one.entities]
    events = tag(one.article, entities, one.mentions, one.timexes, one.quotations)
    assert events[-1].participants == TWO


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee resigned on Wednesday, a day after meeting Bo Ek.",
        "Ann Lee met Bo Ek in Lima a day before the vote of Wednesday.",
        "Ann Lee met Bo Ek in Lima on Tuesday, a day before the vote of Thursday.",
        "Ann Lee (60) met Bo Ek in Lima on Tuesday.",
        "Ann Lee and Bo Ek were in Lima on Tuesday for talks.",
        "During talks on Tuesday, Ann Lee offered Bo Ek a truce.",
        "Ann Lee offered Bo Ek a truce over lunch in Lima on Tuesday.",
        "In the early hours of Tuesday, Ann Lee met Bo Ek in Lima.",
    ],
)
def test_the_day_that_they_met(text: str) -> None:
    assert met(text) == [("2021-03-02", TWO)]


def test_what_one_says_of_another_over_lunch_is_no_meeting() -> None:
    assert met("Over lunch on Tuesday, Ann Lee praised Bo Ek.") == []


def test_a_quarrel_over_a_summit_is_no_meeting() -> None:
    assert met("Ann Lee quarrelled with Bo Ek over a summit in Lima on Tuesday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee raised taxes in Lima on Tuesday while Bo Ek cut them.",
        "Ann Lee handed Bo Ek a defeat in Lima on Tuesday.",
        "Ann Lee and Bo Ek opened rival shops in Lima on Tuesday.",
        "Ann Lee stood beside the grave of Bo Ek in Lima on Tuesday.",
        "Ann Lee ran alongside Bo Ek's bus in Lima on Tuesday.",
        "Ann Lee unveiled a statue of Bo Ek in Lima on Tuesday.",
        "Ann Lee's lawyer met Bo Ek's lawyer in Lima on Tuesday.",
        "Ann Lee sealed the border at Lima on Tuesday, Bo Ek said.",
        "The audience in Lima on Tuesday heard Ann Lee praise Bo Ek.",
    ],
)
def test_who_is_only_named_was_not_met(text: str) -> None:
    assert met(text) == []


def test_a_meeting_at_which_nothing_was_agreed_took_place() -> None:
    text = "Ann Lee and Bo Ek did not agree on a truce at a meeting in Lima on Tuesday."
    assert met(text) == [("2021-03-02", TWO)]
