"""How does the catalogue change?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CategoryId, CustomerId, PhotoId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue.tables import Category, CategoryText, Photo, PhotoBody, PhotoFile, Product, ProductText, Variant
from bot.shop.catalogue.values import NewPhoto, NewWork, Visibility
from bot.storage.insert_once import dialect_insert, insert_once


def sku_of(product: ProductId) -> str:
    """`W-0042`: short enough to be read out loud at a fair."""
    return f"W-{product:04d}"


async def free_skus(session: AsyncSession, products: Sequence[ProductId]) -> dict[ProductId, str]:
    """A SKU for each of these works that no other bears: one that came in a file may look like ours."""
    wanted = {product: sku_of(product) for product in products}
    taken: set[str] = set()
    names = list(wanted.values())
    for start in range(0, len(names), 500):
        taken |= set(await session.scalars(select(Variant.sku).where(Variant.sku.in_(names[start : start + 500]))))
    return {product: f"{sku}-N" if sku in taken else sku for product, sku in wanted.items()}


async def add_draft(
    session: AsyncSession, work: NewWork, currency: str, author: CustomerId, album: str | None, now: datetime
) -> ProductId:
    """A work that only its seller sees."""
    product = ProductId(
        (
            await session.execute(
                insert(Product)
                .values(
                    kind=work.kind.value,
                    state=Visibility.DRAFT.value,
                    size=work.size,
                    year=work.year,
                    edition_number=work.edition_number,
                    edition_size=work.edition_size,
                    certificate=work.certificate,
                    draft_quantity=work.quantity,
                    price_choices=_choices(work),
                    album=album,
                    language=work.language,
                    author_id=author,
                    created_at=now,
                )
                .returning(Product.id)
            )
        ).scalar_one()
    )
    await session.execute(
        insert(ProductText).values(
            product_id=product,
            language=work.language,
            title=work.title,
            technique=work.technique,
            description=work.description,
            care=work.care,
        )
    )
    await session.execute(
        insert(Variant).values(
            product_id=product,
            sku=(await free_skus(session, [product]))[product],
            price_minor=work.price_minor or 0,
            cost_minor=work.cost_minor,
            currency=currency,
            exclusive=work.kind.value == "one_of_a_kind",
        )
    )
    return product


def _choices(work: NewWork) -> str | None:
    return ",".join(map(str, work.price_choices)) if work.price_minor is None else None


async def rewrite_draft(session: AsyncSession, product: ProductId, work: NewWork) -> None:
    """A draft described anew, by another caption."""
    await session.execute(
        update(Product)
        .where(Product.id == product)
        .values(
            kind=work.kind.value,
            size=work.size,
            year=work.year,
            edition_number=work.edition_number,
            edition_size=work.edition_size,
            certificate=work.certificate,
            draft_quantity=work.quantity,
            price_choices=_choices(work),
        )
    )
    await set_text(
        session,
        product,
        work.language,
        title=work.title,
        technique=work.technique,
        description=work.description,
        care=work.care,
    )
    said = {} if work.cost_minor is None else {"cost_minor": work.cost_minor}
    await session.execute(
        update(Variant).where(Variant.product_id == product).values(price_minor=work.price_minor or 0, **said)
    )


async def set_text(session: AsyncSession, product: ProductId, language: Language, **texts: Any) -> None:
    statement = dialect_insert(session, ProductText).values(product_id=product, language=language, **texts)
    await session.execute(statement.on_conflict_do_update(index_elements=["product_id", "language"], set_=texts))


async def set_care(session: AsyncSession, product: ProductId, language: Language, care: str | None) -> None:
    """How to care for the work, in that language; where it has no text yet, beside the one it was first given."""
    changed = await session.scalar(
        update(ProductText)
        .where(ProductText.product_id == product, ProductText.language == language)
        .values(care=care)
        .returning(ProductText.product_id)
    )
    if changed is None:
        first = select(Product.language).where(Product.id == product).scalar_subquery()
        of_it = (ProductText.product_id == product, ProductText.language == first)
        await session.execute(update(ProductText).where(*of_it).values(care=care))


async def add_photo(session: AsyncSession, product: ProductId, photo: NewPhoto) -> PhotoId | None:
    """One more picture at the end; None when this work has that very picture already."""
    position = select(func.count()).select_from(Photo).where(Photo.product_id == product).scalar_subquery()
    row = {
        "product_id": product,
        "position": position,
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
    }
    added = await insert_once(session, Photo, [row], Photo.id)
    if not added:
        return None
    await session.execute(insert(PhotoBody).values(photo_id=added[0], jpeg=photo.jpeg))
    if photo.bot and photo.file_id:
        await remember_file(session, PhotoId(added[0]), photo.bot, photo.file_id)
    return PhotoId(added[0])


async def remember_file(session: AsyncSession, photo: PhotoId, bot: int, file_id: str) -> None:
    statement = dialect_insert(session, PhotoFile).values(photo_id=photo, bot_id=bot, file_id=file_id)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["photo_id", "bot_id"], set_={"file_id": file_id})
    )


async def change_state(
    session: AsyncSession, product: ProductId, now: datetime, *, of: tuple[Visibility, ...], to: Visibility
) -> bool:
    """Compare and set; False when it was in none of those states."""
    values: dict[str, Any] = {"state": to.value}
    if to is Visibility.LISTED:
        values["listed_at"] = func.coalesce(Product.listed_at, now)
    changed = await session.scalar(
        update(Product)
        .where(Product.id == product, Product.state.in_([state.value for state in of]))
        .values(**values)
        .returning(Product.id)
    )
    return changed is not None


async def set_price(session: AsyncSession, product: ProductId, price_minor: int, *, keep_old: bool) -> VariantId:
    """A new price; the old one is shown struck where the new one is lower."""
    old = Variant.price_minor if keep_old else None
    variant = (
        await session.execute(
            update(Variant)
            .where(Variant.product_id == product)
            .values(price_minor=price_minor, old_price_minor=old)
            .returning(Variant.id)
        )
    ).scalar_one()
    await session.execute(update(Product).where(Product.id == product).values(price_choices=None))
    return VariantId(variant)


async def change(session: AsyncSession, product: ProductId, **values: Any) -> None:
    """Fields of the work itself."""
    await session.execute(update(Product).where(Product.id == product).values(**values))


async def add_category(
    session: AsyncSession, titles: dict[Language, str], parent: CategoryId | None = None
) -> CategoryId:
    found = (
        await session.execute(insert(Category).values(parent_id=parent, position=0).returning(Category.id))
    ).scalar_one()
    rows = [{"category_id": found, "language": language, "title": title} for language, title in titles.items()]
    await session.execute(insert(CategoryText), rows)
    return CategoryId(found)
