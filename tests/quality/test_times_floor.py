"""The time tagger may not fall below what it has reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.annotation.times import find

from .score_times import ROOT, WIKINEWS, score

GOLD = ROOT.parent / "shared" / "gold" / "gold_timeline.json"
SEEDS = ROOT.parent / "shared" / "seeds"
NOT_BESIDE = "the shared data is not beside the checkout"
RELAXED, STRICT, VALUE = 0.94, 0.89, 0.82


@pytest.mark.skipif(not WIKINEWS.is_dir(), reason=NOT_BESIDE)
def test_wikinews() -> None:
    result = score(WIKINEWS)["all"]
    assert result.relaxed >= RELAXED
    assert result.strict >= STRICT
    assert result.value >= VALUE


def facts(path: Path) -> list[tuple[dict[str, Any], str]]:
    """The dated facts of the gold with their report's date; none when it is not there."""
    if not path.is_file():
        return []
    gold = json.loads(path.read_text(encoding="utf-8"))
    published = {key: entry["edtf"] for key, entry in gold["publication"].items()}
    return [
        (fact, published[fact["doc"][:3]])
        for fact in gold["facts"]
        if fact["edtf"] and not (fact["kind"] == "duration" and not fact["edtf"].startswith("P"))
    ]


@pytest.mark.skipif(not GOLD.is_file(), reason=NOT_BESIDE)
def test_the_facts_of_the_seeds() -> None:
    wrong = []
    for fact, published in facts(GOLD):
        text = (SEEDS / fact["doc"]).read_text(encoding="utf-8")
        span = fact["expression"]
        found = [
            timex
            for timex in find(text, published)
            if timex.span.start < span["end"] and span["start"] < timex.span.end
        ]
        wanted = fact["edtf"]
        if not any(wanted == t.edtf or wanted.rstrip("~") == t.value for t in found):
            wrong.append((fact["id"], wanted, [(t.value, t.edtf) for t in found]))
    assert wrong == []
