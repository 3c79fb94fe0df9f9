"""Commitments: who promises what, made when, due when, in which words.

`tag` finds the promises of each sentence of the body; parties and dates come from the events and
quotations already found around them. Headlines and standfirsts say again what the body says and
are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.annotation.commitments.around import Around
from dateline.annotation.commitments.due import DueDates
from dateline.annotation.commitments.find import find_promises
from dateline.annotation.commitments.lexicon import DATED_VERBS
from dateline.annotation.commitments.promise import Promise
from dateline.annotation.events.actors import actors, group_size, group_word
from dateline.annotation.quotations.units import Unit, find_units
from dateline.annotation.quotations.words import Range, lay_out, word_set
from dateline.model import (
    Article,
    Commitment,
    Event,
    LocalEntity,
    Mention,
    Quotation,
    Span,
    Timex,
)

__all__ = ["tag"]

_PRONOUN_TYPES = {"he": "person", "she": "person", "it": "organization"}
# Told as still to come, so that a time at the front of the sentence is when it is due.
_AHEAD = frozenset({"stated-intent", "planned", "scheduled"})
_RELATIVE = frozenset({"that", "which", "who"})
_HEARSAY = word_set(
    "reports claims suggestions rumours rumors allegations speculation report claim suggestion "
    "rumour rumor allegation story stories talk"
)
_HEARSAY_REACH = 3
_A_DAY = len("2031-05-09")
_A_YEAR = len("2031")
_CHARGES = re.compile(r"(?:alleg|accus|claim)", re.IGNORECASE)
_COMPANIES = frozenset({"company", "firm", "group", "club", "bank", "airline", "carrier", "maker"})


def tag(
    article: Article,
    entities: Sequence[LocalEntity],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotations: Sequence[Quotation],
    events: Sequence[Event],
) -> tuple[Commitment, ...]:
    """The commitments of the article's body, in order of their triggers.

    `made` is the date of the event the promise is part of, `None` when the text gives none; `due`
    comes from the words of the promise alone.
    """
    words = lay_out(article.text, tuple(mentions))
    around = Around(article, words, events, quotations, timexes)
    due = DueDates(words, timexes, article.published.edtf)
    found: list[Commitment] = []
    for unit in find_units(article, words):
        around.enter(unit)
        if unit.role == "body":
            found.extend(_commitments(article, around, due, unit))
        around.leave(unit)
    return tuple(found)


def _commitments(
    article: Article, around: Around, due: DueDates, unit: Unit
) -> Iterator[Commitment]:
    words = around.words
    accepted: Range | None = None
    for promise in find_promises(words, unit.range):
        trigger = words.span(*promise.trigger)
        sentence = article.sentence_at(trigger.start)
        if sentence is None:
            continue
        account = around.account(trigger)
        speaker = account.speaker.entity if account and account.speaker else None
        event = around.event(trigger)
        day = due.of(promise.action, unit.range, ahead=promise.status in _AHEAD)
        parties = around.persons(_parties(around, promise, event, speaker, unit))
        if promise.by_speaker:
            limited = "within" in words.low[slice(*promise.action)]
            verb = words.low[promise.action[0]]
            # "Details would be announced in February"; what else befalls in May may be a forecast.
            dated = verb in ("be", "take") or verb in DATED_VERBS or promise.by_people
            exact = day is not None and len(day) == _A_DAY
            timed = day is not None and (day.startswith("../") or limited or dated or exact)
            timed = timed or (promise.never and speaker is not None)
            # What the reporter tells as arranged for a day: "will be held in Rome from 3 May".
            met = promise.status == "scheduled" or promise.by_people or promise.firm
            arranged = account is None and met and day is not None
            # "Would hand over the airport by April and lift the blockade": both are promised.
            reported = account is not None and (timed or promise.trigger == accepted)
            if not (arranged or reported):
                continue
            accepted = promise.trigger
            parties = (speaker,) if speaker else ()
        elif promise.needs_account and not (
            # What several will do together is arranged, whoever tells of it.
            account and (day or around.speaks_for(speaker, parties) or len(parties) > 1)
        ):
            continue
        if promise.needs_day and (day is None or len(day) == _A_YEAR):
            continue
        if _is_charge(article, account, parties):
            continue
        status = _status(promise, account, day, _is_denied(article, account, trigger))
        yield Commitment(
            action=words.span(*promise.action),
            trigger=trigger,
            parties=parties,
            status=status,
            made=around.made(promise, status, event, account, parties),
            due=day,
            sentence=sentence.span,
            reported_by=speaker,
        )


def _is_denied(article: Article, account: Quotation | None, trigger: Span) -> bool:
    """Whether the account denies the promise, and not something that it only mentions it with."""
    if account is None or not account.denied:
        return False
    before = article.text[account.content.start : trigger.start].lower().split()
    whole = _RELATIVE.isdisjoint(before[1:])
    return whole or not _HEARSAY.isdisjoint(before[:_HEARSAY_REACH])  # "denied reports that"


def _is_charge(article: Article, account: Quotation | None, parties: tuple[str, ...]) -> bool:
    """Whether it is what somebody charges others with having promised."""
    if account is None or account.cue is None or account.speaker is None:
        return False
    charge = _CHARGES.match(account.cue.of(article.text)) is not None
    return charge and account.speaker.entity not in parties


def _status(promise: Promise, account: Quotation | None, day: str | None, disputed: bool) -> str:
    if disputed:
        return "disputed"
    # "Will meet" without a day is an intention, and no appointment.
    will = promise.status == "scheduled" and day is None and promise.by_will
    return "stated-intent" if will else promise.status


def _parties(
    around: Around, promise: Promise, event: Event | None, speaker: str | None, unit: Unit
) -> tuple[str, ...]:
    theirs = event is not None and event.kind in ("agreement", "statement")
    if event is not None and event.participants and theirs and not promise.of_another:
        return event.participants
    if promise.subject is None:
        return ()
    words = around.words
    ids = set(actors(words, promise.subject))
    first, last = words.low[promise.subject[0]], words.low[promise.subject[1] - 1]
    if last in ("i", "we") and speaker is not None:
        ids.add(speaker)
    elif not ids and group_word(words, promise.subject):
        ids.update(around.memory.together(group_size(words, promise.subject)))
    elif not ids and first in _PRONOUN_TYPES:
        ids.update(around.antecedent(promise.subject[0], unit, _PRONOUN_TYPES[first]))
        if not ids and first == "it" and speaker is not None:
            ids.add(speaker)
    elif not ids and first in ("the", "its") and last in _COMPANIES:
        ids.update(around.body_before(promise.subject[0]))
    return tuple(sorted(ids))
