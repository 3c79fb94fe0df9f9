"""`dateline review`: what is unsure, with lines that settle it when they are pasted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.pipeline import build_record

UNDATED = (
    "Ferry owner meets mayor\n\n"
    "STAVELY - The owner of the ferry, Ruben Aske, met Mayor Olive Brandt in Stavely on Friday, "
    "his lawyer said.\n"
)
DATED = (
    "Bridge shut\n\nBy Nell Harding\n\nPublished 14 March 2019\n\n"
    "PORT MERRIN - The bridge was shut on Thursday, the port's engineer, Alma Reyes, said.\n"
)
PASTE = re.compile(r"^  - article: \w+\n(?:    \w+: .+\n?)+", re.MULTILINE)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "undated.txt").write_text(UNDATED, encoding="utf-8")
    (tmp_path / "dated.txt").write_text(DATED, encoding="utf-8")
    return tmp_path


def review(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["review", str(folder)]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def paste(folder: Path, told: str, day: str) -> None:
    """Put every block of the review into corrections.yml, `day` where a day is to be filled in."""
    blocks = [block.rstrip() for block in PASTE.findall(told)]
    assert blocks
    text = "corrections:\n" + "\n".join(blocks).replace("YYYY-MM-DD", day) + "\n"
    (folder / "corrections.yml").write_text(text, encoding="utf-8")


def test_only_what_is_unsure_is_listed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = review(story, capsys)
    assert "undated.txt: published" in told
    assert "dated.txt: published 2019-03-14" not in told.replace("undated.txt", "")


def test_the_pasted_lines_settle_the_date(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paste(story, review(story, capsys), "2019-03-09")
    assert "undated.txt: published" not in review(story, capsys)
    result = build_record(story)
    assert result.problems == ()
    published = {a.article.document.name: a.article.published for a in result.record.annotations}
    assert published["undated.txt"].edtf == "2019-03-09"
    assert published["undated.txt"].confidence == "given"
    assert published["dated.txt"].edtf == "2019-03-14"
    assert [meeting.edtf for meeting in result.record.meetings] == ["2019-03-08"]


def test_candidates_are_listed_and_one_of_them_is_proposed(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "undated.yml").write_text('published: "[2019-03-09,2019-03-16]"\n')
    record = build_record(story).record
    published = record.annotations[1].article.published
    assert published.edtf == "[2019-03-09,2019-03-16]"
    told = review(story, capsys)
    assert "Meeting" in told
    assert "[2019-03-08,2019-03-15]" in told
    assert [m.edtf for m in record.meetings] == ["[2019-03-08,2019-03-15]"]


def test_a_meeting_s_day_can_be_settled_by_the_lines_printed(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "undated.yml").write_text('published: "[2019-03-09,2019-03-16]"\n')
    paste(story, review(story, capsys), "2019-03-08")
    settled = build_record(story).record
    assert [meeting.edtf for meeting in settled.meetings] == ["2019-03-08"]
    assert "Meeting" not in review(story, capsys)


def test_every_line_of_evidence_has_its_reason(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review(story, capsys)
    for line in told.splitlines():
        if line.startswith(("  used:", "  rejected:")):
            assert re.fullmatch(r"  (?:used|rejected): “.*” - .+", line)


def test_nothing_unsure_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dated.txt").write_text(DATED, encoding="utf-8")
    assert review(tmp_path, capsys) == "Nothing is unsure.\n"
