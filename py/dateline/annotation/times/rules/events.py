"""Events whose date the maintainer gives: rules made for one story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline import edtf
from dateline.annotation.times.rule import Answer, Context, Reading, Rule
from dateline.annotation.times.scan import first_key
from dateline.model import AnchoredEvent


def rules_for(events: Iterable[AnchoredEvent]) -> tuple[Rule, ...]:
    """One rule for each name of each event; the longest match wins, as among all rules.

    Raises:
        BadDate: an event's date is not EDTF.
    """
    found = []
    for event in events:
        edtf.parse(event.date)
        for name in (event.name, *event.aliases):
            if (key := first_key(name)) is not None:
                found.append(_rule(name, key, event.date))
    return tuple(found)


def _rule(name: str, key: str, when: str) -> Rule:
    reading = Reading("DATE", when, when, closed=True)

    def resolve(m: re.Match[str], context: Context) -> Answer:
        return reading

    pattern = re.escape(name).replace("\\ ", " ").replace("\\{", "[{]").replace("\\}", "[}]")
    return Rule("anchored-event", f"the {key}", f"(?:the )?{pattern}", resolve, ())
