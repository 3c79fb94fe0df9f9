"""`dateline new`: a story folder that builds at once and shows what may be put in it."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import NoStory

_FILES = {
    "first-report.txt": """\
Mayors of two river towns agree to share a bridge

By the editor of this story

RIVERTON, March 4, 2024 - The mayors of Riverton and Easton met in Riverton on Monday and agreed
to rebuild the old bridge between their towns by the end of the year.

“We have waited long enough,” Riverton Mayor Anna Holt said after the meeting.

Easton Mayor Peter Lind said his council would vote on the cost next month.
""",
    "story.yml": """\
# Everything in this file is optional. Quote dates.
title: The bridge at Riverton
description: Two towns and the bridge between them.
language: en

# Questions to follow: a sentence belongs to a thread when it holds one of its words
# or names one of its entities.
threads:
  - id: cost
    label: Who pays
    words: [cost, budget, tax]

# Events whose date you know; dating may lean on them.
events:
  - name: opening of the old bridge
    date: "1931-06-14"
""",
    "authority.yml": """\
# People, organizations and places you vouch for. Everything here is optional.
entities:
  - name: Anna Holt
    type: person        # person, organization, place, event, agreement or other
    aliases: [Mayor Holt]
    offices:
      - title: mayor
        of: Riverton
        term: "2022/.."

# Names that are one and the same, and names that are not, whatever they look like.
same: []
different: []
""",
    "corrections.yml": """\
# Decisions of yours, applied last. `dateline review` prints lines to paste here.
corrections: []
""",
}


def write_starter(folder: Path) -> list[Path]:
    """Write the starter files and return their paths; raises `NoStory` for a folder in use."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NoStory(f"{folder}: already there and not empty; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in _FILES.items():
        path = folder / name
        path.write_text(content, encoding="utf-8")
        written.append(path)
    return written
