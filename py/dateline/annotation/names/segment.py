"""Find runs of capitalised words and cut them into candidate names.

Inside a run the order of trust is: titles part it, then a known name that fills a section, then
head nouns (`Ministry`, `Peninsula`, `Treaty`), then known names within it, and what is left is a
candidate whose type the document decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.annotation.names import lexicon
from dateline.annotation.names.candidate import Candidate
from dateline.annotation.names.gazetteer import SURE, Gazetteer, Known
from dateline.annotation.names.openers import after_opener
from dateline.annotation.names.runs import is_syllables, runs
from dateline.annotation.names.shapes import shape_at
from dateline.annotation.names.tails import owner_end, tail_end
from dateline.annotation.names.titles import (
    MATTERS,
    lower_title,
    matter_end,
    portfolio_end,
    title_end,
)
from dateline.annotation.names.tokens import Tokens
from dateline.model import EntityType

# What never is the last part of a person's name, however well known by itself.
_SEPARATE = frozenset({"country", "demonym", "nickname", "other", "event"})
# `SEOUL`, `NEW YORK` at the head of a report are the place; shorter capitals are acronyms.
_LEAST_SHOUTED = 4
_LONGEST_OFFICE = 3
# `William Brown Street`, `on Della Street`: surnames, but streets have more names than one.
_STREETS = frozenset({"Street", "Road", "Avenue", "Boulevard"})
_ON_STREETS = frozenset({"on", "along", "in", "off"})
_WITHIN = frozenset({"in", "near", "around", "from", "outside"})
# Before a name and in none: `yesterday at the Palace Dr. Ann Lee`.
_STORMS = frozenset({"Cyclone", "Hurricane", "Typhoon", "Storm"})
_OF_STORMS = frozenset({"severe", "tropical", "super", "subtropical", "extratropical", "major"})
_ADDRESS = frozenset({"Dr", "Prof", "Mr", "Mrs", "Ms", "Amb", "Engr", "Sen", "Gov"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")


def candidates(
    tokens: Tokens, gazetteer: Gazetteer, marks: Sequence[Candidate] = ()
) -> list[Candidate]:
    """Every candidate name in running text and bylines, in order of the text.

    `marks` are names that the page itself settles; their words are not looked at again.
    """
    found: list[Candidate] = []
    cutter = _Cutter(tokens, gazetteer, found)
    taken = 0
    for start, stop in _unmarked(runs(tokens), marks):
        if stop > taken:
            cutter.cut(max(start, taken), stop)
        taken = max(taken, max((c.last for c in found[-2:]), default=0))
    return sorted([*found, *marks], key=lambda c: c.first) if marks else found


def _unmarked(
    ranges: Iterable[tuple[int, int]], marks: Sequence[Candidate]
) -> Iterator[tuple[int, int]]:
    """The parts of the runs that no mark covers."""
    left = list(reversed(marks))
    for start, stop in ranges:
        while left and left[-1].last <= start:
            left.pop()
        while left and left[-1].first < stop:
            if left[-1].first > start:
                yield start, left[-1].first
            start = left.pop().last
        if start < stop:
            yield start, stop


def _head_table() -> dict[str, tuple[EntityType, bool]]:
    """Head noun -> (type of the name it heads, whether it is as often a surname or a word)."""
    table: dict[str, tuple[EntityType, bool]] = {}
    table.update((word, ("other", False)) for word in lexicon.OTHER)
    table.update((word, ("agreement", False)) for word in lexicon.AGREEMENT)
    table.update((word, ("event", False)) for word in lexicon.EVENT)
    table.update((word, ("place", word in lexicon.WEAK_PLACE)) for word in lexicon.PLACE)
    for word in lexicon.ORGANIZATION:
        table[word] = ("organization", word in lexicon.WEAK_ORGANIZATION)
    return table


_HEADS = _head_table()


class _Cutter:
    """Cuts one run. Holds what every step needs, so that the steps stay short."""

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer, found: list[Candidate]) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.gazetteer = gazetteer
        self.found = found
        self.title_at = -1
        """Where the title after the section begins; -1 when none follows."""
        self.portfolio = (0, 0)
        """The last `Commerce and Industry Minister`, which runs over more than one section."""

    def add(self, first: int, last: int, type_: EntityType | None, why: str) -> Candidate:
        candidate = Candidate(first, last, type_, why)
        self.found.append(candidate)
        return candidate

    def add_known(self, first: int, last: int, known: Known) -> None:
        whole = known.authority is not None and known.type == "organization"
        if whole and last - first > 1:
            first = self._owner_first(first, last)
        self.found.append(
            Candidate(first, last, known.type, known.category, known, kind=known.kind)
        )
        if whole:
            self._add_inner(first, last)

    def _owner_first(self, first: int, last: int) -> int:
        """Part the owner from an alias such as `Japan's Foreign Ministry`; the new first word."""
        owner = self.gazetteer.match(self.words, self.tokens.gaps, first, last - 1)
        if owner is None or not self.tokens.possessive(owner[0] - 1):
            return first
        self.add_known(first, owner[0], owner[1])
        return owner[0]

    def _add_inner(self, first: int, last: int) -> None:
        """The demonym that a longer name begins with is a mention of its own."""
        inner = self.gazetteer.match(self.words, self.tokens.gaps, first, last - 1)
        if inner is not None and inner[1].kind == "demonym" and self.found[-1].kind != "demonym":
            self.found.append(
                Candidate(
                    first, inner[0], "place", "demonym", inner[1], kind="demonym", nested=True
                )
            )

    def cut(self, start: int, stop: int) -> None:
        start = after_opener(self.tokens, start, stop, self._known_at)
        title_first, start = matter_end(self.tokens, start, stop)
        title_first = min(title_first, lower_title(self.tokens, start))
        if start < self.portfolio[1] <= stop:
            title_first, start = self.portfolio[0], self.portfolio[1]
        while start < stop:
            after = portfolio_end(self.tokens, start)
            if after > start:
                self.portfolio = (start, after)
                title_first, start = min(title_first, start), after
                continue
            shape = shape_at(self.tokens, self.gazetteer, start, stop)
            if shape is not None:
                self._entitle(self.add(start, *shape), title_first, start)
                title_first = start = shape[0]
                continue
            after = title_end(self.tokens, start, stop, self._known_at)
            if after > start:
                title_first = min(title_first, start)
                start = after
                continue
            end = self._region_end(start, self._section_end(start, stop))
            before = len(self.found)
            self.title_at = end if end < stop else -1
            self._section(start, end)
            if title_first < start and len(self.found) > before:
                self._entitle(self.found[before], title_first, start)
            title_first = start = max(end, *(c.last for c in self.found[before:]), end)

    def _entitle(self, candidate: Candidate, title_first: int, start: int) -> None:
        if candidate.first == start:
            candidate.title = " ".join(self.words[title_first:start]).lower()
            candidate.title_first = title_first

    def _known_at(self, start: int, stop: int) -> tuple[int, Known] | None:
        limit = min(stop + 6, len(self.words))
        found = self.gazetteer.match(self.words, self.tokens.gaps, start, limit)
        word = self.words[start]
        if found is None and len(word) >= _LEAST_SHOUTED and word.isupper():
            shouted = [w.title() if w.isupper() else w for w in self.words[start : start + 4]]
            gaps = self.tokens.gaps[start : start + 4]
            if (short := self.gazetteer.match(shouted, gaps, 0, min(4, limit - start))) is not None:
                return start + short[0], short[1]
        return found

    def _section_end(self, start: int, stop: int) -> int:
        """Where the section from `start` ends: before the next title with a name after it."""
        for index in range(start + 1, stop):
            word = self.words[index]
            address = word in _ADDRESS and self.tokens.gap(index + 1) in (" ", ". ")
            if not address and (word.lower() not in lexicon.ROLE_LAST or word in MATTERS):
                continue
            after = title_end(self.tokens, index, stop, self._known_at)
            if after == stop and self.words[index] in _HEADS:
                continue
            last = after == stop or self.tokens.gap(after) == ", "
            surname = last and self.words[index] in lexicon.FAMILY
            if after > index and not (surname and self.words[start] in lexicon.GIVEN):
                back = index
                while back - 1 > start and self.words[back - 1].lower() in lexicon.ROLE_MODIFIER:
                    back -= 1
                return back
        return stop

    def _region_end(self, start: int, stop: int) -> int:
        """Where `South Caucasus` ends in `the envoy for the South Caucasus Katarina Novak`."""
        at = start - 1 - (self.tokens.word(start - 1) == "the")
        if self.tokens.word(at) not in ("for", "to"):
            return stop
        if self.tokens.word(at - 1).lower() not in lexicon.ROLE_LAST:
            return stop
        given = (
            index for index in range(start + 1, stop - 1) if self.words[index] in lexicon.GIVEN
        )
        return next(given, stop)

    def _section(self, start: int, stop: int) -> None:
        if start >= stop:
            return
        if self._storm(start, stop):
            return
        known = self._known_at(start, stop)
        if known is not None and known[0] >= stop:
            end = known[0]
            if known[1].type == "organization" and known[1].authority is None:
                end = owner_end(self.tokens, self.gazetteer, end)
            if end > known[0]:
                self.add(start, end, "organization", "known name of a country")
            else:
                self.add_known(start, end, known[1])
            return
        if (
            self._directed(start, stop)
            or self._known_tail(start, stop)
            or self._headed(start, stop)
        ):
            return
        self._pieces(start, stop)

    def _storm(self, start: int, stop: int) -> bool:
        """`Cyclone Nadi`, `Severe Tropical Cyclone Nadi`: a storm has a name, and is nobody."""
        storms = (at for at in range(start, stop - 1) if self.words[at] in _STORMS)
        at = next(storms, None)
        if at is None or not all(w.lower() in _OF_STORMS for w in self.words[start:at]):
            return False
        self.add(start, at + 2, "event", "head noun")
        self._section(at + 2, stop)
        return True

    def _directed(self, start: int, stop: int) -> bool:
        """`West Yorkshire`, `Northern Norway`: a direction before a known place."""
        if stop - start < 2 or self.words[start].lower() not in lexicon.DIRECTIONS:
            return False
        known = self._known_at(start + 1, stop)
        if known is None or known[0] < stop or known[1].type != "place":
            return False
        if known[1].kind == "demonym":
            return False
        self.add(start, stop, "place", "direction and place")
        return True

    def _known_tail(self, start: int, stop: int) -> bool:
        """A known name of several words that ends the section: `Illinois House of Commons`."""
        for index in range(start + 1, stop):
            known = self._known_at(index, stop)
            several = known is not None and known[0] - index > 1  # not `Blair House`
            if known and several and known[0] >= stop and known[1].category == "government":
                owner = self._known_at(start, index)
                if owner is None or owner[0] != index or owner[1].type != "place":
                    return False
                self._section(start, index)
                self.add_known(index, known[0], known[1])
                return True
        return False

    def _headed(self, start: int, stop: int) -> bool:
        """Cut at the last head noun; `False` when the section has none that makes a name."""
        for head in range(stop - 1, start - 1, -1):
            found = _HEADS.get(self.words[head])
            if found is None:
                continue
            tailless = found[0] == "place" and not self._place_tail(head)
            end = head + 1
            if end >= stop and not tailless:
                end = tail_end(self.tokens, self.gazetteer, end)
            begin = self._head_start(start, head)
            if end - begin < 2 or self._looks_person(begin, head, end, found[1]):
                continue
            type_ = found[0]
            if self.words[head] == "City" and self.tokens.word(begin - 1) in _WITHIN:
                type_ = "place"  # `in Davao City`, but `Manchester City`
            if type_ in ("event", "place") and end > head + 1 and self.words[head + 1] == "for":
                type_ = "organization"
            self._add_headed(start, begin, end, stop, type_)
            return True
        return self._place_before(start, stop)

    def _place_tail(self, head: int) -> bool:
        """`Railway Museum of Nordland`, `Centre for`: what follows belongs to the place's name."""
        following = self.tokens.word(head + 1)
        return following == "for" or (
            following == "of" and self.words[head] in lexicon.TAILED_PLACES
        )

    def _looks_person(self, begin: int, head: int, end: int, weak: bool) -> bool:
        """`Ronnie Wood`, `Sarah Hill`: a weak head after a given name is a surname."""
        if head == begin or end != head + 1:
            return False
        if self.words[begin] not in lexicon.GIVEN and not is_syllables(self.words[begin]):
            return False
        if self._known_at(begin, head) is not None:
            return False
        if any(word in _HEADS for word in self.words[begin + 1 : head]):
            return False
        if self.words[head] in _STREETS and (
            head - begin > 1 or self.tokens.word(begin - 1) in _ON_STREETS
        ):
            return False
        return weak or self.words[head] in lexicon.FAMILY

    def _head_start(self, start: int, head: int) -> int:
        """Leave a country's plain name before an institution outside it: `US Federal Court`."""
        known = self._known_at(start, head)
        if (
            known is not None
            and known[1].category == "country"
            and known[0] <= head
            and self.words[start].isupper()
        ):
            return known[0]
        return start

    def _add_headed(self, start: int, begin: int, end: int, stop: int, type_: EntityType) -> None:
        if begin > start:
            self._section(start, begin)
        elif self.words[end - 1] in lexicon.MILITARY and _ORDINAL.match(
            self.tokens.word(begin - 1)
        ):
            begin -= 1
        known = self._known_at(begin, end)
        if known is not None and known[0] == end:
            self.add_known(begin, end, known[1])
        else:
            begin = self._joined_first(begin, end)
            self.add(begin, end, type_, "head noun")
            self._add_inner(begin, end)
        if end < stop:
            self._section(end, stop)

    def _joined_first(self, begin: int, end: int) -> int:
        """`the Harbour and Allied Workers' Union`: what was taken for a name is half of one."""
        half = self.found[-1] if self.found else None
        alone = half is not None and len(half) == 1 and half.known is None and not half.title
        if half is None or not alone or half.last != begin - 1 or self.words[begin - 1] != "and":
            return begin
        word, the = self.words[half.first], self.tokens.word(half.first - 1)
        plain = word.lower() in lexicon.COMMON and word not in lexicon.ORGANIZATION
        if the not in ("the", "The") or not plain or self.words[end - 1].endswith("s"):
            return begin
        return self.found.pop().first

    def _place_before(self, start: int, stop: int) -> bool:
        if stop - start < 2:
            return False
        if self.words[start] in lexicon.BODIES_BEFORE:  # `Radio Valmora`, `Banco Sol`
            self.add(start, stop, "organization", "head noun")
            return True
        if self.words[start] not in lexicon.PLACE_BEFORE:
            return False
        if (known := self._known_at(start, stop)) is not None and known[0] > start + 1:
            return False
        if self.words[start] not in lexicon.GIVEN or self.words[start + 1] not in lexicon.FAMILY:
            self.add(start, stop, "place", "place word")
            return True
        return False

    def _pieces(self, start: int, stop: int) -> None:
        """Known names within the section, and the rest between them."""
        index = rest = start
        while index < stop:
            known = self._known_at(index, stop)
            if known is not None and (team := self._team(known, stop)) is not None:
                known = team
            if known is None or not self._stands_alone(rest, index, known, stop):
                index += 1
                continue
            if index > rest:
                self._unknown(rest, index)
            self.add_known(index, known[0], known[1])
            index = rest = known[0]
        if rest < stop:
            self._unknown(rest, stop)

    def _team(self, hit: tuple[int, Known], stop: int) -> tuple[int, Known] | None:
        """`Boston Red Sox`: a place and the nickname of its team are the team."""
        end, owner = hit
        if owner.type != "place" or owner.kind == "demonym" or owner.category == "country":
            return None
        team = self._known_at(end, stop) if end < stop else None
        if team is None or team[1].category != "nickname":
            return None
        return team[0], Known(f"{owner.name} {team[1].name}", "organization", "sport")

    def _stands_alone(self, start: int, index: int, hit: tuple[int, Known], stop: int) -> bool:
        """Whether a known name inside a longer section is itself, not part of a person's name."""
        end, known = hit
        if end - index > 1 or known.kind == "demonym" or known.authority:
            return True
        if index == start and known.type == "place" and self._is_firm_s(index, end, stop):
            return False
        if index > start and self.tokens.gap(index) == "-":
            return known.strength == SURE and known.category in _SEPARATE  # not `Mbarga-Ondo`
        if self.tokens.gap(end) == "-":
            return True
        if index == start and end >= stop:
            return True
        if index == start:
            first_is_given = self.words[index] in lexicon.GIVEN
            return known.strength == SURE and not first_is_given and known.category != "city"
        return known.strength == SURE and known.category in _SEPARATE

    def _is_firm_s(self, start: int, end: int, stop: int) -> bool:
        """`Katanga Deep`: behind a place that nobody is called after a word of the language."""
        if end != stop - 1 or self.tokens.gap(end) != " ":
            return False
        place, word = self.words[start], self.words[end].lower()
        titled = word in lexicon.ROLE_LAST or word in lexicon.ROLE_MODIFIER
        named = place in lexicon.GIVEN or place in lexicon.FAMILY
        plain = word in lexicon.COMMON and not word.endswith("s")
        return plain and not (titled or named or self.words[end] in lexicon.GROUPS)

    def _unknown(self, start: int, stop: int) -> None:
        """A candidate of unknown type, unless it is a title's first words: `Farm Commissioner`."""
        if stop == self.title_at and all(
            word.lower() in lexicon.COMMON and word not in lexicon.GIVEN
            for word in self.words[start:stop]
        ):
            return
        known = self._known_at(start, stop)
        if known is not None and known[0] == stop:
            self.add_known(start, stop, known[1])
        elif start < stop and not self._offices(start, stop):
            self.add(start, stop, None, "")

    def _offices(self, start: int, stop: int) -> bool:
        """`the two Prime Ministers`, `the Foreign Ministers`: holders of an office, and no name."""
        last = self.words[stop - 1].lower()
        if stop - start > _LONGEST_OFFICE or last.removesuffix("s") not in lexicon.ROLE_LAST:
            return False
        before = (word.lower() for word in self.words[start : stop - 1])
        return last.endswith("s") and all(word in lexicon.ROLE_MODIFIER for word in before)
