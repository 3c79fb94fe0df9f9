"""From candidates and clues to a publication date, with what was used and rejected, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline import edtf
from dateline.model import Confidence, Evidence, Publication
from dateline.reading.dating import windows
from dateline.reading.dating.clue import SETTLING, Candidate, Clue, spoken
from dateline.reading.dating.prose import (
    Prose,
    WeekdayMention,
    coming_weekday,
    lead_weekday,
    still_ahead,
)
from dateline.reading.dating.windows import EVER, ONE_DAY, Windows
from dateline.reading.stamps import WEEKDAYS
from dateline.reading.units import content_words
from dateline.reading.words import word_set

MOST_CANDIDATES = 8
"""Days listed one by one; where more are possible, their range is given."""

LONGEST = 366
"""Days of the longest range worth giving; a wider one says nothing of a report."""

SCENE_WORDS = 3
"""Content words a caption and the lead must share for the picture to be of the lead's event."""

CRAWL = timedelta(days=366)
"""A page's own clock is read when the page is saved, mostly within a year of the report."""

SOON = timedelta(days=31)
"""An update follows its report within days; a month leaves room."""

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


@dataclass(slots=True)
class Case:
    """One report's dating in progress."""

    prose: Prose
    candidates: Sequence[Candidate]
    clues: Sequence[Clue]
    evidence: list[Evidence] = field(default_factory=list)
    kept: list[Clue] = field(default_factory=list)
    allowed: Windows = EVER


def conclude(prose: Prose, candidates: Sequence[Candidate], clues: Sequence[Clue]) -> Publication:
    """The date of a report that nobody has given."""
    case = Case(prose, candidates, clues)
    _combine(case)
    fitting = [c for c in candidates if _fits(case, c)]
    settled = _settled(fitting)
    if settled:
        return _stated(case, settled, fitting)
    return _inferred(case, fitting)


def given(when: str, prose: Prose, candidates: Sequence[Candidate]) -> Publication:
    """The date that front matter, a sidecar or the user gives; the page's own are set beside it."""
    span = edtf.parse(when)
    low, high = span.earliest or date.min, span.latest or date.max
    evidence = [Evidence(None, when, "used", "given with the article")]
    for candidate in candidates:
        agrees = any(low <= day <= high for day in candidate.days)
        if agrees and candidate.kind not in {"caption", "widget"}:
            evidence.append(candidate.verdict("used", f"{candidate.where} gives the same day"))
        elif candidate.kind != "caption":
            why = f"{candidate.where} differs from the date given with the article"
            evidence.append(candidate.verdict("rejected", why))
    return Publication(when, "given", tuple(evidence))


def _combine(case: Case) -> None:
    """Keep the clues that agree, in order of trust; one that contradicts those before is out."""
    for clue in case.clues:
        met = windows.meet(case.allowed, clue.windows)
        if met:
            case.allowed = met
            case.kept.append(clue)
        else:
            why = f"{clue.why}, which what else the text says rules out"
            case.evidence.append(clue.verdict("rejected", why))


def _fits(case: Case, candidate: Candidate) -> bool:
    """Whether a date that stands on the page can be right; it is rejected with the reason."""
    if candidate.kind == "caption":
        return True
    day = candidate.days[0]
    if candidate.weekday is not None and day.weekday() != candidate.weekday:
        named = WEEKDAYS[candidate.weekday].title()
        real = WEEKDAYS[day.weekday()].title()
        why = f"{candidate.where} calls it a {named}, but that day was a {real}"
        case.evidence.append(candidate.verdict("rejected", why))
        return False
    against = next((clue for clue in case.kept if clue.rules_out(candidate.days)), None)
    if against:
        why = f"{candidate.where} cannot be right: {against.why}"
        case.evidence.append(candidate.verdict("rejected", why))
        return False
    return True


def _settled(fitting: Sequence[Candidate]) -> Candidate | None:
    for kind in SETTLING:
        for candidate in fitting:
            if candidate.kind == kind:
                return candidate
    return None


def _stated(case: Case, settled: Candidate, fitting: Sequence[Candidate]) -> Publication:
    days = tuple(d for d in settled.days if windows.holds(case.allowed, d)) or settled.days
    days = _one_reading(case.prose, days, fitting)
    why = f"{settled.where} gives the day"
    case.evidence.insert(0, settled.verdict("used", why))
    if len(days) == 1:
        case.evidence.extend(_weekday_agrees(case.prose, days[0]))
    case.evidence.extend(_others(settled, days, fitting))
    confidence: Confidence = "stated" if len(days) == 1 else "candidates"
    when = edtf.one_of(day.isoformat() for day in days)
    return Publication(when, confidence, tuple(case.evidence))


def _one_reading(
    prose: Prose, days: tuple[date, ...], fitting: Sequence[Candidate]
) -> tuple[date, ...]:
    """03/04/2023 read as another date on the page, or the weekday of the news, has it."""
    for candidate in fitting:
        if len(days) > 1 and len(candidate.days) == 1 and candidate.kind != "caption":
            days = tuple(d for d in days if d in candidate.days) or days
    mention = lead_weekday(prose) if len(days) > 1 else None
    if mention:
        days = tuple(d for d in days if (d.weekday() - mention.weekday) % 7 <= 1) or days
    return days


def _weekday_agrees(prose: Prose, day: date) -> Iterator[Evidence]:
    mention = lead_weekday(prose)
    if mention is None:
        return
    ago = (day.weekday() - mention.weekday) % 7
    if ago <= 1:
        when = "that day" if ago == 0 else "the day before"
        named = WEEKDAYS[mention.weekday].title()
        yield Evidence(
            mention.span, prose.of(mention.span), "used", f"the {named} of the news was {when}"
        )


def _others(
    settled: Candidate, days: tuple[date, ...], fitting: Sequence[Candidate]
) -> Iterator[Evidence]:
    for other in fitting:
        if other is settled:
            continue
        if other.kind == "caption":
            yield other.verdict("rejected", "dates the picture, not the report")
        elif set(other.days) & set(days):
            yield other.verdict("used", f"{other.where} gives the same day")
        elif other.kind == "updated":
            yield other.verdict("rejected", "the day of a later change, not of publication")
        elif other.kind == "widget":
            why = f"{other.where} shows the day it was opened, not the day of the report"
            yield other.verdict("rejected", why)
        else:
            yield other.verdict("rejected", f"{settled.where} is the better witness")


def _inferred(case: Case, fitting: Sequence[Candidate]) -> Publication:
    """No date states it: what the clues, a picture or the page's clock leave."""
    captions = [c for c in fitting if c.kind == "caption"]
    clocks = [c for c in fitting if c.kind in {"updated", "widget"}]
    scene = _by_caption(case, captions)
    if scene:
        case.evidence.extend(c.verdict("rejected", _clock_why(c)) for c in clocks)
        return scene
    updated = next((c for c in clocks if c.kind == "updated"), None)
    if updated and not _shortly_before(case, updated):
        return _updated_only(case, updated, captions)
    _nearest_before_clock(case)
    clocks = [c for c in clocks if c is not updated]
    for candidate in (*clocks, *captions):
        why = _clock_why(candidate) if candidate.kind != "caption" else "dates the picture only"
        case.evidence.append(candidate.verdict("rejected", why))
    return _from_windows(case)


def _clock_why(candidate: Candidate) -> str:
    return f"{candidate.where} may show the day it was opened; nothing in the text confirms it"


def _shortly_before(case: Case, updated: Candidate) -> bool:
    """Keep the days just before an update, where the text leaves only few of them."""
    last = updated.days[-1]
    near = windows.meet(case.allowed, ((last - SOON, last),))
    if not near or windows.size(near) >= SOON.days:
        return False
    case.allowed = near
    case.evidence.append(updated.verdict("used", f"{updated.where} comes after the report"))
    return True


def _updated_only(case: Case, updated: Candidate, captions: Sequence[Candidate]) -> Publication:
    why = f"{updated.where} is the only date; the report is not younger"
    case.evidence.insert(0, updated.verdict("used", why))
    case.evidence.extend(_weekday_agrees(case.prose, updated.days[0]))
    case.evidence.extend(c.verdict("rejected", "dates the picture only") for c in captions)
    when = edtf.one_of(day.isoformat() for day in updated.days)
    return Publication(when, "inferred", tuple(case.evidence))


def _by_caption(case: Case, captions: Sequence[Candidate]) -> Publication | None:
    """A picture of the very event, on the weekday the lead names: the report is of those days."""
    mention = lead_weekday(case.prose)
    if mention is None:
        return None
    for candidate in captions:
        day = candidate.days[0]
        if day.weekday() != mention.weekday or not windows.holds(case.allowed, day):
            continue
        if _same_scene(case.prose, candidate):
            return _from_scene(case, candidate, mention, captions)
    return None


def _same_scene(prose: Prose, candidate: Candidate) -> bool:
    if candidate.span is None:
        return False
    start = prose.flat.rfind("\n", 0, candidate.span.start) + 1
    caption = content_words(prose.flat[start : candidate.span.end])
    lead = content_words(" ".join(prose.of(s.span) for s in prose.lead))
    same_kind = any(caption & scene and lead & scene for scene in _SCENES)
    return same_kind and len(caption & lead) >= SCENE_WORDS


def _from_scene(
    case: Case, picture: Candidate, mention: WeekdayMention, captions: Sequence[Candidate]
) -> Publication:
    day = picture.days[0]
    named = WEEKDAYS[mention.weekday].title()
    coming = coming_weekday(case.prose, mention.span.end)
    last = day + ONE_DAY
    case.evidence += [
        picture.verdict("used", f"the picture is of the event and of a {named}"),
        Evidence(
            mention.span,
            case.prose.of(mention.span),
            "used",
            f"the {named} of the news is {spoken(day)}, the day of the picture",
        ),
    ]
    if coming:
        last = day + timedelta(days=(coming.weekday - day.weekday()) % 7 or 7)
        why = f"still to come when it was written: not after {spoken(last)}"
        case.evidence.append(Evidence(coming.span, case.prose.of(coming.span), "used", why))
    others = [c for c in captions if c is not picture]
    case.evidence += [c.verdict("rejected", "dates another picture") for c in others]
    when = edtf.interval(day.isoformat(), last.isoformat())
    return Publication(when, "inferred", tuple(case.evidence))


def _nearest_before_clock(case: Case) -> None:
    """Of periods years apart, the one just before the page was saved."""
    clocks = [c for c in case.candidates if c.kind in {"widget", "updated"}]
    if len(case.allowed) < 2 or not clocks or windows.size(case.allowed) > LONGEST * 10:
        return
    clock = max(c.days[-1] for c in clocks)
    near = [w for w in case.allowed if w[0] <= clock <= w[1] + CRAWL]
    rest = [w for w in case.allowed if w not in near]
    if len(near) == 1 and all(abs(w[1] - clock) > 2 * CRAWL for w in rest):
        case.allowed = tuple(near)
        text = next(c.text for c in clocks if c.days[-1] == clock)
        why = f"of the years possible, {near[0][0].year} is the one before the page was saved"
        case.evidence.append(Evidence(None, text, "used", why))


def _narrow(allowed: Windows) -> bool:
    return windows.size(allowed) <= LONGEST


def _from_windows(case: Case) -> Publication:
    """The days that the clues leave, thinned by the weekday the lead names."""
    days, weekday = _on_weekday(case) if _narrow(case.allowed) else ((), [])
    if not days or (len(days) > MOST_CANDIDATES and (days[-1] - days[0]).days > LONGEST):
        firm = [clue for clue in case.kept if clue.firm]
        case.evidence.extend(clue.verdict("used") for clue in _telling(firm))
        return Publication(None, "unknown", tuple(case.evidence))
    used = [clue.verdict("used") for clue in _telling(case.kept)]
    if len(days) > MOST_CANDIDATES:
        when = _range(case.allowed[0][0], case.allowed[-1][1])
        return Publication(when, "inferred", (*used, *case.evidence))
    confidence: Confidence = "inferred" if len(days) == 1 else "candidates"
    when = edtf.one_of(day.isoformat() for day in days)
    return Publication(when, confidence, (*used, *weekday, *case.evidence))


def _telling(clues: Sequence[Clue]) -> list[Clue]:
    """The clues without which more days would be possible, each as few as can be."""
    needed = list(clues)
    for clue in reversed(clues):
        rest = [other for other in needed if other is not clue]
        if rest and _met(rest) == _met(needed):
            needed = rest
    return needed


def _met(clues: Sequence[Clue]) -> Windows:
    allowed = EVER
    for clue in clues:
        allowed = windows.meet(allowed, clue.windows)
    return allowed


def _on_weekday(case: Case) -> tuple[tuple[date, ...], list[Evidence]]:
    days = windows.days(case.allowed)
    mention = lead_weekday(case.prose)
    if mention is None or len(days) == 1:
        return days, []
    named = WEEKDAYS[mention.weekday].title()
    offsets = {0} if still_ahead(case.prose) else {0, 1}
    kept = tuple(d for d in days if (d.weekday() - mention.weekday) % 7 in offsets)
    if not kept:
        return days, []
    why = f"the news is of a {named}"
    why += (
        ", and part of it was still to come that day" if len(offsets) == 1 else " or the day after"
    )
    return kept, [Evidence(mention.span, case.prose.of(mention.span), "used", why)]


def _range(first: date, last: date) -> str:
    """A range of days, as a month or a year where it is exactly that."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and windows.month(first.year, first.month) == ((first, last),):
        return f"{first.year}-{first.month:02d}"
    return edtf.interval(first.isoformat(), last.isoformat())
