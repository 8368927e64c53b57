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
    sold_posts: str = "keep"
    """What becomes of a showcase post once its work is sold: keep, bare, delete."""

    @property
    def terms_filled(self) -> bool:
        """Without the seller's name and terms no live payment is taken."""
        return bool(self.seller_name and self.terms_url)
