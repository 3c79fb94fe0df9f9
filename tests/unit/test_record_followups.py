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
    "Bo Ek": "person: Bo Ek",
    "Acme": "organization: Acme",
    "Oslo": "place: Oslo",
}


def told(id_: str, published: str, text: str, **dates: str) -> Annotations:
    named = {word.replace("_", " "): date for word, date in dates.items()}
    return report(text, NAMES, named, published, id_)


def followed_up(reports: tuple[Annotations, ...]) -> tuple[FollowUp, ...]:
    homes = story_homes(reports)
    return follow_up(reports, gather_meetings(reports, homes), SentenceIndex.of(reports), homes)


PROMISE = told(
    "a",
    "2021-03-03",
    "Acme pledged to reopen the copper smelter by the end of June.",
    by_the_end_of_June="../2021-06-30",
)


def verdict(*later: Annotations) -> FollowUp:
    reports = (PROMISE, *later)
    return followed_up(reports)[0]


@pytest.mark.parametrize(
    ("published", "sentence", "status"),
    [
        ("2021-06-20", "Acme has reopened the copper smelter.", "met"),
        ("2021-06-20", "The copper smelter was reopened on Monday.", "met"),
        ("2021-09-20", "Acme reopened the copper smelter three months late.", "late"),
        ("2021-09-20", "Acme has yet to reopen the copper smelter.", "broken"),
        ("2021-05-20", "Acme has yet to reopen the copper smelter.", "open"),
        ("2021-05-20", "The copper smelter has not been reopened.", "open"),
        ("2021-09-20", "The copper smelter has not been reopened.", "broken"),
        ("2021-06-20", "The reopening of the copper smelter was completed on Monday.", "met"),
        ("2021-09-20", "Acme failed to reopen the copper smelter.", "broken"),
        ("2021-09-20", "The copper smelter Acme had promised to reopen never came.", "broken"),
        ("2021-05-20", "Acme cancelled plans to reopen the copper smelter.", "broken"),
        ("2021-05-20", "Acme will reopen the copper smelter soon.", "open"),
        ("2021-09-20", "The copper smelter was to have been reopened in June.", "late"),
    ],
)
def test_verdicts_have_their_evidence(published: str, sentence: str, status: str) -> None:
    later = told("b", published, sentence)
    found = verdict(later)
    assert found.status == status
    assert [source.document for source in found.evidence] == ["b"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The copper scheme, promised last March, was launched in May.", "met"),
        ("The copper scheme was launched in May.", "not reported"),
        ("The smelter that Acme announced last year has still not been set up.", "open"),
    ],
)
def test_a_promise_told_by_when_it_was_made(sentence: str, status: str) -> None:
    promise = told("a", "2021-03-03", "Acme pledged to ease the rules for copper smelters.")
    later = told("b", "2021-09-05", sentence, last_March="2021-03", May="2021-05")
    reports = (promise, later)
    (found,) = followed_up(reports)
    assert found.status == status


def test_a_promise_fallen_short_of() -> None:
    promise = told("a", "2021-03-03", "Acme pledged to release ten copper miners.")
    text = "Acme let five copper miners go, short of the ten it had promised."
    reports = (promise, told("b", "2021-05-05", text))
    (found,) = followed_up(reports)
    assert (found.status, len(found.evidence)) == ("open", 1)


def followed(promise: Annotations, *later: Annotations) -> FollowUp:
    reports = (promise, *later)
    return followed_up(reports)[0]


@pytest.mark.parametrize(
    ("pledge", "later", "dates", "status"),
    [
        (
            "Acme vowed not to close the copper smelter.",
            "Acme closed the copper smelter.",
            {},
            "broken",
        ),
        (
            "Acme pledged that no copper smelter would be sold.",
            "Acme sold its copper smelter.",
            {},
            "broken",
        ),
        (
            "Ann Lee said no copper smelter would be sold.",
            "The copper smelter was sold.",
            {},
            "broken",
        ),
        (
            "Ann Lee said no copper smelter would be sold.",
            "Nobody would say whether the copper smelter had been sold.",
            {},
            "not reported",
        ),
        (
            "Acme vowed not to close the copper smelter.",
            "Bo Ek alleges that Acme closed the copper smelter.",
            {},
            "not reported",
        ),
        (
            "Acme vowed not to close the copper smelter until it is sold.",
            "Acme closed the copper smelter.",
            {},
            "not reported",
        ),
        (
            "Acme vowed not to close the copper smelter before July.",
            "Acme closed the copper smelter on 3 May.",
            {"before_July": "../2021-06-30", "3_May": "2021-05-03"},
            "broken",
        ),
        (
            "Acme vowed not to close the copper smelter before July.",
            "Acme closed the copper smelter on 3 August.",
            {"before_July": "../2021-06-30", "3_August": "2021-08-03"},
            "met",
        ),
    ],
)
def test_what_was_not_to_be(pledge: str, later: str, dates: dict[str, str], status: str) -> None:
    dated = {k: v for k, v in dates.items() if k == "before_July"}
    past = {k: v for k, v in dates.items() if k != "before_July"}
    found = followed(
        told("a", "2021-03-03", pledge, **dated), told("b", "2021-09-20", later, **past)
    )
    assert found.status == status


@pytest.mark.parametrize(
    ("later", "dates", "status"),
    [
        # The day it was due and the day it came are both told.
        (
            "The furnace of the copper smelter, due by the end of June, ran on 9 August.",
            {"by_the_end_of_June": "../2022-06-30", "9_August": "2021-08-09"},
            "late",
        ),
        # The days it came late, taken off the day it came, are the day it was due.
        (
            "The first copper left Oslo on 10 July, ten days later than had been agreed.",
            {"10_July": "2021-07-10"},
            "late",
        ),
        (
            "The first copper left Oslo on 20 August, ten days later than had been agreed.",
            {"20_August": "2021-08-20"},
            "not reported",
        ),
        # "Likely" words of other things, and other days, prove nothing.
        (
            "A report, three weeks behind the date set in June, was read in Oslo.",
            {},
            "not reported",
        ),
        (
            "Acme paid its miners two days before the deadline of June.",
            {"June": "2021-06"},
            "not reported",
        ),
        ("A strike was called off at the smelter.", {}, "not reported"),
        # A day so long ago that no day lies so far before it.
        (
            "The copper smelter of the year 60 was lit 990 months later than was agreed.",
            {"year_60": "0060"},
            "not reported",
        ),
        ("Copper went back to the smelter in May, as Acme had said it would.", {}, "met"),
        ("The reopening of the copper smelter, promised by Acme, came in May.", {}, "met"),
        ("Nobody would say that copper flows as Acme had promised.", {}, "not reported"),
    ],
)
def test_late_and_kept_in_other_words(later: str, dates: dict[str, str], status: str) -> None:
    assert verdict(told("b", "2021-09-20", later, **dates)).status == status


@pytest.mark.parametrize(
    ("pledge", "later"),
    [
        ("Acme agreed to hold off on copper duties.", "Acme held talks on copper."),
        ("Ann Lee promised to visit Oslo.", "Ann Lee visited the copper mine."),
        ("Acme promised to meet copper makers with one voice.", "Bo Ek had hoped to meet in May."),
    ],
)
def test_what_sounds_alike_proves_nothing(pledge: str, later: str) -> None:
    found = followed(told("a", "2021-03-03", pledge), told("b", "2021-09-20", later))
    assert found.status == "not reported"


def test_an_invitation_accepted_is_kept_by_the_visit() -> None:
    promise = told(
        "a",
        "2021-03-03",
        "Ann Lee accepted an invitation to visit Oslo before the end of the year.",
        before_the_end_of_the_year="../2021-12-31",
    )
    visit = told(
        "b", "2021-09-20", "Ann Lee met Bo Ek in Oslo on 12 July.", **{"12_July": "2021-07-12"}
    )
    assert followed(promise, visit).status == "met"


def test_what_begins_years_ahead_is_open() -> None:
    promise = told(
        "a", "2021-03-03", "Acme promised to deliver copper wire from 2036.", from_2036="2036/.."
    )
    assert followed(promise, told("b", "2021-09-20", "Bo Ek bought a hat.")).status == "open"


@pytest.mark.parametrize(
    ("action", "sentence", "said"),
    [
        ("not resign", "Lee stood down on Friday.", "done"),
        ("sign a deal", "The two put their names to the deal.", "done"),
        ("seek leave to appeal", "They were refused leave to appeal.", "done"),
        ("open the line", "On 3 May the line opened.", "done"),
        ("open the line", "The line may open.", "silent"),
        ("release 120 prisoners", "There were 94 prisoners who were released.", "partly"),
        ("release 120 prisoners", "After six weeks the prisoners were released.", "done"),
        ("send 40 lorries", "Of the 40 lorries that it meant to send, 12 got through.", "partly"),
        ("host talks", "A panel named at the talks he hosted was to have ruled by now.", "done"),
        ("review the fee", "A review of the fee, which she announced in May, ended.", "done"),
        ("hold a third round", "A round was to have been held in May, but fell through.", "undone"),
        ("hold a third round", "A third round was called off.", "undone"),
        ("send experts", "The experts did reach the mine in late August.", "done"),
    ],
)
def test_a_sentence_by_its_verbs(action: str, sentence: str, said: str) -> None:
    assert outcome(action, sentence) == said


def test_a_verb_that_can_stand_for_the_promise_s_own_keeps_it() -> None:
    promise = told(
        "a",
        "2021-03-03",
        "Ann Lee pledged to submit the draft treaty to parliament by the end of June.",
        by_the_end_of_June="../2021-06-30",
    )
    text = "The government sent the draft treaty to parliament on July 3."
    reports = (promise, told("b", "2021-07-05", text, July_3="2021-07-03"))
    (found,) = followed_up(reports)
    assert (found.status, [source.document for source in found.evidence]) == ("late", ["b"])


def test_an_appointment_is_kept_by_the_meeting_of_that_day() -> None:
    names = ("Ann Lee and Bo Ek will meet on Saturday.", "Ann Lee met Bo Ek on Saturday in Oslo.")
    days = ({"Saturday": "2021-03-06"},) * 2
    reports = tuple(
        told(id_, day, text, **dates)
        for id_, day, text, dates in zip(
            "ab", ("2021-03-04", "2021-03-07"), names, days, strict=True
        )
    )
    held = gather_meetings(reports, story_homes(reports))
    found = follow_up(reports, held, SentenceIndex.of(reports), story_homes(reports))[0]
    assert (found.status, [source.document for source in found.evidence]) == ("met", ["b"])


@pytest.mark.parametrize(
    ("published", "sentence", "status"),
    [
        ("2021-05-20", "Only 12 of the 150 apprentices have been hired by Acme so far.", "open"),
        ("2021-09-20", "Acme hired 12 of the 150 apprentices.", "late"),
        ("2021-05-20", "Acme said 74 apprentices had been hired so far.", "open"),
        ("2021-05-20", "All but 40 of the 150 apprentices have been hired by Acme.", "open"),
        ("2021-09-20", "Acme had promised 150 apprentices but hired 90.", "late"),
        ("2021-06-20", "Acme hired all 150 apprentices.", "met"),
        ("2021-06-20", "Acme, where one of the two mines is shut, hired 150 apprentices.", "met"),
    ],
)
def test_a_part_is_not_the_whole(published: str, sentence: str, status: str) -> None:
    promise = told(
        "a",
        "2021-03-03",
        "Acme agreed to hire 150 apprentices by the end of June.",
        by_the_end_of_June="../2021-06-30",
    )
    reports = (promise, told("b", published, sentence))
    found, *_ = followed_up(reports)
    assert found.status == status


def test_a_pact_agreed_is_the_treaty_signed() -> None:
    promise = told(
        "a",
        "2021-03-03",
        "Acme would sign a copper supply agreement before the end of June, Ann Lee announced.",
        before_the_end_of_June="../2021-06-30",
    )
    later = told("b", "2021-06-20", "Acme has signed a copper supply treaty in Oslo.")
    found = followed_up((promise, later))
    assert [one.status for one in found][:1] == ["met"]


def test_silence_after_the_day_is_not_reported() -> None:
    found = verdict(told("b", "2021-09-20", "Bo Ek bought a new hat in Oslo."))
    assert (found.status, found.evidence) == ("not reported", ())


def test_silence_before_the_day_is_open() -> None:
    assert verdict(told("b", "2021-05-01", "Bo Ek bought a hat.")).status == "open"


def test_earlier_reports_prove_nothing() -> None:
    earlier = told("b", "2021-01-20", "Acme reopened the copper smelter.")
    assert verdict(earlier).status == "not reported" or not verdict(earlier).evidence


def test_a_visit_promised_is_kept_by_the_meeting_there() -> None:
    reports = (
        told("a", "2021-03-03", "Ann Lee promised to visit Oslo in May.", in_May="2021-05"),
        told("b", "2021-05-19", "Ann Lee met Bo Ek in Oslo on Tuesday.", Tuesday="2021-05-18"),
    )
    found = followed_up(reports)[0]
    assert found.status == "met"
    assert found.evidence[0].document == "b"


def test_outcome_reads_one_sentence() -> None:
    assert outcome("to pay the debt", "Acme paid the debt.") == "done"
    assert outcome("to pay the debt", "Acme has not paid the debt.") == "undone"
    assert outcome("publish monthly figures", "It began to publish monthly figures.") == "done"
    assert outcome("to pay the debt", "Acme should pay the debt.") == "silent"


@pytest.mark.parametrize(
    ("published", "sentence", "dates", "status"),
    [
        (
            "2021-09-20",
            "The copper smelter was reopened on 12 June.",
            {"12_June": "2021-06-12"},
            "met",
        ),
        (
            "2021-09-20",
            "The copper smelter was reopened on 3 August.",
            {"3_August": "2021-08-03"},
            "late",
        ),
        (
            "2021-07-20",
            "Acme's copper smelter stood without power when the deadline ran out.",
            {},
            "late",
        ),
        ("2021-07-20", "Acme had hoped to reopen the copper smelter by now.", {}, "late"),
    ],
)
def test_the_day_decides(published: str, sentence: str, dates: dict[str, str], status: str) -> None:
    assert verdict(told("b", published, sentence, **dates)).status == status


def test_other_words_for_the_same_deed() -> None:
    reports = (
        told(
            "a",
            "2021-03-03",
            "Ann Lee vowed to bring the matter before Acme by May.",
            by_May="../2021-05",
        ),
        told("b", "2021-04-20", "Ann Lee filed a claim at Acme on Monday.", Monday="2021-04-19"),
    )
    found = followed_up(reports)[0]
    assert (found.status, found.evidence[0].document) == ("met", "b")


def test_the_last_report_leaves_it_open() -> None:
    only = told("a", "2021-03-03", "Ann Lee said she would not sell the mine.")
    assert follow_up((only,), (), SentenceIndex.of((only,)), {})[0].status == "open"


def test_an_appointment_is_not_kept_by_another_visit() -> None:
    reports = (
        told("a", "2021-03-03", "Ann Lee will visit Oslo on Monday.", Monday="2021-03-08"),
        told("b", "2021-07-02", "Ann Lee met Bo Ek in Oslo on Tuesday.", Tuesday="2021-06-29"),
    )
    assert followed_up(reports)[0].status == "not reported"


@pytest.mark.parametrize(
    ("published", "sentence", "status"),
    [
        (
            "2021-08-02",
            "The copper smelter, which Acme had said would be open by June, has not been reopened.",
            "broken",
        ),
        (
            "2021-08-02",
            "Acme reopened the copper smelter this summer, five weeks later than it had pledged.",
            "late",
        ),
        (
            "2021-06-20",
            "Acme reopened the copper smelter two weeks ahead of schedule.",
            "met",
        ),
        (
            "2021-08-02",
            "Acme will not, however, reopen the copper smelter, as it pledged in March.",
            "broken",
        ),
    ],
)
def test_late_is_not_broken(published: str, sentence: str, status: str) -> None:
    assert verdict(told("b", published, sentence)).status == status


def test_a_thing_promised_is_found_by_its_name() -> None:
    reports = (
        told(
            "a",
            "2021-03-03",
            "Acme promised that the water notice, posted on Monday, would be lifted by the end of"
            " June.",
            by_the_end_of_June="../2021-06-30",
        ),
        told(
            "b", "2021-08-02", "The water notice was lifted on 4 July.", **{"4_July": "2021-07-04"}
        ),
    )
    found = followed_up(reports)[0]
    assert found.status == "late"


def test_relations_broken_off_break_no_promise() -> None:
    assert outcome("visit Oslo", "Ann Lee came to Oslo, the first since ties were broke off") != (
        "undone"
    )


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        ("Acme pledged to free fourteen sailors.", "Acme let the 14 sailors go on Monday.", "met"),
        ("Acme pledged to free 14 sailors.", "The fourteen sailors were freed in May.", "met"),
        ("Acme pledged to free 14 sailors.", "Acme has freed none of the 14 sailors.", "broken"),
        ("Acme pledged to free 14 sailors.", "Not one of the 14 sailors was freed.", "broken"),
    ],
)
def test_numbers_in_words_and_letting_go(promise: str, later: str, status: str) -> None:
    due = {"by_the_end_of_June": "../2021-06-30"}
    first = told("a", "2021-03-03", f"{promise[:-1]} by the end of June.", **due)
    found = followed_up((first, told("b", "2021-09-20", later)))
    assert found[0].status == status


def test_countries_meet_when_those_who_speak_for_them_do() -> None:
    names = {"Norway": "place: Norway", "Chile": "place: Chile", **NAMES}
    first = report(
        "Norway and Chile agreed to reconvene in Oslo in June.",
        names,
        {"June": "2021-06"},
        "2021-03-03",
    )
    later = report(
        "Norway's Ann Lee held talks with Chile's Bo Ek in Oslo on Friday.",
        names,
        {"Friday": "2021-06-04"},
        "2021-06-05",
        "b",
    )
    assert [each.status for each in followed_up((first, later))] == ["met"]


@pytest.mark.parametrize(
    ("pledge", "later", "status"),
    [
        (
            "Acme agreed to pay 60 percent of the smelter.",
            "Acme will pay half of the smelter, and not the 60 percent agreed in March.",
            "broken",
        ),
        (
            "Acme agreed to pay 60 copper miners.",
            "Acme paid 40 copper miners, not the 60 promised.",
            "open",
        ),
        (
            "Acme pledged to spend 9 million on copper.",
            "Not a penny of the 9 million promised for copper by Acme was ever spent.",
            "broken",
        ),
        ("Acme pledged to set up a copper fund.", "No copper fund exists. Acme is silent.", "open"),
        (
            "Acme pledged to file a copper appeal.",
            "Acme never filed the copper appeal it announced in spring.",
            "broken",
        ),
        (
            "Acme pledged to keep its copper chief.",
            "Acme sacked its copper chief months after it had promised to keep her.",
            "broken",
        ),
        (
            "Acme pledged to keep its copper chief.",
            "Acme did not sack its copper chief.",
            "open",
        ),
    ],
)
def test_what_became_of_it_in_other_words(pledge: str, later: str, status: str) -> None:
    found = followed(told("a", "2021-03-03", pledge), told("b", "2021-09-05", later))
    assert found.status == status


def test_what_is_still_so_after_the_day() -> None:
    pledge = told(
        "a",
        "2021-03-03",
        "Acme pledged to pull its miners from both copper pits by the end of June.",
        by_the_end_of_June="../2021-06-30",
    )
    later = "Acme's miners were still in both copper pits, a month after they were to leave."
    assert followed(pledge, told("b", "2021-08-05", later)).status == "broken"


def test_a_sentence_proves_a_verdict_once() -> None:
    later = told(
        "b",
        "2021-07-05",
        "Acme reopened the copper smelter on 2 July, two days late.",
        **{"2_July": "2021-07-02"},
    )
    found = verdict(later)
    assert (found.status, len(found.evidence)) == ("late", 1)


@pytest.mark.parametrize(
    ("pledge", "day", "later", "status"),
    [
        ("impose copper duties from 3 May", "2021-05-03/..", "Copper duties came into force on "
         "2 May, a day earlier than announced.", "met"),
        ("send copper convoys from 3 May", "2021-05-03/..", "Copper reached Oslo on 11 May, eight"
         " days late.", "late"),
        ("compensate the copper families by 3 May", "../2021-05-03", "Payments to the copper"
         " families began on 20 May, more than two weeks after the date.", "late"),
        ("report on copper by 3 May", "../2021-05-03", "Acme will not report on copper before"
         " September.", "late"),
        ("finish a copper report by 3 May", "../2021-05-03", "The copper report will not be ready"
         " before September.", "late"),
        ("open a copper museum by 3 May", "../2022-05-03", "Acme will not open a copper museum.",
         "broken"),
        ("travel to the copper pits by 3 May", "../2021-05-03", "No envoy of Acme has travelled to"
         " the copper pits.", "broken"),
    ],
)  # fmt: skip
def test_early_late_and_never(pledge: str, day: str, later: str, status: str) -> None:
    dates = {"2_May": "2021-05-02", "11_May": "2021-05-11", "20_May": "2021-05-20"}
    when = "from_3_May" if day.endswith("..") else "by_3_May"
    promise = told("a", "2021-03-03", f"Acme pledged to {pledge}.", **{when: day})
    assert followed(promise, told("b", "2021-07-05", later, **dates)).status == status


def test_who_will_meet_the_premier_met_her_that_day() -> None:
    promise = told("a", "2021-03-03", "Ann Lee will meet the premier on 5 March.",
                   **{"5_March": "2021-03-05"})  # fmt: skip
    text = "Ann Lee met Bo Ek in Oslo on 5 March."
    (found,) = followed_up((promise, told("b", "2021-03-08", text, **{"5_March": "2021-03-05"})))
    assert found.status == "met"
    (found,) = followed_up((promise, told("b", "2021-03-08", text, **{"5_March": "2021-03-04"})))
    assert found.status != "met"


@pytest.mark.parametrize(
    ("pledge", "day", "later", "status"),
    [
        ("send the copper papers by 13 March", "../2021-03-13", "Acme sent the copper papers on 12"
         " March, one day before its time ran out.", "met"),
        ("hire a copper chief by 28 April", "../2021-04-28", "Acme, which had promised a copper"
         " chief by 28 April, said on Friday that the talks had broken down.", "broken"),
    ],
)  # fmt: skip
def test_in_time_and_never(pledge: str, day: str, later: str, status: str) -> None:
    dates = {"12_March": "2021-03-12", "28_April": "../2021-04-28"}
    promise = told(
        "a", "2021-03-03", f"Acme pledged to {pledge}.", by_13_March=day, by_28_April=day
    )
    assert followed(promise, told("b", "2021-06-05", later, **dates)).status == status


def test_a_meeting_of_one_of_two_with_another_keeps_no_appointment() -> None:
    promise = told("a", "2021-03-03", "Ann Lee and Bo Ek agreed to meet in Oslo on 5 March.",
                   **{"5_March": "2021-03-05"})  # fmt: skip
    text = "Ann Lee met the owner of Acme in Oslo on 5 March."
    (found,) = followed_up((promise, told("b", "2021-03-08", text, **{"5_March": "2021-03-05"})))
    assert found.status == "not reported"


@pytest.mark.parametrize(
    ("pledge", "day", "later", "status"),
    [
        ("hire 700 copper smiths by 2030", "../2030-12-31", "Smiths of copper were rejected, three"
         " days after the date.", "open"),
        ("open copper pits next week", "2021-03-08/2021-03-14", "Acme opened copper pits on 15"
         " March, as it had announced.", "met"),
        ("hold a copper summit by 3 May", "../2021-05-03", "Neither Acme's copper summit set for"
            " May nor its copper review has taken place.", "broken"),
        ("keep its copper pits open until 2030", "../2030", "Acme will shut its copper pits in"
         " spite of a promise to keep them open until 2030.", "broken"),
        ("close its copper pits", "", "Acme closed its copper pits on 15 February.",
         "not reported"),
    ],
)  # fmt: skip
def test_the_day_and_the_words_of_a_verdict(pledge: str, day: str, later: str, status: str) -> None:
    due = ("by_2030", "next_week", "by_3_May", "until_2030")
    words = dict.fromkeys(due, day) if day else {}
    dates = {"15_March": "2021-03-15", "15_February": "2021-02-15"}
    promise = told("a", "2021-03-03", f"Acme pledged to {pledge}.", **words)
    found = followed(promise, told("b", "2021-06-05", later, **dates))
    assert found.status == status


@pytest.mark.parametrize(
    ("action", "sentence", "said"),
    [
        ("reopen the bridge", "There is no sign of the bridge being reopened.", "lacking"),
        ("reopen the bridge", "There is no sign of rain, and it was reopened.", "done"),
        ("pay the village", "The village has not seen a cent of the money, Lee said.", "silent"),
        ("pay the village money", "Lee had not seen a cent of the money.", "lacking"),
        ("reopen the bridge", "Nothing has come of the plan to reopen the bridge.", "undone"),
        ("pay 4 million euros", "Norway has paid nothing.", "lacking"),
        ("pay 4 million euros", "Half of the 4 million euros has been paid.", "partly"),
        ("pay 4 million euros", "Half of the euros has not been paid.", "lacking"),
        ("pay 4 million euros", "Of the 4 million euros, 1.5 million has been paid.", "partly"),
        ("pay the village", "The village received it in June.", "done"),
        ("reopen the bridge", "The bridge has been open since June.", "done"),
        ("reopen the bridge", "When the bridge is open, trade grows.", "silent"),
        ("reopen the bridge", "It reopened three days inside the limit.", "done"),
        ("hire 500 people", "Acme has hired 310 people so far.", "partly"),
        ("hire 500 people", "Acme has hired nobody.", "lacking"),
        ("withdraw the troops", "Some troops have left the valley.", "partly"),
        ("withdraw the troops", "The last troops left the valley.", "done"),
        ("clean up the river", "Acme has done nothing to clean up the river.", "lacking"),
        ("lift the ban", "Norway has extended the ban.", "undone"),
        ("vote on the bill", "Parliament rejected the bill.", "done"),
        ("sign the treaty", "The treaty remains unsigned.", "lacking"),
        ("pay the wages", "The workers are still waiting for their wages.", "lacking"),
        ("reopen the bridge", "Norway has given up on reopening the bridge.", "undone"),
    ],
)
def test_what_a_sentence_says_of_a_promise(action: str, sentence: str, said: str) -> None:
    assert outcome(action, sentence) == said


@pytest.mark.parametrize(
    ("pledge", "due", "later", "status"),
    [
        # another verb stands for the promise's own, and a thing is shared
        ("send 2,000 copper pots by 30 June", "../2021-06-30", "The pots never arrived.", "broken"),
        ("send 2,000 copper pots by 30 June", "../2021-06-30", "No pot has arrived.", "broken"),
        ("release ten copper thieves by 30 June", "../2021-06-30",
         "The thieves were freed on 2 July.", "late"),
        # what was due in a month came weeks later
        ("publish a copper report in June", "2021-06", "The report was published on 2 August.",
         "late"),
        ("publish a copper report in June", "2021-06", "The report was published on 2 November.",
         "not reported"),
        # what was due on a day came weeks later, and is no meeting
        ("lift its ban on copper pots on 30 June", "2021-06-30",
         "The ban on copper pots was lifted on 2 August.", "late"),
        # things are begun and held every day
        ("begin talks on copper pots in June", "2021-06", "A round on pots opened on 2 July.",
         "not reported"),
        # told five weeks after the day as not done
        ("reopen the copper pit by 30 June", "../2021-06-30",
         "Five weeks after the deadline the copper pit has not reopened.", "broken"),
    ],
)  # fmt: skip
def test_another_verb_for_the_deed(pledge: str, due: str, later: str, status: str) -> None:
    days = {"2_July": "2021-07-02", "2_August": "2021-08-02", "2_November": "2021-11-02"}
    promise = told("a", "2021-03-03", f"Acme pledged to {pledge}.",
                   by_30_June=due, on_30_June=due, in_June=due)  # fmt: skip
    other = told("c", "2021-12-01", "It rained. The harvest was good. Bo Ek sang in Oslo.")
    found = followed(promise, told("b", "2021-11-20", later, **days), other)
    assert found.status == status
