"""How is a tap answered? By its handler, or empty: no button spins for ever."""

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

log = structlog.get_logger(__name__)

LIMIT = 200  # Bot API, answerCallbackQuery


class Toast:
    """The one answer to one tap. `await toast("Added")` shows words; the first call wins."""

    def __init__(self, query: CallbackQuery) -> None:
        self._query = query
        self._answered = False

    @property
    def answered(self) -> bool:
        """An answer is given, or on its way."""
        return self._answered

    async def __call__(self, text: str = "", *, alert: bool = False) -> None:
        if self._answered:
            return
        self._answered = True
        try:
            await self._query.answer(text[:LIMIT] or None, show_alert=alert or None)
        except TelegramAPIError as refusal:
            log.info("tap_not_answered", reason=str(refusal))
