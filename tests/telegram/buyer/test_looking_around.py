"""Do home, catalogue and cards show what there is, and nothing that there is not?"""

from datetime import timedelta

import pytest

from bot.basics.ids import CategoryId, ProductId
from bot.basics.languages import Language
from bot.shop.browsing.values import Choice
from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, Statements, buttons, labels, words
from tests.support.pictures import painting


def pressable(message: dict[str, object], beginning: str) -> list[str]:
    return [label for label in labels(message) if label.startswith(beginning)]


async def shelve(at: Counter, product: int, category: CategoryId) -> None:
    await at.shop.listing.change(ProductId(product), category=category)


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_an_empty_shop_says_so_and_offers_nothing_to_press_in_vain(at: Counter, buyer: int) -> None:
    home = await at.starts(buyer)
    assert words(home).startswith("Vernissage")
    empty = await at.press(buyer, "🛍")
    assert pressable(empty, "🖼") == []
    assert pressable(empty, "🏠")


async def test_the_owner_of_an_empty_shop_reads_how_to_fill_it(at: Counter) -> None:
    await at.starts(OWNER)
    assert "фото" in words(await at.press(OWNER, "🛍"))


async def test_a_page_has_twenty_works_and_leaves_both_ways(at: Counter) -> None:
    for number in range(1, 43):
        await at.work(f"Работа {number}")
        at.clock.move(timedelta(minutes=1))
    await at.starts(MARIA)
    first = await at.press(MARIA, "🛍")
    assert pressable(first, "🖼") == [f"🖼\u00a0{number}" for number in range(1, 21)]
    assert pressable(first, "◀️") == []
    assert "1. «Работа 42» — 12 000 ₽" in words(first)
    second = await at.press(MARIA, "▶️")
    assert pressable(second, "🔢") == ["🔢 2 / 3"]
    third = await at.press(MARIA, "▶️")
    assert pressable(third, "🖼") == ["🖼\u00a041", "🖼\u00a042"]
    assert pressable(third, "▶️") == []
    back = await at.press(MARIA, "◀️")
    assert labels(back) == labels(second)
    assert words(back) == words(second)
    assert back["message_id"] == first["message_id"]


async def test_a_shelf_of_a_few_works_says_their_titles_on_the_buttons(at: Counter) -> None:
    for number in range(1, 9):
        await at.work(f"Работа {number}")
        at.clock.move(timedelta(minutes=1))
    await at.starts(MARIA)
    page = await at.press(MARIA, "🛍")
    assert pressable(page, "🖼") == [f"🖼 Работа {number}" for number in range(8, 0, -1)]
    assert "«Работа 8» — 12 000 ₽" in words(page)


async def test_a_page_that_has_emptied_is_the_first_one_again(at: Counter) -> None:
    old = await at.work("Старая")
    at.clock.move(timedelta(minutes=1))
    new = await at.work("Новая")
    await at.starts(MARIA)
    await at.press(MARIA, "🛍")
    await at.shop.listing.show(ProductId(old), shown=False)
    page = await at.forge(MARIA, f"s:0:{new}:0")
    assert pressable(page, "🖼") == ["🖼 Новая"]


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_categories_are_a_tree_and_say_their_names_in_the_readers_language(at: Counter, buyer: int) -> None:
    names: dict[str, dict[Language, str]] = {
        "top": {"ru": "Живопись", "en": "Paintings", "pl": "Malarstwo"},
        "below": {"ru": "Масло", "en": "Oil", "pl": "Olej"},
        "empty": {"ru": "Пусто", "en": "Empty", "pl": "Pusto"},
    }
    top = await at.shop.shelves.add(names["top"])
    below = await at.shop.shelves.add(names["below"], top)
    await at.shop.shelves.add(names["empty"])
    await shelve(at, await at.work("Закат"), below)
    await shelve(at, await at.work("Рассвет"), top)
    await at.work("Без раздела")
    language = LANGUAGES[buyer]
    await at.starts(buyer)
    front = await at.press(buyer, "🛍")
    assert pressable(front, "🗂") == [f"🗂 {names['top'][language]}"]
    inside = await at.press(buyer, "🗂")
    assert pressable(inside, "🗂") == [f"🗂 {names['below'][language]}"]
    assert pressable(inside, "🖼") == ["🖼 Рассвет", "🖼 Закат"], "what stands deeper stands here too"
    deepest = await at.press(buyer, "🗂")
    assert pressable(deepest, "🖼") == ["🖼 Закат"]
    card = await at.press(buyer, "🖼")
    assert "Закат" in words(card)
    assert pressable(await at.press(buyer, "⬅️"), "🖼") == ["🖼 Закат"]
    assert pressable(await at.press(buyer, "⬅️"), "🗂") == [f"🗂 {names['below'][language]}"]
    await at.press(buyer, "⬅️")
    everything = await at.press(buyer, "🛍")
    assert len(pressable(everything, "🖼")) == 3
    linked = await at.starts(buyer, f"c_{below}")
    assert pressable(linked, "🖼") == ["🖼 Закат"]


async def test_a_card_shows_all_that_is_known_and_an_old_price_struck(at: Counter) -> None:
    product = await at.work("Закат <b>&")
    await at.shop.listing.change(ProductId(product), price_minor=900_000)
    card = await at.starts(MARIA, f"p_{product}")
    said = words(card)
    assert said.splitlines()[0] == "Закат <b>&"
    assert "холст, масло · 40 × 50 см · 2026" in said
    assert "12 000 ₽ 9 000 ₽" in said
    kinds = {entity["type"] for entity in card["caption_entities"]}
    assert {"bold", "strikethrough"} <= kinds


async def test_photos_are_leafed_round_and_round(at: Counter) -> None:
    work = NewWork("ru", "Альбом", Kind.ONE_OF_A_KIND, 100_000, (), 1)
    product = await at.shop.listing.draft(work, NewPhoto(painting(1), 64, 64, "a" * 64), at.seller, "album")
    for seed in (2, 3):
        await at.shop.listing.add_photo("album", at.seller, NewPhoto(painting(seed), 64, 64, str(seed) * 64))
    await at.shop.listing.put_up(product, at.seller, publish=False)
    card = await at.starts(MARIA, f"p_{product}")
    first = card["photo"][-1]["file_unique_id"]
    assert pressable(card, "◀️") == ["◀️ 3 / 3"]
    second = await at.press(MARIA, "▶️ 2 / 3")
    assert second["message_id"] == card["message_id"]
    assert second["photo"][-1]["file_unique_id"] != first
    await at.press(MARIA, "▶️ 3 / 3")
    again = await at.press(MARIA, "▶️ 1 / 3")
    assert again["photo"][-1]["file_unique_id"] == first
    uploads = [call for call in at.telegram.calls("sendPhoto", "editMessageMedia") if call.files]
    assert len(uploads) == 3, "each photo is uploaded once and then known by its name"


async def test_a_description_is_cut_where_the_caption_ends(at: Counter) -> None:
    work = NewWork("ru", "Роман", Kind.EDITION, 100_000, (), 3, edition_size=30, description="Слово 🌅 и дело. " * 200)
    product = await at.shop.listing.draft(work, NewPhoto(painting(), 64, 64, "b" * 64), at.seller)
    await at.shop.listing.put_up(product, at.seller, publish=False)
    said = words(await at.starts(MARIA, f"p_{product}"))
    assert said.endswith("…")
    assert 900 < len(said.encode("utf-16-le")) // 2 <= 1024
    assert "тираж 30" in said
    assert "Осталось 3" in said or "Осталось 3 из 30" in said


@pytest.mark.parametrize("hide", ["hidden", "draft", "dropped"])
async def test_what_is_not_on_show_opens_for_nobody(at: Counter, hide: str) -> None:
    work = NewWork("ru", "Тайна", Kind.ONE_OF_A_KIND, 100_000, (), 1)
    product = await at.shop.listing.draft(work, NewPhoto(painting(), 64, 64, "c" * 64), at.seller)
    if hide == "dropped":
        await at.shop.listing.drop(product)
    if hide == "hidden":
        await at.shop.listing.put_up(product, at.seller, publish=False)
        await at.shop.listing.show(product, shown=False)
    said = await at.starts(MARIA, f"p_{product}")
    assert words(said).startswith("🙅")
    assert "Тайна" not in words(said)
    for data in (f"p:{product}:0", f"b:{product}", f"ca:{product}"):
        refused = await at.forge(MARIA, data)
        assert words(refused).startswith("🙅")
    assert await at.shop.cart.items((await at.shop.customers.recognise(MARIA, "Мария <b>&", None, "ru")).id) == []


@pytest.mark.parametrize(
    "payload",
    [
        "p_0", "p_999999", "p_99999999999999999999999999", "p_abc", "p_", "c_7", "c_x", "o_nothing",
        "r_x", "q_1", "hello", "p_1-s_", "p_1-s_UPPER", "-s_x", "x" * 64, "p_1_2",
    ],
)  # fmt: skip
async def test_a_link_that_opens_nothing_is_the_door_with_one_line(at: Counter, payload: str) -> None:
    said = await at.starts(MARIA, payload)
    assert words(said).startswith("🙅 Эта ссылка")
    assert pressable(said, "🛍")


async def test_where_a_visitor_came_from_is_kept_first_and_last(at: Counter) -> None:
    product = await at.work()
    assert "photo" in await at.starts(MARIA, f"p_{product}-s_instagram")
    await at.starts(MARIA, f"p_{product}-s_post7")
    async with at.database.reading() as session:
        from sqlalchemy import text

        row = (
            await session.execute(text("SELECT first_source, last_source FROM customer WHERE platform_id = 601"))
        ).one()
    assert tuple(row) == ("instagram", "post7")


async def test_the_language_is_the_apps_until_another_one_is_chosen(at: Counter) -> None:
    await at.starts(PETER)
    choice = await at.says(PETER, "/language")
    assert pressable(choice, "🌐") == ["🌐 Русский", "🌐 English", "🌐 Polski"]
    polish = await at.press(PETER, "🌐 Polski")
    assert "Katalog" in " ".join(labels(polish))
    assert "Koszyk" in words(await at.says(PETER, "/cart"))


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
@pytest.mark.parametrize("command", ["help", "privacy", "terms", "paysupport", "stop", "search", "orders", "cart"])
async def test_every_command_answers(at: Counter, buyer: int, command: str) -> None:
    said = await at.says(buyer, f"/{command}")
    assert len(words(said)) > 20
    assert "🏠" in " ".join(labels(said))


async def test_terms_name_the_seller_or_say_that_there_are_none_yet(at: Counter) -> None:
    said = words(await at.says(MARIA, "/terms"))
    assert "Анна Белова" in said
    assert "770000000000" in said
    assert "https://example.org/terms" in said
    await at.shop.policies.change("terms_url", "", at.seller)
    assert "оплата онлайн закрыта" in words(await at.says(MARIA, "/terms"))


async def test_pages_of_help_lead_to_each_other(at: Counter) -> None:
    await at.says(MARIA, "/help")
    for label in ("ℹ️ Ваши данные", "ℹ️ Помощь", "ℹ️ Условия", "ℹ️ Об оплате", "ℹ️ Как купить"):
        assert words(await at.press(MARIA, label))
    asked = await at.press(MARIA, "ℹ️ Об оплате")
    links = [entity for entity in asked["entities"] if entity["type"] in ("text_mention", "text_link")]
    assert links, "the seller can be written to"


async def test_what_nobody_understands_gets_one_line_and_the_door(at: Counter) -> None:
    said = await at.says(MARIA, "/unknown")
    assert words(said).startswith("🙅")
    assert pressable(said, "🛍")
    for text in ("привет", "12000"):
        assert words(await at.says(MARIA, text)) == words(await at.says(MARIA, "/catalog")), "an empty shop says so"
    at.telegram.user_sends_photo(MARIA, painting())
    await at.handle()
    assert words(at.last(MARIA)).startswith("🙅")


async def test_an_old_button_gives_a_fresh_screen(at: Counter) -> None:
    door = await at.starts(MARIA)
    for data in ("zz", "", "p", "p:x:0", "b:-1", "s:1", "ky:1:bribe", "b:99999999999999999999", "l:xx:y", "🙂"):
        fresh = await at.forge(MARIA, data or "0")
        assert fresh["message_id"] == door["message_id"]
        assert at.toast()
        assert pressable(fresh, "🛍")


async def test_no_screen_costs_more_than_five_queries(at: Counter) -> None:
    top = await at.shop.shelves.add({"ru": "Живопись"})
    for number in range(20):
        await shelve(at, await at.work(f"Работа {number}", pieces=2), top)
        at.clock.move(timedelta(minutes=1))
    await at.starts(MARIA)
    person = await at.shop.customers.recognise(MARIA, "Мария <b>&", None, "ru")
    await at.press(MARIA, "🛍")
    await at.press(MARIA, "🗂")
    product = next(
        each["callback_data"].split(":")[3] for each in buttons(at.last(MARIA)) if each["text"].startswith("🖼")
    )
    await at.press(MARIA, "🖼")
    await at.forge(MARIA, f"ca:{product}")
    await at.forge(MARIA, f"b:{product}")
    await at.press(MARIA, "🤝")
    order = (await at.shop.orders.mine(person.id))[0].id
    away = 10**6
    screens = ["h", "e:a:0:0:a:1:0:0", f"e:c:{top}:{product}:n:2:0:0", f"e:c:{top}:{product}:b:9:5:0",
               f"e:c:{top}:0:a:9:0:0", "e:n:0:0:a:1:0:0", f"ew:a:0:{product}:1:a:0:0", f"ew:c:{top}:{product}:1:n:0:0",
               f"ew:n:0:{product}:1:n:0:0", f"ew:a:0:{away}:3:n:0:0", "ee:a:0", "ee:n:0", "ee:l:0", f"ee:c:{top}",
               f"ej:c:{top}:{product}:1", "ef:a:0:o:0", f"es:{product}:a:0:0", "ec",
               "h", "sh:0", f"sh:{top}", f"s:{top}:{product}:0", f"s:0:{product}:0", "s:0:0:0", f"p:{product}:0", "c",
               "o:0", f"oo:{order}", "l:", "i:help", "i:terms", f"ox:{order}:0"]  # fmt: skip
    costs = {}
    for pictures in (False, True):
        await at.shop.browsing.choose(person.id, Choice(pictures=pictures))
        for data in screens:
            with Statements(at.database) as statements:
                await at.forge(MARIA, data)
            costs[data, pictures] = len(statements.seen)
    assert max(costs.values()) <= 5, {data: cost for data, cost in costs.items() if cost > 5}
