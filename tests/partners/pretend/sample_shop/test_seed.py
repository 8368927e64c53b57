"""Does the sample shop come out whole, in three languages, and only once?"""

import re
from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.basics.ids import ProductId
from bot.basics.languages import LANGUAGES, Language
from bot.partners.pretend.sample_shop.seed import seed
from bot.partners.pretend.sample_shop.works import ARTIST, HUNG, SHELVES, WORKS
from bot.shop.catalogue.values import Kind, Shelf, Visibility
from bot.shop.pickup.rules import slots
from bot.shop.shop import Shop
from bot.shop.showcase.values import Form
from bot.telegram.wording import size
from tests.conftest import NOON
from tests.support.shops import a_work, someone

CYRILLIC, POLISH = re.compile("[а-яё]", re.IGNORECASE), re.compile("[ąćęłńóśźż]", re.IGNORECASE)
MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.fixture
async def hung(shop: Shop) -> list[ProductId]:
    """The works of a shop that was just seeded, oldest first."""
    return await seed(shop, await someone(shop, "Ася"), NOON)


async def test_every_work_is_for_sale_with_its_picture_and_its_price(shop: Shop, hung: list[ProductId]) -> None:
    assert len(hung) == len(WORKS) == len(HUNG) == 24
    for product, work in zip(hung, WORKS, strict=True):
        card = await shop.catalogue.card(product, "ru")
        assert card.visibility is Visibility.LISTED
        assert len(card.photos) == 1 + len(work.close_ups)
        assert (await shop.catalogue.photo(card.photos[0].id)).startswith(b"\xff\xd8\xff")
        assert (card.price.minor, card.old_price_minor) == (work.price_minor, work.was_minor)
        assert (card.kind, card.size, card.year, card.edition_size) == (
            work.kind, work.size, work.year, work.edition_size,
        )  # fmt: skip
        assert work.was_minor is None or work.was_minor > work.price_minor
        assert work.kind is not Kind.ONE_OF_A_KIND or work.pieces == 1
        assert work.pieces <= (work.edition_size or work.pieces)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_texts_are_there_in_the_readers_language(
    shop: Shop, hung: list[ProductId], language: Language
) -> None:
    polish = 0
    for product in hung:
        card = await shop.catalogue.card(product, language)
        said = f"{card.title} {card.technique} {card.description}"
        assert card.technique
        assert card.description
        assert 3 <= len(card.title) <= 40, card.title
        assert len(card.description) <= 200, "a card is read in three seconds"
        assert bool(CYRILLIC.search(said)) is (language == "ru"), said
        assert not re.search(r"(?<!\w)\w (?!\s)", card.description), "a word of one letter stays with the next"
        assert size(card.size or "", "en").endswith("cm")
        polish += bool(POLISH.search(said))
    assert (polish == len(hung)) is (language == "pl")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_shelf_has_a_name_and_something_on_it_or_below_it(
    shop: Shop, hung: list[ProductId], language: Language
) -> None:
    top = await shop.catalogue.categories(language)
    assert [shelf.title for shelf in top] == [plan.titles[language] for plan in SHELVES if plan.parent is None]
    seen: list[str] = []
    for shelf in top:
        below = await shop.catalogue.categories(language, shelf.id)
        for one in below or [shelf]:
            page: Shelf = await shop.catalogue.shelf(language, category=one.id, limit=50)
            assert len(page.items) >= 3, one.title
            seen += [item.title for item in page.items]
    assert len(seen) == len(set(seen)) == len(WORKS)


async def test_the_books_agree_and_have_something_to_tell(shop: Shop, hung: list[ProductId]) -> None:
    assert await shop.stock.differences() == []
    assert await shop.payments.differences() == []
    free, told = {}, {}
    for product, work in zip(hung, WORKS, strict=True):
        card = await shop.catalogue.card(product, "ru")
        free[work.slug] = (await shop.stock.availability([card.variant]))[card.variant].available
        told[work.slug] = [movement.kind for movement in await shop.stock.movements(card.variant)]
    assert free["ladoga-fog"] == 0, "one painting has found its owner"
    assert [slug for slug, number in free.items() if number == 0] == ["ladoga-fog"]
    assert free["mug-mist"] == 9
    assert sorted(told["mug-mist"]) == ["count", "listed", "sale"]
    assert all(told.values())


async def test_there_are_three_places_to_collect_at_and_the_fair_is_still_to_come(
    shop: Shop, hung: list[ProductId]
) -> None:
    studio, gallery, fair = await shop.pickup.places()
    assert [studio.kind, gallery.kind, fair.kind] == ["studio", "gallery", "fair"]
    for place in (studio, gallery, fair):
        assert place.offered(NOON)
        assert place.address
        assert place.opening is not None
        assert place.lat is not None
        assert place.lon is not None
    assert len(list(slots(gallery, NOON, MOSCOW))) > 20
    assert fair.active_from is not None
    assert fair.active_to is not None
    assert timedelta(days=1) < fair.active_from - NOON < timedelta(days=10)
    offered = [slot.astimezone(MOSCOW) for slot in slots(fair, NOON, MOSCOW)]
    assert {slot.isoweekday() for slot in offered} == {6, 7}
    assert all(fair.active_from <= slot < fair.active_to for slot in offered)


async def test_the_showcase_gets_posts_an_album_a_pinned_post_and_a_plan(shop: Shop, hung: list[ProductId]) -> None:
    owed = [row for row in await shop.outbox.claim(100) if row.topic == "showcase.publish"]
    assert len(owed) == sum(work.in_showcase for work in WORKS) + 1
    forms = []
    for row in owed:
        shown = await shop.showcase.planned(row.payload["post"], "ru", 1)
        assert shown is not None
        forms.append(shown.post.form)
    assert Counter(forms) == {Form.PHOTO: 9, Form.ALBUM: 1, Form.WINDOW: 1}
    assert forms[-1] is Form.PHOTO, "the newest work is what a visitor sees first"
    (collection,) = [each for each in await shop.posting.planned("ru") if each.post.form is Form.COLLECTION]
    assert len(collection.products) == 3
    assert collection.post.due_at == NOON.replace(day=22, hour=9)


async def test_seeding_twice_is_once(shop: Shop, hung: list[ProductId]) -> None:
    assert await seed(shop, await someone(shop), NOON) == []
    assert len((await shop.catalogue.shelf("ru", limit=100)).items) == len(WORKS)
    assert len(await shop.pickup.places()) == 3


async def test_a_shop_with_works_of_its_own_is_left_alone(shop: Shop) -> None:
    seller = await someone(shop)
    own, _, _ = await a_work(shop, seller)
    assert await seed(shop, seller, NOON) == []
    assert [item.product for item in (await shop.catalogue.shelf("ru")).items] == [own]
    assert [place.title for place in await shop.pickup.places()] == ["Мастерская"]


def test_the_artist_has_a_name_in_every_language() -> None:
    assert set(ARTIST) == set(LANGUAGES)
