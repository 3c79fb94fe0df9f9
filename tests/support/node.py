"""Runs the page's scripts under Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from dateline.site.runtime_scripts import SCRIPTS

LUNR = Path(__file__).resolve().parents[2] / "node_modules/lunr/lunr.js"


def node(script: str, *arguments: str) -> Any:
    """What a piece of JavaScript prints, read as JSON. It names `%(scripts)s` and `%(lunr)s`."""
    paths = {"lunr": LUNR, "scripts": SCRIPTS}
    command = ["node", "--input-type=module", "--eval", script % paths, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return json.loads(done.stdout)
