"""What the maintainer decides has the last word; one about a text that has changed is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main
from dateline.model import Record
from dateline.pipeline import build_record

REPORT = (
    "Ferry owner meets mayor\n\n"
    "Share this story\n\n"
    "STAVELY - The owner of the ferry, Ruben Aske, met Mayor Olive Brandt in Stavely on Friday, "
    "his lawyer said.\n\n"
    "Aske promised to answer their letters by 1 May 2019.\n\n"
    "A second page of notices follows here\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Ferry owner meets mayor</title></head><body><article>"
    "<h1>Ferry owner meets mayor</h1>\n<p>STAVELY &ndash; The owner of the ferry, Ruben Aske, "
    "met Mayor <b>Olive Brandt</b> in Stavely on <i>Friday</i>, his lawyer said.</p>\n"
    "<p>Aske promised to answer their letters by 1&nbsp;May&nbsp;2019.</p></article></body></html>"
)


class Folder:
    """A story of one article, and the corrections that fit it."""

    def __init__(self, path: Path, name: str = "a.txt", text: str = REPORT) -> None:
        self.path, self.text = path, text
        (path / name).write_text(text, encoding="utf-8")
        self.sha256 = self.record().annotations[0].article.document.sha256

    def record(self) -> Record:
        result = build_record(self.path)
        assert result.problems == ()
        return result.record

    def correct(self, *entries: Mapping[str, Any]) -> None:
        told = json.dumps({"corrections": [{"article": self.sha256[:16], **e} for e in entries]})
        (self.path / "corrections.yml").write_text(told, encoding="utf-8")

    def span(self, words: str) -> dict[str, str]:
        start = self.text.index(words)
        return {"span": f"{start}-{start + len(words)}", "text": words}


@pytest.fixture(params=["a.txt", "a.html"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    return Folder(tmp_path, request.param, REPORT if request.param == "a.txt" else PAGE)


def test_a_publication_date_is_given_and_what_was_found_is_rejected(folder: Folder) -> None:
    folder.correct({"published": "2019-03-09"})
    published = folder.record().annotations[0].article.published
    assert (published.edtf, published.confidence) == ("2019-03-09", "given")
    used = [evidence for evidence in published.evidence if evidence.verdict == "used"]
    assert [evidence.text for evidence in used] == ["2019-03-09"]
    assert "corrections.yml" in used[0].why


def test_other_dates_are_counted_from_the_given_one(folder: Folder) -> None:
    folder.correct({"published": "2019-03-09"})
    record = folder.record()
    friday = [t for t in record.annotations[0].timexes if "Friday" in _words(record, t.span)]
    assert [timex.edtf for timex in friday] == ["2019-03-08"]
    assert [meeting.edtf for meeting in record.meetings] == ["2019-03-08"]


def test_a_publication_date_is_struck_out(folder: Folder) -> None:
    folder.correct({"published": None})
    published = folder.record().annotations[0].article.published
    assert (published.edtf, published.confidence) == (None, "unknown")


def test_one_date_is_corrected_with_what_rests_on_it(folder: Folder) -> None:
    folder.correct({"published": "2019-03-09"}, {**folder.span("Friday"), "date": "2019-03-01"})
    record = folder.record()
    assert "2019-03-01" in [timex.edtf for timex in record.annotations[0].timexes]
    assert "2019-03-08" not in [timex.edtf for timex in record.annotations[0].timexes]
    assert [meeting.edtf for meeting in record.meetings] == ["2019-03-01"]
    assert "2019-03-01" in [statement.edtf for statement in record.timeline]


def test_a_date_is_struck_out(folder: Folder) -> None:
    folder.correct({"published": "2019-03-09"}, {**folder.span("Friday"), "date": None})
    record = folder.record()
    assert not [t for t in record.annotations[0].timexes if "Friday" in _words(record, t.span)]
    assert not [s for s in record.timeline if s.edtf == "2019-03-08"]


def test_a_mention_is_given_to_somebody_else(folder: Folder) -> None:
    folder.correct({**folder.span("Ruben Aske"), "mention": "Rubina Asker", "type": "person"})
    record = folder.record()
    named = {entity.id: entity.name for entity in record.entities if entity.type == "person"}
    mention = next(
        m for m in record.annotations[0].mentions if _words(record, m.span) == "Ruben Aske"
    )
    assert named[mention.entity or ""] == "Rubina Asker"


def test_a_mention_is_struck_out(folder: Folder) -> None:
    folder.correct({**folder.span("Ruben Aske"), "mention": None})
    record = folder.record()
    assert not [m for m in record.annotations[0].mentions if _words(record, m.span) == "Ruben Aske"]


def test_a_line_gets_the_role_it_is_given(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    line = "A second page of notices follows here"
    folder.correct({**folder.span(line), "line": "furniture"})
    article = folder.record().annotations[0].article
    roles = {found.span.of(article.text): found.role for found in article.lines}
    assert roles[line] == "furniture"
    assert not [s for s in article.sentences if line in s.span.of(article.text)]


def test_part_of_a_line_stands_for_the_line(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.correct({**folder.span("page of notices"), "line": "furniture"})
    article = folder.record().annotations[0].article
    roles = {found.span.of(article.text): found.role for found in article.lines}
    assert roles["A second page of notices follows here"] == "furniture"


@pytest.mark.parametrize("verb", ["record", "review", "build"])
def test_a_changed_text_fails_with_what_it_used_to_match(
    tmp_path: Path, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story"
    story.mkdir()
    folder, output = Folder(story), tmp_path / "site"
    output.mkdir()
    (output / "index.html").write_text("the site as it was")
    folder.correct({"published": "2019-03-09"}, {**folder.span("Friday"), "date": "2019-03-01"})
    (story / "a.txt").write_text(REPORT.replace("Friday", "Sunday"), encoding="utf-8")
    given = ["-o", str(output)] if verb == "build" else []
    assert main([verb, str(story), *given]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "corrections.yml" in told.err
    assert "line 1" in told.err
    assert folder.sha256[:16] in told.err
    assert (output / "index.html").read_text() == "the site as it was"


def test_the_words_it_used_to_match_are_told_even_when_the_file_is_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Folder(tmp_path)
    folder.correct({**folder.span("Friday"), "date": "2019-03-01"})
    (tmp_path / "a.txt").write_text("Another report\n\nIt says something else.\n")
    assert main(["record", str(tmp_path)]) == 2
    assert "“Friday”" in capsys.readouterr().err


def test_a_span_that_no_longer_holds_its_words_says_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Folder(tmp_path)
    folder.correct({**folder.span("Friday"), "text": "Sunday", "date": "2019-03-01"})
    assert main(["record", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "“Friday”" in told
    assert "“Sunday”" in told
    assert "a.txt" in told


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"published": "last week"}, "published"),
        ({"span": "9-3", "date": "2019"}, "span"),
        ({"date": "2019-01-01"}, "span"),
        ({"published": "2019", "line": "body"}, "exactly one"),
        ({"span": "0-5", "line": "poem"}, "line"),
        ({"article": "12ab", "published": "2019"}, "article"),
        ({"span": "0-5", "mention": "X", "type": "ghost"}, "type"),
    ],
)
def test_an_entry_that_cannot_be_used_is_told_and_left_out(
    tmp_path: Path, entry: dict[str, str], reason: str
) -> None:
    folder = Folder(tmp_path)
    folder.correct(entry, {"published": "2019-03-09"})
    result = build_record(tmp_path)
    assert [str(problem).partition(": line 1: ")[0] for problem in result.problems] == [
        "corrections.yml"
    ]
    assert reason in str(result.problems[0])
    assert result.record.annotations[0].article.published.edtf == "2019-03-09"


def test_names_said_to_be_the_same_are_one_and_others_are_kept_apart(tmp_path: Path) -> None:
    for number, name in enumerate(("Tomas Reyle", "Thomas Reile", "Reyle")):
        (tmp_path / f"{number}.txt").write_text(
            f"Visit ends\n\nPORT MERRIN - Minister {name} went home on Thursday, his office "
            f"said. Minister {name} had come on Monday.\n",
            encoding="utf-8",
        )
    (tmp_path / "authority.yml").write_text(
        "same: [[Tomas Reyle, Thomas Reile]]\ndifferent: [[Tomas Reyle, Reyle]]\n"
    )
    record = build_record(tmp_path).record
    people = {entity.documents: entity for entity in record.entities if entity.type == "person"}
    assert people.keys() == {("0", "1"), ("2",)}
    joined = people["0", "1"]
    assert {"Tomas Reyle", "Thomas Reile"} <= {joined.name, *joined.aliases}


def _words(record: Record, span: Any) -> str:
    article = record.annotations[0].article
    words: str = span.of(article.text)
    return words
