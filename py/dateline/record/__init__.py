"""Link: from the annotations of all articles to the record of the story."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Annotations, Record, Story
from dateline.record.counts import check_counts
from dateline.record.disagreements import find_disagreements
from dateline.record.entities import link_entities
from dateline.record.followups import follow_up
from dateline.record.meetings import gather_meetings, story_homes
from dateline.record.offices import name_offices
from dateline.record.threads import follow_threads
from dateline.record.timeline import statements
from dateline.record.wording import SentenceIndex


def link(annotations: Sequence[Annotations], story: Story) -> Record:
    """Entities over all articles, meetings, follow-ups, disagreements, counts and threads."""
    entities, linked, notes = link_entities(annotations, story)
    speaks_for = story_homes(linked)
    linked = name_offices(linked, speaks_for)
    meetings = gather_meetings(linked, speaks_for)
    index = SentenceIndex.of(linked)
    return Record(
        story=story,
        annotations=linked,
        entities=entities,
        timeline=statements(linked, entities, story),
        meetings=meetings,
        followups=follow_up(linked, meetings, index, speaks_for),
        disagreements=find_disagreements(linked, entities, meetings, index, speaks_for),
        counts=check_counts(linked, meetings, speaks_for),
        threads=follow_threads(linked, entities, story),
        notes=notes,
    )
