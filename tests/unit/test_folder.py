from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import NoStory
from dateline.folder import load_story, read_folder
from dateline.folder.starter import write_starter
from dateline.model import Metadata, Office, Span
from dateline.pipeline import build_record
from support.odd_files import write_odd_files

REPORT = "Mayors meet\n\nThe mayors of two towns met in Riverton on Monday.\n"


def write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(content, encoding="utf-8")
    return folder


def test_a_folder_of_raw_text_needs_nothing_else(tmp_path: Path) -> None:
    reading = read_folder(write(tmp_path, a_txt=REPORT))
    assert [document.name for document in reading.documents] == ["a.txt"]
    assert reading.problems == ()
    assert load_story(tmp_path)[1] == []


def test_a_missing_and_an_empty_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(NoStory, match="nowhere: no such folder"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(NoStory, match="no article to read"):
        read_folder(tmp_path)


def test_story_files_are_read_with_dates_as_written(tmp_path: Path) -> None:
    write(
        tmp_path,
        story_yml="title: no\nevents:\n  - {name: a fair, date: 2024-05-01}\n",
        authority_yml=(
            "entities:\n"
            "  - name: Anna Holt\n    type: person\n    aliases: [Holt]\n"
            "    offices: [{title: mayor, of: Riverton, term: 2022/..}]\n"
            "same: [[Holt, A. Holt]]\n"
        ),
        corrections_yml=(
            "corrections:\n  - article: 0123456789abcdef\n    span: 3-9\n"
            "    text: Monday\n    date: 2024-03-04\n"
        ),
    )
    story, problems = load_story(tmp_path)
    assert problems == []
    assert story.title == "no"
    assert story.anchors[0].date == "2024-05-01"
    assert story.authority[0].offices == (Office("mayor", "Riverton", "2022/.."),)
    assert story.same == (("Holt", "A. Holt"),)
    correction = story.corrections[0]
    assert (correction.kind, correction.value, correction.span) == (
        "date",
        "2024-03-04",
        Span(3, 9),
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("story.yml", "title: [", "story.yml: line 1, column 9: not YAML"),
        ("story.yml", "titel: x", "story.yml: line 1: `titel` is not a field here"),
        ("story.yml", "- x", "story.yml: line 1: expected fields"),
        ("story.yml", "events:\n- {name: x, date: soon}", "story.yml: line 2: `date`: not a date"),
        ("story.yml", "threads:\n- {words: x}", "story.yml: line 2: `label` is missing"),
        ("authority.yml", "entities:\n- {name: x, type: y}", "authority.yml: line 2: `type` must"),
        ("authority.yml", "entities: x", "authority.yml: line 1: `entities` must be a list"),
        ("authority.yml", "same:\n- x", "authority.yml: line 2: each entry of `same` must be"),
        ("corrections.yml", "corrections:\n- {article: ab}", "corrections.yml: line 2: `article`"),
    ],
)
def test_bad_story_files_name_file_line_and_reason(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    _, problems = load_story(tmp_path)
    assert len(problems) == 1
    assert str(problems[0]).startswith(message)


def test_one_bad_entry_costs_no_other(tmp_path: Path) -> None:
    write(tmp_path, authority_yml="entities:\n- {name: x}\n- {name: Anna Holt, type: person}\n")
    story, problems = load_story(tmp_path)
    assert [entity.name for entity in story.authority] == ["Anna Holt"]
    assert len(problems) == 1


def test_front_matter_and_sidecar_give_metadata(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_md="---\ntitle: Mayors meet\npublisher: The Herald\n---\n\n" + REPORT,
        a_yml="publisher: The Gazette\nurl: https://example.org/a\nrights: excerpt\n",
    )
    reading = read_folder(tmp_path)
    assert reading.problems == ()
    assert reading.documents[0].metadata == Metadata(
        "Mayors meet", "The Gazette", None, "https://example.org/a", "excerpt"
    )


def test_front_matter_of_other_programs_is_understood(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_md="---\nheadline: Mayors meet\ndate: 2023-10-14T08:30:00Z\nauthor: Ann Lee\n"
        "source: The Herald\nlink: https://example.org/a\ntags: [mayors]\n---\n\n" + REPORT,
        b_md="---\ndate: 2023-10-15\nsource: https://example.org/b\n---\n\nB. " + REPORT,
        c_md="---\ndate: soon\n---\n\nC. " + REPORT,
    )
    reading = read_folder(tmp_path)
    assert [document.metadata for document in reading.documents] == [
        Metadata("Mayors meet", "The Herald", "2023-10-14", "https://example.org/a"),
        Metadata(published="2023-10-15", url="https://example.org/b"),
        Metadata(),
    ]
    assert [str(problem) for problem in reading.problems] == [
        "c.md: line 2: `date`: not a date: 'soon'"
    ]


def test_a_sidecar_may_not_bring_a_script(tmp_path: Path) -> None:
    write(tmp_path, a_txt=REPORT, a_yml="url: javascript:alert(1)\n")
    reading = read_folder(tmp_path)
    assert reading.documents[0].metadata.url is None
    assert [str(problem) for problem in reading.problems] == [
        "a.yml: line 1: `url` must begin with http:// or https://"
    ]


def test_identical_files_are_read_once(tmp_path: Path) -> None:
    reading = read_folder(write(tmp_path, a_txt=REPORT, b_txt=REPORT))
    assert [document.name for document in reading.documents] == ["a.txt"]
    assert [str(p) for p in reading.problems] == ["b.txt: the same bytes as a.txt, which is read"]
    assert reading.skipped == 1


def test_odd_files_are_each_told_once_and_cost_no_other(tmp_path: Path) -> None:
    expected = write_odd_files(tmp_path)
    result = build_record(tmp_path)
    names = {a.article.document.name for a in result.record.annotations}
    told = [str(problem) for problem in result.problems]
    for name, fate in expected.items():
        if fate.startswith("skipped"):
            assert name not in names
            assert sum(message.startswith(name) for message in told) == 1, name
        if fate.startswith("read"):
            assert name in names, name


def test_the_starter_story_builds_and_is_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    write_starter(folder)
    result = build_record(folder)
    assert result.problems == ()
    assert any(entity.name == "Anna Holt" for entity in result.record.entities)
    with pytest.raises(NoStory, match="already there"):
        write_starter(folder)
