"""Figures of one thing that differ between accounts: how many, how much."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from dateline.model import Account, Annotations, Disagreement, Meeting, Sentence, Span
from dateline.record.comparable import elsewhere, tells_of_another
from dateline.record.lengths import (
    MOST_SAID,
    Figure,
    lengths,
    of_meetings,
    of_neighbours_in_length,
    speaker_at,
)
from dateline.record.numbers import CURRENCY, NUMBER_WORDS, cardinal, ordinal, word_list
from dateline.record.threads import source
from dateline.record.wording import content_stems
from dateline.text import plain

# Two sides' figures of one thing stand this many sentences apart at most.
_NEAR = 2
# "A quarter of that": no number of its own, but another than the one before.
_OF_THAT = -1.0
_MOST_NAMES = 20
_COUNTED = re.compile(
    rf"\b(\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{NUMBER_WORDS}) "
    r"(per ?cent"
    r"|(?:of (?:its|his|her|their|our|the) (?:\d[\d,]* )?)?(?:other |more )?"
    r"(?:[a-z]{3,14}-?[a-z]{0,14} ){0,2}?(?:[a-z]{3,14}s|people|dead))\b"
)
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|only|just|barely|over|under|little|fewer|less"
    r"|(?:not |no )?more|closer|well|at least|up to|never|than|to) ){0,3}"
)
_SCALE = r"(?: ?(?P<{0}>%|per ?cent|million|billion|thousand|lakh|crore))?"
_ENDS = r"(?: (?:euros?|dollars?|pounds?|won|yen|rupees?|pesos?))?(?=[,.;](?!\d)|$)"
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|estimated|estimates|set) "
    r"(?:(?:the|its|his|her|their) (?:[a-z]{2,14} ){1,8}|(?:it|them|that|this) )at [\"“]?"
    rf"{_ABOUT}{CURRENCY}?"
    r"(?:(?P<share>(?:a |one )?(?:half|third|quarter|fifth|tenth)|twice|double|half)\b"
    r"|(?P<number>\d[\d,.]*|[a-z]{3,9})\b(?: (?P<unit>per ?cent|[a-z]{3,14}))?)"
    # "the ministry's own count, released on Monday, was 164"
    r"|'s (?:own )?(?:count|figure|tally|estimate|total|reckoning)(?:, [^,.;]{2,40},)? "
    rf"(?:was|is|stands at|stood at) {_ABOUT}{CURRENCY}?"
    rf"(?P<own>\d[\d,]*\d|\d|[a-z]{{3,9}}){_SCALE.format('own_scale')}{_ENDS}"
    # "the army counts 61", "the regulator makes it 16", "the churches say 63"
    r"|\b(?:counts|counted|tallied|recorded|logged|lists|listed|speaks? of|spoke of"
    r"|ma(?:kes?|de) it|says?|said|claims|claimed|(?:has|have|had) (?:only )?seen"
    r"|stopped (?:[a-z ]{2,24} )?at"
    r"|st(?:ands|ood) at"
    r"|(?:gives?|gave) (?:a|the|its) (?:figure|number|toll|total) (?:as|of|at)) "
    rf"{_ABOUT}{CURRENCY}?"
    rf"(?P<bare>\d[\d,]*\d|\d|[a-z]{{3,9}}){_SCALE.format('bare_scale')}{_ENDS}"
)
# A death toll is told in many words and counts one thing.
_TOLL = re.compile(
    rf"\b(?P<dead>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{NUMBER_WORDS}) "
    r"(?:of (?:his|her|its|their|the|our) (?:[a-z]{3,12} )?[a-z]{3,14} "
    r"|(?:other |more )?[a-z]{3,12} )?"
    r"(?:(?:had |have |has |were |was |are |been ){0,4}(?:died|killed|dead|perished)\b"
    r"|deaths\b|bodies\b)"
    r"|\blost (?P<lost>\d{1,6}|[a-z]{3,9}) (?:of its )?(?:men|man|soldiers?|fighters?|people)\b"
    r"|\b(?:killed|killing|sho(?:t|oting) dead"
    r"|death toll (?:at|of|to|was|is|stands at|stood at|rose to|reached)) "
    r"(?:at least |about |some |nearly |more than |only )?"
    r"(?P<killed>\d{1,3}(?:,\d{3})+|\d{1,6}|[a-z]{3,9}(?:-[a-z]{3,5})?)\b"
)
_DEATHS = "deaths"
# "Put the number of marchers at 3,000", and another says that 15,000 people came.
_PEOPLE = frozenset({"people", "persons", "marchers", "protesters", "demonstrators", "supporters"})
_SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9}
_SCALES |= {"mn": 10**6, "bn": 10**9}
_MILLION = 10**6
_SCALED = re.compile(
    r"\b(\d{1,6}(?:\.\d{1,3})?)(?: (thousand|lakh|million|crore|billion)|(bn|mn))\b"
)
_MONEY = re.compile(
    rf"{CURRENCY}(\d{{1,3}}(?:,\d{{2,3}})+|\d{{1,12}}(?:\.\d{{1,3}})?)"
    r"(?:\s?(m|mn|bn|tn|million|billion|trillion|lakh|crore))?\b"
)
# "16 billion euros", "8.4 billion shillings"
_COINS = re.compile(
    r"\b(\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,3})?) (?:(million|billion|trillion) )?"
    r"(?:euros?|dollars?|pounds?|shillings?|rupees?|yuan|won|yen|pesos?|francs?|kron(?:er|or)|crowns?"
    r"|rand|naira|kwacha|lira|rubles?|roubles?|reais|dirhams?|riyals?|ringgit|baht|rupiah|birr)\b"
)
_IN_BRACKETS = re.compile(r" \([^)]{1,40}\)")
_MONEY_SCALES = {"m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_MONEY_SCALES |= {"lakh": 10**5, "crore": 10**7}
_MONEY_SCALES |= {"tn": 10**12, "trillion": 10**12}
# What one side's sum and the other's are of: "the true figure", "put the cost".
_SUM = re.compile(
    r"\b(?:figure|cost|price|sum|amount|loss|losses|bill|total|value|gain|gains|effect|benefit)\b"
)
_OWED = "owed"
_OWING = re.compile(r"\b(?:owe[sd]?|owing|outstanding|arrears|unpaid|dues|debts?)\b")
OF_MONEY = frozenset({"sum"}) | content_stems("cost price pay paid worth spend spent would only")
"""What is told of any sum."""
# "Nine had passed": a number that stands for what the sentence before counts.
_ALONE = re.compile(
    r"^(?:that )?(?:by then |so far |of the [^;]{3,90}, )?"
    r"(?:(?:there|it) (?:had been|have been|has been|were|are|was|is) )?"
    r"(?:only |just |about |some |nearly |almost |at least |up to "
    r"|(?:no |not |never )?(?:more|fewer|less) than )?"
    r"(\d[\d,]*\d|\d|[a-z]{3,9})(?: (?:had|have|were|are|was|did)\b|(?: percent)?$)"
    r"|^(?:that )?(?:by then |so far )?"
    r"(?:the|its|our|their) (?:[a-z]{4,10} )?(?:number|figure|total|toll|count)"
    r"(?: of [a-z' -]{3,70}?)? (?:is|was|stood at|stands at|had reached|has reached)(?: closer to)?"
    r" (?:only |just |about |some |around |nearly |at least )?"
    r"(\d+\.\d+|\d[\d,]*\d|\d|[a-z]{3,9})\b"
    # "We released 45"
    r"|^(?:that )?(?:we [a-z]{3,12}|[a-z'-]{2,20} (?:got|received|had|lost|took)) "
    r"(?:only |just )?(\d[\d,]*\d|\d|[a-z]{3,9})(?=[,.;]|$)"
)
# What another's number may stand for without saying: "put it at", "makes it five".
_POINTS = re.compile(
    r"\b(?:(?:it|them|that|this)\b|(?:the|its|their|a) (?:[a-z]{3,10} )?"
    # "The total", but "the total effort" is of something.
    r"(?:number|figure|total|toll|count|crowd)\b(?! (?!at\b|as\b|is\b|was\b|to\b)[a-z]))"
    r"|\b(?:counts|counted|tallied|lists|listed|claims|claimed)\b"
)
_OF_THE_DEAD = re.compile(r"\bdeath toll\b|\bnumber of (?:the )?(?:dead|deaths|killed)\b")
_DISPUTES = re.compile(
    r"\b(?:disput|contest|challeng|reject|den(?:y|ie))[a-z]* (?:that|this|the|such|those|his|her)"
    r" (?:\w+ )?(?:figure|number|count|claim|toll|total|estimate)s?\b"
)
_NTH = re.compile(r"\b(\d{1,3}(?:st|nd|rd|th)|[a-z]{5,12}) (meeting|time|round|summit|visit)\b")
_QUOTES = " \"'“”‘’"
_TURN = re.compile(r";|, (?:while|whereas|but|and|though|although) ")
# What is counted in time, money or order is not a count of one thing.
_NOT_COUNTED = frozenset(
    word_list(
        "year years month months week weeks day days hour hours minute minutes second seconds "
        "million billion trillion thousand hundred times time of and or to in per the a "
        "sides parties leaders countries nations governments presidents ministers premiers"
    )
)


def find_figures(
    annotations: Sequence[Annotations], meetings: Sequence[Meeting], names: dict[str, str]
) -> Iterator[Disagreement]:
    """Lengths and ordinals of one meeting; then counts that neighbouring accounts differ in."""
    yield from of_meetings(annotations, meetings, names)
    for one in annotations:
        yield from _of_neighbours(one)
        yield from of_neighbours_in_length(one)


def _of_neighbours(one: Annotations) -> Iterator[Disagreement]:
    """Counts of one unit that two speakers give within a few sentences."""
    told = [*_said(one), *estimates(one), *lengths(one)]
    pointing = {f.account.source.sentence for f in told if f.points or f.put}
    told.extend(_by_reporter(one, {at - back for at in pointing for back in (0, 1)}))
    figures = sorted(told, key=lambda f: (f.said, f.value))
    taken: set[Span] = set()
    for index, later in enumerate(figures):
        for earlier in reversed(figures[max(0, index - 4) : index]):
            if later.said in taken:
                continue
            if not (_rival(earlier, later) or _disputed(one, earlier, later)):
                continue
            if _is_of_another(one, earlier, later):
                continue
            taken.add(later.said)
            yield Disagreement(
                _heading(later.unit or earlier.unit), (earlier.account, later.account)
            )


def _disputed(one: Annotations, earlier: Figure, later: Figure) -> bool:
    """Whether the report says between two figures of one unit that the first is disputed."""
    apart = later.account.source.sentence - earlier.account.source.sentence
    same = earlier.unit == later.unit and earlier.value != later.value and bool(later.unit)
    if not (same and 0 < apart <= _NEAR) or earlier.plain or later.plain:
        return False
    between = Span(earlier.account.source.span.end, later.account.source.span.end)
    return _DISPUTES.search(plain(between.of(one.article.text)).lower()) is not None


def _is_of_another(one: Annotations, earlier: Figure, later: Figure) -> bool:
    """Whether the later figure is of another place, or its toll of another accident."""
    toll = later.unit == _DEATHS and not earlier.put
    told = plain(later.said.of(one.article.text)).lower()
    return elsewhere(one, earlier.said, later.said) or (toll and tells_of_another(told))


def _heading(unit: str) -> str:
    if unit == "length":
        return "How long they talked"
    return f"How many or how much: {unit}" if unit else "How many or how much"


def _rival(earlier: Figure, later: Figure) -> bool:
    apart = later.account.source.sentence - earlier.account.source.sentence
    same_speaker = (
        earlier.account.speaker == later.account.speaker and later.account.speaker is not None
    )
    if earlier.unit == later.unit == "length" or later.plain:
        return False
    if apart > _NEAR or earlier.said.overlaps(later.said) or same_speaker:
        return False
    if earlier.value == later.value:
        return False
    if earlier.plain or earlier.unit == "length":
        # "Of the 19, ten are still held" is no other's figure.
        sums = min(earlier.value, later.value) >= _MILLION
        near = apart == 1 or (apart == 0 and later.put)
        return near and not later.unit and (later.points or (later.put and sums))
    if not earlier.unit and not later.unit:
        return apart <= 1
    if earlier.unit == later.unit == "money":
        # Sums are of many things: the later one points back, or speaks of the same.
        shared = earlier.stems & later.stems
        if shared <= OF_MONEY:
            own = (later.stems - shared - OF_MONEY) and (earlier.stems - shared - OF_MONEY)
            return apart <= 1 and "sum" in later.stems and not own
        return apart <= 1 + (_OWED in shared)
    if earlier.unit == later.unit:
        put = earlier.put or later.unit == _DEATHS
        # "It was 58 percent" right behind "the turnout was 62 percent".
        alone = not later.stems and bool(earlier.stems)
        return bool(later.stems & earlier.stems) or ((put or alone) and apart <= 1)
    if earlier.put and not earlier.unit:
        sums = later.unit == "money" and min(earlier.value, later.value) >= _MILLION
        return (later.unit in _PEOPLE or sums) and apart <= 1
    return bool(earlier.unit) and not later.unit


def _said(one: Annotations) -> Iterator[Figure]:
    """The single counted figure of each reported saying."""
    for quotation in one.quotations[:MOST_SAID]:
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is None or quotation.speaker is None or quotation.denied:
            continue
        told = _IN_BRACKETS.sub("", plain(quotation.content.of(one.article.text)).lower())
        text = _spelled_out(_COINS.sub("", told))
        toll = _toll(text)
        counted = [pair for pair in (_counted(m) for m in _COUNTED.finditer(text)) if pair]
        found = [(toll, _DEATHS)] if toll is not None else counted
        account = Account(source(one, sentence), quotation.speaker.entity)
        sums = {_money(m) for kind in (_MONEY, _COINS) for m in kind.finditer(told)}
        if len(sums) == 1 and not found:
            stems = content_stems(_MONEY.sub("", text))
            stems |= {"sum"} if _SUM.search(text) else set()
            stems |= {_OWED} if _OWING.search(text) else set()
            yield Figure(sums.pop(), "money", account, quotation.content, stems)
            continue
        alone = _ALONE.match(text.strip(_QUOTES))
        value = _value(alone[1] or alone[2] or alone[3]) if alone else None
        if value is not None and not found:
            ahead = plain(one.article.text[sentence.span.start : quotation.content.start]).lower()
            points = not any(map(_counted, _COUNTED.finditer(ahead)))
            yield Figure(value, "", account, quotation.content, points=points)
        # The first of several is what is claimed; the others tell more of it.
        if found and (len(found) == 1 or len({unit for _, unit in found}) == len(found)):
            value_, unit = found[0]
            # Those of a toll are left out: "people", "died".
            stems = content_stems(_TOLL.sub("", text)) - content_stems(unit)
            stems = frozenset(each for each in stems if not each[0].isdigit())
            yield Figure(value_, unit, account, quotation.content, stems)


def _money(match: re.Match[str]) -> float:
    return float(match[1].replace(",", "")) * _MONEY_SCALES.get(match[2] or "", 1)


def _spelled_out(text: str) -> str:
    """With "62%" written as "62 percent", and "1.7 million" as "1700000"."""
    return _SCALED.sub(_whole, text.replace("%", " percent"))


def _whole(match: re.Match[str]) -> str:
    return str(round(float(match[1]) * _SCALES[match[2] or match[3]]))


def estimates(one: Annotations) -> Iterator[Figure]:
    """Figures of the kind "the company put the number at 64", "put it at a quarter of that"."""
    for sentence in one.article.sentences:
        text = plain(sentence.span.of(one.article.text)).lower()
        for match in _PUT_AT.finditer(text):
            figure = _estimate(one, sentence, text, match)
            if figure is not None:
                yield figure


def _estimate(
    one: Annotations, sentence: Sentence, text: str, match: re.Match[str]
) -> Figure | None:
    number = match["number"] or match["bare"] or match["own"]
    value = _value(number) if number else _OF_THAT
    if value is None:
        return None
    start = sentence.span.start + match.start()
    turns = [turn.end() for turn in _TURN.finditer(text, 0, match.start())]
    clause = sentence.span.start + (turns[-1] if turns else 0)
    account = Account(source(one, sentence), _subject(one, Span(clause, start)))
    said = Span(clause, sentence.span.start + match.end())
    told = match["unit"] or match["own_scale"] or match["bare_scale"] or ""
    value *= _SCALES.get(told, 1)  # "at 2.4 million"
    unit = "percent" if told.startswith(("per", "%")) else told if told.endswith("s") else ""
    unit = _DEATHS if _OF_THE_DEAD.search(match[0]) else unit
    points = _POINTS.search(match[0]) is not None
    return Figure(value, unit, account, said, put=True, points=points)


def _by_reporter(one: Annotations, wanted: AbstractSet[int]) -> Iterator[Figure]:
    """The one thing counted in a sentence, whoever tells it: what another's bare number is of.

    `wanted` are the indices of the sentences looked at.
    """
    for sentence in one.article.sentences:
        if sentence.role != "body" or sentence.index not in wanted:
            continue
        text = _spelled_out(plain(sentence.span.of(one.article.text)).lower())
        found = [
            (value, unit, match)
            for match in _COUNTED.finditer(text)
            for value, unit in filter(None, (_counted(match),))
        ]
        nth = [
            (float(place), f"{m[2]}s", m) for m in _NTH.finditer(text) if (place := ordinal(m[1]))
        ]
        if len(found) + len(nth) != 1:
            continue
        value, unit, match = (found + nth)[0]
        # Where the number stands, as near as spelling out leaves it.
        start = min(sentence.span.start + match.start(), sentence.span.end - 1)
        speaker = speaker_at(one, Span(start, start + 1))
        account = Account(source(one, sentence), speaker or _subject(one, sentence.span))
        yield Figure(value, unit, account, Span(start, start + 1), plain=True)


def _subject(one: Annotations, clause: Span) -> str | None:
    """The person, body or government named first in a clause, before its verb."""
    first = bisect_left(one.mentions, clause.start, key=lambda m: m.span.start)
    for mention in one.mentions[first : first + _MOST_NAMES]:
        if mention.span.start >= clause.end:
            return None
        acts = mention.type in ("person", "organization") or mention.kind == "metonym"
        if mention.entity and acts:
            return mention.entity
    return None


def _toll(text: str) -> float | None:
    """How many died, when exactly one number of dead is told."""
    told = (m["dead"] or m["killed"] or m["lost"] for m in _TOLL.finditer(text))
    values = {_value(number.replace(",", "")) for number in told}
    values.discard(None)
    return values.pop() if len(values) == 1 else None


def _counted(match: re.Match[str]) -> tuple[float, str] | None:
    value, unit = _value(match[1]), match[2].split()[-1]
    unit = "percent" if match[2].startswith("per") else unit
    plural = unit.endswith("s") or unit in ("people", "percent", "dead")
    if value is None or unit in _NOT_COUNTED or not plural:
        return None
    return value, unit


def _value(number: str) -> float | None:
    whole = cardinal(number)
    if whole is not None:
        return float(whole)
    return float(number) if re.fullmatch(r"\d{1,9}\.\d{1,4}", number) else None
