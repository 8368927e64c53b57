"""How is it set what a work cost and what is taken of a sale? In the caller's transaction, with a line in 📓."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, ProductId
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Variant
from bot.shop.journal.writes import note
from bot.shop.sales import reads
from bot.shop.sales.tables import SaleFee
from bot.shop.sales.values import FeeKind
from bot.storage.insert_once import dialect_insert


async def set_cost(session: AsyncSession, product: ProductId, minor: int | None, by: CustomerId, now: datetime) -> None:
    """What one piece cost; None: not known. Raises NoSuchWork."""
    card = await catalogue.card(session, product, "ru")
    was = await reads.cost(session, product)
    if was == minor:
        return
    await session.execute(update(Variant).where(Variant.product_id == product).values(cost_minor=minor))
    before, after = (None if each is None else f"{each} {card.price.currency}" for each in (was, minor))
    await note(
        session, "cost", f"{card.title} {card.sku}", before=before, after=after, by=by, about="work",
        about_id=product, now=now,
    )  # fmt: skip


async def set_fee(
    session: AsyncSession, kind: FeeKind, name: str, hundredths: int, by: CustomerId, now: datetime
) -> None:
    """So many hundredths of a percent, for every time that figures tell of; 0: nothing is taken."""
    key = (SaleFee.kind == kind.value, SaleFee.name == name)
    was = await session.scalar(select(SaleFee.hundredths).where(*key)) or 0
    if was == hundredths:
        return
    if hundredths:
        row = {"kind": kind.value, "name": name, "hundredths": hundredths}
        statement = dialect_insert(session, SaleFee).values(row)
        await session.execute(statement.on_conflict_do_update(index_elements=["kind", "name"], set_=row))
    else:
        await session.execute(delete(SaleFee).where(*key))
    await note(session, "fee", name, before=was, after=hundredths, by=by, about="setting", now=now)
