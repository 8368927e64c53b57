"""Do texts come out literal, whole and loud when something is missing?"""

from pathlib import Path

import pytest

from bot.basics.languages import LANGUAGES
from bot.telegram.texts import Html, Texts, escaped, grouped, hang, joined, load_texts, locales_folder

NB = "\u00a0"

SOURCE = """
-shop = Вернисаж
hello = Это <b>{ $title }</b> в { -shop }
left =
    { $count ->
        [0] ничего
        [one] { $count } работа
        [few] { $count } работы
       *[many] { $count } работ
    } у { $who }
kind =
    { $kind ->
        [print] Тираж
       *[other] Иное
    }
both = { hello }: { left }
static = Готово
"""


def russian(source: str = SOURCE) -> Texts:
    return Texts("ru", {"test.ftl": source})


def test_words_of_people_are_shown_literally() -> None:
    assert russian()("hello", title='<b>&"</b>') == f"Это <b>&lt;b&gt;&amp;&quot;&lt;/b&gt;</b> в{NB}Вернисаж"


def test_html_passes_through_texts_as_it_is() -> None:
    assert russian()("hello", title=Html("<i>x</i>")) == f"Это <b><i>x</i></b> в{NB}Вернисаж"


def test_a_text_may_be_a_field_of_another_text() -> None:
    texts = russian()
    inner = texts("hello", title="<")
    assert "&lt;" in texts("hello", title=inner)
    assert "&amp;lt;" not in texts("hello", title=inner)


def test_plain_texts_escape_nothing() -> None:
    assert russian().plain("left", count=1, who="Tom & Jerry") == f"1{NB}работа у{NB}Tom & Jerry"


def test_plain_texts_refuse_html() -> None:
    with pytest.raises(TypeError, match="Html"):
        russian().plain("left", count=1, who=Html("<b>x</b>"))


@pytest.mark.parametrize(
    ("count", "said"), [(0, "ничего"), (1, "1 работа"), (3, "3 работы"), (11, "11 работ"), (21, "21 работа")]
)
def test_counts_follow_the_rules_of_the_language(count: int, said: str) -> None:
    assert russian()("left", count=count, who="нас") == f"{said.replace(' ', NB)} у{NB}нас"


def test_large_counts_stand_in_groups_and_years_do_not() -> None:
    assert grouped(2024) == "2024"
    assert grouped(1_000_000) == f"1{NB}000{NB}000"
    assert grouped(-5) == "−5"
    assert russian()("left", count=12_000, who="нас") == f"12{NB}000{NB}работ у{NB}нас"


def test_a_string_chooses_a_variant() -> None:
    assert russian()("kind", kind="print") == "Тираж"
    assert russian()("kind", kind="painting") == "Иное"


def test_references_are_followed_and_their_fields_asked_for() -> None:
    texts = russian()
    assert texts.variables("both") == {"title", "count", "who"}
    assert texts("both", title="A", count=2, who="вас") == f"Это <b>A</b> в{NB}Вернисаж: 2{NB}работы у{NB}вас"


def test_very_long_fields_come_out_whole() -> None:
    long = "<" * 10_000
    assert russian()("left", count=1, who=long).count("&lt;") == 10_000


def test_private_characters_in_a_field_do_no_harm() -> None:
    assert russian()("left", count=1, who="\ue0000\ue001 \ue0007\ue001").endswith("\ue0000\ue001 \ue0007\ue001")


def test_no_isolation_marks_appear() -> None:
    assert not set(russian()("both", title="A", count=2, who="B")) & set("\u2066\u2067\u2068\u2069")


def test_an_unknown_key_is_loud() -> None:
    with pytest.raises(KeyError, match="nothing-here"):
        russian()("nothing-here")


def test_a_missing_field_is_loud_even_in_a_variant_not_taken() -> None:
    with pytest.raises(KeyError, match="who"):
        russian()("left", count=1)


@pytest.mark.parametrize("value", [1.5, None, True, b"x"])
def test_only_ready_strings_and_integers_are_fields(value: object) -> None:
    with pytest.raises(TypeError, match="title"):
        russian()("hello", title=value)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="title"):
        russian().plain("hello", title=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "source",
    ["hello = { $", "a = 1\na = 2", "a = { b }", "a = { a }", "a = { -b }", "a =\n    .label = only an attribute"],
)
def test_a_broken_file_stops_at_once(source: str) -> None:
    with pytest.raises(ValueError, match="ru"):
        russian(source)


def test_the_same_key_in_two_files_stops_at_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        Texts("ru", {"a.ftl": "hello = 1", "b.ftl": "hello = 2"})


def test_what_a_language_lacks_is_said_in_russian() -> None:
    english = Texts("en", {"a.ftl": "static = Ready"}, russian())
    assert english("static") == "Ready"
    assert english("kind", kind="print") == "Тираж"
    assert "kind" not in english.keys
    with pytest.raises(KeyError):
        english("nothing-here")


def test_one_letter_words_and_dashes_hang_on_their_neighbours() -> None:
    assert hang("и в доме — свет, я и ты", "ru") == f"и{NB}в{NB}доме{NB}— свет, я{NB}и{NB}ты"
    assert hang("w domu i z psem", "pl") == f"w{NB}domu i{NB}z{NB}psem"
    assert hang("a house — mine", "en") == f"a house{NB}— mine"


def test_numbers_hang_on_what_they_count_and_short_words_on_the_field_after_them() -> None:
    assert hang("через 2–3 дня", "ru") == f"через 2–3{NB}дня"
    assert hang("W-0042 24", "ru") == "W-0042 24"
    texts = Texts("ru", {"a.ftl": "a = от { $price } — { $sum }\nb = Снова в продаже: { $count } работы, до { $time }"})
    assert texts("a", price="5 ₽", sum="6 ₽") == f"от{NB}5 ₽{NB}—{NB}6 ₽"
    assert texts("b", count=3, time="19:00") == f"Снова в{NB}продаже: 3{NB}работы, до{NB}19:00"
    assert hang("<b>В доме</b> и <a href='x'>здесь</a>", "pl") == f"<b>В{NB}доме</b> и{NB}<a href='x'>здесь</a>"


def test_parts_are_joined_and_only_words_of_people_escaped() -> None:
    joint = joined([Html("<b>1</b>"), "", "<2>"])
    assert joint == "<b>1</b>\n&lt;2&gt;"
    assert isinstance(joint, Html)
    assert escaped(joint) is joint


def test_the_shops_own_texts_load_in_every_language() -> None:
    texts = load_texts()
    assert tuple(texts) == LANGUAGES
    assert texts["pl"]("when-today") == "dziś"
    assert locales_folder().name == "locales"


def test_a_folder_without_a_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_texts(tmp_path)


def test_the_number_of_an_order_is_plain_everywhere_so_that_it_can_be_copied_and_found() -> None:
    texts = russian("numbered = Заказ { $number }\n")
    assert texts("numbered", number="V-1042") == texts.plain("numbered", number="V-1042") == "Заказ V-1042"
