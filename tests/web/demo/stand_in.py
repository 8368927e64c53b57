"""A tiny bot and desk behind the demo page: every kind of message and button once, without a shop.

`python -m tests.web.demo.stand_in` serves it on loopback, so that the page can be looked at by itself.
"""

import asyncio
import io
import json
import time
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import uvicorn
from fastapi import FastAPI
from PIL import Image, ImageDraw, ImageFilter

from bot.basics.languages import Language
from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.web.demo import DemoWork, Place, demo_router
from bot.web.demo_frame import within_demo
from bot.web.demo_people import DemoTelegram
from bot.web.pretend_yookassa import pretend_yookassa_app

TOKEN, USERNAME = "4200:pretend", "vernissage_bot"
SELLER, SHOWCASE = 501, -100_500
Rows = list[list[dict[str, Any]]]


def painting(number: int, width: int = 900, height: int = 680) -> bytes:
    """A picture to look at: bands and a sun in colours of its own."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for band in range(14):
        hue = (number * 47 + band * 9) % 256
        tint = Image.new("HSV", (1, 1), (hue, 120 - band * 4, 240 - band * 12)).convert("RGB").getpixel((0, 0))
        draw.rectangle((0, band * height // 14, width, height), fill=tint)
    draw.ellipse((width // 3, height // 5, width // 3 + 190, height // 5 + 190), fill=(250, 226, 160))
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(5)).save(out, "JPEG", quality=82)
    return out.getvalue()


class StandIn:
    """Desk and bot in one."""

    def __init__(self) -> None:
        self.shift = 0.0
        self.server = PretendTelegram(TOKEN, username=USERNAME, now=lambda: time.time() + self.shift, limits=NO_LIMITS)
        self.yookassa = PretendYooKassa({"1": "key"}, lambda: datetime.fromtimestamp(time.time(), UTC))
        self.notices = (False, 0.0)
        self.sold: list[tuple[str, str]] = []
        self.stock = {f"V-{number:03d}": 3 - number % 4 for number in range(1, 13)}
        self.group: int | None = None
        self.stopped = False
        self.resets = 0
        self.lag_s = 0.0

    # -- the desk ------------------------------------------------------------------------------------------------------

    @property
    def telegram(self) -> DemoTelegram:
        return self.server

    @property
    def showcase_id(self) -> int | None:
        return SHOWCASE

    @property
    def group_id(self) -> int | None:
        return self.group

    @property
    def seller_id(self) -> int:
        return SELLER

    @property
    def timezone(self) -> str:
        return "Europe/Moscow"

    def buyer(self, name: str, language: Language | None) -> int:
        for chat in self.server.chats.values():
            if chat["type"] == "private" and chat["first_name"] == name and chat["id"] != SELLER:
                if language and chat.get("language_code") != language:
                    self.server.set_language(chat["id"], language)
                return int(chat["id"])
        user_id = 600 + len(self.server.chats)
        self.server.add_user(user_id, name, language or "ru")
        return user_id

    async def works(self, language: Language) -> Sequence[DemoWork]:
        titles = {"ru": "Закат над Невой", "en": "Sunset over the Neva", "pl": "Zachód nad Newą"}
        return [
            DemoWork(sku, f"{titles[language]} {sku[2:]}", count, held=int(sku == "V-002"))
            for sku, count in self.stock.items()
        ]

    async def sell_elsewhere(self, place: Place, sku: str) -> dict[str, Any]:
        self.sold.append((place, sku))
        short = self.stock[sku] < 1
        self.stock[sku] = max(0, self.stock[sku] - 1)
        return {"applied": True, "conflicts": [{"id": 1, "sku": sku, "short_qty": 1}] if short else []}

    async def move(self, seconds: float) -> None:
        self.shift += seconds

    def notifications(self) -> tuple[bool, float]:
        return self.notices

    def set_notifications(self, *, lose: bool, delay_s: float) -> None:
        self.notices = (lose, delay_s)

    async def reset(self) -> None:
        self.resets += 1
        await self.furnish()

    def closing(self) -> bool:
        return self.stopped

    # -- the bot -------------------------------------------------------------------------------------------------------

    async def call(self, method: str, files: dict[str, tuple[str, bytes]] | None = None, **params: Any) -> Any:
        answer = await self.server.call(TOKEN, method, params, files)
        assert isinstance(answer.body, dict)
        assert answer.body["ok"], answer.body
        return answer.body["result"]

    async def furnish(self) -> None:
        """The first day: a seller, a showcase with posts, commands."""
        fresh = PretendTelegram(TOKEN, username=USERNAME)
        fresh.add_user(SELLER, "Вера", "ru", "vera", started=True)
        fresh.add_channel(SHOWCASE, "vera_art", "Мастерская Веры", owner=SELLER)
        self.server.load(fresh.dump())
        for language, words in {"": ("Каталог", "Корзина", "Помощь"), "en": ("Catalogue", "Cart", "Help")}.items():
            commands = [
                {"command": command, "description": text}
                for command, text in zip(("catalog", "cart", "help"), words, strict=True)
            ]
            await self.call("setMyCommands", commands=commands, language_code=language)
        for number, (title, price) in enumerate([("Утро на канале", "18 000"), ("Закат над Невой", "12 000")], 1):
            caption = (
                f"<b>{title}</b>\nХолст, масло · 40\u00a0×\u00a050\u00a0см · 2025\n<b>{price}\u00a0₽</b>\n"
                "Последняя. Посмотреть: мастерская, Литейный\u00a05."
            )
            keyboard = [[{"text": "🛍 Посмотреть и купить", "url": f"https://t.me/{USERNAME}?start=p_{number}"}]]
            size = (900, 680) if number == 1 else (720, 900)
            await self.send_photo(SHOWCASE, painting(number, *size), caption, keyboard)

    async def send_photo(self, chat_id: int, data: bytes, caption: str, keyboard: Rows | None = None) -> Any:
        markup = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
        return await self.call(
            "sendPhoto",
            {"photo": ("work.jpg", data)},
            chat_id=chat_id,
            photo="attach://photo",
            caption=caption,
            parse_mode="HTML",
            **markup,
        )

    async def run(self) -> None:
        """Answers until cancelled."""
        offset = 0
        while True:
            for update in await self.server.updates.get(offset, timeout_s=20):
                offset = update["update_id"] + 1
                if "message" in update:
                    await self.on_message(update["message"])
                elif "callback_query" in update:
                    await self.on_press(update["callback_query"])
                elif "pre_checkout_query" in update:
                    query = update["pre_checkout_query"]["id"]
                    await self.call("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=True)

    async def on_message(self, message: dict[str, Any]) -> None:
        chat_id, text = message["chat"]["id"], message.get("text", "")
        await self.call("sendChatAction", chat_id=chat_id, action="typing")
        await asyncio.sleep(self.lag_s)
        match text.split()[:2]:
            case ["/start", payload] if payload.startswith("p_"):
                await self.card(chat_id, payload)
            case ["/start", payload]:
                await self.say(chat_id, f"🎉 Заказ <b>V-1042</b> оплачен: <code>{payload}</code>")
            case ["/catalog"]:
                await self.everything(chat_id)
            case ["/cart"]:
                await self.ask_contact(chat_id)
            case _ if message.get("photo") and chat_id == SELLER:
                await self.preview(chat_id, message)
            case _:
                words = f"Здравствуйте, <b>{message['from']['first_name']}</b>. Что посмотрим?"
                keys = [
                    [{"text": "🛍 Каталог", "callback_data": "toast", "style": "primary"}],
                    [{"text": "🛒 Корзина", "callback_data": "alert"}, {"text": "📦 Заказы", "callback_data": "edit"}],
                ]
                await self.say(chat_id, words, keys)

    async def say(self, chat_id: int, text: str, keyboard: Rows | None = None, **more: Any) -> Any:
        markup = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
        return await self.call("sendMessage", chat_id=chat_id, text=text, parse_mode="HTML", **(markup | more))

    async def card(self, chat_id: int, payload: str) -> None:
        caption = (
            "<b>Закат над Невой</b>\nХолст, масло · 40\u00a0×\u00a050\u00a0см · 2025\n<s>14 000\u00a0₽</s> "
            "<b>12 000\u00a0₽</b>\nПоследняя\n📍 Мастерская, Литейный\u00a05"
        )
        keys = [
            [{"text": "⚡ Купить сейчас", "callback_data": "pay", "style": "success"}],
            [{"text": "➕ В корзину", "callback_data": "toast"}, {"text": "❤️", "callback_data": "edit"}],
            [{"text": "⬅️ Назад", "callback_data": "delete"}],
        ]
        await self.send_photo(chat_id, painting(int(payload.removeprefix("p_")), 720, 900), caption, keys)

    async def preview(self, chat_id: int, message: dict[str, Any]) -> None:
        keys = [
            [{"text": "📣 Опубликовать", "callback_data": "toast", "style": "primary"}],
            [{"text": "✅ Сохранить", "callback_data": "edit"}, {"text": "✏️ Изменить", "callback_data": "alert"}],
            [{"text": "❌ Убрать", "callback_data": "delete", "style": "danger"}],
        ]
        file_id = message["photo"][-1]["file_id"]
        caption = f"<b>{message.get('caption', 'Без названия')}</b>\nАртикул <code>V-0042</code>"
        reply = {"inline_keyboard": keys}
        await self.call(
            "sendPhoto", chat_id=chat_id, photo=file_id, caption=caption, parse_mode="HTML", reply_markup=reply
        )

    async def everything(self, chat_id: int) -> None:
        """One message of each kind."""
        await self.say(
            chat_id,
            "<b>Жирный</b>, <i>курсив</i>, <u>подчёркнутый</u>, <s>зачёркнутый</s>, <tg-spoiler>скрытый "
            '<b>текст</b></tg-spoiler>, <code>V-1042</code>, <a href="https://t.me/vera_art">витрина</a>, 😀 /help\n'
            "<blockquote>Цитата в две\nстроки</blockquote>\n<pre>12 000\n 3 500</pre>"
            "<blockquote expandable>Раз\nДва\nТри\nЧетыре\nПять</blockquote>",
        )
        files = {f"p{number}": (f"{number}.jpg", painting(number + 3, 640, 640)) for number in range(3)}
        media = [{"type": "photo", "media": f"attach://p{number}"} for number in range(3)]
        await self.call("sendMediaGroup", files, chat_id=chat_id, media=media)
        await self.call(
            "sendDocument",
            {"document": ("Сертификат подлинности.pdf", b"%PDF-1.4 pretend" * 5000)},
            chat_id=chat_id,
            document="attach://document",
            caption="Сертификат",
        )
        place: dict[str, Any] = {"latitude": 59.9386, "longitude": 30.3489}
        await self.call(
            "sendVenue", chat_id=chat_id, title="Мастерская", address="Литейный пр., 5, вход со двора", **place
        )
        await self.call("sendContact", chat_id=chat_id, phone_number="+79001234567", first_name="Вера")
        await self.call(
            "sendInvoice",
            chat_id=chat_id,
            title="Заказ V-1042",
            description="Закат над Невой",
            payload="o1",
            currency="XTR",
            prices=[{"label": "Закат", "amount": 350}],
        )
        keys: Rows = [
            [{"text": "🎟 Скопировать код", "copy_text": {"text": "482913"}}],
            [{"text": "💳 Оплатить 12 000 ₽", "url": self.payment_page(), "style": "success"}],
        ]
        await self.say(chat_id, "👌 Заказ <b>V-1042</b> готов. Код: <code>482 913</code>", keys)

    async def ask_contact(self, chat_id: int) -> None:
        keyboard = [
            [{"text": "📞 Отправить номер", "request_contact": True}],
            [{"text": "📍 Где я", "request_location": True}, {"text": "❌ Отмена"}],
        ]
        markup = {"keyboard": keyboard, "one_time_keyboard": True, "input_field_placeholder": "Телефон"}
        await self.say(chat_id, "Как с вами связаться?", reply_markup=markup)

    def payment_page(self) -> str:
        body = {
            "amount": {"value": "12000.00", "currency": "RUB"},
            "description": "Заказ V-1042",
            "confirmation": {"type": "redirect", "return_url": f"https://t.me/{USERNAME}?start=o_abc"},
        }
        sent = {
            "Authorization": "Basic " + b64encode(b"1:key").decode(),
            "Content-Type": "application/json",
            "Idempotence-Key": str(time.time()),
        }
        answer = self.yookassa.handle("POST", "/v3/payments", sent, {}, json.dumps(body).encode())
        return str(json.loads(answer.body)["confirmation"]["confirmation_url"])

    async def on_press(self, query: dict[str, Any]) -> None:
        chat_id, message = query["message"]["chat"]["id"], query["message"]
        answer: dict[str, Any] = {}
        await asyncio.sleep(self.lag_s)
        match query["data"]:
            case "toast":
                answer = {"text": "Добавлено в корзину"}
            case "alert":
                answer = {"text": "😔 Эту работу только что забрали. Показать похожие?", "show_alert": True}
            case "delete":
                await self.call("deleteMessage", chat_id=chat_id, message_id=message["message_id"])
            case "pay":
                keys = [[{"text": "💳 Оплатить 12 000 ₽", "url": self.payment_page(), "style": "success"}]]
                await self.say(chat_id, "💳 <b>12 000 ₽</b>, отложено до 18:40", keys)
            case "edit":
                changed: dict[str, Any] = {
                    "chat_id": chat_id,
                    "message_id": message["message_id"],
                    "parse_mode": "HTML",
                }
                words = f"Изменено в <b>{datetime.fromtimestamp(time.time(), UTC):%H:%M:%S}</b>"
                changed["reply_markup"] = message["reply_markup"]
                photo = "photo" in message
                changed["caption" if photo else "text"] = words
                await self.call("editMessageCaption" if photo else "editMessageText", **changed)
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)


def stand_in_app(desk: StandIn) -> FastAPI:
    """The demo page and the payment page of this desk."""
    app = FastAPI()
    app.include_router(demo_router(desk))
    app.mount("/yookassa-demo", within_demo(pretend_yookassa_app(desk.yookassa), USERNAME))
    return app


async def _serve(port: int) -> None:
    desk = StandIn()
    desk.lag_s = 0.4
    desk.yookassa.pay_url = f"http://127.0.0.1:{port}/yookassa-demo/pay/{{payment_id}}"
    await desk.furnish()
    server = uvicorn.Server(uvicorn.Config(stand_in_app(desk), port=port, log_level="warning"))
    async with asyncio.TaskGroup() as group:
        bot = group.create_task(desk.run())
        await server.serve()
        bot.cancel()


if __name__ == "__main__":
    asyncio.run(_serve(8123))
