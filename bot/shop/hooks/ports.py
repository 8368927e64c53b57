"""Who carries a message to a channel's address?"""

from collections.abc import Mapping
from typing import Protocol

from bot.shop.hooks.values import HookAnswer


class HookSender(Protocol):
    async def post(self, url: str, headers: Mapping[str, str], body: bytes, *, local: bool) -> HookAnswer:
        """One POST, redirects not followed, within five seconds. `local`: this machine and plain http are meant.

        Raises HookFailed.
        """
        ...
