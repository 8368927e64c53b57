"""Does a label that is too long end with a whole word?"""

import pytest

from bot.telegram.buyer.limits import LABEL_LIMIT, label
from bot.telegram.showcase.look import label as ended


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("🖼 Закат", "🖼 Закат"),
        ("🖼 Закат над Невой 12", "🖼 Закат над Невой 12"),
        ("🖼 Закат над Невой ночью", "🖼 Закат над Невой…"),
        ("🖼 Большой залив и город", "🖼 Большой залив…"),
        ("🖼 Вид на Неву из окна в ноябре", "🖼 Вид на Неву…"),
        ("🖼 Санкт-Петербургская набережная", "🖼 Санкт-Петербургск…"),
        ("🖼 О нас без лишнихпрелюдий", "🖼 О нас без…"),
        ("🖼 Two\nlines   and\tgaps of it", "🖼 Two lines and…"),
    ],
)
def test_it_does_and_fits(words: str, shown: str) -> None:
    assert label(words) == shown
    assert len(shown) <= LABEL_LIMIT


def test_a_number_at_the_end_stays_and_the_words_give_way() -> None:
    assert ended("🖼", "Закат над Невой", "12") == "🖼 Закат над… · 12"
