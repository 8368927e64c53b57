"""Which work is counted next, and what does a count change?"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.counting.tables import CountCard, CountRound
from bot.shop.counting.values import Change, CountCardView, Looked, Outcome, Round
from bot.shop.stock.tables import StockConflict, StockLevel, StockMovement


def _cards(*which: ColumnElement[bool]) -> Any:
    found = select(func.count()).where(CountCard.round_id == CountRound.id, *which)
    return found.correlate(CountRound).scalar_subquery()


_ROUND = select(CountRound.id, CountRound.location_id, _cards(), _cards(CountCard.counted.is_not(None))).where(
    CountRound.state == "open"
)


def _round(row: Any) -> Round:
    return Round(row[0], LocationId(row[1]), int(row[2]), int(row[3]))


async def rounds(session: AsyncSession) -> list[Round]:
    """Counts that are not over."""
    return [_round(row) for row in await session.execute(_ROUND.order_by(CountRound.id))]


async def open_round(session: AsyncSession, wanted: int) -> Round | None:
    row = (await session.execute(_ROUND.where(CountRound.id == wanted))).first()
    return _round(row) if row else None


async def round_at(session: AsyncSession, place: LocationId) -> int | None:
    found = select(CountRound.id).where(CountRound.location_id == place, CountRound.state == "open")
    wanted: int | None = await session.scalar(found)
    return wanted


async def card(
    session: AsyncSession,
    of: Round,
    now: datetime,
    *,
    variant: VariantId | None = None,
    after: int = 0,
    before: int | None = None,
) -> CountCardView | None:
    """That work; else the last counted before `before`; else the next not counted, from the beginning at the end."""
    moved = select(func.max(StockMovement.occurred_at)).where(
        StockMovement.variant_id == CountCard.variant_id, StockMovement.location_id == of.place
    )
    found = (
        select(
            Variant.product_id,
            CountCard.variant_id,
            Variant.sku,
            func.coalesce(StockLevel.on_hand, 0),
            CountCard.counted,
            moved.correlate(CountCard).scalar_subquery(),
        )
        .join(Variant, Variant.id == CountCard.variant_id)
        .outerjoin(StockLevel, (StockLevel.variant_id == CountCard.variant_id) & (StockLevel.location_id == of.place))
        .where(CountCard.round_id == of.id)
        .limit(1)
    )
    if variant is not None:
        found = found.where(CountCard.variant_id == variant)
    elif before is not None:
        looked_at = CountCard.counted.is_not(None)
        found = found.where(CountCard.variant_id < before, looked_at).order_by(CountCard.variant_id.desc())
    else:
        passed = (CountCard.variant_id <= after).cast(Integer)
        found = found.where(CountCard.counted.is_(None)).order_by(passed, CountCard.variant_id)
    row = (await session.execute(found)).first()
    if row is None:
        return None
    nth = select(func.count()).where(CountCard.round_id == of.id, CountCard.variant_id <= row[1])
    number = int(await session.scalar(nth) or 0)
    # a sale that was read already must not be taken off once more, even if it came after `now` was asked for
    seen_at = max(now, row[5]) if row[5] else now
    return CountCardView(of, ProductId(row[0]), VariantId(row[1]), row[2], number, int(row[3]), row[4], seen_at)


async def looked(session: AsyncSession, of: Round) -> list[Looked]:
    """What has been looked at, in locking order, as `inventory.count` will have it: what moved after somebody looked is
    added, and a newer count wins.
    """

    def since(what: Any, *which: ColumnElement[bool]) -> Any:
        found = select(what).where(
            StockMovement.variant_id == CountCard.variant_id,
            StockMovement.location_id == of.place,
            StockMovement.occurred_at > CountCard.counted_at,
            *which,
        )
        return found.correlate(CountCard).scalar_subquery()

    disputed = select(func.count()).where(
        StockConflict.variant_id == CountCard.variant_id, StockConflict.state == "open"
    )
    rows = await session.execute(
        select(
            CountCard.variant_id,
            Variant.sku,
            CountCard.counted,
            CountCard.counted_at,
            func.coalesce(StockLevel.on_hand, 0),
            CountCard.counted + func.coalesce(since(func.sum(StockMovement.d_on_hand)), 0),
            since(func.count(), StockMovement.kind == "count"),
            disputed.correlate(CountCard).scalar_subquery(),
        )
        .join(Variant, Variant.id == CountCard.variant_id)
        .outerjoin(StockLevel, (StockLevel.variant_id == CountCard.variant_id) & (StockLevel.location_id == of.place))
        .where(CountCard.round_id == of.id, CountCard.counted.is_not(None))
        .order_by(CountCard.variant_id)
    )
    found = []
    for variant, sku, pieces, at, before, after, newer, disputes in rows:
        if at is not None:
            says = before if newer else max(int(after), 0)
            plain = before == says and not newer and not disputes
            found.append(Looked(VariantId(variant), sku, int(pieces or 0), at, before, says, plain))
    return found


async def outcome(session: AsyncSession, of: Round, language: Language) -> Outcome:
    """The works whose number a count changes, by title."""
    differing = [each for each in await looked(session, of) if each.before != each.after]

    def said(which: Any) -> Any:
        found = select(ProductText.title).where(ProductText.product_id == Product.id, ProductText.language == which)
        return found.correlate(Product).scalar_subquery()

    rows = await session.execute(
        select(Variant.id, func.coalesce(said(language), said(Product.language)))
        .join(Product, Product.id == Variant.product_id)
        .where(Variant.id.in_([each.variant for each in differing]))
    )
    titles = {row[0]: row[1] for row in rows}
    changes = [Change(each.sku, titles.get(each.variant, each.sku), each.before, each.after) for each in differing]
    return Outcome(of, tuple(sorted(changes, key=lambda each: each.title)))
