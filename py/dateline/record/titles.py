"""What a meeting is called wherever it is named."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model import Meeting


def meeting_title(meeting: Meeting, names: Mapping[str, str]) -> str:
    """Who met, and where: `Ann Lee and Bo Berg in Oslo`. `names` maps entity ids to names."""
    people = [names.get(id_, id_) for id_ in meeting.participants]
    who = " and ".join(filter(None, [", ".join(people[:-1]), *people[-1:]])) or "Meeting"
    return f"{who} in {names.get(meeting.place, meeting.place)}" if meeting.place else who
