"""The file of recurring events holds together."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from dateline import edtf
from dateline.annotation.knowledge import load

EVENTS: list[dict[str, Any]] = load("recurring_events")["events"]


def named(name: str) -> dict[str, Any]:
    return next(event for event in EVENTS if name in event["names"])


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["names"][0])
def test_editions_are_in_order_and_apart(event: dict[str, Any]) -> None:
    spans = [edtf.parse(edition["date"]) for edition in event["editions"]]
    for before, after in pairwise(spans):
        assert before.latest is not None
        assert after.earliest is not None
        assert before.latest < after.earliest


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["names"][0])
def test_editions_are_short_and_have_names_and_places(event: dict[str, Any]) -> None:
    assert event["names"]
    for edition in event["editions"]:
        assert isinstance(edition["places"], list)
        span = edtf.parse(edition["date"])
        assert span.latest is not None
        assert span.earliest is not None
        assert (span.latest - span.earliest).days < 90


def test_a_name_belongs_to_one_event() -> None:
    names = [name for event in EVENTS for name in event["names"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "place", "date"),
    [
        ("Group of Seven summit", "Hiroshima", "2023-05-19/2023-05-21"),
        ("APEC summit", "San Francisco", "2023-11-15/2023-11-17"),
        ("COP21", "Paris", "2015-11-30/2015-12-12"),
        ("Summer Olympics", "Tokyo", "2021-07-23/2021-08-08"),
        ("US presidential election", "United States", "1992-11-03"),
    ],
)
def test_known_editions(name: str, place: str, date: str) -> None:
    editions = named(name)["editions"]
    assert next(e["date"] for e in editions if place in e["places"]) == date
