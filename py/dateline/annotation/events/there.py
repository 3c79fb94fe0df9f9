"""Whether what people do tells that they were there together: "opened the bridge in Rome"."""

from __future__ import annotations

from dateline.annotation.events.conversations import two_persons
from dateline.annotation.events.encounters import company
from dateline.annotation.events.face_to_face import JOINTLY, faces, joins_others
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.lexicon import BUILDINGS
from dateline.annotation.events.memory import Memory
from dateline.annotation.events.presence import is_there
from dateline.annotation.events.scene import is_day
from dateline.annotation.quotations import closed
from dateline.annotation.quotations.words import Words
from dateline.model import Event

_AGREEING = frozenset({"agree", "reach", "strike"})
_CEREMONIAL = frozenset({"announce", "unveil", "open", "inaugurate"})
"""What two who do it to one thing do together: "A and B opened the bridge"."""


def needs_place(words: Words, found: Happening) -> bool:
    """Whether it tells of a meeting only where the day and the place are told."""
    alone = found.trigger.lemma in JOINTLY and company(words, found) is None
    joins = joins_others(words, found) and not is_there(words, found)
    return faces(found) or alone or joins


def is_placed(words: Words, found: Happening, event: Event, placed: bool) -> bool:
    """Whether the day is told, and the place or a house unless the report tells where it is."""
    house = not BUILDINGS.isdisjoint(words.low[found.high : found.unit[1]])
    dated = event.edtf is not None and is_day(event.edtf)
    return dated and (placed or event.place is not None or house)


def agreed_there(words: Words, found: Happening, event: Event, memory: Memory) -> bool:
    """Whether persons agreed, or failed to agree, in Rome on Tuesday: where they met."""
    failed = words.low[found.low - 2 : found.low] == ["failed", "to"]
    agreed = found.trigger.lemma in _AGREEING and (found.trigger.tense == "past" or failed)
    agreed = agreed or _both_did(words, found)
    if not agreed or event.place is None or event.edtf is None or not is_day(event.edtf):
        return False
    return len(event.participants) > 1 and memory.persons >= set(event.participants)


def _both_did(words: Words, found: Happening) -> bool:
    """Whether A and B opened "the bridge", or announced "a plan"; not "rival shops"."""
    one = words.low[found.high] in closed.DETERMINERS
    past = found.trigger.lemma in _CEREMONIAL and found.trigger.tense == "past"
    return past and one and two_persons(words, found)
