"""What can a seller type that is not understood? Refusals of this edge only; the shop's own come from the shop."""

from bot.basics.errors import ShopError


class PriceHasTwoReadings(ShopError):
    """`12.000` where no button can ask which one is meant; `low` and `high` as people write them."""

    key = "price-two-readings"


class BadFee(ShopError):
    """A fee is a percentage from 0 to 100."""

    key = "bad-fee"


class CountOrPrice(ShopError):
    """One large number after /sold: nobody can tell what it is."""

    key = "count-or-price"


class BadChannelCode(ShopError):
    """A channel is called by a short Latin word."""

    key = "bad-channel-code"


class BadHours(ShopError):
    """How long a piece is set aside."""

    key = "bad-hours"


class NoOrderNumber(ShopError):
    """No order has that number."""

    key = "no-order-number"


class BadCategory(ShopError):
    """A shelf needs a short name."""

    key = "bad-category"


class CareTooLong(ShopError):
    """How to care for a work is said in a few words."""

    key = "care-too-long"


class PlaceNotUnderstood(ShopError):
    """A part of a pickup point's description; `text` is the part."""

    key = "place-not-understood"


class PlaceIncomplete(ShopError):
    """A point has at least a title and an address."""

    key = "place-incomplete"


class PlaceTooLong(ShopError):
    """A part is longer than a screen shows; `limit` in characters."""

    key = "place-too-long"


class HoursNotUnderstood(ShopError):
    """Opening hours; `text`: where reading stopped."""

    key = "hours-not-understood"


class DatesNotUnderstood(ShopError):
    """No such days, the wrong way round, or over."""

    key = "dates-not-understood"


class SlotsNotUnderstood(ShopError):
    """Weekdays, hours, minutes or pieces that make no sense."""

    key = "slots-not-understood"


class BadTerm(ShopError):
    """A rule of the shop that cannot be what was typed; the key says which one."""


class NoReason(ShopError):
    """Pieces are written off for a reason only."""

    key = "no-reason"


class BringDaysNotUnderstood(ShopError):
    """In how many days a work is at a point; `limit`: the most."""

    key = "bring-days-not-understood"
