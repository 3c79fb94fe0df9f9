"""What the rules cannot show one by one: candidate days, anchors, mood, open ends, articles."""

from __future__ import annotations

import pytest

from dateline.annotation.times import find, tag
from dateline.errors import BadDate
from dateline.model import (
    AnchoredEvent,
    Article,
    Document,
    Line,
    LineRole,
    Publication,
    Span,
    Timex,
)

SUMMIT = AnchoredEvent("summit in Lima", "2023-11-20/2023-11-21", ("Lima talks",))


def one(text: str, published: str | None = "2023-11-16") -> Timex:
    found = find(text, published)
    assert len(found) == 1, [(timex.span.of(text), timex.rule) for timex in found]
    return found[0]


def dates(text: str, published: str | None = "2023-11-16") -> list[str | None]:
    return [timex.edtf for timex in find(text, published)]


def article(*lines: tuple[str, LineRole], published: str | None) -> Article:
    text, placed = "", []
    for words, role in lines:
        placed.append(Line(Span(len(text), len(text) + len(words)), role))
        text += words + "\n"
    document = Document("a.txt", "a", "0" * 64, text, text)
    return Article(document, tuple(placed), (), published=Publication(edtf=published))


@pytest.mark.parametrize(
    ("published", "value", "date"),
    [
        ("2024-09-06", "2024-09-06", "2024-09-06"),
        ("[2024-09-06,2024-09-13]", "2024-09-XX", "[2024-09-06,2024-09-13]"),
        ("2023-11-17/2023-11-20", "2023-11-17", "2023-11-17"),
        ("2024", "XXXX-WXX-5", None),
        ("../2024-09-06", "XXXX-WXX-5", None),
        (None, "XXXX-WXX-5", None),
    ],
)
def test_a_weekday_is_resolved_for_each_candidate_day(
    published: str | None, value: str, date: str | None
) -> None:
    found = one("They met on Friday in Rome.", published)
    assert (found.value, found.edtf) == (value, date)


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2024-09", "2023"),
        ("2024", "2023"),
        ("[2024-12-31,2025-01-01]", "[2023,2024]"),
        ("2024-12/2025-01", "[2023,2024]"),
        ("1990/2020", None),
        (None, None),
    ],
)
def test_a_wide_reference_still_tells_the_year(published: str, date: str | None) -> None:
    assert one("It closed last year.", published).edtf == date


def test_many_candidates_become_a_range() -> None:
    assert one("It closed yesterday.", "2023-05").edtf == "[2023-04-30..2023-05-30]"
    assert one("It closed last week.", "2023-05-07/2023-05-08").edtf == "2023-04-24/2023-05-07"


def test_unknown_day_leaves_only_what_stands_for_itself() -> None:
    text = "On 9 May 1998 he left; last month, on Monday, in March he wrote for two years."
    found = find(text, None)
    assert [(timex.value, timex.edtf) for timex in found] == [
        ("1998-05-09", "1998-05-09"),
        ("XXXX-XX", None),
        ("XXXX-WXX-1", None),
        ("XXXX-03", None),
        ("P2Y", None),
    ]


def test_a_date_of_publication_must_be_edtf() -> None:
    with pytest.raises(BadDate):
        find("today", "16 November")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It must close by Friday.", "../2023-11-17"),
        ("It was open until 2019.", "../2019"),
        ("It stood before 2019.", "../2018"),
        ("It has stood since March.", "2023-03/.."),
        ("It stood after May 2019.", "2019-06/.."),
        ("He promised it by early 2025.", "../2025-04"),
        ("He asked for it by the end of the year.", "../2023-12-31"),
        ("He left before Friday's vote.", "2023-11-10"),
        ("It was the first since May 2019.", "2019-05"),
        ("It fell two days before May 3, 2019.", "2019-05-03"),
    ],
)
def test_prepositions_open_intervals(text: str, date: str) -> None:
    assert dates(text)[-1] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It came two weeks after the May 26, 2012 vote.", "2012-06-09"),
        ("It came three months after the May 2012 vote.", "2012-08"),
        ("It came three months after the 2012 vote.", None),
        ("It came two years after the 2012 vote.", "2014"),
        ("It came three days after May 2012.", None),
        ("It came two and a half years after 2012.", None),
    ],
)
def test_a_length_counts_from_a_date_that_is_known_finely_enough(
    text: str, date: str | None
) -> None:
    assert dates(text)[0] == date


def test_a_credit_line_is_no_deadline() -> None:
    assert dates("by May 5, 2023 Sports, News\nThe game was lost.")[0] == "2023-05-05"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("They met on Monday.", "happened"),
        ("They will meet on Monday.", "planned"),
        ("They had prepared the ground on Monday.", "happened"),
        ("They prepared for Monday's vote.", "planned"),
        ("They are due to meet on Monday.", "planned"),
        ("They agreed to meet on Monday.", "planned"),
        ("They may meet on Monday.", "possible"),
        ("They did not meet on Monday.", "denied"),
        ("He denied that they never met.\nThey met on Monday.", "happened"),
        ("Ties improved, he said of Monday's summit, if only a little.", "happened"),
        ("The plant closes in 2031.", "planned"),
        ("Workers began to strike in 2021.", "happened"),
    ],
)
def test_mood(text: str, modality: str) -> None:
    assert one(text).modality == modality


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("She said Monday that it will open.", "2023-11-13"),
        ("It will be shipped on Monday.", "2023-11-20"),
        ("In the run-up to a summit Friday, they met.", "2023-11-17"),
        ("They could have met on Monday.", "2023-11-13"),
        ("He was told to leave on Monday.", "2023-11-20"),
        ("The vote was put off until Monday.", "../2023-11-20"),
        ("On Monday, the court will rule.", "2023-11-20"),
        ("On Monday, the court ruled.", "2023-11-13"),
    ],
)
def test_tense_tells_which_monday(text: str, date: str) -> None:
    assert dates(text) == [date]


def test_counting_from_the_date_told_last() -> None:
    text = "The fire broke out on May 3, 2020. The next day it spread. That month it rained."
    first, second, third = find(text, "2023-11-16")
    assert (second.edtf, second.anchor) == ("2020-05-04", "2020-05-03")
    assert third.edtf == "2020-05"
    assert first.anchor is None


def test_the_anchor_is_the_publication_date() -> None:
    assert one("It closed yesterday.").anchor == "2023-11-16"
    assert one("It closed on 4 May 1999.").anchor is None


def test_a_date_far_back_is_no_anchor() -> None:
    text = "It began on May 3, 2020. " + "Nothing was said of it for long. " * 20 + "That day, no."
    assert find(text, "2023-11-16")[-1].edtf is None


def test_events_of_the_story_are_dates_to_count_from() -> None:
    text = "The summit in Lima went well. Two days later, they met again after the Lima talks."
    found = find(text, "2023-12-01", (SUMMIT,))
    assert [(timex.span.of(text), timex.edtf) for timex in found] == [
        ("The summit in Lima", "2023-11-20/2023-11-21"),
        ("Two days later", "2023-11-22"),
        ("the Lima talks", "2023-11-20/2023-11-21"),
    ]
    assert found[0].rule == "anchored-event"
    assert "anchored-event" not in {timex.rule for timex in find(text, "2023-12-01")}


def test_an_event_with_a_bad_date_is_refused() -> None:
    with pytest.raises(BadDate):
        find("x", "2023-11-16", (AnchoredEvent("summit", "in May"),))


def test_furniture_is_not_read_and_does_not_anchor() -> None:
    read = article(
        ("May 5, 2021 | Today", "furniture"),
        ("by Ann Lee, May 6, 2023", "byline"),
        ("That day the court met. On Friday it rose.", "body"),
        published="2023-05-06",
    )
    found = tag(read)
    assert [timex.span.of(read.text) for timex in found] == ["May 6, 2023", "That day", "Friday"]
    assert [timex.edtf for timex in found] == ["2023-05-06", None, "2023-05-05"]


def test_lines_of_one_role_are_read_on() -> None:
    read = article(
        ("The flood came on May 3, 2020.", "body"),
        ("", "furniture"),
        ("A week later it fell, in the last", "body"),
        ("days of spring.", "body"),
        published="2023-05-06",
    )
    found = tag(read)
    assert [timex.edtf for timex in found][:2] == ["2020-05-03", "2020-05-04/2020-05-10"]


def test_typographic_spaces_quotes_and_hyphens() -> None:
    text = "On May\u00a05,\u00a02022 a 30\u2011minute talk, on Friday\u2019s cup\u2014in 2021\u2014"
    assert [timex.span.of(text) for timex in find(text, "2023-11-16")] == [
        "May\u00a05,\u00a02022",
        "30\u2011minute",
        "Friday",
        "2021",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May will go. May was late.",
        "The 21-year-old is 7 years old.",
        "Sun Microsystems, the Daily Mail and the Sunday Times march on.",
        "It ran at 2000 rpm for $1999 on Route 1950.",
        "You may march in august company; the second man fell.",
        "Born in the fall of the Wall, at 60 miles an hour.",
        "2021-45-45 and 31/31/21 and 45 May.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find(text, "2023-11-16") == ()


def test_since_when_is_past_even_of_what_is_to_come() -> None:
    assert one("They are to meet for the first time since March.").modality == "happened"


def test_a_month_named_again_is_the_same_month() -> None:
    text = "They will meet again in November. Nothing had been decided about November."
    assert [timex.edtf for timex in find(text, "2022-08-31")] == ["2022-11", "2022-11"]


def test_a_letter_that_grows_in_small_letters_moves_no_date() -> None:
    text = "In İZMİR, İstanbul and İznik they met on 5 May 2013."
    (timex,) = find(text, "2023-11-16")
    assert timex.span.of(text) == "5 May 2013"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report, which was due by June 30, came late.", "../2023-06-30"),
        ("The report, due on June 30, came late.", "2023-06-30"),
        ("The report was due in February.", "2024-02"),
        ("The report was due in September.", "2023-09"),
        ("The report will be out by June 30.", "../2024-06-30"),
    ],
)
def test_what_was_due_may_be_over(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She pledged to publish a list of affected homes by the end of May.", "../2024-05-31"),
        ("She pledged to show the damaged roof in May.", "2024-05"),
        ("She said the roof leaked in May.", "2023-05"),
        ("She undertook to mend the roof in May.", "2024-05"),
    ],
)
def test_a_participle_before_its_noun_tells_no_tense(text: str, expected: str) -> None:
    assert dates(text) == [expected]


def test_a_date_that_opens_a_clause_has_the_verb_behind_it() -> None:
    said = "She had promised to say nothing in May, but on 2 December she {} an interview."
    assert dates(said.format("gave"), "2024-01-24")[1] == "2023-12-02"
    assert dates(said.format("will give"), "2024-01-24")[1] == "2024-12-02"
