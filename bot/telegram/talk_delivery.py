"""How does what was said get from one chat into the others? Once, in its order, as a thread."""

from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardMarkup, ReplyParameters

from bot.basics.ids import CustomerId, TalkId, WordsId
from bot.shop.conversations.errors import NoSuchTalk
from bot.shop.conversations.values import Errand, Spoken
from bot.shop.outbox.errors import Hopeless, NotNow
from bot.shop.outbox.values import Later, Owed
from bot.telegram.buyer import talk_screens
from bot.telegram.buyer.limits import seen_length
from bot.telegram.crew import able
from bot.telegram.dispatcher import House
from bot.telegram.rights import RIGHTS, Right, Role, role_of
from bot.telegram.screen import CAPTION_LIMIT, TEXT_LIMIT, Screen, strip
from bot.telegram.seller import talk_looks
from bot.telegram.sending import sending
from bot.telegram.texts import Html, escaped, joined

log = structlog.get_logger(__name__)

_EARLIER_FIRST_S = 1.0


@dataclass(frozen=True, slots=True)
class TalkDelivery:
    """Outbox topics of conversations."""

    house: House
    bot: Bot

    async def fan_out(self, row: Owed) -> Later | None:
        """A buyer's message becomes one to each of those who answer."""
        shop = self.house.shop
        await shop.messenger.fan_out(row, await able(shop, self.house.owners, Right.ORDERS))
        return None

    async def to_seller(self, row: Owed) -> Later | None:
        """One message of a buyer to one seller."""
        chat = int(row.payload["seller"])
        seller = await self.house.shop.customers.find(chat)
        errand = await self._errand(row, chat)
        if errand is None or (seller is not None and seller.blocked):
            return None
        role = role_of(chat, seller.role if seller else None, self.house.owners)
        if Right.ORDERS not in RIGHTS[role]:
            return None  # dismissed meanwhile
        texts = self.house.all_texts[seller.language if seller else self.house.language]
        with sending(row.lane):
            try:
                await self._bring(chat, errand, talk_looks.alert(errand, texts))
            except TelegramForbiddenError as refusal:
                if seller is None or role is Role.OWNER:
                    raise Hopeless(f"seller {chat}: {refusal.message}") from refusal
                await self.house.shop.customers.note_blocked(seller.id)
        return None

    async def to_buyer(self, row: Owed) -> Later | None:
        """One answer to the buyer. Whoever has blocked the bot misses it, and the sellers read so."""
        shop = self.house.shop
        person = await shop.customers.get(CustomerId(row.payload["customer"]))
        errand = await self._errand(row, person.platform_id)
        if errand is None:
            return None
        if person.blocked:
            await shop.messenger.undeliverable(errand.spoken)
            return None
        with sending(row.lane):
            try:
                await self._bring(
                    person.platform_id, errand, talk_screens.answer(errand, self.house.all_texts[person.language])
                )
            except TelegramForbiddenError:
                await shop.customers.note_blocked(person.id)
                await shop.messenger.undeliverable(errand.spoken)
        return None

    async def mark(self, row: Owed) -> Later | None:
        """The buttons under a question say in every seller's chat who has seen to it."""
        shop, talk_id = self.house.shop, TalkId(row.payload["talk"])
        talk = await shop.messenger.talk(talk_id)
        for copy in await shop.messenger.pressable(talk_id, to_shop=True):
            seller = await shop.customers.find(copy.chat)
            texts = self.house.all_texts[seller.language if seller else self.house.language]
            keys = talk_looks.keys(talk, texts, self.house.zone)
            with sending(row.lane):
                try:
                    await self.bot.edit_message_reply_markup(
                        chat_id=copy.chat,
                        message_id=copy.message,
                        reply_markup=InlineKeyboardMarkup(inline_keyboard=[list(line) for line in keys]),
                    )
                except (TelegramBadRequest, TelegramForbiddenError) as refusal:
                    # the same look already, a message that was deleted, a seller who has left: nothing to mend
                    log.info("mark_refused", chat=copy.chat, reason=refusal.message)
        return None

    async def _errand(self, row: Owed, chat: int) -> Errand | None:
        """What is to be brought; None when it is there already, or has been blanked. Raises NotNow out of turn."""
        try:
            errand = await self.house.shop.messenger.errand(WordsId(row.payload["words"]), chat)
        except NoSuchTalk:
            return None
        if errand.done or errand.spoken.blanked:
            return None
        if errand.behind:
            raise NotNow(_EARLIER_FIRST_S)
        return errand

    async def _bring(self, chat: int, errand: Errand, screen: Screen) -> None:
        messenger, spoken = self.house.shop.messenger, errand.spoken
        if errand.follows:
            sent = await self._say(chat, spoken, Html(""), None, errand.thread, silent=True)
            await messenger.arrived(spoken, chat, sent, pressable=False)
            return
        words = joined([screen.text, spoken.text], "\n\n")
        limit = CAPTION_LIMIT if spoken.file else TEXT_LIMIT
        thread = errand.thread
        if seen_length(words) <= limit:
            sent = await self._say(chat, spoken, words, screen.markup, thread)
        else:
            # too long for one message together with its head: the words first, the head with the buttons below them
            thread = await self._say(chat, spoken, escaped(spoken.text), None, thread, silent=True)
            sent = (
                await self.bot.send_message(
                    chat, screen.text, reply_markup=screen.markup, reply_parameters=_answering(thread)
                )
            ).message_id
        before = await messenger.pressable(errand.talk.id, to_shop=not spoken.from_shop, chat=chat)
        await messenger.arrived(spoken, chat, sent, pressable=True)
        for copy in before:
            await strip(self.bot, chat, copy.message)

    async def _say(
        self,
        chat: int,
        spoken: Spoken,
        words: Html,
        markup: InlineKeyboardMarkup | None,
        thread: int | None,
        *,
        silent: bool = False,
    ) -> int:
        under = _answering(thread)
        quiet = silent or None
        if spoken.file is None:
            sent = await self.bot.send_message(
                chat, words, reply_markup=markup, reply_parameters=under, disable_notification=quiet
            )
        elif spoken.file.kind == "photo":
            sent = await self.bot.send_photo(
                chat,
                spoken.file.id,
                caption=words or None,
                reply_markup=markup,
                reply_parameters=under,
                disable_notification=quiet,
            )
        else:
            sent = await self.bot.send_document(
                chat,
                spoken.file.id,
                caption=words or None,
                reply_markup=markup,
                reply_parameters=under,
                disable_notification=quiet,
            )
        return sent.message_id


def _answering(message: int | None) -> ReplyParameters | None:
    """As an answer to that message, if it is still there."""
    if message is None:
        return None
    return ReplyParameters(message_id=message, allow_sending_without_reply=True)
