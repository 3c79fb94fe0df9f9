"""Whether a sentence tells of fewer things done than were promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from dateline.record.numbers import NUMBER_WORDS, cardinal
from dateline.record.wording import content_stems, low_words, stem

_NUMBER = r"(\d[\d,]*|[a-z]{3,9})"
_AMOUNT = r"(?:[$£€¥₹]|\b)(\d[\d,]*(?:\.\d+)?|[a-z]{3,9})(?: ?(?:million|billion|bn|mn|m)\b)?"
# "Only 12 of the 150 have been hired"
_OF_ALL = re.compile(
    rf"{_AMOUNT} (?:out )?of (?:(?:the|its|their|his|her) )?(?:promised )?{_AMOUNT}(?![\w.])",
    re.IGNORECASE,
)
# "Of the 40 lorries that it meant to send, 12 got through"
_ALL_OF_WHICH = re.compile(
    rf"\bof (?:the|its|their|his|her) {_AMOUNT}(?: [^.;]{{2,200}})?, "
    rf"(?:only |just )?{_AMOUNT} [a-z]",
    re.IGNORECASE,
)
# "Promised 500 tents but sent 90"
_BUT = re.compile(
    rf"\bpromised (?:\w+ ){{0,3}}?{_NUMBER} [^.;]{{0,40}}\bbut "
    r"(?:(?:had|has|have|only|just) )*"
    rf"[a-z]{{3,12}} (?:only |just )?{_NUMBER}\b",
    re.IGNORECASE,
)
# "Five, short of the ten it had promised"
_SHORT_OF = re.compile(
    rf"\b(?:short of|fewer than|less than|instead of|not) (?:the )?{_NUMBER} "
    r"[^.;]{0,50}\b(?:promised|pledged|agreed|announced|vowed)\b",
    re.IGNORECASE,
)
# "3.1 billion, against the 4 billion that the minister had spoken of"
_AGAINST = re.compile(
    rf"{_AMOUNT}[^.;]{{0,80}}?,? (?:against|compared with|rather than|instead of) (?:the )?"
    rf"(?:[A-Z][A-Za-z]{{0,3}} )?{_AMOUNT}[^.;]{{0,60}}"
    r"\b(?:promised|pledged|agreed|announced|vowed|undertaken|planned|foreseen|spoken of|spoke of)"
)
# "All but 38 had been reinstated", "sent them twice, and nothing since"
_NOT_ALL = re.compile(
    rf"\b[Aa]ll but (?:\d+|{NUMBER_WORDS}|a few|a handful)\b"
    r"|\b(?:once|twice|one|two|three|days?|weeks?|months?)\b[^.;]{0,60}"
    r"\b(?:nothing|none|never|not) (?:[a-z]+ )?since\b"
)
# "Half of the money has been paid", "only part of the road was built"
_SOME_OF = re.compile(
    r"\b(?:half|a third|two[- ]thirds|a quarter|three[- ]quarters|a fifth|most|some|part"
    r"|a fraction|a handful|a few|many) of (?:the|its|their|his|her|those|that)\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:some|a few|several|a handful of) (?=[a-z])", re.IGNORECASE)
_NOT_SOME = re.compile(r"\b(?:not|n't|never|no|nor)\b")
_THING_NEAR = 40
"""Code points behind "half of the" in which the thing is named."""
# "Lifted for wine alone"
_FOR_SOME = re.compile(r"\bfor (?:the )?(?:[a-z-]+ ){1,3}alone\b")
# The "sh" of "sh4".
_CURRENCY = re.compile(r"^[a-z]{1,4}(?=\d)")
_NOUN_REACH = 2
_PLURALS = frozenset({"people", "men", "women", "children", "staff", "police", "fish", "sheep"})
_UNITS = frozenset({"hours", "days", "weeks", "months", "years", "times", "minutes", "others"})


def told_in_part(promised: AbstractSet[str], sentence: str) -> bool:
    """Whether a part is told of a number that was promised.

    `promised` are the words of what was promised in lower case, numbers as they were written.
    """
    promised = {_CURRENCY.sub("", word) for word in promised}
    if all(cardinal(word) is None for word in promised):
        return False
    pairs = ((_OF_ALL, 1, 2), (_ALL_OF_WHICH, 2, 1), (_BUT, 2, 1))
    for pattern, part, whole in pairs:
        for found in pattern.finditer(sentence):
            done, all_ = _value(found[part].lower()), _value(found[whole].lower())
            told = done is not None and all_ is not None and done < all_
            if told and found[whole].lower() in promised:
                return True
    against = _AGAINST.search(sentence)
    if against is not None and against[2].lower() in promised:
        done, all_ = _value(against[1].lower()), _value(against[2].lower())
        return done is not None and all_ is not None and done < all_
    short = _SHORT_OF.search(sentence)
    return short is not None and short[1].lower() in promised


def fewer(action: str, sentence: str) -> bool:
    """Whether a smaller number of the same things is told: "94 prisoners" of 120 to be freed."""
    told = dict(_counted(sentence))
    return any(
        noun in told and told[noun] < number and number not in told.values()
        for noun, number in _counted(action)
    )


def not_all(sentence: str) -> bool:
    """Whether some are told as left out: "all but 38 had been reinstated"."""
    return _NOT_ALL.search(sentence) is not None


def some_of(things: AbstractSet[str], sentence: str) -> bool:
    """Whether a share of the things is told of: "half of the money has been paid".

    `things` are the stems of what was promised.
    """
    found = _SOME_OF.search(sentence)
    few = _SOME.match(sentence)  # "Some troops have left the valley"
    if few is not None and content_stems(sentence[few.end() :].split(" ")[0]) & things:
        return _NOT_SOME.search(sentence) is None
    if found is None or _NOT_SOME.search(sentence):
        return False
    return bool(content_stems(sentence[found.end() : found.end() + _THING_NEAR]) & things)


def for_some(sentence: str) -> bool:
    """Whether what was done is told of some alone: "was lifted for wine alone"."""
    return _FOR_SOME.search(sentence) is not None


def _counted(text: str) -> Iterator[tuple[str, int]]:
    """The stems of things counted, with their numbers, of numbers of two and more."""
    words = low_words(text)
    for at, word in enumerate(words):
        number = cardinal(word)
        if number is not None and number > 1:
            for noun in words[at + 1 : at + 1 + _NOUN_REACH]:
                many = noun.endswith("s") or noun in _PLURALS
                if many and noun not in _UNITS and cardinal(noun) is None:
                    yield stem(noun), number


def _value(word: str) -> float | None:
    whole, _, part = word.partition(".")
    number = cardinal(whole)
    return None if number is None else float(f"{number}.{part or 0}")
