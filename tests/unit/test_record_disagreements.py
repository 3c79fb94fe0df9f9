from __future__ import annotations

import time
from dataclasses import replace

import pytest

from dateline.model import Annotations, Disagreement, Span
from dateline.record.disagreements import find_disagreements
from dateline.record.meetings import gather_meetings, story_homes
from dateline.record.wording import SentenceIndex, about
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Acme": "organization: Acme",
    "Norway": "place: Norway",
    "Chile": "place: Chile",
    "Lima": "place: Lima",
}


def told(id_: str, published: str, text: str, **dates: str) -> Annotations:
    named = {word.replace("_", " "): date for word, date in dates.items()}
    return report(text, NAMES, named, published, id_)


def found(*reports: Annotations) -> tuple[Disagreement, ...]:
    homes = story_homes(reports)
    index = SentenceIndex.of(reports)
    return find_disagreements(reports, (), gather_meetings(reports, homes), index, homes)


def sides(disagreement: Disagreement) -> list[str | None]:
    return [account.speaker for account in disagreement.accounts]


def test_announced_by_one_and_denied_by_the_other() -> None:
    text = (
        "Norway announced that a deal on copper tariffs had been reached.\n"
        "Chile denied that a deal on copper tariffs had been reached."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["norway", "chile"]
    assert [account.source.sentence for account in one.accounts] == [1, 2]


def test_a_report_denied_in_the_same_breath() -> None:
    text = "Ann Lee denied a report by Acme that she had offered to resign."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["acme", "ann-lee"]


def test_a_number_that_is_another_one_for_the_other_side() -> None:
    text = (
        "More than 100,000 people have fled since May, Ann Lee said.\n"
        "Acme says the number is 60,000."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert one.about == "How many or how much: people"
    assert sides(one) == ["ann-lee", "acme"]


def test_who_is_only_mentioned_in_a_denial_is_no_side_of_it() -> None:
    text = (
        "Ann Lee said that she had not been given the copper contract for the harbour that Bo Ek "
        "had vowed to publish."
    )
    assert found(told("a", "2021-03-03", text)) == ()


def test_two_who_count_the_same_without_saying_what() -> None:
    text = "Acme put the number of animals shipped so far at 21,000; Ann Lee spoke of 18,500."
    (one,) = found(told("a", "2021-03-03", text))
    assert (one.about, sides(one)) == ("How many or how much", ["acme", "ann-lee"])


def test_both_sides_in_one_sentence() -> None:
    (one,) = found(told("a", "2021-03-03", "Chile denied Norway's claim that it had paid."))
    assert sides(one) == ["norway", "chile"]


def test_a_denial_that_points_back() -> None:
    text = "Ann Lee said Acme had cheated its workers. Acme denied it."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_nobody_contradicts_himself() -> None:
    text = "Acme said copper tariffs had fallen. Acme denied that copper tariffs had fallen twice."
    assert found(told("a", "2021-03-03", text)) == ()


def test_denials_of_other_things_are_left_alone() -> None:
    text = "Ann Lee said copper was dear. Ships came and went. Rain fell. Acme denied any fraud."
    assert found(told("a", "2021-03-03", text)) == ()


def test_lengths_of_one_meeting_that_differ() -> None:
    one, other = (
        told(
            id_,
            "2021-03-03",
            f"Ann Lee met Bo Ek in Lima on Tuesday. Their {length} meeting went well.",
            Tuesday="2021-03-02",
        )
        for id_, length in (("a", "30-minute"), ("b", "two-hour"))
    )
    (disagreement,) = found(one, other)
    assert [account.source.document for account in disagreement.accounts] == ["a", "b"]


def test_lengths_that_differ_by_rounding_agree() -> None:
    reports = [
        told(
            id_,
            "2021-03-03",
            f"Ann Lee met Bo Ek in Lima on Tuesday. Their {length} meeting went well.",
            Tuesday="2021-03-02",
        )
        for id_, length in (("a", "65-minute"), ("b", "one-hour"))
    ]
    assert found(*reports) == ()


def test_a_date_that_only_one_side_names() -> None:
    one = told(
        "a",
        "2021-03-03",
        "Ann Lee met Bo Ek in Lima on Tuesday. Ann Lee and Bo Ek agreed to reopen the copper "
        "smelter by the end of June, Norway said.",
        Tuesday="2021-03-02",
        by_the_end_of_June="../2021-06-30",
    )
    other = told(
        "b",
        "2021-03-03",
        "Ann Lee met Bo Ek in Lima on Tuesday. Ann Lee and Bo Ek agreed to reopen the copper "
        "smelter, Chile said.",
        Tuesday="2021-03-02",
    )
    (disagreement,) = found(one, other)
    assert sides(disagreement) == ["norway", "chile"]


def test_counts_that_two_sides_give() -> None:
    text = "Ann Lee said that 71 people had been on the ship.\nAcme put the number at 64."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_counts_of_different_things_agree() -> None:
    text = "Ann Lee said 57 people came ashore. Bo Ek said 71 people own horses."
    assert found(told("a", "2021-03-03", text)) == ()


def test_tolls_told_in_other_words_are_one_count() -> None:
    text = "Ann Lee put the death toll at 16. Acme said that 14 people had died."
    (one,) = found(told("a", "2021-03-03", text))
    assert one.about == "How many or how much: deaths"
    assert sides(one) == ["ann-lee", "acme"]


def test_endless_verbs_before_a_toll_take_linear_time() -> None:
    text = "Ann Lee said that " + "had " * 25_000 + "died."
    began = time.process_time()
    found(told("a", "2021-03-03", text))
    assert time.process_time() - began < 5


def test_tolls_of_other_events_agree() -> None:
    text = "Ann Lee said 12 people had died in the fire. Acme said that a flood had killed four."
    assert found(told("a", "2021-03-03", text)) == ()


def test_a_denial_finds_its_claim_in_another_article() -> None:
    one = told("a", "2021-03-03", "Ann Lee said the Lima smelter leaked arsenic into wells.")
    other = told("b", "2021-03-05", "Acme denied that the Lima smelter leaked arsenic.")
    (disagreement,) = found(one, other)
    assert sides(disagreement) == ["ann-lee", "acme"]
    assert [account.source.document for account in disagreement.accounts] == ["a", "b"]


def test_accounts_that_the_report_says_differ() -> None:
    text = (
        "On copper the two accounts differ. According to Norway, mines were named. "
        "Chile reported only that trade was discussed."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["norway", "chile"]


def test_an_estimate_and_a_share_of_it() -> None:
    text = (
        "Ann Lee told the court that the delay cost 200,000 euros a day. "
        "Bo Ek put the figure at a quarter of that."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_a_number_that_stands_for_what_was_counted() -> None:
    text = "Ann Lee said that only seven ferries had beacons. Bo Ek said nine had passed."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_who_goes_on_denying_is_a_side_too() -> None:
    text = (
        "Acme announced that it had reached a settlement with the miners. "
        "Norway said that there was no such thing. “Nobody has signed anything,” said Ann Lee."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["acme", "norway", "ann-lee"]


def test_no_such_reports() -> None:
    text = (
        "Ann Lee said that she had reported the latch. The judge listened. "
        "Bo Ek testified that no such reports had reached him."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_a_question_claims_nothing() -> None:
    text = "Ann Lee asked whether copper tariffs had been paid. Acme denied it. Rain fell."
    assert all(sides(each) != ["ann-lee", "acme"] for each in found(told("a", "2021-03-03", text)))


def test_a_denial_that_names_whom_it_answers() -> None:
    text = (
        "Acme denied on Monday that it had agreed to a cease-fire announced by Ann Lee. The truce"
        " would last until June, Ann Lee said."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_shares_in_percent() -> None:
    text = "The turnout was 62%, Ann Lee said. Acme said it was 58%."
    (one,) = found(told("a", "2021-03-03", text))
    assert (one.about, sides(one)) == ("How many or how much: percent", ["ann-lee", "acme"])


def test_a_number_that_stands_alone() -> None:
    text = "Norway said 38 breaches had been noted since May. Acme counts 61."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["norway", "acme"]


def test_a_heading_leaves_the_dateline_out() -> None:
    text = "OSLO, Norway (AP) — Acme denied that it had closed the mine."
    one = told("a", "2021-03-03", text)
    placed = replace(one, article=replace(one.article, place=Span(0, 4)))
    assert about(placed, Span(0, len(text))) == "Acme denied that it had closed the mine."
    assert about(one, Span(0, len(text))) == text


def test_who_relays_a_denial_is_no_side_of_it() -> None:
    text = "Ann Lee told Bo Ek that Norway had no plans for the mine, Acme said."
    assert found(told("a", "2021-03-03", text)) == ()


def test_millions() -> None:
    text = "Norway says 1.7 million people have fled. Acme puts the number at 2.4 million."
    (one,) = found(told("a", "2021-03-03", text))
    assert (one.about, sides(one)) == ("How many or how much: people", ["norway", "acme"])


def test_two_who_are_only_described() -> None:
    text = "Rebels had broken the truce on Monday, the army said. The rebels denied the charge."
    (one,) = found(told("a", "2021-03-03", text))
    assert [account.source.sentence for account in one.accounts] == [1, 2]


def test_what_the_report_says_they_cannot_agree_on() -> None:
    text = (
        "Nor do the two sides agree on where it happened. Acme said the shots were fired at the"
        " mine. Bo Ek insisted that they came from the hill."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["acme", "bo-ek"]


def test_whereas() -> None:
    text = (
        "The shots were fired at the mine, said Acme, whereas Bo Ek insisted that they came from"
        " the hill."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["acme", "bo-ek"]


def test_who_contradicts_whom() -> None:
    text = (
        "Ann Lee said that the exchange was suspended. Hours later Bo Ek contradicted her."
        " “It stands, from the first point to the last,” he said."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_a_denial_by_the_one_who_is_accused() -> None:
    text = "Ann Lee said Acme had cut the road. Acme said there was no roadblock."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_an_answer_to_what_was_just_said() -> None:
    text = (
        "Ann Lee said that the miners would go home within a week. Asked about it a moment later,"
        " Bo Ek said he had given no such word."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_what_is_called_false() -> None:
    text = "Ann Lee said that he had offered to resign. Bo Ek called the claim “pure fiction”."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_what_a_statement_says_only() -> None:
    text = (
        "Ann Lee said that the ban would be lifted in a month. A statement from Acme said only"
        " that the matter would be looked at."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_how_long_two_say_they_talked() -> None:
    text = (
        "Ann Lee said the two had been together for 50 minutes. Acme said the encounter lasted 20"
        " minutes."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert (one.about, sides(one)) == ("How long they talked", ["ann-lee", "acme"])


def test_sums_that_two_sides_put_on_one_thing() -> None:
    text = "Ann Lee says the mine has lost $14m. Acme maintains that the true figure is $5m."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_sums_of_two_things_are_no_disagreement() -> None:
    text = "Ann Lee said she would invest $14m. Acme said that it owed its lenders $5m."
    assert found(told("a", "2021-03-03", text)) == ()


def test_the_number_a_regulator_makes_it() -> None:
    text = "Of the 31 steps, 19 have been taken, by Acme's own reckoning; Ann Lee makes it 16."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["acme", "ann-lee"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Acme listed nine copper papers. Bo Ek counted seven.", ["acme", "bo-ek"]),
        ("In all, 14 working groups met in Oslo. Norway said 12 had met.", [None, "norway"]),
        (
            'Ann Lee said they had brought 38 miners. "We freed 45," said Bo Ek.',
            ["ann-lee", "bo-ek"],
        ),
        ("Police put the crowd at about 300; Acme claimed 2,000.", [None, "acme"]),
        (
            "Acme said that 48,000 people were away, while Bo Ek put the number at more than"
            " 230,000.",
            ["acme", "bo-ek"],
        ),
        (
            "Acme said it would cost its members 200 million euros. Bo Ek put the effect at no"
            " more than 60 million.",
            ["acme", "bo-ek"],
        ),
        (
            "Ann Lee said the talks had lasted 90 minutes. Bo Ek gave the figure as 55.",
            ["ann-lee", "bo-ek"],
        ),
        (
            "Ann Lee said the talks took 20 minutes. Bo Ek said they lasted an hour.",
            ["ann-lee", "bo-ek"],
        ),
        (
            "By the count of Acme it was the seventh meeting. Bo Ek makes it five.",
            ["acme", "bo-ek"],
        ),
    ],
)
def test_a_number_that_points_back_to_what_was_counted(
    text: str, speakers: list[str | None]
) -> None:
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Of the 19 people seized by Acme, Norway believes 10 are still captive.",
        "Acme freed six people. Norway, which had long said that 17 people and not 19 were held,"
        " said that two had died.",
        "Twelve ships left Oslo. Acme put the cost at 30.",
        "Ann Lee said the talks took 20 minutes. Acme put the number of its miners at 3,000.",
        "Ann Lee said the talks took 20 minutes. Cal Roy and Bo Ek talked for an hour, Acme said.",
    ],
)
def test_numbers_of_other_things(text: str) -> None:
    assert found(told("a", "2021-03-03", text)) == ()


def test_no_date_is_fixed_for_what_was_told_with_one() -> None:
    text = "Ann Lee said Acme would be sold in May. Bo Ek said no date had been fixed."
    (one,) = found(told("a", "2021-03-03", text, May="2021-05"))
    assert sides(one) == ["ann-lee", "bo-ek"]
    text = "Ann Lee said Acme was a good firm. Bo Ek said no date had been fixed for a sale."
    assert found(told("a", "2021-03-03", text)) == ()


def test_sums_in_crore() -> None:
    text = "Ann Lee said Rs 84 crore was owed. Bo Ek put the figure at Rs 61 crore."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_who_goes_on_denying_denies_once() -> None:
    text = (
        "Acme will sell the mine, Ann Lee said. Bo Ek denied a report that Acme was for sale."
        " “There are no such talks,” he said."
    )
    assert len(found(told("a", "2021-03-03", text))) == 1


def test_a_sentence_does_not_differ_with_itself() -> None:
    text = "Ann Lee and Bo Ek met for four hours in Lima on Friday, an hour longer than scheduled."
    assert found(told("a", "2021-03-06", text, Friday="2021-03-05")) == ()
    text = (
        "Ann Lee met Bo Ek in Lima on Friday, her first visit in three years and the fourth time in"
        " a year that they met."
    )
    assert found(told("a", "2021-03-06", text, Friday="2021-03-05")) == ()


def test_what_contradicts_stands_in_the_sentence_that_says_so() -> None:
    text = (
        "The plan was shelved, Ann Lee said. Bo Ek contradicted her: it is “on the table”."
        " In May Cal Roy said that it would rain."
    )
    (one,) = found(told("a", "2021-03-06", text))
    assert [account.source.sentence for account in one.accounts] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee denied media reports that Acme had been for sale.",
        "Ann Lee dismissed rumours that Acme had been for sale.",
    ],
)
def test_what_reports_say_is_denied_in_one_sentence(text: str) -> None:
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == [None, "ann-lee"]


def test_he_does_not_contradict_himself() -> None:
    text = (
        "A council spokesman said the list of homes was late. He denied that any home was to be"
        " demolished."
    )
    assert found(told("a", "2021-03-03", text)) == ()


def test_what_the_report_sets_against_a_denial() -> None:
    text = (
        "Ann Lee denied that any home was to be demolished. But minutes of the meeting speak of"
        " seven demolitions."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", None]
    papers = "Ann Lee denied that a bridge was ordered. Papers seen by Acme show plans for a road."
    assert found(told("a", "2021-03-03", papers)) == ()
    (shown,) = found(told("a", "2021-03-03", papers.replace("plans for a road", "an order")))
    assert len(shown.accounts) == 2
    other = text.replace("seven demolitions", "a long night")
    assert found(told("a", "2021-03-03", other)) == ()


def test_what_was_not_done_and_what_was() -> None:
    text = "Lee and Ek did not speak, Cal Roy said. Acme said the two talked for a good hour."
    (one,) = found(told("a", "2021-03-03", text.replace("Lee and Ek", "Ann Lee and Bo Ek")))
    assert len(one.accounts) == 2
    text = text.replace("talked", "walked")
    assert found(told("a", "2021-03-03", text.replace("Lee and Ek", "Ann Lee and Bo Ek"))) == ()


def test_who_is_said_to_have_done_it_has_done_nothing_of_it() -> None:
    text = (
        "Lorries were sent back by the army, Cal Roy said. The army said it had stopped no convoy."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["cal-roy", None]
    text = text.replace("no convoy", "no more than two lorries")
    assert not any(each.sure for each in found(told("a", "2021-03-03", text)))


def test_it_denies_as_well_as_he() -> None:
    text = "Ann Lee said Acme had sold the mine. It denied that it had sold the mine."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one)[0] == "ann-lee"


def test_no_such_thing_is_of_what_was_spoken_of() -> None:
    text = (
        "Ann Lee said the blockade was lifted. Acme denied that the blockade was lifted. Bo Ek said"
        " that no such exchange of miners had been discussed."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "acme"]


def test_what_it_makes_no_mention_of() -> None:
    text = (
        "Two ships collided off Oslo. Acme said that measures had been taken. It made no mention of"
        " a collision."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert [(a.speaker, a.source.sentence) for a in one.accounts] == [(None, 1), ("acme", 3)]
    assert found(told("a", "2021-03-03", text.replace("of a collision", "of tolls"))) == ()


def test_each_side_blames_the_other() -> None:
    text = (
        "Two ships sank, and each side blamed the other.\nAnn Lee said her boat had been rammed.\n"
        "Bo Ek said steps had been taken."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_two_numbers_put_by_two() -> None:
    text = "The number of names has been put at 61 by Ann Lee and at 44 by Bo Ek."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]
    assert found(told("a", "2021-03-03", text.replace("44", "61"))) == ()


def test_nothing_had_arrived() -> None:
    text = "Ann Lee said the request had gone out. Bo Ek said that nothing had arrived."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["ann-lee", "bo-ek"]


def test_numbers_over_different_times_do_not_differ() -> None:
    text = (
        "Ann Lee met Bo Ek in Lima on Friday, the first visit since 2018. It was the second time in"
        " a month that they met."
    )
    assert found(told("a", "2021-03-06", text, Friday="2021-03-05")) == ()


def test_a_ministry_denies_what_is_told_of_its_country() -> None:
    names = {
        **NAMES,
        "Chile": "place: Chile",
        "the ministry": "office: Water Ministry of Chile",
    }
    text = (
        "Chile has closed a canal, Ann Lee said. She said the river was low. Then the ministry"
        " denied having closed anything."
    )
    (one,) = found(report(text, names, {}, "2021-03-03", "a"))
    assert sides(one) == ["ann-lee", "water-ministry-of-chile"]


def test_opposite_words_of_one_thing() -> None:
    text = "Ann Lee said that Bo Ek had resigned. Ek said he had been dismissed by telephone."
    names = {**NAMES, "Ek": "person: Bo Ek"}
    (one,) = found(report(text, names, {}, "2021-03-03", "a"))
    assert sides(one) == ["ann-lee", "bo-ek"]
    text = text.replace("had been dismissed", "would not be dismissed")
    assert found(report(text, names, {}, "2021-03-03", "a")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Acme said 4,000 workers had stayed at home; Ann Lee said fewer than 900.",
        "The books show that 2.1 million was paid, and not the 3.4 million Ann Lee gave in June.",
    ],
)
def test_two_numbers_in_one_sentence(text: str) -> None:
    (one,) = found(told("a", "2021-03-03", text))
    assert "ann-lee" in sides(one)


def test_whose_claim_is_denied_behind_a_title() -> None:
    text = "Ann Lee denied a claim by opposition MP Bo Ek that Acme had hidden the report."
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == ["bo-ek", "ann-lee"]


def test_presidents_are_not_what_is_counted() -> None:
    text = (
        "Not one man has left by the day the three presidents set, Ann Lee said. Bo Ek said 200 had"
        " left."
    )
    for one in found(told("a", "2021-03-03", text)):
        assert "presidents" not in one.about


def test_the_ministry_s_own_count() -> None:
    text = (
        "Ann Lee said 214 operations had been put off. The ministry's own count, out on Monday, was"
        " 164."
    )
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one)[0] == "ann-lee"
