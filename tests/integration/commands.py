"""Runs the command `dateline`: in a process of its own, as a shell would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from integration.sites import REPOSITORY

_RUN = "import sys; from dateline.cli import main; sys.exit(main())"


def command(*arguments: str) -> list[str]:
    """The command line that starts `dateline` with this Python."""
    return [sys.executable, "-c", _RUN, *arguments]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our environment, with the checkout's modules and `extra`."""
    paths = [str(REPOSITORY / "py"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), **(extra or {})}


def dateline(
    *arguments: str, cwd: Path, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What `dateline ARGUMENTS` does in `cwd`, its output caught in pipes."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(settings),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
