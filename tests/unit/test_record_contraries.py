"""One side says no beside the other; two sides' numbers side by side."""

from __future__ import annotations

import pytest

from dateline.model import Annotations, Disagreement
from dateline.record.disagreements import find_disagreements
from dateline.record.tallies import find_tallies
from dateline.record.wording import SentenceIndex
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Acme": "organization: Acme",
}
HOMES = {"ann-lee": "norway", "bo-ek": "chile", "cal-roy": "norway"}


def told(text: str) -> Annotations:
    return report(text, NAMES, {}, "2021-03-03", "a")


def found(text: str) -> list[Disagreement]:
    one = told(text)
    return list(find_disagreements((one,), (), (), SentenceIndex.of((one,)), HOMES))


def sides(found: Disagreement) -> list[str | None]:
    return [account.speaker for account in found.accounts]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said she had raised the fence with them. Bo Ek said the subject had not come up.",
        "Ann Lee said she had raised the fence with them. Bo Ek said the matter never came up.",
        "Ann Lee said the letter was sent in May. Bo Ek said no letter had been sent.",
        "Ann Lee said 15 ships were to be sold. Bo Ek said no figure was agreed.",
        "Ann Lee said the pilots were warned. Bo Ek said the pilots had never been warned.",
        "Ann Lee said Bo Ek called it off. Bo Ek said that it was Ann Lee who called it off.",
        "Ann Lee said they were not asked to come. Bo Ek said they were, and declined.",
    ],
)
def test_what_one_tells_and_the_other_says_was_not_so(text: str) -> None:
    (one,) = found(text)
    assert sides(one) == ["ann-lee", "bo-ek"]


@pytest.mark.parametrize(
    "text",
    [
        # Of one side, of one speaker, of another thing, of what is yet to come.
        "Ann Lee said the letter was sent in May. Cal Roy said no letter had been sent.",
        "Ann Lee said the letter was sent. “It was not sent late,” Ann Lee said.",
        "Ann Lee said the letter was sent in May. Bo Ek said the mine had not been sold.",
        "Ann Lee said the letter was sent in May. Bo Ek said no letter would be sent to Acme.",
        "Ann Lee said the letter was not sent. Bo Ek said the letter was not sent.",
        "Ann Lee said the letter was late. Bo Ek said that it was Acme that sent it.",
        "Ann Lee said they were not asked to come. Bo Ek said they were glad of the rain.",
    ],
)
def test_what_is_no_contrary(text: str) -> None:
    assert found(text) == []


def test_two_sides_count_one_thing() -> None:
    (one,) = found("Ann Lee said 23 people were held. Bo Ek put it at nine.")
    assert sides(one) == ["ann-lee", "bo-ek"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said 900 people came; Bo Ek counted 300.",
        "Ann Lee says 900 people came; Bo Ek put the crowd at 300.",
        "Ann Lee estimated the crowd at 900; Bo Ek said there were no more than 300.",
    ],
)
def test_two_sides_count_in_one_sentence(text: str) -> None:
    (one,) = find_tallies([told(text)], HOMES)
    assert sides(one) == ["ann-lee", "bo-ek"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said 23 people were held. Cal Roy says nine.",
        "Ann Lee said 23 people were held. Bo Ek said it took nine hours.",
        "Ann Lee said 23 people were held. Bo Ek said nine new schools and a bridge were planned.",
        "Ann Lee said 23 people were held. Bo Ek put it at 23.",
        "Ann Lee said 23 people were held. Bo Ek says 2,000.",
    ],
)
def test_numbers_that_do_not_compete(text: str) -> None:
    assert list(find_tallies([told(text)], HOMES)) == []


def test_the_true_number_by_another() -> None:
    text = (
        "Acme's board put turnout at 41 percent. Bo Ek said the true figure was closer to 33"
        " percent because of phantom voters on the old lists."
    )
    (one,) = find_tallies([told(text)], HOMES)
    assert sides(one)[1] == "bo-ek"
