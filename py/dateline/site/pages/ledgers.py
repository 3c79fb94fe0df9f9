"""What was promised, where accounts differ, and which counts do not add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.site.render import Renderer, SitePage
from dateline.site.view import StoryView


def pages(view: StoryView, renderer: Renderer) -> Iterator[SitePage]:
    """The three ledgers."""
    tally = Counter(followup.status for followup in view.followups)
    lead = "Who promised what, when it is due, and what later reports say became of it."
    content = renderer.html(
        "promises.html",
        title="Promises",
        lead=lead,
        items=view.followups,
        tally=sorted(tally.items()),
    )
    yield SitePage("promises/", "Promises", content, lead)
    lead = "Accounts of one thing that differ, each with its sentence."
    content = renderer.html(
        "disagreements.html", title="Disagreements", lead=lead, items=view.record.disagreements
    )
    yield SitePage("disagreements/", "Disagreements", content, lead)
    lead = "What the reports count, checked against the meetings this folder holds."
    content = renderer.html("counts.html", title="Gaps", lead=lead, items=view.record.counts)
    yield SitePage("gaps/", "Gaps", content, lead)
