"""How does something said get into the books and on its way? Stored first, then owed, never the other way round."""

from datetime import datetime, timedelta
from math import ceil
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, TalkId, WordsId
from bot.shop.conversations import reads, rules
from bot.shop.conversations.errors import NoSuchTalk, TooManyQuestions
from bot.shop.conversations.tables import Conversation, ConversationCopy, ConversationMessage
from bot.shop.conversations.values import About, Answered, Spoken, Topic, Typed
from bot.shop.outbox.values import Lane
from bot.shop.outbox.writes import owe, owe_anew
from bot.storage.insert_once import insert_once

MARKED_AFTER: Final = timedelta(milliseconds=500)
NAME_LIMIT: Final = 255


async def opened(session: AsyncSession, customer: CustomerId, about: About, title: str, now: datetime) -> TalkId:
    """The conversation of this person about that, begun if there is none; nobody else writes to it meanwhile."""
    row = {
        "customer_id": customer,
        "subject": about.key,
        "order_id": about.order,
        "product_id": about.product,
        "title": title[:200],
        "undecided": False,
        "answered": False,
        "created_at": now,
        "last_at": now,
    }
    await insert_once(session, Conversation, [row], Conversation.id)
    found = await session.scalar(
        select(Conversation.id)
        .where(Conversation.customer_id == customer, Conversation.subject == about.key)
        .with_for_update()
    )
    if found is None:
        raise NoSuchTalk
    return TalkId(found)


async def ask(
    session: AsyncSession,
    talk: TalkId,
    customer: CustomerId,
    typed: Typed,
    *,
    now: datetime,
    topic: Topic = "words",
    decide: bool = False,
) -> WordsId:
    """A buyer's words: every seller is owed them. Twice is once. `decide`: an answer alone will not settle it.

    Raises TooManyQuestions.
    """
    known = await _known(session, typed)
    if known is not None:
        return known
    count, first = await reads.sent_since(session, customer, now - rules.HOUR)
    in_album = typed.album is not None and await reads.first_of_album(session, customer, typed.album) is not None
    if count >= rules.MOST_AN_HOUR and first is not None and not in_album:
        minutes = ceil((first + rules.HOUR - now) / timedelta(minutes=1))
        raise TooManyQuestions(minutes=minutes)
    words = await _kept(session, talk, customer, typed, from_shop=False, topic=topic, held=False, now=now)
    waits = await session.scalar(select(Conversation.waiting_since).where(Conversation.id == talk))
    values: dict[str, Any] = {"undecided": True} if decide else {}
    await session.execute(
        update(Conversation)
        .where(Conversation.id == talk)
        .values(waiting_since=waits or now, settled_by=None, settled_at=None, last_at=now, **values)
    )
    await owe(
        session, "talk.sellers", f"talk:{words}", {"words": words}, now=now, queue=f"talk:{talk}", lane=Lane.SELLER
    )
    return words


async def answer(
    session: AsyncSession, talk: TalkId, seller: CustomerId, typed: Typed, *, seen: WordsId | None, now: datetime
) -> Answered:
    """A seller's words: the buyer is owed them, unless a colleague has answered since what this one saw.

    Twice is once. Raises NoSuchTalk.
    """
    customer = await session.scalar(select(Conversation.customer_id).where(Conversation.id == talk).with_for_update())
    if customer is None:
        raise NoSuchTalk
    known = await _known(session, typed)
    if known is not None:
        return Answered(await reads.spoken(session, known), first=False, by_colleague=None)
    album = await reads.first_of_album(session, seller, typed.album) if typed.album is not None else None
    newest = await reads.answer_of(session, talk)
    held = album.held if album is not None else rules.answered_meanwhile(newest, seller, seen)
    words = await _kept(session, talk, seller, typed, from_shop=True, topic="words", held=held, now=now)
    if not held:
        await _send(session, talk, CustomerId(customer), words, seller, now)
    return Answered(await reads.spoken(session, words), album is None, newest if held else None)


async def send_held(session: AsyncSession, held: WordsId, seller: CustomerId, now: datetime) -> Spoken:
    """It goes out all the same, its whole album with it. Twice is once. Raises NoSuchTalk."""
    said = await reads.spoken(session, held)
    if said.author != seller:
        raise NoSuchTalk
    customer = await session.scalar(
        select(Conversation.customer_id).where(Conversation.id == said.talk).with_for_update()
    )
    released = await session.execute(
        update(ConversationMessage)
        .where(_together(said), ConversationMessage.held)
        .values(held=False)
        .returning(ConversationMessage.id)
    )
    for words in sorted(released.scalars()):
        await _send(session, said.talk, CustomerId(customer or 0), WordsId(words), seller, now)
    return said


async def drop_held(session: AsyncSession, held: WordsId, seller: CustomerId) -> Spoken:
    """It is not needed any more. Raises NoSuchTalk when it is gone or somebody else's."""
    said = await reads.spoken(session, held)
    if said.author != seller:
        raise NoSuchTalk
    await session.execute(delete(ConversationMessage).where(_together(said), ConversationMessage.held))
    return said


async def settle(session: AsyncSession, talk: TalkId, seller: CustomerId, now: datetime, *, answered: bool) -> None:
    """Nobody waits any more; who saw to it is shown to all sellers."""
    await session.execute(
        update(Conversation)
        .where(Conversation.id == talk)
        .values(waiting_since=None, undecided=False, settled_by=seller, settled_at=now, answered=answered)
    )
    await owe_mark(session, talk, now)


async def owe_mark(session: AsyncSession, talk: TalkId, now: datetime) -> None:
    """Owe the buttons of a conversation in every seller's chat their present look."""
    due = now + MARKED_AFTER
    await owe_anew(session, "talk.mark", [(f"talk.mark:{talk}", {"talk": talk})], now=now, due_at=due)


async def note_copy(
    session: AsyncSession, chat: int, message: int, talk: TalkId, words: WordsId, *, to_shop: bool, pressable: bool
) -> None:
    """It is there; of one chat only the newest message of a conversation carries buttons."""
    if pressable:
        await session.execute(
            update(ConversationCopy)
            .where(
                ConversationCopy.conversation_id == talk,
                ConversationCopy.chat_id == chat,
                ConversationCopy.to_shop == to_shop,
                ConversationCopy.pressable,
            )
            .values(pressable=False)
        )
    row = {
        "chat_id": chat,
        "message_id": message,
        "conversation_id": talk,
        "words_id": words,
        "to_shop": to_shop,
        "pressable": pressable,
    }
    await insert_once(session, ConversationCopy, [row], ConversationCopy.message_id)


async def blank_before(session: AsyncSession, moment: datetime, now: datetime) -> None:
    """Words of conversations in which nothing has been said since are forgotten; that they were said is not."""
    over = select(Conversation.id).where(Conversation.last_at < moment)
    await _blank(session, ConversationMessage.conversation_id.in_(over), now)


async def erase(session: AsyncSession, customer: CustomerId, now: datetime) -> None:
    """Nothing is left of what one person and the shop have said to each other, but that they spoke."""
    theirs = select(Conversation.id).where(Conversation.customer_id == customer)
    await _blank(session, ConversationMessage.conversation_id.in_(theirs), now)
    await session.execute(delete(ConversationCopy).where(ConversationCopy.conversation_id.in_(theirs)))
    await session.execute(
        update(Conversation).where(Conversation.customer_id == customer).values(waiting_since=None, undecided=False)
    )


async def _blank(session: AsyncSession, which: Any, now: datetime) -> None:
    await session.execute(
        update(ConversationMessage)
        .where(which, ConversationMessage.blanked_at.is_(None))
        .values(body="", file_kind=None, file_id=None, file_name="", blanked_at=now)
        .execution_options(synchronize_session=False)
    )


async def _known(session: AsyncSession, typed: Typed) -> WordsId | None:
    found = await session.scalar(
        select(ConversationMessage.id).where(
            ConversationMessage.chat_id == typed.chat, ConversationMessage.message_id == typed.message
        )
    )
    return WordsId(found) if found else None


async def _kept(
    session: AsyncSession,
    talk: TalkId,
    author: CustomerId,
    typed: Typed,
    *,
    from_shop: bool,
    topic: Topic,
    held: bool,
    now: datetime,
) -> WordsId:
    row = {
        "conversation_id": talk,
        "author_id": author,
        "from_shop": from_shop,
        "topic": topic,
        "body": typed.text,
        "file_kind": typed.file.kind if typed.file else None,
        "file_id": typed.file.id if typed.file else None,
        "file_name": typed.file.name[:NAME_LIMIT] if typed.file else "",
        "album": typed.album,
        "chat_id": typed.chat,
        "message_id": typed.message,
        "held": held,
        "at": now,
    }
    return WordsId((await insert_once(session, ConversationMessage, [row], ConversationMessage.id))[0])


async def _send(
    session: AsyncSession, talk: TalkId, customer: CustomerId, words: WordsId, seller: CustomerId, now: datetime
) -> None:
    undecided = await session.scalar(select(Conversation.undecided).where(Conversation.id == talk))
    settled: dict[str, Any] = {} if undecided else {"waiting_since": None}
    await session.execute(
        update(Conversation)
        .where(Conversation.id == talk)
        .values(settled_by=seller, settled_at=now, answered=True, last_at=now, **settled)
    )
    payload = {"words": words, "customer": customer}
    await owe(session, "talk.buyer", f"talk:{words}", payload, now=now, queue=f"customer:{customer}")
    await owe_mark(session, talk, now)


def _together(said: Spoken) -> Any:
    """The message, or its whole album."""
    if said.album is None:
        return ConversationMessage.id == said.id
    return (ConversationMessage.author_id == said.author) & (ConversationMessage.album == said.album)
