"""Are captions of real life read as their sellers mean them?"""

import contextlib
import time
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.errors import ShopError
from bot.basics.money import MAX_MINOR
from bot.shop.captions.rules import parse_caption, parse_price, parse_quantity, parse_size
from bot.shop.captions.values import CaptionKind, Edition

NB, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@dataclass(frozen=True)
class Read:
    """What a caption should say; prices in whole units for the eye."""

    title: str
    prices: tuple[float, ...]
    technique: str | None = None
    size: str | None = None
    year: int | None = None
    quantity: int = 1
    edition: Edition | None = None
    description: str = ""


def read(
    title: str,
    *prices: float,
    technique: str | None = None,
    size: str | None = None,
    year: int | None = None,
    quantity: int = 1,
    edition: tuple[int | None, int] | None = None,
    description: str = "",
) -> Read:
    return Read(title, prices, technique, size, year, quantity, Edition(*edition) if edition else None, description)


OIL = "холст, масло"
CAPTIONS: list[tuple[str, Read]] = [
    # Russian
    ("Закат над Невой, 12 000, холст, масло, 40×50", read("Закат над Невой", 12000, technique=OIL, size="40 × 50 см")),
    ("Закат над Невой,12000,холст,масло,40х50", read("Закат над Невой", 12000, technique=OIL, size="40 × 50 см")),
    (f"Закат, 12{NB}000{NB}₽, холст", read("Закат", 12000, technique="холст")),
    (f"Закат, 12{NARROW}000, холст", read("Закат", 12000, technique="холст")),
    (f"Закат, 12{THIN}000 руб., холст", read("Закат", 12000, technique="холст")),
    ("Закат, 12000", read("Закат", 12000)),
    ("Закат, 12 000 ₽", read("Закат", 12000)),
    ("Закат, 12000.50", read("Закат", 12000.5)),
    ("Закат, 12 000,50 руб", read("Закат", 12000.5)),
    ("Закат,12 000,50,холст", read("Закат", 12000.5, technique="холст")),
    ("Закат, 12000,50 р., холст", read("Закат", 12000.5, technique="холст")),
    ("Закат, 12.000, холст", read("Закат", 12, 12000, technique="холст")),
    ("Закат\n12,000\nхолст", read("Закат", 12, 12000, technique="холст")),
    ("Закат, 12.500 ₽", read("Закат", 12.5, 12500)),
    ("Закат, 12.345 ₽", read("Закат", 12345)),
    ("Закат, 1.200.000", read("Закат", 1200000)),
    ("Закат, 1.200,50 ₽", read("Закат", 1200.5)),
    ("Закат; 12 000; холст; масло", read("Закат", 12000, technique=OIL)),
    ("Закат | 12 000 | холст | 40x50", read("Закат", 12000, technique="холст", size="40 × 50 см")),
    ("Закат — 12 000 ₽ — холст, масло — 40×50 см", read("Закат", 12000, technique=OIL, size="40 × 50 см")),
    ("Закат - 12000 - 2019", read("Закат", 12000, year=2019)),
    ("Закат / 12000 / холст", read("Закат", 12000, technique="холст")),
    ("Закат — вид из окна, 12000", read("Закат — вид из окна", 12000)),
    ("Санкт-Петербург, 12000", read("Санкт-Петербург", 12000)),
    ("Закат\n12 000\nхолст, масло\n40×50 см\n2023", read("Закат", 12000, technique=OIL, size="40 × 50 см", year=2023)),
    ("Закат над Невой 12 000 ₽", read("Закат над Невой", 12000)),
    ("Ваза 3500 руб, глина, 25 см", read("Ваза", 3500, technique="глина", size="25 см")),
    ("Ваза, 3500, 3 шт", read("Ваза", 3500, quantity=3)),
    ("Ваза, 3 шт., 3500", read("Ваза", 3500, quantity=3)),
    ("Ваза,3500,3шт", read("Ваза", 3500, quantity=3)),
    ("Ваза, 3 шт по 1500", read("Ваза", 1500, quantity=3)),
    ("Ваза, 1500 ₽ за шт, 3 шт", read("Ваза", 1500, quantity=3)),
    ("Ваза, количество: 12, 1500", read("Ваза", 1500, quantity=12)),
    ("Открытка,150,100 шт", read("Открытка", 150, quantity=100)),
    ("Открытка, 2000", read("Открытка", 2000)),
    ("Открытка, 2000, 2019", read("Открытка", 2000, 2019)),
    ("Открытка, 2000, 2019 г.", read("Открытка", 2000, year=2019)),
    ("Закат, 2019, 12000", read("Закат", 12000, year=2019)),
    ("Закат, 2 000, 2019", read("Закат", 2000, year=2019)),
    ("Закат, 12000, 2018–2019", read("Закат", 12000, year=2019)),
    ("Закат, 12000, 2019 год, холст", read("Закат", 12000, year=2019, technique="холст")),
    ("1984, 500", read("1984", 500)),
    ("Лес, офорт, 3/30, 5000", read("Лес", 5000, technique="офорт", edition=(3, 30))),
    ("Лес, офорт 3/30, 5 000", read("Лес", 5000, technique="офорт", edition=(3, 30))),
    ("Лес, линогравюра, тираж 30, 5000", read("Лес", 5000, technique="линогравюра", edition=(None, 30))),
    ("Лес, тираж: 30 экз., 5000, 5 шт", read("Лес", 5000, edition=(None, 30), quantity=5)),
    ("Лес, экз. 3 из 30, 5000", read("Лес", 5000, edition=(3, 30))),
    ("Лес, № 3/30, 5000", read("Лес", 5000, edition=(3, 30))),
    ("«Мама, папа, я», 12000", read("Мама, папа, я", 12000)),
    ("«Мама, папа, я» 12000 ₽", read("Мама, папа, я", 12000)),
    ("Серия «Город», 12 500, акрил", read("Серия «Город»", 12500, technique="акрил")),
    ("<b>Жирный & опасный</b>, 500", read("<b>Жирный & опасный</b>", 500)),
    ("Закат, 12к", read("Закат", 12000)),
    ("Закат, 1,5 тыс. руб", read("Закат", 1500)),
    ("Закат, цена: 12 000, холст", read("Закат", 12000, technique="холст")),
    ("Закат, цена 12 000 руб.", read("Закат", 12000)),
    (
        "Название: Закат\nЦена: 12000\nРазмер: 40х50\nТехника: своя",
        read("Закат", 12000, size="40 × 50 см", technique="своя"),
    ),
    ("Закат, 12 000 ₽ (торг), холст", read("Закат", 12000, technique="холст", description="торг")),
    ("Закат, 10000, 12000", read("Закат", 10000, 12000)),
    ("Закат, 12 000 - 15 000", read("Закат", 12000, 15000)),
    ("Закат, 12 000 ₽, 40, холст", read("Закат", 12000, technique="холст", description="40")),
    ("Брошь, серебро, янтарь, 4 500 р., размер 17,5", read("Брошь", 4500, technique="серебро, янтарь", size="17.5")),
    ("Плакат, A3, 900 р", read("Плакат", 900, size="A3")),
    ("Плакат, А4, 900", read("Плакат", 900, size="A4")),
    ("Ваза, высота 25 см, 7000", read("Ваза", 7000, size="25 см")),
    ("Тарелка, ø30 см, 7000", read("Тарелка", 7000, size="⌀ 30 см")),
    ("Закат, 40,5×50,5 см, 9000", read("Закат", 9000, size="40.5 × 50.5 см")),
    ("Шкатулка, 10х15х7 см, дерево, 2 300", read("Шкатулка", 2300, technique="дерево", size="10 × 15 × 7 см")),
    ("Миниатюра, 90х120 мм, 1800", read("Миниатюра", 1800, size="90 × 120 мм")),
    ("Панно, 1,5х2 м, 90 000", read("Панно", 90000, size="1.5 × 2 м")),
    ("Закат, холст, масло 40×50, 12000", read("Закат", 12000, technique=OIL, size="40 × 50 см")),
    ("Закат 40×50, 12000", read("Закат", 12000, size="40 × 50 см")),
    ("Набор открыток 5 шт, 500", read("Набор открыток 5 шт", 500)),
    ("Ваза, авторская работа\n3 500", read("Ваза, авторская работа", 3500)),
    (
        "Закат\n12 000\nНаписан летом 2019, когда мы жили на даче, и три недели шли дожди.",
        read("Закат", 12000, description="Написан летом 2019, когда мы жили на даче, и три недели шли дожди."),
    ),
    (
        "Закат\nЭту картину я отдам за 12 000 ₽ только в хорошие руки",
        read("Закат", 12000, description="Эту картину я отдам за 12 000 ₽ только в хорошие руки"),
    ),
    ("Закат, 12000, 89161234567", read("Закат", 12000, description="89161234567")),
    # English
    ("Sunset, €120, oil on canvas, 40x50 cm", read("Sunset", 120, technique="oil on canvas", size="40 × 50 см")),
    ("Sunset, $1,200.50, oil", read("Sunset", 1200.5, technique="oil")),
    ("Sunset, 1,200, oil", read("Sunset", 1.2, 1200, technique="oil")),
    ("Sunset, 1,200,000 EUR", read("Sunset", 1200000)),
    ("Mug, 25 EUR, 12 pcs, ceramic", read("Mug", 25, technique="ceramic", quantity=12)),
    ("Print, edition of 30, 16x20 in, $60", read("Print", 60, edition=(None, 30), size="16 × 20 ″")),
    ('Print, ed. 3/30, 16"x20", $60', read("Print", 60, edition=(3, 30), size="16 × 20 ″")),
    (
        "Rings of Saturn\n$45\n2024\nsterling silver",
        read("Rings of Saturn", 45, year=2024, technique="sterling silver"),
    ),
    ("“Me, you”, 30 eur, qty 4", read("Me, you", 30, quantity=4)),
    ("Bowl - 45 € - stoneware - 18 cm", read("Bowl", 45, technique="stoneware", size="18 см")),
    # Polish
    (
        "Zachód, 1 200 zł, olej na płótnie, 50 na 70 cm, 2021 r.",
        read("Zachód", 1200, technique="olej na płótnie", size="50 × 70 см", year=2021),
    ),
    ("Kubek, 120 zl, 3 szt", read("Kubek", 120, quantity=3)),
    ("Kubek, 3 sztuki, 120,50 PLN", read("Kubek", 120.5, quantity=3)),
    ("Grafika, nakład 30, 500 zł", read("Grafika", 500, edition=(None, 30))),
    ("Grafika, 3 z 30, 500,- zł", read("Grafika", 500, edition=(3, 30))),
    ("„Łódź, nocą”, cena: 2 tys. zł", read("Łódź, nocą", 2000)),
]


@pytest.mark.parametrize(("caption", "wanted"), CAPTIONS, ids=[caption for caption, _ in CAPTIONS])
def test_a_caption_is_read_as_its_seller_means_it(caption: str, wanted: Read) -> None:
    parsed = parse_caption(caption)
    assert (
        Read(
            parsed.title,
            tuple(reading / 100 for reading in parsed.price.readings),
            parsed.technique,
            parsed.size,
            parsed.year,
            parsed.quantity,
            parsed.edition,
            parsed.description,
        )
        == wanted
    )


@pytest.mark.parametrize(
    ("caption", "key"),
    [
        ("", "caption-no-title"),
        (" \n , ; ", "caption-no-title"),
        ("12 000, холст", "caption-no-title"),
        ("12 000 ₽, холст", "caption-no-title"),
        ("🌅, 12 000", "caption-no-title"),
        ("x" * 201 + ", 500", "caption-title-too-long"),
        ("<b>&" * 1250 + ", 500", "caption-title-too-long"),
        ("Закат", "caption-no-price"),
        ("Закат, abc", "caption-no-price"),
        ("Закат, холст, 40×50, 2019 г.", "caption-no-price"),
        ("Закат, -5", "caption-price-not-positive"),
        ("Закат, −5 ₽", "caption-price-not-positive"),
        ("Закат, 0", "caption-price-not-positive"),
        ("Закат, 0,00 руб", "caption-price-not-positive"),
        ("Закат, 12000,5", "caption-bad-price"),
        ("Закат, 12 00", "caption-bad-price"),
        ("Закат, 10⁹", "caption-bad-price"),
        ("Закат, 12.34.56 ₽", "caption-bad-price"),
        ("Закат, цена: дорого", "caption-bad-price"),
        ("Закат, 1000000000", "caption-price-too-large"),
        ("Закат, 100 000 000,01 ₽", "caption-price-too-large"),
        ("Закат, " + "9" * 6000, "caption-price-too-large"),
        ("Закат, 500, 0 шт", "caption-quantity-zero"),
        ("Закат, 500, -3 шт", "caption-bad-quantity"),
        ("Закат, 500, 1.5 шт", "caption-bad-quantity"),
        ("Закат, 500, 1000000000 шт", "caption-quantity-too-large"),
        ("Закат, 500, 3 шт, 4 шт", "caption-several-quantities"),
        ("Закат, 500, тираж 0", "caption-bad-edition"),
        ("Закат, 500, тираж 31/30", "caption-bad-edition"),
    ],
)
def test_what_cannot_be_taken_is_refused_whole(caption: str, key: str) -> None:
    with pytest.raises(ShopError) as refused:
        parse_caption(caption)
    assert refused.value.text_key == key
    assert all(len(str(value)) <= 40 for value in refused.value.fields.values())


def test_the_largest_price_and_count_are_still_taken() -> None:
    parsed = parse_caption("Закат, 100 000 000 ₽, 1 000 000 шт")
    assert (parsed.price.settled, parsed.quantity) == (MAX_MINOR, 1_000_000)
    assert parse_caption("x" * 200 + ", 500").title == "x" * 200


def test_the_kind_follows_from_count_and_edition() -> None:
    assert parse_caption("А, 500").kind is CaptionKind.ONE_OF_A_KIND
    assert parse_caption("А, 500, 1 шт").kind is CaptionKind.ONE_OF_A_KIND
    assert parse_caption("А, 500, 2 шт").kind is CaptionKind.ORDINARY
    assert parse_caption("А, 500, 2 шт, тираж 30").kind is CaptionKind.EDITION


def test_a_mark_tells_the_currency_and_a_foreign_one_is_refused() -> None:
    assert parse_caption("А, 500").price.currency is None
    assert parse_caption("А, 500 ₽", "RUB").price.currency == "RUB"
    assert parse_caption("А, 12 000 ₽ (€120)", "EUR").price.settled == 12_000
    with pytest.raises(ShopError) as refused:
        parse_caption("А, €120", "RUB")
    assert refused.value.text_key == "caption-other-currency"
    assert refused.value.fields == {"currency": "EUR", "shop_currency": "RUB"}


def test_hashtags_and_named_categories_hint_first() -> None:
    parsed = parse_caption("Кулон #украшения #ручная_работа, 3500, серебро")
    assert parsed.title == "Кулон"
    assert parsed.category_hints == ("украшения", "ручная работа", "серебро", "кулон")
    assert parse_caption("Кулон, 3500, категория: Серьги").category_hints[0] == "серьги"


def test_nothing_that_was_said_twice_is_lost() -> None:
    parsed = parse_caption("Ваза, h 25 см, d 12 см, 7000")
    assert (parsed.size, parsed.description) == ("25 см", "d 12 см")


def test_marks_that_turn_text_around_do_not_come_through() -> None:
    assert parse_caption("За\u202eкат\u200b\x00, 500").title == "Закат"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12000", (1_200_000,)),
        ("12 000", (1_200_000,)),
        ("12 000 ₽", (1_200_000,)),
        ("12000.50", (1_200_050,)),
        ("12 000,50 руб", (1_200_050,)),
        ("12.000", (1_200, 1_200_000)),
        ("12,000", (1_200, 1_200_000)),
        ("12'000", (1_200_000,)),
        ("цена: 12000", (1_200_000,)),
        ("+500", (50_000,)),
    ],
)
def test_a_price_typed_alone_is_read(text: str, readings: tuple[int, ...]) -> None:
    assert parse_price(text).readings == readings


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("abc", "caption-bad-price"),
        ("", "caption-bad-price"),
        ("1e9", "caption-bad-price"),
        ("12.5", "caption-bad-price"),
        ("0.500", "caption-bad-price"),
        ("١٢٣", "caption-bad-price"),
        ("-5", "caption-price-not-positive"),
        ("0", "caption-price-not-positive"),
        ("1000000000", "caption-price-too-large"),
        ("9" * 5000, "caption-price-too-large"),
    ],
)
def test_a_price_that_is_none_is_refused(text: str, key: str) -> None:
    with pytest.raises(ShopError) as refused:
        parse_price(text)
    assert refused.value.text_key == key


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("3", 3),
        ("003", 3),
        ("3 шт", 3),
        ("3 szt.", 3),
        ("3pcs", 3),
        ("1 000 000", 1_000_000),
        (f"1{NB}000", 1000),
    ],
)
def test_a_count_typed_alone_is_read(text: str, count: int) -> None:
    assert parse_quantity(text) == count


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "caption-bad-quantity"),
        ("-1", "caption-bad-quantity"),
        ("1.5", "caption-bad-quantity"),
        ("много", "caption-bad-quantity"),
        ("٣", "caption-bad-quantity"),
        ("1000001", "caption-quantity-too-large"),
        ("9" * 5000, "caption-quantity-too-large"),
    ],
)
def test_a_count_that_is_none_is_refused(text: str, key: str) -> None:
    with pytest.raises(ShopError) as refused:
        parse_quantity(text)
    assert refused.value.text_key == key


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("40x50", "40 × 50 см"),
        ("40 х 50 см", "40 × 50 см"),
        ("40*50*3", "40 × 50 × 3 см"),
        ("40.50×50", "40.5 × 50 см"),
        ("30", "30 см"),
        ("2 м", "2 м"),
        ("a4", "A4"),
        ("16×20″", "16 × 20 ″"),
    ],
)
def test_a_size_typed_alone_is_read(text: str, size: str) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "большая", "0x50", "-5", "0", "40x"])
def test_a_size_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ShopError) as refused:
        parse_size(text)
    assert refused.value.text_key == "caption-bad-size"


WORDS = st.text("абвгдежзиклмнопрстуфхцчшэюяABCDEF", min_size=1, max_size=20)
SPACES = st.sampled_from([" ", NB, NARROW, THIN])
SEPARATORS = st.sampled_from([", ", "\n", "; ", " | ", " — ", ",", ";"])


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    with contextlib.suppress(ShopError):
        parsed = parse_caption(text)
        assert 1 <= len(parsed.title) <= 200
        assert parsed.price.readings
        assert all(0 < reading <= MAX_MINOR for reading in parsed.price.readings)
        assert 1 <= parsed.quantity <= 1_000_000


@settings(deadline=None)
@given(st.lists(st.sampled_from([*"0123456789.,-/xх ₽\n;|—#«»:", "шт", "см", "тираж", "руб", "к"]), max_size=60))
def test_no_heap_of_marks_and_digits_breaks_the_reading(pieces: list[str]) -> None:
    for parse in (parse_caption, parse_price, parse_quantity, parse_size):
        with contextlib.suppress(ShopError):
            parse("".join(pieces))


@settings(deadline=None)
@given(
    title=WORDS,
    minor=st.integers(1, MAX_MINOR),
    space=SPACES,
    separator=SEPARATORS,
    mark=st.sampled_from(["", "₽", " руб."]),
)
def test_every_price_comes_back_however_it_is_typed(
    title: str, minor: int, space: str, separator: str, mark: str
) -> None:
    typed = f"{minor // 100:,}".replace(",", space) + (f",{minor % 100:02d}" if minor % 100 else "") + mark
    parsed = parse_caption(f"{title}{separator}{typed}")
    assert (parsed.title, parsed.price.settled) == (title, minor)
    assert parse_price(typed).settled == minor


@settings(deadline=None)
@given(count=st.integers(1, 1_000_000), unit=st.sampled_from([" шт", "шт.", " pcs", " szt"]), separator=SEPARATORS)
def test_every_count_comes_back_in_any_place(count: int, unit: str, separator: str) -> None:
    for caption in (f"Ваза{separator}{count}{unit}{separator}1500 ₽", f"Ваза{separator}1500 ₽{separator}{count}{unit}"):
        parsed = parse_caption(caption)
        assert (parsed.title, parsed.quantity, parsed.price.settled) == ("Ваза", count, 150_000)


@settings(deadline=None)
@given(facts=st.permutations(["12 000", "холст", "40×50 см", "2019 г.", "тираж 30", "5 шт"]), separator=SEPARATORS)
def test_after_the_title_the_order_of_facts_does_not_matter(facts: list[str], separator: str) -> None:
    parsed = parse_caption(separator.join(["Закат", *facts]))
    assert (parsed.price.settled, parsed.technique, parsed.size) == (1_200_000, "холст", "40 × 50 см")
    assert (parsed.year, parsed.edition, parsed.quantity) == (2019, Edition(None, 30), 5)
    assert parsed.description == ""


@pytest.mark.parametrize("bait", ["1,", "1 ", "9", "1x", "1/", "₽", " — ", "«", "#a ", "1.1,", "тираж ", "3 шт по "])
def test_the_longest_message_is_read_in_a_moment(bait: str) -> None:
    start = time.perf_counter()
    for head in ("", "Закат, "):
        with contextlib.suppress(ShopError):
            parse_caption(head + bait * (4096 // len(bait)))
    assert time.perf_counter() - start < 3
