"""What the story and the other reports of a folder add to the date of one."""

from __future__ import annotations

import pytest

from dateline.model import AnchoredEvent, Article, AuthorityEntity, Office, Publication, Story
from dateline.reading.clean import clean
from dateline.reading.date import date, date_story
from dateline.reading.read import read

HEADLINE = "Holt goes to Westmark one last time as premier"
LEAD = "Ines Holt called on President Jan Roos in Westmark on Friday, her last visit in office."
REST = (
    "“There is much left to do,” the premier of Northland told reporters on the palace steps.",
    "Mr Roos answered that the door would stay open for whoever comes after her.",
)
HOLT = AuthorityEntity(
    "ines-holt", "Ines Holt", "person", ("Holt",),
    offices=(Office("premier", "Northland", "2015-03-02/2018-10-01"),),
)  # fmt: skip
STORY = Story(authority=(HOLT,))


def article(*lines: str, name: str = "a.txt") -> Article:
    return clean(read(name, "\n\n".join(lines).encode()))


def dated(*lines: str, story: Story = STORY) -> Publication:
    return date(article(*lines), story).published


def reasons(found: Publication, verdict: str) -> str:
    return " | ".join(f"{e.text}: {e.why}" for e in found.evidence if e.verdict == verdict)


def test_a_term_about_to_end_leaves_the_weekdays_before_it() -> None:
    leaving = "Holt steps down within weeks; her party chooses a new leader on September 27."
    dinner = "She was to have dinner with the president before flying home."
    found = dated(HEADLINE, LEAD, *REST, leaving, dinner)
    assert found.edtf == "[2018-09-07,2018-09-14,2018-09-21]"
    assert found.confidence == "candidates"
    assert "1 October 2018" in reasons(found, "used")
    assert dated(HEADLINE, LEAD, *REST, leaving, dinner, story=Story()).edtf is None


def test_a_clock_after_the_term_of_the_one_in_office_is_rejected() -> None:
    lead = "Premier Ines Holt opened the new harbour in Westmark, her office said."
    clock = "Sunday, 6 June 2021 | Log in"
    found = dated(clock, HEADLINE, lead, *REST)
    assert found.edtf is None
    assert "premier" in reasons(found, "rejected")
    assert dated(clock, HEADLINE, lead, *REST, story=Story()).edtf == "2021-06-06"
    former = lead.replace("Premier", "Former premier")
    assert dated(clock, HEADLINE, former, *REST).edtf == "2021-06-06"


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Next year is the 60th anniversary of the fjord treaty, and both want a feast.", "2018"),
        ("This year the two will have had a fjord treaty for 59 years.", "2018"),
        (
            "Both look to next year, when they will have had their fjord treaty for 60 years.",
            "2018",
        ),
    ],
)
def test_an_anniversary_of_an_anchored_event_gives_the_year(sentence: str, year: str) -> None:
    anchored = Story(anchors=(AnchoredEvent("signing of the fjord treaty", "1959-06-22"),))
    found = dated(HEADLINE, LEAD, *REST, sentence, story=anchored)
    assert found.edtf is not None and found.edtf.startswith(year)  # noqa: PT018
    assert "1959" in reasons(found, "used")


def test_an_anchored_anniversary_next_year_gives_the_year() -> None:
    anchored = Story(anchors=(AnchoredEvent("60th anniversary of the fjord treaty", "2019-06-22"),))
    sentence = "Next year is the 60th anniversary of the fjord treaty, he said."
    found = dated(HEADLINE, LEAD, *REST, sentence, story=anchored)
    assert found.edtf is not None and found.edtf.startswith("2018")  # noqa: PT018


COMING = "The Fjord Forum, which Northland hosts later this month, will hear them both."
FORUM = Story(anchors=(AnchoredEvent("Fjord Forum", "2018-05-19/2018-05-21"),))
LATER = article(
    "Roos and Holt agree on ferries", "15 November 2018, 09:00",
    "Jan Roos and Ines Holt agreed on Wednesday to run ferries at night.",
    "Ines Holt's visit to Westmark on May 11 had answered one that Roos made to Northport.",
    "Nobody was against it, they said, and it would cost little.",
    name="later.txt",
)  # fmt: skip


def test_a_day_that_another_report_tells_of_settles_the_weekday() -> None:
    first = article(HEADLINE, f"WESTMARK, Friday - {LEAD}", *REST, COMING, name="first.txt")
    alone = date(first, FORUM).published
    assert alone.edtf == "[2018-05-04,2018-05-11,2018-05-18]"
    found = date_story((first, LATER), FORUM)[0].published
    assert (found.edtf, found.confidence) == ("2018-05-11", "inferred")
    assert "later.txt" in reasons(found, "used")


def test_a_day_of_others_settles_nothing() -> None:
    first = article("Fishermen sail", "The boats of Southport left on Friday, said Kim Vale.",
                    *REST, COMING, name="first.txt")  # fmt: skip
    alone = date(first, FORUM).published.edtf
    assert date_story((first, LATER), FORUM)[0].published.edtf == alone


def test_the_years_of_the_folder_give_a_dateline_its_year() -> None:
    lead = "WESTMARK, July 6 (Coastal Wire) - " + LEAD
    first = article(HEADLINE, lead, *REST, name="first.txt")
    early = article(
        "Holt and Roos meet", "6 February 2018, 09:00",
        "Ines Holt met Jan Roos in Westmark on Tuesday.", *REST, name="early.txt",
    )  # fmt: skip
    assert date(first, Story()).published.edtf is None
    found = date_story((early, first, LATER), Story())[1].published
    assert (found.edtf, found.confidence) == ("2018-07-06", "inferred")
    assert "early.txt" in reasons(found, "used")


def test_of_several_years_the_one_whose_day_is_of_the_lead_s_weekday() -> None:
    lead = "WESTMARK, June 3 (Coastal Wire) - Ines Holt said on Monday that Jan Roos would come."
    first = article("Holt waits for Roos", lead, *REST, name="first.txt")
    others = [
        article("Holt and Roos meet", day, "Ines Holt met Jan Roos in Westmark.", *REST, name=name)
        for name, day in (
            ("x.txt", "23 December 2024, 09:00"),
            ("y.txt", "10 February 2025, 09:00"),
        )
    ]
    found = date_story((first, *others), Story())[0].published
    assert (found.edtf, found.confidence) == ("2024-06-03", "inferred")
    assert "the weekday of “Monday”" in reasons(found, "used")


def test_a_dateline_soon_after_the_story_s_other_reports_is_of_their_year() -> None:
    told = "President Jan Roos of Westmark and Premier Ines Holt opened the Northland tunnel"
    first = article(f"{told} at last", "3 April 2025", f"{told} on Thursday, to a brass band.",
                    *REST, name="first.txt")  # fmt: skip
    lead = f"PORT ELM, Westmark, April 9 (Quay Wire) - {told} again on Wednesday."
    later = article(f"{told} again", lead, *REST, name="later.txt")
    assert [a.published.edtf for a in date_story((first, later), Story())] == [
        "2025-04-03",
        "2025-04-09",
    ]
    assert date_story((later,), Story())[0].published.edtf is None


def test_the_day_before_the_dateline_s_where_no_year_has_that_very_day() -> None:
    lead = "WESTMARK, March 4 (Coastal Wire) - Ines Holt said on Sunday that Jan Roos would come."
    first = article("Holt waits for Roos", lead, *REST, name="first.txt")
    others = [
        article("Holt and Roos meet", f"{day}, 09:00", "Ines Holt met Jan Roos.", *REST, name=day)
        for day in ("2 June 2024", "15 January 2025")
    ]
    assert date_story((first, *others), Story())[0].published.edtf == "2024-03-04"


def test_where_no_report_names_the_same_people_the_years_of_the_folder_count() -> None:
    lead = "WESTMARK, June 3 (Coastal Wire) - A ferry sank on Monday."
    first = article("A ferry sinks", lead, "Nobody was hurt.", "It was raining.", name="first.txt")
    others = [
        article("Holt speaks", f"{day}, 09:00", "Ines Holt spoke.", *REST, name=f"{day}.txt")
        for day in ("23 December 2024", "10 February 2025")
    ]
    assert date_story((first, *others), Story())[0].published.edtf == "2024-06-03"
    far = article("Holt speaks", "10 February 2015, 09:00", "Holt spoke.", *REST, name="far.txt")
    assert date_story((first, *others, far), Story())[0].published.edtf is None
