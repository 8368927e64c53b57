"""What can a person ask about their data?"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.basics.ids import CustomerId
from bot.shop.customers import reads as customers
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.values import OrderState
from bot.shop.privacy import reads, writes
from bot.shop.privacy.errors import OrdersStillOpen
from bot.shop.privacy.rules import Subject
from bot.shop.privacy.values import Dossier, Standing
from bot.storage import dialogs
from bot.storage.database import Database

FORGET_BODIES_AFTER: Final = timedelta(hours=24)
FORGET_DIALOGS_AFTER: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Privacy:
    """What is kept about people."""

    database: Database

    async def standing(self, customer: CustomerId) -> Standing:
        async with self.database.reading() as session:
            return await reads.standing(session, customer)

    async def export(self, customer: CustomerId) -> Dossier:
        """Everything that is kept about the person."""
        async with self.database.reading() as session:
            person = await customers.get(session, customer)
            parts = await reads.everything(session, Subject(customer, person.platform_id))
        return Dossier(self.database.clock.now(), parts)

    async def erase(self, customer: CustomerId) -> None:
        """Forget the person. A half-made checkout ends, the books stay and name nobody; who comes back is new.

        Twice is once. Raises OrdersStillOpen.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await customers.lock(session, customer)
            person = await customers.get(session, customer)
            draft = await orders.draft_of(session, customer)
            if draft is not None:
                await orders.lock(session, draft.id)
                await order_writes.end_unplaced(
                    session, draft, OrderState.CANCELLED, actor=customer, why="erased", now=now
                )
            still = (await reads.standing(session, customer)).open_orders
            if still:
                raise OrdersStillOpen(list(still))
            await writes.erase(session, Subject(customer, person.platform_id), now)

    async def forget(self) -> None:
        """What has done its work and may name people.

        Bodies of ended payment requests, contacts of orders that came to nothing, dialogs left half-typed.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await writes.forget_bodies(session, now - FORGET_BODIES_AFTER)
            await writes.forget_contacts(session, now - FORGET_BODIES_AFTER)
            await dialogs.forget_before(session, now - FORGET_DIALOGS_AFTER)
