"""From files to annotations and record, without the folder's YAML; runs in CPython and Pyodide.

In Pyodide it is the script of `site/node/run.mjs`: `/work/py` holds the sources, `/work/reports`
the articles of a story in each folder, and the answer goes to `/work/answer.json`.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

WORK = Path("/work")


def digests(reports: Path) -> dict[str, str]:
    """SHA-256 of what `annotate` says of each file and `record` of each folder below `reports`."""
    from dateline.annotation import annotate
    from dateline.contract import annotations_json, record_json
    from dateline.model import Story
    from dateline.reading.clean import clean
    from dateline.reading.date import date_story
    from dateline.reading.read import read
    from dateline.record import link

    story, found = Story(), {}
    for folder in sorted(path for path in reports.iterdir() if path.is_dir()):
        files = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".html", ".md"))
        articles = date_story([clean(read(path.name, path.read_bytes())) for path in files], story)
        annotated = [annotate(article, story) for article in articles]
        for annotations in annotated:
            name = f"{folder.name}/{annotations.article.document.name}"
            found[name] = digest(annotations_json(annotations))
        found[folder.name] = digest(record_json(link(annotated, story)))
    return found


def digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


if sys.platform == "emscripten":
    sys.path.insert(0, str(WORK / "py"))
    answer = json.dumps(digests(WORK / "reports"))
    (WORK / "answer.json").write_text(answer, encoding="utf-8")
