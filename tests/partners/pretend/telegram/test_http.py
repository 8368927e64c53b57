"""Does a stock aiogram bot work against the pretend Telegram over real HTTP?"""

import asyncio
import io
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message

from bot.partners.pretend.telegram.server import PretendTelegram
from bot.web.pretend_telegram import pretend_telegram_app

ANNA, TOKEN = 101, "4200:pretend"
Picture = Callable[..., bytes]


@asynccontextmanager
async def served(telegram: PretendTelegram) -> AsyncIterator[str]:
    """The base address of the pretend Telegram on a free port of loopback."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(pretend_telegram_app(telegram), log_config=None, lifespan="off")
        server = uvicorn.Server(config)
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve(sockets=[listener]))
            while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
                await asyncio.sleep(0.01)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
            server.should_exit = True


@pytest.fixture
async def address(telegram: PretendTelegram) -> AsyncIterator[str]:
    async with served(telegram) as address:
        yield address


@pytest.fixture
async def remote(address: str) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    async with Bot(TOKEN, session=session) as bot:
        yield bot


async def test_a_stock_bot_polls_answers_and_edits(telegram: PretendTelegram, remote: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def on_text(message: Message) -> None:
        sent = await message.answer(f"<b>{message.text}</b>", parse_mode="HTML")
        await sent.edit_text("done")
        await dispatcher.stop_polling()

    telegram.user_sends_text(ANNA, "hello")
    await dispatcher.start_polling(remote, handle_signals=False, polling_timeout=1)
    assert telegram.last_message(ANNA)["text"] == "done"
    assert [entry.method for entry in telegram.calls("sendMessage", "editMessageText")] == [
        "sendMessage",
        "editMessageText",
    ]
    assert telegram.defects == []


async def test_uploads_and_downloads_keep_the_bytes(telegram: PretendTelegram, remote: Bot, picture: Picture) -> None:
    data = picture(900, 600)
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="⚡", callback_data="buy:1", style="success")]]
    )
    sent = await remote.send_photo(ANNA, BufferedInputFile(data, "work.jpg"), caption="A work", reply_markup=keyboard)
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (900, 600)
    file = await remote.get_file(sent.photo[-1].file_id)
    target = io.BytesIO()
    await remote.download(file, target)
    assert target.getvalue() == data
    album: list[Any] = [InputMediaPhoto(media=BufferedInputFile(picture(), f"{n}.jpg")) for n in range(3)]
    assert len(await remote.send_media_group(ANNA, album)) == 3
    again = await remote.send_photo(ANNA, sent.photo[-1].file_id)
    assert again.photo
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    assert telegram.defects == []


async def test_refusals_become_aiograms_exceptions(telegram: PretendTelegram, remote: Bot) -> None:
    sent = await remote.send_message(ANNA, "same")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await remote.edit_message_text("same", chat_id=ANNA, message_id=sent.message_id)
    telegram.faults.add("sendMessage", "429", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as raised:
        await remote.send_message(ANNA, "x")
    assert raised.value.retry_after == 7


async def test_a_cut_connection_is_a_network_error_and_may_have_been_done(
    telegram: PretendTelegram, remote: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, "uvicorn.error")
    telegram.faults.add("sendMessage", "cut_before")
    telegram.faults.add("sendMessage", "timeout_after")
    for text in ("lost", "arrived"):
        with pytest.raises(TelegramNetworkError):
            await remote.send_message(ANNA, text)
    assert [message["text"] for message in telegram.chat(ANNA)] == ["arrived"]


async def test_json_forms_and_addresses_are_all_understood(telegram: PretendTelegram, address: str) -> None:
    url = f"{address}/bot{TOKEN}/sendMessage"
    async with httpx.AsyncClient() as client:
        for answer in (
            await client.post(url, json={"chat_id": ANNA, "text": "1", "disable_notification": True}),
            await client.post(url, data={"chat_id": str(ANNA), "text": "2", "disable_notification": "true"}),
            await client.get(url.lower().replace("sendmessage", "SENDMESSAGE"), params={"chat_id": ANNA, "text": "3"}),
        ):
            assert answer.json()["ok"], answer.text
        assert (await client.get(f"{address}/bot1:wrong/getMe")).status_code == 401
        assert (await client.get(f"{address}/bot{TOKEN}/nothing")).json()[
            "description"
        ] == "Not Found: method not found"
        assert (await client.get(f"{address}/elsewhere")).status_code == 404
        assert (await client.get(f"{address}/file/bot{TOKEN}/photos/none.jpg")).status_code == 404
        assert (await client.post(url, content="{", headers={"content-type": "application/json"})).status_code == 400
        telegram.faults.add("*", "502_html")
        broken = await client.post(url, json={"chat_id": ANNA, "text": "4"})
    assert (broken.status_code, broken.headers["content-type"].split(";")[0]) == (502, "text/html")
    assert [message["text"] for message in telegram.chat(ANNA)] == ["1", "2", "3"]
