"""How are posts remembered?"""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import ProductId
from bot.shop.showcase.tables import ShowcasePost
from bot.shop.showcase.values import Post
from bot.storage.insert_once import dialect_insert


async def remember(session: AsyncSession, product: ProductId, post: Post, now: datetime) -> None:
    values = {"chat_id": post.chat, "message_id": post.message, "digest": post.digest, "gone": False}
    statement = dialect_insert(session, ShowcasePost).values(product_id=product, posted_at=now, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["product_id"], set_=values))


async def forget(session: AsyncSession, product: ProductId) -> None:
    await session.execute(update(ShowcasePost).where(ShowcasePost.product_id == product).values(gone=True))
