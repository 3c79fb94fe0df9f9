"""What one sentence says of an action promised: done, not done, or still to come.

Verbs decide (`deeds`), with what a sentence says of a promise kept, put off or called off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from dateline.record.deeds import (
    DONE_FORMS,
    FAMILIES,
    MET,
    is_as_before,
    is_as_promised,
    kin_forms,
    opposite_forms,
    past_forms,
    verb_of,
)
from dateline.record.given_word import DOUBTED, as_told, went_back
from dateline.record.nothing_yet import nothing_yet
from dateline.record.shortfalls import fewer, for_some, not_all, some_of, told_in_part
from dateline.record.timeliness import early_by, late_by
from dateline.record.wording import content_stems, listed, low_words, stem

Outcome = Literal["done", "likely", "partly", "undone", "pending", "unmet", "lacking", "silent"]
"""`likely`: something was done, in words not the promise's own; `partly`: fewer things are told as
done than were promised; `unmet`: told as not done when it was due; `lacking`: told as not done to
this day; `pending`: told as still to come.
"""

_REACH = 5
_BROKEN, _WAITING = listed("broken"), listed("waiting")
_UNMET, _LEFT = listed("unmet"), listed("still")
_NEGATIONS, _PLANS = listed("negations"), listed("plans")
_TOLD_AGAIN = listed("told_again")
_IN_MAY = re.compile(r"(?<=\S )May\b")
_NAMES_TO = re.compile(r"\bput (?:its|his|her|their) (?:names?|signatures?) (?:to|on)\b")
_STOOD_DOWN = re.compile(r"\b(?:stood|stepped) (?:down|aside)\b")
_IN_EFFECT = listed("in_effect")
_PARTICLES = frozenset({"off", "up", "back", "out", "down", "over", "away"})
_HALTED = frozenset({"suspended", "frozen", "halted", "stalled", "blocked"})
# "Broke off", "broke out", "broke the ice": no word was broken.
_BROKE = frozenset({"broke", "broken"})
_BROKE_OFF = (["off"], ["out"], ["down"], ["up"], ["the"], ["into"], ["through"], ["away"])
_UNDER_WAY = frozenset({"began", "begun", "opened", "reopened", "resumed", "started"})
_BEGUN = frozenset({"began", "begun", "started"})
# Who asked is told by the answer.
ASKING = frozenset({"seek", "ask", "apply", "request", "appeal", "petition", "demand"})
_ANSWERED = frozenset({"refused", "rejected"})
_WORD_GIVEN = frozenset({"word", "promise", "promises", "pledge", "pledges", "side", "end", "part"})
_COMPLETED = frozenset({"carried", "completed", "concluded", "finished"})
_CAME = frozenset({"came", "arrived", "followed", "ended"})
_COMPLETED_REACH = 14
_ALMOST = frozenset({"almost", "nearly", "half", "practically", "partly"})
# "Had called" is somebody's deed; "was called" befell it.
_OF_OTHERS = frozenset({"was", "were", "been", "is", "are"})
_BE = frozenset({"was", "were", "been", "has", "have", "had", "is", "are"})
_WAS_TO = re.compile(
    r"\b(?:was|were) to have\b|\bshould have been\b|\bhad (?:hoped|planned|wanted|meant) to\b"
    r"|\bhad been (?:due|expected|scheduled|supposed|meant) to\b|\b(?:was|were) supposed to\b"
    r"|\bwhich (?:was|were) (?:due )?to (?:start|begin|open|take)\b"
)
_MEETING = frozenset({"meet", "hold", "convene", "visit", "travel", "return", "go", "take", "sit"})
_NEVER_HELD = re.compile(
    r"\b(?:meeting|round|session|talks|summit|visit|trip|review)\b[^.;]{0,140}"
    r"\b(?:(?:was|were|has been|have been) never held|never (?:took place|happened)"
    r"|did not (?:take place|happen|materiali[sz]e)|(?:was|were) not held"
    r"|(?:has|have) not been held)\b"
    r"|\b[Nn](?:either|o)\b[^.;]{0,120}\b(?:meeting|round|session|talks|summit|visit)\b[^.;]{0,80}"
    r"\b(?:has|have|had) (?:yet )?(?:taken place|been held|happened)\b"
)
_NOT_UNTIL = re.compile(r"\b(?:not|n't|never)\b(?: \w+){1,4} until (?:\d|[a-z]* ?[A-Z])")
_NO_LONGER = re.compile(
    r"\bwill not,? (?:however, |now |after all )?[^.;]{0,90}\bas (?:[\w']+ ){1,4}"
    r"(?:promised|assured|pledged|vowed|said)\b|\bnone of (?:whom|which|them) (?:had|has|have)\b"
)
_GAVE_UP = re.compile(r"\b(?:gave|given|giving) up (?:on )?(?:[a-z]+ing|the|its|his|her|their)\b")
_NEVER = re.compile(
    r"\bpromised\b[^.;]{0,80}\b(?:never|not|n't) (?:yet )?"
    r"(?:appear|c[oa]me|happen|materiali[sz]e|arrive|follow|been|done|kept)"
    # "which A said it would return within a month has never gone back"
    r"|\b(?:said|told|announced|undertook|undertaken|pledged|vowed|due|meant|supposed)\b[^.;]{0,90}"
    r",? (?:has|have|had|was|were) never (?:yet )?[a-z]+"
    # "never filed the appeal she announced in May"
    r"|\bnever [a-z]+ (?:the|its|his|her|their|any|an?) [^.;,]{1,50}\b(?:he|she|it|they) (?:had )?"
    r"(?:promised|announced|pledged|vowed|agreed|planned|spoke of)\b"
)
_INSTEAD = re.compile(
    r"\b(?:will|would)\b[^.;]*\b(?:not|rather than|instead of) the [^.;,]{1,40}? "
    r"(?:agreed|promised|pledged|announced|undertaken)\b"
)
"""Another thing is to be done: "would pay half, and not the 60 percent agreed in January"."""
_WILL_NOT = re.compile(
    r"\b(?:will|would) not (?:be )?(?P<verb>[a-z]+)\b[^.;,]{0,40} (?:before|until)\b"
)
_WILL_NOT_AT_ALL = re.compile(
    r"\b(?:will|would) not (?:now |be )*(?P<verb>[a-z]+)\b(?![^.;]*\b(?:before|until|unless)\b)"
)
_RECEIVED = frozenset({"received", "got", "given", "paid", "handed", "seen", "had", "delivered"})
_ENACTING = frozenset({"impose", "introduce", "levy", "apply", "enact"})
_IN_SERVICE = re.compile(
    r"\b(?:went|gone|came|come|put|been|was|is|are|were) (?:back )?in(?:to)? "
    r"(?:service|force|effect|use|operation)\b"
)
_HELD_TALKS = re.compile(
    r"\bheld (?:[\w-]+ ){0,5}(?:rounds?|talks|meetings?|sessions?|discussions|summit)\b"
)
_GATHERINGS = frozenset({"round", "talks", "meeting", "session", "discussions", "summit"})
_CLAUSES = re.compile(
    r"; |(?:,|\s—|\s–) (?:but|although|though|while|whereas|and|which|who|whose|where|when|as)\b"
    r"|\b(?:although|but|while|whereas)\b"
)
_ENDING = frozenset({"lift", "end", "stop", "halt"})
_OVER = re.compile(r"\b(?:is|was|are|were)(?: now| finally)? over\b")
# "Is now expected in December"
_IS_EXPECTED = re.compile(
    r"\b(?:is|are) (?:now |still )?(?:expected|due|scheduled|slated|planned|foreseen)\b"
)
_LETS_GO = re.compile(r"\blet ((?:[\w-]+ ){1,5}?)go\b")
_SO_FAR = re.compile(r"\bso far\b|\b[Nn]ot all\b")
"""What is done in part, and goes on."""
_PUT_OFF = re.compile(
    r"\b(?:been|was|were|is|are|being) (?:\w+ly |twice |again |now )?"
    r"(?:postponed|delayed|deferred|put off|put back|pushed back)\b"
)
CALLED_OFF = re.compile(
    r"\b(?:was|were|been|being|had|has|have) (?:since |then |later )?(?:called off|axed|ditched)\b"
    r"|\b(?:was|were|been) [a-z ]{4,40} and (?:then |finally |later )?(?:called off|axed|ditched)\b"
    r"|\b(?:fell|fallen) through\b|\bcame to nothing\b"
)
_NONE_YET = re.compile(
    r"\b(?:neither|none|nobody|no (?:\w+ ){1,3})[^.;]{0,40}\b(?:has|have|had) yet\b"
    r"|\b(?:neither|none|no (?:\w+ ){1,3})[^.;]{0,40}\byet (?:been|to)\b"
    r"|\bnot (?:one|a single \w+)\b[^.;]{0,30}\b(?:has|have|had)\b"
    r"|\b[Nn]o (?:[\w-]+ ){1,5}exists?\b"
    r"|\bstill (?:waiting|awaiting|waits?|awaits?)\b"
    # "were still there, a month after they were to leave"
    r"|\bstill\b[^.;]{0,90}\b(?:days?|weeks?|months?|years?) after [^.;,]{2,40}? "
    r"(?:was|were) (?:due |supposed |meant )?to\b"
)
_NONE_WAS = re.compile(
    r"(?:\b(?:none|neither|not one|not a single|no)\b|(?:^|[;,] )not an?\b)"
    r"(?! one\b)(?: (?!that\b|who\b)[\w-]+){0,14}?"
    r" (?P<aux>has|have|had|was|were)(?: (?:yet|so|far|ever|been|since|actually))*"
    r" (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_DID_NONE = re.compile(
    r"(?:\b(?P<aux>has|have|had) (?:yet |so far )?)?\b(?P<verb>[a-z]+) "
    r"(?:none|neither|nothing|nobody|no one|not one|not a single)\b"
)
_NOT_SO_FAR = re.compile(
    r"\b(?:has|have) (?:still |yet )?(?:not|never) (?:yet |still )?been "
    r"(?:[a-z]{3,14}ed|set|put|built|held|made|begun|done|sent|paid|taken|drawn)\b"
)
"""What is told as not done to this day, in whatever verb."""
NOT_TO_THIS_DAY = re.compile(r"\b(?:has|have)(?: still| yet)?(?: not|n't)\b|\bstill not\b")
"""Words that tell that what they deny may yet be done."""
_RAN_OUT = re.compile(
    r"\b(?:deadline|date|limit|time|days|weeks|months)\b[^.;]{0,80}"
    r"\b(?:ran out|runs? out|passed|expired|lapsed)\b"
)


def clauses(sentence: str) -> list[str]:
    """A sentence's clauses, where conjunctions and relatives part them."""
    return [part for part in _CLAUSES.split(sentence) if part]


def outcome(action: str, sentence: str, things: AbstractSet[str] = frozenset()) -> Outcome:
    """What a sentence that speaks of the same thing says of the action promised.

    `things` are further words of what is promised, such as the number of things in a passive.
    """
    # The month is no "may".
    sentence = _IN_MAY.sub("June", _NAMES_TO.sub("signed", sentence))
    sentence = _STOOD_DOWN.sub("resigned", sentence)
    sentence = _LETS_GO.sub(r"freed \1", sentence)
    words = low_words(sentence)
    if _RAN_OUT.search(sentence) and ("still" in words or _LEFT & set(words)):
        return "unmet"
    if _INSTEAD.search(sentence):
        return "undone"
    in_part = told_in_part({*low_words(action), *things}, sentence) or some_of(
        {*content_stems(action), *things}, sentence
    )
    if (in_part and _of_none(action, sentence) is None) or not_all(sentence):
        return "partly"
    if _SO_FAR.search(sentence):
        return "partly" if fewer(action, sentence) else "pending"
    if any(each.search(sentence) for each in (_NEVER, _NO_LONGER, _GAVE_UP)) or went_back(sentence):
        return "undone"
    if (nothing := nothing_yet(sentence, {*content_stems(action), *things})) is not None:
        return nothing
    if verb_of(action) in _ENDING and _OVER.search(sentence):
        return "done"
    return _by_verbs(action, sentence, words)


def _by_verbs(action: str, sentence: str, words: Sequence[str]) -> Outcome:
    """What the verbs tell, and where they do not, what the sentence says of a promise kept."""
    found = _of_verbs(action, words)
    if (nothing := _told_as_nothing(found, action, sentence)) is not None:
        return nothing
    if found == "undone" and _NOT_UNTIL.search(sentence):
        return "done"
    if found != "done" and CALLED_OFF.search(sentence):
        return "undone"
    if verb_of(action) in _MEETING and _NEVER_HELD.search(sentence):
        return "undone"
    found = _in_other_words(found, action, sentence, words)
    planned = _was_to(action, sentence, found)
    if (late_by(sentence) or early_by(sentence)) and not planned:
        # "Five weeks after the deadline it has not reopened"
        still = found == "undone" and NOT_TO_THIS_DAY.search(sentence)
        return "undone" if still else "done" if found == "done" else "likely"
    if found != "done" and _NOT_SO_FAR.search(sentence):
        return "lacking"
    if _PUT_OFF.search(sentence) or _UNMET & set(words) or planned or _not_before(action, sentence):
        return "unmet"
    if _NONE_YET.search(sentence):
        return "lacking"
    if found != "undone" and as_told(sentence):
        return "done"
    return _less_what_is_left(found, action, sentence)


def _told_as_nothing(found: Outcome, action: str, sentence: str) -> Outcome | None:
    """What "has received none of it" and "will not open it" say; `None` for other sentences."""
    if found == "pending" and _will_not(action, sentence):
        return "undone"
    if found in ("silent", "pending", "likely") and is_as_before(verb_of(action), sentence):
        return "lacking"
    thing = not verb_of(action)[:1].isalpha()
    told = _of_none(action, sentence) if found == "done" or thing else None
    if told is None:
        return None
    return "lacking" if told in ("has", "have") else "undone"


def _will_not(action: str, sentence: str) -> bool:
    """Whether the deed itself "will not" be done at all."""
    told = _WILL_NOT_AT_ALL.search(sentence)
    verb = verb_of(action)
    return told is not None and told["verb"] in past_forms(verb) | {verb}


def _not_before(action: str, sentence: str) -> bool:
    """Whether the deed itself "will not" be done "before" a later time."""
    later = _WILL_NOT.search(sentence)
    verb = verb_of(action)
    return later is not None and later["verb"] in past_forms(verb) | {verb} | _IN_EFFECT


def _less_what_is_left(found: Outcome, action: str, sentence: str) -> Outcome:
    """What was done, unless a part of it or all is still to come."""
    if found == "likely" and _IS_EXPECTED.search(sentence):
        return "pending"
    less = fewer(action, sentence) or for_some(sentence)
    return "partly" if found in ("done", "likely") and less else found


def _in_other_words(found: Outcome, action: str, sentence: str, words: Sequence[str]) -> Outcome:
    """What is found where the verb is not, or stands in the future."""
    if found in ("silent", "pending") and _met(action, sentence):
        return "done"
    if found == "silent" and is_as_promised(verb_of(action), sentence):
        return "done"
    if found == "silent" and _IN_SERVICE.search(sentence) and not _NEGATIONS & set(words):
        return "done" if verb_of(action) in _ENACTING else "likely"
    return found


def _met(action: str, sentence: str) -> bool:
    """Whether a meeting is told of in the other of two ways: "held a round", "met"."""
    verb = verb_of(action)
    if verb == "meet":
        held = _HELD_TALKS.search(sentence)
    elif verb == "hold" and _GATHERINGS & set(low_words(action)):
        held = re.search(r"\b(?:met|convened|gathered)\b", sentence)
    else:
        return False
    return held is not None and not DOUBTED & set(low_words(sentence[: held.start()])[-_REACH:])


def _of_none(action: str, sentence: str) -> str | None:
    """The auxiliary of "not one of the ships has been sold" or "has sold none of them"."""
    verb = verb_of(action)
    forms = kin_forms(verb) if verb[:1].isalpha() else _RECEIVED  # "10,000 pesos to each family"
    told = (*_NONE_WAS.finditer(sentence), *_DID_NONE.finditer(sentence))
    found = (each["aux"] or "" for each in told if each["verb"].lower() in forms)
    return next((aux.lower() for aux in found), None)


def _was_to(action: str, sentence: str, found: Outcome) -> bool:
    """Whether the deed itself is told as planned once: "was to have opened in May"."""
    planned = _WAS_TO.search(sentence)
    after = low_words(sentence[planned.end() :])[:1] if planned else []
    another = bool(after) and after[0] not in kin_forms(verb_of(action))
    return planned is not None and not (found == "done" and another)


def _of_verbs(action: str, words: Sequence[str]) -> Outcome:
    verb = verb_of(action)
    done, kin, particle = past_forms(verb), kin_forms(verb), _particle_of(action)
    broken = (_BROKEN - done - kin) | opposite_forms(verb)
    found: Outcome = "silent"
    for at, word in enumerate(words):
        before = words[max(0, at - _REACH) : at]
        if word in _WAITING and "to" in words[at + 1 : at + 3]:
            return "pending"
        if word in _HALTED and word not in kin and _in_passive(before):
            return "pending"
        off = word in _BROKE and words[at + 1 : at + 2] in _BROKE_OFF
        if word in broken and not off and not _keeps_word(words, at):
            return "done" if verb in ASKING and word in _ANSWERED else "undone"
        if _told_by_helper(word, verb, before):
            return "done"
        if _names(word, verb) and _completed(words[at + 1 : at + 1 + _COMPLETED_REACH]):
            return "done"
        if word in kin and not (particle and word in done and _parted(words, at, particle)):
            if any(each in _NEGATIONS for each in before):
                return "undone"
            found = "done" if not _planned(before) else found
        elif found == "silent":
            found = _other(words, at, before)
    return found


def _keeps_word(words: Sequence[str], at: int) -> bool:
    """Whether a promise is told as kept: "kept its side of the bargain"."""
    return words[at] == "kept" and not _WORD_GIVEN.isdisjoint(words[at + 1 : at + 1 + _REACH])


def _particle_of(action: str) -> str:
    """The "off" of "hold off on new duties"; `""` where the verb has none."""
    words = [word for word in low_words(action) if word not in ("to", "be")]
    return words[1] if len(words) > 1 and words[1] in _PARTICLES else ""


def _parted(words: Sequence[str], at: int, particle: str) -> bool:
    """Whether the verb at `at` stands without the particle: "held talks" holds nothing off."""
    after = words[at + 1 : at + 1 + _REACH]
    # "Were handed to the Red Cross" is handing over.
    return particle not in after and not (particle == "over" and after[:1] == ["to"])


def _told_by_helper(word: str, verb: str, before: Sequence[str]) -> bool:
    """Whether the verb has its past from the one before: "began to publish", "did arrive"."""
    if before[-1:] == ["did"]:
        return word == verb or word in FAMILIES.get(verb, ())
    return word == verb and any(each in _BEGUN for each in before[-2:])


def _names(word: str, verb: str) -> bool:
    """Whether a word is the deed as a thing: "exchange", "reopening" of "reopen"."""
    return word == verb or (word.endswith("ing") and stem(word) in (stem(verb), verb))


def _completed(after: Sequence[str]) -> bool:
    """Whether what follows says that it came to its end: "of detainees was completed"."""
    return any(
        (word in _CAME or (word in _COMPLETED and _in_passive(after[:at])))
        and not _NEGATIONS & set(after[:at])
        for at, word in enumerate(after)
    )


def _other(words: Sequence[str], at: int, before: Sequence[str]) -> Outcome:
    """What a word of another verb tells."""
    word = words[at]
    ends = (word.endswith("ed") and len(word) > 4) or word in DONE_FORMS
    ends = ends and not _OF_OTHERS.isdisjoint(before[-3:])
    passive = (word in MET or ends) and word not in _TOLD_AGAIN
    if passive and _in_passive(before) and not _planned(before):
        return "silent" if any(each in _NEGATIONS for each in before[-3:]) else "likely"
    if word in _IN_EFFECT and _holds(words, at):
        return "likely"
    if word in _UNDER_WAY and not _planned(before) and not _NEGATIONS & set(before):
        return "likely"
    if word == "place" and before[-1:] == ["took"] and not _NEGATIONS & set(before):
        return "likely"
    return "pending" if word in ("will", "would", "must", "plans") else "silent"


def _planned(before: Sequence[str]) -> bool:
    return any(each in _PLANS for each in before[-3:])


def _holds(words: Sequence[str], at: int) -> bool:
    """Whether something "is complete", "has been in use"."""
    before = words[max(0, at - 3) : at]
    perfect = "been" in before or "is" in before or "are" in before
    plan = any(word in _PLANS | _NEGATIONS for word in words[max(0, at - 5) : at])
    plan = plan or words[at - 1] in _ALMOST
    return perfect and not plan


def _in_passive(before: Sequence[str]) -> bool:
    return any(each in _BE for each in before[-3:])
