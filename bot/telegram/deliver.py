"""How do owed messages reach Telegram? Worded at the moment of sending, in the language the person reads then."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile

from bot.basics.ids import CustomerId, OrderId, ProductId, VariantId
from bot.basics.pictures import qr_png
from bot.shop.customers.values import Person
from bot.shop.outbox.errors import Hopeless, NotNow
from bot.shop.outbox.values import Later, Owed
from bot.shop.pickup.values import Place
from bot.telegram.buyer import living, notices
from bot.telegram.buyer import messages as buyer_messages
from bot.telegram.crew import able, concern
from bot.telegram.dispatcher import House
from bot.telegram.presses import shown_to
from bot.telegram.rights import RIGHTS, Role, role_of
from bot.telegram.screen import send, strip
from bot.telegram.seller import messages as seller_messages
from bot.telegram.sending import sending
from bot.telegram.showcase.sending import Poster, shut_out
from bot.telegram.talk_delivery import TalkDelivery
from bot.telegram.texts import Texts
from bot.telegram.told import BuyerFacts, SellerFacts, Told

log = structlog.get_logger(__name__)

Deliver = Callable[[Owed], Awaitable[Later | None]]
_SHUT_PAUSE: Final = timedelta(minutes=10)
_UNREACHED_PAUSE_S: Final = 15.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """Outbox topics that end in Telegram."""

    house: House
    bot: Bot
    bot_username: str

    def topics(self) -> dict[str, Deliver]:
        talk = TalkDelivery(self.house, self.bot)
        return {
            "tell.buyer": self.tell_buyer,
            "order.shown": self.show_order,
            "talk.sellers": talk.fan_out,
            "talk.seller": talk.to_seller,
            "talk.buyer": talk.to_buyer,
            "talk.mark": talk.mark,
            "tell.person": self.tell_person,
            "tell.sellers": self.fan_out,
            "tell.seller": self.tell_seller,
            "product.changed": self.changed,
            "showcase.publish": partial(self._in_showcase, do=Poster.publish),
            "showcase.refresh": partial(self._in_showcase, do=Poster.refresh),
            "showcase.pin": partial(self._in_showcase, do=Poster.pin),
            "showcase.take_down": partial(self._in_showcase, do=Poster.take_down),
        }

    async def tell_buyer(self, row: Owed) -> Later | None:
        """One service message to one buyer. Blocked people are skipped until they return."""
        shop = self.house.shop
        person = await shop.customers.get(CustomerId(row.payload["customer"]))
        if person.blocked:
            return None
        order = OrderId(row.payload["order"])
        checkout = await shop.checkout.again(order, person.id)
        facts = BuyerFacts(
            person,
            checkout.order,
            checkout,
            await shop.policies.now(),
            self.bot_username,
            self.house.clock.now(),
            row.payload,
            await shop.returns.standing(order) if row.payload["what"] in living.ABOUT_RETURNS else None,
        )
        what = row.payload["what"]
        if what == "hold_reminder":
            later = buyer_messages.remind_later(facts)
            if later is not None:
                return Later(later)
        texts = self._texts(person)
        told = buyer_messages.told(what, facts, texts, self.house.zone)
        if told is None:
            return None
        with sending(row.lane):
            try:
                await self._hand_out(person.platform_id, told, facts)
            except TelegramForbiddenError:
                await shop.customers.note_blocked(person.id)
        return None

    async def tell_person(self, row: Owed) -> Later | None:
        """One message to one person that is about no order, if it still holds."""
        shop, house = self.house.shop, self.house
        person = await shop.customers.get(CustomerId(row.payload["customer"]))
        case = notices.Case(shop, person, row.payload, self._texts(person), house.zone, house.clock.now(), self.bot.id)
        if person.blocked:
            await notices.unheard(case)
            return None
        told = await notices.notice(case)
        if told is None or isinstance(told, Later):
            return told
        try:
            with sending(row.lane):
                await send(self.bot, person.platform_id, told.screen, shop.catalogue, silent=told.quietly)
        except NotNow:
            if told.put_off is not None:
                await told.put_off()
            raise
        except TelegramForbiddenError:
            await shop.customers.note_blocked(person.id)
            await notices.unheard(case)
        return None

    async def _hand_out(self, chat: int, told: Told, facts: BuyerFacts) -> None:
        shop, order, message = self.house.shop, facts.order, facts.order.chat_message
        if told.in_place and message is not None and await living.edited(self.bot, chat, message, told.screen, shop):
            return
        if told.qr is not None:
            picture = BufferedInputFile(qr_png(told.qr), "code.png")
            sent = (
                await self.bot.send_photo(chat, picture, caption=told.screen.text, reply_markup=told.screen.markup)
            ).message_id
        else:
            sent = await send(self.bot, chat, told.screen, shop.catalogue)
        if facts.fields["what"] != "hold_reminder" and not told.lasting:
            # the newest message of an order is the living one
            await shop.orders.note_message(order.id, sent, facts.now)
        if told.venue is not None:
            await self._send_map(chat, told.venue)
        if message is not None:
            await strip(self.bot, chat, message)

    async def show_order(self, row: Owed) -> Later | None:
        """The message that shows an order shows how it stands now; a message that is gone is not sent again."""
        order = await self.house.shop.orders.get(OrderId(row.payload["order"]))
        person = await self.house.shop.customers.get(order.customer)
        if order.chat_message is None or not order.is_stale or person.blocked:
            return None
        with sending(row.lane):
            try:
                await living.refresh(
                    self.bot,
                    person.platform_id,
                    order,
                    self.house.shop,
                    self._texts(person),
                    self.house.clock.now(),
                    self.house.zone,
                )
            except TelegramForbiddenError:
                await self.house.shop.customers.note_blocked(person.id)
        return None

    async def _send_map(self, chat: int, place: Place) -> None:
        if place.lat is None or place.lon is None:
            return
        await self.bot.send_venue(
            chat, latitude=place.lat, longitude=place.lon, title=place.title, address=place.address
        )

    async def fan_out(self, row: Owed) -> Later | None:
        """An alert to the shop becomes one to each of those whom it concerns."""
        shop = self.house.shop
        await shop.alerts.fan_out(row, await able(shop, self.house.owners, concern(row.payload["what"])))
        return None

    async def tell_seller(self, row: Owed) -> Later | None:
        """One alert to one seller, in his own language where he has talked to the bot before."""
        shop, platform_id = self.house.shop, int(row.payload["seller"])
        seller = await shop.customers.find(platform_id)
        if seller is not None and seller.blocked:
            return None
        order_id, work = row.payload.get("order"), row.payload.get("product")
        conflict, language = row.payload.get("conflict"), self._texts(seller).language
        order = await shop.orders.get(OrderId(order_id)) if order_id else None
        facts = SellerFacts(
            order,
            await shop.customers.get(order.customer) if order else None,
            await shop.pickup.get(order.location) if order and order.location else None,
            await shop.policies.now(),
            self.house.clock.now(),
            row.payload,
            await shop.catalogue.card(ProductId(work), language) if work else None,
            await shop.conflicts.case(conflict, language) if conflict else None,
        )
        screen = seller_messages.alert(row.payload["what"], facts, self._texts(seller), self.house.zone)
        role = role_of(platform_id, seller.role if seller else None, self.house.owners)
        if screen is None or concern(row.payload["what"]) not in RIGHTS[role]:  # dismissed meanwhile
            return None
        with sending(row.lane), shown_to(role):
            try:
                await send(self.bot, platform_id, screen, shop.catalogue)
            except TelegramForbiddenError as refusal:
                if seller is None or role is Role.OWNER:
                    raise Hopeless(f"seller {platform_id}: {refusal.message}") from refusal
                await shop.customers.note_blocked(seller.id)  # 👥 says so
        return None

    async def changed(self, row: Owed) -> Later | None:
        """Whatever shows this variant is owed a look."""
        await self.house.shop.showcase.changed(VariantId(row.payload["variant"]))
        return None

    async def _in_showcase(self, row: Owed, *, do: Callable[[Poster, Owed], Awaitable[Later | None]]) -> Later | None:
        """Work on posts. A showcase that shuts the bot out is told of once a day, and tried again."""
        house, now = self.house, self.house.clock.now()
        texts = house.all_texts[house.language]
        poster = Poster(self.bot, house.shop, texts, self.bot_username, house.clock, house.showcase_chat)
        with sending(row.lane):
            try:
                return await do(poster, row)
            except (TelegramForbiddenError, TelegramBadRequest) as refusal:
                if not shut_out(refusal):
                    raise
                error = refusal.message
                await house.shop.alerts.raise_alert("showcase_shut", f"{now:%Y%m%d}", topic=row.topic, error=error)
                return Later(now + _SHUT_PAUSE)
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as trouble:
                raise NotNow(_UNREACHED_PAUSE_S) from trouble

    def _texts(self, person: Person | None) -> Texts:
        return self.house.all_texts[person.language if person else self.house.language]
