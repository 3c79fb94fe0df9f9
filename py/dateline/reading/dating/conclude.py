"""From candidates and clues to a publication date, with what was used and rejected, and why.

A date line states the day unless firm evidence contradicts it. What has the shape of a page's
clock is believed, as an inference, when the weekdays of the text agree with it. A line that says
"updated" is the latest day possible; a picture of the very event gives the day of the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline import edtf
from dateline.model import Confidence, Evidence, Publication
from dateline.reading.dating import windows
from dateline.reading.dating.case import Case, day_name, weekday_agrees
from dateline.reading.dating.clue import CLOCKS, SETTLING, Candidate, Clue, spoken
from dateline.reading.dating.prose import Prose, against, age, lead_weekdays, news_day
from dateline.reading.dating.remaining import from_windows, nearest_before_clock
from dateline.reading.dating.scene import pictured
from dateline.reading.dating.windows import ONE_DAY, Windows

SOON = timedelta(days=31)
"""A report follows its news, and an update its report, within days; a month leaves room."""


def conclude(prose: Prose, candidates: Sequence[Candidate], clues: Sequence[Clue]) -> Publication:
    """The date of a report that nobody has given."""
    case = Case(prose, candidates, clues)
    case.combine()
    fitting = [c for c in candidates if _fits(case, c)]
    settled = _settled(fitting)
    if settled:
        return _taken(case, settled, fitting, "stated")
    return _inferred(case, fitting)


def given(when: str, prose: Prose, candidates: Sequence[Candidate]) -> Publication:
    """The date that front matter, a sidecar or the user gives; the page's own are set beside it."""
    span = edtf.parse(when)
    low, high = span.earliest or date.min, span.latest or date.max
    evidence = [Evidence(None, when, "used", "given with the article")]
    for candidate in candidates:
        agrees = any(low <= day <= high for day in candidate.days)
        if agrees and candidate.kind not in {"caption", "widget", "aside"}:
            evidence.append(candidate.verdict("used", f"{candidate.where} gives the same day"))
        elif candidate.kind != "caption":
            why = f"{candidate.where} differs from the date given with the article"
            evidence.append(candidate.verdict("rejected", why))
    return Publication(when, "given", tuple(evidence))


def _fits(case: Case, candidate: Candidate) -> bool:
    """Whether a date that stands on the page can be right; it is rejected with the reason."""
    if candidate.kind == "caption":
        return True
    why = _why_not(case, candidate)
    if why:
        case.reject(candidate, f"{candidate.where} {why}")
    return not why


def _why_not(case: Case, candidate: Candidate) -> str:
    if candidate.kind == "aside":
        return "has dates of its own, not that of the report"
    day = candidate.days[0]
    if candidate.weekday is not None and day.weekday() != candidate.weekday:
        named, real = day_name(candidate.weekday), day_name(day.weekday())
        return f"calls it a {named}, but that day was a {real}"
    weak = candidate.kind == "widget"
    ruling = next((clue for clue in case.kept if clue.rules_out(candidate.days, weak)), None)
    if ruling:
        return f"cannot be right: {ruling.why}"
    contrary = [against(case.prose, d) for d in candidate.days]
    if candidate.kind in CLOCKS and all(contrary) and contrary[0]:
        said, real = day_name(contrary[0].weekday), day_name(day.weekday())
        return f"may show the day it was opened, a {real}: the news is of a {said}"
    news = news_day(case.prose)
    if weak and news and day - news[0] > SOON:
        return f"may show the day it was opened: the lead tells of {case.prose.of(news[1])}"
    if weak and not any(weekday_agrees(case.prose, d) for d in candidate.days):
        return "may show the day it was opened, and nothing in the text confirms it"
    return ""


def _settled(fitting: Sequence[Candidate]) -> Candidate | None:
    for kind in SETTLING:
        for candidate in fitting:
            if candidate.kind == kind:
                return candidate
    return None


def _taken(
    case: Case, taken: Candidate, fitting: Sequence[Candidate], confidence: Confidence
) -> Publication:
    """The day of a candidate; both of them where it has two readings that fit."""
    days = tuple(d for d in taken.days if windows.holds(case.allowed, d)) or taken.days
    days = _one_reading(case.prose, days, fitting)
    case.evidence.insert(0, taken.verdict("used", f"{taken.where} gives the day"))
    if len(days) == 1:
        case.evidence.extend(weekday_agrees(case.prose, days[0]))
    case.evidence.extend(_others(taken, days, fitting))
    when = edtf.one_of(day.isoformat() for day in days)
    return Publication(when, confidence if len(days) == 1 else "candidates", tuple(case.evidence))


def _one_reading(
    prose: Prose, days: tuple[date, ...], fitting: Sequence[Candidate]
) -> tuple[date, ...]:
    """03/04/2023 read as another date on the page, or the weekday of the news, has it."""
    for candidate in fitting:
        if len(days) > 1 and len(candidate.days) == 1 and candidate.kind != "caption":
            days = tuple(d for d in days if d in candidate.days) or days
    return tuple(d for d in days if not against(prose, d)) or days if len(days) > 1 else days


def _others(
    taken: Candidate, days: tuple[date, ...], fitting: Sequence[Candidate]
) -> Iterator[Evidence]:
    for other in fitting:
        if other is taken:
            continue
        if other.kind == "caption":
            yield other.verdict("rejected", "dates the picture, not the report")
        elif set(other.days) & set(days):
            yield other.verdict("used", f"{other.where} gives the same day")
        elif other.kind == "updated":
            yield other.verdict("rejected", "the day of a later change, not of publication")
        elif other.kind in CLOCKS:
            why = f"{other.where} shows the day it was opened, not the day of the report"
            yield other.verdict("rejected", why)
        else:
            yield other.verdict("rejected", f"{taken.where} is the better witness")


def _inferred(case: Case, fitting: Sequence[Candidate]) -> Publication:
    """No date states it: what a picture, the page's clock, an update or the clues leave."""
    captions = [c for c in fitting if c.kind == "caption"]
    updated = next((c for c in fitting if c.kind == "updated"), None)
    scene = pictured(case, captions)
    clock = next((c for c in fitting if c.kind == "widget" and _may_be(c, scene, updated)), None)
    if clock:
        others = [c for c in fitting if not scene or c is not scene[0]]
        return _taken(case, clock, others, "inferred")
    for candidate in fitting:
        if candidate.kind == "widget":
            case.reject(candidate, f"{candidate.where} may show the day it was opened")
        elif candidate.kind == "caption" and not (scene and candidate is scene[0]):
            case.reject(candidate, "dates the picture only")
    if scene:
        return _range_of(case, scene[1])
    if updated and not _shortly_before(case, updated):
        return _updated_only(case, updated)
    nearest_before_clock(case)
    return from_windows(case)


def _may_be(
    clock: Candidate, scene: tuple[Candidate, Windows] | None, updated: Candidate | None
) -> bool:
    """Whether nothing better on the page contradicts a clock: a picture's day, a later change."""
    day = clock.days[0]
    return (scene is None or windows.holds(scene[1], day)) and (
        updated is None or day <= updated.days[-1]
    )


def _range_of(case: Case, found: Windows) -> Publication:
    first, last = found[0]
    when = edtf.interval(first.isoformat(), last.isoformat())
    return Publication(when, "inferred", tuple(case.evidence))


def _shortly_before(case: Case, updated: Candidate) -> bool:
    """Keep the days just before an update, where the text leaves only few of them."""
    last = updated.days[-1]
    near = windows.meet(case.allowed, ((last - SOON, last),))
    if not near or windows.size(near) >= SOON.days:
        return False
    case.allowed = near
    case.evidence.append(updated.verdict("used", f"{updated.where} comes after the report"))
    return True


def _updated_only(case: Case, updated: Candidate) -> Publication:
    """The latest day possible, and the weekday of the news before it for the earliest."""
    days = _one_reading(case.prose, updated.days, ())
    why = f"{updated.where} is the only date; the report is not younger"
    case.evidence.insert(0, updated.verdict("used", why))
    if len(days) > 1:
        when = edtf.one_of(day.isoformat() for day in days)
        return Publication(when, "candidates", tuple(case.evidence))
    return _range_of(case, (_since_news(case, days[0]),))


def _since_news(case: Case, last: date) -> tuple[date, date]:
    """From the weekday of the news, or of the dateline alone, to the day of the update."""
    prose = case.prose
    mention = prose.written or min(lead_weekdays(prose), key=lambda m: age(m, last), default=None)
    if mention is None:
        return last - ONE_DAY, last
    first = last - timedelta(days=age(mention, last))
    if not windows.holds(case.allowed, first):
        return last, last
    why = f"the {day_name(mention.weekday)} of the news is {spoken(first)}, if changed that week"
    case.evidence.append(Evidence(mention.span, prose.of(mention.span), "used", why))
    return first, first if prose.written else last
