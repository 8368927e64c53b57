"""How does a person see what is kept about them, take it along, and have it erased?"""

from dataclasses import replace
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.shop.customers.values import Person
from bot.shop.policies.values import Policies
from bot.shop.privacy.errors import OrdersStillOpen
from bot.shop.privacy.values import Standing
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import buttons, dossier
from bot.telegram.buyer.callbacks import ChoiceForget, DataErase, DataExport, InfoOpen
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.texts import Html, Texts, escaped
from bot.telegram.toast import Toast


def router() -> Router:
    made = screen_router("privacy")
    made.message.register(on_privacy, Command("privacy"), flags=needs(Right.BUY))
    made.callback_query.register(on_export, DataExport.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_forget, ChoiceForget.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_erase, DataErase.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def overview(person: Person, standing: Standing, seller: Html, texts: Texts, choice: str = "") -> Screen:
    """What is kept, in words, with what there is of it now."""
    return Screen(
        paragraphs(
            texts("privacy-title"),
            texts("privacy-kept", orders=standing.orders, pieces=standing.pieces_in_cart),
            texts("privacy-phone") if person.phone else "",
            texts("privacy-choice", choice=choice) if choice else "",
            texts("privacy-not-kept"),
            texts("privacy-seen-by", seller=seller),
        ),
        rows(
            button(texts.plain("data-export"), DataExport(), "primary"),
            button(texts.plain("choice-forget"), ChoiceForget()) if choice else None,
            button(texts.plain("data-erase"), DataErase(), "danger"),
            (button(texts.plain("to-help"), InfoOpen(topic="help")), buttons.home(texts)),
        ),
    )


def ask(standing: Standing, texts: Texts) -> Screen:
    """Asked once whether it is meant; while orders are open, what has to happen first."""
    if standing.open_orders:
        numbers = ", ".join(standing.open_orders)
        return Screen(
            texts("erase-orders-first", numbers=numbers, count=len(standing.open_orders)),
            rows(buttons.orders(texts), buttons.home(texts)),
        )
    return Screen(
        texts("erase-ask"),
        rows(
            button(texts.plain("erase-yes"), DataErase(sure=True), "danger"),
            button(texts.plain("erase-no"), InfoOpen(topic="privacy")),
        ),
    )


def seller_words(policies: Policies, owners: frozenset[int], texts: Texts) -> Html:
    """The seller by name, and by a link to their chat where there is somebody to write to."""
    name = cut(policies.seller_name or policies.shop_name, 100)
    return texts("seller-link", id=str(min(owners)), name=name) if owners else escaped(name)


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(shop: Shop, person: Person, owners: frozenset[int], texts: Texts) -> Screen:
    policies = await shop.policies.now()
    choice = await _choice(shop, person, texts)
    standing = await shop.privacy.standing(person.id)
    return overview(person, standing, seller_words(policies, owners, texts), texts, choice)


async def _choice(shop: Shop, person: Person, texts: Texts) -> str:
    """What is kept of the last purchase, for the next one: place, way to pay, phone."""
    kept = person.usual
    if kept is None:
        return ""
    place = next((place for place in await shop.pickup.places() if place.id == kept.location), None)
    way = f"way-{kept.pay_way.replace('_', '-')}" if kept.pay_way else ""
    said = [
        cut(place.told(texts.language).title, 60) if place else "",
        texts.plain(way) if way else "",
        wording.phone(kept.phone) if kept.phone else "",
    ]
    return "\N{NO-BREAK SPACE}· ".join(part for part in said if part)


async def on_privacy(message: Message, shop: Shop, person: Person, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, await screen(shop, person, owners, texts), shop.catalogue)


async def on_export(
    query: CallbackQuery, shop: Shop, person: Person, texts: Texts, bot: Bot, zone: ZoneInfo, toast: Toast
) -> None:
    """📄: two files in the chat, one for people and one for machines."""
    await toast(texts.plain("data-coming"))
    policies = await shop.policies.now()
    made = await shop.privacy.export(person.id)
    page = dossier.as_page(made, policies.shop_name, texts, zone)
    await bot.send_document(
        query.from_user.id, BufferedInputFile(page, "my-data.html"), caption=texts("data-page-caption")
    )
    await bot.send_document(
        query.from_user.id, BufferedInputFile(dossier.as_json(made), "my-data.json"), caption=texts("data-json-caption")
    )


async def on_forget(
    query: CallbackQuery, shop: Shop, person: Person, texts: Texts, owners: frozenset[int], toast: Toast
) -> None:
    """🗑 what was chosen last time."""
    await shop.extras.forget(person.id)
    await toast(texts.plain("choice-forgotten"))
    await show(query, await screen(shop, replace(person, usual=None), owners, texts), shop.catalogue)


async def on_erase(query: CallbackQuery, callback_data: DataErase, shop: Shop, person: Person, texts: Texts) -> None:
    """🧹: asked once, then done. The next word or tap makes a new acquaintance."""
    if callback_data.sure:
        try:
            await shop.privacy.erase(person.id)
        except OrdersStillOpen:
            pass  # what is open is said below
        else:
            await show(query, Screen(texts("erased"), rows(buttons.home(texts))), shop.catalogue)
            return
    await show(query, ask(await shop.privacy.standing(person.id), texts), shop.catalogue)
