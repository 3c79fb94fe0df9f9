"""Figures of which it is told whose they are, and by few words."""

from __future__ import annotations

import pytest

from unit.test_quotations import quotes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Acme has it at $16 million.", [("Acme", "it at $16 million")]),
        ("Acme had the figure at 900.", [("Acme", "the figure at 900")]),
        ("Acme put the attendance at nearer 900.", [("Acme", "the attendance at nearer 900")]),
        ("Acme put the crowd at closer to 900.", [("Acme", "the crowd at closer to 900")]),
        ("Acme has pegged the arrears at Rs 61 crore.", [("Acme", "the arrears at Rs 61 crore")]),
        ("Acme's figure is 131,000.", [("Acme", "131,000")]),
        ("Acme's own estimate was 14, and it rained.", [("Acme", "14")]),
        ("A list released by Acme had eight.", [("Acme", "eight")]),
        ("Acme says 64 have.", [("Acme", "64 have")]),
        ("Ann Lee says 47 drivers, Acme 39.", [("Ann Lee", "47 drivers"), ("Acme", "39")]),
        (
            "Ann Lee says 47 million pounds, Acme 39 million.",
            [("Ann Lee", "47 million pounds"), ("Acme", "39 million")],
        ),
        (
            "Ann Lee gave the cost as $14 million, whereas Acme estimated it at $16 million.",
            [("Ann Lee", "the cost as $14 million"), ("Acme", "it at $16 million")],
        ),
        ("Ann Lee says 47 drivers, in Oslo 39.", [("Ann Lee", "47 drivers, in Oslo 39")]),
        ("Acme has it in writing at home.", []),
        ("Acme had eight.", []),
    ],
)
def test_figures_by_whose_they_are(text: str, said: list[tuple[str, str]]) -> None:
    found = [
        (q.speaker.span.of(text) if q.speaker else "", q.content.of(text)) for q in quotes(text)
    ]
    assert found == said


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said this was not the case.",
        "Ann Lee said that was untrue.",
        "Ann Lee said it was not true.",
        "Ann Lee called that nonsense.",
        "Ann Lee called the claim a lie.",
    ],
)
def test_what_denies_what_was_said_before(text: str) -> None:
    (one,) = quotes(text)
    assert one.denied


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said it was not the end.",
        "Ann Lee said this was new.",
        "Ann Lee called that brave.",
    ],
)
def test_what_denies_nothing(text: str) -> None:
    assert not any(one.denied for one in quotes(text))


def test_a_television_reports() -> None:
    (one,) = quotes("State television reported that Ann Lee had left.")
    assert (
        one.content.of("State television reported that Ann Lee had left.")
        == "that Ann Lee had left"
    )
