"""A file as read, and the article it turns out to be."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.kinds import Confidence, LineRole, Rights, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open code-point range `[start, end)` over `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The slice of `text` this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter or a sidecar says of an article; every field is optional."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF."""
    url: str | None = None
    rights: Rights = "full"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its words, and where each of them stood in the decoded file."""

    name: str
    """Path inside the story folder, with forward slashes."""
    id: str
    """Slug of the name; the article's place in every URL. Depends on nothing but the name."""
    sha256: str
    """Hex digest of the file's bytes."""
    raw: str
    """The whole file as decoded."""
    text: str
    """The words without markup. Equal to `raw` for plain text."""
    origin: tuple[int, ...] | None = None
    """`origin[i]` is the offset in `raw` of `text[i]`; `None` where the two are the same."""
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
    """What was odd about the file and was put right, one sentence each."""

    def raw_span(self, span: Span) -> Span:
        """Where `span` of the text stood in the decoded file."""
        if self.origin is None or not span:
            return span
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text (without its line end) and what it is to the article."""

    span: Span
    role: LineRole


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's own words; `index` counts from 1 and makes its anchor, `s12`."""

    index: int
    span: Span
    role: LineRole


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of text that speaks for or against a publication date, and what became of it."""

    span: Span | None
    """`None` when the evidence is not in the text: file name, front matter, another report."""
    text: str
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When the report was published, as far as the evidence goes."""

    edtf: str | None = None
    confidence: Confidence = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned document: what each line is, its sentences, its credits, its date."""

    document: Document
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    headline: Span | None = None
    byline: Span | None = None
    """The names only, without "By"."""
    agency: Span | None = None
    publisher: Span | None = None
    place: Span | None = None
    """The place of a dateline such as "SEOUL - "."""
    language: str = "en"
    published: Publication = Publication()

    @property
    def text(self) -> str:
        """The string that every span of this article refers to."""
        return self.document.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, if any does."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= offset:
            return self.sentences[low]
        return None
