"""Names: the people, organizations, places, agreements and events of one article.

    tag(article, story) -> (local entities, mentions)

The article's words are cut once (`tokens`); runs of capitalised words become candidates
(`segment`); what speaks for each type is weighed over all occurrences (`weigh`, `resolve`);
bare surnames and short forms are tied to their full names (`persons`, `organizations`); lines
whose capitals tell nothing are read for known names only (`known_lines`); capitals that stand
for governments (`metonyms`) and descriptions (`nominals`) come last.
"""

from __future__ import annotations

from dateline.annotation.names import agreements, known_lines
from dateline.annotation.names.assemble import assemble
from dateline.annotation.names.compounds import splitter
from dateline.annotation.names.gazetteer import for_story
from dateline.annotation.names.marks import marked
from dateline.annotation.names.metonyms import mark_metonyms
from dateline.annotation.names.nominals import Nominals, mark_halves
from dateline.annotation.names.offices import read_offices
from dateline.annotation.names.resolve import resolve
from dateline.annotation.names.roles import without_short_roles
from dateline.annotation.names.segment import candidates
from dateline.annotation.names.teams import mark_teams
from dateline.annotation.names.tokens import tokenize
from dateline.model import Article, LocalEntity, Mention, Story

__all__ = ["tag"]


def tag(article: Article, story: Story) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities and mentions of `article`; ids are the article's own."""
    gazetteer = for_story(story.authority)
    tokens = tokenize(article, splitter(gazetteer, article.text))
    marks = marked(article, tokens, gazetteer)
    kept, people, _ = resolve(tokens, candidates(tokens, gazetteer, marks))
    kept = without_short_roles(tokens, kept)
    mark_metonyms(tokens, kept)
    mark_halves(tokens, kept)
    mark_teams(tokens, kept)
    headlines = known_lines.candidates(tokens, gazetteer, kept, people)
    mark_teams(tokens, headlines)
    kept += headlines
    offices = read_offices(tokens, kept, story, article.published.edtf)
    kept += Nominals(tokens, kept, offices).find()
    kept += agreements.find(tokens, gazetteer, kept)
    return assemble(tokens, kept, people)
