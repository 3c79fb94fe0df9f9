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

MAY = re.compile(r"\d|\b(?:by|according to|put|say|says|said)\b")
"""What a sentence must hold to be looked at."""
PATTERNS = (
    re.compile(
        rf"(?P<first>{_NUMBER})\b[^.;()]{{1,60}} \((?P<other>[^()]{{2,30}}?) "
        r"(?:says?|said|puts? it at|counts?|counted|claims?|claimed|speaks? of) "
        rf"{_ABOUT}(?P<second>{_NUMBER})\b[^()]{{0,20}}\)"
    ),
    re.compile(
        rf"(?P<first>{_NUMBER})\b[^.;()]{{0,60}} according to (?P<one>[^,;.()]{{3,40}}?)[,;] "
        rf"(?:and |but )?{_ABOUT}(?P<second>{_NUMBER})\b(?: \w+)? according to "
        r"(?P<other>[^,;.]{3,40})"
    ),
    re.compile(
        rf"(?P<first>{_NUMBER})\b[^.;()]{{0,60}}?,? (?:by|on) (?P<one>[^,;.()]{{2,40}}?)(?:'s)? "
        rf"{_COUNT}[,;] (?:and |but )?(?P<second>{_NUMBER}),? (?:by|on) (?P<other>[^,;.]{{3,40}})"
    ),
    re.compile(
        r"\b(?P<one>[^,;.]{2,40}?) (?:says?|said|counted|counts|reported|claims|claimed)"
        rf"(?: that)? (?P<first>{_NUMBER})\b[^.;,]{{1,60}}, (?:and |but |while )?"
        rf"{_NO_SIDE}(?P<other>(?:the )?[a-z][a-z'-]{{2,20}}) {_ABOUT}(?P<second>{_NUMBER})\.?$"
    ),
    re.compile(
        rf"(?P<first>{_NUMBER})\b[^.;]{{1,70}}?,? a (?:figure|number|count|claim|total) "
        r"(?:that |which )?(?P<other>[^,;.]{3,40}?) (?:puts?|has put|gives?|gave) (?:at|as) "
        rf"{_ABOUT}(?P<second>{_NUMBER})\b"
    ),
)
"""Patterns over a sentence in small letters; `first` and `second` are the numbers."""
