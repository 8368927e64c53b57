"""What does the bot do in a group? It answers its commands, to the one who asked, and is silent otherwise.

A card goes as an ephemeral message, which that person alone sees (Bot API 10.2). Where Telegram does not let it, one
short line leads into the private chat. Carts, orders and data are shown there and nowhere else.
"""

import re
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import structlog
from aiogram import BaseMiddleware, Bot, Router
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import (
    ChatMemberUpdated,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    Message,
    ReplyParameters,
    TelegramObject,
    Update,
)

from bot.basics.ids import ProductId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import ShelfItem
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import product_card
from bot.telegram.buyer.callbacks import MAX_ID
from bot.telegram.buyer.limits import cut, named
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, link, rows, send
from bot.telegram.texts import Html, Texts, joined

log = structlog.get_logger(__name__)

COMMANDS: Final = ("start", "catalog", "search", "help")
SHOWN: Final = 5
_LOOKED_THROUGH: Final = 200
_COMMAND: Final = re.compile(rf"/(?:{'|'.join(COMMANDS)})(?:@(?P<bot>\w+))?(?:\s.*)?", re.DOTALL | re.IGNORECASE)
_WORK: Final = re.compile(r"p_(?P<number>[0-9]{1,19})(?:-s_[a-z0-9]+)?")
_SOURCE: Final = "-s_group"

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


def router() -> Router:
    made = Router(name="group")
    made.message.filter(InGroup())
    made.message.register(on_start, Command("start"), flags=needs(Right.BUY))
    made.message.register(on_catalogue, Command("catalog"), flags=needs(Right.BUY))
    made.message.register(on_search, Command("search"), flags=needs(Right.BUY))
    made.message.register(on_help, Command("help"), flags=needs(Right.BUY))
    return made


class InGroup(Filter):
    async def __call__(self, message: Message) -> bool:
        return is_group(message.chat.type)


def is_group(chat_type: str) -> bool:
    return chat_type in ("group", "supergroup")


class Hush(BaseMiddleware):
    """Lets of a group's messages only our commands through, before anybody is recognised: talk is not our business.

    At most 18 answers a minute to a group (Telegram's limit is 20) and 4 to one person; beyond that, silence.
    """

    PER_GROUP: Final = 18
    PER_PERSON: Final = 4
    _MINUTE: Final = 60.0
    _REMEMBERED: Final = 5_000

    def __init__(self) -> None:
        self._answered: OrderedDict[tuple[int, int], deque[float]] = OrderedDict()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        message = (event.message or event.edited_message) if isinstance(event, Update) else None
        if message is None or not is_group(message.chat.type):
            return await handler(event, data)
        said = _COMMAND.fullmatch(message.text or "")
        bot: Bot = data["bot"]
        if said is None or message.edit_date is not None or message.from_user is None:
            return None
        if said["bot"] and said["bot"].lower() != ((await bot.me()).username or "").lower():
            return None
        if not self._allow(message.chat.id, message.from_user.id, time.monotonic()):
            log.info("group_hushed", chat=message.chat.id)
            return None
        return await handler(event, data)

    def _allow(self, chat: int, person: int, now: float) -> bool:
        counted = [(self._of(chat, 0, now), self.PER_GROUP), (self._of(chat, person, now), self.PER_PERSON)]
        if any(len(times) >= most for times, most in counted):
            return False
        for times, _ in counted:
            times.append(now)
        return True

    def _of(self, chat: int, person: int, now: float) -> deque[float]:
        times = self._answered.setdefault((chat, person), deque())
        self._answered.move_to_end((chat, person))
        while times and times[0] <= now - self._MINUTE:
            times.popleft()
        while len(self._answered) > self._REMEMBERED:
            self._answered.popitem(last=False)
        return times


# -- views ---------------------------------------------------------------------------------------------------------


def to_bot(username: str, payload: str = "") -> str:
    """Into the private chat; the payload names a work and where the visitor comes from."""
    return f"https://t.me/{username}?start={payload}{_SOURCE}" if payload else f"https://t.me/{username}"


def _open(username: str, texts: Texts) -> InlineKeyboardButton:
    return link(texts.plain("to-catalogue"), to_bot(username))


def works(items: Sequence[ShelfItem], username: str, texts: Texts, note: Html | str = "") -> Screen:
    """A few works; each opens its card in the private chat."""
    if not items:
        return Screen(texts("catalogue-empty"), rows(_open(username, texts)))
    lines = [
        texts(
            "order-line",
            title=title(item.title, texts),
            price=wording.money(item.price.minor, item.price.currency, texts.language),
        )
        for item in items
    ]
    each = [link(named(f"🖼 {item.title}"), to_bot(username, f"p_{item.product}")) for item in items]
    return Screen(paragraphs(note, joined(lines)), rows(*each, _open(username, texts)))


def how(username: str, texts: Texts) -> Screen:
    """What can be asked here."""
    return Screen(texts("group-help"), rows(link(texts.plain("group-open"), to_bot(username), "primary")))


# -- what people do ------------------------------------------------------------------------------------------------


async def on_start(
    message: Message, command: CommandObject, shop: Shop, person: Person, texts: Texts, bot: Bot
) -> None:
    """/start, or a link that was opened in a group: the card of a work."""
    username = (await bot.me()).username or ""
    said = _WORK.fullmatch((command.args or "").strip())
    number = int(said["number"]) if said else 0
    if said is None or number > MAX_ID:
        await answer(message, how(username, texts), shop, texts, bot)
        return
    try:
        opened = await card(shop, ProductId(number), person, username, texts, bot.id)
    except NoSuchWork:
        opened = how(username, texts)
    await answer(message, opened, shop, texts, bot)


async def on_catalogue(message: Message, shop: Shop, person: Person, texts: Texts, bot: Bot) -> None:
    """/catalog: what is new."""
    username = (await bot.me()).username or ""
    newest = (await shop.catalogue.shelf(person.language, limit=SHOWN)).items
    await answer(message, works(newest, username, texts, texts("group-newest")), shop, texts, bot)


async def on_search(
    message: Message, command: CommandObject, shop: Shop, person: Person, texts: Texts, bot: Bot
) -> None:
    """/search words: one work is a card, several are a list, none are what is new."""
    username = (await bot.me()).username or ""
    words = cut((command.args or "").strip(), 100)
    if not words:
        await answer(message, how(username, texts), shop, texts, bot)
        return
    found = await find(shop, words, person)
    if len(found) == 1:
        opened = await card(shop, found[0].product, person, username, texts, bot.id)
    elif found:
        opened = works(found[:SHOWN], username, texts, texts("group-found", words=words))
    else:
        newest = (await shop.catalogue.shelf(person.language, limit=SHOWN)).items
        opened = works(newest, username, texts, texts("group-not-found", words=words))
    await answer(message, opened, shop, texts, bot)


async def find(shop: Shop, words: str, person: Person) -> list[ShelfItem]:
    """Works whose titles hold every word, among the newest ones."""
    wanted = words.casefold().split()
    newest = (await shop.catalogue.shelf(person.language, limit=_LOOKED_THROUGH)).items
    return [item for item in newest if all(word in item.title.casefold() for word in wanted)]


async def on_help(message: Message, shop: Shop, texts: Texts, bot: Bot) -> None:
    await answer(message, how((await bot.me()).username or "", texts), shop, texts, bot)


async def on_added(change: ChatMemberUpdated, texts: Texts, bot: Bot) -> None:
    """The bot has come into a group: one line says what it answers to."""
    opened = how((await bot.me()).username or "", texts)
    try:
        await bot.send_message(change.chat.id, opened.text, reply_markup=opened.markup, disable_notification=True)
    except TelegramAPIError as refusal:  # it may read here, and not write
        log.info("group_not_greeted", chat=change.chat.id, reason=str(refusal))


# -- how it is said ------------------------------------------------------------------------------------------------


async def card(shop: Shop, product: ProductId, person: Person, username: str, texts: Texts, bot: int) -> Screen:
    """A work as it stands now; what is pressed goes on in the private chat. Raises NoSuchWork."""
    work = await product_card.on_sale(shop, product, person, bot)
    levels = await shop.stock.levels(work.variant)
    free, held = sum(level.available for level in levels), sum(level.reserved for level in levels)
    text = joined(
        [
            texts("card-title", title=cut(work.title, 200)),
            product_card.about(work, texts),
            product_card.price(work, texts),
            product_card.left(work, free, held, texts),
        ]
    )
    words = "buy-now" if free > 0 else "group-open"
    return Screen(
        text,
        rows(link(texts.plain(words), to_bot(username, f"p_{product}"), "primary"), _open(username, texts)),
        photo=work.photos[0] if work.photos else None,
    )


async def answer(message: Message, opened: Screen, shop: Shop, texts: Texts, bot: Bot) -> None:
    """To the one who asked, and to nobody else; where Telegram refuses that, a line with the way to the private chat.

    A line is never taken away again: it names nothing but the person's own first name.
    """
    asker = message.from_user
    if asker is None:
        return
    thread = message.message_thread_id if message.is_topic_message else None
    number = message.ephemeral_message_id
    try:
        await send(
            bot,
            message.chat.id,
            opened,
            shop.catalogue,
            ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=asker.id),
            reply_parameters=ReplyParameters(ephemeral_message_id=number) if number is not None else None,
            message_thread_id=thread,
        )
    except (TelegramBadRequest, TelegramForbiddenError) as refusal:
        log.info("not_ephemeral", chat=message.chat.id, reason=refusal.message)
        elsewhere = Screen(
            texts("group-elsewhere", name=cut(asker.first_name, 60)),
            opened.rows[:1] if opened.photo else opened.rows[-1:],
        )
        reply = ReplyParameters(message_id=message.message_id) if number is None else None
        try:
            await send(
                bot,
                message.chat.id,
                elsewhere,
                shop.catalogue,
                silent=True,
                reply_parameters=reply,
                message_thread_id=thread,
            )
        except TelegramAPIError as silenced:  # put out of the group meanwhile, or not allowed to write in it
            log.info("group_not_answered", chat=message.chat.id, reason=str(silenced))
