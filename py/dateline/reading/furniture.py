"""Phrases by which page furniture is known: what sites say around an article, not in it.

Each group is a thing sites do. A phrase must fill its line or begin it, and lines longer than
`MAX_WORDS` are never judged by phrase: an article may begin a sentence with any word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_WORDS = 40
MAX_CHARACTERS = 300

# What may follow a phrase that begins a line, and what must end one that fills it.
_REST, _END = r"(?:\W.*)?$", r"\W*$"
_GROUPS: dict[str, tuple[str, str]] = {
    "advertising": (
        r"\[/?ad_?\d*\]|advert(?:isement|isements|ising)?|sponsored(?: content)?|promoted(?: content)?",
        r"(?:story|article) continues|advertise with|sponsored by|paid (?:content|post)"
        r"|ad ?block(?:er)?\b|(?:please )?(?:disable|turn off) your ad|scroll to continue"
        r"|adblock detected|please enable javascript|javascript is (?:disabled|required)",
    ),
    "related": (
        r"(?:explore|latest|more|top|related|breaking) news|recommended|trending(?: now)?|in focus"
        r"|editor'?s'? (?:picks?|choice)|top stories|most (?:read|popular|viewed|shared|recent)"
        r"|latest(?: stories)?|popular(?: posts)?|you (?:may|might) (?:also )?like|up next|read next"
        r"|what to read next|around the web|see more|read full (?:story|article)",
        r"related(?: \w+){0,2} ?:|related (?:articles?|coverage|stories|posts|topics|content|links"
        r"|reading|video)|read (?:more|also|next)\b|also read|see also|more (?:from|on|in|stories|like this)\b"
        r"|recommended (?:for|stories|reading)|you (?:may|might) also|don'?t miss|people also read"
        r"|(?:watch|listen|must read|related|in pictures|also) ?:|(?:continue|keep) reading",
    ),
    "comments": (
        r"comments?|reply|no comments?(?: yet)?|\d+ (?:comments?|replies|responses)|be the first to comment",
        r"comments? (?:are )?(?:closed|off|section|policy)|leave a (?:reply|comment)|post a comment"
        r"|add a comment|(?:show|view|read|load|hide)(?: all)? (?:\d+ )?comments|join the (?:conversation|discussion)"
        r"|your email address will not|required fields|save my name|notify me of|what do you think\?"
        r"|log ?in to (?:comment|reply|post)|you must be logged in",
    ),
    "sharing": (
        r"shares?|print|e-?mail|tweet|pin(?: it)?|facebook|twitter|x|whatsapp|linkedin|pinterest"
        r"|reddit|telegram|instagram|youtube|tumblr|copy (?:link|url)|link copied!?|save|like|bookmark"
        r"|tiktok|threads|messenger|rss|google news|gift (?:this )?article|\d+[km]? shares?"
        r"|listen(?: to (?:this )?article)?",
        r"share (?:this|on|via|with|now|the|article|story)\b|follow (?:us|@|\w+ on (?:twitter|x|facebook|instagram))"
        r"|click (?:here|to)\b|(?:like|find|join) us on|send (?:us )?(?:a |your )?tips?|print this|email this"
        r"|tap to|add us (?:as|on)|(?:opens|open) in (?:a )?new window",
    ),
    "selling": (
        r"newsletters?|subscribe|sign ?(?:up|in)|log ?(?:in|out)|register|donate|support us|my account"
        r"|subscribe now|start (?:your )?free trial|already (?:a subscriber|registered)\??",
        r"subscribe (?:to|now|for|today|here)|sign up (?:for|to|here|now)|sign in (?:to|with)|get (?:the|our|all the) (?:latest|best|free|daily|news)"
        r"|get (?:it|them|news|alerts|updates|breaking)\b.{0,60}\b(?:inbox|channel|app|email|phone)"
        r"|(?:please )?(?:consider )?support(?:ing)? (?:us|our|independent)|please (?:consider|subscribe|log|sign|enable|disable|donate)"
        r"|download (?:the|our) .{0,30}app|join our|our (?:newsletter|app)|thank you for (?:reading|subscribing|visiting)"
        r"|this (?:article|content|story) is (?:for|only available|exclusive)|become a (?:member|subscriber)"
        r"|enter your email|unlock|you have (?:reached|read|\d+) .{0,30}articles?|stay (?:up to date|informed|tuned|connected)|for more (?:news|stories|updates|such)",
    ),
    "legal": (
        r"all rights reserved|privacy(?: policy| notice)?|terms(?: (?:of|and|&) .{1,30})?|disclaimers?|cookies?"
        r"|cookie (?:policy|settings|notice)|accept(?: all)?(?: cookies)?|imprint|accessibility|sitemap|contact(?: us)?|about(?: us)?|careers"
        r"|got it|manage (?:cookies|preferences)|corrections|do not sell my .{1,40}",
        r"\(?(?:c\)|©|copyright\b)|©|we use cookies|this (?:site|website) uses|by (?:continuing|using|clicking|signing)\b.{0,80}\b(?:agree|accept|consent)"
        r"|all rights reserved|republi(?:sh|cation)|reproduction (?:in|without)|no part of this|this material may not"
        r"|the views expressed|(?:the )?opinions expressed|disclaimer ?:|\(?only the headline|\(?(?:with the exception|except for) (?:of )?the headline"
        r"|\(?this (?:story|article|report|content|copy) (?:has|is|was) (?:not been|been |originally |first )?(?:edited|published|auto|produced|generated|sourced)"
        r"|this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)|\(?reporting by|\(?(?:writing|editing) by|our standards ?:|the thomson reuters trust"
        r"|\(?additional reporting|\(?with (?:files|inputs|input) from|\(?inputs? from",
    ),
    "navigation": (
        r"home(?:page)?|menu|search|close|open|next(?: (?:article|post|story|page))?|prev(?:ious)?(?: (?:article|post|story|page))?"
        r"|top|back(?: to (?:top|home|news))?(?: button)?|more|view all|see all|show (?:more|less)|load(?:ing)?(?: more)?(?:\.\.\.)?|all|toggle .{1,20}|expand|collapse"
        r"|advanced search|navigation|sections|live|watch live|skip|go|submit|cancel|ok|yes|no|dark mode|font size|a[+-]|english|language|edition|en|video|videos|photos|gallery|slideshow|play|pause|mute|\d{1,2}|page \d+(?: of \d+)?",
        r"skip to (?:main )?(?:content|navigation)|back to top|home ?(?:>|»|/|›|\||->)|you are here|jump to|continue to",
    ),
    "labels": (
        r"\d+ ?(?:min(?:ute)?s?)(?: read)?|\d+ views|views ?:? ?\d+|tags|topics",
        r"(?:tags|topics|topic|filed under|categories|category|keywords|posted in|in this (?:article|story)|hashtags|labels|url|link|permalink|id) ?:|filed under|posted in|reading time"
        r"|(?:estimated )?read(?:ing)? time|\d+ min(?:ute)?s? read",
    ),
    "author": (
        r"about the (?:author|writer)s?|author",
        r"the (?:writer|author) is\b|about the author|view (?:all )?(?:posts|articles)? ?by|(?:email|contact|write to|reach) (?:the )?(?:author|writer|reporter|him|her|them) (?:at|on)\b"
        r"|.{1,40} (?:can be (?:reached|contacted|followed)) (?:at|on)\b|follow (?:him|her|the author)",
    ),
}
_PHRASES = {
    name: re.compile(rf"\W{{0,8}}(?:(?:{whole}){_END}|(?:{start}){_REST})", re.IGNORECASE)
    for name, (whole, start) in _GROUPS.items()
}
ENDINGS = frozenset({"comments"})
"""Groups after which no article goes on."""

BOUNDARIES = frozenset({"related", "comments", "author"})
"""Groups that head something other than the article."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The group a line of furniture was known by."""

    group: str

    @property
    def ends_article(self) -> bool:
        """Whether no article goes on after it."""
        return self.group in ENDINGS

    @property
    def heads_other(self) -> bool:
        """Whether it heads something other than the article."""
        return self.group in BOUNDARIES


def furniture_phrase(text: str, words: int) -> Phrase | None:
    """The group of the phrase that a line (plain quotes) is known by, if it is furniture."""
    if words > MAX_WORDS or len(text) > MAX_CHARACTERS:
        return None
    if not any(c.isalnum() for c in text):
        return Phrase("navigation")
    for name, pattern in _PHRASES.items():
        if pattern.match(text):
            return Phrase(name)
    return None
