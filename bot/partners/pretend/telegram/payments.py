"""How does a payment inside Telegram go: invoice, pre-checkout, paid, refunded?

https://core.telegram.org/bots/api#payments, https://core.telegram.org/bots/payments-stars
"""

import re
from typing import Any, Final

from bot.partners.pretend.telegram.calls import Call, answers
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad
from bot.partners.pretend.telegram.sending import send
from bot.partners.pretend.telegram.world import Message, World

LIMITS: Final = {"XTR": (1, 100_000), "RUB": (8_653, 86_530_475)}
"""Least and most of an invoice, minor units. The rouble's follow the dollar: a public copy of currencies.json."""


def _invoice(call: Call) -> dict[str, Any]:
    """The invoice's terms as one dict. Raises Refusal for what the real server refuses."""
    args = call.args
    for name, shortest, longest in (("title", 1, 32), ("description", 1, 255)):
        if not shortest <= len(args[name]) <= longest:
            raise bad(f"INVOICE_{name.upper()}_INVALID", defect=True)
    if not 1 <= len(args["payload"].encode()) <= 128:
        raise bad("INVOICE_PAYLOAD_INVALID", defect=True)
    currency, token = args["currency"], args.get("provider_token", "")
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise bad("CURRENCY_INVALID", defect=True)
    if currency == "XTR" and token:
        raise bad("STARS_INVOICE_INVALID", defect=True)
    if currency != "XTR" and not re.fullmatch(r"\d+:(TEST|LIVE):\S+", token):
        raise bad("PAYMENT_PROVIDER_INVALID", defect=True)
    total = _total(args["prices"])
    if currency == "XTR" and len(args["prices"]) != 1:
        raise bad("STARS_INVOICE_INVALID", defect=True)
    least, most = LIMITS.get(currency, (1, 100_000_000_000))
    if not least <= total <= most:
        raise bad("CURRENCY_TOTAL_AMOUNT_INVALID", defect=True)
    shown = {name: args[name] for name in ("title", "description", "currency")} | {"total_amount": total}
    needs = {name: args[name] for name in args if name.startswith("need_") or name == "is_flexible"}
    return {"shown": shown, "payload": args["payload"], "needs": needs, "photo_url": args.get("photo_url")}


def _total(prices: Any) -> int:
    if not isinstance(prices, list):
        raise bad("expected an Array of labeled prices", defect=True)
    if not prices:
        raise bad("there must be at least one price", defect=True)
    for price in [check_fields("LabeledPrice", given, "", "label amount") for given in prices]:
        if not str(price["label"]).strip():
            raise bad("can't parse labeled price: LabeledPrice label must be non-empty", defect=True)
        if not isinstance(price["amount"], int):
            raise bad("can't parse labeled price: amount must be an integer", defect=True)
    return sum(price["amount"] for price in prices)


@answers("sendInvoice")
def send_invoice(call: Call) -> Message:
    """An invoice with a pay button; where no keyboard is given, Telegram adds the button itself."""
    terms = _invoice(call)
    shown = terms["shown"] | {"start_parameter": call.args.get("start_parameter", "")}
    message = send(call, {"invoice": shown}, invoice=True)
    call.world.invoices[f"{message['chat']['id']}/{message['message_id']}"] = terms
    return message


@answers("createInvoiceLink")
def create_invoice_link(call: Call) -> str:
    """An address that opens the invoice."""
    terms = _invoice(call)
    call.world.counters["invoice_link"] += 1
    link = f"https://t.me/$pretend{call.world.counters['invoice_link']:08d}"
    call.world.invoices[link] = terms
    return link


@answers("answerPreCheckoutQuery")
def answer_pre_checkout_query(call: Call) -> bool:
    """Within 10 seconds; a yes completes the payment at once."""
    world, args = call.world, call.args
    if not args["ok"] and not args.get("error_message"):
        raise bad('parameter "error_message" is required', defect=True)
    query = world.answered("pre_checkout", args["pre_checkout_query_id"])
    answer = {"ok": args["ok"]} | ({"error_message": args["error_message"]} if not args["ok"] else {})
    world.pre_checkout_answers[args["pre_checkout_query_id"]] = answer
    world.tell("pre_checkout", query["user_id"], query_id=args["pre_checkout_query_id"], **answer)
    if args["ok"]:
        _complete(world, query)
    return True


def _complete(world: World, query: dict[str, Any]) -> None:
    terms = world.invoices[query["invoice"]]
    terms["paid"] = True
    world.counters["charge"] += 1
    number, currency = world.counters["charge"], terms["shown"]["currency"]
    paid = {
        "currency": currency,
        "total_amount": terms["shown"]["total_amount"],
        "invoice_payload": terms["payload"],
        "telegram_payment_charge_id": f"stx{number:012d}" if currency == "XTR" else f"tg_charge_{number:012d}",
        "provider_payment_charge_id": "" if currency == "XTR" else f"provider_charge_{number:012d}",
    }
    paid |= {"order_info": query["order_info"]} if query.get("order_info") else {}
    chat = world.chats[str(query["user_id"])]
    world.payments.append({"user_id": query["user_id"], "date": int(world.now()), "refunded": False, **paid})
    message = world.post(chat, {"successful_payment": paid}, mine=False, author=query["user_id"])
    world.updates.add("message", message)


@answers("answerShippingQuery")
def answer_shipping_query(call: Call) -> bool:
    """Nobody asks for shipping here, so every id is unknown."""
    call.world.answered("shipping", call.args["shipping_query_id"])
    return True


@answers("refundStarPayment")
def refund_star_payment(call: Call) -> bool:
    """Gives the Stars of one payment back, once."""
    world, args = call.world, call.args
    charge = args["telegram_payment_charge_id"]
    payment = next(
        (p for p in world.payments if p["telegram_payment_charge_id"] == charge and p["user_id"] == args["user_id"]),
        None,
    )
    if payment is None or payment["currency"] != "XTR":
        raise bad("CHARGE_NOT_FOUND")
    if payment["refunded"]:
        raise bad("CHARGE_ALREADY_REFUNDED")
    payment |= {"refunded": True, "refunded_at": int(world.now())}
    names = ("currency", "total_amount", "invoice_payload", "telegram_payment_charge_id")
    chat = world.chats[str(args["user_id"])]
    message = world.post(chat, {"refunded_payment": {name: payment[name] for name in names}}, mine=True)
    world.updates.add("message", message)
    return True


@answers("getStarTransactions")
def get_star_transactions(call: Call) -> dict[str, Any]:
    """Incoming payments and refunds in Stars, oldest first."""
    rows: list[dict[str, Any]] = []
    for payment in call.world.payments:
        if payment["currency"] != "XTR":
            continue
        user = call.world.public_user(payment["user_id"])
        partner = {"type": "user", "transaction_type": "invoice_payment", "user": user}
        row = {"id": payment["telegram_payment_charge_id"], "amount": payment["total_amount"]}
        partner["invoice_payload"] = payment["invoice_payload"]
        rows.append(row | {"date": payment["date"], "source": partner})
        if payment["refunded"]:
            rows.append(row | {"date": payment["refunded_at"], "receiver": partner})
    rows.sort(key=lambda row: int(row["date"]))
    offset, limit = call.args.get("offset", 0), call.args.get("limit", 100)
    return {"transactions": rows[offset : offset + limit]}
