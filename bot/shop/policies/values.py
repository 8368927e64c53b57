"""Which rules of the shop can the seller change?"""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Policies:
    """The shop's rules as they are now: the defaults of the settings, over them what was set in chat."""

    shop_name: str
    currency: str
    timezone: str
    seller_name: str
    seller_inn: str
    terms_url: str
    hold: timedelta
    hold_max: timedelta
    payment_link: timedelta
    payment_grace: timedelta
    pickup_keep: timedelta
    return_within: timedelta = timedelta(days=7)
    """How long after the hand-over a buyer may ask to give it back; nothing: the shop takes nothing back."""
    waiting_hold: timedelta = timedelta(minutes=30)
    """How long a one-of-a-kind piece that came back is held for the one whose turn it is."""
    waiting_pause: timedelta = timedelta(hours=2)
    """After a wave of "it is back", before the next people are told of pieces still left."""
    waiting_people: int = 3
    """How many people hear of each piece that came free."""
    receipts: str = "off"
    """Who makes receipts of payments: off, yookassa, third_party (another register at YooKassa)."""
    vat_code: int = 1
    tax_system: int | None = None
    quote_within: timedelta = timedelta(hours=24)
    """How long the pieces are held while the seller owes a price of delivery."""
    quote_stands: timedelta = timedelta(hours=24)
    """How long they are held while the buyer owes an answer to it."""
    sold_posts: str = "keep"
    """What becomes of a showcase post once its work is sold: keep, bare, delete."""
    gift_wrap_minor: int = 0
    """What gift wrapping of an order costs; nothing: it is not offered."""

    @property
    def terms_filled(self) -> bool:
        """Without the seller's name and terms no live payment is taken."""
        return bool(self.seller_name and self.terms_url)
