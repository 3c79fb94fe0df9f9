"""The date of a report: what is taken, what is rejected and why, what stays open."""

from __future__ import annotations

import time

import pytest

from dateline.model import AnchoredEvent, Article, Metadata, Publication, Story
from dateline.reading.clean import clean
from dateline.reading.date import date, date_story
from dateline.reading.read import read

HEADLINE = "Ferry line halts night service"
BODY = (
    "The ferry operator said on Tuesday that it would halt its night service after two groundings.",
    "“We cannot ask crews to sail blind,” said its director, Marta Olsen, at a briefing ashore.",
    "The harbour authority did not answer questions.",
)
FORUM = Story(anchors=(AnchoredEvent("Harbour Forum", "2019-04-10/2019-04-12"),))


def article(*lines: str, name: str = "a.txt", metadata: Metadata | None = None) -> Article:
    return clean(read(name, "\n\n".join(lines).encode(), metadata))


def dated(
    *lines: str, name: str = "a.txt", metadata: Metadata | None = None, story: Story | None = None
) -> Publication:
    return date(article(*lines, name=name, metadata=metadata), story or Story()).published


def reasons(found: Publication, verdict: str) -> str:
    return " | ".join(f"{e.text}: {e.why}" for e in found.evidence if e.verdict == verdict)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 6 March 2019, 10:12 GMT",
        "First Published: Mar 06 2019 | 10:13 AM IST",
        "by March 6, 2019Shipping, News",
        "March 6, 2019",
        "Wed 6 Mar 2019 10.12 GMT",
        "By Anna Berg | March 6th, 2019",
        "Posted on 2019-03-06",
        "Published 03/06/2019",
        "Published: 5 days ago | March 6, 2019 | Updated: March 9, 2019",
    ],
)
def test_a_date_line_states_the_day(line: str) -> None:
    for lines in ((HEADLINE, line, *BODY), (HEADLINE, *BODY, line)):
        found = dated(*lines)
        assert (found.edtf, found.confidence) == ("2019-03-06", "stated"), lines
        assert "Tuesday" in reasons(found, "used")


def test_evidence_in_the_text_is_the_very_slice() -> None:
    lines = (HEADLINE, "Published: 6 March 2019", *BODY)
    text = "\n\n".join(lines)
    for evidence in dated(*lines).evidence:
        assert evidence.span is not None
        assert evidence.span.of(text) == evidence.text


def test_the_dateline_of_the_first_paragraph_states_the_day() -> None:
    found = dated(HEADLINE, "OSLO, March 5, 2019 (Reuters) - " + BODY[0], *BODY[1:])
    assert (found.edtf, found.confidence) == ("2019-03-05", "stated")


def test_a_day_that_the_first_paragraph_opens_with_states_it() -> None:
    found = dated(HEADLINE, f"6 March 2019 — {BODY[0]}", *BODY[1:])
    assert (found.edtf, found.confidence) == ("2019-03-06", "stated")


@pytest.mark.parametrize("name", ["2019-03-06-ferry.txt", "ferry_20190306.txt", "2019/03/06/x.txt"])
def test_the_name_of_a_file_states_the_day_where_the_page_does_not(name: str) -> None:
    found = dated(HEADLINE, *BODY, name=name)
    assert (found.edtf, found.confidence) == ("2019-03-06", "stated")
    assert found.evidence[0].span is None


def test_what_is_given_wins_and_what_differs_is_shown() -> None:
    found = dated(
        HEADLINE, "March 7, 2019", *BODY, metadata=Metadata(published="2019-03-05/2019-03-06")
    )
    assert (found.edtf, found.confidence) == ("2019-03-05/2019-03-06", "given")
    assert "differs from the date given" in reasons(found, "rejected")


def test_two_readings_of_a_slashed_date_stay_open() -> None:
    found = dated(HEADLINE, "Published: 03/07/2019", *BODY[1:])
    assert (found.edtf, found.confidence) == ("[2019-03-07,2019-07-03]", "candidates")


def test_a_date_with_the_wrong_weekday_is_rejected() -> None:
    found = dated(HEADLINE, "Monday, March 6, 2019", *BODY)
    assert found.edtf is None
    assert "was a Wednesday" in reasons(found, "rejected")


def test_a_date_older_than_what_is_told_as_past_is_rejected() -> None:
    past = "The first ship ran aground on Nov. 16, 2021, the company said."
    found = dated(HEADLINE, "March 6, 2019", *BODY, past)
    assert found.edtf is None
    assert "Nov. 16, 2021" in reasons(found, "rejected")


def test_the_clock_of_a_page_is_not_the_date_of_its_report() -> None:
    found = dated("| Friday, 13 December 2019 |", HEADLINE, *BODY)
    assert (found.edtf, found.confidence) == (None, "unknown")
    assert "13 December 2019" in reasons(found, "rejected")


def test_an_old_picture_and_an_event_are_not_the_date_of_the_report() -> None:
    caption = "Marta Olsen attends a ceremony in Bergen on March 10, 2015. (Jon Vik/Pool via AP)"
    found = dated(HEADLINE, caption, *BODY, "The last hearing was held on January 9, 2019.")
    assert (found.edtf, found.confidence) == (None, "unknown")


def test_a_notice_of_rights_is_no_date() -> None:
    found = dated(HEADLINE, *BODY, "© March 9, 2022 Harbour News. All rights reserved.")
    assert (found.edtf, found.evidence) == (None, ())


def test_a_picture_of_the_very_meeting_dates_the_report_by_its_weekday() -> None:
    lead = "Ministers Marta Olsen of Norway and Jan Maat of the Netherlands met Tuesday in Bergen."
    caption = (
        "Marta Olsen (L) and Jan Maat shake hands before talks in Bergen on March 5, 2019. (AP)"
    )
    coming = "They are scheduled to visit a shipyard on Wednesday."
    found = dated(HEADLINE, lead, caption, *BODY[1:], coming)
    assert (found.edtf, found.confidence) == ("2019-03-05/2019-03-06", "inferred")
    assert "not after Wednesday 6 March 2019" in reasons(found, "used")
    assert dated(HEADLINE, lead, caption, *BODY[1:]).edtf == "2019-03-05/2019-03-06"
    other = caption.replace("March 5, 2019", "March 6, 2019")
    assert dated(HEADLINE, lead, other, *BODY[1:]).edtf is None


def test_an_anchored_event_next_month_leaves_the_tuesdays_of_this_one() -> None:
    coming = "The Harbour Forum is set for next month in Bergen."
    found = dated(HEADLINE, *BODY, coming, story=FORUM)
    assert found.confidence == "candidates"
    assert found.edtf is not None
    assert found.edtf.startswith("[2019-03-05,2019-03-06,2019-03-12")
    assert "Harbour Forum" in reasons(found, "used")


def test_a_stamp_that_an_event_contradicts_is_rejected() -> None:
    coming = "The Harbour Forum is set for later this month in Bergen."
    found = dated("12 December 2019, Thursday", HEADLINE, *BODY, coming, story=FORUM)
    assert found.edtf is not None
    assert found.edtf.startswith("[2019-04-02,2019-04-03,2019-04-09")
    assert "cannot be right" in reasons(found, "rejected")


def test_a_summit_of_the_world_is_known_by_its_host() -> None:
    coming = "He will attend the Group of 20 summit set for next month in Osaka."
    found = dated(HEADLINE, "The minister spoke in parliament.", *BODY[1:], coming)
    assert (found.edtf, found.confidence) == ("2019-05", "inferred")


def test_ministers_of_the_same_group_are_not_its_summit() -> None:
    coming = "He will attend the G20 finance ministers' meeting set for next month in Osaka."
    assert dated(HEADLINE, *BODY, coming).edtf is None


def test_this_month_takes_its_name_from_a_day_to_come() -> None:
    coming = "He is set to resign this month, and the party will vote on March 27 on his successor."
    coming += " The Harbour Forum opened last year."
    found = dated(HEADLINE, *BODY, coming, story=Story(anchors=(
        AnchoredEvent("Harbour Forum", "2018-04-10"),)))  # fmt: skip
    assert found.edtf is None or "2019-03" in found.edtf
    assert "so the report is of March" in reasons(found, "used")


def test_a_dateline_without_a_year_gets_it_from_an_event() -> None:
    lead = "OSLO, March 5 (Reuters) - " + BODY[0]
    coming = "The Harbour Forum is set for next month in Bergen."
    assert dated(HEADLINE, lead, *BODY[1:]).edtf is None
    found = dated(HEADLINE, lead, *BODY[1:], coming, story=FORUM)
    assert (found.edtf, found.confidence) == ("2019-03-05", "inferred")


def test_a_line_that_says_updated_is_no_statement_of_publication() -> None:
    found = dated(HEADLINE, "Last updated: March 6, 2019", *BODY)
    assert (found.edtf, found.confidence) == ("2019-03-05/2019-03-06", "inferred")
    found = dated(HEADLINE, "Last updated: March 6, 2019", *BODY[1:])
    assert (found.edtf, found.confidence) == ("2019-03-05/2019-03-06", "inferred")


def test_a_page_states_its_day_to_machines_and_may_be_wrong() -> None:
    def page(day: str) -> str:
        paragraphs = "".join(f"<p>{part}</p>" for part in BODY)
        coming = "<p>The Harbour Forum is set for next month in Bergen.</p>"
        meta = f'<meta property="article:published_time" content="{day}T08:00:00Z">'
        return f"{meta}<h1>{HEADLINE}</h1>{paragraphs}{coming}"

    right = dated(page("2019-03-06"), name="a.html", story=FORUM)
    assert (right.edtf, right.confidence) == ("2019-03-06", "stated")
    wrong = dated(page("2019-12-12"), name="a.html", story=FORUM)
    assert wrong.confidence == "candidates"
    assert "cannot be right" in reasons(wrong, "rejected")


def test_an_anniversary_dated_by_another_report_gives_the_year() -> None:
    first = article(
        HEADLINE, "March 6, 2019", *BODY,
        "Next year marks the 50th anniversary of the fjord treaty with the islands.",
        name="first.txt",
    )  # fmt: skip
    second = article(
        "Islands and mainland quarrel again", "Officials spoke to the press.",
        "They noted that this year is the 51st anniversary of the fjord treaty with the islands.",
        name="second.txt",
    )  # fmt: skip
    _, found = date_story((first, second), Story())
    assert (found.published.edtf, found.published.confidence) == ("2021", "inferred")
    assert "first.txt" in reasons(found.published, "used")
    assert date(second, Story()).published.edtf is None


def test_the_same_news_in_a_dated_report_gives_the_day() -> None:
    known = article("Ferry operator ends night service", "March 6, 2019", *BODY, name="known.txt")
    found = date_story((article(HEADLINE, *BODY), known), Story())[0].published
    assert (found.edtf, found.confidence) == ("[2019-03-05,2019-03-06]", "candidates")
    assert "known.txt" in reasons(found, "used")


def test_other_news_of_the_same_weekday_gives_nothing() -> None:
    known = article(
        "Tunnel opens at last", "March 6, 2019",
        "The king opened the tunnel under the fjord on Tuesday after nine years of work.",
        "Thousands walked through it before the first car did.",
    )  # fmt: skip
    assert date_story((article(HEADLINE, *BODY), known), Story())[0].published.edtf is None


@pytest.mark.parametrize(
    "piece",
    [
        "this month's G7 summit ",
        "The G7 summit next month is set. ",
        "It is the 50th anniversary of the treaty of peace next year. ",
        "He will resign this month and vote on May 5. ",
        "May 5, 2019\n",
        "On May 5, 2019 he said. ",
        "The summit is set to be on Friday ",
        "She steps down in a few ",
        "On Monday Mr A. Bo of Ce, ",
    ],
)
def test_hostile_text_is_dated_in_no_time(piece: str) -> None:
    hostile = article("It begins well, she said.", (piece * 5_000)[:100_000])
    start = time.process_time()
    date_story((hostile, hostile), Story())
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The islands will mark the 70th anniversary of the 1953 fjord treaty next year.", "2022"),
        ("This year marks 70 years since the fjord treaty was signed in 1953.", "2023"),
        ("Crowds on Sunday marked the 50th anniversary of the 1971 flood.", "2021"),
        ("Last year they kept the fiftieth anniversary of the great flood of 1971.", "2022"),
    ],
)
def test_an_anniversary_of_a_known_year_gives_the_year(sentence: str, year: str) -> None:
    found = dated(HEADLINE, "The minister spoke in parliament.", *BODY[1:], sentence)
    assert (found.edtf, found.confidence) == (year, "inferred")
    stamped = dated("March 6, 1999", HEADLINE, *BODY[1:], sentence)
    assert "cannot be right" in reasons(stamped, "rejected")
