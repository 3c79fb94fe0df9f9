"""Later sentences that recall a promise by its day or its words."""

from __future__ import annotations

import pytest

from dateline.model import Annotations, FollowUp
from dateline.record.followups import follow_up
from dateline.record.meetings import gather_meetings, story_homes
from dateline.record.outcomes import outcome
from dateline.record.wording import SentenceIndex
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Acme": "organization: Acme",
    "Oslo": "place: Oslo",
    "Lima": "place: Lima",
}
DUE = {
    "by 30 June": "../2021-06-30",
    "on 30 June": "2021-06-30",
    "by the end of June": "../2021-06-30",
    "in June": "2021-06",
}
DAYS = {
    "14 July": "2021-07-14",
    "26 June": "2021-06-26",
    "30 June": "2021-06-30",
    "21 June": "2021-06-21",
    "10 May": "2021-05-10",
}


def told(id_: str, published: str, text: str) -> Annotations:
    dates = DUE if id_ == "a" else DAYS
    return report(text, NAMES, dates, published, id_)


def verdict(promise: str, later: str, published: str = "2021-09-20") -> FollowUp:
    reports = (told("a", "2021-03-03", promise), told("b", published, later))
    homes = story_homes(reports)
    meetings = gather_meetings(reports, homes)
    return follow_up(reports, meetings, SentenceIndex.of(reports), homes)[0]


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        (
            "Acme promised to install the first of the border posts by 30 June.",
            "Surveyors set a concrete post in the ground at the border on 26 June, four days ahead"
            " of schedule.",
            "met",
        ),
        (
            "Acme promised to lodge a claim for the damage to the old sites by 30 June.",
            "The firm filed its claim at the court on 14 July, two weeks after the date it gave.",
            "late",
        ),
    ],
)
def test_the_count_of_days_gives_the_day_it_was_due(promise: str, later: str, status: str) -> None:
    assert verdict(promise, later).status == status


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("No one has been charged, despite Lee's vow that a suspect would be in court.", "broken"),
        ("Hearings, which Lee had said would bring a suspect to court, were dropped.", "broken"),
        ("Lee may say more, although she had promised a suspect in court.", "not reported"),
    ],
)
def test_a_promise_recalled_as_unkept(later: str, status: str) -> None:
    promise = "Ann Lee vowed that a suspect would be in court by the end of June."
    assert verdict(promise, later).status == status


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        (
            "Acme agreed to suspend the long strike by 30 June.",
            "The strike, which was suspended on 26 June, would not be revived, Lee promised.",
        ),
        (
            "The delegations will meet in Oslo by 30 June for a round on the shelf.",
            "Experts held a first round of talks on the sea in Oslo on 21 June.",
        ),
        (
            "Acme promised to hold a first meeting of the working group in Oslo on 30 June.",
            "The working group met in Oslo on 30 June and exchanged officers.",
        ),
        (
            "Acme promised to name an expert to head the border panel by 30 June.",
            "The panel has yet to sit, although Acme named Ann Lee as its chairman on 21 June.",
        ),
        (
            "Ann Lee said she would be back in Lima by 30 June to see the council.",
            "Lee, who returned to Lima on 21 June, blamed a backlog for the delay.",
        ),
        (
            "Ann Lee promised to make the trip to Lima by 30 June.",
            "The trip to Lima, made in line with the undertaking she gave, was her first.",
        ),
        (
            "Acme promised to run in the local by-elections in northern towns on 30 June.",
            "Voters took part in the local by-elections in the north on 30 June.",
        ),
    ],
)
def test_a_promise_kept_in_other_words(promise: str, later: str) -> None:
    assert verdict(promise, later).status == "met"


@pytest.mark.parametrize(
    "later",
    [
        "Acme had undertaken to send the flow data on the dam by 30 June.",
        "Acme stayed away from talks on the flow data of the dam on 21 June.",
    ],
)
def test_what_only_recalls_it_does_not_keep_it(later: str) -> None:
    assert verdict("Acme promised to send flow data on the dam by 30 June.", later).status != "met"


def test_what_is_back_in_service_may_be_what_was_promised() -> None:
    assert outcome("be working again", "The direct line has gone back into service.") == "likely"
    assert outcome("take effect", "The truce that came into force has been observed.") == "likely"
    assert outcome("be working again", "The line has not come into service.") == "silent"


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("The data reached the town only on 14 July.", "late"),
        ("It came on 26 June, the town said.", "met"),
        ("It has not come, the town said on 14 July.", "broken"),
        ("Rain fell on 26 June.", "not reported"),
    ],
)
def test_the_sentence_that_goes_on_tells_what_became_of_it(after: str, status: str) -> None:
    promise = "Acme promised to supply the flow data by 30 June."
    found = verdict(promise, f"Acme had undertaken to supply its flow data by 30 June. {after}")
    assert found.status == status
    if status in ("met", "late"):
        assert [each.sentence for each in found.evidence] == [2]


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("A study on fish, due by 30 June, finally surfaced on 14 July.", "late"),
        ("A bridge, due by 30 June, was opened on 14 July.", "not reported"),
    ],
)
def test_both_days_and_one_seldom_thing(later: str, status: str) -> None:
    assert verdict("Acme promised to publish a study by 30 June.", later).status == status


def test_a_thing_of_the_month_it_was_promised_for() -> None:
    later = "Nine experts of the town toured the lock on 21 June."
    assert verdict("Acme agreed to send experts in June to see the lock.", later).status == "met"


def test_an_amount_that_is_told_in_part() -> None:
    promise = "Acme promised to pay $4 million into a fund for the town by 30 June."
    later = "About $2.6 million of the $4 million promised to the town has been paid, Lee said."
    assert verdict(promise, later).status == "late"


def test_what_is_done_for_some_alone_is_done_in_part() -> None:
    later = "The surcharge was lifted on 26 June for wine alone."
    assert outcome("lift the surcharge on wine and whisky", later) == "partly"
    assert outcome("lift it alone", "It was lifted for the winter.") == "done"


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("A road in the hills was opened on 21 June.", "not reported"),
        ("A road in the hills was opened by Acme on 21 June.", "met"),
        ("The smelter was opened on 21 June.", "met"),
        ("The doors were opened on 30 June.", "met"),
    ],
)
def test_the_verb_alone_proves_nothing(later: str, status: str) -> None:
    assert verdict("Acme promised to open a smelter by 30 June.", later).status == status


def test_what_is_now_expected_is_not_done() -> None:
    later = "The study, which Lee had promised in May for August, is now expected in December."
    assert outcome("commission a study of the tunnel", later) == "pending"
    assert outcome("publish a study", "The study is out; a second is due in May.") != "pending"
