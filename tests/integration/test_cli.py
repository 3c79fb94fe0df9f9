"""The command line as people and scripts use it: output, exit codes, what goes to which stream."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shutil
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.cli import main
from integration import shapes
from integration.commands import command, dateline, environment
from integration.sites import ORIGINALS, REPOSITORY, SEEDS, STORIES, Workshop

FOLDERS = [SEEDS, *sorted(path for path in STORIES.iterdir() if path.is_dir())]
if ORIGINALS.is_dir():
    FOLDERS.append(ORIGINALS)
ARTICLES = (".txt", ".md", ".html")
VERBS = ("annotate", "record", "build", "serve", "new", "review")


@dataclass(frozen=True)
class Told:
    """What a command line answered."""

    code: int
    out: str
    err: str


def told(*arguments: str | Path) -> Told:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return Told(code, out.getvalue(), err.getvalue())


def lines(answer: Told) -> list[shapes.Json]:
    return [json.loads(line) for line in answer.out.splitlines()]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def story(folder: Path) -> list[str | Path]:
    """`--story FILE`, where the folder has one."""
    file = folder / "story.yml"
    return ["--story", file] if file.is_file() else []


def raw_files(folder: Path) -> dict[str, str]:
    """Every article of the folder as decoded, by the name the output gives it."""
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in ARTICLES)
    return {path.as_posix(): path.read_bytes().decode("utf-8-sig") for path in found}


def test_annotate_prints_the_contract_s_lines(folder: Path, story: list[str | Path]) -> None:
    answer = told("annotate", *story, folder)
    files = raw_files(folder)
    found = lines(answer)
    assert (answer.code, answer.err) == (0, "")
    assert [line["document"] for line in found] == list(files)
    for line in found:
        shapes.annotation_line(line, files[line["document"]])
    for part in ("mentions", "timexes", "quotations", "events"):
        assert any(line[part] for line in found), part


def test_record_prints_the_contract_s_object(folder: Path) -> None:
    answer = told("record", folder)
    assert (answer.code, answer.err) == (0, "")
    value = json.loads(answer.out)
    shapes.record_object(value, raw_files(folder))
    for part in ("entities", "timeline", "meetings", "followups"):
        assert value[part], part


def test_every_id_in_the_record_is_an_entity_s(folder: Path) -> None:
    value = json.loads(told("record", folder).out)
    known = {entity["id"] for entity in value["entities"]}
    used = {id_ for row in value["timeline"] for id_ in row["entities"]}
    used |= {id_ for meeting in value["meetings"] for id_ in meeting["participants"]}
    used |= {meeting["place"] for meeting in value["meetings"]} - {None}
    used |= {id_ for f in value["followups"] for id_ in f["commitment"]["parties"]}
    assert used - known == set()


def test_paths_are_read_in_the_order_given() -> None:
    one, two = SEEDS / "seoul-farewell.txt", SEEDS / "new-york-first-talks.txt"
    found = lines(told("annotate", one, two))
    assert [line["document"] for line in found] == [one.as_posix(), two.as_posix()]
    alone = lines(told("annotate", two))
    assert alone[0]["sha256"] == found[1]["sha256"]


def test_published_overrides_every_date() -> None:
    for line in lines(told("annotate", "--published", "2031-02-03", SEEDS)):
        assert line["article"]["published"]["edtf"] == "2031-02-03"
        assert line["article"]["published"]["confidence"] == "given"


def test_published_moves_what_is_counted_from_it(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Bridge shut\n\nThe bridge was shut yesterday, the port said.\n")
    (line,) = lines(told("annotate", "--published", "2031-02-03", article))
    assert [timex["edtf"] for timex in line["timexes"]] == ["2031-02-02"]


def test_a_story_file_reaches_the_articles(tmp_path: Path) -> None:
    article, story = tmp_path / "a.txt", tmp_path / "elsewhere" / "story.yml"
    article.write_text("Zlorp opens\n\nThe Zlorp opened on Monday, its keeper said.\n")
    story.parent.mkdir()
    story.write_text("title: Zlorp\n")
    (story.parent / "authority.yml").write_text(
        "entities: [{name: Grand Zlorp, type: organization, aliases: [Zlorp], id: the-zlorp}]\n"
    )
    (line,) = lines(told("annotate", "--story", story, article))
    named = [m for m in line["mentions"] if m["text"] == "Zlorp" and m["entity"]]
    assert named
    assert {m["type"] for m in named} == {"organization"}


def test_a_story_file_with_corrections_of_other_articles_does_no_harm(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    seeds = tmp_path / "seeds"
    (line,) = lines(told("annotate", seeds / "seoul-farewell.txt"))
    (seeds / "corrections.yml").write_text(
        f'corrections: [{{article: {line["sha256"]}, published: "2024-09-06"}}]\n'
    )
    both = told("annotate", "--story", seeds / "story.yml", seeds)
    assert both.code == 0
    one = told("annotate", "--story", seeds / "story.yml", seeds / "new-york-first-talks.txt")
    assert (one.code, one.err) == (0, "")


def test_two_processes_print_what_one_prints(tmp_path: Path) -> None:
    text = (SEEDS / "seoul-farewell.txt").read_text("utf-8")
    for number in range(34):
        (tmp_path / f"{number:02}.txt").write_text(f"{text}\nCopy {number}.\n", encoding="utf-8")
    one, two = (told("annotate", "--jobs", jobs, tmp_path) for jobs in ("1", "2"))
    assert one.code == two.code == 0
    assert one.out == two.out
    assert len(lines(one)) == 34


def test_what_is_left_out_costs_no_other(tmp_path: Path) -> None:
    shutil.copy(SEEDS / "seoul-farewell.txt", tmp_path)
    (tmp_path / "empty.txt").write_bytes(b"")
    answer = told("annotate", tmp_path, tmp_path / "nowhere.txt")
    assert answer.code == 1
    assert len(lines(answer)) == 1
    complaints = answer.err.splitlines()
    assert len(complaints) == 2
    assert [c for c in complaints if "nowhere.txt: no such file" in c]
    assert [c for c in complaints if "empty.txt" in c and "holds no words" in c]
    record = told("record", tmp_path)
    assert record.code == 1
    assert json.loads(record.out)["entities"]
    assert len(record.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["annotate"],
        ["annotate", "--published", "the day before", "x.txt"],
        ["annotate", "--jobs", "0", "x.txt"],
        ["annotate", "--jobs", "many", "x.txt"],
        ["record"],
        ["new"],
        ["unheard-of"],
        ["build", "--unheard-of"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: dateline")


def test_a_missing_story_file_is_named(tmp_path: Path) -> None:
    for verb in ("annotate", "record", "review"):
        answer = told(verb, "--story", tmp_path / "absent.yml", SEEDS)
        assert "absent.yml" in answer.err, verb
        assert answer.code != 0, verb


def test_nothing_to_annotate_is_not_success(tmp_path: Path) -> None:
    assert told("annotate", tmp_path / "nowhere").code in (1, 2)
    assert "nowhere: no such file" in told("annotate", tmp_path / "nowhere").err


def test_quiet_in_a_pipe_and_talkative_on_a_terminal() -> None:
    quiet = dateline("annotate", "seeds", cwd=REPOSITORY)
    assert (quiet.returncode, quiet.stderr) == (0, "")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command("annotate", "seeds"),
        cwd=REPOSITORY,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=slave,
    )
    os.close(slave)
    out, _ = process.communicate()
    shown = os.read(master, 65536).decode()
    os.close(master)
    assert out.decode("utf-8") == quiet.stdout
    assert "annotating 5/5" in shown
    assert shown.endswith("\n")


def test_a_reader_that_stops_early_hears_no_complaint() -> None:
    process = subprocess.Popen(
        command("annotate", "seeds"),
        cwd=REPOSITORY,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.usefixtures("site")  # it fills the cache
def test_a_new_story_builds_at_once(workshop: Workshop, tmp_path: Path) -> None:
    shutil.copytree(workshop.cache, tmp_path / ".cache" / "dateline")
    made = dateline("new", "bridge", cwd=tmp_path)
    assert made.returncode == 0
    files = [Path(line).name for line in made.stdout.splitlines()]
    assert files == ["first-report.txt", "story.yml", "authority.yml", "corrections.yml"]
    built = dateline("build", "bridge", "-o", "out", "--strict", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    home = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "The bridge at Riverton" in home
    assert "Anna Holt" in home
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", "bridge", "out"]
    again = dateline("new", "bridge", cwd=tmp_path)
    assert again.returncode == 2
    assert "not empty" in again.stderr


def test_every_verb_and_option_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
    words = "\n".join(page.read_text("utf-8") for page in pages)
    untold = []
    for verb in VERBS:
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        options = re.findall(r"(?<![\w-])--?[a-z][a-z-]*", capsys.readouterr().out)
        assert "--help" in options
        untold += [] if f"dateline {verb}" in words else [verb]
        named = {option for option in options if option not in ("-h", "--help")}
        untold += [f"{verb} {option}" for option in sorted(named) if not told_of(option, words)]
    assert untold == []


def told_of(option: str, words: str) -> bool:
    return re.search(rf"(?<![\w-]){option}(?![\w-])", words) is not None


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert tuple(listed) == VERBS
