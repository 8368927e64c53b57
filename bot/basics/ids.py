"""Which ids are there, and how are secrets that stand in links made?"""

import secrets
import string
from typing import NewType

CustomerId = NewType("CustomerId", int)
CategoryId = NewType("CategoryId", int)
ProductId = NewType("ProductId", int)
VariantId = NewType("VariantId", int)
PhotoId = NewType("PhotoId", int)
LocationId = NewType("LocationId", int)
OrderId = NewType("OrderId", int)
AttemptId = NewType("AttemptId", int)
RefundId = NewType("RefundId", int)
TalkId = NewType("TalkId", int)
WordsId = NewType("WordsId", int)
ReturnId = NewType("ReturnId", int)
ReceiptId = NewType("ReceiptId", int)
DeliveryWayId = NewType("DeliveryWayId", int)

_BASE62 = string.digits + string.ascii_letters
_TOKEN_LENGTH = 17  # 62**17 > 2**101


def new_token() -> str:
    """Base62 with more than 96 random bits: opens one order to whoever holds it."""
    return "".join(secrets.choice(_BASE62) for _ in range(_TOKEN_LENGTH))


def new_code() -> str:
    """Six digits that a buyer says at the counter."""
    return f"{secrets.randbelow(1_000_000):06d}"
