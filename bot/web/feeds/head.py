"""What do all feeds say of the shop, and how is text put into XML?"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from bot.basics.languages import Language
from bot.shop.catalogue.values import CategoryItem
from bot.shop.exchange.values import Offered

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedHead:
    """The shop, as a feed names it. `base`: where its pictures are; `bot`: the bot's name, empty where unknown."""

    name: str
    company: str
    base: str
    bot: str
    currency: str
    language: Language
    source: str
    """Where a visitor who comes by this feed is said to come from."""
    categories: Sequence[CategoryItem]
    word: Callable[[str], str]
    """Names of properties in the feed's language."""

    @property
    def url(self) -> str:
        return f"https://t.me/{self.bot}" if self.bot else f"{self.base}/"

    def link(self, work: Offered) -> str:
        """Where the work is bought."""
        start = f"p_{work.product}-s_{self.source}" if self.source else f"p_{work.product}"
        return f"https://t.me/{self.bot}?start={start}" if self.bot else f"{self.base}/api/v1/products/{work.sku}"

    def picture(self, sha256: str) -> str:
        return f"{self.base}/photos/{sha256}.jpg"

    def shelf(self, category: int | None) -> str:
        """`Paintings > Oil`; empty for a work on no shelf."""
        titles: list[str] = []
        known = {int(each.id): each for each in self.categories}
        while category in known and len(titles) < 10:
            titles.insert(0, known[category].title)
            category = known[category].parent
        return " > ".join(titles)


def clean(text: str) -> str:
    """Without the characters that XML cannot carry at all."""
    return _FORBIDDEN.sub("", text)


def said(text: str) -> str:
    return escape(clean(text))


def quoted(text: str) -> str:
    """An attribute with its quotes."""
    return quoteattr(clean(text))


def cdata(text: str) -> str:
    return "<![CDATA[" + clean(text).replace("]]>", "]]]]><![CDATA[>") + "]]>"


def cut(text: str, most: int) -> str:
    """At most so many characters, ended at a word where that is near."""
    text = " ".join(text.split(" "))
    if len(text) <= most:
        return text
    whole = text[: most - 1]
    at = whole.rfind(" ")
    return (whole[:at] if at > most // 2 else whole).rstrip() + "…"


def blurb(work: Offered, language: Language) -> str:
    """What is said of a work in one text: its description, or else what is known of it."""
    text = work.text(language)
    facts = ", ".join(str(each) for each in (text.technique, work.size, work.year) if each)
    return text.description or facts or text.title
