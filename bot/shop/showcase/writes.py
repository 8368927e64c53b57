"""How are posts planned, remembered and marked as stale?"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import ProductId
from bot.shop.outbox.writes import owe, owe_anew
from bot.shop.showcase import reads
from bot.shop.showcase.errors import TooManyWorks
from bot.shop.showcase.tables import ShowcaseItem, ShowcasePost
from bot.shop.showcase.values import MOST_WORKS, Form, Post, PostId, PostState
from bot.storage.insert_once import insert_once

QUIET: Final = timedelta(seconds=2)
"""A post is edited once its works have been left in peace for so long …"""
PATIENCE: Final = timedelta(seconds=8)
"""… and at the latest so long after the first change."""
WINDOW_QUIET: Final = timedelta(seconds=15)
"""The pinned post shows everything, so it changes all the time: it may lag a little more."""
_OPEN: Final = (PostState.COMPOSED, PostState.PLANNED)


async def plan(
    session: AsyncSession,
    product: ProductId,
    form: Form,
    at: datetime,
    now: datetime,
    *,
    takes_down: bool = False,
) -> PostId | None:
    """Plan the present post of a work; None when it has one: two taps are one post."""
    post = await _add(session, form, PostState.PLANNED, due_at=at, product_id=product, takes_down=takes_down)
    if post is not None:
        await session.execute(insert(ShowcaseItem).values(post_id=post, product_id=product, position=0))
        await _owe(session, post, at, now)
    return post


async def replan(
    session: AsyncSession,
    product: ProductId,
    seen: Post | None,
    form: Form,
    at: datetime,
    now: datetime,
    *,
    takes_down: bool,
) -> PostId | None:
    """Another post instead of the present one that was seen; one that still waits is moved. None if it has changed."""
    if seen is None:
        return await plan(session, product, form, at, now, takes_down=takes_down)
    present = (ShowcasePost.id == seen.id, ShowcasePost.product_id == product, ShowcasePost.state == seen.state)
    if seen.state is PostState.PLANNED:
        values: dict[str, Any] = {"form": form, "due_at": at, "takes_down": takes_down}
        moved = await session.scalar(update(ShowcasePost).where(*present).values(**values).returning(ShowcasePost.id))
        if moved is not None:
            await _owe(session, seen.id, at, now)
        return PostId(moved) if moved is not None else None
    let_go = await session.scalar(
        update(ShowcasePost).where(*present).values(product_id=None).returning(ShowcasePost.id)
    )
    if let_go is None:
        return None
    return await plan(session, product, form, at, now, takes_down=takes_down)


async def plan_window(session: AsyncSession, now: datetime) -> PostId:
    """A pinned post, as soon as possible."""
    post = await _add(session, Form.WINDOW, PostState.PLANNED, due_at=now)
    assert post is not None  # noqa: S101 (it names no work, so there is nothing it could be the second of)
    await _owe(session, post, now, now)
    return post


async def compose(session: AsyncSession) -> PostId:
    """A collection without works."""
    post = await _add(session, Form.COLLECTION, PostState.COMPOSED)
    assert post is not None  # noqa: S101 (as above)
    return post


async def _add(session: AsyncSession, form: Form, state: PostState, **values: Any) -> PostId | None:
    row = {"form": form, "state": state, "gone": False, "takes_down": False, "version": 0, **values}
    added = await insert_once(session, ShowcasePost, [row], ShowcasePost.id)
    return PostId(added[0]) if added else None


async def toggle(session: AsyncSession, post: PostId, product: ProductId) -> None:
    """Put a work into a collection, or take it out again. Raises TooManyWorks."""
    out = await session.scalar(
        delete(ShowcaseItem)
        .where(ShowcaseItem.post_id == post, ShowcaseItem.product_id == product)
        .returning(ShowcaseItem.position)
    )
    if out is not None:
        return
    inside = select(func.count(), func.coalesce(func.max(ShowcaseItem.position), -1))
    count, last = (await session.execute(inside.where(ShowcaseItem.post_id == post))).one()
    if count >= MOST_WORKS:
        raise TooManyWorks(limit=MOST_WORKS)
    row = {"post_id": post, "product_id": product, "position": last + 1}
    await insert_once(session, ShowcaseItem, [row], ShowcaseItem.position)


async def move(session: AsyncSession, post: PostId, at: datetime, now: datetime) -> bool:
    """Plan it for that moment; False when it is out or cancelled."""
    values: dict[str, Any] = {"state": PostState.PLANNED, "due_at": at}
    moved = await session.scalar(
        update(ShowcasePost)
        .where(ShowcasePost.id == post, ShowcasePost.state.in_(_OPEN))
        .values(**values)
        .returning(ShowcasePost.id)
    )
    if moved is not None:
        await _owe(session, post, at, now)
    return moved is not None


async def close(session: AsyncSession, post: PostId, how: PostState) -> bool:
    """Cancelled or skipped: it will never be posted. False when it is out already."""
    closed = await session.scalar(
        update(ShowcasePost)
        .where(ShowcasePost.id == post, ShowcasePost.state.in_(_OPEN))
        .values(state=how, product_id=None)
        .returning(ShowcasePost.id)
    )
    return closed is not None


async def posted(
    session: AsyncSession,
    post: PostId,
    chat: int,
    messages: Sequence[int],
    digest: str,
    without: Sequence[ProductId],
    now: datetime,
) -> None:
    """It stands. It is looked at once more: what changed while it was sent has marked nothing."""
    await session.execute(
        update(ShowcasePost)
        .where(ShowcasePost.id == post)
        .values(
            state=PostState.POSTED,
            chat_id=chat,
            message_id=messages[0],
            album=list(messages) if len(messages) > 1 else None,
            digest=digest,
            posted_at=now,
        )
    )
    if without:
        await session.execute(
            delete(ShowcaseItem).where(ShowcaseItem.post_id == post, ShowcaseItem.product_id.in_(without))
        )
    await mark(session, [post], now)


async def owe_take_down(session: AsyncSession, posts: Sequence[PostId], now: datetime) -> None:
    """Owe that these posts are deleted."""
    for post in posts:
        await owe(session, "showcase.take_down", f"showcase.take_down:{post}", {"post": post}, now=now)


async def owe_pin(session: AsyncSession, post: PostId, now: datetime) -> None:
    """Owe that this post is pinned, also when somebody has unpinned it."""
    await owe_anew(session, "showcase.pin", [(f"showcase.pin:{post}", {"post": post})], now=now, due_at=now)


async def mark(session: AsyncSession, posts: Sequence[PostId], now: datetime) -> None:
    """These may no longer show the truth: owe them one look, however often this is said meanwhile."""
    if not posts:
        return
    window = ShowcasePost.form == Form.WINDOW
    waiting = ShowcasePost.stale_since.is_not(None)
    enough = ShowcasePost.stale_since <= now + QUIET - PATIENCE
    await session.execute(
        update(ShowcasePost)
        .where(ShowcasePost.id.in_(posts))
        .values(
            version=ShowcasePost.version + 1,
            stale_since=func.coalesce(ShowcasePost.stale_since, now),
            refresh_at=case(
                (waiting & (window | enough), ShowcasePost.refresh_at),
                (window, now + WINDOW_QUIET),
                else_=now + QUIET,
            ),
        )
    )
    await owe_anew(session, "showcase.refresh", [("showcase.refresh", {})], now=now, due_at=now + QUIET)


async def settle(session: AsyncSession, post: Post, digest: str, now: datetime) -> None:
    """It shows this now, and nothing more is owed unless it has been marked since it was read."""
    same = ShowcasePost.version == post.version
    await session.execute(
        update(ShowcasePost)
        .where(ShowcasePost.id == post.id)
        .values(
            digest=digest,
            stale_since=case((same, None), else_=now),
            refresh_at=case((same, None), else_=ShowcasePost.refresh_at),
        )
    )


async def forget(session: AsyncSession, post: PostId) -> None:
    """It is gone: left alone from now on, and its work may have another."""
    await session.execute(
        update(ShowcasePost)
        .where(ShowcasePost.id == post)
        .values(gone=True, product_id=None, refresh_at=None, stale_since=None)
    )


async def mark_all(session: AsyncSession, now: datetime) -> None:
    """Every standing post has to be looked at, because a rule has changed."""
    standing = await session.scalars(select(ShowcasePost.id).where(reads.STANDING))
    await mark(session, [PostId(post) for post in standing], now)


async def _owe(session: AsyncSession, post: PostId, at: datetime, now: datetime) -> None:
    keyed = [(f"showcase.publish:{post}", {"post": post})]
    # one queue: posts that are due together appear in the order in which they were planned
    await owe_anew(session, "showcase.publish", keyed, now=now, due_at=at, queue="showcase")
