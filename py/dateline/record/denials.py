"""What one side says and another denies: in the same article, else in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.annotation.events.homes import side_of
from dateline.model import Account, Annotations, Disagreement, Quotation, Span
from dateline.record.threads import source
from dateline.record.wording import ROOT, SentenceIndex, about, content_stems, low_words, telling
from dateline.text import plain

# Share of the smaller account's content words that two accounts of one thing have in common.
SAME_THING = 0.5
LEAST_COMMON = 2
# Share of a denial's weighted words that a sentence of another article must hold to be meant.
_SAME_WORDS = 0.6
# The whole sentence before a denial holds more than what is denied.
_SAME_SENSE = 0.35
_MOST_LOOKED_AT = 12
# An article that reports more sayings than this is no article.
_MOST_SAID = 1000
# "Rejected the claim", "denied the accusations": what is denied was said this near before.
_AT_ITS_HEAD = 60
"""Code points from the beginning of a denial in which it names whose claim it denies."""
_TITLE = 24
"""Code points of a title before a name: `opposition MP`."""
_NEAR = 3
_NAMED_WITHIN = 6
"""Sentences between a denial that names whom it answers and what that one said."""
# "Nobody has signed anything" right behind a denial is its speaker's, too.
_GOES_ON = 2
_MOST_MORE = 3
"""Further accounts of a denial, at most."""
_ONE_AND_THE_SAME = frozenset({"he", "she"})
_NEGATIONS = frozenset({"no", "not", "nor", "never", "nobody", "nothing", "n't"})
_REPORT_BY = re.compile(
    r"(?:an?|the|earlier|recent) (?:\w+ )?(?:reports?|claims?|story|allegations?|accusations?)"
    r" (?:by|in|from|on) (?:the |state (?:television|media|radio) )?",
    re.IGNORECASE,
)
_REPORT_THAT = re.compile(
    r"(?:(?:an?|the) )?(?:[\w-]+ ){0,2}(?:reports?|claims?|allegations?|accusations?|rumou?rs?"
    r"|suggestions|speculation|story|stories) (?:[^.;]{2,40} )?that\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(r"\b(?:was|were|did|had|has|have|does|do|is|are|would|could)\W*$")
_ASKS = re.compile(r"(?:that )?(?:if|why|how|what)\b|.{0,400}\bwhether\b|.{0,40}\?\W*$")
_NEGATIVE = re.compile(r"(?:that )?(?:nobody|no one|nothing|none of|never|not (?:one|a|true))\b")
_ANY_SUCH = re.compile(r"(?:that )?(?!that )(?:\w+ ){1,6}(?:no|any) such\b")
_NO_DATE = re.compile(
    r"(?:that )?no (?:dates?|day|deadline|timetable) (?:had|has|have|was|were|is)\b"
)
_ANY_CLAIM = re.compile(r".{0,30}\bany (?:suggestion|claim|talk|notion|idea|hint|link)\b")
_NAMES_FALSE = re.compile(r"call|describ|label|brand|dub")
_NONE_SUCH = re.compile(r"(?:that )?(?:there (?:was|were|is|are|had been) )?no such\b")
# "That any decision had been taken on the line": what is denied is the line, as announced.
_LIGHT = content_stems("any decision decisions taken made reached agreed discussed plan plans such")
_POINTING = content_stems(
    "claim claims allegation allegations accusation accusations charge charges report reports "
    "suggestion suggestions it this that them assertion criticism thing involvement "
    "responsibility wrongdoing false untrue wrong fiction nonsense baseless unfounded fantasy "
    "case true correct right lie lies absurd rubbish fabrication incorrect inaccurate notion idea"
)
_PAPERS_SHOW = re.compile(
    r"\b(?:documents?|papers?|records?|minutes|e-?mails?|letters?|files?|photographs?|photos|footage"
    r"|videos?|recordings?|images|logs?|memos?|registers?|receipts?|invoices?)\b[^.;]{0,60}"
    r"\b(?:shows?|showed|speaks? of|spoke of|tells?|told|records?|recorded|suggests?|suggested"
    r"|contradicts?|contradicted|lists?|listed|mentions?|mentioned|refers? to|referred to)\b",
    re.IGNORECASE,
)
"""What the report holds against a denial: "Documents seen by this newspaper show an order"."""
_BUT = re.compile(r"(?:But|Yet|However|Nevertheless)\b")
# "Asked about that, A said that there had been none": what was said before is denied.
_ANSWERS = re.compile(
    r"\b(?:asked|pressed|questioned) about (?:it|this|that|the|his|her|their)\b"
    r"|\bwhen (?:told|asked|informed) (?:of|about)\b|\bin (?:response|reply)\b"
    r"|\bresponding to\b|\bwhen asked\b"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One side's words."""

    account: Account
    content: Span
    stems: frozenset[str]
    denied: bool
    teller: str = ""
    """Who speaks: the entity, else the words that describe whoever it is."""
    side: str = ""
    """Whom the speaker speaks for: a country, a body."""
    asks: bool = False
    """A question, which claims nothing."""
    negative: bool = False
    """Opens with "nobody" or "nothing"."""
    elliptic: bool = False
    """Says but "that he was": its stems are those of the sentence before."""
    none_such: bool = False
    """Points back: "no such reports had reached her"."""
    no_date: bool = False
    """That no date is fixed, which denies what was told with one."""
    dated: bool = False
    answers: bool = False
    """Told as an answer to what was said before: "asked about that"."""


def find_denials(
    annotations: Sequence[Annotations], index: SentenceIndex, homes: Mapping[str, str]
) -> Iterator[Disagreement]:
    """Every denial whose other side is told; `homes` gives whom persons speak for.

    `index` is that of `annotations`.
    """
    elsewhere = _Elsewhere(annotations, index, homes)
    for number, one in enumerate(annotations):
        known = _accounts(one, elsewhere.homes)
        taken: set[Span] = set()
        for denial in (each for each in known if each.denied):
            span = denial.account.source.span
            if span in taken or _goes_on_denying(denial, known):
                continue
            meant = _what_is_denied(one, denial)
            best = _other_side(meant, known)
            if best is None:
                best = elsewhere.other_side(meant, number)
            if best is None and (told := _told_by(one, denial)) is not None:
                taken.add(span)
                more = _who_says_so_too(one, denial, denial, known)
                yield Disagreement(about(one, span), (told, denial.account, *more))
            elif best is None and (told := _told_against(one, denial)) is not None:
                taken.add(span)
                yield Disagreement(about(one, span), (denial.account, told))
            elif best is not None:
                taken.add(span)
                more = _who_says_so_too(one, denial, best, known)
                yield Disagreement(about(one, span), (best.account, denial.account, *more))


def _goes_on_denying(denial: _Said, known: Sequence[_Said]) -> bool:
    """Whether "there are no such talks" only says again what its speaker just denied."""
    if not (denial.none_such or denial.answers):
        return False
    return any(
        each.denied
        and each.teller == denial.teller
        and each.content < denial.content
        and _apart(each, denial) == 1
        for each in known
    )


def _told_by(one: Annotations, denial: _Said) -> Account | None:
    """Whose account is denied in "denied a report by X that": the sentence itself tells of both."""
    said = denial.content.of(one.article.text)
    found = _REPORT_BY.match(said)
    at = denial.content.start + found.end() if found else -1
    near = (m for m in one.mentions if 0 <= m.span.start - at <= _TITLE and m.kind == "name")
    teller = next((m for m in near if m.entity), None) if found else None
    if teller is None or teller.type not in ("organization", "person"):
        return replace(denial.account, speaker=None) if _REPORT_THAT.match(said) else None
    return replace(denial.account, speaker=teller.entity)


def _told_against(one: Annotations, denial: _Said) -> Account | None:
    """What the report itself sets against a denial: "But minutes of the meeting speak of seven".

    The sentence right behind opens with "but" or its like, or tells of what papers show, and has a
    word of the denial's roots.
    """
    at = denial.account.source.sentence
    after = one.article.sentences[at] if at < len(one.article.sentences) else None
    behind = plain(after.span.of(one.article.text)) if after is not None else ""
    if after is None or not (_BUT.match(behind) or _PAPERS_SHOW.search(behind)):
        return None
    # The stem of "an order" is not that of "ordered".
    told = _roots(telling(one, after.span)) | _roots(low_words(behind))
    return None if told.isdisjoint(_roots(denial.stems)) else Account(source(one, after), None)


def _roots(stems: Iterable[str]) -> set[str]:
    """What a verb and its noun have in common: "demol" of "demolished" and "demolitions"."""
    return {each[:ROOT] for each in stems if len(each) >= ROOT and not each.startswith("@")}


def _what_is_denied(one: Annotations, denial: _Said) -> _Said:
    """For "A denies that he was" the words of the sentence before, which tell what."""
    text = denial.content.of(one.article.text)
    if denial.stems - {f"@{denial.account.speaker}"} or not _ELLIPTIC.search(plain(text).lower()):
        return denial
    index = denial.account.source.sentence - 2
    if index < 0:
        return denial
    before = one.article.sentences[index].span
    asked = plain(before.of(one.article.text)).find("whether ")
    meant = Span(before.start + max(0, asked), before.end)
    speaker = f"@{denial.account.speaker}"
    return replace(denial, stems=telling(one, meant) - {speaker}, elliptic=True)


def _who_says_so_too(
    one: Annotations, denial: _Said, claim: _Said, known: Sequence[_Said]
) -> list[Account]:
    """Who goes on denying right behind: "Nobody has signed anything," said A."""
    found = _goes_on(one, denial, claim, known) if denial.stems <= _POINTING else []
    about_it = {each for each in claim.stems | denial.stems if not each.startswith("@")}
    for each in known:
        apart = each.account.source.sentence - denial.account.source.sentence
        other = each.account.speaker not in (claim.account.speaker, None)
        # "No such exchange had been discussed" says nothing of a blockade.
        such = each.none_such and (each.stems <= _POINTING or each.stems & about_it)
        if 0 < apart <= _GOES_ON and other and (each.negative or such):
            found.append(each.account)
    return list(dict.fromkeys(found))[:_MOST_MORE]


def _goes_on(
    one: Annotations, denial: _Said, claim: _Said, known: Sequence[_Said]
) -> list[Account]:
    """What the same speaker says next: "A rejected that. “I never did. I was away,” he said"."""
    found: list[Account] = []
    last = denial.account.source.sentence
    nameless = denial.account.speaker is None
    for each in known:
        first = each.account.source.sentence
        if not last <= first <= last + 1 or each.content <= denial.content:
            continue
        if each.teller == denial.teller or (nameless and each.teller != claim.teller):
            for sentence in one.article.sentences[first - 1 : first + _MOST_MORE]:
                if sentence.index > last and sentence.span.overlaps(each.content):
                    found.append(Account(source(one, sentence), each.account.speaker))
                    last = sentence.index
    return found


def _accounts(one: Annotations, homes: Mapping[str, str]) -> list[_Said]:
    """The sayings of an article in order; "he" goes on for whoever spoke in the sentence before."""
    found: list[_Said] = []
    for quotation in one.quotations[:_MOST_SAID]:
        said = _said(one, quotation, homes)
        if said is None:
            continue
        if said.teller in _ONE_AND_THE_SAME and found and _apart(found[-1], said) <= 1:
            said = replace(said, teller=found[-1].teller)
        found.append(said)
    return found


class _Elsewhere:
    """What is said in all articles, to find the other side of a denial."""

    def __init__(
        self,
        annotations: Sequence[Annotations],
        index: SentenceIndex,
        homes: Mapping[str, str],
    ) -> None:
        self._annotations = annotations
        self._index = index
        self.homes = homes
        """Person -> country or body it speaks for."""

    def other_side(self, denial: _Said, number: int) -> _Said | None:
        """Who says in another article what is denied, in mostly the same words."""
        if len(denial.stems) < LEAST_COMMON:
            return None
        for score, place in self._index.similar(denial.stems)[:_MOST_LOOKED_AT]:
            if score < (_SAME_SENSE if denial.elliptic else _SAME_WORDS):
                return None
            if place.document == number:
                continue
            for said in _accounts(self._annotations[place.document], self.homes):
                here = said.account.source.sentence == place.sentence.index
                if here and not said.denied and _contrary(denial, said):
                    return said
        return None


def _only_mentioned(claim: _Said, denial: _Said) -> bool:
    """Whether a claim stands far inside the denial: "had not seen the deal that A vowed to sign".

    Right at its head it is what is denied: "denied A's claim that".
    """
    inside = denial.content.covers(claim.content)
    return inside and claim.content.start - denial.content.start > _AT_ITS_HEAD


def _other_side(denial: _Said, known: Sequence[_Said]) -> _Said | None:
    """Who said what is denied: the account with most words in common, or the one just before."""
    sides = [each for each in known if not each.denied and _contrary(denial, each)]
    # Who relays the denial is no other side: "A told B that it had no plans, an official said".
    sides = [each for each in sides if not each.content.covers(denial.content)]
    sides = [each for each in sides if not (each.asks or _only_mentioned(each, denial))]
    if sides:
        return max(sides, key=lambda each: (_beside(denial, each), each.content))
    if not (denial.stems <= _POINTING or denial.answers or denial.no_date):
        return None
    near = [
        each
        for each in known
        if not (each.denied or each.asks or (denial.no_date and not each.dated))
        and each.content < denial.content
        and each.teller != denial.teller
        and denial.account.source.sentence - each.account.source.sentence <= _NEAR
    ]
    # "A said that the paper B had promised was lost": what A said is denied, not what B promised.
    whole = [e for e in near if not any(o.content.covers(e.content) for o in near if o is not e)]
    # Who claims something goes on to speak of it: what is denied is what he began with.
    claim = whole[-1] if whole else None
    for each in reversed(whole[:-1] if not denial.no_date else ()):
        if claim is None or each.teller != claim.teller or _apart(each, claim) > 1:
            break
        claim = each
    return claim


def _apart(one: _Said, other: _Said) -> int:
    """Sentences from one saying to a later one of the same article."""
    return other.account.source.sentence - one.account.source.sentence


def _beside(denial: _Said, other: _Said) -> tuple[bool, int]:
    """How surely the other is what is denied: said in the same sentence, in the same words."""
    same = denial.account.source == other.account.source
    return same, len(denial.stems & other.stems)


def _said(one: Annotations, quotation: Quotation, homes: Mapping[str, str]) -> _Said | None:
    sentence = one.article.sentence_at(quotation.content.start)
    if sentence is None or quotation.speaker is None:
        return None
    account = Account(source(one, sentence), quotation.speaker.entity)
    text = quotation.content.of(one.article.text)
    low = plain(text).lower().lstrip('"')
    cue = quotation.cue.of(one.article.text).lower() if quotation.cue else ""
    return _Said(
        account,
        quotation.content,
        _heavy(telling(one, quotation.content) - _NEGATIONS, quotation.denied),
        quotation.denied,
        quotation.speaker.entity or plain(quotation.speaker.span.of(one.article.text)).lower(),
        side=side_of(quotation.speaker.entity, homes) if quotation.speaker.entity else "",
        asks=_ASKS.match(low) is not None,
        negative=_NEGATIVE.match(low) is not None,
        none_such=_NONE_SUCH.match(low) is not None,
        answers=_NAMES_FALSE.match(cue) is not None
        or _ANY_CLAIM.match(low) is not None
        or _ANSWERS.search(plain(sentence.span.of(one.article.text)).lower()) is not None
        or _ANY_SUCH.match(low) is not None,
        no_date=_NO_DATE.match(low) is not None,
        dated=any(quotation.content.covers(timex.span) for timex in one.timexes),
    )


def _heavy(stems: frozenset[str], denied: bool) -> frozenset[str]:
    """The words of a saying; of a denial, without those that only say that it was decided."""
    return (stems - _LIGHT or stems) if denied else stems


def _contrary(denial: _Said, other: _Said) -> bool:
    if denial.teller == other.teller and denial.teller not in _ONE_AND_THE_SAME:
        return False
    common = len(denial.stems & other.stems)
    same = denial.account.source.document == other.account.source.document
    apart = abs(denial.account.source.sentence - other.account.source.sentence) if same else 99
    if common and (apart == 0 or (apart == 1 and 3 * common >= len(denial.stems))):
        return True
    if apart <= 1 and other.content < denial.content and _accused(denial, other):
        return True
    named = f"@{other.account.speaker}" in denial.stems and apart <= _NAMED_WITHIN
    if named and any(not each.startswith("@") for each in denial.stems & other.stems):
        return True  # "denied that it had agreed to a truce announced by A", and A told of a truce
    if common and apart <= _NEAR and other.content < denial.content and _accused(denial, other):
        return True  # "A said that India had closed it", and India denies having closed anything
    if common and denial.none_such and apart <= _NEAR and other.content < denial.content:
        return True
    least = min(len(denial.stems), len(other.stems))
    return common >= LEAST_COMMON and common >= SAME_THING * least


def _accused(denial: _Said, other: _Said) -> bool:
    """Whether what was said just before tells of the one who denies: "A said the army had"."""
    if denial.account.speaker is not None:
        side = "" if denial.no_date else denial.side
        return not {f"@{denial.account.speaker}", f"@{side}"}.isdisjoint(other.stems)
    noun = denial.teller.removeprefix("the ")
    return noun.isalpha() and content_stems(noun) <= other.stems
