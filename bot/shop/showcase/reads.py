"""Where is the post of a work?"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import ProductId, VariantId
from bot.shop.catalogue import reads as catalogue
from bot.shop.showcase.tables import ShowcasePost
from bot.shop.showcase.values import Post


async def post(session: AsyncSession, product: ProductId) -> Post | None:
    row = (
        await session.execute(
            select(ShowcasePost.chat_id, ShowcasePost.message_id, ShowcasePost.digest).where(
                ShowcasePost.product_id == product, ShowcasePost.gone.is_(False)
            )
        )
    ).first()
    return Post(row[0], row[1], row[2]) if row else None


async def posted_product(session: AsyncSession, variant: VariantId) -> ProductId | None:
    product = (await catalogue.products_of(session, [variant])).get(variant)
    return product if product is not None and await post(session, product) else None
