"""What is a message that is owed, before it is sent?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.shop.catalogue.values import Card
from bot.shop.checkout.values import CheckoutView
from bot.shop.conflicts.values import Case
from bot.shop.customers.values import Person
from bot.shop.orders.values import OrderView
from bot.shop.pickup.values import Place
from bot.shop.policies.values import Policies
from bot.shop.returns.values import Standing
from bot.telegram.screen import Screen


@dataclass(frozen=True, slots=True)
class BuyerFacts:
    """Everything a message to a buyer about an order is a function of, as it is at the moment of sending."""

    person: Person
    order: OrderView
    checkout: CheckoutView
    policies: Policies
    bot_username: str
    now: datetime
    fields: Mapping[str, Any]
    """What the one who owed the message added: reason, amount (minor units)."""
    standing: Standing | None = None
    """How the order stands with being given back, where that is what is told."""

    @property
    def place(self) -> Place | None:
        return self.checkout.place


@dataclass(frozen=True, slots=True)
class SellerFacts:
    """Everything an alert to a seller is a function of."""

    order: OrderView | None
    buyer: Person | None
    place: Place | None
    policies: Policies
    now: datetime
    fields: Mapping[str, Any]
    work: Card | None = None
    conflict: Case | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A message ready to go. `qr`: the content of a QR code sent as its photo; `venue`: a map after it.

    `in_place`: it may change the message that shows this order instead of ringing with a new one. `lasting`: it keeps
    its buttons when a newer message shows the order.
    """

    screen: Screen
    qr: str | None = None
    venue: Place | None = None
    in_place: bool = False
    lasting: bool = False
