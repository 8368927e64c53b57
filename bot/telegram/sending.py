"""What do Telegram's refusals mean for owed work, and at which pace does it leave?"""

from collections.abc import Iterator
from contextlib import contextmanager

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from bot.shop.outbox.errors import Hopeless, NotNow
from bot.shop.outbox.values import Lane
from bot.telegram import sender


@contextmanager
def sending(lane: Lane) -> Iterator[None]:
    """Owed work obeys the pace of its lane; Telegram's refusals become the outbox's words."""
    mark = sender.lane.set(lane)
    try:
        yield
    except sender.NotYet as busy:
        raise NotNow(busy.wait_s) from busy
    except TelegramRetryAfter as refusal:
        raise NotNow(refusal.retry_after + 0.1) from refusal
    except TelegramBadRequest as refusal:
        raise Hopeless(refusal.message) from refusal
    finally:
        sender.lane.reset(mark)
