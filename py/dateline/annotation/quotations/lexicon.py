"""The words that report speech, by class, in every form.

Read from `cues.json`: the classes follow the complements a verb takes (Levin, English Verb Classes
and Alternations, 1993, classes 37 and 29-30), because the complement tells where the content is.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass

_DATA = json.loads(pkgutil.get_data(__name__, "cues.json") or b"{}")


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb."""

    lemma: str
    tense: str
    """`base`, `s`, `past` or `ing`."""
    classes: frozenset[str]
    """Of `say`, `tell`, `think`, `ask`, `express`, `describe`, `deny`."""
    rest: str = ""
    """The particle of a verb of two words: "out" of "pointed out"."""


def inflect(lemma: str, irregular: dict[str, list[str]]) -> dict[str, str]:
    """The forms of a verb and the tense of each; regular unless `irregular` has s, past, ing."""
    if lemma in irregular:
        third, past, participle = irregular[lemma]
        return {lemma: "base", third: "s", past: "past", participle: "ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
        return {lemma: "base", third: "s", past: "past", lemma + "ing": "ing"}
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return {lemma: "base", third: "s", lemma + "d": "past", lemma[:-1] + "ing": "ing"}
    past = lemma + ("d" if lemma.endswith("e") else "ed")
    return {lemma: "base", third: "s", past: "past", lemma + "ing": "ing"}


def _cues() -> dict[str, tuple[Cue, ...]]:
    """Every first word of a cue's form, with the cues it may begin, longest first."""
    classes: dict[str, set[str]] = {}
    for name in ("say", "tell", "think", "ask", "express", "describe", "deny"):
        for phrase in _DATA[name]:
            classes.setdefault(phrase, set()).add(name)
    found: dict[str, list[Cue]] = {}
    for phrase in sorted(classes):
        verb, _, rest = phrase.partition(" ")
        for form, tense in inflect(verb, _DATA["irregular"]).items():
            cue = Cue(phrase, tense, frozenset(classes[phrase]), rest)
            found.setdefault(form, []).append(cue)
    for form, verb in _DATA["variants"].items():
        found[form] = found[f"{verb}ed"]
    return {form: tuple(sorted(cues, key=lambda c: -len(c.rest))) for form, cues in found.items()}


CUES: dict[str, tuple[Cue, ...]] = _cues()
CUE_NOUNS = frozenset(_DATA["nouns"])
DOCUMENTS = frozenset(_DATA["documents"])
REPORTING = frozenset(
    form
    for form, cues in CUES.items()
    if form not in _DATA["ambiguous"]
    and any(c.tense != "base" and not c.rest and c.classes & {"say", "tell", "deny"} for c in cues)
)
"""Forms that surely report: a noun phrase cannot hold them."""
VIEWS = frozenset(_DATA["views"])
"""What is somebody's own: "in his view", "in the words of"."""
CLAIMS = frozenset(_DATA["claims"])
"""What "reject" and "dismiss" deny; of other things they are acts, not denials."""
DENIERS = frozenset(_DATA["deniers"])
"""Cues that deny when what they report begins with a negation: "said it had not"."""
INTRODUCERS = frozenset(_DATA["introducers"])
AMBIGUOUS = frozenset(_DATA["ambiguous"])
"""Forms that are as often something else: they report only with "that" or a quote."""
OF_PERSONS = frozenset(_DATA["of_persons"])
"""What nothing but a person or a body does, whatever the word for it: "warn", not "suggest"."""
PEOPLE = frozenset(_DATA["people"])
"""Common nouns for those who speak, and for the papers that speak for them."""
RECIPIENTS = frozenset(_DATA["recipients"])
