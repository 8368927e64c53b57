"""Does a seller say how to care for a work and that it has a certificate, by caption and later?"""

import pytest

from bot.basics.ids import ProductId
from bot.telegram.seller.correction import read_caption
from tests.support.pictures import painting
from tests.support.seller_chat import SellerChat, labels, said
from tests.support.shops import a_work


@pytest.mark.parametrize(
    ("caption", "care", "certificate"),
    [
        ("Закат, 12 000, холст, масло, с сертификатом", None, True),
        (
            "Закат, 12 000 ₽\nсертификат подлинности\nУход: беречь от солнца, не мыть.",
            "беречь от солнца, не мыть",
            True,
        ),
        ("Sunset, €120, oil, with a certificate, care: keep dry", "keep dry", True),
        ("Zachód, 1 200 zł, olej, z certyfikatem autentyczności\npielęgnacja: chronić", "chronić", True),
        ("Закат, 12 000, холст, без сертификата", None, False),
        ("Сертификат на портрет, 12 000", None, False),
        ("Сертификат, 12 000", None, False),
    ],
)
def test_a_caption_says_it(caption: str, care: str | None, certificate: bool) -> None:
    currency = "EUR" if "€" in caption else "PLN" if "zł" in caption else "RUB"
    work = read_caption(caption, currency, "ru")
    assert (work.care, work.certificate) == (care, certificate)
    assert work.price_minor in (1_200_000, 12_000, 120_000)
    assert work.title in ("Закат", "Sunset", "Zachód", "Сертификат на портрет", "Сертификат")


async def test_a_draft_shows_it_and_a_correction_adds_it(chat: SellerChat) -> None:
    preview = await chat.sends_photo(painting(), "Закат, 12 000, холст, масло")
    assert "сертификат" not in said(preview)
    await chat.presses("✏️")
    await chat.says("с сертификатом, уход: беречь от солнца")
    assert "С сертификатом подлинности" in said(chat.last).replace("\u00a0", " ")
    assert "Уход: беречь от солнца" in said(chat.last).replace("\u00a0", " ")
    assert "12 000" in said(chat.last).replace("\u00a0", " "), "the rest stays"


async def test_both_are_changed_on_the_works_card(chat: SellerChat) -> None:
    product, _, _ = await a_work(chat.shop, await chat.seller_id())
    await chat.forges_work(f"w:{product}")
    await chat.presses("✏️ Сертификат")
    assert "✏️ Сертификат ✓" in labels(chat.last)
    await chat.presses("✏️ Уход")
    assert said(await chat.says("о" * 301)).startswith("🙅"), "it asks on"
    await chat.says("Протирать сухой тканью")
    card = await chat.shop.catalogue.card(ProductId(product), "en")
    assert (card.care, card.certificate) == ("Протирать сухой тканью", True)
    await chat.presses("✏️ Уход")
    await chat.says("0")
    await chat.presses("✏️ Сертификат")
    card = await chat.shop.catalogue.card(ProductId(product), "ru")
    assert (card.care, card.certificate) == (None, False)
