"""How is a message signed, when is it tried again, and which addresses are taken? Pure decisions."""

import hashlib
import hmac
import ipaddress
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from bot.shop.hooks.errors import BadHookAddress
from bot.shop.hooks.values import HookAnswer, Outcome

PAUSES: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=24),
)
"""After each failed try; after the last one the webhook is paused and the seller told."""
LONGEST: Final = 2048
GONE: Final = 410


def signature(secret: str, timestamp: int, body: str) -> str:
    """`t=…,v1=…`: HMAC-SHA256 over `timestamp.body`, so that an old message cannot be sent again as a new one."""
    told = hmac.new(secret.encode(), f"{timestamp}.{body}".encode(), hashlib.sha256).hexdigest()
    return f"t={timestamp},v1={told}"


def outcome(answer: HookAnswer | None, tries: int) -> tuple[Outcome, timedelta]:
    """What becomes of a delivery that had failed so often before, and how long to wait. None: nobody answered."""
    if answer is not None and 200 <= answer.status < 300:
        return Outcome.TAKEN, timedelta(0)
    if tries >= len(PAUSES) or (answer is not None and answer.status == GONE):
        return Outcome.GIVEN_UP, timedelta(0)
    asked = timedelta(seconds=min(answer.retry_after_s or 0.0, 86400.0)) if answer is not None else timedelta(0)
    return Outcome.LATER, max(PAUSES[tries], asked)


def address(text: str, *, local: bool = False) -> tuple[str, bool]:
    """(the address as it is kept, whether it is one of this machine). Raises BadHookAddress.

    Only the command line may name this machine (`local`): whoever types there can reach it anyway.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise BadHookAddress from None
    plain = text.isascii() and text.isprintable() and " " not in text and len(text) <= LONGEST
    if not plain or not host or parts.username is not None or port == 0 or "\\" in text:
        raise BadHookAddress
    if is_loopback(host):
        if not local or parts.scheme not in ("http", "https"):
            raise BadHookAddress
        return text, True
    if parts.scheme != "https" or not {".", ":"} & set(host) or host.endswith((".local", ".internal", ".localhost")):
        raise BadHookAddress
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        if host.replace(".", "").isdigit():  # 127.1 and its like, which some resolvers take for an address
            raise BadHookAddress from None
        return text, False
    if not is_public(number):
        raise BadHookAddress
    return text, False


def is_loopback(host: str) -> bool:
    """This machine, by its own name or number."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Reachable from everywhere; an address that hides another one is judged by both."""
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if number in _NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return number.is_global and not number.is_multicast


_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
