"""The archive as a file: what is in it, that it holds together, that it is the same each time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.archive import write as write_module
from dateline.archive.open import open_archive
from dateline.archive.write import write
from dateline.errors import DatelineError
from dateline.model import Record, Story
from support.records import StoryBuilder, fjord_story


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("archive") / "archive.sqlite"
    write(fjord_story().record(), path, "build 7")
    connection = open_archive(path)
    yield connection
    connection.close()


def one(archive: sqlite3.Connection, select: str, *values: object) -> object:
    return archive.execute(select, values).fetchone()[0]


def test_two_writes_of_one_record_are_the_same_bytes(tmp_path: Path) -> None:
    write(fjord_story().record(), tmp_path / "one.sqlite", "b")
    write(fjord_story().record(), tmp_path / "elsewhere" / "two.sqlite", "b")
    first = (tmp_path / "one.sqlite").read_bytes()
    assert first == (tmp_path / "elsewhere" / "two.sqlite").read_bytes()
    assert str(tmp_path).encode() not in first


def test_nothing_but_the_archive_is_left_behind(tmp_path: Path) -> None:
    write(fjord_story().record(), tmp_path / "archive.sqlite", "b")
    assert [path.name for path in tmp_path.iterdir()] == ["archive.sqlite"]


def test_a_failed_write_leaves_the_old_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.sqlite"
    write(fjord_story().record(), path, "old")
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise RuntimeError("interrupted")

    monkeypatch.setattr(write_module, "_index", fail)
    with pytest.raises(RuntimeError, match="interrupted"):
        write(fjord_story().record(), path, "new")
    assert path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["archive.sqlite"]


def test_references_hold_and_the_file_is_sound(archive: sqlite3.Connection) -> None:
    assert archive.execute("PRAGMA foreign_key_check").fetchall() == []
    assert one(archive, "PRAGMA integrity_check") == "ok"


def test_every_table_says_what_it_holds(archive: sqlite3.Connection) -> None:
    tables = archive.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    )
    silent = [name for name, sql in tables if "--" not in sql and "_words_" not in name]
    assert silent == []


def test_articles_are_numbered_by_day_and_the_undated_come_first(
    archive: sqlite3.Connection,
) -> None:
    slugs = [slug for (slug,) in archive.execute("SELECT slug FROM articles ORDER BY id")]
    assert slugs == ["undated", "2023-kortavik", "2024-ports"]


def test_sentences_follow_their_article(archive: sqlite3.Connection) -> None:
    rows = archive.execute(
        "SELECT s.id - a.first_sentence + 1, s.number FROM sentences AS s"
        " JOIN articles AS a ON a.id = s.article_id"
    ).fetchall()
    assert rows
    assert all(place == number for place, number in rows)


def test_the_place_of_a_statement_is_in_its_sentence(archive: sqlite3.Connection) -> None:
    found = archive.execute(
        'SELECT substr(s.text, t.start + 1, t."end" - t.start) FROM statements AS t'
        " JOIN sentences AS s ON s.id = t.sentence_id ORDER BY t.id"
    )
    assert [text for (text,) in found] == ["1998", "Thursday", "May 2024", "Monday"]


def test_the_place_of_a_mention_is_in_its_sentence(archive: sqlite3.Connection) -> None:
    found = archive.execute(
        'SELECT m.text, substr(s.text, m.start + 1, m."end" - m.start) FROM mentions AS m'
        " JOIN sentences AS s ON s.id = m.sentence_id"
    ).fetchall()
    assert found
    assert all(mention == piece for mention, piece in found)


def test_furniture_is_kept_as_a_line(archive: sqlite3.Connection) -> None:
    lines = archive.execute("SELECT text FROM lines WHERE role = 'furniture'").fetchall()
    assert lines == [("Subscribe to our newsletter",)]


def test_a_promise_carries_its_outcome_and_proof(archive: sqlite3.Connection) -> None:
    found = archive.execute(
        "SELECT c.action, c.outcome, e.name, s.text FROM commitments AS c"
        " JOIN commitment_parties AS p ON p.commitment_id = c.id"
        " JOIN entities AS e ON e.id = p.entity_id"
        " JOIN followups AS f ON f.commitment_id = c.id"
        " JOIN sentences AS s ON s.id = f.sentence_id"
    ).fetchall()
    proof = "Sellandia opened three ports to foreign trawlers on Monday."
    assert found == [("open the ports", "met", "Tan Wei Ming", proof)]


def test_a_quotation_is_told_in_words(archive: sqlite3.Connection) -> None:
    said = archive.execute("SELECT speaker, said, article, sentence FROM sayings").fetchall()
    words = "The sea has room for both our fleets"
    assert said == [("Åse Bergström", words, "2023-kortavik", 3)]


def test_meeting_thread_disagreement_and_count_are_there(archive: sqlite3.Connection) -> None:
    assert (
        one(archive, "SELECT title FROM meetings") == "Åse Bergström and Tan Wei Ming in Kortavik"
    )
    assert one(archive, "SELECT count(*) FROM thread_sentences") == 2
    assert one(archive, "SELECT count(*) FROM accounts") == 2
    assert one(archive, "SELECT verdict FROM counts") == "consistent"
    assert one(archive, "SELECT value FROM meta WHERE name = 'build'") == "build 7"


def test_restricted_text_stays_out(tmp_path: Path) -> None:
    story = StoryBuilder()
    story.report(
        "a.txt", "Secret ferry deal", "2024-01-01", ["Alpha bravo charlie."], rights="link"
    )
    write(story.record(), tmp_path / "a.sqlite", "b")
    data = (tmp_path / "a.sqlite").read_bytes()
    assert b"Secret ferry deal" in data
    assert b"charlie" not in data


def test_an_empty_story_can_be_written(tmp_path: Path) -> None:
    write(Record(Story(title="Empty"), ()), tmp_path / "a.sqlite", "b")
    connection = open_archive(tmp_path / "a.sqlite")
    assert one(connection, "SELECT count(*) FROM sentences") == 0
    connection.close()


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    story = StoryBuilder()
    nasty = "'); DROP TABLE articles; -- <script>alert(1)</script> \x00 \u202e end"
    story.report("a.txt", nasty, None, [nasty])
    write(replace(story.record(), story=Story(title=nasty)), tmp_path / "a.sqlite", "b")
    connection = open_archive(tmp_path / "a.sqlite")
    headline = str(one(connection, "SELECT headline FROM articles"))
    connection.close()
    assert "DROP TABLE" in headline
    assert "\x00" not in headline
    assert "\u202e" not in headline


def test_opening_what_is_not_an_archive_says_so(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="no such archive"):
        open_archive(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("not a database, but long enough to be read as one" * 9)
    with pytest.raises(DatelineError, match="not an archive"):
        open_archive(tmp_path / "text.sqlite")
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE meta (name, value)")
    other.close()
    with pytest.raises(DatelineError, match="another version"):
        open_archive(tmp_path / "other.sqlite")


def test_nobody_writes_through_an_opened_archive(archive: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        archive.execute("DELETE FROM articles")


def test_the_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "odd ?#% näme" / "archive.sqlite"
    write(fjord_story().record(), path, "b")
    open_archive(path).close()
