"""Events: what happened, by whom, where and when, as far as one article tells.

`tag` finds the trigger words, then for each its participants, place, date and how real it is told
to be; last, what the article says in many sentences of one encounter is made to agree (`focus`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline import edtf
from dateline.annotation.events import where
from dateline.annotation.events.actors import persons_between
from dateline.annotation.events.day_counts import day_after, days_between
from dateline.annotation.events.drafts import LEAD, Draft
from dateline.annotation.events.face_to_face import at_once
from dateline.annotation.events.find import find_happenings, modality
from dateline.annotation.events.focus import settle
from dateline.annotation.events.happening import Happening
from dateline.annotation.events.holders import Holders
from dateline.annotation.events.homes import countries, homes
from dateline.annotation.events.lexicon import (
    CONVERSING,
    ENCOUNTERS,
    HOSTING,
    PAST_MARKS,
    PRESENCE,
    SIGNING,
)
from dateline.annotation.events.memory import Memory
from dateline.annotation.events.narration import told_days
from dateline.annotation.events.scene import (
    Scene,
    fresh,
    is_day,
    lead_days,
    sent_from,
    town_of_lead,
    units_elsewhere,
    units_naming,
)
from dateline.annotation.events.several import in_a_row, one_by_one
from dateline.annotation.events.there import agreed_there, is_placed, needs_place
from dateline.annotation.events.when import Dates
from dateline.annotation.events.who import Cast, of_verb
from dateline.annotation.events.who_nouns import of_noun
from dateline.annotation.quotations import closed
from dateline.annotation.quotations.units import find_units
from dateline.annotation.quotations.words import Words, lay_out
from dateline.annotation.times.words import ORDINALS
from dateline.model import (
    Article,
    Event,
    LocalEntity,
    Mention,
    Quotation,
    Sentence,
    Span,
    Timex,
)

__all__ = ["tag"]

# "the leaders last met in", "their previous summit": the mark stands this near.
_BACK_REACH = 3
_BE = frozenset({"be", "is", "are", "being"})
_PERFECT = frozenset({"had", "has", "have", "been", "having"})
_SUBORDINATORS = frozenset(
    {
        "after",
        "since",
        "before",
        "because",
        "when",
        "why",
        "who",
        "which",
        "whose",
        "where",
        "until",
    }
)
_CLAUSE_REACH = 9
_SEXES = {"he": frozenset({"he", "his", "him"}), "she": frozenset({"she", "her", "hers"})}
# A talk takes two.
_COMPANY = 2
_WHEN = frozenset({"when", "that", "after", "before", "since"})
# "On January 28 he flew": the pronoun stands among the first words.
_FRONT = 5
_SOON = 3
_NEAR = 4
_AFTER = frozenset({"after", "following"})
_ABOUT = frozenset({"on", "over", "for", "about", "to", "in", ",", ";"})
_POINTERS = frozenset({"it", "this", "that"})
_MARKS = frozenset({"was", "is", "marks", "marked"})
_THAT_DAY = re.compile(
    r"(?:earlier|later)(?: (?:in|on) (?:the|that))? day|later|the same day|afterwards?|hours later"
    r"|(?:in|during|that|later in|early in) (?:the )?(?:morning|afternoon|evening|night)",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    r"(?:in |at )?(?:the |that )?(?:early |late )?(?:morning|afternoon|evening|night)",
    re.IGNORECASE,
)


def tag(
    article: Article,
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotations: Sequence[Quotation],
    lands: Mapping[str, str] | None = None,
) -> tuple[Event, ...]:
    """The events of the article's own lines, in order of their triggers.

    `lands` are `homes` of the article, where they are known already.

    Participants and places are entity ids as the mentions give them. An event without a date of
    its own keeps `edtf` at `None`, unless it is the encounter the report is about.
    """
    words = lay_out(article.text, tuple(mentions))
    dates = Dates(words, timexes)
    land = dict(homes(article.text, mentions) if lands is None else lands)
    sent, units = sent_from(article, words), tuple(_body_units(article, words))
    drafts = list(_drafts(article, words, dates, Holders(entities, land), sent))
    place = sent or town_of_lead(article, words)
    scene = Scene(
        article.published.edtf,
        place,
        land,
        lead_days(article, words, timexes),
        lead_days(article, words, timexes, units=1),
        units_elsewhere(words, units, place),
        frozenset() if sent else units_naming(words, units, place),
    )
    told = told_days(words, units, timexes, article.published.edtf)
    return tuple(settle(drafts, scene, told))


def _drafts(
    article: Article, words: Words, dates: Dates, holders: Holders, sent: str | None
) -> Iterator[Draft]:
    """What happened, sentence by sentence; `sent` is where the report was sent from."""
    memory, body, day = Memory(words, holders), 0, None
    for unit in find_units(article, words):
        body += unit.role == "body"
        memory.enter(unit.range)
        for found in find_happenings(words, unit.range):
            draft = _draft(article, words, dates, found, memory, body)
            placed = sent is not None and 0 < body <= LEAD
            if draft is None or (
                needs_place(words, found) and not is_placed(words, found, draft.event, placed)
            ):
                continue
            for each in in_a_row(draft, words, found, dates):
                one = _checked(each, words, article.published.edtf, day)
                yield from one_by_one(one, words, found)
                day = _day_told(one) or day
        if unit.role != "byline":
            memory.leave(unit.range)


def _body_units(article: Article, words: Words) -> Iterator[tuple[int, Span]]:
    """The body's sentences with their numbers, as drafts count them."""
    spans = (words.span(*u.range) for u in find_units(article, words) if u.role == "body")
    return enumerate(spans, 1)


def _draft(
    article: Article, words: Words, dates: Dates, found: Happening, memory: Memory, body: int
) -> Draft | None:
    sentence = article.sentence_at(words.start[found.low])
    if sentence is None:
        return None
    cast = _cast(words, found, memory)
    if found.trigger.lemma in CONVERSING and len(cast.ids) < _COMPANY:
        return None
    met = found.trigger.kind in (*ENCOUNTERS, "agreement") and len(cast.ids) > 1
    if found.trigger.noun and not cast.ids and words.low[found.high] == "between":
        memory.forget()  # "the talks between the mayor and the owner": whom "they" then means
    if met and not (cast.wide and memory.group):
        # Who hosted "the two" is none of them.
        kept = memory.group if cast.group and memory.group else cast.ids
        memory.gather(kept if kept < cast.ids else cast.ids)
    timex = dates.of(found) or (dates.only(found.unit) if at_once(found) else None)
    if timex is not None and _PART_OF_DAY.fullmatch(timex.span.of(words.text)):
        timex = None  # "in the evening": of the day told of
    counted = found.trigger.noun and _counts(words, found)
    if counted and timex is not None and (timex.edtf or "").isdigit():
        timex = None  # "It was the third round of talks between the two this year"
    event = _event(words, found, cast, timex, sentence)
    if timex is None and (counted_on := dates.counted(found)) is not None:
        event = replace(event, edtf=counted_on)
    if agreed_there(words, found, event, memory):
        # "Failed to agree in Rome on Tuesday": there they met.
        held = "happened" if event.modality == "denied" else event.modality
        event = replace(event, kind="meeting", modality=held)
    hosted = found.trigger.lemma in HOSTING
    past = found.trigger.tense == "past" and (words.low[found.low - 1] not in _BE or hosted)
    told = past and not dates.any(found.unit, but=_PART_OF_DAY) and not _background(words, found)
    back = _back(words, found) and not (
        event.edtf is not None and is_day(event.edtf) and fresh(event.edtf, article.published.edtf)
    )
    earlier = words.low[found.low - 1] == "had"
    also = words.low[found.low - 1] == "also" or (told and _that_day(words, found))
    again = event.modality == "planned" and "again" in words.low[found.high : found.high + _SOON]
    ago = 0 if dates.any(found.unit) else days_between(words, found)
    return Draft(
        event,
        cast,
        body,
        back or ago > 0,
        timex,
        past=past,
        earlier=earlier,
        told=told,
        also=also,
        ago=ago,
        again=again,
        signed=found.trigger.lemma in SIGNING,
        outcome=_is_over(words, found),
        counted=counted,
    )


def _cast(words: Words, found: Happening, memory: Memory) -> Cast:
    """Who takes part, with pronouns and groups tied to those named before."""
    verbal = not found.trigger.noun or found.trigger.kind == PRESENCE
    cast = of_verb(words, found) if verbal else of_noun(words, found)
    told = {one for role in cast.holders if (one := memory.holders.only(role)) is not None}
    cast = replace(cast, ids=cast.ids | told)
    if cast.group or _whereabouts(words, found):
        together = _both_named(words, found, cast, memory) or _by_office(cast, memory)
        if together:
            cast = replace(cast, ids=cast.ids | together, group=True)
    elif cast.office and cast.ids <= countries():
        cast = replace(cast, ids=memory.holders.of(cast.office, cast.ids) or cast.ids)
    if cast.pronouns == 1 and (he := memory.meant(_pronoun(words, found))) is not None:
        cast = replace(cast, ids=cast.ids | {he})
    elif cast.pronouns > 1 and memory.person in memory.group:
        cast = replace(cast, ids=cast.ids | memory.group)
    if found.trigger.kind == "death":
        cast = replace(cast, ids=cast.ids & memory.persons)
    return cast


def _pronoun(words: Words, found: Happening) -> str:
    """The one pronoun of a person that its sentence has, as "he" or "she"; else ""."""
    told = set(words.low[found.unit[0] : found.unit[1]])
    sexes = {sex for sex, forms in _SEXES.items() if not forms.isdisjoint(told)}
    return sexes.pop() if len(sexes) == 1 else ""


def _both_named(words: Words, found: Happening, cast: Cast, memory: Memory) -> frozenset[str]:
    """The two that the sentence itself names before: "A said B gave way when the two met".

    "She said B gave way when they met" names one, and the other is whom "she" means.
    """
    low, at = found.unit[0], found.low - 1
    they = words.low[at] == "they" and words.low[at - 1] in _WHEN
    they = they or (found.trigger.noun and "their" in words.low[max(low + 1, at - 2) : at + 1])
    if (cast.size != _COMPANY and not they) or cast.office:
        return frozenset()
    persons = persons_between(words, low, found.low)
    if they and not persons and found.low - low < _FRONT:  # "Since they met in Rome, A and B have"
        persons = persons_between(words, found.high, found.unit[1])
    he = any(words.low[i] in closed.HE_OR_SHE for i in range(low, min(low + _FRONT, found.low)))
    if they and he and memory.person is not None:
        persons.add(memory.person)
    return frozenset(persons) if len(persons) == _COMPANY else frozenset()


def _by_office(cast: Cast, memory: Memory) -> frozenset[str]:
    """Whom "the leaders" and "the two ministers" means: no ministers, and no countries."""
    told = memory.together(cast.size, cast.office)
    if not cast.office:
        return told
    known = memory.holders.holding(cast.office)
    size = cast.size or _COMPANY
    # Of two ministers named, "the two ministers" is no third person.
    fits = bool(told) and told <= memory.persons and not (len(known) >= size and told - known)
    if fits and cast.office != "leader":
        return told
    meant = memory.holders.meant(cast.office, told, size)
    if cast.office == "leader":
        return meant or told
    return meant or (told & memory.persons if len(known) < size else frozenset())


def _whereabouts(words: Words, found: Happening) -> bool:
    """Whether "where they" after a visit tells that the others were there too."""
    rest = words.low[found.high : min(found.unit[1], found.high + 12)]
    return found.trigger.kind == "visit" and ("where", "they") in pairwise(rest)


def _event(
    words: Words, found: Happening, cast: Cast, timex: Timex | None, sentence: Sentence
) -> Event:
    return Event(
        kind="meeting" if found.trigger.kind == PRESENCE else found.trigger.kind,
        edtf=timex.edtf if timex else None,
        modality="happened" if cast.definite else modality(words, found),
        trigger=words.span(found.low, found.high),
        participants=tuple(sorted(cast.ids)),
        place=where.place(words, found),
        sentence=sentence.span,
        timex=timex.span if timex else None,
    )


def _that_day(words: Words, found: Happening) -> bool:
    """Whether it is told as of the same day: "In the evening he met B", "was later received"."""
    low = found.unit[0]
    front = words.span(low, found.low).of(words.text) if found.low > low else ""
    return bool(_THAT_DAY.match(front)) or words.low[found.low - 1] == "later"


def _background(words: Words, found: Happening) -> bool:
    """Whether the verb stands in the past perfect, or in a clause that only tells when or why."""
    if words.low[found.low - 1] in _PERFECT:
        return True
    for at in range(found.low - 1, max(found.unit[0], found.low - _CLAUSE_REACH) - 1, -1):
        if words.low[at] in (",", ";"):
            return False
        if words.low[at] in _SUBORDINATORS and words.mention[at] is None:
            return True
    return False


def _counts(words: Words, found: Happening) -> bool:
    """Whether the sentence numbers the encounter it is about: "It was the third meeting"."""
    low = found.unit[0]
    if "whose" in words.low[low : found.low]:  # "whose meeting with B was their third"
        rest = words.low[found.high : found.unit[1]]
        return any(one == "their" and two in ORDINALS for one, two in pairwise(rest))
    opens = words.low[low] in _POINTERS and words.low[low + 1] in _MARKS
    return opens and not ORDINALS.keys().isdisjoint(words.low[low + 2 : found.low])


def _back(words: Words, found: Happening) -> bool:
    """Whether it is told as gone by: "their last meeting", "they have met before"."""
    low, rest = max(found.unit[0], found.low - _BACK_REACH), words.low[found.high : found.unit[1]]
    bare = not rest[1:] or not rest[1][0].isalnum()
    before = rest[:1] in (["before"], ["previously"], ["already"]) and bare
    marks = (at for at in range(low, found.low) if words.low[at] in PAST_MARKS)
    return before or any(words.low[at - 1] != "a" for at in marks)  # "after a last round of talks"


def _is_over(words: Words, found: Happening) -> bool:
    """Whether it stands behind "after": "after Lima talks", but not "after a row over talks"."""
    for at in range(found.low - 1, max(found.unit[0], found.low - _NEAR) - 1, -1):
        if words.low[at] in _AFTER:
            return True
        if words.low[at] in _ABOUT:
            return False
    return False


def _checked(draft: Draft, words: Words, published: str | None, day: str | None) -> Draft:
    """A happening dated after the report is planned; told in the past, the date is not its own.

    "The day after" an encounter told before is counted from `day`, the day of that one.
    """
    event = draft.event
    if draft.timex is not None and draft.past and day is not None:
        after = day_after(draft.timex.span.of(words.text), day, published)
        if after is not None:
            return replace(draft, event=replace(event, edtf=after))
    if event.modality != "happened" or event.edtf is None or published is None:
        return draft
    told, last = edtf.parse(event.edtf), edtf.parse(published).latest
    first = told.earliest or told.latest
    if first is None or last is None or first <= last:
        return draft
    if draft.past:
        return replace(draft, event=replace(event, edtf=None, timex=None), timex=None)
    return replace(draft, event=replace(event, modality="planned"))


def _day_told(draft: Draft) -> str | None:
    """The day of an encounter that took place on one day."""
    event = draft.event
    if event.kind not in ENCOUNTERS or event.modality != "happened" or event.edtf is None:
        return None
    day = edtf.parse(event.edtf)
    return event.edtf if day.earliest == day.latest and not draft.back else None
