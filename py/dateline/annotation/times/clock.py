"""Clock times: from the words to hours and minutes, with the zone where one is stated."""

from __future__ import annotations

import re

from dateline.annotation.times.rule import Reading
from dateline.annotation.times.words import SMALL_NUMBERS, ZONES

_FIGURES = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?(?::[0-9]{2})? ?(?:([ap])\.? ?m)?")
_HALF_TOLD = re.compile(r"[ap]\.? ?m\b|^noon|^midnight", re.IGNORECASE)
_AFTER_NOON = {"AF": 1, "EV": 4, "NI": 6}
"""From which hour on "o'clock" is meant as one after noon: two at night is in the small hours."""
_OFFSET = re.compile(r"(?:GMT|UTC) ?([+-]) ?([0-9]{1,2})(?::([0-9]{2}))?")


def hours_and_minutes(clock: str) -> tuple[int, int] | None:
    """Hour (0 to 24) and minute of a clock time in words or figures."""
    lower = " ".join(clock.lower().split())
    if lower in ("noon", "midnight"):
        return (12, 0) if lower == "noon" else (24, 0)
    word = lower.split()[0]
    if word in SMALL_NUMBERS:
        return SMALL_NUMBERS[word], 0
    found = _FIGURES.match(lower)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] == "p" and hour < 12:
        hour += 12
    if found[3] == "a" and hour == 12:
        hour = 0
    return (hour, minute) if hour <= 24 and minute < 60 else None


def offset_of(zone: str | None) -> str:
    """What ISO 8601 writes for a zone: `Z`, `+05:30`; empty when it is not stated or unsure."""
    if not zone:
        return ""
    if found := _OFFSET.search(zone):
        return f"{found[1]}{int(found[2]):02}:{found[3] or '00'}"
    if re.fullmatch(r"[+-][0-9]{2}:[0-9]{2}", zone):
        return zone
    return "Z" if zone == "Z" else ZONES.get(zone.strip("() "), "")


def clock_reading(
    day: Reading, clock: str, zone: str | None, part: str | None = None
) -> Reading | None:
    """A clock time on a day; `None` when it is no time of day.

    `part` is the TIMEX3 part of the day told beside it, which says what "8 o'clock" leaves open.
    The TIMEX3 value carries a zone only when it is Greenwich's, as annotators write it.
    """
    time = hours_and_minutes(clock)
    if time is None:
        return None
    if part in _AFTER_NOON and _AFTER_NOON[part] <= time[0] < 12 and not _HALF_TOLD.search(clock):
        time = time[0] + 12, time[1]
    stamp = f"T{time[0]:02}:{time[1]:02}"
    offset = offset_of(zone)
    zulu = "Z" if offset == "Z" else ""
    return Reading(
        "TIME",
        f"{day.value}{stamp}{zulu}",
        f"{day.edtf}{stamp}:00{offset}" if day.edtf and len(day.edtf) == 10 else day.edtf,
        timeless=f"{day.timeless}{stamp}{zulu}" if day.timeless else None,
    )
