"""Runs every benchmark: `python -m bench [NAME...]` in `tests`.

A benchmark is a module `bench_NAME.py` whose `main()` prints a table and exits with 1 when its
target is missed. Each runs in a Python of its own, so that none warms another's caches.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_RUN = "import importlib, sys; sys.exit(importlib.import_module(sys.argv.pop(1)).main())"


def main(names: list[str]) -> int:
    """Run those named, or all; returns how many missed their target."""
    known = sorted(path.stem.removeprefix("bench_") for path in _HERE.glob("bench_*.py"))
    unknown = set(names) - set(known)
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))} (known: {', '.join(known)})")
        return 2
    missed = []
    for name in names or known:
        print(f"\n== {name}", flush=True)
        command = [sys.executable, "-c", _RUN, f"bench.bench_{name}"]
        if subprocess.run(command, cwd=_HERE.parent, check=False).returncode:
            missed.append(name)
    if missed:
        print(f"\nmissed: {', '.join(missed)}")
    return len(missed)


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
