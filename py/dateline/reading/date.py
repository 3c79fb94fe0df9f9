"""Date: when a report was published, with its evidence, and with the folder's help.

The steps: gather every date that stands on the page or beside it (`dating.candidates`), read the
clues in the prose (`dating.text_clues`), let the dated reports of the folder add theirs
(`dating.folder`), and conclude (`dating.conclude`). A date that contradicts the text is rejected
with the reason; where the text leaves several days, all of them are the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline import edtf
from dateline.errors import BadDate
from dateline.model import Article, Publication, Story
from dateline.reading.dating import windows
from dateline.reading.dating.candidates import candidates, page_of
from dateline.reading.dating.clue import Clue
from dateline.reading.dating.conclude import conclude, given
from dateline.reading.dating.folder import folder_clues
from dateline.reading.dating.prose import prose_of
from dateline.reading.dating.siblings import Siblings
from dateline.reading.dating.text_clues import text_clues
from dateline.reading.page_facts import page_dates

SETTLED = frozenset({"given", "stated"})


def date(article: Article, story: Story) -> Article:
    """The article with the date its own page and words support."""
    return _dated(article, story, None)


def date_story(articles: Sequence[Article], story: Story) -> tuple[Article, ...]:
    """The articles, each dated alone, then those left open dated with the help of the others."""
    alone = [date(article, story) for article in articles]
    if all(article.published.confidence in SETTLED for article in alone):
        return tuple(alone)
    others = Siblings(alone)
    return tuple(
        article if article.published.confidence in SETTLED else _dated(article, story, others)
        for article in alone
    )


def _dated(article: Article, story: Story, others: Siblings | None) -> Article:
    prose, found = prose_of(article), candidates(article)
    when = _given(article)
    if when:
        return replace(article, published=given(when, prose, found))
    clues = text_clues(article, prose, story)
    if others:
        left = _left(clues)
        clues = (*clues, *folder_clues(prose, others, article.document.name, left))
    published: Publication = conclude(prose, found, clues)
    return replace(article, published=published)


def _given(article: Article) -> str | None:
    """The date given with the article, unless the page itself is all that gives it."""
    when = article.document.metadata.published
    if not when:
        return None
    page = page_of(article)
    if page and any(fact.day == when for fact in page_dates(page)):
        return None
    try:
        edtf.parse(when)
    except BadDate:
        return None
    return when


def _left(clues: Sequence[Clue]) -> windows.Windows:
    """The days that the clues leave, one that contradicts those before it passed over."""
    allowed = windows.EVER
    for clue in clues:
        allowed = windows.meet(allowed, clue.windows) or allowed
    return allowed
