from __future__ import annotations

from pathlib import Path

import pytest

from dateline.site.runtime_imports import closure, imports


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    files = {
        "dateline/__init__.py": "VERSION = 1",
        "dateline/deep/__init__.py": "from dateline.heavy import thing",
        "dateline/deep/one.py": "import json\nfrom dateline.two import name",
        "dateline/two.py": "def f():\n    import sqlite3\n    return sqlite3",
        "dateline/heavy.py": "import ssl",
        "start.py": "from dateline.deep import one",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_only_what_is_used_is_found_and_packages_on_the_way_are_shells(sources: Path) -> None:
    found = closure(sources, [sources / "start.py"])
    assert [path.as_posix() for path in found.files] == ["dateline/deep/one.py", "dateline/two.py"]
    assert [path.as_posix() for path in found.shells] == [
        "dateline/__init__.py",
        "dateline/deep/__init__.py",
    ]
    assert found.library == ("json", "sqlite3")


def test_a_package_whose_own_names_are_used_is_no_shell(sources: Path) -> None:
    (sources / "start.py").write_text("from dateline.deep import thing", "utf-8")
    found = closure(sources, [sources / "start.py"])
    assert "dateline/deep/__init__.py" in [path.as_posix() for path in found.files]
    assert "ssl" in found.library


def test_imports_for_the_type_checker_do_not_count() -> None:
    source = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import ssl\nelse:\n    import re"
    )
    assert sorted(imports(source), key=str) == [("re", None), ("typing", "TYPE_CHECKING")]
