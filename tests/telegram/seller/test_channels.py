"""Does the seller connect, watch and shut out the other places, and say what each may offer?"""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from bot.basics.clock import MovableClock
from bot.basics.languages import LANGUAGES, Language
from bot.shop.channels.values import ChannelKind, Offer
from bot.storage.database import Database
from bot.web.app import Doors, build_app
from tests.support.seller_chat import OTHER, Message, SellerChat, labels, said, seller_chat
from tests.support.shops import a_work


async def _no_payment(_id: str, _event: str) -> bool:
    return False


async def _ready() -> dict[str, bool]:
    return {}


@pytest.fixture
async def api(chat: SellerChat, clock: MovableClock) -> AsyncIterator[httpx.AsyncClient]:
    """The shop's own doors."""
    app = build_app(Doors(None, "w" * 20, _no_payment, "p" * 20, _ready, chat.shop, clock))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop") as http:
        yield http


def _messages(chat: SellerChat) -> list[Message]:
    """Everything that stands in the chat, oldest first."""
    kept = chat.telegram.records.get(str(chat.who), {})
    return [chat.telegram.message(chat.who, number) for number in sorted(kept)]


async def _opened(chat: SellerChat) -> None:
    await chat.says("/desk")
    await chat.presses("⚙️")
    await chat.presses("🔗")


async def _connected(chat: SellerChat, code: str = "site") -> str:
    """The key that was shown."""
    await _opened(chat)
    await chat.presses("➕")
    await chat.presses("🖥")
    await chat.says(code)
    shown = next(each for each in reversed(_messages(chat)) if "vk_" in said(each))
    found = re.search(r"vk_\S+", said(shown))
    assert found is not None
    return found[0]


async def test_a_place_is_connected_in_four_taps_and_a_word(chat: SellerChat, api: httpx.AsyncClient) -> None:
    await _opened(chat)
    assert said(chat.last).startswith("🔗 Здесь подключаются")
    await chat.presses("➕")
    assert len([label for label in labels(chat.last) if not label.startswith("⬅️")]) == 6
    await chat.presses("🖥")
    assert said(await chat.says("сайт!")).startswith("🙅")
    await chat.says("My Site")
    assert "my-site · 🖥 Сайт · ещё не подключался" in said(chat.last)
    shown = next(each for each in _messages(chat) if "vk_" in said(each))
    words = said(shown)
    key = re.search(r"vk_\S+", words)
    feed = re.search(r"(/feeds/\S+/yml\.xml)", words)
    assert key is not None
    assert feed is not None
    assert (await api.get("/api/v1/stock", headers={"Authorization": f"Bearer {key[0]}"})).status_code == 200
    assert (await api.get(feed[1])).status_code == 200
    await chat.presses("🗑", shown)
    assert all("vk_" not in said(each) for each in _messages(chat))


async def test_one_code_is_one_place(chat: SellerChat) -> None:
    await _connected(chat)
    await _opened(chat)
    await chat.presses("➕")
    await chat.presses("🏛 Галерея")
    assert said(await chat.says("site")).startswith("🙅")
    await chat.says("gallery")
    assert [each.code for each in await chat.shop.register.all()] == ["gallery", "site"]


async def test_its_life_is_seen(chat: SellerChat, api: httpx.AsyncClient, clock: MovableClock) -> None:
    key = await _connected(chat)
    headers = {"Authorization": f"Bearer {key}"}
    seller = await chat.seller_id()
    _, _, sku = await a_work(chat.shop, seller, pieces=3)
    cursor = (await api.get("/api/v1/stock", headers=headers)).json()["cursor"]
    assert (await api.get("/api/v1/stock", params={"since": cursor}, headers=headers)).status_code == 200
    await _opened(chat)
    assert "на связи сегодня в\u00a015:00" in said(chat.last)
    assert "Ещё не знает" not in said(await chat.presses("🔗 site"))
    clock.move(timedelta(hours=1))
    await chat.shop.shelves.count(sku, 2, seller, "one less")
    clock.move(timedelta(hours=1))
    await _opened(chat)
    await chat.presses("🔗 site")
    if "Уведомления не настроены" in said(chat.last):
        assert "⏳ Ещё не знает об изменениях: сегодня в\u00a016:00" in said(chat.last)


async def test_a_new_key_is_asked_once_and_shuts_the_old_one_out(chat: SellerChat, api: httpx.AsyncClient) -> None:
    old = await _connected(chat)
    await chat.presses("🔗 site")
    await chat.presses("🔑 Новый")
    assert said(chat.last).startswith("🔑 Выдать каналу «site»")
    assert (await api.get("/api/v1/stock", headers={"Authorization": f"Bearer {old}"})).status_code == 200
    await chat.presses("🔑 Выдать")
    assert (await api.get("/api/v1/stock", headers={"Authorization": f"Bearer {old}"})).status_code == 401


async def test_a_place_is_shut_out_and_let_in_again(chat: SellerChat, api: httpx.AsyncClient) -> None:
    key = await _connected(chat)
    await chat.presses("🔗 site")
    await chat.presses("⏸")
    await chat.presses("⏸")
    assert "⏸ Отключён" in said(chat.last)
    assert (await api.get("/api/v1/stock", headers={"Authorization": f"Bearer {key}"})).status_code == 401
    await chat.presses("🔑 Включить")
    assert (await chat.shop.register.all())[0].enabled


async def test_the_address_of_messages_is_typed_refused_and_taken_away(chat: SellerChat) -> None:
    await _connected(chat)
    await chat.presses("🔗 site")
    for bad in ("http://shop.example.org/", "https://127.0.0.1/", "https://10.0.0.1/x", "привет"):
        await chat.presses("📨") if any(label.startswith("📨") for label in labels(chat.last)) else None
        assert said(await chat.says(bad)).startswith("🙅"), bad
    await chat.says("https://shop.example.org/hook")
    assert "Уведомления: shop.example.org" in said(chat.last)
    await chat.presses("📨")
    await chat.says("-")
    assert "Уведомления не настроены" in said(chat.last)


async def test_a_work_is_offered_there_on_its_own_terms(chat: SellerChat) -> None:
    await chat.shop.register.add("site", ChannelKind.WEBSITE)
    _, variant, _ = await a_work(chat.shop, await chat.seller_id(), pieces=5)
    await chat.forges_work("w:1")
    await chat.presses("🔗")
    assert "site: 12\u00a0000\u00a0₽" in said(chat.last)
    await chat.presses("🔗 site")
    await chat.presses("➕")
    old = chat.last
    await chat.presses("➕")
    assert "Сейчас там можно купить 3\u00a0штуки" in said(chat.last)
    assert old["message_id"] == chat.last["message_id"]
    await chat.presses("➖")
    await chat.presses("✏️")
    assert said(await chat.says("дорого")).startswith("🙅")
    await chat.says("15 000")
    assert "15\u00a0000\u00a0₽, придержана 1\u00a0штука" in said(chat.last).replace("1 штука", "1\u00a0штука")
    assert [offer for _, offer in await chat.shop.terms.of(variant)] == [Offer(buffer=1, price_minor=1_500_000)]
    await chat.presses("💰")
    await chat.presses("🙈")
    assert "не продаётся" in said(chat.last)
    assert [offer for _, offer in await chat.shop.terms.of(variant)] == [Offer(listed=False, buffer=1)]
    await chat.presses("👁")
    assert await chat.shop.stock.differences() == []


@pytest.mark.parametrize("data", ["xc:99:open:0", "xc:99:key:1", "xc:99:hook:0", "xo:1:99:list:0", "xo:1:99:price:0"])
async def test_an_unknown_place_leads_to_those_that_are_there(chat: SellerChat, data: str) -> None:
    await a_work(chat.shop, await chat.seller_id())
    await chat.forges_work("D")
    assert said(await chat.forges(data)).startswith("🔗")


async def test_a_buyer_reaches_none_of_it(chat: SellerChat) -> None:
    await chat.shop.register.add("site", ChannelKind.WEBSITE)
    chat.who = OTHER
    await chat.says("/start")
    for data in ("xl", "xn:shop", "xc:1:key:1", "xc:1:off:1", "xo:1:1:unlist:0"):
        assert "site" not in said(await chat.forges(data))
    assert (await chat.shop.register.all())[0].enabled


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_has_the_whole_way(database: Database, clock: MovableClock, language: Language) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await _connected(chat)
        assert len(await chat.shop.register.all()) == 1
        await a_work(chat.shop, await chat.seller_id(), pieces=2)
        await chat.forges_work("w:1")
        await chat.presses("🔗")
        await chat.presses("🔗 site")
        await chat.presses("➕")
        assert len({said(chat.last)}) == 1
        assert all(len(label) <= 40 for label in labels(chat.last))
