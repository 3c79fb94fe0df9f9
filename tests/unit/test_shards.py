from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from dateline.archive.write import write
from dateline.pipeline import build_record
from dateline.site import offline, shards
from support.node import node

ROOT = Path(__file__).resolve().parents[2]
READS = """
import { Pieces } from "%(scripts)s/pieces.mjs";
const [each, count, script, together] = JSON.parse(process.argv[1]);
const asked = [];
const get = async (path) => {
  asked.push(Number(path.split("/").at(-1).split(".")[0]));
  return new Response(new Uint8Array(each).fill(asked.at(-1) + 1));
};
const pieces = new Pieces({ folder: "f", size: each * count, each, sent: 0, needed: [0] }, get);
await pieces.begin();
const told = [];
for (const [position, length] of script) {
  asked.length = 0;
  if (!together) pieces.renew();
  const target = new Uint8Array(length);
  let rounds = 0;
  while (!pieces.read(target, position)) { await pieces.fetch(); rounds += 1; }
  told.push({ asked: [...asked], bytes: [...target.slice(0, 6)], rounds });
}
console.log(JSON.stringify({ told, kept: [...pieces.kept.keys()], idle: await pieces.fetch() }));
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path: Path = tmp_path_factory.mktemp("shards") / "archive.sqlite"
    write(build_record(ROOT / "seeds").record, path, "b")
    return path.read_bytes()


def test_a_small_archive_is_sent_whole(archive: bytes) -> None:
    assert shards.cut(archive) == (None, {})


def test_the_pieces_together_are_the_archive(
    archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "WHOLE", 0)
    found, pieces = shards.cut(archive)
    assert found is not None
    assert b"".join(map(gzip.decompress, pieces.values())) == archive
    assert list(pieces) == [f"{found.folder}/{n}.gz" for n in range(len(pieces))]
    assert found.sent == sum(map(len, pieces.values()))
    changed, _ = shards.cut(archive[:-1] + bytes([archive[-1] ^ 1]))
    assert changed is not None
    assert changed.folder != found.folder


def test_there_are_never_too_many_pieces(archive: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "WHOLE", 0)
    monkeypatch.setattr(shards, "MOST_PIECES", 10)
    found, pieces = shards.cut(archive)
    assert found is not None
    assert len(pieces) <= 10
    assert found.each % shards.EACH == 0


def test_with_the_needed_pieces_alone_the_schema_can_be_read(
    archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "WHOLE", 0)
    monkeypatch.setattr(shards, "EACH", 4096)
    found, pieces = shards.cut(archive)
    assert found is not None
    assert len(found.needed) < len(pieces)
    there = bytearray(len(archive))
    for number in found.needed:
        at = number * found.each
        there[at : at + found.each] = gzip.decompress(pieces[f"{found.folder}/{number}.gz"])
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(there))
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    assert tables > 50
    assert connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    connection.close()


def test_the_service_worker_knows_the_folder_and_leaves_the_whole_file_out() -> None:
    files = {"assets/dateline/archive.sqlite": "a" * 64, "index.html": "b" * 64}
    pieces = {f"assets/dateline/archive/0123/{n}.gz": "c" * 64 for n in range(3)}
    assert set(offline.precached(files | pieces)) == {"index.html"}
    script = offline.service_worker(files | pieces).decode()
    assert 'const PIECES = "assets/dateline/archive/0123/";' in script
    assert 'const PIECES = "";' in offline.service_worker(files).decode()


def test_a_read_over_a_border_lacks_both_pieces_at_once() -> None:
    found = node(READS, "[4, 10, [[22, 4], [22, 4]]]")
    first, again = found["told"]
    assert first == {"asked": [5, 6], "bytes": [6, 6, 7, 7], "rounds": 1}
    assert again["asked"] == []
    assert found["idle"] is False


def test_reading_on_and_on_fetches_more_at_once_each_time() -> None:
    found = node(READS, f"[1, 40, {[[n, 1] for n in range(1, 16)]}]")
    assert [told["asked"] for told in found["told"] if told["asked"]] == [
        [1],
        [2, 3],
        [4, 5, 6, 7],
        [8, 9, 10, 11, 12, 13, 14, 15],
    ]


def test_only_the_pieces_read_last_stay_in_memory() -> None:
    each = 4 * 1024 * 1024
    reads = [[n * each, 1] for n in (9, 20, 30, 9, 35)]
    found = node(READS, f"[{each}, 40, {reads}]")
    assert found["kept"] == [20, 30, 9, 35]


def test_a_question_keeps_all_that_it_has_read_until_it_is_answered() -> None:
    each = 4 * 1024 * 1024
    reads = [[n * each, 1] for n in (9, 12, 15, 18, 21, 24, 9, 12)]
    found = node(READS, f"[{each}, 40, {reads}, true]")
    assert found["kept"] == [0, 15, 18, 21, 24, 9, 12]
    assert [told["rounds"] for told in found["told"]] == [1] * 6 + [0] * 2
