"""General knowledge of the world that annotation leans on, as JSON files beside this module.

The files hold nothing of any one story. `README.md` tells where each comes from and under which
licence; `tools/make_gazetteer.py` builds those that are made from public packages.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> Any:
    """The parsed file `name`.json of this folder, read once. The caller must not change it."""
    text = resources.files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words of a file's entry `key`, which holds them in one string or in a list."""
    entry = load(name)[key]
    return frozenset(entry.split() if isinstance(entry, str) else entry)
