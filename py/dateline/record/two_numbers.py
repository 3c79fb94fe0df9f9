"""One sentence that gives two sides' numbers of one thing, in the forms news has for it.

brought 3,000 people (the police say 1,200) · 60 died according to A, 22 according to B ·
23, by the mayor's count; 22 by the builder's · A says 12 boats were seized, B nine ·
said 2,000 had marched, a figure that police put at 400
"""

from __future__ import annotations

import re

from dateline.record.numbers import CURRENCY, NUMBER_WORDS

_NUMBER = (
    rf"{CURRENCY}?(?:\d[\d,]*(?:\.\d+)?|{NUMBER_WORDS})(?: (?:million|billion|percent|per cent))?"
)
_ABOUT = r"(?:(?:about|some|around|nearly|only|just|at least|more than|fewer than) ){0,2}"
_COUNT = r"(?:own )?(?:count|reckoning|estimate|figures?|tally|account)"
_NO_SIDE = (
    r"(?!(?:about|only|some|at|in|and|of|aged|least|nearly|almost|around|just|than|another|for|with"
    r"|from|on|by|to|or|the other|including|among|over|under|up|last|next|this)\b)"
)

_IN_BRACKETS = re.compile(
    rf"(?P<first>{_NUMBER})\b[^.;()]{{1,60}} \((?P<other>[^()]{{2,30}}?) "
    r"(?:says?|said|puts? it at|counts?|counted|claims?|claimed|speaks? of) "
    rf"{_ABOUT}(?P<second>{_NUMBER})\b[^()]{{0,20}}\)"
)
_ACCORDING = re.compile(
    rf"(?P<first>{_NUMBER})\b[^.;()]{{0,60}} according to (?P<one>[^,;.()]{{3,40}}?)[,;] "
    rf"(?:and |but )?{_ABOUT}(?P<second>{_NUMBER})\b(?: \w+)? according to "
    r"(?P<other>[^,;.]{3,40})"
)
_BY_COUNT = re.compile(
    rf"(?P<first>{_NUMBER})\b[^.;()]{{0,60}}?,? (?:by|on) (?P<one>[^,;.()]{{2,40}}?)(?:'s)? "
    rf"{_COUNT}[,;] (?:and |but )?(?P<second>{_NUMBER}),? (?:by|on) (?P<other>[^,;.]{{3,40}})"
)
_LEFT_OUT = re.compile(
    r"\b(?P<one>[^,;.]{2,40}?) (?:says?|said|counted|counts|reported|claims|claimed)"
    rf"(?: that)? (?P<first>{_NUMBER})\b[^.;,]{{1,60}}, (?:and |but |while )?"
    rf"{_NO_SIDE}(?P<other>(?:the )?[a-z][a-z'-]{{2,20}}) {_ABOUT}(?P<second>{_NUMBER})\.?$"
)
_A_FIGURE = re.compile(
    rf"(?P<first>{_NUMBER})\b[^.;]{{1,70}}?,? a (?:figure|number|count|claim|total) "
    r"(?:that |which )?(?P<other>[^,;.]{3,40}?) (?:puts?|has put|gives?|gave) (?:at|as) "
    rf"{_ABOUT}(?P<second>{_NUMBER})\b"
)
_FORMS = (
    (re.compile(r"\) |\)\.?$"), _IN_BRACKETS),
    (re.compile(r"according to .*according to"), _ACCORDING),
    (re.compile(rf"\b(?:by|on) [^,;.()]{{2,40}}?{_COUNT}[,;]"), _BY_COUNT),
    (re.compile(r"\ba (?:figure|number|count|claim|total)\b"), _A_FIGURE),
    (re.compile(rf", [^,;.]{{2,40}}\b{_NUMBER}\.?$"), _LEFT_OUT),
)
"""What a sentence of each form holds for certain, and the form."""


def find_two(text: str) -> re.Match[str] | None:
    """What names the two numbers of a sentence in small letters, `first` and `second`.

    Few sentences hold any of the forms, and each tries every number: what each must hold is looked
    for first.
    """
    tried = (form.search(text) for held, form in _FORMS if held.search(text))
    return next((found for found in tried if found is not None), None)
