"""Who else was at a meeting: the host, the chair, who sat in, who looked on."""

from __future__ import annotations

import pytest

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
