"""What does a buyer see on the way to a delivery: where to, what for, yes or no? Pure views."""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import OrderId
from bot.shop.checkout.values import CheckoutView
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.shipping import rules as shipping_rules
from bot.telegram.buyer import buttons, delivery_words
from bot.telegram.buyer.callbacks import CheckoutCancel, OrdersOpen, PlacesOpen
from bot.telegram.buyer.delivery_buttons import AddressAsk, CollectInstead, OfferTake, ParcelHere, WayChosen
from bot.telegram.buyer.limits import label, seen_length
from bot.telegram.buyer.order_words import held, lines, moment, paragraphs
from bot.telegram.screen import CAPTION_LIMIT, Row, Screen, button, fresh, link, rows
from bot.telegram.texts import Html, Texts, joined

_MOST_WAYS = 8


def described(view: CheckoutView, texts: Texts) -> Html:
    """Ways of delivery, under the places of collection if there are any."""
    if not view.deliveries:
        return Html("")
    said = [delivery_words.way(way, view.order.total.currency, texts) for way in view.deliveries[:_MOST_WAYS]]
    head = texts("delivery-or") if view.places else texts("delivery-which")
    return joined([head, joined(said, "\n\n")])


def choices(view: CheckoutView, texts: Texts) -> list[InlineKeyboardButton]:
    """A button for each way."""
    return [
        button(
            label(f"{delivery_words.EMOJI[way.kind]} {way.told(texts.language).title}"),
            WayChosen(order=view.order.id, way=way.id),
        )
        for way in view.deliveries[:_MOST_WAYS]
    ]


def may_change(view: CheckoutView) -> bool:
    """There is another place or way than the one that is chosen."""
    others = [place for place in view.places if place.id != view.order.location]
    return len(others) + len(view.deliveries) > (1 if view.order.delivery else 0)


def changes(view: CheckoutView, texts: Texts) -> list[InlineKeyboardButton]:
    """✏️ another address."""
    return [button(texts.plain("change-address"), AddressAsk(order=view.order.id))] if view.order.delivery else []


def address(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """Where to? It is typed in one message."""
    old = view.order.delivery.address if view.order.delivery else ""
    return _over_photo(
        paragraphs(
            note,
            joined([held(view.order, texts, now, zone), lines(view.order, texts)]),
            texts("ask-address"),
            texts("address-now", address=old) if old else "",
        ),
        rows(_other(view, texts), _cancel(texts, view.order.id)),
    )


def waiting(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """⏳ the seller owes a price."""
    order = view.order
    until = ""
    if order.held_until is not None and order.held_until > now:
        until = texts("quote-waiting-until", until=moment(order.held_until, texts, now, zone))
    return _over_photo(
        paragraphs(
            texts("quote-waiting", number=order.number),
            note,
            lines(order, texts),
            delivery_words.where(order, texts),
            until,
        ),
        rows(
            collect_instead(view, texts),
            fresh(buttons.ask(texts, order.id)),
            (_cancel(texts, order.id), fresh(button(texts.plain("to-all-orders"), OrdersOpen()))),
        ),
    )


def offer(
    view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "", *, again: bool = False
) -> Screen:
    """🚚 the price that was told: yes and pay, or no."""
    order, told = view.order, view.order.delivery
    version = told.version if told else 0
    until = ""
    if order.held_until is not None and order.held_until > now:
        until = texts("quoted-until", until=moment(order.held_until, texts, now, zone))
    words = {
        PayWay.ONLINE: texts.plain("accept-pay"),
        PayWay.INVOICE: texts.plain("pay-invoice"),
        PayWay.AT_PICKUP: texts.plain("accept-on-receipt"),
    }
    takes = [
        button(words[way], OfferTake(order=order.id, version=version, way=way), None if nth else "primary")
        for nth, way in enumerate(view.ways)
    ]
    head = texts("quoted-again" if again else "quoted", number=order.number, price=delivery_words.price(order, texts))
    return _over_photo(
        paragraphs(
            head,
            note,
            lines(order, texts),
            delivery_words.where(order, texts),
            texts("order-total", sum=delivery_words.sum_with(order, texts)),
            until if takes else texts("online-not-offered"),
        ),
        rows(
            *takes,
            collect_instead(view, texts),
            (
                fresh(buttons.ask(texts, order.id)),
                button(texts.plain("decline-price"), CheckoutCancel(order=order.id)),
            ),
        ),
    )


def collect_instead(view: CheckoutView, texts: Texts) -> InlineKeyboardButton | None:
    """📍 no delivery after all, where there is a place to collect from."""
    return button(texts.plain("collect-instead"), CollectInstead(order=view.order.id)) if view.places else None


def refused(order: OrderView, texts: Texts) -> Screen:
    """😔 it cannot be delivered there."""
    return Screen(
        paragraphs(texts("delivery-refused", number=order.number), lines(order, texts), texts("delivery-refused-next")),
        rows(buttons.again(texts, order.id, "primary"), (buttons.ask(texts, order.id), fresh(buttons.home(texts)))),
    )


def over(order: OrderView, texts: Texts) -> Screen:
    """⌛ the time for a price, or for an answer to it, is over."""
    answered = order.delivery is not None and order.delivery.quoted_at is not None
    head = texts("quote-over-unanswered" if answered else "quote-over", number=order.number)
    return Screen(
        paragraphs(head, lines(order, texts), texts("hold-over-next")),
        rows(buttons.again(texts, order.id, "primary"), (buttons.ask(texts, order.id), fresh(buttons.home(texts)))),
    )


def acts(order: OrderView, texts: Texts) -> tuple[Row, ...]:
    """What can be done with a parcel that is on its way."""
    told = order.delivery
    if told is None or order.state is not OrderState.READY:
        return ()
    follow = delivery_words.track_link(told)
    here = button(texts.plain("parcel-received"), ParcelHere(order=order.id), "success")
    return rows(
        here if shipping_rules.may_receive(order) else None,
        link(texts.plain("parcel-follow"), follow) if follow else None,
    )


def _other(view: CheckoutView, texts: Texts) -> InlineKeyboardButton | None:
    return button(texts.plain("other-way"), PlacesOpen(order=view.order.id)) if may_change(view) else None


def _cancel(texts: Texts, order: OrderId) -> InlineKeyboardButton:
    return button(texts.plain("cancel"), CheckoutCancel(order=order))


def _over_photo(text: Html, given: tuple[tuple[InlineKeyboardButton, ...], ...]) -> Screen:
    return Screen(text, given, keep_photo=seen_length(text) <= CAPTION_LIMIT)
