"""How are keys made and cursors written? Pure decisions."""

import hashlib
import secrets
from typing import Final

from bot.shop.channels.errors import CursorTooOld

START: Final = (0, 0, 0)


def new_key() -> str:
    """`vk_…`: 256 random bits. Only its hash is kept."""
    return f"vk_{secrets.token_urlsafe(32)}"


def key_hash(key: str) -> str:
    """A random key needs no salt: SHA-256 cannot be turned back within the age of the universe."""
    return hashlib.sha256(key.encode()).hexdigest()


def written(place: tuple[int, int, int]) -> str:
    return ".".join(map(str, place))


def read(cursor: str | None) -> tuple[int, int, int]:
    """Raises CursorTooOld for a cursor that is none of ours."""
    if not cursor:
        return START
    parts = cursor.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
        raise CursorTooOld
    feed, variant, location = (int(part) for part in parts)
    return feed, variant, location
