"""Now, recently, the future: times that have no place on the calendar."""

from __future__ import annotations

import re

from dateline import edtf
from dateline.annotation.times.rule import Answer, Context, Example, Reading, Rule


def _present(m: re.Match[str], context: Context) -> Answer:
    if re.match(r"-[a-z]| that\b", context.after(8)):
        return None
    return Reading("DATE", "PRESENT_REF")


def _past(m: re.Match[str], context: Context) -> Answer:
    """The past; "until recently" ends in the report's year, as far as anyone can tell."""
    if re.search(r"\bas $", context.before(4)) and context.after(3) == " as":
        return ()
    if context.signs.preposition in ("until", "till") and m["word"].lower() == "recently":
        return Reading("DATE", "PAST_REF", edtf.open_before(f"{context.day.year:04}"), closed=True)
    return Reading("DATE", "PAST_REF")


def _the_past(m: re.Match[str], context: Context) -> Answer:
    if re.match(r"(?: tense|'s| [a-z]+ (?:days|weeks|months|years|decades)\b)", context.after(24)):
        return None
    in_it = re.search(r"\b(?:in|of|from|than|into|with) $", context.before(8))
    return Reading("DATE", "PAST_REF") if in_it else None


def _future(m: re.Match[str], context: Context) -> Answer:
    if re.match(r" [a-z]+s?\b", context.after(16)) and not re.match(
        r" (?:of|and|for|to|is|as|in|but|with|will|when|if|that|by|on|or)\b", context.after(16)
    ):
        return None
    return Reading("DATE", "FUTURE_REF")


RULES = (
    Rule(
        "present",
        "now right currently presently nowadays at these the",
        r"(?:right now|now|currently|presently|nowadays|these days|the present(?: time| day)"
        r"|at (?P<at>the moment|present|this time|this point))",
        lambda m, context: (
            found.over("at") if (found := _reading(_present(m, context))) and m["at"] else found
        ),
        (
            Example("He [currently] lives in Rome.", "PRESENT_REF"),
            Example("It is [now] closed.", "PRESENT_REF"),
            Example("at [the moment] nothing works", "PRESENT_REF"),
            Example("a now-defunct firm"),
        ),
    ),
    Rule(
        "recently",
        "more most recently lately",
        r"(?:(?:more|most) )?(?P<word>recently|lately)",
        _past,
        (
            Example("It [recently] closed.", "PAST_REF"),
            Example("as recently as 2019", published=None),
            Example("Until [recently], both refused.", "PAST_REF", "../2023"),
        ),
    ),
    Rule(
        "recent-units",
        "recent",
        r"recent (?:years|months|weeks|days|decades|times|hours|minutes)",
        lambda m, context: Reading("DATE", "PAST_REF"),
        (Example("the biggest in [recent years]", "PAST_REF"),),
    ),
    Rule(
        "past",
        "the",
        r"the (?:recent |distant |not too distant )?past",
        _the_past,
        (
            Example("as in [the past], it failed", "PAST_REF"),
            Example("Heal the wounds of [the past]!", "PAST_REF"),
        ),
    ),
    Rule(
        "long-ago",
        "long a",
        r"(?:long|a (?:long|short) (?:time|while)|a while) ago",
        lambda m, context: Reading("DATE", "PAST_REF"),
        (Example("It closed [long ago].", "PAST_REF"),),
    ),
    Rule(
        "future",
        "the",
        r"the (?:near |foreseeable |distant |immediate |not[ -]too[ -]distant |very near )?future",
        _future,
        (
            Example("work together for [the future]", "FUTURE_REF"),
            Example("It may open in [the near future].", "FUTURE_REF"),
        ),
    ),
)


def _reading(answer: Answer) -> Reading | None:
    return answer if isinstance(answer, Reading) else None
