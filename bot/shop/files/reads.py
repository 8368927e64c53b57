"""What does the shop have that a file speaks of?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.basics.languages import Language, pick_language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.files.tables import ImportChange, ImportFile
from bot.shop.files.values import Kept, Known
from bot.shop.pickup import reads as pickup
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


async def skus(session: AsyncSession, variants: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(variants), AT_ONCE):
        some = select(Variant.id, Variant.sku).where(Variant.id.in_(variants[start : start + AT_ONCE]))
        found |= {row[0]: row[1] for row in await session.execute(some)}
    return found
