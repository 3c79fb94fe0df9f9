"""The story in time as one static SVG: reports above the line, meetings below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from dateline import paths
from dateline.model import Meeting
from dateline.site.dates import label
from dateline.site.urls import to_root
from dateline.site.view import StoryView, ends

_WIDTH, _HEIGHT, _MARGIN = 960, 132, 24
_LINE = 66
_REPORT_Y, _MEETING_Y = 42, 90
_MOST_MARKS = 400
"""Beyond this many reports marks merge into a grey band and say nothing; the timeline serves."""
_YEARS_LABELLED = 12


def time_strip(view: StoryView, meetings: Sequence[Meeting]) -> Markup:
    """The strip, or nothing when fewer than two days are known or there is too much to draw."""
    reports = [
        (ends(published), document)
        for document in view.documents
        if (published := view.article(document).published.edtf) is not None
    ]
    held = [(ends(meeting.edtf), meeting) for meeting in meetings if meeting.edtf]
    days = [day for bounds, _ in reports for day in bounds]
    days += [day for bounds, _ in held for day in bounds]
    if len(set(days)) < 2 or len(reports) > _MOST_MARKS:
        return Markup("")
    scale = _Scale(min(days), max(days))
    pieces = [*_axis(scale)]
    for bounds, document in reports:
        name = f"Report: {view.headline(document)}, {label(view.article(document).published.edtf)}"
        link = to_root(paths.article_path(document))
        pieces.append(_mark(scale, bounds, _REPORT_Y, "dl-time-strip-report", name, link))
    for bounds, meeting in held:
        where = f", {view.name(meeting.place)}" if meeting.place else ""
        who = ", ".join(view.name(participant) for participant in meeting.participants)
        name = f"Meeting: {who}{where}, {label(meeting.edtf)}"
        link = to_root(paths.meeting_path(meeting.id))
        pieces.append(_mark(scale, bounds, _MEETING_Y, "dl-time-strip-meeting", name, link))
    return Markup(
        '<svg class="dl-time-strip" viewBox="0 0 {} {}" role="group" aria-label='
        '"Reports above the line and meetings below it, by date">{}</svg>'
    ).format(_WIDTH, _HEIGHT, Markup("").join(pieces))


class _Scale:
    """From days to places on the strip."""

    def __init__(self, first: str, last: str) -> None:
        self.first, self.last = date.fromisoformat(first), date.fromisoformat(last)
        self._days = max(1, (self.last - self.first).days)

    def x(self, day: date) -> float:
        """Distance from the left edge, in the SVG's own units."""
        share = (day - self.first).days / self._days
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)


def _axis(scale: _Scale) -> list[Markup]:
    pieces = [
        Markup('<line class="dl-time-strip-line" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
            _MARGIN, _LINE, _WIDTH - _MARGIN, _LINE
        )
    ]
    years = range(scale.first.year, scale.last.year + 1)
    step = max(1, len(years) // _YEARS_LABELLED)
    for year in years[::step]:
        x = scale.x(max(scale.first, date(year, 1, 1)))
        pieces.append(
            Markup(
                '<line class="dl-time-strip-tick" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>'
                '<text class="dl-time-strip-year" x="{3}" y="{4}">{5}</text>'
            ).format(x, _LINE - 6, _LINE + 6, x + 4, _HEIGHT - 6, year)
        )
    return pieces


def _mark(
    scale: _Scale, bounds: tuple[str, str], y: int, style: str, name: str, link: str
) -> Markup:
    """A dot for a day, a bar for an interval or a set of days.

    The link is an XLink: Material's instant navigation assigns to every plain `href`, which an
    SVG link does not allow.
    """
    left = scale.x(date.fromisoformat(bounds[0]))
    width = max(0.0, scale.x(date.fromisoformat(bounds[1])) - left)
    return Markup(
        '<a xlink:href="{}" class="{}"><title>{}</title>'
        '<rect x="{}" y="{}" width="{}" height="14" rx="7"/></a>'
    ).format(link, style, name, round(left - 7, 1), y - 7, round(width + 14, 1))
