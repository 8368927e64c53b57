"""Does somebody who comes from a post find what its button said, and is it remembered where he came from?"""

import pytest

from bot.basics.ids import ProductId
from bot.storage.handling import SecondTransaction
from tests.support.counter import EWA, LANGUAGES, MARIA, PETER, Counter, labels, words

SAID = {"ru": "💬 Хотите такую", "en": "💬 Would you like one like", "pl": "💬 Praca podobna do"}
SIMILAR = {"ru": "Похожие на «Закат»", "en": "Similar to “Закат”", "pl": "Podobne do „Закат”"}


async def touches(at: Counter, person: int) -> tuple[str | None, str | None]:
    """(first, last)"""
    from sqlalchemy import text

    async with at.database.reading() as session:
        row = (
            await session.execute(
                text("SELECT first_source, last_source FROM customer WHERE platform_id = :person"), {"person": person}
            )
        ).one()
    return row[0], row[1]


async def sold(at: Counter, product: ProductId) -> None:
    card = await at.shop.catalogue.card(product, "ru")
    await at.shop.channels.sold_by_hand(card.sku, 1, None, at.seller, f"sale:{product}")


async def test_every_visit_from_a_post_is_the_last_touch_and_the_first_stays(at: Counter) -> None:
    product = await at.work("Закат")
    await at.starts(MARIA, f"p_{product}-s_post")
    assert await touches(at, MARIA) == ("post", "post")
    await at.starts(MARIA, "c_0-s_window")
    await at.starts(MARIA)
    assert await touches(at, MARIA) == ("post", "window")


async def test_a_customer_of_old_gets_a_first_touch_when_there_is_one(at: Counter) -> None:
    product = await at.work("Закат")
    await at.starts(PETER)
    assert await touches(at, PETER) == (None, None)
    for _ in range(2):
        await at.starts(PETER, f"p_{product}-s_post")
    assert await touches(at, PETER) == ("post", "post")


async def test_remembering_the_source_leaves_the_update_its_one_transaction(at: Counter) -> None:
    """Written aside: a handler that buys or opens something in the same update still may write."""
    from bot.storage import handling

    product = await at.work("Закат")
    await at.starts(MARIA, f"p_{product}-s_post")
    person = await at.shop.customers.find(MARIA)
    assert person is not None
    mark = handling.current.set(handling.Handling(1, settled=True))
    try:
        await at.shop.customers.note_visit(person.id, "window", None)
        with pytest.raises(SecondTransaction):
            await at.shop.customers.choose_language(person.id, "en")
    finally:
        handling.current.reset(mark)
    assert await touches(at, MARIA) == ("post", "window")


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_order_one_like_it_opens_the_sold_card_and_says_how(at: Counter, buyer: int) -> None:
    product = ProductId(await at.work("Закат"))
    before = await at.starts(buyer, f"p_{product}-s_like")
    assert SAID[LANGUAGES[buyer]] not in words(before), "it can still be bought"
    await sold(at, product)
    asked = await at.starts(buyer, f"p_{product}-s_like")
    assert words(asked).startswith(SAID[LANGUAGES[buyer]])
    assert "Закат" in words(asked)
    card = at.telegram.chat(buyer)[-2]
    assert "Закат" in words(card)
    assert card.get("photo")
    assert await touches(at, buyer) == ("like", "like")


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_similar_works_open_where_the_sold_one_stood(at: Counter, buyer: int) -> None:
    shelf = await at.shop.shelves.add({"ru": "Живопись", "en": "Paintings", "pl": "Malarstwo"})
    product, other = ProductId(await at.work("Закат")), ProductId(await at.work("Туман"))
    for each in (product, other):
        await at.shop.listing.change(each, category=shelf)
    await sold(at, product)
    opened = await at.starts(buyer, f"p_{product}-s_similar")
    assert SIMILAR[LANGUAGES[buyer]] in words(opened)
    assert "🖼 Туман" in labels(opened)


async def test_without_a_category_similar_works_are_the_card_and_its_way_on(at: Counter) -> None:
    product = ProductId(await at.work("Закат"))
    await sold(at, product)
    opened = await at.starts(MARIA, f"p_{product}-s_similar")
    assert "Закат" in words(opened)
    assert any(label.startswith("🛍") for label in labels(opened))


async def test_the_whole_catalogue_is_category_nought(at: Counter) -> None:
    await at.work("Закат")
    opened = await at.starts(MARIA, "c_0-s_window")
    assert any(label.startswith("🖼") for label in labels(opened))
    for payload in ("c_99-s_window", "c_x-s_window", "p_0-s_like", "p_99-s_similar", f"c_{'9' * 40}"):
        assert words(await at.starts(MARIA, payload)).startswith("🙅")
