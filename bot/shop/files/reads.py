"""What does the shop have that a file speaks of?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.basics.languages import LANGUAGES, Language, pick_language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.customers.tables import Customer
from bot.shop.files.tables import ImportChange, ImportFile
from bot.shop.files.values import Kept, Known
from bot.shop.orders import rules as order_rules
from bot.shop.orders.tables import MoneyEntry, Order, OrderLine
from bot.shop.pickup import reads as pickup
from bot.shop.pickup.tables import Location
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import StockLevel, StockMovement

ON_THE_BOOKS = ("listed", "hidden")
AT_ONCE = 500
_FILE = select(
    ImportFile.id, ImportFile.name, ImportFile.state, ImportFile.received_at, ImportFile.applied_at, ImportFile.digest
)


async def known(session: AsyncSession, skus: Sequence[str], language: Language) -> dict[str, Known]:
    """Works by their SKU in lower case; SKUs differ in more than their letters' case."""
    shelves = await shelf_titles(session, language)
    found: dict[str, Known] = {}
    given = sorted({sku for sku in skus if sku})
    for start in range(0, len(given), AT_ONCE):
        some = given[start : start + AT_ONCE]
        found |= await _known(session, Variant.sku.in_(some), shelves)
    # a person writes w-0042 where the shop has W-0042: that is looked for without an index, so only where it must be
    others = sorted({sku.lower() for sku in given if sku.casefold() not in found})
    for start in range(0, len(others), AT_ONCE):
        found |= await _known(session, func.lower(Variant.sku).in_(others[start : start + AT_ONCE]), shelves)
    return found


async def _known(session: AsyncSession, which: ColumnElement[bool], shelves: Mapping[int, str]) -> dict[str, Known]:
    rows = await session.execute(
        select(
            Product.id,
            Variant.id,
            Variant.sku,
            Product.language,
            Variant.price_minor,
            Product.category_id,
            Product.size,
            Product.year,
            Variant.barcode,
            Product.state,
            Variant.old_price_minor,
            Variant.cost_minor,
        )
        .join(Variant, Variant.product_id == Product.id)
        .where(which, Product.state.in_(ON_THE_BOOKS))
    )
    some = rows.all()
    texts = await _texts(session, [row[0] for row in some])
    counts = await _counts(session, [row[1] for row in some])
    return {
        str(row[2]).casefold(): Known(
            product=ProductId(row[0]),
            variant=VariantId(row[1]),
            sku=row[2],
            language=pick_language(row[3], "en"),
            texts=texts[row[0]],
            price=row[4],
            on_hand=counts[row[1]],
            category=shelves.get(row[5] or 0, ""),
            size=row[6],
            year=row[7],
            barcode=row[8],
            hidden=row[9] == "hidden",
            old_price=row[10],
            cost=row[11],
        )
        for row in some
    }


async def _texts(session: AsyncSession, products: Sequence[int]) -> dict[int, dict[Language, dict[str, str | None]]]:
    found: dict[int, dict[Language, dict[str, str | None]]] = defaultdict(dict)
    said = select(
        ProductText.product_id, ProductText.language, ProductText.title, ProductText.technique, ProductText.description
    ).where(ProductText.product_id.in_(products))
    for row in await session.execute(said):
        language: Any = row[1]
        found[row[0]][language] = {"title": row[2], "technique": row[3], "description": row[4]}
    return found


async def _counts(session: AsyncSession, variants: Sequence[int]) -> dict[int, dict[LocationId, int]]:
    found: dict[int, dict[LocationId, int]] = defaultdict(dict)
    levels = select(StockLevel.variant_id, StockLevel.location_id, StockLevel.on_hand)
    for row in await session.execute(levels.where(StockLevel.variant_id.in_(variants))):
        found[row[0]][LocationId(row[1])] = row[2]
    return found


async def shelf_titles(session: AsyncSession, language: Language) -> dict[int, str]:
    """`Paintings / Oil` of each category."""
    items = {int(each.id): each for each in await catalogue.all_categories(session, language)}
    paths: dict[int, str] = {}
    for number, item in items.items():
        titles, above = [item.title], item.parent
        while above in items and len(titles) < 10:
            titles.insert(0, items[int(above)].title)
            above = items[int(above)].parent
        paths[number] = " / ".join(titles)
    return paths


async def stock_rows(session: AsyncSession, language: Language) -> list[list[Any]]:
    """Every count at every place."""
    own, first = aliased(ProductText), aliased(ProductText)
    rows = await session.execute(
        select(
            Variant.sku,
            func.coalesce(own.title, first.title),
            Location.title,
            StockLevel.on_hand,
            StockLevel.unavailable,
            StockLevel.allocated,
            StockLevel.reserved,
            AVAILABLE,
        )
        .join(Variant, Variant.id == StockLevel.variant_id)
        .join(Product, Product.id == Variant.product_id)
        .join(Location, Location.id == StockLevel.location_id)
        .outerjoin(own, (own.product_id == Product.id) & (own.language == language))
        .outerjoin(first, (first.product_id == Product.id) & (first.language == Product.language))
        .where(Product.state.in_(ON_THE_BOOKS))
        .order_by(Variant.id, Location.id)
    )
    return [list(row) for row in rows]


async def product_rows(session: AsyncSession, language: Language) -> list[list[Any]]:
    """Every work with its texts in all languages; money in whole units, as a spreadsheet has it."""
    skus = list(
        await session.scalars(
            select(Variant.sku)
            .join(Product, Product.id == Variant.product_id)
            .where(Product.state.in_(ON_THE_BOOKS))
            .order_by(Variant.id)
        )
    )
    works = await known(session, skus, language)
    return [_work(works[sku.casefold()]) for sku in skus]


def _whole(minor: int) -> int | float:
    """12000, 12000.5: as a spreadsheet has money."""
    return minor / 100 if minor % 100 else minor // 100


def _work(work: Known) -> list[Any]:
    texts = [work.texts.get(of, {}).get(what) for what in ("title", "technique", "description") for of in LANGUAGES]
    rest = [work.category, work.size, work.year, work.barcode, 1 if work.hidden else None]
    cost = None if work.cost is None else _whole(work.cost)
    return [work.sku, *texts, _whole(work.price), cost, sum(work.on_hand.values()), *rest]


async def order_rows(session: AsyncSession) -> list[list[Any]]:
    """Every placed order, the newest first, with the person's name and phone."""
    paid = select(MoneyEntry.order_id, func.sum(MoneyEntry.amount_minor).label("sum")).group_by(MoneyEntry.order_id)
    money = paid.subquery()
    lines: dict[int, list[str]] = defaultdict(list)
    for order, title, quantity in await session.execute(
        select(OrderLine.order_id, OrderLine.title, OrderLine.quantity).order_by(OrderLine.order_id)
    ):
        lines[order].append(f"{title} × {quantity}" if quantity > 1 else title)
    rows = await session.execute(
        select(
            Order.id,
            Order.placed_at,
            Order.state,
            Order.total_minor,
            func.coalesce(money.c.sum, 0),
            Order.pay_way,
            Location.title,
            Customer.name,
            Order.contact_phone,
            Order.note,
        )
        .join(Customer, Customer.id == Order.customer_id)
        .outerjoin(Location, Location.id == Order.location_id)
        .outerjoin(money, money.c.order_id == Order.id)
        .where(Order.placed_at.is_not(None))
        .order_by(Order.id.desc())
    )
    return [
        [
            order_rules.number(row[0]),
            row[1],
            row[2],
            _whole(row[3]),
            _whole(row[4]),
            row[5],
            row[6],
            "; ".join(lines[row[0]]),
            *row[7:],
        ]
        for row in rows
    ]


async def customer_rows(session: AsyncSession) -> list[list[Any]]:
    """Everybody who has written, the newest first, with what they have bought."""
    bought = (
        select(
            Order.customer_id,
            func.count(func.distinct(Order.id)).label("orders"),
            func.sum(MoneyEntry.amount_minor).label("sum"),
            func.max(Order.placed_at).label("last"),
        )
        .outerjoin(MoneyEntry, MoneyEntry.order_id == Order.id)
        .where(Order.placed_at.is_not(None), Order.state.not_in(("cancelled", "expired")))
        .group_by(Order.customer_id)
        .subquery()
    )
    rows = await session.execute(
        select(
            Customer.name,
            Customer.username,
            Customer.language,
            Customer.created_at,
            Customer.first_source,
            Customer.phone,
            func.coalesce(bought.c.orders, 0),
            func.coalesce(bought.c.sum, 0),
            bought.c.last,
        )
        .outerjoin(bought, bought.c.customer_id == Customer.id)
        .order_by(Customer.id.desc())
    )
    return [[*row[:7], _whole(row[7]), row[8]] for row in rows]


async def on_the_books(session: AsyncSession) -> int:
    """How many works there are, hidden ones too."""
    counted = select(func.count()).select_from(Product).where(Product.state.in_(ON_THE_BOOKS))
    return int(await session.scalar(counted) or 0)


async def places(session: AsyncSession) -> tuple[dict[str, LocationId], LocationId]:
    """(places by code and title, in lower case; where pieces are unless somebody says otherwise)."""
    found: dict[str, LocationId] = {}
    for place in await pickup.places(session):
        for name in (place.title, place.code):
            found[name.casefold()] = place.id
    return found, await pickup.default_location(session)


async def moved_since(session: AsyncSession, variants: Sequence[int], since: Any) -> dict[tuple[int, int], int]:
    """By how much pieces of these have changed since, by variant and place."""
    found: dict[tuple[int, int], int] = {}
    for start in range(0, len(variants), AT_ONCE):
        rows = await session.execute(
            select(StockMovement.variant_id, StockMovement.location_id, func.sum(StockMovement.d_on_hand))
            .where(StockMovement.variant_id.in_(variants[start : start + AT_ONCE]), StockMovement.occurred_at > since)
            .group_by(StockMovement.variant_id, StockMovement.location_id)
        )
        found |= {(row[0], row[1]): int(row[2]) for row in rows}
    return found


async def counted_since(session: AsyncSession, variants: Sequence[int], since: Any) -> set[tuple[int, int]]:
    """(variant, place) that somebody has counted again."""
    found: set[tuple[int, int]] = set()
    for start in range(0, len(variants), AT_ONCE):
        rows = await session.execute(
            select(StockMovement.variant_id, StockMovement.location_id).where(
                StockMovement.variant_id.in_(variants[start : start + AT_ONCE]),
                StockMovement.kind == "count",
                StockMovement.occurred_at > since,
            )
        )
        found |= {(row[0], row[1]) for row in rows}
    return found


async def file(session: AsyncSession, wanted: int) -> tuple[Kept, bytes | None] | None:
    """A file that was looked at, with its packed rows while they are kept."""
    row = (await session.execute(_FILE.add_columns(ImportFile.rows).where(ImportFile.id == wanted))).first()
    return (Kept(row[0], row[1], row[2], row[3], row[4]), row[6]) if row else None


async def applied_before(session: AsyncSession, digest: str) -> Any:
    """When the very same file was applied last, and stands; None: never."""
    same = select(func.max(ImportFile.applied_at)).where(ImportFile.digest == digest, ImportFile.state == "applied")
    return await session.scalar(same)


async def changes(session: AsyncSession, wanted: int) -> list[tuple[int, int | None, str, str | None, str | None]]:
    """(variant, place, what, before, after), the last first."""
    rows = await session.execute(
        select(
            ImportChange.variant_id,
            ImportChange.location_id,
            ImportChange.what,
            ImportChange.before,
            ImportChange.after,
        )
        .where(ImportChange.import_id == wanted)
        .order_by(ImportChange.id.desc())
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


async def variants(session: AsyncSession, products: Sequence[ProductId]) -> dict[ProductId, VariantId]:
    """The one variant of each of these works."""
    found: dict[ProductId, VariantId] = {}
    for start in range(0, len(products), AT_ONCE):
        some = select(Variant.product_id, Variant.id).where(Variant.product_id.in_(products[start : start + AT_ONCE]))
        found |= {ProductId(row[0]): VariantId(row[1]) for row in await session.execute(some)}
    return found


async def taken(session: AsyncSession, skus: Sequence[str]) -> set[str]:
    """Those of these SKUs that a draft or a dropped work bears, in lower case."""
    found: set[str] = set()
    for start in range(0, len(skus), AT_ONCE):
        some = (
            select(Variant.sku)
            .join(Product, Product.id == Variant.product_id)
            .where(Variant.sku.in_(skus[start : start + AT_ONCE]), Product.state.not_in(ON_THE_BOOKS))
        )
        found |= {str(sku).casefold() for sku in await session.scalars(some)}
    return found


async def skus(session: AsyncSession, variants: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(variants), AT_ONCE):
        some = select(Variant.id, Variant.sku).where(Variant.id.in_(variants[start : start + AT_ONCE]))
        found |= {row[0]: row[1] for row in await session.execute(some)}
    return found
