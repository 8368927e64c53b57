"""What is for sale?"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import FromClause, Select, and_, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import CategoryId, CustomerId, PhotoId, ProductId, VariantId
from bot.basics.languages import Language
from bot.basics.money import Money
from bot.shop.catalogue.errors import NoSuchWork, UnknownSku
from bot.shop.catalogue.tables import Category, CategoryText, Photo, PhotoBody, PhotoFile, Product, ProductText, Variant
from bot.shop.catalogue.values import Card, CategoryItem, Kind, PhotoRef, Shelf, ShelfItem, Visibility

_Own = aliased(ProductText)
_First = aliased(ProductText)


def _texts(statement: Select[Any, *tuple[Any, ...]], language: Language) -> Select[Any, *tuple[Any, ...]]:
    """Join the text in the reader's language and the one it was first written in."""
    return statement.outerjoin(_Own, and_(_Own.product_id == Product.id, _Own.language == language)).outerjoin(
        _First, and_(_First.product_id == Product.id, _First.language == Product.language)
    )


_TITLE = func.coalesce(_Own.title, _First.title)
_TECHNIQUE = func.coalesce(_Own.technique, _First.technique)
_DESCRIPTION = func.coalesce(_Own.description, _First.description)

_CARD = select(
    Product.id,
    Variant.id,
    Variant.sku,
    Product.kind,
    Product.state,
    Product.category_id,
    _TITLE,
    _TECHNIQUE,
    _DESCRIPTION,
    Product.size,
    Product.year,
    Product.edition_number,
    Product.edition_size,
    Variant.price_minor,
    Variant.currency,
    Variant.old_price_minor,
    Product.draft_quantity,
    Product.price_choices,
    func.coalesce(_Own.care, _First.care),
    Product.certificate,
).join(Variant, Variant.product_id == Product.id)

_SHELF = select(
    Product.id, Variant.id, Variant.sku, _TITLE, Variant.price_minor, Variant.currency, Product.listed_at
).join(Variant, Variant.product_id == Product.id)


def _item(row: Any) -> ShelfItem:
    return ShelfItem(row[0], row[1], row[2], row[3], Money(row[4], row[5]), row[6])


async def card(session: AsyncSession, product: ProductId, language: Language, bot: int | None = None) -> Card:
    """A work in any state; who may see it is for the caller to say. Raises NoSuchWork."""
    found = await cards(session, [product], language, bot)
    if not found:
        raise NoSuchWork
    return found[product]


async def cards(
    session: AsyncSession, products: Sequence[ProductId], language: Language, bot: int | None = None
) -> dict[ProductId, Card]:
    """As `card`, for several at once; unknown ones are missing."""
    statement = (
        _texts(_CARD.add_columns(Photo.id, PhotoFile.file_id), language)
        .outerjoin(Photo, Photo.product_id == Product.id)
        .outerjoin(PhotoFile, and_(PhotoFile.photo_id == Photo.id, PhotoFile.bot_id == (bot or 0)))
        .where(Product.id.in_(products))
        .order_by(Variant.id, Photo.position, Photo.id)
    )
    works: dict[ProductId, Any] = {}
    shown: dict[ProductId, dict[PhotoId, PhotoRef]] = {}
    for *row, photo, file_id in await session.execute(statement):
        works.setdefault(row[0], row)
        if photo is not None:
            shown.setdefault(row[0], {})[photo] = PhotoRef(photo, file_id)
    return {
        found[0]: Card(
            product=found[0],
            variant=found[1],
            sku=found[2],
            kind=Kind(found[3]),
            visibility=Visibility(found[4]),
            category=found[5],
            title=found[6],
            technique=found[7],
            description=found[8],
            size=found[9],
            year=found[10],
            edition_number=found[11],
            edition_size=found[12],
            price=Money(found[13], found[14]),
            old_price_minor=found[15],
            draft_quantity=found[16],
            price_choices=tuple(int(part) for part in found[17].split(",")) if found[17] else (),
            photos=tuple(shown.get(found[0], {}).values()),
            care=found[18],
            certificate=found[19],
        )
        for found in works.values()
    }


async def listed_cards(
    session: AsyncSession, products: Sequence[ProductId], language: Language, bot: int | None = None
) -> list[Card]:
    """Listed works in the order asked for; the others are missing."""
    found = await cards(session, products, language, bot) if products else {}
    return [found[each] for each in products if each in found and found[each].visibility is Visibility.LISTED]


async def titles(session: AsyncSession, products: Sequence[ProductId], language: Language) -> dict[ProductId, str]:
    """What each of these works is called, whatever its state."""
    rows = await session.execute(_texts(select(Product.id, _TITLE), language).where(Product.id.in_(products)))
    return {ProductId(product): title for product, title in rows}


async def photos(
    session: AsyncSession, products: Sequence[ProductId], bot: int | None = None
) -> dict[ProductId, list[PhotoRef]]:
    """The photos of each work in order; with what this bot calls each, if it has sent it before."""
    rows = await session.execute(
        select(Photo.product_id, Photo.id, PhotoFile.file_id)
        .outerjoin(PhotoFile, and_(PhotoFile.photo_id == Photo.id, PhotoFile.bot_id == (bot or 0)))
        .where(Photo.product_id.in_(products))
        .order_by(Photo.product_id, Photo.position, Photo.id)
    )
    found: dict[ProductId, list[PhotoRef]] = {}
    for product, photo, file_id in rows:
        found.setdefault(ProductId(product), []).append(PhotoRef(PhotoId(photo), file_id))
    return found


async def photo_body(session: AsyncSession, photo: PhotoId) -> bytes:
    body: bytes = (await session.execute(select(PhotoBody.jpeg).where(PhotoBody.photo_id == photo))).scalar_one()
    return body


async def shelf(
    session: AsyncSession,
    language: Language,
    *,
    category: CategoryId | None = None,
    after: ProductId | None = None,
    before: ProductId | None = None,
    limit: int = 8,
    hidden: bool = False,
) -> Shelf:
    """Listed works (hidden ones too, for the seller), newest first; after or before one of them: a keyset."""
    key = tuple_(Product.listed_at, Product.id)
    statement = _texts(_SHELF, language)
    statement = statement.where(Product.state.in_(("listed", "hidden")) if hidden else Product.state == "listed")
    if category is not None:
        statement = statement.where(Product.category_id == category)
    anchor = after or before
    if anchor is not None:
        place = select(Product.listed_at, Product.id).where(Product.id == anchor).subquery()
        at = (await session.execute(select(place))).first()
        if at is None:
            raise NoSuchWork
        statement = statement.where(key < tuple_(*at) if after else key > tuple_(*at))
    order = (Product.listed_at.asc(), Product.id.asc()) if before else (Product.listed_at.desc(), Product.id.desc())
    rows = [tuple(row) for row in await session.execute(statement.order_by(*order).limit(limit + 1))]
    more = len(rows) > limit
    rows = rows[:limit]
    if before:
        rows.reverse()
    items = tuple(_item(row) for row in rows)
    return Shelf(items, has_before=bool(after) or (bool(before) and more), has_after=bool(before) or more)


def items_of(found: FromClause, language: Language) -> Select[Any]:
    """What a list shows of the variants in `found` (columns `variant`, `tier`); the tier comes last of all."""
    return _texts(_SHELF.add_columns(found.c.tier).join(found, found.c.variant == Variant.id), language)


def items_on(found: FromClause, language: Language) -> Select[Any]:
    """What a list shows of the works in `found` (a column `product`); its other columns come last of all."""
    others = [column for column in found.c if column.name != "product"]
    return _texts(_SHELF.add_columns(*others).join(found, found.c.product == Product.id), language)


async def likely(
    session: AsyncSession, products: Sequence[ProductId], language: Language
) -> list[tuple[ShelfItem, CategoryId | None, str | None]]:
    """(what a list shows, category, technique) of these works, by which they may be compared."""
    statement = _texts(_SHELF.add_columns(Product.category_id, _TECHNIQUE), language)
    rows = [tuple(row) for row in await session.execute(statement.where(Product.id.in_(products)))]
    return [(_item(row), row[-2], row[-1]) for row in rows]


def as_item(row: Any) -> ShelfItem:
    """A row of `items_of` or `items_on`."""
    return _item(row)


async def categories(session: AsyncSession, language: Language, parent: CategoryId | None) -> list[CategoryItem]:
    """Shelves on this shelf that have anything on them or below them."""
    filled = Category.id.in_(_filled())
    return await _categories(session, language, Category.parent_id == parent, Category.hidden.is_(False), filled)


def _filled() -> Select[int]:
    up = aliased(Category)
    shelves = select(Category.id, Category.parent_id).where(
        Category.hidden.is_(False),
        select(Product.id).where(Product.category_id == Category.id, Product.state == "listed").exists(),
    )
    chain = shelves.cte("filled", recursive=True)
    chain = chain.union(select(up.id, up.parent_id).join(chain, up.id == chain.c.parent_id).where(up.hidden.is_(False)))
    return select(chain.c.id)


async def all_categories(session: AsyncSession, language: Language) -> list[CategoryItem]:
    """Every shelf, for the seller."""
    return await _categories(session, language, Category.id > 0)


async def family(
    session: AsyncSession, language: Language, wanted: CategoryId
) -> tuple[CategoryItem | None, list[CategoryItem]]:
    """(a shelf, None when it is unknown or hidden; those on it that have anything on them or below)."""
    inside = and_(Category.parent_id == wanted, Category.id.in_(_filled()))
    found = await _categories(session, language, Category.hidden.is_(False), or_(Category.id == wanted, inside))
    return next((each for each in found if each.id == wanted), None), [each for each in found if each.id != wanted]


async def _categories(session: AsyncSession, language: Language, *which: Any) -> list[CategoryItem]:
    other = aliased(CategoryText)
    any_title = select(func.min(other.title)).where(other.category_id == Category.id).scalar_subquery()
    inside = aliased(Category)
    has_below = select(inside.id).where(inside.parent_id == Category.id, inside.hidden.is_(False)).exists()
    rows = await session.execute(
        select(Category.id, Category.parent_id, func.coalesce(CategoryText.title, any_title, ""), has_below)
        .outerjoin(CategoryText, and_(CategoryText.category_id == Category.id, CategoryText.language == language))
        .where(*which)
        .order_by(Category.position, Category.id)
    )
    return [
        CategoryItem(CategoryId(row[0]), CategoryId(row[1]) if row[1] else None, row[2], bool(row[3])) for row in rows
    ]


async def find_variant(session: AsyncSession, sku: str) -> tuple[VariantId, ProductId, str]:
    """(variant, work, SKU as written in the books), whatever the case typed. Raises UnknownSku."""
    row = (
        await session.execute(
            select(Variant.id, Variant.product_id, Variant.sku)
            .join(Product, Product.id == Variant.product_id)
            .where(Variant.sku.in_({sku, sku.upper()}), Product.state.in_(("listed", "hidden")))
        )
    ).first()
    if row is None:
        raise UnknownSku(sku)
    return VariantId(row[0]), ProductId(row[1]), row[2]


async def variants_of(session: AsyncSession, skus: Sequence[str]) -> list[VariantId]:
    """The variants behind these SKUs, as far as they are known."""
    spelt = {spelling for sku in skus for spelling in (sku, sku.upper())}
    return [VariantId(row) for row in await session.scalars(select(Variant.id).where(Variant.sku.in_(spelt)))]


async def products_of(session: AsyncSession, variants: Sequence[VariantId]) -> dict[VariantId, ProductId]:
    rows = await session.execute(select(Variant.id, Variant.product_id).where(Variant.id.in_(variants)))
    return {VariantId(row[0]): ProductId(row[1]) for row in rows}


async def lines(
    session: AsyncSession, variants: Sequence[VariantId], language: Language, *, only_listed: bool = True
) -> dict[VariantId, ShelfItem]:
    """What a cart or an order line shows of these variants; those no longer for sale are missing."""
    statement = _texts(
        select(Product.id, Variant.id, Variant.sku, _TITLE, Variant.price_minor, Variant.currency, Product.listed_at)
        .join(Variant, Variant.product_id == Product.id)
        .where(Variant.id.in_(variants)),
        language,
    )
    if only_listed:
        statement = statement.where(Product.state == "listed")
    rows = [tuple(row) for row in await session.execute(statement)]
    return {row[1]: _item(row) for row in rows}


async def album_draft(session: AsyncSession, album: str, author: CustomerId) -> ProductId | None:
    """The draft that the photos of one album belong to."""
    found = await session.scalar(
        select(Product.id).where(Product.album == album, Product.author_id == author, Product.state == "draft").limit(1)
    )
    return ProductId(found) if found is not None else None
