"""Which time expression of its sentence dates a happening.

English puts the time after the verb or noun it belongs to, before the next clause; or at the front
of the sentence; or right before the noun ("Wednesday's summit"). Nothing else counts: a wrong date
is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from dateline import edtf
from dateline.annotation.events.asides import aside_end, tells
from dateline.annotation.events.day_counts import AFTER_REACH, DAYS, count_of
from dateline.annotation.events.errands import before_aside, gone_before
from dateline.annotation.events.happening import Happening, behind
from dateline.annotation.events.lexicon import HOLDING
from dateline.annotation.events.scene import is_day
from dateline.annotation.quotations import closed, phrases
from dateline.annotation.quotations.lexicon import CUES
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.annotation.times import distances
from dateline.model import Timex

# "Met B, the president of the union, at its headquarters in Rome on Saturday"
_FOLLOWING_REACH = 28
# "On Monday," and "In 2018, the court": the time stands among the first words.
_FRONT_REACH = 6
_OPENERS = word_set("but and late early the hours small morning evening night afternoon")
"""What may stand before the time at the front: "In the early hours of March 2"."""
_SET_OFF_REACH = 3
_CLAUSE_REACH = 6
_CLEFTS = tuple(["it", "was", word] for word in ("in", "on", "at"))
_OPENS_TIME = frozenset({"on", "in", "held", "from"})
# "On Saturday for their second round of talks": how far "for" may stand before them.
_ERRAND_REACH = 6
# "Held a second round of talks"
_HELD_REACH = 6
_BREAKS = word_set(
    "that who whose whom which while when as since because ahead before until where although but ; "
    ": — – and after run-up eve prior having"
)
_SUBJECTS = word_set("he she they we i")
_LENGTHS = word_set("minute minutes hour hours")
_LENGTH_REACH = 4
_SAME_TIME = word_set("as when while where")
_ADJUNCTS = word_set("during at in after following outset")
_AT_IT = word_set("at in during")
_ADJUNCT_REACH = 5
_COUNTING = word_set("time times")
_ORDINALS = word_set(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth 2nd 3rd 4th 5th"
)
_COUNT_REACH = 3
_COUNTED_FROM = {"before": -1, "after": 1}
_FROM_REACH = 8
"""Words of "before the vote of the council on Friday"."""
_CLAUSE_OF_COUNT = 12


class Dates:
    """The dated expressions of an article, looked up by their place among its words."""

    def __init__(self, words: Words, timexes: Sequence[Timex]) -> None:
        """Only expressions that stand for days, months or years date anything."""
        dated = [
            t for t in timexes
            if t.edtf is not None and (t.type in ("DATE", "TIME") or t.rule == distances.RULE)
        ]  # fmt: skip
        self._words = words
        self._timexes = sorted(dated, key=lambda t: t.span)
        self._low = [bisect_left(words.start, t.span.start) for t in self._timexes]
        self._high = [bisect_left(words.start, t.span.end) for t in self._timexes]

    def of(self, found: Happening) -> Timex | None:
        """The expression that dates the happening, if one surely does."""
        return (
            self._modifier(found)
            or self._inside(found)
            or self._set_off(found)
            or self._clause(found)
            or self._following(found)
            or self._errand(found)
            or self._main(found)
            or self._introducing(found)
            or self._front(found)
            or self._of_session(found)
        )

    def counted(self, found: Happening) -> str | None:
        """The day counted from another that the sentence tells.

        "Quit on Friday, a day after meeting B"; "met B three days before the vote on Friday".
        """
        words, low, high = self._words.low, *found.unit
        for at in range(found.low - 1, max(low + 1, found.low - AFTER_REACH), -1):
            if words[at] in (";", "that", "who"):
                break
            if words[at] == "after" and words[at - 1] in DAYS and words[at + 1] != ",":
                return self._shifted(self._between(low, at)[-1:], -count_of(self._words, at - 2))
        for at in range(found.high, min(high, found.high + AFTER_REACH)):
            if words[at] in (";", "that", "who"):
                break
            if words[at] in _COUNTED_FROM and words[at - 1] in DAYS:
                days = _COUNTED_FROM[words[at]] * count_of(self._words, at - 2)
                return self._shifted(self._between(at, min(high, at + _FROM_REACH))[:1], days)
        return None

    def _shifted(self, told: list[int], days: int) -> str | None:
        """The day so many days on from the one expression of `told`, if that is one day."""
        day = edtf.parse(self._timexes[told[0]].edtf or "") if told and days else None
        if day is None or day.earliest is None or day.earliest != day.latest:
            return None
        return (day.earliest + timedelta(days)).isoformat()

    def only(self, unit: Range) -> Timex | None:
        """The one expression that the unit holds; `None` where it holds more, or none."""
        told = self._between(*unit)
        return self._timexes[told[0]] if len(told) == 1 else None

    def _of_session(self, found: Happening) -> Timex | None:
        """Behind what was attended: "The first session, on Monday in Rome, was attended by"."""
        told = self._between(found.unit[0], found.low) if found.trigger.lemma == "attended" else []
        return self._timexes[told[0]] if len(told) == 1 else None

    def _inside(self, found: Happening) -> Timex | None:
        """Within the trigger: "spent two days in Rome earlier this month with"."""
        held = self._between(found.low, found.high)
        return self._timexes[held[0]] if held else None

    def _set_off(self, found: Happening) -> Timex | None:
        """Between commas behind a noun: "The meeting, on March 8 and 9, was", "in Rome in May,"."""
        at, words = found.high + 1, self._words
        # "The last time A and B met, in Rome in May"
        last = "time" in words.low[found.unit[0] : found.low]
        if not (found.trigger.noun or last) or words.low[found.high] != ",":
            return None
        there = words.mention[at + 1] if words.low[at] == "in" else None
        behind = self._between(at, at + _SET_OFF_REACH + 2 * (there is not None))
        if not behind or (self._low[behind[0]] != at and words.low[at] not in _OPENS_TIME):
            return None
        return self._timexes[behind[0]]

    def _clause(self, found: Happening) -> Timex | None:
        """At the head of its clause: "where on Wednesday he met"."""
        words = self._words
        if found.trigger.noun:
            return None
        for index in self._between(max(found.unit[0], found.low - _CLAUSE_REACH), found.low):
            at = self._low[index] - (words.low[self._low[index] - 1] == "on")
            opens = at > found.unit[0] and words.low[at - 1] in ("where", "when")
            if opens and found.low - self._high[index] in (1, 2):
                return self._timexes[index]
        return None

    def opening(self, at: int) -> tuple[Timex, int] | None:
        """The expression that begins with a word, and the word behind it."""
        first = bisect_left(self._low, at)
        begins = first < len(self._low) and self._low[first] == at
        return (self._timexes[first], self._high[first]) if begins else None

    def any(self, unit: Range, but: re.Pattern[str] | None = None) -> bool:
        """Whether a dated expression begins in the unit, one of another wording than `but`."""
        told = (self._timexes[index] for index in self._between(*unit))
        return any(but is None or not but.fullmatch(t.span.of(self._words.text)) for t in told)

    def _between(self, low: int, high: int) -> list[int]:
        first = bisect_left(self._low, low)
        return list(range(first, bisect_left(self._low, high)))

    def _modifier(self, found: Happening) -> Timex | None:
        """Just before the trigger: "Wednesday's summit", "last week announced"."""
        words, low = self._words, found.unit[0]
        for index in reversed(self._between(max(low, found.low - 6), found.low)):
            between = words.low[self._high[index] : found.low]
            if not between or between == ["'s"]:
                return self._timexes[index]
            if found.trigger.noun and between[0] == "'s" and len(between) <= 3:
                return self._timexes[index]
            return None
        return None

    def _following(self, found: Happening) -> Timex | None:
        """After the trigger, before the clause ends and before another verb takes the time."""
        words, start, high = self._words, behind(self._words, found), found.unit[1]
        promises = found.trigger.kind in ("agreement", "statement")
        for index in self._between(start, min(high, start + _FOLLOWING_REACH)):
            at = self._low[index]
            if self._broken(start, at) or self._counts(index):
                return None
            # "agreed to reopen it by June": the time belongs to the promise.
            if promises and ("to" in words.low[start:at] or words.low[at - 1] == "for"):
                return None
            its = at == start + 1 and words.low[start] == "of"  # "the Rome summit of 2019"
            if words.low[at - 1] in ("since", "of", "until") and at > start and not its:
                return None
            return self._timexes[index]
        return None

    def _errand(self, found: Happening) -> Timex | None:
        """Before the "for" or "to" that a coming is told with: "was there on Friday to see"."""
        words = self._words
        joint = self._joint(found)
        if joint is not None:
            went = gone_before(words, joint, found.unit[0])
            return self._ending_at(joint, found.unit[0]) if went else None
        if not found.trigger.noun and words.low[found.low - 1] == "to":
            to = found.low - 1
            came = gone_before(words, to, found.unit[0])
            return self._ending_at(before_aside(words, to), found.unit[0]) if came else None
        for at in range(found.low - 1, max(found.unit[0], found.low - _ERRAND_REACH), -1):
            if not found.trigger.noun or words.mention[at] is not None:
                return None
            if words.low[at] == "for":
                return self._ending_at(at, found.unit[0])
        return None

    def _ending_at(self, end: int, low: int) -> Timex | None:
        """The expression that ends right before the word `end`."""
        ends = (i for i in self._between(low, end) if self._high[i] == end)
        return next((self._timexes[index] for index in ends), None)

    def _joint(self, found: Happening) -> int | None:
        """The "and" before the verb: "came on Friday and met", "and held talks"."""
        words, at = self._words, found.low
        if found.trigger.noun:
            reach = range(at - 1, max(found.unit[0], at - _HELD_REACH), -1)
            at = next((i for i in reach if words.low[i] in HOLDING), 0)
        return at - 1 if at > found.unit[0] and words.low[at - 1] == "and" else None

    def _broken(self, start: int, end: int) -> bool:
        words = self._words
        past = start
        for at in range(start, end):
            word = words.low[at]
            if words.mention[at] is not None or at < past:
                continue
            if word == "," and (close := aside_end(words, at, end)) is not None:
                past = close + 1
                continue
            if word == "after" and self._so_long(at + 1):
                continue
            if word in _SUBJECTS:
                return True  # "the firm she founded in 2012"
            if word in _BREAKS and not (word == "and" and self._within_name(at)):
                return True
            if word == "," and words.mention[at - 1] is None and not self._apposed(at):
                return True
            if tells(word) and words.low[at - 1] not in closed.DETERMINERS:  # "the details"
                return True
        return False

    def _within_name(self, at: int) -> bool:
        """Whether an "and" joins names, or words of one: "the Foreign and Strategic Dialogue"."""
        words = self._words
        named = words.mention[at - 1] is not None
        return named or (words.capital(at - 1) and words.capital(at + 1))

    def _so_long(self, at: int) -> bool:
        """Whether a length follows: "broke up after two hours", "after almost an hour"."""
        return not _LENGTHS.isdisjoint(self._words.low[at : at + _LENGTH_REACH])

    def _apposed(self, comma: int) -> bool:
        """Whether the name of one just told of follows: "met the mayor's daughter, NAME, on"."""
        words, at = self._words, comma + 1
        named = words.mention[at]
        after = phrases.past_mention(words, at, len(words.low)) if named else at
        return named is not None and named.type == "person" and words.low[after] == ","

    def _counts(self, index: int) -> bool:
        """Whether an expression belongs to a count: "for the seventh time this year".

        So does the year of "their fourth in 2025"; "for the first time in 2025" is a date.
        """
        at, date = self._low[index], self._timexes[index].edtf or ""
        before = self._words.low[max(0, at - _COUNT_REACH) : at]
        counted = date.isdigit() and not _ORDINALS.isdisjoint(before)
        # "The fourth time the two leaders have met in 2025"
        told = self._words.low[max(0, at - _CLAUSE_OF_COUNT) : at]
        nth = any(one in _ORDINALS and time in _COUNTING for one, time in pairwise(told))
        return counted or (date.isdigit() and nth) or self._words.low[at - 1] in _COUNTING

    def _introducing(self, found: Happening) -> Timex | None:
        """Right before "when", "as" or "during": "Friday as he met", "in 2019, when A met B"."""
        words, low = self._words, found.unit[0]
        for at in range(found.low - 1, low, -1):
            word = words.low[at]
            if word in ("that", "who", ";"):
                return None
            if word not in _SAME_TIME or words.mention[at] is not None:
                continue
            end = at - 1 if words.low[at - 1] == "," else at
            end = self._before_place(end, low) if word == "where" else end
            if (beside := self._ending_at(end, max(low, end - 6))) is not None:
                return beside
        return None

    def _before_place(self, end: int, low: int) -> int:
        """Past "in Rome" in "on Monday in Rome, where he met"."""
        words = self._words
        place = words.mention[end - 1]
        at = end
        while place is not None and at > low and words.mention[at - 1] is place:
            at -= 1
        return at - 1 if low < at < end and words.low[at - 1] in ("in", "at") else end

    def _main(self, found: Happening) -> Timex | None:
        """For "during his talks": the time of the verb the clause belongs to, "pledged Sunday"."""
        words, low = self._words, found.unit[0]
        if found.trigger.noun and words.low[found.low - 1] == "for":
            # "arrived in Rome on Tuesday for talks"
            near = self._between(max(low, found.low - 5), found.low)
            return self._timexes[near[-1]] if near else None
        if not found.trigger.noun or not self._in_adjunct(found):
            return None
        if (beside := self._beside_adjunct(found)) is not None:
            return beside
        for index in self._between(low, found.low):
            at = self._low[index]
            before = at - 2 if words.low[at - 1] == "on" else at - 1
            if before >= low and words.low[before] in CUES and not self._counts(index):
                return self._timexes[index]
        return None

    def _beside_adjunct(self, found: Happening) -> Timex | None:
        """Right before it: "was reached late on Thursday at a meeting in Rome"."""
        words, low = self._words, found.unit[0]
        at = next((i for i in range(found.low - 1, low, -1) if words.low[i] in _AT_IT), low)
        if found.low - at > _ADJUNCT_REACH or not closed.AUXILIARIES.isdisjoint(
            words.low[at : found.low]
        ):
            return None
        # "In 2025 at talks" may tell the year of something else.
        beside = self._ending_at(at, low)
        if beside is None and words.low[at - 1] == "," and at - 1 > low:
            beside = self._ending_at(at - 1, low)  # "on 3 May, at a meeting"
        return beside if beside is not None and is_day(beside.edtf or "") else None

    def _in_adjunct(self, found: Happening) -> bool:
        reach = range(max(found.unit[0], found.low - 5), found.low)
        return any(self._words.low[at] in _ADJUNCTS for at in reach)

    def _front(self, found: Happening) -> Timex | None:
        """At the front of the sentence, set off by a comma or right before the subject."""
        words, low = self._words, found.unit[0]
        if (told := self._cleft(found)) is not None:
            return told
        for index in self._between(low, min(found.low, low + _FRONT_REACH)):
            after = self._high[index]
            opens = all(
                words.low[at] in closed.INNER_PREPOSITIONS or words.low[at] in _OPENERS
                for at in range(low, self._low[index])
            )
            if not opens or after >= found.low:
                continue
            if any(words.low[at] in ("that", "who", ";") for at in range(after, found.low)):
                return None
            return self._narrower(index, found.low)
        return None

    def _cleft(self, found: Happening) -> Timex | None:
        """Of "It was in Rome, in May, that A and B met"."""
        words, low = self._words, found.unit[0]
        if words.low[low : low + 3] not in _CLEFTS or "that" not in words.low[low : found.low]:
            return None
        told = self._between(low, words.low.index("that", low, found.low))
        return self._timexes[told[0]] if told else None

    def _narrower(self, index: int, high: int) -> Timex:
        """The second of two times at the front: "A day later, on Wednesday,"."""
        after = index + 1
        if after < len(self._low) and self._high[after] < high:
            if self._low[after] - self._high[index] > 2:
                return self._timexes[index]
            return self._timexes[after]
        return self._timexes[index]
