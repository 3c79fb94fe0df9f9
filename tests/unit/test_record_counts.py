from __future__ import annotations

import pytest

from dateline.model import Annotations, Count
from dateline.record.counts import check_counts
from dateline.record.meetings import gather_meetings, story_homes
from dateline.record.numbers import cardinal, ordinal
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Lima": "place: Lima",
    "Oslo": "place: Oslo",
}


def told(id_: str, published: str, text: str, **dates: str) -> Annotations:
    named = {word.replace("_", " "): date for word, date in dates.items()}
    return report(text, NAMES, named, published, id_)


def checked(reports: tuple[Annotations, ...]) -> tuple[Count, ...]:
    homes = story_homes(reports)
    return check_counts(reports, gather_meetings(reports, homes), homes)


MARCH = told("a", "2021-03-03", "Ann Lee met Bo Ek in Lima on Tuesday.", Tuesday="2021-03-02")


def counted(text: str, **dates: str) -> Count:
    later = told(
        "b",
        "2021-06-02",
        f"Ann Lee met Bo Ek in Oslo on Monday. {text}",
        Monday="2021-05-31",
        **dates,
    )
    reports = (MARCH, later)
    (count,) = checked(reports)
    return count


@pytest.mark.parametrize(
    ("text", "verdict", "missing"),
    [
        ("It was their 10th in-person summit.", "consistent", 8),
        ("It was their second meeting this year.", "consistent", 0),
        ("They met for the seventh time this year.", "consistent", 5),
        ("It was their first meeting in three years.", "inconsistent", None),
        ("It was their first meeting this year.", "inconsistent", None),
        ("It was their second meeting since March.", "consistent", 0),
        ("It was their first meeting since March.", "consistent", 0),
        ("It was the second between the two leaders in six months.", "consistent", 0),
        ("It was the third between the pair in the past year.", "consistent", 1),
        ("It was their first meeting in two weeks.", "consistent", 0),
        ("The commission met in Oslo for the second time.", "not checkable", None),
        ("Her meeting with Bo Ek was their second this year.", "consistent", 0),
        ("It was their first meeting in a decade and a half.", "inconsistent", None),
        ("It was their second meeting in two and a half years.", "consistent", 0),
        ("It was their second meeting in just over two months.", "consistent", 0),
        ("It was their second meeting since their talks in Lima in March.", "consistent", 1),
        ("It was the two leaders' third meeting in 20 months.", "consistent", 1),
        ("It was the pair's third meeting in a year.", "consistent", 1),
        ("Ann Lee has met Bo Ek only once this year.", "inconsistent", None),
        ("Ann Lee has met Cal Roy only once this year.", "consistent", 1),
        ("It was the third time this year that Ann Lee and Bo Ek had met.", "consistent", 1),
        ("It was the second time this year that Ann Lee and Cal Roy had met.", "consistent", 1),
        ("It was the second time in as many years that the two had met.", "consistent", 0),
        ("Cal Roy has met her only twice this year.", "not checkable", None),
        ("The meeting, their third, lasted two hours.", "consistent", 1),
        ("Monday's meeting was the third between Ann Lee and Bo Ek.", "consistent", 1),
        ("It was the second between Ann Lee and Cal Roy this year.", "consistent", 1),
    ],
)
def test_claims(text: str, verdict: str, missing: int | None) -> None:
    count = counted(text, March="2021-03")
    assert (count.verdict, count.missing) == (verdict, missing)
    assert count.why


def test_the_claim_is_the_words_that_count() -> None:
    text = "Ann Lee met Bo Ek in Oslo on Monday. It was their 10th in-person summit."
    later = told("b", "2021-06-02", text, Monday="2021-05-31")
    (count,) = checked((later,))
    assert count.claim.of(text) == "10th in-person summit"


def test_the_predecessors_meetings_do_not_count() -> None:
    other = told("c", "2021-04-03", "Ann Lee met Cal Roy in Lima on Friday.", Friday="2021-04-02")
    later = told(
        "b",
        "2021-06-02",
        "Ann Lee met Bo Ek in Oslo on Monday. It was their third meeting.",
        Monday="2021-05-31",
    )
    reports = (MARCH, other, later)
    (count,) = checked(reports)
    assert count.missing == 1


def test_without_a_meeting_nothing_is_checked() -> None:
    one = told("a", "2021-03-03", "It was the third meeting of the club.")
    (count,) = check_counts((one,), (), {})
    assert (count.verdict, count.missing) == ("not checkable", None)


def test_a_meeting_that_was_to_be_is_not_counted() -> None:
    text = "Ann Lee met Bo Ek on Monday. The panel was to have met for the first time in Lima."
    assert checked((MARCH, told("a", "2021-06-02", text, Monday="2021-05-31"))) == ()


def test_other_ordinals_are_not_counts() -> None:
    one = told("a", "2021-03-03", "The 60th anniversary fell in the 21st century on the 2nd floor.")
    assert check_counts((one,), (), {}) == ()


@pytest.mark.parametrize(
    ("word", "value"),
    [("first", 1), ("tenth", 10), ("10th", 10), ("22nd", 22), ("twenty-first", 21), ("best", None)],
)
def test_ordinals(word: str, value: int | None) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize(
    ("word", "value"), [("seven", 7), ("1,200", 1200), ("forty-two", 42), ("many", None)]
)
def test_cardinals(word: str, value: int | None) -> None:
    assert cardinal(word) == value


def test_the_pair_is_counted_where_others_joined() -> None:
    later = told(
        "b",
        "2021-06-02",
        "Ann Lee met Bo Ek in Oslo on Monday.\nCal Roy was also at the table.",
        Monday="2021-05-31",
    )
    last = told(
        "c",
        "2021-07-02",
        "Ann Lee met Bo Ek in Lima on Tuesday. It was the third time that they had met.",
        Tuesday="2021-06-29",
    )
    reports = (MARCH, later, last)
    (count,) = checked(reports)
    assert (count.verdict, count.missing) == ("consistent", 0)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first time that she had said so in public.",
        "It was the third quarter in a row.",
    ],
)
def test_other_times_are_not_counted(text: str) -> None:
    later = told("b", "2021-06-02", f"Ann Lee met Bo Ek in Oslo. {text}")
    assert checked((MARCH, later)) == ()


def test_what_is_not_on_record_cannot_be_checked() -> None:
    one = told("a", "2021-03-03", "It is the third serious fire at the plant since 2001.")
    (count,) = check_counts((one,), (), {})
    assert (count.verdict, count.missing) == ("not checkable", None)


@pytest.mark.parametrize(
    "text",
    [
        "It was the second closure this year.",
        "It was the third such protest in the city since 2001.",
        "It was the eighth boarding of a foreign vessel this year.",
        "It is the second deadline the company has missed since 2001.",
        "It was the fourth time it has done so this year.",
        "The storm, the country's second in seven months, killed nine.",
        "It is the third large dam to be filled in the region in a decade.",
        "It was the third spill at a mine in the state's north-west in two years.",
    ],
)
def test_what_is_counted_besides_meetings_is_told(text: str) -> None:
    (count,) = check_counts((told("a", "2021-03-03", text),), (), {})
    assert (count.verdict, count.missing) == ("not checkable", None)


def test_a_season_is_counted_from_its_start() -> None:
    text = "Ann Lee and Bo Ek have met only twice this autumn."
    later = told("b", "2021-11-02", text, this_autumn="2021-23")
    (count,) = checked((MARCH, later))
    assert (count.verdict, count.missing) == ("consistent", 2)


def test_since_when_is_told_in_the_sentence_or_not_at_all() -> None:
    text = "Ann Lee met Bo Ek in Oslo on Monday. It was their third meeting since taking office."
    later = told(
        "b", "2021-06-02", f"{text} In April it had snowed.", Monday="2021-05-31", April="2021-04"
    )
    (count,) = checked((MARCH, later))
    assert (count.verdict, count.missing) == ("consistent", 1)


def test_a_telephone_conversation_is_a_call() -> None:
    text = "Ann Lee and Bo Ek had a telephone conversation on Monday, their third this year."
    later = told("b", "2021-06-02", text, Monday="2021-05-31")
    (count,) = checked((MARCH, later))
    assert (count.verdict, count.missing) == ("consistent", 2)


def test_the_fourth_face_to_face_counts_those_in_other_towns() -> None:
    count = counted("It was their fourth face-to-face meeting since March.", March="2021-03")
    assert (count.verdict, count.missing) == ("consistent", 2)


def test_the_first_president_in_seven_years() -> None:
    count = counted("She is the first Norwegian president in seven years to set foot there.")
    assert (count.verdict, count.missing) == ("consistent", 0)


def test_the_first_in_a_year_and_a_half_is_not_the_first_in_a_year() -> None:
    last = told("a", "2020-02-03", "Ann Lee met Bo Ek in Lima on Sunday.", Sunday="2020-02-02")
    text = "Ann Lee met Bo Ek in Oslo on Monday, their first talks in a year and a half."
    later = told("b", "2021-06-02", text, Monday="2021-05-31")
    reports = (last, later)
    (count,) = checked(reports)
    assert count.verdict == "inconsistent"


def test_a_round_to_come_counts_nothing() -> None:
    text = "Ann Lee met Bo Ek in Oslo on Monday. They agreed to hold a third round in Lima."
    later = told("b", "2021-06-02", text, Monday="2021-05-31")
    assert checked((later,)) == ()


def test_calls_are_counted_apart_from_meetings() -> None:
    text = "Ann Lee spoke by telephone with Bo Ek on Monday for the second time since they met."
    later = told("b", "2021-06-02", text, Monday="2021-05-31")
    (count,) = checked((MARCH, later))
    assert (count.verdict, count.missing) == ("consistent", 1)


@pytest.mark.parametrize(
    ("text", "verdict", "missing"),
    [
        ("It was the third between the leaders since the row began.", "consistent", 1),
        ("It was the second meeting between the president and the owner.", "consistent", 0),
        (
            "Those talks were the third between the minister and the owner in a year.",
            "consistent",
            1,
        ),
        ("It was their first meeting since the row began.", "not checkable", None),
        ("They have met only once this year.", "inconsistent", None),
        ("The meeting was the third between the two leaders this year.", "consistent", 1),
        ("They met on the pier, their ninth session.", "consistent", 7),
        ("It was their third conversation in a year.", "consistent", 1),
        (
            "It was the first time in a year that they were photographed, though they have met.",
            "not checkable",
            None,
        ),
        ("They have met only twice since the row began.", "consistent", 0),
    ],
)
def test_what_counts_the_meeting_told_before(text: str, verdict: str, missing: int | None) -> None:
    count = counted(text)
    assert (count.verdict, count.missing) == (verdict, missing)


def test_the_meeting_told_right_before_is_counted_and_not_the_report_s_own() -> None:
    text = (
        "Ann Lee met Cal Roy in Oslo on Monday. They had coffee. Lee met Bo Ek in Lima in May."
        " It was the third between the two leaders in a year."
    )
    names = {"Monday": "2021-05-31", "May": "2021-05"}
    later = report(text, {**NAMES, "Lee": "person: Ann Lee"}, names, "2021-06-02", "b")
    (count,) = checked((MARCH, later))
    assert (count.verdict, count.missing) == ("consistent", 1)


def test_all_that_a_claim_counts_up_is_counted() -> None:
    text = "Ann Lee and Bo Ek have met twice this year, in Lima on Tuesday and in Oslo on Monday."
    later = told("b", "2021-06-02", text, Tuesday="2021-03-02", Monday="2021-05-31")
    (count,) = checked((MARCH, later))
    assert (count.verdict, count.missing) == ("consistent", 0)


def test_meetings_that_were_missed_are_not_counted() -> None:
    text = "Ann Lee met Bo Ek. It was the second meeting that Cal Roy has skipped this year."
    assert checked((told("a", "2021-06-02", text),)) == ()
