"""The words that name happenings, by kind, in every form; read from `triggers.json`."""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass

from dateline.annotation.quotations.lexicon import inflect

_DATA = json.loads(pkgutil.get_data(__name__, "triggers.json") or b"{}")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One form of a word that names a happening."""

    kind: str
    lemma: str
    noun: bool
    tense: str = ""
    """For verbs `base`, `s`, `past` or `ing`."""
    rest: str = ""
    """Further words: "down" of "stepped down"."""


def _triggers() -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    variants = {lemma: form for form, lemma in _DATA["variants"].items()}
    for kind, phrases in _DATA["nouns"].items():
        for phrase in phrases:
            word, _, rest = phrase.partition(" ")
            found.setdefault(word, []).append(Trigger(kind, word, noun=True, rest=rest))
    for kind, phrases in _DATA["verbs"].items():
        for phrase in phrases:
            verb, _, rest = phrase.partition(" ")
            forms = inflect(verb, _DATA["irregular"])
            if verb in variants:
                forms[variants[verb]] = "past"
            for form, tense in forms.items():
                trigger = Trigger(kind, verb, noun=False, tense=tense, rest=rest)
                found.setdefault(form, []).append(trigger)
    return {form: tuple(sorted(each, key=lambda t: -len(t.rest))) for form, each in found.items()}


TRIGGERS: dict[str, tuple[Trigger, ...]] = _triggers()
NOT_EVENTS = frozenset(_DATA["not_events"])
"""Forms that are as often another part of speech: they need a subject and no article before."""
ENCOUNTERS = frozenset({"meeting", "visit", "call"})
"""Kinds of happenings at which people meet or speak."""
PRESENCE = "presence"
"""Kind of a phrase that adds one more to an encounter told before."""
CONVERSING = frozenset(_DATA["conversing"])
"""Verbs of talking, which tell of a meeting only when they say with whom or how long."""
LEADING = frozenset({"led", "headed", "opened"})
"""With "by" and names, what tells who led a session or the sides to it."""
BROKERED = frozenset({"mediated", "brokered", "facilitated"})
"""With "by", what tells who brought two sides together; a country may have done so from afar."""
HOSTED = BROKERED | {"chaired", "co-chaired", "hosted", "attended", "moderated", "joined"}
"""With "by", what tells who was at a session besides."""
BUILDINGS = frozenset(_DATA["buildings"])
"""Nouns for houses: "at the palace", "at State House"."""
WITHIN_TOWNS = BUILDINGS | frozenset(_DATA["streets"])
"""Houses and streets, that the name of a place within a town ends with."""
HOUSES = frozenset(_DATA["houses"])
"""Those that a house's name may begin with: "the Palais des Nations"."""
SIGNING = frozenset({"sign", "initial", "put"})
WENT = frozenset(_DATA["went"])
"""Past forms of verbs of motion: "came to see", "flew to Rome to meet"."""
MOTION = frozenset(_DATA["motion"])
JOINING = frozenset(_DATA["joining"])
PAYING = frozenset(_DATA["paying"])
HOSTING = frozenset(_DATA["hosting"])
HOLDING = frozenset(_DATA["holding"])
PLANNED = frozenset(_DATA["planned"])
POSSIBLE = frozenset(_DATA["possible"])
DENIED = frozenset(_DATA["denied"])
NOT_AFTER = frozenset(_DATA["not_after"])
"""Nouns before which a trigger is but an attribute: "the ruling party"."""
WIDE = frozenset(_DATA["wide"])
"""Adjectives for meetings of more than two."""
PAST_MARKS = frozenset(_DATA["past_marks"])


def sense_words(name: str) -> frozenset[str]:
    """A list of nouns that tell the senses of a trigger apart."""
    return frozenset(_DATA["senses"][name].split())
