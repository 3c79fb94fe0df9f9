"""The story at a glance."""

from __future__ import annotations

from dateline.site import jsonld
from dateline.site.pages.meetings import main_meetings
from dateline.site.render import Renderer, SitePage
from dateline.site.strip import time_strip
from dateline.site.view import StoryView

_LATEST = 5
_MEETINGS = 6
_PEOPLE = 8


def page(view: StoryView, renderer: Renderer) -> SitePage:
    """The home page: the strip of time, meetings, people, the latest, the open promises."""
    story = view.record.story
    title = story.title or "The story so far"
    main = main_meetings(view)
    # Who only wrote the reports has a page, but is not who they are about.
    told_of = [e for e in view.ranked.get("person", []) if view.mentions_of.get(e.id)]
    content = renderer.html(
        "home.html",
        title=title,
        description=story.description,
        strip=time_strip(view, main),
        main_meetings=main[::-1][:_MEETINGS],
        people=told_of[:_PEOPLE],
        latest=view.documents[::-1][:_LATEST],
        open_promises=[f for f in view.followups[::-1] if f.status in ("open", "not reported")],
    )
    linked = jsonld.site(title, story.description)
    return SitePage("", "Home", content, story.description or title, (linked,))
