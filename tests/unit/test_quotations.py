from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from dateline.annotation.quotations import tag
from dateline.model import Quotation
from support.reports import article, entities, mentions

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Ek": "person: Bo Ek",
    "Acme": "organization: Acme",
    "Norway": "place: Norway",
    "Finance Ministry": "organization: Finance Ministry",
    "Oslo": "place: Oslo",
}


def quotes(text: str) -> tuple[Quotation, ...]:
    return tag(article(text), entities(NAMES), mentions(text, NAMES))


def rows(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            quotation.kind,
            quotation.content.of(text),
            quotation.speaker.span.of(text) if quotation.speaker else None,
            quotation.speaker.entity if quotation.speaker else None,
        )
        for quotation in quotes(text)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker", "entity"),
    [
        ("“We will win,” Ann Lee said.", "direct", "“We will win,”", "Ann Lee", "ann-lee"),
        ("“We will win,” said Ann Lee.", "direct", "“We will win,”", "Ann Lee", "ann-lee"),
        ('Ann Lee said: "We will win."', "direct", '"We will win."', "Ann Lee", "ann-lee"),
        ("``We will win, '' Ann Lee said.", "direct", "``We will win, ''", "Ann Lee", "ann-lee"),
        ("‘We will win,’ Ann Lee said.", "direct", "‘We will win,’", "Ann Lee", "ann-lee"),
        (
            "Ann Lee said the plan was a “complete waste” of money.",
            "mixed",
            "the plan was a “complete waste” of money",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "About 2,000 people have signed, according to its organiser, Ann Lee; Acme knew.",
            "indirect",
            "About 2,000 people have signed",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Secretary of State Ann Lee said the plan was dead.",
            "indirect",
            "the plan was dead",
            "Secretary of State Ann Lee",
            "ann-lee",
        ),
        (
            "Minister of Finance Bo Ek told reporters that the plan was dead.",
            "indirect",
            "that the plan was dead",
            "Minister of Finance Bo Ek",
            "bo-ek",
        ),
        (
            "A spokesman for minister Bo Ek said the plan was dead.",
            "indirect",
            "the plan was dead",
            "A spokesman for minister Bo Ek",
            None,
        ),
        (
            "The mayor's friend, former state senator Ann Lee, believes the plan will fail.",
            "indirect",
            "the plan will fail",
            "former state senator Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee told Acme the plan was “dead.”",
            "mixed",
            "the plan was “dead.”",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "According to the minister, Ann Lee, the plan was dead.",
            "indirect",
            "the plan was dead",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "According to Bo Ek, a lawyer for the family, the plan was dead.",
            "indirect",
            "the plan was dead",
            "Bo Ek",
            "bo-ek",
        ),
        (
            "According to Bo Ek, the plan, which came late, was dead.",
            "indirect",
            "the plan, which came late, was dead",
            "Bo Ek",
            "bo-ek",
        ),
        (
            "Ann Lee told reporters on Friday that the plan was dead.",
            "indirect",
            "that the plan was dead",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "According to Acme, the plan was dead.",
            "indirect",
            "the plan was dead",
            "Acme",
            "acme",
        ),
        ("The plan was dead, according to Acme.", "indirect", "The plan was dead", "Acme", "acme"),
        (
            "The plan was dead, the Finance Ministry said in a statement on Monday.",
            "indirect",
            "The plan was dead",
            "the Finance Ministry",
            "finance-ministry",
        ),
        (
            "“We will win,” said a spokesman for Acme.",
            "direct",
            "“We will win,”",
            "a spokesman for Acme",
            None,
        ),
        (
            "“We will win,” a witness, Ann Lee, told the court.",
            "direct",
            "“We will win,”",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee, 54, a professor of law in Oslo, said the plan was dead.",
            "indirect",
            "the plan was dead",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee was quoted by Acme as saying that the plan was dead.",
            "indirect",
            "that the plan was dead",
            "Ann Lee",
            "ann-lee",
        ),
        ("Acme counts 19, the mayor 15.", "indirect", "19", "Acme", "acme"),
        ("Acme gave the figure as 55.", "indirect", "the figure as 55", "Acme", "acme"),
        ("Acme makes it 16.", "indirect", "it 16", "Acme", "acme"),
        ("Lee left the room and said it was dead.", "indirect", "it was dead", "Lee", "ann-lee"),
    ],
)
def test_frames(text: str, kind: str, content: str, speaker: str, entity: str | None) -> None:
    assert rows(text) == [(kind, content, speaker, entity)]


def test_a_quote_interrupted_by_its_speaker_is_two_with_one_speaker() -> None:
    found = rows("“We will win,” Ann Lee said, “and we will win soon.”")
    assert [(content, entity) for _, content, _, entity in found] == [
        ("“We will win,”", "ann-lee"),
        ("“and we will win soon.”", "ann-lee"),
    ]


def test_a_quote_that_stands_alone_continues_the_speaker_before() -> None:
    found = rows("“We will win,” Ann Lee said. “It will take years.”")
    assert found[1] == ("direct", "“It will take years.”", "Ann Lee", "ann-lee")


def test_a_quote_over_two_paragraphs_has_one_speaker() -> None:
    text = "“We began early,” Bo Ek said. “It was cold.\n“Nobody came to help us.”"
    assert [entity for *_, entity in rows(text)] == ["bo-ek"] * 3


def test_a_speaker_named_at_the_end_speaks_all_paragraphs() -> None:
    text = "“It was cold and nobody came.\n“We waited for hours,” said Bo Ek."
    assert [entity for *_, entity in rows(text)] == ["bo-ek", "bo-ek"]


def test_pronouns_take_the_speaker_just_before() -> None:
    text = "The plan was dead, Ann Lee said. She said it had cost too much."
    assert rows(text)[1] == ("indirect", "it had cost too much", "She", "ann-lee")


def test_he_is_not_she() -> None:
    text = "Mr. Bo Ek said the plan was dead. She said it had cost too much."
    assert rows(text)[1][3] is None


def test_the_ministry_is_the_ministry_named_before() -> None:
    text = "The Finance Ministry said taxes would rise. The plan is old, the ministry said."
    assert rows(text)[1][2:] == ("the ministry", "finance-ministry")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ann Lee was late. The mayor said it was wet.", "ann-lee"),
        ("Bo Ek was late. The minister said it was wet.", "bo-ek"),
        ("Bo Ek was late. The health minister said it was wet.", "bo-ek"),
        ("Bo Ek was late. The finance minister said it was wet.", None),
        # Who holds another office by the same word, who is not named yet, and one without a name.
        ("Cal Roy was late. The president said it was wet.", None),
        ("The mayor said it was wet. Ann Lee was late.", None),
        ("Ann Lee was late. A mayor said it was dry. The mayor said it was wet.", None),
    ],
)
def test_who_is_named_by_the_office_alone(text: str, entity: str | None) -> None:
    roles = {"ann-lee": "mayor", "bo-ek": "health minister", "cal-roy": "vice president"}
    names = {**NAMES, "Cal Roy": "person: Cal Roy"}
    told = [replace(e, roles=(roles[e.id],) if e.id in roles else ()) for e in entities(names)]
    found = tag(article(text), told, mentions(text, names))
    last = next(q for q in found if "it was wet" in q.content.of(text))
    assert last.speaker is not None
    assert last.speaker.entity == entity


def test_denials_are_marked() -> None:
    found = quotes("Acme denied that it had paid. Ek said there had been no deal. Lee said yes.")
    assert [quotation.denied for quotation in found[:2]] == [True, True]


def test_a_rejected_plan_is_not_a_denial() -> None:
    assert [q.denied for q in quotes("Lawmakers rejected the new budget plan on Friday.")] in (
        [False],
        [],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is expected to say that the plan is dead.",
        "Ann Lee declined to say whether the plan was dead.",
        "Ann Lee did not say that the plan was dead.",
        "Ann Lee will announce that the plan is dead.",
        "The United States and the state of the reports on claims.",
        "The company's shares rose in Oslo.",
    ],
)
def test_what_was_not_said_is_no_quotation(text: str) -> None:
    assert quotes(text) == ()


def test_a_noun_reports_too() -> None:
    found = rows("Few believed Lee's claim that the plan was dead.")
    assert ("indirect", "that the plan was dead", "Lee", "ann-lee") in found


def test_two_who_speak_with_one_voice_are_both_speakers() -> None:
    assert rows("Ann Lee and Bo Ek said the plan was dead.") == [
        ("indirect", "the plan was dead", "Ann Lee and Bo Ek", "ann-lee")
    ]
    speaker = quotes("Ann Lee and Bo Ek said the plan was dead.")[0].speaker
    assert speaker is not None
    assert speaker.entities == ("ann-lee", "bo-ek")


def test_a_companion_without_a_name_leaves_both_unlinked() -> None:
    assert rows("Ann Lee and a neighbour said the plan was dead.") == [
        ("indirect", "the plan was dead", "Ann Lee and a neighbour", None)
    ]


def test_a_second_verb_shares_the_speaker() -> None:
    found = rows("Ann Lee said the plan was dead and predicted that nobody would miss it.")
    assert [(content, entity) for _, content, _, entity in found] == [
        ("the plan was dead", "ann-lee"),
        ("that nobody would miss it", "ann-lee"),
    ]


def test_given_names_tell_he_from_she() -> None:
    names = {"Mary Roe": "person: Mary Roe", "John Poe": "person: John Poe"}
    text = "Mary Roe said the plan was dead. John Poe left. She said it had cost too much."
    found = tag(article(text), entities(names), mentions(text, names))
    assert found[1].speaker is not None
    assert found[1].speaker.entity == "mary-roe"


def test_contents_lie_inside_the_text_and_in_order() -> None:
    text = "“A b c d,” said Ann Lee, “e f.” According to Acme, g was h and i was j. 'Tis said."
    found = quotes(text)
    assert [q.content for q in found] == sorted(q.content for q in found)
    assert all(0 <= q.content.start < q.content.end <= len(text) for q in found)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "'a ",
        "said ",
        "‘a ",
        "according to ",
        "A, ",
        "he said that ",
        "`` x ",
        "Lee's claim ",
    ],
)
def test_long_hostile_lines_take_linear_time(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    started = time.process_time()
    tag(article(text), (), ())
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "content", "speaker", "entity"),
    [
        (
            "The plan, Ann Lee argued, would cost Oslo a lot.",
            "The plan, Ann Lee argued, would cost Oslo a lot",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Acme, Ann Lee argues, has bought the river.",
            "Acme, Ann Lee argues, has bought the river",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Acme will close its plant in Oslo, Ann Lee said in a statement.",
            "Acme will close its plant in Oslo",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "In a ruling of 90 pages Ann Lee wrote that nobody was to blame.",
            "that nobody was to blame",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ten days later Ann Lee said that a summit had been arranged.",
            "that a summit had been arranged",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee, the mayor, said only that a summit had been arranged.",
            "that a summit had been arranged",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "According to Acme the number of plants is 33.",
            "the number of plants is 33",
            "Acme",
            "acme",
        ),
        (
            "Last week Ann Lee announced that a summit had been arranged.",
            "that a summit had been arranged",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee, who speaks for the victims, said afterwards that she trusted the judge.",
            "that she trusted the judge",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee called it “dead” and has said that it should be buried.",
            "“dead”",
            "Ann Lee",
            "ann-lee",
        ),
        ("The plan is dead, in Ann Lee's view.", "The plan is dead", "Ann Lee", "ann-lee"),
        ("The plan is dead, in the words of Bo Ek.", "The plan is dead", "Bo Ek", "bo-ek"),
        (
            "Acme put the number of the missing at 64.",
            "the number of the missing at 64",
            "Acme",
            "acme",
        ),
        (
            "He did not give up: “We will win,” Ann Lee said.",
            "“We will win,”",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Acme sells ships. The company says that trade is good.",
            "that trade is good",
            "The company",
            "acme",
        ),
        (
            "Counsel for the families, Ann Lee, told reporters outside the court in Oslo that"
            " Acme had known.",
            "that Acme had known",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee, whose brother drove for Acme, said the brakes had failed.",
            "the brakes had failed",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee said at least nine people were hurt in Oslo.",
            "at least nine people were hurt in Oslo",
            "Ann Lee",
            "ann-lee",
        ),
        (
            "Ann Lee owns 10 percent of Acme, Bo Ek found.",
            "Ann Lee owns 10 percent of Acme",
            "Bo Ek",
            "bo-ek",
        ),
    ],
)
def test_other_ways_of_attributing(text: str, content: str, speaker: str, entity: str) -> None:
    assert (content, speaker, entity) in [row[1:] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "The union, which stands for 4,000 drivers, said the strike would go on.",
            "the strike would go on",
            "The union",
        ),
        (
            "The group, founded in 1998, said that it was closing.",
            "that it was closing",
            "The group",
        ),
        (
            "The move, which comes after weeks of talks, would help farmers, said the minister.",
            "The move, which comes after weeks of talks, would help farmers",
            "the minister",
        ),
    ],
)
def test_what_is_told_beside_a_subject(text: str, content: str, speaker: str) -> None:
    assert (content, speaker, None) in [row[1:] for row in rows(text)]


def test_a_subject_and_what_is_told_beside_it_are_no_content() -> None:
    assert not [row for row in rows("The talks, held in Oslo, said nothing.") if "talks" in row[1]]


def test_those_who_speak_on_a_condition() -> None:
    text = "Several aides, speaking on condition of anonymity, said the plan was dead."
    assert rows(text) == [("indirect", "the plan was dead", "Several aides", None)]


def test_who_is_named_in_the_words_does_not_speak_them() -> None:
    text = "Bo Ek ruled on Friday. Ann Lee owns the mine, he said."
    assert rows(text)[-1][2:] == ("he", "bo-ek")


@pytest.mark.parametrize(
    "text",
    [
        "A link passes on warning data about ships.",
        "Both are worried by the missile tests of Norway.",
        "The judge believed him.",
        "In a phone call on Friday, Ann Lee agreed.",
        "He was backed by Acme and the Borg Party of Norway.",
        "Norwegian minister in Oslo, says date for council still open",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ann Lee testified that no such reports had reached her.", True),
        ("Acme rejects that.", True),
        ("Acme said that this had not changed.", False),
        ("Acme denied this but gave no reason.", True),
    ],
)
def test_denials_that_point_back(text: str, denied: bool) -> None:
    assert [quotation.denied for quotation in quotes(text)] == [denied]


def test_two_who_speak_with_one_voice_though_one_is_described() -> None:
    (quotation,) = quotes("Ann Lee, a lawyer, and Bo Ek said the plan was dead.")
    assert quotation.speaker is not None
    assert (quotation.speaker.entity, quotation.speaker.also) == ("ann-lee", ("bo-ek",))


def test_a_clause_with_who_reports_nothing_before_it() -> None:
    text = '"It is double that," said Ann Lee, an economist in Oslo who advised two ministers.'
    assert [row[3] for row in rows(text)] == ["ann-lee"]


def test_a_pronoun_means_the_one_whose_name_shows_it() -> None:
    text = (
        "Ann Lee said that her office had not seen the plan that Ek had vowed to publish.\n"
        "“We asked twice,” she said."
    )
    assert rows(text)[-1][3] == "ann-lee"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Bo Ek is to play. Ann Lee's side have won twice. “Nobody helped,” she said.",
            "ann-lee",
        ),
        ("Rebels miss deadline; Ek waits. “We did,” Ek told Acme. All are free, he said.", "bo-ek"),
    ],
)
def test_whom_a_pronoun_means(text: str, speaker: str) -> None:
    assert rows(text)[-1][3] == speaker


def test_what_is_said_behind_a_denial_is_not_denied() -> None:
    text = "Acme denied this and said the mine was open."
    found = [(q.content.of(text), q.denied) for q in quotes(text)]
    assert found == [("this", True), ("the mine was open", False)]


@pytest.mark.parametrize("who", ["the two governments", "the three countries", "these four men"])
def test_those_who_are_counted_speak(who: str) -> None:
    text = f"The mine was opened on Monday, {who} said."
    ((content, speaker),) = [
        (q.content.of(text), q.speaker.span.of(text)) for q in quotes(text) if q.speaker
    ]
    assert (content, speaker) == ("The mine was opened on Monday", who)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "The Finance Ministry says overnight floods at the mine are part of a pattern.",
            "overnight floods at the mine are part of a pattern",
            "The Finance Ministry",
        ),
        ("Acme says this ruling was a key one.", "this ruling was a key one", "Acme"),
        ("Ek claims delivery drivers earn too little.", "delivery drivers earn too little", "Ek"),
        (
            "Ann Lee from Acme fears up to 200 jobs at the mine are at risk.",
            "up to 200 jobs at the mine are at risk",
            "Ann Lee from Acme",
        ),
        (
            "Ek has assured nervous customers that the mine will not close.",
            "that the mine will not close",
            "Ek",
        ),
        ("Miners have warned they will walk out.", "they will walk out", "Miners"),
        ("Ek said last Wednesday Lee had left.", "Lee had left", "Ek"),
        (
            "A man who had once lived in Norway claims he has seen the files.",
            "he has seen the files",
            "A man",
        ),
        (
            "The papers, filed in a court in Oslo, allege the deal was made twice.",
            "the deal was made twice",
            "The papers",
        ),
        ("The company, Acme, believes the mine is safe.", "the mine is safe", "Acme"),
        (
            "Ek is hopeful about the year and says a cut could keep the mine open.",
            "a cut could keep the mine open",
            "Ek",
        ),
        (
            "Acme said in a statement the offer was on the table.",
            "the offer was on the table",
            "Acme",
        ),
        (
            "A study has found thousands of miners are ill.",
            "thousands of miners are ill",
            "A study",
        ),
        ("Ek told them to leave the mine by noon.", "to leave the mine by noon", "Ek"),
        (
            "On the first day of the talks, Ann Lee warned all parties not to break the rules.",
            "not to break the rules",
            "Ann Lee",
        ),
        ("Acme quoted Ek as saying the deal was dead.", "the deal was dead", "Ek"),
        ("Ann Lee, 31, of Oslo told the court she was ill.", "she was ill", "Ann Lee"),
        (
            "The minister for the mines, Ann Lee, says staff inspectors will check the fuel.",
            "staff inspectors will check the fuel",
            "Ann Lee",
        ),
    ],
)
def test_contents_without_that(text: str, content: str, speaker: str) -> None:
    assert [row[1:3] for row in rows(text)] == [(content, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "A new fire in the west of Norway is no longer threatening homes there.",
        "The shuttle has blasted off from Norway with a crew.",
        "The survey provides added reasons for a cut by Acme.",
        "Norway heard a voice they believed could be the leader's.",
        "It is not known if Ek said there was a plan.",
        "Neither the clerk nor Lee had told the court there was another way.",
        "Then came an hour of debate on amendments calling for further inquiries.",
        "Lee called on the mayor at the town hall.",
        "Lee listed 12 names and gave a speech as a guest.",
        "Lee made it to 40.",
        "Lee left after Ek arrived and said it was dead.",
    ],
)
def test_what_nobody_is_said_to_have_said(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "After announcing that the mayor, Bo Ek, would go, Acme said he had left.",
            ["acme", "acme"],
        ),
        (
            "Miners have called on Ek to step down, saying he had not done enough.",
            [None, None],
        ),
        (
            "The former inspector for the Finance Ministry in Oslo, Ann Lee, told Acme she believes"
            " the claims could be true.",
            ["ann-lee", "ann-lee"],
        ),
        ("Norway alleges the attack was backed by the Finance Ministry.", ["norway"]),
        ("Ek says maintaining the tax will cost the mine its name.", ["bo-ek"]),
        ("The former ambassador to Norway Ann Lee told Acme that it was over.", ["ann-lee"]),
        ("The offer values Acme at a billion. It said the mine was safe.", [None]),
    ],
)
def test_whose_words_they_are(text: str, speakers: list[str | None]) -> None:
    assert [row[3] for row in rows(text)] == speakers


ROLES = {
    "ann-lee": ("health cabinet secretary",),
    "bo-ek": ("prime minister",),
    "cal-roy": ("minister of water",),
}


def speakers(text: str, roles: Mapping[str, tuple[str, ...]] = ROLES) -> list[str | None]:
    names = {**NAMES, "Cal Roy": "person: Cal Roy"}
    people = [replace(e, roles=roles.get(e.id, ())) for e in entities(names)]
    found = tag(article(text), people, mentions(text, names))
    return [q.speaker.entity if q.speaker else None for q in found]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Bo Ek came to Oslo. The Premier said that the mine was closed.", "bo-ek"),
        ("Bo Ek came to Oslo. The PM said that the mine was closed.", "bo-ek"),
        ("Ann Lee came to Oslo. The CS said that the mine was closed.", "ann-lee"),
        ("Cal Roy came to Oslo. The Minister said that the mine was closed.", "cal-roy"),
        ("Cal Roy came to Oslo. The mayor said that the mine was closed.", None),
        ("The Premier said that the mine was closed. Bo Ek came to Oslo.", None),
    ],
)
def test_whom_a_role_means(text: str, entity: str | None) -> None:
    assert speakers(text) == [entity]


def test_of_two_ministers_the_one_spoken_of_just_before() -> None:
    roles = {"ann-lee": ("trade minister",), "cal-roy": ("trade minister",)}
    text = "Ann Lee saw Cal Roy in Oslo. Cal Roy left. The trade minister said that it was cold."
    assert speakers(text, roles) == ["cal-roy"]
    text = "Ann Lee and Cal Roy came to Oslo. The trade minister said that it was cold."
    assert speakers(text, roles) == [None]


def test_he_is_the_one_who_acts_and_not_the_one_beside_him() -> None:
    text = "Standing beside Bo Ek, Cal Roy left the hall. “It is late,” he said."
    assert speakers(text) == ["cal-roy"]


def test_who_is_invited_by_another_speaks_himself() -> None:
    text = "Ann Lee, one of five guests invited by the mayor, Bo Ek, flatly denied it."
    assert speakers(text) == ["ann-lee"]


def test_the_turn_stays_with_who_denies_a_report() -> None:
    text = "Bo Ek denied reports that Acme had said so. “We were ready,” he said."
    assert speakers(text)[-1] == "bo-ek"


def test_when_something_is_said_is_no_speaker() -> None:
    assert speakers("Bo Ek said late on Monday it had rained.") == ["bo-ek"]
    assert speakers("A statement issued that evening said it had rained.") == [None]


def test_he_is_not_the_one_before_an_officer_who_is_not_known() -> None:
    text = "Cal Roy laid the papers out. The president brushed them aside. “No,” he said."
    assert speakers(text) == [None]
    text = "Cal Roy laid the papers out. The prime minister left the room. “No,” he said."
    assert speakers(f"Bo Ek was there. {text}") == ["bo-ek"]
    text = "Cal Roy laid the papers out. The table was long. “No,” he said."
    assert speakers(text) == ["cal-roy"]


def test_what_stands_before_a_semicolon_is_told_by_others() -> None:
    text = "Ann Lee said that a thousand came late; Bo Ek estimated the crowd outside at 300."
    told = [(q.speaker and q.speaker.entity, q.content.of(text)) for q in quotes(text)]
    assert told == [
        ("ann-lee", "that a thousand came late"),
        ("bo-ek", "the crowd outside at 300"),
    ]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ann Lee and Bo Ek met. The Norwegian leader said it was late.", "ann-lee"),
        ("Ann Lee and Bo Ek met. Norway's prime minister said it was late.", "ann-lee"),
        # of whom no role is told
        ("Ann Lee and Bo Ek met. The Chilean minister said it was late.", "bo-ek"),
        ("Ann Lee and Bo Ek met. The Chilean goalkeeper said it was late.", None),
        ("Bo Ek came. The Norwegian leader said it was late.", None),
    ],
)
def test_whom_a_country_and_a_role_mean(text: str, entity: str | None) -> None:
    names = {
        **NAMES,
        "Norway": "place: Norway",
        "Norwegian": "demonym: Norway",
        "Chilean": "demonym: Chile",
    }
    known = [
        replace(each, roles=("prime minister",)) if each.id == "ann-lee" else each
        for each in entities(names)
    ]
    lands = {"ann-lee": "norway", "bo-ek": "chile"}
    (said,) = tag(article(text), known, mentions(text, names), lands)
    assert said.speaker is not None
    assert said.speaker.entity == entity


@pytest.mark.parametrize("text", ["Ann Lee denied having closed it.", "Ann Lee denied being late."])
def test_denials_of_having_done_it(text: str) -> None:
    assert [quotation.denied for quotation in quotes(text)] == [True]
