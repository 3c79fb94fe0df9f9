"""What each paragraph of a page is, from how it reads and where it stands.

The stages, in order:

1. `first_guess`: what a paragraph is known by alone (a phrase, a credit, a date), else nothing.
2. `body_range`: the stretch whose paragraphs, taken together, read most like an article.
3. `assign`: paragraphs before it are headline, standfirst and credits; inside it body and section
   headings; after it credits and furniture.

Weights were set on how English news pages are made, and are held by `tests/quality`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import LineRole
from dateline.reading.captions import caption_score
from dateline.reading.credits import (
    agency_line,
    bare_names,
    byline_names,
    dateline_line,
    is_desk,
    placed_names,
)
from dateline.reading.furniture import Phrase, furniture_phrase
from dateline.reading.stamps import stamps
from dateline.reading.units import Unit, content_words
from dateline.reading.words import as_plain, trade_words

CAPTION = 3
"""The `caption_score` from which a paragraph is a caption."""

MAX_DATE_WORDS = 14
HINTED_FURNITURE = -0.3
"""What the markup sets apart says little of where the article ends: asides stand within it."""

LISTED, PARAGRAPH = 3, 8
"""Words from which an item of a list, and a paragraph that ends without a stop, may be prose."""

MAX_INNER = 2_000
_INNER_STOP = re.compile(r"[a-z][.!?][\"']? [A-Z]|[,.!?][\"'] (?:said|[A-Z])")
_LIST_MARK = re.compile(r"[*•–—-] ?\w")
_QUESTION_HEADLINE = 20
"""Words of a headline that asks, at most."""
_SHOUTED_WORDS = 8
_QUESTION_WORDS = 8
# What stands around the clock of a page: its services, the weather, the edition chosen.
_OFFERS = re.compile(
    r"\b(?:sign|log) ?(?:in|up|out)\b|\bsubscri|\be-?paper\b|\bregister\b|\bnewsletters?\b|\bmenu\b"
    r"|\bsearch\b|\beditions?\b|\bweather\b|\bmy account\b|\badvertis|\bdonate\b|\bcontact\b"
    r"|\btoday'?s\b|\bwelcome\b|\d ?°|\btrending\b|\bbreaking\b",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}[:.]\d\d\b(?![.:/-]\d)|T\d\d:\d\d|\b\d{1,2} ?[ap]\.?m\b"
    r"|\b\d{1,2}[ -]min(?:ute)?s?\b",
    re.IGNORECASE,
)
UPPER = 1.0
NEAR_HEADLINE = 2
_CREDITS = frozenset({"agency", "byline", "dateline"})
SHORT = 4
"""Words; a shorter line without a stop may be a heading within the article, a longer one is
rather the title of another."""
_DATE_WORDS = re.compile(
    r"\b(?:first|last|date|time|published|publication|posted|updated?|modified|created|issued|filed"
    r"|on|at|by|of|am|pm|a\.m|p\.m|ist|gmt|utc|est|edt|pst|kst|jst|bst|cet|hrs?|mon|tue|wed|thu|fri|sat|sun"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|version|ago)\b|[\d:|,.•·()/+-]",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"\W{0,4}(?:first |last |originally |date )?"
    r"(?:published|posted|updated|modified|date|publication date"
    r"|filed|issued|created)\b",
    re.IGNORECASE,
)
_LABEL_WORDS: tuple[tuple[LineRole, str], ...] = (
    ("headline", "title|headline"),
    ("standfirst", "summary|description|abstract|subtitle|standfirst|sub-?heading|teaser"),
    ("byline", "authors?|byline|reporters?|writers?"),
    ("publisher", "publisher|newspaper|publication|outlet|media|source name"),
    ("section", "section|category|rubric"),
)
_CAPTION_LABEL = re.compile(r"(?:image|media|photo|video) caption[,:]?$", re.IGNORECASE)
_LABELS = tuple(
    (role, re.compile(rf"\W{{0,3}}(?:{words}) ?: ?(?=\S)", re.IGNORECASE))
    for role, words in _LABEL_WORDS
)
_SECTION_WORDS = frozenset(trade_words("section_words"))
_PUBLISHER_WORD = re.compile(
    rf"\b(?:{'|'.join(trade_words('publisher_words'))})\b|\w\.(?:com|org|net|co)\b", re.IGNORECASE
)
_SENTENCE_HEAD = re.compile(r"[\"'“(\[]{0,3}[A-Z0-9$£€]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a paragraph is known to be by itself, and how much it reads like an article."""

    role: LineRole | None
    score: float
    """Positive for prose, negative for what stands around it."""
    ends_article: bool = False
    heads_other: bool = False
    """Whether what follows belongs to something else: comments, other reports."""


def first_guess(unit: Unit, in_title: bool) -> Guess:
    """What a paragraph is by itself; `in_title` says that it is the page's known headline."""
    if in_title:
        return Guess("headline", -1.0)
    if unit.hint == "headline":
        return Guess(None, -1.0)
    if unit.hint == "furniture":
        return Guess("furniture", HINTED_FURNITURE)
    phrase = furniture_phrase(unit.text, unit.words)
    if phrase:
        return _phrase_guess(phrase)
    role = _credit_role(unit)
    if role:
        return Guess(role, -0.5 if role == "caption" else -1.0)
    return Guess(None, prose_score(unit))


def _phrase_guess(phrase: Phrase) -> Guess:
    score = -6.0 if phrase.ends_article else -5.0 if phrase.heads_other else -1.0
    heads_other = phrase.heads_other or phrase.ends_article
    return Guess("furniture", score, phrase.ends_article, heads_other)


def after_labels(units: Sequence[Unit], guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses, with the line after a bare "Image caption," taken for what the label says."""
    labelled = [False, *(bool(_CAPTION_LABEL.match(unit.text)) for unit in units)]
    return [
        Guess("caption", -0.5) if follows and guess.role is None else guess
        for follows, guess in zip(labelled, guesses, strict=False)
    ]


def _credit_role(unit: Unit) -> LineRole | None:
    line = unit.text
    if unit.hint == "caption" or caption_score(line, unit.words) >= CAPTION:
        return "caption"
    hinted = unit.hint == "byline" and unit.words <= MAX_DATE_WORDS
    if hinted or byline_names(line) or is_desk(line):
        return "byline"
    if agency_line(line):
        return "agency"
    if is_date_line(unit) or dateline_line(line):
        return "dateline"
    return label_role(line)


def label_role(line: str) -> LineRole | None:
    """The role a line gives itself: "Title: ...", "Author: ..."."""
    return next((role for role, pattern in _LABELS if pattern.match(line)), None)


def label_end(line: str) -> int:
    """Where the words after a line's label begin; 0 where it has none."""
    flat = as_plain(line)
    found = (pattern.match(flat) for _, pattern in _LABELS)
    return next((match.end() for match in found if match), 0)


# "The Harbour Echo Sport, Sunday 10 November 2024", without its date.
_NAME_AND_DATE = re.compile(
    r"\W{0,3}[A-Z][\w'’&.-]{0,20}(?: (?:(?:of|and|the|&) )?[A-Z][\w'’&.-]{0,20}){0,5}\W{0,4}"
)


def is_date_line(unit: Unit) -> bool:
    """Whether a line says when, and nothing else to speak of."""
    if unit.words > MAX_DATE_WORDS:
        return False
    label = _DATE_LABEL.match(unit.text)
    if not any(stamp.year or label for stamp in stamps(unit.text)):
        return False
    rest = _without_dates(unit.text)
    left = len(re.findall(r"[^\W\d_]+", _DATE_WORDS.sub(" ", rest)))
    labelled = label or re.match(r"\W{0,3}by\b", unit.text, re.IGNORECASE)
    barred = re.search(r" [·|•/] ", rest)
    named = _NAME_AND_DATE.fullmatch(rest.strip())
    return left <= (6 if labelled or barred or named else 3) and not (unit.ends and left > 1)


def _without_dates(line: str) -> str:
    rest = line
    for stamp in reversed(stamps(line)):
        rest = rest[: stamp.span.start] + " " + rest[stamp.span.end :]
    return rest


def is_header_widget(unit: Unit, distance: int) -> bool:
    """Whether a date line, `distance` paragraphs above the headline, looks like a page's clock.

    A clock tells the weekday, or stands beside what a page offers its visitors, or apart from the
    headline; the date of a report stands above it alone, or with the time of day, the minutes it
    takes to read, the section or the publisher.
    """
    if _DATE_LABEL.match(unit.text):
        return False
    if _OFFERS.search(unit.text):
        return True
    if _TIME_OF_DAY.search(unit.text):
        return False
    told = any(stamp.weekday is not None for stamp in stamps(unit.text))
    alone = re.search(r"[^\W\d_]{4}", _without_dates(unit.text)) is None
    return told or (alone and "|" in unit.text) or distance > NEAR_HEADLINE


def prose_score(unit: Unit) -> float:
    """How much a paragraph reads like an article's: about -2 to 4."""
    ends, words, share = unit.ends, unit.words, unit.function_share
    if unit.text.count("|") > 2 or unit.text.count("»") > 1:
        return -2.0
    if not ends and words >= LISTED and _LIST_MARK.match(unit.text):
        return -0.5
    ends = ends or (words >= PARAGRAPH and _INNER_STOP.search(unit.text[:MAX_INNER]) is not None)
    if ends and _SENTENCE_HEAD.match(unit.text):
        if words < SHORT:
            return 0.2
        score = 1.5 + min(words, 30) / 12
    elif words >= 12 and share >= 0.2:
        score = 0.5
    else:
        return -1.0 if words <= SHORT else -2.0
    if share < 0.1:
        score -= 1.5
    return score + (0.5 if unit.hint == "prose" else -0.5 if unit.hint == "section" else 0.0)


def body_range(guesses: Sequence[Guess]) -> tuple[int, int]:
    """The stretch with the greatest sum of scores, as a half-open range; empty where none is."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, guess in enumerate(guesses):
        if guess.ends_article and best > 0:
            break
        if total <= 0:
            total, start = 0.0, index
        total += guess.score
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range


def assign(units: Sequence[Unit], guesses: Sequence[Guess]) -> list[LineRole]:
    """The role of every paragraph."""
    start, end = body_range(guesses)
    if start == end:
        return _without_prose(guesses)
    start = _past_standfirst(units, guesses, start, end)
    headline = _headline(units, guesses, start, end)
    other = next((i for i in range(end, len(units)) if guesses[i].heads_other), len(units))
    roles: list[LineRole] = []
    for index, (unit, guess) in enumerate(zip(units, guesses, strict=True)):
        if index == headline:
            roles.append("headline")
        elif index >= other and not _DATE_LABEL.match(unit.text):
            roles.append("furniture")
        elif index < start:
            near = [g.role for g in guesses[max(index - 1, 0) : index + 2]]
            roles.append(_above(unit, guess, index, headline, "dateline" in near))
        elif index < end:
            roles.append(_inside(unit, guess))
        else:
            roles.append(_below(unit, guess))
    return roles


def _without_prose(guesses: Sequence[Guess]) -> list[LineRole]:
    """Where nothing reads like prose: a headline, and as body all that is not known otherwise."""
    unknown = [index for index, guess in enumerate(guesses) if guess.role is None]
    known_headline = any(guess.role == "headline" for guess in guesses)
    titled = unknown[0] if len(unknown) > 1 and not known_headline else None
    return [
        "headline" if index == titled else guess.role or "body"
        for index, guess in enumerate(guesses)
    ]


def _past_standfirst(units: Sequence[Unit], guesses: Sequence[Guess], start: int, end: int) -> int:
    """The body's first paragraph, after a standfirst that reads like prose itself.

    A standfirst has no stop, or is parted from the body by credits or a picture; only where more
    than one paragraph is left.
    """
    index = start
    prose = [i for i in range(start, end) if guesses[i].role is None and units[i].ends]
    if prose[:1] and _asks(units[prose[0]]) and all(g.role for g in guesses[: prose[0]]):
        del prose[0]  # "What is in the deal?" over all else is a headline
    if len(prose) < 2:
        return start
    while index < prose[0]:
        index += 1
    follows = guesses[prose[0] + 1].role if prose[0] + 1 < end else None
    if follows in {"byline", "dateline", "agency"} and prose[0] <= start + 1:
        return prose[1]
    return index


def _asks(unit: Unit) -> bool:
    return unit.text.rstrip().endswith("?") and unit.words <= _QUESTION_HEADLINE


def _headline(units: Sequence[Unit], guesses: Sequence[Guess], start: int, end: int) -> int | None:
    """The paragraph above the body that titles it best; `None` where none is good enough."""
    topic = frozenset().union(
        *(content_words(units[i].text) for i in range(start, min(end, start + 4)))
    )
    best, best_score = None, 0.0
    for index in range(min(start, len(units))):
        score = _headline_score(units[index], guesses[index], topic)
        # Of two that fit about as well the upper one is the headline, the lower the standfirst.
        if score > best_score + (UPPER if best_score > UPPER else 0.0):
            best, best_score = index, score
    if best is None:
        return _only_title(units, guesses, start)
    return _without_site_name(units, guesses, best, start)


def _only_title(units: Sequence[Unit], guesses: Sequence[Guess], start: int) -> int | None:
    """`Storm hits coast`: too short to tell by its words, but nothing else could be the headline.

    A paper's name may stand there too, in title case; not so right above the report's credits.
    """
    above = range(min(start, len(units)))
    unknown = [i for i in above if guesses[i].role is None]
    if len(unknown) != 1:
        return None
    unit = units[unknown[0]]
    plain = any(word.islower() and len(word) > 3 for word in unit.text.split())
    credited = any(guesses[i].role in _CREDITS for i in above[unknown[0] + 1 :])
    named = _is_section_label(unit) or _PUBLISHER_WORD.search(unit.text)
    return unknown[0] if (plain or credited) and not named and 2 <= unit.words <= 30 else None


def _without_site_name(
    units: Sequence[Unit], guesses: Sequence[Guess], best: int, start: int
) -> int:
    """The bare headline, where the best is that with the site's name: "Ferry halts | News"."""
    for index in range(min(start, len(units))):
        words = units[index].text
        shorter = units[index].words >= SHORT and len(words) < len(units[best].text)
        if shorter and guesses[index].role is None and units[best].text.startswith(words):
            return index
    return best


def _headline_score(unit: Unit, guess: Guess, topic: frozenset[str]) -> float:
    if guess.role == "headline":
        return 20.0 + unit.words / 100
    if guess.role is not None or unit.words > 30:
        return 0.0
    words = content_words(unit.text)
    shared = len(words & topic)
    score = min(shared, 4) + (2.0 if 4 <= unit.words <= 20 else 0.0)
    # A heading of the first rank; but on many pages that is the name of the paper.
    score += 5.0 if unit.hint == "headline" else 0.0
    if _is_section_label(unit) or (unit.words <= 4 and _PUBLISHER_WORD.search(unit.text)):
        score -= 3.0
    return score - (2.0 if unit.text.endswith(".") and unit.words > 12 else 0.0)


def _is_section_label(unit: Unit) -> bool:
    words = re.findall(r"[\w-]+", unit.text.lower())
    return 0 < len(words) <= 4 and all(w in _SECTION_WORDS or w == "and" for w in words)


def _above(unit: Unit, guess: Guess, index: int, headline: int | None, credited: bool) -> LineRole:
    """The role of a paragraph above the body; `credited`: a date line stands next to it."""
    distance = headline - index if headline is not None else 0
    before = distance > 0
    dated = guess.role == "dateline" and is_date_line(unit)
    if dated and before and is_header_widget(unit, distance):
        return "furniture"
    if guess.role == "headline":
        return "furniture"
    if guess.role == "agency" and before:
        return "publisher"
    if guess.role:
        return guess.role
    if _is_section_label(unit):
        return "section"
    if unit.words <= 5 and _PUBLISHER_WORD.search(unit.text):
        return "publisher"
    if (bare_names(unit.text) or (credited and placed_names(unit.text))) and not before:
        return "byline"
    if before:
        return "section" if unit.words <= 3 and unit.text[:1].isupper() else "furniture"
    return "standfirst" if unit.words >= 6 else "furniture"


def _inside(unit: Unit, guess: Guess) -> LineRole:
    if guess.role == "headline":
        return "section" if unit.hint == "headline" else "furniture"
    if guess.role:
        return guess.role
    if unit.text.endswith("?") and unit.words <= _QUESTION_WORDS and unit.after_gap:
        return "section" if unit.text[:1].isalpha() else "body"
    bare = unit.text.strip("\"'“”‘’ ")
    if 1 < unit.words <= _SHOUTED_WORDS and bare.isupper() and bare[-1:].isalnum():
        return "section"  # "'A HOPE, NOT A DATE'"
    if unit.ends or unit.words > 12 or guess.score > 0:
        return "body"
    if unit.text.lstrip()[:1] in "\"'“‘-–•*" or unit.text.endswith((":", ",", ";", "''", '"')):
        return "body"
    return "section"


def _below(unit: Unit, guess: Guess) -> LineRole:
    if guess.role == "dateline" and is_date_line(unit):
        return "dateline"
    if guess.role in {"agency", "byline", "caption", "dateline"}:
        return guess.role
    return "furniture"
