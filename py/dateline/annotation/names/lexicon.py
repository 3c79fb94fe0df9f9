"""Word sets from the knowledge files, under the names the rules use."""

from __future__ import annotations

from dateline.annotation.knowledge import load, words

STOP = words("heads", "stop")
"""Function words and adverbs: never the first word of a name."""
OPENERS = STOP | words("heads", "stop_nouns")
"""Those, and nouns that often open a sentence or label a page's parts."""
CALENDAR = words("heads", "calendar")
GROUPS = words("heads", "groups")
"""Adherents of a faith, a party, a school: `Democrat`, `Lutheran`."""
NO_NAMES = words("heads", "no_names") | words("heads", "languages") | GROUPS
"""Capitalised words that name nothing in particular: units, abbreviations, tongues, faiths."""
COMMON = words("words", "common")

ORGANIZATION = words("heads", "organization")
TAILED = words("heads", "tailed")
"""Organizations' head nouns that take `of` and what they are for: a company's do not."""
TAILED_PLACES = words("heads", "tailed_places")
WEAK_ORGANIZATION = words("heads", "weak_organization")
INSTITUTION = words("heads", "institution")
PLACE = words("heads", "place")
WEAK_PLACE = words("heads", "weak_place")
PLACE_BEFORE = words("heads", "place_before")
EVENT = words("heads", "event")
AGREEMENT = words("heads", "agreement")
OTHER = words("heads", "other")

MALE = words("person_names", "male")
FEMALE = words("person_names", "female")
GIVEN = MALE | FEMALE | words("person_names", "either") | words("person_order", "japanese_given")
FAMILY = (
    words("person_names", "family")
    | words("person_order", "japanese_family")
    | words("person_order", "vietnamese")
    | words("person_order", "korean")
    | words("person_order", "chinese")
)
KOREAN_FAMILY = words("person_order", "korean")
CHINESE_FAMILY = words("person_order", "chinese")
VIETNAMESE_FAMILY = words("person_order", "vietnamese") | words("person_order", "khmer")
EASTERN_FAMILY = KOREAN_FAMILY | CHINESE_FAMILY | VIETNAMESE_FAMILY
"""Family names that stand first."""

HONORIFIC = words("titles", "honorifics")
ADDRESS = words("heads", "address")
"""Honorifics that tell no office: `Mr`, `Dame`."""
MALE_ADDRESS = words("heads", "male_address")
FEMALE_ADDRESS = words("heads", "female_address")
ROLES: frozenset[str] = frozenset(load("titles")["roles"])
ROLE_LAST: frozenset[str] = frozenset(role.split()[-1] for role in ROLES)
ROLE_MODIFIER = words("titles", "modifiers")
PORTFOLIO = words("titles", "portfolios")
"""What ministers are in charge of, where no other title has the word before it."""
PERSON_SUFFIX = words("heads", "person_suffix")
PARTICLES = words("heads", "particles")

KIN = words("heads", "kin")
"""Roles that are nobody's office or occupation."""
SHIPS = words("heads", "ships")
GREEK = words("heads", "greek")

FINITE = words("heads", "finite")
"""Verbs before which a noun of the language has an article, when it is one thing."""
SPEECH = words("heads", "speech")
ACTS = words("heads", "acts")
PRODUCT_NOUNS = words("heads", "product_nouns")
WORKS = words("heads", "works")
RESULTS = words("heads", "results")
"""Verbs of results: `Houston edged Montreal`."""
SPORT_ACTS = words("heads", "sport_acts")
HEADED_BY = words("heads", "headed_by")
"""What follows an organization's possessive: `Ardent's chairman`."""
BODIES_OF = words("heads", "bodies_of")
"""What stands before `of` and an organization: `the founder of Ardent`."""
ORG_CONTEXT = words("heads", "org_context")
ORG_BEFORE = words("heads", "org_before")
PLACE_NOUN_BEFORE = words("heads", "place_before_nouns")
BODIES_BEFORE = words("heads", "bodies_before")
HELD_BEFORE_OF = words("heads", "held_before_of")
SITE_NOUNS = words("heads", "site_nouns")
WAYS = words("heads", "ways")
PLACE_PREPOSITIONS = words("heads", "place_prepositions")
DIRECTIONS = words("heads", "directions")

GOVERNMENT_VERBS = words("heads", "gov_strong_verbs")
GOVERNMENT_NOUNS = words("heads", "gov_nouns")
GOVERNMENT_PEOPLE = words("heads", "gov_officials")
MOTION = words("heads", "motion")

INSTITUTION_HEADS = words("heads", "institution_heads")
INSTITUTION_MODIFIERS = words("heads", "institution_modifiers")
AGREEMENT_NOUNS = words("heads", "agreement_nouns")
AGREEMENT_MODIFIERS = words("heads", "peace_nouns")
OFFICE_TITLES: frozenset[str] = frozenset(load("heads")["office_titles"].split("|"))
POSSESSORS = words("heads", "possessors")
STAKES = words("heads", "stakes")
NO_PERSON_AFTER = words("heads", "no_person_after")
"""Nouns that make what stands before them something else: `the Chola dynasty`."""
SPORTS = words("heads", "sports")
ADDRESSED = words("heads", "addressed")
CREDIT_OPENERS = words("heads", "credit_openers")
PARTICIPLES = words("heads", "participles")
"""What is done to persons: `was elected`, `was born`."""
MILITARY = words("heads", "military")
"""Bodies called by number: `101st Airborne Division`."""
MODALS = words("heads", "modals")
GOVERNMENT_ACTS = words("heads", "gov_base")
