"""Who works in a shop besides its owners?"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.basics.ids import CustomerId
from bot.shop.customers.values import StaffRole

INVITATION_LASTS: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works here."""

    id: CustomerId
    platform_id: int
    name: str
    username: str | None
    role: StaffRole
    blocked: bool
