"""What can go wrong, as one tree.

DatelineError            anything the user can put right; the message names file, place and reason
├── UnreadableDocument   one file of the folder cannot be an article; the rest goes on
├── BadStoryFile         a YAML file or front matter cannot be used
├── StaleCorrection      a correction's key no longer matches
├── NoStory              the folder is missing, or holds no article at all
└── BadDate              a string is not a date in EDTF
"""

from __future__ import annotations


class DatelineError(Exception):
    """Something the user can put right. `str()` is the whole message."""


class _InFile(DatelineError):
    def __init__(self, file: str, place: str, reason: str) -> None:
        self.file, self.place, self.reason = file, place, reason
        super().__init__(": ".join(part for part in (file, place, reason) if part))


class UnreadableDocument(_InFile):
    """A file that cannot be an article: empty, binary, too large."""


class BadStoryFile(_InFile):
    """`story.yml`, `authority.yml`, `corrections.yml`, a sidecar or front matter cannot be used."""


class StaleCorrection(_InFile):
    """A correction names a text or a span that is no longer there."""


class NoStory(DatelineError):
    """The folder is missing or holds nothing to read."""


class BadDate(DatelineError):
    """Not a date in the part of EDTF that Dateline reads."""
