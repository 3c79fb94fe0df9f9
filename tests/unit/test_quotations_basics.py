"""Attributions in the plainest forms of news, and the bodies that speak without their names."""

from __future__ import annotations

import pytest

from dateline.annotation import annotate
from dateline.model import Story
from dateline.reading.clean import clean
from dateline.reading.read import read
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Acme": "organization: Acme",
    "Borvik": "organization: Borvik",
    "Norway": "place: Norway",
    "Chile": "place: Chile",
}


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what."""
    one = report(text, NAMES, {}, "2021-03-03")
    body = one.article.text
    return [(q.speaker.entity if q.speaker else None, q.content.of(body)) for q in one.quotations]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Groups held sittings, Ann Lee said.", "ann-lee", "Groups held sittings"),
        ("Ministers held a dinner, Ann Lee said.", "ann-lee", "Ministers held a dinner"),
        ("Acme, in a statement on Monday, said it was late.", "acme", "it was late"),
        ("Acme, in its own notice, said only that it was late.", "acme", "that it was late"),
        ("Acme, the utility that is due to buy it, said it was late.", "acme", "it was late"),
        ("Last week Ann Lee, head of a panel, said it was late.", "ann-lee", "it was late"),
        ("Ann Lee is convinced that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee was, however, adamant that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee has no doubt that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee continues to insist that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee emerged after an hour to say that it was late.", "ann-lee", "that it was late"),
        ("It began in May, when, Norway says, two jets came near.", "norway", "two jets came near"),
        ("Norway called the report a whitewash.", "norway", "a whitewash"),
        ("Norway called the cap unacceptable.", "norway", "unacceptable"),
        ("Ann Lee put the number at fewer than 120.", "ann-lee", "the number at fewer than 120"),
        ("Acme put the effect at no more than 60.", "acme", "the effect at no more than 60"),
        ("After the vote, Ann Lee smiled and said it was late.", "ann-lee", "it was late"),
        ("Speaking in Rome, Ann Lee left the room and said it was late.", "ann-lee", "it was late"),
        ("Ann Lee sighed, then said it was late.", "ann-lee", "it was late"),
        ("Ann Lee signalled that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee, reached by phone, said it was late.", "ann-lee", "it was late"),
        ("Ann Lee left no doubt that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee gave assurances that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee's message was that it was late.", "ann-lee", "that it was late"),
        ("The train was late, the Post quoted Ann Lee as saying.", "ann-lee", "The train was late"),
        ("State television showed Ann Lee saying it was late.", "ann-lee", "it was late"),
        ("Ann Lee is understood to have said that it was late.", "ann-lee", "that it was late"),
        ("The train, described by Ann Lee as “a scandal”, was late.", "ann-lee", "“a scandal”"),
        ("Its chair, retired judge Ann Lee, said that it was late.", "ann-lee", "that it was late"),
        (
            "According to the Minister of Water and Energy, Ann Lee (PhD), it was late.",
            "ann-lee",
            "it was late",
        ),
        (
            "According to Minister of Water and Energy Ann Lee, it was late.",
            "ann-lee",
            "it was late",
        ),
        (
            "The company, Acme, claims the state took 40 lorries.",
            "acme",
            "the state took 40 lorries",
        ),
        ("Ann Lee made it clear she would not pay.", "ann-lee", "she would not pay"),
        ("Ann Lee promised not to resign.", "ann-lee", "not to resign"),
        ("Ann Lee threatened to resign.", "ann-lee", "to resign"),
        ("Ann Lee wrote in her opinion that it was late.", "ann-lee", "that it was late"),
        ("Ann Lee voiced hope that it was late.", "ann-lee", "hope that it was late"),
        ("For Ann Lee, the bridge is “a scandal”.", "ann-lee", "the bridge is “a scandal”"),
        ("Ann Lee saw the letter and called it racist.", "ann-lee", "racist"),
        ("The senator, a doctor by training, said it was late.", None, "it was late"),
        (
            "Ann Lee, according to Acme, knew of the payments.",
            "acme",
            "Ann Lee, according to Acme, knew of the payments",
        ),
    ],
)
def test_who_says_so(text: str, speaker: str | None, content: str) -> None:
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "A dinner held in Rome, Ann Lee said, pleased everyone.",
        "Ann Lee called the police a day later.",
        "Ann Lee called it a day.",
        "Ann Lee called it off.",
        "The fire threatens to reach the town.",
        "For Ann Lee, a room was booked.",
        "After the rain Acme, claims rose to a record.",
        "It is clear that it was late.",
        "Ann Lee was sure of that.",
    ],
)
def test_what_says_nothing_of_the_kind(text: str) -> None:
    assert all(content[:10] != "a day" and "that it" not in content for _, content in said(text))
    assert not any(content == "A dinner held in Rome" for _, content in said(text))
    others = ("to ", "off", "rose", "a room")
    assert not any(content.startswith(others) for _, content in said(text))


def test_an_aside_before_the_verb() -> None:
    text = "The ministry, in a statement on Monday, said it was late."
    assert said(text) == [(None, "it was late")]


def test_a_study_finds() -> None:
    assert said("The inquiry found that it was late.") == [(None, "that it was late")]
    assert said("An inquiry by Norway found that it was late.") == [("norway", "that it was late")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The airline Acme grew. Borvik fell. The airline said it was late.", "acme"),
        ("Acme, their lobby, grew. Borvik fell. It rained. The lobby said it was late.", "acme"),
        ("Acme's chief executive left. Borvik fell. The company said it was late.", "acme"),
        ("The airline Acme grew. The airline Borvik fell. The airline said it was late.", "borvik"),
        ("Acme grew. Borvik fell. It rained. The airline said it was late.", None),
    ],
)
def test_a_body_by_what_it_is(text: str, speaker: str | None) -> None:
    assert [who for who, content in said(text) if content == "it was late"] == [speaker]


@pytest.mark.parametrize(
    "denial",
    [
        "which Chile denies",
        "a claim Chile denies",
        "a claim that Chile has denied",
        "something Chile disputes",
        "an assertion that Chile rejects",
    ],
)
def test_what_another_denies_in_the_same_breath(denial: str) -> None:
    claim, answer = said(f"Norway says the jets were in its skies, {denial}.")
    assert claim == ("norway", "the jets were in its skies")
    assert answer[0] == "chile"
    one = report(f"Norway says the jets were in its skies, {denial}.", NAMES, {}, "2021-03-03")
    assert [q.denied for q in one.quotations] == [False, True]


def test_who_denies_must_be_somebody() -> None:
    text = "Norway says the jets were seen, which nothing denies."
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Norway's Ann Lee met Chile's foreign minister, Bo Ek. The Chilean said it was late.",
            "bo-ek",
        ),
        ("Norway's Ann Lee met Chile's Bo Ek. Her Chilean counterpart said it was late.", "bo-ek"),
        (
            "Norway's Ann Lee met Chile's Bo Ek and Chile's Cal Roy. The Chilean said it was late.",
            None,
        ),
    ],
)
def test_the_one_of_a_country(text: str, speaker: str | None) -> None:
    article = clean(read("a.txt", f"A headline\n\n{text}".encode()))
    (quotation,) = annotate(article, Story()).quotations
    assert quotation.speaker is not None
    assert quotation.speaker.entity == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Matej Kranjc wrote to Jana Vidmar. She asked him to stay until May.", "jana-vidmar"),
        ("Matej Kranjc met Jana Vidmar. He said it was late.", "matej-kranjc"),
        ("Kim Chol-bom met Jana Vidmar. He said it was late.", "kim-chol-bom"),
    ],
)
def test_given_names_of_many_tongues_tell_he_from_she(text: str, speaker: str) -> None:
    article = clean(read("a.txt", f"A headline\n\n{text}".encode()))
    (quotation,) = annotate(article, Story()).quotations
    assert quotation.speaker is not None
    assert quotation.speaker.entity == speaker


def test_who_was_reached_by_phone_speaks_and_no_phone() -> None:
    one = report("Residents of Chile reached by phone said it was late.", NAMES, {}, "2021-03-03")
    (quotation,) = one.quotations
    assert quotation.speaker is not None
    assert quotation.speaker.span.of(one.article.text) == "Residents of Chile"
