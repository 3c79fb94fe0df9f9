"""Verbs of what is promised and told: their past forms, and which can stand for each other.

A promise to open a line is kept by "opened", but also by "the line began to run": such families
are listed in `outcomes.json`.
"""

from __future__ import annotations

import json
import pkgutil
import re
from functools import lru_cache

from dateline.annotation.quotations.lexicon import inflect
from dateline.record.irregular import PARTICIPLES, PAST
from dateline.record.wording import listed, low_words, stem

_DATA = json.loads(pkgutil.get_data(__name__, "outcomes.json") or b"{}")
_IRREGULAR = {verb: [f"{verb}s", past, f"{verb}ing"] for verb, past in PAST.items()}
# "Were flown", "was sent": irregular forms that tell what was done to something.
DONE_FORMS = frozenset(PAST.values()) | frozenset(PARTICIPLES.values()) | {"flown", "driven"}
# What is told as still as it was: "the bridge remains closed" of a promise to reopen it.
_STILL = re.compile(r"\b(?:remain(?:s|ed)?|still|stays?|stayed)\b")
_AS_BEFORE = {
    "open": re.compile(r"\b(?:closed|shut)\b"),
    "free": re.compile(r"\b(?:in (?:prison|jail|custody|detention|captivity)|behind bars)\b"),
    "lift": re.compile(r"\bin (?:force|place|effect)\b"),
    "pay": re.compile(r"\b(?:unpaid|outstanding)\b"),
}
_AS_BEFORE |= dict.fromkeys(("reopen", "unlock"), _AS_BEFORE["open"])
_AS_BEFORE |= {"release": _AS_BEFORE["free"], "repay": _AS_BEFORE["pay"]}
_AS_BEFORE |= dict.fromkeys(("end", "scrap", "remove", "drop", "abolish"), _AS_BEFORE["lift"])
# What is told as now what it was to be: "the bridge has been open since June".
_AS_PROMISED = {
    "open": r"open",
    "free": r"(?:free|home|at home|at liberty)",
    "close": r"(?:closed|shut)",
}
_AS_PROMISED |= {"reopen": _AS_PROMISED["open"], "release": _AS_PROMISED["free"]}
_AS_PROMISED |= {"shut": _AS_PROMISED["close"]}
_LET_GO = 6
# "No home would be demolished"
_NO_SUBJECT = re.compile(r"(?:no|none|not) [^.;]{1,60}?\b(?:will|would) ", re.IGNORECASE)
MET = listed("met")


def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for listed_ in _DATA["families"]:
        family = listed_.split()
        for verb in family:
            found.setdefault(verb, set()).update(family)
    return {verb: frozenset(family) for verb, family in found.items()}


FAMILIES = _families()


@lru_cache(maxsize=1 << 12)
def past_forms(verb: str) -> frozenset[str]:
    """The past forms of a verb: "launch" gives "launched", "begin" "began" and "begun"."""
    if not verb:
        return frozenset()
    forms = {form for form, tense in inflect(verb, _IRREGULAR).items() if tense == "past"}
    forms |= {each for each in MET if stem(each) == stem(verb) and each != verb}
    forms |= {f"{verb}led"} if verb.endswith(("el", "al")) else set()  # "travelled"
    return frozenset(forms | ({PARTICIPLES[verb]} if verb in PARTICIPLES else set()))


@lru_cache(maxsize=1 << 12)
def kin_forms(verb: str) -> frozenset[str]:
    """The past forms of the verbs that can stand for `verb`, its own included."""
    own = FAMILIES.get(verb) or FAMILIES.get(_base(verb), frozenset())
    family = own | {verb, _base(verb)}
    return frozenset().union(*(past_forms(each) for each in family if each))


@lru_cache(maxsize=1 << 12)
def opposite_forms(verb: str) -> frozenset[str]:
    """The past forms of what undoes a deed: "sacked", "sold" of a promise to keep."""
    opposites = _DATA["opposites"].get(verb, "").split()
    return frozenset().union(*(past_forms(each) for each in opposites))


@lru_cache(maxsize=1 << 12)
def _base(form: str) -> str:
    """The verb a past form belongs to, as far as the lists know it: "fitted" gives "fit"."""
    for verb in (*PAST, *FAMILIES):
        if form in (PAST.get(verb), PARTICIPLES.get(verb), f"{verb}ed", f"{verb}d"):
            return verb
    return form


def verb_of(action: str) -> str:
    """The verb an action begins with; of "be fitted with", "no home would be", the participle."""
    if (nothing := _NO_SUBJECT.match(action)) is not None:
        action = action[nothing.end() :]
    skipped = ("to", "be", "not", "the", "a", "also", "have")
    words = [word for word in low_words(action) if word not in skipped and not word.endswith("ly")]
    if words[:1] == ["let"] and "go" in words[1:_LET_GO]:
        return "free"  # "let 14 fishermen go"
    return words[0] if words else ""


def is_as_promised(verb: str, sentence: str) -> bool:
    """Whether a thing is told as now what it was to be: "has been open since June"."""
    state = _AS_PROMISED.get(verb)
    if state is None:
        return False
    is_so = rf"\b(?:is|are|has been|have been) (?:now |again |back |once more )*{state}\b(?! to\b)"
    told = re.search(is_so, sentence)
    unreal = re.search(r"\b(?:when|if|until|once|while)\b", sentence, re.IGNORECASE)
    return told is not None and unreal is None


def is_as_before(verb: str, sentence: str) -> bool:
    """Whether a thing is told as still what it was: "remains closed", "is still in force"."""
    if any(word[2:] in past_forms(verb) for word in low_words(sentence) if word[:2] == "un"):
        return _STILL.search(sentence) is not None  # "remains unsigned"
    before = _AS_BEFORE.get(verb)
    told = before.search(sentence) if before is not None else None
    return told is not None and _STILL.search(sentence, 0, told.start()) is not None
