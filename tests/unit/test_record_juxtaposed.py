"""Accounts set beside each other that differ, though neither denies the other."""

from __future__ import annotations

import pytest

from dateline.model import Annotations, Disagreement
from dateline.record.juxtaposed import WEIGHTS, find_juxtaposed, pairs, signs
from dateline.record.meetings import story_homes
from dateline.record.sayings import sayings
from dateline.record.wording import SentenceIndex
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Ek": "person: Bo Ek",
    "Acme": "organization: Acme",
    "Norway": "place: Norway",
    "Norwegian": "demonym: Norway",
}
BEFORE = "It rained.\n\nThe lake was full.\n\n"
BEHIND = "\n\nIt rained again.\n\nThe lake ran over."


def told(text: str) -> Annotations:
    return report(f"{BEFORE}{text}{BEHIND}", NAMES, {}, "2021-03-03")


def found(text: str) -> list[Disagreement]:
    one = told(text)
    said = sayings(one, story_homes((one,)))
    return list(find_juxtaposed((one,), (said,), SentenceIndex.of((one,))))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said the boat had capsized before the patrol came. Bo Ek said the patrol had"
        " rammed the boat.",
        "Acme said it had paid 400 workers in full. Bo Ek said 120 had been paid.",
        "Ann Lee said that the permit had been issued in April. Acme said no permit had come.",
        "Ann Lee said the trust had been told of the sale. Ek said he had read of the sale.",
        "Ann Lee said it had lasted 50 minutes. Bo Ek said they had spoken for two hours.",
        # no word shared: the second speaks for whom the first tells of, and points back
        "Acme was told that the pay would come, Ann Lee said. A spokesman for Acme said it had not"
        " been asked.",
        # both stand by it
        "Norway says its men were shot at. Acme says the Norwegian crew had opened fire.",
    ],
)
def test_two_sides_in_one_paragraph(text: str) -> None:
    (one,) = found(text)
    assert len(one.accounts) == 2
    speakers = {account.speaker for account in one.accounts}
    assert speakers <= {"ann-lee", "bo-ek", "acme", "norway", None}
    assert not one.sure


@pytest.mark.parametrize(
    "text",
    [
        # one speaker
        "Ann Lee said the boat had capsized. Lee said the patrol had rammed the boat.",
        # nothing ties the second to the first
        "Ann Lee said the boat had capsized. Bo Ek said the harvest was good.",
        # what is to come, and thanks
        "Ann Lee hopes that the road will be opened. Bo Ek thanked all who will build the road.",
        # A tells what B said
        "Ann Lee said the boat was not touched upon. They had asked Bo Ek, Lee said, of the boat,"
        " and Ek had assured them that no boat was there.",
        # what has not changed
        "Ann Lee said the 400 jobs would be safe. A spokesman for Acme said this had not changed.",
        # a question claims nothing
        "Ann Lee asked whether the boat had capsized. Bo Ek said the patrol had rammed the boat.",
    ],
)
def test_what_only_stands_side_by_side(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("before", "expected"), [(BEFORE, 1.0), ("It rained. ", 0.0)])
def test_a_report_in_one_long_paragraph_sets_nothing_side_by_side(
    before: str, expected: float
) -> None:
    text = "Ann Lee said the boat had sunk before the patrol came. Bo Ek said the boat was old."
    behind = BEHIND if before == BEFORE else " It rained again."
    one = report(f"{before}{text}{behind}", NAMES, {}, "2021-03-03")
    (pair,) = pairs(one, sayings(one, {}))
    assert signs(one, SentenceIndex.of((one,)), *pair)["one paragraph"] == expected


def test_every_sign_has_a_weight() -> None:
    one = told("Ann Lee said the boat had sunk. Bo Ek said the boat was old.")
    (pair,) = pairs(one, sayings(one, {}))
    assert signs(one, SentenceIndex.of((one,)), *pair).keys() == WEIGHTS.keys()


def test_two_of_one_side_do_not_differ() -> None:
    one = told("Ann Lee said the boat had sunk. Bo Ek said the patrol had sunk the boat.")
    assert list(pairs(one, sayings(one, {"ann-lee": "norway", "bo-ek": "norway"}))) == []
