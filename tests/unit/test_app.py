"""The browser's end: dictionaries and JSON in, plain answers out, and never an exception."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.archive.write import write
from dateline.browser import app
from support.records import fjord_story
from support.typed import HOSTILE


@pytest.fixture(scope="module", autouse=True)
def _opened(tmp_path_factory: pytest.TempPathFactory) -> None:
    path: Path = tmp_path_factory.mktemp("app") / "archive.sqlite"
    write(fjord_story().record(), path, "build 7")
    app.open_archive(str(path))


def test_status() -> None:
    answer = app.handle({"do": "status"})
    assert answer == {"ok": True, "documents": 3, "sentences": 12, "build": "build 7"}


def test_search_with_every_parameter() -> None:
    answer = app.handle(
        {
            "do": "search",
            "q": "tan",
            "from": "2023",
            "to": "2024-05",
            "who": "kortavik",
            "kind": "sentence,meeting",
            "limit": 20,
            "offset": 0,
        }
    )
    assert answer["ok"]
    assert [r["kind"] for r in answer["results"]] == ["meeting", "sentence"]


def test_a_partial_date_reaches_to_its_end() -> None:
    request = {"do": "timeline", "from": "2024-05", "to": "2024-05"}
    assert [row["edtf"] for row in app.handle(request)["rows"]] == ["2024-05", "2024-05-20"]


def test_facets_alone_are_those_of_the_search() -> None:
    asked = {"q": "tan", "from": "2023"}
    whole = app.handle({"do": "search", **asked})
    assert app.handle({"do": "facets", **asked}) == {"ok": True, "facets": whole["facets"]}
    assert whole["facets"]["kind"]
    assert "facets" not in app.handle({"do": "search", **asked, "facets": False})


def test_marks_are_the_days_of_the_timeline() -> None:
    asked = {"q": "tan", "to": "2024-06"}
    rows = app.handle({"do": "timeline", **asked})["rows"]
    marks = [[row["earliest"], row["latest"], row["modality"]] for row in rows]
    assert len(marks) > 1
    assert app.handle({"do": "marks", **asked}) == {"ok": True, "marks": marks}


@pytest.mark.parametrize("by", ["person", "place"])
def test_lanes_hold_the_places_of_the_rows_that_are_about_them(by: str) -> None:
    asked = {"from": "2023"}
    rows = app.handle({"do": "timeline", **asked})["rows"]
    answer = app.handle({"do": "lanes", "by": by, **asked})
    assert answer["ok"]
    lanes = answer["lanes"]
    assert lanes
    for name, places in lanes:
        about = [at for at, row in enumerate(rows) if name in [e[1] for e in row["entities"]]]
        assert places == about
    sizes = [len(places) for _, places in lanes]
    assert sizes == sorted(sizes, reverse=True)
    told = {place for _, places in lanes for place in places}
    assert answer["rest"] == [at for at in range(len(rows)) if at not in told]


def test_lanes_of_questions_follow_the_sentences_of_each() -> None:
    rows = app.handle({"do": "timeline"})["rows"]
    answer = app.handle({"do": "lanes", "by": "thread"})
    threads = {thread.label: thread.sentences for thread in fjord_story().record().threads}
    assert {name for name, _ in answer["lanes"]} <= set(threads)
    for name, places in answer["lanes"]:
        ids = {f"articles/{s.document}/#s{s.sentence}" for s in threads[name]}
        assert {rows[place]["url"] for place in places} <= ids


def test_dates_are_read_by_the_project_s_own_tagger() -> None:
    answer = app.handle({"do": "search", "q": "quarrel november 2023"})
    assert [r["id"] for r in answer["results"] if r["kind"] == "sentence"] == ["2023-kortavik#s2"]
    relative = {"do": "search", "q": "last november herring", "today": "2024-06-01"}
    found = app.handle(relative)
    assert [r["id"] for r in found["results"] if r["kind"] == "sentence"] == ["2023-kortavik#s2"]


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        ({}, "`do` must be"),
        ({"do": "delete"}, "`do` must be"),
        ({"do": ["search"]}, "`do` must be"),
        ({"do": "search", "q": 5}, "`q` must be text"),
        ({"do": "search", "from": "soon"}, "from: 'soon' is not a date"),
        ({"do": "search", "to": "2024-13"}, "to: "),
        ({"do": "search", "limit": -1}, "`limit` must be"),
        ({"do": "search", "limit": True}, "`limit` must be"),
        ({"do": "timeline", "offset": "x"}, "`offset` must be"),
        ({"do": "lanes"}, "`by` must be one of person, "),
        ({"do": "lanes", "by": "color"}, "`by` must be one of person, "),
    ],
)
def test_a_bad_request_is_answered_in_one_sentence(request_: dict[str, Any], error: str) -> None:
    answer = app.handle(request_)
    assert answer["ok"] is False
    assert answer["error"].startswith(error)
    assert "\n" not in answer["error"]


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null", "5", '"x"'])
def test_json_that_is_no_request(text: str) -> None:
    assert json.loads(app.handle_json(text))["ok"] is False


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("do", ["search", "timeline"])
def test_hostile_input_is_answered(do: str, typed: str) -> None:
    answer = json.loads(app.handle_json(json.dumps({"do": do, "q": typed, "who": typed})))
    assert answer["ok"] is True


def test_no_markup_crosses_the_border() -> None:
    text = app.handle_json(json.dumps({"do": "search", "q": "bergström"}))
    assert "<" not in text


def test_answers_are_the_same_each_time() -> None:
    request = json.dumps({"do": "search", "q": "sellandia tan herring"})
    assert app.handle_json(request) == app.handle_json(request)
