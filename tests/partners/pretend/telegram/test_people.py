"""Do people see and do what they would in their app, and does the bot hear of it?"""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.refusals import TOO_OLD, Impossible
from bot.partners.pretend.telegram.server import PretendTelegram

ANNA, BORIS, CHANNEL, TOKEN = 101, 102, -1001, "4200:pretend"
Ask = Any
Picture = Callable[..., bytes]


def newest(telegram: PretendTelegram) -> dict[str, Any]:
    """The last update that waits, which aiogram must be able to read."""
    update = telegram.updates.waiting[-1]
    assert Update.model_validate(update).event
    return update


async def test_every_act_of_a_person_is_an_update_that_aiogram_reads(
    telegram: PretendTelegram, ask: Ask, picture: Picture
) -> None:
    telegram.user_starts(BORIS, "p_12-s_insta")
    message = newest(telegram)["message"]
    assert message["text"] == "/start p_12-s_insta"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert (message["from"]["language_code"], message["chat"]["type"]) == ("en", "private")
    telegram.user_sends_photo(ANNA, picture(), "Море, 12 000 ₽", media_group_id="7")
    assert newest(telegram)["message"]["media_group_id"] == "7"
    telegram.user_sends_document(ANNA, b"a;b", "goods.csv")
    assert newest(telegram)["message"]["document"]["mime_type"] == "text/csv"
    telegram.user_sends_contact(ANNA)
    assert newest(telegram)["message"]["contact"]["user_id"] == ANNA
    telegram.user_sends_location(ANNA, 55.7, 37.6)
    assert newest(telegram)["message"]["location"]["latitude"] == 55.7
    telegram.user_edits_text(ANNA, telegram.user_sends_text(ANNA, "x")["message_id"], "/stop")
    assert newest(telegram)["edited_message"]["entities"]
    telegram.person_posts(CHANNEL, "hello")
    assert newest(telegram)["channel_post"]["sender_chat"]["id"] == CHANNEL
    telegram.user_blocks(ANNA)
    assert newest(telegram)["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    telegram.user_sends_text(ANNA, "back again")
    assert [next(iter(set(update) - {"update_id"})) for update in telegram.updates.waiting[-2:]] == [
        "my_chat_member",
        "message",
    ]


async def test_a_press_is_answered_once_and_soon(telegram: PretendTelegram, ask: Ask, time: Any) -> None:
    markup = {
        "inline_keyboard": [[{"text": "⚡ Buy", "callback_data": "buy:1"}, {"text": "↗", "url": "https://x.org"}]]
    }
    sent = await ask("sendMessage", chat_id=ANNA, text="card", reply_markup=markup)
    query_id = telegram.user_presses(ANNA, ANNA, sent["message_id"], label="⚡")
    query = newest(telegram)["callback_query"]
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("buy:1", "card", ANNA)
    assert telegram.unanswered() == [query_id]
    assert (
        await ask("answerCallbackQuery", callback_query_id=query_id, text="x" * 201) == "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await ask("answerCallbackQuery", callback_query_id=query_id, text="⏳ held", show_alert=True) is True
    assert telegram.callback_answers[query_id] == {"text": "⏳ held", "show_alert": True}
    assert await ask("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD
    late = telegram.user_presses(ANNA, ANNA, sent["message_id"], "buy:1")
    time.at += 31
    assert await ask("answerCallbackQuery", callback_query_id=late) == TOO_OLD
    assert telegram.unanswered() == []


async def test_only_what_is_on_the_screen_can_be_pressed(telegram: PretendTelegram, ask: Ask) -> None:
    markup = {"inline_keyboard": [[{"text": "↗", "url": "https://x.org"}]]}
    sent = (await ask("sendMessage", chat_id=ANNA, text="card", reply_markup=markup))["message_id"]
    for act in (
        lambda: telegram.user_presses(ANNA, ANNA, sent, "buy:1"),
        lambda: telegram.user_presses(ANNA, ANNA, sent, label="↗"),
        lambda: telegram.user_presses(ANNA, ANNA, 999, "buy:1"),
        lambda: telegram.user_presses_reply_button(ANNA, "📞"),
        lambda: telegram.user_starts(ANNA, "п_1"),
        lambda: telegram.user_sends_text(999, "x"),
        lambda: telegram.user_pays_invoice(ANNA, sent),
        lambda: telegram.last_message(BORIS),
    ):
        with pytest.raises(Impossible):
            act()
    telegram.user_presses(ANNA, ANNA, 999, "buy:1", forged=True)
    assert newest(telegram)["callback_query"]["message"] == {
        "chat": {"id": ANNA, "type": "private", "username": "anna", "first_name": "Anna"},
        "message_id": 999,
        "date": 0,
    }


async def test_a_reply_button_sends_its_label_or_what_it_asks_for(telegram: PretendTelegram, ask: Ask) -> None:
    keyboard = {
        "keyboard": [[{"text": "📞 Phone", "request_contact": True}, {"text": "❌ Cancel"}]],
        "one_time_keyboard": True,
    }
    await ask("sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    assert telegram.last_message(ANNA)["reply_markup"]["keyboard"][0][1] == {"text": "❌ Cancel"}
    assert telegram.user_presses_reply_button(ANNA, "📞")["contact"]["phone_number"] == "+79000000101"
    assert telegram.reply_keyboards == {}
    await ask("sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    assert telegram.user_presses_reply_button(ANNA, "❌")["text"] == "❌ Cancel"


async def test_an_invoice_is_paid_after_the_pre_checkout(telegram: PretendTelegram, ask: Ask, time: Any) -> None:
    terms = {
        "title": "V-1042",
        "description": "Works",
        "payload": "order:1042",
        "currency": "XTR",
        "prices": [{"label": "Works", "amount": 500}],
    }
    sent = await ask("sendInvoice", chat_id=ANNA, **terms)
    assert sent["invoice"]["total_amount"] == 500
    slow = telegram.user_pays_invoice(ANNA, sent["message_id"])
    time.at += 11
    assert await ask("answerPreCheckoutQuery", pre_checkout_query_id=slow, ok=True) == TOO_OLD
    refused = telegram.user_pays_invoice(ANNA, sent["message_id"])
    assert newest(telegram)["pre_checkout_query"]["invoice_payload"] == "order:1042"
    await ask("answerPreCheckoutQuery", pre_checkout_query_id=refused, ok=False, error_message="😔")
    assert telegram.pre_checkout_answers[refused] == {"ok": False, "error_message": "😔"}
    taken = telegram.user_pays_invoice(ANNA, sent["message_id"])
    assert await ask("answerPreCheckoutQuery", pre_checkout_query_id=taken, ok=True) is True
    paid = newest(telegram)["message"]["successful_payment"]
    assert (paid["total_amount"], paid["currency"]) == (500, "XTR")
    with pytest.raises(Impossible, match="receipt"):
        telegram.user_pays_invoice(ANNA, sent["message_id"])
    charge = {"user_id": ANNA, "telegram_payment_charge_id": paid["telegram_payment_charge_id"]}
    assert await ask("refundStarPayment", **charge) is True
    assert await ask("refundStarPayment", **charge) == "Bad Request: CHARGE_ALREADY_REFUNDED"
    rows = (await ask("getStarTransactions"))["transactions"]
    assert [("source" in row, "receiver" in row, row["amount"]) for row in rows] == [
        (True, False, 500),
        (False, True, 500),
    ]
    link = await ask("createInvoiceLink", **terms)
    assert telegram.user_pays_invoice(BORIS, link=link)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": "x" * 33}, "INVOICE_TITLE_INVALID"),
        ({"description": "x" * 256}, "INVOICE_DESCRIPTION_INVALID"),
        ({"payload": "я" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"currency": "RUB"}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": "1:TEST:x"}, "STARS_INVOICE_INVALID"),
        ({"prices": [{"label": "x", "amount": 1}] * 2}, "STARS_INVOICE_INVALID"),
        ({"prices": [{"label": "x", "amount": 0}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": []}, "there must be at least one price"),
        (
            {"reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}},
            "REPLY_MARKUP_BUY_EMPTY",
        ),
    ],
)
async def test_an_invoice_is_checked(ask: Ask, change: dict[str, Any], refusal: str) -> None:
    terms = {"title": "x", "description": "x", "payload": "x", "currency": "XTR"}
    terms |= {"prices": [{"label": "x", "amount": 1}]}  # type: ignore[dict-item]
    assert await ask("sendInvoice", chat_id=ANNA, **terms | change) == f"Bad Request: {refusal}"


async def test_inline_results_are_picked_into_a_chat(telegram: PretendTelegram, ask: Ask) -> None:
    query_id = telegram.user_types_inline(ANNA, "sea")
    assert newest(telegram)["inline_query"]["query"] == "sea"
    article = {"type": "article", "id": "1", "title": "Sea", "input_message_content": {"message_text": "The sea"}}
    twice = await ask("answerInlineQuery", inline_query_id=query_id, results=[article, article])
    assert twice == "Bad Request: RESULT_ID_DUPLICATE"
    many = await ask("answerInlineQuery", inline_query_id=query_id, results=[article] * 51)
    assert many == "Bad Request: too many inline query results specified"
    assert await ask("answerInlineQuery", inline_query_id=query_id, results=[article]) is True
    picked = telegram.user_picks_inline_result(ANNA, query_id, "1", BORIS)
    assert (picked["text"], picked["via_bot"]["id"]) == ("The sea", 4200)


async def test_copies_and_forwards(telegram: PretendTelegram, ask: Ask, picture: Picture) -> None:
    post = await ask("sendPhoto", {"photo": ("x.jpg", picture())}, chat_id=CHANNEL, caption="Sea")
    where = {"chat_id": ANNA, "from_chat_id": CHANNEL, "message_id": post["message_id"]}
    forwarded = await ask("forwardMessage", **where)
    assert forwarded["forward_origin"]["type"] == "channel"
    copied = await ask("copyMessage", **where, caption="Other")
    assert telegram.message(ANNA, copied["message_id"])["caption"] == "Other"
    where["message_id"] = 999
    assert await ask("copyMessage", **where) == "Bad Request: message to copy not found"
    assert await ask("forwardMessage", **where) == "Bad Request: message to forward not found"


async def test_the_narrowest_commands_in_ones_language_win(telegram: PretendTelegram, ask: Ask) -> None:
    async def put(name: str, scope: dict[str, Any] | None = None, language: str | None = None) -> None:
        commands = [{"command": name, "description": name}]
        await ask("setMyCommands", commands=commands, scope=scope, language_code=language)

    def shown(user_id: int) -> list[str]:
        return [command["command"] for command in telegram.commands_for(user_id)]

    assert shown(ANNA) == []
    await put("all")
    await put("ru", language="ru")
    await put("desk", {"type": "chat", "chat_id": BORIS})
    assert (shown(ANNA), shown(BORIS)) == (["ru"], ["desk"])
    await ask("deleteMyCommands", scope={"type": "chat", "chat_id": BORIS})
    assert shown(BORIS) == ["all"]


async def test_a_page_hears_of_what_happens(telegram: PretendTelegram, ask: Ask) -> None:
    with telegram.subscribe() as events:
        sent = await ask("sendMessage", chat_id=ANNA, text="x")
        await ask("sendChatAction", chat_id=ANNA, action="typing")
        await ask("editMessageText", chat_id=ANNA, message_id=sent["message_id"], text="y")
        await ask("deleteMessage", chat_id=ANNA, message_id=sent["message_id"])
        heard = [await asyncio.wait_for(anext(events), 1) for _ in range(4)]
    assert [event["type"] for event in heard] == ["message", "typing", "edited", "deleted"]
    assert heard[2]["message"]["text"] == "y"


async def test_a_bot_in_the_same_process_uploads_and_downloads(
    telegram: PretendTelegram, bot: Bot, picture: Picture
) -> None:
    sent = telegram.user_sends_photo(ANNA, picture(200, 100))
    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(90, 45), (200, 100)]
    downloaded = await bot.download(sent["photo"][-1]["file_id"])
    assert downloaded is not None
    assert downloaded.read() == telegram.files.bytes_of(sent["photo"][0]["file_id"]) == picture(200, 100)


@pytest.mark.parametrize("on_disk", [True, False])
async def test_the_state_survives_a_restart(tmp_path: Path, picture: Picture, *, on_disk: bool) -> None:
    def started() -> PretendTelegram:
        return PretendTelegram(TOKEN, limits=NO_LIMITS, store=tmp_path if on_disk else None)

    old = started()
    old.add_user(ANNA, "Anna", started=True)
    keyboard = {"inline_keyboard": [[{"text": "⚡", "callback_data": "x"}]]}
    uploads = {"photo": ("x.jpg", picture())}
    await old.call(TOKEN, "sendPhoto", {"chat_id": ANNA, "reply_markup": keyboard}, uploads)
    old.user_sends_text(ANNA, "hello")
    new = started()
    if on_disk:
        assert not new.restore()
        await old.save()
        assert new.restore()
    else:
        new.load(json.loads(json.dumps(old.dump())))
    assert new.chat(ANNA) == old.chat(ANNA)
    assert new.updates.waiting == old.updates.waiting
    assert new.files.bytes_of(new.chat(ANNA)[0]["photo"][0]["file_id"]) == picture()
    assert new.user_presses(ANNA, ANNA, 1, "x")
    assert new.user_sends_text(ANNA, "on")["message_id"] == 3
