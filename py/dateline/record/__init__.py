"""Link: from the annotations of all articles to the record of the story."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Annotations, Record, Story
from dateline.record.counts import check_counts
from dateline.record.disagreements import find_disagreements
from dateline.record.entities import link_entities
from dateline.record.followups import follow_up
from dateline.record.meetings import gather_meetings
from dateline.record.offices import name_offices
from dateline.record.threads import follow_threads
from dateline.record.timeline import statements
from dateline.record.wording import SentenceIndex


def link(annotations: Sequence[Annotations], story: Story) -> Record:
    """Entities over all articles, meetings, follow-ups, disagreements, counts and threads."""
    entities, linked, notes = link_entities(annotations, story)
    linked = name_offices(linked)
    meetings = gather_meetings(linked, entities)
    index = SentenceIndex.of(linked)
    return Record(
        story=story,
        annotations=linked,
        entities=entities,
        timeline=statements(linked, entities, story),
        meetings=meetings,
        followups=follow_up(linked, meetings, index),
        disagreements=find_disagreements(linked, entities, meetings, index),
        counts=check_counts(linked, meetings),
        threads=follow_threads(linked, entities, story),
        notes=notes,
    )
