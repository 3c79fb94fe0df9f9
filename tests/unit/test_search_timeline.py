"""The timeline of an invented story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.archive.asking import Asking, Request
from dateline.archive.open import open_archive
from dateline.archive.timeline import timeline
from dateline.archive.write import write
from support.records import fjord_story


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    path: Path = tmp_path_factory.mktemp("timeline") / "archive.sqlite"
    write(fjord_story().record(), path, "b")
    found = Asking(open_archive(path))
    yield found
    found.archive.close()


def dates(asking: Asking, **given: Any) -> list[str]:
    return [row["edtf"] for row in timeline(asking, Request(**given))["rows"]]


def test_all_statements_in_order_of_their_day(asking: Asking) -> None:
    assert dates(asking) == ["1998", "2023-11-16", "2024-05", "2024-05-20"]


def test_a_row_has_everything_the_page_needs(asking: Asking) -> None:
    answer = timeline(asking, Request(q="quarrel"))
    sentence = (
        "Åse Bergström met Tan Wei Ming in Kortavik on Thursday"
        " to end a quarrel over herring quotas."
    )
    start = sentence.index("Thursday")
    assert answer == {
        "count": 1,
        "rows": [
            {
                "id": f"2023-kortavik#s2.{start}",
                "edtf": "2023-11-16",
                "earliest": "2023-11-16",
                "latest": "2023-11-16",
                "kind": None,
                "modality": "happened",
                "url": "articles/2023-kortavik/#s2",
                "document": "2023-kortavik",
                "title": "Ministers open herring talks in Kortavik",
                "sentence": sentence,
                "mark": [start, start + len("Thursday")],
                "entities": [
                    ["ase-bergstrom", "Åse Bergström"],
                    ["kortavik", "Kortavik"],
                    ["tan-wei-ming", "Tan Wei Ming"],
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"first": "2024-01-01"}, ["2024-05", "2024-05-20"]),
        ({"last": "1998-06-01"}, ["1998"]),
        ({"first": "2024-05-21", "last": "2024-05-25"}, ["2024-05"]),
        ({"who": ("tan-wei-ming",)}, ["2023-11-16", "2024-05"]),
        ({"q": "who:tan", "first": "2024-01-01"}, ["2024-05"]),
        ({"q": "in:2023"}, ["2023-11-16"]),
        ({"q": "ports"}, ["2024-05", "2024-05-20"]),
        ({"q": "ports dolphin"}, []),
        ({"q": "thread:quotas"}, ["2023-11-16"]),
        ({"kinds": ("sentence",)}, ["1998", "2023-11-16", "2024-05", "2024-05-20"]),
        ({"limit": 2, "offset": 1}, ["2023-11-16", "2024-05"]),
        ({"offset": 9}, []),
    ],
)
def test_filters(asking: Asking, given: dict[str, Any], expected: list[str]) -> None:
    assert dates(asking, **given) == expected
