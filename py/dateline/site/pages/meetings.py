"""A page for each meeting, with the reports of it side by side, and the list of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline import paths
from dateline.model import Meeting, Report
from dateline.record.titles import meeting_title
from dateline.site import jsonld
from dateline.site.dates import label
from dateline.site.render import Renderer, SitePage, counted
from dateline.site.view import SentenceKey, StoryView, key_of


def pages(view: StoryView, renderer: Renderer) -> Iterator[SitePage]:
    """The list, those reported in their own right first, then every meeting."""
    content = renderer.html("meetings.html", title="Meetings", lead="", items=_groups(view))
    yield SitePage("meetings/", "Meetings", content, "Who met whom, when and where.")
    main = main_meetings(view)
    places = {meeting.id: at for at, meeting in enumerate(main)}
    for meeting in view.meetings:
        at = places.get(meeting.id)
        earlier = main[at - 1] if at else None
        later = main[at + 1] if at is not None and at + 1 < len(main) else None
        yield _page(view, renderer, meeting, earlier, later)


def main_meetings(view: StoryView) -> list[Meeting]:
    """The meetings that at least one report is about, by day."""
    return [
        meeting
        for meeting in view.meetings
        if meeting.modality == "happened" and not all(r.in_passing for r in meeting.reports)
    ]


def _groups(view: StoryView) -> list[tuple[dict[str, str], list[Meeting]]]:
    main = main_meetings(view)
    reported = {meeting.id for meeting in main}
    planned = [m for m in view.meetings if m.modality != "happened"]
    passing = [m for m in view.meetings if m.modality == "happened" and m.id not in reported]
    groups = (
        ("reported", "Reported", main[::-1]),
        ("passing", "Told in passing", passing[::-1]),
        ("planned", "Planned, possible or denied", planned[::-1]),
    )
    return [({"id": id_, "title": title}, found) for id_, title, found in groups if found]


def _page(
    view: StoryView,
    renderer: Renderer,
    meeting: Meeting,
    earlier: Meeting | None,
    later: Meeting | None,
) -> SitePage:
    told = _by_document(view, meeting)
    proofs = {key_of(report.source) for report in meeting.reports}
    about = [document for document, reports in told if not all(r.in_passing for r in reports)]
    name = f"{meeting_title(meeting, view.names)}, {label(meeting.edtf)}"
    content = renderer.html(
        "meeting.html",
        meeting=meeting,
        title=name,
        reports=told,
        alone=_told_alone(view, about),
        promises=[
            followup
            for document in about
            for followup in view.followups_in.get(document, ())
            if followup.commitment.made == meeting.edtf
        ],
        counts=[c for c in view.record.counts if key_of(c.source) in proofs],
        disagreements=[
            d
            for d in view.record.disagreements
            if any(key_of(account.source) in proofs for account in d.accounts)
        ],
        earlier=earlier,
        later=later,
    )
    description = f"{name}: told by {counted(len(told), 'report')}."
    linked = jsonld.meeting(view, meeting, name)
    return SitePage(paths.meeting_path(meeting.id), name, content, description, (linked,))


def _by_document(view: StoryView, meeting: Meeting) -> list[tuple[str, list[Report]]]:
    """The sentences of each report, reports by day."""
    found: dict[str, list[Report]] = defaultdict(list)
    for report in meeting.reports:
        found[report.source.document].append(report)
    return sorted(found.items(), key=lambda item: (view.day(item[0]), item[0]))


def _told_alone(
    view: StoryView, documents: list[str]
) -> list[tuple[str, list[tuple[str, SentenceKey]]]]:
    """What only one of the reports names: document to (entity id, first sentence that names it).

    Each entity that one report names and no other of `documents` does; in the order of the text.
    Nothing for a single report, which has nobody to be compared with.
    """
    if len(documents) < 2:
        return []
    named = {document: _first_named(view, document) for document in documents}
    alone = []
    for document, entities in named.items():
        others = {entity for other in documents if other != document for entity in named[other]}
        alone.append((document, [pair for pair in entities.items() if pair[0] not in others]))
    return alone


def _first_named(view: StoryView, document: str) -> dict[str, SentenceKey]:
    annotations = view.annotations[document]
    found: dict[str, SentenceKey] = {}
    for mention in annotations.mentions:
        sentence = annotations.article.sentence_at(mention.span.start)
        if mention.entity in view.entities and sentence is not None:
            found.setdefault(mention.entity, (document, sentence.index))
    return found
