"""Does one find what one types, as people type it, and the same on both databases?"""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot.basics.ids import CategoryId, CustomerId, ProductId
from bot.basics.languages import Language
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.catalogue.values import WorkText
from bot.shop.search.values import Fit, Results, Spot
from bot.shop.shop import Shop
from bot.storage.database import Database
from tests.support.shops import a_work, someone

HERE = Path(__file__).parent
LANGUAGES: list[Language] = ["ru", "en", "pl"]


@cache
def word_forms() -> dict[Language, dict[str, list[str]]]:
    """Nouns (and some verbs) of a shop with their forms; the Russian ones are pymorphy3's."""
    found: dict[Language, dict[str, list[str]]] = json.loads((HERE / "word_forms.json").read_text("utf-8"))
    return found


@cache
def slips() -> list[tuple[str, str, str]]:
    """(as typed, as meant, dictionary form): one letter too many, too few, another, or two exchanged."""
    return [tuple(each) for each in json.loads((HERE / "slips.json").read_text("utf-8"))]


async def hang(database: Database, titles: dict[str, Language]) -> dict[str, ProductId]:
    """A listed work for each title, straight into the tables: triggers have to notice all the same."""
    now = database.clock.now()
    hung = {title: ProductId(number) for number, title in enumerate(titles, 1)}
    rows: dict[type, list[dict[str, Any]]] = {Product: [], ProductText: [], Variant: []}
    for title, product in hung.items():
        rows[Product].append(
            {"id": product, "kind": "ordinary", "state": "listed", "draft_quantity": 1, "language": titles[title],
             "created_at": now, "listed_at": now}
        )  # fmt: skip
        rows[ProductText].append({"product_id": product, "language": titles[title], "title": title})
        rows[Variant].append(
            {"product_id": product, "sku": f"W-{product:04d}", "price_minor": 100_00 * product, "currency": "RUB"}
        )
    async with database.transaction() as session:
        for table, each in rows.items():
            await session.execute(insert(table), each)
    return hung


async def titles(shop: Shop, query: str, limit: int = 50) -> list[str]:
    """What fits, the best first; nothing where nothing does."""
    found = await shop.search.ask(query, "ru", limit)
    return [item.title for item in found.items] if found.fit is Fit.FOUND else []


@pytest.fixture
async def seller(shop: Shop) -> CustomerId:
    return await someone(shop, "Анна")


@pytest.mark.parametrize(("language", "bar", "least"), [("ru", 0.99, 860), ("en", 0.99, 30), ("pl", 0.99, 150)])
async def test_every_form_of_a_word_finds_it(
    shop: Shop, database: Database, language: Language, bar: float, least: int
) -> None:
    nouns = word_forms()[language]
    await hang(database, dict.fromkeys(nouns, language))
    while await shop.search.catch_up():
        pass
    asked = [(noun, form) for noun, forms in nouns.items() for form in forms]
    assert len(asked) >= least
    missed = [(noun, form) for noun, form in asked if noun not in await titles(shop, form)]
    assert 1 - len(missed) / len(asked) >= bar, missed


async def test_a_form_in_the_title_is_found_by_the_dictionary_form(shop: Shop, database: Database) -> None:
    pick = random.Random(7)
    hung = {pick.choice(forms): noun for noun, forms in word_forms()["ru"].items()}
    await hang(database, dict.fromkeys(hung, "ru"))
    while await shop.search.catch_up():
        pass
    missed = [(noun, form) for form, noun in hung.items() if form not in await titles(shop, noun)]
    assert 1 - len(missed) / len(hung) >= 0.99, missed


async def test_a_slip_of_one_letter_is_forgiven(shop: Shop, database: Database) -> None:
    await hang(database, {noun: language for language in LANGUAGES for noun in word_forms()[language]})
    while await shop.search.catch_up():
        pass
    assert len(slips()) > 800
    dictionary = [each for each in slips() if each[1] == each[2]]
    for asked, bar in ((slips(), 0.9), (dictionary, 0.95)):
        missed = [each for each in asked if each[2] not in await titles(shop, each[0])]
        assert 1 - len(missed) / len(asked) >= bar, missed


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("картина", "Картина у моря"),
        ("КАРТИНЫ", "Картина у моря"),
        ("kartina", "Картина у моря"),
        ("kartiny", "Картина у моря"),
        ("rfhnbyf", "Картина у моря"),
        ("Rfhnbyf e vjhz", "Картина у моря"),
        ("Картина, у моря!", "Картина у моря"),
        ("хочу купить картину", "Картина у моря"),
        ("картин", "Картина у моря"),
        ("карт", "Картина у моря"),
        ("карттина", "Картина у моря"),
        ("kartinna", "Картина у моря"),
        ("ковер", "Шёлковый ковёр"),
        ("ковёр", "Шёлковый ковёр"),
        ("шелковые ковры", "Шёлковый ковёр"),
        ("kovyor", "Шёлковый ковёр"),
        ("rjdth", "Шёлковый ковёр"),
        ("заяц", "Зайцы"),
        ("j,kj;rf", "Обложка"),
        ("zhivopis", "Живопись"),
        ("vases", "Vase of glass"),
        ("мфыу", "Vase of glass"),
        ("swieca", "Świeca"),
        ("świecą", "Świeca"),
        ("W-0001", "Картина у моря"),
        ("w0001", "Картина у моря"),
        ("w 1", "Картина у моря"),
        ("артикул W-0001", "Картина у моря"),
        ("ц-0001", "Картина у моря"),
        ("p_1", "Картина у моря"),
        ("картина до 200", "Картина у моря"),
        ("картина до 100 рублей", "Картина у моря"),
        ("rfhnbyf lj 200", "Картина у моря"),
        ("kartina under 200", "Картина у моря"),
        ("картина 50-150 руб", "Картина у моря"),
    ],
)
async def test_a_person_types_it_their_way(shop: Shop, database: Database, query: str, found: str) -> None:
    await hang(
        database,
        {"Картина у моря": "ru", "Шёлковый ковёр": "ru", "Зайцы": "ru", "Обложка": "ru", "Живопись": "ru",
         "Vase of glass": "en", "Świeca": "pl"},
    )  # fmt: skip
    assert await titles(shop, query) == [found]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("до 500", [5, 4, 3, 2, 1]),
        ("дешевле 300", [3, 2, 1]),
        ("не дороже 300 ₽", [3, 2, 1]),
        ("от 1000", [12, 11, 10]),
        ("дороже 1 тыс", [12, 11, 10]),
        ("больше чем 1к", [12, 11, 10]),
        ("от 400 до 600", [6, 5, 4]),
        ("от 400 руб до 600 руб", [6, 5, 4]),
        ("между 400 и 600", [6, 5, 4]),
        ("400-600", [6, 5, 4]),
        ("до 600 от 400", [6, 5, 4]),
        ("under 300", [3, 2, 1]),
        ("cheaper than 300", [3, 2, 1]),
        ("over 1,000", [12, 11, 10]),
        ("up to $300", [3, 2, 1]),
        ("between 400 and 600", [6, 5, 4]),
        ("do 500 zł", [5, 4, 3, 2, 1]),
        ("od 1 000 zł", [12, 11, 10]),
        ("tańsze niż 300", [3, 2, 1]),
        ("powyżej 1000", [12, 11, 10]),
        ("od 400 do 600 zł", [6, 5, 4]),
        ("300 рублей", [3, 2, 1]),
        ("lj 300", [3, 2, 1]),
        ("ваза до 300", [3, 2, 1]),
        ("вазы дешевле 3 00", []),
        ("до 300 см", []),
        ("ваза 7", [7]),
    ],
)
async def test_words_about_the_price_are_understood(
    shop: Shop, database: Database, query: str, numbers: list[int]
) -> None:
    await hang(database, {f"Ваза {number}": "ru" for number in range(1, 13)})
    assert await titles(shop, query) == [f"Ваза {number}" for number in numbers]


async def test_titles_come_first_and_then_what_is_newest(shop: Shop, seller: CustomerId) -> None:
    beside, _, _ = await a_work(shop, seller, title="Пейзаж")
    await shop.listing.change(beside, texts={"ru": WorkText("Пейзаж", None, "Рядом с вазой.")})
    for number in (1, 2):
        await a_work(shop, seller, title=f"Ваза {number}")
    last, _, _ = await a_work(shop, seller, title="Натюрморт")
    await shop.listing.change(last, texts={"en": WorkText("Still life", "with a vase", "Ваза на столе")})
    assert await titles(shop, "ваза") == ["Ваза 2", "Ваза 1", "Натюрморт", "Пейзаж"]


async def test_pages_go_both_ways_by_key_and_come_back_after_months(shop: Shop, seller: CustomerId) -> None:
    for number in range(5):
        product, _, _ = await a_work(shop, seller, title=f"Холм {number}")
        await shop.listing.change(product, texts={"ru": WorkText(f"Холм {number}", "глина", "ваза")})
    for number in range(6):
        await a_work(shop, seller, title=f"Ваза {number}")
    first = await shop.search.ask("вазы", "ru", 4)
    assert first.id is not None
    seen: list[str] = []
    page: Results | None = first
    pages: list[Results] = []
    while page is not None:
        pages.append(page)
        seen += [item.title for item in page.items]
        page = await shop.search.page(first.id, "ru", 4, after=page.spots[-1]) if page.has_after else None
    assert seen == [f"Ваза {n}" for n in range(5, -1, -1)] + [f"Холм {n}" for n in range(4, -1, -1)]
    for later, earlier in zip(reversed(pages), list(reversed(pages))[1:], strict=False):
        back = await shop.search.page(first.id, "ru", 4, before=later.spots[0])
        assert back is not None
        assert [item.title for item in back.items] == [item.title for item in earlier.items]
        assert back.has_before is (earlier is not pages[0])
    again = await shop.search.page(first.id, "ru", 4, at=pages[1].spots[0])
    assert again is not None
    assert again.items == pages[1].items
    assert (await shop.search.ask("Вазы", "ru", 4)).id == first.id
    emptied = await shop.search.page(first.id, "ru", 4, after=Spot(1, ProductId(1)))
    assert emptied is not None
    assert emptied.items == pages[0].items


async def test_nothing_that_fits_offers_what_comes_nearest(shop: Shop, database: Database) -> None:
    await hang(database, {"Красная ваза": "ru", "Синяя ваза": "ru", "Ковёр": "ru"})
    near = await shop.search.ask("зелёная ваза", "ru", 8)
    assert (near.fit, [item.title for item in near.items]) == (Fit.NEAREST, ["Синяя ваза", "Красная ваза"])
    dear = await shop.search.ask("ковёр до 200", "ru", 8)
    assert (dear.fit, [item.title for item in dear.items]) == (Fit.NEAREST, ["Ковёр"])
    assert dear.id is None
    none = await shop.search.ask("привет", "ru", 2)
    assert (none.fit, [item.title for item in none.items]) == (Fit.NEWEST, ["Ковёр", "Синяя ваза"])


async def test_an_empty_shop_finds_nothing_and_says_nothing_wrong(shop: Shop) -> None:
    for query in ("ваза", "p_1", "до 5", "🙂", ""):
        assert (await shop.search.ask(query, "ru", 8)).items == ()
        assert await shop.search.glance(query, "ru", 50, 1) == ([], None)


async def test_the_index_follows_every_change_of_a_work(shop: Shop, seller: CustomerId) -> None:
    top = await shop.shelves.add({"ru": "Керамика", "en": "Pottery"})
    below = await shop.shelves.add({"ru": "Кувшины"}, top)
    product, _, _ = await a_work(shop, seller, title="Закат")
    other, _, _ = await a_work(shop, seller, title="Рассвет")
    assert await titles(shop, "закат") == ["Закат"]
    assert await titles(shop, "керамика") == []
    await shop.listing.change(product, category=below)
    assert await titles(shop, "керамика") == ["Закат"]
    assert await titles(shop, "pottery") == ["Закат"]
    await shop.listing.change(product, title=("ru", "Сумерки"))
    assert await titles(shop, "закат") == []
    assert await titles(shop, "сумерки") == ["Сумерки"]
    await shop.listing.change(product, texts={"pl": WorkText("Zmierzch", "glina", None)})
    assert await titles(shop, "zmierzchu") == ["Сумерки"]
    await shop.listing.change(other, price_minor=50_000)
    assert await titles(shop, "до 500") == ["Рассвет"]
    await shop.listing.show(product, shown=False)
    assert await titles(shop, "сумерки") == []
    assert await titles(shop, f"p_{product}") == []
    await shop.listing.show(product, shown=True)
    assert await titles(shop, "сумерки") == ["Сумерки"]


@pytest.mark.parametrize(
    "change", ["UPDATE category_text SET title = 'Стекло'", "UPDATE category SET parent_id = NULL"]
)
async def test_the_index_follows_the_names_and_places_of_categories(
    shop: Shop, database: Database, seller: CustomerId, change: str
) -> None:
    top = await shop.shelves.add({"ru": "Керамика"})
    below = await shop.shelves.add({"ru": "Кувшины"}, top)
    product, _, _ = await a_work(shop, seller, title="Закат")
    await shop.listing.change(product, category=CategoryId(below))
    assert await titles(shop, "керамика") == ["Закат"]
    async with database.transaction() as session:
        await session.execute(text(change))
    assert await titles(shop, "керамика") == []


async def test_a_change_that_is_not_committed_is_not_found(shop: Shop, database: Database, seller: CustomerId) -> None:
    await a_work(shop, seller, title="Закат")
    assert await titles(shop, "закат") == ["Закат"]

    async def half_done() -> None:
        async with database.transaction() as session:
            await session.execute(text("UPDATE product_text SET title = 'Восход'"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await half_done()
    assert await titles(shop, "закат") == ["Закат"]
    assert await titles(shop, "восход") == []


async def test_a_large_shop_from_before_is_indexed_beside_the_buyers(shop: Shop, database: Database) -> None:
    await hang(database, {f"Ваза {number}": "ru" for number in range(1, 131)})
    assert await titles(shop, "ваза") == [], "so many are left to the job"
    while await shop.search.catch_up():
        pass
    assert len(await titles(shop, "ваза", 200)) == 130
    async with database.reading() as session:
        behind = await session.scalar(text("SELECT count(*) FROM search_entry WHERE wanted <> made"))
    assert behind == 0


async def test_two_who_index_at_once_do_not_undo_each_other(shop: Shop, database: Database) -> None:
    import asyncio

    await hang(database, {f"Ваза {number}": "ru" for number in range(1, 20)})
    await asyncio.gather(*(shop.search.catch_up() for _ in range(4)), *(titles(shop, "ваза") for _ in range(4)))
    assert len(await titles(shop, "ваза")) == 19


ODD = [
    '"', "'", "''; DROP TABLE product; --", '" OR "', "NEAR(a b)", "a AND", "NOT", "*", "ваза*", "^ваза", "words:ваза",
    "-ваза", "(ваза", "ваза)", "%", "_", "\\", "\\'", "{}", "[]", "a:*", "!ваза", "ваза & | !", "<->", "$$", ":b",
    "🙂", "👩‍👩‍👧", "\u202eазав", "ва\u200bза", "\ufeffваза", "ваза\u0301", "\x01\x02", "ʼваза", "١٢٣", "ａｂｃ", "ﬁne",
    "ß", "İ",
    "０００１", "W-" + "0" * 60, "9" * 60, "p_" + "9" * 19, "p_" + "9" * 30, "до " + "9" * 30, "от 5 до 1", "до 0",
    "x" * 4096, "ваза " * 800, "🙂" * 2000, "а б в г д е", "ё" * 4000, "1,000,000,000,000", "<b>ваза</b>", "&amp;",
    "null", "None", "нулл\x7f", "ваза\n\nковёр", "  ", "\u00a0", "עברית", "العربية", "日本語", "ไทย", "ᚠᚢᚦ",
    "e\u0301" * 50,
]  # fmt: skip


async def test_no_odd_text_breaks_a_search(shop: Shop, database: Database) -> None:
    await hang(database, {"Ваза": "ru", "Ковёр": "ru"})
    chance = random.Random(46)
    letters = "'\"*()^:-+&|!<>%_\\{}[]~ \tавzаз0W🙂\u200b\u202e"
    made = ["".join(chance.choices(letters, k=chance.randrange(1, 60))) for _ in range(440)]
    for query in [*ODD, *made]:
        found = await shop.search.ask(query, "ru", 8)
        assert len(found.items) > 0, query
        if found.id is not None:
            page = await shop.search.page(found.id, "ru", 8)
            assert page is not None
            assert page.items == found.items, query
        cards, _ = await shop.search.glance(query, "pl", 50, 1)
        assert cards, query
    async with database.reading() as session:
        assert await session.scalar(text("SELECT count(*) FROM product")) == 2
    for same in ("ва\u200bза", "\ufeffваза", "ваза*", "(ваза", "<b>ваза</b>", "ваза & | !", "ваза\u0301"):
        assert (await titles(shop, same))[0] == "Ваза"


async def test_only_words_of_the_shop_are_kept_of_what_people_type(shop: Shop, database: Database) -> None:
    await hang(database, {"Ваза": "ru"})
    for query in ("Мария Иванова +79161234567", "мой адрес Пречистенка 12", "ваза", "вазы до 300"):
        await shop.search.ask(query, "ru", 8)
    async with database.reading() as session:
        kept = list(await session.scalars(text("SELECT text FROM saved_search ORDER BY id")))
    assert kept == ["ваза", "вазы до 300"]
