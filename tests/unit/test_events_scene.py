"""Where a report was sent from, and its own meeting with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotation import annotate
from dateline.model import Publication, Story
from dateline.reading.clean import clean
from dateline.reading.read import read

BODY = "Ann Lee met Bo Ek on Tuesday.\n\nIt rained hard, and the roads were closed for hours."


def place(text: str) -> str | None:
    """The place of the one meeting that the report tells of."""
    article = clean(read("a.txt", text.encode()))
    one = annotate(replace(article, published=Publication("2021-03-03", "given")), Story())
    (met,) = [e for e in one.events if e.kind == "meeting" and e.participants]
    return met.place


def test_what_somebody_is_quoted_with_is_no_other_place() -> None:
    body = "“A car park in Lima,” said Ann Lee, who met Bo Ek on Tuesday evening."
    assert place(f"Talks at last\n\nBy Eva Dahl | Oslo\n\n{body}\n\nIt rained.") == "oslo"


@pytest.mark.parametrize(
    "credit",
    [
        "By Eva Dahl | Oslo",
        "By Eva Dahl\n\nEurope correspondent, Oslo",
        "By Eva Dahl\n\nDiplomatic Correspondent, from Oslo",
        "Eva Dahl in Oslo\n\nWed 3 Mar 2021 18.42 GMT",
        "Oslo, Wednesday, March 3, 2021",
        "Special Correspondent | Oslo | Updated: March 3, 2021 07:12 CET",
        "OSLO\n\nMarch 3, 2021 12:20 am | Updated 07:05 am",
        "OSLO | Wednesday, March 3, 2021",
    ],
)
def test_the_credits_above_the_report(credit: str) -> None:
    assert place(f"Talks at last\n\n{credit}\n\n{BODY}") == "oslo"


def test_an_unknown_town_in_the_line_of_the_day() -> None:
    text = f"Talks at last\n\nBy Eva Dahl\nMOUNT VARNE | Wednesday, March 3, 2021\n\n{BODY}"
    assert place(text) == "mount-varne"


@pytest.mark.parametrize(
    "credit",
    [
        "Home / Norway / Economy\n\nMarch 3, 2021",
        "By Eva Dahl\n\nEurope correspondent",
        "By Eva Dahl of the Oslo Post",
        "OCTOBER 9 2021",
    ],
)
def test_what_is_no_town_that_the_report_was_sent_from(credit: str) -> None:
    assert place(f"Talks at last\n\n{credit}\n\n{BODY}") is None


def test_of_two_writers_the_one_whose_town_the_headline_names() -> None:
    text = "Lima summit ends early\n\nBy Eva Dahl in Oslo and Bo Roy in Lima\n\n"
    assert place(text + BODY) == "lima"


def test_a_report_from_the_united_nations_is_from_new_york() -> None:
    lead = "UNITED NATIONS, March 3 (AP) - Ann Lee met Bo Ek on Tuesday."
    assert place(f"Talks\n\n{lead}\n\nNew York was cold.") == "new-york-city"


def test_the_one_town_that_the_first_sentences_name() -> None:
    deal = "A deal was announced in Lima, where it had been feared to fail."
    assert place(f"Talks at last\n\n{deal}\n\n{BODY}") == "lima"
    other = "The deal has been in the making since a quarrel in Oslo."
    assert place(f"Talks at last\n\n{deal}\n\n{other}\n\n{BODY}") is None


def test_who_met_at_a_border_did_not_meet_in_the_dateline_s_town() -> None:
    lead = "LIMA, March 3 (AP) - Ann Lee met Bo Ek at their common border on Tuesday and signed."
    assert place(f"Talks\n\n{lead}\n\nIt rained hard.") is None
    inland = lead.replace("at their common border", "")
    assert place(f"Talks\n\n{inland}\n\nIt rained hard.") == "lima"


def test_the_place_of_a_meeting_on_the_margins_of_another() -> None:
    lead = (
        "LIMA, March 3 (AP) - Prime Minister Ann Lee today met with the President of Finland, Bo"
        " Ek, on the margins of the Arctic Summit in Oslo."
    )
    assert place(f"Talks\n\n{lead}\n\nIt rained hard.") == "oslo"


def test_two_who_sign_in_a_report_of_nothing_else_met_where_it_was_sent_from() -> None:
    lead = "LIMA, March 3 (AP) - Mayor Ann Lee and the owner, Bo Ek, signed a deal on Tuesday."
    text = f"A deal\n\n{lead}\n\nIt rained hard."
    article = clean(read("a.txt", text.encode()))
    one = annotate(replace(article, published=Publication("2021-03-03", "given")), Story())
    assert [e.place for e in one.events if e.kind == "agreement"] == ["lima"]


def held(text: str) -> list[tuple[str | None, str | None, bool]]:
    """Day, place and whether in passing, of each meeting of two that the report tells of."""
    article = clean(read("a.txt", text.encode()))
    one = annotate(replace(article, published=Publication("2021-03-05", "given")), Story())
    found = [e for e in one.events if e.kind == "meeting" and len(e.participants) > 1]
    return [(e.edtf, e.place, e.in_passing) for e in found]


LEAD = "The firm went under on Monday.\n\nWork has stopped. Nobody was paid.\n\n"


@pytest.mark.parametrize(
    "tale",
    [
        "Ann Lee drove to Oslo on Wednesday. It rained. Bo Ek sat opposite her for an hour.",
        "Ann Lee came to Oslo on Wednesday. She met Bo Ek in Storgata Street.",
    ],
)
def test_the_tale_goes_on_at_the_day_and_town_told_last(tale: str) -> None:
    assert held(f"Builder fails\n\n{LEAD}{tale}") == [("2021-03-03", "oslo", False)]


def test_he_is_the_last_subject_who_is_a_man() -> None:
    text = (
        "James Roe spoke in Lima on Tuesday. Mary Berg listened. He met Olaf Dahl in the evening."
    )
    article = clean(read("a.txt", f"A headline\n\n{text}".encode()))
    one = annotate(replace(article, published=Publication("2021-03-05", "given")), Story())
    (met,) = [e for e in one.events if e.kind == "meeting"]
    assert met.participants == ("james-roe", "olaf-dahl")


def test_foreign_ministers_to_meet_are_not_the_two_told_of() -> None:
    text = (
        "Ann Lee of Chile met Bo Ek of Norway in Lima on Tuesday. The rest was left to the foreign"
        " ministers, who are to meet in Oslo on 20 March."
    )
    article = clean(read("a.txt", f"A headline\n\n{text}".encode()))
    one = annotate(replace(article, published=Publication("2021-03-05", "given")), Story())
    assert [e.participants for e in one.events if e.place == "oslo"] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and Bo Ek talked until after eleven in Lima on Tuesday.",
        "In May Ann Lee and Bo Ek came together in Lima for an hour.",
    ],
)
def test_how_long_they_talked_and_no_may(text: str) -> None:
    article = clean(read("a.txt", f"A headline\n\n{text}".encode()))
    one = annotate(replace(article, published=Publication("2021-09-05", "given")), Story())
    (met,) = [e for e in one.events if e.kind == "meeting"]
    assert met.modality == "happened"
