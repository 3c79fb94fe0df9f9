"""Forty short pieces of invented news, of all kinds: courts, strikes, football, companies, votes,
disasters. Each says which encounters, promises and quotations must come out of it, no more and no
fewer encounters and promises, and which other happenings must or must not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from dateline.model import Annotations
from support.reports import report

PUBLISHED = "2022-06-10"
DATES = {
    "Monday": "2022-06-06",
    "Tuesday": "2022-06-07",
    "Wednesday": "2022-06-08",
    "Thursday": "2022-06-09",
    "Friday": "2022-06-10",
    "Saturday": "2022-06-11",
    "by the end of July": "../2022-07-31",
    "by 1 September": "../2022-09-01",
    "until March": "../2023-03",
    "next month": "2022-07",
    "next year": "2023",
    "in March": "2022-03",
    "last week": "2022-05-30/2022-06-05",
    "last year": "2021",
}
NAMES = {
    "Ada Brink": "person: Ada Brink",
    "Brink": "person: Ada Brink",
    "Carl Dunn": "person: Carl Dunn",
    "Dunn": "person: Carl Dunn",
    "Eva Falk": "person: Eva Falk",
    "Falk": "person: Eva Falk",
    "Gus Hall": "person: Gus Hall",
    "Hall": "person: Gus Hall",
    "Norway": "place: Norway",
    "Norwegian": "demonym: Norway",
    "Chile": "place: Chile",
    "Chilean": "demonym: Chile",
    "Oslo": "place: Oslo",
    "Lima": "place: Lima",
    "Bergen": "place: Bergen",
    "Acme": "organization: Acme",
    "Borg Rail": "organization: Borg Rail",
    "Rail Union": "organization: Rail Union",
    "Rovers": "organization: Rovers",
    "United": "organization: United",
    "Labour": "organization: Labour",
    "High Court": "organization: High Court",
}

Encounter = tuple[tuple[str, ...], str | None, str | None]
"""Participants, date, place."""
BRINK, DUNN, FALK, HALL = "ada-brink", "carl-dunn", "eva-falk", "gus-hall"


@dataclass(frozen=True)
class Piece:
    text: str
    met: list[Encounter] = field(default_factory=list)
    promised: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    """Parties, and how the action begins."""
    said: list[tuple[str | None, str]] = field(default_factory=list)
    """Speaker's entity, or its words when there is none, and words of the content."""
    happened: list[str] = field(default_factory=list)
    not_happened: list[str] = field(default_factory=list)


PIECES = {
    # courts
    "ruling": Piece(
        "The High Court ruled on Monday that Acme must pay for the flood. Acme said it would "
        "appeal.",
        promised=[(("acme",), "appeal")],
        said=[("acme", "it would appeal")],
        happened=["ruling"],
    ),
    "king": Piece(
        "Chile ruled the islands until 1888, and its kings fined nobody.", not_happened=["ruling"]
    ),
    "plea": Piece(
        "Carl Dunn pleaded not guilty on Tuesday. His lawyer, Eva Falk, told the court that her "
        "client had never met Ada Brink.",
        said=[(FALK, "her client had never met Ada Brink")],
    ),
    "sentence": Piece(
        "A judge sentenced Gus Hall to six years in prison on Friday, a court spokesman said.",
        said=[("a court spokesman", "sentenced Gus Hall")],
        happened=["ruling"],
    ),
    "settlement": Piece(
        "Acme agreed on Wednesday to pay 40 fishermen 2 million crowns by the end of July.",
        promised=[(("acme",), "to pay 40 fishermen")],
        happened=["agreement"],
    ),
    "question": Piece(
        "Much hangs on who leaves the board and on whether Acme will sell the mine.",
        not_happened=["return"],
    ),
    # strikes and labour
    "strike talks": Piece(
        "Ada Brink, the head of Borg Rail, and Carl Dunn, the leader of the Rail Union, sat down "
        "in Bergen on Tuesday. The two spoke for about three hours.",
        met=[((BRINK, DUNN), "2022-06-07", "bergen")],
    ),
    "no talks": Piece(
        "Borg Rail refused to meet the Rail Union and will not meet its demands.",
        met=[],
    ),
    "strike call": Piece(
        "The Rail Union vowed not to return to work until March. “We have waited long enough,” "
        "said Carl Dunn, its leader.",
        promised=[(("rail-union",), "not to return to work")],
        said=[(DUNN, "We have waited long enough")],
    ),
    "offer": Piece(
        "Borg Rail promised its 900 drivers on Monday that they would be paid by 1 September.",
        promised=[(("borg-rail",), "be paid")],
    ),
    "third round": Piece(
        "Talks between Borg Rail and the Rail Union ended in Oslo on Thursday without a deal. Ada "
        "Brink hopes that the union will come back.",
        met=[(("borg-rail", "rail-union"), "2022-06-09", "oslo")],
    ),
    # football
    "result": Piece(
        "Rovers beat United 3-1 in the final on Saturday. “It was our night,” Gus Hall, the "
        "captain, said.",
        said=[(HALL, "It was our night")],
    ),
    "loss": Piece(
        "Eva Falk lost her husband in the war and won many hearts. The two hearts met in a song.",
        met=[],
        not_happened=["result"],
    ),
    "transfer": Piece(
        "Gus Hall will join Rovers from United next month, the club announced on Friday.",
        promised=[((HALL,), "join Rovers")],
    ),
    "manager": Piece(
        "Rovers sacked Carl Dunn on Monday after he had met the owner, Ada Brink, in Bergen.",
        met=[((BRINK, DUNN), None, "bergen")],
        happened=["resignation"],
    ),
    "draw a crowd": Piece(
        "The opening drew a large crowd and some criticism.", not_happened=["result", "launch"]
    ),
    "denial": Piece(
        "United denied on Tuesday that it had approached Gus Hall.",
        said=[("united", "it had approached Gus Hall")],
    ),
    # companies
    "merger": Piece(
        "Acme bought Borg Rail for 2 billion crowns on Tuesday.",
        happened=["deal"],
    ),
    "dinner": Piece(
        "Ada Brink had dinner with Carl Dunn in Oslo on Wednesday, according to Gus Hall.",
        met=[((BRINK, DUNN), "2022-06-08", "oslo")],
        said=[(HALL, "Ada Brink had dinner with Carl Dunn")],
    ),
    "deadline": Piece(
        "Acme failed to meet the deadline and could not meet demand, and its shares sank.",
        met=[],
        not_happened=["accident"],
    ),
    "closing": Piece(
        "Acme plans to close its plant in Bergen by the end of July, Eva Falk said in a statement.",
        promised=[(("acme",), "close its plant in Bergen")],
        said=[(FALK, "Acme plans to close its plant")],
    ),
    "phone": Piece(
        "Ada Brink spoke with Carl Dunn by telephone on Thursday.",
        met=[((BRINK, DUNN), "2022-06-09", None)],
    ),
    "interview": Piece(
        "Ada Brink spoke to reporters for an hour on Thursday and talked about growth.",
        met=[],
    ),
    "no recall": Piece(
        "In Brink's view the engines are safe, and Acme will not recall them, she said.",
        said=[(BRINK, "the engines are safe")],
    ),
    # elections
    "win": Piece(
        "Labour won the election on Monday, and Eva Falk pledged to cut taxes next year.",
        promised=[((FALK,), "to cut taxes next year")],
        happened=["result"],
    ),
    "hope": Piece(
        "Eva Falk hopes that Labour will raise wages and asked whether it would cut taxes.",
        promised=[],
    ),
    "visit": Piece(
        "Norwegian Prime Minister Ada Brink paid a farewell visit to Chilean President Carl Dunn "
        "in Lima on Tuesday.",
        met=[((BRINK, DUNN), "2022-06-07", "lima")],
    ),
    "courtesy call": Piece(
        "Carl Dunn received Ada Brink in Lima on Tuesday before he flew home.",
        met=[((BRINK, DUNN), "2022-06-07", "lima")],
    ),
    "came to see": Piece(
        "On Wednesday Gus Hall came to see Eva Falk in Oslo, and the two shook hands.",
        met=[((FALK, HALL), "2022-06-08", "oslo")],
    ),
    "reception": Piece(
        "Norway welcomed the decision and received 40 letters. Lima hosts the games next year.",
        met=[],
    ),
    "nomination": Piece(
        "Labour named Eva Falk as its candidate on Tuesday; Gus Hall named no names.",
        happened=["appointment"],
    ),
    "invitation": Piece(
        "Ada Brink has asked Carl Dunn to come to Oslo next month.",
        promised=[((BRINK,), "come to Oslo")],
    ),
    # disasters
    "sinking": Piece(
        "The ship sank off Bergen on Monday and 14 people died.", happened=["accident", "death"]
    ),
    "relations": Piece(
        "Relations sank to their lowest in years and left the two neighbours barely speaking.",
        not_happened=["accident", "return"],
    ),
    "toll": Piece(
        "The coastguard put the number of the missing at 12. Police said nine had been found.",
        said=[("The coastguard", "at 12"), ("Police", "nine had been found")],
    ),
    "help": Piece(
        "Norway undertook on Friday to send two planes, and its minister told Chile that they "
        "would stay until March.",
        promised=[(("norway",), "to send two planes"), ((), "stay until March")],
    ),
    "visit to the scene": Piece(
        "Ada Brink visited the scene on Tuesday, where she met survivors. “We will rebuild,” she "
        "said.",
        said=[(BRINK, "We will rebuild")],
    ),
    "opening": Piece(
        "Since the year began, Acme has opened two plants. The talks began late.",
        happened=["launch"],
    ),
    "quoted promise": Piece(
        "Carl Dunn told Falk that he and the mayor would “clean up” the river by 1 September.",
        promised=[((DUNN,), "clean up")],
        said=[(DUNN, "clean up")],
    ),
    "two parties and their heads": Piece(
        "President Ada Brink and the Rail Union's leader, General Carl Dunn, shook hands on "
        "Monday.",
        met=[((BRINK, DUNN), "2022-06-06", None)],
    ),
    "a head of somewhere": Piece(
        "Its commander, Colonel Eva Falk of Norway, met Mr Hall on Monday and will travel to Lima "
        "on Saturday to meet Ada Brink.",
        met=[((FALK, HALL), "2022-06-06", None)],
        promised=[((FALK,), "travel to Lima")],
    ),
    "a minister's to do": Piece(
        "Carl Dunn will make a statement on Friday. Acme said it had replaced the heaters and "
        "would finish the job next month. Every customer would be offered a new one "
        "by 1 September, Ada Brink said.",
        promised=[
            ((DUNN,), "make a statement"),
            (("acme",), "finish the job"),
            ((BRINK,), "be offered"),
        ],
    ),
    "a name before its time": Piece(
        "Ada Brink met President Dunn the same day.", met=[((BRINK, DUNN), None, None)]
    ),
    "spoke to": Piece(
        "Ada Brink spoke to Carl Dunn by telephone on Monday.",
        met=[((BRINK, DUNN), "2022-06-06", None)],
        happened=["call"],
    ),
    "a retired judge": Piece(
        "A commission under retired judge Carl Dunn began its work. Acme paid less than Brink had "
        "promised last week.",
        not_happened=["resignation"],
    ),
    "heard by phone": Piece(
        "Carl Dunn, speaking by phone from Bergen, blamed Norway.", not_happened=["call"]
    ),
    "set free": Piece(
        "All but 40 of the 312 prisoners have been released. The road has been open since March.",
        not_happened=["launch"],
    ),
    "two acts of one will": Piece(
        "Carl Dunn said his fighters would hand over the port by 1 September and lift the blockade "
        "of Lima.",
        promised=[((DUNN,), "hand over the port"), ((DUNN,), "lift the blockade")],
    ),
    "a promise only spoken of": Piece("The costs that Ada Brink had promised to publish are high."),
    "its leader": Piece(
        "Labour leader Ada Brink told Carl Dunn of it. “We tried,” she told Acme.",
        said=[(BRINK, "We tried")],
    ),
    "said whose chief": Piece(
        "“We cannot rule it out,” said Borg Rail's chief executive, Ada Brink, shortly after noon.",
        said=[(BRINK, "We cannot rule it out")],
    ),
    "a clause with a subject of its own": Piece(
        "Ada Brink is leaving Borg Rail, the firm she founded last year, after its second crash.",
        happened=["launch"],
    ),
    "on a condition": Piece("“I will lock the door if I have to,” Ada Brink said."),
    "talks that collapse": Piece(
        "Talks collapsed on Monday, and so did a truce.", not_happened=["accident"]
    ),
    "the one who promises beside": Piece(
        "Carl Dunn said the government would bring in the register and promised to meet Ada Brink "
        "next month.",
        promised=[((), "bring in the register"), ((DUNN,), "to meet Ada Brink")],
    ),
    "their own inquiry": Piece(
        "Ada Brink and Carl Dunn died. Police said they had reopened their inquiry.",
        not_happened=["meeting"],
    ),
    "a daughter": Piece(
        "Its chief, Carl Dunn, met the mayor's daughter, Ada Brink, at an office in Lima on "
        "Monday.",
        met=[((BRINK, DUNN), "2022-06-06", "lima")],
    ),
    "her own lawyer": Piece(
        "Ada Brink was held on Monday. Police gave no reason; her lawyer, Carl Dunn, said she had "
        "been charged with nothing.",
        said=[(DUNN, "she had been charged")],
        happened=["arrest"],
    ),
    "after a verb no apposition": Piece(
        "The siege of Lima, by all accounts, is over: the road has been open since March 28, and "
        "Acme says that 214 trucks have come.",
        said=[("acme", "214 trucks have come")],
    ),
    "account": Piece(
        "According to Dunn, Acme knew of the leak. Acme rejects that.",
        said=[(DUNN, "Acme knew of the leak"), ("acme", "that")],
    ),
}


def read(piece: Piece) -> Annotations:
    return report(piece.text, NAMES, DATES, PUBLISHED)


def encounters(one: Annotations) -> list[Encounter]:
    """What is told of encounters that took place between two at least."""
    found = {
        (event.participants, event.edtf, event.place)
        for event in one.events
        if event.kind in ("meeting", "visit", "call")
        and event.modality == "happened"
        and len(event.participants) > 1
    }
    return sorted(found, key=str)


@pytest.mark.parametrize("name", PIECES)
def test_encounters(name: str) -> None:
    piece = PIECES[name]
    assert encounters(read(piece)) == piece.met


@pytest.mark.parametrize("name", PIECES)
def test_promises(name: str) -> None:
    piece = PIECES[name]
    found = [(c.parties, c.action.of(piece.text)) for c in read(piece).commitments]
    assert [parties for parties, _ in found] == [parties for parties, _ in piece.promised]
    for (_, action), (_, begins) in zip(found, piece.promised, strict=True):
        assert action.startswith(begins)


@pytest.mark.parametrize("name", [name for name, piece in PIECES.items() if piece.said])
def test_quotations(name: str) -> None:
    piece = PIECES[name]
    found = [
        (q.speaker.entity or q.speaker.span.of(piece.text), q.content.of(piece.text))
        for q in read(piece).quotations
        if q.speaker is not None
    ]
    for speaker, words in piece.said:
        assert any(who == speaker and words in content for who, content in found), found


@pytest.mark.parametrize("name", PIECES)
def test_other_happenings(name: str) -> None:
    piece = PIECES[name]
    kinds = {event.kind for event in read(piece).events}
    assert set(piece.happened) <= kinds
    assert not kinds & set(piece.not_happened)
