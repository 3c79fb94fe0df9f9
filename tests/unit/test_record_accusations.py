"""Accusations, and what the accused say to them."""

from __future__ import annotations

import pytest

from unit.test_record_disagreements import found, sides, told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norway accused Chile of a breach. Chile said it had been a drill.", ["norway", "chile"]),
        (
            "Ann Lee blamed Acme for the fire.\nIt rained.\nAcme said it was shut.",
            ["ann-lee", "acme"],
        ),
        (
            "Ann Lee blamed Acme for the fire. A spokesman for Acme, Bo Ek, said it was shut.",
            ["ann-lee", "bo-ek"],
        ),
        ("Ann Lee blamed the ministry for it. The ministry said it was shut.", ["ann-lee", None]),
    ],
)
def test_the_accused_have_their_say(text: str, who: list[str | None]) -> None:
    (one,) = found(told("a", "2021-03-03", text))
    assert sides(one) == who


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused Chile of a breach. Chile acknowledged that it had drilled.",
        "Norway accused Chile of a breach. Chile said it would run a race.",
        "Norway accused Chile of a breach. Ann Lee said trains were late.",
        "Norway accused Chile of a breach.\nIt rained.\nIt froze.\nChile said it was a drill.",
        "Ann Lee blamed the ministry for it. The bakery said it was shut.",
    ],
)
def test_what_answers_no_accusation(text: str) -> None:
    assert found(told("a", "2021-03-03", text)) == ()
