"""Writes N made-up news articles as text files, the same ones each time, for benchmarks.

    python tests/bench/make_corpus.py 1000 FOLDER [--words 500] [--seed 1]

They are shaped like agency reports: headline, credit, dateline, body with names, relative and
full dates, quotations, meetings and promises, a line of page furniture. Everyday words are drawn
by Zipf's law and completed by a long tail of invented ones, so that the vocabulary grows with the
corpus as it does in news (some 60,000 words in 10,000 articles).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_FIRST = _listed("""
    Ada Aino Anton Arvid Beatriz Bruno Carla Cedric Dalia Darko Edda Emil Farah Felix Greta
    Hamid Hanna Igor Ilse Jonas Julia Kamil Karin Lars Leila Marek Mira Nadia Niklas Olga Oscar
    Petra Quentin Rafael Rosa Samir Selma Tomas Ursula Viktor Wanda Yusuf Zora Alma Boris Chiara
    Dmitri Elena Fabian Gita Henrik Ines Jasper Klara Leon Malik Nora Otto Paula Rolf Sofia
    Tessa Umar Vera
""")
_SYLLABLES = _listed("""
    ba ber bri cal cor da del dor el en fal fer gan gor ha hel in jor ka kel kor la len lin lo
    mar mel mi na nor ol or pa per ra ren ro sa sel sta ta tel tor ul va ven vi wal wen yor za
    zel
""")
_NOUNS = _listed("""
    government minister trade border pipeline harbour treaty agreement election parliament
    company worker union strike price tariff export import market bank budget court ruling judge
    police army missile exercise navy satellite data breach network platform hospital vaccine
    school student teacher farmer harvest drought flood storm dam river bridge railway airport
    airline ship cargo fuel hydrogen ammonia grid reactor wind panel mine steel copper lithium
    battery factory chip research laboratory university museum festival film concert stadium
    team league refugee visa passport embassy consulate diplomat envoy delegation summit meeting
    talks proposal plan draft law reform tax pension wage housing rent water forest fishery
    island province district village city capital coast memorial anniversary apology
    compensation fund investor shareholder audit inquiry report survey poll
""")
_VERBS = _listed("""
    said told announced reported expects opened closed approved rejected delayed reviewed signed
    welcomed criticised supported opposed warned promised discussed raised cut expanded built
    repaired replaced funded sold bought moved joined left followed
""")
_ADJECTIVES = _listed("""
    new joint regional foreign domestic public private local national bilateral trilateral
    economic military nuclear clean digital rural urban annual final early long short heavy
    light costly recent former current senior junior independent official unofficial peaceful
    severe broad narrow open secret historic modern
""")
_LINKS = _listed("the of to in and a for on with by from at over after before under between")
_SORTS = ("Group", "Corp", "University", "Bank")
_PUBLISHERS = ("Coast Courier", "The Daily Quay", "Northern Wire", "Meridian Post", "Lantern News")
_FIRST_DAY = date(2015, 1, 5)
_MONTHS = _listed("""
    January February March April May June July August September October November December
""")
_DAYS = _listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


@dataclass(frozen=True, slots=True)
class World:
    """Who and what the articles tell of."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    organizations: tuple[str, ...]
    rare: tuple[str, ...]
    """Invented words of the long tail."""


def make_world(chance: random.Random, articles: int) -> World:
    """A world large enough for a number of articles."""
    grown = max(40, int(articles**0.75))
    people = {f"{chance.choice(_FIRST)} {_invented(chance, 2, 3).title()}" for _ in range(grown)}
    places = {_invented(chance, 2, 3).title() for _ in range(max(20, grown // 4))}
    organizations = {
        f"{_invented(chance, 2, 2).title()} {chance.choice(_SORTS)}"
        for _ in range(max(15, grown // 4))
    }
    rare = {_invented(chance, 3, 5) for _ in range(max(2000, articles * 8))}
    pools = (people, places, organizations, rare)
    return World(*(tuple(sorted(pool)) for pool in pools))


def articles(count: int, words: int = 500, seed: int = 1) -> Iterator[tuple[str, str]]:
    """File name and text of each article, in order of their days."""
    chance = random.Random(seed)
    world = make_world(chance, count)
    step = max(1, 3600 // max(1, count))
    for number in range(count):
        day = _FIRST_DAY + timedelta(number * step if count < 3600 else number * 3600 // count)
        yield f"{number:06d}.txt", _Article(chance, world, day).text(words)


class _Article:
    def __init__(self, chance: random.Random, world: World, day: date) -> None:
        self.chance, self.world, self.day = chance, world, day
        self.people = [_zipf(chance, world.people) for _ in range(3)]
        self.place = _zipf(chance, world.places)
        self.organization = _zipf(chance, world.organizations)

    def text(self, words: int) -> str:
        headline = self._headline()
        lines = [headline, f"By {self.chance.choice(self.world.people)}"]
        lines.append(f"{_full(self.day)} | {self.chance.choice(_PUBLISHERS)}")
        body, count = [f"{self.place.upper()} - {self._lead()}"], 0
        while count < words:
            paragraph = " ".join(self._sentence() for _ in range(self.chance.randint(1, 3)))
            body.append(paragraph)
            count += paragraph.count(" ") + 1
        return "\n\n".join([*lines, *body, "Sign up for our newsletter"]) + "\n"

    def _headline(self) -> str:
        noun, other = self._noun(), self._noun()
        verb = self.chance.choice(["agree on", "discuss", "delay", "review", "welcome"])
        place = self.chance.choice(self.world.places)
        return f"{self.place} and {place} {verb} {self._adjective()} {noun} {other}"

    def _lead(self) -> str:
        one, two = self.people[0], self.people[1]
        day = _DAYS[(self.day - timedelta(self.chance.randint(0, 2))).weekday()]
        return f"{one} met {two} in {self.place} on {day} to discuss the {self._phrase()}."

    def _sentence(self) -> str:
        kind = self.chance.random()
        if kind < 0.15:
            who = self.chance.choice(self.people)
            return f"“The {self._phrase()} {self._verb()} the {self._some(8)},” {who} said."
        if kind < 0.3:
            who = self.chance.choice(self.people).split()[1]
            return f"{who} {self._verb()} that the {self._some(8)} would reach {self.place}."
        if kind < 0.5:
            return f"{self._when()}, the {self._phrase()} {self._verb()} the {self._some(10)}."
        if kind < 0.6:
            return f"{self.organization} {self._verb()} the {self._some(6)} of {self.place}."
        return f"The {self._some(20)}."

    def _some(self, words: int) -> str:
        """About as many words as asked for, half as many more at most."""
        count = self.chance.randint(words, words + words // 2)
        return " ".join(self._word() for _ in range(count))

    def _word(self) -> str:
        draw = self.chance.random()
        if draw < 0.42:
            return _zipf(self.chance, _LINKS)
        if draw < 0.68:
            return self._noun()
        if draw < 0.82:
            return self._adjective()
        return self._verb() if draw < 0.94 else _zipf(self.chance, self.world.rare)

    def _when(self) -> str:
        then = self.day - timedelta(self.chance.randint(1, 900))
        forms = [
            f"On {_full(then)}",
            f"In {_MONTHS[then.month - 1]} {then.year}",
            f"In {then.year}",
            f"On {_DAYS[then.weekday()]}",
            "Last month",
            "Earlier this year",
        ]
        return self.chance.choice(forms)

    def _phrase(self) -> str:
        return f"{self._adjective()} {self._noun()}"

    def _noun(self) -> str:
        return _zipf(self.chance, _NOUNS)

    def _verb(self) -> str:
        return _zipf(self.chance, _VERBS)

    def _adjective(self) -> str:
        return _zipf(self.chance, _ADJECTIVES)


_WEIGHTS: dict[int, list[float]] = {}


def _zipf(chance: random.Random, pool: tuple[str, ...]) -> str:
    """One of the pool, the nth with a share in proportion to 1/n."""
    if len(pool) not in _WEIGHTS:
        _WEIGHTS[len(pool)] = list(accumulate(1 / n for n in range(1, len(pool) + 1)))
    return chance.choices(pool, cum_weights=_WEIGHTS[len(pool)])[0]


def _invented(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(least, most)))


def _full(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def main() -> None:
    """Write the articles the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles(given.count, given.words, given.seed):
        (given.folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
