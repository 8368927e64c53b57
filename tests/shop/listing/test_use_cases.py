"""Can a work be described in another language than the one it was first described in?"""

from bot.shop.catalogue.values import WorkText
from bot.shop.shop import Shop
from tests.support.shops import a_work, someone


async def test_a_work_is_described_in_other_languages_without_losing_the_first(shop: Shop) -> None:
    product, _, _ = await a_work(shop, await someone(shop))
    await shop.listing.change(
        product,
        texts={"en": WorkText("Sunset", "oil on canvas", "Ten minutes of sun."), "pl": WorkText("Zachód słońca")},
    )
    english, polish, russian = [await shop.catalogue.card(product, language) for language in ("en", "pl", "ru")]
    assert (english.title, english.technique, english.description) == ("Sunset", "oil on canvas", "Ten minutes of sun.")
    assert (polish.title, polish.technique) == ("Zachód słońca", "холст, масло"), "what is not said is shown as it was"
    assert (russian.title, russian.technique) == ("Закат над Невой", "холст, масло")


async def test_a_text_said_anew_replaces_all_of_the_old_one(shop: Shop) -> None:
    product, _, _ = await a_work(shop, await someone(shop))
    await shop.listing.change(product, texts={"en": WorkText("Sunset", "oil", "Warm.")})
    await shop.listing.change(product, texts={"en": WorkText("Dusk", "oil on canvas")}, title=("ru", "Сумерки"))
    english, russian = await shop.catalogue.card(product, "en"), await shop.catalogue.card(product, "ru")
    assert (english.title, english.technique, english.description) == ("Dusk", "oil on canvas", None)
    assert (russian.title, russian.technique) == ("Сумерки", "холст, масло"), "a title alone leaves the rest"
