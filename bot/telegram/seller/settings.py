"""Which rules of the shop does its seller set in chat?"""

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.shop.customers.values import Person
from bot.shop.policies.values import Policies
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller import term_text
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import ChannelsOpen, DeskOpen, FilesOpen, SettingsOpen, TermsEdit
from bot.telegram.seller.desk_buttons import JournalOpen
from bot.telegram.seller.figures_buttons import FeesOpen
from bot.telegram.texts import Html, Texts, joined


def router() -> Router:
    router = seller_router("settings")
    settings = needs(Right.SETTINGS)
    router.callback_query.register(on_settings, DoesPart(""), flags=settings)
    router.callback_query.register(on_terms, DoesPart("terms"), flags=settings)
    business = needs(Right.BUSINESS)
    router.callback_query.register(on_business, EditsTerm(*term_text.OF_BUSINESS), flags=business)
    router.message.register(on_term_typed, Answers(Selling.business), flags=answering(Right.BUSINESS))
    router.callback_query.register(on_term, Does(TermsEdit), flags=settings)
    router.message.register(on_term_typed, Answers(Selling.term), flags=answering(Right.SETTINGS))
    return router


class DoesPart(Does):
    """⚙️ or one part of it."""

    def __init__(self, part: str) -> None:
        super().__init__(SettingsOpen)
        self.part = part

    def fits(self, data: str) -> CallbackData | None:
        found = super().fits(data)
        return found if isinstance(found, SettingsOpen) and found.part == self.part else None


class EditsTerm(Does):
    """✏️ one of these rules."""

    def __init__(self, *names: str) -> None:
        super().__init__(TermsEdit)
        self.names = names

    def fits(self, data: str) -> CallbackData | None:
        found = super().fits(data)
        return found if isinstance(found, TermsEdit) and found.name in self.names else None


async def on_settings(query: CallbackQuery, shop: Shop, texts: Texts, showcase_chat: int | str | None = None) -> None:
    screen = settings(await shop.policies.now(), texts, showcase=showcase_chat is not None)
    await show(query, screen, shop.catalogue)


async def on_terms(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    await show(query, terms(await shop.policies.now(), texts), shop.catalogue)


async def on_term(query: CallbackQuery, callback_data: TermsEdit, shop: Shop, texts: Texts, state: FSMContext) -> None:
    name = callback_data.name
    if name not in term_text.NAMES:
        await show(query, terms(await shop.policies.now(), texts), shop.catalogue)
        return
    question = texts(f"sell-ask-term-{name.replace('_', '-')}")
    await ask(query, state, shop, Selling.term, question, _back(texts), name=name)


async def on_business(
    query: CallbackQuery, callback_data: TermsEdit, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """What only the owner sets: who sells, and what services cost."""
    question = texts(f"sell-ask-term-{callback_data.name.replace('_', '-')}")
    await ask(query, state, shop, Selling.business, question, _back(texts), name=callback_data.name)


async def on_term_typed(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    name = str((await state.get_data())["name"])
    if (message.text or "").strip() not in KEEP:
        value = term_text.read_term(name, message.text or "", await shop.policies.now())
        await shop.policies.change(name, value, person.id)
    await answered(bot, message.chat.id, state)
    await show(message, terms(await shop.policies.now(), texts), shop.catalogue)


def settings(now: Policies, texts: Texts, *, showcase: bool = False) -> Screen:
    """⚙️ the parts there are; what keeps live payments off is said first."""
    return Screen(
        joined([texts("sell-settings-head"), "" if now.terms_filled else texts("sell-settings-terms-missing")]),
        rows(
            (
                button(texts.plain("sell-settings-places"), SettingsOpen(part="places")),
                button(texts.plain("sell-settings-terms"), SettingsOpen(part="terms")),
            ),
            button(texts.plain("sell-settings-delivery"), SettingsOpen(part="delivery")),
            button(texts.plain("front-open"), SettingsOpen(part="showcase")) if showcase else None,
            (
                button(texts.plain("channels-open"), ChannelsOpen()),
                button(texts.plain("staff-open"), SettingsOpen(part="staff")),
            ),
            (button(texts.plain("fees-open"), FeesOpen()), button(texts.plain("journal-open"), JournalOpen())),
            (
                button(texts.plain("import-open"), FilesOpen()),
                button(texts.plain("export-open"), FilesOpen(out=True)),
            ),
            button(texts.plain("sell-desk"), DeskOpen()),
        ),
    )


def terms(now: Policies, texts: Texts) -> Screen:
    """The shop's rules as they are, a button to change each."""
    nothing = texts("sell-term-empty")
    hold, most, keep, back = (
        int(term_text.shown(name, now)) for name in ("hold", "hold_max", "pickup_keep", "return_within")
    )
    text = joined(
        [
            texts("sell-settings-terms-head"),
            texts("sell-term-seller-name", value=cut(now.seller_name, 200) or nothing),
            texts("sell-term-seller-inn", value=now.seller_inn or nothing),
            texts("sell-term-terms-url", value=cut(now.terms_url, 300) or nothing),
            texts("sell-term-hold", minutes=hold),
            texts("sell-term-hold-max", minutes=most),
            texts("sell-term-pickup-keep", days=keep),
            texts("sell-term-return-within", days=back),
            texts("sell-term-waiting-people", people=now.waiting_people),
            texts("sell-term-gift-wrap-minor", price=_wrap(now, texts)),
            "" if now.terms_filled else texts("sell-settings-terms-missing"),
        ]
    )

    def edit(name: str) -> InlineKeyboardButton:
        return button(texts.plain(f"sell-edit-{name.replace('_', '-')}"), TermsEdit(name=name))

    return Screen(
        text,
        rows(
            (edit("seller_name"), edit("seller_inn")),
            (edit("terms_url"), edit("hold")),
            (edit("hold_max"), edit("pickup_keep")),
            (edit("return_within"), edit("waiting_people")),
            edit("gift_wrap_minor"),
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
    )


def _wrap(now: Policies, texts: Texts) -> Html | str:
    """What wrapping costs, or that it is not offered."""
    if not now.gift_wrap_minor:
        return texts("sell-term-no-wrapping")
    return wording.money(now.gift_wrap_minor, now.currency, texts.language)


def _back(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-back"), SettingsOpen(part="terms"))
