"""How does a sale over the counter get onto the books, and off them? In the caller's transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, VariantId
from bot.shop.channels import writes as channels
from bot.shop.inventory import reads as inventory
from bot.shop.stock import writes as stock
from bot.shop.till.tables import TillSaleRow
from bot.shop.till.values import TillSale
from bot.storage.insert_once import insert_once


async def begin(
    session: AsyncSession,
    cause: str,
    place: LocationId,
    variant: VariantId,
    *,
    quantity: int,
    price_minor: int,
    full_minor: int,
    actor: CustomerId,
    now: datetime,
) -> bool:
    """A row of its own; False when this cause has one."""
    row = {
        "cause": cause,
        "location_id": place,
        "variant_id": variant,
        "quantity": quantity,
        "price_minor": price_minor,
        "full_minor": full_minor,
        "state": "priced",
        "actor": actor,
        "created_at": now,
    }
    return bool(await insert_once(session, TillSaleRow, [row], TillSaleRow.id))


async def move(session: AsyncSession, sale: int, of: str, to: str, **values: Any) -> bool:
    """Compare and set; False when it was elsewhere."""
    moved = (
        update(TillSaleRow)
        .where(TillSaleRow.id == sale, TillSaleRow.state == of)
        .values(state=to, **values)
        .returning(TillSaleRow.id)
    )
    return await session.scalar(moved) is not None


def cause_of(sale: int) -> str:
    """Of the movements of that sale."""
    return f"till:{sale}"


async def put_back(session: AsyncSession, sale: TillSale, actor: CustomerId, now: datetime) -> None:
    """The pieces are where they were, and for sale: nobody has carried them away."""
    cause = cause_of(sale.id)
    taken = await inventory.taken_by(session, f"{cause}:")
    rows = [(int(variant), int(place), pieces, f"{cause}:undo:{variant}@{place}") for variant, place, pieces in taken]
    await stock.change_each(session, rows, "return", now, actor=actor)
    await stock.settle_conflicts(session, {int(sale.variant)}, now, "undone")
    await channels.end_conflicts(session, cause, now, "undone")
