"""Lengths of time."""

from __future__ import annotations

import re

from dateline.annotation.times.reckoning import duration
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule
from dateline.annotation.times.words import number_of, unit_of

_BEFORE_PLURAL = re.compile(
    r"(?:^|\b(?:for|in|over|after|within|during|through|throughout|took|takes?|taking|taken|spen[dt]s?"
    r"|spending|lasts?|lasted|lasting|wait|waited|or|and|the|just|mere|only|of|be|by|than|last|into"
    r"|been|is|was|were|with|two|before|until|costs?|cost|a matter of|worth) |[(,\"-] ?)$",
    re.IGNORECASE,
)


def _plural(m: re.Match[str], context: Context) -> Answer:
    """A plural without a number: "for months"; not "our finest days" or "after-hours"."""
    if re.match(r"s?(?:' |-[a-z])", context.after(3)) or not _BEFORE_PLURAL.search(
        context.before(14)
    ):
        return None
    if re.search(r"\bafter[ -]$", context.before(6), re.IGNORECASE) and m["units"] == "hours":
        return None
    return Reading("DURATION", duration(None, unit_of(m["units"])))


def _duration(m: re.Match[str], context: Context) -> Answer:
    groups = m.groupdict()
    count = number_of(groups["number"]) if groups.get("number") else None
    if (groups.get("half") or groups.get("half_more")) and count is not None:
        count += 0.5
    article = (groups.get("number") or "").lower() in ("a", "an")
    if article and ("-" in m.group() or context.after(5) == "-long"):
        return None
    if not groups.get("number") and re.search(r"\bas $", context.before(4), re.IGNORECASE):
        return ()
    word = groups.get("unit") or m["one_unit"]
    unit = unit_of(word)
    if count == 1 and word.lower().endswith("s"):
        return None
    if unit in ("second", "quarter") and article:
        return None
    return Reading("DURATION", duration(count, unit))


RULES = (
    Rule(
        "age",
        "NUMBER DIGITS",
        r"{number}[ -]{one_unit}s?[ -]olds?",
        lambda m, context: (),
        (Example("The 21-year-old driver fled."), Example("She is nine years old.")),
    ),
    Rule(
        "duration-modifier",
        "ABOUT NUMBER DIGITS",
        r"(?:{about} )?{number}(?P<half>-and-a-half)?-{one_unit}(?:-long)?",
        _duration,
        (
            Example("a [30-minute] meeting", "PT30M"),
            Example("a [roughly 45-minute] call", "PT45M"),
            Example("a [two-and-a-half-year] delay", "P2.5Y"),
            Example("a once-a-decade chance"),
        ),
    ),
    Rule(
        "duration",
        "ABOUT NUMBER DIGITS SEVERAL",
        r"(?:{about} )?(?:{number}|{several})(?P<half> and a half)?"
        r"(?: (?:more|full|consecutive|straight|whole|entire|calendar|business|working"
        r"|additional))? {unit}(?P<half_more> and a half)?",
        _duration,
        (
            Example("talks of [around 60 minutes]", "PT60M"),
            Example("[almost two and a half years] late", "P2.5Y"),
            Example("gone for [several months]", "PXM"),
            Example("He waited [an hour].", "PT1H"),
            Example("He spoke for [half an hour].", "PT30M"),
            Example("He spoke for [an hour and a half].", "PT1.5H"),
            Example("It flew [2 1/2 hours] late.", "PT2.5H"),
            Example("the second vote in as many months"),
        ),
    ),
    Rule(
        "bare-plural",
        "UNIT",
        r"{units}",
        _plural,
        (
            Example("feuding for [decades]", "PXDE"),
            Example("These were our finest days."),
            Example("It fell in after-hours trade."),
        ),
    ),
    Rule(
        "units-ahead",
        "the UNIT",
        r"(?:the )?{units} (?:ahead|to come)",
        lambda m, context: Reading("DURATION", duration(None, unit_of(m["units"]))),
        (Example("The toll may rise in [the days ahead].", "PXD"),),
    ),
    Rule(
        "long-plural",
        "UNIT",
        r"{units}-(?:long|old)",
        lambda m, context: Reading("DURATION", duration(None, unit_of(m["units"]))),
        (Example("a [years-long] feud", "PXY"),),
    ),
    Rule(
        "long-unit",
        "UNIT hourlong daylong nightlong weeklong monthlong yearlong decadelong",
        r"(?P<one_unit>hour|day|night|week|month|year|decade|century)-?long",
        lambda m, context: Reading("DURATION", duration(1, unit_of(m["one_unit"]))),
        (Example("a [yearlong] inquiry", "P1Y"), Example("a [week-long] strike", "P1W")),
    ),
)
