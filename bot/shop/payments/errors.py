"""Which refusals and troubles does money know?"""

from bot.basics.errors import ShopError


class GatewayRefused(Exception):
    """The provider said no: it is certainly not done (4xx except 429). Never shown to a person as it is."""

    def __init__(self, status: int, code: str, description: str, parameter: str | None = None) -> None:
        super().__init__(f"{status} {code}: {description}")
        self.status, self.code, self.description, self.parameter = status, code, description, parameter


class GatewayUnreachable(Exception):
    """No usable answer (network, 5xx, 202, 429, junk): perhaps done, perhaps not. Repeat with the same key and body."""

    def __init__(self, reason: str, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s


class NothingToRefund(ShopError):
    """All that came has gone back, or is on its way back."""

    key = "nothing-to-refund"


class TooMuchBack(ShopError):
    """Not a part of what the order has brought: nothing, all of it, or more."""

    key = "too-much-back"


class NotPaidYet(ShopError):
    """Something is still due before the hand-over."""

    key = "not-paid-yet"


class OnlineNotOffered(ShopError):
    """The shop takes no online payments now."""

    key = "online-not-offered"
