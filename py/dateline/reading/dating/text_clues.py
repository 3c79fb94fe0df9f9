"""Clues to a report's date in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.model import AnchoredEvent, Article, Sentence, Span, Story
from dateline.reading.dating import windows
from dateline.reading.dating.anniversaries import anchored_origin, anniversaries
from dateline.reading.dating.candidates import rights_years, yearless_dateline
from dateline.reading.dating.clue import Clue, spoken
from dateline.reading.dating.known import (
    Edition,
    KnownEvent,
    Naming,
    editions_meant,
    known_events,
    namings,
)
from dateline.reading.dating.prose import Prose, Relative, against, direction, past_days
from dateline.reading.dating.terms import term_clues
from dateline.reading.dating.windows import LAST, ONE_DAY, Windows, join
from dateline.reading.stamps import MONTHS, month_number, stamps
from dateline.text import plain

_MONTH_NAMES = "|".join(name.title() for name in MONTHS)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH_NAMES}),? (?P<year>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:in|since|of|from|during|until|late|early) (?P<year>(?:19|20)\d\d)\b(?!-)")
# Words that may stand between an event and the time it is said to be held.
_HELD = re.compile(
    r"[\s,]*(?:(?:is|was|will|be|to|set|scheduled|planned|slated|due|held|being|taking|place|opening"
    r"|hosts?|hosting|holds?|holding|opens|starting|starts|beginning|begins|for|in|at|on|of|hosted|by|the|city|summit|meeting|which"
    r"|that|[A-Z][\w.-]{1,20})[\s,]+){0,8}$"
)
_BRINGS = re.compile(r",? (?:is|will be|marks|brings|sees|will (?:mark|bring|see)) (?:the )?")
# The present tense of what is arranged: "the party chooses a leader on September 27".
_ARRANGED = re.compile(
    r"\b(?:chooses?|elects?|votes?|picks?|selects?|holds?|hosts?|convenes?|decides?|rules?|sits?"
    r"|marks?|celebrates?|reopens?|closes?|launch(?:es)?|signs?|goes? to the polls)\b"
    r"(?: [\w'-]{1,20}){0,6} on $"
)
REACH = 90
"""Characters between an event and the words that place it in time."""
MONTH_REACH = 80
MOST_CLUES = 20
"""Different clues kept; a report has a handful."""
SHOWN_EDITIONS = 3
HOST_REACH = 40
"""Characters after "the summit next month" in which its host is named."""
AHEAD = timedelta(days=330)
"""A day to come that is told without a year is less than a year off."""

SLACK = 2
"""A dateline gives the day of writing; the page may follow two days later."""


def text_clues(article: Article, prose: Prose, story: Story) -> tuple[Clue, ...]:
    """Every clue of one report by itself, the firm ones first."""
    found = [
        *_month_clues(prose),
        *_event_clues(prose, known_events(story.anchors)),
        *_anniversary_clues(prose, story.anchors),
        *term_clues(prose, story.authority),
        *_dateline_clues(article, prose),
        *_latest_past_dates(article, prose),
        *_days_to_come(prose),
        *_years_to_come(prose),
    ]
    different: dict[Windows, Clue] = {}
    for clue in found:
        different.setdefault(clue.windows, clue)
    firm_first = sorted(different.values(), key=lambda clue: not clue.firm)
    return tuple(firm_first[:MOST_CLUES])


def _latest_past_dates(article: Article, prose: Prose) -> Iterator[Clue]:
    """The latest day, and the latest month or year, told as past: the report is not older.

    A day with its year is firm. Months and years are soft: "the rest in 2014" is easily misread.
    """
    days = [pair for sentence in prose.numbered for pair in past_days(prose, sentence)]
    days.extend(_caption_days(article))
    wide = [pair for sentence in prose.numbered for pair in _months(prose, sentence, "past")]
    for found, firm in ((days, True), (wide, False)):
        if found:
            day, span = max(found)
            text = span.of(article.text)
            why = f"tells of {text} as past, so the report is not older"
            yield Clue(((day - ONE_DAY, LAST),), span, text, why, firm)


def _caption_days(article: Article) -> Iterator[tuple[date, Span]]:
    for line in article.lines:
        if line.role == "caption":
            for stamp in stamps(line.span.of(article.text)):
                start = line.span.start + stamp.span.start
                yield from ((d, Span(start, start + len(stamp.span))) for d in stamp.days[:1])


def _months(prose: Prose, sentence: Sentence, tense: str) -> Iterator[tuple[date, Span]]:
    """The first days of the months and years that a sentence tells in a tense."""
    words, offset = prose.of(sentence.span), sentence.span.start
    for pattern in (_MONTH_YEAR, _YEAR):
        for match in pattern.finditer(words):
            start = match.start() if pattern is _MONTH_YEAR else match.start("year")
            span = Span(offset + start, offset + match.end())
            if direction(prose, sentence, span) == tense:
                month = month_number(match["month"]) if pattern is _MONTH_YEAR else 1
                yield date(int(match["year"]), month, 1), span


def _years_to_come(prose: Prose) -> Iterator[Clue]:
    """The first year that is told as to come, soft as tense is: the report is not younger."""
    found = [pair for s in prose.numbered for pair in _months(prose, s, "future")]
    if found:
        day, span = min(found)
        why = f"tells of {prose.of(span)} as still to come, so the report is not younger"
        last = date(day.year, 12, 31)
        yield Clue(((windows.FIRST, last),), span, prose.of(span), why, firm=False)


def _month_clues(prose: Prose) -> Iterator[Clue]:
    """Where "this month ... on September 27", "next month, on June 5", the month has a name."""
    for sentence, said in prose.relating:
        named = [r for r in said if r.unit == "month"]
        if not named or sentence.role != "body":
            continue
        offset = sentence.span.start
        bare = [stamp for stamp in stamps(prose.of(sentence.span)) if stamp.year is None]
        for relative in named:
            for stamp in bare:
                span = Span(offset + stamp.span.start, offset + stamp.span.end)
                if _one_month(prose, sentence, relative, span):
                    tense = direction(prose, sentence, span)
                    yield _month_clue(prose, relative, span, (stamp.month, stamp.day), tense)


def _one_month(prose: Prose, sentence: Sentence, relative: Relative, day: Span) -> bool:
    """Whether "this month" and a bare day speak of the same month.

    Next to each other they do. "This month" and a day to come, further on, do too: the day would
    be told with its own "next month" otherwise.
    """
    gap = max(day.start - relative.span.end, relative.span.start - day.end)
    between = prose.flat[min(relative.span.end, day.end) : max(relative.span.start, day.start)]
    if re.search(r"\b(?:after|since|before|following|from|until)\b", between):
        return False
    if gap <= 6:
        return True
    both_ahead = all(direction(prose, sentence, span) == "future" for span in (relative.span, day))
    return relative.offset == 0 and gap <= MONTH_REACH and both_ahead and " on " in between + " "


def _month_clue(
    prose: Prose, relative: Relative, day: Span, named: tuple[int, int], tense: str
) -> Clue:
    month, number = (named[0] - 1 - relative.offset) % 12 + 1, named[1]
    first, last, limit = 1, 31, ""
    if relative.offset == 0 and tense == "future":
        last, limit = max(number - 1, 1), f", before the {number}"
    elif relative.offset == 0 and tense == "past":
        first, limit = number, f", not before the {number}"
    span = Span(min(relative.span.start, day.start), max(relative.span.end, day.end))
    return Clue(
        windows.month_of_any_year(month, first, last),
        span,
        prose.of(span),
        f"“{prose.of(relative.span)}” stands beside {prose.of(day)}, so the report is of "
        f"{MONTHS[month - 1].title()}{limit}",
    )


def _event_clues(prose: Prose, events: tuple[KnownEvent, ...]) -> Iterator[Clue]:
    for sentence, named in prose.relating:
        if sentence.role == "headline":
            continue
        for naming in namings(prose.flat, sentence.span, events):
            for relative in named:
                if _goes_with(prose, naming.span, relative.span):
                    yield _event_clue(prose, sentence, naming, relative)


def _goes_with(prose: Prose, event: Span, relative: Span) -> bool:
    """Whether the event is what "next month" dates: held then, or "next month's summit"."""
    if event.end <= relative.start:
        between = prose.flat[event.end : relative.start]
        return len(between) <= REACH and _HELD.match(between) is not None
    between = prose.flat[relative.end : event.start]
    if prose.of(relative).lower().endswith("year") and _BRINGS.fullmatch(between):
        return True
    return re.fullmatch(r"'s (?:[\w-]+ ){0,3}", between) is not None


def _event_clue(prose: Prose, sentence: Sentence, naming: Naming, relative: Relative) -> Clue:
    start = min(naming.span.start, relative.span.start)
    span = Span(start, max(naming.span.end, relative.span.end))
    around = prose.flat[span.start : min(span.end + HOST_REACH, sentence.span.end)]
    editions = editions_meant(naming.event, around)
    ahead = relative.later or direction(prose, sentence, relative.span) == "future"
    allowed = join(w for edition in editions for w in _around(edition, relative, ahead))
    held = " or ".join(spoken(edition.first) for edition in editions[-SHOWN_EDITIONS:])
    more = ", among others" if len(editions) > SHOWN_EDITIONS else ""
    why = (
        f"“{prose.of(relative.span)}” ties the report to the {naming.event.name}, "
        f"which began on {held}{more}"
    )
    return Clue(allowed, span, prose.of(span), why, covered=naming.event.covered)


def _around(edition: Edition, relative: Relative, ahead: bool) -> Windows:
    """The days on which an edition was held "next month", "later this month", "last year" ..."""
    first = edition.first
    if relative.unit == "year":
        allowed = windows.year(first.year - relative.offset)
    elif relative.unit == "month":
        allowed = windows.month(first.year, first.month, -relative.offset)
    else:
        monday = first - timedelta(days=first.weekday() + 7 * relative.offset)
        # Weeks are counted from Sunday by some and from Monday by others.
        allowed = ((monday - ONE_DAY, monday + timedelta(days=6)),)
    if relative.offset == 0 and ahead:
        return windows.meet(allowed, ((windows.FIRST, first - ONE_DAY),))
    if relative.offset == 0 and relative.earlier:
        return windows.meet(allowed, ((edition.last, LAST),))
    return allowed


def _anniversary_clues(prose: Prose, anchors: Sequence[AnchoredEvent]) -> Iterator[Clue]:
    for found in anniversaries(prose):
        origin = found.origin or anchored_origin(found, anchors)
        if origin:
            year = found.report_year(origin)
            said = prose.of(found.relative)
            why = f"{found.number} years after {origin} is “{said}”: the report is of {year}"
            yield Clue(windows.year(year), found.span, prose.of(found.span), why)


def _dateline_clues(article: Article, prose: Prose) -> Iterator[Clue]:
    """The day of a dateline without a year, and the year that a notice of rights gives it."""
    found = yearless_dateline(article)
    if found is None:
        return
    stamp, span = found
    days = [start for start, _ in windows.month_of_any_year(stamp.month, stamp.day, stamp.day)]
    text = plain(span.of(article.text))
    why = f"the dateline says {text}, without a year"
    yield Clue(tuple((day, day) for day in days), span, text, why, slack=SLACK)
    years = rights_years(article)
    day = next((d for d in days if d.year == years[-1]), None) if years else None
    if day and not against(prose, day):
        why = f"the notice of rights is of {day.year}, and the weekdays of the text agree"
        yield Clue(windows.year(day.year), None, str(day.year), why, firm=False)


def _days_to_come(prose: Prose) -> Iterator[Clue]:
    """The first day told as to come, with its year or without: the report is not younger.

    A day without a year lies within the year to come.
    """
    firm: list[tuple[date, Span]] = []
    for sentence in prose.numbered:
        offset = sentence.span.start
        for stamp in stamps(prose.of(sentence.span)):
            span = Span(offset + stamp.span.start, offset + stamp.span.end)
            if not _is_to_come(prose, sentence, span):
                continue
            why = f"tells of {prose.of(span)} as still to come"
            if stamp.days:
                firm.append((stamp.days[-1], span))
            else:
                yield Clue(_before(stamp.month, stamp.day), span, prose.of(span), why, firm=False)
    if firm:
        day, span = min(firm)
        why = f"tells of {prose.of(span)} as still to come, so the report is not younger"
        yield Clue(((windows.FIRST, day),), span, prose.of(span), why)


def _is_to_come(prose: Prose, sentence: Sentence, span: Span) -> bool:
    signs = prose.signs.read((sentence.span.start, sentence.span.end), span.start, span.end)
    if signs.direction:
        return signs.direction == "future" and not signs.scheduled
    return _ARRANGED.search(prose.flat[sentence.span.start : span.start]) is not None


def _before(month: int, day: int) -> Windows:
    ends = [start for start, _ in windows.month_of_any_year(month, day, day)]
    return join((end - AHEAD, end - ONE_DAY) for end in ends)
