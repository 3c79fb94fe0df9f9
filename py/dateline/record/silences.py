"""Where one side leaves out what another tells, or says that it is not settled.

"The Norwegian statement made no mention of tolls", after somebody told of tolls; "no date had been
fixed", after somebody named one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from dateline.model import Account, Annotations, Disagreement, Quotation, Sentence, Span
from dateline.record.days import when
from dateline.record.threads import source
from dateline.record.wording import ROOT, about, content_stems
from dateline.text import plain

_OMITS = re.compile(
    r"\b(?:(?:made|makes|make|making) no (?:mention|reference)(?: (?:of|to)\b)"
    r"|(?:did|does|do)(?: not|n't) (?:mention|refer to|include|speak of)\b"
    r"|(?:omitted|omits|left out|leaves out)\b"
    r"|(?:said|says) nothing (?:of|about)\b"
    r"|(?:was|were|is|are) silent (?:on|about)\b)"
    r" (?P<what>[^.;,]{3,80})"
)
# "The other statement gave no date", "gave the same figure but no date"
_DATELESS = re.compile(
    r"\b(?:g[ai]ves?|named?s?|mention(?:s|ed)|sets?|specifie[sd]|contain(?:s|ed)|offer(?:s|ed)|but"
    r"|and|with) no (?:[a-z]{3,10} )?"
    r"(?:dates?|day|month|year|deadline|timetable|time ?frame|schedule)\b"
    r"|\b(?:would not|declined to|refused to) (?:confirm|give|name|set) (?:the|a|any) "
    r"(?:dates?|day|month|deadline|timetable)\b",
    re.IGNORECASE,
)
# "Asked when the ban would end, she declined to name a day": of nothing else.
_WHEN_ASKED = re.compile(r"\b(?:asked|pressed|questioned)\b[^.;]{0,20}\bwhen\b", re.IGNORECASE)
# Who that is, is not told.
_HE = re.compile(r"(?:He|She|They) ")
# "A statement from the presidency said only that it would be looked at"
_ONLY = re.compile(r"\b(?:said|says|saying|spoke|speaks) only (?:that|of)\b")
# Whose silence counts: an account given in writing or by office. A person's speech passes over
# most things.
_ACCOUNT = re.compile(
    r"\b(?:statement|readout|read-out|account|version|communique|communiqué|release|transcript"
    r"|summary|announcement|text|ministry|office|government|embassy|presidency|spokesman"
    r"|spokeswoman|spokesperson|side|media|press|television|papers|newspapers|agency)\b"
)
_IT = re.compile(r"(?:It|Its (?:statement|readout|report|account)) ")
_UNSETTLED = re.compile(
    r"(?:that )?(?:no (?P<what>date|time|day|venue|place|location|decision|agreement|deal)"
    r"(?: (?:or|and) (?:date|time|day|venue|place|location))?"
    r" (?:had|has|have) (?:yet |so far )?been (?:yet )?"
    r"(?:fixed|set|made|agreed|taken|reached|decided|chosen|named)"
    r"|(?P<all>nothing|none of this|that|it) (?:had|has|have|is|was) (?:not )?(?:yet |so far )?"
    r"(?:been )?(?:decided|settled|agreed|fixed)"
    r"|(?:he|she|it|they) (?:had|has|have) (?:given|set|named|fixed|promised|made) no "
    r"(?P<given>date|day|time|venue|place|promise|commitment|undertaking)"
    r"|(?:the )?(?P<dates>dates?|venue|place|location) (?:had|has|have) not (?:yet )?been "
    r"(?:fixed|set|finali[sz]ed|agreed|decided|chosen|announced)"
    r"|(?:the )?(?P<open>date|time|day|venue|place|location) (?:was|is|were|are|remained|remains)"
    r" (?:still |yet )?(?:to be|open|not|under discussion|undecided|unclear))\b"
)
_APPOINTED = frozenset({"scheduled", "stated-intent", "agreed", "planned"})
_WHERE = frozenset({"venue", "place", "location"})
_WHEN = frozenset({"date", "time", "day"})
# "Did not refer to the matter": what was just told.
_POINTS = re.compile(
    r"(?:the )?(?:matter|issue|subject|topic|question|it|this|that|them)"
    r"|(?:any |an? )?such .{2,30}"
    r"|(?:this|that|the) (?:assurance|offer|promise|demand|claim|request)"
)
_SEASON = 100
"""Days within which a time to come is a date: "by the end of May", not "in 2034"."""
_LEAST_ROOT = 4
_NEAR = 3
"""Sentences between the two sides, at most."""
_NEAR_IN_WORDS = 7
"""The same, where the thing left out is named."""
_MOST_SAID = 1000
_MOST_BEFORE = 12
"""Sayings looked at."""


def find_silences(annotations: Sequence[Annotations]) -> Iterator[Disagreement]:
    """What one account tells and the other, in the same report, leaves out or calls unsettled."""
    for one in annotations:
        spoken = (q for q in one.quotations[:_MOST_SAID] if q.speaker is not None)
        said = sorted(spoken, key=lambda quotation: quotation.content.start)
        for sentence in one.article.sentences:
            if sentence.role != "body":
                continue
            found = _left_out(one, sentence, said) or _dateless(one, sentence, said)
            if found is not None:
                yield found
        for quotation in said:
            found = _unsettled(one, quotation, said)
            if found is not None:
                yield found


def _left_out(
    one: Annotations, sentence: Sentence, said: Sequence[Quotation]
) -> Disagreement | None:
    text = plain(sentence.span.of(one.article.text))
    match = _OMITS.search(text) or _ONLY.search(text)
    if match is None:
        return None
    silent = _side(one, Span(sentence.span.start, sentence.span.start + match.start()))
    if _IT.fullmatch(text[: match.start()]) is not None:
        silent = _body_before(one, sentence, said)
    elif _ACCOUNT.search(text[: match.start()].lower()) is None:
        return None
    what = match["what"] if match.re is _OMITS else "it"
    wanted = content_stems(what)
    pointed = _POINTS.fullmatch(what) is not None
    for other in _before(one, sentence.span.start, said, _NEAR if pointed else _NEAR_IN_WORDS):
        speaker = other.speaker.entity if other.speaker else None
        if speaker is not None and speaker == silent:
            continue
        if pointed or wanted & content_stems(other.content.of(one.article.text)):
            return _disagreement(one, other.content, speaker, sentence, silent)
    ours = {q.content.start for q in said if q.speaker and q.speaker.entity == silent}
    told = None if pointed or silent is None else _told_by_report(one, sentence, wanted, ours)
    return None if told is None else _disagreement(one, told.span, None, sentence, silent)


def _dateless(
    one: Annotations, sentence: Sentence, said: Sequence[Quotation]
) -> Disagreement | None:
    """Who gives no date for what another has just said when it would be."""
    text = plain(sentence.span.of(one.article.text))
    match = _DATELESS.search(text)
    if match is None or _HE.match(text) is not None:
        return None
    asked = content_stems(text) if _WHEN_ASKED.search(text, 0, match.start()) else frozenset()
    silent = _side(one, Span(sentence.span.start, sentence.span.start + match.start()))
    for other in _before(one, sentence.span.start, said):
        speaker = other.speaker.entity if other.speaker else None
        meant = not asked or asked & content_stems(other.content.of(one.article.text))
        if (speaker is None or speaker != silent) and meant and _dated(one, other.content):
            return _disagreement(one, other.content, speaker, sentence, silent)
    for promise in reversed(one.commitments):
        told = one.article.sentence_at(promise.sentence.start)
        near = told is not None and 0 < sentence.index - told.index <= _NEAR
        if near and not asked and promise.due is not None and promise.reported_by != silent:
            return _disagreement(one, promise.sentence, promise.reported_by, sentence, silent)
    return None


def _dated(one: Annotations, content: Span) -> bool:
    """Whether a saying names a day or a month to come."""
    if any(c.due is not None and c.action.overlaps(content) for c in one.commitments):
        return True
    published = when(one.article.published.edtf)
    for timex in one.timexes:
        day = when(timex.edtf) if content.covers(timex.span) else None
        near = day is not None and (day.latest - day.earliest).days <= _SEASON
        if day is not None and near and (published is None or day.latest >= published.earliest):
            return True
    return False


def _body_before(one: Annotations, sentence: Sentence, said: Sequence[Quotation]) -> str | None:
    """The body that speaks in the sentence before: whose statement "it" is."""
    for other in _before(one, sentence.span.start, said, 1):
        speaker = other.speaker.entity if other.speaker else None
        kinds = {m.type for m in one.mentions if m.entity == speaker}
        if speaker is not None and kinds <= {"organization", "place"}:
            return speaker
    return None


def _told_by_report(
    one: Annotations, silent: Sentence, wanted: Set[str], ours: Set[int]
) -> Sentence | None:
    """The nearest sentence before in which the report itself tells what is left out.

    `ours` are the offsets at which the side that leaves it out begins to speak.
    """
    roots = {each[:ROOT] for each in wanted if len(each) >= _LEAST_ROOT}
    before = one.article.sentences[max(0, silent.index - 1 - _NEAR_IN_WORDS) : silent.index - 1]
    for sentence in reversed(before):
        stems = content_stems(sentence.span.of(one.article.text))
        span = sentence.span
        speaks = any(span.start <= at < span.end for at in ours)
        if (
            sentence.role == "body"
            and not speaks
            and not roots.isdisjoint(each[:ROOT] for each in stems)
        ):
            return sentence
    return None


def _unsettled(
    one: Annotations, quotation: Quotation, said: Sequence[Quotation]
) -> Disagreement | None:
    text = plain(quotation.content.of(one.article.text)).lower().lstrip('"')
    match = _UNSETTLED.match(text)
    sentence = one.article.sentence_at(quotation.content.start)
    if match is None or sentence is None or quotation.speaker is None:
        return None
    if match["all"] in ("that", "it") and " not " not in match[0]:
        return None
    named = (match[each] for each in ("what", "open", "dates", "given"))
    what = next(filter(None, named), "date")
    what = what.removesuffix("s")
    for other in _before(one, sentence.span.start, said):
        speaker = other.speaker.entity if other.speaker else None
        if speaker is not None and speaker == quotation.speaker.entity:
            continue
        if other.speaker and quotation.speaker.entity in other.speaker.also:
            continue
        if _names(one, other.content, what):
            return _disagreement(one, other.content, speaker, sentence, quotation.speaker.entity)
    return _unsettled_promise(one, quotation, sentence) if what in _WHEN else None


def _unsettled_promise(
    one: Annotations, quotation: Quotation, sentence: Sentence
) -> Disagreement | None:
    """What the report itself tells as arranged, in the sentence just before."""
    speaker = quotation.speaker.entity if quotation.speaker else None
    for commitment in reversed(one.commitments):
        told = one.article.sentence_at(commitment.sentence.start)
        if told is None or told.index != sentence.index - 1 or commitment.status not in _APPOINTED:
            continue
        by = commitment.reported_by
        if by is None or by != speaker:
            return _disagreement(one, commitment.sentence, by, sentence, speaker)
    return None


def _names(one: Annotations, content: Span, what: str) -> bool:
    """Whether a saying names a time to come or a place, or speaks of what is said to be open."""
    if what in _WHEN:
        planned = (c.sentence for c in one.commitments if c.status in _APPOINTED)
        return any(sentence.overlaps(content) for sentence in planned)
    if what in _WHERE:
        return any(m.type == "place" and content.covers(m.span) for m in one.mentions)
    return bool(content_stems(what) & content_stems(content.of(one.article.text)))


def _before(
    one: Annotations, start: int, said: Sequence[Quotation], most: int = _NEAR
) -> Iterator[Quotation]:
    """What is said in at most so many sentences before an offset, the nearest first."""
    here = one.article.sentence_at(start)
    at = bisect_left(said, start, key=lambda quotation: quotation.content.start)
    for quotation in reversed(said[max(0, at - _MOST_BEFORE) : at]):
        sentence = one.article.sentence_at(quotation.content.start)
        if here is None or sentence is None or here.index - sentence.index > most:
            return
        if quotation.content.end <= start:
            yield quotation


def _side(one: Annotations, span: Span) -> str | None:
    """Whose account it is: the last body, person or nation named in the subject."""
    first = bisect_left(one.mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(one.mentions, span.end, key=lambda m: m.span.start)
    named = [m.entity for m in one.mentions[first:last] if m.entity is not None]
    return named[-1] if named else None


def _disagreement(
    one: Annotations, told: Span, speaker: str | None, sentence: Sentence, silent: str | None
) -> Disagreement | None:
    claim = one.article.sentence_at(told.start)
    if claim is None:
        return None
    return Disagreement(
        about(one, sentence.span),
        (Account(source(one, claim), speaker), Account(source(one, sentence), silent)),
    )
