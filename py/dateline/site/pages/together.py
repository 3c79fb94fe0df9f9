"""The network of who is named with whom, drawn and told."""

from __future__ import annotations

from dateline.site.network import drawing, strongest_ties
from dateline.site.render import Renderer, SitePage
from dateline.site.view import StoryView


def page(view: StoryView, renderer: Renderer) -> SitePage:
    """The drawing, and below it every tie with its sentences."""
    ties = strongest_ties(view)
    lead = "People and organizations named in one sentence; the wider the line, the more often."
    content = renderer.html("together.html", lead=lead, ties=ties, drawing=drawing(ties))
    return SitePage("together/", "Who with whom", content, lead)
