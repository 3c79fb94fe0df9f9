from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from dateline.site import offline

FILES = {
    "index.html": "a" * 64,
    "articles/x/index.html": "b" * 64,
    "assets/dateline/archive.sqlite": "c" * 64,
    "assets/dateline/pyodide/pyodide.asm.wasm": "d" * 64,
    "assets/javascripts/bundle.min.js.map": "e" * 64,
    "data/timeline.csv": "f" * 64,
    "data/index.html": "0" * 64,
    "data/record.json": "1" * 64,
    "sitemap.xml": "2" * 64,
    "sitemap.xml.gz": "3" * 64,
    "feed.xml": "4" * 64,
    "404.html": "5" * 64,
    "sw.js": "6" * 64,
}


def listed(script: bytes) -> dict[str, str]:
    match = re.search(r"const FILES = (\{.*?\});", script.decode())
    assert match
    files: dict[str, str] = json.loads(match[1])
    return files


def test_pages_and_what_they_run_are_kept_downloads_are_not() -> None:
    assert sorted(offline.precached(FILES)) == [
        "articles/x/index.html",
        "assets/dateline/archive.sqlite",
        "assets/dateline/pyodide/pyodide.asm.wasm",
        "data/index.html",
        "index.html",
        "sitemap.xml",
    ]


def test_the_script_lists_every_file_with_its_hash_and_parses(tmp_path: Path) -> None:
    script = offline.service_worker(FILES)
    assert listed(script)["index.html"] == "a" * 16
    path = tmp_path / "sw.js"
    path.write_bytes(script)
    subprocess.run(["node", "--check", str(path)], check=True, capture_output=True)


def test_the_cache_has_another_name_when_one_file_changes() -> None:
    def name(script: bytes) -> str:
        match = re.search(r'const BUILD = "([0-9a-f]{16})"', script.decode())
        assert match
        return match[1]

    before = name(offline.service_worker(FILES))
    assert before == name(offline.service_worker(dict(reversed(FILES.items()))))
    assert before != name(offline.service_worker({**FILES, "index.html": "9" * 64}))


def test_of_very_many_pages_the_index_pages_and_reports_are_kept_first() -> None:
    many = {f"people/{n}/index.html": "a" * 64 for n in range(offline.MOST_PAGES)}
    kept = offline.precached({**FILES, **many})
    assert {"index.html", "articles/x/index.html", "data/index.html"} <= set(kept)
    assert sum(path.endswith(".html") for path in kept) == offline.MOST_PAGES


def test_no_path_can_end_the_script_it_stands_in() -> None:
    script = offline.service_worker({"</script>.html": "a" * 64}).decode()
    assert "</script>" not in script


def test_the_manifest_is_relative_and_needs_no_icon() -> None:
    manifest = json.loads(offline.web_manifest("Tokyo and Seoul: the road back", "A story."))
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert manifest["short_name"] == "Tokyo"


def test_site_json_names_the_archive_with_its_hash() -> None:
    content = json.loads(offline.site_json("b1", b"archive", directory_urls=False))
    assert content["archive"] == "archive.sqlite"
    assert len(content["archive_sha256"]) == 64
    assert content["directory_urls"] is False
    assert content["offline"] is True


def test_hashes_cover_every_file_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.txt").write_bytes(b"x")
    assert list(offline.hashes(tmp_path)) == ["a/b.txt"]
