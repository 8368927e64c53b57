"""Who waits for an answer, and what has been said?"""

from datetime import datetime
from typing import Any

from sqlalchemy import String, and_, cast, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import CustomerId, OrderId, ProductId, TalkId, WordsId
from bot.shop.conversations import rules
from bot.shop.conversations.errors import NoSuchTalk
from bot.shop.conversations.tables import Conversation, ConversationCopy, ConversationMessage
from bot.shop.conversations.values import About, Copy, Errand, File, Spoken, Talk, TalkPage, Waiting
from bot.shop.customers.tables import Customer

_Seller = aliased(Customer)
_TALK = (
    select(
        Conversation.id,
        Conversation.customer_id,
        Customer.name,
        Conversation.order_id,
        Conversation.product_id,
        Conversation.subject,
        Conversation.title,
        Conversation.waiting_since,
        _Seller.name,
        Conversation.settled_at,
        Conversation.answered,
        Conversation.undecided,
    )
    .join(Customer, Customer.id == Conversation.customer_id)
    .outerjoin(_Seller, _Seller.id == Conversation.settled_by)
)
_Author = aliased(Customer)
_SPOKEN = select(
    ConversationMessage.id,
    ConversationMessage.conversation_id,
    ConversationMessage.author_id,
    _Author.name,
    ConversationMessage.from_shop,
    ConversationMessage.topic,
    ConversationMessage.body,
    ConversationMessage.file_kind,
    ConversationMessage.file_id,
    ConversationMessage.file_name,
    ConversationMessage.album,
    ConversationMessage.at,
    ConversationMessage.held,
    ConversationMessage.blanked_at,
).join(_Author, _Author.id == ConversationMessage.author_id)
_WAITING = _TALK.add_columns(func.count().over()).where(Conversation.waiting_since.is_not(None))


def _talk(row: Any) -> Talk:
    about = About(
        OrderId(row[3]) if row[3] else None, ProductId(row[4]) if row[4] else None, str(row[5]).startswith("like:")
    )
    return Talk(TalkId(row[0]), CustomerId(row[1]), row[2], about, row[6], row[7], row[8], row[9], row[10], row[11])


def _spoken(row: Any) -> Spoken:
    file = File(row[7], row[8], row[9]) if row[7] and row[8] else None
    return Spoken(
        WordsId(row[0]), TalkId(row[1]), CustomerId(row[2]), row[3], row[4], row[5], row[6], file, row[10], row[11],
        row[12], row[13] is not None,
    )  # fmt: skip


async def talk(session: AsyncSession, wanted: TalkId) -> Talk:
    """Raises NoSuchTalk."""
    row = (await session.execute(_TALK.where(Conversation.id == wanted))).first()
    if row is None:
        raise NoSuchTalk
    return _talk(row)


async def find(session: AsyncSession, customer: CustomerId, about: About) -> Talk | None:
    """The conversation of this person about that."""
    found = _TALK.where(Conversation.customer_id == customer, Conversation.subject == about.key)
    row = (await session.execute(found)).first()
    return _talk(row) if row else None


async def spoken(session: AsyncSession, wanted: WordsId) -> Spoken:
    """Raises NoSuchTalk."""
    row = (await session.execute(_SPOKEN.where(ConversationMessage.id == wanted))).first()
    if row is None:
        raise NoSuchTalk
    return _spoken(row)


async def answer_of(session: AsyncSession, wanted: TalkId) -> Spoken | None:
    """The shop's newest answer that has gone out."""
    newest = (
        _SPOKEN.where(
            ConversationMessage.conversation_id == wanted,
            ConversationMessage.from_shop,
            ConversationMessage.held.is_(False),
        )
        .order_by(ConversationMessage.id.desc())
        .limit(1)
    )
    row = (await session.execute(newest)).first()
    return _spoken(row) if row else None


async def newest(session: AsyncSession, wanted: TalkId) -> WordsId | None:
    """The newest message of a conversation: what whoever opens it now has seen."""
    found = await session.scalar(
        select(func.max(ConversationMessage.id)).where(
            ConversationMessage.conversation_id == wanted, ConversationMessage.held.is_(False)
        )
    )
    return WordsId(found) if found else None


async def first_of_album(session: AsyncSession, author: CustomerId, album: str) -> Spoken | None:
    """What the pictures of an album belong to."""
    first = (
        _SPOKEN.where(ConversationMessage.author_id == author, ConversationMessage.album == album)
        .order_by(ConversationMessage.id)
        .limit(1)
    )
    row = (await session.execute(first)).first()
    return _spoken(row) if row else None


async def sent_since(session: AsyncSession, author: CustomerId, since: datetime) -> tuple[int, datetime | None]:
    """(how many messages of a buyer, when the first of them was sent); an album is one."""
    row = (
        await session.execute(
            select(
                func.count(
                    func.distinct(func.coalesce(ConversationMessage.album, cast(ConversationMessage.id, String)))
                ),
                func.min(ConversationMessage.at),
            ).where(
                ConversationMessage.author_id == author,
                ConversationMessage.at > since,
                ConversationMessage.from_shop.is_(False),
            )
        )
    ).one()
    return int(row[0]), row[1]


async def waiting(session: AsyncSession, after: Talk | None, limit: int) -> Waiting:
    """Those that wait for the shop, longest first."""
    statement = _WAITING
    if after is not None and after.waiting_since is not None:
        statement = statement.where(
            or_(
                Conversation.waiting_since > after.waiting_since,
                and_(Conversation.waiting_since == after.waiting_since, Conversation.id > after.id),
            )
        )
    rows = (await session.execute(statement.order_by(Conversation.waiting_since, Conversation.id).limit(limit))).all()
    return Waiting(tuple(_talk(row) for row in rows), rows[0][12] if rows else 0)


async def page(
    session: AsyncSession, wanted: TalkId, *, before: WordsId | None, after: WordsId | None, limit: int
) -> TalkPage:
    """A page of a conversation, the newest one by default. Raises NoSuchTalk."""
    found = await talk(session, wanted)
    statement = _SPOKEN.where(ConversationMessage.conversation_id == wanted, ConversationMessage.held.is_(False))
    if after is not None:
        statement = statement.where(ConversationMessage.id > after).order_by(ConversationMessage.id)
    else:
        if before is not None:
            statement = statement.where(ConversationMessage.id < before)
        statement = statement.order_by(ConversationMessage.id.desc())
    rows = [_spoken(row) for row in await session.execute(statement.limit(limit + 1))]
    more, shown = len(rows) > limit, rules.in_order(rows[:limit])
    if after is not None:
        return TalkPage(found, shown, has_older=True, has_newer=more)
    return TalkPage(found, shown, has_older=more, has_newer=before is not None)


async def files(session: AsyncSession, wanted: TalkId, upto: WordsId, limit: int) -> list[Spoken]:
    """The newest pictures and files up to one message, oldest first."""
    rows = await session.execute(
        _SPOKEN.where(
            ConversationMessage.conversation_id == wanted,
            ConversationMessage.id <= upto,
            ConversationMessage.file_id.is_not(None),
            ConversationMessage.held.is_(False),
        )
        .order_by(ConversationMessage.id.desc())
        .limit(limit)
    )
    return list(rules.in_order([_spoken(row) for row in rows]))


async def copy_at(session: AsyncSession, chat: int, message: int) -> Copy | None:
    """What a message of the bot carries, if it is part of a conversation."""
    row = (
        await session.execute(
            select(ConversationCopy.conversation_id, ConversationCopy.words_id, ConversationCopy.to_shop).where(
                ConversationCopy.chat_id == chat, ConversationCopy.message_id == message
            )
        )
    ).first()
    return Copy(chat, message, TalkId(row[0]), WordsId(row[1]), row[2]) if row else None


async def pressable(session: AsyncSession, wanted: TalkId, *, to_shop: bool, chat: int | None = None) -> list[Copy]:
    """Messages that carry the buttons of a conversation."""
    statement = select(ConversationCopy.chat_id, ConversationCopy.message_id, ConversationCopy.words_id).where(
        ConversationCopy.conversation_id == wanted, ConversationCopy.pressable, ConversationCopy.to_shop == to_shop
    )
    if chat is not None:
        statement = statement.where(ConversationCopy.chat_id == chat)
    return [Copy(row[0], row[1], wanted, WordsId(row[2]), to_shop) for row in await session.execute(statement)]


async def errand(session: AsyncSession, wanted: WordsId, chat: int, now: datetime) -> Errand:
    """What has to be known to bring a message into a chat. Raises NoSuchTalk."""
    said = await spoken(session, wanted)
    there = select(ConversationCopy.words_id).where(ConversationCopy.chat_id == chat)
    of_talk = there.where(ConversationCopy.conversation_id == said.talk)
    earlier = select(literal(1)).where(
        ConversationMessage.conversation_id == said.talk,
        ConversationMessage.from_shop == said.from_shop,
        ConversationMessage.held.is_(False),
        ConversationMessage.id < said.id,
        ConversationMessage.at > now - rules.WAITS_FOR_EARLIER,
        ConversationMessage.id.not_in(of_talk),
    )
    album = select(literal(1)).where(
        ConversationMessage.author_id == said.author,
        ConversationMessage.album == (said.album or ""),
        ConversationMessage.id < said.id,
    )
    row = (
        await session.execute(
            select(
                of_talk.where(ConversationCopy.words_id == said.id).exists(),
                earlier.exists(),
                album.exists(),
                select(func.max(ConversationCopy.message_id))
                .where(ConversationCopy.conversation_id == said.talk, ConversationCopy.chat_id == chat)
                .scalar_subquery(),
            )
        )
    ).one()
    return Errand(await talk(session, said.talk), said, bool(row[0]), bool(row[1]), bool(row[2]), row[3])


async def all_of(session: AsyncSession, customer: CustomerId) -> list[tuple[Talk, tuple[Spoken, ...]]]:
    """Everything one person and the shop have said to each other, for the person to take away."""
    talks = [_talk(row) for row in await session.execute(_TALK.where(Conversation.customer_id == customer))]
    rows = await session.execute(
        _SPOKEN.join(Conversation, Conversation.id == ConversationMessage.conversation_id)
        .where(Conversation.customer_id == customer)
        .order_by(ConversationMessage.id)
    )
    every = [_spoken(row) for row in rows]
    return [(each, tuple(words for words in every if words.talk == each.id)) for each in talks]
