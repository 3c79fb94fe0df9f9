from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.site import instant
from dateline.site.dates import label
from dateline.text import fold
from support.node import node
from support.records import fjord_story

ROOT = Path(__file__).resolve().parents[2]
RECORD = fjord_story().record()

SEARCH = """
import { createRequire } from "node:module";
const lunr = createRequire(import.meta.url)("%(lunr)s");
const index = await import("%(scripts)s/instant_index.mjs");
index.load(JSON.parse(process.argv[1]), lunr);
const kinds = {
  suggest: ({ text, kinds }) => index.suggest(text, 8, kinds),
  values: ({ field }) => index.valuesOf(field),
  search: (request) => index.search(request, lunr),
};
const answers = JSON.parse(process.argv[2]).map(
  (request) => kinds[request.do ?? "search"](request));
console.log(JSON.stringify(answers));
"""


def answers(*requests: dict[str, Any]) -> list[Any]:
    found = node(SEARCH, instant.build(RECORD).decode(), json.dumps(requests))
    assert isinstance(found, list)
    return found


def ids(answer: dict[str, Any]) -> list[str]:
    return [result["id"] for result in answer["results"]]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Åse Bergström", "ase-bergstrom"),
        ("ase bergstrom", "ase-bergstrom"),
        ("bergst", "ase-bergstrom"),
        ("bergstorm", "ase-bergstrom"),
        ("陈伟明", "tan-wei-ming"),
        ("伟明", "tan-wei-ming"),
        ("herring pact", "herring-pact"),
        ("three ports", "2024-ports"),
    ],
)
def test_names_aliases_and_headlines_are_found_as_typed(typed: str, first: str) -> None:
    assert ids(answers({"q": typed})[0])[0] == first


def test_filters_and_the_shape_of_an_answer() -> None:
    kind, dated, nothing = answers(
        {"q": "kortavik", "kind": "place"},
        {"q": "kortavik", "from": "2023-11", "to": "2023-11"},
        {"q": "kortavik zebra"},
    )
    assert ids(kind) == ["kortavik"]
    assert set(ids(dated)) == {"2023-11-16-kortavik", "2023-kortavik"}
    assert nothing == {"ok": True, "count": 0, "results": []}
    assert set(kind["results"][0]) == {
        "kind",
        "id",
        "url",
        "title",
        "snippet",
        "date",
        "edtf",
        "context",
    }


def test_fields_of_the_box_are_given_names_of_their_kinds_threads_and_years() -> None:
    people, threads, years, none = answers(
        {"do": "suggest", "text": "", "kinds": ["person"]},
        {"do": "values", "field": "thread"},
        {"do": "values", "field": "in"},
        {"do": "values", "field": "who"},
    )
    assert {entry["kind"] for entry in people} == {"person"}
    assert threads == [thread.label for thread in RECORD.threads]
    assert threads
    assert years == sorted(years, reverse=True)
    assert "2023" in years
    assert none == []


def test_suggestions_are_entities_most_told_of_first() -> None:
    [found, all_] = answers({"do": "suggest", "text": "sell"}, {"do": "suggest", "text": ""})
    assert [entry["id"] for entry in found] == ["sellandia", "north-sellandia"]
    weights = [entry["weight"] for entry in all_]
    assert weights == sorted(weights, reverse=True)


def test_of_a_large_story_the_names_told_of_most_and_the_newest_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = list(instant.entries_of(RECORD))
    names = [entry for entry in every if entry.kind not in ("meeting", "article")]
    monkeypatch.setattr(instant, "MOST_ENTRIES", len(names) + 2)
    kept = instant.most_sought(every)
    assert [entry for entry in kept if entry in names] == names
    newest = sorted((e.date or "" for e in every if e not in names), reverse=True)[:2]
    assert sorted((e.date or "" for e in kept if e not in names), reverse=True) == newest
    monkeypatch.setattr(instant, "MOST_ENTRIES", 1)
    (only,) = instant.most_sought(every)
    assert only.weight == max(entry.weight for entry in names)


def test_the_same_record_gives_the_same_bytes_and_no_markup() -> None:
    assert instant.build(RECORD) == instant.build(RECORD)


@pytest.mark.parametrize("text", ["Åse BERGSTRÖM", "Łódź", "Straße", "Yoon Suk-yeol’s", "İstanbul"])
def test_words_are_folded_alike_in_both_languages(text: str) -> None:
    script = """
      const { words } = await import("%(scripts)s/words.mjs");
      console.log(JSON.stringify(words(process.argv[1]).join(" ")));"""
    assert node(script, text) == instant.words(text)
    assert instant.words(text) == " ".join(instant._NOT_WORD.sub(" ", fold(text)).split())


DATES = [
    "2023",
    "2023-05",
    "2023-05-07",
    "2018~",
    "200X",
    "19XX",
    "2024-21",
    "2024-40",
    "2023-11-16/2023-11-17",
    "2023-05-01/2023-06-30",
    "2023-05/2023-06",
    "2022/2024",
    "../2025",
    "2024-05/..",
    "/2025",
    "[2024-09-06,2024-09-13,2024-09-20]",
    "[2023-01,2024-02]",
    "{2023-05-07,2023-06-01}",
    "2024-05-26T14:00",
    "XXXX-05",
    "[2024-09-06..2024-09-20]",
]


def test_dates_read_alike_in_both_languages() -> None:
    script = """
      const { label } = await import("%(scripts)s/dates.mjs");
      console.log(JSON.stringify(JSON.parse(process.argv[1]).map(label)));"""
    assert node(script, json.dumps(DATES)) == [label(date) for date in DATES]
