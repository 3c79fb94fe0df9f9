"""Who else was at a meeting: the host, the chair, who sat in, who looked on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotation.events import tag
from support.reports import report

NAMES = {
    "Ann Lee": "person: Ann Lee",
    "Lee": "person: Ann Lee",
    "Bo Ek": "person: Bo Ek",
    "Ek": "person: Bo Ek",
    "Cal Roy": "person: Cal Roy",
    "Roy": "person: Cal Roy",
    "Lima": "place: Lima",
    "Oslo": "place: Oslo",
    "Acme": "organization: Acme",
}
DATES = {"Tuesday": "2021-03-02", "Friday": "2021-03-05", "May": "2020-05"}
THREE = ("ann-lee", "bo-ek", "cal-roy")
TWO = ("ann-lee", "bo-ek")


def told(text: str) -> set[tuple[str, ...]]:
    """The participants of all encounters on the Tuesday."""
    events = report(text, NAMES, DATES, "2021-03-03").events
    return {e.participants for e in events if e.edtf == "2021-03-02" and len(e.participants) > 1}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Bo Ek in Lima on Tuesday. The talks were hosted by Cal Roy.",
        "Ann Lee met Bo Ek in Lima on Tuesday. The meeting was chaired by Cal Roy.",
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy was also present.",
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy was also at the table.",
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy attended the talks.",
        "Ann Lee met Bo Ek in Lima on Tuesday, with Cal Roy looking on.",
        "Ann Lee met Bo Ek in Lima on Tuesday, with Cal Roy in the chair.",
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy joined them.",
        "Ann Lee and Bo Ek, hosted by Cal Roy, met in Lima on Tuesday.",
    ],
)
def test_one_more_was_there(text: str) -> None:
    assert told(text) == {THREE}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy attended the opera.",
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy joined Acme.",
        "Ann Lee met Bo Ek in Lima on Tuesday. Cal Roy laid the bill on the table.",
        "Ann Lee met Bo Ek in Lima on Tuesday. A party led by Cal Roy lost the vote.",
        "Ann Lee met Bo Ek in Lima on Tuesday. The board of Acme is chaired by Cal Roy.",
    ],
)
def test_one_who_was_somewhere_else(text: str) -> None:
    assert told(text) == {TWO}


def test_those_who_sign_and_who_looks_on() -> None:
    text = "Ann Lee and Bo Ek signed the accord in Lima on Tuesday in the presence of Cal Roy."
    events = report(text, NAMES, DATES, "2021-03-03").events
    assert THREE in {e.participants for e in events if e.kind == "agreement"}


ROLES = {"ann-lee": ("mayor",), "bo-ek": ("vice president",), "cal-roy": ("special envoy",)}


def named(text: str) -> set[tuple[str, ...]]:
    """Who met on the Tuesday, where roles are known of all three."""
    one = report(text, NAMES, DATES, "2021-03-03")
    people = [replace(e, roles=ROLES.get(e.id, ())) for e in one.entities]
    events = tag(one.article, people, one.mentions, one.timexes, one.quotations)
    return {e.participants for e in events if e.edtf == "2021-03-02"}


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Acme's special envoy met Ann Lee in Lima on Tuesday.", ("ann-lee", "cal-roy")),
        ("Cal Roy met with the mayor in Lima on Tuesday.", ("ann-lee", "cal-roy")),
        ("The mayor met Cal Roy in Lima on Tuesday.", ("ann-lee", "cal-roy")),
        ("The president met Cal Roy in Lima on Tuesday.", ("cal-roy",)),
        ("Cal Roy met the deputy mayor in Lima on Tuesday.", ("cal-roy",)),
    ],
)
def test_one_told_of_by_a_role_alone(text: str, participants: tuple[str, ...]) -> None:
    assert named(f"Ann Lee, Bo Ek and Cal Roy spoke.\n{text}") == {participants}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee received the envoy of Acme for the Western lands, Bo Ek, in Oslo on Tuesday.",
        "Ann Lee met the minister for trade and industry, Bo Ek, in Oslo on Tuesday.",
    ],
)
def test_the_field_of_an_office_before_its_holder(text: str) -> None:
    assert told(text) == {TWO}


def test_who_says_so_did_not_meet_them() -> None:
    assert told("Ann Lee met the minister for talks on Tuesday, Bo Ek said.") == set()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The first session, on Tuesday in Lima, was attended by Ann Lee and Bo Ek.", TWO),
        ("Tariffs will go, Ann Lee told a joint news conference with Bo Ek on Tuesday.", TWO),
        ("At a joint press conference with Bo Ek on Tuesday, Ann Lee said it was done.", TWO),
        ("Ann Lee, who led a delegation of 14 to the talks with Bo Ek on Tuesday, smiled.", TWO),
        ("Ann Lee was later received on Tuesday at the palace by the mayor of Lima, Bo Ek.", TWO),
        ("The envoy, Ann Lee, is here. The envoy was received by Bo Ek on Tuesday.", TWO),
    ],
)
def test_who_was_there_by_other_words(text: str, ids: tuple[str, ...]) -> None:
    roles = {"ann-lee": ("envoy",)}
    one = report(text, NAMES, DATES, "2021-03-03")
    entities = [replace(e, roles=roles.get(e.id, ())) for e in one.entities]
    events = tag(one.article, entities, one.mentions, one.timexes, one.quotations)
    met = {e.participants for e in events if e.edtf == "2021-03-02" and e.kind != "agreement"}
    assert met == {ids}


def test_a_session_in_the_same_town() -> None:
    text = "Talks in Lima failed. The first, on Tuesday in the same town, was attended by"
    events = report(f"{text} a minister.", NAMES, DATES, "2021-03-03").events
    assert not any(e.participants for e in events)
    text = "Talks in Lima failed. The first session, on Tuesday in the same town, was attended by"
    (met,) = [
        e
        for e in report(f"{text} Ann Lee and Bo Ek.", NAMES, DATES, "2021-03-03").events
        if e.participants
    ]
    assert (met.participants, met.place, met.edtf) == (TWO, "lima", "2021-03-02")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("It was signed by Ann Lee, President Bo Ek's negotiator, and Cal Roy.", THREE[::2]),
        ("It was signed by Ann Lee, by Bo Ek and, on behalf of Acme, by Cal Roy.", THREE),
        ("They saw the signing of a plan for 2031 by Ann Lee and her counterpart Bo Ek.", TWO),
    ],
)
def test_who_signed(text: str, ids: tuple[str, ...]) -> None:
    events = report(text, NAMES, DATES, "2021-03-03").events
    assert [e.participants for e in events if e.kind == "agreement"] == [ids]
