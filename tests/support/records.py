"""Records of made-up stories, built by hand: what the stages would hand to the archive.

A body is a list of sentences in which `<Ann Lee=ann-lee>` is a mention of an entity and
`[Friday=2024-05-10]` a dated expression that becomes a statement of the timeline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline import edtf
from dateline.model import (
    Account,
    Annotations,
    Article,
    Commitment,
    Count,
    Disagreement,
    Document,
    Entity,
    EntityType,
    Event,
    Evidence,
    FollowUp,
    Line,
    LineRole,
    Meeting,
    Mention,
    Metadata,
    Publication,
    Quotation,
    Record,
    Report,
    Rights,
    Sentence,
    Source,
    Span,
    Speaker,
    Statement,
    Story,
    Thread,
    ThreadSpec,
    Timex,
)
from dateline.text import short_hash, slugify

_MARKED = re.compile(r"<([^=<>]+)=([^<>]+)>|\[([^=\[\]]+)=([^\[\]]+)\]")


@dataclass
class StoryBuilder:
    """Gathers reports, entities and what links them; `record()` gives the whole."""

    title: str = "A story"
    entities: dict[str, Entity] = field(default_factory=dict)
    annotations: list[Annotations] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    followups: list[FollowUp] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)

    def entity(self, name: str, type_: EntityType, *aliases: str, role: str = "") -> str:
        """Add an entity; its id."""
        id_ = slugify(name)
        self.entities[id_] = Entity(id_, type_, name, aliases, roles=(role,) if role else ())
        return id_

    def report(
        self,
        name: str,
        headline: str,
        published: str | None,
        body: Sequence[str],
        publisher: str | None = None,
        rights: Rights = "full",
        furniture: str = "",
    ) -> str:
        """Add a report; the id of its document."""
        text = _Text()
        text.add(headline, "headline")
        for sentence in body:
            text.add(sentence, "body")
        if furniture:
            text.add(furniture, "furniture")
        document = Document(
            name=name,
            id=slugify(name.rsplit(".", 1)[0]),
            sha256=short_hash(text.whole) * 8,
            raw=text.whole,
            text=text.whole,
            metadata=Metadata(publisher=publisher, rights=rights),
        )
        evidence = (
            (Evidence(None, published, "used", "given beside the file"),) if published else ()
        )
        article = Article(
            document=document,
            lines=tuple(text.lines),
            sentences=tuple(text.sentences),
            headline=text.sentences[0].span,
            published=Publication(published, "given" if published else "unknown", evidence),
        )
        timexes = tuple(Timex(span, "DATE", date, date, "hand") for span, date in text.dates)
        mentions = tuple(self._mention(span, entity) for span, entity in text.mentions)
        self.annotations.append(Annotations(article, mentions=mentions, timexes=timexes))
        self.statements += [self._statement(article, timex) for timex in timexes]
        return document.id

    def find(self, document: str, words: str) -> Source:
        """The sentence of a report that holds `words`; its span is theirs."""
        article = self._annotations(document).article
        start = article.text.index(words)
        sentence = article.sentence_at(start)
        assert sentence is not None
        return Source(document, Span(start, start + len(words)), sentence.index)

    def quote(self, document: str, words: str, speaker: str) -> None:
        """`words` of a report are what `speaker` said."""
        one = self._annotations(document)
        span = self.find(document, words).span
        said = Quotation("direct", span, None, Speaker(Span(span.start, span.start), speaker))
        self._replace(one, replace(one, quotations=(*one.quotations, said)))

    def event(self, document: str, trigger: str, kind: str, date: str, *who: str) -> None:
        """A happening told with `trigger`."""
        one = self._annotations(document)
        span = self.find(document, trigger).span
        told = Event(kind, date, "happened", span, tuple(sorted(who)), None, span)
        self._replace(one, replace(one, events=(*one.events, told)))

    def promise(self, document: str, action: str, due: str, *parties: str) -> Commitment:
        """A commitment to `action`."""
        one = self._annotations(document)
        source = self.find(document, action)
        made = Commitment(source.span, source.span, parties, "agreed", None, due, source.span)
        self._replace(one, replace(one, commitments=(*one.commitments, made)))
        return made

    def met(self, id_: str, date: str, place: str, who: Sequence[str], *told: Source) -> None:
        """A meeting and the sentences that tell of it."""
        reports = tuple(Report(source, in_passing=False) for source in told)
        self.meetings.append(Meeting(id_, date, place, tuple(who), reports))

    def thread(self, label: str, *sentences: Source) -> None:
        """A thread with its sentences."""
        self.threads.append(Thread(slugify(label), label, "", sentences))

    def record(self) -> Record:
        """Everything gathered."""
        specs = tuple(ThreadSpec(thread.id, thread.label) for thread in self.threads)
        return Record(
            story=Story(title=self.title, threads=specs),
            annotations=tuple(self.annotations),
            entities=tuple(self._with_documents(e) for e in self.entities.values()),
            timeline=tuple(sorted(self.statements, key=lambda s: (s.earliest, s.document, s.span))),
            meetings=tuple(self.meetings),
            followups=tuple(self.followups),
            disagreements=tuple(self.disagreements),
            counts=tuple(self.counts),
            threads=tuple(self.threads),
        )

    def _with_documents(self, entity: Entity) -> Entity:
        found = sorted(
            one.article.document.id
            for one in self.annotations
            if any(mention.entity == entity.id for mention in one.mentions)
        )
        return replace(entity, documents=tuple(found))

    def _mention(self, span: Span, entity: str) -> Mention:
        return Mention(span, "name", self.entities[entity].type, entity)

    def _statement(self, article: Article, timex: Timex) -> Statement:
        sentence = article.sentence_at(timex.span.start)
        assert sentence is not None
        earliest, latest = edtf.bounds(timex.value)
        one = self._mentions_of(article, sentence)
        return Statement(
            edtf=timex.value,
            earliest=earliest or "0001-01-01",
            latest=latest or "9999-12-31",
            document=article.document.id,
            span=timex.span,
            sentence=sentence.index,
            entities=one,
            modality="happened",
            event=None,
        )

    def _mentions_of(self, article: Article, sentence: Sentence) -> tuple[str, ...]:
        one = self._annotations(article.document.id)
        inside = {m.entity for m in one.mentions if m.entity and sentence.span.covers(m.span)}
        return tuple(sorted(inside))

    def _annotations(self, document: str) -> Annotations:
        return next(one for one in self.annotations if one.article.document.id == document)

    def _replace(self, old: Annotations, new: Annotations) -> None:
        self.annotations[self.annotations.index(old)] = new


class _Text:
    """A text as it grows line by line, with the places of its marks."""

    def __init__(self) -> None:
        self.whole = ""
        self.lines: list[Line] = []
        self.sentences: list[Sentence] = []
        self.mentions: list[tuple[Span, str]] = []
        self.dates: list[tuple[Span, str]] = []

    def add(self, marked: str, role: LineRole) -> None:
        if self.whole:
            self.whole += "\n"
        start, at = len(self.whole), 0
        for mark in _MARKED.finditer(marked):
            self.whole += marked[at : mark.start()]
            name, entity, words, date = mark.groups()
            span = Span(len(self.whole), len(self.whole) + len(name or words))
            self.whole += name or words
            if name:
                self.mentions.append((span, entity))
            else:
                self.dates.append((span, date))
            at = mark.end()
        self.whole += marked[at:]
        span = Span(start, len(self.whole))
        self.lines.append(Line(span, role))
        if role != "furniture":
            self.sentences.append(Sentence(len(self.sentences) + 1, span, role))


def fjord_story() -> StoryBuilder:
    """Two ministers, three reports, two meetings, one quarrel over fish: names are invented."""
    story = StoryBuilder("The herring question")
    berg = story.entity("Åse Bergström", "person", "Bergström", role="fisheries minister")
    tan = story.entity("Tan Wei Ming", "person", "Tan", "陈伟明", role="trade minister")
    moss = story.entity("Moss University", "organization")
    kort = story.entity("Kortavik", "place", "Kortavik Harbour")
    sell = story.entity("Sellandia", "place", "Republic of Sellandia", "S. Sellandia")
    north = story.entity("North Sellandia", "place")
    pact = story.entity("Herring Pact", "agreement")
    first = story.report(
        "2023-kortavik.txt",
        f"Ministers open herring talks in <Kortavik={kort}>",
        "2023-11-17",
        [
            f"<Åse Bergström={berg}> met <Tan Wei Ming={tan}> in <Kortavik={kort}>"
            " on [Thursday=2023-11-16] to end a quarrel over herring quotas.",
            f'"The sea has room for both our fleets," <Bergström={berg}> told reporters.',
            f"<Tan={tan}> promised to open the ports of <Sellandia={sell}> by [May 2024=2024-05].",
            f"The <Herring Pact={pact}> of [1998=1998] has never been renewed.",
        ],
        publisher="Coast Courier",
        furniture="Subscribe to our newsletter",
    )
    second = story.report(
        "2024-ports.txt",
        f"<Sellandia={sell}> opens three ports",
        "2024-05-21",
        [
            f"<Sellandia={sell}> opened three ports to foreign trawlers on [Monday=2024-05-20].",
            f"Missile tests by <North Sellandia={north}> had delayed the step.",
            f"The herring quota itself is open, a professor at <Moss University={moss}> said.",
        ],
        publisher="The Daily Quay",
    )
    third = story.report(
        "undated.txt",
        f"<Tan={tan}> and <Bergström={berg}> to meet again",
        None,
        [
            f"<Tan={tan}> will visit <Kortavik={kort}> again, his office said.",
            "陈伟明部长将访问科尔塔维克。",
        ],
    )
    story.quote(first, "The sea has room for both our fleets", berg)
    story.event(first, "met", "meeting", "2023-11-16", berg, tan)
    promise = story.promise(first, "open the ports", "../2024-05", tan)
    kept = story.find(second, "opened three ports")
    source = story.find(first, "open the ports")
    story.followups.append(FollowUp(promise, source, "met", (kept,)))
    story.met("2023-11-16-kortavik", "2023-11-16", kort, (berg, tan), story.find(first, "met"))
    story.thread("Quotas", story.find(first, "herring quotas"), story.find(second, "herring quota"))
    sides = (Account(story.find(first, "never been renewed"), None), Account(kept, sell))
    story.disagreements.append(Disagreement("whether the pact holds", sides))
    claim = story.find(third, "again")
    story.counts.append(Count(claim.span, claim, "consistent", 0, "the story tells of one before"))
    return story
