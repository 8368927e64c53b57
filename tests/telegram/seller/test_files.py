"""Does a seller take a file in from the chat, after a look, back again, and out?"""

import pytest

from bot.basics import sheets
from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.seller_chat import OTHER, SellerChat, labels, said, seller_chat
from tests.support.shops import a_work

LOOKS = {
    "ru": ("Изменится: 1. Новых: 1.", "строка 4: артикула «W-9999» в магазине нет", "цена: 12 000 ₽ → 13 500 ₽"),
    "en": ("To change: 1. New: 1.", "row 4: the shop has no SKU “W-9999”", "price: 12 000 ₽ → 13 500 ₽"),
    "pl": ("Do zmiany: 1. Nowe: 1.", "wiersz 4: sklep nie ma SKU „W-9999”", "cena: 12 000 ₽ → 13 500 ₽"),
}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def table(sku: str) -> bytes:
    rows = f"Артикул;Название;Цена;Остаток\r\n{sku};;13500;4\r\n;Кружка;1200;12\r\nW-9999;;100;1\r\n"
    return rows.encode("cp1251")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_a_file_is_shown_applied_and_taken_back(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/start")
        product, variant, sku = await a_work(chat.shop, await chat.seller_id(), pieces=2)
        card = await chat.sends_file(table(sku), "works.csv")
        for words in LOOKS[language]:
            assert words in plain(said(card))
        assert (await chat.shop.catalogue.card(product, "ru")).price.minor == 1_200_000
        done = await chat.presses("✅", card)
        assert said(done).startswith("✅")
        assert (await chat.shop.catalogue.card(product, "ru")).price.minor == 1_350_000
        assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 4
        await chat.presses("↩️", done)
        undone = await chat.presses("↩️")
        assert said(undone).startswith("↩️")
        assert (await chat.shop.catalogue.card(product, "ru")).price.minor == 1_200_000
        assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 2
        assert await chat.shop.stock.differences() == []


async def test_what_is_dropped_is_gone_and_old_buttons_say_so(chat: SellerChat) -> None:
    _, variant, sku = await a_work(chat.shop, await chat.seller_id())
    await chat.sends_file(table(sku), "works.csv")
    assert "📥" in " ".join(labels(await chat.presses("❌")))
    for old in ("im:1:apply:0:0", "im:1:undo:0:1", "im:77:apply:0:0"):
        assert said(await chat.forges_work(old)).startswith("🙅")
    assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 1


async def test_many_faults_come_as_a_file_and_a_bad_file_as_one_line(chat: SellerChat) -> None:
    rows = "".join(f"W-9{number:03d};{number}\n" for number in range(9))
    await chat.sends_file(f"sku;price\n{rows}".encode(), "bad.csv")
    sent = chat.telegram.chat(chat.who)[-1]
    assert sent["document"]["file_name"] == "errors.csv"
    for data, name in ((b"PK\x03\x04", "x.xlsx"), (b"price\n1\n", "x.csv"), (b"<a/>", "x.yml")):
        assert said(await chat.sends_file(data, name)).startswith("🙅")


async def test_each_kind_of_file_comes_out_and_only_to_a_seller(chat: SellerChat) -> None:
    await chat.an_order()
    for label, name, rows in (("🏷", "stock", 1), ("🖼", "products", 1), ("📋", "orders", 1), ("👤", "customers", 2)):
        await chat.says("/desk")
        await chat.presses("⚙️")
        await chat.presses("📤")
        await chat.presses(label)
        sent = chat.telegram.chat(chat.who)[-1]["document"]
        assert sent["file_name"] == f"{name}-2026-11-21.xlsx"
        data = chat.telegram.files.bytes_of(sent["file_id"])
        assert data
        assert len(sheets.read(data, "x.xlsx")) == rows + 1
    before = len(chat.telegram.chat(OTHER))
    chat.telegram.user_sends_document(OTHER, table("W-0001"), "works.csv")
    await chat.settle()
    assert not any("document" in each and each["from"]["is_bot"] for each in chat.telegram.chat(OTHER)[before:])
    assert not any("✅" in " ".join(labels(each)) for each in chat.telegram.chat(OTHER)[before:])
