from __future__ import annotations

import pytest

from dateline.model import Disagreement
from dateline.record.disagreements import find_disagreements
from dateline.record.meetings import gather_meetings, story_homes
from dateline.record.wording import SentenceIndex
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Norway": "place: Norway",
    "Norwegian": "demonym: Norway",
    "Chile": "place: Chile",
}
DATES = {"May": "2021-05"}


def found(text: str) -> tuple[Disagreement, ...]:
    reports = (report(text, NAMES, DATES, "2021-03-03"),)
    index = SentenceIndex.of(reports)
    homes = story_homes(reports)
    return find_disagreements(reports, (), gather_meetings(reports, homes), index, homes)


@pytest.mark.parametrize(
    "silence",
    [
        "The Norwegian statement made no mention of tolls.",
        "The Norwegian government did not mention tolls.",
        "The statement by Norway was silent on tolls.",
        "The Norwegian readout did not refer to the matter.",
    ],
)
def test_what_one_account_leaves_out(silence: str) -> None:
    (one,) = found(f"Chile said that tolls on copper had been lifted. {silence}")
    assert [account.speaker for account in one.accounts] == ["chile", "norway"]
    assert one.about == silence


@pytest.mark.parametrize(
    "text",
    [
        # Nobody told of whales.
        "Chile said that tolls on copper had been lifted. The Norwegian statement omitted whales.",
        # A person passes over most things.
        "Chile said that tolls on copper had been lifted. Ann Lee did not mention tolls.",
        # It is the same side that is silent.
        "Norway said that tolls had been lifted. The Norwegian statement made no mention of tolls.",
    ],
)
def test_silence_that_leaves_out_nothing(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("claim", "open_", "sides"),
    [
        ("Ann Lee said Chile would visit Norway in May.", "Bo Ek said no date had been set.", 2),
        ("Chile and Norway agreed to meet in May.", "Bo Ek said nothing had been decided.", 2),
        ("Ann Lee said Chile would visit Norway in May.", "Bo Ek said he had given no date.", 2),
        ("Ann Lee said Chile would visit Norway.", "Bo Ek said dates had not been finalised.", 2),
        ("Ann Lee said Chile was tired.", "Bo Ek said no date had been set.", 0),
        ("Bo Ek said Chile would visit Norway in May.", "Bo Ek said no date had been set.", 0),
    ],
)
def test_what_one_side_calls_unsettled(claim: str, open_: str, sides: int) -> None:
    disagreements = found(f"{claim} {open_}")
    assert [len(each.accounts) for each in disagreements] == ([sides] if sides else [])


def test_two_who_differ_over_a_thing() -> None:
    text = (
        "The two leaders differed over the toll. “It must go,” said Ann Lee. “It stays,” said"
        " Bo Ek."
    )
    (one,) = found(text)
    assert one.about == "The two leaders differed over the toll."
    assert [account.speaker for account in one.accounts] == ["ann-lee", "bo-ek"]


@pytest.mark.parametrize(
    ("claim", "silence"),
    [
        ("Chile said the treaty would be signed in May.", "Norway gave no date."),
        ("Chile said the treaty would be signed in May.", "Bo Ek, who spoke later, named no day."),
        (
            "Chile said 40 visas would be issued in May.",
            "The Norwegian statement gave the same figure but no date.",
        ),
        (
            "“The school will open in May,” Ann Lee said.",
            "The Norwegian readout speaks of work and mentions no month at all.",
        ),
        ("Ann Lee said the law would come in May.", "Bo Ek would not confirm the date."),
        ("Ann Lee said the law would come in May.", "Bo Ek declined to name a day."),
    ],
)
def test_who_gives_no_date_for_what_the_other_dates(claim: str, silence: str) -> None:
    (one,) = found(f"{claim}\nIt rained.\n{silence}")
    assert [account.source.sentence for account in one.accounts] == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        # He is Ek himself.
        "Bo Ek said the law would come in May. He gave no date.",
        # What she was asked is another matter.
        "Chile said the treaty would be signed in May. Asked when the ban would end, Ann Lee"
        " declined to name a day.",
        # Chile had told of no date.
        "Chile said the treaty would be signed. Norway gave no date.",
        "Norway said the treaty would be signed in May. Norway gave no date.",
    ],
)
def test_a_date_not_given_that_nobody_gave(text: str) -> None:
    assert found(text) == ()


def test_what_is_left_out_in_a_short_word() -> None:
    (one,) = found("Ann Lee met nurses in Chile. The Norwegian readout didn't mention nurses.")
    assert [account.source.sentence for account in one.accounts] == [1, 2]
