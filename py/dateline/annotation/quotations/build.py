"""From frames to quotations: content trimmed, kind told, speaker tied, stray quotes taken up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.annotation.quotations import closed, phrases, subjects
from dateline.annotation.quotations.frame import Frame
from dateline.annotation.quotations.frames import find_frames
from dateline.annotation.quotations.lexicon import CUES, DOCUMENTS
from dateline.annotation.quotations.marks import Quoted
from dateline.annotation.quotations.speakers import Cast, subject_mention
from dateline.annotation.quotations.units import Unit
from dateline.annotation.quotations.words import QUOTE, Range, Words
from dateline.model import Quotation, QuotationKind, Span, Speaker

# A stray quote of fewer words is a title, a nickname or a pair of scare quotes.
_LEAST_STRAY = 4
# Share of a content's code points in quotation marks from which it counts as all quoted.
_ALL_QUOTED = 0.9
_SENTENCE_ENDS = frozenset(".?!,…")


@dataclass(slots=True)
class Reader:
    """Reads the units of one article in order and gathers their quotations."""

    words: Words
    cast: Cast
    found: list[Quotation] = field(default_factory=list)
    line: int = -1
    """Line of the last quotation."""
    waiting: list[int] = field(default_factory=list)
    """Indices of quotations without a speaker whose quote the next line carries on."""

    def quotations(self) -> tuple[Quotation, ...]:
        """All found so far, by content."""
        return tuple(sorted(self.found, key=lambda q: (q.content, q.cue or q.content)))

    def read(self, unit: Unit) -> None:
        """Add the quotations of the next unit."""
        self.cast.enter(unit.range)
        speaker: Speaker | None = None
        contents: list[Span] = []
        spoken = unit.range[1]
        frames = find_frames(self.words, unit.range)
        for place, frame in enumerate(frames):
            asked = _opening(frames, unit) if place == 0 else frame
            here = self._speaker(asked, unit, speaker)
            content = trim(self.words, frame.content)
            if content is None or (here is None and not self.words.quoted_in(content)):
                continue
            cue = self.words.span(*frame.cue)
            self._add(Quotation(self._kind(content), content, cue, here, frame.denies), unit)
            # "He denied reports that A had said so": the turn stays his.
            told = any(each.start <= cue.start and cue.end <= each.end for each in contents)
            contents.append(content)
            speaker = speaker if told and speaker else here or speaker
            spoken = min(spoken, frame.cue[0])
        stray = self._strays(unit, contents, speaker, spoken)
        self.cast.leave(unit.range, speaker or stray)

    def _speaker(self, frame: Frame, unit: Unit, before: Speaker | None) -> Speaker | None:
        if frame.source is not None:
            return self.cast.speaker(frame.source, unit.range, frame.content)
        if before is not None:
            return before
        return self._subject(unit.range)

    def _subject(self, unit: Range) -> Speaker | None:
        mention = subject_mention(self.words, unit)
        return Speaker(mention.span, mention.entity) if mention else None

    def _add(self, quotation: Quotation, unit: Unit) -> None:
        self._settle(quotation)
        self.found.append(quotation)
        self.line = unit.line

    def _settle(self, quotation: Quotation) -> None:
        """Give the speaker to the paragraphs before, when this one carries their quote on."""
        parts = self.words.quoted_in(quotation.content)
        if quotation.speaker and parts and parts[0].continues:
            for index in self.waiting:
                self.found[index] = replace(self.found[index], speaker=quotation.speaker)
        if quotation.speaker:
            self.waiting.clear()

    def _kind(self, content: Span) -> QuotationKind:
        parts = self.words.quoted_in(content)
        if not parts:
            return "indirect"
        quoted = sum(min(p.span.end, content.end) - max(p.span.start, content.start) for p in parts)
        return "direct" if quoted >= _ALL_QUOTED * len(content) else "mixed"

    def _strays(
        self, unit: Unit, contents: list[Span], speaker: Speaker | None, spoken: int
    ) -> Speaker | None:
        """The quotes that no frame covers; the speaker of the last one.

        `speaker` is the sentence's, from the word `spoken` on.
        """
        last: Speaker | None = None
        low, high = unit.range
        for part in self.words.quoted_in(self.words.span(low, high)):
            if any(content.overlaps(part.span) for content in contents):
                continue
            after = words_before(self.words, part) >= spoken
            last = self._stray(unit, part, (speaker if after else None) or last) or last
        return last

    def _stray(self, unit: Unit, part: Quoted, speaker: Speaker | None) -> Speaker | None:
        words = self.words
        first, after = words.range(part.span)
        first, after = max(first, unit.range[0]), min(after, unit.range[1])
        if after <= first:
            return None
        content, size = words.span(first, after), after - first - 2
        said = words.text[content.end - 2] in _SENTENCE_ENDS
        alone = after - first >= unit.range[1] - unit.range[0] - 1
        cue: Span | None = None
        led = False
        if alone or part.continues:
            speaker = speaker or self._carried(unit, part)
        else:
            cue, found, start = self._led(unit.range, first)
            if start < first:
                content = words.span(start, self._noun_end(after, unit.range[1]))
            led = found is not None
            speaker = found or (speaker if size >= _LEAST_STRAY else None)
            if cue is None and found is None and not (said and size >= _LEAST_STRAY):
                return None
        if size < 2 and not led and not part.continues:
            return None
        if speaker is None and unit.role in ("headline", "standfirst", "caption"):
            return None
        self._add(Quotation(self._kind(content), content, cue, speaker), unit)
        if speaker is None:
            self.waiting.append(len(self.found) - 1)
        return speaker

    def _carried(self, unit: Unit, part: Quoted) -> Speaker | None:
        """The speaker of a quote that stands alone: the one speaking just before."""
        cast = self.cast
        recent = cast.last if cast.unit - cast.last_unit <= 1 else None
        if recent is not None and (part.continues or unit.line - self.line <= 1):
            return recent
        if cast.subject is not None and cast.subject[1] == cast.unit - 1:
            mention = cast.subject[0]
            return Speaker(mention.span, mention.entity)
        return None

    def _noun_end(self, after: int, high: int) -> int:
        """Past the nouns that a quoted attribute belongs to: "a “joint” effort"."""
        words = self.words
        while after < high and words.low[after].isalpha() and not phrases.boundary(words, after):
            if words.low[after] in closed.INNER_PREPOSITIONS:
                break
            after += 1
        return after

    def _led(self, unit: Range, first: int) -> tuple[Span | None, Speaker | None, int]:
        """What leads up to a quote inside a clause: a colon, a reporting verb, a document.

        The cue, the speaker, and where the content begins.
        """
        words = self.words
        if words.low[first - 1] == ":" and first - 1 > unit[0]:
            return None, self._subject((unit[0], first)), first
        for at in range(first - 1, max(unit[0], first - 12), -1):
            word = words.low[at]
            if word in (",", ";", QUOTE):
                break
            if words.mention[at] is not None:
                continue
            if word in DOCUMENTS and words.low[at + 1] not in closed.INNER_PREPOSITIONS:
                start = phrases.phrase_before(words, at + 1, unit[0], join=False)
                span = words.span(*start) if start else words.span(at, at + 1)
                return None, Speaker(span, None), at + 1
            if word in CUES and CUES[word][0].tense in ("past", "s"):
                source = subjects.subject(words, at, unit[0])
                if source is not None:
                    return words.span(at, at + 1), self.cast.speaker(source, unit), at + 1
        return None, None, first


def _opening(frames: list[Frame], unit: Unit) -> Frame:
    """The first frame; one that a participle opens the sentence with has the next one's source.

    "After announcing that Lee would go, the ministry said".
    """
    first, *others = frames
    if not first.inherits or first.cue[0] - unit.range[0] > 1 or not others:
        return first
    source = others[0].source
    follows = source is not None and source[0] > first.content[1]
    return replace(first, source=source) if follows else first


def words_before(words: Words, part: Quoted) -> int:
    """Index of the word that a quoted stretch begins with."""
    return words.range(part.span)[0]


def trim(words: Words, content: Range) -> Span | None:
    """The span of a content without the marks and joiners at its edges; `None` if nothing is left.

    A closing mark belongs to its quote and stays.
    """
    low, high = content
    while low < high and not words.inside[low] and words.low[low] in (",", ":", "—", "–", ";"):
        low += 1
    while high > low and not words.inside[high - 1] and words.low[high - 1] in ",.;:—–-":
        high -= 1
    return words.span(low, high) if high > low else None
