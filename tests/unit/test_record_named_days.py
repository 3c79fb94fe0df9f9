"""Later sentences that tell what became of a promise by naming the day it was due."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from dateline.annotation import annotate
from dateline.folder import load_story, read_folder
from dateline.model import Annotations, FollowUp
from dateline.reading.clean import clean
from dateline.record.followups import follow_up
from dateline.record.meetings import gather_meetings, story_homes
from dateline.record.outcomes import outcome
from dateline.record.wording import SentenceIndex
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Acme": "organization: Acme",
    "Lima": "place: Lima",
}
DAYS = {
    "before 30 June": "../2021-06-29",
    "by 30 June": "../2021-06-30",
    "until 30 June": "../2021-06-30",
    "by the end of June": "../2021-06-30",
    "30 June": "2021-06-30",
    "14 July": "2021-07-14",
    "28 July": "2021-07-28",
    "21 June": "2021-06-21",
    "31 December": "2021-12-31",
    "the next June": "../2022-06-30",
}
PROMISE = "Ann Lee promised to have a study of the reef ready by 30 June."


def told(id_: str, published: str, text: str) -> Annotations:
    dates = {words: edtf for words, edtf in DAYS.items() if words in text}
    for words in sorted(dates, key=len):
        if any(words != other and words in other for other in dates):
            del dates[words]
    return report(text, NAMES, dates, published, id_)


def verdicts(promise: str, later: str, published: str = "2021-09-20") -> list[FollowUp]:
    reports = (told("a", "2021-03-03", promise), told("b", published, later))
    homes = story_homes(reports)
    meetings = gather_meetings(reports, homes)
    return list(follow_up(reports, meetings, SentenceIndex.of(reports), homes))


def verdict(promise: str, later: str, published: str = "2021-09-20") -> str:
    return verdicts(promise, later, published)[0].status


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("The paper that Lee was to have sent round by 30 June has yet to appear.", "late"),
        ("Whatever Lee had meant to send by 30 June never came.", "broken"),
        ("Lee had undertaken to send it by 30 June. It never came.", "broken"),
        ("Lee had undertaken to send it by 30 June. It will now be sent by the next June.", "late"),
        ("Lee had undertaken to send it by 30 June. Nobody has seen a page of it.", "not reported"),
        ("A paper due by 30 June was sent round by Lee on 14 July.", "late"),
        ("The 30 June deadline passed without a page from anyone.", "broken"),
        ("The 30 June deadline was met, as agreed, by everyone.", "met"),
        ("Nobody had asked the other office for a page on 30 June.", "not reported"),
    ],
)
def test_the_day_it_was_due_tells_which_promise_is_meant(later: str, status: str) -> None:
    assert verdict(PROMISE, later) == status


def test_the_evidence_is_the_sentence_that_tells() -> None:
    later = "Lee had undertaken to send it by 30 June. It never came."
    found = verdicts(PROMISE, later)[0]
    assert [each.sentence for each in found.evidence] == [2]


def test_of_two_due_that_day_the_one_with_more_in_common() -> None:
    both = f"{PROMISE} Bo Ek promised to have a wharf in Lima mended by 30 June."
    study, wharf, *_ = verdicts(both, "What Bo Ek had meant to do by 30 June never came to pass.")
    assert (study.status, wharf.status) == ("not reported", "broken")


def test_where_both_may_be_meant_neither_is() -> None:
    both = f"{PROMISE} Bo Ek promised to have a wharf in Lima mended by 30 June."
    assert {each.status for each in verdicts(both, "The 30 June deadline passed.")} == {
        "not reported"
    }


def test_a_day_of_the_next_year_promised_anew_is_another() -> None:
    later = "Lee agreed in Lima to have another paper out by the next June, and not before."
    assert verdict(PROMISE, later, "2022-03-03") == "not reported"


def test_the_day_on_which_it_was_promised_is_not_the_day_it_was_due() -> None:
    later = "Lee had promised on 30 June not to stand in the way."
    assert verdict(PROMISE, later) == "not reported"


def test_days_counted_back_name_it_too() -> None:
    later = "The leaflet reached shops on 14 July, two weeks after the date Lee had given."
    assert verdict(PROMISE, later) == "late"
    later = "The leaflet reached shops on 28 July, nearly four weeks after the date Lee had given."
    assert verdict("Ann Lee promised to have a study ready by 30 June.", later) == "late"


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Lee gave evidence to a committee of the town on 30 June.", "met"),
        ("Bo Ek gave evidence to a court on 30 June.", "not reported"),
        ("Lee was to have been heard by the committee on 30 June, he said.", "late"),
    ],
)
def test_what_was_done_on_the_very_day(later: str, status: str) -> None:
    promise = "Ann Lee promised to appear at the committee on 30 June."
    assert verdict(promise, later) == status


def test_it_is_known_by_the_sentence_before() -> None:
    promise = "Ann Lee has a review of the wharf. It will be released by 30 June, she promised."
    later = "The review of the wharf was due out by the end of June and has yet to appear."
    assert verdict(promise, later) == "late"


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Lee had undertaken to say nothing until 30 June, but gave an interview.", "broken"),
        ("Lee had undertaken to say nothing until 30 June.", "not reported"),
    ],
)
def test_a_promise_not_to_do_it(later: str, status: str) -> None:
    promise = "Ann Lee promised not to speak to the press until 30 June."
    assert verdict(promise, later) == status


def test_what_is_already_done_was_not_waited_for() -> None:
    promise = "Ann Lee promised that the old reef would not be sold until the wharf was mended."
    assert verdict(promise, "The old reef has already been sold by Lee.") == "broken"
    assert verdict(promise, "The old reef has been sold by Lee.") == "not reported"


@pytest.mark.parametrize(
    ("action", "later", "told"),
    [
        ("be reinstated", "All but 38 had been reinstated, the board said.", "partly"),
        ("hand over flow data", "It sent the flow data twice, and nothing since.", "partly"),
        (
            "put sh4 billion in",
            "It got 3.1 billion, against the 4 billion Lee had spoken of.",
            "partly",
        ),
        (
            "put sh4 billion in",
            "It got 6 billion, against the 4 billion Lee had spoken of.",
            "silent",
        ),
        ("scrap the surcharge", "The state has kept the surcharge on cotton.", "undone"),
        ("scrap the surcharge", "The state has kept its word on cotton.", "done"),
    ],
)
def test_what_a_sentence_says_of_a_part(action: str, later: str, told: str) -> None:
    assert outcome(action, later) == told


def test_what_was_to_begin_on_a_day_and_began_on_another() -> None:
    reports = (
        report(
            "Acme will replace the toll with a quota from 30 June.",
            NAMES,
            {"from 30 June": "2021-06-30/.."},
            "2021-03-03",
            "a",
        ),
        told(
            "b", "2021-09-20", "The quota did replace the toll, but on 14 July rather than 30 June."
        ),
    )
    homes = story_homes(reports)
    found = follow_up(reports, (), SentenceIndex.of(reports), homes)[0]
    assert found.status == "late"


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        ("Ann Lee vowed that she would not resign.", "Ann Lee stood down on 14 July.", "broken"),
        ("Ann Lee vowed that she would not resign.", "Bo Ek resigned on 14 July.", "not reported"),
        ("Ann Lee vowed to resign by 30 June.", "Ann Lee resigned on 21 June.", "met"),
        ("Ann Lee vowed to resign by 30 June.", "Ann Lee stepped aside on 14 July.", "late"),
        ("Ann Lee vowed not to resign before 30 June.", "Ann Lee resigned on 14 July.", "met"),
    ],
)
def test_who_resigned_is_told_by_the_events(promise: str, later: str, status: str) -> None:
    assert verdict(promise, later) == status


def test_a_count_over_a_line_break_is_read(tmp_path: Path) -> None:
    sentences = (
        "The study of the reef reached the shops of Lima on 14 July, two weeks after the date that"
        " the council of the town had given.",
        "Every shop in the town had sold it before the end of the week, and the printers were"
        " asked to bring out as many copies again.",
    )
    body = "\n\n".join(textwrap.fill(each, 60) for each in sentences)
    (tmp_path / "a.txt").write_text(f"A study of a reef is out\n\n3 August 2021\n\n{body}\n")
    story, _ = load_story(tmp_path)
    one = annotate(clean(read_folder(tmp_path).documents[0]), story)
    assert [place.text for place in SentenceIndex.of([one]).places] == list(sentences)


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Acme has not paid the village.", "broken"),
        ("Acme has made good on its promise to pay the village.", "met"),
        ("Acme honoured its pledge to pay the village.", "met"),
        ("As promised, Acme paid the village on 21 June.", "met"),
        ("Acme has gone back on its pledge to pay the village.", "broken"),
        ("Acme paid the village on 14 July, two days before a later deadline.", "late"),
        ("The 30 June deadline of Acme came and went.", "broken"),
        ("No cheque came on 30 June as planned, the village said.", "broken"),
        ("Nobody in the village had cash by the deadline, due on 30 June.", "broken"),
    ],
)
def test_a_word_kept_or_gone_back_on(later: str, status: str) -> None:
    promise = "Acme promised to pay 4 million dollars to the village by 30 June."
    assert verdict(promise, later) == status


def test_what_is_still_as_it_was() -> None:
    assert outcome("reopen the bridge", "The bridge remains closed.") == "lacking"
    assert outcome("lift the ban", "The ban is still in force.") == "lacking"
    assert outcome("reopen the bridge", "The shop closed in May.") == "silent"
