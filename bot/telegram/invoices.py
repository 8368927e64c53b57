"""How does Telegram make an invoice? The shop's port, fulfilled by the Bot API."""

import json
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable


class TelegramInvoices:
    """Invoices with the token of a payment provider (Bot API, createInvoiceLink). `token`: 1234:LIVE:…, 1234:TEST:…"""

    def __init__(self, bot: Bot, token: str) -> None:
        self._bot, self._token = bot, token

    @property
    def live(self) -> bool:
        return ":TEST:" not in self._token

    async def link(self, body: str) -> str:
        """The address of an invoice. Raises GatewayRefused, GatewayUnreachable."""
        terms: dict[str, Any] = json.loads(body)
        try:
            return await self._bot.create_invoice_link(provider_token=self._token, **terms)
        except (TelegramBadRequest, TelegramForbiddenError) as refusal:
            raise GatewayRefused(400, refusal.message, refusal.message) from refusal
        except TelegramRetryAfter as busy:
            raise GatewayUnreachable("Telegram is busy", busy.retry_after) from busy
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as trouble:
            raise GatewayUnreachable(str(trouble)) from trouble
