"""What does the pinned post show? What is for sale by category, and what is new; each a way into the bot."""

from typing import Final

from bot.shop.showcase.values import ShopWindow
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Screen, grid, link, rows
from bot.telegram.showcase.look import label
from bot.telegram.showcase.posts import way
from bot.telegram.texts import Html, Texts, joined

SOURCE: Final = "window"
_MOST_SHELVES: Final = 12
_TITLE: Final = 45


def look(window: ShopWindow, texts: Texts, bot_username: str) -> Screen:
    """Counts, the newest works, and a button for each category."""
    newest = joined(
        texts(
            "post-line",
            title=texts(
                "post-link",
                label=wording.quoted(cut(work.title, _TITLE), texts.language),
                url=way(bot_username, f"p_{work.product}-s_{SOURCE}"),
            ),
            price=wording.money(work.price.minor, work.price.currency, texts.language),
        )
        for work in window.newest
    )
    counted = texts("window-works", count=window.works) if window.works else texts("window-empty")
    text = joined(
        [
            joined([texts("window-head", shop=cut(window.shop_name, 100)), counted]),
            joined([texts("window-new"), newest]) if newest else Html(""),
        ],
        "\n\n",
    )
    shelves = [
        link(label("🗂", shelf.title, str(shelf.works)), way(bot_username, f"c_{shelf.category}-s_{SOURCE}"))
        for shelf in window.shelves[:_MOST_SHELVES]
    ]
    everything = link(texts.plain("post-catalogue"), way(bot_username, f"c_0-s_{SOURCE}"), "primary")
    return Screen(text, rows(everything, *grid(shelves, 2)))
