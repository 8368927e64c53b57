"""Which owed work asks the shop itself, rather than telling somebody in Telegram?"""

from bot.basics.ids import AttemptId, ReceiptId, RefundId, VariantId
from bot.jobs.outbox import Do
from bot.shop.outbox.values import Later, Owed
from bot.shop.shop import Shop


def payment_topics(shop: Shop) -> dict[str, Do]:
    """Owed work that talks to the payment provider."""

    async def link(row: Owed) -> Later | None:
        await shop.payments.link(AttemptId(row.payload["attempt"]))
        return None

    async def check(row: Owed) -> Later | None:
        await shop.payments.check(AttemptId(row.payload["attempt"]))
        return None

    async def refund(row: Owed) -> Later | None:
        await shop.payments.send_refund(RefundId(row.payload["refund"]))
        return None

    async def receipt(row: Owed) -> Later | None:
        await shop.receipts.send(ReceiptId(row.payload["receipt"]))
        return None

    async def invoice(row: Owed) -> Later | None:
        await shop.invoices.link(AttemptId(row.payload["attempt"]))
        return None

    return {
        "payment.link": link,
        "payment.check": check,
        "refund.send": refund,
        "receipt.send": receipt,
        "invoice.link": invoice,
    }


def waiting_topics(shop: Shop) -> dict[str, Do]:
    """Owed work that decides whom to tell that a work is back or cheaper."""

    async def wave(row: Owed) -> Later | None:
        again = await shop.waiting.wave(VariantId(row.payload["variant"]))
        return Later(again) if again else None

    async def fall(row: Owed) -> Later | None:
        await shop.prices.spread(row.payload["fall"])
        return None

    return {"waiting.wave": wave, "price.fall": fall}


def conflict_topics(shop: Shop) -> dict[str, Do]:
    """Owed work that decides what nobody has decided in time."""

    async def due(row: Owed) -> Later | None:
        await shop.conflicts.fall_due(row.payload["conflict"])
        return None

    return {"conflict.due": due}
