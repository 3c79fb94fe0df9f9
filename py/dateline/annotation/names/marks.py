"""What the page itself marks as a name: place and agency of a dateline, publisher, quoted titles.

A dateline such as `PORT ELDON, April 4 (Harbour News) -` says of its words what they are, though
nothing else is known of them; so do the article's own credits, and quotation marks after what they
are the title of: `the film "The Silent River"`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import SURE, Gazetteer, Known
from dateline.annotation.names.runs import is_name_word
from dateline.annotation.names.tokens import Style, Tokens
from dateline.model import Article, Span

_DASH = re.compile(r"\s*(?:-{1,2}|[\u2013\u2014])\s+\Z")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?\Z|\d{1,2}\Z")
_LONGEST_PLACE = 4
_LEAST_LETTERS = 4
# From the place to the dash there is room for a region, a date and an agency.
_LONGEST_DATELINE = 10
_LONGEST_CREDIT = 6
_LONGEST_TITLE = 8
_OPENED = re.compile(r",? [\"“‘']\Z")
_QUOTE = re.compile(r"[\"”]|['’](?!s\b)")
_JOINED = frozenset({" ", "-", ". ", " & ", "'s ", "' "})


def marked(article: Article, tokens: Tokens, gazetteer: Gazetteer) -> list[Candidate]:
    """Candidates that the page's form settles, in order of the text, none over another."""
    found = {c.first: c for c in _datelines(tokens, gazetteer)}
    for place in _written_above(tokens, gazetteer, article):
        if not any(_overlap(place, c) for c in found.values()):
            found[place.first] = place
    for span in (article.publisher, article.agency):
        credit = _credit(tokens, gazetteer, span) if span is not None else None
        if credit is not None and not any(_overlap(credit, c) for c in found.values()):
            found[credit.first] = credit
    for person in _shouted_byline(tokens, article.byline):
        found.setdefault(person.first, person)
    for title in _titles(tokens):
        if not any(_overlap(title, c) for c in found.values()):
            found[title.first] = title
    return [found[first] for first in sorted(found)]


_JOINING = frozenset({"AND", "BY", "WITH"})
_PERSON_WORDS = range(2, 5)


def _titles(tokens: Tokens) -> Iterator[Candidate]:
    """Titles of films, books and songs."""
    for first in range(1, len(tokens)):
        if tokens.words[first - 1] not in lexicon.WORKS or not _OPENED.match(tokens.gaps[first]):
            continue
        ends = range(first + 1, min(first + _LONGEST_TITLE, len(tokens)) + 1)
        last = next((end for end in ends if _QUOTE.search(tokens.gap(end))), first)
        words = tokens.words[first:last]
        if words and all(word[:1].isupper() or len(word) < _LEAST_LETTERS for word in words):
            yield Candidate(first, last, "other", "title of a work")


def _shouted_byline(tokens: Tokens, byline: Span | None) -> Iterator[Candidate]:
    """The persons of `By ANN MARY LEE and BO RAY`, whose capitals are no acronym's."""
    if byline is None:
        return
    first = bisect_left(tokens.starts, byline.start)
    end = bisect_left(tokens.starts, byline.end)
    while first < end:
        last = first + 1
        shouts = tokens.words[first].isupper() and tokens.words[first] not in _JOINING
        while (
            shouts
            and last < end
            and tokens.gaps[last] in (" ", ". ")
            and tokens.words[last].isupper()
        ):
            last += 1
        words = tokens.words[first:last]
        if shouts and not _JOINING.intersection(words) and len(words) in _PERSON_WORDS:
            name = " ".join(titled(word) for word in words)
            yield Candidate(first, last, "person", "credit", Known(name, "person", "byline"))
        first = last


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.first < other.last and other.first < one.last


def _credit(tokens: Tokens, gazetteer: Gazetteer, span: Span) -> Candidate | None:
    """The publisher's or agency's name, without its article."""
    first = bisect_left(tokens.starts, span.start)
    last = bisect_left(tokens.starts, span.end)
    if first < last and tokens.words[first] in ("The", "THE"):
        first += 1
    last = next((i for i in range(first + 1, last) if tokens.gaps[i] not in _JOINED), last)
    if not 0 < last - first <= _LONGEST_CREDIT or not is_name_word(tokens.words[first]):
        return None
    return _organization(tokens, gazetteer, first, last, "credit")


def _organization(
    tokens: Tokens, gazetteer: Gazetteer, first: int, last: int, why: str
) -> Candidate | None:
    found = Candidate(first, last, "organization", why)
    known = gazetteer.match(tokens.words, tokens.gaps, first, last)
    if known is not None and known[0] == last:
        if known[1].type not in ("organization", "other"):
            return None
        found.known, found.type = known[1], known[1].type
    return found


def _datelines(tokens: Tokens, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for first in range(len(tokens)):
        if tokens.gaps[first][:1] == "\n" and tokens.styles[first] is not Style.CAPS:
            yield from _dateline(tokens, gazetteer, first)
        elif tokens.roles[first] == "dateline" and tokens.gaps[first].endswith("- "):
            yield from _place_at_end(tokens, gazetteer, first)


def _place_at_end(tokens: Tokens, gazetteer: Gazetteer, first: int) -> Iterator[Candidate]:
    """The place that closes a line of day and hour: `July 9, 2024 07:42 am IST - LAKHPUR`."""
    last = _shouted_end(tokens, first)
    ends = last == len(tokens) or tokens.gap(last)[:1] == "\n"
    if last == first or not ends or not _may_be_place(tokens, gazetteer, first, last):
        return
    yield _written_from(tokens, first, last, _known_place(tokens, gazetteer, first, last))


def _written_above(tokens: Tokens, gazetteer: Gazetteer, article: Article) -> Iterator[Candidate]:
    """The place in capitals that has a line of its own above the report, or opens that of the day.

    `ANKARA`, if it is known; `MOUNT ISA | Saturday, December 14`, if it may be one.
    """
    for first in range(len(tokens)):
        if tokens.roles[first] == "body":
            return
        if tokens.gaps[first][:1] != "\n" or tokens.roles[first] not in ("furniture", "dateline"):
            continue
        last = _shouted_end(tokens, first)
        if last == first:
            continue
        known = _known_place(tokens, gazetteer, first, last)
        alone = tokens.gap(last)[:1] == "\n"
        sure = alone and known is not None and known.strength == SURE
        dated = article.place is not None and article.place.start == tokens.starts[first]
        if sure or (dated and _may_be_place(tokens, gazetteer, first, last)):
            yield _written_from(tokens, first, last, known)


def _written_from(tokens: Tokens, first: int, last: int, known: Known | None) -> Candidate:
    """The place a report was written from, known or not."""
    name = " ".join(titled(word) for word in tokens.words[first:last])
    return Candidate(first, last, "place", "dateline", known or Known(name, "place", "dateline"))


def _dateline(tokens: Tokens, gazetteer: Gazetteer, first: int) -> Iterator[Candidate]:
    """The place in capitals at the head of a line, and the agency in brackets after it."""
    last = _shouted_end(tokens, first)
    if last == first:
        return
    known = _known_place(tokens, gazetteer, first, last)
    if known is None and not _may_be_place(tokens, gazetteer, first, last):
        return
    end = _dateline_end(tokens, last)
    if end is None:
        return
    yield _written_from(tokens, first, last, known)
    yield from _region(tokens, gazetteer, last, end)
    yield from _agency(tokens, gazetteer, last, end)


def _shouted_end(tokens: Tokens, first: int) -> int:
    last = first
    while (
        last < len(tokens)
        and last - first < _LONGEST_PLACE
        and tokens.words[last].isupper()
        and tokens.words[last][0].isalpha()
        and (last == first or tokens.gaps[last] in (" ", "-", ". "))
    ):
        last += 1
    letters = sum(map(len, tokens.words[first:last]))
    if letters < _LEAST_LETTERS or (tokens.word(last).isupper() and tokens.gap(last) in _JOINED):
        return first
    return last


def _known_place(tokens: Tokens, gazetteer: Gazetteer, first: int, last: int) -> Known | None:
    words = [titled(word) for word in tokens.words[first:last]]
    hit = gazetteer.match(words, tokens.gaps[first:last], 0, last - first)
    if hit is None or hit[0] != last - first or hit[1].type != "place" or hit[1].kind != "name":
        return None
    return hit[1]


def titled(word: str) -> str:
    """`Port` for `PORT`, `Al-Ain` for `AL-AIN`."""
    return "-".join(part.capitalize() for part in word.split("-"))


def _may_be_place(tokens: Tokens, gazetteer: Gazetteer, first: int, last: int) -> bool:
    """Whether unknown capitals can be a place: no known body, not all words of the language."""
    known = gazetteer.match(tokens.words, tokens.gaps, first, last)
    if known is not None and known[1].type != "place":
        return False
    if not lexicon.CALENDAR.isdisjoint(map(titled, tokens.words[first:last])):
        return False
    return not all(word.lower() in lexicon.COMMON for word in tokens.words[first:last])


def _dateline_end(tokens: Tokens, last: int) -> int | None:
    """Index of the word after the dateline's dash or date; `None` when there is neither."""
    gap = tokens.gap(last)
    if _DASH.match(gap) or (gap in (" ", ", ") and _DATE.match(tokens.word(last))):
        return None if tokens.word(last).isupper() and len(tokens.word(last)) > 1 else last
    if gap not in (", ", " (", " "):
        return None
    for index in range(last + 1, min(last + _LONGEST_DATELINE, len(tokens))):
        between = tokens.gaps[index]
        if between[:1] == "\n":
            return None
        if _DASH.search(between):
            return index
        if between == " " and _DATE.match(tokens.words[index]) and gap == ", ":
            return index
    return None


def _region(tokens: Tokens, gazetteer: Gazetteer, last: int, end: int) -> Iterator[Candidate]:
    """The country or region after the place: `GODE, Zamora, April 9`."""
    after = last
    while after < end and (after == last or tokens.gaps[after] == " "):
        after += 1
    words = tokens.words[last:after]
    if tokens.gap(last) != ", " or not words or lexicon.CALENDAR.intersection(words):
        return
    if not all(is_name_word(word) and word.istitle() for word in words):
        return
    hit = gazetteer.match(tokens.words, tokens.gaps, last, after)
    if hit is not None:
        return  # what is known is found where it stands
    if min(map(len, words)) >= _LEAST_LETTERS and not tokens.gap(after).startswith("."):
        name = " ".join(words)
        yield Candidate(last, after, "place", "dateline", Known(name, "place", "dateline"))


def _agency(tokens: Tokens, gazetteer: Gazetteer, last: int, end: int) -> Iterator[Candidate]:
    """`(Harbour News)` between the place and the dash."""
    for first in range(last, end):
        if tokens.gaps[first].endswith("("):
            after = first + 1
            while after < end and tokens.gaps[after] in _JOINED:
                after += 1
            words = tokens.words[first:after]
            if (
                tokens.gap(after).startswith(")")
                and all(is_name_word(word) for word in words)
                and not lexicon.CALENDAR.intersection(words)
            ):
                found = _organization(tokens, gazetteer, first, after, "agency")
                if found is not None:
                    yield found
            return
