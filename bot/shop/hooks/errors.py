"""What can be wrong with the address of a webhook, and how can a delivery fail?"""

from bot.basics.errors import ShopError


class BadHookAddress(ShopError):
    """Not an https address of a machine that is reachable from everywhere."""

    key = "bad-hook-address"


class HookFailed(Exception):
    """Nobody there, or nobody whom we may talk to. The text says why, without the address."""
