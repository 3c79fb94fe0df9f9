"""Who speaks: a source phrase tied to its entity, pronouns and "the ministry" included.

Nothing is tied unless the text leaves one reading: a pronoun takes the speaker or subject just
before it, if the gender the text shows does not speak against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.annotation.names.pronouns import pronoun_of
from dateline.annotation.quotations import closed, heads, phrases
from dateline.annotation.quotations.bodies import COMPANIES, kinds_of
from dateline.annotation.quotations.heads import OFFICES
from dateline.annotation.quotations.lexicon import PEOPLE
from dateline.annotation.quotations.roles import Roles
from dateline.annotation.quotations.words import Range, Words, word_set
from dateline.model import Mention, Speaker

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her"})
_IT = frozenset({"it", "its"})
_MALE = word_set(
    "mr spokesman chairman congressman businessman king prince sir father husband brother son "
    "pope bishop"
)
_FEMALE = word_set(
    "mrs ms miss spokeswoman chairwoman congresswoman businesswoman queen princess mother wife "
    "sister daughter actress"
)
# The subject of a sentence stands among its first words, or it is not looked for.
_SUBJECT_REACH = 14
# A pronoun reaches back over this many units (sentences) for its speaker.
_MEMORY = 3
# A subject is named among the first words of its clause, titles and all.
_FIRST = 5
# "Lee's lawyer" is a person of his own, "Lee's side" is hers.
_PERSONS = PEOPLE - word_set("side team squad")
_ROLES = PEOPLE | OFFICES
_ROLE_LENGTH = 3
_TITLE_LENGTH = 4
_APPOSITION = 8
"""Words of "retired Australian judge B"."""
_EQUALS = word_set("counterpart colleague number")
_BEFORE_LANDS = word_set("the his her their its")
_OFFICIALS = word_set("minister leader premier president envoy negotiator delegate")
_BEFORE_OBJECTS = word_set(
    "in at with of by from against for to on about over under beside alongside behind before "
    "after near between among into through without unlike like than despite besides"
)


@dataclass(slots=True)
class Cast:
    """What has been said by whom so far; filled as the article is read from top to bottom."""

    words: Words
    unit: int = 0
    last: Speaker | None = None
    last_unit: int = -99
    subject: tuple[Mention, int] | None = None
    """The person or body that was the last sentence's subject, and its unit."""
    gender: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, dict[str, None]] = field(default_factory=dict)
    """Last word of an organization's name, before "of" -> those whose name ends so."""
    people: dict[str, str] = field(default_factory=dict)
    """Persons by id -> name."""
    roles: Roles = field(default_factory=lambda: Roles({}))
    lands: Mapping[str, str] = field(default_factory=dict)
    """Person -> the country or body it speaks for."""
    met: set[str] = field(default_factory=set)
    """The persons named so far."""
    bodies: frozenset[str] = frozenset()
    """All who are no persons."""
    places: frozenset[str] = frozenset()
    spoken_of: str | None = None
    """The subject of the content at hand, when its speaker stands behind it."""
    named: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Those named in the last sentence and in this one, up to where it is read."""

    def enter(self, unit: Range) -> None:
        """Begin a unit: remember its subject for the ones that follow."""
        self.unit += 1
        mentions = self.words.mentions_in(self.words.span(*unit))
        for mention in mentions:
            self._learn(mention)
        here = dict.fromkeys(m.entity for m in mentions if m.entity and m.kind == "name")
        self.met |= here.keys() & self.people.keys()
        self.named = (self.named[1], tuple(here))

    def leave(self, unit: Range, speaker: Speaker | None) -> None:
        """End a unit: what it leaves behind for the next."""
        found = subject_mention(self.words, unit) or self._opening_role(unit)
        if found is not None:
            self.subject = (found, self.unit)
        if speaker is not None:
            self.last, self.last_unit = speaker, self.unit

    def speaker(self, source: Range, unit: Range, content: Range | None = None) -> Speaker:
        """The speaker a source phrase names.

        In "Lee owns the mine, she found" somebody else than Lee speaks: who reports of herself
        does not use her name. Those named as the subject of `content` before it are left out.
        """
        self.spoken_of = self._subject_of(content, source)
        span = self.words.span(*source)
        word = self.words.low[source[0]]
        if source[1] - source[0] == 1 and self.words.mention[source[0]] is None:
            if word in _HE or word in _SHE:
                return Speaker(span, self._person(source, unit, word))
            if word in _IT:
                return Speaker(span, self._body(source, unit))
            if word in ("they", "their", "we", "i", "you", "who"):
                return Speaker(span, None)
        mention = heads.head(self.words, source)
        if mention is not None and mention.entity is not None:
            return Speaker(span, mention.entity)
        together = self._together(source)
        if together:
            return Speaker(span, together[0], together[1:])
        return Speaker(
            span,
            self._by_noun(source)
            or self._by_role(source)
            or self._by_land(source)
            or self._apposed(source, unit),
        )

    def _apposed(self, source: Range, unit: Range) -> str | None:
        """B in "its chair, retired judge B, said": the person that an apposition ends with."""
        words, comma = self.words, source[1]
        if comma >= unit[1] or words.low[comma] != ",":
            return None
        reach = range(comma + 1, min(unit[1], comma + _APPOSITION))
        close = next((at for at in reach if words.low[at] == ","), None)
        named = words.mention[close - 1] if close is not None else None
        if close is None or named is None or named.type != "person":
            return None
        inside = words.mentions_in(words.span(comma + 1, close))
        alone = all(m is named or m.kind == "demonym" for m in inside)
        verb = not closed.AUXILIARIES.isdisjoint(words.low[comma:close])
        role = not _ROLES.isdisjoint(words.low[source[0] : source[1]])
        return named.entity if alone and role and not verb else None

    def _together(self, source: Range) -> tuple[str, ...]:
        """Those who speak with one voice: "Mayor Holt, a baker, and Peter Lind"."""
        low, words = self.words.low, self.words
        if "and" not in low[source[0] : source[1]]:
            return ()
        named: dict[str, None] = {}
        apposed = False
        for at in range(*source):
            mention = words.mention[at]
            if low[at] == ",":
                apposed = not apposed and low[at + 1] in closed.DETERMINERS
            if apposed:
                continue
            if mention is None:
                if low[at] not in ("and", ",", "both") and not words.capital(at):
                    return ()
            elif mention.kind == "name" and mention.entity is not None:
                named[mention.entity] = None
            elif mention.kind != "demonym":
                return ()
        return tuple(named) if len(named) > 1 else ()

    def _learn(self, mention: Mention) -> None:
        if mention.entity is None or mention.kind not in ("name", "nominal"):
            return
        words = self.words
        low, high = words.range(mention.span)
        if mention.type == "organization" and high > low:
            # "Dockers' Union of Valmora" is a union.
            ends = next((at for at in range(low + 1, high) if words.low[at] == "of"), high)
            for noun in (words.low[ends - 1], *kinds_of(words, low, high)):
                self.nouns.setdefault(noun, {})[mention.entity] = None
        if mention.type == "person":
            for at in range(max(0, low - 4), low):
                word = words.low[at]
                # "Miss Lee", not "Rebels miss deadline; Lee".
                address = word != "miss" or words.capital(at)
                if (word in _MALE or word in _FEMALE) and address:
                    self.gender.setdefault(mention.entity, "he" if word in _MALE else "she")

    def _by_noun(self, source: Range) -> str | None:
        """For "the ministry", the one body so far, or of late, whose name ends in "Ministry"."""
        low, high = source
        if high - low != 2 or self.words.low[low] not in ("the", "its"):
            return None
        noun = self.words.low[high - 1]
        bodies = self.nouns.get(noun, {})
        for named in reversed(self.named) if len(bodies) > 1 else ():
            here = [body for body in bodies if body in named]
            if here:
                return here[0] if len(here) == 1 else None
        return next(iter(bodies)) if len(bodies) == 1 else self._company(noun)

    def _by_role(self, source: Range) -> str | None:
        """For "the mayor", "the chief executive" the one person named so far who is one."""
        low, high = source
        words = self.words.low[low + 1 : high]
        if self.words.low[low] != "the" or not 0 < len(words) <= _ROLE_LENGTH:
            return None
        named = any(self.words.mention[at] is not None for at in range(low, high))
        if named:
            return None
        if self.last is not None and self.last.entity is None and self._near(self.last_unit):
            span = self.last.span
            if self.words.text[span.start : span.end].lower().endswith(words[-1]):
                return None  # "A mayor said ... The mayor said": the one who is not named
        span = self.words.span(low + 1, high)
        spoke = self.last.entity if self.last is not None and self._near(self.last_unit) else None
        near = [*reversed(self.named), (spoke,)]
        held = self.roles.only(self.words.text[span.start : span.end], near)
        return held if held in self.met else None

    def _by_land(self, source: Range) -> str | None:
        """For "the Chilean (minister)", "Chile's president" the one named so far who is that."""
        low, high = source
        first = low + (self.words.low[low] in _BEFORE_LANDS)
        nation = self.words.mention[first] if first < high else None
        if nation is None or nation.type != "place" or nation.entity is None:
            return None
        after = self.words.range(nation.span)[1]
        owned = self.words.low[after] == "'s"
        ours = [each for each in self.met if self.lands.get(each) == nation.entity]
        alone = after == high and heads.is_one_person(self.words, nation)
        if alone or (self.words.low[high - 1] in _EQUALS and nation.kind == "demonym"):
            return ours[0] if len(ours) == 1 else None  # "the Chilean", "her Chilean counterpart"
        if (nation.kind != "demonym" and not owned) or after + owned >= high:
            return None
        if any(self.words.mention[at] is not None for at in range(after + owned, high)):
            return None
        role = " ".join(self.words.low[after + owned : high])
        fits = [each for each in self.roles.holders(role) if each in ours]
        # Else the only one of that country of whom nothing is told.
        left = [each for each in ours if not self.roles.of(each)] if role in _OFFICIALS else []
        meant = fits or left
        return meant[0] if len(meant) == 1 else None

    def _company(self, noun: str) -> str | None:
        """For "the company" the one body that the last sentence names."""
        if noun not in COMPANIES:
            return None
        bodies = [entity for entity in self.named[0] if entity in self.bodies]
        return bodies[0] if len(bodies) == 1 and bodies[0] not in self.places else None

    def _person(self, source: Range, unit: Range, word: str) -> str | None:
        wanted = "he" if word in _HE else "she"
        persons: dict[str, int] = {}
        for entity, said in self._candidates(source, unit):
            if entity in self.people:
                persons.setdefault(entity, said)
        # Of two the one that the text or the given name shows to be meant, else the nearest.
        known = [entity for entity in persons if self._gender(entity, "") == wanted]
        if known and persons[known[0]] < self.unit - 1:
            # Not one of long ago before the last sentence's own.
            nearer = [e for e, said in persons.items() if said > persons[known[0]]]
            known = [e for e in nearer if not self._gender(e, "")] or known
        others = [] if known or not persons else self._shown(source, unit, wanted)
        fits = known or others or [e for e in persons if self._gender(e, wanted) == wanted]
        if fits:
            self.gender[fits[0]] = wanted
            return fits[0]
        return self._only_one(wanted)

    def _shown(self, source: Range, unit: Range, wanted: str) -> list[str]:
        """The one person named earlier in the sentence who is surely meant, by the gender."""
        mentions = self.words.mentions_in(self.words.span(unit[0], source[0]))
        named = dict.fromkeys(m.entity for m in mentions if m.entity in self.people)
        sure = [each for each in named if each and self._gender(each, "") == wanted]
        return sure if len(sure) == 1 else []

    def _only_one(self, wanted: str) -> str | None:
        """The one person of the last sentence that the pronoun can mean."""
        unnamed = self.last is not None and self.last.entity is None
        # The pronoun may mean the one who spoke, unless its gender is shown to be another's.
        unknown = "" if unnamed and self.unit - self.last_unit <= 1 else wanted
        fits = [
            entity
            for entity in self.named[0]
            if entity in self.people and self._gender(entity, unknown) == wanted
        ]
        return fits[0] if len(fits) == 1 else None

    def _gender(self, entity: str, unknown: str) -> str:
        """What the text shows, else what the given name tells."""
        if entity in self.gender:
            return self.gender[entity]
        return pronoun_of(self.people[entity]) or unknown

    def _body(self, source: Range, unit: Range) -> str | None:
        found = self._candidates(source, unit)
        return next((entity for entity, _ in found if entity in self.bodies), None)

    def _candidates(self, source: Range, unit: Range) -> list[tuple[str, int]]:
        """Whom a pronoun may mean, nearest first, each with the unit it was spoken of in."""
        found = []
        here = subject_mention(self.words, (unit[0], source[0]))
        if here is not None and here.entity and here.entity != self.spoken_of:
            found.append((here.entity, self.unit))
        past: list[tuple[int, int, str]] = []
        unnamed = self.last is not None and self.last.entity is None
        if unnamed and self.unit - self.last_unit <= 1:
            # "An aide said ... He said": the pronoun may well mean the aide.
            return found
        if self.last is not None and self.last.entity and self._near(self.last_unit):
            past.append((self.last_unit, 1, self.last.entity))
        if self.subject is not None and self.subject[0].entity and self._near(self.subject[1]):
            past.append((self.subject[1], 0, self.subject[0].entity))
        elif self._is_unknown() and self.subject is not None and self.subject[1] == self.unit - 1:
            # "The president left. He said": nobody else than one who is not known.
            past = [each for each in past if each[0] >= self.subject[1]]
        found.extend((entity, said) for said, _, entity in sorted(past, reverse=True))
        return [each for each in found if each[0] != self.spoken_of]

    def _is_unknown(self) -> bool:
        """Whether the last subject is somebody who is not known: "the president", no court."""
        return self.subject is not None and self.subject[0].type == "person"

    def _subject_of(self, content: Range | None, source: Range) -> str | None:
        """Who is named as the subject of a content outside quotation marks, before its source."""
        if content is None or content[0] >= source[0] or self.words.inside[content[0]]:
            return None
        mention = subject_mention(self.words, (content[0], min(content[1], source[0])))
        first = mention is not None and self.words.range(mention.span)[0] - content[0] < _FIRST
        return mention.entity if mention is not None and first else None

    def _opening_role(self, unit: Range) -> Mention | None:
        """The one meant by "The president" that a sentence opens with; of no entity if unknown."""
        low, high = unit
        if self.words.low[low] != "the" or self.words.inside[low]:
            return None
        for at in range(low + 1, min(high - 1, low + 1 + _ROLE_LENGTH)):
            named = self.words.mention[at]
            if named is not None and named.kind == "nominal" and named.type == "person":
                return named
            if named is not None and named.kind != "demonym":
                return None
            word, after = self.words.low[at], self.words.low[at + 1]
            if word in OFFICES and after not in _ROLES and after not in ("of", "'s", "for", "-"):
                if self.words.mention[at + 1] is not None:
                    return None
                held = self._by_role((low, at + 1))
                return Mention(self.words.span(low, at + 1), "nominal", "person", held)
        return None

    def _near(self, unit: int) -> bool:
        return self.unit - unit <= _MEMORY


def subject_mention(words: Words, unit: Range) -> Mention | None:
    """The person, body or country that seems to be the subject of the clause a unit opens with."""
    known = words.subjects
    if unit not in known:
        known[unit] = _find_subject(words, unit)
    return known[unit]


def _describes(words: Words, body: Mention, after: int) -> bool:
    """Whether a body only says whose leader the person behind it is: "Neos leader NAME"."""
    at = after
    while body.type == "organization" and words.low[at] in _ROLES and at - after < _ROLE_LENGTH:
        at += 1
    holder = words.mention[at] if at > after else None
    return holder is not None and holder.type == "person"


def _is_object(words: Words, at: int, low: int) -> bool:
    """Whether a preposition or a verb stands before the name at `at`, past article and titles."""
    first = at
    while at > low and words.mention[at - 1] is None and at > first - _TITLE_LENGTH:
        if not words.capital(at - 1) and words.low[at - 1] not in ("the", "."):
            break
        if words.low[at - 1] in closed.WEEKDAYS:
            break  # "On Thursday Lee held talks"
        at -= 1
    behind = words.low[at - 1] if at > low else ""
    acts = behind.endswith(("s", "ed")) and behind not in _ROLES and words.mention[at - 1] is None
    if behind in closed.AUXILIARIES or (acts and behind.isalpha() and not words.capital(at - 1)):
        return True  # "The offer values Acme", "The court sentenced Lee"
    # The capital of a sentence's first word tells nothing: "In Dr Lee's view".
    return any(words.low[i] in _BEFORE_OBJECTS for i in range(max(low, at - 1), first))


def _find_subject(words: Words, unit: Range) -> Mention | None:
    low, high = unit
    at, limit = low, min(high, low + _SUBJECT_REACH)
    over, inside = words.mention, words.inside
    owner: Mention | None = None
    while at < limit:
        mention = over[at]
        if mention is None or inside[at]:
            at += 1
            continue
        after = phrases.past_mention(words, at, high)
        owned = after < high and words.low[after] == "'s"
        acts = mention.kind == "name" and mention.type in ("person", "organization") and not owned
        if acts and not _is_object(words, at, low) and not _describes(words, mention, after):
            return mention
        if owned and at == low and words.low[after + 1] not in _PERSONS:
            owner = mention if mention.type == "person" else None
        at = after
    return owner
