"""The stories in the repository, against what a careful reader wrote down of them.

`seeds/` with `tests/data/seeds.expected.yml`, and `tests/data/stories/*/expected.yml`. The reports
are given the publication dates of the answers, so that only what is read from them is scored. The
answers list what must be found; what may be found besides is in `stories_besides.yml`, and the
rest counts as false.

More, in `tests/data/apart`, were written by readers who had not seen the rules. Their answers are
not complete, so that what fits none of them is told and need not be false; a promise of theirs that
was kept in part may be told as late or as open. The rules have learned from them since. Those in
`tests/data/unread` are of the same kind, and nobody who writes rules reads them: of them only
totals are printed.

- A meeting is found when day, place and participants are the answer's, and every report of the
  answer is among its own. It is false when a report tells of it as its own and no answer fits.
- A promise is found when it stands in the answer's document and its words overlap the answer's.
- A disagreement is found when two of its accounts are the answer's; a count when its words, its
  verdict and what is missing are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dateline.annotation import annotate
from dateline.folder import load_story, read_folder
from dateline.model import Annotations, Meeting, Publication, Record, Source, Span, Speaker
from dateline.reading.clean import clean
from dateline.record import link
from dateline.record.days import when
from dateline.text import slugify

_ROOT = Path(__file__).resolve().parents[2]
STORIES = ("seeds", "ferry", "merger", "strait")
APART = (
    "airline", "hostages", "maize", "pipeline", "railway", "tailings", "tariffs", "truce", "water"
)  # fmt: skip
LATER = (
    "accord", "aegean", "barley", "border", "canal", "carplant", "caucasus", "club", "coalition",
    "dam", "debt", "doctors", "grain", "kosovo", "mackerel", "steel", "teesta"
)  # fmt: skip
MANNERS = (
    "brexitni", "chipstrike", "euturkey", "hospital", "korea", "pacific", "sahel", "saudiiran"
)  # fmt: skip
"""In many manners: live blogs, interviews, tabloids, releases, weekly letters, trade papers."""
UNREAD = ("one", "two", "three", "four", "five")
UNREAD_MANNERS = ("six",)
_FOLDERS = {
    **dict.fromkeys(STORIES, "stories"),
    **dict.fromkeys((*APART, *LATER, *MANNERS), "apart"),
    **dict.fromkeys((*UNREAD, *UNREAD_MANNERS), "unread"),
}
_KEPT_IN_PART = ("late", "open")
_BESIDES = Path(__file__).parent / "stories_besides.yml"
_SPACE = str.maketrans({"’": "'", "“": '"', "”": '"', "‑": "-", " ": " ", "\n": " "})

Row = dict[str, Any]
_NO_BESIDES: Row = {"promises": [], "disagreements": [], "counts": []}


@dataclass(slots=True)
class Tally:
    """How many of the answers were found, and how many findings no answer knows."""

    found: int = 0
    wanted: int = 0
    false: int = 0
    told: int = 0
    right: int = 0
    """Of the promises found, how many have the right verdict."""
    notes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.wanted)

    @property
    def precision(self) -> float:
        return 1 - self.false / max(1, self.told)

    @property
    def verdicts(self) -> float:
        return self.right / max(1, self.found)

    @property
    def judged(self) -> float:
        """Right verdicts to promises there are: finding fewer cannot raise it."""
        return self.right / max(1, self.wanted)


@dataclass(frozen=True, slots=True)
class Told:
    """A story's record beside its answers."""

    answers: Row
    besides: Row
    record: Record

    def of(self, document: str) -> Annotations:
        """The annotations of one document, by id or by file name."""
        return next(
            one
            for one in self.record.annotations
            if document in (one.article.document.id, one.article.document.name)
        )

    def name(self, source: Source) -> str:
        """The file a source stands in."""
        return self.of(source.document).article.document.name

    def holds(self, document: str, span: Span, words: str) -> bool:
        """Whether `span` of a document shares text with the `words` found in it."""
        article = self.of(document).article
        start = _plain(article.text).find(_plain(words))
        if start < 0:
            raise AssertionError(f"{article.document.name} does not hold {words!r}")
        return span.overlaps(Span(start, start + len(words)))


@cache
def told(name: str) -> Told:
    """A story's record, with the publication dates of the answers."""
    folder = _ROOT / ("seeds" if name == "seeds" else f"tests/data/{_FOLDERS[name]}/{name}")
    file = folder / "expected.yml" if name != "seeds" else _ROOT / "tests/data/seeds.expected.yml"
    answers = yaml.safe_load(file.read_text("utf-8"))
    besides = yaml.safe_load(_BESIDES.read_text("utf-8")).get(name, _NO_BESIDES)
    story, _ = load_story(folder)
    articles = []
    for document in read_folder(folder).documents:
        row = answers["documents"][document.name]
        date = row.get("published") or row["story"][0]
        articles.append(replace(clean(document), published=Publication(str(date), "given")))
    return Told(answers, besides, link([annotate(article, story) for article in articles], story))


def _plain(text: str) -> str:
    return text.translate(_SPACE)


def meetings(name: str) -> Tally:
    """The meetings of a story."""
    story = told(name)
    tally = Tally()
    known: set[str] = set()
    for row in story.answers["meetings"]:
        tally.wanted += 1
        fits = [meeting for meeting in story.record.meetings if _is_meeting(story, meeting, row)]
        known.update(meeting.id for meeting in fits)
        tally.found += bool(fits)
        if not fits:
            tally.notes.append(f"{name}: no meeting {row['date']} {row['place']}")
    for meeting in story.record.meetings:
        if any(not report.in_passing for report in meeting.reports):
            tally.told += 1
            tally.false += meeting.id not in known
            if meeting.id not in known:
                tally.notes.append(f"{name}: false meeting {meeting.id}")
    return tally


def _is_meeting(story: Told, meeting: Meeting, row: Row) -> bool:
    names = {entity.id: entity.name for entity in story.record.entities}
    wanted = set(map(slugify, row.get("participants") or story.answers["participants"]))
    others = set(map(slugify, row.get("others", ())))
    people = {_called(story, id_, wanted | others) for id_ in meeting.participants}
    told_by = {story.name(report.source) for report in meeting.reports if not report.in_passing}
    day, expected = when(meeting.edtf), when(row["date"])
    return (
        wanted <= people <= wanted | others
        and slugify(names.get(meeting.place or "") or "") == slugify(row["place"] or "")
        and set(row["reports"]) <= told_by
        and day is not None
        and expected is not None
        and (day.earliest, day.latest, day.days)
        == (expected.earliest, expected.latest, expected.days)
    )


def _called(story: Told, id_: str, wanted: set[str]) -> str:
    """Which of the wanted names an entity bears, as its own or beside it; else its own."""
    entity = next((each for each in story.record.entities if each.id == id_), None)
    forms = [slugify(form) for form in ((entity.name, *entity.aliases) if entity else (id_,))]
    return next((form for form in forms if form in wanted), forms[0])


def promises(name: str) -> Tally:
    """The promises of a story, and what became of them."""
    story = told(name)
    tally = Tally()
    fitting: set[int] = set()
    followups = story.record.followups
    for row in story.answers["promises"]:
        tally.wanted += 1
        fits = [
            index
            for index, each in enumerate(followups)
            if story.name(each.source) == row["document"]
            and any(
                story.holds(each.source.document, span, row["words"])
                for span in (each.commitment.action, each.commitment.trigger)
            )
        ]
        fitting.update(fits)
        tally.found += bool(fits)
        meant = _KEPT_IN_PART if row["status"] == "partly" else (row["status"],)
        right = [i for i in fits if followups[i].status in meant]
        tally.right += bool(right)
        if not right:
            said = [followups[i].status for i in fits]
            tally.notes.append(
                f"{name}: {said or 'no promise'} for {row['status']}: {row['words']}"
            )
    for index, each in enumerate(followups):
        tally.told += 1
        file = story.name(each.source)
        allowed = index in fitting or any(
            row["document"] == file
            and story.holds(each.source.document, each.commitment.action, row["words"])
            for row in story.besides["promises"]
        )
        tally.false += not allowed
        if not allowed:
            text = story.of(each.source.document).article.text
            words = " ".join(each.commitment.action.of(text).split())
            tally.notes.append(f"{name}: false promise in {file}: {words}")
    return tally


def disagreements(name: str) -> Tally:
    """The disagreements of a story."""
    story = told(name)
    wanted = [list(row["accounts"]) for row in story.answers["disagreements"]]
    besides = [list(row["accounts"]) for row in story.besides["disagreements"]]
    found = [_accounts(story, each.accounts) for each in story.record.disagreements]
    tally = Tally(wanted=len(wanted), told=len(found))
    for row, accounts in zip(story.answers["disagreements"], wanted, strict=True):
        hit = any(_same_dispute(story, accounts, each) for each in found)
        tally.found += hit
        if not hit:
            tally.notes.append(f"{name}: no disagreement about {row['about']}")
    for each, disagreement in zip(found, story.record.disagreements, strict=True):
        known = any(_same_dispute(story, accounts, each) for accounts in (*wanted, *besides))
        tally.false += not known
        if not known:
            tally.notes.append(f"{name}: false disagreement: {disagreement.about}")
    return tally


def _accounts(story: Told, accounts: Sequence[Any]) -> list[tuple[str, Span]]:
    return [(story.name(account.source), account.source.span) for account in accounts]


def _same_dispute(story: Told, rows: list[Row], found: list[tuple[str, Span]]) -> bool:
    """Whether two of the answer's accounts are among those found; one when it has but one."""
    hits = 0
    for row in rows:
        spans = [span for file, span in found if file == row["document"]]
        hits += any(story.holds(row["document"], span, row["words"]) for span in spans)
    return hits >= min(2, len(rows))


def counts(name: str) -> Tally:
    """The claims that count meetings."""
    story = told(name)
    tally = Tally()
    known: set[int] = set()
    claims = story.record.counts
    for row in story.answers["counts"]:
        tally.wanted += 1
        fits = [i for i, c in enumerate(claims) if _is_claim(story, c.source, c.claim, row)]
        known.update(fits)
        right = [i for i in fits if _checked(row, claims[i].verdict, claims[i].missing)]
        tally.found += bool(right)
        if not right:
            said = [(claims[i].verdict, claims[i].missing) for i in fits]
            tally.notes.append(f"{name}: {said or 'no count'}: {row['words']}")
    for index, each in enumerate(claims):
        tally.told += 1
        beside = any(
            _is_claim(story, each.source, each.claim, row) for row in story.besides["counts"]
        )
        tally.false += index not in known and not beside
        if index not in known and not beside:
            article = story.of(each.source.document).article
            tally.notes.append(f"{name}: false count: {each.claim.of(article.text)}")
    return tally


def _is_claim(story: Told, source: Source, claim: Span, row: Row) -> bool:
    same: bool = story.name(source) == row["document"]
    return same and bool(story.holds(source.document, claim, row["words"]))


def _checked(row: Row, verdict: str, missing: int | None) -> bool:
    wanted = row["missing"]
    if isinstance(wanted, list):
        return missing in wanted
    return bool(verdict == row["verdict"] and missing == wanted)


def speakers(name: str) -> Tally:
    """Who gives the accounts of the disagreements and the denials, by the quotations."""
    story = told(name)
    tally = Tally()
    for row in _attributed(story.answers):
        tally.wanted += 1
        said = _speakers(story, row)
        right = slugify(_of_whose(row["speaker"])) in map(slugify, map(_of_whose, said))
        tally.found += right
        if not right:
            tally.notes.append(f"{name}: {sorted(said)} for {row['speaker']}: {row['words']}")
    return tally


def _of_whose(name: str) -> str:
    """`finance ministry of Vietnam` for `Vietnam's finance ministry`, which is the same."""
    owner, whose, body = name.partition("'s ")
    return f"{body} of {owner}" if whose and body[:1].islower() else name


def _attributed(answers: Row) -> Iterator[Row]:
    rows = [row for each in answers["disagreements"] for row in each["accounts"]]
    for row in (*rows, *answers.get("denials", ())):
        if row.get("speaker"):
            yield row


def _speakers(story: Told, row: Row) -> set[str]:
    one = story.of(row["document"])
    names = {each.id: (each.name, *each.aliases) for each in story.record.entities}
    return {
        name
        for quotation in one.quotations
        if quotation.speaker is not None
        and (
            story.holds(row["document"], quotation.content, row["words"])
            or (quotation.cue and story.holds(row["document"], quotation.cue, row["words"]))
        )
        for name in names.get(quotation.speaker.entity or "", (_described(quotation.speaker, one),))
    }


def _described(speaker: Speaker, one: Annotations) -> str:
    """The words for one who is not named, without their article."""
    return speaker.span.of(one.article.text).removeprefix("The ").removeprefix("the ")


PARTS = {
    "meetings": meetings,
    "promises": promises,
    "disagreements": disagreements,
    "counts": counts,
    "speakers": speakers,
}


_OTHERS = {
    "nine stories written apart from the rules": APART,
    "seventeen more": LATER,
    "eight in many manners": MANNERS,
    "five that nobody who writes rules has read": UNREAD,
    "one more of them, in many manners": UNREAD_MANNERS,
}


def total(part: str, names: Sequence[str] = STORIES) -> Tally:
    """One part over several stories."""
    sums = Tally()
    for name in names:
        each = PARTS[part](name)
        sums.found += each.found
        sums.wanted += each.wanted
        sums.false += each.false
        sums.told += each.told
        sums.right += each.right
        sums.notes += each.notes
    return sums


def main() -> None:
    """Print the scores and what is missed."""
    for part in PARTS:
        tally = total(part)
        line = f"{part}: {tally.found} of {tally.wanted} found ({tally.recall:.2f})"
        if tally.told:
            line += f", {tally.false} of {tally.told} told are false"
        if part == "promises":
            line += f", verdict right for {tally.right} ({tally.verdicts:.2f})"
        print(line, *tally.notes, sep="\n  ")
    for title, names in _OTHERS.items():
        print(f"{title}:")
        for part in PARTS:
            tally = total(part, names)
            line = f"  {part}: {tally.found} of {tally.wanted} found ({tally.recall:.2f})"
            if part == "promises":
                line += f", verdict right for {tally.right} ({tally.verdicts:.2f})"
            elif tally.told:
                line += f", {tally.false} of {tally.told} told fit no answer"
            print(line)


if __name__ == "__main__":
    main()
