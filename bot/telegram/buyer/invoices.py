"""What happens between an invoice of Telegram's and its money: one last question, then word that it has come."""

import structlog
from aiogram import Router
from aiogram.types import Message, PreCheckoutQuery

from bot.shop.invoices.values import Asked, Paid
from bot.shop.shop import Shop
from bot.telegram.filters import Has
from bot.telegram.rights import Right, needs
from bot.telegram.texts import Texts

log = structlog.get_logger(__name__)


def router() -> Router:
    """First of all: no open question of the chat may take word of a payment for its answer."""
    made = Router(name="invoices")
    made.pre_checkout_query.register(on_last_question, flags=needs(Right.BUY))
    made.message.register(on_money, Has("successful_payment"), flags=needs(Right.BUY))
    return made


async def on_last_question(query: PreCheckoutQuery, shop: Shop, texts: Texts) -> None:
    """Answered within Telegram's ten seconds, whatever the provider does: nobody else is asked."""
    asked = Asked(query.invoice_payload, query.from_user.id, query.total_amount, query.currency)
    try:
        why_not = await shop.invoices.why_not(asked)
    except Exception:
        log.exception("pre_checkout_failed")
        await query.answer(ok=False, error_message=texts.plain("went-wrong"))
        raise
    if why_not is None:
        await query.answer(ok=True)
    else:
        await query.answer(ok=False, error_message=texts.plain(why_not.value))


async def on_money(message: Message, shop: Shop) -> None:
    """The money has moved. What the buyer reads about it is owed, so nothing is answered here."""
    came = message.successful_payment
    if came is None:
        return
    await shop.invoices.paid(
        Paid(
            payload=came.invoice_payload,
            charge_id=came.telegram_payment_charge_id,
            cabinet_id=came.provider_payment_charge_id,
            amount_minor=came.total_amount,
            currency=came.currency,
        )
    )
