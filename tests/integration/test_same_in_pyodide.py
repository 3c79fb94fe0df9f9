"""Reading, dating, annotating and linking give the same bytes in CPython and in Pyodide."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from dateline.site.runtime_python import run_in_pyodide
from support import read_and_link

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT / "tests/data/stories"


def test_the_record_is_the_same_in_pyodide(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "py", tmp_path / "py", ignore=shutil.ignore_patterns("__pycache__", "site")
    )
    for folder in (ROOT / "seeds", *sorted(p for p in STORIES.iterdir() if p.is_dir())):
        shutil.copytree(folder, tmp_path / "reports" / folder.name)
    run_in_pyodide(ROOT / "node_modules", Path(str(read_and_link.__file__)), tmp_path)
    there = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    here = read_and_link.digests(tmp_path / "reports")
    assert len(here) > 15
    assert there == here
