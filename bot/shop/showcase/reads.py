"""Which posts are there, and what do they have to show?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Subquery, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CategoryId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.shop.showcase.tables import ShowcaseItem, ShowcasePost
from bot.shop.showcase.values import (
    Due,
    Exhibit,
    Form,
    Newcomer,
    Overview,
    Planned,
    Post,
    PostId,
    PostState,
    Shelf,
    ShopWindow,
    Shown,
    SoldPosts,
)
from bot.shop.stock import reads as stock
from bot.shop.stock.tables import StockLevel

AT_A_LOOK: Final = 200
"""Posts that are put in order of urgency together."""
_NEWEST: Final = 3
_LISTED_PLANS: Final = 30

_POST = select(
    ShowcasePost.id,
    ShowcasePost.form,
    ShowcasePost.state,
    ShowcasePost.due_at,
    ShowcasePost.chat_id,
    ShowcasePost.message_id,
    ShowcasePost.digest,
    ShowcasePost.album,
    ShowcasePost.version,
    ShowcasePost.takes_down,
    ShowcasePost.posted_at,
)
STANDING = and_(ShowcasePost.state == PostState.POSTED, ShowcasePost.gone.is_(False))
_ON_OFFER = (
    select(StockLevel.variant_id)
    .group_by(StockLevel.variant_id)
    # what somebody only holds may come back, and a number that follows every hold would never stand still
    .having(func.sum(StockLevel.on_hand - StockLevel.unavailable - StockLevel.allocated) > 0)
)


def _post(row: Any) -> Post:
    post, form, state, due_at, chat, message, digest, album, version, takes_down, posted_at = row
    return Post(
        PostId(post),
        Form(form),
        PostState(state),
        due_at,
        chat,
        message,
        digest or "",
        tuple(album or ()),
        version,
        takes_down,
        posted_at,
    )


async def find(session: AsyncSession, post: PostId) -> Post | None:
    """A post in any state, unless it is gone."""
    row = (await session.execute(_POST.where(ShowcasePost.id == post, ShowcasePost.gone.is_(False)))).first()
    return _post(row) if row else None


async def current(session: AsyncSession, product: ProductId) -> Post | None:
    """The one present post of a work, planned or standing."""
    row = (await session.execute(_POST.where(ShowcasePost.product_id == product, ShowcasePost.gone.is_(False)))).first()
    return _post(row) if row else None


async def showing(session: AsyncSession, variant: VariantId) -> list[PostId]:
    """Standing posts that show this variant; the pinned one shows them all."""
    inside = (
        select(ShowcaseItem.post_id)
        .join(Variant, Variant.product_id == ShowcaseItem.product_id)
        .where(Variant.id == variant)
    )
    rows = await session.scalars(
        select(ShowcasePost.id).where(STANDING, or_(ShowcasePost.id.in_(inside), ShowcasePost.form == Form.WINDOW))
    )
    return [PostId(row) for row in rows]


async def older(session: AsyncSession, post: PostId, chat: int) -> list[PostId]:
    """Standing posts of the same single work in the same showcase."""
    works = select(ShowcaseItem.product_id).where(ShowcaseItem.post_id == post)
    rows = await session.scalars(
        select(ShowcasePost.id)
        .join(ShowcaseItem, ShowcaseItem.post_id == ShowcasePost.id)
        .where(
            STANDING,
            ShowcasePost.id != post,
            ShowcasePost.chat_id == chat,
            ShowcasePost.form.in_((Form.PHOTO, Form.ALBUM)),
            ShowcaseItem.product_id.in_(works),
        )
    )
    return [PostId(row) for row in rows]


async def works(session: AsyncSession, posts: Sequence[PostId]) -> dict[PostId, list[ProductId]]:
    """The works of each post, in order."""
    rows = await session.execute(
        select(ShowcaseItem.post_id, ShowcaseItem.product_id)
        .where(ShowcaseItem.post_id.in_(posts))
        .order_by(ShowcaseItem.post_id, ShowcaseItem.position)
    )
    found: dict[PostId, list[ProductId]] = {}
    for post, product in rows:
        found.setdefault(PostId(post), []).append(ProductId(product))
    return found


async def filled(
    session: AsyncSession, posts: Sequence[Post], defaults: Policies, language: Language, bot: int
) -> list[Shown | ShopWindow]:
    """Everything these posts are functions of: five statements however many they are, five more for the pinned one."""
    policies = await load(session, defaults)
    inside = await works(session, [post.id for post in posts])
    cards = await catalogue.cards(session, sorted({work for found in inside.values() for work in found}), language, bot)
    free = await stock.availability(session, [card.variant for card in cards.values()])
    found: list[Shown | ShopWindow] = []
    for post in posts:
        if post.form is Form.WINDOW:
            found.append(await _window(session, post, policies, language))
            continue
        exhibits = tuple(Exhibit(cards[work], free[cards[work].variant]) for work in inside.get(post.id, ()))
        found.append(Shown(post, exhibits, SoldPosts(policies.sold_posts)))
    return found


async def due(session: AsyncSession, now: datetime, defaults: Policies, language: Language, bot: int) -> Due:
    """What has to be brought up to date, sold works first: nobody may be led to what is gone. The pinned post last."""
    at = ShowcasePost.refresh_at
    rows = [
        tuple(row)
        for row in await session.execute(
            _POST.add_columns(at).where(STANDING, at.is_not(None)).order_by(at, ShowcasePost.id).limit(AT_A_LOOK)
        )
    ]
    posts = [_post(row[:-1]) for row in rows if row[-1] <= now]
    later = [row[-1] for row in rows if row[-1] > now]
    if not posts:
        return Due((), min(later, default=None))
    shown = await filled(session, posts, defaults, language, bot)
    return Due(tuple(sorted(shown, key=_urgency)), min(later, default=None))


def _urgency(shown: Shown | ShopWindow) -> int:
    if isinstance(shown, ShopWindow):
        return 2
    return 1 if all(each.on_offer for each in shown.exhibits) else 0


async def planned(session: AsyncSession, language: Language, post: PostId | None = None) -> list[Planned]:
    """Posts that wait for their time, the next one first; or one that waits or is being put together."""
    statement = _POST.where(ShowcasePost.gone.is_(False))
    if post is None:
        statement = statement.where(ShowcasePost.state == PostState.PLANNED, ShowcasePost.form != Form.WINDOW)
    else:
        statement = statement.where(
            ShowcasePost.id == post, ShowcasePost.state.in_((PostState.PLANNED, PostState.COMPOSED))
        )
    ordered = statement.order_by(ShowcasePost.due_at, ShowcasePost.id).limit(_LISTED_PLANS)
    posts = [_post(row) for row in await session.execute(ordered)]
    inside = await works(session, [each.id for each in posts])
    products = sorted({work for found in inside.values() for work in found})
    titles = await catalogue.titles(session, products, language)
    return [
        Planned(each, tuple(inside.get(each.id, ())), tuple(titles[work] for work in inside.get(each.id, ())))
        for each in posts
    ]


async def composed(session: AsyncSession) -> PostId | None:
    """The collection that is being put together, if there is one."""
    found = await session.scalar(select(func.min(ShowcasePost.id)).where(ShowcasePost.state == PostState.COMPOSED))
    return PostId(found) if found is not None else None


async def overview(session: AsyncSession, defaults: Policies) -> Overview:
    """How many posts stand and wait, and which one is pinned."""
    by_state = await session.execute(
        select(ShowcasePost.state, func.count())
        .where(ShowcasePost.gone.is_(False), ShowcasePost.form != Form.WINDOW)
        .group_by(ShowcasePost.state)
    )
    counts: dict[str, int] = {row[0]: row[1] for row in by_state}
    policies = await load(session, defaults)
    return Overview(
        counts.get(PostState.POSTED, 0),
        counts.get(PostState.PLANNED, 0),
        SoldPosts(policies.sold_posts),
        await window(session),
    )


def shown_together(most: int | None = None) -> Subquery:
    """(number, posted_at, product, position) of the works in collections that stand, or in the newest of them."""
    posts = select(ShowcasePost.id, ShowcasePost.posted_at).where(
        STANDING, ShowcasePost.form == Form.COLLECTION, ShowcasePost.posted_at.is_not(None)
    )
    if most is not None:
        posts = posts.order_by(ShowcasePost.posted_at.desc(), ShowcasePost.id.desc()).limit(most)
    those = posts.subquery()
    return (
        select(
            those.c.id.label("number"),
            those.c.posted_at,
            ShowcaseItem.product_id.label("product"),
            ShowcaseItem.position,
        )
        .join(those, those.c.id == ShowcaseItem.post_id)
        .subquery("shown_together")
    )


async def window(session: AsyncSession) -> Post | None:
    """The pinned post, planned or standing."""
    row = (
        await session.execute(
            _POST.where(
                ShowcasePost.form == Form.WINDOW,
                ShowcasePost.gone.is_(False),
                ShowcasePost.state.in_((PostState.PLANNED, PostState.POSTED)),
            )
            .order_by(ShowcasePost.id.desc())
            .limit(1)
        )
    ).first()
    return _post(row) if row else None


async def _window(session: AsyncSession, post: Post, policies: Policies, language: Language) -> ShopWindow:
    on_offer = (Product.state == "listed", Variant.id.in_(_ON_OFFER))
    counted = await session.execute(
        select(Product.category_id, func.count(Product.id.distinct()))
        .join(Variant, Variant.product_id == Product.id)
        .where(*on_offer)
        .group_by(Product.category_id)
    )
    counts: dict[int | None, int] = {row[0]: row[1] for row in counted}
    parents = {item.id: item.parent for item in await catalogue.all_categories(session, language)}
    below: dict[CategoryId, int] = {}
    for category, number in counts.items():
        at = CategoryId(category) if category is not None else None
        while at is not None:
            below[at] = below.get(at, 0) + number
            at = parents.get(at)
    newest = await session.scalars(
        select(Variant.id)
        .join(Product, Product.id == Variant.product_id)
        .where(*on_offer)
        .order_by(Product.listed_at.desc(), Product.id.desc())
        .limit(_NEWEST)
    )
    variants = [VariantId(variant) for variant in newest]
    lines = await catalogue.lines(session, variants, language)
    return ShopWindow(
        post,
        policies.shop_name,
        sum(counts.values()),
        tuple(
            Shelf(item.id, item.title, below[item.id])
            for item in await catalogue.categories(session, language, None)
            if item.id in below
        ),
        tuple(
            Newcomer(lines[variant].product, lines[variant].title, lines[variant].price)
            for variant in variants
            if variant in lines
        ),
    )
