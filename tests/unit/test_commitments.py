from __future__ import annotations

import time
from dataclasses import replace

import pytest

from dateline.annotation.commitments import tag
from dateline.model import Annotations, Span
from support.reports import article, report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Ek": "person: Bo Ek",
    "Acme": "organization: Acme",
    "Norway": "place: Norway",
    "Oslo": "place: Oslo",
}
DATES = {
    "Tuesday": "2021-03-02",
    "by the end of June": "../2021-06-30",
    "next year": "2022",
    "in May": "2021-05",
    "in April": "2020-04",
}


def made(text: str) -> Annotations:
    return report(text, NAMES, DATES, "2021-03-03")


def rows(text: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    found = made(text)
    return [(c.status, c.action.of(text), c.parties, c.due) for c in found.commitments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee and Bo Ek agreed to reopen the mine by the end of June.",
            (
                "agreed",
                "to reopen the mine by the end of June",
                ("ann-lee", "bo-ek"),
                "../2021-06-30",
            ),
        ),
        (
            "Ann Lee pledged on Tuesday to reopen the mine.",
            ("pledged", "to reopen the mine", ("ann-lee",), None),
        ),
        (
            "Acme pledged $300 million to the fund.",
            ("pledged", "$300 million to the fund", ("acme",), None),
        ),
        (
            "Acme is scheduled to open a plant in May.",
            ("scheduled", "open a plant in May", ("acme",), "2021-05"),
        ),
        (
            "Ann Lee said Acme would close the mine.",
            ("stated-intent", "close the mine", ("acme",), None),
        ),
        (
            "Secretary of State Ann Lee will open a plant in May.",
            ("scheduled", "open a plant in May", ("ann-lee",), "2021-05"),
        ),
        (
            "Ann Lee invited Bo Ek to Oslo in April.",
            ("invited", "Oslo in April", ("ann-lee",), "2021-04"),
        ),
        (
            "Acme promised to close the mine ahead of the elections next year.",
            ("pledged", "to close the mine", ("acme",), "../2022"),
        ),
        (
            "Ann Lee said she would not appeal against it.",
            ("stated-intent", "not appeal against it", ("ann-lee",), None),
        ),
        (
            "Ann Lee said the mine would be ready by the end of June.",
            ("stated-intent", "be ready by the end of June", ("ann-lee",), "../2021-06-30"),
        ),
        (
            "Acme promised Bo Ek on Tuesday that it would close the mine.",
            ("pledged", "close the mine", ("acme",), None),
        ),
        (
            "Ann Lee told Bo Ek that all 40 mines in Norway would be shut by the end of June.",
            (
                "stated-intent",
                "be shut by the end of June",
                ("ann-lee",),
                "../2021-06-30",
            ),
        ),
        (
            "By next year Acme means to close the mine.",
            ("planned", "close the mine", ("acme",), "../2022"),
        ),
        (
            "Acme is to close the mine in May.",
            ("scheduled", "close the mine in May", ("acme",), "2021-05"),
        ),
        (
            "Ann Lee has asked Bo Ek to come to Oslo in May.",
            ("invited", "come to Oslo in May", ("ann-lee",), "2021-05"),
        ),
        (
            "Ann Lee and Bo Ek undertook not to close the mine.",
            ("pledged", "not to close the mine", ("ann-lee", "bo-ek"), None),
        ),
        (
            "Acme agreed to a ban on mines.",
            ("agreed", "to a ban on mines", ("acme",), None),
        ),
        (
            "Acme said it would appeal.",
            ("stated-intent", "appeal", ("acme",), None),
        ),
        (
            "Ann Lee reaffirmed the commitment of Norway to the pact.",
            ("reaffirmed", "the commitment of Norway to the pact", ("ann-lee",), None),
        ),
    ],
)
def test_promises(text: str, expected: tuple[str, str, tuple[str, ...], str | None]) -> None:
    assert rows(text) == [expected]


def test_two_promises_in_one_sentence() -> None:
    found = rows("Ann Lee vowed to close the mine and to clean the river.")
    assert [action for _, action, _, _ in found] == ["to close the mine", "to clean the river"]


def test_each_of_two_plans_has_its_own_day() -> None:
    text = "Acme intends to sell the ship and plans to build two more by the end of June."
    assert [(action, parties, due) for _, action, parties, due in rows(text)] == [
        ("sell the ship", ("acme",), None),
        ("build two more by the end of June", ("acme",), "../2021-06-30"),
    ]


def test_they_are_those_who_met() -> None:
    text = "Ann Lee met Bo Ek on Tuesday.\nThey agreed to close the mine."
    ((_, _, parties, _),) = rows(text)
    assert parties == ("ann-lee", "bo-ek")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee refused to close the mine.",
        "Acme has not agreed to close the mine.",
        "Ann Lee hopes that Acme will close the mine.",
        "The storm will be over soon.",
        "Ann Lee will win the vote.",
        "The agreed price was low.",
        "Bo Ek urged Acme to close the mine.",
        "Bo Ek asked whether Acme will close the mine.",
        "Norway and Chile agreed on Tuesday.",
        "Much hangs on whoever will close the mine.",
        "Acme would otherwise have closed the mine.",
        "Sales fell due to heavy losses at the mine.",
        "Acme was set up to close the mine.",
        "Ann Lee said he hoped to close the mine.",
        "The report that Ann Lee promised has not been published.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Norway and Acme signed a pact on Tuesday.", []),
        ("Norway and Acme signed a pact to share the mine.", ["a pact to share the mine"]),
        ("The next round will be held in Oslo in May.", ["be held in Oslo in May"]),
        ("The pact will take effect in May.", ["take effect in May"]),
        ("The next round will be held in Oslo.", []),
        ("Ann Lee will be held in Oslo in May.", []),
        ("Ann Lee will come into the room in May.", []),
        ("The mine scheme, promised last month, was opened.", []),
        ("The mine group that Acme promised in May will meet.", []),
        ("Acme has not confirmed that Ann Lee will visit Oslo in May.", []),
        ("Ann Lee had been due to open the mine on Tuesday.", []),
        (
            "Norway and Acme agreed to open a line, resume talks and work to curb smuggling.",
            ["to open a line", "resume talks", "work to curb smuggling"],
        ),
        (
            "Norway and Acme agreed to share oil, gas and timber.",
            ["to share oil, gas and timber"],
        ),
    ],
)
def test_papers_signed_and_what_is_arranged_for_a_day(text: str, actions: list[str]) -> None:
    assert [row[1] for row in rows(text)] == actions


def test_the_words_of_one_who_is_only_described_are_nobody_s_promise() -> None:
    text = "Ann Lee saw the mine. The mayor said he would reopen the mine by the end of June."
    assert [row[2] for row in rows(text)] == [()]


def test_a_denied_agreement_is_disputed() -> None:
    text = "Acme denied that it had agreed to close the mine."
    assert [status for status, *_ in rows(text)] == ["disputed"]


def test_a_promise_made_at_a_meeting_has_its_date_and_its_teller() -> None:
    text = "Ann Lee met Bo Ek in Oslo on Tuesday.\nLee and Ek agreed to reopen the mine, Acme said."
    (commitment,) = made(text).commitments
    assert commitment.made == "2021-03-02"
    assert commitment.reported_by == "acme"


def test_what_is_only_mentioned_in_a_denial_is_not_disputed() -> None:
    text = "Bo Ek said she had not seen the plan that Acme had vowed to publish in May."
    assert [row[0] for row in rows(text)] == ["pledged"]


def test_a_promise_ends_where_its_teller_goes_on() -> None:
    (row,) = rows("Bo Ek said Ann Lee had promised an inquiry and should keep her word.")
    assert row[1] == "an inquiry"


def test_the_agency_of_the_report_is_not_the_company() -> None:
    text = "LIMA (Acme) - Bo Ek was late.\nThe company pledged to reopen the mine."
    names = {**NAMES, "Acme": "organization: Acme"}
    one = report(text, names, DATES, "2021-03-03")
    credited = replace(one.article, agency=Span(6, 10))
    (commitment,) = tag(credited, one.entities, one.mentions, one.timexes, (), ())
    assert commitment.parties == ()


def test_what_one_who_met_says_on_another_day_is_promised_then() -> None:
    text = (
        "Ann Lee met Bo Ek in Oslo on Monday.\n"
        "Lee said on Tuesday that Acme would reopen the mine by June."
    )
    (commitment,) = made(text).commitments
    assert commitment.made == "2021-03-02"


@pytest.mark.parametrize("piece", ["will ", "agreed to ", "vow by ", "A will do it, and "])
def test_long_hostile_lines_take_linear_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.process_time()
    tag(article(text), (), (), (), (), ())
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Ann Lee promised that the notice, posted on Tuesday, would be lifted by the end of"
            " June.",
            "be lifted by the end of June",
        ),
        ("Ek said Lee had assured him that the miners would be sent home.", "be sent home"),
        ("The deal obliges Acme to waive its fees.", "to waive its fees"),
        ("Acme had undertaken to return the papers.", "to return the papers"),
        ("Ek accepted an invitation to ride the train.", "to ride the train"),
        ("Ek offered to host the talks.", "to host the talks"),
        (
            "Acme set itself the goal of doubling its trade next year.",
            "doubling its trade next year",
        ),
        (
            "The report, which was late, would be published by the end of June, Ann Lee said.",
            "be published by the end of June",
        ),
        (
            "Acme opened an inquiry, which Ann Lee said would be completed by the end of June.",
            "be completed by the end of June",
        ),
        (
            "Each miner will be heard, Ann Lee said, and the money would be in the bank by the end"
            " of June.",
            "be in the bank by the end of June",
        ),
        (
            "The panel, which Lee named, is to report by the end of June.",
            "report by the end of June",
        ),
        (
            "They signed a deal under which the rebels will hand over the mine.",
            "hand over the mine",
        ),
        ("A truce takes effect next year.", "takes effect next year"),
        (
            "Ann Lee gave her word that the miners would be free by the end of June.",
            "be free by the end of June",
        ),
        ("“I will not sell the mine,” said Ann Lee.", "not sell the mine"),
        ("“I will not resign,” said Ann Lee.", "not resign"),
    ],
)
def test_promises_in_a_longer_breath(text: str, action: str) -> None:
    assert action in [row[1] for row in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "If the pledge is kept, Acme will end a quarrel of years.",
        "“He will leave with a train,” said Ann Lee.",
        "Nor did the two sides agree on what the text means.",
        "Its promise to free the miners by the end of June was kept.",
        "Ann Lee said she would rather look ahead.",
        "Also signed yesterday was a memorandum to build a pipeline.",
        "The house, which Lee had said would vote on the treaty in April, rejected it.",
        "“We will not tolerate this,” said Ann Lee.",
        "The two sides cannot agree on who broke it.",
        "Ann Lee alleged that Acme had agreed to sell the mine.",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    assert rows(text) == []


def test_both_who_are_obliged() -> None:
    text = (
        "The deal obliges Acme to waive its fees, and Norway to publish, within a year, its data."
    )
    found = [(row[1], row[2]) for row in rows(text)]
    assert found == [
        ("to waive its fees", ("acme",)),
        ("to publish, within a year, its data", ("norway",)),
    ]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Ann Lee said no home would be demolished.", "no home would be demolished"),
        ("“Not one door will be touched,” Ann Lee said.", "Not one door will be touched"),
        ("No jobs will be lost, Ann Lee said.", "No jobs will be lost"),
        ("Not a single job would be lost, Ann Lee said.", "Not a single job would be lost"),
    ],
)
def test_what_is_promised_not_to_be(text: str, action: str) -> None:
    assert rows(text) == [("stated-intent", action, ("ann-lee",), None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said no deal would be reached.",
        "No home will be demolished.",
        "A list of homes promised for the spring failed to appear.",
        "The money pledged in Oslo has yet to arrive.",
    ],
)
def test_what_is_foretold_or_was_promised_once(text: str) -> None:
    assert rows(text) == []


def test_what_else_is_said_behind_and_is_another_promise() -> None:
    text = (
        "Ann Lee said that work would begin by the end of June and that no family would lose its"
        " home."
    )
    assert [row[1] for row in rows(text)] == [
        "begin by the end of June",
        "no family would lose its home",
    ]


def test_the_subject_is_not_the_last_word_of_a_clause_that_describes_it() -> None:
    text = (
        "Ek left a month after the man who wants to buy it had promised to keep him. So Acme did."
    )
    assert [row[2] for row in rows(f"Acme is for sale. {text}")] == [()]
    assert [row[2] for row in rows("The firm that bought Acme has promised to keep it.")] == [()]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Acme is to rehire the men dismissed in April, and to do so by the end of June.", True),
        ("Acme agreed to rehire the men and to do so by the end of June.", True),
        ("Acme is to rehire the men dismissed in April.", False),
    ],
)
def test_by_when_it_is_to_be_done(text: str, due: bool) -> None:
    dates = {"April": "2021-04", "by the end of June": "../2021-06-30"}
    one = report(text, NAMES, dates, "2021-03-03")
    assert [c.due for c in one.commitments] == ["../2021-06-30" if due else None]


@pytest.mark.parametrize(
    "text",
    [
        "Only 40 of the men whom Acme agreed to take back have been rehired, Ann Lee said.",
        "The reef that Acme agreed to protect was dredged on Tuesday.",
        "Acme would confirm only that the sum was “under discussion”.",
    ],
)
def test_what_is_only_spoken_of(text: str) -> None:
    assert rows(text) == []


def test_it_is_the_body_that_says_so() -> None:
    names = {**NAMES, "the mining ministry": "office: Mining Ministry"}
    text = "Acme was silent. Yet the mining ministry said it would sue in Oslo."
    one = report(text, names, DATES, "2021-03-03")
    assert [c.parties for c in one.commitments] == [("mining-ministry",)]


def test_what_a_report_has_somebody_promise_and_is_denied() -> None:
    text = "Acme dismissed a report in the Oslo Post that Ann Lee would travel to Oslo in May."
    assert [row[0] for row in rows(text)] == ["disputed"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Acme will not raise its fees this year, Ann Lee said.", "not raise its fees this year"),
        (
            "Ann Lee said the fee would be waived by the end of June and that Bo Ek had resigned.",
            "be waived by the end of June",
        ),
    ],
)
def test_where_what_is_said_to_be_done_ends(text: str, action: str) -> None:
    assert [row[1] for row in rows(text)] == [action]


def test_a_signing_that_is_put_off_signs_nothing() -> None:
    text = "Acme and Norway have postponed the signing of a treaty that was due in May."
    assert [row for row in rows(text) if row[0] == "signed"] == []


def test_when_it_was_promised_is_not_when_it_is_due() -> None:
    assert [row[3] for row in rows("Acme promised a bridge in April when it met Ann Lee.")] == [
        None
    ]


def test_what_each_of_two_undertook() -> None:
    text = "Acme undertook to waive its fees and Norway to publish its data by the end of June."
    assert [(row[1], row[2], row[3]) for row in rows(text)] == [
        ("to waive its fees", ("acme",), None),
        ("to publish its data by the end of June", ("norway",), "../2021-06-30"),
    ]
    text = "Acme undertook to hold talks with Ann Lee and Norway to settle it."
    assert [row[2] for row in rows(text)] == [("acme",)]


def test_a_thing_by_the_name_it_is_known_as() -> None:
    text = "Acme pledged to close a mine known as the Pit by the end of June."
    assert [row[1:] for row in rows(text)] == [
        ("to close a mine known as the Pit by the end of June", ("acme",), "../2021-06-30")
    ]


def test_what_somebody_has_been_told_is_not_her_promise() -> None:
    text = "Ann Lee said that she had been told on Tuesday the lease would run until next year."
    assert rows(text) == []


def test_people_who_are_promised_are_no_listeners() -> None:
    text = "Acme has promised an extra 300 nurses by the end of June."
    assert [row[1] for row in rows(text)] == ["an extra 300 nurses by the end of June"]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting they agreed to hold by the end of June is being prepared.",
        "Ann Lee said it had promised no such thing.",
        "It was a body their presidents agreed on last month.",
    ],
)
def test_what_was_agreed_once_is_no_new_promise(text: str) -> None:
    assert rows(f"Acme and Norway met. {text}") == []


def test_how_long_after_something_is_no_part_of_what_is_promised() -> None:
    text = "Acme will shut its mine seven months after the merger."
    assert [row[1] for row in rows(text)] == ["shut its mine"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ann Lee promised to appear before the committee on Tuesday.", "2021-03-09"),
        ("Ann Lee promised to appear before the election on Tuesday.", "../2021-03-09"),
        ("Ann Lee promised to appear before parliament rises on Tuesday.", "../2021-03-09"),
    ],
)
def test_before_whom_is_no_limit(text: str, due: str) -> None:
    one = report(text, NAMES, {"Tuesday": "2021-03-09"}, "2021-03-03")
    assert [c.due for c in one.commitments] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee gave her word that the mine would be shut by the end of June.",
        "Ann Lee gave her word to shut the mine by the end of June.",
        "Bo Ek said Ann Lee had given him an undertaking that the mine would be shut.",
        "Ann Lee gave Norway an assurance that she would shut the mine.",
    ],
)
def test_who_gives_a_word_is_who_promises(text: str) -> None:
    one = report(text, NAMES, DATES, "2021-03-03")
    assert [c.parties for c in one.commitments] == [("ann-lee",)]


def test_a_text_may_break_off_behind_a_will() -> None:
    assert not report("The bridge will now", NAMES, DATES, "2021-03-03").commitments


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Norwegian promised to shut the mine by the end of June.", ()),
        ("The Norwegians promised to shut the mine by the end of June.", ("norway",)),
    ],
)
def test_one_person_of_a_country_is_not_the_country(text: str, parties: tuple[str, ...]) -> None:
    names = {**NAMES, "Norwegian": "demonym: Norway", "Norwegians": "demonym: Norway"}
    names = {name: what for name, what in names.items() if name in text}
    if "Norwegians" in names:
        del names["Norwegian"]
    one = report(text, names, DATES, "2021-03-03")
    assert [c.parties for c in one.commitments] == [parties]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The works will begin in May.", "begin in May"),
        ("The first sum, of $9 million, will be paid by the end of June.", "be paid by"),
        ("It costs $9 million, of which $2 million is to be paid next year.", "be paid next"),
        ("Two boats will be handed over by the end of June.", "be handed over by"),
        ("Ann Lee announced a further $12 million for the victims.", "a further $12 million"),
        ("“I'll come to Oslo by the end of June,” Ann Lee said.", "come to Oslo by"),
        ("“No minister will raise it again,” Ann Lee said.", "No minister will raise it"),
        ("“I will not be a candidate,” Ann Lee said.", "not be a candidate"),
        ("She's promised a new bridge.", "a new bridge"),
        ("Ann Lee said the second wing wouldn't be built by the end of June.", "wouldn't be built"),
        ("Ann Lee said a team of experts would go to Oslo in May.", "go to Oslo"),
        ("Ann Lee said the union would go on strike.", "go on strike"),
        ("The exemption shall be extended by the end of June.", "be extended by"),
        ("Ann Lee and Bo Ek decided to meet again in May.", "meet again in May"),
        ("Acme said it was committed to repairing the lock.", "to repairing the lock"),
        ("Ann Lee said there would be no rise by the end of June.", "be no rise by"),
        ("Ann Lee said that no one would be dismissed.", "no one would be dismissed"),
        ("Ann Lee promised that no home would be lost.", "no home would be lost"),
        ("Ann Lee goes to Oslo in May.", "goes to Oslo in May"),
        ("The trial opens in May.", "opens in May"),
    ],
)
def test_what_will_be_done(text: str, action: str) -> None:
    (found,) = rows(text)
    assert found[1].startswith(action)


@pytest.mark.parametrize(
    "text",
    [
        "Two boats will be handed over.",
        "Ann Lee decided to leave the party.",
        "Norway goes to great lengths in May.",
        "The report opens with a letter, sent in May.",
        "Her visit returns the one that Ek made in May.",
        "Ann Lee announced 12 million visits.",
        "If Ek wins, the works will begin in May.",
        "Two boats would be handed over by the end of June.",
    ],
)
def test_what_nobody_is_bound_to(text: str) -> None:
    assert rows(text) == []


def test_whoever_speaks_for_a_country_says_what_it_will_not_do() -> None:
    told = "Norway's prime minister, Ann Lee, said Norway would not ask for it."
    (found,) = rows(told)
    assert found[1:3] == ("not ask for it", ("norway",))
    assert rows("Bo Ek said Norway would not ask for it.") == []


@pytest.mark.parametrize(
    "aside", ["", ", in the north,", ", shut since May,", ", at Oslo and Bergen,"]
)
def test_what_will_be_done_with_a_thing_past_an_aside(aside: str) -> None:
    text = f"Ann Lee said two more mines{aside} would open by the end of June."
    assert rows(text) == [
        ("stated-intent", "open by the end of June", ("ann-lee",), "../2021-06-30")
    ]
