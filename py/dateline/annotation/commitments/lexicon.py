"""The words that make a promise, by status; read from `triggers.json`."""

from __future__ import annotations

import json
import pkgutil

from dateline.annotation.quotations.lexicon import inflect

_DATA = json.loads(pkgutil.get_data(__name__, "triggers.json") or b"{}")
_STATUSES = (
    "agreed",
    "pledged",
    "committed",
    "signed",
    "announced",
    "planned",
    "invited",
    "reaffirmed",
    "scheduled",
)


def _verbs() -> dict[str, tuple[str, str]]:
    """Every form of a verb that promises -> its status and tense."""
    found: dict[str, tuple[str, str]] = {}
    for status in _STATUSES:
        for lemma in _DATA[status]:
            for form, tense in inflect(lemma, _DATA["irregular"]).items():
                found[form] = (status, tense)
    # The past form of "set" is its base form, too.
    found["set"] = ("scheduled", "past")
    found["due"] = ("scheduled", "past")
    found["undertaken"] = found["sworn"] = ("pledged", "past")
    return found


VERBS: dict[str, tuple[str, str]] = _verbs()
NOUNS: dict[str, str] = dict(_DATA["nouns"])
SIGNED_PAPERS = frozenset(_DATA["signed_papers"])
ANNOUNCED_THINGS = frozenset(_DATA["announced_things"])
REAFFIRMED_THINGS = frozenset(_DATA["reaffirmed_things"])
NO_PROMISE = frozenset(_DATA["no_promise"])
"""Verbs after "will" that foretell rather than promise."""
DATED_VERBS = frozenset(_DATA["dated_verbs"])
BEGINNING = frozenset(_DATA["beginning"])
"""What befalls a thing on its day, whoever says so: "construction will begin in May"."""
EMPTY_VERBS = {verb: frozenset(nouns) for verb, nouns in _DATA["empty_verbs"].items()}
"""Verbs of `NO_PROMISE` that promise with one of their words: "make a statement", "bring in"."""
UNREAL = frozenset(_DATA["unreal"])
"""Words that make a "will" a hope, a question or a condition."""
NEGATIONS = frozenset(_DATA["negations"])
MEANING = frozenset(_DATA["meaning"])
"""Forms that plan something only when somebody does: "they mean to", not "it means to"."""
ASKING_IN = frozenset(_DATA["asking_in"])
"""Forms that invite when what is asked is to come: "asked her to visit"."""
WILLS = frozenset({"will", "'ll", "wo", "shall"})
"""What tells that something is to be: "wo" is that of "won't"."""
DECIDING = frozenset(_DATA["deciding"])
"""Forms that settle something which is only a promise with a day: "decided to meet on 3 May"."""
COMING = frozenset(_DATA["coming"])
