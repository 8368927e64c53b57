"""How does a router choose its handler? Every filter is async: aiogram runs a synchronous one in a thread."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from bot.telegram.rights import Role


class IsSeller(Filter):
    """The person works in the shop."""

    async def __call__(self, _event: object, role: Role | None = None) -> bool:
        return role is not None and role is not Role.BUYER


class Has(Filter):
    """The message carries that: `Has("photo")`, `Has("contact")`, `Has("text")`."""

    def __init__(self, content: str) -> None:
        self.content = content

    async def __call__(self, message: Message) -> bool:
        return bool(getattr(message, self.content, None))


class Says(Filter):
    """The whole text matches a pattern; the match comes to the handler as `said`."""

    def __init__(self, pattern: str) -> None:
        import re

        self.pattern = re.compile(pattern)

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        found = self.pattern.fullmatch((message.text or "").strip())
        return {"said": found} if found else False
