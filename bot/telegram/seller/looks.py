"""How does a seller see a work: as a draft, as a work for sale, in the list of what there is?"""

from collections.abc import Mapping, Sequence

from aiogram import Bot
from aiogram.types import InlineKeyboardButton

from bot.basics.ids import ProductId, VariantId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Card, CategoryItem, PhotoRef, Shelf, Visibility
from bot.shop.shop import Shop
from bot.shop.stock.values import Availability
from bot.shop.waiting.values import Watched
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.product_card import besides
from bot.telegram.screen import Screen, button, grid, may_press, rows
from bot.telegram.seller import wished
from bot.telegram.seller.callbacks import (
    AddExplain,
    CategoryChosen,
    DeskOpen,
    DraftAct,
    DraftPrice,
    PostAsk,
    StockOpen,
    WorkAct,
    WorkChannels,
    WorkOpen,
)
from bot.telegram.seller.counting_buttons import CountOpen
from bot.telegram.seller.moving_buttons import FairsOpen
from bot.telegram.showcase.look import described, label, left, named, with_description
from bot.telegram.texts import Html, Texts, joined

_CATEGORIES = 60
NOBODY = Watched()


async def work_screen(
    shop: Shop, product: ProductId, texts: Texts, bot: Bot, *, showcase: bool, head: Html | None = None
) -> Screen:
    """A work as it is now: a draft as its preview, everything else with its numbers. Raises NoSuchWork."""
    card = await shop.catalogue.card(product, texts.language, bot.id)
    if card.visibility is Visibility.DROPPED:
        raise NoSuchWork
    if card.visibility is Visibility.DRAFT:
        return preview(card, texts, showcase=showcase, cost=await _cost(shop, card))
    free, watched = (await shop.waiting.numbers([card.variant]))[card.variant]
    return work(card, free, texts, showcase=showcase, head=head, watched=watched, cost=await _cost(shop, card))


async def _cost(shop: Shop, card: Card) -> int | None:
    """What it cost, for those who may see it."""
    return await shop.costs.of(card.product) if may_press(WorkAct(product=card.product, act="cost")) else None


def _cost_line(card: Card, cost: int | None, texts: Texts) -> Html | str:
    return "" if cost is None else texts("sell-cost", cost=wording.money(cost, card.price.currency, texts.language))


def preview(card: Card, texts: Texts, *, showcase: bool, cost: int | None = None) -> Screen:
    """A draft as buyers will see the work, its SKU, and what can be done with it."""
    asked = bool(card.price_choices)
    seen = joined(
        [described(card, texts, priced=not asked), left(card, _all(card.draft_quantity), texts), besides(card, texts)]
    )
    note = joined(
        [
            texts("sell-draft-sku", sku=card.sku, count=card.draft_quantity),
            _cost_line(card, cost, texts),
            texts("sell-draft-which-price") if asked else texts("sell-draft-note"),
        ]
    )
    text = paragraphs(with_description(seen, card, note), note)
    fix = button(texts.plain("sell-edit"), DraftAct(product=card.product, act="edit"))
    shelf = button(texts.plain("sell-category"), DraftAct(product=card.product, act="category"))
    drop = button(texts.plain("sell-drop"), DraftAct(product=card.product, act="drop"), "danger")
    if asked:
        readings = [
            button(
                wording.money(minor, card.price.currency, texts.language),
                DraftPrice(product=card.product, choice=number),
                "primary",
            )
            for number, minor in enumerate(card.price_choices)
        ]
        return Screen(text, rows(*grid(readings, 2), (fix, drop)), _photo(card))
    publish = button(texts.plain("sell-publish"), DraftAct(product=card.product, act="publish"), "primary")
    put_up = button(
        texts.plain("sell-list"), DraftAct(product=card.product, act="list"), None if showcase else "primary"
    )
    later = button(texts.plain("post-options"), PostAsk(product=card.product))
    ways = (put_up, later) if showcase else (put_up,)
    return Screen(text, rows(publish if showcase else None, ways, (fix, shelf), drop), _photo(card))


def put_up(card: Card, texts: Texts, *, published: bool) -> Screen:
    """What became of a draft: for sale, perhaps on its way into the showcase."""
    head = texts("sell-published" if published else "sell-listed")
    text = paragraphs(head, joined([described(card, texts), texts("sell-sku", sku=card.sku)]))
    return Screen(
        text,
        rows(
            button(texts.plain("sell-open-work"), WorkOpen(product=card.product)),
            (button(texts.plain("sell-add-another"), AddExplain()), _desk(texts)),
        ),
        _photo(card),
        keep_photo=True,
    )


def dropped(texts: Texts) -> Screen:
    return Screen(
        texts("sell-dropped"),
        rows((button(texts.plain("sell-add-another"), AddExplain()), _desk(texts))),
        keep_photo=True,
    )


def numbers(free: Availability, texts: Texts) -> Html:
    """`Свободно 3 из 4`, and below it what keeps the others: only what is there."""
    kept = [
        texts("sell-held", held=free.reserved) if free.reserved else "",
        texts("sell-promised", promised=free.allocated) if free.allocated else "",
    ]
    return joined([texts("sell-free", free=max(free.available, 0), hand=free.on_hand), joined(kept, " · ")])


def work(
    card: Card,
    free: Availability,
    texts: Texts,
    *,
    showcase: bool,
    head: Html | None = None,
    watched: Watched = NOBODY,
    cost: int | None = None,
) -> Screen:
    """A work for sale (or hidden) with its numbers, and how many people want it."""
    hidden = card.visibility is Visibility.HIDDEN
    certificate = texts.plain("sell-certificate-on" if card.certificate else "sell-certificate")

    def act(name: str, text: str) -> InlineKeyboardButton:
        return button(text, WorkAct(product=card.product, act=name))

    text = joined(
        [
            paragraphs(head or "", described(card, texts)),
            besides(card, texts),
            texts("sell-hidden") if hidden else left(card, free, texts),
            texts("sell-sku", sku=card.sku),
            _cost_line(card, cost, texts),
            numbers(free, texts),
            texts("sell-short", count=-free.available) if free.available < 0 else "",
            wished.who(watched, texts),
        ]
    )
    return Screen(
        text,
        rows(
            (act("count", texts.plain("sell-count")), act("move", texts.plain("move-open"))),
            (act("off", texts.plain("pieces-off")), act("low", texts.plain("pieces-low"))),
            (act("price", texts.plain("sell-edit-price")), act("cost", texts.plain("sell-edit-cost"))),
            (
                act("title", texts.plain("sell-edit-title")),
                act("care", texts.plain("sell-edit-care")),
            ),
            (
                act("uncertify" if card.certificate else "certify", certificate),
                act("category", texts.plain("sell-category")),
            ),
            (
                act("show", texts.plain("sell-show")) if hidden else act("hide", texts.plain("sell-hide")),
                *([act("publish", texts.plain("sell-publish"))] if showcase and not hidden else []),
            ),
            (
                act("why", texts.plain("sell-why")),
                button(texts.plain("channels-of-work"), WorkChannels(product=card.product)),
            ),
            button(texts.plain("sell-back-stock"), StockOpen()),
        ),
        _photo(card),
    )


def categories(card: Card, found: Sequence[CategoryItem], texts: Texts) -> Screen:
    """Which shelf a work stands on: the one it is on is marked."""
    choices = [
        button(
            label("🗂", item.title, "✓" if item.id == card.category else ""),
            CategoryChosen(product=card.product, category=item.id),
        )
        for item in found[:_CATEGORIES]
    ]
    new = button(texts.plain("sell-category-new"), CategoryChosen(product=card.product, category=0))
    return Screen(
        texts("sell-category-which", title=cut(card.title, 100)),
        rows(*grid(choices, 2), new, back_to(card, texts)),
        keep_photo=True,
    )


def back_to(card: Card, texts: Texts) -> InlineKeyboardButton:
    """⬅️ to the draft or the work."""
    if card.visibility is Visibility.DRAFT:
        return button(texts.plain("sell-back"), DraftAct(product=card.product, act="again"))
    return button(texts.plain("sell-back"), WorkOpen(product=card.product))


def stock_list(shelf: Shelf, numbers: Mapping[VariantId, tuple[Availability, Watched]], texts: Texts) -> Screen:
    """🏷 what there is: a row for each work with the pieces that can be bought; who waits is said above."""
    if not shelf.items:
        new = button(texts.plain("sell-add"), AddExplain(), "primary")
        return Screen(texts("sell-stock-empty"), rows(new, _desk(texts)))
    works = [
        button(
            named("🖼", item.title, str(numbers[item.variant][0].available).replace("-", "−")),
            WorkOpen(product=item.product),
        )
        for item in shelf.items
    ]
    leaf = [
        button("◀️", StockOpen(before=shelf.items[0].product)) if shelf.has_before else None,
        button("▶️", StockOpen(after=shelf.items[-1].product)) if shelf.has_after else None,
    ]
    return Screen(
        paragraphs(texts("sell-stock"), wished.on_page(shelf.items, numbers, texts)),
        rows(
            *works,
            [turn for turn in leaf if turn],
            (wished.opened(texts), button(texts.plain("fairs-open"), FairsOpen())),
            button(texts.plain("counting-open"), CountOpen()),
            (button(texts.plain("sell-add"), AddExplain()), _desk(texts)),
        ),
    )


def _all(pieces: int) -> Availability:
    """As if they were all for sale already."""
    return Availability(pieces, 0, 0, pieces)


def _desk(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-desk"), DeskOpen())


def _photo(card: Card) -> PhotoRef | None:
    return card.photos[0] if card.photos else None
