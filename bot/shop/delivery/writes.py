"""How do ways of delivery and the deliveries of orders change? In the caller's transaction, its order locked."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import DeliveryWayId, OrderId
from bot.basics.languages import Language
from bot.shop.delivery import rules
from bot.shop.delivery.errors import DeliveryMovedOn
from bot.shop.delivery.tables import DeliveryWay, OrderDelivery
from bot.shop.delivery.values import DeliveryState, NewWay, Way, WayKind, WayText
from bot.storage.insert_once import dialect_insert


async def add(
    session: AsyncSession,
    kind: WayKind,
    way: NewWay,
    language: Language,
    texts: Mapping[Language, WayText] | None = None,
) -> DeliveryWayId:
    """A new way in words of that language, offered from now on."""
    row = insert(DeliveryWay).values(
        kind=kind.value,
        on_receipt=False,
        enabled=True,
        given_up=False,
        language=language,
        texts=_kept(texts or {}),
        **_said(way),
    )
    return DeliveryWayId((await session.execute(row.returning(DeliveryWay.id))).scalar_one())


async def change(session: AsyncSession, way: Way, to: NewWay, language: Language) -> None:
    """Prices for all; words in that language. Orders that have chosen it keep what they were told."""
    first = await session.scalar(select(DeliveryWay.language).where(DeliveryWay.id == way.id))
    said: dict[str, Any] = _said(to)
    if first not in (None, language):
        words = _kept({**way.texts, language: to.text})
        said = {name: said[name] for name in ("price_minor", "free_from_minor")} | {"texts": words}
    await session.execute(update(DeliveryWay).where(DeliveryWay.id == way.id).values(**said))


def _kept(texts: Mapping[Language, WayText]) -> dict[str, Any] | None:
    return {language: asdict(text) for language, text in texts.items()} or None


async def turn(session: AsyncSession, way: DeliveryWayId, **flags: bool) -> None:
    """enabled, on_receipt or given_up."""
    await session.execute(update(DeliveryWay).where(DeliveryWay.id == way).values(**flags))


def _said(way: NewWay) -> dict[str, Any]:
    return {
        "title": way.title,
        "price_minor": way.price_minor,
        "free_from_minor": way.free_from_minor,
        "area": way.area,
        "days": way.days,
    }


async def choose(session: AsyncSession, order: OrderId, way: Way, price_minor: int | None) -> None:
    """This order travels that way; an address that was typed before stays."""
    said = {
        "way_id": way.id,
        "kind": way.kind.value,
        "title": way.title,
        "price_minor": price_minor,
        "days": way.days,
        "texts": _kept(way.texts),
        "on_receipt": way.on_receipt,
    }
    row = {"order_id": order, "address": "", "state": DeliveryState.CHOSEN.value, "version": 0, "track": "", **said}
    statement = dialect_insert(session, OrderDelivery).values(**row)
    await session.execute(statement.on_conflict_do_update(index_elements=["order_id"], set_=said))


async def drop(session: AsyncSession, order: OrderId) -> None:
    """This order does not travel after all."""
    await session.execute(delete(OrderDelivery).where(OrderDelivery.order_id == order))


async def address(session: AsyncSession, order: OrderId, words: str) -> None:
    """Where to, in the buyer's own words."""
    await session.execute(update(OrderDelivery).where(OrderDelivery.order_id == order).values(address=words))


async def move(session: AsyncSession, order: OrderId, of: DeliveryState, to: DeliveryState, **values: Any) -> None:
    """Compare and set. Raises DeliveryMovedOn when it is no longer in `of`, ValueError for a move that is none."""
    if to not in rules.MOVES[of]:
        raise ValueError(f"no way from {of} to {to}")
    moved = await session.scalar(
        update(OrderDelivery)
        .where(OrderDelivery.order_id == order, OrderDelivery.state == of.value)
        .values(state=to.value, **values)
        .returning(OrderDelivery.order_id)
    )
    if moved is None:
        raise DeliveryMovedOn


async def receive(session: AsyncSession, order: OrderId, now: datetime) -> None:
    """It is in the buyer's hands, whether it was said to be on its way or not. Twice is once."""
    await session.execute(
        update(OrderDelivery)
        .where(OrderDelivery.order_id == order, OrderDelivery.received_at.is_(None))
        .values(state=DeliveryState.RECEIVED.value, received_at=now)
    )
