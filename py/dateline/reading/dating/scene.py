"""A picture of the very event that the lead tells of: its date is that of the news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Evidence
from dateline.reading.dating import windows
from dateline.reading.dating.case import Case, day_name
from dateline.reading.dating.clue import Candidate, spoken
from dateline.reading.dating.prose import (
    Prose,
    WeekdayMention,
    age,
    coming_weekday,
    lead_weekdays,
)
from dateline.reading.dating.windows import ONE_DAY, Windows
from dateline.reading.units import content_words
from dateline.reading.words import word_set

SCENE_WORDS = 3
"""Content words a caption and the lead must share for the picture to be of the lead's event."""

SAME_WORDS = 5
"""Content words that make it the same event without a word for its kind: two names and a place."""

_SCENES = (
    word_set("talks talk summit meeting meet met meets meeting conversation"),
    word_set("ceremony ceremonies"),
    word_set("conference briefing"),
    word_set("rally protest protesters demonstration march"),
    word_set("crash accident wreckage"),
    word_set("fire blaze flames"),
    word_set("launch launches launched"),
    word_set("vote election polling voters"),
    word_set("trial court hearing"),
    word_set("flight takeoff landing lands"),
)


def pictured(case: Case, captions: Sequence[Candidate]) -> tuple[Candidate, Windows] | None:
    """The picture of the lead's event, and the days that leaves: its own and the next."""
    for mention in lead_weekdays(case.prose):
        for candidate in captions:
            day = candidate.days[0]
            fits = day.weekday() == mention.weekday and windows.holds(case.allowed, day)
            if fits and _same_scene(case.prose, candidate):
                case.evidence.extend(_told(case.prose, candidate, mention))
                written = case.prose.written
                same_day = written is not None and age(written, day) == 0
                return candidate, ((day, day if same_day else day + ONE_DAY),)
    return None


def _same_scene(prose: Prose, candidate: Candidate) -> bool:
    if candidate.span is None:
        return False
    start = prose.flat.rfind("\n", 0, candidate.span.start) + 1
    caption = content_words(prose.flat[start : candidate.span.end])
    lead = content_words(" ".join(prose.of(s.span) for s in prose.lead))
    same_kind = any(caption & scene and lead & scene for scene in _SCENES)
    return len(caption & lead) >= (SCENE_WORDS if same_kind else SAME_WORDS)


def _told(prose: Prose, picture: Candidate, mention: WeekdayMention) -> Iterator[Evidence]:
    day, named = picture.days[0], day_name(mention.weekday)
    yield picture.verdict("used", f"the picture is of the event and of a {named}")
    why = f"the {named} of the news is {spoken(day)}, the day of the picture"
    yield Evidence(mention.span, prose.of(mention.span), "used", why)
    coming = coming_weekday(prose, mention.span.end)
    if coming and age(coming, day + ONE_DAY) == 0:
        why = f"still to come when it was written: not after {spoken(day + ONE_DAY)}"
        yield Evidence(coming.span, prose.of(coming.span), "used", why)
