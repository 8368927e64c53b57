"""How do buyers ask and sellers answer?"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.basics.ids import CustomerId, OrderId, TalkId, WordsId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Visibility
from bot.shop.conversations import reads, rules, writes
from bot.shop.conversations.errors import NoSuchTalk
from bot.shop.conversations.values import About, Answered, Copy, Errand, Spoken, Talk, TalkPage, Typed, Waiting
from bot.shop.orders import reads as orders
from bot.shop.outbox.values import Lane, Owed
from bot.shop.outbox.writes import owe_each, tell_sellers
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Conversations:
    """Questions and answers, for those who have them."""

    database: Database

    async def ask(self, customer: CustomerId, language: Language, about: About, typed: Typed) -> Talk:
        """A buyer's message: it is stored, and every seller is owed it. The same message twice is once.

        Raises NoSuchOrder for somebody else's order, NoSuchWork, TooManyQuestions.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if about.order is not None:
                title = (await orders.own(session, about.order, customer)).number
            elif about.product is not None:
                card = await catalogue.card(session, about.product, language)
                if card.visibility is Visibility.DRAFT:
                    raise NoSuchWork
                title = card.title
            else:
                title = ""
            talk = await writes.opened(session, customer, about, title, now)
            await writes.ask(session, talk, customer, typed, now=now)
            return await reads.talk(session, talk)

    async def go_on(self, customer: CustomerId, talk: TalkId, typed: Typed) -> Talk:
        """More of it from the buyer. Raises NoSuchTalk for somebody else's, TooManyQuestions."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            known = await reads.talk(session, talk)
            if known.customer != customer:
                raise NoSuchTalk
            await writes.opened(session, customer, known.about, known.title, now)
            await writes.ask(session, talk, customer, typed, now=now)
            return known

    async def about_order(self, order: OrderId) -> Talk:
        """The conversation with the buyer of an order, begun if there is none. Twice is once. Raises NoSuchOrder."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            current = await orders.get(session, order)
            talk = await writes.opened(session, current.customer, About(order=order), current.number, now)
            return await reads.talk(session, talk)

    async def answer(self, seller: CustomerId, talk: TalkId, typed: Typed, seen: WordsId | None) -> Answered:
        """A seller's message. `seen`: the newest message he knew of when he began to write.

        It is held when a colleague has answered since. The same message twice is once. Raises NoSuchTalk.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            return await writes.answer(session, talk, seller, typed, seen=seen, now=now)

    async def decide_held(self, seller: CustomerId, held: WordsId, *, send: bool) -> Talk:
        """What was held goes out after all, or is dropped. Twice is once. Raises NoSuchTalk."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if send:
                said = await writes.send_held(session, held, seller, now)
            else:
                said = await writes.drop_held(session, held, seller)
            return await reads.talk(session, said.talk)

    async def close(self, seller: CustomerId, talk: TalkId) -> Talk:
        """✅ nothing more to say. What somebody else has settled stays his. Twice is once. Raises NoSuchTalk."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            found = await reads.talk(session, talk)
            if found.waiting_since is None:
                return found
            await writes.settle(session, talk, seller, now, answered=False)
            return await reads.talk(session, talk)

    async def forget(self) -> None:
        """Words that have done their work are blanked."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await writes.blank_before(session, now - rules.KEEP, now)


@dataclass(frozen=True, slots=True)
class TalkBook:
    """What has been said, for whoever reads it."""

    database: Database

    async def page(
        self, talk: TalkId, *, before: WordsId | None = None, after: WordsId | None = None, limit: int = 6
    ) -> TalkPage:
        """A page of a conversation, the newest by default. Raises NoSuchTalk."""
        async with self.database.reading() as session:
            return await reads.page(session, talk, before=before, after=after, limit=limit)

    async def waiting(self, after: TalkId | None = None, limit: int = 8) -> Waiting:
        """Conversations that wait for the shop, longest first."""
        async with self.database.reading() as session:
            last = await reads.talk(session, after) if after is not None else None
            return await reads.waiting(session, last, limit)

    async def find(self, customer: CustomerId, about: About) -> Talk | None:
        async with self.database.reading() as session:
            return await reads.find(session, customer, about)

    async def newest(self, talk: TalkId) -> WordsId | None:
        """What whoever opens a conversation now has seen of it."""
        async with self.database.reading() as session:
            return await reads.newest(session, talk)

    async def files(self, talk: TalkId, upto: WordsId, limit: int = 10) -> list[Spoken]:
        """The newest pictures and files up to one message, oldest first."""
        async with self.database.reading() as session:
            return await reads.files(session, talk, upto, limit)

    async def behind(self, chat: int, message: int) -> Copy | None:
        """What a message of the bot carries, if it is part of a conversation."""
        async with self.database.reading() as session:
            return await reads.copy_at(session, chat, message)

    async def album(self, author: CustomerId, album: str) -> Spoken | None:
        """The first message of an album that belongs to a conversation."""
        async with self.database.reading() as session:
            return await reads.first_of_album(session, author, album)


@dataclass(frozen=True, slots=True)
class Messenger:
    """How what was said gets into the chats: asked by the worker of the outbox."""

    database: Database

    async def fan_out(self, row: Owed, sellers: Sequence[int]) -> None:
        """A buyer's message to the shop becomes one to each seller, each in its order. Twice is once."""
        async with self.database.transaction() as session:
            keyed = [
                (f"{row.key}:{seller}", f"seller:{seller}", {**row.payload, "seller": seller}) for seller in sellers
            ]
            await owe_each(session, "talk.seller", keyed, now=self.database.clock.now(), lane=Lane.SELLER)

    async def errand(self, words: WordsId, chat: int) -> Errand:
        """Raises NoSuchTalk."""
        async with self.database.reading() as session:
            return await reads.errand(session, words, chat, self.database.clock.now())

    async def pressable(self, talk: TalkId, *, to_shop: bool, chat: int | None = None) -> list[Copy]:
        """Messages that carry the buttons of a conversation."""
        async with self.database.reading() as session:
            return await reads.pressable(session, talk, to_shop=to_shop, chat=chat)

    async def talk(self, talk: TalkId) -> Talk:
        """Raises NoSuchTalk."""
        async with self.database.reading() as session:
            return await reads.talk(session, talk)

    async def arrived(self, said: Spoken, chat: int, message: int, *, pressable: bool) -> None:
        """It is in the chat, under that number."""
        async with self.database.transaction(aside=True) as session:
            await writes.note_copy(
                session, chat, message, said.talk, said.id, to_shop=not said.from_shop, pressable=pressable
            )

    async def undeliverable(self, said: Spoken) -> None:
        """The buyer has blocked the bot: the sellers are told. Twice is once."""
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            await tell_sellers(session, "talk_undelivered", str(said.talk), now=now, talk=said.talk)
