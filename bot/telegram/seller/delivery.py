"""How does a seller offer delivery, tell its price for one order, and send it off?"""

from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import DeliveryWayId, OrderId
from bot.shop.customers.values import Person
from bot.shop.delivery.values import Way, WayKind
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderView
from bot.shop.shipping import rules as shipping_rules
from bot.shop.shop import Shop
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import delivery_looks, delivery_text, order_looks
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import SellerOrder, SettingsOpen
from bot.telegram.seller.delivery_buttons import QuoteTime, SellerDelivery, WayAct
from bot.telegram.seller.settings import DoesPart
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast

_TIMES = ("quote_within", "quote_stands")


def router() -> Router:
    router = seller_router("delivery")
    settings, orders = needs(Right.SETTINGS), needs(Right.ORDERS)
    router.callback_query.register(on_ways, DoesPart("delivery"), flags=settings)
    router.callback_query.register(on_way, Does(WayAct, "open"), flags=settings)
    router.callback_query.register(on_new, Does(WayAct, "courier", "post"), flags=settings)
    router.callback_query.register(on_edit, Does(WayAct, "edit"), flags=settings)
    router.callback_query.register(on_turn, Does(WayAct, "turn", "receipt"), flags=settings)
    router.callback_query.register(on_give_up, Does(WayAct, "give_up"), flags=settings)
    router.callback_query.register(on_time, Does(QuoteTime), flags=settings)
    router.message.register(on_way_typed, Answers(Selling.way), flags=answering(Right.SETTINGS))
    router.message.register(on_time_typed, Answers(Selling.quote_time), flags=answering(Right.SETTINGS))
    router.callback_query.register(on_quote, Does(SellerDelivery, "quote"), flags=orders)
    router.callback_query.register(on_refuse, Does(SellerDelivery, "refuse"), flags=orders)
    router.callback_query.register(on_send, Does(SellerDelivery, "send", "track"), flags=orders)
    router.callback_query.register(on_no_track, Does(SellerDelivery, "no_track"), flags=orders)
    router.callback_query.register(on_not_sent, Does(SellerDelivery, "back"), flags=orders)
    router.message.register(on_quote_typed, Answers(Selling.quote), flags=answering(Right.ORDERS))
    router.message.register(on_track_typed, Answers(Selling.track), flags=answering(Right.ORDERS))
    return router


# -- ways ----------------------------------------------------------------------------------------------------------


async def on_ways(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    await _show_ways(query, shop, texts)


async def on_way(query: CallbackQuery, callback_data: WayAct, shop: Shop, texts: Texts) -> None:
    await _show_way(query, await shop.deliveries.get(DeliveryWayId(callback_data.way)), shop, texts)


async def on_new(query: CallbackQuery, callback_data: WayAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    kind = WayKind(callback_data.act)
    back = button(texts.plain("sell-back"), SettingsOpen(part="delivery"))
    await ask(query, state, shop, Selling.way, texts(f"sell-ask-way-{kind.value}"), back, kind=kind.value)


async def on_edit(query: CallbackQuery, callback_data: WayAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    found = await shop.deliveries.get(DeliveryWayId(callback_data.way))
    back = button(texts.plain("sell-back"), WayAct(way=found.id))
    question = texts("sell-ask-way-anew", way=delivery_text.written(found.told(texts.language), texts.language))
    await ask(query, state, shop, Selling.way, question, back, way=found.id)


async def on_way_typed(message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot) -> None:
    """A new way, or an old one described anew. Raises BadWay, BadSum; the question stays open then."""
    asked, said = await state.get_data(), message.text or ""
    currency = (await shop.policies.now()).currency
    if asked.get("way") is None:
        way = await shop.deliveries.add(WayKind(asked["kind"]), delivery_text.read_way(said, currency), texts.language)
    else:
        way = DeliveryWayId(int(asked["way"]))
        if said.strip() not in KEEP:
            await shop.deliveries.change(way, delivery_text.read_way(said, currency), texts.language)
    await answered(bot, message.chat.id, state)
    await _show_way(message, await shop.deliveries.get(way), shop, texts)


async def on_turn(query: CallbackQuery, callback_data: WayAct, shop: Shop, texts: Texts) -> None:
    """On or off; paid for at once only, or on receipt too."""
    found = await shop.deliveries.get(DeliveryWayId(callback_data.way))
    if callback_data.act == "turn":
        await shop.deliveries.offer(found.id, enabled=not found.enabled)
    else:
        await shop.deliveries.pay_on_receipt(found.id, allowed=not found.on_receipt)
    await _show_way(query, await shop.deliveries.get(found.id), shop, texts)


async def on_give_up(query: CallbackQuery, callback_data: WayAct, shop: Shop, texts: Texts) -> None:
    """🗑, asked once."""
    way = DeliveryWayId(callback_data.way)
    if not callback_data.sure:
        await show(query, delivery_looks.give_up_question(await shop.deliveries.get(way), texts), shop.catalogue)
        return
    await shop.deliveries.give_up(way)
    await _show_ways(query, shop, texts)


async def on_time(query: CallbackQuery, callback_data: QuoteTime, shop: Shop, texts: Texts, state: FSMContext) -> None:
    """⏳"""
    if callback_data.name not in _TIMES:
        await _show_ways(query, shop, texts)
        return
    back = button(texts.plain("sell-back"), SettingsOpen(part="delivery"))
    question = texts("sell-ask-quote-within" if callback_data.name == "quote_within" else "sell-ask-quote-stands")
    await ask(query, state, shop, Selling.quote_time, question, back, name=callback_data.name)


async def on_time_typed(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    said = message.text or ""
    if said.strip() not in KEEP:
        hours = delivery_text.read_hours(said)
        await shop.policies.change(str((await state.get_data())["name"]), hours.total_seconds(), person.id)
    await answered(bot, message.chat.id, state)
    await _show_ways(message, shop, texts)


# -- one order -----------------------------------------------------------------------------------------------------


async def on_quote(
    query: CallbackQuery,
    callback_data: SellerDelivery,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """💰 the sum is typed next; which quote was seen goes with the question."""
    order = await shop.orders.get(OrderId(callback_data.order))
    if order.delivery is None or order.stage not in ("asked", "quoted"):
        await _as_it_is(query, order, OrderMovedOn(), shop, texts, toast, clock, zone)
        return
    back = button(texts.plain("sell-back"), SellerOrder(order=order.id))
    question = texts("sell-ask-quote", number=order.number)
    await ask(query, state, shop, Selling.quote, question, back, order=order.id, seen=order.delivery.version)


async def on_quote_typed(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    """Raises BadSum; the question stays open then."""
    asked = await state.get_data()
    order = OrderId(int(asked["order"]))
    price, days = delivery_text.read_quote(message.text or "", (await shop.policies.now()).currency)
    await answered(bot, message.chat.id, state)
    head: Html | None = None
    try:
        shown = await shop.shipping.quote(order, price, days, int(asked["seen"]))
    except OrderMovedOn as refusal:
        shown, head = await shop.orders.get(order), Html(texts(refusal.text_key))
    await _show(message, shown, shop, texts, clock, zone, head)


async def on_refuse(
    query: CallbackQuery,
    callback_data: SellerDelivery,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """❌, asked once."""
    order = await shop.orders.get(OrderId(callback_data.order))
    if not callback_data.sure and order.stage in ("asked", "quoted"):
        await show(query, delivery_looks.refuse_question(order, texts), shop.catalogue)
        return
    try:
        shown = await shop.shipping.refuse(order.id, person.id)
    except OrderMovedOn as refusal:
        await _as_it_is(query, order, refusal, shop, texts, toast, clock, zone)
        return
    await _show(query, shown, shop, texts, clock, zone)


async def on_send(
    query: CallbackQuery,
    callback_data: SellerDelivery,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🚚 the number is typed next, or not."""
    order = await shop.orders.get(OrderId(callback_data.order))
    if not shipping_rules.may_send(order) and order.stage != "sent":
        await _as_it_is(query, order, OrderMovedOn(), shop, texts, toast, clock, zone)
        return
    question, back = delivery_looks.ask_track(order, texts)
    await ask(query, state, shop, Selling.track, question, *back, order=order.id)


async def on_no_track(
    query: CallbackQuery,
    callback_data: SellerDelivery,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = OrderId(callback_data.order)
    try:
        shown = await shop.parcels.send(order, person.id)
    except OrderMovedOn as refusal:
        await _as_it_is(query, await shop.orders.get(order), refusal, shop, texts, toast, clock, zone)
        return
    await _show(query, shown, shop, texts, clock, zone)


async def on_not_sent(
    query: CallbackQuery,
    callback_data: SellerDelivery,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """↩️, asked once."""
    order = await shop.orders.get(OrderId(callback_data.order))
    if not callback_data.sure and shipping_rules.may_take_back(order):
        await show(query, delivery_looks.not_sent_question(order, texts), shop.catalogue)
        return
    try:
        shown = await shop.parcels.take_back(order.id, person.id)
    except OrderMovedOn as refusal:
        await _as_it_is(query, order, refusal, shop, texts, toast, clock, zone)
        return
    await _show(query, shown, shop, texts, clock, zone)


async def on_track_typed(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """Raises BadTrack; the question stays open then."""
    order = OrderId(int((await state.get_data())["order"]))
    track = delivery_text.read_track(message.text or "")
    await answered(bot, message.chat.id, state)
    head: Html | None = None
    try:
        shown = await shop.parcels.send(order, person.id, track)
    except OrderMovedOn as refusal:
        shown, head = await shop.orders.get(order), Html(texts(refusal.text_key))
    await _show(message, shown, shop, texts, clock, zone, head)


# -- showing -------------------------------------------------------------------------------------------------------


async def _show_ways(event: Message | CallbackQuery, shop: Shop, texts: Texts) -> None:
    found = await shop.deliveries.all()
    await show(event, delivery_looks.ways(found, await shop.policies.now(), texts), shop.catalogue)


async def _show_way(event: Message | CallbackQuery, found: Way, shop: Shop, texts: Texts) -> None:
    now, online = await shop.policies.now(), shop.shipping.online
    payable = online.configured and (not online.live or now.terms_filled)
    await show(event, delivery_looks.way(found, texts, now.currency, online=payable), shop.catalogue)


async def _show(
    event: Message | CallbackQuery,
    order: OrderView,
    shop: Shop,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
    head: Html | None = None,
) -> None:
    screen = await order_looks.order_screen(shop, order, texts, clock.now(), zone, head=head)
    await show(event, screen, shop.catalogue)


async def _as_it_is(
    query: CallbackQuery,
    order: OrderView,
    refusal: OrderMovedOn,
    shop: Shop,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """An old button: say so, and show the order as it stands."""
    await toast(words(refusal, texts), alert=True)
    await _show(query, order, shop, texts, clock, zone)
