"""Disagreements that a report announces: "the two accounts differ", and then gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.model import Account, Annotations, Disagreement, Quotation, Sentence, Span
from dateline.record.figures import estimates
from dateline.record.threads import source
from dateline.record.wording import about
from dateline.text import plain

_MARKS = re.compile(
    r"\b(?:accounts?|versions?|stories|figures|estimates|tallies|counts|reports|readouts|statements)"
    r"\b[^.;]{0,60}"
    r"\b(?:differ|differed|conflict|conflicted|diverge|diverged|varied|clash|disagree|at odds)\b"
    r"|\b(?:more than one|two|rival|competing|several) (?:versions?|accounts|stories)\b"
    r"|\b(?:is|are|was|were|been|remains?|remained) (?:still |itself |also )?"
    r"(?:in dispute|disputed|not settled|unsettled|contested)\b"
    r"|\bnor (?:do|did|does|can|could|have|has) [^.;]{0,40}\bagreed? (?:on|about|over)\b"
    r"|\b(?:cannot|(?:could|can|do|did|does|have|has|had)(?: not|n't)),? "
    r"(?:yet |even |either |also )?agreed?\b[^.;]{0,12} (?:on|about|over) "
    r"(?:how|what|when|where|whether|who|which|why)\b"
    r"|\b(?:nor|not|n't|never) [^.;]{0,30}\bsee eye to eye (?:on|about|over)\b"
    r"|\b(?:less|little|no) (?:harmony|agreement|accord|unanimity) (?:on|about|over|as to)\b"
    r"|\bmatter of opinion\b"
    r"|\b(?:matter of|there (?:is|was)|amid) (?:some |much )?(?:confusion|dispute|disagreement)\b"
    r"|\b(?:conflicting|contradictory|differing) (?:accounts|versions|reports|figures|stories)\b"
    r"|\b(?:tell|tells|told) (?:it|the story) differently\b"
    r"|\b(?:two|both|they|sides|leaders|men|women|ministers|governments|countries|nations)\b"
    r"[^.;]{0,30}\b(?:differ|differed|disagreed|clashed|sparred) (?:\w+ )?(?:over|on|about)\b"
)
_WHEREAS = re.compile(r"\bwhereas\b")
_CONTRADICTS = re.compile(
    r"\b(?:contradicted|contradicts|contradicting) "
    r"(?:her|him|them|that|this|the (?:account|claim))\b"
    # "gave a different version", "had another recollection"
    r"|\b(?:gave|gives|had|has|offered|offers|told|tells|giving|has since given) "
    r"(?:a|an)(?:other| (?:very |rather |quite |somewhat )?different) "
    r"(?:version|account|story|recollection|explanation|picture|reading|figure|number|memory)\b"
    r"|\b(?:sees?|saw|tells?|told|remembers?|remembered|recalls?|recalled|reads?|puts?) "
    r"(?:it|this|that|things|events|the (?:story|matter|meeting|talks))"
    r"(?: \w+)? (?:otherwise|differently)\b"
    r"|\b(?:disputes?|disputed|disputing|contests?|contested|challenged|challenges) "
    r"(?:that|this|it|both|(?:the|such|those|these|his|her|its|their) (?:\w+ )?"
    r"(?:figures?|numbers?|count|claims?|account|version|tally|toll|sum|total|estimate|story))\b"
    r"|\bturn(?:s|ed) the (?:charge|accusation|blame) around\b"
)
# "Ships collided on Monday, and each side said the other had caused it"
_BLAME = re.compile(
    r"\beach (?:side |of them |country |party |government |of the two )?"
    r"(?:blamed|blaming|blames|accused|accusing|accuses|said|says) the other\b"
    r"|\b(?:blam|accus)(?:ed|ing) each other\b|\btrad(?:ed|ing|e) (?:blame|accusations)\b"
)
_OF_ONE = re.compile(
    r"By (?P<side>[^,.;]{2,40})'s (?:own )?(?:account|version|telling|reckoning|count)\b"
    r"|(?P<other_side>[^,.;]{2,40})'s (?:own )?(?:version|account) (?:is|was) that\b"
)
_OF_OTHER = re.compile(
    r"By (?P<side>[^,.;]{2,40})'s(?: own)?(?: account| version| telling| reckoning| count)?,"
    r"|(?P<other_side>[^,.;]{2,40})'s (?:own )?(?:version |account )?(?:is|was) that\b"
)
_BLAMES_FOLLOW = 4
_BESIDE = 2
# The accounts follow within this many sentences, in the same paragraph.
_FOLLOW = 4
_MOST_SAID = 1000


def find_announced(annotations: Sequence[Annotations]) -> Iterator[Disagreement]:
    """The accounts of different speakers in the paragraph of a sentence that says they differ."""
    for one in annotations:
        text = plain(one.article.text).lower()
        for sentence in one.article.sentences:
            if sentence.role != "body":
                continue
            accounts = _announced(one, sentence, text)
            if len(accounts) > 1:
                yield Disagreement(about(one, sentence.span), tuple(accounts))
        body = [sentence for sentence in one.article.sentences if sentence.role == "body"]
        written = plain(one.article.text)
        for first, second in pairwise(body):
            if turns := _by_turns(one, first, second, written):
                yield Disagreement(about(one, second.span), tuple(turns))


def _announced(one: Annotations, sentence: Sentence, text: str) -> list[Account]:
    """The accounts that a sentence announces; `text` is the report's in small letters."""
    if _MARKS.search(text, *_ends(sentence)):
        return _accounts(one, sentence)
    if _BLAME.search(text, *_ends(sentence)):
        blamed = _accounts(one, sentence, _BLAMES_FOLLOW, paragraph=False)[:2]
        return blamed if all(account.speaker for account in blamed) else []
    if match := _WHEREAS.search(text, *_ends(sentence)):
        return _either_side(one, sentence, match.start())
    return _before_and_after(one, sentence) if _CONTRADICTS.search(text, *_ends(sentence)) else []


def _by_turns(one: Annotations, first: Sentence, second: Sentence, text: str) -> list[Account]:
    """The accounts of "By A's account the mood was good. By B's, he looked at his watch"."""
    told = [_OF_ONE.match(text, *_ends(first)), _OF_OTHER.match(text, *_ends(second))]
    accounts = []
    for sentence, found in zip((first, second), told, strict=True):
        if found is None:
            return []
        side = Span(*(found.span("side") if found["side"] else found.span("other_side")))
        named = [m.entity for m in one.mentions if side.covers(m.span) and m.entity]
        accounts.append(Account(source(one, sentence), named[-1] if named else None))
    return accounts


def _either_side(one: Annotations, sentence: Sentence, at: int) -> list[Account]:
    """The accounts before and behind the "whereas" of one sentence, of different speakers."""
    sides: dict[bool, Account] = {}
    for quotation in _spoken(one):
        if sentence.span.covers(quotation.content) and quotation.speaker is not None:
            account = Account(source(one, sentence), quotation.speaker.entity)
            sides.setdefault(quotation.content.start < at, account)
    for start, _, account in _estimates(one):
        if sentence.span.start <= start < sentence.span.end:
            sides.setdefault(start < at, account)
    speakers = {account.speaker for account in sides.values()}
    return list(sides.values()) if len(speakers) > 1 else []


def _before_and_after(one: Annotations, mark: Sentence) -> list[Account]:
    """Who is contradicted, and who contradicts: the last saying before, the next one."""
    before = goes_on = None
    after = _own_words(one, mark)
    for quotation in _spoken(one):
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is None or quotation.speaker is None:
            continue
        account = Account(source(one, sentence), quotation.speaker.entity)
        if mark.index - _BESIDE <= sentence.index < mark.index:
            before = account
        elif after is None and mark.index <= sentence.index <= mark.index + _BESIDE:
            after = account
        elif goes_on is None and after is not None and sentence.index == mark.index + 1:
            goes_on = account if account.speaker == after.speaker else None
    apart = before is not None and after is not None and before.speaker != after.speaker
    if not (before and after and apart):
        return []
    return [before, after, goes_on] if goes_on else [before, after]


def _own_words(one: Annotations, mark: Sentence) -> Account | None:
    """The sentence itself, where what contradicts stands in it and no verb tells who says so.

    "B contradicted her: it is “on the table”".
    """
    found = _CONTRADICTS.search(plain(one.article.text), *_ends(mark))
    told = found is not None and one.article.text[found.end() : found.end() + 1] == ":"
    spoken = any(mark.span.covers(each.content) for each in _spoken(one))
    return Account(source(one, mark), None) if told and not spoken else None


def _spoken(one: Annotations) -> Sequence[Quotation]:
    return one.quotations[:_MOST_SAID]


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _accounts(
    one: Annotations, mark: Sentence, follow: int = _FOLLOW, paragraph: bool = True
) -> list[Account]:
    """One account for each speaker, the first, from the sentences behind the mark.

    Of its paragraph alone, unless told otherwise.
    """
    found: dict[str, Account] = {}
    last: int | None = None
    for start, name, account in sorted((*_sayings(one), *_estimates(one)), key=lambda row: row[0]):
        if start < mark.span.end:
            continue
        sentence = one.article.sentence_at(start)
        if sentence is None or sentence.index > mark.index + follow:
            break
        if paragraph and "\n" in one.article.text[mark.span.end : sentence.span.start]:
            break
        told = last is not None and one.article.sentence_at(last) == sentence
        if not told or ";" in one.article.text[last or start : start]:
            found.setdefault(name, account)
            last = start
    return list(found.values())


def _sayings(one: Annotations) -> Iterator[tuple[int, str, Account]]:
    """Where each saying begins, who speaks, and the account it is."""
    for quotation in _spoken(one):
        sentence = one.article.sentence_at(quotation.content.start)
        if sentence is not None and quotation.speaker is not None:
            entity = quotation.speaker.entity
            name = entity or quotation.speaker.span.of(one.article.text).lower()
            yield quotation.content.start, name, Account(source(one, sentence), entity)


def _estimates(one: Annotations) -> Iterator[tuple[int, str, Account]]:
    """The same for figures that somebody gives without a word of saying: "the army counts 61"."""
    for figure in estimates(one):
        speaker = figure.account.speaker
        yield figure.said.start, speaker or str(figure.said.start), figure.account
