"""Credits: who wrote it, which agency sent it, from where.

The names of agencies are data, `trade.json`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model import Span
from dateline.reading.stamps import stamps
from dateline.reading.words import as_plain, trade_words

AGENCY = rf"(?:{'|'.join(trade_words('agencies'))})"
_IS_AGENCY = re.compile(rf"{AGENCY}\b")
LONG_BYLINE = 160
"""Characters; longer lines are prose."""

CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽČĐĆİĞ"
_WORD = rf"[{CAPITAL}](?:[\w'.-]{{0,30}}\w|\.)?"
_PARTICLE = r"(?:(?:de|del|della|di|da|van|von|der|den|bin|al|el|la|le|du|dos|ter|ibn) ){0,2}"
_NAME = rf"{_WORD}(?: {_PARTICLE}{_WORD}){{0,4}}"
_TRADE = r"(?:writer|correspondent|reporter|editor)"
_NAMES = rf"{_NAME}(?:, (?!and\b){_NAME}){{0,6}}(?:,? (?:and|&) {_NAME})?"
_BYLINE = re.compile(
    rf"\W{{0,4}}(?i:(?:written |story |reported |report |words |analysis |posted |published )?by"
    rf"|author ?:|reporter ?:|written by ?:)[: ] {{0,3}}(?P<names>{_NAMES})(?P<rest>.{{0,120}})$"
)
_INNER_BYLINE = re.compile(rf"(?:^|[\s·|•])[Bb]y {{1,3}}(?P<names>{_NAMES})(?= ?[·|•,-]|$)")
_BARE_BYLINE = re.compile(
    rf"(?P<names>{_NAMES})"
    rf"(?P<rest>,? (?i:in {_NAME}|(?:\w+ ){{0,3}}(?:staff )?{_TRADE}(?:,? .{{1,40}})?)"
    rf"|,? ?[|/•·-]? ?{AGENCY}\.?)$"
)
_DESK = re.compile(
    rf"\W{{0,4}}(?:[\w&-]+ ){{0,4}}(?i:correspondent)s?(?:,? (?:in |from )?{_NAME})?$"
)
_NOT_NAMES = re.compile(
    rf",? (?:{AGENCY}"
    r"|(?i:staff|special|chief|senior|our|political|foreign|web|news|diplomatic|the)\b.{0,60}"
    r"|[\w .]{0,30}(?i:news|times|post|press|herald|desk|bureau|writer|agency|media|online)"
    rf"|[\w .]{{0,30}}(?i:{_TRADE}))$"
)
_WEB_DESK = re.compile(
    r"\b(?:desk|staff|bureau|team|agencies|admin|editor|newsroom|reporter)\b", re.I
)

_REGION = (
    rf"(?:, (?:(?:Ste?\. )?{_NAME}|[{CAPITAL}]\.(?:[{CAPITAL}]\.)+)"
    rf"| [(\[](?!{AGENCY}\b){_NAME}[)\]])?"
)
_CITY = rf"(?P<place>(?:Ste?\. )?{_WORD}(?:[ -]{_WORD}){{0,3}}(?:/{_WORD})?)"
_STAMP = (
    r"(?:(?:[,|]? {0,2}| [–—-] )[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?"
    r"|(?:[,|]? {0,2}| [–—-] )\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?"
    r"|, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
)
_PREFIX = re.compile(
    rf"(?:{_CITY}{_REGION}{_STAMP}"
    rf"(?: ?[(\[/|,] ?(?P<agency>{AGENCY})[)\]/]?| [(\[/](?P<other>{_NAME})[)\]/])?{_STAMP}"
    rf"|\((?P<only>{AGENCY})\)|(?P<bare>{AGENCY}))"
    r"(?P<mark> {0,3}(?:--?|–|—|:) {0,3}| {0,3}[–—]|(?<=[)\]]) (?=[A-Z\"“])"
    # "Graz, 2 February 2023. The bishop"
    r"|(?:(?<=\d{4})|(?<=[)\]]))\. (?=[A-Z\"“]))(?=[\w\"'“‘`(])"
)
_DATELINE = re.compile(
    rf"\W{{0,4}}(?:(?P<first>{AGENCY})[ ,|/:•-]{{0,4}})?{_CITY}{_REGION}{_STAMP}"
    rf"(?:[ ,|/:•([-]{{1,4}}(?P<agency>{AGENCY})[)\]]?)?{_STAMP}"
    # "Oslo, Norway | AFP | Wednesday 16/11/2033 - 19:05 UTC+1"
    r"(?: ?\| ?(?P<when>[\w ,:./+-]{6,50}))?\W{0,4}$"
)
_AGENCY_LINE = re.compile(
    rf"\W{{0,6}}(?:(?i:source|via|credit|agency|with|from) ?:? ?)?(?P<agency>{AGENCY})"
    rf"(?:(?:[ /,&|]|and){{1,5}}{AGENCY}){{0,3}}\W{{0,4}}$"
)
# An agency that the list does not know, by its name or by its letters.
_SMALL_AGENCY = re.compile(r"^[A-Z]{2,5}$|\b(?:Wire|Press|News|Agency|Newswire)$")
_REPORTER = re.compile(
    rf"\W{{0,3}}(?i:reporting|written|story|additional reporting) by (?P<names>{_NAMES})"
    r"(?=[;.,)]|$| in\b)"
)
_FROM_PLACE = re.compile(
    rf"(?P<names>{_WORD}(?: {_PARTICLE}{_WORD}){{1,2}}), {_WORD}(?:[ -]{_WORD})?$"
)
_AGENCY_AT_END = re.compile(rf"[.\"'”] ?\((?P<agency>{AGENCY})\)\s*$")
# Capitals before a dash that are a label, not a city.
_NOT_CITIES = frozenset(trade_words("labels_before_a_dash"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and agency a report opens with; spans count from the start of the given text."""

    place: Span | None
    agency: Span | None
    end: int
    """Where the dateline ends and the report begins."""


def byline_names(line: str) -> Span | None:
    """Where the names stand in "By Ann Lee and Bo Ray, Reuters"; `None` if it is no byline."""
    flat = as_plain(line).rstrip()
    match = _BYLINE.match(flat) if len(flat) <= LONG_BYLINE else None
    if not match or any(stamp.span.start == match.start("names") for stamp in stamps(flat)):
        return None
    return _only_names(match)


def names_within(line: str) -> Span | None:
    """The names in a line of date, author and section: "May 6, 2019 · by Ann Lee · in World"."""
    flat = as_plain(line)
    match = _INNER_BYLINE.search(flat) if len(flat) <= LONG_BYLINE else None
    if not match or any(stamp.span.start == match.start("names") for stamp in stamps(flat)):
        return None
    return Span(*match.span("names"))


def reporter_names(line: str) -> Span | None:
    """The names in a credit under a report: "(Reporting by Ann Lee; editing by Bo Ray)"."""
    flat = as_plain(line).rstrip()
    match = _REPORTER.match(flat) if len(flat) <= LONG_BYLINE else None
    return Span(*match.span("names")) if match else None


def is_desk(line: str) -> bool:
    """Whether a line signs with an office: "Diplomatic Correspondent, from Oslo"."""
    return len(line) <= LONG_BYLINE and bool(_DESK.match(as_plain(line).rstrip()))


def placed_names(line: str) -> Span | None:
    """The name in "Ann Lee, Seoul"."""
    flat = as_plain(line).rstrip()
    match = _FROM_PLACE.match(flat) if len(flat) <= LONG_BYLINE else None
    return Span(*match.span("names")) if match else None


def bare_names(line: str) -> Span | None:
    """Where the names stand in a byline without "By": "Ann Lee in Seoul", "Bo Ray | Reuters"."""
    flat = as_plain(line).rstrip()
    match = _BARE_BYLINE.match(flat) if len(flat) <= LONG_BYLINE else None
    return _only_names(match) if match and " " in match["names"] else None


def _only_names(match: re.Match[str]) -> Span:
    start, names = match.start("names"), match["names"]
    tail = _NOT_NAMES.search(names)
    end = (
        tail.start()
        if tail and tail.start() and not _WEB_DESK.search(names[: tail.start()])
        else len(names)
    )
    return Span(start, start + len(names[:end].rstrip(" ,")))


def dateline_prefix(paragraph: str) -> Dateline | None:
    """The "SEOUL (Reuters) - " that a report's first paragraph may open with."""
    flat = as_plain(paragraph[:200])
    match = _PREFIX.match(flat)
    if not match or not _is_dateline(flat, match):
        return None
    agency = next((name for name in ("agency", "only", "bare") if match[name]), None)
    if match["other"] and _SMALL_AGENCY.search(match["other"]):
        agency = "other"
    place = Span(*match.span("place")) if match["place"] else None
    return Dateline(place, Span(*match.span(agency)) if agency else None, match.end())


def _is_dateline(flat: str, match: re.Match[str]) -> bool:
    if match["only"]:
        return True
    if match["bare"]:
        return not match["mark"].strip().startswith(":")
    place = match["place"]
    if any(word in _NOT_CITIES for word in place.lower().split()):
        return False
    if not match["mark"].strip() and not (
        match["agency"] and (place.isupper() or re.search(r"\d", match[0]))
    ):
        return False  # "Ann Lee (AP) The mine" is none, "NEW DELHI (PTI) The mine" is
    if match["mark"].startswith("."):
        return match["place"] + "," == flat[: len(match["place"]) + 1]
    if match["agency"] or re.search(r"\d", match[0]):
        return True
    mark = match["mark"]
    if place.isupper() and len(place) > 2:
        return True
    following = flat[match.end() : match.end() + 1]
    spaced = mark.startswith(" ") and mark.strip() != ":"
    # "Olsen – who runs it ..." goes on in lower case, and has its second dash.
    again = flat.find(mark.strip(), match.end()) >= 0
    return spaced and following.isupper() and not again


def dateline_line(line: str) -> Dateline | None:
    """A line that is only a dateline: "AP Seoul (South Korea)", "LONDON, May 7 (Reuters)".

    Without an agency or a dash it has a place in capitals and a day: "LYON, France, Oct 4".
    """
    flat = as_plain(line).rstrip()
    match = _DATELINE.match(flat) if len(flat) <= 100 else None
    if not match:
        return None
    agency = "first" if match["first"] else "agency" if match["agency"] else None
    place = match["place"]
    shouted = place.isupper() and len(place) > 2
    told = flat[-1:] in "-–—" or bool(stamps(flat))
    if not agency and not (shouted and told):
        return None
    if match["when"] and not stamps(match["when"]):
        return None
    if _IS_AGENCY.fullmatch(place):
        return None
    return Dateline(
        Span(*match.span("place")), Span(*match.span(agency)) if agency else None, len(flat)
    )


def agency_line(line: str) -> Span | None:
    """The agency in a line that says nothing else: "• Reuters", "Source: AP"."""
    flat = as_plain(line).rstrip()
    match = _AGENCY_LINE.match(flat) if len(flat) <= 80 else None
    return Span(*match.span("agency")) if match else None


def agency_at_end(paragraph: str) -> Span | None:
    """The agency a report is signed with after its last sentence: `... he said. (AP)`."""
    start = max(0, len(paragraph) - 60)
    match = _AGENCY_AT_END.search(as_plain(paragraph[start:]))
    return Span(start + match.start("agency"), start + match.end("agency")) if match else None
