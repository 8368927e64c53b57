"""How are keys made and cursors written, and how long may a seller think? Pure decisions."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from bot.shop.channels.errors import CursorTooOld

DECIDE_WITHIN: Final = timedelta(hours=24)
"""How long the seller has to decide between an order here and a sale there."""


def new_key() -> str:
    """`vk_…`: 256 random bits. Only its hash is kept."""
    return f"vk_{secrets.token_urlsafe(32)}"


def key_hash(key: str) -> str:
    """A random key needs no salt: SHA-256 cannot be turned back within the age of the universe."""
    return hashlib.sha256(key.encode()).hexdigest()


def written(*place: int) -> str:
    """A cursor: `17.3.1`."""
    return ".".join(map(str, place))


def read(cursor: str | None, parts: int = 3) -> tuple[int, ...]:
    """So many numbers; all 0 for no cursor. Raises CursorTooOld for a cursor that is none of ours."""
    if not cursor:
        return (0,) * parts
    given = cursor.split(".")
    if len(given) != parts or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in given):
        raise CursorTooOld
    return tuple(int(part) for part in given)
